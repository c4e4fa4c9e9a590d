//! Levels that nobody is on, requirements that decide nothing, thresholds that are the same, and what n/a evades.

use super::model::{Model, Undecided};
use super::program::Verdict;
use super::query::{Breadth, Interval};
use super::sums::Criterion;
use crate::definition::{Clause, Definition, Goal, Scope};
use crate::exact::{Fraction, Score};

/// A requirement that holds whenever what else is asked for does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The index of its level.
    pub level: usize,
    /// Its place in `requires`.
    pub requirement: usize,
    pub given: Given,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Below,
    /// From the levels below and the other requirements of its level.
    Rest,
}

/// Two thresholds for the same score, between which no score can fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub lower: (Threshold, Score),
    /// The higher one, which decides the same.
    pub higher: (Threshold, Score),
    /// The lowest score that reaches both, where it is that of one criterion.
    pub next: Option<Score>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// `in_place` of the criterion with this index.
    InPlace(usize),
    /// A requirement, by the index of its level and its place there.
    Requirement(usize, usize),
}

/// Finds each level of which the next asks for nothing that does not hold already.
pub(super) fn hidden(model: &mut Model<'_>) -> Vec<usize> {
    let mut hidden = Vec::new();
    for (level, goals) in model.scheme.levels.windows(2).enumerate() {
        match model.find_failing(&goals[0], goals[1].beyond(&goals[0])) {
            Verdict::Infeasible => hidden.push(level),
            Verdict::Feasible(_) => {}
            Verdict::Undecided => model.undecided.push(Undecided::Level(level)),
        }
    }
    hidden
}

/// Finds the requirements that follow from the rest. One that only repeats a level below is there for the reader; of
/// two that follow from each other, only the first is named; and where a level is hidden, or a threshold decides the
/// same as a lower one, that says it all.
pub(super) fn idle(model: &mut Model<'_>, hidden: &[usize], gaps: &[Gap]) -> Vec<Idle> {
    let levels = &model.definition.levels;
    let mut idle = Vec::new();
    for level in (1..levels.len()).filter(|level| !hidden.contains(&(level - 1))) {
        let requires = &levels[level].requires;
        let mut left: Vec<usize> = (0..requires.len()).collect();
        for (requirement, clause) in requires.iter().enumerate() {
            let repeats = levels[..level].iter().any(|lower| lower.requires.contains(clause));
            let gap = gaps.iter().any(|gap| {
                gap.higher.0 == Threshold::Requirement(level, requirement)
                    && matches!(gap.lower.0, Threshold::Requirement(..))
            });
            if repeats || gap {
                continue;
            }
            let others: Vec<usize> = left.iter().copied().filter(|other| *other != requirement).collect();
            if let Some(given) = given(model, level, requirement, &others) {
                idle.push(Idle { level, requirement, given });
                left = others;
            }
        }
    }
    idle
}

/// From what a requirement follows, if it does: the levels below, or they and the `others` of its level.
fn given(model: &mut Model<'_>, level: usize, requirement: usize, others: &[usize]) -> Option<Given> {
    let (definition, requires) = (model.definition, &model.definition.levels[level].requires);
    let below = &model.scheme.levels[level - 1];
    let pieces = definition.pieces(&requires[requirement]);
    if model.find_failing(below, pieces.clone()) == Verdict::Infeasible {
        return Some(Given::Below);
    }
    let mut rest = below.clone();
    let others = others.iter().flat_map(|other| definition.pieces(&requires[*other]));
    others.for_each(|piece| rest.raise(&piece));
    match model.find_failing(&rest, pieces) {
        Verdict::Infeasible => Some(Given::Rest),
        Verdict::Feasible(_) => None,
        Verdict::Undecided => {
            model.undecided.push(Undecided::Requirement(level, requirement));
            None
        }
    }
}

/// Finds thresholds for the score of one criterion, of every criterion, or overall, between which no score can fall.
pub(super) fn gaps(model: &mut Model<'_>) -> Vec<Gap> {
    let definition = model.definition;
    let lowest = |criterion: &Criterion, from: Score, below: Option<Score>| {
        criterion.sums.lowest(Interval { from, below }, Breadth::Wide)
    };
    let mut gaps = Vec::new();
    for (at, criterion) in definition.criteria.iter().enumerate() {
        let mut thresholds = vec![(Threshold::InPlace(at), criterion.in_place)];
        thresholds.extend(asked(definition, Some(&Scope::Named(criterion.id.clone()))));
        for (lower, higher) in neighbours(thresholds) {
            if lowest(&model.criteria[at], lower.1, Some(higher.1)).is_none() {
                let next = lowest(&model.criteria[at], higher.1, None).map(Fraction::score);
                gaps.push(Gap { lower, higher, next });
            }
        }
    }
    for (lower, higher) in neighbours(asked(definition, Some(&Scope::Every)).collect()) {
        if model.criteria.iter().all(|criterion| lowest(criterion, lower.1, Some(higher.1)).is_none()) {
            gaps.push(Gap { lower, higher, next: None });
        }
    }
    for (lower, higher) in neighbours(asked(definition, None).collect()) {
        let goal = Goal { overall: lower.1, ..Goal::nothing(model.criteria.len()) };
        match (model.find_failing(&goal, [Clause::Overall(higher.1)]), higher.0) {
            (Verdict::Infeasible, _) => gaps.push(Gap { lower, higher, next: None }),
            (Verdict::Undecided, Threshold::Requirement(level, at)) => {
                model.undecided.push(Undecided::Threshold(level, at));
            }
            _ => {}
        }
    }
    gaps
}

/// Every requirement, lowest level first: the index of its level, its place there, and what it asks for.
fn requirements(definition: &Definition) -> impl Iterator<Item = (usize, usize, &Clause<Scope>)> {
    let levels = definition.levels.iter().enumerate();
    levels.flat_map(|(level, what)| what.requires.iter().enumerate().map(move |(at, clause)| (level, at, clause)))
}

/// The thresholds in requirements: for the criteria in `scope`, or where there is none overall.
fn asked(definition: &Definition, scope: Option<&Scope>) -> impl Iterator<Item = (Threshold, Score)> {
    requirements(definition).filter_map(move |(level, at, clause)| match clause {
        Clause::Criterion(own, score) if scope == Some(own) => Some((Threshold::Requirement(level, at), *score)),
        Clause::Overall(score) if scope.is_none() => Some((Threshold::Requirement(level, at), *score)),
        _ => None,
    })
}

/// Each two thresholds that follow one another, lower and higher; of equal ones only the first counts.
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
        criterion
            .is_some_and(|criterion| criterion.questions.iter().all(|question| question.not_applicable.is_allowed()))
    };
    let mut named: Vec<&str> = Vec::new();
    let mut evadable = Vec::new();
    for (level, at, clause) in requirements(definition) {
        if let Clause::Criterion(Scope::Named(id), score) = clause
            && *score > Score::ZERO
            && definition.criteria.len() > 1
            && may_be(id)
            && !named.contains(&id.as_str())
        {
            named.push(id);
            evadable.push((level, at));
        }
    }
    evadable
}
