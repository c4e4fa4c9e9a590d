//! Rows of digits: what they add up to, and which digits stand in them. Without a branch a cell. See [`Shape`].
//!
//! The sums of all criteria share one word, see `Packing`: each pair of cells is looked up and added. One bit says that a
//! digit is no option, and the row does not add up. Where answers are wanted and not sums alone, the digits become codes. A row
//! that looks otherwise is declined, and never refused, and nothing is judged here.

use std::cell::Cell;

use super::shape::{DIGITS, OTHER, PAIRS, Pair, Plain, Shape, Trying};
use crate::answers::{Code, NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::mapping::{Columns, Quick};
use crate::score::{Scorer, Words};

/// Set in a word where a cell is no option: sums have the 63 bits below.
const NO_OPTION: u64 = 1 << 63;

#[derive(Debug)]
pub(super) struct Digits {
    pub(super) shape: Shape<Worth>,
    trying: Trying,
    /// All of the row's pairs added up, and all of their bits, among which [`NO_OPTION`] is not lost.
    sums: u64,
    seen: u64,
    /// What cells of the row say that are no digits, and of which question.
    pub(super) others: Vec<(usize, Code)>,
    /// What the best option of each question adds to a word; none where the sums of all criteria do not fit one.
    best: Option<Vec<u64>>,
    /// The codes of the row by question, and behind them what no question says.
    codes: Vec<Code>,
}

/// What a pair of questions is worth.
#[derive(Debug)]
pub(super) struct Worth {
    /// What each pair of digits adds to the word. There are few options, so that all entries that are looked up together stay in
    /// the fastest memory.
    worth: [u64; PAIRS],
    said: [Said; 2],
    /// The digits of the row.
    found: Cell<u8>,
}

/// What each digit says of a question.
#[derive(Clone, Copy, Debug)]
struct Said {
    question: usize,
    codes: [Code; DIGITS],
}

impl Digits {
    /// For these columns; none where no row can look so.
    pub(super) fn new(columns: &Columns, delimiter: u8, quick: &[Quick], scorer: &Scorer) -> Option<Self> {
        let questions = &scorer.scheme().questions;
        let packing = scorer.packing();
        let worth = |question: usize, option| packing.map_or(0, |packing| packing.worth(&questions[question], option));
        let said = |question: Option<usize>| match question {
            Some(question) => Said { question, codes: codes(&quick[question]) },
            None => Said { question: quick.len(), codes: [UNANSWERED; DIGITS] },
        };
        let shape = Shape::new(columns, delimiter, |pair| Worth {
            worth: worths(pair, quick, worth),
            said: pair.map(said),
            found: Cell::new(0),
        })?;
        // A question without a column is open, and the row none of these.
        let packing = packing.filter(|_| shape.questions() == quick.len());
        let best = packing.map(|packing| questions.iter().map(|question| packing.best(question)).collect());
        let (codes, others) = (vec![UNANSWERED; quick.len() + 1], Vec::new());
        Some(Self { shape, trying: Trying::default(), sums: 0, seen: 0, others, best, codes })
    }

    /// How many cells of metadata a row has.
    pub(super) fn metadata(&self) -> usize {
        self.shape.metadata()
    }

    /// Reads the row at `at` if it looks so and `quick` knows the other cells, and puts its metadata into `plain`; gives the place of
    /// the next. Its digits are there only if it is to `keep` them: for words they need not be. Whoever takes either says whether
    /// there were any with [`Digits::used`]. On its own, it is optimised better.
    #[inline(never)]
    pub(super) fn row<const KEEP: bool>(
        &mut self,
        (bytes, at): (&[u8], usize),
        quick: &[Quick],
        plain: &mut [Plain],
    ) -> Option<usize> {
        if !self.trying.pays() {
            return None;
        }
        let Self { shape, others, .. } = self;
        let (mut sums, mut seen) = (0u64, 0);
        others.clear();
        let other = |question: usize, cell: &[u8]| {
            let (code, length) = shape.known(&quick[question], cell)?;
            others.push((question, code));
            Some(length)
        };
        let take = |digits: usize, pair: &Pair<Worth>| {
            let entry = pair.item.worth[digits];
            sums = sums.wrapping_add(entry);
            seen |= entry;
            if KEEP {
                // Two digits are a byte.
                pair.item.found.set(digits.to_le_bytes()[0]);
            }
        };
        let next = shape.walk(bytes, at, plain, take, other);
        if next.is_none() {
            self.used(false);
        }
        (self.sums, self.seen) = (sums, seen);
        next
    }

    /// Takes whether the row that was read was of use.
    #[inline]
    pub(super) fn used(&mut self, used: bool) {
        self.trying.found(used);
    }

    /// The pairs of digits of the row, in the order of the shape's.
    #[inline]
    pub(super) fn found(&self) -> impl Iterator<Item = usize> {
        self.shape.pairs().map(|pair| usize::from(pair.item.found.get()))
    }

    /// What the row adds up to; none where not every digit is an option, it does not fit words, or nothing is answered: such a row is
    /// refused elsewhere.
    #[inline]
    pub(super) fn words(&self) -> Option<Words> {
        let best = self.best.as_ref()?;
        let mut words = Words { low: self.sums, ..Words::default() };
        for (question, code) in &self.others {
            match *code {
                UNANSWERED => {
                    words.more += best[*question];
                    words.open += 1;
                }
                NOT_APPLICABLE => words.without += best[*question],
                _ => return None,
            }
        }
        (self.seen & NO_OPTION == 0 && self.others.len() < best.len()).then_some(words)
    }

    /// Puts the codes of the row into `codes`; false where a digit is no answer.
    #[inline]
    pub(super) fn codes(&mut self, codes: &mut [Code]) -> bool {
        let mut unknown = false;
        self.shape.pairs().for_each(|Pair { item: Worth { said, found, .. }, .. }| {
            let pair = usize::from(found.get());
            for (said, digit) in said.iter().zip([pair % DIGITS, pair / DIGITS]) {
                self.codes[said.question] = said.codes[digit];
                unknown |= said.codes[digit] == UNKNOWN;
            }
        });
        codes.copy_from_slice(&self.codes[..codes.len()]);
        self.others.iter().for_each(|(question, code)| codes[*question] = *code);
        !unknown
    }
}

/// What each digit says; nothing where the cell is another one.
fn codes(quick: &Quick) -> [Code; DIGITS] {
    let mut codes = [UNKNOWN; DIGITS];
    codes.iter_mut().zip(b'0'..=b'9').for_each(|(code, digit)| *code = quick.byte[usize::from(digit)]);
    codes[usize::from(OTHER)] = UNANSWERED;
    codes
}

/// What each pair of digits of these questions adds to a word of 63 bits, by what an option of a question adds.
pub(super) fn worths(pair: [Option<usize>; 2], quick: &[Quick], worth: impl Fn(usize, Code) -> u64) -> [u64; PAIRS] {
    let worths = |question: usize| {
        let mut worths = [NO_OPTION; DIGITS];
        for (entry, byte) in worths.iter_mut().zip(b'0'..=b'9') {
            match quick[question].byte[usize::from(byte)] {
                UNKNOWN | UNANSWERED | NOT_APPLICABLE => {}
                option => *entry = worth(question, option),
            }
        }
        // What it says is not among the digits.
        worths[usize::from(OTHER)] = 0;
        worths
    };
    both(pair.map(|question| question.map(worths)))
}

/// What each pair of digits adds, of two questions, one or none.
fn both(worths: [Option<[u64; DIGITS]>; 2]) -> [u64; PAIRS] {
    let [one, other] = worths.map(Option::unwrap_or_default);
    std::array::from_fn(|pair| {
        let (one, other) = (one[pair % DIGITS], other[pair / DIGITS]);
        if (one | other) & NO_OPTION == 0 { one + other } else { NO_OPTION }
    })
}
