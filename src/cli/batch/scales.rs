//! How a scale is called, and the option that names it.

use crate::mapping::{Cells, Scale};
use crate::words::batch_scale as say;

/// What numbers are on this scale.
pub(super) fn described(cells: &Cells, scale: Scale) -> String {
    match (scale, cells.ends(scale)) {
        (Scale::Points, Some((first, last))) => say::points_of_options(first, last),
        (Scale::From(first), _) => say::counted_from(first),
        _ => say::beginnings().to_owned(),
    }
}

/// The option that settles it.
pub(super) fn option(cells: &Cells, scale: Scale) -> String {
    match (scale, cells.ends(scale)) {
        (Scale::From(_), Some((first, last))) => format!("--scale {first}..{last}"),
        (Scale::Texts, _) => "--scale texts".to_owned(),
        _ => "--scale points".to_owned(),
    }
}
