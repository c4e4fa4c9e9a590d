//! Sentences that only reports to hand over have: what was before, and the answers one by one.

use super::super::model::{Answered, Criterion, Given, InPlaceCount, Previous, Report, Snapshot};
use super::{score, told, words};
use crate::words::Lang;

pub(in crate::report) fn previously(lang: Lang, report: &Report, previous: &Previous) -> String {
    let then = &previous.standing;
    let standing =
        words::standing(lang, &before(lang, then), &then.level.name, &then.overall.to_string(), then.in_place.low);
    let other = then.version.as_ref().filter(|version| **version != report.assessment.version);
    let other = other.map(|version| words::other_version(lang, version));
    let doubts = no_development(lang, previous);
    let differs = told::told_otherwise(lang, &previous.told_otherwise);
    let not_asked = told::not_asked_in_changes(lang, previous.not_asked);
    [Some(standing), doubts, other, differs, not_asked].into_iter().flatten().collect::<Vec<_>>().join(words::gap(lang))
}

/// Why changes are no development, or one backwards.
pub(in crate::report) fn no_development(lang: Lang, previous: &Previous) -> Option<String> {
    let subjects = &previous.subjects;
    let others = (!subjects.is_empty()).then(|| words::of_others(lang, &subjects.join(words::comma(lang))));
    let later = previous.is_later.then(|| words::is_later(lang).to_owned());
    others.into_iter().chain(later).reduce(|others, later| others + words::gap(lang) + &later)
}

/// The earlier time, with its date if there is one.
pub(in crate::report) fn before(lang: Lang, then: &Snapshot) -> String {
    match then.metadata.get("date").filter(|date| !date.is_empty()) {
        Some(date) => words::aside(lang, words::previously(lang), date),
        None => words::previously(lang).to_owned(),
    }
}

/// A criterion's score in words, for those who do not see the chart.
pub(in crate::report) fn spoken(lang: Lang, criterion: &Criterion) -> String {
    let score = match criterion.low {
        Some(_) => score(criterion.low, criterion.high),
        None => words::criterion_not_applicable(lang).to_owned(),
    };
    words::labelled(lang, &criterion.name, &score)
}

/// The chosen option, or why there is none.
pub(in crate::report) fn given(lang: Lang, answer: &Answered) -> String {
    match (answer.answer, &answer.option) {
        _ if !answer.asked => words::not_asked(lang).to_owned(),
        (Some(Given::NotApplicable), _) => {
            words::with_reason(lang, words::criterion_not_applicable(lang), answer.reason.as_deref())
        }
        (_, Some(option)) => option.clone(),
        _ => words::unanswered(lang).to_owned(),
    }
}

/// The points of an answer, of how many.
pub(in crate::report) fn points_of(answer: &Answered) -> String {
    match answer.answer {
        Some(Given::Points(points)) => format!("{points}/{}", answer.best),
        _ => "–".to_owned(),
    }
}

/// How many criteria are in place, of how many apply.
pub(in crate::report) fn in_place_of(lang: Lang, count: &InPlaceCount) -> String {
    let have = if count.low == count.high { count.low.to_string() } else { format!("{}–{}", count.low, count.high) };
    words::part(lang, &have, count.applicable)
}
