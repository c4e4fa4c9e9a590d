//! Rows that stand a cell too far to the left: one of what tells of whom they are is missing, so that each answer stands under the
//! question before its own and the last question has none. Or too far to the right, where a cell more was put before the answers, so
//! that the last one stands where others remark something.

use super::Cells;
use super::columns::Columns;
use super::meaning::Meaning;
use super::number::{Number, number};
use super::plain;
use super::yes_no::says;
use crate::table::Record;

/// Of so many rows with something there, one may have a number where the others have texts.
const RARE: u64 = 10;
/// How many rows are kept, and how many stand so at least where all do.
const MOST: usize = 1 << 16;
const ALL: usize = 2;

/// What is looked for: numbers in the column right before the first question, in rows without an answer to the last.
#[derive(Debug)]
pub(super) struct Left {
    column: usize,
    first: usize,
    last: usize,
    /// The rows that may stand so; of the others with something there how many have a number and how many a text; whether any row
    /// answers the last question.
    rows: Vec<u64>,
    numbers: u64,
    texts: u64,
    answered: bool,
}

/// Rows that stand so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TooFarLeft {
    #[default]
    None,
    /// These, with a number in this column, where others have texts.
    Rows(Vec<u64>, usize),
    /// All, it seems, by this column and that of the last question.
    All(usize, usize),
}

/// What is looked for behind the last question, in a column of remarks: numbers that could be its answer.
#[derive(Debug)]
pub(super) struct Right {
    column: usize,
    last: usize,
    rows: Vec<u64>,
    all: u64,
}

/// The same of rows that stand too far to the right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TooFarRight {
    #[default]
    None,
    /// These, with a number in this column.
    Rows(Vec<u64>, usize),
    /// Most.
    All(usize),
}

impl Right {
    pub(super) fn new(columns: &Columns) -> Option<Self> {
        let last = columns.list.iter().rposition(|column| matches!(column.meaning, Meaning::Question(..)))?;
        let Meaning::Question(question, _) = columns.list[last].meaning else { return None };
        Some(Self { column: last + 1, last: question, rows: Vec::new(), all: 0 })
    }

    pub(super) fn row(&mut self, row: u64, record: &Record, cells: &Cells) {
        self.all += 1;
        let cell = std::str::from_utf8(record.field(self.column)).unwrap_or_default();
        if self.rows.len() < MOST && cells.is_number_of_option(self.last, cell) {
            self.rows.push(row);
        }
    }

    pub(super) fn found(self) -> TooFarRight {
        match u64::try_from(2 * self.rows.len()) {
            Ok(0) => TooFarRight::None,
            Ok(twice) if twice <= self.all && self.rows.len() < MOST => TooFarRight::Rows(self.rows, self.column),
            _ => TooFarRight::All(self.column),
        }
    }
}

impl Left {
    pub(super) fn new(columns: &Columns) -> Option<Self> {
        let asked = |at: &usize| matches!(columns.list[*at].meaning, Meaning::Question(..));
        let (first, last) = ((0..columns.list.len()).find(asked)?, (0..columns.list.len()).rfind(asked)?);
        let column = first.checked_sub(1)?;
        let Meaning::Question(question, _) = columns.list[first].meaning else { return None };
        Some(Self { column, first: question, last, rows: Vec::new(), numbers: 0, texts: 0, answered: false })
    }

    pub(super) fn row(&mut self, row: u64, record: &Record, cells: &Cells) {
        let [beside, last] = [self.column, self.last].map(|at| record.field(at).trim_ascii());
        let beside = std::str::from_utf8(beside).unwrap_or_default();
        self.answered |= !last.is_empty();
        let is_number = matches!(number(&plain(beside)), Some(Number::Whole(_)));
        match (last.is_empty(), is_number) {
            // A flag may be told by words and by numbers.
            _ if beside.is_empty() || says(&plain(beside)).is_some() => {}
            (true, true) if cells.is_number_of_option(self.first, beside) && self.rows.len() < MOST => {
                self.rows.push(row);
            }
            (_, true) => self.numbers += 1,
            (_, false) => self.texts += 1,
        }
    }

    pub(super) fn found(self) -> TooFarLeft {
        let few = RARE * (self.numbers + u64::try_from(self.rows.len()).unwrap_or(u64::MAX)) <= self.texts;
        match self.rows.len() {
            0 => TooFarLeft::None,
            _ if few || self.numbers == 0 && self.texts > 0 => TooFarLeft::Rows(self.rows, self.column),
            ALL.. if self.numbers + self.texts == 0 && !self.answered => TooFarLeft::All(self.column, self.last),
            _ => TooFarLeft::None,
        }
    }
}
