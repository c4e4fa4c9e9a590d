//! What a set of candidates must reach. Which set does is not looked for here.

use super::node::Node;
use super::problem::Problem;
use crate::definition::Goal;
use crate::exact::Score;

/// All that a set must reach.
pub(super) struct Targets<'a> {
    /// The worth that each criterion must have.
    pub(super) criteria: Vec<u64>,
    /// The worth from which each criterion is in place; none where it is not applicable.
    pub(super) in_place: Vec<Option<u64>>,
    /// How many criteria must be in place.
    pub(super) count: usize,
    /// The overall worth.
    pub(super) overall: u128,
    /// Sets of candidates, of each of which one must be chosen: what ends a challenge, or raises a question as a level asks.
    pub(super) obligations: &'a [&'a [usize]],
}

impl<'a> Targets<'a> {
    pub(super) fn new(problem: &Problem<'_>, goal: &Goal, obligations: &'a [&'a [usize]]) -> Self {
        let Goal { criteria_in_place: _, overall, criteria, questions: _ } = goal;
        let scheme = problem.scheme;
        let tally = problem.tally(&[]);
        let least = |score: Score, at: usize| score.least(tally.criteria[at].full);
        let applies = |at: usize| tally.criteria[at].full > 0;
        let in_place = |at: usize| applies(at).then(|| least(scheme.criteria[at].in_place, at));
        let in_place: Vec<Option<u64>> = (0..scheme.criteria.len()).map(in_place).collect();
        Self {
            criteria: criteria.iter().enumerate().map(|(at, score)| least(*score, at)).collect(),
            count: goal.needed_in_place(in_place.iter().flatten().count()),
            in_place,
            overall: overall.least128(tally.overall(scheme).full),
            obligations,
        }
    }

    /// How many criteria more must be in place at `node`.
    pub(super) fn missing(&self, node: &Node) -> usize {
        let there = |(target, worth): &(&Option<u64>, &u64)| target.is_some_and(|target| target <= **worth);
        self.count.saturating_sub(self.in_place.iter().zip(&node.worths).filter(there).count())
    }

    /// Whether the candidates chosen at `node` reach all.
    pub(super) fn hold(&self, problem: &Problem<'_>, node: &Node) -> bool {
        let reached = self.criteria.iter().zip(&node.worths).all(|(target, worth)| target <= worth);
        reached
            && self.missing(node) == 0
            && self.overall <= node.overall(problem)
            && self.obligations.iter().all(|candidates| candidates.iter().any(|&at| node.is_chosen(at)))
    }
}
