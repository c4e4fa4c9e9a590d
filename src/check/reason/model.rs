//! A definition as the rules that reason look at it: its criteria with all that they can score, the work that is left,
//! and what could not be decided. What is looked for, and what it means, is for `levels`, `questions` and `actions`.

use super::program::Verdict;
use super::query::Query;
use super::search::decide;
use super::sums::Criterion;
use super::work::Work;
use crate::definition::{Clause, Definition, Goal};
use crate::score::Scheme;

/// Something that could not be decided within the bounds on work and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undecided {
    /// Something that depends on what organisations tell: conditions tell too many of them apart.
    Profiles,
    /// Anything that depends on scores: there are too many of them in this criterion.
    Scores(usize),
    /// Whether the level is hidden by the next.
    Level(usize),
    /// Whether the requirement, by level and its place there, decides anything.
    Requirement(usize, usize),
    /// Whether the threshold of this requirement decides the same as that of a lower level.
    Threshold(usize, usize),
    Question(usize),
    /// Whether every organisation on the level finds a route.
    Route(usize),
}

/// A definition, what its criteria can score, and the work that is left.
pub(super) struct Model<'a> {
    pub(super) definition: &'a Definition,
    pub(super) scheme: &'a Scheme,
    pub(super) criteria: Vec<Criterion>,
    pub(super) work: Work,
    pub(super) undecided: Vec<Undecided>,
}

impl Model<'_> {
    /// Looks for an organisation that attains `goal` and fails one of `clauses`.
    pub(super) fn find_failing(&mut self, goal: &Goal, clauses: impl IntoIterator<Item = Clause<usize>>) -> Verdict {
        let query = |clause| Query::attaining(goal).failing(clause);
        let found = |clause| decide(&self.criteria, &query(clause), None, &mut self.work);
        Verdict::any(clauses.into_iter().map(found))
    }
}
