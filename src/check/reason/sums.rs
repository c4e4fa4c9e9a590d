//! Every score that a criterion can have: all that its answers can be worth together, for each set of questions that
//! apply.
//!
//! The sums are found question by question, each as a bit of a set (subset sums by dynamic programming), so that the
//! work grows with the number of sums and not with that of the answer sets. Nothing is sampled; where the sets would be
//! too large, there is no result.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::query::{Breadth, Interval};
use super::work::Work;
use crate::exact::{Fraction, Score, gcd};
use crate::score::{QuestionScheme, Scheme};

/// The most bits of all sets, of one criterion or of all that are kept together: 16 MiB.
const MAX_BITS: u64 = 1 << 27;

/// A criterion, its questions, and what they can be worth; all worths are divided by what they have in common.
pub(super) struct Criterion {
    /// Its weight in the overall score.
    pub(super) weight: u64,
    /// The score from which it is in place.
    pub(super) in_place: Score,
    pub(super) questions: Vec<Question>,
    pub(super) sums: Sums,
}

pub(super) struct Question {
    /// Its index in the definition.
    pub(super) index: usize,
    /// What each option is worth that it may have, worst first.
    pub(super) worths: Vec<u64>,
    /// What the best option is worth.
    pub(super) full: u64,
    /// Whether it may be answered n/a.
    pub(super) not_applicable: bool,
}

/// How a question is asked of some organisations.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// The option that none of them is below.
    pub(super) lowest: u8,
    /// The option that all of them are below, if any.
    pub(super) below: Option<u8>,
    pub(super) not_applicable: bool,
}

impl Criterion {
    /// Every criterion of `scheme`, with the questions that `asked` gives, each only as it gives them; or the first
    /// criterion that has too many sums.
    pub(super) fn all(
        scheme: &Scheme,
        asked: impl Fn(usize) -> Option<Asked>,
        work: &mut Work,
    ) -> Result<Vec<Self>, usize> {
        let mut bits = 0;
        let one = |at: usize| {
            let one = Self::one(scheme, at, &asked, work).ok_or(at)?;
            bits += one.sums.bits();
            if bits > MAX_BITS { Err(at) } else { Ok(one) }
        };
        (0..scheme.criteria.len()).map(one).collect()
    }

    /// One of them; none where it has too many sums.
    pub(super) fn one(
        scheme: &Scheme,
        at: usize,
        asked: impl Fn(usize) -> Option<Asked>,
        work: &mut Work,
    ) -> Option<Self> {
        let questions = questions(scheme, at, asked);
        let sums = Sums::of(&questions, work)?;
        let criterion = &scheme.criteria[at];
        Some(Self { weight: criterion.weight, in_place: criterion.in_place, questions, sums })
    }
}

fn questions(scheme: &Scheme, criterion: usize, asked: impl Fn(usize) -> Option<Asked>) -> Vec<Question> {
    let own = || scheme.questions.iter().enumerate().filter(|(_, question)| question.criterion == criterion);
    let divisor = own().flat_map(|(_, question)| &question.values).fold(0, |divisor, worth| gcd(divisor, *worth));
    let question = |(index, question): (usize, &QuestionScheme)| {
        let Asked { lowest, below, not_applicable } = asked(index)?;
        let options = question.values.iter().take(below.map_or(usize::MAX, usize::from)).skip(lowest.into());
        let worth = |worth: &u64| worth / divisor.max(1);
        Some(Question { index, worths: options.map(worth).collect(), full: worth(&question.full()), not_applicable })
    };
    own().filter_map(question).collect()
}

/// What the answers to some questions can be worth together, and what they could be worth at best, which depends on
/// which of them apply.
pub(super) struct Sums(BTreeMap<u64, Bits>);

impl Sums {
    /// All sums over `questions`; none where the sets, or the work that is left, do not suffice.
    pub(super) fn of<'a>(questions: impl IntoIterator<Item = &'a Question>, work: &mut Work) -> Option<Self> {
        let mut sums = BTreeMap::from([(0, Bits::zero())]);
        for question in questions {
            let full = question.full;
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

    /// How many bits its sets have.
    fn bits(&self) -> u64 {
        self.0.keys().map(|full| full + 64).sum()
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

    /// Every score in `interval`, some of them more than once.
    pub(super) fn scores(&self, interval: Interval<Score>, breadth: Breadth) -> impl Iterator<Item = Fraction> {
        self.sets(interval, breadth).flat_map(|(full, values)| values.map(move |value| Fraction { value, full }))
    }

    /// The highest score in `interval`.
    pub(super) fn highest(&self, interval: Interval<Score>, breadth: Breadth) -> Option<Fraction> {
        let highest = self.sets(interval, breadth);
        highest.filter_map(|(full, mut values)| Some(Fraction { value: values.next_back()?, full })).max()
    }

    /// The lowest score in `interval`.
    pub(super) fn lowest(&self, interval: Interval<Score>, breadth: Breadth) -> Option<Fraction> {
        let lowest = self.sets(interval, breadth);
        lowest.filter_map(|(full, mut values)| Some(Fraction { value: values.next()?, full })).min()
    }

    /// What could be had at best, the most first, and what of it can be had with a score in `interval`.
    fn sets(
        &self,
        interval: Interval<Score>,
        breadth: Breadth,
    ) -> impl Iterator<Item = (u64, impl DoubleEndedIterator<Item = u64>)> {
        let applicable = self.0.iter().rev().filter(|(full, _)| **full > 0);
        let fulls = if breadth == Breadth::Wide { self.0.len() } else { 1 };
        applicable.take(fulls).map(move |(&full, bits)| {
            let end = interval.below.map_or(full + 1, |below| below.least(full));
            (full, bits.within(interval.from.least(full), end))
        })
    }
}
