//! Rows that cannot be turned into CSV, on their way beside it: an empty line holds their place in the text.
//!
//! Nothing in the text itself tells them, so that no row of a user's file can pass for one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A row that cannot be turned into CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RefusedRow {
    /// Its number in the input, from 1; the header that an input gets on its way does not count.
    pub(crate) row: u64,
    /// Why.
    pub(crate) reason: String,
    /// What stands in the input, or the name of the file.
    pub(crate) original: String,
}

/// How many bytes of refused rows may be added before a block is given as it is: they take memory beside the blocks.
pub(super) const HEAVY: usize = 1 << 20;

/// The refused rows of an input: its reader adds them before it gives their empty lines, and who reads those takes them.
#[derive(Clone, Debug, Default)]
pub struct Refused(Arc<Mutex<Rows>>);

#[derive(Debug, Default)]
struct Rows {
    by_number: BTreeMap<u64, RefusedRow>,
    /// How many bytes were ever added.
    weight: usize,
}

impl Refused {
    pub(crate) fn add(&self, row: u64, reason: String, original: &[u8]) {
        let original = String::from_utf8_lossy(original).trim_end().to_owned();
        self.with(|rows| {
            rows.weight = rows.weight.wrapping_add(original.len());
            rows.by_number.insert(row, RefusedRow { row, reason, original })
        });
    }

    /// Those before the row with this number, which are then here no more.
    pub(crate) fn take_before(&self, row: u64) -> impl Iterator<Item = RefusedRow> {
        let taken = self.with(|rows| {
            let later = rows.by_number.split_off(&row);
            std::mem::replace(&mut rows.by_number, later)
        });
        taken.into_values()
    }

    /// The number of the first one, and why it is refused.
    pub fn first(&self) -> Option<(u64, String)> {
        self.with(|rows| rows.by_number.values().next().map(|row| (row.row, row.reason.clone())))
    }

    /// How many bytes were ever added.
    pub(super) fn weight(&self) -> usize {
        self.with(|rows| rows.weight)
    }

    fn with<T>(&self, use_rows: impl FnOnce(&mut Rows) -> T) -> T {
        use_rows(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
