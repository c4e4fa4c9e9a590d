//! Points, as options, challenges, actions and answers write them.

use crate::diagnostic::Findings;
use crate::document::rules::OUT_OF_RANGE;
use crate::document::{Expected, Node, Value, whole, wrong_type};
use crate::words::definition::points_range;

/// The most points that an option may have.
pub(crate) const MAX_POINTS: u32 = 1_000;

/// Points: a whole number from 0 to 1000, which may be written `3.0`.
pub(crate) fn read_points(node: &Node, findings: &mut Findings) -> Option<u32> {
    let points = match &node.value {
        Value::Integer(integer) => u32::try_from(*integer).ok(),
        Value::Decimal(text) => whole(text),
        _ => {
            wrong_type(node, Expected::Points, findings);
            return None;
        }
    };
    let points = points.filter(|points| *points <= MAX_POINTS);
    if points.is_none() {
        findings.add(&OUT_OF_RANGE, node.span.clone(), points_range(MAX_POINTS));
    }
    points
}
