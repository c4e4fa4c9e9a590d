//! How often each digit stands in the cells of each question, over the rows that nearly all rows are like. See [`Shape`].
//!
//! A row is counted while it is read, and taken back in the rare case that it is none of these after all.

use std::cell::Cell;

use super::shape::{DIGITS, Plain, Shape};
use crate::mapping::{Columns, NOTHING, Tally};

#[derive(Debug)]
pub(super) struct Counts<Place> {
    shape: Shape,
    /// For each question in the order of the columns. What looks like a digit and is none is never left counted.
    counts: Vec<[Cell<u64>; DIGITS]>,
    firsts: Vec<[Option<Place>; DIGITS]>,
}

impl<Place: Copy + Default + PartialOrd> Counts<Place> {
    /// For these columns; none where no row can look so.
    pub(super) fn new(columns: &Columns, delimiter: u8) -> Option<Self> {
        let shape = Shape::new(columns, delimiter)?;
        let questions = shape.questions.len();
        Some(Self { shape, counts: vec![Default::default(); questions], firsts: vec![[None; DIGITS]; questions] })
    }

    /// Counts the row at `at`, which is in this place, if it looks so and `wanted` says so of its metadata, which is put into
    /// `plain`; gives the place of the next.
    #[inline(always)]
    pub(super) fn row(
        &mut self,
        (bytes, at): (&[u8], usize),
        place: Place,
        plain: &mut Vec<Plain>,
        wanted: impl FnOnce(&[Plain]) -> bool,
    ) -> Option<usize> {
        plain.clear();
        let mut is_new = false;
        let next = self.shape.walk(bytes, at, plain, &self.counts, |digit, counts| {
            is_new |= counts[digit].get() == 0;
            counts[digit].set(counts[digit].get() + 1);
        });
        if next.is_none() || (is_new && self.has_other()) {
            self.take_back(bytes, at, plain);
            return None;
        }
        if !wanted(plain) {
            self.take_back(bytes, at, plain);
        } else if is_new {
            self.meet(place);
        }
        next
    }

    /// Whether something was counted that is no digit.
    fn has_other(&self) -> bool {
        self.counts.iter().any(|counts| counts[usize::from(NOTHING)..].iter().any(|count| count.get() > 0))
    }

    /// Takes back what was counted of the row at `at`: as far as it was read, it is read again.
    #[cold]
    #[inline(never)]
    fn take_back(&self, bytes: &[u8], at: usize, plain: &mut Vec<Plain>) {
        plain.clear();
        let less = |digit: usize, counts: &[Cell<u64>; DIGITS]| counts[digit].set(counts[digit].get() - 1);
        self.shape.walk(bytes, at, plain, &self.counts, less);
    }

    /// Remembers where digits are that were not seen before.
    #[cold]
    fn meet(&mut self, place: Place) {
        for (count, first) in self.counts.iter().flatten().zip(self.firsts.iter_mut().flatten()) {
            if count.get() == 1 {
                first.get_or_insert(place);
            }
        }
    }

    /// Adds all to what was counted otherwise, by question.
    pub(super) fn add_to(self, tallies: &mut [Tally<Place>]) {
        for ((question, counts), firsts) in self.shape.questions.into_iter().zip(self.counts).zip(self.firsts) {
            for ((digit, count), first) in (0..NOTHING).zip(counts).zip(firsts) {
                first.into_iter().for_each(|first| tallies[question].add(digit, count.get(), first));
            }
        }
    }
}
