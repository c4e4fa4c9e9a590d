//! Divisors and multiples of whole numbers.

use std::ops::Rem;

/// The greatest common divisor; that of 0 and a number is the number.
pub fn gcd<N: Copy + Default + PartialEq + Rem<Output = N>>(a: N, b: N) -> N {
    if b == N::default() { a } else { gcd(b, a % b) }
}

/// The least common multiple of two numbers above 0; none where it does not fit.
pub fn lcm(a: u128, b: u128) -> Option<u128> {
    (a / gcd(a, b)).checked_mul(b)
}
