//! TOML into the tree.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::rules::{DUPLICATE_KEY, SYNTAX};
use super::tree::Node;
use super::{from_toml, slips};
use crate::diagnostic::Findings;
use crate::text::clean;
use crate::words::document::key_twice;
use crate::words::document_syntax as say;

/// The most syntax errors that are reported.
const MOST_ERRORS: usize = 10;

/// Parses the findings' source; every syntax error becomes a finding.
pub(super) fn parse(findings: &mut Findings) -> Option<Node> {
    let source = std::sync::Arc::clone(findings.source());
    let (table, mut errors) = DeTable::parse_recoverable(source.text());
    if !errors.is_empty() || slips::has_conflict(source.text()) {
        let explained = slips::find(findings);
        // One error is said in any case.
        let unexplained =
            |error: &Error| !explained.covers(error.span().map_or(0, |span| span.start), is_repeat(error));
        let said = findings.has_errors();
        errors.retain(|error| !said || unexplained(error));
    }
    let count = errors.len();
    for error in errors.into_iter().take(MOST_ERRORS) {
        let span = first_line(source.text(), error.span().unwrap_or(0..0));
        let message = clean(error.message()).replace('\n', ", ");
        let (said, tokens) = message.split_once(", expected ").map_or((&*message, None), |(said, of)| (said, Some(of)));
        if is_repeat(&error) {
            let key = clean(source.text().get(span.clone()).unwrap_or_default());
            findings.add(&DUPLICATE_KEY, span.clone(), key_twice(&key));
        } else {
            let help = expected(&message).or_else(|| help(source.text(), &span));
            let said = match tokens {
                Some(tokens) => {
                    say::expected(&say::toml(said), &tokens.split(", ").map(say::token).collect::<Vec<_>>().join(", "))
                }
                None => say::toml(said),
            };
            let finding = findings.add(&SYNTAX, span, said);
            if let Some(help) = help {
                finding.help(help);
            }
        }
    }
    if count > MOST_ERRORS {
        findings.add(&SYNTAX, source.text().len()..source.text().len(), say::more_errors(count - MOST_ERRORS));
    }
    if findings.has_errors() { None } else { Some(from_toml::root(table.get_ref())) }
}

/// Whether an error is that a key stands twice.
fn is_repeat(error: &Error) -> bool {
    error.message() == "duplicate key"
}

/// `span` up to the end of its first line: what follows is seldom at fault.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text.get(span.clone()).and_then(|text| text.find('\n'));
    length.map_or(span.clone(), |length| span.start..span.start + length)
}

/// What to write where a parser expected something else, as its message says.
fn expected(message: &str) -> Option<&'static str> {
    let says = |beginning: &str| message.starts_with(beginning);
    Some(match () {
        () if says("missing comma") => say::comma_between(),
        () if says("key with no value") => say::equals_and_value(),
        () if says("unexpected key or value") => say::key_a_line(),
        () if says("extra assignment") => say::one_equals(),
        () if says("invalid unquoted key") => say::key_in_quotes(),
        () => return None,
    })
}

/// What was probably meant, where a value cannot be read.
fn help(text: &str, span: &Range<usize>) -> Option<&'static str> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next()?;
    let (_, value) = line.split_once('=')?;
    let value = value.trim();
    Some(match value.chars().next() {
        None => say::value_after_equals(),
        Some(first) if !matches!(first, '"' | '\'' | '[' | '{') && value.contains(" //") => say::comment_begins(),
        Some('n' | 'N') if value.len() <= 4 => say::write_na(),
        Some('"' | '\'' | '[' | '{') => return None,
        Some(c) if c.is_numeric() => say::plain_digits(),
        Some(_) => say::straight_quotes(),
    })
}
