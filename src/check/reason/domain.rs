//! The domain of one criterion in a search: the scores among which it can choose. Which it chooses is for the search.

use std::rc::Rc;

use super::query::{Breadth, Interval, Query};
use super::sums::{Criterion, Sums};
use crate::exact::{Fraction, Score, lcm};

/// The largest common denominator; ten million times it fit 127 bits.
const MAX_DENOMINATOR: u128 = 1 << 100;

/// A score that a criterion can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The score that is to be high enough, and counts towards being in place.
    pub(super) high: Fraction,
    /// The score that is to be low enough. Where it is not the same, one question is answered in two ways.
    pub(super) low: Fraction,
}

/// The choices of one criterion, given instead of all those that its questions allow.
#[derive(Clone, Copy)]
pub(super) struct Restriction<'a> {
    /// The index of the criterion.
    pub(super) criterion: usize,
    pub(super) choices: &'a [Choice],
    /// Whether they are all that are meant.
    pub(super) complete: bool,
}

/// Where a criterion can be: out of place, in place, or neither.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Out,
    In,
    NotApplicable,
}

pub(super) struct Domain {
    /// Its weight in the overall score.
    pub(super) weight: u64,
    /// The score from which it is in place.
    threshold: Score,
    /// Its scores, none where it is n/a.
    pub(super) choices: Vec<(Place, Option<Choice>)>,
    /// Whether no score is left out.
    pub(super) complete: bool,
}

impl Domain {
    /// The domain of every criterion under `query`.
    pub(super) fn all(
        criteria: &[Rc<Criterion>],
        query: &Query,
        restriction: Option<Restriction<'_>>,
        breadth: Breadth,
    ) -> Vec<Self> {
        let domain = |(at, criterion): (usize, &Rc<Criterion>)| {
            let (weight, threshold) = (criterion.weight, criterion.in_place);
            let mut domain = Self { weight, threshold, choices: Vec::new(), complete: true };
            match restriction.filter(|restriction| restriction.criterion == at) {
                Some(restriction) => {
                    restriction.choices.iter().for_each(|choice| domain.add(*choice));
                    domain.complete = restriction.complete;
                }
                None => domain.fill(&criterion.sums, query, query.criteria[at], breadth),
            }
            domain
        };
        criteria.iter().enumerate().map(domain).collect()
    }

    /// Adds all that is worth looking at in `interval`. Where the overall score is bounded on one side only, that is one
    /// extreme of those in place and one of those that are not.
    fn fill(&mut self, sums: &Sums, query: &Query, interval: Interval<Score>, breadth: Breadth) {
        let split = interval.below.map_or(self.threshold, |below| below.min(self.threshold));
        let out = Interval { below: Some(split), ..interval };
        let in_place = Interval { from: interval.from.max(self.threshold), ..interval };
        self.complete = breadth == Breadth::Wide || !sums.may_apply_in_part();
        for (place, interval) in [(Place::Out, out), (Place::In, in_place)] {
            let scores = if query.is_two_sided() {
                let scores: Vec<Fraction> = sums.scores(interval, breadth).take(breadth.most() + 1).collect();
                self.complete &= scores.len() <= breadth.most();
                let mut scores = distinct(scores);
                thin(&mut scores, breadth.most().isqrt(), &mut self.complete);
                scores
            } else if query.overall.below.is_some() {
                sums.lowest(interval, breadth).into_iter().collect()
            } else {
                sums.highest(interval, breadth).into_iter().collect()
            };
            self.choices.extend(scores.into_iter().map(|score| (place, Some(Choice { high: score, low: score }))));
        }
        if sums.may_be_not_applicable() && interval.below.is_none() {
            self.choices.push((Place::NotApplicable, None));
        }
    }

    pub(super) fn add(&mut self, choice: Choice) {
        let place = if choice.high.score() >= self.threshold { Place::In } else { Place::Out };
        self.choices.push((place, Some(choice)));
    }
}

fn distinct(mut scores: Vec<Fraction>) -> Vec<Fraction> {
    scores.sort_unstable();
    scores.dedup_by(|a, b| (*a).cmp(b).is_eq());
    scores
}

/// Leaves at most about `most` of `items`, evenly spread, the first and the last among them.
pub(super) fn thin<T>(items: &mut Vec<T>, most: usize, complete: &mut bool) {
    let step = items.len().div_ceil(most.max(1));
    if step <= 1 {
        return;
    }
    *complete = false;
    let last = items.len() - 1;
    let mut places = 0..;
    items.retain(|_| places.next().is_some_and(|at| at % step == 0 || at == last));
}

/// A common denominator of all scores; none where it is too large.
pub(super) fn denominator(domains: &[Domain]) -> Option<i128> {
    let choices = domains.iter().flat_map(|domain| &domain.choices).filter_map(|(_, choice)| *choice);
    let mut scores = choices.flat_map(|choice| [choice.high, choice.low]);
    let multiple = scores.try_fold(1, |multiple, score| {
        lcm(multiple, score.full.into()).filter(|multiple| *multiple <= MAX_DENOMINATOR)
    });
    multiple.map(|multiple| i128::try_from(multiple).expect("it is at most `MAX_DENOMINATOR`"))
}
