//! What becomes of one answer set, in words.

use super::wording::named;
use super::{ChallengeEffect, CriterionEffect, Effect, GroupMark, Impact, Lost, Mark, Standing, Told};
use crate::exact::Score;
use crate::score::Found;
use crate::words::report_spreadsheets::not_applicable;
use crate::words::report_terms::comma;
use crate::words::{Lang, impact as say};

/// What becomes of one answer set: its level, its scores, its route, and what its answers mean.
pub(super) fn effect(impact: &Impact, set: &Effect, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !set.lost.is_empty() {
        let id = |Lost { what: Told::Question(id) | Told::Fact(id) | Told::Action(id), .. }: &Lost| id.clone();
        let ids = set.lost.iter().map(id);
        lines.push(say::no_place_for(lang, &named(lang, ids.collect(), comma(lang))));
    }
    let Some(after) = &set.after else {
        lines.push(say::no_level_now(lang, &level(lang, &set.before)));
        return lines;
    };
    let before = &set.before;
    if set.level_changes {
        lines.push(say::level(lang, &level(lang, before), &level(lang, after)));
    } else if (before.low, before.high) != (after.low, after.high) {
        lines.push(say::score(lang, &score(lang, before), &score(lang, after)));
    }
    if !set.criteria.is_empty() {
        let criteria = set.criteria.iter().map(|of| criterion(lang, of)).collect();
        lines.push(say::criteria(lang, &named(lang, criteria, say::between(lang))));
    }
    let groups = after.groups.iter().filter(|group| !before.groups.contains(group));
    let groups: Vec<String> = groups.map(|now| group(lang, before, now)).collect();
    if !groups.is_empty() {
        lines.push(say::groups(lang, &named(lang, groups, say::between(lang))));
    }
    if set.route_changes {
        lines.push(say::route(lang, &route(lang, before, after)));
    } else if set.effort_changes {
        let units = [&impact.before.effort_unit, &impact.after.effort_unit].map(|unit| format!(" {unit}"));
        let [was, is] = if units[0] == units[1] { [String::new(), String::new()] } else { units };
        let [was, is] = [effort(lang, before) + &was, effort(lang, after) + &is];
        lines.push(say::effort(lang, &was, &is));
    }
    if !set.challenges.is_empty() {
        let challenges = set.challenges.iter().map(|of| challenge(lang, of)).collect();
        lines.push(say::challenges(lang, &named(lang, challenges, say::between(lang))));
    }
    if !set.meaning.is_empty() {
        lines.push(say::other_meaning(lang, &named(lang, set.meaning.clone(), comma(lang))));
    }
    lines
}

fn level(lang: Lang, standing: &Standing) -> String {
    let Standing { level, possible, .. } = standing;
    say::aside(lang, &ids(lang, level, possible), &score(lang, standing))
}

/// The level at worst, and at best where it is another.
fn ids(lang: Lang, level: &str, possible: &str) -> String {
    if level == possible { level.to_owned() } else { say::possibly(lang, level, possible) }
}

fn score(lang: Lang, standing: &Standing) -> String {
    range(lang, standing.low, standing.high)
}

fn range(lang: Lang, low: Score, high: Score) -> String {
    if low == high { low.to_string() } else { say::range(lang, low, high) }
}

/// A score that there may be none of.
fn scores(lang: Lang, low: Option<Score>, high: Option<Score>) -> String {
    low.zip(high).map_or_else(|| not_applicable(lang).to_owned(), |(low, high)| range(lang, low, high))
}

fn criterion(lang: Lang, of: &CriterionEffect) -> String {
    let scores = |mark: &Mark| scores(lang, mark.low, mark.high);
    let (before, after) = match (&of.before, &of.after) {
        (Some(before), Some(after)) => (before, after),
        (Some(_), None) => return say::gone(lang, &of.id),
        (None, Some(after)) => return say::new(lang, &of.id, &scores(after)),
        (None, None) => return of.id.clone(),
    };
    let (was, is) = (scores(before), scores(after));
    let mut text = format!("{} {}", of.id, if was == is { was } else { say::now(lang, &was, &is) });
    if before.in_place != after.in_place {
        let [was, is] = [before, after].map(|mark| say::mark(lang, mark.in_place.word()));
        text = say::aside(lang, &text, &say::in_place(lang, &was, &is));
    }
    if before.level != after.level {
        let own = |mark: &Mark| match &mark.level {
            Some(of) => ids(lang, &of.id, &of.possible),
            None => say::none(lang).to_owned(),
        };
        text = say::aside(lang, &text, &say::level(lang, &own(before), &own(after)));
    }
    text
}

/// The score of a group of criteria that has another one than before.
fn group(lang: Lang, before: &Standing, now: &GroupMark) -> String {
    let scores = |mark: &GroupMark| scores(lang, mark.low, mark.high);
    match before.groups.iter().find(|was| was.id == now.id) {
        Some(was) => format!("{} {}", now.id, say::now(lang, &scores(was), &scores(now))),
        None => say::new(lang, &now.id, &scores(now)),
    }
}

fn challenge(lang: Lang, of: &ChallengeEffect) -> String {
    let found = |found: Option<Found>| match found {
        Some(Found::Yes) => say::found(lang),
        Some(_) => say::possibly_found(lang),
        None => say::not_found(lang),
    };
    format!("{} {}", of.id, say::now(lang, found(of.before), found(of.after)))
}

fn effort(lang: Lang, standing: &Standing) -> String {
    match (standing.effort, standing.at_least) {
        (None, _) => say::none(lang).to_owned(),
        (Some(effort), None) => effort.to_string(),
        (Some(effort), Some(least)) if least == effort => say::others_not_looked_at(lang, effort),
        (Some(effort), Some(least)) => say::not_proven(lang, least, effort),
    }
}

/// What of a route is no more on it, and what is new.
fn route(lang: Lang, before: &Standing, after: &Standing) -> String {
    let list = |ids: Vec<String>| named(lang, ids, comma(lang));
    let (Some(was), Some(is)) = (&before.route, &after.route) else {
        let whole = |standing: &Standing| match &standing.route {
            None => say::no_route(lang).to_owned(),
            Some(actions) if actions.is_empty() => say::no_route_needed(lang).to_owned(),
            Some(actions) => say::aside(lang, &list(actions.clone()), &say::with_effort(lang, &effort(lang, standing))),
        };
        return say::now(lang, &whole(before), &whole(after));
    };
    let beyond = |own: &[String], other: &[String]| -> Vec<String> {
        own.iter().filter(|id| !other.contains(id)).cloned().collect()
    };
    let (gone, new) = (beyond(was, is), beyond(is, was));
    let mut parts = Vec::new();
    if !gone.is_empty() {
        parts.push(say::without(lang, &list(gone)));
    }
    if !new.is_empty() {
        parts.push(say::with(lang, &list(new)));
    }
    let efforts = match before.effort == after.effort {
        true => say::with_effort(lang, &effort(lang, after)),
        false => say::effort_now(lang, &effort(lang, before), &effort(lang, after)),
    };
    say::aside(lang, &parts.join(say::between(lang)), &efforts)
}
