//! Reading one answer set from TOML or JSON. What is good is kept; what is not becomes a finding.

use std::sync::Arc;

use semver::Version;

use super::profile::{drop_unasked, not_asked, read_profile};
use super::rules::{
    NOT_APPLICABLE_NOT_ALLOWED, NOTHING_APPLICABLE, OTHER_MAJOR_VERSION, OTHER_VERSION, UNKNOWN_ACTION,
    UNKNOWN_ASSESSMENT, UNKNOWN_QUESTION, WRONG_ASSESSMENT,
};
use super::version::{HOW_TO_ACCEPT, other_major};
use super::{Answer, AnswerSet, DATE, OwnPlan, date, is_not_applicable};
use crate::definition::rules::UNKNOWN_POINTS;
use crate::definition::{Definition, Earlier, Fate, Profile, Question, read_effort};
use crate::diagnostic::{Finding, Findings, nearest};
use crate::document::rules::{DUPLICATE_KEY, INVALID_VALUE, MISSING_KEY, OUT_OF_RANGE, UNKNOWN_KEY};
use crate::document::{Document, Entry, Fields, Node, Value, read_string, whole, wrong_type};
use crate::text::fold;

/// The most characters of a metadata value that are kept, and of a note.
const MAX_TEXT: usize = 10_000;
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
        Some(id) => findings.add(&UNKNOWN_ASSESSMENT, span, format!("there is no bundled assessment `{id}`")),
        None => {
            let finding = findings.add(&MISSING_KEY, span, "an answer set needs the key `assessment`");
            let first = bundled.first().copied().unwrap_or_default();
            return finding.help(format!("write at the top: assessment = \"{first}\"")).clone();
        }
    };
    match id.and_then(|id| nearest(id, bundled.iter().copied())) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!(
            "bundled: `{}`; for one of your own add `--assessment path/to/definition.toml`",
            bundled.join("`, `")
        )),
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
    let mut fields = Fields::new(&document.root, "an answer set", findings_ref);
    check_assessment(&mut fields, definition, accept_major, findings_ref);
    let mut set = AnswerSet {
        metadata: Vec::new(),
        profile: Profile::default(),
        answers: vec![Answer::Unanswered; definition.questions().count()],
        notes: vec![None; definition.questions().count()],
        actions: OwnPlan::default(),
    };
    if fields.optional("answers").is_none() {
        findings_ref
            .add(&MISSING_KEY, fields.span(), "an answer set needs the table `answers`")
            .help("write a line `[answers]` above the first answer");
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
        set.actions = read_own_plan(node, earlier, findings_ref);
    }
    set.metadata = fields.others().filter_map(|entry| read_metadata(entry, findings_ref)).collect();
    if set.metadata.len() > MAX_METADATA {
        set.metadata.truncate(MAX_METADATA);
        let message = format!("there are more than {MAX_METADATA} keys of metadata");
        findings.add(&OUT_OF_RANGE, document.root.span.clone(), message);
    }
    (set, findings.into_sorted())
}

fn check_assessment(fields: &mut Fields<'_>, definition: &Definition, accept_major: bool, findings: &mut Findings) {
    let id = fields.optional_text("assessment", findings);
    if let Some(id) = id.filter(|id| *id != definition.id) {
        let span = fields.optional("assessment").map_or(0..0, |node| node.span.clone());
        findings.add(&WRONG_ASSESSMENT, span, format!("these are answers to `{id}`, not to `{}`", definition.id));
    }
    let Some(version) = fields.optional_text("version", findings) else { return };
    let span = fields.optional("version").map_or(0..0, |node| node.span.clone());
    match Version::parse(&version) {
        Ok(version) if version == definition.version => {}
        Ok(version) => {
            if let Some(why) = other_major(&version.to_string(), definition).filter(|_| !accept_major) {
                findings.add(&OTHER_MAJOR_VERSION, span, why).help(HOW_TO_ACCEPT);
                return;
            }
            let message = format!(
                "these are answers to version {version} of `{}`, and are scored by version {}",
                definition.id, definition.version
            );
            findings.add(&OTHER_VERSION, span, message).help(
                "questions and options may have changed their meaning: read them again before you rely on the result",
            );
        }
        Err(_) => {
            findings
                .add(&INVALID_VALUE, span, format!("`{version}` is not a version"))
                .help(format!("write `{}`, or leave the key out", definition.version));
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
                .add(&DUPLICATE_KEY, entry.key_span.clone(), format!("question `{}` is answered twice", question.id))
                .related(before.key_span.clone(), "first here")
                .help("one of the two is its id of an earlier version: remove the answer that is out of date");
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
        true => (
            "answers",
            "every question is answered n/a, so there is nothing to score",
            "answer at least one question with points",
        ),
        false => (
            "profile",
            "no question is asked of an organisation with this profile, so there is nothing to score",
            "what `profile` tells decides it: mend that if it is wrong",
        ),
    };
    findings.add(&NOTHING_APPLICABLE, document.at().key(key).key_span(), message).help(help);
}

fn find_question<'a>(entry: &Entry, earlier: Earlier<'a>, findings: &mut Findings) -> Option<(usize, &'a Question)> {
    let definition = earlier.definition();
    let found = earlier.question(&entry.key);
    if found.is_none() {
        let message = format!("`{}` has no question `{}`", definition.id, entry.key);
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
                    .add(
                        &NOT_APPLICABLE_NOT_ALLOWED,
                        node.span.clone(),
                        format!("question `{}` always applies", question.id),
                    )
                    .help(choices(question));
                return None;
            }
            Some(Answer::NotApplicable)
        }
        Value::String(text) => match fold(text).parse::<u32>() {
            Ok(given) => points(Some(given), text, findings),
            Err(_) => {
                let message = format!("`{text}` is no answer to `{}`", question.id);
                findings.add(&INVALID_VALUE, node.span.clone(), message).help(choices(question));
                None
            }
        },
        Value::Integer(given) => points(u32::try_from(*given).ok(), &given.to_string(), findings),
        Value::Decimal(text) => points(whole(text), text, findings),
        _ => {
            wrong_type(node, "points or \"n/a\"", findings);
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
            Some(Fate::Gone) => format!("the option of {written} points that question `{id}` had is gone"),
            Some(Fate::Unsaid) => format!(
                "another option of question `{id}` has {written} points now, and what that of before has become is not said"
            ),
            _ => format!("question `{id}` has no option of {written} points"),
        };
        findings.add(&UNKNOWN_POINTS, node.span.clone(), message).help(choices(question));
    }
    option.map(Answer::Option)
}

fn choices(question: &Question) -> String {
    let not_applicable = if question.not_applicable.is_allowed() { "; \"n/a\" where it does not apply" } else { "" };
    format!("choose one of these: {}{not_applicable}", question.points_list())
}

fn read_metadata(entry: &Entry, findings: &mut Findings) -> Option<(String, String)> {
    let text = match &entry.node.value {
        Value::String(text) => shorten(text, &entry.node, findings).split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Integer(integer) => integer.to_string(),
        Value::Decimal(text) | Value::Datetime(text) => text.clone(),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Null => return None,
        Value::Table(_) | Value::Array(_) => {
            findings
                .add(&UNKNOWN_KEY, entry.key_span.clone(), format!("an answer set has no table `{}`", entry.key))
                .suggest(&entry.key, ["profile", "answers", "notes", "actions"]);
            return None;
        }
    };
    if entry.key != DATE || text.is_empty() {
        return Some((entry.key.clone(), text));
    }
    let day = date(&text);
    if day.is_none() {
        findings
            .add(&INVALID_VALUE, entry.node.span.clone(), format!("`{text}` is no date that can be read for certain"))
            .help("write year, month and day: 2026-05-10");
    }
    Some((entry.key.clone(), day.map_or(text, |day| day.to_string())))
}

fn shorten(text: &str, node: &Node, findings: &mut Findings) -> String {
    if text.chars().count() > MAX_TEXT {
        let message = format!("a text of more than {MAX_TEXT} characters is too long");
        findings.add(&OUT_OF_RANGE, node.span.clone(), message);
    }
    text.chars().take(MAX_TEXT).collect()
}

fn read_own_plan(node: &Node, earlier: Earlier<'_>, findings: &mut Findings) -> OwnPlan {
    let mut fields = Fields::new(node, "`actions`", findings);
    let mut list = |key: &'static str, findings: &mut Findings| {
        let nodes = fields.items(key, 0..=500, findings);
        let action = |node: &Node| action_index(read_string(node, findings)?, node.span.clone(), earlier, findings);
        nodes.iter().filter_map(action).collect()
    };
    let done: Vec<usize> = list("done", findings);
    let excluded: Vec<usize> = list("excluded", findings);
    let mut effort = Vec::new();
    for entry in fields.table("effort", findings) {
        let Some(at) = action_index(&entry.key, entry.key_span.clone(), earlier, findings) else { continue };
        effort.extend(read_effort(&entry.node, findings).map(|effort| (at, effort)));
    }
    fields.finish(findings);
    OwnPlan { done, excluded, effort }
}

fn action_index(
    id: &str,
    span: std::ops::Range<usize>,
    earlier: Earlier<'_>,
    findings: &mut Findings,
) -> Option<usize> {
    let (definition, found) = (earlier.definition(), earlier.action(id));
    if found.is_none() {
        findings
            .add(&UNKNOWN_ACTION, span, format!("`{}` has no action `{id}`", definition.id))
            .suggest(id, definition.actions.iter().map(|action| action.id.as_str()));
    }
    found
}
