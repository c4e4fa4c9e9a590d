//! A TOML or JSON file as one tree of values that know where they stand.
//!
//! Parsing only: what keys mean is for `definition` and `answers`. Every key and string is cleaned of control
//! characters here, once, so that nothing behind this point can send escape sequences to a terminal.

mod fields;
mod json;
pub mod rules;
mod toml;

use std::ops::Range;
use std::sync::Arc;

pub use fields::{Fields, read_score, read_text, whole, wrong_type};

use crate::diagnostic::{Finding, Findings, Source};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// A value and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its bytes in the file; for a table under a header, the header.
    pub span: Range<usize>,
}

/// A value of either format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, cleaned of control characters.
    String(String),
    /// A whole number; one too large for `i64` is cut to its bounds.
    Integer(i64),
    /// A number with a fraction or an exponent, as it is written.
    Decimal(String),
    /// True or false.
    Boolean(bool),
    /// A date or time, as it is written.
    Datetime(String),
    /// A list.
    Array(Vec<Node>),
    /// Keys and values in the order of the file.
    Table(Vec<Entry>),
    /// JSON's null.
    Null,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, cleaned of control characters.
    pub key: String,
    /// The key's bytes in the file.
    pub key_span: Range<usize>,
    /// The value.
    pub node: Node,
}

/// A file and what it holds.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub source: Arc<Source>,
    /// Its outermost table.
    pub root: Node,
}

/// The two formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// TOML 1.0.
    Toml,
    /// Strict JSON whose outermost value is an object.
    Json,
}

impl Syntax {
    /// JSON when the text begins with a brace, which no TOML file does.
    pub fn detect(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if text.starts_with('{') { Self::Json } else { Self::Toml }
    }
}

impl Document {
    /// Parses `source`. On syntax errors there is no document: keys may be missing from it, and whatever would
    /// be said about the rest could be wrong.
    pub fn parse(source: &Arc<Source>, format: Syntax) -> Result<Self, Vec<Finding>> {
        let mut findings = Findings::new(Arc::clone(source));
        let root = match format {
            Syntax::Toml => toml::parse(&mut findings),
            Syntax::Json => json::parse(&mut findings),
        };
        match root {
            Some(root) if !findings.has_errors() => Ok(Self { source: Arc::clone(source), root }),
            _ => Err(findings.into_sorted()),
        }
    }

    /// A cursor at the outermost table.
    pub fn at(&self) -> Cursor<'_> {
        Cursor { node: &self.root, key_span: None, arrived: true }
    }
}

impl Node {
    /// The value under `key`, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
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

    /// What a message calls this kind of value.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::String(_) => "a string",
            Value::Integer(_) => "an integer",
            Value::Decimal(_) => "a decimal number",
            Value::Boolean(_) => "a boolean",
            Value::Datetime(_) => "a date",
            Value::Array(_) => "an array",
            Value::Table(_) => "a table",
            Value::Null => "null",
        }
    }
}

/// Follows a path of keys and indices to a place in the file, for findings about a model that was read from it.
///
/// Where the path leaves the document, the cursor stays at the last value that exists.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    node: &'a Node,
    key_span: Option<Range<usize>>,
    arrived: bool,
}

impl Cursor<'_> {
    /// Goes to the value under `key`.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        let next = self.node.entries().iter().find(|entry| entry.key == key);
        match next.filter(|_| self.arrived) {
            Some(entry) => Self { node: &entry.node, key_span: Some(entry.key_span.clone()), ..self },
            None => Self { arrived: false, ..self },
        }
    }

    /// Goes to the item at `index`, from 0.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        match self.node.items().get(index).filter(|_| self.arrived) {
            Some(node) => Self { node, key_span: None, ..self },
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
        matches!(self.node.value, Value::Table(_))
    }

    /// The value, if the path led to a string.
    pub fn text(&self) -> Option<&str> {
        match &self.node.value {
            Value::String(text) if self.arrived => Some(text),
            _ => None,
        }
    }

    /// The bytes of the value.
    pub fn span(&self) -> Range<usize> {
        self.node.span.clone()
    }

    /// The bytes of the key it stands under, or of the value where it stands under none.
    pub fn key_span(&self) -> Range<usize> {
        self.key_span.clone().unwrap_or_else(|| self.span())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Document {
        let source = Arc::new(Source::new("test", text));
        Document::parse(&source, Syntax::detect(text)).unwrap()
    }

    #[test]
    fn both_formats_give_the_same_tree() {
        fn shape(node: &Node) -> String {
            match &node.value {
                Value::Array(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(" ")),
                Value::Table(entries) => {
                    let entries = entries.iter().map(|entry| format!("{}={}", entry.key, shape(&entry.node)));
                    format!("{{{}}}", entries.collect::<Vec<_>>().join(" "))
                }
                value => format!("{value:?}"),
            }
        }
        let toml = parse("b = 1\na = [1.5, true, 'x']\n[c.d]\ne = 0x10\n");
        let json = parse("{\"b\": 1, \"a\": [1.5, true, \"x\"], \"c\": {\"d\": {\"e\": 16}}}");
        assert_eq!(shape(&toml.root), shape(&json.root));
        insta::assert_snapshot!(shape(&toml.root), @r#"{b=Integer(1) a=[Decimal("1.5") Boolean(true) String("x")] c={d={e=Integer(16)}}}"#);
    }

    #[test]
    fn a_cursor_stays_at_the_last_value_that_exists() {
        let document = parse("[[a]]\nb = [1, 22]\n");
        let text = |cursor: Cursor<'_>| document.source.text()[cursor.span()].to_owned();
        assert_eq!(text(document.at().key("a").index(0).key("b").index(1)), "22");
        assert_eq!(text(document.at().key("a").index(0).key("b").index(7)), "[1, 22]");
        assert_eq!(text(document.at().key("a").index(0).key("x").key("b")), "[[a]]");
    }

    #[test]
    fn strings_and_keys_are_cleaned() {
        let document = parse("\"k\\u001b\" = \"a\\u001b[31mb\\u009b\\u202ec\\n\"");
        let entry = &document.root.entries()[0];
        assert_eq!(entry.key, "k\u{fffd}");
        assert_eq!(entry.node.value, Value::String("a\u{fffd}[31mb\u{fffd}\u{fffd}c\n".to_owned()));
    }

    #[test]
    fn nesting_is_bounded() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{{\"a\":{}1{}}}", open.repeat(100_000), close.repeat(100_000));
            let source = Arc::new(Source::new("deep.json", text));
            assert!(Document::parse(&source, Syntax::Json).is_err());
        }
        let source = Arc::new(Source::new("deep.toml", format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000))));
        assert!(Document::parse(&source, Syntax::Toml).is_err());
        let source = Arc::new(Source::new("deep.toml", format!("{} = 1", vec!["a"; 100_000].join("."))));
        assert!(Document::parse(&source, Syntax::Toml).is_err());
    }
}
