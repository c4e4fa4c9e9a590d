//! Reading one answer set from TOML or JSON. What is good is kept; what is not becomes a finding.

use std::sync::Arc;

use semver::Version;

use super::own_plan::{self, shorten};
use super::profile::{drop_unasked, not_asked, read_profile};
use super::rules::{
    NOT_APPLICABLE_NOT_ALLOWED, NOTHING_APPLICABLE, OTHER_MAJOR_VERSION, OTHER_VERSION, UNKNOWN_ASSESSMENT,
    UNKNOWN_QUESTION, WRONG_ASSESSMENT,
};
use super::version::other_major;
use super::{Answer, AnswerSet, DATE, OwnPlan, date, is_not_applicable};
use crate::definition::rules::UNKNOWN_POINTS;
use crate::definition::{Definition, Earlier, Fate, Profile, Question};
use crate::diagnostic::{Finding, Findings, nearest};
use crate::document::rules::{DUPLICATE_KEY, INVALID_VALUE, MISSING_KEY, OUT_OF_RANGE, UNKNOWN_KEY};
use crate::document::{Document, Entry, Expected, Fields, Node, Value, read_string, whole, wrong_type};
use crate::text::fold;
use crate::words::answers as say;
use crate::words::diagnostic::did_you_mean;
use crate::words::document::first_here;
use crate::words::lists::between_names;

const MAX_METADATA: usize = 200;

/// The id of the assessment that the answer set in `document` says it belongs to.
pub fn assessment_of(document: &Document) -> Option<&str> {
    document.at().key("assessment").text()
}

/// The version of the assessment that the answer set in `document` says it answers.
pub fn version_of(document: &Document) -> Option<&str> {
    document.at().key("version").text()
}

/// What is wrong where the answer set in `document` names no assessment, or one that is none of those `bundled`.
pub fn unknown_assessment(document: &Document, id: Option<&str>, bundled: &[&str]) -> Finding {
    let mut findings = Findings::new(Arc::clone(&document.source));
    let span = document.at().key("assessment").span();
    let finding = match id {
        Some(id) => findings.add(&UNKNOWN_ASSESSMENT, span, say::no_bundled(id)),
        None => {
            let finding = findings.add(&MISSING_KEY, span, say::needs_assessment());
            let first = bundled.first().copied().unwrap_or_default();
            return finding.help(say::write_at_the_top(first)).clone();
        }
    };
    match id.and_then(|id| nearest(id, bundled.iter().copied())) {
        Some(near) => finding.help(did_you_mean(near)),
        None => finding.help(say::bundled(&bundled.join(between_names()))),
    };
    finding.clone()
}

/// Reads the answers to `definition`. On errors the set holds what could be read, and must not be scored as if
/// it were whole.
pub fn read(document: &Document, definition: &Definition) -> (AnswerSet, Vec<Finding>) {
    read_as(document, definition, false)
}

/// The same, where answers to another major version may be taken for answers to any other.
pub(super) fn read_as(document: &Document, definition: &Definition, accept_major: bool) -> (AnswerSet, Vec<Finding>) {
    let mut findings = Findings::new(Arc::clone(&document.source));
    let findings_ref = &mut findings;
    let version = version_of(document).and_then(|version| Version::parse(version).ok());
    let earlier = Earlier::new(definition, version.as_ref());
    let mut fields = Fields::new(&document.root, say::an_answer_set(), findings_ref);
    check_assessment(&mut fields, definition, accept_major, findings_ref);
    let mut set = AnswerSet {
        metadata: Vec::new(),
        profile: Profile::default(),
        answers: vec![Answer::Unanswered; definition.questions().count()],
        notes: vec![None; definition.questions().count()],
        actions: OwnPlan::default(),
    };
    if fields.optional("answers").is_none() {
        findings_ref.add(&MISSING_KEY, fields.span(), say::needs_answers()).help(say::write_answers());
    }
    set.profile = read_profile(fields.table("profile", findings_ref), definition, findings_ref);
    read_answers(&mut fields, &mut set, earlier, findings_ref);
    for question in drop_unasked(&mut set, definition) {
        not_asked(question, document.at().key("answers").key(&question.id).span(), findings_ref);
    }
    if !set.answers.is_empty() && set.answers.iter().all(|answer| *answer == Answer::NotApplicable) {
        nothing_applicable(&set, document, definition, findings_ref);
    }
    for entry in fields.table("notes", findings_ref) {
        if let Some((at, _)) = find_question(entry, earlier, findings_ref) {
            let note = read_string(&entry.node, findings_ref);
            set.notes[at] = note.map(|text| shorten(text, &entry.node, findings_ref));
        }
    }
    if let Some(node) = fields.optional("actions") {
        set.actions = own_plan::read(node, earlier, findings_ref);
    }
    set.metadata = fields.others().filter_map(|entry| read_metadata(entry, earlier, findings_ref)).collect();
    if set.metadata.len() > MAX_METADATA {
        set.metadata.truncate(MAX_METADATA);
        findings.add(&OUT_OF_RANGE, document.root.span.clone(), say::much_metadata(MAX_METADATA));
    }
    (set, findings.into_sorted())
}

fn check_assessment(fields: &mut Fields<'_>, definition: &Definition, accept_major: bool, findings: &mut Findings) {
    let id = fields.optional_text("assessment", findings);
    if let Some(id) = id.filter(|id| *id != definition.id) {
        let span = fields.optional("assessment").map_or(0..0, |node| node.span.clone());
        findings.add(&WRONG_ASSESSMENT, span, say::of_another(&id, &definition.id));
    }
    let Some(version) = fields.optional_text("version", findings) else { return };
    let span = fields.optional("version").map_or(0..0, |node| node.span.clone());
    match Version::parse(&version) {
        Ok(version) if version == definition.version => {}
        Ok(version) => {
            if let Some(why) = other_major(&version.to_string(), definition).filter(|_| !accept_major) {
                findings.add(&OTHER_MAJOR_VERSION, span, why).help(say::how_to_accept());
                return;
            }
            let message = say::of_other_version(&definition.id, &version.to_string(), &definition.version.to_string());
            findings.add(&OTHER_VERSION, span, message).help(say::read_again());
        }
        Err(_) => {
            findings
                .add(&INVALID_VALUE, span, say::no_version(&version))
                .help(say::write_version(&definition.version.to_string()));
        }
    }
}

/// Reads the answers. A question that was renamed may be answered under its earlier id, but not under both.
fn read_answers(fields: &mut Fields<'_>, set: &mut AnswerSet, earlier: Earlier<'_>, findings: &mut Findings) {
    let mut answered: Vec<Option<&Entry>> = vec![None; set.answers.len()];
    for entry in fields.table("answers", findings) {
        let Some((at, question)) = find_question(entry, earlier, findings) else { continue };
        if let Some(before) = answered[at].replace(entry) {
            findings
                .add(&DUPLICATE_KEY, entry.key_span.clone(), say::answered_twice(&question.id))
                .related(before.key_span.clone(), first_here())
                .help(say::remove_earlier_answer());
        }
        if let Some(answer) = read_answer(&entry.node, question, earlier, findings) {
            set.answers[at] = answer;
        }
    }
}

/// Says that there is nothing to score: all is answered n/a, or nothing is asked of this organisation.
fn nothing_applicable(set: &AnswerSet, document: &Document, definition: &Definition, findings: &mut Findings) {
    let mut questions = definition.questions();
    let asked = questions.any(|(_, question)| definition.applies(&question.condition, &set.profile).counts());
    let (key, message, help) = match asked {
        true => ("answers", say::all_not_applicable(), say::answer_one()),
        false => ("profile", say::nothing_asked(), say::mend_profile()),
    };
    findings.add(&NOTHING_APPLICABLE, document.at().key(key).key_span(), message).help(help);
}

fn find_question<'a>(entry: &Entry, earlier: Earlier<'a>, findings: &mut Findings) -> Option<(usize, &'a Question)> {
    let definition = earlier.definition();
    let found = earlier.question(&entry.key);
    if found.is_none() {
        let message = say::no_question(&definition.id, &entry.key);
        findings
            .add(&UNKNOWN_QUESTION, entry.key_span.clone(), message)
            .suggest(&entry.key, definition.questions().map(|(_, question)| question.id.as_str()));
    }
    found
}

/// An answer as it is written: points, as a number or in a string, or a word for not applicable.
pub fn read_answer(node: &Node, question: &Question, earlier: Earlier<'_>, findings: &mut Findings) -> Option<Answer> {
    let points = |points: Option<u32>, written: &str, findings: &mut Findings| {
        let fate = points.map(|points| earlier.fate(question, points));
        option_of(fate, written, node, question, findings)
    };

    match &node.value {
        Value::String(text) if is_not_applicable(text) => {
            if !question.not_applicable.is_allowed() {
                findings
                    .add(&NOT_APPLICABLE_NOT_ALLOWED, node.span.clone(), say::always_applies(&question.id))
                    .help(choices(question));
                return None;
            }
            Some(Answer::NotApplicable)
        }
        Value::String(text) => match fold(text).parse::<u32>() {
            Ok(given) => points(Some(given), text, findings),
            Err(_) => {
                let message = say::no_answer(&question.id, text);
                findings.add(&INVALID_VALUE, node.span.clone(), message).help(choices(question));
                None
            }
        },
        Value::Integer(given) => points(u32::try_from(*given).ok(), &given.to_string(), findings),
        Value::Decimal(text) => points(whole(text), text, findings),
        _ => {
            wrong_type(node, Expected::Other(say::points_or_na()), findings);
            None
        }
    }
}

/// The points that an answer is written as.
pub(super) fn points_of(node: &Node) -> Option<u32> {
    match &node.value {
        Value::String(text) => fold(text).parse().ok(),
        Value::Integer(given) => u32::try_from(*given).ok(),
        Value::Decimal(text) => whole(text),
        _ => None,
    }
}

fn option_of(
    fate: Option<Fate>,
    written: &str,
    node: &Node,
    question: &Question,
    findings: &mut Findings,
) -> Option<Answer> {
    let option = match fate {
        Some(Fate::Points(now)) => question.option_index(now),
        _ => None,
    };
    if option.is_none() {
        let id = &question.id;
        let message = match fate {
            Some(Fate::Gone) => say::option_gone(id, written),
            Some(Fate::Unsaid) => say::option_unsaid(id, written),
            _ => say::no_option(id, written),
        };
        findings.add(&UNKNOWN_POINTS, node.span.clone(), message).help(choices(question));
    }
    option.map(Answer::Option)
}

fn choices(question: &Question) -> String {
    let points = question.points_list();
    if question.not_applicable.is_allowed() { say::choices_or_na(&points) } else { say::choices(&points) }
}

/// Whether a key beside answers says that their numbers are no points of options, as it may in other files.
fn says_of_points(key: &str, value: &Value) -> bool {
    let key = key.to_lowercase().replace(['-', '_', ' '], "");
    let is_turned = ["reverse", "invert"].iter().any(|begin| key.starts_with(begin));
    let is_other =
        ["scale", "scaling", "coding", "polarity", "legend", "max", "maxscore", "尺度", "凡例"].contains(&key.as_str());
    match value {
        Value::Boolean(is) => is_turned && *is,
        Value::Integer(_) => is_other,
        Value::String(text) => is_other && text.contains(|c: char| c.is_ascii_digit()) || is_turned && !text.is_empty(),
        _ => false,
    }
}

fn read_metadata(entry: &Entry, earlier: Earlier<'_>, findings: &mut Findings) -> Option<(String, String)> {
    if earlier.question(&entry.key).is_some() {
        let finding = findings.add(&UNKNOWN_KEY, entry.key_span.clone(), say::beside_answers(&entry.key));
        finding.help(say::move_below_answers());
        return None;
    }
    if says_of_points(&entry.key, &entry.node.value) {
        let finding = findings.add(&INVALID_VALUE, entry.key_span.clone(), say::other_points(&entry.key));
        finding.help(say::write_points());
        return None;
    }
    let text = match &entry.node.value {
        Value::String(text) => shorten(text, &entry.node, findings).split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Integer(integer) => integer.to_string(),
        Value::Decimal(text) | Value::Datetime(text) => text.to_string(),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Null => return None,
        Value::Table(_) | Value::Array(_) => {
            findings
                .add(&UNKNOWN_KEY, entry.key_span.clone(), say::no_table(&entry.key))
                .suggest(&entry.key, ["profile", "answers", "notes", "actions"]);
            return None;
        }
    };
    if entry.key != DATE || text.is_empty() {
        return Some((entry.key.to_string(), text));
    }
    let day = date(&text);
    if day.is_none() {
        findings.add(&INVALID_VALUE, entry.node.span.clone(), say::no_date(&text)).help(say::write_date());
    }
    Some((entry.key.to_string(), day.map_or(text, |day| day.to_string())))
}
