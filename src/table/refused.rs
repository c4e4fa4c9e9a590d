//! Rows that cannot be turned into CSV, on their way beside it: an empty line holds their place in the text.
//!
//! Nothing in the text itself tells them, so that no row of a user's file can pass for one.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A row that cannot be turned into CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RefusedRow {
    /// Its number in the input, from 1; the header that an input gets on its way does not count.
    pub(crate) row: u64,
    pub(crate) reason: String,
    /// What stands in the input, or the name of the file.
    pub(crate) original: String,
}

/// How many bytes of refused rows may be added before a block is given as it is: they take memory beside the blocks.
const HEAVY: usize = 1 << 20;

/// The refused rows of an input: its reader adds them before it gives their empty lines, and who reads those takes them.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    rows: Arc<Mutex<BTreeMap<u64, RefusedRow>>>,
    /// How many bytes were ever added.
    weight: Arc<AtomicUsize>,
}

impl Refused {
    pub(crate) fn add(&self, row: u64, reason: String, original: &[u8]) {
        self.weight.fetch_add(size_of::<RefusedRow>() + reason.len() + original.len(), Ordering::Relaxed);
        let original = String::from_utf8_lossy(original).trim_end().to_owned();
        self.rows().insert(row, RefusedRow { row, reason, original });
    }

    /// Those before the row with this number, which are then here no more.
    pub(crate) fn take_before(&self, row: u64) -> impl Iterator<Item = RefusedRow> + use<> {
        let mut rows = self.rows();
        let later = rows.split_off(&row);
        std::mem::replace(&mut *rows, later).into_values()
    }

    /// How many bytes were ever added.
    pub(crate) fn weight(&self) -> usize {
        self.weight.load(Ordering::Relaxed)
    }

    /// Whether since it had this weight so many bytes were added that a block has to do as it is.
    pub(crate) fn is_heavy_since(&self, weight: usize) -> bool {
        self.weight().wrapping_sub(weight) >= HEAVY
    }

    fn rows(&self) -> MutexGuard<'_, BTreeMap<u64, RefusedRow>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
