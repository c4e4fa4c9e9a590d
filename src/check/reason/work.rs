//! The work that may still be done, so that no definition makes the program hang. What happens when it is used up is for
//! those who ask.

/// The work that is left, in steps of about a nanosecond each.
pub(super) struct Work(u64);

impl Work {
    /// The most that is done for one definition.
    pub(super) const MOST: Self = Self(1 << 31);

    /// Takes so many steps, if there are so many left.
    pub(super) fn take(&mut self, steps: u64) -> bool {
        let left = self.0.checked_sub(steps);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}
