//! `--map`: what the user says that columns and cells mean, where it cannot be guessed.

use super::meaning::{Meaning, Why};
use super::plain;
use super::scale::Named;
use crate::answers::is_not_applicable;
use crate::answers::rules::UNKNOWN_QUESTION;
use crate::definition::{Definition, MAX_POINTS, read_points};
use crate::diagnostic::{Finding, Findings, repeated};
use crate::document::rules::{DUPLICATE_KEY, INVALID_VALUE};
use crate::document::{Document, Entry, Fields, Node, Value, read_text, wrong_type};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// A header, or the number of a column such as `#31`, and what is meant by it.
    pub columns: Vec<(String, Meaning)>,
    /// The folded text of a cell, and what it means.
    pub cells: Vec<(String, Meant)>,
    /// By what numbers stand for options, where it is said.
    pub scale: Option<Named>,
}

/// What the text of a cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    Points(u32),
    NotApplicable,
    Unanswered,
}

/// Reads a map for `definition`:
///
/// ```toml
/// scale = "0..4"                  # numbers are options counted from 0; "points" or "texts" otherwise
/// [columns]                       # header = id of a question or fact; "" carries the column along as metadata
/// "Q1 Onboarding" = "skills-onboarding"
/// "#31" = "skills-path"           # the 31st column, where headers are equal
/// [cells]                         # text = points, or "n/a"; "" for not answered
/// "Always" = 5
/// "Don't know" = ""
/// ```
pub fn read(document: &Document, definition: &Definition) -> (Map, Vec<Finding>) {
    let mut findings = Findings::new(std::sync::Arc::clone(&document.source));
    let findings_ref = &mut findings;
    let mut fields = Fields::new(&document.root, "a map", findings_ref);
    let mut map = Map { scale: scale(&mut fields, findings_ref), ..Map::default() };
    let columns = fields.table("columns", findings_ref);
    alike(columns, findings_ref);
    for entry in columns {
        if let Some(meaning) = column(&entry.node, definition, findings_ref) {
            map.columns.push((entry.key.clone(), meaning));
        }
    }
    let cells = fields.table("cells", findings_ref);
    alike(cells, findings_ref);
    for entry in cells {
        if let Some(meant) = meant(&entry.node, findings_ref) {
            map.cells.push((plain(&entry.key), meant));
        }
    }
    fields.finish(findings_ref);
    (map, findings.into_sorted())
}

fn scale(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Named> {
    let node = fields.optional("scale")?;
    let text = read_text(node, findings)?;
    let scale = text.parse();
    if let Err(why) = &scale {
        findings.add(&INVALID_VALUE, node.span.clone(), format!("`{text}` is no scale")).help(why);
    }
    scale.ok()
}

/// The number of the column that a header of a map means, if it is one such as `#31`.
pub(crate) fn column_number(header: &str) -> Option<usize> {
    header.strip_prefix('#')?.parse().ok().filter(|number| *number > 0)
}

/// Two keys that are the same once they are folded: which one counts could only be guessed.
fn alike(entries: &[Entry], findings: &mut Findings) {
    for (known, entry) in repeated(entries.iter().map(|entry| (plain(&entry.key), entry))) {
        let message = format!("`{}` and `{}` are the same text here", known.key, entry.key);
        findings
            .add(&DUPLICATE_KEY, entry.key_span.clone(), message)
            .help("case, width and white space make no difference: keep one of them");
    }
}

fn column(node: &Node, definition: &Definition, findings: &mut Findings) -> Option<Meaning> {
    let Value::String(id) = &node.value else {
        wrong_type(node, "the id of a question or fact", findings);
        return None;
    };
    let questions = || definition.questions().map(|(_, question)| question.id.as_str());
    let facts = || definition.profile.iter().map(|fact| fact.id.as_str());
    if id.is_empty() {
        return Some(Meaning::Metadata);
    }
    let question = questions().position(|known| known == id).map(|at| Meaning::Question(at, Why::Map));
    let found = question.or_else(|| facts().position(|known| known == id).map(|at| Meaning::Fact(at, Why::Map)));
    if found.is_none() {
        let message = format!("`{}` has no question `{id}`", definition.id);
        findings.add(&UNKNOWN_QUESTION, node.span.clone(), message).suggest(id, questions().chain(facts()));
    }
    found
}

fn meant(node: &Node, findings: &mut Findings) -> Option<Meant> {
    match &node.value {
        Value::String(text) if text.trim().is_empty() => Some(Meant::Unanswered),
        Value::String(text) if is_not_applicable(text) => Some(Meant::NotApplicable),
        Value::String(text) => {
            let points = text.trim().parse().ok().filter(|points| *points <= MAX_POINTS);
            if points.is_none() {
                findings
                    .add(&INVALID_VALUE, node.span.clone(), format!("`{text}` is no answer"))
                    .help("write points, \"n/a\", or \"\" for not answered");
            }
            points.map(Meant::Points)
        }
        Value::Integer(_) | Value::Decimal(_) => read_points(node, findings).map(Meant::Points),
        _ => {
            wrong_type(node, "points or \"n/a\"", findings);
            None
        }
    }
}
