//! Scoring one row after another without allocation: adding by tables, then the judge.
#![deny(clippy::float_arithmetic)]

use std::ops::Range;

use super::scheme::Scheme;
use super::standing::Standing;
use super::sums::{CodeAdder, Packing, Sum, Words, option};
use super::tables::{Table, Tables};
use crate::answers::Code;
use crate::exact::Fraction;

/// The result of a row. Made once and filled again and again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scored {
    /// What the answers to each criterion are worth.
    pub sums: Vec<Sum>,
    /// With every open question at its worst option.
    pub low: Standing,
    /// With every open question at its best option, where there is one.
    at_best: Standing,
    /// How many questions are not answered.
    pub open: usize,
    /// The exact overall score at worst.
    overall: Fraction<u128>,
}

impl Scored {
    /// With every open question at its best option.
    #[inline]
    pub fn high(&self) -> &Standing {
        if self.open > 0 { &self.at_best } else { &self.low }
    }

    /// The exact overall score at worst; none where it takes more than 64 bits.
    pub fn exact_overall(&self) -> Option<Fraction> {
        self.overall.narrow()
    }
}

/// How codes become scores and levels.
#[derive(Debug)]
pub struct Scorer {
    scheme: Scheme,
    tables: Tables,
    adder: CodeAdder,
    packing: Option<Packing>,
}

impl Scorer {
    /// Makes the tables.
    pub fn new(scheme: Scheme) -> Self {
        let sums = (0..scheme.criteria.len()).map(|at| scheme.fulls(at)).collect::<Option<Vec<_>>>();
        let tables = scheme.tables.clone().filled(sums.map(|sums| sums.concat()));
        let (adder, packing) = (CodeAdder::new(&scheme), Packing::new(&scheme));
        Self { scheme, tables, adder, packing }
    }

    /// The compiled definition.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    pub(crate) fn criteria(&self) -> &[Range<usize>] {
        &self.adder.criteria
    }

    /// The denominators of most scores: those of the criteria, and the overall one; 0 where it does not fit.
    pub(crate) fn usual_denominators(&self) -> (Vec<u64>, u64) {
        self.tables.usual_denominators()
    }

    /// The exact score of each group at worst, of a row whose sums are kept; nothing in it where it takes more than 64 bits.
    pub(crate) fn exact_groups(&self, scored: &Scored) -> Vec<Option<Fraction>> {
        let worst: Vec<Fraction> = scored.sums.iter().map(Sum::worst).collect();
        self.scheme.exact_groups(&worst).map(|exact| exact.and_then(Fraction::narrow)).collect()
    }

    /// How the sums of a row share one word; none where they do not fit.
    pub(crate) fn packing(&self) -> Option<&Packing> {
        self.packing.as_ref()
    }

    /// Scores the codes of a row, of which none is [`crate::answers::UNKNOWN`], into `scored`. False where nothing is
    /// applicable.
    pub(crate) fn score(&self, codes: &[Code], scored: &mut Scored) -> bool {
        let Scored { sums, low, at_best, open, overall } = scored;
        sums.resize(self.scheme.criteria.len(), Sum::default());
        *open = self.adder.add(codes, sums);
        self.scheme.reach(|at| option(codes[at], 0), &mut low.reach);
        let Some(exact) = self.scheme.judge(&self.tables, |at, _| sums[at].worst(), low) else { return false };
        *overall = exact;
        if *open > 0 {
            self.scheme.reach(|at| option(codes[at], Code::MAX), &mut at_best.reach);
            self.scheme.judge(&self.tables, |at, _| sums[at].best(), at_best);
        }
        true
    }

    /// Scores a row that is added up, and of which any question is answered. The sums are not kept; see [`Scorer::keep_sums`].
    #[inline]
    pub(crate) fn score_packed(&self, words: Words, scored: &mut Scored) {
        let Some(packing) = &self.packing else { return };
        scored.open = words.open;
        let overall = if words.without == 0 {
            let score_of = |at, table: &Table| Fraction { value: packing.sum(words.low, at), full: table.full };
            self.scheme.judge(&self.tables, score_of, &mut scored.low)
        } else {
            self.judge_rest(packing, words.low, words.without, &mut scored.low)
        };
        scored.overall = overall.unwrap_or_default();
        if words.open > 0 {
            self.judge_rest(packing, words.low + words.more, words.without, &mut scored.at_best);
        }
    }

    /// What most rows do not need, on its own.
    #[inline(never)]
    fn judge_rest(
        &self,
        packing: &Packing,
        word: u64,
        without: u64,
        standing: &mut Standing,
    ) -> Option<Fraction<u128>> {
        let score_of = |at, table: &Table| {
            let full = table.full - packing.sum(without, at);
            Fraction { value: packing.sum(word, at), full }
        };
        self.scheme.judge(&self.tables, score_of, standing)
    }

    /// The exact scores of the criteria of a complete row that is added up.
    #[inline]
    pub(crate) fn complete_sums(&self, words: Words) -> impl Iterator<Item = Fraction> {
        let parts = self.packing.as_ref().map_or(&[][..], Packing::parts).iter().zip(&self.tables.criteria);
        parts.map(move |(part, table)| Fraction { value: part.sum(words.low), full: table.full })
    }

    /// Keeps the sums of a row that is added up; of its criteria it does not know how many questions are open.
    #[inline]
    pub(crate) fn keep_sums(&self, words: Words, scored: &mut Scored) {
        let Some(packing) = &self.packing else { return };
        let sum = |(at, table): (usize, &Table)| {
            let (low, full) = (packing.sum(words.low, at), table.full - packing.sum(words.without, at));
            Sum { low, high: low + packing.sum(words.more, at), full, open: 0 }
        };
        scored.sums.clear();
        scored.sums.extend(self.tables.criteria.iter().enumerate().map(sum));
    }
}

/// The most sums of the best options of a criterion that a denominator is looked for of.
const MAX_SUMS: usize = 1_000;

impl Scheme {
    /// All that the best options of a criterion can be worth together, whichever of its questions apply; none where that is
    /// too much.
    pub(crate) fn fulls(&self, criterion: usize) -> Option<Vec<u64>> {
        let mut sums = vec![0];
        for question in self.questions.iter().filter(|question| question.criterion == criterion) {
            let with: Vec<u64> = sums.iter().map(|sum| sum + question.full()).collect();
            if question.not_applicable {
                sums.extend(with);
            } else {
                sums = with;
            }
            sums.sort_unstable();
            sums.dedup();
            if sums.len() > MAX_SUMS {
                return None;
            }
        }
        Some(sums)
    }
}
