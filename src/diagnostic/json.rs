//! Findings for programs: `cxm.findings/1`. Keys may be added; those that are there stay.
//!
//! ```json
//! { "schema": "cxm.findings/1",
//!   "findings": [ { "rule": "missing-help", "group": "style", "level": "warning", "level_from": "...",
//!     "message": "...", "file": "...", "start": { "line": 1, "column": 1, "offset": 0 }, "end": { },
//!     "label": "...", "related": [ { "start": { }, "end": { }, "label": "..." } ], "help": "...",
//!     "fix": { "start": { }, "end": { }, "replacement": "..." } } ],
//!   "unchecked": [ { "file": "...", "reason": "..." } ] }
//! ```
//!
//! Lines and columns count from 1, columns in characters, offsets in bytes; `end` is behind the last character.

use std::ops::Range;

use serde::Serialize;

use super::{Finding, Source, Unchecked};

#[derive(Serialize)]
struct Page<'a> {
    schema: &'static str,
    findings: Vec<Entry<'a>>,
    unchecked: &'a [Unchecked],
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'static str,
    group: &'static str,
    level: &'static str,
    level_from: Option<&'a str>,
    message: &'a str,
    file: &'a str,
    #[serde(flatten)]
    at: At,
    label: Option<&'a str>,
    related: Vec<Labelled<'a>>,
    help: Option<&'a str>,
    fix: Option<Edit<'a>>,
}

#[derive(Serialize)]
struct At {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    offset: usize,
}

#[derive(Serialize)]
struct Labelled<'a> {
    #[serde(flatten)]
    at: At,
    label: &'a str,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    at: At,
    replacement: &'a str,
}

/// Renders `findings`, and what was not checked, as one JSON object.
pub fn render(findings: &[Finding], unchecked: &[Unchecked]) -> String {
    let page = Page { schema: "cxm.findings/1", findings: findings.iter().map(entry).collect(), unchecked };
    serde_json::to_string_pretty(&page).expect("it is texts and numbers under keys that are texts") + "\n"
}

fn entry(finding: &Finding) -> Entry<'_> {
    let source = &finding.source;
    let related = finding.related.iter();
    Entry {
        rule: finding.rule.id,
        group: finding.rule.group.name(),
        level: finding.severity.noun(),
        level_from: finding.severity_from.as_deref(),
        message: &finding.message,
        file: source.name(),
        at: at(source, &source.fit(&finding.span)),
        label: Some(finding.label.as_str()).filter(|label| !label.is_empty()),
        related: related.map(|(span, label)| Labelled { at: at(source, &source.fit(span)), label }).collect(),
        help: finding.help.as_deref(),
        fix: finding.fix.as_ref().map(|fix| Edit { at: at(source, &fix.span), replacement: &fix.replacement }),
    }
}

fn at(source: &Source, span: &Range<usize>) -> At {
    let place = |offset: usize| {
        let position = source.position(offset);
        Place { line: position.line, column: position.column, offset }
    };
    At { start: place(span.start), end: place(span.end) }
}
