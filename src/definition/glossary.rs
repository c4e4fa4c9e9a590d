//! What a translation calls the terms of its original, so that one thing has one word. Nothing but `check` looks at it.

use crate::diagnostic::Findings;
use crate::document::rules::{INVALID_VALUE, MISSING_KEY};
use crate::document::{Entry, Fields, Value, read_text};
use crate::words::definition as say;

/// The most words that a term must not be called.
const MAX_NOT: usize = 20;

/// A term of the original, and what the translation calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What the original calls it.
    pub term: String,
    /// What the translation calls it.
    pub word: String,
    /// Whether each text whose original has the term must have the word.
    pub always: bool,
    /// What the translation must not call it.
    pub not: Vec<String>,
}

/// The terms under `glossary`.
pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<Term> {
    fields.table("glossary", findings).iter().filter_map(|entry| read_term(entry, findings)).collect()
}

fn read_term(entry: &Entry, findings: &mut Findings) -> Option<Term> {
    let term = entry.key.split_whitespace().collect::<Vec<_>>().join(" ");
    if term.is_empty() {
        findings.add(&INVALID_VALUE, entry.key_span.clone(), say::empty_term()).help(say::write_term());
        return None;
    }
    if !matches!(entry.node.value, Value::Table(_)) {
        return Some(Term { term, word: read_text(&entry.node, findings)?, always: true, not: Vec::new() });
    }
    let mut fields = Fields::new(&entry.node, say::a_term(), findings);
    let word = fields.text("word", findings);
    let always = fields.boolean("always", true, findings);
    let not = match fields.optional("not") {
        Some(_) => {
            fields.items("not", 1..=MAX_NOT, findings).iter().filter_map(|node| read_text(node, findings)).collect()
        }
        None => Vec::new(),
    };
    if !always && not.is_empty() {
        findings.add(&MISSING_KEY, fields.span(), say::term_asks_nothing()).help(say::say_what_not());
    }
    fields.finish(findings);
    Some(Term { term, word, always, not })
}
