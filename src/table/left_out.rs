//! Which keys of objects became no column.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The most keys that are remembered as left out.
const MAX_LEFT_OUT: usize = 20;

/// The keys of metadata that were left out, known when all is read.
#[derive(Clone, Debug, Default)]
pub struct LeftOut(Arc<Mutex<BTreeSet<String>>>);

impl LeftOut {
    pub fn keys(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    pub(super) fn add(&self, key: &str) {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        keys.insert(crate::text::clean(key).into_owned());
        // Whichever worker comes first, the same are kept.
        if keys.len() > MAX_LEFT_OUT {
            keys.pop_last();
        }
    }
}
