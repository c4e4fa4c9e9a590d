//! The shape of the row that nearly every row is: a digit a cell, and short plain metadata.
//!
//! Its digits are found in pairs, without a branch a cell, and its metadata is searched eight bytes at a time for its end and
//! for anything unusual. Cells of other answers are compared with what is known. What is written is ASCII. What digits mean
//! is not known here.

use super::eight::{Pattern, eight, every, first, stops};
use crate::answers::{Code, UNKNOWN};
use crate::mapping::{Column, Columns, Meaning, Quick};

/// As many as the lower half of a byte tells apart: digits are the bytes 0x30 to 0x39, and those beyond 9 none.
pub(super) const DIGITS: usize = 16;
/// As many as two of them tell apart: the first in the lower half of a byte, the second, or 0 where there is none, in the
/// upper.
pub(super) const PAIRS: usize = DIGITS * DIGITS;
/// What stands for a cell that is no digit, behind the digits.
pub(super) const OTHER: u8 = 10;

/// The longest cell that is looked at of those that are no digits, and what ends it.
const LONGEST: usize = 16;

/// Columns whose rows may look so, and what is kept of each pair of questions.
#[derive(Debug)]
pub(super) struct Shape<T> {
    delimiter: u8,
    /// Eight times the delimiter, if it is above a minus; else eight times zero, which is looked for anyway.
    high_delimiter: u64,
    bare: Pattern,
    quoted: Pattern,
    /// All columns but the last, if that one is of a question: behind it is nothing but the end of a line.
    steps: Vec<Step<T>>,
    last: Option<Pair<T>>,
}

#[derive(Debug)]
enum Step<T> {
    /// What stands behind it: the delimiter, or the end of a line.
    Metadata(u8),
    /// At most four questions one after another.
    Questions(Four<T>),
}

/// So many cells of digits, which are eight bytes where they are bare, and twice as many in quotes; and which of their bits
/// belong to them. Where there are fewer than four, the questions that are none are empty.
#[derive(Debug)]
struct Four<T> {
    bare: u64,
    quoted: [u64; 2],
    length: usize,
    pairs: [Pair<T>; 2],
}

/// Two neighbours, and what is kept of them.
#[derive(Debug)]
pub(super) struct Pair<T> {
    pub(super) questions: [Option<usize>; 2],
    pub(super) item: T,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plain {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl<T> Shape<T> {
    /// For these columns, with an item for each pair of questions; none where there are no columns, or some are for options, or parts
    /// of a question.
    pub(super) fn new(columns: &Columns, delimiter: u8, mut item: impl FnMut([Option<usize>; 2]) -> T) -> Option<Self> {
        let is_part = |column: &Column| column.is_part || matches!(column.meaning, Meaning::QuestionOption(..));
        if columns.list.iter().any(is_part) {
            return None;
        }
        let mut pair = |questions| Pair { questions, item: item(questions) };
        let mut steps = Vec::new();
        let (last, others) = columns.list.split_last()?;
        let is_question = |column: &Column| question(&column.meaning).is_some();
        for columns in others.chunk_by(|one, other| is_question(one) && is_question(other)) {
            let questions: Vec<usize> = columns.iter().filter_map(|column| question(&column.meaning)).collect();
            if questions.is_empty() {
                steps.push(Step::Metadata(delimiter));
            }
            let fours = questions.chunks(4).map(|four| Four::new(four, &mut pair));
            steps.extend(fours.map(Step::Questions));
        }
        let last = question(&last.meaning).map(|question| pair([Some(question), None]));
        if last.is_none() {
            steps.push(Step::Metadata(b'\n'));
        }
        Some(Self {
            delimiter,
            high_delimiter: every(if delimiter > b'-' { delimiter } else { 0 }),
            bare: Pattern::new([b'0', delimiter]),
            quoted: Pattern::new([b'"', b'0', b'"', delimiter]),
            steps,
            last,
        })
    }

    /// The pairs of questions in the order of the columns. Four columns that stand together are two of them.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &Pair<T>> {
        let fours =
            self.steps.iter().filter_map(|step| if let Step::Questions(four) = step { Some(four) } else { None });
        fours.flat_map(|four| &four.pairs).chain(&self.last)
    }

    /// How many questions there are.
    pub(super) fn questions(&self) -> usize {
        self.pairs().flat_map(|pair| pair.questions).flatten().count()
    }

    /// How many cells of metadata there are.
    pub(super) fn metadata(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step, Step::Metadata(_))).count()
    }

    /// What a cell says that is no digit, if `quick` knows it, and how long it is with the delimiter behind it.
    #[inline]
    pub(super) fn known(&self, quick: &Quick, cell: &[u8]) -> Option<(Code, usize)> {
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r' | b'"');
        let end = cell.iter().take(LONGEST).position(ends).filter(|end| cell[*end] == self.delimiter)?;
        Some((quick.code(&cell[..end]), end + 1)).filter(|(code, _)| *code != UNKNOWN)
    }

    /// Goes through the row at `at`, and gives the place of the next. Cells of metadata are put into `metadata`, as many as it
    /// has room for; each pair of digits is given to `take` with its pair of questions. Where a cell is no digit, `other` is given the
    /// question and what begins with the cell, and says how long it is with what ends it, if it knows it. None where the row looks
    /// otherwise, though some were given.
    #[inline(always)]
    pub(super) fn walk(
        &self,
        bytes: &[u8],
        mut at: usize,
        metadata: &mut [Plain],
        mut take: impl FnMut(usize, &Pair<T>),
        mut other: impl FnMut(usize, &[u8]) -> Option<usize>,
    ) -> Option<usize> {
        let (mut steps, mut metadata) = (self.steps.as_slice(), metadata.iter_mut());
        loop {
            // Most rows are bare from end to end, or quoted.
            let (found, next) = match bytes.get(at) {
                Some(b'"') => self.alike::<true>(bytes, at, steps, &mut metadata, &mut take)?,
                _ => self.alike::<false>(bytes, at, steps, &mut metadata, &mut take)?,
            };
            (steps, at) = (&steps[found..], next);
            let Some((step, others)) = steps.split_first() else { break };
            match step {
                Step::Metadata(behind) => {
                    let (cell, end) = self.plain(bytes, at)?;
                    if let Some(place) = metadata.next() {
                        *place = cell;
                    }
                    at = match bytes.get(end..)? {
                        [byte, ..] if byte == behind => end + 1,
                        [b'\r', b'\n', ..] if *behind == b'\n' => end + 2,
                        _ => return None,
                    };
                }
                Step::Questions(four) => {
                    let (found, length) = self.mixed(bytes, at, four, &mut other)?;
                    found.into_iter().zip(&four.pairs).for_each(|(pair, questions)| take(pair, questions));
                    at += length;
                }
            }
            steps = others;
        }
        let Some(last) = &self.last else { return Some(at) };
        let (digit, length) = match *bytes.get(at..)? {
            [b'"', byte @ b'0'..=b'9', b'"', ..] => (byte ^ b'0', 3),
            [byte @ b'0'..=b'9', ..] => (byte ^ b'0', 1),
            // As if it were not the last cell.
            [b'\n' | b'\r', ..] => other(last.questions[0]?, &[self.delimiter]).map(|_| (OTHER, 0))?,
            _ => return None,
        };
        take(usize::from(digit), last);
        match bytes.get(at + length..)? {
            [b'\n', ..] => Some(at + length + 1),
            [b'\r', b'\n', ..] => Some(at + length + 2),
            _ => None,
        }
    }

    /// Goes through steps as long as cells are bare, or all are `QUOTED`, and tells how many these are, and the place behind them.
    #[inline(always)]
    fn alike<'m, const QUOTED: bool>(
        &self,
        bytes: &[u8],
        mut at: usize,
        steps: &[Step<T>],
        metadata: &mut impl Iterator<Item = &'m mut Plain>,
        take: &mut impl FnMut(usize, &Pair<T>),
    ) -> Option<(usize, usize)> {
        let (bare, quoted, high_delimiter) = (self.bare, self.quoted, self.high_delimiter);
        let last = bytes.len().checked_sub(8)?;
        // So it is seen at once that eight bytes are there.
        let eight = |at: usize| if at <= last { eight(bytes, at) } else { None };
        for (index, step) in steps.iter().enumerate() {
            let here = Some((index, at));
            match step {
                Step::Questions(four) if QUOTED => {
                    let pair = |at: usize, bits: u64| {
                        let left = quoted.left(eight(at)?, bits)?;
                        Some(usize::from(first(left >> 8 | left >> 36)))
                    };
                    let (Some(first), Some(second)) = (pair(at, four.quoted[0]), pair(at + 8, four.quoted[1])) else {
                        return here;
                    };
                    let [one, two] = &four.pairs;
                    take(first, one);
                    take(second, two);
                    at += 2 * four.length;
                }
                Step::Questions(four) => {
                    let left = eight(at).and_then(|word| bare.left(word, four.bare));
                    let Some(left) = left else { return here };
                    let both = left | left >> 12;
                    let [one, two] = &four.pairs;
                    take(usize::from(first(both)), one);
                    take(usize::from(first(both >> 32)), two);
                    at += four.length;
                }
                Step::Metadata(behind) => {
                    let start = if QUOTED { at + 1 } else { at };
                    if QUOTED && bytes.get(at) != Some(&b'"') {
                        return here;
                    }
                    let (mut word, mut end) = (eight(start)?, start);
                    if begins_otherwise(first(word)) {
                        return here;
                    }
                    let stops = loop {
                        let stops = stops(word, high_delimiter);
                        if stops != 0 {
                            break stops;
                        }
                        end += 8;
                        word = eight(end)?;
                    };
                    let bits = stops.trailing_zeros() & !7;
                    end += usize::try_from(bits / 8).expect("it is below 8");
                    let stop = first(word >> bits);
                    if QUOTED && (stop != b'"' || bytes.get(end + 1) != Some(behind)) || !QUOTED && stop != *behind {
                        return here;
                    }
                    if let Some(place) = metadata.next() {
                        *place = Plain { start, end };
                    }
                    at = if QUOTED { end + 2 } else { end + 1 };
                }
            }
        }
        Some((steps.len(), at))
    }

    /// The two pairs of digits at `at` and how long they are, where not all look alike.
    #[inline(never)]
    fn mixed(
        &self,
        bytes: &[u8],
        at: usize,
        four: &Four<T>,
        other: &mut impl FnMut(usize, &[u8]) -> Option<usize>,
    ) -> Option<([usize; 2], usize)> {
        let (mut pairs, mut length) = ([0; 2], 0);
        for (pair, of) in pairs.iter_mut().zip(&four.pairs) {
            for (question, shift) in of.questions.iter().flatten().zip([0, 4]) {
                let rest = bytes.get(at + length..)?;
                let (digit, wide) = match *rest {
                    [byte @ b'0'..=b'9', end, ..] if end == self.delimiter => (byte ^ b'0', 2),
                    [b'"', byte @ b'0'..=b'9', b'"', end, ..] if end == self.delimiter => (byte ^ b'0', 4),
                    _ => (OTHER, other(*question, rest)?),
                };
                *pair |= usize::from(digit) << shift;
                length += wide;
            }
        }
        Some((pairs, length))
    }

    /// The cell at `at` and the place behind it, if it is ASCII that can be written as it is.
    #[inline(never)]
    fn plain(&self, bytes: &[u8], at: usize) -> Option<(Plain, usize)> {
        let (mut start, mut word) = (at, eight(bytes, at)?);
        let quoted = first(word) == b'"';
        if quoted {
            start += 1;
            word = eight(bytes, start)?;
        }
        if begins_otherwise(first(word)) {
            return None;
        }
        let mut end = start;
        let stop = loop {
            let stops = stops(word, self.high_delimiter);
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
            (false, false) => Some((Plain { start, end }, end)),
            (true, true) => Some((Plain { start, end }, end + 1)),
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

/// The question that a column has whole.
fn question(meaning: &Meaning) -> Option<usize> {
    match *meaning {
        Meaning::Question(at, _) => Some(at),
        Meaning::Metadata | Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::QuestionOption(..) => None,
    }
}

impl<T> Four<T> {
    fn new(questions: &[usize], mut pair: impl FnMut([Option<usize>; 2]) -> Pair<T>) -> Self {
        let of = |bytes: usize| u64::from_le_bytes(std::array::from_fn(|at| if at < bytes { 0xff } else { 0 }));
        let length = 2 * questions.len();
        let pairs = [0, 2].map(|at| pair([at, at + 1].map(|at| questions.get(at).copied())));
        Self { bare: of(length), quoted: [of(2 * length), of((2 * length).saturating_sub(8))], length, pairs }
    }
}

/// Whether a cell of metadata that begins so is looked at elsewhere: a spreadsheet could take it for a formula.
#[inline(always)]
fn begins_otherwise(byte: u8) -> bool {
    matches!(byte, b' ' | b'=' | b'+' | b'-' | b'@')
}
