//! TOML into the tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Node, Value, clean};
use crate::diagnostic::{Findings, rules};

/// Parses the findings' source; every syntax error becomes a finding.
pub(super) fn parse(findings: &mut Findings) -> Option<Node> {
    let source = std::sync::Arc::clone(findings.source());
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in errors {
        let span = first_line(source.text(), error.span().unwrap_or(0..0));
        let message = clean(error.message()).replace('\n', ", ");
        if message == "duplicate key" {
            let key = clean(source.text().get(span.clone()).unwrap_or_default());
            findings.add(&rules::DUPLICATE_KEY, span.clone(), format!("key `{key}` stands twice"));
        } else {
            findings.add(&rules::SYNTAX, span, message);
        }
    }
    if findings.has_errors() { None } else { Some(Node { span: 0..0, value: from_table(table.get_ref()) }) }
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
