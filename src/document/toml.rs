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
use crate::words::lists::comma;

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
        let value = value(source.text(), &span);
        if is_repeat(&error) {
            let key = clean(source.text().get(span.clone()).unwrap_or_default());
            findings.add(&DUPLICATE_KEY, span.clone(), key_twice(&key));
        } else if said.starts_with("missing comma") {
            let span = end_before(source.text(), span.start);
            findings.add(&SYNTAX, span, say::toml(said)).help(say::comma_behind());
        } else if value.is_some_and(str::is_empty) {
            findings.add(&SYNTAX, span, say::nothing_after_equals()).help(say::value_after_equals());
        } else if let Some(date) = value.filter(|value| looks_like_date(value)) {
            findings.add(&SYNTAX, span, say::no_date(&clean(date))).help(say::date_of_digits());
        } else {
            let help = expected(&message).or_else(|| help(source.text(), &span));
            let said = match tokens {
                Some(tokens) => say::expected(
                    &say::toml(said),
                    &tokens.split(", ").map(say::token).collect::<Vec<_>>().join(comma()),
                ),
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

/// The value behind the `=` that stands before `span` on its line, without a comment; empty where there is none.
fn value<'a>(text: &'a str, span: &Range<usize>) -> Option<&'a str> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let value = start + text[start..span.start].find('=')? + 1;
    text[value..].split(['\n', '#']).next().map(str::trim)
}

/// Whether a bare value begins as a date does: four digits, what parts them from a month, and its first digit.
fn looks_like_date(value: &str) -> bool {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = value[digits..].chars();
    digits == 4 && rest.next().is_some_and(|c| "-/.年".contains(c)) && rest.next().is_some_and(|c| c.is_ascii_digit())
}

/// The last character before `at` that is neither white space nor of a comment.
fn end_before(text: &str, at: usize) -> Range<usize> {
    let mut end = at;
    for line in text[..at].split_inclusive('\n').rev() {
        let start = end - line.len();
        let code = without_comment(line).trim_end();
        if let Some(last) = code.chars().next_back() {
            let end = start + code.len();
            return end - last.len_utf8()..end;
        }
        end = start;
    }
    at..at
}

/// A line up to the comment that it ends with.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return &line[..at],
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    line
}

/// What to write where a parser expected something else, as its message says.
fn expected(message: &str) -> Option<&'static str> {
    let says = |beginning: &str| message.starts_with(beginning);
    Some(match () {
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
    Some(match value.chars().next()? {
        first if !matches!(first, '"' | '\'' | '[' | '{') && value.contains(" //") => say::comment_begins(),
        'n' | 'N' if value.len() <= 4 => say::write_na(),
        '"' | '\'' | '[' | '{' => return None,
        c if c.is_numeric() => say::plain_digits(),
        _ => say::straight_quotes(),
    })
}
