//! TOML into the tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::rules::{DUPLICATE_KEY, SYNTAX};
use super::slips;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::Findings;
use crate::text::clean;

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
        if is_repeat(&error) {
            let key = clean(source.text().get(span.clone()).unwrap_or_default());
            findings.add(&DUPLICATE_KEY, span.clone(), format!("key `{key}` stands twice"));
        } else {
            let help = help(source.text(), &span);
            let finding = findings.add(&SYNTAX, span, message);
            if let Some(help) = help {
                finding.help(help);
            }
        }
    }
    if count > MOST_ERRORS {
        let message = format!("there are {} more errors of this kind: is this a TOML file?", count - MOST_ERRORS);
        findings.add(&SYNTAX, source.text().len()..source.text().len(), message);
    }
    if findings.has_errors() { None } else { Some(Node { span: 0..0, value: from_table(table.get_ref()) }) }
}

/// Whether an error is that a key stands twice.
fn is_repeat(error: &Error) -> bool {
    error.message() == "duplicate key"
}

fn from_table(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: clean(key.get_ref()).into_owned(),
            key_span: key.span(),
            node: from_value(value),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Value::Table(entries)
}

fn from_value(spanned: &Spanned<DeValue<'_>>) -> Node {
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::String(clean(text).into_owned()),
        DeValue::Integer(integer) => Value::Integer(to_integer(integer.as_str(), integer.radix())),
        DeValue::Float(float) => Value::Decimal(float.as_str().to_owned()),
        DeValue::Boolean(boolean) => Value::Boolean(*boolean),
        DeValue::Datetime(datetime) => Value::Datetime(datetime.to_string()),
        DeValue::Array(items) => Value::Array(items.iter().map(from_value).collect()),
        DeValue::Table(table) => from_table(table),
    };
    let span: Range<usize> = spanned.span();
    Node { value, span }
}

fn to_integer(digits: &str, radix: u32) -> i64 {
    let bound = if digits.starts_with('-') { i64::MIN } else { i64::MAX };
    i64::from_str_radix(digits, radix).unwrap_or(bound)
}

/// `span` up to the end of its first line: what follows is seldom at fault.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text.get(span.clone()).and_then(|text| text.find('\n'));
    length.map_or(span.clone(), |length| span.start..span.start + length)
}

/// What was probably meant, where a value cannot be read.
fn help(text: &str, span: &Range<usize>) -> Option<&'static str> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next()?;
    let (_, value) = line.split_once('=')?;
    let value = value.trim();
    Some(match value.chars().next() {
        None => "write a value after the `=`, such as 3 or \"text\"",
        Some(first) if !matches!(first, '"' | '\'' | '[' | '{') && value.contains(" //") => "a comment begins with `#`",
        Some('n' | 'N') if value.len() <= 4 => "write \"n/a\", in straight quotes",
        Some('"' | '\'' | '[' | '{') => return None,
        Some(c) if c.is_numeric() => "write a number in plain digits, such as 3",
        Some(_) => "write a text in straight quotes: \"like this\"",
    })
}
