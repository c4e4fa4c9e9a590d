//! What a set of candidates must cost at least: a lower bound by splitting efforts, and what follows from it.
//!
//! The effort of each candidate is split among the parts of the problem in which it helps: the questions that it raises, and
//! those that candidates after it do. A part is then raised by the cheapest way to each option, at the prices of all copies
//! that the way needs; a criterion by the cheapest options of its questions together, which is a small knapsack solved
//! exactly by dynamic programming; and all of them by the cheapest choice of criteria. Who pays every share that is asked of
//! them pays no more than the efforts, so this is never more than the true effort, however efforts are split. It is the
//! bound of Lagrangian decomposition (Guignard and Kim, "Lagrangean decomposition: a model yielding stronger Lagrangean
//! bounds", Mathematical Programming 39, 1987), and higher than that of the linear relaxation, since criteria are not raised
//! by half. Where no candidate helps in two parts, it is the true effort.
//!
//! Good splits are found by moving effort, step by step, from the copies that the cheapest choice does without to those
//! that it uses (subgradient ascent with the step of Polyak, "Minimization of unsmooth functionals", USSR Computational
//! Mathematics 9, 1969).
//!
//! Where an overall score is asked for, a unit of it has a price. Last, the cheapest choice is also found exactly for all
//! numbers of criteria and overall scores, where they are few enough.
//!
//! What is left of an effort when no share can be lowered further without lowering a price is the candidate's *reduced
//! cost*: choosing it costs at least so much beyond the bound.
//!
//! Prices are integers and rounded down, so the bound is never too high. Nothing is decided here.

use super::choice::{Choice, Front, Lack, NEVER, Point};
use super::node::Node;
use super::parts::{Part, Parts};
use super::problem::{Candidate, Problem};
use super::targets::Targets;

/// Efforts are scaled by this, so that they can be split.
pub(super) const SCALE: u64 = 1 << 16;

/// How efforts are split: the price of each copy.
pub(super) type Prices = Vec<u64>;

/// The cheapest choice at some prices.
#[derive(Default)]
pub(super) struct Relaxed {
    /// What it costs, scaled.
    pub(super) scaled: u64,
    /// Whether the cheapest choice uses each copy.
    pub(super) used: Vec<bool>,
    /// The candidates whose ways it takes.
    pub(super) ways: Vec<usize>,
}

/// What relaxes a problem.
pub(super) struct Bound<'a> {
    pub(super) problem: &'a Problem<'a>,
    pub(super) parts: Parts,
    pub(super) work: u64,
    /// What the last relaxation took room for: the next needs as much, and there are many.
    fronts: Vec<Front>,
}

impl<'a> Bound<'a> {
    pub(super) fn new(problem: &'a Problem<'a>, targets: &Targets<'_>) -> Self {
        let efforts: u64 = problem.candidates.iter().map(|candidate| u64::from(candidate.effort)).sum();
        assert!(efforts * SCALE < NEVER, "each effort is at most 1,000, and there are some hundreds");
        Self { problem, parts: Parts::new(problem, targets), work: 0, fronts: Vec::new() }
    }

    /// Splits what the candidates that are free cost among the copies that can still help, as before where they could.
    pub(super) fn split(&mut self, node: &Node, targets: &Targets<'_>, prices: &mut Prices) {
        let lack = self.lack(node, targets);
        let mut live = vec![false; prices.len()];
        for (group, lack_here) in self.parts.groups.iter().zip(&lack.groups) {
            if lack.overall == 0 && lack_here.0 == 0 && lack_here.1.unwrap_or(0) == 0 {
                continue;
            }
            for part in &group.parts {
                for way in part.ways.iter().filter(|way| node.is_free(way.candidate) && gains(node, part, way.to)) {
                    self.work += way.copies().len() as u64;
                    way.copies().for_each(|copy| live[copy] = node.is_free(self.parts.copies[copy]));
                }
            }
        }
        for (copies, candidate) in self.parts.of_candidate.iter().zip(&self.problem.candidates) {
            let count = copies.iter().filter(|&&copy| live[copy]).count() as u64;
            copies.iter().filter(|&&copy| !live[copy]).for_each(|&copy| prices[copy] = 0);
            let priced: u64 = copies.iter().map(|&copy| prices[copy]).sum();
            let spare = (u64::from(candidate.effort) * SCALE - priced).checked_div(count).unwrap_or(0);
            copies.iter().filter(|&&copy| live[copy]).for_each(|&copy| prices[copy] += spare);
        }
        self.work += prices.len() as u64;
    }

    fn lack(&self, node: &Node, targets: &Targets<'_>) -> Lack {
        let missing = targets.missing(node);
        let units = |target: u64, worth: u64, unit: u64| {
            usize::try_from(target.saturating_sub(worth).div_ceil(unit)).unwrap_or(usize::MAX)
        };
        let criteria = targets.criteria.iter().zip(&targets.in_place).zip(&node.worths).zip(&self.parts.groups);
        let criteria = criteria.map(|(((target, in_place), &worth), group)| {
            let in_place = in_place.filter(|in_place| missing > 0 && *in_place > worth);
            (units(*target, worth, group.unit), in_place.map(|in_place| units(in_place, worth, group.unit)))
        });
        let met = |candidates: &[usize]| candidates.iter().any(|&at| node.is_chosen(at));
        let obligations = targets.obligations.iter().map(|candidates| (usize::from(!met(candidates)), None));
        let overall = targets.overall.saturating_sub(node.overall(self.problem)).div_ceil(self.parts.overall_unit);
        Lack {
            groups: criteria.chain(obligations).collect(),
            missing,
            overall: u64::try_from(overall).unwrap_or(u64::MAX),
        }
    }

    /// The cheapest choice; none where nothing reaches the targets. With `exactly` it is looked for longer.
    pub(super) fn relax(
        &mut self,
        node: &Node,
        targets: &Targets<'_>,
        prices: &Prices,
        exactly: bool,
    ) -> Option<Relaxed> {
        let lack = self.lack(node, targets);
        let mut fronts = std::mem::take(&mut self.fronts);
        let relaxed = self.relax_into(&mut fronts, &lack, node, prices, exactly);
        self.fronts = fronts;
        relaxed
    }

    fn relax_into(
        &mut self,
        fronts: &mut Vec<Front>,
        lack: &Lack,
        node: &Node,
        prices: &Prices,
        exactly: bool,
    ) -> Option<Relaxed> {
        fronts.resize_with(lack.groups.len(), Front::default);
        for (at, (&(must, in_place), front)) in lack.groups.iter().zip(fronts.iter_mut()).enumerate() {
            let most = if lack.overall > 0 { usize::MAX } else { must.max(in_place.unwrap_or(0)) };
            self.front(node, at, most, prices, front);
            if must >= front.costs.len() {
                return None;
            }
        }
        let choice = &mut Choice { groups: &self.parts.groups, lack, fronts, work: &mut self.work };
        let (scaled, units) = choice.choose(exactly)?;
        let mut relaxed = Relaxed { scaled, used: vec![false; prices.len()], ways: Vec::new() };
        for ((group, front), mut units) in self.parts.groups.iter().zip(fronts).zip(units) {
            for (of, part) in group.parts.iter().enumerate().rev() {
                if units == 0 {
                    break;
                }
                let taken = front.taken[of * front.costs.len() + units];
                let Some(point) = usize::from(taken).checked_sub(1).map(|taken| &front.points[of][taken]) else {
                    continue;
                };
                let way = &part.ways[point.way];
                relaxed.ways.push(way.candidate);
                way.copies().for_each(|copy| relaxed.used[copy] = true);
                units = units.saturating_sub(point.gain);
            }
        }
        Some(relaxed)
    }

    /// What it costs to gain up to `most` units in a group, put into `front`.
    fn front(&mut self, node: &Node, at: usize, most: usize, prices: &Prices, front: &mut Front) {
        let Front { costs, taken, points, levels } = front;
        costs.clear();
        taken.clear();
        levels.clear();
        if most == 0 {
            costs.push(0);
            return;
        }
        let group = &self.parts.groups[at];
        let mut work = 0;
        points.resize_with(group.parts.len(), Vec::new);
        for (part, points) in group.parts.iter().zip(points.iter_mut()) {
            self.points(node, part, group.unit, prices, points, &mut work);
        }
        let range: usize = points.iter().filter_map(|points| points.first()).map(|point| point.gain).sum();
        let length = range.min(most) + 1;
        costs.resize(length, NEVER);
        costs[0] = 0;
        taken.resize(length * points.len(), 0);
        let mut reach = 0;
        for (points, taken) in points.iter().zip(taken.chunks_exact_mut(length)) {
            let Some(first) = points.first() else { continue };
            reach = (reach + first.gain).min(length - 1);
            work += (points.len() * reach) as u64 / 2;
            for units in (1..=reach).rev() {
                let mut best = costs[units];
                for (place, point) in (1..).zip(points) {
                    let cost = costs[units.saturating_sub(point.gain)] + point.cost;
                    if cost < best {
                        best = cost;
                        taken[units] = place;
                    }
                }
                costs[units] = best;
            }
        }
        self.work += work;
        levels.extend((0..length).filter(|&at| costs.get(at + 1).is_none_or(|next| *next > costs[at])));
    }

    /// The ways of a part that gain more than those that cost less, the one that gains most first.
    fn points(&self, node: &Node, part: &Part, unit: u64, prices: &Prices, points: &mut Vec<Point>, work: &mut u64) {
        points.clear();
        for (way, of) in part.ways.iter().enumerate().rev() {
            if !gains(node, part, of.to) {
                break;
            }
            if !node.is_free(of.candidate) {
                continue;
            }
            *work += of.copies().len() as u64;
            let cost: u64 = of.copies().map(|copy| prices[copy]).sum();
            if points.last().is_some_and(|last| last.cost <= cost) {
                continue;
            }
            let worth = part.question.map_or(1, |question| self.problem.worth(&node.options, question, of.to));
            let gain = usize::try_from(worth.div_ceil(unit)).expect("it is at most `MOST_UNITS` and one");
            match points.last_mut().filter(|last| last.gain == gain) {
                Some(last) => *last = Point { gain, cost, way },
                None => points.push(Point { gain, cost, way }),
            }
        }
    }

    /// Moves effort from the copies that the cheapest choice does without to those that it uses, in all by about `step`
    /// for each candidate. False where there is none to move.
    pub(super) fn shift(&mut self, relaxed: &Relaxed, prices: &mut Prices, gap: u64) -> bool {
        let counts = |copies: &[usize], prices: &Prices| {
            let used = copies.iter().filter(|&&copy| relaxed.used[copy]).count() as u64;
            let idle = copies.iter().filter(|&&copy| !relaxed.used[copy] && prices[copy] > 0).count() as u64;
            (used, idle)
        };
        // The square of the subgradient, in 256ths.
        let square = |(used, idle): (u64, u64)| (used * idle * 256).checked_div(used + idle).unwrap_or(0);
        let norm: u64 = self.parts.of_candidate.iter().map(|copies| square(counts(copies, prices))).sum();
        self.work += prices.len() as u64;
        let Some(step) = (gap * 256).checked_div(norm) else { return false };
        for copies in &self.parts.of_candidate {
            let (used, idle) = counts(copies, prices);
            if used == 0 || idle == 0 {
                continue;
            }
            let most = (step * used).div_ceil(used + idle);
            let mut moved = 0;
            for &copy in copies.iter().filter(|&&copy| !relaxed.used[copy]) {
                let less = prices[copy].min(most);
                prices[copy] -= less;
                moved += less;
            }
            for &copy in copies.iter().filter(|&&copy| relaxed.used[copy]) {
                prices[copy] += moved / used;
            }
        }
        true
    }

    /// What choosing each free candidate costs beyond the bound, scaled.
    pub(super) fn reduced_costs(&mut self, node: &Node, prices: &Prices) -> Vec<u64> {
        let mut slacks = prices.clone();
        for part in self.parts.groups.iter().flat_map(|group| &group.parts) {
            let mut least = NEVER;
            for way in part.ways.iter().rev().filter(|way| node.is_free(way.candidate)) {
                if !gains(node, part, way.to) {
                    break;
                }
                let cost: u64 = way.copies().map(|copy| prices[copy]).sum();
                least = least.min(cost);
                way.copies().for_each(|copy| slacks[copy] = slacks[copy].min(cost - least));
            }
        }
        self.work += 2 * prices.len() as u64;
        let candidates = self.problem.candidates.iter().zip(&self.parts.of_candidate);
        let cost = |(candidate, copies): (&Candidate, &Vec<usize>)| {
            let kept: u64 = copies.iter().map(|&copy| prices[copy] - slacks[copy]).sum();
            u64::from(candidate.effort) * SCALE - kept
        };
        candidates.map(cost).collect()
    }
}

/// Whether raising the part's question to `to` gains anything at `node`.
fn gains(node: &Node, part: &Part, to: u8) -> bool {
    part.question.is_none_or(|question| node.options[question].is_some_and(|now| now < to))
}
