//! The shape of the row that nearly every row is: a digit a cell, and short plain metadata.
//!
//! Its digits are found in pairs, without a branch a cell, and its metadata is searched eight bytes at a time for its end and
//! for anything unusual. A row that is taken is ASCII. What digits mean is not known here.

use std::ops::Range;

use crate::mapping::{Column, Columns, Meaning};

/// As many as the lower half of a byte tells apart: digits are the bytes 0x30 to 0x39, and those beyond 9 none.
pub(super) const DIGITS: usize = 16;
/// As many as two of them tell apart: the first in the lower half of a byte, the second, or 0 where there is none, in the
/// upper.
pub(super) const PAIRS: usize = DIGITS * DIGITS;
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

/// Columns whose rows may look so.
#[derive(Debug)]
pub(super) struct Shape {
    delimiter: u8,
    /// Eight times the delimiter, if it is above a minus; else eight times zero, which is looked for anyway.
    high_delimiter: u64,
    bare: Pattern<2, 2>,
    quoted: Pattern<4, 1>,
    parts: Vec<Part>,
    /// Whether the last column, behind which is nothing but the end of a line, is of a question. It is not among the parts.
    ends: bool,
    /// The questions in the order of the columns, in pairs of neighbours.
    pub(super) pairs: Vec<(usize, Option<usize>)>,
}

#[derive(Debug)]
enum Part {
    Metadata,
    /// So many questions one after another, and the places of their pairs.
    Questions(usize, Range<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plain {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Shape {
    /// For these columns; none where there are none, or some are for options.
    pub(super) fn new(columns: &Columns, delimiter: u8) -> Option<Self> {
        if columns.list.iter().any(|column| matches!(column.meaning, Meaning::QuestionOption(..))) {
            return None;
        }
        let (mut parts, mut pairs) = (Vec::new(), Vec::new());
        let (last, others) = columns.list.split_last()?;
        let is_question = |column: &Column| question(&column.meaning).is_some();
        for columns in others.chunk_by(|one, other| is_question(one) && is_question(other)) {
            let questions: Vec<usize> = columns.iter().filter_map(|column| question(&column.meaning)).collect();
            if questions.is_empty() {
                parts.push(Part::Metadata);
                continue;
            }
            let begin = pairs.len();
            pairs.extend(questions.chunks(2).map(|pair| (pair[0], pair.get(1).copied())));
            parts.push(Part::Questions(questions.len(), begin..pairs.len()));
        }
        let ends = question(&last.meaning);
        match ends {
            Some(question) => pairs.push((question, None)),
            None => parts.push(Part::Metadata),
        }
        Some(Self {
            delimiter,
            high_delimiter: every(if delimiter > b'-' { delimiter } else { 0 }),
            bare: Pattern::new([b'0', delimiter]),
            quoted: Pattern::new([b'"', b'0', b'"', delimiter]),
            parts,
            ends: ends.is_some(),
            pairs,
        })
    }

    /// How many questions there are.
    pub(super) fn questions(&self) -> usize {
        self.pairs.iter().map(|(_, second)| 1 + usize::from(second.is_some())).sum()
    }

    /// Goes through the row at `at`, and gives the place of the next. Cells of metadata are put into `metadata`; each pair of
    /// digits is given to `take` with its item, of which there is one for each pair of questions. None where the row looks
    /// otherwise, though some were given.
    #[inline(always)]
    pub(super) fn walk<T>(
        &self,
        bytes: &[u8],
        mut at: usize,
        metadata: &mut Vec<Plain>,
        items: &[T],
        mut take: impl FnMut(usize, &T),
    ) -> Option<usize> {
        let mut left = self.parts.len() + usize::from(self.ends);
        for part in &self.parts {
            left -= 1;
            match part {
                Part::Metadata => {
                    let (cell, end) = self.plain(bytes, at)?;
                    let parted = bytes[end] == self.delimiter;
                    if parted != (left > 0) {
                        return None;
                    }
                    metadata.push(cell);
                    at = end + usize::from(parted);
                }
                Part::Questions(cells, pairs) => {
                    let (rest, items) = (bytes.get(at..)?, &items[pairs.clone()]);
                    at += if rest.first() == Some(&b'"') {
                        self.quoted.each(rest, *cells, items, &mut take)?
                    } else {
                        self.bare.each(rest, *cells, items, &mut take)?
                    };
                }
            }
        }
        if self.ends {
            let (byte, length) = match bytes.get(at..)? {
                [b'"', byte, b'"', ..] => (*byte, 3),
                [byte, ..] => (*byte, 1),
                [] => return None,
            };
            let digit = usize::from(byte ^ b'0');
            if digit >= DIGITS {
                return None;
            }
            take(digit, items.last()?);
            at += length;
        }
        match bytes.get(at..)? {
            [b'\n', ..] => Some(at + 1),
            [b'\r', b'\n', ..] => Some(at + 2),
            _ => None,
        }
    }

    /// The cell at `at` and the place behind it, if it is ASCII that can be written as it is.
    #[inline(always)]
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

/// The question that a column has whole.
fn question(meaning: &Meaning) -> Option<usize> {
    match *meaning {
        Meaning::Question(at, _) => Some(at),
        Meaning::Metadata | Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::QuestionOption(..) => None,
    }
}

/// How digits look that stand one after another, each in a cell of `N` bytes: eight bytes of them, which are `P` pairs.
#[derive(Clone, Copy, Debug)]
struct Pattern<const N: usize, const P: usize> {
    /// What eight bytes are where every digit is a zero.
    zeros: u64,
    /// The bits in which a cell may differ.
    digits: u64,
}

impl<const N: usize, const P: usize> Pattern<N, P> {
    /// Where the digit of a cell begins, in bits: that of a bare one is its first byte, that in quotes its second.
    const DIGIT: usize = if N == 2 { 0 } else { 8 };

    /// Of cells like this one, whose digit is a zero.
    fn new(cell: [u8; N]) -> Self {
        let zeros: [u8; 8] = std::array::from_fn(|at| cell[at % N]);
        let digits = zeros.map(|byte| if byte == b'0' { DIGIT_BITS } else { 0 });
        Self { zeros: u64::from_le_bytes(zeros), digits: u64::from_le_bytes(digits) }
    }

    /// Gives each pair of so many digits with its item, and the length of all cells; none where one looks otherwise.
    #[inline(always)]
    fn each<T>(&self, bytes: &[u8], cells: usize, items: &[T], take: &mut impl FnMut(usize, &T)) -> Option<usize> {
        let mut stray = 0;
        // Of a word without the pattern, digits are left, and of cells that look otherwise more than that.
        let mut pairs = |left: u64| {
            stray |= left & !self.digits;
            let both = left >> Self::DIGIT | left >> (Self::DIGIT + 8 * N - 4);
            move |at: usize| usize::from((both >> (16 * N * at)).to_le_bytes()[0])
        };
        let (words, rest) = bytes.get(..N * cells)?.as_chunks::<8>();
        let (wide, _) = items.as_chunks::<P>();
        for (word, items) in words.iter().zip(wide) {
            let pair = pairs(u64::from_le_bytes(*word) ^ self.zeros);
            items.iter().enumerate().for_each(|(at, item)| take(pair(at), item));
        }
        if !rest.is_empty() {
            // What stands behind the cells is not looked at.
            let word = u64::from_le_bytes(*bytes.get(8 * words.len()..)?.first_chunk()?);
            let pair = pairs((word ^ self.zeros) & ((1 << (8 * rest.len())) - 1));
            items[P * words.len()..].iter().enumerate().for_each(|(at, item)| take(pair(at), item));
        }
        (stray == 0).then_some(N * cells)
    }
}
