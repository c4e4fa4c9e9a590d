//! Rows that are the same in every cell, among the first ones: whoever sends a form twice, or lays two copies of a table
//! together, is in it twice. Which are the first is the table's own, whoever reads them: what is said is the same each time.

use std::hash::BuildHasher as _;

use foldhash::quality::FixedState;

/// Rows are compared in so many blocks from the start.
pub(super) const BLOCKS: u64 = 16;

/// Each row, by a hash of its bytes, and where it is.
#[derive(Debug, Default)]
pub(super) struct Same<Place> {
    rows: Vec<(u64, Place)>,
}

impl<Place: Copy + Ord> Same<Place> {
    #[inline]
    pub(super) fn add(&mut self, place: Place, row: &[u8]) {
        self.rows.push((FixedState::default().hash_one(row.trim_ascii_end()), place));
    }

    pub(super) fn merge(&mut self, mut other: Self) {
        if self.rows.is_empty() {
            std::mem::swap(&mut self.rows, &mut other.rows);
        }
        self.rows.append(&mut other.rows);
    }

    /// How many rows are the same as another one above, and the first that has such. Where most are, nothing in them is one
    /// respondent's own, and it says nothing.
    pub(super) fn found(mut self) -> Option<(u64, Place)> {
        self.rows.sort_unstable_by_key(|(hash, _)| *hash);
        let (mut different, mut again, mut first) = (0u64, 0u64, None::<Place>);
        for rows in self.rows.chunk_by(|(one, _), (other, _)| one == other) {
            different += 1;
            if rows.len() > 1 {
                again += u64::try_from(rows.len() - 1).expect("they are counted in 64 bits");
                first = rows.iter().map(|(_, place)| *place).chain(first).min();
            }
        }
        first.filter(|_| again <= different).map(|first| (again, first))
    }
}
