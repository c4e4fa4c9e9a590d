//! How a version is read.

use semver::Version;

use crate::diagnostic::Findings;
use crate::document::rules::{INVALID_VALUE, WRONG_TYPE};
use crate::document::{Node, Value, read_string};
use crate::words::definition as say;

/// The version that is written here. One that lacks a number or its quotes, or begins with `v`, can be meant as no other.
pub(super) fn read_version(node: &Node, findings: &mut Findings) -> Option<Version> {
    let (text, rule, message) = match &node.value {
        Value::Integer(number) => (number.to_string(), &WRONG_TYPE, say::version_in_quotes(&number.to_string())),
        Value::Decimal(number) => (number.to_string(), &WRONG_TYPE, say::version_in_quotes(number)),
        _ => {
            let text = read_string(node, findings)?;
            (text.to_owned(), &INVALID_VALUE, say::no_version(text))
        }
    };
    let version = Version::parse(&text);
    if version.is_err() {
        let finding = findings.add(rule, node.span.clone(), message);
        finding.help(say::write_version());
        let plain = text.trim_start_matches(['v', 'V']);
        let meant = [plain.to_owned(), format!("{plain}.0"), format!("{plain}.0.0")];
        if let Some(meant) = meant.iter().find(|meant| Version::parse(meant).is_ok()) {
            finding.fix(node.span.clone(), format!("\"{meant}\""));
        }
    }
    version.ok()
}
