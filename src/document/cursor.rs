//! From a place in the model back to the place in the file.

use std::ops::Range;

use super::tree::{Entry, Node, Value};

/// Follows a path of keys and indices to a place in the file, for findings about a model that was read from it.
///
/// Where the path leaves the document, the cursor stays at the last value that exists.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    node: &'a Node,
    entry: Option<&'a Entry>,
    arrived: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(root: &'a Node) -> Self {
        Self { node: root, entry: None, arrived: true }
    }

    /// Goes to the value under `key`.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        match self.node.entry(key).filter(|_| self.arrived) {
            Some(entry) => Self { node: &entry.node, entry: Some(entry), ..self },
            None => Self { arrived: false, ..self },
        }
    }

    /// Goes to the item at `index`, from 0.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        match self.node.items().get(index).filter(|_| self.arrived) {
            Some(node) => Self { node, entry: None, ..self },
            None => Self { arrived: false, ..self },
        }
    }

    /// Whether the whole path led to a value.
    pub fn arrived(&self) -> bool {
        self.arrived
    }

    /// How many entries the table has; none if the path led nowhere.
    pub fn entry_count(&self) -> usize {
        if self.arrived { self.node.entries().len() } else { 0 }
    }

    /// Whether the value is a table.
    pub fn is_table(&self) -> bool {
        self.arrived && matches!(self.node.value, Value::Table(_))
    }

    /// Whether the value is a list of nothing.
    pub fn is_empty_list(&self) -> bool {
        self.arrived && matches!(&self.node.value, Value::Array(items) if items.is_empty())
    }

    /// The value, if the path led to a string.
    pub fn text(&self) -> Option<&'a str> {
        match &self.node.value {
            Value::String(text) if self.arrived => Some(text),
            _ => None,
        }
    }

    pub fn span(&self) -> Range<usize> {
        self.node.span.clone()
    }

    /// The bytes of the key it stands under, or of the value where it stands under none.
    pub fn key_span(&self) -> Range<usize> {
        self.entry.map_or_else(|| self.span(), |entry| entry.key_span.clone())
    }
}
