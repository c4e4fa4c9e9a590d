//! A set of small numbers, as bits.

/// A set of numbers from 0 to a largest one.
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// An empty set for numbers up to `largest`, which fits the memory.
    pub(super) fn new(largest: u64) -> Self {
        Self(vec![0; place(largest).0 + 1])
    }

    /// The set of 0 alone.
    pub(super) fn zero() -> Self {
        Self(vec![1])
    }

    /// Adds every number of `other`, each raised by `by`. What is beyond the largest is left out.
    pub(super) fn add(&mut self, other: &Self, by: u64) {
        let (words, bits) = place(by);
        let raised = self.0.get_mut(words..).unwrap_or_default();
        if bits == 0 {
            raised.iter_mut().zip(&other.0).for_each(|(to, word)| *to |= word);
            return;
        }
        raised.iter_mut().zip(&other.0).for_each(|(to, word)| *to |= word << bits);
        let above = raised.get_mut(1..).unwrap_or_default();
        above.iter_mut().zip(&other.0).for_each(|(to, word)| *to |= word >> (64 - bits));
    }

    /// The numbers from `start` to below `end`, in order.
    pub(super) fn within(&self, start: u64, end: u64) -> Within<'_> {
        Within { words: &self.0, start, end: end.min(self.0.len() as u64 * 64) }
    }
}

/// The numbers of a set from one to below another.
pub(super) struct Within<'a> {
    words: &'a [u64],
    start: u64,
    end: u64,
}

impl Within<'_> {
    /// The word that a number is in, without the numbers beyond the bounds.
    fn word(&self, number: u64) -> u64 {
        let first = number - number % 64;
        let below = |bound: u64| u64::MAX.checked_shr(u32::try_from((first + 64).saturating_sub(bound)).unwrap_or(64));
        let from = u64::MAX.checked_shl(u32::try_from(self.start.saturating_sub(first)).unwrap_or(64));
        self.words[place(number).0] & from.unwrap_or(0) & below(self.end).unwrap_or(0)
    }
}

impl Iterator for Within<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        while self.start < self.end {
            let (first, word) = (self.start - self.start % 64, self.word(self.start));
            if word != 0 {
                let number = first + u64::from(word.trailing_zeros());
                self.start = number + 1;
                return Some(number);
            }
            self.start = first + 64;
        }
        None
    }
}

impl DoubleEndedIterator for Within<'_> {
    fn next_back(&mut self) -> Option<u64> {
        while self.start < self.end {
            let (last, word) = (self.end - 1, self.word(self.end - 1));
            let first = last - last % 64;
            self.end = match word {
                0 => first,
                word => first + 63 - u64::from(word.leading_zeros()),
            };
            if word != 0 {
                return Some(self.end);
            }
        }
        None
    }
}

fn place(number: u64) -> (usize, u64) {
    (usize::try_from(number / 64).expect("no number is larger than the sets that fit the memory"), number % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_numbers() {
        for by in [0, 1, 63, 64, 65, 200] {
            let mut set = Bits::new(400);
            set.add(&Bits::zero(), 3);
            set.add(&Bits::zero(), 130);
            let mut raised = Bits::new(400);
            raised.add(&set, by);
            assert_eq!(raised.within(0, 401).collect::<Vec<_>>(), [3 + by, 130 + by]);
            assert_eq!(raised.within(4 + by, 131 + by).next_back(), Some(130 + by));
            assert_eq!(raised.within(4 + by, 130 + by).next(), None);
            let from_both_ends = |start, end| {
                let mut within = raised.within(start, end);
                (within.next_back(), within.next_back(), within.next_back(), within.next())
            };
            assert_eq!(from_both_ends(0, 1_000), (Some(130 + by), Some(3 + by), None, None));
            assert_eq!(from_both_ends(3 + by, 130 + by), (Some(3 + by), None, None, None));
            assert_eq!(from_both_ends(131 + by, 64), (None, None, None, None));
        }
    }
}
