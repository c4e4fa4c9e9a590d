//! Where the last rows of a block begin, and whether they are of respondents.

use crate::mapping::passed_over::BESIDE;

/// The last rows of a block.
#[derive(Default)]
pub(super) struct LastRows {
    /// Where each begins, by its number.
    begins: [usize; 2 * BESIDE],
    rows: usize,
    /// How many one after another are sure to be of respondents.
    respondents: usize,
}

impl LastRows {
    #[inline]
    pub(super) fn add(&mut self, at: usize, respondent: bool) {
        self.begins[self.rows % self.begins.len()] = at;
        self.rows += 1;
        self.respondents = if respondent { self.respondents + 1 } else { 0 };
    }

    /// Where the respondents begin who may stand beside a foot, if the last rows are theirs.
    pub(super) fn respondents(&self) -> Option<usize> {
        (self.respondents >= BESIDE).then(|| self.begins[(self.rows - BESIDE) % self.begins.len()])
    }

    /// Where the first begins of all that are known.
    pub(super) fn begin(&self) -> usize {
        if self.rows < self.begins.len() { 0 } else { self.begins[self.rows % self.begins.len()] }
    }
}
