//! The scale of numbers: what is scored is right, or nothing is.

use crate::codings::{is_right, table};

pub fn law(bytes: &[u8]) {
    super::hold(bytes, &(table(), 1usize..400), |(table, size)| is_right(&table, size));
}
