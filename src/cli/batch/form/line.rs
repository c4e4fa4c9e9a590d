//! A line of a form: what it asks, and what was answered.

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::utility::row_col_to_cell;

use crate::cli::batch::records::Rows;
use crate::mapping::{Matcher, is_marked};
use crate::template::{ANSWER, NOTE, NUMBER, OPEN, OPTIONS, QUESTION};
use crate::text::{excerpt, fold};
use crate::words::batch_form as say;

/// How wide the text of a cell may be in a message.
pub(super) const SHOWN: usize = 40;

/// How many entries a list has at most, and how many cells beside the form are looked at.
const ENTRIES: usize = 128;
const BESIDE: usize = 64;

/// A line of a sheet.
pub(super) struct Line {
    /// From 1.
    pub(super) row: u64,
    pub(super) cells: Vec<String>,
}

impl Line {
    pub(super) fn cell(&self, column: ColNum) -> &str {
        self.cells.get(usize::from(column)).map_or("", |cell| cell.trim())
    }

    /// The number of the question on this line.
    pub(super) fn number(&self) -> Option<usize> {
        self.cell(NUMBER).parse().ok().filter(|_| !self.cell(QUESTION).is_empty())
    }

    /// The points or the word that one of its entries begins with, if `text` is that or the entry.
    fn entry(&self, text: &str) -> Option<&str> {
        if text.is_empty() {
            return None;
        }
        let folded = fold(text);
        let entries =
            self.cell(OPTIONS).lines().take(ENTRIES).filter_map(|entry| Some((entry, entry.split(' ').next()?)));
        let mut same = entries.filter(|(entry, word)| [entry, word].iter().any(|entry| fold(entry) == folded));
        same.next().map(|(_, word)| word).filter(|word| !word.is_empty())
    }

    /// What is answered: the points alone where an entry of the list was chosen, else whatever was typed.
    pub(super) fn answer(&self) -> String {
        let text = self.cell(ANSWER);
        self.entry(text).unwrap_or(text).to_owned()
    }

    /// That an answer stands where its evidence should, or beside the form.
    pub(super) fn answers_beside(&self) -> Option<String> {
        let (answer, note) = (self.cell(ANSWER), self.cell(NOTE));
        let is_entry = |text: &str| self.entry(text).is_some_and(|word| word.len() < text.len());
        if answer.is_empty() && self.entry(note).is_some() {
            return Some(say::answer_beside(&name((self.row, NOTE)), &excerpt(note, SHOWN), &name((self.row, ANSWER))));
        }
        let cells = self.cells.iter().zip(0..).skip(usize::from(OPEN)).take(BESIDE);
        let beside = cells.map(|(cell, at)| (cell.trim(), at)).find(|(cell, _)| self.entry(cell).is_some());
        let (text, at) = beside.or_else(|| (is_entry(note) && fold(note) != fold(answer)).then_some((note, NOTE)))?;
        Some(say::second_answer(&name((self.row, at)), &excerpt(text, SHOWN)))
    }

    /// Whether it asks the same, with the same options.
    pub(super) fn asks_as(&self, other: &Self) -> bool {
        [QUESTION, OPTIONS].iter().all(|column| fold(self.cell(*column)) == fold(other.cell(*column)))
    }

    /// The id of the question or fact that it certainly asks.
    pub(super) fn asks<'m>(&self, matcher: &'m Matcher) -> Option<&'m str> {
        // Below the question stands its help, and whom it is asked.
        let text = self.cell(QUESTION);
        let subject = matcher.subject(text).or_else(|| matcher.subject(text.lines().next()?))?;
        Some(matcher.id(subject))
    }

    /// That this line asks something else than what has this id.
    pub(super) fn asks_other(&self, id: &str, matcher: &Matcher) -> Option<String> {
        let asked = self.asks(matcher)?;
        (asked != id).then(|| say::asks_other(&name((self.row, QUESTION)), asked, id))
    }

    pub(super) fn is_marked(&self) -> Result<bool, String> {
        is_marked(self.cell(ANSWER)).map_err(|why| say::in_cell(&name((self.row, ANSWER)), &why))
    }
}

/// The first so many lines of a sheet.
pub(super) fn lines(csv: &[u8], most: usize) -> Vec<Line> {
    let (mut rows, mut lines) = (Rows::of(csv, b','), Vec::new());
    while let Some((row, record)) = if lines.len() < most { rows.next() } else { None } {
        let cells = record.fields().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        lines.push(Line { row, cells });
    }
    lines
}

/// What a spreadsheet calls a cell.
pub(super) fn name((row, column): (u64, ColNum)) -> String {
    row_col_to_cell(u32::try_from(row - 1).unwrap_or(u32::MAX), column)
}
