//! What an expert would say beside the scores: the challenges, where to start and why, and whom the plan is for.
//!
//! - Takes: a result.
//! - Gives: its blocks and sentences for every format; and to the model what follows from the profile.
//! - Never: chooses actions; that is for `plan`.

pub(super) mod fit;

use super::blocks::{Block, Item, Tone};
use super::model::{Challenge, Criterion, Priority, Report, Route, Untold};
use super::text::{self, page};
use super::words as common;
use crate::exact::Score;
use crate::score::Found;
use crate::words::{Lang, report_advice as words};

/// How many of the actions that a fact decides, or of the challenges, are named.
const NAMED: usize = 2;

/// The challenges that were found, each with what shows it.
pub(super) fn challenges(report: &Report, lang: Lang) -> Vec<Block> {
    let items = report.challenges.iter().map(|challenge| {
        let line = |tone, text: String| (tone, text.clone(), text);
        let details = evidence(report, challenge, lang).into_iter().map(|text| line(Tone::Faint, text)).collect();
        let prose = Some(challenge.summary.clone());
        Item { tone: Tone::Strong, mark: "", text: name(challenge, lang), prose, details }
    });
    let mut blocks = Block::section(words::challenges(lang), items.collect());
    if ends_none(report) {
        blocks.insert(1, Block::plain(words::ends_none(lang)));
    }
    blocks
}

/// The first of the challenges found, by their names; none where none is found.
pub(super) fn in_brief(report: &Report, lang: Lang) -> Option<String> {
    let names: Vec<String> = report.challenges.iter().take(NAMED).map(|challenge| name(challenge, lang)).collect();
    let more = report.challenges.len() - names.len();
    let names = names.join(common::between_texts(lang));
    let names = if more > 0 { words::and_more(lang, &names, more) } else { names };
    (!names.is_empty()).then(|| common::labelled(lang, words::challenges(lang), &names))
}

/// What leaders are to remember of a result: what must be answered first, what is strongest and weakest, and how near the next
/// level is, or on the highest how firm the level.
pub(super) fn findings(report: &Report, lang: Lang) -> Vec<String> {
    let scored = report.criteria.iter().filter_map(|criterion| Some((criterion.low?, criterion)));
    let named = |(score, criterion): (Score, &Criterion)| common::aside(lang, &criterion.name, &score.to_string());
    let (strongest, weakest) =
        (scored.clone().rev().max_by_key(|(score, _)| *score), scored.min_by_key(|(score, _)| *score));
    let ends = strongest.zip(weakest).filter(|((highest, _), (lowest, _))| highest > lowest);
    let ends = ends.map(|(strongest, weakest)| common::strongest_and_weakest(lang, &named(strongest), &named(weakest)));
    let next = text::next_level(lang, report).or_else(|| text::firm(lang, report).into_iter().next());
    [in_brief(report, lang), ends, next].into_iter().flatten().collect()
}

/// Whether several challenges are certain, and the plan ends none of them, which is then said once.
fn ends_none(report: &Report) -> bool {
    let certain = || report.challenges.iter().filter(|challenge| challenge.found == Found::Yes);
    certain().count() > 1 && certain().all(|challenge| challenge.ended_by.is_empty())
}

/// Its name, and whether it is certain.
pub(super) fn name(challenge: &Challenge, lang: Lang) -> String {
    match challenge.found {
        Found::Yes => challenge.name.clone(),
        Found::Possibly => common::aside(lang, &challenge.name, words::possibly(lang)),
    }
}

pub(super) fn challenges_heading(lang: Lang) -> &'static str {
    words::challenges(lang)
}

/// The questions that show a challenge, each with its answer; and that nothing ends it, where others are ended.
pub(super) fn evidence(report: &Report, challenge: &Challenge, lang: Lang) -> Vec<String> {
    let answers = report.answers.iter().filter(|answer| challenge.shown_by.contains(&answer.question));
    let line = |answer: &super::model::Answered| {
        let head = if answer.answer.is_some() { words::shown_by(lang) } else { words::opens(lang) };
        let text = common::aside(lang, &answer.text, &page::given(lang, answer));
        common::labelled(lang, head, &text)
    };
    let stays = challenge.found == Found::Yes && challenge.ended_by.is_empty() && !ends_none(report);
    let nothing = stays.then(|| words::nothing_ends(lang).to_owned());
    answers.map(line).chain(nothing).collect()
}

/// The head above the first actions of a long route, and of those after them.
pub(super) fn start_here(lang: Lang) -> &'static str {
    words::start_here(lang)
}

/// See [`start_here`].
pub(super) fn then(lang: Lang) -> &'static str {
    words::then(lang)
}

/// The heading of a route that leads to a level and ends challenges on its way; none of any other.
pub(super) fn heading(report: &Report, route: &Route, lang: Lang) -> Option<String> {
    let certain = || report.challenges.iter().filter(|challenge| challenge.found == Found::Yes);
    let (all, ended) = (certain().count(), certain().filter(|challenge| !challenge.ended_by.is_empty()).count());
    let (to, effort) = (route.to_name.as_deref()?, text::effort(lang, report, route.effort?));
    let leads = !route.attained && route.blocked_by.is_empty() && route.budget.is_none();
    let count = route.actions.len();
    match ended {
        0 => None,
        _ if !leads => None,
        _ if ended == all => Some(words::route_ends_and_to(lang, to, count, &effort)),
        // Where it does not go out of its way for them, it is the shortest.
        _ => route.level_alone.as_ref().map(|_| words::route_ends_some_and_to(lang, ended, all, to, count, &effort)),
    }
}

/// How many actions of the route are those to start with; none where the whole route is no more.
pub(super) fn first(route: &Route) -> Option<usize> {
    (route.start_here.len() < route.actions.len()).then_some(route.start_here.len())
}

/// Which challenges an action on the route ends or prepares the end of; and of one that others need first, or that is
/// among the first for what it gains, that.
pub(super) fn reasons(report: &Report, priority: &Priority, lang: Lang) -> Vec<String> {
    let names = |ids: &[String]| {
        let of = |id: &String| report.challenges.iter().find(|challenge| challenge.id == *id);
        let names: Vec<&str> = ids.iter().filter_map(of).map(|challenge| challenge.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(common::comma(lang)))
    };
    let ends = names(&priority.ends).map(|names| words::ends(lang, &names));
    let prepares = names(&priority.prepares).map(|names| words::prepares(lang, &names));
    let reasons: Vec<String> = [ends, prepares].into_iter().flatten().collect();
    let first = report.route.as_ref().is_some_and(|route| route.start_here.contains(&priority.action));
    if !first || !reasons.is_empty() || !priority.brings_in_place.is_empty() {
        return reasons;
    }
    let needed = report.on_route().any(|later| later.after.contains(&priority.action));
    vec![if needed { words::must_come_first(lang) } else { words::most_for_effort(lang) }.to_owned()]
}

/// What stands beside the route: what the level alone takes, what is left behind, and whether others are as short.
pub(super) fn beside(report: &Report, route: &Route, lang: Lang) -> Vec<String> {
    let to = route.to_name.as_deref().unwrap_or_default();
    let alone = route.level_alone.as_ref();
    let alone = alone.map(|alone| {
        let effort = text::effort(lang, report, alone.effort);
        let effort = alone.at_least.map_or(effort.clone(), |least| common::between(lang, least, &effort));
        words::level_alone(lang, to, alone.actions.len(), &effort)
    });
    let left = route.left_behind.as_ref().map(|id| words::left_behind(lang, report.criterion_name(id)));
    let settled = (route.proven && !route.settled).then(|| common::not_settled(lang).to_owned());
    let not_applicable = text::not_applicable(lang, report, route);
    [not_applicable, too_little(report, route, lang), settled, alone, left].into_iter().flatten().collect()
}

/// What the cheapest action takes that gains something, where a budget is too little for any.
fn too_little(report: &Report, route: &Route, lang: Lang) -> Option<String> {
    route.budget.filter(|_| route.actions.is_empty())?;
    let gains = |priority: &&Priority| priority.gain > Score::ZERO && priority.after.is_empty();
    let cheapest = report.priorities.iter().filter(gains).min_by_key(|priority| priority.effort);
    Some(cheapest.map_or_else(
        || words::nothing_left(lang).to_owned(),
        |action| words::too_little(lang, &action.title, &text::effort(lang, report, action.effort)),
    ))
}

/// What the organisation told, a line a fact.
fn profile(report: &Report, lang: Lang) -> Vec<(String, String)> {
    let told = report.profile.0.iter().map(|told| {
        let options: Vec<&str> = told.options.iter().map(|option| option.name.as_str()).collect();
        (told.fact.name.clone(), options.join(common::between_texts(lang)))
    });
    told.collect()
}

/// Whom the plan is for.
pub(super) fn fit(report: &Report, lang: Lang) -> Vec<Block> {
    let section = |(heading, lines): (&str, Vec<String>)| {
        Block::section(heading, lines.into_iter().map(|line| Item::new(Tone::Plain, line)).collect())
    };
    sections(report, lang).into_iter().flat_map(section).collect()
}

/// What was told, what was not and would decide, and what is left out for it: each with its heading, where there is any.
pub(super) fn sections(report: &Report, lang: Lang) -> Vec<(&'static str, Vec<String>)> {
    let told = profile(report, lang).into_iter().map(|(fact, told)| words::told(lang, &fact, &told));
    let sections = [
        (words::profile(lang), told.collect()),
        (words::untold_head(lang), untold(report, lang)),
        (words::unfit(lang), unfit(report, lang)),
    ];
    sections.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

fn untold(report: &Report, lang: Lang) -> Vec<String> {
    let lines = report.untold.iter().map(|of| {
        let count = |count: usize, words: fn(Lang, usize) -> String| (count > 0).then(|| words(lang, count));
        let decides = [
            count(of.questions, words::decides_questions),
            count(of.actions, words::decides_actions).map(|count| with_first(report, of, &count, lang)),
            count(of.challenges, words::decides_challenges),
            count(of.steps, words::decides_steps),
            count(of.benchmarks, words::decides_benchmarks),
            of.assumed.as_ref().map(|assumed| words::decides_efforts(lang, &assumed.name)),
        ];
        let decides: Vec<String> = decides.into_iter().flatten().collect();
        words::not_told(lang, &of.fact.name, &decides.join(common::comma(lang)))
    });
    lines.collect()
}

/// How many actions a fact decides, with the first of them that the result shows.
fn with_first(report: &Report, of: &Untold, count: &str, lang: Lang) -> String {
    let shown = report.priorities.iter().filter(|priority| of.decided_actions.contains(&priority.action));
    let titles: Vec<&str> = shown.map(|priority| priority.title.as_str()).take(NAMED).collect();
    if titles.is_empty() {
        return count.to_owned();
    }
    let titles = titles.join(common::between_texts(lang));
    common::aside(lang, count, &if of.actions > NAMED { words::among_others(lang, &titles) } else { titles })
}

/// The actions that are left out, by what was told that decides it.
fn unfit(report: &Report, lang: Lang) -> Vec<String> {
    let told = profile(report, lang);
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for unfit in &report.unfit {
        let facts = report.profile.0.iter().zip(&told).filter(|(of, _)| unfit.because.contains(&of.fact.id));
        let because: Vec<String> = facts.map(|(_, (fact, told))| words::told(lang, fact, told)).collect();
        let because = because.join(common::semicolon(lang));
        match reasons.iter_mut().find(|(reason, _)| *reason == because) {
            Some((_, actions)) => actions.push(&unfit.action.name),
            None => reasons.push((because, vec![&unfit.action.name])),
        }
    }
    let line = |(because, actions): (String, Vec<&str>)| {
        words::left_out_since(lang, &because, &actions.join(common::between_texts(lang)))
    };
    reasons.into_iter().map(line).collect()
}
