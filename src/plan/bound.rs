//! What a set of actions must cost at least.
//!
//! Let every action that is still open share its effort among the questions it raises: each step of a question has
//! a price for a unit of worth, and no action's raises may be priced above its effort. Whatever actions are chosen,
//! their effort is then at least the price of the worth they add, and to lift a criterion by what it lacks costs at
//! least its cheapest questions, each up to what it can still gain. Any such prices give a true bound (they are a
//! feasible solution of the dual of the linear relaxation); good ones give a high bound. They are found by raising all
//! prices together until an action's effort is used up, freezing the questions it raises, and going on with the rest.
//! Prices are kept in integers and rounded down, so the bound is never too high.

use std::cmp::Reverse;

use super::problem::Problem;
use super::search::{Node, Status};

/// Efforts are scaled by this, so that prices can be whole numbers.
const EFFORT: u64 = 1 << 32;
/// The price of everything that one demand lacks, per tick.
const TICK: u64 = 1 << 14;
/// The most binary digits of what a demand lacks.
const LACK_BITS: u32 = 40;

/// Some worth that must be added.
pub(super) struct Demand {
    /// The worth that is lacking, at least 1.
    lack: u64,
    /// What a unit of worth in each criterion counts, and by how many digits the count is shortened; for a single
    /// criterion, one for one.
    counts: Counts,
}

enum Counts {
    Criterion(usize),
    Overall { per_unit: Vec<u128>, shift: u32 },
}

impl Demand {
    /// What a criterion lacks.
    pub(super) fn criterion(criterion: usize, lack: u64) -> Self {
        Self { lack, counts: Counts::Criterion(criterion) }
    }

    /// What the overall score lacks. Counts are shortened: what is added is rounded up and what is lacking down, so
    /// that the demand only becomes easier to meet.
    pub(super) fn overall(lack: u128, per_unit: &[u128]) -> Self {
        let shift = (128 - lack.leading_zeros()).saturating_sub(LACK_BITS);
        let lack = u64::try_from(lack >> shift).unwrap_or(u64::MAX);
        Self { lack, counts: Counts::Overall { per_unit: per_unit.to_vec(), shift } }
    }

    /// What `worth` added to `criterion` counts, no more than is lacking.
    fn count(&self, criterion: usize, worth: u64) -> u64 {
        match &self.counts {
            Counts::Criterion(only) if *only == criterion => worth.min(self.lack),
            Counts::Criterion(_) => 0,
            Counts::Overall { per_unit, shift } => {
                let counted = (u128::from(worth) * per_unit[criterion]).div_ceil(1 << shift);
                u64::try_from(counted).map_or(self.lack, |counted| counted.min(self.lack))
            }
        }
    }
}

/// A lower bound on the effort that meets all demands.
pub(super) struct Least {
    /// The effort, scaled by [`EFFORT`].
    scaled: u128,
    /// The open candidates that help, and what is left of their effort: to choose one costs that much beyond the bound.
    left: Vec<(usize, u64)>,
    /// The open candidate that is most used.
    pub(super) most_used: Option<usize>,
}

impl Least {
    /// The effort, in whole units.
    pub(super) fn effort(&self) -> u32 {
        in_units(self.scaled)
    }

    /// The candidates that cannot be chosen for less than `limit`: an effort that is too much already.
    pub(super) fn too_dear(&self, limit: u32) -> impl Iterator<Item = usize> {
        let dear = move |(_, left): &&(usize, u64)| in_units(self.scaled + u128::from(*left)) >= limit;
        self.left.iter().filter(dear).map(|(candidate, _)| *candidate)
    }
}

/// Efforts are whole, so a bound is rounded up.
fn in_units(scaled: u128) -> u32 {
    u32::try_from(scaled.div_ceil(u128::from(EFFORT))).unwrap_or(u32::MAX)
}

/// A step of a question, from one option to the next, that can still help a demand.
struct Step {
    demand: usize,
    /// What it counts, no more than the demand lacks.
    cap: u64,
    /// The tick at which its price was frozen.
    frozen: Option<u64>,
}

/// What an open candidate has to give.
struct Payer {
    candidate: usize,
    effort: u64,
    left: u64,
    rate: u64,
    /// How much of all demands it meets: the sum of the rates of all that it helps.
    meets: u64,
    /// The steps that it helps and whose price still rises.
    helps: Vec<Help>,
}

/// What a candidate counts at one step.
#[derive(Clone, Copy)]
struct Help {
    step: usize,
    /// How much of the effort a tick uses up: its part of what the demand lacks, times [`TICK`], rounded up.
    rate: u64,
}

/// A lower bound on the effort that meets all demands; none where they cannot be met. Adds the steps it takes to
/// `work`.
pub(super) fn least(problem: &Problem<'_>, node: &Node, demands: &[Demand], work: &mut u64) -> Option<Least> {
    let (mut steps, helps) = steps(problem, node, demands);
    *work += (problem.candidates.len() + problem.option_count + steps.len() * demands.len()) as u64;
    *work += helps.iter().map(|helps| helps.len() as u64).sum::<u64>();
    for (at, demand) in demands.iter().enumerate() {
        let caps = steps.iter().filter(|step| step.demand == at).map(|step| step.cap);
        if caps.sum::<u64>() < demand.lack {
            return None;
        }
    }
    let mut payers = payers(problem, node, helps);
    let stops = raise_prices(demands, &mut steps, &mut payers, work);
    let mut total = stops.iter().map(|stop| u128::from(*stop) * u128::from(TICK)).sum::<u128>();
    for step in &steps {
        let after_frozen = stops[step.demand] - step.frozen.unwrap_or(stops[step.demand]);
        let price = u128::from(step.cap) * u128::from(after_frozen) * u128::from(TICK);
        total = total.saturating_sub(price.div_ceil(u128::from(demands[step.demand].lack)));
    }
    // Among those whose effort is all but used up, the one that meets the most of all demands.
    let used_up = |payer: &&Payer| payer.left < payer.effort / 50;
    let most = |payer: &&Payer| (payer.meets, Reverse(payer.candidate));
    let most_used = payers.iter().filter(used_up).max_by_key(most).or_else(|| payers.first());
    Some(Least {
        scaled: total,
        most_used: most_used.map(|payer| payer.candidate),
        left: payers.iter().map(|payer| (payer.candidate, payer.left)).collect(),
    })
}

/// Raises all prices together until every demand has stopped, and gives the tick at which each did.
fn raise_prices(demands: &[Demand], steps: &mut [Step], payers: &mut [Payer], work: &mut u64) -> Vec<u64> {
    let mut stops: Vec<Option<u64>> = vec![None; demands.len()];
    let mut frozen_caps = vec![0u64; demands.len()];
    let mut active: Vec<usize> = (0..payers.len()).collect();
    let mut now = 0;
    loop {
        // The first effort to be used up sets the next event.
        let mut ticks = u64::MAX;
        active.retain(|&at| {
            let payer = &mut payers[at];
            *work += payer.helps.len() as u64 + 1;
            payer.helps.retain(|help| steps[help.step].frozen.is_none());
            payer.rate = payer.helps.iter().map(|help| help.rate).sum();
            ticks = ticks.min(payer.left.checked_div(payer.rate).unwrap_or(u64::MAX));
            payer.rate > 0
        });
        if active.is_empty() {
            break;
        }
        now += ticks;
        for &at in &active {
            let payer = &mut payers[at];
            payer.left -= payer.rate * ticks;
            if payer.left >= payer.rate {
                continue;
            }
            for help in &payer.helps {
                let step = &mut steps[help.step];
                if step.frozen.is_none() {
                    step.frozen = Some(now);
                    frozen_caps[step.demand] += step.cap;
                }
            }
        }
        // Once frozen questions can meet a demand, its price has reached the top: it would only cost from here.
        for (demand, stop) in stops.iter_mut().enumerate() {
            if stop.is_none() && frozen_caps[demand] >= demands[demand].lack {
                *stop = Some(now);
                for step in steps.iter_mut().filter(|step| step.demand == demand) {
                    step.frozen.get_or_insert(now);
                }
            }
        }
    }
    stops.into_iter().map(|stop| stop.unwrap_or(now)).collect()
}

/// The steps that can still help, and what each open candidate counts at them.
fn steps(problem: &Problem<'_>, node: &Node, demands: &[Demand]) -> (Vec<Step>, Vec<Vec<Help>>) {
    let mut steps: Vec<Step> = Vec::new();
    let mut helps = vec![Vec::new(); problem.candidates.len()];
    // The step of each demand and option, once there is one.
    let mut index: Vec<Option<usize>> = vec![None; demands.len() * problem.option_count];
    for (at, candidate) in problem.candidates.iter().enumerate().filter(|(at, _)| node.status[*at] == Status::Open) {
        for &(question, to) in &candidate.raises {
            let scheme = &problem.scheme.questions[question];
            let now = node.options[question].unwrap_or(to);
            for option in now..to {
                let worth = scheme.value(option + 1) - scheme.value(option);
                for (of, demand) in demands.iter().enumerate() {
                    let count = demand.count(scheme.criterion, worth);
                    if count == 0 {
                        continue;
                    }
                    let place = of * problem.option_count + problem.first_option[question] + usize::from(option);
                    let step = *index[place].get_or_insert_with(|| {
                        steps.push(Step { demand: of, cap: count, frozen: None });
                        steps.len() - 1
                    });
                    helps[at].push(Help { step, rate: (count * TICK).div_ceil(demand.lack) });
                }
            }
        }
    }
    (steps, helps)
}

/// The open candidates that help. One that does not, but must be done first for others, passes its effort on to them
/// in equal parts.
fn payers(problem: &Problem<'_>, node: &Node, helps: Vec<Vec<Help>>) -> Vec<Payer> {
    let open = |at: usize| node.status[at] == Status::Open;
    let mut efforts: Vec<u64> =
        problem.candidates.iter().map(|candidate| u64::from(candidate.effort) * EFFORT).collect();
    for &at in &problem.predecessors_first {
        if open(at) && helps[at].is_empty() {
            let followers: Vec<usize> = problem.followers[at].iter().copied().filter(|&next| open(next)).collect();
            let part = efforts[at].checked_div(followers.len() as u64).unwrap_or_default();
            followers.iter().for_each(|&next| efforts[next] += part);
        }
    }
    let helps = helps.into_iter().enumerate().filter(|(_, helps)| !helps.is_empty());
    helps
        .map(|(candidate, helps)| {
            let effort = efforts[candidate];
            let meets = helps.iter().map(|help| help.rate).sum();
            Payer { candidate, effort, left: effort, rate: 0, meets, helps }
        })
        .collect()
}

/// What an open candidate would add to the overall worth by itself.
pub(super) fn overall_worth(problem: &Problem<'_>, node: &Node, per_unit: &[u128], at: usize) -> u128 {
    let raises = problem.candidates[at].raises.iter();
    let worth = raises.map(|&(question, to)| {
        u128::from(node.worth(problem.scheme, question, to)) * per_unit[problem.scheme.questions[question].criterion]
    });
    worth.sum()
}
