//! Rows of digits as the codes of their answers, for whoever wants these and not sums alone. See [`Shape`]. A row that looks
//! otherwise is declined, and never refused.

use super::shape::{DIGITS, OTHER, Plain, Shape, Trying};
use crate::answers::{Code, UNANSWERED, UNKNOWN};
use crate::mapping::{Columns, Quick};

#[derive(Debug)]
pub(super) struct Digits {
    shape: Shape,
    trying: Trying,
    /// By pair of questions.
    tables: Vec<[[Said; 2]; 2]>,
    /// The codes of the row by question, and behind them what no question says.
    codes: Vec<Code>,
    /// What cells of the row say that are no digits, and of which question.
    others: Vec<(usize, Code)>,
}

/// What each digit says of a question.
#[derive(Clone, Copy, Debug)]
struct Said {
    question: usize,
    codes: [Code; DIGITS],
}

impl Digits {
    /// For these columns; none where no row can look so.
    pub(super) fn new(columns: &Columns, delimiter: u8, quick: &[Quick]) -> Option<Self> {
        let shape = Shape::new(columns, delimiter)?;
        let said = |question: Option<usize>| match question {
            Some(question) => Said { question, codes: codes(&quick[question]) },
            None => Said { question: quick.len(), codes: [UNANSWERED; DIGITS] },
        };
        let tables = shape.pairs.iter().map(|pairs| pairs.map(|pair| pair.map(said))).collect();
        let codes = vec![UNANSWERED; quick.len() + 1];
        Some(Self { shape, trying: Trying::default(), tables, codes, others: Vec::new() })
    }

    /// How many cells of metadata a row has.
    pub(super) fn metadata(&self) -> usize {
        self.shape.metadata()
    }

    /// Puts the codes of the row at `at` into `codes` if it looks so and `quick` knows the other cells, and its metadata into
    /// `plain`; gives the place of the next.
    #[inline]
    pub(super) fn row(
        &mut self,
        (bytes, at): (&[u8], usize),
        quick: &[Quick],
        plain: &mut [Plain],
        codes: &mut [Code],
    ) -> Option<usize> {
        if !self.trying.pays() {
            return None;
        }
        let Self { shape, tables, codes: row, others, .. } = self;
        others.clear();
        let mut unknown = false;
        let take = |pair: usize, said: &[Said; 2]| {
            for (said, digit) in said.iter().zip([pair % DIGITS, pair / DIGITS]) {
                row[said.question] = said.codes[digit];
                unknown |= said.codes[digit] == UNKNOWN;
            }
        };
        let other = |question: usize, cell: &[u8]| {
            let (code, length) = shape.known(&quick[question], cell)?;
            others.push((question, code));
            Some(length)
        };
        let next = shape.walk(bytes, at, tables, plain, take, other).filter(|_| !unknown);
        self.trying.found(next.is_some());
        next?;
        codes.copy_from_slice(&row[..codes.len()]);
        others.iter().for_each(|(question, code)| codes[*question] = *code);
        next
    }
}

/// What each digit says; nothing where the cell is another one.
fn codes(quick: &Quick) -> [Code; DIGITS] {
    let mut codes = [UNKNOWN; DIGITS];
    codes.iter_mut().zip(b'0'..=b'9').for_each(|(code, digit)| *code = quick.byte[usize::from(digit)]);
    codes[usize::from(OTHER)] = UNANSWERED;
    codes
}
