//! Why the level is what it is: what is missing for the next ones, how firm it is, and what n/a has done to it.

use super::outcome::Outcome;
use super::scheme::Scheme;
use super::standing::Unmet;
use super::sums::{Tally, add};
use crate::answers::Answer;
use crate::definition::Goal;
use crate::exact::{Fraction, Score};

/// How far a criterion is from being in place that nearly is, at most.
const NEAR: Score = Score::TEN;

/// What explains an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// For each level above the present one, lowest first: its index, and what is missing beyond the level below it.
    pub unmet: Vec<(usize, Vec<Unmet>)>,
    /// The indices of the criteria that are not in place and, open questions at their worst, within ten points of it;
    /// nearest first.
    pub nearly_in_place: Vec<usize>,
    /// How firm the level is: the fewest times that one answer drops by one option until it is lost. None where it
    /// cannot be lost, as the first level cannot.
    pub drops: Option<usize>,
    /// The index of the level, had every n/a to what is asked been the worst option.
    pub level_without_not_applicable: usize,
}

/// Explains `outcome`, which `answers` have under `scheme`.
pub fn explain(scheme: &Scheme, answers: &[Answer], outcome: &Outcome) -> Explanation {
    let level = outcome.low.level;
    let above = level + 1..scheme.levels.len();
    let unmet = above.map(|at| {
        let below: Vec<Unmet> = outcome.low.unmet(&scheme.levels[at - 1]).collect();
        (at, outcome.low.unmet(&scheme.levels[at]).filter(|unmet| !below.contains(unmet)).collect())
    });
    let strict = answers.iter().zip(&scheme.questions).map(|(answer, question)| match answer {
        Answer::NotApplicable if question.asked => Answer::Option(0),
        answer => *answer,
    });
    let strict: Vec<Answer> = strict.collect();
    let strict = Tally::worst(scheme, &strict, &add(scheme, &strict)).standing(scheme);
    Explanation {
        unmet: unmet.collect(),
        nearly_in_place: nearly_in_place(scheme, outcome),
        drops: fewest_drops(scheme, answers, &scheme.levels[level]),
        level_without_not_applicable: strict.map_or(level, |standing| standing.level),
    }
}

fn nearly_in_place(scheme: &Scheme, outcome: &Outcome) -> Vec<usize> {
    let short = outcome.criteria.iter().zip(&scheme.criteria).enumerate().filter_map(|(at, (outcome, criterion))| {
        let (low, _) = outcome.score?;
        Some((low.short_of(criterion.in_place), at))
    });
    let mut near: Vec<(Score, usize)> = short.filter(|(short, _)| *short > Score::ZERO && *short <= NEAR).collect();
    near.sort_unstable();
    near.into_iter().map(|(_, at)| at).collect()
}

/// The fewest one-option drops after which `goal`, which is attained, no longer is. Exact: each requirement is broken
/// as cheaply as can be, criteria are independent of one another, and one broken requirement is enough. None where
/// nothing can break it.
fn fewest_drops(scheme: &Scheme, answers: &[Answer], goal: &Goal) -> Option<usize> {
    let Goal { criteria_in_place: _, overall, criteria, questions } = goal;
    let tally = Tally::worst(scheme, answers, &add(scheme, answers));
    let criterion = |at: usize, threshold: Score| {
        let Fraction { value, full } = tally.criteria[at];
        let drops = drops(scheme, answers, |question| if question == at { 1 } else { 0 });
        (full > 0 && threshold > Score::ZERO)
            .then(|| drops.iter().position(|lost| Score::of(u128::from(value) - lost, full.into()) < threshold))
            .flatten()
    };
    let mut fewest: Vec<usize> = (0..scheme.criteria.len()).filter_map(|at| criterion(at, criteria[at])).collect();

    let applicable = tally.criteria.iter().filter(|score| score.full > 0).count();
    let need = goal.needed_in_place(applicable);
    let in_place = |at: &usize| tally.criterion(*at).is_some_and(|score| score >= scheme.criteria[*at].in_place);
    let in_place: Vec<usize> = (0..scheme.criteria.len()).filter(in_place).collect();
    let mut costs: Vec<usize> = in_place.iter().filter_map(|&at| criterion(at, scheme.criteria[at].in_place)).collect();
    costs.sort_unstable();
    let breaks = in_place.len().saturating_sub(need) + 1;
    if need > 0 && costs.len() >= breaks {
        fewest.push(costs[..breaks].iter().sum());
    }

    if *overall > Score::ZERO {
        let (per_unit, full) = tally.overall_units(scheme);
        let value = tally.overall(scheme).value;
        let drops = drops(scheme, answers, |criterion| per_unit[criterion]);
        fewest.extend(drops.iter().position(|lost| Score::of(value - lost, full) < *overall));
    }
    for (question, answer) in scheme.questions.iter().zip(answers) {
        if let (Some((level, least)), Answer::Option(option)) = (question.level, *answer)
            && questions.iter().any(|(of, _)| *of == level)
        {
            fewest.push(usize::from(option - least) + 1);
        }
    }
    fewest.into_iter().min()
}

/// The most worth that 0, 1, 2 … one-option drops can lose, a unit of each criterion counted as often as `per_unit`
/// says. A knapsack over the questions, each of which may drop by any number of options.
fn drops(scheme: &Scheme, answers: &[Answer], per_unit: impl Fn(usize) -> u128) -> Vec<u128> {
    let mut most: Vec<u128> = vec![0];
    for (question, answer) in scheme.questions.iter().zip(answers) {
        let Answer::Option(option) = *answer else { continue };
        let unit = per_unit(question.criterion);
        if unit == 0 || option == 0 {
            continue;
        }
        let top = question.value(option);
        let lost: Vec<u128> = (0..=option).rev().map(|to| u128::from(top - question.value(to)) * unit).collect();
        let mut next = vec![0; most.len() + usize::from(option)];
        for (before, so_far) in most.iter().enumerate() {
            for (more, lost) in lost.iter().enumerate() {
                next[before + more] = next[before + more].max(so_far + lost);
            }
        }
        most = next;
    }
    most
}
