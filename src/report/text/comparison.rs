//! Sentences about what has changed.

use std::cmp::Ordering;

use super::{told, words};
use crate::report::comparison::{Comparison, Turn};
use crate::report::model::Snapshot;
use crate::text::Lang;

pub(in crate::report) fn title(lang: Lang, comparison: &Comparison) -> String {
    let what = &comparison.assessment.title;
    match comparison.subject() {
        Some(subject) => words::over_time(lang, what, subject),
        None => words::compared(lang, what),
    }
}

/// The level then and now, in a sentence.
pub(in crate::report) fn level_change(lang: Lang, first: &Snapshot, last: &Snapshot) -> String {
    let (from, to) = (&first.level.name, &last.level.name);
    match first.level_number.cmp(&last.level_number) {
        Ordering::Less => words::level_up(lang, from, to),
        Ordering::Greater => words::level_down(lang, from, to),
        Ordering::Equal => words::level_still(lang, to),
    }
}

/// Overall score and criteria in place, then and now.
pub(in crate::report) fn summary(lang: Lang, comparison: &Comparison, first: &Snapshot, last: &Snapshot) -> String {
    let [from, to] = [first, last].map(|set| set.overall.to_string());
    let to = match comparison.overall_change {
        Some(change) => words::aside(lang, &to, &change.to_string()),
        None => to,
    };
    let (had, have, all) = (first.in_place.low, last.in_place.low, last.in_place.applicable);
    words::compared_scores(lang, &from, &to, had, have, all)
}

/// What is compared, where that is not all.
pub(in crate::report) fn compared(lang: Lang, comparison: &Comparison) -> Option<String> {
    let questions = &comparison.questions;
    let versions = questions.versions.join(words::comma(lang));
    let current = &comparison.assessment.version;
    (!versions.is_empty())
        .then(|| words::compared_questions(lang, &versions, current, questions.compared, questions.total))
}

/// That the answers are of different organisations, so that nothing is a development.
pub(in crate::report) fn different(lang: Lang, comparison: &Comparison) -> Option<String> {
    let subjects = &comparison.subjects;
    (!subjects.is_empty()).then(|| words::different(lang, &subjects.join(words::comma(lang))))
}

/// That changes are not certain, where questions are open now or then.
pub(in crate::report) fn uncertain(lang: Lang, comparison: &Comparison) -> Option<&'static str> {
    let open = comparison.sets.iter().any(|set| set.overall.low != set.overall.high);
    open.then(|| words::uncertain(lang))
}

/// What is to be known of the comparison.
pub(in crate::report) fn remarks(lang: Lang, comparison: &Comparison) -> Vec<String> {
    let undated = (!comparison.by_date).then(|| words::undated(lang).to_owned());
    let uncertain = uncertain(lang, comparison).map(str::to_owned);
    let differs = told::told_otherwise(lang, &comparison.questions.told_otherwise);
    let not_asked = told::not_asked_each_time(lang, comparison.questions.not_asked);
    [different(lang, comparison), compared(lang, comparison), differs, not_asked, uncertain, undated]
        .into_iter()
        .flatten()
        .collect()
}

pub(in crate::report) fn turn(lang: Lang, turn: &Turn) -> &'static str {
    match turn {
        Turn::IntoPlace => words::into_place(lang),
        Turn::OutOfPlace => words::out_of_place(lang),
    }
}
