//! Levels that nobody is on, requirements that decide nothing, thresholds that are the same, and what n/a evades.

use super::search::Verdict;
use super::sums::Range;
use super::{Model, Reasoning, Undecided};
use crate::definition::{Clause, Definition, Goal, Scope};
use crate::exact::{Fraction, Score};

/// A requirement that holds whenever what else is asked for does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The index of its level.
    pub level: usize,
    /// Its place in `requires`.
    pub requirement: usize,
    /// From what it follows.
    pub given: Given,
}

/// From what a requirement follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// From the levels below.
    Below,
    /// From the levels below and the other requirements of its level.
    Rest,
}

/// Two thresholds for the same score, between which no score can fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The lower threshold.
    pub lower: (Threshold, Score),
    /// The higher one, which decides the same.
    pub higher: (Threshold, Score),
    /// The lowest score that reaches both, where it is that of one criterion.
    pub next: Option<Score>,
}

/// Where a threshold stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// `in_place` of the criterion with this index.
    InPlace(usize),
    /// A requirement, by the index of its level and its place there.
    Requirement(usize, usize),
}

/// Finds each level of which the next asks for nothing that does not hold already.
pub(super) fn hidden(model: &mut Model<'_>, found: &mut Reasoning) {
    let scheme = model.scheme;
    for (level, goals) in scheme.levels.windows(2).enumerate() {
        let [goal, next] = goals else { continue };
        match all_hold(model, goal, next.beyond(goal)) {
            Some(true) => found.hidden_levels.push(level),
            Some(false) => {}
            None => found.undecided.push(Undecided::Level(level)),
        }
    }
}

/// Whether no organisation has what `goal` asks for and lacks one of `pieces`; none where that is not decided.
fn all_hold(model: &mut Model<'_>, goal: &Goal, pieces: impl IntoIterator<Item = Clause<usize>>) -> Option<bool> {
    let mut decided = Some(true);
    for piece in pieces {
        match model.find(goal, piece) {
            Verdict::Some(_) => return Some(false),
            Verdict::None => {}
            Verdict::Undecided => decided = None,
        }
    }
    decided
}

/// Finds the requirements that follow from the rest. One that only repeats a level below is there for the reader; of
/// two that follow from each other, only the first is named; and where a level is hidden, that says it all.
pub(super) fn idle(model: &mut Model<'_>, found: &mut Reasoning) {
    let levels = &model.definition.levels;
    for (level, what) in levels.iter().enumerate().skip(1).filter(|(level, _)| *level > 0) {
        if found.hidden_levels.contains(&(level - 1)) {
            continue;
        }
        let below = &model.scheme.levels[level - 1];
        let mut left: Vec<usize> = (0..what.requires.len()).collect();
        for (at, requirement) in what.requires.iter().enumerate() {
            let repeats = levels[..level].iter().any(|lower| lower.requires.contains(requirement));
            let gap = found.gaps.iter().any(|gap| {
                gap.higher.0 == Threshold::Requirement(level, at) && matches!(gap.lower.0, Threshold::Requirement(..))
            });
            if repeats || gap {
                continue;
            }
            let pieces = model.definition.pieces(requirement);
            let mut rest = below.clone();
            let others = left.iter().filter(|other| **other != at);
            let others = others.flat_map(|other| model.definition.pieces(&what.requires[*other]));
            others.for_each(|piece| rest.raise(&piece));
            let given = match all_hold(model, below, pieces.iter().copied()) {
                Some(true) => Some(Given::Below),
                _ => match all_hold(model, &rest, pieces.iter().copied()) {
                    Some(true) => Some(Given::Rest),
                    Some(false) => None,
                    None => {
                        found.undecided.push(Undecided::Requirement(level, at));
                        None
                    }
                },
            };
            if let Some(given) = given {
                left.retain(|other| *other != at);
                found.idle_requirements.push(Idle { level, requirement: at, given });
            }
        }
    }
}

/// Finds thresholds for the score of one criterion, of every criterion, or overall, between which no score can fall.
pub(super) fn gaps(model: &mut Model<'_>, found: &mut Reasoning) {
    for (at, criterion) in model.definition.criteria.iter().enumerate() {
        let named = |requirement: &Clause<Scope>| match requirement {
            Clause::Criterion(Scope::Named(id), score) if *id == criterion.id => Some(*score),
            _ => None,
        };
        let mut thresholds = thresholds(model.definition, named);
        thresholds.insert(0, (Threshold::InPlace(at), criterion.in_place));
        let sums = &model.sums[at];
        for (lower, higher) in neighbours(thresholds) {
            if sums.lowest(Range::new(lower.1, Some(higher.1))).is_none() {
                let next = sums.lowest(Range::new(higher.1, None)).map(Fraction::score);
                found.gaps.push(Gap { lower, higher, next });
            }
        }
    }
    let every = |requirement: &Clause<Scope>| match requirement {
        Clause::Criterion(Scope::Every, score) => Some(*score),
        _ => None,
    };
    for (lower, higher) in neighbours(thresholds(model.definition, every)) {
        if model.sums.iter().all(|sums| sums.lowest(Range::new(lower.1, Some(higher.1))).is_none()) {
            found.gaps.push(Gap { lower, higher, next: None });
        }
    }
    let overall = |requirement: &Clause<Scope>| match requirement {
        Clause::Overall(score) => Some(*score),
        _ => None,
    };
    for (lower, higher) in neighbours(thresholds(model.definition, overall)) {
        let goal = Goal { overall: lower.1, ..Goal::nothing(model.criteria.len()) };
        match model.find(&goal, Clause::Overall(higher.1)) {
            Verdict::Some(_) => {}
            Verdict::None => found.gaps.push(Gap { lower, higher, next: None }),
            Verdict::Undecided => {
                if let Threshold::Requirement(level, at) = higher.0 {
                    found.undecided.push(Undecided::Threshold(level, at));
                }
            }
        }
    }
}

/// Every threshold that `of` finds in a requirement, lowest level first.
fn thresholds(definition: &Definition, of: impl Fn(&Clause<Scope>) -> Option<Score>) -> Vec<(Threshold, Score)> {
    let levels = definition.levels.iter().enumerate();
    let all = levels.flat_map(|(level, what)| {
        what.requires.iter().enumerate().map(move |(at, requirement)| (Threshold::Requirement(level, at), requirement))
    });
    all.filter_map(|(place, requirement)| Some((place, of(requirement)?))).collect()
}

/// Each two thresholds that follow one another; of equal ones only the first counts.
fn neighbours(
    mut thresholds: Vec<(Threshold, Score)>,
) -> impl Iterator<Item = ((Threshold, Score), (Threshold, Score))> {
    thresholds.sort_by_key(|(_, score)| *score);
    thresholds.dedup_by_key(|(_, score)| *score);
    let higher: Vec<_> = thresholds.iter().skip(1).copied().collect();
    thresholds.into_iter().zip(higher)
}

/// Finds the requirements that name a criterion of which every question may be n/a: an organisation that fails the
/// level only there attains it by answering them so. Each criterion is named once, at the lowest level that asks for it.
pub(super) fn evadable(definition: &Definition) -> Vec<(usize, usize)> {
    let may_be = |id: &str| {
        let criterion = definition.criteria.iter().find(|criterion| criterion.id == id);
        criterion.is_some_and(|criterion| criterion.questions.iter().all(|question| question.not_applicable))
    };
    let mut named: Vec<&str> = Vec::new();
    let mut evadable = Vec::new();
    for (level, what) in definition.levels.iter().enumerate() {
        for (at, requirement) in what.requires.iter().enumerate() {
            if let Clause::Criterion(Scope::Named(id), score) = requirement
                && *score > Score::ZERO
                && definition.criteria.len() > 1
                && may_be(id)
                && !named.contains(&id.as_str())
            {
                named.push(id);
                evadable.push((level, at));
            }
        }
    }
    evadable
}
