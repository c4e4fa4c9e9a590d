//! How often each digit stands in the cells of each question, over the rows that nearly all rows are like. See [`Shape`].
//!
//! A row is counted while it is read, and taken back in the rare case that it is none of these after all.

use std::cell::Cell;

use super::shape::{DIGITS, OTHER, PAIRS, Pair, Plain, Shape, Trying};
use crate::answers::Code;
use crate::mapping::passed_over::Place;
use crate::mapping::{Columns, Quick, Tally};

#[derive(Debug)]
pub(super) struct Counts {
    shape: Shape<Count>,
    trying: Trying,
    /// What cells of the row say that are no digits, and of which question.
    pub(super) others: Vec<(usize, Code)>,
}

/// How often each pair of digits stands in the cells of two questions, and where first.
#[derive(Debug)]
struct Count {
    counts: [Cell<u64>; PAIRS],
    firsts: [Cell<Option<Place>>; PAIRS],
}

/// Set in the count of a pair of digits of which it is not known where it is first.
const NEW: u64 = 1 << 63;

impl Counts {
    /// For these columns; none where no row can look so.
    pub(super) fn new(columns: &Columns, delimiter: u8) -> Option<Self> {
        let none = |_| Count { counts: [const { Cell::new(NEW) }; PAIRS], firsts: [const { Cell::new(None) }; PAIRS] };
        let shape = Shape::new(columns, delimiter, none)?;
        Some(Self { shape, trying: Trying::default(), others: Vec::new() })
    }

    /// How many cells of metadata a row has.
    pub(super) fn metadata(&self) -> usize {
        self.shape.metadata()
    }

    /// Counts the digits of the row at `at`, which is in this place, if it looks so, `quick` knows the other cells, and `wanted` says so
    /// of its metadata, which is put into `plain`; gives the place of the next. Other cells are left in `others`.
    #[inline(always)]
    pub(super) fn row(
        &mut self,
        (bytes, at): (&[u8], usize),
        place: Place,
        quick: &[Quick],
        plain: &mut [Plain],
        wanted: impl FnOnce(&[Plain]) -> bool,
    ) -> Option<usize> {
        self.others.clear();
        if !self.trying.pays() {
            return None;
        }
        let (next, seen) = self.count(bytes, at, quick, plain);
        self.trying.found(next.is_some());
        if next.is_none() || !wanted(plain) {
            self.take_back(bytes, at, quick);
        } else if seen & NEW != 0 {
            self.meet(bytes, at, place, quick);
        }
        next
    }

    /// Counts the digits of the row at `at`, and gives the place of the next, and all counts as they were. On its own, it is
    /// optimised better.
    #[inline(never)]
    fn count(&mut self, bytes: &[u8], at: usize, quick: &[Quick], plain: &mut [Plain]) -> (Option<usize>, u64) {
        let Self { shape, others, .. } = self;
        let mut seen = 0;
        let more = |digits: usize, pair: &Pair<Count>| {
            let count = &pair.item.counts[digits];
            seen |= count.get();
            count.set(count.get() + 1);
        };
        let other = |question: usize, cell: &[u8]| {
            let (code, length) = shape.known(&quick[question], cell)?;
            others.push((question, code));
            Some(length)
        };
        let next = shape.walk(bytes, at, plain, more, other);
        (next, seen)
    }

    /// Whether any cell of the row is a digit.
    #[inline]
    pub(super) fn answered(&self) -> bool {
        self.others.is_empty() || self.others.len() < self.shape.questions()
    }

    /// Takes back what was counted of the row at `at`: as far as it was read, it is read again.
    #[cold]
    fn take_back(&mut self, bytes: &[u8], at: usize, quick: &[Quick]) {
        self.others.clear();
        self.walk(bytes, at, quick, |digits, pair| {
            let count = &pair.item.counts[digits];
            count.set(count.get() - 1);
        });
    }

    /// Remembers where pairs of digits are that were not seen before.
    #[cold]
    fn meet(&self, bytes: &[u8], at: usize, place: Place, quick: &[Quick]) {
        self.walk(bytes, at, quick, |digits, pair| {
            let (count, first) = (&pair.item.counts[digits], &pair.item.firsts[digits]);
            first.set(first.get().or(Some(place)));
            count.set(count.get() & !NEW);
        });
    }

    /// Goes through a row once more.
    fn walk(&self, bytes: &[u8], at: usize, quick: &[Quick], take: impl FnMut(usize, &Pair<Count>)) {
        let other = |question: usize, cell: &[u8]| self.shape.known(&quick[question], cell).map(|(_, length)| length);
        self.shape.walk(bytes, at, &mut [], take, other);
    }

    /// Adds all to what was counted otherwise, by question.
    pub(super) fn add_to(&self, tallies: &mut [Tally<Place>]) {
        for Pair { questions, item: Count { counts, firsts } } in self.shape.pairs() {
            let digits = (0..=OTHER).flat_map(|second| (0..=OTHER).map(move |first| [first, second]));
            for digits in digits {
                let pair = usize::from(digits[0]) + DIGITS * usize::from(digits[1]);
                let Some(first) = firsts[pair].get() else { continue };
                for (question, digit) in questions.iter().zip(digits) {
                    if let Some(question) = question.filter(|_| digit != OTHER) {
                        tallies[question].add(digit, counts[pair].get(), first);
                    }
                }
            }
        }
    }
}
