//! What belongs where: questions to levels, and criteria to groups.
//!
//! Whether these are there is asked here as well; all other references are `validate`'s.

use super::clause::Clause;
use super::kind::Kind;
use super::model::{Criterion, Parts};
use super::validate::{is_unread, reference};
use crate::diagnostic::Findings;
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Cursor, Document};
use crate::exact::Score;
use crate::words::definition::questions_range;
use crate::words::definition_parts as say;

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
        reference(Kind::Level, level, &levels, place.span(), findings);
        let named = definition.levels.iter().position(|known| known.id == *level);
        let requires = named.map(|at| document.at().key("levels").index(at).key("requires"));
        if let (Some(at), Some(requires)) = (named, requires)
            && definition.levels[at].of_questions().is_none()
            && !is_unread(&definition.levels[at], requires)
        {
            let help = if at == 0 { say::first_level_asks_nothing() } else { say::let_level_require() };
            let message = say::level_asks_nothing(level);
            findings.add(&INVALID_VALUE, place.span(), message).help(help);
        }
    }
    for (at, level) in definition.levels.iter().enumerate().skip(1) {
        let Some(clause @ Clause::Questions(_, score)) = level.of_questions() else { continue };
        let place = clause.place(document.at().key("levels").index(at).key("requires"));
        if *score == Score::ZERO {
            findings.add(&OUT_OF_RANGE, place.span(), questions_range());
        }
        // One that names no level that is there, or could not be read, may be meant to.
        let belongs = |(of, place): &(&Option<String>, Cursor<'_>)| match of {
            Some(of) => *of == level.id || !levels.contains(&of.as_str()),
            None => place.arrived(),
        };
        if !level.id.is_empty() && !questions.iter().any(belongs) {
            let message = say::no_question_of_level(&level.id);
            findings.add(&INVALID_VALUE, place.span(), message).help(say::write_level(&level.id));
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
            (Some(id), None) => reference(Kind::Group, id, &ids, place.span(), findings),
            (Some(id), Some(group)) if group < last => {
                let message = say::behind_group(&criterion.id, id, ids[last]);
                findings.add(&INVALID_VALUE, place.span(), message).help(say::groups_together());
            }
            (Some(_), Some(group)) => last = group,
            (None, _) if !ids.is_empty() && !place.arrived() => {
                findings
                    .add(&INVALID_VALUE, cursor.key("id").span(), say::no_group(&criterion.id))
                    .help(say::write_some_group());
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
            findings.add(&INVALID_VALUE, id.span(), say::empty_group(&group.id)).help(say::write_group(&group.id));
        }
    }
}
