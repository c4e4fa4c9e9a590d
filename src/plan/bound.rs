//! What a set of actions must cost at least: a lower bound by dual ascent, and what follows from it.
//!
//! The problem is one of partial covering. A *step* of a question, from one option to the next, is gained when a
//! candidate that raises the question so far is chosen; the steps gained must add up to what each *demand* lacks. In
//! the linear relaxation candidates may be chosen in part. Its dual gives each demand a price for a unit of worth, and
//! each step a price of its own up to that: the bound is the price of all that is lacking, less what the steps count at
//! the difference, and no candidate's steps may together be priced above its effort. Every feasible solution of the dual
//! is a true bound, and good prices give a high one. They are found by raising all prices together until an effort is
//! used up, freezing the steps that this candidate helps, and going on with the rest, as primal-dual algorithms do
//! (Gandhi, Khuller and Srinivasan, "Approximation algorithms for partial covering problems", Journal of Algorithms 53,
//! 2004). What a step counts is cut to what its demand lacks, which makes the relaxation tighter (the knapsack cover
//! inequality for the empty cover: Carr, Fleischer, Leung and Phillips, SODA 2000).
//!
//! A set is closed, so that a step which a candidate gains is gained whenever one that comes after it is chosen: it is only
//! the first one's. Without this a long way looks as cheap as its last part.
//!
//! That one of some candidates must be chosen is a demand like the others: what it lacks is one step, which each of them
//! gains. Then the dual is that of set cover.
//!
//! What is left of an effort is the candidate's *reduced cost*: choosing it costs at least so much beyond the bound.
//!
//! Prices are integers and rounded down, so the bound is never too high. It is not the optimum of the relaxation, and
//! nothing is decided here.

use std::cmp::Reverse;

use super::node::Node;
use super::problem::Problem;

/// Efforts are scaled by this, so that prices can be whole numbers.
const EFFORT: u64 = 1 << 32;
/// The price of everything that one demand lacks, per tick.
const TICK: u64 = 1 << 14;
/// The most binary digits of what a demand lacks.
const LACK_BITS: u32 = 40;

/// Something that must be added.
pub(super) struct Demand<'a> {
    /// What is lacking, at least 1, and by how many binary digits it is shortened.
    lack: u64,
    shift: u32,
    asks: Asks<'a>,
}

/// What a demand asks for.
enum Asks<'a> {
    /// Worth in a criterion.
    Criterion(usize),
    /// Worth in all.
    Overall,
    /// One of these candidates.
    OneOf(&'a [usize]),
}

impl<'a> Demand<'a> {
    pub(super) fn criterion(criterion: usize, lack: u64) -> Self {
        Self { lack, shift: 0, asks: Asks::Criterion(criterion) }
    }

    /// What the overall score lacks. Counts are shortened: what is added is rounded up and what is lacking down, so
    /// that the demand only becomes easier to meet.
    pub(super) fn overall(lack: u128) -> Self {
        let shift = (128 - lack.leading_zeros()).saturating_sub(LACK_BITS);
        let lack = u64::try_from(lack >> shift).expect("what is left has no more than `LACK_BITS`");
        Self { lack, shift, asks: Asks::Overall }
    }

    pub(super) fn one_of(candidates: &'a [usize]) -> Self {
        Self { lack: 1, shift: 0, asks: Asks::OneOf(candidates) }
    }

    /// What `worth` added to `criterion` counts, no more than is lacking.
    fn count(&self, problem: &Problem<'_>, criterion: usize, worth: u64) -> u64 {
        match self.asks {
            Asks::Criterion(only) if only == criterion => worth.min(self.lack),
            Asks::Criterion(_) | Asks::OneOf(_) => 0,
            Asks::Overall => {
                let count = (u128::from(worth) * problem.per_unit[criterion]).div_ceil(1 << self.shift);
                u64::try_from(count).map_or(self.lack, |count| count.min(self.lack))
            }
        }
    }
}

/// A lower bound on the effort that meets all demands.
pub(super) struct LowerBound {
    /// The effort, scaled by [`EFFORT`].
    scaled: u128,
    /// What every effort is a multiple of, scaled alike.
    unit: u128,
    /// The free candidates that help, and their reduced costs, scaled.
    reduced_costs: Vec<(usize, u64)>,
    /// The free candidate to decide on next: among those whose effort is all but used up, the one that helps most.
    pub(super) branching: Option<usize>,
}

impl LowerBound {
    /// The effort.
    pub(super) fn effort(&self) -> u32 {
        self.rounded_up(self.scaled)
    }

    /// The candidates that cannot be chosen for less than `cutoff`, by their reduced costs.
    pub(super) fn too_dear(&self, cutoff: u32) -> impl Iterator<Item = usize> {
        let dear = move |(_, cost): &&(usize, u64)| self.rounded_up(self.scaled + u128::from(*cost)) >= cutoff;
        self.reduced_costs.iter().filter(dear).map(|(candidate, _)| *candidate)
    }

    /// A sum of efforts is a multiple of what each is a multiple of.
    fn rounded_up(&self, scaled: u128) -> u32 {
        let effort = scaled.div_ceil(self.unit) * (self.unit / u128::from(EFFORT));
        u32::try_from(effort).unwrap_or(u32::MAX)
    }
}

/// A step of a question, from one option to the next, that can still help a demand; or the one step of a choice.
struct Step {
    demand: usize,
    /// What it counts, no more than the demand lacks.
    count: u64,
    /// The tick at which its price was frozen.
    frozen: Option<u64>,
}

/// A free candidate that helps: a constraint of the dual.
struct Constraint {
    candidate: usize,
    effort: u64,
    /// What is left of the effort.
    slack: u64,
    /// How much of the effort a tick uses up.
    rate: u64,
    /// How much of all demands the candidate meets: the sum of the rates of all steps that it helps.
    meets: u64,
    /// The steps that it helps and whose price still rises.
    terms: Vec<Term>,
}

#[derive(Clone, Copy)]
struct Term {
    step: usize,
    /// How much of the effort a tick uses up: its part of what the demand lacks, times [`TICK`], rounded up.
    rate: u64,
}

/// A lower bound on the effort that meets all demands from `node` on; none where they cannot be met. Adds the steps it
/// takes to `work`.
pub(super) fn lower_bound(
    problem: &Problem<'_>,
    node: &Node,
    demands: &[Demand<'_>],
    work: &mut u64,
) -> Option<LowerBound> {
    let (mut steps, terms) = steps(problem, node, demands);
    let options = problem.options.len() * problem.most_options;
    *work += (problem.candidates.len() + options + steps.len() * demands.len()) as u64;
    *work += terms.iter().map(|terms| terms.len() as u64).sum::<u64>();
    let mut counts = vec![0; demands.len()];
    steps.iter().for_each(|step| counts[step.demand] += step.count);
    if counts.iter().zip(demands).any(|(count, demand)| *count < demand.lack) {
        return None;
    }
    let mut constraints = constraints(problem, node, terms);
    let stops = raise_prices(demands, &mut steps, &mut constraints, work);
    let mut scaled = stops.iter().map(|stop| u128::from(*stop) * u128::from(TICK)).sum::<u128>();
    for step in &steps {
        let after_frozen = stops[step.demand] - step.frozen.unwrap_or(stops[step.demand]);
        let price = u128::from(step.count) * u128::from(after_frozen) * u128::from(TICK);
        scaled = scaled.saturating_sub(price.div_ceil(u128::from(demands[step.demand].lack)));
    }
    let used_up = |constraint: &&Constraint| constraint.slack < constraint.effort / 50;
    let most = |constraint: &&Constraint| (constraint.meets, Reverse(constraint.candidate));
    let branching = constraints.iter().filter(used_up).max_by_key(most).or_else(|| constraints.first());
    Some(LowerBound {
        scaled,
        unit: u128::from(problem.effort_unit.max(1)) * u128::from(EFFORT),
        branching: branching.map(|constraint| constraint.candidate),
        reduced_costs: constraints.iter().map(|constraint| (constraint.candidate, constraint.slack)).collect(),
    })
}

/// Raises all prices together until every demand has stopped, and gives the tick at which each did.
fn raise_prices(
    demands: &[Demand<'_>],
    steps: &mut [Step],
    constraints: &mut [Constraint],
    work: &mut u64,
) -> Vec<u64> {
    let mut stops: Vec<Option<u64>> = vec![None; demands.len()];
    let mut frozen_counts = vec![0u64; demands.len()];
    let mut active: Vec<usize> = (0..constraints.len()).collect();
    let mut now = 0;
    loop {
        // The first effort to be used up sets the next event.
        let mut ticks = u64::MAX;
        active.retain(|&at| {
            let constraint = &mut constraints[at];
            *work += constraint.terms.len() as u64 + 1;
            constraint.terms.retain(|term| steps[term.step].frozen.is_none());
            constraint.rate = constraint.terms.iter().map(|term| term.rate).sum();
            ticks = ticks.min(constraint.slack.checked_div(constraint.rate).unwrap_or(u64::MAX));
            constraint.rate > 0
        });
        if active.is_empty() {
            break;
        }
        now += ticks;
        for &at in &active {
            let constraint = &mut constraints[at];
            constraint.slack -= constraint.rate * ticks;
            if constraint.slack >= constraint.rate {
                continue;
            }
            for term in &constraint.terms {
                let step = &mut steps[term.step];
                if step.frozen.is_none() {
                    step.frozen = Some(now);
                    frozen_counts[step.demand] += step.count;
                }
            }
        }
        // Once frozen steps can meet a demand, its price has reached the top: it would only cost from here.
        for (demand, stop) in stops.iter_mut().enumerate() {
            if stop.is_none() && frozen_counts[demand] >= demands[demand].lack {
                *stop = Some(now);
                for step in steps.iter_mut().filter(|step| step.demand == demand) {
                    step.frozen.get_or_insert(now);
                }
            }
        }
    }
    stops.into_iter().map(|stop| stop.unwrap_or(now)).collect()
}

/// The steps that can still help, and for each free candidate those that it helps. What must be done first gains its steps by
/// itself: they are none of the candidates' that come after it.
fn steps(problem: &Problem<'_>, node: &Node, demands: &[Demand<'_>]) -> (Vec<Step>, Vec<Vec<Term>>) {
    let mut steps: Vec<Step> = Vec::new();
    let mut terms = vec![Vec::new(); problem.candidates.len()];
    // The step of each question, option and demand, once there is one.
    let mut index: Vec<Option<usize>> = vec![None; problem.options.len() * problem.most_options * demands.len()];
    for (at, candidate) in problem.candidates.iter().enumerate().filter(|(at, _)| node.is_free(*at)) {
        for (&(question, to), &before) in candidate.raises.iter().zip(&candidate.raised_before) {
            let scheme = &problem.scheme.questions[question];
            let now = node.options[question].expect("no candidate raises what does not apply");
            for option in now.max(before)..to {
                let worth = scheme.value(option + 1) - scheme.value(option);
                let offset = (question * problem.most_options + usize::from(option)) * demands.len();
                for (of, demand) in demands.iter().enumerate() {
                    let count = demand.count(problem, scheme.criterion, worth);
                    if count == 0 {
                        continue;
                    }
                    let step = *index[offset + of].get_or_insert_with(|| {
                        steps.push(Step { demand: of, count, frozen: None });
                        steps.len() - 1
                    });
                    terms[at].push(Term { step, rate: (count * TICK).div_ceil(demand.lack) });
                }
            }
        }
    }
    for (of, demand) in demands.iter().enumerate() {
        let Asks::OneOf(candidates) = demand.asks else { continue };
        for &at in candidates.iter().filter(|&&at| node.is_free(at)) {
            terms[at].push(Term { step: steps.len(), rate: TICK });
        }
        if candidates.iter().any(|&at| node.is_free(at)) {
            steps.push(Step { demand: of, count: 1, frozen: None });
        }
    }
    (steps, terms)
}

/// The constraints of the free candidates that help. One that does not, but must be done first for others, passes its
/// effort on to them in equal parts: whoever chooses them pays for it too.
fn constraints(problem: &Problem<'_>, node: &Node, terms: Vec<Vec<Term>>) -> Vec<Constraint> {
    let efforts = problem.candidates.iter().map(|candidate| u64::from(candidate.effort) * EFFORT);
    let mut efforts: Vec<u64> = efforts.collect();
    for &at in problem.topological.iter().filter(|&&at| node.is_free(at) && terms[at].is_empty()) {
        let followers: Vec<usize> = problem.followers[at].iter().copied().filter(|&next| node.is_free(next)).collect();
        for &next in &followers {
            efforts[next] += efforts[at] / followers.len() as u64;
        }
    }
    let helping = terms.into_iter().enumerate().filter(|(_, terms)| !terms.is_empty());
    let constraint = |(candidate, terms): (usize, Vec<Term>)| {
        let effort = efforts[candidate];
        Constraint { candidate, effort, slack: effort, rate: 0, meets: terms.iter().map(|term| term.rate).sum(), terms }
    };
    helping.map(constraint).collect()
}
