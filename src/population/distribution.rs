//! How often each score occurs, exactly: means and quartiles of what scores are before they are cut to tenths.
//!
//! A score is a fraction. Those with the usual denominator are counted in a table, all others one by one; a definition
//! with more different scores than are kept, or whose fractions do not fit 64 bits, gets its figures from tenths instead.

use std::collections::BTreeMap;

use crate::exact::{Fraction, Score, gcd};

/// The most numerators of the table, and the most other scores.
const MAX_TABLE: u64 = 1 << 12;
const MAX_OTHERS: usize = 1 << 14;
const FULL: u16 = 1_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// By tenths, cut, of those that are not in the table.
    tenths: Vec<u64>,
    /// The usual denominator, and for each numerator how often it occurs.
    full: u64,
    table: Vec<u64>,
    /// Other fractions in lowest terms. None once there are more than are kept, or one is not known.
    others: Option<BTreeMap<Fraction, u64>>,
}

impl Distribution {
    /// Of no scores, most of which will have the denominator `full`.
    pub(crate) fn new(full: u64) -> Self {
        let table = if full <= MAX_TABLE { usize::try_from(full + 1).expect("the table is small") } else { 0 };
        let tenths = vec![0; usize::from(FULL) + 1];
        Self { tenths, full, table: vec![0; table], others: Some(BTreeMap::new()) }
    }

    /// Counts a score, as it is shown and as it is.
    #[inline]
    pub(crate) fn add(&mut self, score: Score, exact: Option<Fraction>) {
        if let Some(Fraction { value, full }) = exact
            && full == self.full
            && let Some(count) = usize::try_from(value).ok().and_then(|at| self.table.get_mut(at))
        {
            *count += 1;
            return;
        }
        self.add_other(score, exact);
    }

    #[inline(never)]
    fn add_other(&mut self, score: Score, exact: Option<Fraction>) {
        self.tenths[usize::from(score.tenths())] += 1;
        match exact {
            Some(fraction) => self.other(fraction.reduced(), 1),
            None => self.others = None,
        }
    }

    /// Adds what another distribution with the same denominator has.
    pub(crate) fn merge(&mut self, other: &Self) {
        let add = |own: &mut [u64], other: &[u64]| own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        add(&mut self.tenths, &other.tenths);
        add(&mut self.table, &other.table);
        match &other.others {
            Some(others) => others.iter().for_each(|(fraction, count)| self.other(*fraction, *count)),
            None => self.others = None,
        }
    }

    fn other(&mut self, fraction: Fraction, count: u64) {
        let Some(others) = &mut self.others else { return };
        *others.entry(fraction).or_default() += count;
        if others.len() > MAX_OTHERS {
            self.others = None;
        }
    }

    pub fn count(&self) -> u64 {
        self.tenths.iter().chain(&self.table).sum()
    }

    /// The mean in tenths, cut; none of none.
    pub fn mean(&self) -> Option<u16> {
        let count = u128::from(self.count());
        // All over the least common denominator.
        let mut sum = Some((0u128, 1u128));
        for (Fraction { value, full }, count) in self.scores() {
            sum = sum.and_then(|sum| add(sum, (u128::from(value) * u128::from(count), full.into())));
        }
        let exact = sum.and_then(|(numerator, denominator)| {
            numerator.checked_mul(FULL.into())?.checked_div(denominator.checked_mul(count)?)
        });
        let rough = || self.by_tenths().map(|(score, count)| u128::from(score.value) * u128::from(count)).sum::<u128>();
        u16::try_from(exact.or_else(|| rough().checked_div(count))?).ok().filter(|_| count > 0)
    }

    /// The quartile with this number (2 is the median) in tenths, cut: interpolated between neighbours, as
    /// spreadsheets do.
    pub fn quartile(&self, number: u64) -> Option<u16> {
        let quarters = self.count().checked_sub(1)? * number;
        let (at, part) = (quarters / 4, u128::from(quarters % 4));
        let scores = self.scores();
        let nth = |at: u64| {
            let mut before = 0;
            let reaches = |(_, count): &&(Fraction, u64)| {
                before += count;
                before > at
            };
            scores.iter().find(reaches).map(|(score, _)| (u128::from(score.value), u128::from(score.full)))
        };
        let (low, high) = (nth(at)?, nth(if part == 0 { at } else { at + 1 })?);
        let (numerator, denominator) = add((low.0 * (4 - part), low.1), (high.0 * part, high.1))?;
        u16::try_from(numerator.checked_mul(FULL.into())? / denominator.checked_mul(4)?).ok()
    }

    /// For each score in tenths, the share of scores below it and half of those equal to it: in tenths of a per cent.
    pub fn percentiles(&self) -> Vec<u16> {
        let all = u128::from(self.count()).max(1);
        let mut below = 0u128;
        let percentile = |count: &u64| {
            let twice = 2 * below + u128::from(*count);
            below += u128::from(*count);
            u16::try_from(twice * 500 / all).unwrap_or(FULL)
        };
        self.all_tenths().iter().map(percentile).collect()
    }

    /// How often each score occurs by tenths, cut.
    fn all_tenths(&self) -> Vec<u64> {
        let mut all = self.tenths.clone();
        for (value, count) in (0..).zip(&self.table).filter(|(_, count)| **count > 0) {
            all[usize::from(Fraction { value, full: self.full }.score().tenths())] += count;
        }
        all
    }

    /// All scores in rising order, and how often each occurs: exact, or in tenths where exact ones are not kept.
    fn scores(&self) -> Vec<(Fraction, u64)> {
        let Some(others) = &self.others else { return self.by_tenths().collect() };
        let table = (0..).map(|value| Fraction { value, full: self.full }).zip(self.table.iter().copied());
        let table = table.filter(|(_, count)| *count > 0);
        let mut scores: Vec<_> = table.chain(others.iter().map(|(score, count)| (*score, *count))).collect();
        scores.sort_unstable_by_key(|(score, _)| *score);
        scores
    }

    fn by_tenths(&self) -> impl Iterator<Item = (Fraction, u64)> {
        let scores = (0..).map(|value| Fraction { value, full: FULL.into() }).zip(self.all_tenths());
        scores.filter(|(_, count)| *count > 0)
    }
}

/// The sum of two fractions over their least common denominator; none where it does not fit.
fn add((a, b): (u128, u128), (c, d): (u128, u128)) -> Option<(u128, u128)> {
    let common = gcd(b, d);
    let (left, right) = (d / common, b / common);
    Some((a.checked_mul(left)?.checked_add(c.checked_mul(right)?)?, b.checked_mul(left)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Of percentages, or of other fractions.
    fn distribution(scores: &[(u64, u64)]) -> Distribution {
        let mut distribution = Distribution::new(100);
        for (sum, full) in scores {
            let exact = Fraction { value: *sum, full: *full };
            distribution.add(exact.score(), Some(exact));
        }
        distribution
    }

    #[test]
    fn quartiles_are_those_of_spreadsheets() {
        let of = |scores: &[(u64, u64)]| [1, 2, 3].map(|number| distribution(scores).quartile(number));
        // QUARTILE.INC(10, 20, 40, 70) is 17.5, 30 and 47.5.
        assert_eq!(of(&[(40, 100), (10, 100), (70, 100), (20, 100)]), [Some(175), Some(300), Some(475)]);
        assert_eq!(of(&[(1, 2)]), [Some(500); 3]);
        assert_eq!(of(&[]), [None; 3]);
        assert_eq!(distribution(&[]).mean(), None);
    }

    #[test]
    fn nothing_is_cut_before_the_end() {
        // 18.75 and 31.25.
        let both = distribution(&[(3, 16), (5, 16)]);
        assert_eq!((both.mean(), both.quartile(2)), (Some(250), Some(250)));
        // Thirds: cut to tenths, the mean would be 33.2.
        assert_eq!(distribution(&[(1, 3), (1, 3), (1, 3)]).mean(), Some(333));
        assert_eq!(distribution(&[(1, 3), (2, 3)]).mean(), Some(500));
        let mut one = distribution(&[(3, 16)]);
        one.merge(&distribution(&[(5, 16)]));
        assert_eq!(one, both);
        // Not known exactly: tenths will have to do.
        one.add(Score::from_tenths(187).unwrap(), None);
        assert_eq!((one.count(), one.mean()), (3, Some(228)));
        assert_eq!(distribution(&[(0, 1)]).mean(), Some(0));
    }

    #[test]
    fn memory_has_an_end() {
        let mut many = Distribution::new(100);
        (1..40_000)
            .for_each(|at| many.add(Score::from_tenths(500).unwrap(), Some(Fraction { value: at, full: 2 * at + 1 })));
        assert_eq!((many.others.is_none(), many.mean(), many.quartile(2)), (true, Some(500), Some(500)));
    }

    #[test]
    fn a_percentile_counts_half_of_the_equals() {
        let percentiles = distribution(&[(10, 100), (20, 100), (20, 100), (30, 100)]).percentiles();
        assert_eq!([0, 100, 150, 200, 300, 1_000].map(|at| percentiles[at]), [0, 125, 250, 500, 875, 1_000]);
    }

    proptest! {
        #[test]
        fn a_mean_is_that_of_the_common_denominator(scores in proptest::collection::vec((0u64..=48, 1u64..=48), 1..30)) {
            let scores: Vec<(u64, u64)> = scores.into_iter().map(|(sum, full)| (sum.min(full), full)).collect();
            let all: u128 = 442_720_643_463_713_815_200;
            let sum: u128 = scores.iter().map(|(sum, full)| u128::from(*sum) * (all / u128::from(*full))).sum();
            let expected = sum * 1_000 / (all * u128::try_from(scores.len()).unwrap());
            prop_assert_eq!(distribution(&scores).mean().map(u128::from), Some(expected));
        }
    }
}
