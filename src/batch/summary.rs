//! All rows at a glance: levels, distributions, the weakest criterion, first actions, and Cronbach's alpha.
//!
//! Memory is flat: scores are counted by tenths, so that every quantile is exact. Open questions count at their worst.

use std::collections::BTreeMap;

use super::cronbach::Cronbach;
use super::job::Job;
use super::scorer::{Code, NO_SCORE, Scored};

/// The most values of a column that rows are summed up by.
pub const MAX_SEGMENTS: usize = 200;

/// The column has more than [`MAX_SEGMENTS`] values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManySegments;

/// Rows summed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many rows.
    pub rows: u64,
    /// How many of them have open questions.
    pub open: u64,
    /// How many are on each level.
    pub levels: Vec<u64>,
    /// The scores of each criterion.
    pub criteria: Vec<Distribution>,
    /// The overall scores.
    pub overall: Distribution,
    /// How many rows have each criterion as their lowest; of equals, the first.
    pub weakest: Vec<u64>,
    /// For how many rows the first action was found, and how many of them have each action as their first.
    pub planned: u64,
    /// See `planned`.
    pub first_actions: Vec<u64>,
    /// The consistency of each criterion.
    pub alphas: Vec<Cronbach>,
}

/// All rows, and each segment of them by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// All rows.
    pub all: Summary,
    /// Each value of the column that was asked for, sorted.
    pub by: BTreeMap<Vec<u8>, Summary>,
}

/// How often each score occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    counts: Vec<u64>,
}

impl Summary {
    /// Of no rows.
    pub fn new(job: &Job<'_>) -> Self {
        let definition = job.definition;
        let criteria = definition.criteria.len();
        Self {
            rows: 0,
            open: 0,
            levels: vec![0; definition.levels.len()],
            criteria: vec![Distribution::default(); criteria],
            overall: Distribution::default(),
            weakest: vec![0; criteria],
            planned: 0,
            first_actions: vec![0; definition.actions.len()],
            alphas: definition.criteria.iter().map(|criterion| Cronbach::new(criterion.questions.len())).collect(),
        }
    }

    /// Adds a row, with its first actions if they were found.
    pub(super) fn add(&mut self, job: &Job<'_>, codes: &[Code], scored: &Scored, actions: Option<&[usize]>) {
        self.rows += 1;
        self.open += u64::from(scored.open > 0);
        self.levels[scored.low.level] += 1;
        self.overall.add(scored.low.overall);
        let mut weakest = (NO_SCORE, 0);
        for (at, ((low, _), distribution)) in scored.criteria.iter().zip(&mut self.criteria).enumerate() {
            distribution.add(*low);
            if *low < weakest.0 {
                weakest = (*low, at);
            }
        }
        self.weakest[weakest.1] += 1;
        if let Some(actions) = actions {
            self.planned += 1;
            actions.first().into_iter().for_each(|action| self.first_actions[*action] += 1);
        }
        for ((alpha, criterion), questions) in
            self.alphas.iter_mut().zip(&job.definition.criteria).zip(job.scorer.criteria())
        {
            alpha.add(&codes[questions], &criterion.questions);
        }
    }

    /// Adds what another summary of the same job has.
    fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.open += other.open;
        self.planned += other.planned;
        let pairs = [
            (&mut self.levels, &other.levels),
            (&mut self.weakest, &other.weakest),
            (&mut self.first_actions, &other.first_actions),
            (&mut self.overall.counts, &other.overall.counts),
        ];
        pairs.into_iter().for_each(|(own, other)| add_all(own, other));
        self.criteria.iter_mut().zip(&other.criteria).for_each(|(own, other)| add_all(&mut own.counts, &other.counts));
        self.alphas.iter_mut().zip(&other.alphas).for_each(|(own, other)| own.merge(other));
    }
}

impl Segments {
    /// Of no rows.
    pub(super) fn new(job: &Job<'_>) -> Self {
        Self { all: Summary::new(job), by: BTreeMap::new() }
    }

    /// The segment of this name.
    pub(super) fn segment(&mut self, job: &Job<'_>, name: &[u8]) -> Result<&mut Summary, TooManySegments> {
        if !self.by.contains_key(name) {
            if self.by.len() == MAX_SEGMENTS {
                return Err(TooManySegments);
            }
            self.by.insert(name.to_vec(), Summary::new(job));
        }
        self.by.get_mut(name).ok_or(TooManySegments)
    }

    /// Both together.
    pub(super) fn merge(mut self, other: Self) -> Result<Self, TooManySegments> {
        self.all.merge(&other.all);
        for (name, summary) in other.by {
            match self.by.get_mut(&name) {
                Some(own) => own.merge(&summary),
                None => drop(self.by.insert(name, summary)),
            }
        }
        if self.by.len() > MAX_SEGMENTS { Err(TooManySegments) } else { Ok(self) }
    }
}

fn add_all(own: &mut [u64], other: &[u64]) {
    own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
}

impl Default for Distribution {
    fn default() -> Self {
        Self { counts: vec![0; 1_001] }
    }
}

impl Distribution {
    /// Counts a score in tenths; none is not counted.
    pub fn add(&mut self, tenths: u16) {
        if let Some(count) = self.counts.get_mut(usize::from(tenths)) {
            *count += 1;
        }
    }

    /// How many scores there are.
    pub fn count(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The mean in tenths, cut; none of none.
    pub fn mean(&self) -> Option<u16> {
        let sum: u128 = self.scores().map(|(tenths, count)| u128::from(tenths) * u128::from(count)).sum();
        u16::try_from(sum.checked_div(self.count().into())?).ok()
    }

    /// The quartile with this number (2 is the median) in tenths, cut: interpolated between neighbours, as
    /// spreadsheets do.
    pub fn quartile(&self, number: u64) -> Option<u16> {
        let quarters = self.count().checked_sub(1)? * number;
        let (at, part) = (quarters / 4, quarters % 4);
        let (low, high) = (self.nth(at)?, if part == 0 { self.nth(at)? } else { self.nth(at + 1)? });
        let sum = u64::from(low) * (4 - part) + u64::from(high) * part;
        u16::try_from(sum / 4).ok()
    }

    /// For each score in tenths, the share of scores below it and half of those equal to it: in tenths of a per cent.
    pub fn percentiles(&self) -> Vec<u16> {
        let all = u128::from(self.count()).max(1);
        let mut below = 0u128;
        let percentile = |count: &u64| {
            let twice = 2 * below + u128::from(*count);
            below += u128::from(*count);
            u16::try_from(twice * 500 / all).unwrap_or(1_000)
        };
        self.counts.iter().map(percentile).collect()
    }

    fn nth(&self, at: u64) -> Option<u16> {
        let mut before = 0;
        let reaches = |(_, count): &(u16, u64)| {
            before += count;
            before > at
        };
        self.scores().find(reaches).map(|(tenths, _)| tenths)
    }

    fn scores(&self) -> impl Iterator<Item = (u16, u64)> {
        (0u16..).zip(self.counts.iter().copied()).filter(|(_, count)| *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distribution(scores: &[u16]) -> Distribution {
        let mut distribution = Distribution::default();
        scores.iter().for_each(|score| distribution.add(*score));
        distribution
    }

    #[test]
    fn quartiles_are_those_of_spreadsheets() {
        let of = |scores: &[u16]| [1, 2, 3].map(|number| distribution(scores).quartile(number));
        // QUARTILE.INC(10, 20, 40, 70) is 17.5, 30 and 47.5.
        assert_eq!(of(&[400, 100, 700, 200]), [Some(175), Some(300), Some(475)]);
        assert_eq!(of(&[5]), [Some(5); 3]);
        assert_eq!(of(&[]), [None; 3]);
        assert_eq!(distribution(&[0, 1, 1_000]).mean(), Some(333));
        assert_eq!(distribution(&[NO_SCORE]).mean(), None);
    }

    #[test]
    fn a_percentile_counts_half_of_the_equals() {
        let percentiles = distribution(&[100, 200, 200, 300]).percentiles();
        assert_eq!([0, 100, 150, 200, 300, 1_000].map(|at| percentiles[at]), [0, 125, 250, 500, 875, 1_000]);
    }
}
