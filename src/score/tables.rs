//! What criteria are judged by, worked out once: weights and thresholds, common denominators, and scores to look up.
//!
//! Nothing is decided here: that is for `judge`, whose results do not depend on how much of this there is.

use crate::exact::{Fraction, Score, lcm};

/// Scores are looked up rather than divided where there are at most so many sums.
const TABLE: u64 = 1 << 12;

/// What is worked out once for all that are judged: for a scheme what costs little, and the rest where many are judged.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    pub(super) criteria: Vec<Table>,
    /// The weights of all criteria together.
    pub(super) weights: u64,
    /// A multiple of what each criterion can be worth where all of its questions apply; none where it is too large for
    /// overall scores of 64 bits.
    pub(super) whole: Option<u64>,
    /// A multiple of what any criterion can be worth, whichever of its questions apply; none where it is too large, or
    /// is not worked out.
    pub(super) part: Option<u64>,
    /// The overall score of each sum where everything applies; empty where there are too many, or few are judged.
    pub(super) overall: Vec<Score>,
}

/// What a criterion is judged by.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// What its best options are worth together, all applicable.
    pub(super) full: u64,
    /// The score of each sum out of that; empty where there are too many, or few are judged.
    pub(super) scores: Vec<Score>,
    /// What one unit of worth adds to the overall sum where all of its questions apply.
    pub(super) per_unit: u64,
    pub(super) weight: u64,
    pub(super) in_place: Score,
}

impl Tables {
    /// What costs little, of criteria in their order: what the best options are worth together, the weight, and the score
    /// from which one is in place.
    pub(super) fn new(criteria: &[(u64, u64, Score)]) -> Self {
        let weights = criteria.iter().map(|(_, weight, _)| weight).sum();
        let whole = multiple(criteria.iter().map(|(full, ..)| *full), weights);
        let table = |&(full, weight, in_place): &(u64, u64, Score)| {
            let per_unit = whole.and_then(|whole| whole.checked_div(full)).map_or(0, |unit| unit * weight);
            Table { full, scores: Vec::new(), per_unit, weight, in_place }
        };
        Self { criteria: criteria.iter().map(table).collect(), weights, whole, part: None, overall: Vec::new() }
    }

    /// With all that pays where many are judged; `sums` are what any criterion can be worth, if they are not too many.
    pub(super) fn filled(mut self, sums: Option<Vec<u64>>) -> Self {
        self.criteria.iter_mut().for_each(|table| table.scores = scores(table.full));
        self.overall = self.whole.map_or(Vec::new(), |whole| scores(whole * self.weights));
        self.part = sums.and_then(|sums| multiple(sums.into_iter(), self.weights));
        self
    }

    /// The denominators of most scores, those of criteria and the overall one: everything applies. 0 where it is too large.
    pub(super) fn usual_denominators(&self) -> (Vec<u64>, u64) {
        (self.criteria.iter().map(|table| table.full).collect(), self.whole.map_or(0, |whole| whole * self.weights))
    }
}

/// A multiple of all numbers, of which sums stay within 64 bits even a thousand times over, as a score needs them.
fn multiple(numbers: impl Iterator<Item = u64>, weights: u64) -> Option<u64> {
    let multiple = numbers.filter(|number| *number > 0).try_fold(1, |multiple, number| lcm(multiple, number.into()))?;
    let most = multiple.checked_mul(weights.into())?.checked_mul(Score::FULL.tenths().into())?;
    u64::try_from(most).is_ok().then_some(multiple)?.try_into().ok()
}

/// The score of each sum out of `full`, if they are few.
fn scores(full: u64) -> Vec<Score> {
    if full > TABLE { Vec::new() } else { (0..=full).map(|value| Fraction { value, full }.score()).collect() }
}

#[inline]
pub(super) fn look_up(scores: &[Score], exact: Fraction) -> Score {
    let at = usize::try_from(exact.value).unwrap_or(usize::MAX);
    scores.get(at).copied().unwrap_or_else(|| divide(exact))
}

/// A score that no table has. In the loop that judges rows, the division would take the registers that it needs.
#[cold]
#[inline(never)]
fn divide(exact: Fraction) -> Score {
    exact.score()
}
