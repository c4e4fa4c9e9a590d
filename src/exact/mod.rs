//! The arithmetic that everything stands on: scores, fractions, divisors and multiples, and the interval of a share.
//!
//! - Takes: whole numbers.
//! - Gives: scores cut to tenths, and what is exact: fractions, divisors, multiples.
//! - Never: rounds a score, knows an assessment, or holds a floating-point number but the one that a serialiser is given.

mod effort;
mod fraction;
mod integers;
mod score;
mod shares;
mod wilson;

pub use effort::Effort;
pub use fraction::Fraction;
pub use integers::{gcd, lcm};
pub use score::Score;
pub use shares::shares;
pub use wilson::wilson;
