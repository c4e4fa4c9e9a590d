//! The tree: values, and where each stands in the file. Neither how it is parsed nor what keys mean.

use std::borrow::Cow;
use std::ops::Range;

/// A value and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub value: Value,
    /// Its bytes in the file; for a table under a header, the header.
    pub span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, cleaned of control characters; it stands in the program itself if the file does.
    String(Cow<'static, str>),
    /// A whole number; one too large for `i64` is cut to its bounds.
    Integer(i64),
    /// A number with a fraction or an exponent, as it is written.
    Decimal(Cow<'static, str>),
    Boolean(bool),
    /// A date or time, as it is written.
    Datetime(Cow<'static, str>),
    Array(Vec<Node>),
    /// Keys and values in the order of the file.
    Table(Vec<Entry>),
    /// JSON's null.
    Null,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, cleaned of control characters.
    pub key: Cow<'static, str>,
    /// The key's bytes in the file.
    pub key_span: Range<usize>,
    pub node: Node,
}

impl Node {
    /// The entry under `key`, if this is a table that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value under `key`, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The entries of a table; none for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The items of an array; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Array(items) => items,
            _ => &[],
        }
    }
}
