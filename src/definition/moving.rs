//! What must hold of what was called otherwise, or had other points: that it leads somewhere, and is nothing else now.

use semver::Version;

use super::model::{Parts, Question};
use super::renames::{Fate, GONE, Rename, Repointed};
use super::rules::UNKNOWN_POINTS;
use super::validate::{key, reference};
use crate::diagnostic::Findings;
use crate::document::rules::INVALID_VALUE;
use crate::document::{Cursor, Document};

/// How to say which answers have the earlier points.
const WRITE_BEFORE: &str = "write the version from which on the points are those of now, such as before = \"1.2.0\"";

/// Adds what does not lead on.
pub(super) fn validate(definition: &Parts, document: &Document, findings: &mut Findings) {
    renames(definition, document, findings);
    repointed(definition, document, findings);
}

fn renames(definition: &Parts, document: &Document, findings: &mut Findings) {
    let place = |key: &str| document.at().key("renames").key(key);
    let mut check = |key: &str, what: &str, renames: &[Rename], known: &[&str]| {
        for (at, Rename { from, to }) in renames.iter().enumerate() {
            let cursor = place(key).key(from);
            // What has changed again leads to what it was called then; of what is still there, that is said.
            let renamed = |id: &str| renames.iter().any(|rename| rename.from == id);
            if !renamed(to) {
                reference(what, to, known, cursor.span(), findings);
            } else if Rename::steps(renames, to).all(|id| renamed(id) && !known.contains(&id)) {
                findings.add(
                    &INVALID_VALUE,
                    cursor.span(),
                    format!("`{from}` leads round in a circle, and to no {what}"),
                );
            }
            if known.contains(&from.as_str()) {
                findings
                    .add(
                        &INVALID_VALUE,
                        cursor.key_span(),
                        format!("{what} `{from}` is said to be renamed, and is still there"),
                    )
                    .help(
                        "what is renamed has one id only: remove this line, or give the one that is there another id",
                    );
            }
            if let Some(first) = renames[..at].iter().find(|first| first.to == *to) {
                findings
                    .add(&INVALID_VALUE, cursor.span(), format!("two earlier ids lead to {what} `{to}`"))
                    .related(place(key).key(&first.from).span(), "the other is here")
                    .help(format!(
                        "what changed twice stands in a row: `{}` = \"{from}\" and `{from}` = \"{to}\"; of two that became one, \
                         keep the one whose answers still count",
                        first.from
                    ));
            }
        }
    };
    macro_rules! check {
        ($key:ident, $what:literal, $items:expr) => {
            let known: Vec<&str> = $items.map(|item| item.id.as_str()).collect();
            check(stringify!($key), $what, &definition.renames.$key, &known);
        };
    }
    check!(levels, "level", definition.levels.iter());
    check!(profile, "fact", definition.profile.iter());
    check!(criteria, "criterion", definition.criteria.iter());
    check!(questions, "question", definition.questions().map(|(_, question)| question));
    check!(actions, "action", definition.actions.iter());
}

/// Earlier points must lead to options that are there, and be none that answers of now could have.
fn repointed(definition: &Parts, document: &Document, findings: &mut Findings) {
    let known: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let versioned = document.at().key("version").text().is_some_and(|text| Version::parse(text).is_ok());
    for (at, step) in definition.renames.points.iter().enumerate() {
        let id = &step.question;
        let place = document.at().key("renames").key("points").key(id);
        let Some((_, question)) = definition.questions().find(|(_, question)| question.id == *id) else {
            key("question", id, &known, place.key_span(), findings);
            continue;
        };
        let of = |list: &'_ [Repointed]| list.iter().filter(|other| other.question == *id).count();
        let place = if place.index(0).arrived() { place.index(of(&definition.renames.points[..at])) } else { place };
        let (earlier, later) = (&definition.renames.points[..at], &definition.renames.points[at + 1..]);
        let last = earlier.iter().rfind(|other| other.question == *id);
        match &step.before {
            // Where the version could not be read, that is what is said.
            Some(before) if *before > definition.version && versioned => {
                let message = format!("`{before}` is later than this version, {}", definition.version);
                findings.add(&INVALID_VALUE, place.key("before").span(), message);
            }
            Some(before) if last.is_some_and(|last| last.before.as_ref().is_none_or(|last| last >= before)) => {
                findings
                    .add(&INVALID_VALUE, place.key("before").span(), "what changed earlier stands first")
                    .help("write the tables of a question in the order of their `before`, each with its own");
            }
            None if last.is_some() && !place.key("before").arrived() => {
                findings
                    .add(&INVALID_VALUE, place.span(), format!("points of `{id}` that changed twice need `before`"))
                    .help(WRITE_BEFORE);
            }
            _ => {}
        }
        merged(step, place, findings);
        let later: Vec<&Repointed> = later.iter().filter(|other| other.question == *id).collect();
        targets(question, step, &later, place, findings);
    }
}

/// What each of the earlier points of a step is now, by it and the steps after it.
fn targets(question: &Question, step: &Repointed, later: &[&Repointed], place: Cursor<'_>, findings: &mut Findings) {
    let id = &question.id;
    // Where the version could not be read, that is what is said.
    let lacks_before = step.before.is_none() && !place.key("before").arrived();
    for (from, to) in &step.points {
        let place = place.key(&from.to_string());
        let mut fate = to.map_or(Fate::Gone, Fate::Points);
        for other in later {
            let Fate::Points(points) = fate else { break };
            fate = other.moved(points);
            if fate == Fate::Unsaid && other.before > step.before {
                let before = other.before.as_ref().map(|before| format!(" before {before}")).unwrap_or_default();
                let message = format!("what the option of {points} points{before} has become is not said");
                findings.add(&INVALID_VALUE, place.span(), message).help(format!(
                    "another has its points since then: write there what it is now, or {points} = \"{GONE}\""
                ));
            }
        }
        if let Fate::Points(now) = fate
            && question.option_index(now).is_none()
        {
            let message = format!("question `{id}` has no option of {now} points");
            let help = format!("choose one of these, or write \"{GONE}\": {}", question.points_list());
            findings.add(&UNKNOWN_POINTS, place.span(), message).help(help);
        }
        if lacks_before && Some(*from) != *to && question.option_index(*from).is_some() {
            let message = format!("an option of `{id}` has {from} points now, so those of before need `before`");
            findings.add(&INVALID_VALUE, place.key_span(), message).help(WRITE_BEFORE);
        }
    }
}

/// Two earlier options become one on purpose only: answers to the one would count as answers to the other.
fn merged(step: &Repointed, place: Cursor<'_>, findings: &mut Findings) {
    for (at, (from, to)) in step.points.iter().enumerate() {
        let Some(to) = to.filter(|to| !step.merged.contains(to)) else { continue };
        let Some((first, _)) = step.points[..at].iter().find(|(_, other)| *other == Some(to)) else { continue };
        let points = |points: &u32| place.key(&points.to_string());
        let message = format!("the options of {first} and {from} points both lead to the one of {to} points");
        findings.add(&INVALID_VALUE, points(from).span(), message).related(points(first).span(), "the other is here").help(
            format!(
                "if one was taken out, write \"{GONE}\" for its points; if both have become one, merged = [{to}] says so"
            ),
        );
    }
    for (at, to) in step.merged.iter().enumerate() {
        if step.points.iter().filter(|(_, other)| *other == Some(*to)).count() < 2 {
            let message = format!("no two options lead to the one of {to} points, so nothing is merged there");
            findings
                .add(&INVALID_VALUE, place.key("merged").index(at).span(), message)
                .help(format!("write the points of all that have become it, such as 3 = {to} and 4 = {to}"));
        }
    }
}
