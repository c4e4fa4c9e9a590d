//! The shape of the row that nearly every row is: a digit a cell, and short plain metadata.
//!
//! Its digits are found in pairs, without a branch a cell, and its metadata is searched eight bytes at a time for its end and
//! for anything unusual. Cells of other answers are compared with what is known. What is written is ASCII. What digits mean
//! is not known here.

use crate::answers::{Code, UNKNOWN};
use crate::mapping::{Column, Columns, Meaning, Quick};

/// As many as the lower half of a byte tells apart: digits are the bytes 0x30 to 0x39, and those beyond 9 none.
pub(super) const DIGITS: usize = 16;
/// As many as two of them tell apart: the first in the lower half of a byte, the second, or 0 where there is none, in the
/// upper.
pub(super) const PAIRS: usize = DIGITS * DIGITS;
/// What stands for a cell that is no digit, behind the digits.
pub(super) const OTHER: u8 = 10;
/// The bits of a byte that say which digit it is.
const DIGIT_BITS: u8 = 0x0f;

/// The longest cell that is looked at of those that are no digits, and what ends it.
const LONGEST: usize = 16;

/// Eight times the same byte.
const fn every(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte.
const HIGH: u64 = every(0x80);

/// Columns whose rows may look so.
#[derive(Debug)]
pub(super) struct Shape {
    delimiter: u8,
    /// Eight times the delimiter, if it is above a minus; else eight times zero, which is looked for anyway.
    high_delimiter: u64,
    bare: Pattern,
    quoted: Pattern,
    /// All columns but the last, behind which is nothing but the end of a line.
    parts: Vec<Part>,
    /// Whether that is of a question.
    ends: bool,
    /// The questions in the order of the columns, in pairs of neighbours. Four columns that stand together are two pairs; where
    /// there are no more questions, they are empty.
    pub(super) pairs: Vec<[Pair; 2]>,
}

pub(super) type Pair = [Option<usize>; 2];

#[derive(Debug)]
enum Part {
    Metadata,
    /// At most four questions one after another.
    Questions(Four),
}

/// So many cells of digits, which are eight bytes where they are bare, and twice as many in quotes; and which of their bits
/// belong to them.
#[derive(Clone, Copy, Debug)]
struct Four {
    cells: usize,
    bare: u64,
    quoted: [u64; 2],
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plain {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Shape {
    /// For these columns; none where there are none, or some are for options, or parts of a question.
    pub(super) fn new(columns: &Columns, delimiter: u8) -> Option<Self> {
        let is_part = |column: &Column| column.is_part || matches!(column.meaning, Meaning::QuestionOption(..));
        if columns.list.iter().any(is_part) {
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
            for four in questions.chunks(4) {
                pairs.push([0, 2].map(|at| [at, at + 1].map(|at| four.get(at).copied())));
                parts.push(Part::Questions(Four::new(four.len())));
            }
        }
        let ends = question(&last.meaning);
        pairs.extend(ends.map(|question| [[Some(question), None], [None; 2]]));
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

    /// What a cell says that is no digit, if `quick` knows it, and how long it is with the delimiter behind it.
    #[inline]
    pub(super) fn known(&self, quick: &Quick, cell: &[u8]) -> Option<(Code, usize)> {
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r' | b'"');
        let end = cell.iter().take(LONGEST).position(ends).filter(|end| cell[*end] == self.delimiter)?;
        Some((quick.code(&cell[..end]), end + 1)).filter(|(code, _)| *code != UNKNOWN)
    }

    /// How many questions there are.
    pub(super) fn questions(&self) -> usize {
        self.pairs.as_flattened().iter().flatten().flatten().count()
    }

    /// How many cells of metadata there are.
    pub(super) fn metadata(&self) -> usize {
        let metadata = self.parts.iter().filter(|part| matches!(part, Part::Metadata)).count();
        metadata + usize::from(!self.ends)
    }

    /// Goes through the row at `at`, and gives the place of the next. Cells of metadata are put into `metadata`, as many as it
    /// has room for; each pair of digits is given to `take` with its item, of which there is one for each pair of questions.
    /// Where a cell is no digit, `other` is given the question and what begins with the cell, and says how long it is with what
    /// ends it, if it knows it. None where the row looks otherwise, though some were given.
    #[inline(always)]
    pub(super) fn walk<T>(
        &self,
        bytes: &[u8],
        mut at: usize,
        mut items: &[[T; 2]],
        metadata: &mut [Plain],
        mut take: impl FnMut(usize, &T),
        mut other: impl FnMut(usize, &[u8]) -> Option<usize>,
    ) -> Option<usize> {
        let mut metadata = metadata.iter_mut();
        let mut carry = |cell| {
            if let Some(place) = metadata.next() {
                *place = cell;
            }
        };
        for part in &self.parts {
            match part {
                Part::Metadata => {
                    let (cell, end, behind) = self.plain(bytes, at)?;
                    if behind != self.delimiter {
                        return None;
                    }
                    carry(cell);
                    at = end + 1;
                }
                Part::Questions(four) => {
                    let ([one, two], others) = items.split_first()?;
                    let ([first, second], length) = match self.alike(bytes, at, four) {
                        Some(found) => found,
                        None => {
                            self.mixed(bytes.get(at..)?, &self.pairs[self.pairs.len() - items.len()], &mut other)?
                        }
                    };
                    take(first, one);
                    take(second, two);
                    (at, items) = (at + length, others);
                }
            }
        }
        if self.ends {
            let (digit, length) = match *bytes.get(at..)? {
                [b'"', byte @ b'0'..=b'9', b'"', ..] => (byte ^ b'0', 3),
                [byte @ b'0'..=b'9', ..] => (byte ^ b'0', 1),
                // As if it were not the last cell.
                [b'\n' | b'\r', ..] => other(self.pairs.last()?[0][0]?, &[self.delimiter]).map(|_| (OTHER, 0))?,
                _ => return None,
            };
            take(usize::from(digit), &items.first()?[0]);
            at += length;
        } else {
            let (cell, end, _) = self.plain(bytes, at)?;
            carry(cell);
            at = end;
        }
        match bytes.get(at..)? {
            [b'\n', ..] => Some(at + 1),
            [b'\r', b'\n', ..] => Some(at + 2),
            _ => None,
        }
    }

    /// The two pairs of digits at `at` and how long they are, if all are bare, or all are in quotes.
    #[inline(always)]
    fn alike(&self, bytes: &[u8], at: usize, four: &Four) -> Option<([usize; 2], usize)> {
        let word = eight(bytes, at)?;
        if let Some(left) = self.bare.left(word, four.bare) {
            let both = left | left >> 12;
            return Some(([both, both >> 32].map(|pair| usize::from(first(pair))), 2 * four.cells));
        }
        let pair = |left: u64| usize::from(first(left >> 8 | left >> 36));
        let one = pair(self.quoted.left(word, four.quoted[0])?);
        let two = if four.cells > 2 { pair(self.quoted.left(eight(bytes, at + 8)?, four.quoted[1])?) } else { 0 };
        Some(([one, two], 4 * four.cells))
    }

    /// The same where some are no digits, or some in quotes and others not.
    #[inline(never)]
    fn mixed(
        &self,
        bytes: &[u8],
        questions: &[Pair; 2],
        other: &mut impl FnMut(usize, &[u8]) -> Option<usize>,
    ) -> Option<([usize; 2], usize)> {
        let (mut pairs, mut at) = ([0; 2], 0);
        for (pair, questions) in pairs.iter_mut().zip(questions) {
            for (question, shift) in questions.iter().flatten().zip([0, 4]) {
                let (digit, length) = match bytes[at..] {
                    [byte @ b'0'..=b'9', end, ..] if end == self.delimiter => (byte ^ b'0', 2),
                    [b'"', byte @ b'0'..=b'9', b'"', end, ..] if end == self.delimiter => (byte ^ b'0', 4),
                    _ => (OTHER, other(*question, &bytes[at..])?),
                };
                *pair |= usize::from(digit) << shift;
                at += length;
            }
        }
        Some((pairs, at))
    }

    /// The cell at `at`, the place behind it and the byte there, if it is ASCII that can be written as it is.
    #[inline(always)]
    fn plain(&self, bytes: &[u8], at: usize) -> Option<(Plain, usize, u8)> {
        let (mut start, mut word) = (at, eight(bytes, at)?);
        let quoted = first(word) == b'"';
        if quoted {
            start += 1;
            word = eight(bytes, start)?;
        }
        // What a spreadsheet could take for a formula is looked at elsewhere.
        if matches!(first(word), b' ' | b'=' | b'+' | b'-' | b'@') {
            return None;
        }
        let mut end = start;
        let stop = loop {
            // The highest bit of each byte that is below a minus, as are ends of lines, quotes, most delimiters and all that
            // may begin a formula; is the delimiter; or is a control character or no ASCII. What is borrowed and carried
            // from byte to byte blurs only those behind the first.
            let stops = word.wrapping_sub(every(b'-'))
                | (word ^ self.high_delimiter).wrapping_sub(every(1))
                | word.wrapping_add(every(1))
                | word;
            let stops = stops & HIGH;
            if stops == 0 {
                end += 8;
            } else {
                let bits = stops.trailing_zeros() & !7;
                end += usize::try_from(bits / 8).expect("it is below 8");
                match first(word >> bits) {
                    byte if byte == self.delimiter => break byte,
                    byte @ (b'\n' | b'\r' | b'"') => break byte,
                    b' ' | b'!' | b'#'..=b'+' => end += 1,
                    _ => return None,
                }
            }
            word = eight(bytes, end)?;
        };
        match (quoted, stop == b'"') {
            (false, false) => Some((Plain { start, end }, end, stop)),
            (true, true) => {
                let behind = *bytes.get(end + 1)?;
                let closed = behind == self.delimiter || matches!(behind, b'\n' | b'\r');
                closed.then_some((Plain { start, end }, end + 1, behind))
            }
            _ => None,
        }
    }
}

/// Whether rows are worth a try: not where many before them looked otherwise, save for one now and then.
#[derive(Debug, Default)]
pub(super) struct Trying {
    failed: u64,
}

impl Trying {
    /// So many rows may fail one after another, and from then on one of so many is tried.
    const PATIENCE: u64 = 64;

    #[inline(always)]
    pub(super) fn pays(&mut self) -> bool {
        self.failed < Self::PATIENCE || {
            self.failed += 1;
            self.failed.is_multiple_of(Self::PATIENCE)
        }
    }

    /// Takes whether a row that was tried looks so.
    #[inline(always)]
    pub(super) fn found(&mut self, found: bool) {
        self.failed = if found { 0 } else { self.failed + 1 };
    }
}

/// Eight bytes.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|eight| u64::from_le_bytes(*eight))
}

/// The first of eight bytes.
#[inline(always)]
fn first(word: u64) -> u8 {
    word.to_le_bytes()[0]
}

/// The question that a column has whole.
fn question(meaning: &Meaning) -> Option<usize> {
    match *meaning {
        Meaning::Question(at, _) => Some(at),
        Meaning::Metadata | Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::QuestionOption(..) => None,
    }
}

impl Four {
    fn new(cells: usize) -> Self {
        let of = |bytes: usize| u64::from_le_bytes(std::array::from_fn(|at| if at < bytes { 0xff } else { 0 }));
        Self { cells, bare: of(2 * cells), quoted: [of(4 * cells), of((4 * cells).saturating_sub(8))] }
    }
}

/// How digits look that stand one after another: eight bytes of them.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    /// What they are where every digit is a zero.
    zeros: u64,
    /// The bits in which they may differ, and what makes more than these of what is above a nine.
    digits: u64,
    above: u64,
}

impl Pattern {
    /// Of cells whose digit is a zero.
    fn new<const N: usize>(cell: [u8; N]) -> Self {
        let zeros: [u8; 8] = std::array::from_fn(|at| cell[at % N]);
        let of_digits = |bits: u8| u64::from_le_bytes(zeros.map(|byte| if byte == b'0' { bits } else { 0 }));
        Self { zeros: u64::from_le_bytes(zeros), digits: of_digits(DIGIT_BITS), above: of_digits(DIGIT_BITS - 9) }
    }

    /// The digits that are left of these bits of eight bytes; none where they look otherwise.
    #[inline(always)]
    fn left(&self, word: u64, bits: u64) -> Option<u64> {
        // Of what looks otherwise, more than digits is left.
        let left = (word ^ self.zeros) & bits;
        ((left | left.wrapping_add(self.above)) & !self.digits == 0).then_some(left)
    }
}
