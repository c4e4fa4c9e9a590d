//! The arithmetic that everything stands on: scores, exact ratios, divisors and multiples.
//!
//! Takes integers and gives integers. It knows nothing of assessments, and no floating-point number is in it but the one
//! that a serialiser is given.

mod integers;
mod score;

pub use integers::{gcd, gcd128, lcm};
pub use score::Score;
