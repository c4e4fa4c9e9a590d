//! The arithmetic that everything stands on: scores, fractions, divisors and multiples.
//!
//! - Takes: whole numbers.
//! - Gives: scores cut to tenths, and what is exact: fractions, divisors, multiples.
//! - Never: rounds, knows an assessment, or holds a floating-point number but the one that a serialiser is given.

mod effort;
mod fraction;
mod integers;
mod score;

pub use effort::Effort;
pub use fraction::Fraction;
pub use integers::{gcd, lcm};
pub use score::Score;
