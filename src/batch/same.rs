//! Rows that are the same in every cell, among the first ones: whoever sends a form twice, or lays two copies of a table
//! together, is in it twice. Which are the first is the table's own, whoever reads them: what is said is the same each time.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

/// Rows are compared in so many blocks from the start.
pub(super) const BLOCKS: u64 = 8;

/// How often each row was seen, by a hash of its bytes, and where first.
#[derive(Debug, Default)]
pub(super) struct Same<Place> {
    rows: HashMap<u64, (u64, Place)>,
}

impl<Place: Copy + Ord> Same<Place> {
    #[inline]
    pub(super) fn add(&mut self, place: Place, row: &[u8]) {
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(row.trim_ascii_end());
        self.put(hash, 1, place);
    }

    fn put(&mut self, hash: u64, count: u64, place: Place) {
        let (seen, first) = self.rows.entry(hash).or_insert((0, place));
        (*seen, *first) = (*seen + count, place.min(*first));
    }

    pub(super) fn merge(&mut self, other: Self) {
        other.rows.into_iter().for_each(|(hash, (count, place))| self.put(hash, count, place));
    }

    /// How many rows are the same as another one above, and the first that has such. Where most are, nothing in them is one
    /// respondent's own, and it says nothing.
    pub(super) fn found(&self) -> Option<(u64, Place)> {
        let again = || self.rows.values().filter(|(count, _)| *count > 1);
        let (rows, first) = (again().map(|(count, _)| count - 1).sum(), again().map(|(_, first)| *first).min()?);
        usize::try_from(rows).is_ok_and(|rows| rows <= self.rows.len()).then_some((rows, first))
    }
}
