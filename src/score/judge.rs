//! Judging: from the exact score of each criterion to what is shown and decided. This is the only place that does.
//!
//! Nothing is added up here, see `sums`; and nothing depends on how the sums came about.

use super::scheme::Scheme;
use super::standing::Standing;
use super::sums::Tally;
use crate::exact::{Fraction, Score, lcm};

impl Scheme {
    /// Judges the score of each criterion, 0 of 0 where it is not applicable, into `standing`; gives the exact overall
    /// score, or none where nothing is applicable. `tables` with more in them only make it quicker.
    #[inline]
    pub(super) fn judge(
        &self,
        tables: &Tables,
        score: impl Fn(usize, &Table) -> Fraction,
        standing: &mut Standing,
    ) -> Option<Fraction<u128>> {
        let scores = || tables.criteria.iter().enumerate().map(|(at, table)| (table, score(at, table)));
        standing.criteria.resize(tables.criteria.len(), None);
        let (mut in_place, mut applicable, mut sum, mut whole) = (0, 0, 0, true);
        for ((table, exact), shown) in scores().zip(&mut standing.criteria) {
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
        let all = applicable == tables.criteria.len();
        let applicable_weights = || scores().filter(|(_, exact)| exact.full > 0).map(|(table, _)| table.weight).sum();
        let weights = || if all { tables.weights } else { applicable_weights() };
        let (overall, exact) = match (if whole { tables.whole } else { None }, tables.part) {
            (Some(denominator), _) => {
                let exact = Fraction { value: sum, full: denominator * weights() };
                (if all { look_up(&tables.overall, exact) } else { exact.score() }, exact.into())
            }
            (None, Some(denominator)) => {
                let part = |(table, exact): (&Table, Fraction)| {
                    denominator.checked_div(exact.full).map_or(0, |unit| exact.value * unit * table.weight)
                };
                let exact = Fraction { value: scores().map(part).sum(), full: denominator * weights() };
                (exact.score(), exact.into())
            }
            (None, None) => {
                let exact = Tally { criteria: scores().map(|(_, exact)| exact).collect() }.overall(self);
                (exact.score(), exact)
            }
        };
        (standing.overall, standing.in_place, standing.applicable) = (overall, in_place, applicable);
        let attained = self.steps.iter().take_while(|clauses| clauses.iter().all(|clause| standing.holds(*clause)));
        standing.level = attained.count().saturating_sub(1);
        Some(exact)
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
        let mut standing = Standing::default();
        scheme.judge(&scheme.tables, |at, _| self.criteria[at], &mut standing)?;
        Some(standing)
    }
}

/// Scores are looked up rather than divided where there are at most so many sums.
const TABLE: u64 = 1 << 12;
/// The most sums of the best options of a criterion that a denominator is looked for of.
const MAX_SUMS: usize = 1_000;

/// What is worked out once for all that are judged: for a scheme what costs little, and the rest where many are judged.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    pub(super) criteria: Vec<Table>,
    /// The weights of all criteria together.
    weights: u64,
    /// A multiple of what each criterion can be worth where all of its questions apply; none where it is too large for
    /// overall scores of 64 bits.
    whole: Option<u64>,
    /// A multiple of what any criterion can be worth, whichever of its questions apply; none where it is too large, or
    /// is not worked out.
    part: Option<u64>,
    /// The overall score of each sum where everything applies; empty where there are too many, or few are judged.
    overall: Vec<Score>,
}

/// What a criterion is judged by.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// What its best options are worth together, all applicable.
    pub(super) full: u64,
    /// The score of each sum out of that; empty where there are too many, or few are judged.
    scores: Vec<Score>,
    /// What one unit of worth adds to the overall sum where all of its questions apply.
    per_unit: u64,
    weight: u64,
    in_place: Score,
}

impl Tables {
    /// What costs little.
    pub(super) fn new(scheme: &Scheme) -> Self {
        let weights: u64 = scheme.criteria.iter().map(|criterion| criterion.weight).sum();
        let fulls: Vec<u64> = (0..scheme.criteria.len()).map(|at| full(scheme, at)).collect();
        let whole = multiple(&fulls, weights);
        let criteria = scheme.criteria.iter().zip(fulls).map(|(criterion, full)| Table {
            full,
            scores: Vec::new(),
            per_unit: whole.and_then(|whole| whole.checked_div(full)).map_or(0, |unit| unit * criterion.weight),
            weight: criterion.weight,
            in_place: criterion.in_place,
        });
        Self { criteria: criteria.collect(), weights, whole, part: None, overall: Vec::new() }
    }

    /// All of it.
    pub(super) fn filled(scheme: &Scheme) -> Self {
        let mut tables = scheme.tables.clone();
        tables.criteria.iter_mut().for_each(|table| table.scores = scores(table.full));
        tables.overall = tables.whole.map_or(Vec::new(), |whole| scores(whole * tables.weights));
        let sums: Option<Vec<Vec<u64>>> = (0..scheme.criteria.len()).map(|at| sums(scheme, at)).collect();
        tables.part = sums.and_then(|sums| multiple(&sums.concat(), tables.weights));
        tables
    }

    /// The denominators of most scores, those of criteria and the overall one: everything applies. 0 where it is too large.
    pub(super) fn usual_denominators(&self) -> (Vec<u64>, u64) {
        (self.criteria.iter().map(|table| table.full).collect(), self.whole.map_or(0, |whole| whole * self.weights))
    }
}

/// A multiple of all numbers, of which sums stay within 64 bits even a thousand times over, as a score needs them.
fn multiple(numbers: &[u64], weights: u64) -> Option<u64> {
    let mut numbers = numbers.iter().filter(|number| **number > 0);
    let multiple = numbers.try_fold(1, |multiple, number| lcm(multiple, u128::from(*number)))?;
    let most = multiple.checked_mul(weights.into())?.checked_mul(Score::FULL.tenths().into())?;
    u64::try_from(most).is_ok().then_some(multiple)?.try_into().ok()
}

fn full(scheme: &Scheme, criterion: usize) -> u64 {
    let questions = scheme.questions.iter().filter(|question| question.criterion == criterion);
    questions.map(super::QuestionScheme::full).sum()
}

/// The score of each sum out of `full`, if they are few.
fn scores(full: u64) -> Vec<Score> {
    if full > TABLE { Vec::new() } else { (0..=full).map(|value| Fraction { value, full }.score()).collect() }
}

#[inline]
fn look_up(scores: &[Score], exact: Fraction) -> Score {
    let at = usize::try_from(exact.value).unwrap_or(usize::MAX);
    scores.get(at).copied().unwrap_or_else(|| exact.score())
}

/// All that the best options of a criterion can be worth together, whichever of its questions apply; none where that is
/// too much.
fn sums(scheme: &Scheme, criterion: usize) -> Option<Vec<u64>> {
    let mut sums = vec![0];
    for question in scheme.questions.iter().filter(|question| question.criterion == criterion) {
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
