//! How often each digit stands in the cells of each question, over the rows that nearly all rows are like. See [`Shape`].
//!
//! A row is counted while it is read, and taken back in the rare case that it is none of these after all.

use std::cell::Cell;

use super::shape::{DIGITS, PAIRS, Plain, Shape};
use crate::mapping::passed_over::Place;
use crate::mapping::{Columns, NOTHING, Tally};

#[derive(Debug)]
pub(super) struct Counts {
    shape: Shape,
    /// For each pair of questions, how often each pair of digits is there, and where first.
    counts: Vec<[Cell<u64>; PAIRS]>,
    firsts: Vec<[Cell<Option<Place>>; PAIRS]>,
}

impl Counts {
    /// For these columns; none where no row can look so.
    pub(super) fn new(columns: &Columns, delimiter: u8) -> Option<Self> {
        let shape = Shape::new(columns, delimiter)?;
        let counts = shape.pairs.iter().map(|_| [const { Cell::new(0) }; PAIRS]).collect();
        let firsts = shape.pairs.iter().map(|_| [const { Cell::new(None) }; PAIRS]).collect();
        Some(Self { shape, counts, firsts })
    }

    /// Counts the row at `at`, which is in this place, if it looks so and `wanted` says so of its metadata, which is put into
    /// `plain`; gives the place of the next.
    #[inline(always)]
    pub(super) fn row(
        &self,
        (bytes, at): (&[u8], usize),
        place: Place,
        plain: &mut Vec<Plain>,
        wanted: impl FnOnce(&[Plain]) -> bool,
    ) -> Option<usize> {
        plain.clear();
        let mut is_new = false;
        let next = self.shape.walk(bytes, at, plain, &self.counts, |pair, counts| {
            is_new |= counts[pair].get() == 0;
            counts[pair].set(counts[pair].get() + 1);
        });
        if next.is_none() || (is_new && !self.has_digits(bytes, at)) {
            self.take_back(bytes, at, plain);
            return None;
        }
        if !wanted(plain) {
            self.take_back(bytes, at, plain);
        } else if is_new {
            self.meet(bytes, at, place);
        }
        next
    }

    /// Whether all that looks like a digit is one.
    #[cold]
    fn has_digits(&self, bytes: &[u8], at: usize) -> bool {
        let (mut digits, is_digit) = (true, |digit: usize| digit < usize::from(NOTHING));
        let look = |pair: usize, _: &[Cell<u64>; PAIRS]| digits &= is_digit(pair % DIGITS) && is_digit(pair / DIGITS);
        self.shape.walk(bytes, at, &mut Vec::new(), &self.counts, look);
        digits
    }

    /// Takes back what was counted of the row at `at`: as far as it was read, it is read again.
    #[cold]
    fn take_back(&self, bytes: &[u8], at: usize, plain: &mut Vec<Plain>) {
        plain.clear();
        let less = |pair: usize, counts: &[Cell<u64>; PAIRS]| counts[pair].set(counts[pair].get() - 1);
        self.shape.walk(bytes, at, plain, &self.counts, less);
    }

    /// Remembers where pairs of digits are that were not seen before.
    #[cold]
    fn meet(&self, bytes: &[u8], at: usize, place: Place) {
        let meet =
            |pair: usize, firsts: &[Cell<Option<Place>>; PAIRS]| firsts[pair].set(firsts[pair].get().or(Some(place)));
        self.shape.walk(bytes, at, &mut Vec::new(), &self.firsts, meet);
    }

    /// Adds all to what was counted otherwise, by question.
    pub(super) fn add_to(&self, tallies: &mut [Tally<Place>]) {
        for ((questions, counts), firsts) in self.shape.pairs.iter().zip(&self.counts).zip(&self.firsts) {
            let digits = (0..NOTHING).flat_map(|second| (0..NOTHING).map(move |first| (first, second)));
            for (one, other) in digits {
                let pair = usize::from(one) + DIGITS * usize::from(other);
                let Some(first) = firsts[pair].get() else { continue };
                tallies[questions.0].add(one, counts[pair].get(), first);
                if let Some(question) = questions.1 {
                    tallies[question].add(other, counts[pair].get(), first);
                }
            }
        }
    }
}
