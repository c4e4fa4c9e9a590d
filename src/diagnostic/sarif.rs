//! Findings for code scanning: SARIF 2.1.0, which `tests/schemas/sarif-2.1.0.json` describes.
//!
//! Only what such a tool shows is written: rules with their descriptions, results with places, and mends.

use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;

use super::{Finding, Fix, Rule, Severity, Source, Unchecked};
use crate::words::diagnostic as say;

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    invocations: [Invocation<'a>; 1],
    column_kind: &'static str,
    results: Vec<Result<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Message<'a>,
    locations: [Whole; 1],
}

/// A file as a whole.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    physical_location: WholeFile,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WholeFile {
    artifact_location: Artifact,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message<'static>,
    full_description: Message<'static>,
    help: Message<'static>,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

#[derive(Serialize)]
struct Message<'a> {
    text: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mend<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mend<'a> {
    description: Message<'a>,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

/// Renders `findings`, and what was not checked, as one SARIF log; `rules` are all that could have been found.
pub fn render(findings: &[Finding], rules: &[&'static Rule], unchecked: &[Unchecked]) -> String {
    let notification = |Unchecked { file, reason }: &Unchecked| Notification {
        level: "note",
        message: Message { text: say::not_checked_since(reason).into() },
        locations: [Whole { physical_location: WholeFile { artifact_location: artifact(file) } }],
    };
    let driver = Driver {
        name: "cxm",
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.iter().map(|rule| descriptor(rule)).collect(),
    };
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            // What cannot be read was not looked at.
            invocations: [Invocation {
                execution_successful: findings.iter().all(|finding| finding.source.fault().is_none()),
                tool_execution_notifications: unchecked.iter().map(notification).collect(),
            }],
            column_kind: "unicodeCodePoints",
            results: findings.iter().map(|finding| result(finding, rules)).collect(),
        }],
    };
    serde_json::to_string_pretty(&log).expect("it is texts and numbers under keys that are texts") + "\n"
}

fn descriptor(rule: &Rule) -> Descriptor {
    let severity = rule.group.severity();
    let (bad, good) = rule.examples();
    Descriptor {
        id: rule.id,
        short_description: message(rule.summary()),
        full_description: message(rule.why()),
        help: Message { text: say::with_examples(rule.why(), &bad, &good).into() },
        default_configuration: Configuration { enabled: severity > Severity::Allow, level: severity.noun() },
        properties: Properties { tags: [rule.group.name()] },
    }
}

fn result<'a>(finding: &'a Finding, rules: &[&'static Rule]) -> Result<'a> {
    let source = &finding.source;
    let text = match &finding.help {
        Some(help) => say::message_and_help(&finding.message, help),
        None => finding.message.clone(),
    };
    let related = finding.related.iter();
    Result {
        rule_id: finding.rule.id,
        rule_index: rules.iter().position(|rule| rule.id == finding.rule.id),
        level: finding.severity.noun(),
        message: Message { text: text.into() },
        locations: [location(source, &finding.span, &finding.label)],
        related_locations: related.map(|(span, label)| location(source, span, label)).collect(),
        fixes: finding.fix.iter().map(|fix| mend(source, fix, finding.help.as_deref())).collect(),
    }
}

fn location<'a>(source: &Source, span: &Range<usize>, label: &'a str) -> Location<'a> {
    let physical_location =
        Physical { artifact_location: artifact(source.name()), region: region(source, &source.fit(span)) };
    Location { physical_location, message: Some(label).filter(|label| !label.is_empty()).map(message) }
}

fn mend<'a>(source: &Source, fix: &'a Fix, help: Option<&'a str>) -> Mend<'a> {
    let replacement =
        Replacement { deleted_region: region(source, &fix.span), inserted_content: message(&fix.replacement) };
    Mend {
        description: message(help.unwrap_or(say::mend_it())),
        artifact_changes: [Change { artifact_location: artifact(source.name()), replacements: [replacement] }],
    }
}

fn message(text: &str) -> Message<'_> {
    Message { text: text.into() }
}

fn region(source: &Source, span: &Range<usize>) -> Region {
    let (start, end) = (source.position(span.start), source.position(span.end));
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

/// The file's name as a relative reference: `/` between folders, and what a URI cannot hold as percent and digits.
fn artifact(name: &str) -> Artifact {
    let mut uri = String::new();
    for byte in name.trim_start_matches("./").bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    Artifact { uri }
}
