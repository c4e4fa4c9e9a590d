//! The row that nearly every row is: a digit a cell, options only, and short plain metadata. Without a branch a cell.
//!
//! The sums of all criteria share one word, see [`Packing`]: each cell is looked up and added. One bit says that a digit
//! is no option, and the row is declined, as it is where a cell is no digit. Metadata is searched eight bytes at a time
//! for its end and for anything unusual. A row that is taken is ASCII. Nothing is refused here, and nothing judged.

use std::ops::Range;

use crate::answers::{NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::mapping::{Columns, Meaning, Quick};
use crate::score::{Packing, Scorer};

/// Set in a word where a cell is no option: sums have the 63 bits below.
const NO_OPTION: u64 = 1 << 63;
/// As many as the lower half of a byte tells apart: digits are the bytes 0x30 to 0x39, and those beyond 9 none.
const DIGITS: usize = 16;
/// The bits of a byte that say which digit it is.
const DIGIT_BITS: u8 = 0x0f;

/// Eight times the same byte.
const fn every(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// All bits of each byte but the highest. What is added to them carries into the highest, and no further.
const LOW: u64 = every(0x7f);

/// In each byte the highest bit, set where the others, which are all that `low` has, make at least `bound`.
const fn at_least(low: u64, bound: u8) -> u64 {
    low + every(0x80 - bound)
}

/// In each byte the highest bit, set where the others, which are all that `low` has, are those of `byte`, eight times
/// which is given.
const fn equal(low: u64, byte: u64) -> u64 {
    !at_least((low ^ byte) & LOW, 1)
}

#[derive(Debug)]
pub(crate) struct Packed {
    delimiter: u8,
    /// Eight times the delimiter, if it is above a minus; else eight times zero, which is looked for anyway.
    high_delimiter: u64,
    bare: Pattern<2>,
    quoted: Pattern<4>,
    /// All columns but the last, and the last: nothing but the end of a line follows it.
    parts: Vec<Part>,
    last: Part,
    /// For each question in the order of the columns, what each digit adds to the word. Small, so that all of them
    /// together stay in the fastest memory.
    tables: Vec<[u64; DIGITS]>,
}

#[derive(Debug)]
enum Part {
    Metadata,
    /// Questions one after another, by their place among the tables.
    Questions(Range<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plain {
    pub(crate) start: usize,
    pub(crate) end: usize,
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

    #[inline]
    fn join(&mut self, other: Self) {
        self.sums = self.sums.wrapping_add(other.sums);
        self.seen |= other.seen;
    }
}

impl Packed {
    /// For these columns; none where the sums do not fit a word.
    pub(crate) fn new(columns: &Columns, delimiter: u8, quick: &[Quick], scorer: &Scorer) -> Option<Self> {
        let packing = scorer.packing()?;
        if columns.list.iter().any(|column| matches!(column.meaning, Meaning::Fact(..))) {
            return None;
        }
        let mut parts: Vec<Part> = Vec::new();
        let mut tables = Vec::new();
        let (last, others) = columns.list.split_last()?;
        let mut part = |meaning: &Meaning| match *meaning {
            Meaning::Metadata | Meaning::Fact(..) => Part::Metadata,
            Meaning::Question(at, _) => {
                tables.push(table(at, &quick[at], scorer, packing));
                Part::Questions(tables.len() - 1..tables.len())
            }
        };
        for column in others {
            match (part(&column.meaning), parts.last_mut()) {
                (Part::Questions(next), Some(Part::Questions(range))) => range.end = next.end,
                (part, _) => parts.push(part),
            }
        }
        let last = part(&last.meaning);
        // A question without a column is open, and the row none of these.
        (tables.len() == quick.len()).then_some(Self {
            delimiter,
            high_delimiter: every(if delimiter > b'-' { delimiter } else { 0 }),
            bare: Pattern::new([b'0', delimiter]),
            quoted: Pattern::new([b'"', b'0', b'"', delimiter]),
            parts,
            last,
            tables,
        })
    }

    /// Reads the row at `at`: the place of the next, and the word of sums. Cells of metadata are put into `metadata`.
    #[inline]
    pub(crate) fn row(&self, bytes: &[u8], mut at: usize, metadata: &mut Vec<Plain>) -> Option<(usize, u64)> {
        let mut word = Word::default();
        for part in &self.parts {
            match part {
                Part::Metadata => {
                    let (cell, end) = self.plain(bytes, at)?;
                    if bytes[end] != self.delimiter {
                        return None;
                    }
                    metadata.push(cell);
                    at = end + 1;
                }
                Part::Questions(range) => {
                    let (sums, length) = self.digits(bytes.get(at..)?, &self.tables[range.clone()])?;
                    word.join(sums);
                    at += length;
                }
            }
        }
        let end = match &self.last {
            Part::Metadata => {
                let (cell, end) = self.plain(bytes, at)?;
                metadata.push(cell);
                end
            }
            Part::Questions(range) => {
                let (byte, length) = match bytes.get(at..)? {
                    [b'"', byte, b'"', ..] => (*byte, 3),
                    [byte, ..] => (*byte, 1),
                    [] => return None,
                };
                word.add(*self.tables[range.start].get(usize::from(byte ^ b'0'))?);
                at + length
            }
        };
        let next = match bytes.get(end..)? {
            [b'\n', ..] => end + 1,
            [b'\r', b'\n', ..] => end + 2,
            _ => return None,
        };
        (word.seen & NO_OPTION == 0).then_some((next, word.sums))
    }

    /// The digits at the start of `bytes`, one for each of `tables` and a delimiter behind each, and how long they are.
    #[inline]
    fn digits(&self, bytes: &[u8], tables: &[[u64; DIGITS]]) -> Option<(Word, usize)> {
        if bytes.first() == Some(&b'"') {
            let cells = bytes.get(..4 * tables.len())?;
            Some((self.quoted.add(cells, tables)?, cells.len()))
        } else {
            let cells = bytes.get(..2 * tables.len())?;
            Some((self.bare.add(cells, tables)?, cells.len()))
        }
    }

    /// The cell at `at` and the place behind it, if it is ASCII that can be written as it is.
    #[inline]
    fn plain(&self, bytes: &[u8], at: usize) -> Option<(Plain, usize)> {
        let quoted = bytes.get(at) == Some(&b'"');
        let start = at + usize::from(quoted);
        let mut end = start;
        loop {
            let word = u64::from_le_bytes(*bytes.get(end..)?.first_chunk()?);
            let low = word & LOW;
            // Ends of lines, quotes, most delimiters and all that may begin a formula are below a minus or it.
            let unusual = !at_least(low, b'-') | at_least(low, 0x7f) | equal(low, self.high_delimiter);
            // The highest bit of what is not ASCII is set in the word itself.
            let stops = (unusual | word) & !LOW;
            if stops == 0 {
                end += 8;
                continue;
            }
            end += usize::try_from(stops.trailing_zeros() / 8).expect("it is below 8");
            match bytes[end] {
                byte if byte == self.delimiter => break,
                b'\n' | b'\r' | b'"' => break,
                b' ' | b'!' | b'#'..=b'+' => end += 1,
                _ => return None,
            }
        }
        // What a spreadsheet could take for a formula is looked at elsewhere.
        if matches!(bytes[start], b' ' | b'=' | b'+' | b'-' | b'@') {
            return None;
        }
        match (quoted, bytes[end] == b'"') {
            (false, false) => Some((Plain { start, end }, end)),
            (true, true) => {
                let behind = *bytes.get(end + 1)?;
                let closed = behind == self.delimiter || matches!(behind, b'\n' | b'\r');
                closed.then_some((Plain { start, end }, end + 1))
            }
            _ => None,
        }
    }
}

/// How digits look that stand one after another, each in a cell of `N` bytes: eight bytes of them.
#[derive(Clone, Copy, Debug)]
struct Pattern<const N: usize> {
    /// What eight bytes are where every digit is a zero.
    zeros: u64,
    /// The bits in which a cell may differ.
    digits: u64,
}

impl<const N: usize> Pattern<N> {
    /// Where the digit of a cell begins, in bits: that of a bare one is its first byte, that in quotes its second.
    const DIGIT: usize = if N == 2 { 0 } else { 8 };

    /// Of cells like this one, whose digit is a zero.
    fn new(cell: [u8; N]) -> Self {
        let zeros: [u8; 8] = std::array::from_fn(|at| cell[at % N]);
        let digits = zeros.map(|byte| if byte == b'0' { DIGIT_BITS } else { 0 });
        Self { zeros: u64::from_le_bytes(zeros), digits: u64::from_le_bytes(digits) }
    }

    /// The sums of cells; none where one looks otherwise.
    #[inline]
    fn add(&self, cells: &[u8], tables: &[[u64; DIGITS]]) -> Option<Word> {
        let (mut word, mut stray) = (Word::default(), 0);
        // Of a word without the pattern, digits are left, and of cells that look otherwise more than that.
        let mut look_up = |left: u64, cell: usize, table: &[u64; DIGITS]| {
            word.add(table[usize::from((left >> (8 * N * cell + Self::DIGIT)).to_le_bytes()[0] & DIGIT_BITS)]);
        };
        let (words, rest) = cells.as_chunks::<8>();
        let (rest, _) = rest.as_chunks::<N>();
        let (wide, narrow) = tables.split_at(tables.len() - rest.len());
        for (word, tables) in words.iter().zip(wide.chunks_exact(8 / N)) {
            let left = u64::from_le_bytes(*word) ^ self.zeros;
            stray |= left & !self.digits;
            for (cell, table) in tables.iter().enumerate() {
                look_up(left, cell, table);
            }
        }
        for (cell, table) in rest.iter().zip(narrow) {
            let mut word = self.zeros.to_le_bytes();
            word[..N].copy_from_slice(cell);
            let left = u64::from_le_bytes(word) ^ self.zeros;
            stray |= left & !self.digits;
            look_up(left, 0, table);
        }
        (stray == 0).then_some(word)
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
