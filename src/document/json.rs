//! JSON into the tree.

use jsonc_parser::ast::{ObjectProp, Value as Ast};
use jsonc_parser::common::{Range, Ranged as _};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::rules::{DUPLICATE_KEY, SYNTAX};
use super::tree::{Entry, Node, Value};
use crate::diagnostic::Findings;
use crate::text::clean;
use crate::words::document::{first_here, key_twice};
use crate::words::document_syntax as say;

/// JSON as RFC 8259 has it, without any of the parser's liberties.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Parses the findings' source; the first syntax error and every repeated key become findings.
pub(super) fn parse(findings: &mut Findings) -> Option<Node> {
    let source = std::sync::Arc::clone(findings.source());
    let text = source.text();
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed.value,
        Err(error) => {
            let message = error.kind().to_string();
            // Messages begin in lower case here.
            let mut rest = message.chars();
            let message: String = rest.next().into_iter().flat_map(char::to_lowercase).chain(rest).collect();
            findings.add(&SYNTAX, span(error.range()), say::json(&clean(&message)));
            return None;
        }
    };
    match parsed {
        Some(object @ Ast::Object(_)) => Some(from_value(object, findings)),
        other => {
            let span = other.map_or(0..0, |value| span(value.range()));
            findings.add(&SYNTAX, span, say::an_object());
            None
        }
    }
}

fn span(range: Range) -> std::ops::Range<usize> {
    range.start..range.end
}

fn from_value(ast: Ast<'_>, findings: &mut Findings) -> Node {
    let span = span(ast.range());
    let value = match ast {
        Ast::StringLit(literal) => Value::String(clean(&literal.value).into_owned().into()),
        Ast::NumberLit(literal) => from_number(literal.value),
        Ast::BooleanLit(literal) => Value::Boolean(literal.value),
        Ast::NullKeyword(_) => Value::Null,
        Ast::Array(array) => Value::Array(array.elements.into_iter().map(|item| from_value(item, findings)).collect()),
        Ast::Object(object) => from_properties(object.properties, findings),
    };
    Node { value, span }
}

fn from_number(text: &str) -> Value {
    if text.contains(['.', 'e', 'E']) {
        return Value::Decimal(text.to_owned().into());
    }
    let bound = if text.starts_with('-') { i64::MIN } else { i64::MAX };
    Value::Integer(text.parse().unwrap_or(bound))
}

fn from_properties(properties: Vec<ObjectProp<'_>>, findings: &mut Findings) -> Value {
    let mut entries: Vec<Entry> = Vec::with_capacity(properties.len());
    let mut seen = std::collections::HashMap::new();
    for property in properties {
        let key_span = span(property.name.range());
        let key = clean(&property.name.into_string()).into_owned();
        if let Some(first) = seen.insert(key.clone(), key_span.clone()) {
            let finding = findings.add(&DUPLICATE_KEY, key_span.clone(), key_twice(&key));
            finding.related(first, first_here());
        }
        let node = from_value(property.value, findings);
        entries.push(Entry { key: key.into(), key_span, node });
    }
    Value::Table(entries)
}
