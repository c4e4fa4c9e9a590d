//! The rows of CSV that is in memory, one after the other.

use crate::table::{Record, skip_empty_lines};

/// The rows of CSV that are not empty, one after the other.
pub(super) struct Rows<'c> {
    csv: &'c [u8],
    pub(super) at: usize,
    /// The number of the last one, and what it is.
    pub(super) row: u64,
    record: Record,
}

impl<'c> Rows<'c> {
    pub(super) fn of(csv: &'c [u8]) -> Self {
        Self { csv, at: 0, row: 0, record: Record::default() }
    }

    pub(super) fn next(&mut self) -> Option<(u64, &Record)> {
        let (start, empty) = skip_empty_lines(self.csv, self.at);
        (self.at, self.row) = (start, self.row + empty);
        if start == self.csv.len() {
            return None;
        }
        (self.at, self.row) = (self.record.read(self.csv, start, b','), self.row + 1);
        Some((self.row, &self.record))
    }
}
