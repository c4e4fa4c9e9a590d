//! From the document to the model: types, bounds and keys. References between the parts are `validate`'s.
//!
//! The worked examples (`cases`) and the levels of rules (`lints`) are read by `check`, which alone needs them. Whatever
//! is wrong becomes a finding and a placeholder, so that every item keeps its place and all findings come at once. A
//! definition with errors is never used.

use semver::Version;

use super::clause::Clause;
use super::effort::Cost;
use super::id::required_id;
use super::kind::Kind;
use super::language::read_language;
use super::model::{
    Action, AnswerOption, Benchmark, Challenge, Criterion, Group, Level, NotApplicable, Parts, Pillar, Question, Raise,
    Share, SourceReference, Step,
};
use super::points::{MAX_POINTS, read_points};
use super::profile::{Condition, read_fact};
use super::renames::Renames;
use super::rules::POINTS_NOT_INCREASING;
use super::version::read_version;
use crate::diagnostic::Findings;
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Document, Entry, Expected, Fields, Node, Value, read_prose, read_score, read_text, wrong_type};
use crate::exact::Score;
use crate::words::definition as say;

/// The version of the file format.
const SCHEMA: u32 = 1;
const MAX_WEIGHT: u32 = 100;
/// The points of the first option, where it is only a text.
const FIRST_POINTS: u32 = 1;
/// The most characters of a reference to another standard.
const MAX_REF: usize = 200;
/// The most that a benchmark may have asked.
const MAX_RESPONDENTS: u32 = 1_000_000_000;

pub(super) fn read(document: &Document, findings: &mut Findings) -> Parts {
    let mut fields = Fields::new(&document.root, say::a_definition(), findings);
    read_schema(&mut fields, findings);
    let mut definition = Parts {
        id: required_id(&mut fields, "id", findings),
        version: (fields.required("version", findings))
            .and_then(|node| read_version(node, findings))
            .unwrap_or(Version::new(0, 0, 0)),
        language: read_language(&mut fields, findings),
        title: fields.text("title", findings),
        description: fields.prose("description", findings),
        respondents: fields.optional_text("respondents", findings),
        effort_unit: fields.optional_text("effort_unit", findings).unwrap_or_else(|| "person-weeks".to_owned()),
        effort_factor: 1,
        effort_scope: fields.optional_text("effort_scope", findings),
        sources: list(&mut fields, ("sources", Kind::Source), 0..=100, findings, read_source),
        pillars: list(&mut fields, ("pillars", Kind::Pillar), 0..=20, findings, read_pillar),
        groups: list(&mut fields, ("groups", Kind::Group), 0..=50, findings, read_group),
        levels: list(&mut fields, ("levels", Kind::Level), 2..=20, findings, read_level),
        profile: list(&mut fields, ("profile", Kind::Fact), 0..=20, findings, read_fact),
        criteria: list(&mut fields, ("criteria", Kind::Criterion), 1..=100, findings, read_criterion),
        challenges: list(&mut fields, ("challenges", Kind::Challenge), 0..=50, findings, read_challenge),
        actions: list(&mut fields, ("actions", Kind::Action), 0..=500, findings, read_action),
        benchmarks: list(&mut fields, ("benchmarks", Kind::Benchmark), 0..=50, findings, read_benchmark),
        renames: fields.optional("renames").map(|node| Renames::read(node, findings)).unwrap_or_default(),
        glossary: Vec::new(),
    };
    for benchmark in &mut definition.benchmarks {
        let place = |share: &Share| definition.levels.iter().position(|level| level.id == share.level);
        benchmark.shares.sort_by_key(place);
    }
    fields.optional("cases");
    fields.optional("lints");
    fields.finish(findings);
    definition
}

fn list<T>(
    fields: &mut Fields<'_>,
    (key, kind): (&'static str, Kind<'_>),
    count: std::ops::RangeInclusive<usize>,
    findings: &mut Findings,
    read: fn(&mut Fields<'_>, &mut Findings) -> T,
) -> Vec<T> {
    let nodes = fields.items(key, count, findings);
    let item = |node: &Node| {
        let mut fields = Fields::new(node, kind.one(), findings);
        let item = read(&mut fields, findings);
        fields.finish(findings);
        item
    };
    nodes.iter().map(item).collect()
}

fn read_schema(fields: &mut Fields<'_>, findings: &mut Findings) {
    let Some(node) = fields.required("schema", findings) else { return };
    match node.value {
        Value::Integer(schema) if schema == i64::from(SCHEMA) => {}
        Value::Integer(schema) => {
            findings
                .add(&INVALID_VALUE, node.span.clone(), say::unknown_schema(schema))
                .help(say::known_schema(SCHEMA));
        }
        _ => wrong_type(node, Expected::Integer, findings),
    }
}

fn read_source(fields: &mut Fields<'_>, findings: &mut Findings) -> SourceReference {
    SourceReference { id: required_id(fields, "id", findings), title: fields.text("title", findings) }
}

fn read_pillar(fields: &mut Fields<'_>, findings: &mut Findings) -> Pillar {
    Pillar { id: required_id(fields, "id", findings), name: fields.text("name", findings) }
}

fn read_group(fields: &mut Fields<'_>, findings: &mut Findings) -> Group {
    Group { id: required_id(fields, "id", findings), name: fields.text("name", findings) }
}

fn read_level(fields: &mut Fields<'_>, findings: &mut Findings) -> Level {
    let id = required_id(fields, "id", findings);
    Level {
        name: fields.text("name", findings),
        summary: fields.prose("summary", findings),
        requires: fields.optional("requires").map(|node| Clause::read(node, &id, findings)).unwrap_or_default(),
        id,
    }
}

fn read_criterion(fields: &mut Fields<'_>, findings: &mut Findings) -> Criterion {
    Criterion {
        id: required_id(fields, "id", findings),
        name: fields.text("name", findings),
        description: fields.prose("description", findings),
        group: fields.reference("group", findings),
        weight: fields.integer("weight", 1..=MAX_WEIGHT, 1, findings),
        in_place: read_in_place(fields, findings),
        see: read_see(fields, findings),
        questions: list(fields, ("questions", Kind::Question), 1..=100, findings, read_question),
    }
}

/// The id of another assessment, which need not be at hand.
fn read_see(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<String> {
    fields.optional("see").is_some().then(|| required_id(fields, "see", findings)).filter(|id| !id.is_empty())
}

/// From 0.1: at 0 a criterion would be in place whatever is answered, and n/a would take that away.
fn read_in_place(fields: &mut Fields<'_>, findings: &mut Findings) -> Score {
    let score = fields.score("in_place", findings).unwrap_or(Score::DEFAULT_IN_PLACE);
    if score == Score::ZERO {
        let span = fields.optional("in_place").map_or(fields.span(), |node| node.span.clone());
        findings.add(&OUT_OF_RANGE, span, say::in_place_range());
    }
    score
}

fn read_question(fields: &mut Fields<'_>, findings: &mut Findings) -> Question {
    Question {
        id: required_id(fields, "id", findings),
        text: fields.text("text", findings),
        help: fields.optional_prose("help", findings),
        level: fields.reference("level", findings),
        weight: fields.integer("weight", 1..=MAX_WEIGHT, 1, findings),
        not_applicable: read_not_applicable(fields, findings),
        condition: Condition::read(fields, findings),
        refs: read_refs(fields, findings),
        options: read_options(fields, findings),
    }
}

/// Whether n/a is an answer: yes, no, or a text that says when.
fn read_not_applicable(fields: &mut Fields<'_>, findings: &mut Findings) -> NotApplicable {
    let Some(node) = fields.optional("not_applicable") else { return NotApplicable::Yes };
    match &node.value {
        Value::Boolean(false) => NotApplicable::No,
        Value::Boolean(true) => NotApplicable::Yes,
        Value::String(text) => {
            // Taken for a text, the slip `"false"` would let everybody answer n/a.
            if let Some(meant) = meant_by(text) {
                let finding = findings
                    .add(&INVALID_VALUE, node.span.clone(), say::no_when(text))
                    .help(say::write_or_say_when(meant));
                if matches!(text.trim().to_lowercase().as_str(), "true" | "yes" | "false" | "no") {
                    finding.fix(node.span.clone(), meant.to_string());
                }
            }
            read_text(node, findings).map_or(NotApplicable::Yes, NotApplicable::When)
        }
        _ => {
            wrong_type(node, Expected::Other(say::true_false_or_when()), findings);
            NotApplicable::Yes
        }
    }
}

/// What is meant by a text that tells whether, and not when, a question does not apply.
pub(super) fn meant_by(when: &str) -> Option<bool> {
    match when.trim().trim_end_matches(['.', '。']).to_lowercase().as_str() {
        "true" | "yes" | "on" | "always" | "n/a" | "not applicable" | "does not apply" | "はい" | "該当なし"
        | "対象外" => Some(true),
        "false" | "no" | "off" | "never" | "none" | "nein" | "いいえ" | "なし" | "-" | "0" => Some(false),
        _ => None,
    }
}

/// An option is a table of points and text; one that is only a text is worth a point more than the one before, and so its
/// number where all of them are.
fn read_options(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<AnswerOption> {
    let mut options: Vec<AnswerOption> = Vec::new();
    // Of an option whose points could not be read, that is what is said: none is compared with it.
    let mut known = None;
    for node in fields.items("options", 2..=20, findings) {
        let next = options.last().map_or(FIRST_POINTS, |option| option.points + 1);
        if next > MAX_POINTS && !matches!(node.value, Value::Table(_)) {
            let finding = findings.add(&OUT_OF_RANGE, node.span.clone(), say::points_range(MAX_POINTS));
            finding.label(say::one_more_than_before());
        }
        let (points, text) = match &node.value {
            Value::Table(_) => read_option(node, known, findings),
            Value::String(_) => (Some(next), read_text(node, findings).unwrap_or_default()),
            _ => {
                wrong_type(node, Expected::Other(say::text_or_points_and_text()), findings);
                (None, String::new())
            }
        };
        known = points.or(known);
        options.push(AnswerOption { points: points.unwrap_or(next), text });
    }
    options
}

/// The points of an option, if they can be read, and its text.
fn read_option(node: &Node, before: Option<u32>, findings: &mut Findings) -> (Option<u32>, String) {
    let mut fields = Fields::new(node, say::an_option(), findings);
    let points_node = fields.required("points", findings);
    let points = points_node.and_then(|node| read_points(node, findings));
    if let (Some(node), Some(points), Some(before)) = (points_node, points, before)
        && points <= before
    {
        findings
            .add(&POINTS_NOT_INCREASING, node.span.clone(), say::points_do_not_rise(points, before))
            .help(say::worst_to_best());
    }
    let text = fields.text("text", findings);
    fields.finish(findings);
    (points, text)
}

fn read_action(fields: &mut Fields<'_>, findings: &mut Findings) -> Action {
    fields.required("raises", findings);
    Action {
        id: required_id(fields, "id", findings),
        title: fields.text("title", findings),
        why: fields.prose("why", findings),
        steps: fields.items("steps", 1..=20, findings).iter().map(|node| read_step(node, findings)).collect(),
        pillar: fields.reference("pillar", findings),
        effort: Cost::read(fields, findings),
        condition: Condition::read(fields, findings),
        after: fields.references("after", 0..=50, findings),
        raises: read_raises(fields, "raises", findings),
        source: fields.reference("source", findings),
        refs: read_refs(fields, findings),
        see: read_see(fields, findings),
    }
}

/// Short texts, as other standards are cited: `ISO 18295-1:2017 5.2`.
fn read_refs(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<String> {
    let read = |node: &Node, findings: &mut Findings| {
        let text = read_text(node, findings).unwrap_or_default();
        let length = text.chars().count();
        if length > MAX_REF {
            findings.add(&OUT_OF_RANGE, node.span.clone(), say::long_reference(length, MAX_REF));
        }
        text
    };
    fields.items("refs", 0..=20, findings).iter().map(|node| read(node, findings)).collect()
}

/// A step is a text, or a table of it and for whom it is.
fn read_step(node: &Node, findings: &mut Findings) -> Step {
    if !matches!(node.value, Value::Table(_)) {
        return Step { text: read_prose(node, findings).unwrap_or_default(), condition: Condition::default() };
    }
    let mut fields = Fields::new(node, say::a_step(), findings);
    let step = Step { text: fields.prose("text", findings), condition: Condition::read(&mut fields, findings) };
    fields.finish(findings);
    step
}

fn read_challenge(fields: &mut Fields<'_>, findings: &mut Findings) -> Challenge {
    fields.required("when", findings);
    Challenge {
        id: required_id(fields, "id", findings),
        name: fields.text("name", findings),
        summary: fields.prose("summary", findings),
        when: read_raises(fields, "when", findings),
        source: fields.reference("source", findings),
        condition: Condition::read(fields, findings),
    }
}

fn read_raises(fields: &mut Fields<'_>, key: &'static str, findings: &mut Findings) -> Vec<Raise> {
    let entries = fields.table(key, findings);
    let raise =
        |entry: &Entry| Some(Raise { question: entry.key.to_string(), points: read_points(&entry.node, findings)? });
    entries.iter().filter_map(raise).collect()
}

fn read_benchmark(fields: &mut Fields<'_>, findings: &mut Findings) -> Benchmark {
    fields.required("shares", findings);
    let share = |entry: &Entry, findings: &mut Findings| Share {
        level: entry.key.to_string(),
        percent: read_score(&entry.node, findings).unwrap_or(Score::ZERO),
    };
    Benchmark {
        id: required_id(fields, "id", findings),
        name: fields.text("name", findings),
        n: fields.optional_integer("n", 1..=MAX_RESPONDENTS, findings),
        year: fields.optional_integer("year", 1900..=2100, findings),
        method: fields.optional_text("method", findings),
        shares: fields.table("shares", findings).iter().map(|entry| share(entry, findings)).collect(),
        source: fields.reference("source", findings),
        condition: Condition::read(fields, findings),
    }
}
