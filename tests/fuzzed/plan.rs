//! Routes: the best there is, by trying every set of actions.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::route::{challenged, equals_brute_force};

pub fn law(bytes: &[u8]) {
    super::hold(bytes, &(challenged(), 0u32..200, any::<Index>()), |(challenged, budget, criterion)| {
        equals_brute_force(&challenged, budget, criterion)
    });
}
