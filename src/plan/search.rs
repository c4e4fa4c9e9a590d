//! The shortest route: an exact search for the set of actions with the least effort.
//!
//! A set of candidates is *closed* when it holds, with each candidate, all that must be done first. A level asks that
//! criteria reach certain scores: some of them named, and some number of them whichever they are. So the search takes
//! every choice of criteria that would be enough, and for each chooses actions by branch and bound: at a node, one
//! candidate is either in (with all that must come first) or out (with all that must come after); a node is left when
//! its effort and the lower bound on the rest (see `bound`) exceed the best that is known. Both branches together
//! cover every closed set and the bound never exceeds the true effort, so the set that remains has the least effort.
//!
//! A second pass, with that effort as the limit, finds among the sets of least effort the one with the highest overall
//! score, and among those the first in the order of the definition: the best overall score known becomes one more thing
//! that every set must reach.
//!
//! The problem contains set cover, so the worst case is exponential in the number of actions. With the bound, a
//! route among 60 actions to a number of criteria in place takes well under a tenth of a second, and some tenths where a
//! level asks for an overall score as well; so that no definition can make the program hang, a search stops after
//! [`MAX_WORK`] steps, and then says that its result is not proven.

use std::cmp::Reverse;

use super::bound::{self, Demand, Least};
use super::problem::Problem;
use crate::exact::Score;
use crate::score::{Goal, Scheme};

/// The most steps that one search takes before it gives up the proof. A step is a few nanoseconds.
pub const MAX_WORK: u64 = 60_000_000;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The candidates, in the order of the definition.
    pub chosen: Vec<usize>,
    /// Whether nothing better exists for certain.
    pub proven: bool,
    /// How many steps the search took.
    pub work: u64,
}

/// Whether a candidate is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Open,
    In,
    Out,
}

/// A state of the search.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) status: Vec<Status>,
    /// The option of each question with the chosen candidates done.
    pub(super) options: Vec<Option<u8>>,
    /// The worth of each criterion with the chosen candidates done.
    pub(super) values: Vec<u64>,
    effort: u32,
}

/// The set with the least effort after which `goal` holds; among those the one with the highest overall score, and
/// among those the first in definition order. All candidates together must achieve `goal`.
pub fn shortest(problem: &Problem<'_>, goal: &Goal) -> Selection {
    let mut search = Search::new(problem, Some(goal), Pass::Effort, u32::MAX);
    search.run();
    let first = search.work;
    search.pass = Pass::Overall;
    search.work = 0;
    search.run();
    let second = search.selection();
    Selection { work: first + second.work, ..second }
}

/// The set with the highest overall score among those that cost at most `budget`; among those the cheapest, and then
/// the first in definition order.
pub fn best(problem: &Problem<'_>, budget: u32) -> Selection {
    let mut search = Search::new(problem, None, Pass::Overall, budget);
    search.run();
    search.selection()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Find the least effort.
    Effort,
    /// Find the highest overall score within the effort.
    Overall,
}

/// The best set so far.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Best {
    overall: u128,
    effort: Reverse<u32>,
    chosen: Reverse<Vec<usize>>,
}

struct Search<'a> {
    problem: &'a Problem<'a>,
    goal: Option<&'a Goal>,
    pass: Pass,
    /// What one unit of worth in each criterion adds to the overall worth.
    per_unit: Vec<u128>,
    /// The worth at which each criterion is in place.
    in_place: Vec<u64>,
    /// In the first pass, the least effort known; in the second, the most that may be spent.
    limit: u32,
    best: Option<Best>,
    work: u64,
    cut_short: bool,
}

/// What one choice of criteria asks for.
#[derive(Clone)]
struct Needs {
    /// The worth that each criterion must reach.
    criteria: Vec<u64>,
    /// The overall worth that must be reached.
    overall: u128,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem<'a>, goal: Option<&'a Goal>, pass: Pass, limit: u32) -> Self {
        let scheme = problem.scheme;
        let tally = problem.tally(&[]);
        let (per_unit, _) = tally.overall_units(scheme);
        let in_place = tally.criteria.iter().zip(&scheme.criteria);
        let in_place = in_place.map(|((_, full), criterion)| reaching(criterion.in_place, *full)).collect();
        Self { problem, goal, pass, per_unit, in_place, limit, best: None, work: 0, cut_short: false }
    }

    fn selection(self) -> Selection {
        let chosen = self.best.map(|best| best.chosen.0).unwrap_or_default();
        Selection { chosen, proven: !self.cut_short, work: self.work }
    }

    /// Searches under every choice of criteria that achieves the goal.
    fn run(&mut self) {
        let root = Node::root(self.problem);
        let Some(goal) = self.goal else {
            let nothing = Needs { criteria: vec![0; self.in_place.len()], overall: 0 };
            return self.branch(root, &nothing);
        };
        let tally = self.problem.tally(&[]);
        let overall = tally.overall(self.problem.scheme);
        let criteria = tally.criteria.iter().zip(&goal.criteria);
        let needs = Needs {
            criteria: criteria.map(|((_, full), score)| reaching(*score, *full)).collect(),
            overall: reaching128(goal.overall, overall.full),
        };
        let applicable: Vec<usize> = (0..self.in_place.len()).filter(|&at| tally.criteria[at].1 > 0).collect();
        let (have, lack): (Vec<usize>, Vec<usize>) =
            applicable.iter().partition(|&&at| root.values[at] >= self.in_place[at]);
        let lacking = goal.needed_in_place(applicable.len()).saturating_sub(have.len());
        let mut open: Vec<(u32, usize)> = Vec::new();
        for at in lack {
            let needs = self.with(&needs, at);
            open.extend(self.least(&root, &needs).map(|least| (least.effort(), at)));
        }
        // The cheapest criteria first: a good set early makes the bound cut sooner.
        open.sort_unstable();
        let open: Vec<usize> = open.into_iter().map(|(_, at)| at).collect();
        self.choose(&root, &needs, &open, lacking);
    }

    /// Takes every way of choosing `lacking` of the criteria in `open`.
    fn choose(&mut self, root: &Node, needs: &Needs, open: &[usize], lacking: usize) {
        if open.len() < lacking {
            return;
        }
        if lacking == 0 {
            return self.branch(root.clone(), needs);
        }
        if self.is_cut_short() || self.least(root, needs).is_none_or(|least| least.effort() >= self.too_much()) {
            return;
        }
        for (at, criterion) in open.iter().enumerate() {
            self.choose(root, &self.with(needs, *criterion), &open[at + 1..], lacking - 1);
        }
    }

    /// `needs`, and `criterion` in place.
    fn with(&self, needs: &Needs, criterion: usize) -> Needs {
        let mut needs = needs.clone();
        needs.criteria[criterion] = needs.criteria[criterion].max(self.in_place[criterion]);
        needs
    }

    /// Whether the search has taken too many steps to go on.
    fn is_cut_short(&mut self) -> bool {
        self.cut_short |= self.work > MAX_WORK;
        self.cut_short
    }

    /// The effort from which a set is of no interest.
    fn too_much(&self) -> u32 {
        match self.pass {
            Pass::Effort => self.limit,
            Pass::Overall => self.limit.saturating_add(1),
        }
    }

    fn branch(&mut self, mut node: Node, needs: &Needs) {
        if self.is_cut_short() {
            return;
        }
        node.leave_dear(self.problem, self.too_much());
        let needed = loop {
            let Some(least) = self.least(&node, needs) else { return };
            let rest = self.too_much().saturating_sub(node.effort);
            if least.effort() >= rest {
                return;
            }
            let dear: Vec<usize> = least.too_dear(rest).collect();
            if dear.is_empty() {
                break least.most_used;
            }
            dear.into_iter().for_each(|at| node.leave(self.problem, at));
        };
        let achieved = self.demands(&node, needs).is_empty();
        if achieved {
            self.record(&node);
        }
        let next = match (self.pass, achieved) {
            (_, false) => needed,
            (Pass::Effort, true) => None,
            (Pass::Overall, true) => node.most_worth(self.problem, &self.per_unit),
        };
        let Some(next) = next else { return };
        let mut without = node.clone();
        node.take(self.problem, next);
        self.branch(node, needs);
        without.leave(self.problem, next);
        self.branch(without, needs);
    }

    fn record(&mut self, node: &Node) {
        let found = Best { overall: self.overall(node), effort: Reverse(node.effort), chosen: Reverse(node.chosen()) };
        match self.pass {
            Pass::Effort => {
                self.limit = node.effort;
                self.best = Some(found);
            }
            Pass::Overall if self.best.as_ref().is_none_or(|best| found > *best) => self.best = Some(found),
            Pass::Overall => {}
        }
    }

    fn overall(&self, node: &Node) -> u128 {
        node.values.iter().zip(&self.per_unit).map(|(value, unit)| u128::from(*value) * unit).sum()
    }

    /// What `needs` still lacks; in the second pass, also what the best overall score known is ahead by.
    fn demands(&self, node: &Node, needs: &Needs) -> Vec<Demand> {
        let criteria = needs.criteria.iter().zip(&node.values).enumerate();
        let criteria = criteria.filter(|(_, (need, value))| need > value);
        let mut demands: Vec<Demand> =
            criteria.map(|(at, (need, value))| Demand::criterion(at, need - value)).collect();
        let overall = self.overall(node);
        let best = self.best.as_ref().filter(|_| self.pass == Pass::Overall).map_or(0, |best| best.overall);
        let need = needs.overall.max(best);
        if need > overall {
            demands.push(Demand::overall(need - overall, &self.per_unit));
        }
        demands
    }

    /// A lower bound on what it costs, on top of `node`, to have all that `needs` asks for.
    fn least(&mut self, node: &Node, needs: &Needs) -> Option<Least> {
        let demands = self.demands(node, needs);
        bound::least(self.problem, node, &demands, &mut self.work)
    }
}

/// The least worth out of `full` that shows as at least `score`.
fn reaching128(score: Score, full: u128) -> u128 {
    (full * u128::from(score.tenths())).div_ceil(u128::from(Score::FULL.tenths()))
}

fn reaching(score: Score, full: u64) -> u64 {
    u64::try_from(reaching128(score, full.into())).unwrap_or(u64::MAX)
}

impl Node {
    fn root(problem: &Problem<'_>) -> Self {
        Self {
            status: vec![Status::Open; problem.candidates.len()],
            options: problem.options.clone(),
            values: problem.tally(&[]).criteria.iter().map(|(value, _)| *value).collect(),
            effort: 0,
        }
    }

    fn chosen(&self) -> Vec<usize> {
        (0..self.status.len()).filter(|&at| self.status[at] == Status::In).collect()
    }

    /// What raising `question` to option `to` would add to its criterion.
    pub(super) fn worth(&self, scheme: &Scheme, question: usize, to: u8) -> u64 {
        let question_scheme = &scheme.questions[question];
        let now = self.options[question].map_or(u64::MAX, |now| question_scheme.value(now));
        question_scheme.value(to).saturating_sub(now)
    }

    /// Chooses a candidate, and first all that must be done before it.
    fn take(&mut self, problem: &Problem<'_>, at: usize) {
        if self.status[at] == Status::In {
            return;
        }
        self.status[at] = Status::In;
        let candidate = &problem.candidates[at];
        self.effort = self.effort.saturating_add(candidate.effort);
        candidate.after.iter().for_each(|&before| self.take(problem, before));
        for &(question, to) in &candidate.raises {
            self.values[problem.scheme.questions[question].criterion] += self.worth(problem.scheme, question, to);
            self.options[question] = self.options[question].max(Some(to));
        }
    }

    /// Leaves a candidate out, and with it all that must come after it.
    fn leave(&mut self, problem: &Problem<'_>, at: usize) {
        if self.status[at] == Status::Out {
            return;
        }
        self.status[at] = Status::Out;
        problem.followers[at].iter().for_each(|&next| self.leave(problem, next));
    }

    /// Leaves out what would make the effort `too_much`.
    fn leave_dear(&mut self, problem: &Problem<'_>, too_much: u32) {
        for at in 0..self.status.len() {
            if self.status[at] == Status::Open && self.effort.saturating_add(problem.candidates[at].effort) >= too_much
            {
                self.leave(problem, at);
            }
        }
    }

    /// The open candidate that adds the most overall worth for its effort, if any adds some.
    fn most_worth(&self, problem: &Problem<'_>, per_unit: &[u128]) -> Option<usize> {
        let open = (0..self.status.len()).filter(|&at| self.status[at] == Status::Open);
        let worth =
            open.map(|at| (bound::overall_worth(problem, self, per_unit, at), problem.candidates[at].effort, at));
        let best = worth.max_by(|a, b| {
            let (a_rate, b_rate) = (a.0 * u128::from(b.1), b.0 * u128::from(a.1));
            a_rate.cmp(&b_rate).then(b.2.cmp(&a.2))
        });
        best.filter(|(worth, ..)| *worth > 0).map(|(_, _, at)| at)
    }
}
