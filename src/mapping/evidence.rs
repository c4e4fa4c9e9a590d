//! What stands in the columns of questions over all rows of a table: which numbers, how often, and where first.
//!
//! It is gathered before any row is scored, and [`decide`](super::decide) makes a scale of it. Texts say nothing here,
//! save for the numbers in front of them.

use super::number::Number;
use crate::answers::{Code, UNKNOWN};

/// What a cell says of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It is empty, a text, or what the user's map says.
    Nothing,
    Number(Number),
    /// This word for not applicable, which programs also write for missing answers.
    Na(&'static str),
    /// The text of the option with this index, and a number in front of it.
    Numbered(i64, u8),
}

/// A sight, and how often and where it was first seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen<Place> {
    pub sight: Sight,
    pub count: u64,
    pub first: Place,
}

/// What was seen in the column of one question. Its sights are told by their places, of which there are no more than codes.
#[derive(Clone, Debug)]
pub(crate) struct Tally<Place> {
    seen: Vec<Seen<Place>>,
}

/// The code of what says nothing, behind those of the ten digits.
pub(crate) const NOTHING: Code = 10;
/// That of all numbers beyond those which have a code of their own.
const MORE: Code = 11;

impl<Place: Copy + Default + PartialOrd> Tally<Place> {
    pub(crate) fn new() -> Self {
        let digits = (0..i64::from(NOTHING)).map(|digit| Sight::Number(Number::Whole(digit)));
        let others = [Sight::Nothing, Sight::Number(Number::Fraction)];
        let seen = |sight| Seen { sight, count: 0, first: Place::default() };
        Self { seen: digits.chain(others).map(seen).collect() }
    }

    /// The code of `sight`, which is never [`UNKNOWN`].
    pub(crate) fn code(&mut self, sight: Sight) -> Code {
        let known = self.seen.iter().position(|seen| seen.sight == sight);
        let at = known.unwrap_or(self.seen.len());
        let Some(code) = Code::try_from(at).ok().filter(|code| *code < UNKNOWN) else { return MORE };
        if known.is_none() {
            self.seen.push(Seen { sight, count: 0, first: Place::default() });
        }
        code
    }

    /// The whole numbers that workers saw, and how often.
    pub(crate) fn numbers<'t>(tallies: impl Iterator<Item = &'t Self>) -> Vec<(i64, u64)>
    where
        Place: 't,
    {
        let mut numbers = std::collections::BTreeMap::new();
        for seen in tallies.flat_map(|tally| &tally.seen).filter(|seen| seen.count > 0) {
            if let Sight::Number(Number::Whole(number)) = seen.sight {
                *numbers.entry(number).or_default() += seen.count;
            }
        }
        numbers.into_iter().collect()
    }

    /// Adds what was seen so often, and first in this place.
    #[inline]
    pub(crate) fn add(&mut self, code: Code, count: u64, first: Place) {
        let seen = &mut self.seen[usize::from(code)];
        if seen.count == 0 || first < seen.first {
            seen.first = first;
        }
        seen.count += count;
    }
}

/// What was seen, question by question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub(super) questions: Vec<Vec<Seen<u64>>>,
}

impl Evidence {
    /// What workers saw, whose places are those of `row`.
    pub(crate) fn merged<Place: Copy>(tallies: Vec<Vec<Tally<Place>>>, row: impl Fn(Place) -> u64) -> Self {
        let mut evidence = Self::default();
        for worker in tallies {
            evidence.questions.resize(worker.len(), Vec::new());
            for (all, tally) in evidence.questions.iter_mut().zip(worker) {
                for seen in tally.seen.into_iter().filter(|seen| seen.count > 0 && seen.sight != Sight::Nothing) {
                    let (sight, count, first) = (seen.sight, seen.count, row(seen.first));
                    match all.iter_mut().find(|known| known.sight == sight) {
                        None => all.push(Seen { sight, count, first }),
                        Some(known) => (known.count, known.first) = (known.count + count, known.first.min(first)),
                    }
                }
            }
        }
        // Whichever worker saw them: digits, and the others as they come.
        let order = |seen: &Seen<u64>| match seen.sight {
            Sight::Number(Number::Whole(digit @ 0..10)) => (digit, 0),
            _ => (10, seen.first),
        };
        evidence.questions.iter_mut().for_each(|seen| seen.sort_by_key(order));
        evidence
    }

    /// The words for not applicable that programs also write for missing answers, with the question and in how many cells.
    pub fn not_applicable(&self) -> impl Iterator<Item = (&'static str, usize, u64)> {
        self.questions.iter().enumerate().flat_map(|(at, seen)| {
            seen.iter().filter_map(move |seen| match seen.sight {
                Sight::Na(word) => Some((word, at, seen.count)),
                _ => None,
            })
        })
    }

    /// The whole numbers in all columns, in their order, and in how many cells each stands.
    pub fn numbers(&self) -> Vec<(i64, u64)> {
        let mut numbers = std::collections::BTreeMap::new();
        for seen in self.questions.iter().flatten() {
            if let Sight::Number(Number::Whole(number)) | Sight::Numbered(number, _) = seen.sight {
                *numbers.entry(number).or_default() += seen.count;
            }
        }
        numbers.into_iter().collect()
    }
}
