//! How far a share of those who were asked may be from the share of all: the Wilson score interval.

use super::Score;

/// The 95 % interval of a share of `n` respondents, in whole per cent, each end rounded to the nearest.
///
/// The ends are the shares `x` with `n (share - x)² = z² x (1 - x)`, where `z` is 1.96. How many halves of a per cent lie
/// beyond them decides how they round, so nothing but whole numbers is needed.
pub fn wilson(share: Score, n: u32) -> (u8, u8) {
    let low = |tenths: u16| {
        let share = u128::from(tenths);
        let beyond = |percent: &u8| {
            let x = u128::from(*percent) * 10 + 5;
            x < share && u128::from(n) * (share - x).pow(2) * 100 * 100 >= 196 * 196 * x * (1_000 - x)
        };
        (0..100).take_while(beyond).last().map_or(0, |percent| percent + 1)
    };
    (low(share.tenths()), 100 - low(share.short_of(Score::FULL).tenths()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The textbook's formula.
    #[allow(clippy::float_arithmetic)]
    fn formula(share: Score, n: u32) -> (f64, f64) {
        let (p, n, z) = (f64::from(share.tenths()) / 1_000.0, f64::from(n), 1.96_f64);
        let (centre, half) = (p + z * z / (2.0 * n), z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt());
        let scale = 100.0 / (1.0 + z * z / n);
        ((centre - half) * scale, (centre + half) * scale)
    }

    #[test]
    fn it_is_the_formula_rounded() {
        for n in [1, 2, 3, 10, 208, 1_012, 3_250, u32::MAX] {
            for tenths in 0..=1_000 {
                let share = Score::from_tenths(tenths).unwrap();
                let ((low, high), (least, most)) = (wilson(share, n), formula(share, n));
                for (end, exact) in [(low, least), (high, most)] {
                    assert!((f64::from(end) - exact).abs() < 0.500_001, "{share} of {n}: {end} for {exact}");
                }
            }
        }
    }

    #[test]
    fn it_is_that_of_the_published_shares() {
        let of = |percent: u16, n| wilson(Score::from_tenths(percent * 10).unwrap(), n);
        assert_eq!([of(73, 208), of(20, 208), of(4, 208), of(2, 208)], [(67, 79), (15, 26), (2, 8), (1, 5)]);
        assert_eq!([of(36, 3_250), of(12, 3_250)], [(34, 38), (11, 13)]);
    }
}
