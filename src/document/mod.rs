//! A TOML or JSON file as one tree of values that know where they stand.
//!
//! - Takes: the text of a file; of one that comes with the program, the tape that a build made of it.
//! - Gives: its [`Document`], or what is wrong with its syntax; [`Fields`], which read a table of it key by key; a
//!   [`Cursor`], which finds the place of what was read.
//! - Never: opens a file, or knows what a key means. Every key and string is cleaned of control characters here, once, so
//!   that nothing behind this point can send escape sequences to a terminal.

mod cursor;
mod fields;
mod from_toml;
mod habits;
mod headers;
mod json;
mod merges;
pub(crate) mod rules;
mod slips;
mod tape;
mod toml;
mod tree;

use std::sync::Arc;

pub use cursor::Cursor;
pub use fields::{Expected, Fields, read_prose, read_reference, read_score, read_string, read_text, whole, wrong_type};
pub use tape::{play, record};
pub use tree::{Entry, Node, Value};

use crate::diagnostic::{Finding, Findings, Source};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 2 << 20;

/// A file and what it holds.
#[derive(Debug)]
pub struct Document {
    pub source: Arc<Source>,
    pub root: Node,
}

/// The two languages that are read.
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
    pub fn parse(source: &Arc<Source>, syntax: Syntax) -> Result<Self, Vec<Finding>> {
        let mut findings = Findings::new(Arc::clone(source));
        if let Some((at, why)) = source.fault() {
            findings.add(&rules::UNREADABLE_FILE, at, why);
            return Err(findings.into_sorted());
        }
        let root = match (source.tape(), syntax) {
            (Some((text, tape)), _) => Some(play(text, tape)),
            (None, Syntax::Toml) => toml::parse(&mut findings),
            (None, Syntax::Json) => json::parse(&mut findings),
        };
        match root {
            Some(root) if !findings.has_errors() => Ok(Self { source: Arc::clone(source), root }),
            _ => Err(findings.into_sorted()),
        }
    }

    /// A cursor at the outermost table.
    pub fn at(&self) -> Cursor<'_> {
        Cursor::new(&self.root)
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
    fn both_syntaxes_give_the_same_tree() {
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
        assert_eq!(entry.node.value, Value::String("a\u{fffd}[31mb\u{fffd}\u{fffd}c\n".into()));
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
