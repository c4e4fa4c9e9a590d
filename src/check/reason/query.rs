//! What is asked of an organisation: to attain a goal, and to fail something beyond it. Whether there is such a one is
//! not decided here.

use crate::definition::{Clause, Goal};
use crate::exact::Score;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval<T> {
    pub(super) from: T,
    /// What all are below, if anything.
    pub(super) below: Option<T>,
}

/// What is asked of an organisation.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// How many of all criteria are in place; in proportion where some are not applicable.
    pub(super) in_place: Interval<usize>,
    pub(super) overall: Interval<Score>,
    /// The score of each criterion. Where it is to be below something, the criterion applies.
    pub(super) criteria: Vec<Interval<Score>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breadth {
    /// Of each criterion only the scores of those to whom all of its questions apply, or none; and not too many sums.
    Narrow,
    Wide,
}

impl<T> Interval<T> {
    /// All from `from` on.
    pub(super) fn from(from: T) -> Self {
        Self { from, below: None }
    }
}

impl Query {
    /// To attain `goal`.
    pub(super) fn attaining(goal: &Goal) -> Self {
        let Goal { criteria_in_place, overall, criteria, questions: _ } = goal;
        let criteria = criteria.iter().copied().map(Interval::from).collect();
        Self { in_place: Interval::from(*criteria_in_place), overall: Interval::from(*overall), criteria }
    }

    /// And to fail `clause`, but for what it asks of questions: see `failing`.
    pub(super) fn failing(mut self, clause: Clause<usize>) -> Self {
        match clause {
            Clause::CriteriaInPlace(count) => self.in_place.below = Some(count),
            Clause::Overall(score) => self.overall.below = Some(score),
            Clause::Criterion(at, score) => self.criteria[at].below = Some(score),
            Clause::Questions(..) => {}
        }
        self
    }

    /// Whether the overall score is to fall between two scores.
    pub(super) fn is_two_sided(&self) -> bool {
        self.overall.from > Score::ZERO && self.overall.below.is_some()
    }
}

impl Breadth {
    /// How many sums, times choices for the next criterion, are looked at.
    pub(super) fn most(self) -> usize {
        match self {
            Self::Narrow => 1 << 14,
            Self::Wide => 1 << 17,
        }
    }
}
