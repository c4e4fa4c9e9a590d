//! Scores and level where every question is settled: one possible world.

use std::fmt;

use super::scheme::Scheme;
use crate::definition::{Clause, Goal, in_proportion};
use crate::exact::{Fraction, Score, lcm};

/// For each criterion, what its answers are worth and what they could be worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Worth, and worth of the best options, per criterion; both 0 where the criterion is not applicable.
    pub criteria: Vec<(u64, u64)>,
}

/// Scores and level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The score of each criterion; none where it is not applicable.
    pub criteria: Vec<Option<Score>>,
    /// The overall score.
    pub overall: Score,
    /// How many criteria are in place.
    pub in_place: usize,
    /// How many criteria are applicable.
    pub applicable: usize,
    /// The index of the level.
    pub level: usize,
}

/// A clause that does not hold; of criteria in place, the number that is needed of those that apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// What is asked.
    pub clause: Clause<usize>,
    /// What there is instead.
    pub have: Amount,
}

/// A number of criteria, or a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// A number of criteria.
    Count(usize),
    /// A score.
    Score(Score),
}

impl Tally {
    /// Adds up settled answers: an option's index for each question, or none where it does not apply.
    pub fn of(scheme: &Scheme, options: impl IntoIterator<Item = Option<u8>>) -> Self {
        let mut criteria = vec![(0, 0); scheme.criteria.len()];
        for (question, option) in scheme.questions.iter().zip(options) {
            if let Some(option) = option {
                let (value, full) = &mut criteria[question.criterion];
                *value += question.value(option);
                *full += question.full();
            }
        }
        Self { criteria }
    }

    /// The score of one criterion; none where it is not applicable.
    pub fn criterion(&self, criterion: usize) -> Option<Score> {
        let (value, full) = self.criteria[criterion];
        (full > 0).then(|| Score::of(value.into(), full.into()))
    }

    /// What one unit of worth in each criterion adds to the overall score, and what the full overall score is, all
    /// in one common denominator. Depends only on which questions apply. Zeros where nothing is applicable.
    pub fn overall_units(&self, scheme: &Scheme) -> (Vec<u128>, u128) {
        let applicable = || self.criteria.iter().zip(&scheme.criteria).filter(|((_, full), _)| *full > 0);
        let fulls = applicable().map(|((_, full), _)| u128::from(*full));
        let denominator =
            fulls.fold(1, |multiple, full| lcm(multiple, full).expect("a definition with a unit fits 128 bits"));
        let per_unit = self.criteria.iter().zip(&scheme.criteria).map(|((_, full), criterion)| {
            denominator.checked_div(u128::from(*full)).map_or(0, |per_unit| per_unit * u128::from(criterion.weight))
        });
        let weights: u128 = applicable().map(|(_, criterion)| u128::from(criterion.weight)).sum();
        (per_unit.collect(), denominator * weights)
    }

    /// The exact overall score; 0 of 0 where nothing is applicable.
    pub fn overall(&self, scheme: &Scheme) -> Fraction<u128> {
        let (per_unit, full) = self.overall_units(scheme);
        let value = self.criteria.iter().zip(per_unit).map(|((value, _), unit)| u128::from(*value) * unit).sum();
        Fraction { value, full }
    }

    /// Scores and level; none where nothing is applicable.
    pub fn standing(&self, scheme: &Scheme) -> Option<Standing> {
        let criteria: Vec<Option<Score>> = (0..self.criteria.len()).map(|at| self.criterion(at)).collect();
        let applicable = criteria.iter().flatten().count();
        if applicable == 0 {
            return None;
        }
        let in_place = criteria.iter().zip(&scheme.criteria);
        let in_place = in_place.filter(|(score, criterion)| score.is_some_and(|score| score >= criterion.in_place));
        let mut standing = Standing {
            in_place: in_place.count(),
            overall: self.overall(scheme).score(),
            criteria,
            applicable,
            level: 0,
        };
        standing.level = scheme.levels.iter().take_while(|goal| standing.attains(goal)).count().saturating_sub(1);
        Some(standing)
    }
}

impl Standing {
    /// Whether all that `goal` asks for holds.
    pub fn attains(&self, goal: &Goal) -> bool {
        self.unmet(goal).next().is_none()
    }

    /// What `goal` asks for and is not there.
    pub fn unmet(&self, goal: &Goal) -> impl Iterator<Item = Unmet> {
        goal.clauses().filter_map(|clause| self.lacks(clause))
    }

    /// By how much `clause` fails; none where it holds.
    fn lacks(&self, clause: Clause<usize>) -> Option<Unmet> {
        match clause {
            Clause::CriteriaInPlace(count) => {
                let need = in_proportion(count, self.applicable, self.criteria.len());
                let clause = Clause::CriteriaInPlace(need);
                (self.in_place < need).then_some(Unmet { clause, have: Amount::Count(self.in_place) })
            }
            Clause::Overall(need) => {
                (self.overall < need).then_some(Unmet { clause, have: Amount::Score(self.overall) })
            }
            Clause::Criterion(at, need) => {
                let have = self.criteria[at].filter(|have| *have < need)?;
                Some(Unmet { clause, have: Amount::Score(have) })
            }
        }
    }
}

impl Unmet {
    /// What is needed.
    pub fn need(&self) -> Amount {
        match self.clause {
            Clause::CriteriaInPlace(count) => Amount::Count(count),
            Clause::Overall(score) | Clause::Criterion(_, score) => Amount::Score(score),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Score(score) => score.fmt(f),
        }
    }
}
