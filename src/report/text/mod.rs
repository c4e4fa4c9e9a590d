//! Sentences about results and comparisons. Here are those about the level and the criteria.
//!
//! - Takes: a model, and the language; the words are those of [`words`].
//! - Gives: sentences, the same for every format.
//! - Never: says how they look.

pub(in crate::report) mod carried;
pub(in crate::report) mod comparison;
pub(in crate::report) mod page;
pub(in crate::report) mod route;
mod told;

use super::model::{
    Assessment, Benchmark, Closer, Criterion, CriterionScore, GroupScore, Interval, LevelMeaning, OwnLevel,
    QuestionsOf, Report, Requirement, Route, Share, Unmet,
};
use super::words;
use crate::exact::{Effort, Score};
use crate::score::{Amount, InPlace};
use crate::words::Lang;

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
        let share = benchmark.share(&report.level.id)?;
        let about = [Some(benchmark.name.clone()), interval(share)].into_iter().flatten().collect::<Vec<_>>();
        Some(words::aside(lang, &percent(share.percent), &about.join(words::semicolon(lang))))
    });
    some_listed(lang, shares).map(|shares| words::share_here(lang, &shares))
}

/// The share of a level among those that a benchmark describes, with its interval; a dash where it is not known.
pub(in crate::report) fn share(lang: Lang, benchmark: &Benchmark, level: &str) -> String {
    or_dash(benchmark.share(level).map(|share| match interval(share) {
        Some(interval) => words::aside(lang, &percent(share.percent), &interval),
        None => percent(share.percent),
    }))
}

fn interval(share: &Share) -> Option<String> {
    share.low.zip(share.high).map(|(low, high)| format!("{low}–{high}%"))
}

/// The shares of a benchmark in a line.
pub(in crate::report) fn shares(lang: Lang, report: &Report, benchmark: &Benchmark) -> String {
    let share = |level: &LevelMeaning| format!("{} {}", level.name, share(lang, benchmark, &level.id));
    let shares: Vec<String> = report.levels.iter().map(share).collect();
    words::labelled(lang, &benchmark.name, &shares.join(words::comma(lang)))
}

/// How each benchmark was found, and what stands behind its shares.
pub(in crate::report) fn about_benchmarks(lang: Lang, benchmarks: &[Benchmark]) -> Vec<String> {
    let mut lines = Vec::new();
    for benchmark in benchmarks {
        let asked = benchmark.n.map(|n| words::asked(lang, n));
        let year = benchmark.year.map(|year| words::in_year(lang, year));
        let asked: Vec<String> = [asked, year].into_iter().flatten().collect();
        let asked = (!asked.is_empty()).then(|| asked.join(words::gap(lang)));
        let about: Vec<String> = [asked, benchmark.method.clone()].into_iter().flatten().collect();
        if !about.is_empty() {
            lines.push(words::labelled(lang, &benchmark.name, &about.join(words::semicolon(lang))));
        }
    }
    if benchmarks.iter().any(|benchmark| benchmark.n.is_some()) {
        lines.push(words::intervals(lang).to_owned());
    }
    lines
}

/// What a reader of a result must know: who answers and how, and what its figures rest on.
pub(in crate::report) fn reading(lang: Lang, report: &Report) -> Vec<String> {
    let how = words::how_to_answer(lang, report.respondents.as_deref()).into_iter();
    how.chain(report.effort_scope.clone()).chain([words::own_choice(lang).to_owned()]).collect()
}

/// The same for a terminal, where there is little room, and a command can be typed.
pub(in crate::report) fn reading_in_brief(lang: Lang, report: &Report) -> String {
    let who = report.respondents.as_deref().map(|who| words::labelled(lang, words::who_answers(lang), who));
    let rule = Some(words::rule_kept(lang).to_owned());
    let all = [who, rule, report.effort_scope.clone(), Some(own_choice(lang, report))];
    all.into_iter().flatten().collect::<Vec<_>>().join(words::gap(lang))
}

/// What is the authors' own choice, and how to read what others have published, if there is any.
fn own_choice(lang: Lang, report: &Report) -> String {
    let published = (!report.benchmarks.is_empty()).then(|| words::published(lang, &report.assessment.id));
    [Some(words::own_choice(lang).to_owned()), published]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(words::gap(lang))
}

/// A share without a needless decimal.
fn percent(share: Score) -> String {
    format!("{}%", whole(share))
}

/// A score without a needless decimal.
fn whole(score: Score) -> String {
    let text = score.to_string();
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

/// What stands behind a criterion's score: its own level, if it has one, and whether it is in place.
pub(in crate::report) fn criterion_status(lang: Lang, criterion: &Criterion) -> String {
    let level = criterion.level.as_ref().map(OwnLevel::to_string);
    level.into_iter().chain([in_place_status(lang, criterion)]).collect::<Vec<_>>().join(" · ")
}

fn in_place_status(lang: Lang, criterion: &Criterion) -> String {
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
    match (unmet.need, unmet.have, &unmet.criterion, &unmet.questions) {
        (Amount::Count(need), Amount::Count(have), _, Some(QuestionsOf { questions_of, score })) => {
            words::lacks_questions(lang, report.level_name(questions_of), *score, need, have)
        }
        (Amount::Count(need), Amount::Count(have), ..) => words::lacks_in_place(lang, need, have),
        (need, have, None, _) => words::lacks_overall(lang, &need, &have),
        (need, have, Some(id), _) => words::lacks_criterion(lang, report.criterion_name(id), &need, &have),
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
    lines
}

/// How near the next level is; none on the highest.
pub(in crate::report) fn next_level(lang: Lang, report: &Report) -> Option<String> {
    let level = report.levels.get(report.level.number)?;
    let more = report.unmet.iter().filter(|unmet| unmet.level.as_ref() == Some(&level.id)).find_map(|unmet| {
        match (unmet.need, unmet.have) {
            (Amount::Count(need), Amount::Count(have)) if unmet.requirement == Requirement::CriteriaInPlace => {
                Some(need - have)
            }
            _ => None,
        }
    });
    let short = |criterion: &Criterion| Some(criterion.low?.short_of(criterion.threshold));
    let named =
        |criterion: &Criterion| Some(words::aside(lang, &criterion.name, &words::short(lang, short(criterion)?)));
    let near = report.criteria.iter().filter(|criterion| report.nearly_in_place.contains(&criterion.id));
    let near = some_listed(lang, near.filter_map(named)).map(|near| words::near(lang, &near));
    let near = near.or_else(|| {
        let mut nearest: Vec<&Criterion> =
            report.criteria.iter().filter(|criterion| short(criterion) > Some(Score::ZERO)).collect();
        nearest.sort_by_key(|criterion| short(criterion));
        let nearest = nearest.into_iter().take(more.unwrap_or(1));
        some_listed(lang, nearest.filter_map(named)).map(|nearest| words::nearest(lang, &nearest))
    });
    let more = more.map(|more| words::next_level(lang, &level.name, more));
    let open = (report.questions.open > 0).then(|| words::open_at_worst(lang).to_owned());
    let sentences: Vec<String> = [more, near, open].into_iter().flatten().collect();
    Some(sentences.join(words::gap(lang)))
}

/// Where to look closer, if anywhere; each assessment as it is named, or by the command for it.
pub(in crate::report) fn closer(lang: Lang, report: &Report, as_command: bool) -> Option<String> {
    let name = |closer: &Closer| match as_command {
        true => format!("cxm assess {}", closer.assessment),
        false => closer.assessment.clone(),
    };
    let one = |closer: &Closer| words::aside(lang, &name(closer), &closer.at.join(words::comma(lang)));
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

/// What a result rests on: how many questions were answered, by whom and when, and by which rule.
pub(in crate::report) fn rests_on(lang: Lang, report: &Report) -> Vec<String> {
    let metadata = |key: &str| report.metadata.get(key).filter(|text| !text.is_empty());
    let who = metadata("respondents").or_else(|| metadata("respondent"));
    let about: Vec<&str> = [who, metadata("date")].into_iter().flatten().collect();
    let count = &report.questions;
    let (answered, all) = (count.total - count.open, count.total);
    let answered = match about.join(words::comma(lang)) {
        who if who.is_empty() => words::answered_of(lang, answered, all),
        who => words::answered_by(lang, answered, all, &who),
    };
    let open = (count.open > 0).then(|| words::open_at_worst(lang).to_owned());
    let rule = Some(words::rule_kept(lang).to_owned());
    let said = [Some(answered), open, rule].into_iter().flatten().chain(firm(lang, report));
    said.chain([words::own_choice(lang).to_owned()]).collect()
}

pub(in crate::report) fn scored_by(lang: Lang, assessment: &Assessment) -> String {
    let digest = assessment.digest.get(..15).unwrap_or(&assessment.digest);
    words::scored_by(lang, &assessment.id, &assessment.version, digest)
}

/// The score of a criterion; a dash where it is not applicable.
pub(in crate::report) fn score(low: Option<Score>, high: Option<Score>) -> String {
    or_dash(low.zip(high).map(|(low, high)| Interval { low, high }))
}

/// The score of a group of criteria.
pub(in crate::report) fn group_score(group: &GroupScore) -> String {
    score(group.low, group.high)
}

/// The score of a criterion at one of several times, with the criterion's own level, if it has one.
pub(in crate::report) fn score_then(lang: Lang, criterion: &CriterionScore) -> String {
    let score = score(criterion.low, criterion.high);
    match &criterion.level {
        Some(level) => words::aside(lang, &score, &level.to_string()),
        None => score,
    }
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

/// An effort with its unit.
pub(in crate::report) fn effort(lang: Lang, report: &Report, effort: Effort) -> String {
    words::effort_in_units(lang, effort, &report.effort_unit, &report.assessment.language)
}

/// Those of these criteria that apply, and those that do not.
fn applicable(report: &Report, ids: &[String]) -> (Vec<String>, Vec<String>) {
    let applies = |id: &String| {
        let of = report.criteria.iter().find(|criterion| criterion.id == *id);
        of.is_none_or(|criterion| criterion.in_place != InPlace::NotApplicable)
    };
    ids.iter().cloned().partition(applies)
}

/// The criteria that were asked for and do not apply; none if all do.
pub(in crate::report) fn not_applicable(lang: Lang, report: &Report, route: &Route) -> Option<String> {
    let names = names(lang, report, &applicable(report, &route.criteria).1)?;
    Some(words::criteria_do_not_apply(lang, &names))
}
