//! A definition as the rules that reason look at it: its criteria with all that they can score, the work that is left,
//! and what could not be decided. What is looked for, and what it means, is for `levels`, `questions` and `actions`.

use std::rc::Rc;

use super::failing::Failing;
use super::known::Known;
use super::program::Verdict;
use super::sums::{Asked, Criterion};
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

/// A definition, and what its criteria can score.
pub(super) struct Model<'a> {
    pub(super) definition: &'a Definition,
    pub(super) scheme: &'a Scheme,
    pub(super) criteria: Vec<Rc<Criterion>>,
    /// The same for other goals, and the work that is left.
    pub(super) known: Known<'a>,
    pub(super) undecided: Vec<Undecided>,
}

/// How each question is asked of an organisation to which everything applies.
pub(super) fn asked(scheme: &Scheme) -> impl Fn(usize) -> Option<Asked> {
    |question| Some(Asked { lowest: 0, below: None, not_applicable: scheme.questions[question].not_applicable })
}

impl Model<'_> {
    /// Looks for an organisation that attains `goal` and fails one of `clauses`.
    pub(super) fn find_failing(&mut self, goal: &Goal, clauses: impl IntoIterator<Item = Clause<usize>>) -> Verdict {
        let scheme = self.scheme;
        let failing = Failing { scheme, asked: &asked(scheme) };
        let mut own = if goal.questions.is_empty() { None } else { Some(failing.attaining(goal, &mut self.known)) };
        let criteria = match &mut own {
            None => &mut self.criteria,
            Some(Ok(criteria)) => criteria,
            Some(Err(_)) => return Verdict::Undecided,
        };
        Verdict::any(clauses.into_iter().map(|clause| failing.find(criteria, goal, clause, &mut self.known).0))
    }

    /// The criteria of organisations that attain `goal`, as far as it asks that of questions; none where there are too many sums.
    pub(super) fn attaining(&mut self, goal: &Goal) -> Option<Vec<Rc<Criterion>>> {
        Failing { scheme: self.scheme, asked: &asked(self.scheme) }.attaining(goal, &mut self.known).ok()
    }
}
