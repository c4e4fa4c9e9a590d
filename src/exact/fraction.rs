//! A fraction, exact and as it came about: nothing is reduced unless it is asked for.

use std::cmp::Ordering;

use super::{Score, gcd};

/// A fraction from 0 to 1, of 64 bits or of 128. Two are equal whose parts are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fraction<N = u64> {
    /// The numerator.
    pub value: N,
    /// The denominator.
    pub full: N,
}

impl<N: Into<u128>> Fraction<N> {
    /// It as a score.
    pub fn score(self) -> Score {
        Score::of(self.value.into(), self.full.into())
    }
}

impl Fraction {
    /// It in lowest terms.
    #[must_use]
    pub fn reduced(self) -> Self {
        let divisor = gcd(self.value, self.full).max(1);
        Self { value: self.value / divisor, full: self.full / divisor }
    }
}

impl From<Fraction> for Fraction<u128> {
    fn from(Fraction { value, full }: Fraction) -> Self {
        Self { value: value.into(), full: full.into() }
    }
}

impl Fraction<u128> {
    /// It in 64 bits, as it is or else in lowest terms; none where it does not fit.
    pub fn narrow(self) -> Option<Fraction> {
        let fit = |value, full| Some(Fraction { value: u64::try_from(value).ok()?, full: u64::try_from(full).ok()? });
        let divisor = || gcd(self.value, self.full).max(1);
        fit(self.value, self.full).or_else(|| fit(self.value / divisor(), self.full / divisor()))
    }
}

impl Ord for Fraction {
    /// By value: in lowest terms, equal fractions have equal parts.
    fn cmp(&self, other: &Self) -> Ordering {
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
        product(self.value, other.full).cmp(&product(other.value, self.full))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
