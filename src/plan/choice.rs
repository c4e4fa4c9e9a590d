//! The cheapest choice among criteria, given what it costs to raise each of them: how many come into place, and how much
//! the overall score gains, is for all of them together. What raising one costs is for `bound`.

use super::parts::Group;

/// Prices of the overall score have so many more binary digits.
const DIGITS: u32 = 10;
/// The most steps for the exact choice among criteria.
const MOST_STEPS: usize = 1 << 17;
/// The most prices that are tried.
const MOST_PRICES: u32 = 30;
/// More than any effort, scaled.
pub(super) const NEVER: u64 = 1 << 44;

/// What is lacking at a node, in units of the parts.
pub(super) struct Lack {
    /// What each group must gain, and what it must gain to count as in place if it does not yet.
    pub(super) groups: Vec<(usize, Option<usize>)>,
    /// How many criteria must come into place.
    pub(super) missing: usize,
    /// What the overall score must gain.
    pub(super) overall: u64,
}

/// A way that no other way of its part makes idle: it gains more, or costs less.
pub(super) struct Point {
    pub(super) gain: usize,
    pub(super) cost: u64,
    pub(super) way: usize,
}

/// What it costs to gain so many units in a group.
#[derive(Default)]
pub(super) struct Front {
    /// For each number of units from 0 on.
    pub(super) costs: Vec<u64>,
    /// The point taken for each part and number of units; 0 is none.
    pub(super) taken: Vec<u8>,
    pub(super) points: Vec<Vec<Point>>,
    /// The numbers of units at which the cost rises next.
    pub(super) levels: Vec<usize>,
}

/// A choice where a unit of the overall score has a price; costs have [`DIGITS`] more.
struct Priced {
    /// What it costs at least to gain what is lacking.
    value: i64,
    /// What this choice costs, and what it gains of the overall score.
    cost: i64,
    gained: i64,
    units: Vec<usize>,
}

/// A choice to be made.
pub(super) struct Choice<'a> {
    pub(super) groups: &'a [Group],
    pub(super) lack: &'a Lack,
    /// What it costs to raise each group.
    pub(super) fronts: &'a [Front],
    pub(super) work: &'a mut u64,
}

impl Choice<'_> {
    /// The cheapest choice of units for all groups, and what it costs; none where nothing reaches the targets. With `exactly`,
    /// the overall score too is exact where that does not take too many steps.
    pub(super) fn choose(&mut self, exactly: bool) -> Option<(u64, Vec<usize>)> {
        let (lack, fronts) = (self.lack, self.fronts);
        if lack.overall == 0 {
            let (cost, units) = choose_places(lack, fronts, |_, front, must| (signed(front.costs[must]), must))?;
            return Some((u64::try_from(cost).expect("no cost is below 0"), units));
        }
        let most: u64 = self.groups.iter().zip(fronts).map(|(of, front)| of.overall[front.costs.len() - 1]).sum();
        if most < lack.overall {
            return None;
        }
        let priced = self.by_price()?;
        let wide = usize::try_from(lack.overall).ok().filter(|overall| exactly && *overall < MOST_STEPS);
        let steps = wide.and_then(|overall| {
            let levels: usize = fronts.iter().map(|front| front.levels.len()).sum();
            (overall + 1).checked_mul(levels)?.checked_mul(lack.missing + 1)
        });
        match steps.filter(|steps| *steps <= MOST_STEPS) {
            Some(steps) => {
                *self.work += steps as u64 / 2;
                self.exactly()
            }
            None => Some(priced),
        }
    }

    /// The cheapest choice where a unit of the overall score has the price that makes it dearest. It is where a choice that
    /// gains enough and one that does not cost the same: two such choices are brought together until they do.
    fn by_price(&mut self) -> Option<(u64, Vec<usize>)> {
        let wanted = signed(self.lack.overall);
        let mut short = self.at_price(0)?;
        let mut best = short.value;
        if short.gained >= wanted {
            return Some((u64::try_from(best).expect("no cost is below 0") >> DIGITS, short.units));
        }
        let units: Vec<usize> = self.fronts.iter().map(|front| front.costs.len() - 1).collect();
        let cost = self.fronts.iter().map(|front| signed(front.costs[front.costs.len() - 1] << DIGITS)).sum();
        let mut enough = Priced { value: 0, cost, gained: self.gained(&units), units };
        for _ in 0..MOST_PRICES {
            let found = self.at_price((enough.cost - short.cost) / (enough.gained - short.gained))?;
            best = best.max(found.value);
            if found.gained == short.gained || found.gained == enough.gained {
                break;
            }
            let side = if found.gained < wanted { &mut short } else { &mut enough };
            *side = found;
        }
        Some((u64::try_from(best).expect("no cost is below 0") >> DIGITS, enough.units))
    }

    /// The cheapest choice where a unit of the overall score costs `price`.
    fn at_price(&mut self, price: i64) -> Option<Priced> {
        let (groups, wanted, work) = (self.groups, self.lack.overall, &mut *self.work);
        let least = |at: usize, front: &Front, must: usize| {
            let overall = &groups[at].overall;
            let first = front.levels.partition_point(|&level| level < must);
            *work += front.levels.len() as u64 / 2;
            let rated = front.levels[first..].iter().map(|&level| {
                let gained = signed(overall[level].min(wanted));
                (signed(front.costs[level] << DIGITS) - price * gained, level)
            });
            rated.min().expect("it can be reached")
        };
        let (rest, units) = choose_places(self.lack, self.fronts, least)?;
        let gained = self.gained(&units);
        Some(Priced { value: rest + price * signed(wanted), cost: rest + price * gained, gained, units })
    }

    /// What the overall score gains.
    fn gained(&self, units: &[usize]) -> i64 {
        let gained = units.iter().zip(self.groups).map(|(units, group)| group.overall[*units].min(self.lack.overall));
        signed(gained.sum())
    }

    /// The cheapest choice, for each number of criteria in place and each overall score.
    fn exactly(&self) -> Option<(u64, Vec<usize>)> {
        let (lack, fronts) = (self.lack, self.fronts);
        let width = usize::try_from(lack.overall).expect("it was found small") + 1;
        let size = (lack.missing + 1) * width;
        let mut costs = vec![NEVER; size];
        costs[0] = 0;
        // The level taken for each group and state, and the state that it is taken from.
        let mut taken: Vec<Vec<(usize, usize)>> = Vec::with_capacity(fronts.len());
        for (at, (front, &(must, in_place))) in fronts.iter().zip(&lack.groups).enumerate() {
            let mut next = vec![NEVER; size];
            let mut from = vec![(0, 0); size];
            for &level in front.levels.iter().filter(|level| **level >= must) {
                let gain = usize::try_from(self.groups[at].overall[level]).unwrap_or(usize::MAX);
                let place = usize::from(in_place.is_some_and(|in_place| level >= in_place));
                for (before, &cost) in costs.iter().enumerate().filter(|(_, cost)| **cost < NEVER) {
                    let places = (before / width + place).min(lack.missing);
                    let to = places * width + (before % width).saturating_add(gain).min(width - 1);
                    let cost = cost + front.costs[level];
                    if cost < next[to] {
                        next[to] = cost;
                        from[to] = (level, before);
                    }
                }
            }
            taken.push(from);
            costs = next;
        }
        let mut state = size - 1;
        let cost = Some(costs[state]).filter(|cost| *cost < NEVER)?;
        let mut units = vec![0; fronts.len()];
        for (units, from) in units.iter_mut().zip(&taken).rev() {
            (*units, state) = from[state];
        }
        Some((cost, units))
    }
}

/// The cheapest choice, given what it costs at least to gain what a group must; none where too few criteria can be in place.
fn choose_places(
    lack: &Lack,
    fronts: &[Front],
    mut least: impl FnMut(usize, &Front, usize) -> (i64, usize),
) -> Option<(i64, Vec<usize>)> {
    let mut units = Vec::with_capacity(fronts.len());
    let mut sum = 0;
    let mut dearer = Vec::with_capacity(fronts.len());
    for (at, (front, &(must, in_place))) in fronts.iter().zip(&lack.groups).enumerate() {
        let (cost, level) = least(at, front, must);
        sum += cost;
        units.push(level);
        if let Some(in_place) = in_place.filter(|in_place| *in_place < front.costs.len()) {
            let (with, level) = least(at, front, must.max(in_place));
            dearer.push((with - cost, at, level));
        }
    }
    if dearer.len() < lack.missing {
        return None;
    }
    dearer.sort_unstable();
    for &(more, at, level) in &dearer[..lack.missing] {
        sum += more;
        units[at] = level;
    }
    Some((sum, units))
}

fn signed(cost: u64) -> i64 {
    i64::try_from(cost).expect("no effort, scaled, takes more than 63 binary digits")
}
