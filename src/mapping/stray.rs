//! Answers of a question that stand in a column that is none of it, in rows that leave its own empty: a form of which a question
//! was deleted and added again has two columns for it.

use super::Cells;
use super::columns::Columns;
use super::meaning::Meaning;
use crate::table::Record;

/// How many cells of the column are looked at in rows that answer the question.
const BESIDE: usize = 64;
/// How many rows have a number there, at least, that may be an answer.
const NUMBERS: u64 = 2;
/// A text of fewer letters may be that of anything: `Yes`.
const SHORT: usize = 12;

/// A column that may have answers to a question.
#[derive(Debug)]
pub(super) struct Stray {
    question: usize,
    of: usize,
    column: usize,
    /// The first row with the text of an option in place of an answer, and whether any such text is long.
    text: Option<u64>,
    long: bool,
    /// How many rows have a number in place of an answer, the first of them, and whether any has none there.
    numbers: u64,
    first: Option<u64>,
    open: bool,
    /// Whether any row answers the question; whether any has something in both; and whether any of these answers in both.
    answered: bool,
    filled: usize,
    both: bool,
}

impl Stray {
    /// For a question and a column; `answered` if rows that may answer it are not shown.
    pub(super) fn new((question, column): (usize, usize), columns: &Columns, answered: bool) -> Option<Self> {
        let is_own = |at: &usize| matches!(columns.list[*at].meaning, Meaning::Question(of, _) if of == question);
        let of = (0..columns.list.len()).find(is_own)?;
        Some(Self {
            question,
            of,
            column,
            text: None,
            long: false,
            numbers: 0,
            first: None,
            open: false,
            answered,
            filled: 0,
            both: false,
        })
    }

    /// Looks at a row of a respondent.
    pub(super) fn row(&mut self, row: u64, record: &Record, cells: &Cells) {
        let [own, beside] = [self.of, self.column].map(|at| record.field(at).trim_ascii());
        let text = std::str::from_utf8(beside).unwrap_or_default();
        let is_option = || cells.is_option(self.question, text);
        if !own.is_empty() {
            self.answered = true;
            if !beside.is_empty() && self.filled < BESIDE {
                self.filled += 1;
                self.both |= is_option();
            }
        } else if is_option() {
            self.text.get_or_insert(row);
            self.long |= text.chars().count() > SHORT;
        } else if cells.is_number_of_option(self.question, text) {
            self.numbers += 1;
            self.first.get_or_insert(row);
        } else {
            self.open = true;
        }
    }

    /// The column of the question, the one with its answers, and the first row that has one there.
    pub(super) fn found(&self) -> Option<(usize, usize, u64)> {
        let alone = self.filled == 0;
        let text = self.text.filter(|_| !self.both && (self.long || alone));
        let number = self.first.filter(|_| self.numbers >= NUMBERS && alone && self.answered && !self.open);
        text.or(number).map(|row| (self.of, self.column, row))
    }
}
