//! Krippendorff's alpha for ordinal data: how far those who were asked the same agree.
//!
//! After Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): any number of observers, values may be
//! missing. A float: it decides nothing.

use super::Coefficient;

/// The fewest questions with two answers or more on which alpha is to rest: our own choice.
const ENOUGH: usize = 10;

/// How far those agree who chose the values of these units, if that rests on enough of them.
pub fn agreement(units: &[Vec<u64>]) -> Coefficient {
    let paired = units.iter().filter(|unit| unit.iter().sum::<u64>() >= 2).count();
    Coefficient::new(krippendorff(units), paired >= ENOUGH)
}

/// Alpha over units (questions), each with how many observers chose each value, values in rising order. None where it is
/// undefined: no unit has two values, or no two values differ.
#[allow(clippy::cast_precision_loss)]
pub fn krippendorff(units: &[Vec<u64>]) -> Option<f64> {
    let values = units.iter().map(Vec::len).max()?;
    let paired = || units.iter().filter(|unit| unit.iter().sum::<u64>() >= 2);
    let mut totals = vec![0u64; values];
    for unit in paired() {
        unit.iter().zip(&mut totals).for_each(|(count, total)| *total += count);
    }
    let all: u64 = totals.iter().sum();
    // The squared ordinal difference: all values from one to the other, of the two themselves half.
    let difference = |low: usize, high: usize| {
        let between: u64 = totals[low..=high].iter().sum();
        let difference = between as f64 - (totals[low] + totals[high]) as f64 / 2.0;
        difference * difference
    };
    let pairs = || (0..values).flat_map(|low| (low + 1..values).map(move |high| (low, high)));
    let observed: f64 = paired()
        .map(|unit| {
            let others = (unit.iter().sum::<u64>() - 1) as f64;
            let of = |at: usize| unit.get(at).copied().unwrap_or_default() as f64;
            pairs().map(|(low, high)| of(low) * of(high) * difference(low, high)).sum::<f64>() / others
        })
        .sum();
    let expected: f64 =
        pairs().map(|(low, high)| totals[low] as f64 * totals[high] as f64 * difference(low, high)).sum();
    (expected > 0.0).then(|| 1.0 - (all - 1) as f64 * observed / expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Krippendorff (2011), section E: four observers, twelve units, missing values; he gives 0.815 for
    /// ordinal data.
    #[test]
    fn the_published_example_comes_out() {
        let observers = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        let unit = |at: usize| {
            let mut counts = vec![0; 5];
            observers.iter().filter(|row| row[at] > 0).for_each(|row| counts[row[at] - 1] += 1);
            counts
        };
        let units: Vec<Vec<u64>> = (0..12).map(unit).collect();
        let alpha = krippendorff(&units).unwrap();
        assert!((alpha - 0.815).abs() < 0.0005, "{alpha}");
    }

    #[test]
    fn alpha_is_one_where_all_agree_and_undefined_where_nothing_differs() {
        assert_eq!(krippendorff(&[vec![2, 0], vec![0, 3]]), Some(1.0));
        assert_eq!(krippendorff(&[vec![0, 3], vec![0, 2]]), None);
        assert_eq!(krippendorff(&[vec![1, 0], vec![0, 1]]), None);
        assert_eq!(krippendorff(&[]), None);
    }
}
