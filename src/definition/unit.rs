//! Whether a definition's numbers are small enough to score in 128-bit integers without ever rounding.
//!
//! A question is worth (points - lowest) / (highest - lowest). All questions share one denominator, the *unit*: the
//! least common multiple of those ranges. A criterion divides by the weights of its applicable questions, and the
//! overall score by the least common multiple of those sums, which depends on the answers; here it is bounded.

use super::model::Parts;
use crate::exact::{gcd, lcm};

const MAX_UNIT: u64 = 1 << 20;
/// The binary digits that the common denominator of the criteria may need.
const MAX_DENOMINATOR_BITS: u32 = 76;

/// The unit of `definition`, or none where its weights or points are too finely divided.
///
/// With a unit, an overall score is a fraction of less than 2^20 * 2^76 * 2^14 (the sum of 100 weights up to 100), so
/// that a thousand times it still fits 128 bits.
pub(crate) fn unit(definition: &Parts) -> Option<u64> {
    let mut unit = 1u64;
    for (_, question) in definition.questions() {
        let (Some(lowest), Some(highest)) = (question.options.first(), question.options.last()) else { continue };
        let range = u64::from(highest.points.saturating_sub(lowest.points)).max(1);
        unit = lcm(unit.into(), range.into())
            .and_then(|unit| u64::try_from(unit).ok())
            .filter(|unit| *unit <= MAX_UNIT)?;
    }
    let sums = definition.criteria.iter().map(|criterion| {
        let weights = criterion.questions.iter().map(|question| u64::from(question.weight));
        let divisor = weights.clone().fold(0, gcd).max(1);
        weights.sum::<u64>() / divisor
    });
    let product: u32 = sums.clone().map(|sum| bits(sum.into())).sum();
    let multiple = (1..=sums.max().unwrap_or(1)).try_fold(1, |multiple, number| lcm(multiple, number.into()));
    let bits = product.min(multiple.map_or(u32::MAX, bits));
    (bits <= MAX_DENOMINATOR_BITS).then_some(unit)
}

/// The binary digits of a number that is a factor: 1 needs none.
fn bits(number: u128) -> u32 {
    if number <= 1 { 0 } else { 128 - (number - 1).leading_zeros() }
}
