//! The shortest route: an exact search for the set of actions with the least effort, by branch and bound.
//!
//! A set of candidates is a *closure* when it holds, with each candidate, all that must be done first. At a node of the tree
//! one candidate is either in (with all that must come first) or out (with all that must come after). A node is left when
//! its effort and the lower bound on the rest (see `bound`) come to that of the incumbent, and a candidate is left out
//! whose reduced cost says the same. Both branches together cover every closure and the bound never exceeds the true
//! effort, so the incumbent that remains has the least effort. Which criteria are to be in place, where a level asks for a
//! number of them, is decided by the bound and needs no branches of its own.
//!
//! The cheapest choice at split efforts is no route yet, but all actions that it uses are one, and what that can do without is
//! dropped (see `incumbent`): good routes early make the bound cut sooner.
//!
//! Then, with that effort as the limit, the highest overall score is looked for, and last, among the sets of that effort and
//! that score, the first in the order of the definition: one candidate after another is taken if there is such a set with it.
//!
//! Beside the goal there are obligations: sets of candidates, of each of which one must be chosen. They end challenges, or
//! raise a question of a level as that asks. Where all but one are out, that one is in.
//!
//! The problem contains set cover, so the worst case is exponential in the number of actions. So that no definition can make
//! the program hang, a search stops after [`MAX_WORK`] steps, and then says that its result is not proven, and by the
//! bounds of the nodes that it left what any set takes at least.

use std::cmp::Reverse;

use super::bound::{Bound, Prices, Relaxed, SCALE};
use super::incumbent::{fill, polish};
use super::node::Node;
use super::problem::Problem;
use super::targets::Targets;
use crate::definition::Goal;

/// The most steps that one search takes before it gives up the proof that nothing is better. A step is some five to ten
/// nanoseconds.
pub const MAX_WORK: u64 = 180_000_000;

/// How often efforts are split anew at the root, where all depends on it, and at other nodes.
const ROUNDS: (u32, u32) = (300, 8);
/// A step of the ascent is at most so many parts of what the bound lacks; fewer as it comes near.
const PARTS: u64 = 16;
/// At so many nodes a search turns out to be hard.
const HARD: u64 = 200;
/// How many nodes are visited to find a better set near the incumbent.
const NEAR: u64 = 10;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The candidates, in the order of the definition.
    pub chosen: Vec<usize>,
    /// Whether nothing better exists for certain.
    pub proven: bool,
    /// What every set that is enough takes at least.
    pub at_least: u32,
    /// What the overall worth of every set is at most that costs no more; none where that was not asked.
    pub at_most: Option<u128>,
    /// How many steps the search took.
    pub work: u64,
}

/// The set with the least effort after which `goal` holds and which has one candidate of each of the `obligations`; among
/// those the one with the highest overall score, and among those the first in definition order. All candidates together
/// must achieve `goal`, and no obligation may be empty. Proofs may take `most_work` steps, as [`MAX_WORK`] says.
pub fn shortest(problem: &Problem<'_>, goal: &Goal, obligations: &[&[usize]], most_work: u64) -> Selection {
    let mut all = Node::root(problem);
    (0..problem.candidates.len()).for_each(|at| all.include(problem, at));
    let raising = problem.raising(goal);
    let obligations: Vec<&[usize]> = obligations.iter().copied().chain(raising.iter().map(Vec::as_slice)).collect();
    let targets = Targets::new(problem, goal, &obligations);
    let cutoff = all.effort.saturating_add(1);
    let mut search = Search::new(problem, targets, all, (cutoff, most_work));
    search.run(Objective::Effort);
    let at_least = search.least_left.min(search.incumbent.effort);
    search.cutoff = search.incumbent.effort.saturating_add(1);
    search.targets.overall = search.targets.overall.max(search.incumbent.overall(problem) + 1);
    search.run(Objective::Overall);
    search.settle_ties();
    search.selection(at_least, None)
}

/// The set with the highest overall score among those that cost at most `budget`, in tenths; among those the cheapest, and then
/// the first in definition order. Proofs may take `most_work` steps, as [`MAX_WORK`] says.
pub fn best(problem: &Problem<'_>, budget: u32, most_work: u64) -> Selection {
    let targets = Targets::new(problem, &Goal::nothing(problem.scheme.criteria.len()), &[]);
    let mut search = Search::new(problem, targets, Node::root(problem), (budget.saturating_add(1), most_work));
    search.targets.overall = search.incumbent.overall(problem) + 1;
    search.run(Objective::Overall);
    let at_most = search.most_overall();
    search.targets.overall = search.incumbent.overall(problem);
    search.cutoff = search.incumbent.effort;
    search.run(Objective::Effort);
    search.settle_ties();
    search.selection(0, Some(at_most))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Objective {
    /// The least effort: each incumbent lowers the cutoff.
    Effort,
    /// The highest overall score below the cutoff: each incumbent raises the target.
    Overall,
    /// Any set that reaches the targets below the cutoff.
    Any,
}

/// What to decide on below a node.
#[derive(Clone, Copy)]
struct Next {
    candidate: usize,
    /// What every set below the node takes at least.
    at_least: u32,
}

struct Search<'a> {
    problem: &'a Problem<'a>,
    bound: Bound<'a>,
    targets: Targets<'a>,
    objective: Objective,
    /// The effort from which a set is of no interest.
    cutoff: u32,
    most_work: u64,
    /// The best set so far.
    incumbent: Node,
    /// Whether one was found since it was looked for.
    found: bool,
    /// The best prices at the root.
    prices: Prices,
    nodes: u64,
    /// How many nodes may be visited.
    limit: u64,
    cut_short: bool,
    /// The least bound of the nodes that were left because the search was cut short.
    least_left: u32,
}

impl<'a> Search<'a> {
    /// A search that starts from `known`, a set that is good enough.
    fn new(problem: &'a Problem<'a>, targets: Targets<'a>, known: Node, (cutoff, most_work): (u32, u64)) -> Self {
        let bound = Bound::new(problem, &targets);
        Self {
            prices: vec![0; bound.parts.copies.len()],
            problem,
            bound,
            targets,
            objective: Objective::Effort,
            cutoff,
            most_work,
            incumbent: known,
            found: false,
            nodes: 0,
            limit: u64::MAX,
            cut_short: false,
            least_left: u32::MAX,
        }
    }

    fn selection(self, at_least: u32, at_most: Option<u128>) -> Selection {
        let (chosen, work) = (self.incumbent.chosen(), self.bound.work);
        Selection { chosen, proven: !self.cut_short, at_least, at_most, work }
    }

    /// Searches from the root. What one search has given up, none after it takes up again.
    fn run(&mut self, objective: Objective) {
        self.objective = objective;
        if self.cut_short {
            return;
        }
        let mut root = Node::root(self.problem);
        let mut prices = self.prices.clone();
        if let Some(Some(next)) = self.prune(&mut root, &mut prices, ROUNDS.0) {
            self.prices.clone_from(&prices);
            self.decide(root, prices, next);
        }
    }

    /// What the overall worth of a set below the cutoff can be at most: that of the incumbent where this is proven, else by
    /// the bounds, to about a thousandth.
    fn most_overall(&mut self) -> u128 {
        let known = self.incumbent.overall(self.problem);
        if !self.cut_short {
            return known;
        }
        let mut all = Node::root(self.problem);
        (0..self.problem.candidates.len()).for_each(|at| all.include(self.problem, at));
        let (mut low, mut high) = (known, all.overall(self.problem));
        while high - low > high / 1024 {
            let middle = low + (high - low).div_ceil(2);
            self.targets.overall = middle;
            let mut prices = self.prices.clone();
            let root = Node::root(self.problem);
            self.bound.split(&root, &self.targets, &mut prices);
            match self.bound.relax(&root, &self.targets, &prices, true) {
                Some(relaxed) if !self.cuts(&root, &relaxed) => low = middle,
                _ => high = middle - 1,
            }
        }
        high
    }

    /// Finds the first set in definition order of those that are as good as the incumbent.
    fn settle_ties(&mut self) {
        self.objective = Objective::Any;
        self.cutoff = self.incumbent.effort.saturating_add(1);
        self.targets.overall = self.incumbent.overall(self.problem);
        let mut base = Node::root(self.problem);
        for at in 0..self.problem.candidates.len() {
            if self.cut_short {
                return;
            }
            if !base.is_free(at) {
                continue;
            }
            if !self.incumbent.is_chosen(at) {
                let mut with = base.clone();
                with.include(self.problem, at);
                self.found = false;
                self.branch(with, self.prices.clone());
            }
            match self.incumbent.is_chosen(at) {
                true => base.include(self.problem, at),
                false => base.exclude(self.problem, at),
            }
        }
    }

    /// Looks for a better set near the incumbent: what raises a few of the criteria is chosen anew, for others in each turn.
    fn improve(&mut self) {
        let criteria = self.problem.scheme.criteria.len();
        let criterion = |question: usize| self.problem.scheme.questions[question].criterion;
        let mut idle = 0;
        for turn in 0.. {
            if idle == 2 * criteria || self.stops() {
                break;
            }
            let round = turn / criteria;
            let anew = [turn, turn + 1 + round, 3 * turn + 1 + round].map(|at| at % criteria);
            let raises = |at: usize| {
                self.problem.candidates[at].raises.iter().any(|(question, _)| anew.contains(&criterion(*question)))
            };
            let mut node = Node::root(self.problem);
            let kept = self.incumbent.chosen().into_iter().filter(|&at| !raises(at));
            kept.for_each(|at| node.include(self.problem, at));
            let before = self.incumbent.effort;
            self.limit = self.nodes + NEAR;
            self.branch(node, self.prices.clone());
            idle = if self.incumbent.effort < before { 0 } else { idle + 1 };
        }
        self.limit = u64::MAX;
    }

    /// Whether the search has taken too many steps to go on.
    fn stops(&mut self) -> bool {
        self.cut_short |= self.bound.work > self.most_work;
        self.cut_short
    }

    /// Searches below `node`.
    fn branch(&mut self, mut node: Node, mut prices: Prices) {
        self.nodes += 1;
        if self.objective == Objective::Any && self.found || self.nodes > self.limit {
            return;
        }
        if self.nodes == HARD && self.objective == Objective::Effort {
            self.improve();
        }
        let rounds = if self.stops() { 0 } else { ROUNDS.1 };
        if let Some(Some(next)) = self.prune(&mut node, &mut prices, rounds) {
            self.decide(node, prices, next);
        }
    }

    /// Searches below `node`, depth first, with the candidate in before it is out.
    fn decide(&mut self, mut node: Node, prices: Prices, next: Next) {
        if self.cut_short {
            self.least_left = self.least_left.min(next.at_least);
            return;
        }
        let mut without = node.clone();
        node.include(self.problem, next.candidate);
        self.branch(node, prices.clone());
        without.exclude(self.problem, next.candidate);
        self.branch(without, prices);
    }

    /// Leaves out what is too dear until nothing more is, and takes what must then be. None where nothing below the node is
    /// of interest, else what to decide on; nothing where that is nothing.
    fn prune(&mut self, node: &mut Node, prices: &mut Prices, rounds: u32) -> Option<Option<Next>> {
        loop {
            let effort = |at: usize| node.effort.saturating_add(self.problem.candidates[at].effort);
            let dear: Vec<usize> = node.free().filter(|&at| effort(at) >= self.cutoff).collect();
            dear.into_iter().for_each(|at| node.exclude(self.problem, at));
            self.oblige(node);
            self.bound.split(node, &self.targets, prices);
            let before = (self.cutoff, self.targets.overall);
            let relaxed = self.ascend(node, prices, rounds)?;
            let costs = self.bound.reduced_costs(node, prices);
            let rest = u64::from(self.cutoff.saturating_sub(node.effort));
            let dear: Vec<usize> =
                node.free().filter(|&at| self.rounded_up(relaxed.scaled + costs[at]) >= rest).collect();
            if dear.is_empty() && (self.cutoff, self.targets.overall) == before {
                let rest = u32::try_from(self.rounded_up(relaxed.scaled)).unwrap_or(u32::MAX);
                let at_least = node.effort.saturating_add(rest);
                let candidate = self.branching(node, &relaxed, prices);
                return Some(candidate.map(|candidate| Next { candidate, at_least }));
            }
            dear.into_iter().for_each(|at| node.exclude(self.problem, at));
        }
    }

    /// Splits efforts anew until the bound cuts, or does not rise any more, and leaves the best split in `prices`.
    fn ascend(&mut self, node: &Node, prices: &mut Prices, rounds: u32) -> Option<Relaxed> {
        let mut now = prices.clone();
        let mut most = 0;
        let (mut part, mut idle) = (PARTS, 0);
        for round in 0..=rounds {
            let relaxed = self.bound.relax(node, &self.targets, &now, false)?;
            let thorough = round == 0 || rounds == ROUNDS.0;
            if self.cuts(node, &relaxed) || thorough && self.round_off(node, &relaxed) {
                return None;
            }
            idle += 1;
            if relaxed.scaled > most || round == 0 {
                (most, idle) = (relaxed.scaled, 0);
                prices.clone_from(&now);
            } else if idle == 3 {
                (part, idle) = (part / 2, 0);
            }
            let rest = u64::from(self.cutoff.saturating_sub(node.effort)) * SCALE;
            let gap = rest.saturating_sub(relaxed.scaled) * part / PARTS;
            if gap == 0 || self.bound.work > self.most_work || !self.bound.shift(&relaxed, &mut now, gap) {
                break;
            }
        }
        let relaxed = self.bound.relax(node, &self.targets, prices, true)?;
        if self.cuts(node, &relaxed) || self.round_off(node, &relaxed) {
            return None;
        }
        Some(relaxed)
    }

    /// Whether what is chosen at `node` and the cheapest rest cost too much.
    fn cuts(&self, node: &Node, relaxed: &Relaxed) -> bool {
        self.rounded_up(relaxed.scaled) >= u64::from(self.cutoff.saturating_sub(node.effort))
    }

    /// An effort of which this is a lower bound, scaled: a sum of efforts is a multiple of what each is a multiple of.
    fn rounded_up(&self, scaled: u64) -> u64 {
        let unit = self.problem.effort_unit.max(1);
        scaled.div_ceil(unit * SCALE) * unit
    }

    /// The candidate of which the cheapest choice pays least.
    fn branching(&self, node: &Node, relaxed: &Relaxed, prices: &Prices) -> Option<usize> {
        let parts = &self.bound.parts;
        let unpaid = |at: usize| {
            let used = parts.of_candidate[at].iter().filter(|&&copy| relaxed.used[copy]);
            let (count, paid) = used.fold((0, 0), |(count, paid), &copy| (count + 1, paid + prices[copy]));
            (count > 0).then(|| u64::from(self.problem.candidates[at].effort) * SCALE - paid)
        };
        let rated = node.free().filter_map(|at| Some((unpaid(at)?, at)));
        rated.max_by_key(|&(unpaid, at)| (unpaid, Reverse(at))).map(|(_, at)| at)
    }

    /// Chooses what the obligations leave no choice about.
    fn oblige(&self, node: &mut Node) {
        for candidates in self.targets.obligations {
            let mut free = candidates.iter().filter(|&&at| node.is_free(at));
            let only = free.next().filter(|_| free.next().is_none());
            if let Some(&only) = only.filter(|_| !candidates.iter().any(|&at| node.is_chosen(at))) {
                node.include(self.problem, only);
            }
        }
    }

    /// Makes a set of the cheapest choice, and keeps it if it is better than the incumbent. Whether nothing else below the
    /// node is then of interest.
    fn round_off(&mut self, node: &Node, relaxed: &Relaxed) -> bool {
        let mut found = polish(self.problem, &self.targets, node, &relaxed.ways, &mut self.bound.work);
        if found.effort >= self.cutoff || !self.targets.hold(self.problem, &found) {
            return false;
        }
        match self.objective {
            Objective::Effort => self.cutoff = found.effort,
            Objective::Overall => {
                fill(self.problem, &mut found, self.cutoff);
                self.targets.overall = found.overall(self.problem) + 1;
            }
            Objective::Any => {}
        }
        self.found = true;
        self.incumbent = found;
        self.objective == Objective::Any || self.cuts(node, relaxed)
    }
}
