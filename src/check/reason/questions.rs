//! Questions whose answer never matters.
//!
//! It is enough to compare the worst and the best option: what lies between decides no more, and n/a gives the criterion
//! a score between the two, or, where nothing else applies in it, takes away what the best option would have put in
//! place.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use super::domain::{Choice, Restriction};
use super::model::{Model, Undecided};
use super::program::Verdict;
use super::query::Query;
use super::search::decide;
use super::sums::{Criterion, Question, Sums};
use super::work::Work;
use crate::definition::{Clause, Goal};
use crate::exact::{Fraction, Score};

/// How many scores of the other questions are looked at to find one from which the level changes.
const MAX_CHOICES: usize = 1 << 16;

/// Finds the questions that change neither whether their criterion is in place nor the level, whatever else is
/// answered.
pub(super) fn idle(model: &mut Model<'_>) -> Vec<usize> {
    let mut idle = Vec::new();
    for at in 0..model.criteria.len() {
        // Questions that are alike are answered for once.
        let mut known: HashMap<(Vec<u64>, bool), Option<bool>> = HashMap::new();
        for place in 0..model.criteria[at].questions.len() {
            let question = &model.criteria[at].questions[place];
            let (index, alike) = (question.index, (question.worths.clone(), question.not_applicable));
            match *known.entry(alike).or_insert_with(|| matters(model, at, place)) {
                Some(true) => {}
                Some(false) => idle.push(index),
                None => model.undecided.push(Undecided::Question(index)),
            }
        }
    }
    idle
}

/// Whether the question at `place` of criterion `at` matters; none where that is not decided.
fn matters(model: &mut Model<'_>, at: usize, place: usize) -> Option<bool> {
    let criterion = &model.criteria[at];
    let (index, full) = (criterion.questions[place].index, criterion.questions[place].full);
    // At its worst it is not as its level asks, and with all others at their best nothing else is lacking.
    if model.scheme.questions[index].level.is_some() {
        return Some(true);
    }
    if tips(criterion, place) {
        return Some(true);
    }
    let others = others(criterion, index, &mut model.known.work)?;
    if flips(&others, full, criterion.in_place).next().is_some() {
        return Some(true);
    }
    match Verdict::any(model.scheme.levels.iter().map(|goal| changes(model, at, index, (&others, full), goal))) {
        Verdict::Feasible(_) => Some(true),
        Verdict::Infeasible => Some(false),
        Verdict::Undecided => None,
    }
}

/// Whether the others can be answered so that it is up to the question at `place` whether the criterion is in place: each
/// as high as it can be without it, those that are worth most first. That it finds nothing means nothing.
fn tips(criterion: &Criterion, place: usize) -> bool {
    let full = criterion.questions[place].full;
    let mut others: Vec<&Question> = criterion.questions.iter().collect();
    others.remove(place);
    others.sort_by_key(|question| Reverse(question.full));
    let need = criterion.in_place.least(others.iter().map(|question| question.full).sum::<u64>() + full);
    let mut value = others.iter().map(|question| question.worths[0]).sum::<u64>();
    for worths in others.iter().map(|question| &question.worths) {
        let rest = value - worths[0];
        value = worths.iter().rev().map(|worth| rest + worth).find(|value| *value < need).unwrap_or(value);
    }
    value < need && need <= value + full
}

/// What the questions of a criterion come to but for one.
fn others(criterion: &Criterion, index: usize, work: &mut Work) -> Option<Sums> {
    Sums::of(criterion.questions.iter().filter(|question| question.index != index), work)
}

/// The scores with the question at its worst and at its best where only the latter reaches `threshold`.
fn flips(others: &Sums, full: u64, threshold: Score) -> impl Iterator<Item = Choice> {
    let pairs = others.pairs().filter(move |(value, rest)| {
        let need = threshold.least(rest + full);
        *value < need && need <= value + full
    });
    pairs.map(move |pair| choice(pair, full))
}

fn choice((value, rest): (u64, u64), full: u64) -> Choice {
    let score = |value: u64| Fraction { value, full: rest + full };
    Choice { low: score(value), high: score(value + full) }
}

/// Looks for an organisation that has what `goal` asks for with the question at its best and not with it at its worst.
/// The question does not change what is in place.
fn changes(
    model: &mut Model<'_>,
    at: usize,
    index: usize,
    (others_of_all, full): (&Sums, u64),
    goal: &Goal,
) -> Verdict {
    if goal.questions.is_empty() {
        return changes_among(&model.criteria, &mut model.known.work, at, (others_of_all, full), goal);
    }
    let Some(criteria) = model.attaining(goal) else { return Verdict::Undecided };
    let Some(others) = others(&criteria[at], index, &mut model.known.work) else { return Verdict::Undecided };
    changes_among(&criteria, &mut model.known.work, at, (&others, full), goal)
}

fn changes_among(
    criteria: &[Rc<Criterion>],
    work: &mut Work,
    at: usize,
    (others, full): (&Sums, u64),
    goal: &Goal,
) -> Verdict {
    let need = goal.criteria[at];
    let query = Query::attaining(goal);
    // By the score of its own criterion: as high as can be while the worst answer fails.
    if let Some(best) = flips(others, full, need).max_by_key(|choice| choice.high) {
        let restriction = Restriction { criterion: at, choices: &[best], complete: true };
        let verdict = decide(criteria, &query, Some(restriction), work);
        if verdict != Verdict::Infeasible {
            return verdict;
        }
    }
    if goal.overall == Score::ZERO {
        return Verdict::Infeasible;
    }
    // By the overall score.
    let reaches = |pair: &(u64, u64)| pair.0 + full >= need.least(pair.1 + full);
    let choices: Vec<Choice> =
        others.pairs().filter(reaches).take(MAX_CHOICES + 1).map(|pair| choice(pair, full)).collect();
    let restriction = Restriction { criterion: at, choices: &choices, complete: choices.len() <= MAX_CHOICES };
    decide(criteria, &query.failing(Clause::Overall(goal.overall)), Some(restriction), work)
}
