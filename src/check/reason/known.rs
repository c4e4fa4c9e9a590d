//! What criteria can score, kept: goals ask the questions of most criteria for the same, and it takes long to find out.

use std::collections::HashMap;
use std::rc::Rc;

use super::sums::{Asked, Criterion, MAX_BITS, bits, questions};
use super::work::Work;
use crate::score::Scheme;

/// The most bits of all sets that are kept.
const MOST: u64 = MAX_BITS / 4;

/// The criteria of a scheme, as they were asked for.
pub(super) struct Known<'a> {
    scheme: &'a Scheme,
    /// The work that is left.
    pub(super) work: Work,
    criteria: HashMap<(usize, Vec<Option<Asked>>), Rc<Criterion>>,
    bits: u64,
}

impl<'a> Known<'a> {
    pub(super) fn new(scheme: &'a Scheme) -> Self {
        Self { scheme, work: Work::MOST, criteria: HashMap::new(), bits: 0 }
    }

    /// Every criterion, with the questions that `asked` gives, each only as it gives them; or the first criterion that has
    /// too many sums.
    pub(super) fn all(&mut self, asked: impl Fn(usize) -> Option<Asked>) -> Result<Vec<Rc<Criterion>>, usize> {
        let criteria = 0..self.scheme.criteria.len();
        let mut all = 0;
        for at in criteria.clone() {
            let known = self.criteria.get(&self.key(at, &asked)).map(|known| known.sums.bits());
            all += known.or_else(|| bits(&questions(self.scheme, at, &asked))).ok_or(at)?;
            if all > MAX_BITS {
                return Err(at);
            }
        }
        criteria.map(|at| self.one(at, &asked).ok_or(at)).collect()
    }

    fn key(&self, at: usize, asked: impl Fn(usize) -> Option<Asked>) -> (usize, Vec<Option<Asked>>) {
        let own = self.scheme.questions.iter().enumerate().filter(|(_, question)| question.criterion == at);
        (at, own.map(|(question, _)| asked(question)).collect())
    }

    /// One of them; none where it has too many sums.
    pub(super) fn one(&mut self, at: usize, asked: impl Fn(usize) -> Option<Asked>) -> Option<Rc<Criterion>> {
        let key = self.key(at, &asked);
        if let Some(known) = self.criteria.get(&key) {
            return Some(Rc::clone(known));
        }
        let one = Rc::new(Criterion::new(self.scheme, at, questions(self.scheme, at, asked), &mut self.work)?);
        self.bits += one.sums.bits();
        if self.bits > MOST {
            self.criteria.clear();
            self.bits = one.sums.bits();
        }
        self.criteria.insert(key, Rc::clone(&one));
        Some(one)
    }
}
