//! What becomes of one answer set: its result before and after, and what of it moves.

use std::collections::HashMap;

use serde::Serialize;

use super::changes::Change;
use super::transfer::{Lost, read_otherwise, transfer};
use crate::answers::{Answer, AnswerSet, OwnPlan};
use crate::definition::{Definition, Rename};
use crate::exact::{Effort, Score};
use crate::plan::{Aim, Route, Shares, route_within};
use crate::score::{self, Found, InPlace, Scheme};

/// What becomes of one answer set.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// What it is called: the name of its file.
    pub name: String,
    /// Its result by the definition as it was.
    pub before: Standing,
    /// Its result by the changed definition; none where no answer applies any more.
    pub after: Option<Standing>,
    /// Whether its level changes, at worst or at best.
    pub level_changes: bool,
    /// Whether its overall score or that of a criterion changes, at worst or at best, or whether one is in place, or its own
    /// level.
    pub score_changes: bool,
    /// Whether the actions of its route, or the level that it leads to, change.
    pub route_changes: bool,
    /// Whether the effort of its route changes.
    pub effort_changes: bool,
    /// The challenges that are found otherwise.
    pub challenges: Vec<ChallengeEffect>,
    /// The criteria whose scores change, or whether they are in place, or their own levels.
    pub criteria: Vec<CriterionEffect>,
    /// The questions and facts of which it has an answer, and the actions of which it records something, that mean something
    /// else now.
    pub meaning: Vec<String>,
    /// The answers that the changed definition has no place for.
    pub lost: Vec<Lost>,
}

/// A challenge that is found otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChallengeEffect {
    pub id: String,
    /// `yes`, or `open` where answers that are open decide it; none where it is not found.
    pub before: Option<Found>,
    pub after: Option<Found>,
}

/// A criterion that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionEffect {
    /// Its id now, or as it was where it is gone.
    pub id: String,
    /// None where it is new.
    pub before: Option<Mark>,
    /// None where it is gone.
    pub after: Option<Mark>,
}

/// How a criterion stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its score at worst; none where it is not applicable.
    pub low: Option<Score>,
    /// Its score at best.
    pub high: Option<Score>,
    /// `yes`, `no`, `open` or `n/a`.
    pub in_place: InPlace,
    /// Its own level, where questions that belong to levels apply in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<OwnLevel>,
}

/// The score of a group of criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupMark {
    pub id: String,
    /// Its score at worst; none where nothing in it is applicable.
    pub low: Option<Score>,
    /// Its score at best.
    pub high: Option<Score>,
}

/// The level of a criterion, by its id now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnLevel {
    /// Open questions at their worst.
    pub id: String,
    /// Open questions at their best.
    pub possible: String,
}

/// The result of an answer set by one of the definitions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The id of the level, open questions at their worst.
    pub level: String,
    /// The id of the level, open questions at their best.
    pub possible: String,
    /// The overall score, open questions at their worst.
    pub low: Score,
    /// The overall score, open questions at their best.
    pub high: Score,
    /// Each group of criteria.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupMark>,
    /// The actions on the route to the next level, in order; none where there is no route.
    pub route: Option<Vec<String>>,
    pub effort: Option<Effort>,
    /// Where the search was cut short, by which alone a route may change: what every route takes at least, which is its own
    /// effort where only others of the same were not all looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Effort>,
    /// The challenges found.
    pub challenges: Vec<FoundChallenge>,
}

/// A challenge that is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundChallenge {
    pub id: String,
    /// `yes`, or `open` where answers that are open decide it.
    pub found: Found,
}

impl Effect {
    /// What becomes of `set`, which holds answers to `before`, and where they were given to an earlier version, `anew` is how
    /// `after` reads them itself. None where nothing is applicable.
    pub(super) fn of(
        (before, after): (&Definition, &Definition),
        changes: &[Change],
        (name, set, anew): (String, &AnswerSet, Option<AnswerSet>),
        shares: &mut Shares,
    ) -> Option<Self> {
        let (mut transferred, mut lost) = transfer(before, after, set);
        if let Some(anew) = anew {
            lost.extend(read_otherwise(after, &transferred, &anew));
            transferred = anew;
        }
        let renames = &after.renames;
        // As many for either, so that what does not change is cut short at the same place.
        let most_work = shares.next();
        let (was, marks, work) = standing(before, set, most_work)?;
        let is = standing(after, &transferred, most_work);
        shares.take(work);
        shares.take(is.as_ref().map_or(0, |(_, _, work)| *work));
        let level = |id: &str| Rename::now(&renames.levels, id).to_owned();
        let level_changes = is.as_ref().is_none_or(|(is, ..)| {
            (level(&was.level), level(&was.possible)) != (is.level.clone(), is.possible.clone())
        });
        let route = was.route.as_ref().map(|route| sorted(route.iter().map(|id| Rename::now(&renames.actions, id))));
        let same = |is: &Standing| is.route.as_ref().map(|route| sorted(route.iter().map(String::as_str))) == route;
        let route_changes = !is.as_ref().is_some_and(|(is, ..)| same(is));
        // The same number is another effort in another unit.
        let other_unit = before.effort_unit != after.effort_unit && was.route.as_ref().is_some_and(|of| !of.is_empty());
        let effort_changes = other_unit || is.as_ref().is_none_or(|(is, ..)| is.effort != was.effort);
        let challenges = challenges(&was, is.as_ref().map(|(is, ..)| is));
        let now = |id: &str| Rename::now(&renames.criteria, id).to_owned();
        let own = |own: OwnLevel| OwnLevel { id: level(&own.id), possible: level(&own.possible) };
        let marks = marks.into_iter().map(|(id, mark)| (now(&id), Mark { level: mark.level.map(own), ..mark }));
        let marks: Vec<(String, Mark)> = marks.collect();
        let criteria = criteria(&marks, is.as_ref().map_or(&[], |(_, marks, _)| marks));
        let scores = |of: &Standing| {
            let groups: Vec<_> = of.groups.iter().map(|group| (group.low, group.high)).collect();
            (of.low, of.high, groups)
        };
        let overall = is.as_ref().is_none_or(|(is, ..)| scores(is) != scores(&was));
        let score_changes = overall || !criteria.is_empty();
        let meaning = meaning((before, after), changes, set);
        let (before, after) = (was, is.map(|(is, ..)| is));
        Some(Self {
            name,
            before,
            after,
            level_changes,
            score_changes,
            route_changes,
            effort_changes,
            challenges,
            criteria,
            meaning,
            lost,
        })
    }

    /// Whether anything of it changes.
    pub fn changes(&self) -> bool {
        let Self { level_changes, score_changes, route_changes, effort_changes, .. } = self;
        let Self { challenges, meaning, lost, .. } = self;
        let moves = *level_changes || *score_changes || *route_changes || *effort_changes;
        moves || !challenges.is_empty() || !meaning.is_empty() || !lost.is_empty()
    }
}

/// The challenges that are found otherwise, those of before first.
fn challenges(before: &Standing, after: Option<&Standing>) -> Vec<ChallengeEffect> {
    let of = |standing: &Standing, id: &str| standing.challenges.iter().find(|of| of.id == id).map(|of| of.found);
    let was = before.challenges.iter().map(|challenge| &challenge.id);
    let is = after.iter().flat_map(|after| &after.challenges).map(|challenge| &challenge.id);
    let all = was.chain(is.filter(|id| of(before, id).is_none()));
    let all = all.map(|id| {
        let after = after.and_then(|after| of(after, id));
        ChallengeEffect { id: id.clone(), before: of(before, id), after }
    });
    all.filter(|challenge| challenge.before != challenge.after).collect()
}

/// The criteria that stand otherwise.
fn criteria(before: &[(String, Mark)], after: &[(String, Mark)]) -> Vec<CriterionEffect> {
    let mark = |marks: &[(String, Mark)], id: &str| marks.iter().find(|(of, _)| of == id).map(|(_, mark)| mark.clone());
    let gone = before.iter().map(|(id, _)| id).filter(|id| mark(after, id).is_none());
    let all = after.iter().map(|(id, _)| id).chain(gone);
    let all = all.map(|id| CriterionEffect { id: id.clone(), before: mark(before, id), after: mark(after, id) });
    all.filter(|criterion| criterion.before != criterion.after).collect()
}

/// The questions and facts of which `set` has an answer, and the actions of which it records something, that mean something
/// else by a change.
fn meaning((before, after): (&Definition, &Definition), changes: &[Change], set: &AnswerSet) -> Vec<String> {
    let mut known: HashMap<(&str, &str), Vec<&Change>> = HashMap::new();
    for change in changes.iter().filter(|change| change.meaning) {
        known.entry((change.table, change.id.as_str())).or_default().push(change);
    }
    let means = |table: &str, id: &str, is_it: &dyn Fn(&Change) -> bool| {
        known.get(&(table, id)).is_some_and(|changes| changes.iter().any(|change| is_it(change)))
    };
    let mut ids = Vec::new();
    for (at, fact) in before.profile.iter().enumerate().filter(|(at, _)| set.profile.is_told(*at)) {
        let told: Vec<&str> = set.profile.told(at).map(|option| fact.options[option].id.as_str()).collect();
        let is_told = |change: &Change| change.option.as_deref().is_none_or(|option| told.contains(&option));
        let id = Rename::now(&after.renames.profile, &fact.id);
        ids.extend(means("profile", id, &is_told).then(|| id.to_owned()));
    }
    for ((_, question), answer) in before.questions().zip(&set.answers) {
        let asked = before.applies(&question.condition, &set.profile).counts();
        let points = answer.chosen(question).map(|option| option.points.to_string());
        let is_given = |change: &Change| match (change.key, &points) {
            ("not_applicable", _) => *answer == Answer::NotApplicable,
            ("options", points) => change.option == *points,
            _ => *answer != Answer::Unanswered,
        };
        let id = Rename::now(&after.renames.questions, &question.id);
        ids.extend((asked && means("questions", id, &is_given)).then(|| id.to_owned()));
    }
    let OwnPlan { done, excluded, doing, effort, about } = &set.actions;
    let recorded = |at: usize| {
        [done, excluded, doing].iter().any(|list| list.contains(&at))
            || effort.iter().any(|(of, _)| *of == at)
            || about.iter().any(|(of, _)| *of == at)
    };
    for (_, action) in before.actions.iter().enumerate().filter(|(at, _)| recorded(*at)) {
        let id = Rename::now(&after.renames.actions, &action.id);
        ids.extend(means("actions", id, &|_| true).then(|| id.to_owned()));
    }
    ids
}

fn sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids
}

/// How an answer set stands, and each criterion by its id; and the steps of the search for its route.
type Stood = (Standing, Vec<(String, Mark)>, u64);

fn standing(definition: &Definition, set: &AnswerSet, most_work: u64) -> Option<Stood> {
    let scheme = Scheme::compile(definition, &set.profile);
    let outcome = score::score(&scheme, &set.answers)?;
    let (route, work) = route_within(&scheme, &set.answers, &set.actions, &Aim::NEXT, most_work)?;
    let challenges = score::challenges(&scheme, &set.answers).into_iter();
    let challenges = challenges.map(|(at, found)| FoundChallenge { id: definition.challenges[at].id.clone(), found });
    let level = |at: usize| definition.levels[at].id.clone();
    let ids = |route: &Route| route.actions.iter().map(|&at| definition.actions[at].id.clone()).collect();
    let there = route.unmet.is_empty();
    let marks = definition.criteria.iter().zip(&outcome.criteria).map(|(criterion, of)| {
        let (low, high) = of.score.unzip();
        let own = of.level.map(|(low, high)| OwnLevel { id: level(low), possible: level(high) });
        (criterion.id.clone(), Mark { low, high, in_place: of.in_place, level: own })
    });
    let scores = outcome.low.groups.iter().zip(&outcome.high.groups);
    let groups = definition.groups.iter().zip(scores).map(|(group, (low, high))| {
        let id = group.id.clone();
        GroupMark { id, low: *low, high: *high }
    });
    let standing = Standing {
        level: level(outcome.low.level),
        possible: level(outcome.high.level),
        low: outcome.low.overall,
        high: outcome.high.overall,
        groups: groups.collect(),
        route: there.then(|| ids(&route)),
        effort: there.then_some(route.effort),
        at_least: Some(route.at_least).filter(|_| there && !route.proven),
        challenges: challenges.collect(),
    };
    Some((standing, marks.collect(), work))
}
