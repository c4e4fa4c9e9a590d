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

impl Ord for Fraction<u128> {
    /// By value, as [`Fraction`] of 64 bits: part by part of their continued fractions, as products might not fit.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        loop {
            let (rest_a, rest_b) = (a.value % a.full, b.value % b.full);
            match (a.value / a.full).cmp(&(b.value / b.full)) {
                Ordering::Equal if rest_a == 0 || rest_b == 0 => return rest_a.cmp(&rest_b),
                Ordering::Equal => {}
                unequal => return unequal,
            }
            // Of what is left, the greater is the one whose reciprocal is less.
            let reciprocal = |full, rest| Self { value: full, full: rest };
            (a, b) = (reciprocal(b.full, rest_b), reciprocal(a.full, rest_a));
        }
    }
}

impl PartialOrd for Fraction<u128> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn wide_fractions_compare_as_narrow_ones(a in 0u64.., b in 1u64.., c in 0u64.., d in 1u64..) {
            let (left, right) = (Fraction { value: a, full: b }, Fraction { value: c, full: d });
            prop_assert_eq!(Fraction::<u128>::from(left).cmp(&right.into()), left.cmp(&right));
            let twice = Fraction { value: u128::from(a) * 2, full: u128::from(b) * 2 };
            prop_assert_eq!(Fraction::<u128>::from(left).cmp(&twice), Ordering::Equal);
        }
    }
}
