//! What belongs where: questions to levels, and criteria to groups.
//!
//! Whether these are there is asked here as well; all other references are `validate`'s.

use super::clause::Clause;
use super::model::{Criterion, Parts};
use super::validate::{is_unread, reference};
use crate::diagnostic::Findings;
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Cursor, Document};
use crate::exact::Score;

/// Adds what is wrong with `definition`, which was read from `document`, even if in part.
pub(super) fn validate(definition: &Parts, document: &Document, findings: &mut Findings) {
    questions_of_levels(definition, document, findings);
    groups(definition, document, findings);
}

/// Levels that ask something of their questions have some, and questions belong to levels that do.
fn questions_of_levels(definition: &Parts, document: &Document, findings: &mut Findings) {
    let levels: Vec<&str> = definition.levels.iter().map(|level| level.id.as_str()).collect();
    let places = definition.criteria.iter().enumerate().flat_map(|(at, criterion)| {
        let questions = document.at().key("criteria").index(at).key("questions");
        (0..criterion.questions.len()).map(move |of| questions.index(of).key("level"))
    });
    let questions: Vec<_> = definition.questions().map(|(_, question)| &question.level).zip(places).collect();
    for (level, place) in questions.iter().filter_map(|(level, place)| Some((level.as_ref()?, place))) {
        reference("level", level, &levels, place.span(), findings);
        let named = definition.levels.iter().position(|known| known.id == *level);
        let requires = named.map(|at| document.at().key("levels").index(at).key("requires"));
        if let (Some(at), Some(requires)) = (named, requires)
            && definition.levels[at].of_questions().is_none()
            && !is_unread(&definition.levels[at], requires)
        {
            let help = if at == 0 {
                "the first level asks for nothing: name another, or remove `level`"
            } else {
                "let the level require `questions = 75`, or another score, or remove `level`"
            };
            let message = format!("level `{level}` asks nothing of the questions that belong to it");
            findings.add(&INVALID_VALUE, place.span(), message).help(help);
        }
    }
    for (at, level) in definition.levels.iter().enumerate().skip(1) {
        let Some(clause @ Clause::Questions(_, score)) = level.of_questions() else { continue };
        let place = clause.place(document.at().key("levels").index(at).key("requires"));
        if *score == Score::ZERO {
            findings.add(&OUT_OF_RANGE, place.span(), "`questions` must be from 0.1 to 100");
        }
        // One that names no level that is there, or could not be read, may be meant to.
        let belongs = |(of, place): &(&Option<String>, Cursor<'_>)| match of {
            Some(of) => *of == level.id || !levels.contains(&of.as_str()),
            None => place.arrived(),
        };
        if !level.id.is_empty() && !questions.iter().any(belongs) {
            let message = format!("no question belongs to level `{}`", level.id);
            findings
                .add(&INVALID_VALUE, place.span(), message)
                .help(format!("write `level = \"{}\"` in those that do, or remove `questions`", level.id));
        }
    }
}

/// Where there are groups each criterion has one, each group has criteria, and these stand in the order of the groups.
fn groups(definition: &Parts, document: &Document, findings: &mut Findings) {
    let ids: Vec<&str> = definition.groups.iter().map(|group| group.id.as_str()).collect();
    let mut last = 0;
    for (at, criterion) in definition.criteria.iter().enumerate() {
        let cursor = document.at().key("criteria").index(at);
        let place = cursor.key("group");
        match (&criterion.group, definition.group_index(criterion)) {
            (Some(id), None) => reference("group", id, &ids, place.span(), findings),
            (Some(id), Some(group)) if group < last => {
                let message =
                    format!("criterion `{}` of group `{id}` stands behind one of `{}`", criterion.id, ids[last]);
                findings
                    .add(&INVALID_VALUE, place.span(), message)
                    .help("let the criteria of a group stand together, in the order of the groups");
            }
            (Some(_), Some(group)) => last = group,
            (None, _) if !ids.is_empty() && !place.arrived() => {
                findings
                    .add(&INVALID_VALUE, cursor.key("id").span(), format!("criterion `{}` has no group", criterion.id))
                    .help("where there are groups, each criterion has one: write `group = \"...\"`");
            }
            (None, _) => {}
        }
    }
    for (at, group) in definition.groups.iter().enumerate() {
        let id = document.at().key("groups").index(at).key("id");
        let belongs = |criterion: &Criterion| {
            criterion.group.as_ref().is_none_or(|of| *of == group.id || !ids.contains(&of.as_str()))
        };
        if !group.id.is_empty() && !definition.criteria.iter().any(belongs) {
            findings
                .add(&INVALID_VALUE, id.span(), format!("no criterion belongs to group `{}`", group.id))
                .help(format!("write `group = \"{}\"` in those that do, or remove the group", group.id));
        }
    }
}
