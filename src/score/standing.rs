//! Scores and level where every question is settled: one possible world, and what it lacks for a goal.
//!
//! How it comes about is for `sums` and `judge`.

use std::fmt;

use super::reach::Reach;
use crate::definition::{Clause, Goal, in_proportion};
use crate::exact::Score;

/// Scores and level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The score of each criterion; none where it is not applicable.
    pub criteria: Vec<Option<Score>>,
    /// The score of each group of criteria; none where none of them is applicable.
    pub groups: Vec<Option<Score>>,
    /// The overall score.
    pub overall: Score,
    /// How many criteria are in place.
    pub in_place: usize,
    /// How many criteria are applicable.
    pub applicable: usize,
    /// How the questions that belong to levels stand.
    pub reach: Reach,
    /// The index of the level.
    pub level: usize,
}

/// A clause that does not hold; of criteria in place, the number that is needed of those that apply; of questions, how many
/// of those that apply are as it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// What is asked.
    pub clause: Clause<usize>,
    /// What is needed.
    pub need: Amount,
    /// What there is instead.
    pub have: Amount,
}

/// A number of criteria or questions, or a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// A number of criteria or questions.
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
        match clause {
            // No fewer than the same part of all, told without a division.
            Clause::CriteriaInPlace(count) => self.in_place * self.criteria.len() >= count * self.applicable,
            Clause::Overall(need) => self.overall >= need,
            Clause::Criterion(at, need) => self.criteria[at].is_none_or(|have| have >= need),
            Clause::Questions(level, _) => self.reach.levels.get(level).is_none_or(|of| of.reached == of.applicable),
        }
    }

    /// By how much `clause` fails; none where it holds.
    fn lacks(&self, clause: Clause<usize>) -> Option<Unmet> {
        let unmet = |need, have| Some(Unmet { clause, need, have });
        match clause {
            _ if self.holds(clause) => None,
            Clause::CriteriaInPlace(count) => {
                let needed = in_proportion(count, self.applicable, self.criteria.len());
                let clause = Clause::CriteriaInPlace(needed);
                Some(Unmet { clause, need: Amount::Count(needed), have: Amount::Count(self.in_place) })
            }
            Clause::Overall(need) => unmet(Amount::Score(need), Amount::Score(self.overall)),
            Clause::Criterion(at, need) => unmet(Amount::Score(need), Amount::Score(self.criteria[at]?)),
            Clause::Questions(level, _) => {
                let of = self.reach.levels.get(level)?;
                unmet(Amount::Count(of.applicable), Amount::Count(of.reached))
            }
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
