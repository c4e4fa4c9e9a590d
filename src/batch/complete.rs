//! What Cronbach's alpha needs of complete rows of digits, counted with little for each row: how often each digit stands in each
//! place, and how the points of each criterion spread. What that comes to is worked out once.

use super::digits::{Digits, worths};
use super::shape::{DIGITS, PAIRS};
use crate::answers::Code;
use crate::definition::Definition;
use crate::mapping::Quick;
use crate::population::Cronbach;
use crate::score::Scorer;

/// How the points of all criteria share one word, by the digits of a row.
#[derive(Debug)]
pub(super) struct Points {
    tables: Vec<[u64; PAIRS]>,
    /// For each criterion, where its points begin in a word, and the bits that they may have.
    criteria: Vec<(u32, u64)>,
    pairs: Vec<[Option<usize>; 2]>,
    /// What each digit says of each question.
    codes: Vec<[Code; DIGITS]>,
}

/// Complete rows.
#[derive(Clone, Debug)]
pub(super) struct Complete {
    rows: u64,
    /// For each pair of questions, how often each digit stands in the first cell, and in the second.
    digits: Vec<[[u64; DIGITS]; 2]>,
    /// For each criterion, the sum of the squares of the points of a row.
    squares: Vec<u128>,
}

impl Points {
    /// None where the points do not fit a word.
    pub(super) fn new(digits: &Digits, quick: &[Quick], definition: &Definition, scorer: &Scorer) -> Option<Self> {
        let mut used = 0;
        let criteria = definition.criteria.iter().map(|criterion| {
            let best = criterion.questions.iter().map(|of| of.options.iter().map(|of| u64::from(of.points)).max());
            let bits = u64::BITS - best.flatten().sum::<u64>().leading_zeros();
            used += bits;
            (used < u64::BITS).then(|| (used - bits, (1 << bits) - 1))
        });
        let criteria = criteria.collect::<Option<Vec<(u32, u64)>>>()?;
        let questions: Vec<_> = definition.questions().map(|(_, question)| question).collect();
        let points = |question: usize, option: Code| {
            let (shift, _) = criteria[scorer.scheme().questions[question].criterion];
            u64::from(questions[question].options[usize::from(option)].points) << shift
        };
        let pairs: Vec<_> = digits.shape.pairs().map(|pair| pair.questions).collect();
        let tables = pairs.iter().map(|pair| worths(*pair, quick, points)).collect();
        let codes =
            quick.iter().map(|quick| std::array::from_fn(|digit| quick.byte[usize::from(b'0') + digit])).collect();
        Some(Self { tables, criteria, pairs, codes })
    }

    /// No rows.
    pub(super) fn none(&self) -> Complete {
        Complete { rows: 0, digits: vec![[[0; DIGITS]; 2]; self.tables.len()], squares: vec![0; self.criteria.len()] }
    }
}

impl Complete {
    /// Adds a row whose cells are all options.
    #[inline]
    pub(super) fn add(&mut self, points: &Points, digits: &Digits) {
        let (mut word, mut pairs) = (0u64, points.tables.iter().zip(&mut self.digits));
        digits.found().for_each(|pair| {
            let Some((table, counts)) = pairs.next() else { return };
            word += table[pair];
            counts[0][pair % DIGITS] += 1;
            counts[1][pair / DIGITS] += 1;
        });
        for ((shift, mask), squares) in points.criteria.iter().zip(&mut self.squares) {
            let sum = u128::from(word >> shift & mask);
            *squares += sum * sum;
        }
        self.rows += 1;
    }

    /// Alpha's sums, of each criterion.
    pub(super) fn alphas(self, points: &Points, definition: &Definition, scorer: &Scorer) -> Vec<Cronbach> {
        let questions: Vec<_> = definition.questions().map(|(_, question)| question).collect();
        let mut items = vec![(0, 0); questions.len()];
        for (pair, counts) in points.pairs.iter().zip(&self.digits) {
            for (question, counts) in pair.iter().zip(counts).filter_map(|(of, counts)| Some(((*of)?, counts))) {
                for (code, count) in points.codes[question].iter().zip(counts).filter(|(_, count)| **count > 0) {
                    let points = u64::from(questions[question].options[usize::from(*code)].points);
                    items[question].0 += points * count;
                    items[question].1 += points * points * count;
                }
            }
        }
        let of = |(questions, squares): (&std::ops::Range<usize>, u128)| {
            Cronbach::of_sums(self.rows, items[questions.clone()].to_vec(), squares)
        };
        scorer.criteria().iter().zip(self.squares).map(of).collect()
    }
}
