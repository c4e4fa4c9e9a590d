//! Rows of digits as the sums of their criteria. Without a branch a cell.
//!
//! The sums of all criteria share one word, see [`Packing`]: each pair of cells is looked up and added. One bit says that a
//! digit is no option, and the row is declined, as it is where a cell is neither a digit nor open or n/a. Nothing is refused
//! here, and nothing judged.

use super::shape::{DIGITS, OTHER, PAIRS, Plain, Shape};
use crate::answers::{NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::mapping::{Columns, Meaning, Quick};
use crate::score::{Packing, Scorer, Words};

/// Set in a word where a cell is no option: sums have the 63 bits below.
const NO_OPTION: u64 = 1 << 63;

#[derive(Debug)]
pub(crate) struct Packed {
    shape: Shape,
    /// For each pair of questions, what each pair of digits adds to the word. There are few options, so that all entries that
    /// are looked up together stay in the fastest memory.
    tables: Vec<[[u64; PAIRS]; 2]>,
    /// What its best option adds, of each question.
    best: Vec<u64>,
}

/// The sums of the cells so far, and all of their bits, among which [`NO_OPTION`] is not lost.
#[derive(Clone, Copy, Default)]
struct Word {
    sums: u64,
    seen: u64,
}

impl Word {
    #[inline]
    fn add(&mut self, entry: u64) {
        self.sums = self.sums.wrapping_add(entry);
        self.seen |= entry;
    }
}

impl Packed {
    /// For these columns; none where the sums do not fit a word.
    pub(crate) fn new(columns: &Columns, delimiter: u8, quick: &[Quick], scorer: &Scorer) -> Option<Self> {
        let packing = scorer.packing()?;
        if columns.list.iter().any(|column| matches!(column.meaning, Meaning::Fact(..) | Meaning::FactOption(..))) {
            return None;
        }
        let shape = Shape::new(columns, delimiter)?;
        let table = |question: usize| table(question, &quick[question], scorer, packing);
        let questions = &scorer.scheme().questions;
        let tables =
            shape.pairs.iter().map(|pairs| pairs.map(|pair| both(pair.map(|question| question.map(table))))).collect();
        // A question without a column is open, and the row none of these.
        let best = questions.iter().map(|question| packing.best(question)).collect();
        (shape.questions() == quick.len()).then_some(Self { shape, tables, best })
    }

    /// How many cells of metadata a row has.
    pub(crate) fn metadata(&self) -> usize {
        self.shape.metadata()
    }

    /// Reads the row at `at`, of which `quick` knows the cells that are no digits: the place of the next, and its sums. Cells of
    /// metadata are put into `metadata`.
    #[inline]
    pub(crate) fn row(
        &self,
        (bytes, at): (&[u8], usize),
        quick: &[Quick],
        metadata: &mut [Plain],
    ) -> Option<(usize, Words)> {
        let (mut word, mut words, mut others) = (Word::default(), Words::default(), 0);
        let other = |question: usize, cell: &[u8]| {
            let (code, length) = self.shape.known(&quick[question], cell)?;
            match code {
                UNANSWERED => {
                    words.more += self.best[question];
                    words.open += 1;
                }
                NOT_APPLICABLE => words.without += self.best[question],
                _ => return None,
            }
            others += 1;
            Some(length)
        };
        let next = self.shape.walk(bytes, at, &self.tables, metadata, |pair, table| word.add(table[pair]), other)?;
        // A row in which nothing is answered is refused elsewhere.
        let answered = word.seen & NO_OPTION == 0 && others < self.best.len();
        answered.then_some((next, Words { low: word.sums, ..words }))
    }
}

/// What each digit of a question adds to the word.
fn table(question: usize, quick: &Quick, scorer: &Scorer, packing: &Packing) -> [u64; DIGITS] {
    let mut table = [NO_OPTION; DIGITS];
    for (entry, byte) in table.iter_mut().zip(b'0'..=b'9') {
        match quick.byte[usize::from(byte)] {
            UNKNOWN | UNANSWERED | NOT_APPLICABLE => {}
            option => *entry = packing.worth(&scorer.scheme().questions[question], option),
        }
    }
    table[usize::from(OTHER)] = 0;
    table
}

/// What each pair of digits adds, of two questions, one or none.
fn both(tables: [Option<[u64; DIGITS]>; 2]) -> [u64; PAIRS] {
    let [one, other] = tables.map(Option::unwrap_or_default);
    std::array::from_fn(|pair| {
        let (one, other) = (one[pair % DIGITS], other[pair / DIGITS]);
        if (one | other) & NO_OPTION == 0 { one + other } else { NO_OPTION }
    })
}
