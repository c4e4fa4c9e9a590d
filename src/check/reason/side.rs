//! What one criterion can be, as the search looks at it: the scores that are worth looking at.

use super::search::Bounds;
use super::sums::{Criterion, Range, Sums};
use crate::exact::Score;
use crate::exact::{Fraction, lcm};

/// The largest common denominator; five million times it fit 127 bits.
const MAX_DENOMINATOR: u128 = 1 << 100;

/// How much is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Of each criterion only the scores of those to whom all of its questions apply, or none; and not too many sums.
    First,
    /// All scores, and many sums.
    Thorough,
}

/// A score that a criterion can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The score that is to be high enough, and counts towards being in place.
    pub(super) high: Fraction,
    /// The score that is to be low enough. Where it is not the same, one question is answered in two ways.
    pub(super) low: Fraction,
}

/// What a criterion can be.
pub(super) struct Side {
    /// Its weight in the overall score.
    pub(super) weight: u64,
    /// Whether it may be n/a.
    pub(super) not_applicable: bool,
    /// The scores with which it is not in place.
    pub(super) out: Vec<Choice>,
    /// The scores with which it is.
    pub(super) in_place: Vec<Choice>,
    /// The score from which it is.
    pub(super) threshold: Score,
    /// Whether all scores are there.
    pub(super) complete: bool,
}

impl Look {
    /// How many sums, times scores of the next criterion, are looked at.
    pub(super) fn most(self) -> usize {
        match self {
            Self::First => 1 << 14,
            Self::Thorough => 1 << 17,
        }
    }
}

impl Side {
    /// What `criterion` can be with a score within `range`, or some of that.
    pub(super) fn new(criterion: &Criterion, sums: &Sums, range: Range, bounds: Bounds, look: Look) -> Self {
        let range = Range { in_part: look == Look::Thorough, ..range };
        let threshold = criterion.in_place;
        let split = range.below.map_or(threshold, |below| below.min(threshold));
        let ranges = [Range { below: Some(split), ..range }, Range { from: range.from.max(threshold), ..range }];
        let mut complete = range.in_part || !sums.may_apply_in_part();
        let [out, in_place] = ranges.map(|range| {
            let one = |score: Fraction| Choice { high: score, low: score };
            if bounds.both() {
                let scores: Vec<Fraction> = sums.scores(range).take(look.most() + 1).collect();
                complete &= scores.len() <= look.most();
                thin(distinct(scores), look.most().isqrt(), &mut complete).into_iter().map(one).collect()
            } else if bounds.overall.1.is_some() {
                sums.lowest(range).map(one).into_iter().collect()
            } else {
                sums.highest(range).map(one).into_iter().collect()
            }
        });
        let not_applicable = sums.may_be_not_applicable();
        Self { weight: criterion.weight, not_applicable, out, in_place, threshold, complete }
    }

    /// What `criterion` can be as `choices` say.
    pub(super) fn of(criterion: &Criterion, choices: Vec<Choice>, complete: bool) -> Self {
        let mut side = Self {
            weight: criterion.weight,
            not_applicable: false,
            out: Vec::new(),
            in_place: Vec::new(),
            threshold: criterion.in_place,
            complete,
        };
        choices.into_iter().for_each(|choice| side.add(Some(choice)));
        side
    }

    /// Adds one more score.
    pub(super) fn add(&mut self, choice: Option<Choice>) {
        let Some(choice) = choice else { return };
        let score = choice.high.score();
        if score >= self.threshold { self.in_place.push(choice) } else { self.out.push(choice) }
    }

    /// All of its scores.
    pub(super) fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.out.iter().chain(&self.in_place)
    }
}

/// In order, each once.
fn distinct(mut scores: Vec<Fraction>) -> Vec<Fraction> {
    scores.sort_unstable();
    scores.dedup_by(|a, b| (*a).cmp(b).is_eq());
    scores
}

/// At most about `most` of `items`, evenly spread, the first and the last among them.
pub(super) fn thin<T>(items: Vec<T>, most: usize, complete: &mut bool) -> Vec<T> {
    let step = items.len().div_ceil(most.max(1));
    if step <= 1 {
        return items;
    }
    *complete = false;
    let last = items.len() - 1;
    let kept = items.into_iter().enumerate().filter(|(at, _)| at % step == 0 || *at == last);
    kept.map(|(_, item)| item).collect()
}

/// A common denominator of all scores; none where it is too large.
pub(super) fn denominator(sides: &[Side]) -> Option<u128> {
    let scores = sides.iter().flat_map(Side::choices).flat_map(|choice| [choice.high, choice.low]);
    scores.into_iter().try_fold(1u128, |denominator, score| {
        let multiple = lcm(denominator, score.full.into())?;
        (multiple <= MAX_DENOMINATOR).then_some(multiple)
    })
}
