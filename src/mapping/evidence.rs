//! What stands in the columns of questions over all rows of a table: which numbers, how often, and where first.
//!
//! It is gathered before any row is scored, and [`decide`](super::decide) makes a scale of it. Texts say nothing here,
//! save for the numbers in front of them.

use std::collections::{BTreeMap, BTreeSet};

use super::number::Number;
use crate::answers::{Code, UNKNOWN};

/// What a cell says of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// It is empty, the text of an option, or what the user's map says.
    Nothing,
    /// A text that is no answer.
    Strange,
    /// This word, which programs write where there is no answer.
    Missing(&'static str),
    /// A letter, by its place, before the text of the option with this index.
    Lettered(u8, u8),
    /// A number with this word around it.
    Worded(&'static str, i64),
    /// This word for not applicable, which programs also write for missing answers.
    Na(&'static str),
    /// The text of the option with this index, and a number in front of it.
    Numbered(i64, u8),
    /// The same with hardly anything between them, and whether the number may count what the text says: `3 often`.
    Bare(i64, u8, bool),
    Number(Number),
}

/// A sight, and how often and where it was first seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen<Place> {
    pub sight: Sight,
    pub count: u64,
    pub first: Place,
}

/// What was seen in the column of one question. Its sights are told by their places, of which there are no more than codes;
/// those beyond are kept beside them.
#[derive(Clone, Debug)]
pub(crate) struct Tally<Place> {
    seen: Vec<Seen<Place>>,
    beyond: BTreeMap<Sight, (u64, Place)>,
}

/// The code of what says nothing, behind those of the ten digits.
pub(crate) const NOTHING: Code = 10;
/// That of numbers that are not whole, and of all that there are too many of.
const MORE: Code = 11;
/// That of texts that are no answers.
pub(crate) const STRANGE: Code = 12;
/// That of cells with nothing in them.
pub(crate) const EMPTY: Code = 13;
/// How many sights are told apart: the least of all, whoever sees them.
const SIGHTS: usize = 1_000;

impl<Place: Copy + Default + PartialOrd> Tally<Place> {
    pub(crate) fn new() -> Self {
        let digits = (0..i64::from(NOTHING)).map(|digit| Sight::Number(Number::Whole(digit)));
        // What is empty says as much as what says nothing.
        let others = [Sight::Nothing, Sight::Number(Number::Fraction), Sight::Strange, Sight::Nothing];
        let seen = |sight| Seen { sight, count: 0, first: Place::default() };
        Self { seen: digits.chain(others).map(seen).collect(), beyond: BTreeMap::new() }
    }

    /// The code of `sight`, which is never [`UNKNOWN`]; none where there are no more.
    pub(crate) fn code(&mut self, sight: Sight) -> Option<Code> {
        let known = self.seen.iter().position(|seen| seen.sight == sight);
        let at = known.unwrap_or(self.seen.len());
        let code = Code::try_from(at).ok().filter(|code| *code < UNKNOWN)?;
        if known.is_none() {
            self.seen.push(Seen { sight, count: 0, first: Place::default() });
        }
        Some(code)
    }

    /// Adds a sight that has no code.
    pub(crate) fn add_beyond(&mut self, sight: Sight, place: Place) {
        let (count, first) = self.beyond.entry(sight).or_insert((0, place));
        *count += 1;
        if place < *first {
            *first = place;
        }
        if self.beyond.len() > SIGHTS
            && let Some((_, (count, first))) = self.beyond.pop_last()
        {
            self.add(MORE, count, first);
        }
    }

    /// All that was seen.
    fn all(self) -> impl Iterator<Item = Seen<Place>> {
        let beyond = self.beyond.into_iter().map(|(sight, (count, first))| Seen { sight, count, first });
        self.seen.into_iter().chain(beyond).filter(|seen| seen.count > 0)
    }

    /// The whole numbers that workers saw, and how often.
    pub(crate) fn numbers<'t>(tallies: impl Iterator<Item = &'t Self>) -> Vec<(i64, u64)>
    where
        Place: 't,
    {
        let mut numbers = BTreeMap::new();
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

/// Whether a sight has a code from the start.
fn has_code(sight: Sight) -> bool {
    matches!(sight, Sight::Nothing | Sight::Strange | Sight::Number(Number::Fraction | Number::Whole(0..10)))
}

/// A number, the text of the option that stands beside it, and where that was first seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    pub question: usize,
    pub number: i64,
    pub option: u8,
    /// The columns of the number and of the text.
    pub columns: (usize, usize),
    pub row: u64,
    pub(super) count: u64,
}

/// What was seen, question by question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub(super) questions: Vec<Vec<Seen<u64>>>,
    /// Whether numbers stand before texts with hardly anything between them.
    pub(super) bare: bool,
}

/// In so many ways a number stands before the text of an option where it is its code.
const BARE: usize = 3;

/// Says of numbers that may count what stands behind them whether they are codes: several before different texts are, and one before a long text.
fn settle_bare(questions: &mut [BTreeMap<Sight, (u64, u64)>]) -> bool {
    let is_bare = |sight: &&Sight| matches!(sight, Sight::Bare(..));
    let bare: BTreeSet<Sight> = questions.iter().flat_map(|all| all.keys().filter(is_bare)).copied().collect();
    let (numbers, options): (BTreeSet<i64>, BTreeSet<u8>) = bare
        .iter()
        .filter_map(|sight| if let Sight::Bare(number, option, _) = sight { Some((*number, *option)) } else { None })
        .unzip();
    let are_codes = numbers.len() >= BARE && options.len() >= BARE;
    for all in questions.iter_mut().filter(|_| !bare.is_empty()) {
        for (sight, (count, first)) in std::mem::take(all) {
            let sight = match sight {
                Sight::Bare(number, option, counts) if are_codes || !counts => Sight::Numbered(number, option),
                Sight::Bare(..) => Sight::Strange,
                sight => sight,
            };
            let (sum, known) = all.entry(sight).or_insert((0, first));
            (*sum, *known) = (*sum + count, first.min(*known));
        }
    }
    are_codes
}

impl Evidence {
    /// What workers saw, whose places are those of `row`.
    pub(crate) fn merged<Place: Copy + Default + PartialOrd>(
        tallies: Vec<Vec<Tally<Place>>>,
        row: impl Fn(Place) -> u64,
    ) -> Self {
        let mut questions: Vec<BTreeMap<Sight, (u64, u64)>> = Vec::new();
        let add = |all: &mut BTreeMap<Sight, (u64, u64)>, sight: Sight, count: u64, row: u64| {
            let (sum, first) = all.entry(sight).or_insert((0, row));
            (*sum, *first) = (*sum + count, row.min(*first));
        };
        for worker in tallies {
            questions.resize(worker.len(), BTreeMap::new());
            for (all, tally) in questions.iter_mut().zip(worker) {
                let says = tally.all().filter(|seen| seen.sight != Sight::Nothing);
                says.for_each(|seen| add(all, seen.sight, seen.count, row(seen.first)));
            }
        }
        let bare = settle_bare(&mut questions);
        for all in &mut questions {
            let beyond: Vec<Sight> = all.keys().filter(|sight| !has_code(**sight)).skip(SIGHTS).copied().collect();
            for (count, first) in beyond.iter().filter_map(|sight| all.remove(sight)).collect::<Vec<_>>() {
                add(all, Sight::Number(Number::Fraction), count, first);
            }
        }
        let seen = |(sight, (count, first))| Seen { sight, count, first };
        let questions = questions.into_iter().map(|all| all.into_iter().map(seen).collect());
        let mut evidence = Self { questions: questions.collect(), bare };
        // Whichever worker saw them: digits, and the others as they come.
        let order = |seen: &Seen<u64>| match seen.sight {
            Sight::Number(Number::Whole(digit @ 0..10)) => (digit, 0),
            _ => (10, seen.first),
        };
        evidence.questions.iter_mut().for_each(|seen| seen.sort_by_key(order));
        evidence
    }

    /// Adds that the text of an option stands beside a number, as if it stood behind it.
    #[cfg(feature = "cli")]
    pub(super) fn add(&mut self, label: &Label) {
        let Label { question, number, option, row, count, .. } = *label;
        self.questions[question].push(Seen { sight: Sight::Numbered(number, option), count, first: row });
    }

    /// All that was seen, with the question.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Seen<u64>)> {
        self.questions.iter().enumerate().flat_map(|(question, seen)| seen.iter().map(move |seen| (question, seen)))
    }

    /// The same where numbers with a word around them are numbers.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        for seen in self.questions.iter_mut().flatten() {
            if let Sight::Worded(_, number) = seen.sight {
                seen.sight = Sight::Number(Number::Whole(number));
            }
        }
        self
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
        let mut numbers = BTreeMap::new();
        for seen in self.questions.iter().flatten() {
            if let Sight::Number(Number::Whole(number)) | Sight::Numbered(number, _) = seen.sight {
                *numbers.entry(number).or_default() += seen.count;
            }
        }
        numbers.into_iter().collect()
    }

    /// Whether a cell of this question is a whole number and nothing else.
    #[cfg(feature = "cli")]
    pub(crate) fn has_numbers(&self, question: usize) -> bool {
        let is_whole = |seen: &Seen<u64>| matches!(seen.sight, Sight::Number(Number::Whole(_))) && seen.count > 0;
        self.questions.get(question).is_some_and(|seen| seen.iter().any(is_whole))
    }
}
