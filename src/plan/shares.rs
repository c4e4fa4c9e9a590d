//! The steps of several searches that are made one after the other.

use super::search::MAX_WORK;

/// The steps that are left for searches, as many as one of them takes at most. Each has its part of what those before it left, so
/// that most are proven where few are hard.
#[derive(Debug)]
pub struct Shares {
    left: u64,
    searches: u64,
}

impl Shares {
    /// Of so many searches.
    pub fn among(searches: usize) -> Self {
        Self { left: MAX_WORK, searches: searches as u64 }
    }

    /// The most steps that the next one may take.
    pub fn next(&self) -> u64 {
        (self.left / self.searches.max(1)).min(MAX_WORK)
    }

    /// Notes what one took.
    pub fn take(&mut self, work: u64) {
        self.left = self.left.saturating_sub(work);
        self.searches = self.searches.saturating_sub(1);
    }
}
