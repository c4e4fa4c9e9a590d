//! Exact scores, levels, and what explains them.
//!
//! Scoring takes a compiled [`Scheme`] with dense indices and no text, and answers. All arithmetic is on integers:
//! no floating-point number decides a level, and none is in this module.
#![deny(clippy::float_arithmetic)]

mod explain;
mod judge;
mod outcome;
mod scheme;
mod scorer;
mod standing;
mod sums;

pub use explain::{Explanation, explain};
pub use outcome::{CriterionOutcome, InPlace, Outcome, score};
pub use scheme::{ActionScheme, CriterionScheme, QuestionScheme, Scheme};
pub use scorer::{Scored, Scorer};
pub use standing::{Amount, Standing, Unmet};
pub(crate) use sums::Packing;
pub use sums::{Sum, Tally};
