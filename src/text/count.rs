//! Numbers of things, in English.

use std::fmt::Display;

/// So many of what `noun` names, in English: "1 row", "2 rows".
pub fn count<N: Copy + Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let end = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{end}")
}
