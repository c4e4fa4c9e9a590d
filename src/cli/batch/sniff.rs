//! What an input is, told by its beginning: a table, objects of JSON, or one answer set.

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::document::{Document, Syntax, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// CSV, or what shall be taken for it.
    Table,
    /// An object of JSON a line.
    Lines,
    Array,
    /// One answer set, in TOML or JSON.
    AnswerSet,
}

/// What begins with `text`; `whole` if that is all.
pub(super) fn kind(text: &str, whole: bool) -> Kind {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if let Some(rest) = text.strip_prefix('[') {
        // A header may begin with a bracket, but not go on like this.
        if rest.trim_start().starts_with(['{', ']']) {
            return Kind::Array;
        }
    }
    if text.starts_with('{') {
        return objects(text, whole);
    }
    let table = |line: &str| line.trim() == "[answers]" || line.trim_start().starts_with("answers.");
    if whole && text.lines().any(table) && has_answers(text, Syntax::Toml) { Kind::AnswerSet } else { Kind::Table }
}

/// Whether a text begins with an object of JSON that no other follows on a line of its own.
pub(super) fn is_one_object(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    text.starts_with('{') && (rest.trim().is_empty() || serde_json::from_str::<IgnoredAny>(first).is_err())
}

/// What begins with a text that was given for one answer set.
pub(super) enum Holds {
    /// Objects of JSON, in an array or a line each.
    Rows,
    /// One answer set, or what is meant to be one.
    Set,
    /// What may be a table, if it is no answer set with mistakes.
    Either,
}

/// What begins with `text`; `whole` if that is all.
pub(super) fn holds(text: &str, whole: bool) -> Holds {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let first = text.lines().next().unwrap_or_default();
    match kind(text, whole) {
        Kind::Array => Holds::Rows,
        Kind::AnswerSet => Holds::Set,
        // One object alone is an answer set, be it without answers.
        Kind::Lines if first.len() == text.trim_end().len() => Holds::Set,
        Kind::Lines if serde_json::from_str::<IgnoredAny>(first).is_ok() => Holds::Rows,
        Kind::Lines => Holds::Set,
        Kind::Table => Holds::Either,
    }
}

fn objects(text: &str, whole: bool) -> Kind {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let is_json = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let set = match (is_json(first), rest.trim().is_empty()) {
        (true, false) => false,
        (true, true) => whole && has_answers(text, Syntax::Json),
        (false, _) => whole && serde_json::from_str::<&RawValue>(text).is_ok(),
    };
    if set { Kind::AnswerSet } else { Kind::Lines }
}

fn has_answers(text: &str, format: Syntax) -> bool {
    let source = std::sync::Arc::new(crate::diagnostic::Source::new("", text));
    let Ok(document) = Document::parse(&source, format) else { return false };
    document.root.entries().iter().any(|entry| entry.key == "answers" && matches!(entry.node.value, Value::Table(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_told_apart() {
        let set = "organisation = \"a\"\n[answers]\nq = 1\n";
        for (text, expected) in [
            ("a,b\n1,2\n", Kind::Table),
            ("[Time],b\n", Kind::Table),
            ("name,[answers]\n[answers]\n", Kind::Table),
            ("\u{feff} [\n {\"q\": 1}]", Kind::Array),
            ("[]", Kind::Array),
            ("{\"q\": 1}\n{\"q\": 2}\n", Kind::Lines),
            ("{\"q\": 1}\n", Kind::Lines),
            ("{\"q\": 1\n{\"q\": 2}\n", Kind::Lines),
            ("{\"answers\": {\"q\": 1}}\n", Kind::AnswerSet),
            ("{\"answers\": {\"q\": 1}}\n{\"answers\": {}}\n", Kind::Lines),
            ("{\n\"answers\": {\"q\": 1}}\n", Kind::AnswerSet),
            (set, Kind::AnswerSet),
        ] {
            assert_eq!(kind(text, true), expected, "{text}");
        }
        assert_eq!(kind(set, false), Kind::Table);
    }
}
