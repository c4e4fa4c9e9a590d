//! Scores and level where every question is settled: one possible world, and what it lacks for a goal.
//!
//! How it comes about is for `sums` and `judge`.

use std::fmt;

use crate::definition::{Clause, Goal, in_proportion};
use crate::exact::Score;

/// Scores and level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

impl Standing {
    /// Whether all that `goal` asks for holds.
    pub fn attains(&self, goal: &Goal) -> bool {
        goal.clauses().all(|clause| self.holds(clause))
    }

    /// What `goal` asks for and is not there.
    pub fn unmet(&self, goal: &Goal) -> impl Iterator<Item = Unmet> {
        goal.clauses().filter_map(|clause| self.lacks(clause))
    }

    /// Whether `clause` holds.
    #[inline]
    pub(super) fn holds(&self, clause: Clause<usize>) -> bool {
        self.lacks(clause).is_none()
    }

    /// By how much `clause` fails; none where it holds.
    #[inline]
    fn lacks(&self, clause: Clause<usize>) -> Option<Unmet> {
        match clause {
            Clause::CriteriaInPlace(count) => {
                // Fewer than the same part of all, told without a division.
                let all = self.criteria.len();
                (self.in_place * all < count * self.applicable).then(|| {
                    let clause = Clause::CriteriaInPlace(in_proportion(count, self.applicable, all));
                    Unmet { clause, have: Amount::Count(self.in_place) }
                })
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
