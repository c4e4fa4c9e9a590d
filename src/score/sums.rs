//! Adding: what answers are worth, criterion by criterion. From answers, from their codes, and from words that hold the
//! sums of all criteria.
//!
//! Nothing is judged here: what sums mean is for `judge` alone.

use std::ops::{AddAssign, Range};

use super::reach::Reach;
use super::scheme::{QuestionScheme, Scheme};
use crate::answers::{Answer, Code, NOT_APPLICABLE, UNANSWERED, code_of};
use crate::exact::{Fraction, gcd};

/// What the answers to some questions are worth together, in units of the scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// With every open question at its worst option.
    pub low: u64,
    /// With every open question at its best option.
    pub high: u64,
    /// What the best options are worth of the questions that apply; 0 where none does.
    pub full: u64,
    /// How many questions are not answered.
    pub open: usize,
}

impl AddAssign for Sum {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        self.low += other.low;
        self.high += other.high;
        self.full += other.full;
        self.open += other.open;
    }
}

impl Sum {
    /// The score at worst.
    #[inline]
    pub fn worst(&self) -> Fraction {
        Fraction { value: self.low, full: self.full }
    }

    /// The score at best.
    #[inline]
    pub fn best(&self) -> Fraction {
        Fraction { value: self.high, full: self.full }
    }
}

impl QuestionScheme {
    /// What one answer adds to the sum of its criterion.
    fn worth(&self, code: Code) -> Sum {
        let full = self.full();
        match code {
            NOT_APPLICABLE => Sum::default(),
            UNANSWERED => Sum { low: 0, high: full, full, open: 1 },
            option => Sum { low: self.value(option), high: self.value(option), full, open: 0 },
        }
    }
}

/// Adds up answers in the order of the scheme's questions, for each criterion.
pub(super) fn add(scheme: &Scheme, answers: &[Answer]) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); scheme.criteria.len()];
    for (question, answer) in scheme.questions.iter().zip(answers) {
        sums[question.criterion] += question.worth(code_of(*answer));
    }
    sums
}

/// For each criterion, what settled answers are worth of what they could be worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The exact score of each criterion; 0 of 0 where it is not applicable.
    pub criteria: Vec<Fraction>,
    /// How the questions that belong to levels stand.
    pub reach: Reach,
}

impl Tally {
    /// Adds up settled answers: an option's index for each question, or none where it does not apply.
    pub fn of(scheme: &Scheme, options: impl IntoIterator<Item = Option<u8>>) -> Self {
        let answers = options.into_iter().map(|option| option.map_or(Answer::NotApplicable, Answer::Option));
        let answers: Vec<Answer> = answers.collect();
        Self::worst(scheme, &answers, &add(scheme, &answers))
    }

    /// Answers that come to these sums, every open question at its worst option.
    pub(super) fn worst(scheme: &Scheme, answers: &[Answer], sums: &[Sum]) -> Self {
        Self::at(scheme, answers, 0, sums.iter().map(Sum::worst))
    }

    /// The same, every open question at its best option.
    pub(super) fn best(scheme: &Scheme, answers: &[Answer], sums: &[Sum]) -> Self {
        Self::at(scheme, answers, Code::MAX, sums.iter().map(Sum::best))
    }

    fn at(scheme: &Scheme, answers: &[Answer], open: Code, criteria: impl Iterator<Item = Fraction>) -> Self {
        let mut reach = Reach::default();
        scheme.reach(|at| option(code_of(answers[at]), open), &mut reach);
        Self { criteria: criteria.collect(), reach }
    }
}

/// The option that a code stands for, an open question at the option `open`; none where it does not apply.
#[inline]
pub(super) fn option(code: Code, open: Code) -> Option<u8> {
    match code {
        NOT_APPLICABLE => None,
        UNANSWERED => Some(open),
        option => Some(option),
    }
}

/// So many entries a question has, so that the last digits of a code are the place of its worth: options are at most 20,
/// and the codes that are no options have the last places.
const CODES: usize = 32;

/// Adds up codes, of which every one that there can be is looked up.
#[derive(Debug)]
pub(super) struct CodeAdder {
    pub(super) criteria: Vec<Range<usize>>,
    worth: Vec<[Sum; CODES]>,
}

impl CodeAdder {
    pub(super) fn new(scheme: &Scheme) -> Self {
        let mut worth = Vec::with_capacity(scheme.questions.len());
        let mut criteria = vec![0..0; scheme.criteria.len()];
        for (at, question) in scheme.questions.iter().enumerate() {
            let range = &mut criteria[question.criterion];
            *range = if range.end == 0 { at..at + 1 } else { range.start..at + 1 };
            let mut entries = [Sum::default(); CODES];
            let options = 0..question.values.len().try_into().expect("a question has at most 20 options");
            for code in options.chain([UNANSWERED, NOT_APPLICABLE]) {
                entries[usize::from(code) % CODES] = question.worth(code);
            }
            worth.push(entries);
        }
        Self { criteria, worth }
    }

    /// Puts the sum of each criterion into `sums`, and gives the number of questions that are not answered.
    #[inline]
    pub(super) fn add(&self, codes: &[Code], sums: &mut [Sum]) -> usize {
        let mut open = 0;
        for (questions, sum) in self.criteria.iter().zip(sums) {
            *sum = Sum::default();
            for (code, worth) in codes[questions.clone()].iter().zip(&self.worth[questions.clone()]) {
                *sum += worth[usize::from(*code) % CODES];
            }
            open += sum.open;
        }
        open
    }
}

/// What a row adds up to, the sums of all criteria in one word each; see [`Packing`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// With every open question at its worst option, and what the best ones add.
    pub(crate) low: u64,
    pub(crate) more: u64,
    /// What the best options are worth of the questions that do not apply.
    pub(crate) without: u64,
    /// How many questions are not answered.
    pub(crate) open: usize,
}

/// How the sums of all criteria share one word.
#[derive(Debug)]
pub(crate) struct Packing(Vec<Part>);

/// The part of a word that one criterion has.
#[derive(Debug)]
pub(super) struct Part {
    /// What the worth of every option is a multiple of: sums are kept in units of it.
    factor: u64,
    /// Where the sum begins, and the bits it may have.
    shift: u32,
    mask: u64,
}

impl Packing {
    /// None where the sums do not fit 63 bits: the highest is for who packs; and where they do not say all, as questions
    /// belong to levels.
    pub(super) fn new(scheme: &Scheme) -> Option<Self> {
        if !scheme.ladder.is_empty() {
            return None;
        }
        let mut shift = 0;
        let parts = (0..scheme.criteria.len()).map(|at| {
            let questions = || scheme.questions.iter().filter(|question| question.criterion == at);
            let full: u64 = questions().map(QuestionScheme::full).sum();
            let factor = questions().flat_map(|question| &question.values).fold(0, |factor, value| gcd(factor, *value));
            let factor = factor.max(1);
            let bits = u64::BITS - (full / factor).leading_zeros();
            shift += bits;
            let mask = 1u64.checked_shl(bits)?.wrapping_sub(1);
            (shift < u64::BITS).then_some(Part { factor, shift: shift - bits, mask })
        });
        Some(Self(parts.collect::<Option<_>>()?))
    }

    /// What an option adds to a word.
    pub(crate) fn worth(&self, question: &QuestionScheme, option: u8) -> u64 {
        let part = &self.0[question.criterion];
        (question.value(option) / part.factor) << part.shift
    }

    /// What the best option adds to a word.
    pub(crate) fn best(&self, question: &QuestionScheme) -> u64 {
        let part = &self.0[question.criterion];
        (question.full() / part.factor) << part.shift
    }

    /// The part that each criterion has.
    pub(super) fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The sum of one criterion that a word says.
    #[inline]
    pub(super) fn sum(&self, word: u64, criterion: usize) -> u64 {
        self.0[criterion].sum(word)
    }
}

impl Part {
    /// The sum that a word says of it.
    #[inline]
    pub(super) fn sum(&self, word: u64) -> u64 {
        (word >> self.shift & self.mask) * self.factor
    }
}
