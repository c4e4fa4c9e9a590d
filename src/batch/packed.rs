//! Rows of digits as the sums of their criteria. Without a branch a cell.
//!
//! The sums of all criteria share one word, see [`Packing`]: each pair of cells is looked up and added. One bit says that a
//! digit is no option, and the row is declined, as it is where a cell is no digit. Nothing is refused here, and nothing
//! judged.

use super::shape::{DIGITS, PAIRS, Plain, Shape};
use crate::answers::{NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::mapping::{Columns, Meaning, Quick};
use crate::score::{Packing, Scorer};

/// Set in a word where a cell is no option: sums have the 63 bits below.
const NO_OPTION: u64 = 1 << 63;

#[derive(Debug)]
pub(crate) struct Packed {
    shape: Shape,
    /// For each pair of questions, what each pair of digits adds to the word. There are few options, so that all entries that
    /// are looked up together stay in the fastest memory.
    tables: Vec<[u64; PAIRS]>,
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
        let tables = shape.pairs.iter().map(|(one, other)| both(table(*one), other.map(table))).collect();
        // A question without a column is open, and the row none of these.
        (shape.questions() == quick.len()).then_some(Self { shape, tables })
    }

    /// Reads the row at `at`: the place of the next, and the word of sums. Cells of metadata are put into `metadata`.
    #[inline]
    pub(crate) fn row(&self, bytes: &[u8], at: usize, metadata: &mut Vec<Plain>) -> Option<(usize, u64)> {
        let mut word = Word::default();
        let next = self.shape.walk(bytes, at, metadata, &self.tables, |pair, table| word.add(table[pair]))?;
        (word.seen & NO_OPTION == 0).then_some((next, word.sums))
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
    table
}

/// What each pair of digits adds, of two questions or of one.
fn both(one: [u64; DIGITS], other: Option<[u64; DIGITS]>) -> [u64; PAIRS] {
    let other = other.unwrap_or_default();
    std::array::from_fn(|pair| {
        let (one, other) = (one[pair % DIGITS], other[pair / DIGITS]);
        if (one | other) & NO_OPTION == 0 { one + other } else { NO_OPTION }
    })
}
