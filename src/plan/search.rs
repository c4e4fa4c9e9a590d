//! The shortest route: an exact search for the set of actions with the least effort, by branch and bound.
//!
//! A set of candidates is a *closure* when it holds, with each candidate, all that must be done first. A level asks that
//! criteria reach certain scores: some of them named, and some number of them whichever they are. So the search takes
//! every combination of criteria that would be enough, and for each chooses actions by branch and bound: at a node, one
//! candidate is either in (with all that must come first) or out (with all that must come after). A node is left when
//! its effort and the lower bound on the rest (see `bound`) come to that of the incumbent, and a candidate is left out
//! whose reduced cost says the same. Both branches together cover every closure and the bound never exceeds the true
//! effort, so the incumbent that remains has the least effort.
//!
//! A second pass, with that effort as the limit, finds among the sets of least effort the one with the highest overall
//! score, and among those the first in the order of the definition: the incumbent's overall score becomes one more thing
//! that every set must reach.
//!
//! Beside the goal there are obligations: sets of candidates, of each of which one must be chosen. They end challenges. Where
//! all but one are out, that one is in.
//!
//! The problem contains set cover, so the worst case is exponential in the number of actions. With the bound, a
//! route among 60 actions to a number of criteria in place takes well under a tenth of a second, and some tenths where a
//! level asks for an overall score as well; so that no definition can make the program hang, a search stops after
//! [`MAX_WORK`] steps, and then says that its result is not proven, and by the bounds of the nodes that it left what
//! any set takes at least.

use std::cmp::Reverse;

use super::bound::{Demand, LowerBound, lower_bound};
use super::node::Node;
use super::problem::Problem;
use crate::definition::Goal;
use crate::exact::Score;

/// The most steps that one search takes before it gives up the proof. A step is a few nanoseconds.
pub const MAX_WORK: u64 = 60_000_000;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The candidates, in the order of the definition.
    pub chosen: Vec<usize>,
    /// Whether nothing better exists for certain.
    pub proven: bool,
    /// What every set that is enough takes at least.
    pub at_least: u32,
    /// How many steps the search took.
    pub work: u64,
}

/// The set with the least effort after which `goal` holds and which has one candidate of each of the `obligations`; among
/// those the one with the highest overall score, and among those the first in definition order. All candidates together
/// must achieve `goal`, and no obligation may be empty.
pub fn shortest(problem: &Problem<'_>, goal: &Goal, obligations: &[&[usize]]) -> Selection {
    let mut all = Node::root(problem);
    (0..problem.candidates.len()).for_each(|at| all.include(problem, at));
    let mut search = Search::new(problem, Objective::Effort, &all, all.effort, obligations);
    search.run(goal);
    let (first, at_least) = (search.work, search.least_left.min(search.cutoff));
    search.objective = Objective::Overall;
    search.cutoff = search.cutoff.saturating_add(1);
    search.work = 0;
    search.run(goal);
    let second = search.selection();
    Selection { work: first + second.work, at_least, ..second }
}

/// The set with the highest overall score among those that cost at most `budget`, in tenths; among those the cheapest, and then
/// the first in definition order.
pub fn best(problem: &Problem<'_>, budget: u32) -> Selection {
    let mut search = Search::new(problem, Objective::Overall, &Node::root(problem), budget.saturating_add(1), &[]);
    search.run(&Goal::nothing(problem.scheme.criteria.len()));
    search.selection()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Objective {
    /// The least effort: each incumbent lowers the cutoff.
    Effort,
    /// The highest overall score below the cutoff.
    Overall,
}

/// The best set so far.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Incumbent {
    overall: u128,
    effort: Reverse<u32>,
    chosen: Reverse<Vec<usize>>,
}

impl Incumbent {
    fn at(problem: &Problem<'_>, node: &Node) -> Self {
        Self { overall: node.overall(problem), effort: Reverse(node.effort), chosen: Reverse(node.chosen()) }
    }
}

/// A criterion, and the worth that it must reach.
type Target = (usize, u64);

/// All that a set must reach.
#[derive(Clone)]
struct Targets {
    criteria: Vec<u64>,
    overall: u128,
}

struct Search<'a> {
    problem: &'a Problem<'a>,
    obligations: &'a [&'a [usize]],
    objective: Objective,
    /// The effort from which a set is of no interest.
    cutoff: u32,
    incumbent: Incumbent,
    work: u64,
    cut_short: bool,
    /// The least bound of the nodes that were left because the search was cut short.
    least_left: u32,
}

impl<'a> Search<'a> {
    /// A search that starts from `known`, a set that is good enough.
    fn new(
        problem: &'a Problem<'a>,
        objective: Objective,
        known: &Node,
        cutoff: u32,
        obligations: &'a [&'a [usize]],
    ) -> Self {
        let incumbent = Incumbent::at(problem, known);
        let least_left = u32::MAX;
        Self { problem, obligations, objective, cutoff, incumbent, work: 0, cut_short: false, least_left }
    }

    fn selection(self) -> Selection {
        Selection { chosen: self.incumbent.chosen.0, proven: !self.cut_short, at_least: 0, work: self.work }
    }

    /// Searches under every combination of criteria in place that achieves `goal`.
    fn run(&mut self, goal: &Goal) {
        let Goal { criteria_in_place: _, overall, criteria } = goal;
        let scheme = self.problem.scheme;
        let mut root = Node::root(self.problem);
        self.oblige(&mut root);
        let tally = self.problem.tally(&[]);
        let least = |score: Score, at: usize| score.least(tally.criteria[at].full);
        let targets = Targets {
            criteria: criteria.iter().enumerate().map(|(at, score)| least(*score, at)).collect(),
            overall: overall.least128(tally.overall(scheme).full),
        };
        let applicable: Vec<usize> = (0..scheme.criteria.len()).filter(|&at| tally.criteria[at].full > 0).collect();
        let in_place = applicable.iter().map(|&at| (at, least(scheme.criteria[at].in_place, at)));
        let optional: Vec<Target> = in_place.filter(|&(at, worth)| root.worths[at] < worth).collect();
        let reached = applicable.len() - optional.len();
        let missing = goal.needed_in_place(applicable.len()).saturating_sub(reached);
        // The cheapest criteria first: a good set early makes the bound cut sooner.
        let mut costs: Vec<(u32, Target)> = Vec::new();
        for target in optional.into_iter().filter(|_| missing > 0) {
            costs.extend(self.lower_bound(&root, &targets.with(target)).map(|bound| (bound.effort(), target)));
        }
        costs.sort_unstable();
        let optional: Vec<Target> = costs.into_iter().map(|(_, target)| target).collect();
        self.combine(&root, &targets, &optional, missing);
    }

    /// Takes every combination of `missing` of the `optional` targets.
    fn combine(&mut self, root: &Node, targets: &Targets, optional: &[Target], missing: usize) {
        if optional.len() < missing {
            return;
        }
        if missing == 0 {
            return self.branch(root.clone(), targets);
        }
        if self.stops_at(root, targets)
            || self.lower_bound(root, targets).is_none_or(|bound| bound.effort() >= self.cutoff)
        {
            return;
        }
        for (at, &target) in optional.iter().enumerate() {
            self.combine(root, &targets.with(target), &optional[at + 1..], missing - 1);
        }
    }

    /// Whether the search has taken too many steps to go on below `node`.
    fn stops_at(&mut self, node: &Node, targets: &Targets) -> bool {
        self.cut_short |= self.work > MAX_WORK;
        if self.cut_short
            && let Some(bound) = self.lower_bound(node, targets)
        {
            self.least_left = self.least_left.min(node.effort.saturating_add(bound.effort()));
        }
        self.cut_short
    }

    /// Searches below `node`, depth first, with the candidate in before it is out.
    fn branch(&mut self, mut node: Node, targets: &Targets) {
        if self.stops_at(&node, targets) {
            return;
        }
        let Some(bound) = self.prune(&mut node, targets) else { return };
        let feasible = self.demands(&node, targets).is_empty();
        if feasible {
            self.record(&node);
        }
        let densest = || self.problem.densest(&node.options, node.free()).filter(|(_, gain)| *gain > 0);
        let next = match (self.objective, feasible) {
            (_, false) => bound.branching,
            (Objective::Effort, true) => None,
            (Objective::Overall, true) => densest().map(|(at, _)| at),
        };
        let Some(next) = next else { return };
        let mut without = node.clone();
        node.include(self.problem, next);
        self.branch(node, targets);
        without.exclude(self.problem, next);
        self.branch(without, targets);
    }

    /// Leaves out what is too dear until nothing more is, and takes what must then be. None where nothing below the node is of interest.
    fn prune(&mut self, node: &mut Node, targets: &Targets) -> Option<LowerBound> {
        let effort = |at: usize| node.effort.saturating_add(self.problem.candidates[at].effort);
        let mut dear: Vec<usize> = node.free().filter(|&at| effort(at) >= self.cutoff).collect();
        loop {
            dear.into_iter().for_each(|at| node.exclude(self.problem, at));
            self.oblige(node);
            let bound = self.lower_bound(node, targets)?;
            let rest = self.cutoff.saturating_sub(node.effort);
            if bound.effort() >= rest {
                return None;
            }
            dear = bound.too_dear(rest).collect();
            if dear.is_empty() {
                return Some(bound);
            }
        }
    }

    /// Chooses what the obligations leave no choice about.
    fn oblige(&self, node: &mut Node) {
        for candidates in self.obligations {
            let mut free = candidates.iter().filter(|&&at| node.is_free(at));
            let only = free.next().filter(|_| free.next().is_none());
            if let Some(&only) = only.filter(|_| !candidates.iter().any(|&at| node.is_chosen(at))) {
                node.include(self.problem, only);
            }
        }
    }

    fn record(&mut self, node: &Node) {
        let found = Incumbent::at(self.problem, node);
        match self.objective {
            Objective::Effort => self.cutoff = node.effort,
            Objective::Overall if found > self.incumbent => {}
            Objective::Overall => return,
        }
        self.incumbent = found;
    }

    /// What the node lacks of `targets` and of the obligations, and of the incumbent's overall score where that is to be beaten or equalled.
    fn demands(&self, node: &Node, targets: &Targets) -> Vec<Demand<'a>> {
        let criteria = targets.criteria.iter().zip(&node.worths).enumerate();
        let lacking = criteria.filter(|(_, (target, worth))| target > worth);
        let mut demands: Vec<Demand<'_>> =
            lacking.map(|(at, (target, worth))| Demand::criterion(at, target - worth)).collect();
        let target = match self.objective {
            Objective::Effort => targets.overall,
            Objective::Overall => targets.overall.max(self.incumbent.overall),
        };
        let overall = node.overall(self.problem);
        if target > overall {
            demands.push(Demand::overall(target - overall));
        }
        let unmet = self.obligations.iter().filter(|candidates| !candidates.iter().any(|&at| node.is_chosen(at)));
        demands.extend(unmet.map(|candidates| Demand::one_of(candidates)));
        demands
    }

    /// A lower bound on what it costs, on top of `node`, to reach `targets` and meet the obligations.
    fn lower_bound(&mut self, node: &Node, targets: &Targets) -> Option<LowerBound> {
        let demands = self.demands(node, targets);
        lower_bound(self.problem, node, &demands, &mut self.work)
    }
}

impl Targets {
    fn with(&self, (criterion, worth): Target) -> Self {
        let mut targets = self.clone();
        targets.criteria[criterion] = targets.criteria[criterion].max(worth);
        targets
    }
}
