//! Questions whose answer never matters.
//!
//! It is enough to compare the worst and the best option: what lies between decides no more, and n/a gives the criterion
//! a score between the two, or, where nothing else applies in it, takes away what the best option would have put in
//! place.

use std::collections::HashMap;

use super::search::{self, Bounds, Verdict};
use super::side::{Choice, Look, Side};
use super::sums::{Criterion, Question, Range, Sums, least};
use super::{Model, Reasoning, Undecided};
use crate::definition::Goal;
use crate::exact::Fraction;
use crate::exact::Score;

/// How many scores of the other questions are looked at to find one from which the level changes.
const MAX_CHOICES: usize = 1 << 16;

/// Finds the questions that change neither whether their criterion is in place nor the level, whatever else is
/// answered.
pub(super) fn idle(model: &mut Model<'_>, found: &mut Reasoning) {
    for at in 0..model.criteria.len() {
        // Questions that are alike are answered for once.
        let mut known: HashMap<(Vec<u64>, bool), Option<bool>> = HashMap::new();
        for place in 0..model.criteria[at].questions.len() {
            let question = &model.criteria[at].questions[place];
            let (index, alike) = (question.index, (question.worths.clone(), question.not_applicable));
            let matters = match known.get(&alike) {
                Some(matters) => *matters,
                None => matters(model, at, place),
            };
            known.insert(alike, matters);
            match matters {
                Some(true) => {}
                Some(false) => found.idle_questions.push(index),
                None => found.undecided.push(Undecided::Question(index)),
            }
        }
    }
}

/// Whether the question at `place` of criterion `at` matters; none where that is not decided.
fn matters(model: &mut Model<'_>, at: usize, place: usize) -> Option<bool> {
    let criterion = &model.criteria[at];
    let full = criterion.questions[place].full();
    let others = criterion.questions.iter().enumerate().filter(|(other, _)| *other != place);
    let others = Sums::of(others.map(|(_, question): (usize, &Question)| question), &mut model.work)?;
    if flips(&others, full, criterion.in_place).next().is_some() {
        return Some(true);
    }
    let mut decided = Some(false);
    for goal in &model.scheme.levels {
        match changes(model, at, &others, full, goal) {
            Verdict::Some(_) => return Some(true),
            Verdict::None => {}
            Verdict::Undecided => decided = None,
        }
    }
    decided
}

/// The scores with the question at its worst and at its best where only the latter reaches `threshold`.
fn flips(others: &Sums, full: u64, threshold: Score) -> impl Iterator<Item = Choice> {
    let pairs = others.pairs().filter(move |(value, rest)| {
        let need = least(threshold, rest + full);
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
fn changes(model: &mut Model<'_>, at: usize, others: &Sums, full: u64, goal: &Goal) -> Verdict {
    let need = goal.criteria[at];
    let bounds = Bounds { in_place: (goal.criteria_in_place, None), overall: (goal.overall, None) };
    // By the score of its own criterion: as high as can be while the worst answer fails.
    if let Some(best) = flips(others, full, need).max_by_key(|choice| choice.high) {
        let verdict = combine(model, at, goal, &[best], true, bounds);
        if verdict != Verdict::None {
            return verdict;
        }
    }
    if goal.overall == Score::ZERO {
        return Verdict::None;
    }
    // By the overall score.
    let reaches = |pair: &(u64, u64)| pair.0 + full >= least(need, pair.1 + full);
    let choices: Vec<Choice> =
        others.pairs().filter(reaches).take(MAX_CHOICES + 1).map(|pair| choice(pair, full)).collect();
    let complete = choices.len() <= MAX_CHOICES;
    let bounds = Bounds { overall: (goal.overall, Some(goal.overall)), ..bounds };
    combine(model, at, goal, &choices, complete, bounds)
}

/// Looks for scores of the other criteria that go with one of `choices` for criterion `at`.
fn combine(
    model: &mut Model<'_>,
    at: usize,
    goal: &Goal,
    choices: &[Choice],
    complete: bool,
    bounds: Bounds,
) -> Verdict {
    let Model { criteria, sums, work, .. } = model;
    let side = |(other, criterion): (usize, &Criterion), bounds: Bounds, look: Look| {
        if other == at {
            Side::of(criterion, choices.to_vec(), complete)
        } else {
            Side::new(criterion, &sums[other], Range::new(goal.criteria[other], None), bounds, look)
        }
    };
    let sides = |bounds: Bounds, look: Look| {
        criteria.iter().enumerate().map(|criterion| side(criterion, bounds, look)).collect()
    };
    search::search(sides, bounds, work)
}
