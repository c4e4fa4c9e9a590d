//! Judging: from the exact score of each criterion to what is shown and decided. This is the only place that does.
//!
//! Nothing is added up here, see `sums`; and nothing depends on how the sums came about.

use super::scheme::Scheme;
use super::standing::Standing;
use super::sums::Tally;
use super::tables::{Table, Tables, look_up};
use crate::exact::{Fraction, Score, lcm};

impl Scheme {
    /// Judges the score of each criterion, 0 of 0 where it is not applicable, into `standing`, whose `reach` is there before;
    /// gives the exact overall score, or none where nothing is applicable. `tables` with more in them only make it quicker.
    #[inline]
    pub(super) fn judge(
        &self,
        tables: &Tables,
        score_of: impl Fn(usize, &Table) -> Fraction,
        standing: &mut Standing,
    ) -> Option<Fraction<u128>> {
        let count = tables.criteria.len();
        if standing.criteria.len() != count {
            standing.criteria.resize(count, None);
        }
        let (mut in_place, mut applicable, mut sum, mut whole) = (0, 0, 0, true);
        for ((at, table), shown) in tables.criteria.iter().enumerate().zip(&mut standing.criteria) {
            let exact = score_of(at, table);
            if exact.full == 0 {
                *shown = None;
                continue;
            }
            let score = if table.full == exact.full {
                sum += exact.value * table.per_unit;
                look_up(&table.scores, exact)
            } else {
                whole = false;
                exact.score()
            };
            *shown = Some(score);
            in_place += usize::from(score >= table.in_place);
            applicable += 1;
        }
        if applicable == 0 {
            return None;
        }
        let (overall, exact) = match tables.whole.filter(|_| whole && applicable == count) {
            Some(denominator) => {
                let exact = Fraction { value: sum, full: denominator * tables.weights };
                (look_up(&tables.overall, exact), exact.into())
            }
            None => self.unusual(tables, &score_of),
        };
        if !self.groups.is_empty() {
            self.judge_groups(tables, &score_of, &mut standing.groups);
        }
        (standing.overall, standing.in_place, standing.applicable) = (overall, in_place, applicable);
        let attained = self.steps.iter().take_while(|clauses| clauses.iter().all(|clause| standing.holds(*clause)));
        standing.level = attained.count().saturating_sub(1);
        Some(exact)
    }

    /// The score of each group: what the overall score would be, were there no other criteria.
    #[cold]
    #[inline(never)]
    fn judge_groups(
        &self,
        tables: &Tables,
        score_of: &dyn Fn(usize, &Table) -> Fraction,
        groups: &mut Vec<Option<Score>>,
    ) {
        let all: Vec<Fraction> = tables.criteria.iter().enumerate().map(|(at, table)| score_of(at, table)).collect();
        groups.clear();
        groups.extend(self.exact_groups(&all).map(|exact| exact.map(Fraction::score)));
    }

    /// The exact score of each group whose criteria, of all of which these are the scores, apply.
    pub(super) fn exact_groups(&self, all: &[Fraction]) -> impl Iterator<Item = Option<Fraction<u128>>> {
        self.groups.iter().map(|group| {
            let mut own = Tally { criteria: vec![Fraction::default(); all.len()], ..Tally::default() };
            own.criteria[group.clone()].copy_from_slice(&all[group.clone()]);
            let overall = own.overall(self);
            (overall.full > 0).then_some(overall)
        })
    }

    /// The overall score where not everything applies, or it is not worked out.
    #[cold]
    #[inline(never)]
    fn unusual(&self, tables: &Tables, score_of: &dyn Fn(usize, &Table) -> Fraction) -> (Score, Fraction<u128>) {
        let scores = tables.criteria.iter().enumerate().map(|(at, table)| score_of(at, table));
        let exact = match tables.part {
            Some(denominator) => {
                let (mut value, mut weights) = (0, 0);
                for (table, exact) in tables.criteria.iter().zip(scores).filter(|(_, exact)| exact.full > 0) {
                    value += denominator / exact.full * exact.value * table.weight;
                    weights += table.weight;
                }
                Fraction { value, full: denominator * weights }.into()
            }
            None => Tally { criteria: scores.collect(), ..Tally::default() }.overall(self),
        };
        (exact.score(), exact)
    }
}

impl Tally {
    /// The score of one criterion; none where it is not applicable.
    pub fn criterion(&self, criterion: usize) -> Option<Score> {
        let exact = self.criteria[criterion];
        (exact.full > 0).then(|| exact.score())
    }

    /// What one unit of worth in each criterion adds to the overall score, and what the full overall score is, all
    /// in one common denominator. Depends only on which questions apply. Zeros where nothing is applicable.
    pub fn overall_units(&self, scheme: &Scheme) -> (Vec<u128>, u128) {
        let applicable = || self.criteria.iter().zip(&scheme.criteria).filter(|(score, _)| score.full > 0);
        let fulls = applicable().map(|(score, _)| u128::from(score.full));
        let denominator =
            fulls.fold(1, |multiple, full| lcm(multiple, full).expect("a definition with a unit fits 128 bits"));
        let per_unit = self.criteria.iter().zip(&scheme.criteria).map(|(score, criterion)| {
            denominator.checked_div(score.full.into()).map_or(0, |per_unit| per_unit * u128::from(criterion.weight))
        });
        let weights: u128 = applicable().map(|(_, criterion)| u128::from(criterion.weight)).sum();
        (per_unit.collect(), denominator * weights)
    }

    /// The exact overall score; 0 of 0 where nothing is applicable.
    pub fn overall(&self, scheme: &Scheme) -> Fraction<u128> {
        let (per_unit, full) = self.overall_units(scheme);
        let value = self.criteria.iter().zip(per_unit).map(|(score, unit)| u128::from(score.value) * unit).sum();
        Fraction { value, full }
    }

    /// Scores and level; none where nothing is applicable.
    pub fn standing(&self, scheme: &Scheme) -> Option<Standing> {
        let mut standing = Standing { reach: self.reach.clone(), ..Standing::default() };
        scheme.judge(&scheme.tables, |at, _| self.criteria[at], &mut standing)?;
        Some(standing)
    }
}
