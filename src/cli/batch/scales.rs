//! How a scale is called, and the option that names it.

use crate::mapping::{Cells, Scale};

/// What numbers are on this scale.
pub(super) fn described(cells: &Cells, scale: Scale) -> String {
    match (scale, cells.ends(scale)) {
        (Scale::Points, Some((first, last))) => format!("the points of options, {first} to {last}"),
        (Scale::From(first), _) => format!("options counted from {first}"),
        _ => "the numbers that options begin with".to_owned(),
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
