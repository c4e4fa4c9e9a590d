//! A tree as a tape: bytes from which it is made anew without parsing its file, whose text they say only the places in.
//!
//! A build records the bundled files, and the program plays them. Whoever plays what was not recorded panics.

use std::borrow::Cow;
use std::ops::Range;

use super::tree::{Entry, Node, Value};

const STRING: u8 = 0;
const INTEGER: u8 = 1;
const DECIMAL: u8 = 2;
const FALSE: u8 = 3;
const TRUE: u8 = 4;
const DATETIME: u8 = 5;
const ARRAY: u8 = 6;
const TABLE: u8 = 7;
const NULL: u8 = 8;

/// The tape of a tree that `text` was parsed into.
pub fn record(text: &str, root: &Node) -> Vec<u8> {
    let mut recorder = Recorder { text, tape: Vec::new() };
    recorder.node(root);
    recorder.tape
}

/// The tree of a tape that was recorded from this very text.
pub fn play(text: &'static str, tape: &'static [u8]) -> Node {
    Player { text, tape }.node()
}

struct Recorder<'a> {
    text: &'a str,
    tape: Vec<u8>,
}

impl Recorder<'_> {
    fn node(&mut self, Node { value, span }: &Node) {
        self.span(span);
        match value {
            Value::String(text) => self.tagged(STRING, |tape| tape.string(span, text)),
            Value::Integer(integer) => self.tagged(INTEGER, |tape| tape.number(integer.cast_unsigned())),
            Value::Decimal(text) => self.tagged(DECIMAL, |tape| tape.string(span, text)),
            Value::Boolean(false) => self.tape.push(FALSE),
            Value::Boolean(true) => self.tape.push(TRUE),
            Value::Datetime(text) => self.tagged(DATETIME, |tape| tape.string(span, text)),
            Value::Array(items) => self.tagged(ARRAY, |tape| tape.list(items, Self::node)),
            Value::Table(entries) => self.tagged(TABLE, |tape| tape.list(entries, Self::entry)),
            Value::Null => self.tape.push(NULL),
        }
    }

    fn entry(&mut self, Entry { key, key_span, node }: &Entry) {
        self.span(key_span);
        self.string(key_span, key);
        self.node(node);
    }

    fn tagged(&mut self, tag: u8, payload: impl FnOnce(&mut Self)) {
        self.tape.push(tag);
        payload(self);
    }

    fn list<T>(&mut self, items: &[T], item: fn(&mut Self, &T)) {
        self.length(items.len());
        items.iter().for_each(|of| item(self, of));
    }

    fn span(&mut self, span: &Range<usize>) {
        self.length(span.start);
        self.length(span.len());
    }

    /// How long it is, and how far behind the beginning of `span` it stands in the text, from 1; where it does not, 0 and it.
    fn string(&mut self, span: &Range<usize>, string: &str) {
        self.length(string.len());
        match self.text.get(span.clone()).and_then(|text| text.find(string)) {
            Some(at) => self.length(at + 1),
            None => {
                self.length(0);
                self.tape.extend_from_slice(string.as_bytes());
            }
        }
    }

    fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    /// Seven binary digits a byte, the lowest first; all but the last have the highest bit.
    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.tape.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.tape.push(number.to_le_bytes()[0]);
    }
}

struct Player {
    text: &'static str,
    tape: &'static [u8],
}

impl Player {
    fn node(&mut self) -> Node {
        let span = self.span();
        let value = match self.byte() {
            STRING => Value::String(self.string(&span)),
            INTEGER => Value::Integer(self.number().cast_signed()),
            DECIMAL => Value::Decimal(self.string(&span)),
            FALSE => Value::Boolean(false),
            TRUE => Value::Boolean(true),
            DATETIME => Value::Datetime(self.string(&span)),
            ARRAY => Value::Array(self.list(Self::node)),
            TABLE => Value::Table(self.list(Self::entry)),
            NULL => Value::Null,
            tag => unreachable!("no value is recorded as {tag}"),
        };
        Node { value, span }
    }

    fn entry(&mut self) -> Entry {
        let key_span = self.span();
        Entry { key: self.string(&key_span), key_span, node: self.node() }
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> T) -> Vec<T> {
        (0..self.length()).map(|_| item(self)).collect()
    }

    fn span(&mut self) -> Range<usize> {
        let start = self.length();
        start..start + self.length()
    }

    fn string(&mut self, span: &Range<usize>) -> Cow<'static, str> {
        let length = self.length();
        match self.length() {
            0 => {
                let (string, rest) = self.tape.split_at(length);
                self.tape = rest;
                std::str::from_utf8(string).expect("what was recorded was a string").into()
            }
            at => self.text[span.start + at - 1..][..length].into(),
        }
    }

    fn length(&mut self) -> usize {
        usize::try_from(self.number()).expect("what was recorded fits into memory")
    }

    fn number(&mut self) -> u64 {
        let mut number = 0;
        for digits in (0..).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << digits;
            if byte <= 0x7f {
                break;
            }
        }
        number
    }

    fn byte(&mut self) -> u8 {
        let (byte, rest) = self.tape.split_first().expect("a tape goes on until its tree is whole");
        self.tape = rest;
        *byte
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Source;
    use crate::document::{Document, Syntax};

    #[test]
    fn a_tree_is_played_as_it_was_recorded() {
        for text in [
            "",
            "a = ''\nb = \"\"\"\nzwei \\\n  \\u5fdc\\t対\"\"\"\n'c d'.\"\\u0065\" = -1\n",
            "big = 99_999_999_999_999_999_999\nhex = 0xffff\nfloat = 1_0.5e3\nday = 2026-01-02T03:04:05Z\n",
            "yes = true\n[a.b]\nno = false\n[[c]]\nlist = [[], {}, { d = [1, 'x'] }]\n[[c.e]]\n",
            r#"{"null": null, "\u0041": -9223372036854775808, "list": [1.50, "\u001b", ""]}"#,
        ] {
            let source = Arc::new(Source::new("test", text));
            let root = Document::parse(&source, Syntax::detect(text)).unwrap().root;
            assert_eq!(play(text, record(text, &root).leak()), root);
        }
    }
}
