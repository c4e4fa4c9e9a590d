//! What columns that are no question's have in rows that leave a question empty: it may be its answer.

use crate::mapping::{Cells, Columns, Meaning};

/// The most points of the scales that are usual have so many digits.
const DIGITS: usize = 2;

/// How many columns are looked at: every row that leaves questions empty looks at each of them.
const MOST: usize = 256;

/// A question, and a column that may have answers to it where its own is empty.
pub(in crate::batch) type Pair = (usize, usize);

/// What was seen in a column, of all rows that leave a question empty.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// The text of an option; a short number; anything else, or nothing.
    text: bool,
    number: bool,
    other: bool,
}

/// What stands in columns of metadata, by question and column.
#[derive(Debug, Default)]
pub(in crate::batch) struct Elsewhere {
    /// The places of these columns among those that are carried along, and among all.
    columns: Vec<(usize, usize)>,
    seen: Vec<Seen>,
}

impl Elsewhere {
    /// For columns of which nobody says what they are.
    pub(in crate::batch) fn new(columns: &Columns, questions: usize) -> Self {
        let carried = columns.list.iter().enumerate().filter(|(_, column)| column.is_carried()).enumerate();
        let columns: Vec<(usize, usize)> = carried
            .filter(|(_, (_, column))| column.meaning == Meaning::Metadata && !column.mapped)
            .map(|(place, (at, _))| (place, at))
            .take(MOST)
            .collect();
        Self { seen: vec![Seen::default(); columns.len() * questions], columns }
    }

    /// Looks at a row that leaves this question empty, of which `cell` gives what is carried along by place.
    pub(in crate::batch) fn row<'r>(&mut self, question: usize, cells: &Cells, cell: impl Fn(usize) -> &'r [u8]) {
        let first = question * self.columns.len();
        for ((place, _), seen) in self.columns.iter().zip(&mut self.seen[first..]).filter(|(_, seen)| !seen.text) {
            let text = cell(*place).trim_ascii();
            let is_short = (1..=DIGITS).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
            seen.number |= is_short;
            seen.other |= !is_short;
            seen.text = !is_short && std::str::from_utf8(text).is_ok_and(|text| cells.is_option(question, text));
        }
    }

    /// Adds what another worker saw.
    pub(in crate::batch) fn merge(&mut self, other: &Self) {
        for (seen, other) in self.seen.iter_mut().zip(&other.seen) {
            seen.text |= other.text;
            seen.number |= other.number;
            seen.other |= other.other;
        }
    }

    /// The columns that may have answers, with the question of each.
    pub(in crate::batch) fn found(&self) -> Vec<Pair> {
        let pairs = self.seen.iter().enumerate().filter(|(_, seen)| seen.text || seen.number && !seen.other);
        pairs.map(|(at, _)| (at / self.columns.len(), self.columns[at % self.columns.len()].1)).collect()
    }
}
