//! How often each digit stands in the cells of each question, over the rows that nearly all rows are like. See [`Shape`].
//!
//! A row is counted while it is read, and taken back in the rare case that it is none of these after all.

use std::cell::Cell;

use super::shape::{DIGITS, OTHER, PAIRS, Plain, Shape, Trying};
use crate::answers::Code;
use crate::mapping::passed_over::Place;
use crate::mapping::{Columns, Quick, Tally};

#[derive(Debug)]
pub(super) struct Counts {
    shape: Shape,
    trying: Trying,
    /// For each pair of questions, how often each pair of digits is there, and where first.
    counts: Vec<[[Cell<u64>; PAIRS]; 2]>,
    firsts: Vec<[[Cell<Option<Place>>; PAIRS]; 2]>,
    /// What cells of the row say that are no digits, and of which question.
    pub(super) others: Vec<(usize, Code)>,
}

/// Set in the count of a pair of digits of which it is not known where it is first.
const NEW: u64 = 1 << 63;

impl Counts {
    /// For these columns; none where no row can look so.
    pub(super) fn new(columns: &Columns, delimiter: u8) -> Option<Self> {
        let shape = Shape::new(columns, delimiter)?;
        let counts = shape.pairs.iter().map(|_| [const { [const { Cell::new(NEW) }; PAIRS] }; 2]).collect();
        let firsts = shape.pairs.iter().map(|_| [const { [const { Cell::new(None) }; PAIRS] }; 2]).collect();
        Some(Self { shape, trying: Trying::default(), counts, firsts, others: Vec::new() })
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
        let mut seen = 0;
        let more = |pair: usize, counts: &[Cell<u64>; PAIRS]| {
            let count = counts[pair].get();
            seen |= count;
            counts[pair].set(count + 1);
        };
        let other = |question: usize, cell: &[u8]| {
            let (code, length) = self.shape.known(&quick[question], cell)?;
            self.others.push((question, code));
            Some(length)
        };
        let next = self.shape.walk(bytes, at, &self.counts, plain, more, other);
        self.trying.found(next.is_some());
        if next.is_none() || !wanted(plain) {
            self.take_back(bytes, at, quick);
        } else if seen & NEW != 0 {
            self.meet(bytes, at, place, quick);
        }
        next
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
        let less = |pair: usize, counts: &[Cell<u64>; PAIRS]| counts[pair].set(counts[pair].get() - 1);
        self.walk(bytes, at, quick, &self.counts, less);
    }

    /// Remembers where pairs of digits are that were not seen before.
    #[cold]
    fn meet(&self, bytes: &[u8], at: usize, place: Place, quick: &[Quick]) {
        let meet = |pair: usize, firsts: &[Cell<Option<Place>>; PAIRS]| {
            firsts[pair].set(firsts[pair].get().or(Some(place)));
        };
        self.walk(bytes, at, quick, &self.firsts, meet);
        let known = |pair: usize, counts: &[Cell<u64>; PAIRS]| counts[pair].set(counts[pair].get() & !NEW);
        self.walk(bytes, at, quick, &self.counts, known);
    }

    /// Goes through a row once more.
    fn walk<T>(&self, bytes: &[u8], at: usize, quick: &[Quick], items: &[[T; 2]], take: impl FnMut(usize, &T)) {
        let other = |question: usize, cell: &[u8]| self.shape.known(&quick[question], cell).map(|(_, length)| length);
        self.shape.walk(bytes, at, items, &mut [], take, other);
    }

    /// Adds all to what was counted otherwise, by question.
    pub(super) fn add_to(&self, tallies: &mut [Tally<Place>]) {
        let (counts, firsts) = (self.counts.as_flattened(), self.firsts.as_flattened());
        for ((questions, counts), firsts) in self.shape.pairs.as_flattened().iter().zip(counts).zip(firsts) {
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
