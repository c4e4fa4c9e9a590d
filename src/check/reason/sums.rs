//! Every score that a criterion can have: all that its answers can be worth together, for each set of questions that
//! apply.
//!
//! The sums are found question by question, each as a bit of a set (subset sums by dynamic programming), so that the
//! work grows with the number of sums and not with that of the answer sets. Nothing is sampled; where the sets would be
//! too large, there is no result.

use super::bits::Bits;
use super::query::{Breadth, Interval};
use super::work::Work;
use crate::exact::{Fraction, Score, gcd};
use crate::score::{QuestionScheme, Scheme};

/// The most bits of all sets, of one criterion or of all that are kept together: 16 MiB.
pub(super) const MAX_BITS: u64 = 1 << 27;

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
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    /// The option that none of them is below.
    pub(super) lowest: u8,
    /// The option that all of them are below, if any.
    pub(super) below: Option<u8>,
    pub(super) not_applicable: bool,
}

impl Criterion {
    /// One of `scheme`, with these of its questions; none where it has too many sums.
    pub(super) fn new(scheme: &Scheme, at: usize, questions: Vec<Question>, work: &mut Work) -> Option<Self> {
        let sums = Sums::of(&questions, work)?;
        let criterion = &scheme.criteria[at];
        Some(Self { weight: criterion.weight, in_place: criterion.in_place, questions, sums })
    }
}

/// The questions of a criterion that `asked` gives, each only as it gives them.
pub(super) fn questions(scheme: &Scheme, criterion: usize, asked: impl Fn(usize) -> Option<Asked>) -> Vec<Question> {
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

/// How many bits the sets of [`Sums::of`] these questions have; none where they are too many.
pub(super) fn bits(questions: &[Question]) -> Option<u64> {
    let size = |fulls: &[u64]| fulls.iter().map(|full| full + 64).sum::<u64>();
    let mut fulls = vec![0];
    for question in questions {
        let raised: Vec<u64> = fulls.iter().map(|full| full + question.full).collect();
        match question.not_applicable {
            true => fulls.extend(raised),
            false => fulls = raised,
        }
        fulls.sort();
        fulls.dedup();
        if size(&fulls) > MAX_BITS {
            return None;
        }
    }
    Some(size(&fulls))
}

/// What the answers to some questions can be worth together, and what they could be worth at best, which depends on
/// which of them apply: for each such best, the least first, the sums that there are.
pub(super) struct Sums(Vec<(u64, Bits)>);

impl Sums {
    /// All sums over `questions`; none where the sets, or the work that is left, do not suffice.
    pub(super) fn of<'a>(questions: impl IntoIterator<Item = &'a Question>, work: &mut Work) -> Option<Self> {
        let mut sums = Self(vec![(0, Bits::zero())]);
        for question in questions {
            let size = |more: u64| sums.0.iter().map(|(full, _)| full + more + 64).sum::<u64>();
            let bits = size(question.full) + if question.not_applicable { size(0) } else { 0 };
            if bits > MAX_BITS || !work.take(bits / 64 * (question.worths.len() as u64 + 1)) {
                return None;
            }
            sums.add(question);
        }
        Some(sums)
    }

    fn add(&mut self, question: &Question) {
        let add = |to: &mut Bits, bits: &Bits| question.worths.iter().for_each(|worth| to.add(bits, *worth));
        let empty = |full: u64| (full, Bits::new(full));
        if !question.not_applicable {
            for (full, bits) in &mut self.0 {
                let (raised, mut to) = empty(*full + question.full);
                add(&mut to, bits);
                (*full, *bits) = (raised, to);
            }
            return;
        }
        let place = |sums: &[(u64, Bits)], full: u64| sums.binary_search_by_key(&full, |(of, _)| *of);
        let before: Vec<u64> = self.0.iter().map(|(full, _)| *full).collect();
        let raised = before.iter().map(|full| full + question.full);
        let new: Vec<_> = raised.filter(|full| place(&self.0, *full).is_err()).map(empty).collect();
        self.0.extend(new);
        self.0.sort_unstable_by_key(|(full, _)| *full);
        // From the most down, so that each is taken as it was before.
        for full in before.into_iter().rev() {
            let [from, to] =
                [full, full + question.full].map(|full| place(&self.0, full).expect("it is there, or was added"));
            let (below, above) = self.0.split_at_mut(to);
            add(&mut above[0].1, &below[from].1);
        }
    }

    /// How many bits its sets have.
    pub(super) fn bits(&self) -> u64 {
        self.0.iter().map(|(full, _)| full + 64).sum()
    }

    /// Whether none of the questions need apply.
    pub(super) fn may_be_not_applicable(&self) -> bool {
        self.0.first().is_some_and(|(full, _)| *full == 0)
    }

    /// Every sum and what it could be at best, 0 of 0 among them where no question need apply.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u64, u64)> {
        self.0.iter().flat_map(|(full, bits)| bits.within(0, full + 1).map(|value| (value, *full)))
    }

    /// Whether some of the questions need not apply while others do.
    pub(super) fn may_apply_in_part(&self) -> bool {
        self.0.iter().filter(|(full, _)| *full > 0).count() > 1
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
        let applicable = self.0.iter().rev().filter(|(full, _)| *full > 0);
        let fulls = if breadth == Breadth::Wide { self.0.len() } else { 1 };
        applicable.take(fulls).map(move |&(full, ref bits)| {
            let end = interval.below.map_or(full + 1, |below| below.least(full));
            (full, bits.within(interval.from.least(full), end))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_of_sets_are_known_before_they_are_made() {
        let question = |(index, (full, not_applicable)): (usize, (u64, bool))| Question {
            index,
            worths: vec![0, full / 2, full],
            full,
            not_applicable,
        };
        let some = |questions: &[(u64, bool)]| -> Vec<Question> {
            questions.iter().copied().enumerate().map(question).collect()
        };
        for questions in [
            some(&[]),
            some(&[(4, true)]),
            some(&[(4, true), (4, true), (6, false), (10, true), (4, true)]),
            some(&[(1_000, false), (999, false)]),
        ] {
            let mut work = Work::MOST;
            let sums = Sums::of(&questions, &mut work).unwrap();
            assert_eq!(bits(&questions), Some(sums.bits()));
        }
        assert_eq!(bits(&some(&[(1 << 27, true)])), None);
    }
}
