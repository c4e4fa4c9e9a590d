//! What the parser of TOML makes of a file into the tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tree::{Entry, Node, Value};
use crate::text::clean;

/// The outermost table.
pub(super) fn root(table: &DeTable<'_>) -> Node {
    Node { span: 0..0, value: from_table(table) }
}

fn from_table(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: clean(key.get_ref()).into_owned().into(),
            key_span: key.span(),
            node: from_value(value),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Value::Table(entries)
}

fn from_value(spanned: &Spanned<DeValue<'_>>) -> Node {
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::String(clean(text).into_owned().into()),
        DeValue::Integer(integer) => Value::Integer(to_integer(integer.as_str(), integer.radix())),
        DeValue::Float(float) => Value::Decimal(float.as_str().to_owned().into()),
        DeValue::Boolean(boolean) => Value::Boolean(*boolean),
        DeValue::Datetime(datetime) => Value::Datetime(datetime.to_string().into()),
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
