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
        for (at, word) in other.0.iter().enumerate() {
            if let Some(low) = self.0.get_mut(at + words) {
                *low |= word << bits;
            }
            if bits > 0
                && let Some(high) = self.0.get_mut(at + words + 1)
            {
                *high |= word >> (64 - bits);
            }
        }
    }

    /// The numbers from `start` to below `end`, in order.
    pub(super) fn within(&self, start: u64, end: u64) -> impl DoubleEndedIterator<Item = u64> {
        (start..end).filter(|number| {
            let (word, bit) = place(*number);
            self.0.get(word).is_some_and(|word| word >> bit & 1 == 1)
        })
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
        }
    }
}
