//! `--map`: what the user says that columns and cells mean, where it cannot be guessed.

use super::meaning::{Meaning, Why};
use super::plain;
use super::scale::Named;
use crate::answers::is_not_applicable;
use crate::answers::rules::UNKNOWN_QUESTION;
use crate::definition::{Definition, Earlier, MAX_POINTS, read_points};
use crate::diagnostic::{Finding, Findings, repeated};
use crate::document::rules::{DUPLICATE_KEY, INVALID_VALUE};
use crate::document::{Document, Entry, Expected, Fields, Node, Value, read_text, wrong_type};
use crate::words::answers::points_or_na;
use crate::words::mapping_map as say;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// A header, or the number of a column such as `#31`, and what is meant by it.
    pub columns: Vec<(String, Meaning)>,
    /// Those of the columns that are carried along under another name: one of [`NAMES`].
    pub names: Vec<(String, &'static str)>,
    /// The folded text of a cell, and what it means.
    pub cells: Vec<(String, Meant)>,
    /// The same in the column of one question, whose index comes first; it goes before what holds for all.
    pub own_cells: Vec<(usize, String, Meant)>,
    /// The texts of all these cells as they are written.
    pub written: Vec<String>,
    /// By what numbers stand for options, where it is said.
    pub scale: Option<Named>,
    /// What holds of every row that is wanted: `COLUMN = VALUE`, or `COLUMN != VALUE`.
    pub conditions: Vec<String>,
}

/// What is known of an answer set beside its answers, by the names that results show and commands ask for.
pub const NAMES: [&str; 4] = ["organisation", "respondent", "date", "role"];

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
/// "Company" = "organisation"      # or respondent, date, role: metadata under the name that commands know
/// [cells]                         # text = points, "n/a", or "" (or a word) for not answered
/// "Always" = 5
/// "Don't know" = ""
/// [cells.skills-path]             # the same for one question alone, such as one whose numbers run the other way
/// 1 = 5
/// 5 = 1
/// [rows]
/// where = ["Finished = True"]     # only rows in which a column has this value, or has not: "Wave != 1"
/// ```
pub fn read(document: &Document, definition: &Definition) -> (Map, Vec<Finding>) {
    let mut findings = Findings::new(std::sync::Arc::clone(&document.source));
    let findings_ref = &mut findings;
    let mut fields = Fields::new(&document.root, say::a_map(), findings_ref);
    let mut map = Map { scale: scale(&mut fields, findings_ref), ..Map::default() };
    let columns = fields.table("columns", findings_ref);
    alike(columns, findings_ref);
    for entry in columns {
        let Some((meaning, name)) = column(&entry.node, definition, findings_ref) else { continue };
        map.columns.push((entry.key.to_string(), meaning));
        map.names.extend(name.map(|name| (entry.key.to_string(), name)));
    }
    let cells = fields.table("cells", findings_ref);
    alike(cells, findings_ref);
    for entry in cells {
        if matches!(entry.node.value, Value::Table(_)) {
            map.own_cells.extend(own_cells(entry, &map.columns, definition, findings_ref));
            map.written.extend(entry.node.entries().iter().map(|cell| cell.key.to_string()));
        } else if let Some(meant) = meant(&entry.node, findings_ref) {
            map.cells.push((plain(&entry.key), meant));
            map.written.push(entry.key.to_string());
        }
    }
    map.conditions = conditions(&mut fields, findings_ref);
    fields.finish_with(findings_ref, |entry| belongs(entry, definition));
    commented(findings_ref);
    (map, findings.into_sorted())
}

/// Under which header a line belongs that stands above all of them.
fn belongs(entry: &Entry, definition: &Definition) -> Option<&'static str> {
    let earlier = Earlier::new(definition, None);
    match &entry.node.value {
        _ if column_number(&entry.key).is_some() => Some(say::below_columns()),
        Value::String(id) if earlier.question(id).is_some() || earlier.fact(id).is_some() => Some(say::below_columns()),
        Value::Integer(_) => Some(say::below_cells()),
        _ => None,
    }
}

/// Finds numbers of columns without quotes, which TOML takes for comments.
fn commented(findings: &mut Findings) {
    let source = std::sync::Arc::clone(findings.source());
    let (mut at, mut is_columns) = (0, false);
    for line in source.text().split_inclusive('\n') {
        let code = line.trim();
        is_columns = if code.starts_with('[') { code.starts_with("[columns]") } else { is_columns };
        let key = code.split_once('=').map_or("", |(key, _)| key.trim_end());
        if is_columns && column_number(key).is_some() {
            let start = at + line.len() - line.trim_start().len();
            findings
                .add(&INVALID_VALUE, start..start + key.len(), say::is_a_comment(key))
                .help(say::number_in_quotes(key));
        }
        at += line.len();
    }
}

/// What the cells of one question mean, which `entry` names by its id, or by the header that is its column.
fn own_cells(
    entry: &Entry,
    columns: &[(String, Meaning)],
    definition: &Definition,
    findings: &mut Findings,
) -> Vec<(usize, String, Meant)> {
    let questions = || definition.questions().map(|(_, question)| question.id.as_str());
    let by_header = columns.iter().find(|(header, _)| plain(header) == plain(&entry.key));
    let question = match by_header {
        Some((_, Meaning::Question(question, _))) => Some(*question),
        _ => Earlier::new(definition, None).question(&entry.key).map(|(at, _)| at),
    };
    let Some(question) = question else {
        let message = say::no_question_or_header(&entry.key, &definition.id);
        findings.add(&UNKNOWN_QUESTION, entry.key_span.clone(), message).suggest(&entry.key, questions());
        return Vec::new();
    };
    let cells = entry.node.entries();
    alike(cells, findings);
    cells.iter().filter_map(|cell| Some((question, plain(&cell.key), meant(&cell.node, findings)?))).collect()
}

/// What holds of the rows that are wanted: a condition, or several.
fn conditions(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<String> {
    let Some(node) = fields.optional("rows") else { return Vec::new() };
    let mut rows = Fields::new(node, say::rows_of_a_map(), findings);
    let list = match rows.optional("where") {
        None => Vec::new(),
        Some(Node { value: Value::Array(list), .. }) => list.iter().collect(),
        Some(one) => vec![one],
    };
    let texts = list.into_iter().filter_map(|node| {
        let text = read_text(node, findings)?;
        if !text.contains('=') {
            findings
                .add(&INVALID_VALUE, node.span.clone(), say::no_condition(&text))
                .help(say::how_conditions_are_written());
        }
        Some(text.to_owned())
    });
    let texts = texts.collect();
    rows.finish(findings);
    texts
}

fn scale(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Named> {
    let node = fields.optional("scale")?;
    let text = read_text(node, findings)?;
    let scale = text.parse();
    if let Err(why) = &scale {
        findings.add(&INVALID_VALUE, node.span.clone(), say::no_scale(&text)).help(why);
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
        let message = say::same_text(&known.key, &entry.key);
        findings.add(&DUPLICATE_KEY, entry.key_span.clone(), message).help(say::keep_one());
    }
}

/// What a column is, and its name if it is metadata of one.
fn column(node: &Node, definition: &Definition, findings: &mut Findings) -> Option<(Meaning, Option<&'static str>)> {
    let Value::String(id) = &node.value else {
        wrong_type(node, Expected::Other(say::id_of_question_or_fact()), findings);
        return None;
    };
    let questions = || definition.questions().map(|(_, question)| question.id.as_str());
    let facts = || definition.profile.iter().map(|fact| fact.id.as_str());
    let earlier = Earlier::new(definition, None);
    let question = earlier.question(id).map(|(at, _)| Meaning::Question(at, Why::Map));
    let found = question.or_else(|| earlier.fact(id).map(|(at, _)| Meaning::Fact(at, Why::Map)));
    let name = NAMES.into_iter().find(|name| name == id);
    if found.is_none() && name.is_none() && !id.is_empty() {
        let message = say::no_question(&definition.id, id);
        findings
            .add(&UNKNOWN_QUESTION, node.span.clone(), message)
            .suggest(id, questions().chain(facts()).chain(NAMES));
        return None;
    }
    Some(found.map_or((Meaning::Metadata, name), |meaning| (meaning, None)))
}

/// Whether a text says in a map that something is no answer: nothing, or a word for it.
fn is_unanswered(text: &str) -> bool {
    matches!(plain(text).as_str(), "" | "not answered" | "unanswered" | "no answer" | "未回答" | "無回答")
}

fn meant(node: &Node, findings: &mut Findings) -> Option<Meant> {
    match &node.value {
        Value::String(text) if is_unanswered(text) => Some(Meant::Unanswered),
        Value::String(text) if is_not_applicable(text) => Some(Meant::NotApplicable),
        Value::String(text) => {
            let points = text.trim().parse().ok().filter(|points| *points <= MAX_POINTS);
            if points.is_none() {
                findings
                    .add(&INVALID_VALUE, node.span.clone(), say::no_answer(text))
                    .help(say::how_answers_are_written());
            }
            points.map(Meant::Points)
        }
        Value::Integer(_) | Value::Decimal(_) => read_points(node, findings).map(Meant::Points),
        _ => {
            wrong_type(node, Expected::Other(points_or_na()), findings);
            None
        }
    }
}
