//! What must hold of what was called otherwise, or had other points: that it leads somewhere, and is nothing else now.

use semver::Version;

use super::kind::Kind;
use super::model::{Parts, Question};
use super::renames::{Fate, GONE, Rename, Repointed};
use super::rules::UNKNOWN_POINTS;
use super::validate::{key, reference};
use crate::diagnostic::Findings;
use crate::document::rules::INVALID_VALUE;
use crate::document::{Cursor, Document};
use crate::words::definition_parts as say;

/// Adds what does not lead on.
pub(super) fn validate(definition: &Parts, document: &Document, findings: &mut Findings) {
    renames(definition, document, findings);
    repointed(definition, document, findings);
}

fn renames(definition: &Parts, document: &Document, findings: &mut Findings) {
    let place = |key: &str| document.at().key("renames").key(key);
    let mut check = |key: &str, kind: Kind<'_>, renames: &[Rename], known: &[&str]| {
        for (at, Rename { from, to }) in renames.iter().enumerate() {
            let cursor = place(key).key(from);
            // What has changed again leads to what it was called then; of what is still there, that is said.
            let renamed = |id: &str| renames.iter().any(|rename| rename.from == id);
            if !renamed(to) {
                reference(kind, to, known, cursor.span(), findings);
            } else if Rename::steps(renames, to).all(|id| renamed(id) && !known.contains(&id)) {
                findings.add(&INVALID_VALUE, cursor.span(), say::round_in_circle(from, &kind.noun()));
            }
            if known.contains(&from.as_str()) {
                findings
                    .add(&INVALID_VALUE, cursor.key_span(), say::still_there(&kind.noun(), from))
                    .help(say::one_id_only());
            }
            if let Some(first) = renames[..at].iter().find(|first| first.to == *to) {
                findings
                    .add(&INVALID_VALUE, cursor.span(), say::two_lead_to(&kind.noun(), to))
                    .related(place(key).key(&first.from).span(), say::the_other())
                    .help(say::changed_twice(&first.from, from, to));
            }
        }
    };
    macro_rules! check {
        ($key:ident, $kind:expr, $items:expr) => {
            let known: Vec<&str> = $items.map(|item| item.id.as_str()).collect();
            check(stringify!($key), $kind, &definition.renames.$key, &known);
        };
    }
    check!(levels, Kind::Level, definition.levels.iter());
    check!(profile, Kind::Fact, definition.profile.iter());
    check!(criteria, Kind::Criterion, definition.criteria.iter());
    check!(questions, Kind::Question, definition.questions().map(|(_, question)| question));
    check!(actions, Kind::Action, definition.actions.iter());
}

/// Earlier points must lead to options that are there, and be none that answers of now could have.
fn repointed(definition: &Parts, document: &Document, findings: &mut Findings) {
    let known: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let versioned = document.at().key("version").text().is_some_and(|text| Version::parse(text).is_ok());
    for (at, step) in definition.renames.points.iter().enumerate() {
        let id = &step.question;
        let place = document.at().key("renames").key("points").key(id);
        let Some((_, question)) = definition.questions().find(|(_, question)| question.id == *id) else {
            key(Kind::Question, id, &known, place.key_span(), findings);
            continue;
        };
        let of = |list: &'_ [Repointed]| list.iter().filter(|other| other.question == *id).count();
        let place = if place.index(0).arrived() { place.index(of(&definition.renames.points[..at])) } else { place };
        let (earlier, later) = (&definition.renames.points[..at], &definition.renames.points[at + 1..]);
        let last = earlier.iter().rfind(|other| other.question == *id);
        match &step.before {
            // Where the version could not be read, that is what is said.
            Some(before) if *before > definition.version && versioned => {
                let message = say::later_than_this(&before.to_string(), &definition.version.to_string());
                findings.add(&INVALID_VALUE, place.key("before").span(), message);
            }
            Some(before) if last.is_some_and(|last| last.before.as_ref().is_none_or(|last| last >= before)) => {
                findings
                    .add(&INVALID_VALUE, place.key("before").span(), say::earlier_first())
                    .help(say::order_of_before());
            }
            None if last.is_some() && !place.key("before").arrived() => {
                findings.add(&INVALID_VALUE, place.span(), say::need_before(id)).help(say::write_before());
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
                let message = match &other.before {
                    Some(before) => say::points_unsaid_before(points, &before.to_string()),
                    None => say::points_unsaid(points),
                };
                findings.add(&INVALID_VALUE, place.span(), message).help(say::write_now_or_gone(points, GONE));
            }
        }
        if let Fate::Points(now) = fate
            && question.option_index(now).is_none()
        {
            let message = say::no_option(id, now);
            let help = say::choose_or_gone(GONE, &question.points_list());
            findings.add(&UNKNOWN_POINTS, place.span(), message).help(help);
        }
        if lacks_before && Some(*from) != *to && question.option_index(*from).is_some() {
            let message = say::those_before_need(id, *from);
            findings.add(&INVALID_VALUE, place.key_span(), message).help(say::write_before());
        }
    }
}

/// Two earlier options become one on purpose only: answers to the one would count as answers to the other.
fn merged(step: &Repointed, place: Cursor<'_>, findings: &mut Findings) {
    for (at, (from, to)) in step.points.iter().enumerate() {
        let Some(to) = to.filter(|to| !step.merged.contains(to)) else { continue };
        let Some((first, _)) = step.points[..at].iter().find(|(_, other)| *other == Some(to)) else { continue };
        let points = |points: &u32| place.key(&points.to_string());
        let message = say::both_lead_to(*first, *from, to);
        findings
            .add(&INVALID_VALUE, points(from).span(), message)
            .related(points(first).span(), say::the_other())
            .help(say::gone_or_merged(GONE, to));
    }
    for (at, to) in step.merged.iter().enumerate() {
        if step.points.iter().filter(|(_, other)| *other == Some(*to)).count() < 2 {
            let message = say::nothing_merged(*to);
            findings
                .add(&INVALID_VALUE, place.key("merged").index(at).span(), message)
                .help(say::write_all_merged(*to));
        }
    }
}
