//! What a codebook beside a table says: which number stands for which option.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Sight;
use super::number::Number;
use super::{Cells, Label, Matcher};
use crate::answers::Answer;
use crate::table::{HeaderWords as _, Record};

/// How many cells a row of a codebook has at most; and how many numbers at least one that stands above the texts of options.
const WIDE: usize = 12;
const HEADS: usize = 3;
/// How many texts are looked up among the options of a question, over all sheets.
pub(crate) const MOST_LOOKUPS: usize = 1 << 24;

/// What a sheet says that may be a codebook, row by row.
pub(crate) struct Codebook<'a> {
    cells: &'a Cells,
    matcher: &'a Matcher,
    /// The columns that have a number above, and that.
    heads: Vec<(usize, i64)>,
    found: Vec<Label>,
    /// How many texts may still be looked up.
    left: &'a mut usize,
}

impl<'a> Codebook<'a> {
    /// Of one sheet, of which so many texts may be looked up, those of the sheets before left out.
    pub(crate) fn new(cells: &'a Cells, matcher: &'a Matcher, left: &'a mut usize) -> Self {
        Self { cells, matcher, heads: Vec::new(), found: Vec::new(), left }
    }

    /// Takes a row, of which `number` is its own: a number and the text of an option stand side by side in it, or in one cell, or
    /// one below the other.
    pub(crate) fn row(&mut self, number: u64, record: &Record) {
        let texts = record.fields().map(|cell| std::str::from_utf8(cell).unwrap_or_default()).enumerate();
        let filled: Vec<(usize, &str)> = texts.filter(|(_, text)| !text.trim().is_empty()).collect();
        if filled.is_empty() || filled.len() > WIDE {
            return;
        }
        let whole = |(at, text): &(usize, &str)| match self.cells.sight(0, text) {
            Sight::Number(Number::Whole(number)) => Some((*at, number)),
            _ => None,
        };
        let numbers: Vec<(usize, i64)> = filled.iter().filter_map(whole).collect();
        if numbers.len() >= HEADS {
            self.heads = numbers;
            return;
        }
        let lookups = filled.len() * self.cells.count();
        let Some(left) = self.left.checked_sub(lookups) else { return };
        *self.left = left;
        let asked: BTreeSet<usize> = filled.iter().flat_map(|(_, text)| self.cells.with_option(text)).collect();
        if asked.is_empty() {
            return;
        }
        let named: Vec<usize> = filled.iter().filter_map(|(_, text)| self.matcher.names(&[text])[0]).collect();
        let questions = asked.into_iter().filter(|question| named.is_empty() || named.contains(question));
        let below = numbers.is_empty() && !named.is_empty();
        let of = |question| match below {
            true => self.below(question, &filled, number),
            false => label(self.cells, question, &filled, number).into_iter().collect(),
        };
        let found: Vec<Label> = questions.flat_map(of).collect();
        self.found.extend(found);
    }

    /// What the sheet says of questions of which it names each option once, by numbers that follow one another: others count how
    /// often options were given.
    pub(crate) fn finish(self) -> Vec<Label> {
        let mut questions: BTreeMap<usize, Vec<Label>> = BTreeMap::new();
        self.found.into_iter().for_each(|label| questions.entry(label.question).or_default().push(label));
        let is_whole = |question: usize, labels: &[Label]| {
            let options: BTreeSet<u8> = labels.iter().map(|label| label.option).collect();
            let numbers: BTreeSet<i64> = labels.iter().map(|label| label.number).collect();
            let first = numbers.first().copied().unwrap_or_default();
            let count = self.cells.numbers(question).len();
            let follow = numbers.iter().copied().eq((first..).take(count));
            labels.len() == count && options.len() == count && follow && matches!(first, 0 | 1)
        };
        questions
            .into_iter()
            .filter(|(question, labels)| is_whole(*question, labels))
            .flat_map(|(_, labels)| labels)
            .collect()
    }

    /// The texts of options of a question that stand below numbers.
    fn below(&self, question: usize, filled: &[(usize, &str)], row: u64) -> Vec<Label> {
        let under =
            filled.iter().filter_map(|(at, text)| Some((self.heads.iter().find(|(of, _)| of == at)?.1, at, text)));
        under
            .filter_map(|(number, at, text)| match self.cells.read(question, text) {
                Ok(Answer::Option(option)) => {
                    Some(Label { question, number, option, columns: (*at, *at), row, count: 1 })
                }
                _ => None,
            })
            .collect()
    }
}

fn label(cells: &Cells, question: usize, filled: &[(usize, &str)], row: u64) -> Option<Label> {
    let label = |number, option, columns| Label { question, number, option, columns, row, count: 1 };
    let option = |text: &str| match cells.read(question, text) {
        Ok(Answer::Option(option)) => Some(option),
        _ => None,
    };
    let sights = filled.iter().map(|(at, text)| (*at, *text, cells.sight(question, text)));
    let mut found = None;
    for (at, text, sight) in sights.clone() {
        let own = match sight {
            Sight::Numbered(number, option) => Some(label(number, option, (at, at))),
            Sight::Nothing => {
                let beside = sights.clone().find_map(|(other, _, sight)| match sight {
                    Sight::Number(Number::Whole(number)) if other.abs_diff(at) == 1 => Some((other, number)),
                    _ => None,
                });
                let of = |(other, number)| Some(label(number, option(text)?, (other, at)));
                beside.and_then(of)
            }
            Sight::Number(_) | Sight::Na(_) => None,
        };
        // Two of them are answers, and no codebook.
        if own.is_some() && found.replace(own?).is_some() {
            return None;
        }
    }
    found
}
