//! Every score that a criterion can have: all that its answers can be worth together, for each set of questions that
//! apply.
//!
//! The sums are found question by question, each as a bit of a set, so that the work grows with the number of sums and
//! not with that of the answer sets. Nothing is sampled; where the sets would be too large, there is no result.

use std::collections::BTreeMap;

use super::Work;
use super::bits::Bits;
use crate::exact::{Fraction, Score, gcd};
use crate::score::{CriterionScheme, QuestionScheme, Scheme};

/// The most bits of all sets of a criterion: 32 MiB.
const MAX_BITS: u64 = 1 << 28;

/// A criterion and its questions, their worths divided by what they have in common.
pub(super) struct Criterion {
    /// Its weight in the overall score.
    pub(super) weight: u64,
    /// The score from which it is in place.
    pub(super) in_place: Score,
    /// Its questions.
    pub(super) questions: Vec<Question>,
}

/// A question of a criterion.
pub(super) struct Question {
    /// Its index in the definition.
    pub(super) index: usize,
    /// What each option is worth, worst first.
    pub(super) worths: Vec<u64>,
    /// Whether it may be answered n/a.
    pub(super) not_applicable: bool,
}

impl Question {
    /// What the best option is worth.
    pub(super) fn full(&self) -> u64 {
        self.worths.last().copied().unwrap_or_default()
    }
}

impl Criterion {
    /// Every criterion of `scheme`; of each question only the options from the one that `lowest` gives.
    pub(super) fn all(scheme: &Scheme, lowest: impl Fn(usize) -> u8) -> Vec<Self> {
        let criteria = scheme.criteria.iter().enumerate();
        criteria.map(|(at, criterion)| Self::new(scheme, at, criterion, &lowest)).collect()
    }

    fn new(scheme: &Scheme, at: usize, criterion: &CriterionScheme, lowest: &impl Fn(usize) -> u8) -> Self {
        let own = || scheme.questions.iter().enumerate().filter(move |(_, question)| question.criterion == at);
        let divisor = own().flat_map(|(_, question)| &question.values).fold(0, |divisor, worth| gcd(divisor, *worth));
        let question = |(index, question): (usize, &QuestionScheme)| Question {
            index,
            worths: question.values.iter().skip(lowest(index).into()).map(|worth| worth / divisor.max(1)).collect(),
            not_applicable: question.not_applicable,
        };
        Self { weight: criterion.weight, in_place: criterion.in_place, questions: own().map(question).collect() }
    }
}

/// What the answers to some questions can be worth together, and what they could be worth at best, which depends on
/// which of them apply.
pub(super) struct Sums(BTreeMap<u64, Bits>);

impl Sums {
    /// All sums over `questions`; none where the sets, or the work that is left, do not suffice.
    pub(super) fn of<'a>(questions: impl Iterator<Item = &'a Question>, work: &mut Work) -> Option<Self> {
        let mut sums = BTreeMap::from([(0, Bits::zero())]);
        for question in questions {
            let full = question.full();
            let mut next: BTreeMap<u64, Bits> = BTreeMap::new();
            let size = |sums: &BTreeMap<u64, Bits>, more: u64| sums.keys().map(|sum| sum + more + 64).sum::<u64>();
            let bits = size(&sums, full) + if question.not_applicable { size(&sums, 0) } else { 0 };
            if bits > MAX_BITS || !work.take(bits / 64 * (question.worths.len() as u64 + 1)) {
                return None;
            }
            for (sum, bits) in &sums {
                let target = next.entry(sum + full).or_insert_with(|| Bits::new(sum + full));
                question.worths.iter().for_each(|worth| target.add(bits, *worth));
                if question.not_applicable {
                    next.entry(*sum).or_insert_with(|| Bits::new(*sum)).add(bits, 0);
                }
            }
            sums = next;
        }
        Some(Self(sums))
    }

    /// Whether none of the questions need apply.
    pub(super) fn may_be_not_applicable(&self) -> bool {
        self.0.contains_key(&0)
    }

    /// Every sum and what it could be at best, 0 of 0 among them where no question need apply.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u64, u64)> {
        self.0.iter().flat_map(|(full, bits)| bits.within(0, full + 1).map(|value| (value, *full)))
    }

    /// Whether some of the questions need not apply while others do.
    pub(super) fn may_apply_in_part(&self) -> bool {
        self.0.keys().filter(|full| **full > 0).count() > 1
    }

    /// Every score within `range`, some of them more than once.
    pub(super) fn scores(&self, range: Range) -> impl Iterator<Item = Fraction> {
        self.sets(range).flat_map(|(full, bits, values)| {
            bits.within(values.start, values.end).map(move |value| Fraction { value, full })
        })
    }

    /// The highest score within `range`.
    pub(super) fn highest(&self, range: Range) -> Option<Fraction> {
        let highest = self.sets(range).filter_map(|(full, bits, values)| {
            bits.within(values.start, values.end).next_back().map(|value| Fraction { value, full })
        });
        highest.max()
    }

    /// The lowest score within `range`.
    pub(super) fn lowest(&self, range: Range) -> Option<Fraction> {
        let lowest = self.sets(range).filter_map(|(full, bits, values)| {
            bits.within(values.start, values.end).next().map(|value| Fraction { value, full })
        });
        lowest.min()
    }

    /// What could be had at best, what is had, and which of that is within `range`.
    fn sets(&self, range: Range) -> impl Iterator<Item = (u64, &Bits, std::ops::Range<u64>)> {
        let applicable = self.0.iter().rev().filter(|(full, _)| **full > 0);
        applicable.take(if range.in_part { usize::MAX } else { 1 }).map(move |(&full, bits)| {
            let end = range.below.map_or(full + 1, |below| least(below, full));
            (full, bits, least(range.from, full)..end)
        })
    }
}

/// Which scores of a criterion are meant.
#[derive(Clone, Copy)]
pub(super) struct Range {
    /// The lowest.
    pub(super) from: Score,
    /// What they are below, if anything.
    pub(super) below: Option<Score>,
    /// Whether those count where only a part of the questions applies.
    pub(super) in_part: bool,
}

impl Range {
    /// All scores from `from` to below `below`.
    pub(super) fn new(from: Score, below: Option<Score>) -> Self {
        Self { from, below, in_part: true }
    }
}

/// The least worth out of `full` that shows as at least `score`.
pub(super) fn least(score: Score, full: u64) -> u64 {
    let worth = (u128::from(full) * u128::from(score.tenths())).div_ceil(u128::from(Score::FULL.tenths()));
    u64::try_from(worth).unwrap_or(u64::MAX)
}
