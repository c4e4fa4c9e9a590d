//! The law: exact scores, intervals, levels, and what explains them.
//!
//! - Takes: a [`Scheme`], compiled from a definition, with dense indices and no text; and answers, or their codes.
//! - Gives: how an organisation stands at worst and at best, what it lacks, and how firm that is.
//! - Never: rounds, holds a floating-point number, or judges anywhere but in `judge`.
//!
//! Adding is not judging: `sums` makes of answers three numbers for each criterion, in the way that suits where they come
//! from, and `judge` makes of those all the rest, in one.
#![deny(clippy::float_arithmetic)]

mod challenge;
mod explain;
mod judge;
mod outcome;
mod reach;
mod scheme;
mod scorer;
mod standing;
mod sums;
mod tables;

pub use challenge::{Found, challenges};
pub use explain::{Explanation, explain};
pub use outcome::{CriterionOutcome, InPlace, Outcome, score};
pub use reach::{Reach, Reached};
pub use scheme::{ActionScheme, ChallengeScheme, CriterionScheme, QuestionScheme, Scheme};
pub use scorer::{Scored, Scorer};
pub use standing::{Amount, Standing, Unmet};
pub(crate) use sums::Words;
pub use sums::{Sum, Tally};
