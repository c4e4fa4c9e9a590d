//! The row that nearly every row is: a digit a cell, options only, and short plain metadata. Without a branch a cell.
//!
//! The sums of all criteria share one word: each cell is looked up and added. One bit says that a digit is no option, and
//! the row is declined, as it is where a cell is no digit. Metadata is searched eight bytes at a time for its end and for anything unusual.
//! A row that is taken is ASCII.

use crate::answers::{NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::mapping::Quick;
use crate::mapping::{Columns, Meaning};
use crate::score::Scorer;

/// Set in a word where a cell is no option.
const NO_OPTION: u64 = 1 << 63;
/// As many as four bits tell apart; those beyond 9 are no digits.
const DIGITS: usize = 16;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// Reads rows of one input.
#[derive(Debug)]
pub(crate) struct Packed {
    delimiter: u8,
    /// Eight times the delimiter, if it is above a minus; else eight times zero, which is looked for anyway.
    high_delimiter: u64,
    bare: Look<2>,
    quoted: Look<4>,
    parts: Vec<Part>,
    /// What ends the row: a question, or metadata.
    last: Last,
    /// For each question in the order of the columns, what each digit adds to the word. Small, so that all of them
    /// together stay in the fastest memory.
    tables: Vec<[u64; DIGITS]>,
}

#[derive(Debug)]
enum Part {
    Metadata,
    /// So many questions one after another.
    Questions(std::ops::Range<usize>),
}

#[derive(Debug)]
enum Last {
    Metadata,
    Question,
}

/// Where a plain cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plain {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Packed {
    /// For these columns; none where the sums do not fit a word.
    pub(crate) fn new(columns: &Columns, delimiter: u8, quick: &[Quick], scorer: &Scorer) -> Option<Self> {
        let shifts = scorer.shifts()?;
        let mut parts = Vec::new();
        let mut tables = Vec::new();
        let (last, others) = columns.list.split_last()?;
        for column in others {
            match (&column.meaning, parts.last_mut()) {
                (Meaning::Question(at, _), last) => {
                    tables.push(table(*at, &quick[*at], scorer, &shifts));
                    match last {
                        Some(Part::Questions(range)) => range.end += 1,
                        _ => parts.push(Part::Questions(tables.len() - 1..tables.len())),
                    }
                }
                (Meaning::Metadata, _) => parts.push(Part::Metadata),
            }
        }
        let last = match last.meaning {
            Meaning::Question(at, _) => {
                tables.push(table(at, &quick[at], scorer, &shifts));
                Last::Question
            }
            Meaning::Metadata => Last::Metadata,
        };
        let high = if delimiter > b'-' { delimiter } else { 0 };
        let high_delimiter = u64::from_le_bytes([high; 8]);
        // A question without a column is open, and the row none of these.
        (tables.len() == quick.len()).then_some(Self {
            delimiter,
            high_delimiter,
            bare: Look::new([b'0', delimiter]),
            quoted: Look::new([b'"', b'0', b'"', delimiter]),
            parts,
            last,
            tables,
        })
    }

    /// Reads the row at `at`: the place of the next, and the word of sums. Cells of metadata are put into `metadata`.
    #[inline]
    pub(crate) fn row(&self, bytes: &[u8], mut at: usize, metadata: &mut Vec<Plain>) -> Option<(usize, u64)> {
        let mut word = 0u64;
        let mut flags = 0u64;
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
                    let tables = &self.tables[range.clone()];
                    let sums = if bytes.get(at) == Some(&b'"') {
                        let cells = bytes.get(at..at + 4 * tables.len())?;
                        at += cells.len();
                        self.quoted.sum(cells, tables)
                    } else {
                        let cells = bytes.get(at..at + 2 * tables.len())?;
                        at += cells.len();
                        self.bare.sum(cells, tables)
                    };
                    let (sum, flag) = sums?;
                    word = word.wrapping_add(sum);
                    flags |= flag;
                }
            }
        }
        let end = match self.last {
            Last::Metadata => {
                let (cell, end) = self.plain(bytes, at)?;
                metadata.push(cell);
                end
            }
            Last::Question => {
                let (byte, length) = match bytes.get(at..)? {
                    [b'"', byte, b'"', ..] => (*byte, 3),
                    [byte, ..] => (*byte, 1),
                    [] => return None,
                };
                let entry = *self.tables.last()?.get(usize::from(byte ^ b'0'))?;
                word = word.wrapping_add(entry);
                flags |= entry;
                at + length
            }
        };
        let next = match bytes.get(end..)? {
            [b'\n', ..] => end + 1,
            [b'\r', b'\n', ..] => end + 2,
            _ => return None,
        };
        (flags & NO_OPTION == 0).then_some((next, word))
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
            // In each byte the highest bit: below a minus, delete, the delimiter if it is above a minus, or not ASCII.
            let small = !(low + 0x5353_5353_5353_5353);
            let delimiter = !(((low ^ self.high_delimiter) & LOW) + LOW);
            let stops = (small | (low + 0x0101_0101_0101_0101) | delimiter | word) & !LOW;
            if stops == 0 {
                end += 8;
                continue;
            }
            end += usize::try_from(stops.trailing_zeros() / 8).unwrap_or(0);
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

/// How cells look that stand one after another, eight bytes of them.
#[derive(Clone, Copy, Debug)]
struct Look<const N: usize> {
    pattern: u64,
    /// The bits in which a cell may differ: the lower half of the digit's byte.
    digits: u64,
}

impl<const N: usize> Look<N> {
    /// Of cells like this, which has a zero in the place of the digit.
    fn new(cell: [u8; N]) -> Self {
        let byte = |at: usize| cell[at % N];
        let pattern: [u8; 8] = std::array::from_fn(byte);
        let digits = pattern.map(|byte| if byte == b'0' { 0x0f } else { 0 });
        Self { pattern: u64::from_le_bytes(pattern), digits: u64::from_le_bytes(digits) }
    }

    /// The sum and the flags of cells; none where one looks otherwise. Eight bytes are compared at once.
    #[inline]
    fn sum(&self, cells: &[u8], tables: &[[u64; DIGITS]]) -> Option<(u64, u64)> {
        // The digit of a cell of two bytes is the first, of one in quotes the second.
        let first = if N == 2 { 0 } else { 8 };
        let (mut sum, mut flags, mut stray) = (0u64, 0u64, 0u64);
        let mut add = |table: &[u64; DIGITS], other: u64| {
            let entry = table[usize::from(other.to_le_bytes()[0] & 15)];
            sum = sum.wrapping_add(entry);
            flags |= entry;
        };
        let (words, rest) = cells.as_chunks::<8>();
        let (rest, _) = rest.as_chunks::<N>();
        let (wide, narrow) = tables.split_at(tables.len() - rest.len());
        if N == 2 {
            for (word, [a, b, c, d]) in words.iter().zip(wide.as_chunks().0) {
                let other = u64::from_le_bytes(*word) ^ self.pattern;
                stray |= other & !self.digits;
                add(a, other);
                add(b, other >> 16);
                add(c, other >> 32);
                add(d, other >> 48);
            }
        } else {
            for (word, [a, b]) in words.iter().zip(wide.as_chunks().0) {
                let other = u64::from_le_bytes(*word) ^ self.pattern;
                stray |= other & !self.digits;
                add(a, other >> 8);
                add(b, other >> 40);
            }
        }
        for (cell, table) in rest.iter().zip(narrow) {
            let word = cell.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
            let other = word ^ self.pattern & ((1 << (8 * N)) - 1);
            stray |= other & !self.digits;
            add(table, other >> first);
        }
        (stray == 0).then_some((sum, flags))
    }
}

fn table(question: usize, quick: &Quick, scorer: &Scorer, shifts: &[u32]) -> [u64; DIGITS] {
    let mut table = [NO_OPTION; DIGITS];
    for (entry, byte) in table.iter_mut().zip(b'0'..=b'9') {
        *entry = match quick.byte[usize::from(byte)] {
            UNKNOWN | UNANSWERED | NOT_APPLICABLE => NO_OPTION,
            code => scorer.packed(question, code, shifts),
        };
    }
    table
}
