//! Sentences about what has changed.

use super::{told, words};
use crate::report::comparison::{Comparison, Turn};
use crate::report::model::{Named, Snapshot};
use crate::words::Lang;

pub(in crate::report) fn title(lang: Lang, comparison: &Comparison) -> String {
    let what = &comparison.assessment.title;
    match comparison.subject() {
        Some(subject) => words::over_time(lang, what, subject),
        None => words::compared(lang, what),
    }
}

/// The level then and now, in a sentence: whether it has changed only where that is certain.
pub(in crate::report) fn level_change(lang: Lang, comparison: &Comparison) -> String {
    let (first, last) = (comparison.first(), comparison.last());
    let number = |level: &Named| comparison.levels.iter().position(|known| known.id == level.id);
    let bounds = |set: &Snapshot| (number(&set.level), number(&set.possible));
    let ((least, most), (now_least, now_most)) = (bounds(first), bounds(last));
    if most < now_least {
        return words::level_up(lang, &first.possible.name, &last.level.name);
    }
    if now_most < least {
        return words::level_down(lang, &first.level.name, &last.possible.name);
    }
    if least == most && now_least == now_most {
        return words::level_still(lang, &last.level.name);
    }
    let range = |set: &Snapshot| match set.level.id == set.possible.id {
        true => set.level.name.clone(),
        false => format!("{}–{}", set.level.name, set.possible.name),
    };
    words::level_open(lang, &range(first), &range(last))
}

/// Overall score and criteria in place, then and now.
pub(in crate::report) fn summary(lang: Lang, comparison: &Comparison, first: &Snapshot, last: &Snapshot) -> String {
    let [from, to] = [first, last].map(|set| set.overall.to_string());
    let to = match comparison.overall_change {
        Some(change) => words::aside(lang, &to, &change.to_string()),
        None => to,
    };
    let [had, have] = [first, last].map(|set| match set.in_place.low == set.in_place.high {
        true => set.in_place.low.to_string(),
        false => format!("{}–{}", set.in_place.low, set.in_place.high),
    });
    words::compared_scores(lang, &from, &to, &had, &have, last.in_place.applicable)
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
