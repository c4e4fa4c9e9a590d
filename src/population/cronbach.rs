//! Cronbach's alpha: whether the questions of a criterion measure one thing.
//!
//! The standard formula on the points of complete rows: k/(k-1) * (1 - sum of item variances / variance of totals).
//! Sums are exact; only the final quotient is a float.

use super::Coefficient;
use crate::answers::{Code, UNKNOWN};
use crate::definition::Question;

/// The sums that alpha needs, of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cronbach {
    /// How many rows have points for every question.
    pub rows: u64,
    /// For each question, the sum of its points and of their squares.
    items: Vec<(u64, u64)>,
    total: u128,
    total_squares: u128,
}

impl Cronbach {
    /// The fewest rows on which alpha is to rest: below, chance moves it by more than the differences that are looked for.
    pub const ENOUGH: u64 = 30;

    /// Of so many questions and no rows.
    pub fn new(questions: usize) -> Self {
        Self { rows: 0, items: vec![(0, 0); questions], total: 0, total_squares: 0 }
    }

    /// Adds the answers of a row to these questions, if all have points.
    pub(crate) fn add(&mut self, codes: &[Code], questions: &[Question]) {
        if codes.iter().any(|code| *code >= UNKNOWN) {
            return;
        }
        let points = codes.iter().zip(questions).map(|(code, question)| question.options[usize::from(*code)].points);
        self.add_points(points);
    }

    /// So many rows, of each item the sum of its points and of their squares, and the sum of the squares of the rows' totals.
    pub(crate) fn of_sums(rows: u64, items: Vec<(u64, u64)>, total_squares: u128) -> Self {
        let total = items.iter().map(|(sum, _)| u128::from(*sum)).sum();
        Self { rows, items, total, total_squares }
    }

    fn add_points(&mut self, points: impl Iterator<Item = u32>) {
        let mut total = 0;
        for (points, (sum, squares)) in points.zip(&mut self.items) {
            let points = u64::from(points);
            *sum += points;
            *squares += points * points;
            total += points;
        }
        self.rows += 1;
        self.total += u128::from(total);
        self.total_squares += u128::from(total * total);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.total += other.total;
        self.total_squares += other.total_squares;
        for ((sum, squares), (other_sum, other_squares)) in self.items.iter_mut().zip(&other.items) {
            *sum += other_sum;
            *squares += other_squares;
        }
    }

    /// Alpha, if it rests on enough rows and says something.
    pub fn reliability(&self) -> Coefficient {
        Coefficient::new(self.alpha(), self.rows >= Self::ENOUGH)
    }

    /// Alpha; none where it is undefined: fewer than two questions or rows, or all totals equal.
    pub fn alpha(&self) -> Option<f64> {
        let rows = u128::from(self.rows);
        // n^2 times the variance, and never negative.
        let spread = |sum: u128, squares: u128| rows * squares - sum * sum;
        let totals = spread(self.total, self.total_squares);
        let items: u128 = self.items.iter().map(|(sum, squares)| spread((*sum).into(), (*squares).into())).sum();
        if self.items.len() < 2 || totals == 0 {
            return None;
        }
        Some(of_variances(self.items.len(), float(items), float(totals)))
    }
}

/// Alpha of so many items, from the sum of their variances and the variance of their totals.
fn of_variances(items: usize, sum: f64, total: f64) -> f64 {
    let items = float(u128::try_from(items).unwrap_or(u128::MAX));
    items / (items - 1.0) * (1.0 - sum / total)
}

/// The nearest float. There is no lossless way, and none is needed for a figure of two decimals.
#[allow(clippy::cast_precision_loss)]
fn float(number: u128) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&[u32]]) -> Cronbach {
        let mut cronbach = Cronbach::new(rows[0].len());
        rows.iter().for_each(|row| cronbach.add_points(row.iter().copied()));
        cronbach
    }

    /// Bland and Altman, "Statistics notes: Cronbach's alpha", BMJ 1997;314:572: ten items of the mini-HAQ, whose
    /// variances add up to 11.16 while that of the totals is 77.44; they give 0.95.
    #[test]
    fn the_published_example_comes_out() {
        assert!((of_variances(10, 11.16, 77.44) - 0.95).abs() < 0.005);
    }

    /// Against the formula in floats with the sample variances written out.
    #[test]
    fn sums_give_what_variances_give() {
        let rows: [&[u32]; 5] = [&[3, 4, 3], &[2, 3, 4], &[4, 4, 5], &[3, 2, 3], &[4, 4, 4]];
        let variance = |values: &[f64]| {
            let mean = values.iter().sum::<f64>() / 5.0;
            values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 4.0
        };
        let item = |at: usize| variance(&rows.map(|row| f64::from(row[at])));
        let total = variance(&rows.map(|row| f64::from(row.iter().sum::<u32>())));
        let expected = 1.5 * (1.0 - (item(0) + item(1) + item(2)) / total);
        assert!((of(&rows).alpha().unwrap() - expected).abs() < 1e-12);
        let mut halves = of(&rows[..2]);
        halves.merge(&of(&rows[2..]));
        assert_eq!(halves, of(&rows));
    }

    #[test]
    fn alpha_is_one_where_all_agree_and_undefined_where_nothing_differs() {
        assert_eq!(of(&[&[1, 1], &[2, 2], &[4, 4]]).alpha(), Some(1.0));
        assert_eq!(of(&[&[1, 2], &[1, 2]]).alpha(), None);
        assert_eq!(of(&[&[1], &[2]]).alpha(), None);
        assert_eq!(Cronbach::new(3).alpha(), None);
    }
}
