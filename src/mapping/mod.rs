//! Which column is which question, which cell is which answer, and by which scale.

mod cells;
mod columns;
mod likeness;
pub mod map;
mod quick;
mod scale;
mod sets;

pub use cells::Cells;
pub use columns::{Column, Columns, Matcher, Meaning, Refusal, Why};
pub(crate) use likeness::plain;
pub(crate) use quick::Quick;
pub use scale::shifted;
pub use sets::Sets;
