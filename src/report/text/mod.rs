//! Sentences about results and comparisons. Here are those about the level and the criteria.
//!
//! - Takes: a model, and the language; the words are those of [`words`].
//! - Gives: sentences, the same for every format.
//! - Never: says how they look.

pub(in crate::report) mod comparison;
pub(in crate::report) mod page;
pub(in crate::report) mod route;

use super::model::{Assessment, Closer, Criterion, Interval, Report, Unmet};
use super::words;
use crate::definition::Benchmark;
use crate::exact::Score;
use crate::score::{Amount, InPlace};
use crate::text::Lang;

/// What the page is called: the assessment, and whom the answers are about.
pub(in crate::report) fn title(report: &Report) -> String {
    let title = [Some(report.assessment.title.as_str()), report.subject()];
    title.into_iter().flatten().collect::<Vec<_>>().join(" — ")
}

/// Level 1 of 4: Starter.
pub(in crate::report) fn level_of(lang: Lang, report: &Report) -> String {
    words::level_of(lang, report.level.number, report.levels.len(), &report.level.name)
}

/// Where open questions leave the level undecided; none where all are answered.
pub(in crate::report) fn possible(lang: Lang, report: &Report) -> Option<String> {
    let (open, level) = (report.questions.open, &report.level);
    (open > 0).then(|| {
        if level.possible == level.id {
            words::open_all_the_same(lang, open)
        } else {
            words::possibly(lang, &level.possible_name, open)
        }
    })
}

/// How many organisations are on this level.
pub(in crate::report) fn share_here(lang: Lang, report: &Report) -> Option<String> {
    let shares = report.benchmarks.iter().filter_map(|benchmark| {
        let share = benchmark.shares.iter().find(|share| share.level == report.level.id)?;
        Some(words::aside(lang, &percent(share.percent), &benchmark.name))
    });
    some_listed(lang, shares).map(|shares| words::share_here(lang, &shares))
}

/// The share of a level among those that a benchmark describes; a dash where it is not known.
pub(in crate::report) fn share(benchmark: &Benchmark, level: &str) -> String {
    let share = benchmark.shares.iter().find(|share| share.level == level);
    or_dash(share.map(|share| percent(share.percent)))
}

/// A share without a needless decimal.
pub(in crate::report) fn percent(share: Score) -> String {
    format!("{}%", whole(share))
}

/// A score without a needless decimal.
fn whole(score: Score) -> String {
    let text = score.to_string();
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

/// What stands behind a criterion's score.
pub(in crate::report) fn criterion_status(lang: Lang, criterion: &Criterion) -> String {
    let short = |score: Score| score.short_of(criterion.threshold);
    match (criterion.in_place, criterion.low, criterion.high) {
        (InPlace::Yes, ..) => words::in_place(lang).to_owned(),
        (InPlace::NotApplicable, ..) | (_, None, _) | (_, _, None) => words::criterion_not_applicable(lang).to_owned(),
        (InPlace::Open, ..) => words::undecided(lang, criterion.open),
        (_, Some(low), Some(high)) if low == high => words::short(lang, short(low)),
        (_, _, Some(high)) => words::short_at_best(lang, short(high)),
    }
}

/// The heading of the criteria: how many are in place, and from what score, where that is the same for all.
pub(in crate::report) fn criteria_heading(lang: Lang, report: &Report) -> String {
    let count = &report.in_place;
    let have = if count.low == count.high { count.low.to_string() } else { words::span(lang, count.low, count.high) };
    let mut thresholds = report.criteria.iter().map(|criterion| criterion.threshold);
    match thresholds.next().filter(|first| thresholds.all(|threshold| threshold == *first)) {
        Some(threshold) => words::criteria_in_place_from(lang, &have, count.applicable, &whole(threshold)),
        None => words::criteria_in_place(lang, &have, count.applicable),
    }
}

/// What a level asks for and the organisation does not have: "2 criteria in place; you have 1".
fn unmet(lang: Lang, report: &Report, unmet: &Unmet) -> String {
    match (unmet.need, unmet.have, &unmet.criterion) {
        (Amount::Count(need), Amount::Count(have), _) => words::lacks_in_place(lang, need, have),
        (need, have, None) => words::lacks_overall(lang, need, have),
        (need, have, Some(id)) => words::lacks_criterion(lang, report.criterion_name(id), need, have),
    }
}

/// What each level above still needs, and what is nearest to being in place.
pub(in crate::report) fn what_holds_back(lang: Lang, report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for level in &report.levels {
        let needs = report.unmet.iter().filter(|unmet| unmet.level.as_ref() == Some(&level.id));
        let needs: Vec<String> = needs.map(|need| unmet(lang, report, need)).collect();
        if !needs.is_empty() {
            lines.push(words::needs(lang, &level.name, &needs.join(words::and(lang))));
        }
    }
    if !lines.is_empty() {
        lines.extend(closest(lang, report));
    }
    lines
}

/// The criteria that lack least to be in place, nearest first.
fn closest(lang: Lang, report: &Report) -> Option<String> {
    let lacking = report.criteria.iter().filter(|criterion| criterion.in_place != InPlace::Yes);
    // Where questions are open, the distance is not known.
    let lacking = lacking.filter(|criterion| criterion.low == criterion.high);
    let mut lacking: Vec<(Score, &Criterion)> =
        lacking.filter_map(|criterion| Some((criterion.low?.short_of(criterion.threshold), criterion))).collect();
    lacking.sort_by_key(|(short, _)| *short);
    let nearest = lacking.into_iter().take(3);
    let nearest = nearest.map(|(short, criterion)| words::aside(lang, &criterion.name, &words::short(lang, short)));
    some_listed(lang, nearest).map(|criteria| words::closest(lang, &criteria))
}

/// Where to look closer, if anywhere.
pub(in crate::report) fn closer(lang: Lang, report: &Report) -> Option<String> {
    let one = |closer: &Closer| {
        words::aside(lang, &format!("cxm assess {}", closer.assessment), &closer.at.join(words::comma(lang)))
    };
    let list: Vec<String> = report.closer.iter().map(one).collect();
    (!list.is_empty()).then(|| words::closer(lang, &list.join(words::semicolon(lang))))
}

/// How firm the level is, and what n/a has done to it.
pub(in crate::report) fn firm(lang: Lang, report: &Report) -> Vec<String> {
    let drops = report.drops_to_lose_level.map(|drops| words::drops(lang, &report.level.name, drops));
    let (count, strict) = (report.questions.not_applicable, &report.level_without_not_applicable);
    let strict = (count > 0).then(|| {
        if strict.id == report.level.id {
            words::strictly_the_same(lang, count)
        } else {
            words::strictly(lang, count, &strict.name)
        }
    });
    [drops, strict].into_iter().flatten().collect()
}

pub(in crate::report) fn scored_by(lang: Lang, assessment: &Assessment) -> String {
    let digest = assessment.digest.get(..15).unwrap_or(&assessment.digest);
    words::scored_by(lang, &assessment.id, &assessment.version, digest)
}

/// The score of a criterion; a dash where it is not applicable.
pub(in crate::report) fn score(low: Option<Score>, high: Option<Score>) -> String {
    or_dash(low.zip(high).map(|(low, high)| Interval { low, high }))
}

/// A value, or a dash where there is none.
pub(in crate::report) fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// Items of a list; none if there are none.
fn some_listed(lang: Lang, items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| items.join(words::comma(lang)))
}

/// The names of criteria; none if there are none.
fn names(lang: Lang, report: &Report, ids: &[String]) -> Option<String> {
    some_listed(lang, ids.iter().map(|id| report.criterion_name(id).to_owned()))
}

/// The questions that are open, by id, so that they can be found in the answer file.
pub(in crate::report) fn open_questions(lang: Lang, report: &Report) -> Option<String> {
    /// The most ids that are listed.
    const MOST: usize = 12;
    let ids = &report.open_questions;
    let shown = some_listed(lang, ids.iter().take(MOST).cloned())?;
    Some(match ids.len().saturating_sub(MOST) {
        0 => words::open_questions(lang, &shown),
        more => words::open_questions_and(lang, &shown, more),
    })
}
