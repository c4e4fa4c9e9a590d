//! Scoring one row after another without allocation: the arithmetic of [`crate::score`] on tables that are made once.
//!
//! A row without n/a takes its scores from tables or one division each; a row with n/a brings its criteria to one
//! common denominator. A definition whose denominators do not fit 64 bits is scored by [`crate::score`] itself.
#![deny(clippy::float_arithmetic)]

use std::ops::Range;

use super::outcome::score;
use super::scheme::{QuestionScheme, Scheme};
use super::standing::Standing;
use crate::answers::{Answer, Code, NOT_APPLICABLE, UNANSWERED, UNKNOWN, answer_of};
use crate::exact::{Fraction, Score, gcd};

/// In the place of a score: the criterion is not applicable.
pub(crate) const NO_SCORE: u16 = u16::MAX;
/// Scores are looked up rather than divided where there are at most so many sums.
const TABLE: u64 = 1 << 12;
const FULL: u64 = 1_000;

/// The result of a row. Made once and filled again and again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scored {
    /// For each criterion its score in tenths, at worst and at best; 65,535 where it is not applicable.
    pub criteria: Vec<(u16, u16)>,
    /// With every open question at its worst option.
    pub low: Bound,
    /// With every open question at its best option.
    pub high: Bound,
    /// How many questions are not answered.
    pub open: usize,
    /// How many criteria are applicable.
    pub applicable: usize,
}

/// One end of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// How many criteria are in place.
    pub in_place: usize,
    /// The overall score in tenths.
    pub overall: u16,
    /// The index of the level.
    pub level: usize,
}

/// How codes become scores and levels.
#[derive(Debug)]
pub struct Scorer {
    scheme: Scheme,
    criteria: Vec<Criterion>,
    levels: Vec<Level>,
    /// What each code of each question is worth, so many entries a question.
    worth: Vec<u32>,
    stride: usize,
    /// None where [`score`] has to do it.
    dense: Option<Dense>,
}

#[derive(Debug)]
struct Criterion {
    questions: Range<usize>,
    weight: u64,
    in_place: u16,
    /// What its best options are worth together, all applicable.
    full: u64,
    /// The score in tenths of each sum; empty where there are too many.
    tenths: Vec<u16>,
    /// What one unit of worth adds to the overall sum, all applicable.
    per_unit: u64,
    /// What the worth of every option is a multiple of, and how many bits the sum takes in units of it.
    factor: u64,
    bits: u32,
}

#[derive(Debug)]
struct Level {
    /// How many criteria must be in place, by how many are applicable.
    needed: Vec<usize>,
    overall: u16,
    criteria: Vec<(usize, u16)>,
}

#[derive(Debug)]
struct Dense {
    /// What the overall sum is at most, all applicable.
    full: u64,
    /// The overall score in tenths of each sum; empty where there are too many.
    tenths: Vec<u16>,
    /// A multiple of what any criterion can be worth, whichever of its questions apply; none where it is too large.
    denominator: Option<u64>,
}

impl Scorer {
    /// Makes the tables.
    pub fn new(scheme: Scheme) -> Self {
        let most = scheme.questions.iter().map(|question| question.values.len()).max().unwrap_or(1);
        let stride = most.next_power_of_two();
        let mut worth = Vec::with_capacity(stride * scheme.questions.len());
        let mut fits = true;
        for question in &scheme.questions {
            for at in 0..stride {
                let value = question.values.get(at).copied().unwrap_or_else(|| question.full());
                fits &= u32::try_from(value).is_ok();
                worth.push(u32::try_from(value).unwrap_or(u32::MAX));
            }
        }
        let mut criteria: Vec<Criterion> = (0..scheme.criteria.len()).map(|at| criterion(&scheme, at)).collect();
        // Questions stand in the order of their criteria, so those of a criterion are neighbours.
        fits &= scheme.questions.iter().map(|question| question.criterion).is_sorted();
        let dense = if fits { dense(&scheme, &mut criteria) } else { None };
        let levels = scheme.levels.iter().map(|goal| Level {
            needed: (0..=scheme.criteria.len()).map(|applicable| goal.needed_in_place(applicable)).collect(),
            overall: goal.overall.tenths(),
            criteria: goal
                .criteria
                .iter()
                .map(|need| need.tenths())
                .enumerate()
                .filter(|(_, need)| *need > 0)
                .collect(),
        });
        Self { levels: levels.collect(), scheme, criteria, worth, stride, dense }
    }

    /// The compiled definition.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// The questions of each criterion.
    pub(crate) fn criteria(&self) -> impl Iterator<Item = Range<usize>> {
        self.criteria.iter().map(|criterion| criterion.questions.clone())
    }

    /// A result to be filled.
    pub(crate) fn scored(&self) -> Scored {
        Scored { criteria: vec![(0, 0); self.criteria.len()], ..Scored::default() }
    }

    /// Scores the codes of a row, of which none is [`UNKNOWN`], into `scored`. False where nothing is applicable.
    pub(crate) fn score(&self, codes: &[Code], scored: &mut Scored) -> bool {
        // All codes at once and not one after another until the first: this way the compiler takes many at a time.
        let special = codes.iter().fold(false, |special, code| special | (*code >= UNKNOWN));
        match &self.dense {
            Some(dense) if !special => {
                self.complete(dense, scored, |criterion| {
                    let worth = self.worth[criterion.questions.start * self.stride..].chunks_exact(self.stride);
                    let codes = codes[criterion.questions.clone()].iter();
                    codes.zip(worth).map(|(code, worth)| u64::from(worth[usize::from(*code)])).sum()
                });
                true
            }
            Some(Dense { denominator: Some(denominator), .. }) => self.special(*denominator, codes, scored),
            Some(_) | None => self.by_the_book(codes, scored),
        }
    }

    /// Where the sum of each criterion begins in a word of all sums; none where they do not fit in 63 bits.
    pub(crate) fn shifts(&self) -> Option<Vec<u32>> {
        let mut next = 0;
        let shifts = self.criteria.iter().map(|criterion| {
            next += criterion.bits;
            next - criterion.bits
        });
        let shifts = shifts.collect();
        (next < u64::BITS && self.dense.is_some()).then_some(shifts)
    }

    /// What an option adds to a word of all sums.
    pub(crate) fn packed(&self, question: usize, code: Code, shifts: &[u32]) -> u64 {
        let criterion = self.scheme.questions[question].criterion;
        (self.scheme.questions[question].value(code) / self.criteria[criterion].factor) << shifts[criterion]
    }

    /// Scores a word of all sums, of a row in which every question has an option.
    #[inline]
    pub(crate) fn score_packed(&self, mut word: u64, scored: &mut Scored) {
        let Some(dense) = &self.dense else { return };
        self.complete(dense, scored, |criterion| {
            let sum = word & ((1 << criterion.bits) - 1);
            word >>= criterion.bits;
            sum * criterion.factor
        });
    }

    /// A row in which every question has an option; `sum` gives that of one criterion after another.
    #[inline]
    fn complete(&self, dense: &Dense, scored: &mut Scored, mut sum: impl FnMut(&Criterion) -> u64) {
        let mut overall = 0;
        let mut in_place = 0;
        for (criterion, score) in self.criteria.iter().zip(&mut scored.criteria) {
            let sum = sum(criterion);
            let tenths = look_up(&criterion.tenths, sum, criterion.full);
            in_place += usize::from(tenths >= criterion.in_place);
            overall += sum * criterion.per_unit;
            *score = (tenths, tenths);
        }
        let overall = look_up(&dense.tenths, overall, dense.full);
        scored.open = 0;
        scored.applicable = self.criteria.len();
        let level = self.level(in_place, scored.applicable, overall, |at| scored.criteria[at].0);
        scored.low = Bound { in_place, overall, level };
        scored.high = scored.low;
    }

    /// A row with open questions or n/a.
    fn special(&self, denominator: u64, codes: &[Code], scored: &mut Scored) -> bool {
        let (mut low_parts, mut high_parts, mut weights) = (0, 0, 0);
        let (mut low_in_place, mut high_in_place) = (0, 0);
        (scored.open, scored.applicable) = (0, 0);
        for (criterion, score) in self.criteria.iter().zip(&mut scored.criteria) {
            let worth = self.worth[criterion.questions.start * self.stride..].chunks_exact(self.stride);
            let (mut low, mut high, mut full) = (0u64, 0u64, 0u64);
            for (code, worth) in codes[criterion.questions.clone()].iter().zip(worth) {
                let best = u64::from(worth[self.stride - 1]);
                match *code {
                    NOT_APPLICABLE => {}
                    UNANSWERED => {
                        (high, full) = (high + best, full + best);
                        scored.open += 1;
                    }
                    option => {
                        let value = u64::from(worth[usize::from(option)]);
                        (low, high, full) = (low + value, high + value, full + best);
                    }
                }
            }
            if full == 0 {
                *score = (NO_SCORE, NO_SCORE);
                continue;
            }
            let tenths = |sum: u64| look_up(if full == criterion.full { &criterion.tenths } else { &[] }, sum, full);
            *score = (tenths(low), if low == high { tenths(low) } else { tenths(high) });
            low_in_place += usize::from(score.0 >= criterion.in_place);
            high_in_place += usize::from(score.1 >= criterion.in_place);
            let per_unit = denominator / full * criterion.weight;
            low_parts += low * per_unit;
            high_parts += high * per_unit;
            weights += criterion.weight;
            scored.applicable += 1;
        }
        if scored.applicable == 0 {
            return false;
        }
        let bound = |parts: u64, in_place: usize, end: fn(&(u16, u16)) -> u16| {
            let overall = tenths(parts, denominator * weights);
            let level = self.level(in_place, scored.applicable, overall, |at| end(&scored.criteria[at]));
            Bound { in_place, overall, level }
        };
        let (low, high) = (bound(low_parts, low_in_place, |s| s.0), bound(high_parts, high_in_place, |s| s.1));
        (scored.low, scored.high) = (low, high);
        true
    }

    /// The usual denominators of the scores of [`Self::exact`]: nothing is n/a.
    pub(crate) fn fulls(&self) -> impl Iterator<Item = u64> {
        let overall = self.dense.as_ref().map_or(0, |dense| dense.full);
        self.criteria.iter().map(|criterion| criterion.full).chain([overall])
    }

    /// The exact score of each criterion, and the overall one last, of a row with open questions at their worst. None where
    /// there is no score, or it does not fit.
    pub(crate) fn exact(&self, codes: &[Code], scores: &mut Vec<Option<Fraction>>) {
        scores.clear();
        let Some(dense) = &self.dense else { return scores.resize(self.criteria.len() + 1, None) };
        let complete = !codes.contains(&NOT_APPLICABLE);
        let denominator = if complete { None } else { dense.denominator };
        let (mut parts, mut weights) = (0, 0);
        for criterion in &self.criteria {
            let worth = self.worth[criterion.questions.start * self.stride..].chunks_exact(self.stride);
            let (mut sum, mut full) = (0, 0);
            for (code, worth) in codes[criterion.questions.clone()].iter().zip(worth) {
                let value = match *code {
                    NOT_APPLICABLE => continue,
                    UNANSWERED => 0,
                    option => u64::from(worth[usize::from(option)]),
                };
                sum += value;
                full += u64::from(worth[self.stride - 1]);
            }
            scores.push((full > 0).then_some(Fraction { value: sum, full }));
            if let Some(each) = denominator.and_then(|denominator| denominator.checked_div(full)) {
                parts += sum * each * criterion.weight;
                weights += criterion.weight;
            }
            if complete {
                parts += sum * criterion.per_unit;
            }
        }
        let full = if complete { Some(dense.full) } else { denominator.map(|denominator| denominator * weights) };
        scores.push(full.filter(|full| *full > 0).map(|full| Fraction { value: parts, full }));
    }

    /// Any row, by [`score`].
    fn by_the_book(&self, codes: &[Code], scored: &mut Scored) -> bool {
        let answers: Vec<Answer> = codes.iter().map(|code| answer_of(*code)).collect();
        let Some(outcome) = score(&self.scheme, &answers) else { return false };
        for (score, criterion) in scored.criteria.iter_mut().zip(&outcome.criteria) {
            *score = criterion.score.map_or((NO_SCORE, NO_SCORE), |(low, high)| (low.tenths(), high.tenths()));
        }
        let bound = |standing: &Standing| Bound {
            in_place: standing.in_place,
            overall: standing.overall.tenths(),
            level: standing.level,
        };
        (scored.low, scored.high) = (bound(&outcome.low), bound(&outcome.high));
        (scored.open, scored.applicable) = (outcome.open(), outcome.low.applicable);
        true
    }

    /// The highest level that is attained together with all below it.
    fn level(&self, in_place: usize, applicable: usize, overall: u16, score: impl Fn(usize) -> u16) -> usize {
        let attains = |level: &&Level| {
            in_place >= level.needed[applicable]
                && overall >= level.overall
                // A criterion that is not applicable passes: NO_SCORE is more than any need.
                && level.criteria.iter().all(|(criterion, need)| score(*criterion) >= *need)
        };
        self.levels.iter().take_while(attains).count().saturating_sub(1)
    }
}

fn criterion(scheme: &Scheme, at: usize) -> Criterion {
    let first = scheme.questions.iter().position(|question| question.criterion == at).unwrap_or(0);
    let questions = scheme.questions.iter().filter(|question| question.criterion == at);
    let count = questions.clone().count();
    let full: u64 = questions.clone().map(QuestionScheme::full).sum();
    let factor = questions.flat_map(|question| &question.values).fold(0, |factor, value| gcd(factor, *value)).max(1);
    let tenths = if full <= TABLE { (0..=full).map(|sum| tenths(sum, full)).collect() } else { Vec::new() };
    let criterion = &scheme.criteria[at];
    Criterion {
        questions: first..first + count,
        weight: criterion.weight,
        in_place: criterion.in_place.tenths(),
        full,
        tenths,
        per_unit: 0,
        factor,
        bits: u64::BITS - (full / factor).leading_zeros(),
    }
}

/// The tables of the overall score; none where its sums do not fit.
fn dense(scheme: &Scheme, criteria: &mut [Criterion]) -> Option<Dense> {
    let weights = criteria.iter().map(|criterion| criterion.weight).sum::<u64>().max(1);
    let fits =
        |denominator: &u64| denominator.checked_mul(weights).is_some_and(|full| full.checked_mul(FULL).is_some());
    if criteria.iter().any(|criterion| criterion.full == 0) {
        return None;
    }
    let fulls = criteria.iter().map(|criterion| criterion.full);
    let common = fulls.clone().try_fold(1, lcm).filter(fits)?;
    for criterion in criteria.iter_mut() {
        criterion.per_unit = common / criterion.full * criterion.weight;
    }
    let full = common * weights;
    let table = if full <= TABLE { (0..=full).map(|sum| tenths(sum, full)).collect() } else { Vec::new() };
    let denominator = criteria.iter().try_fold(1, |multiple, criterion| {
        sums(scheme, criterion.questions.clone())?.into_iter().filter(|sum| *sum > 0).try_fold(multiple, lcm)
    });
    Some(Dense { full, tenths: table, denominator: denominator.filter(fits) })
}

/// All that the best options of these questions can be worth together, whichever apply; none where that is too much.
fn sums(scheme: &Scheme, questions: Range<usize>) -> Option<Vec<u64>> {
    let mut sums = vec![0];
    for question in &scheme.questions[questions] {
        let with: Vec<u64> = sums.iter().map(|sum| sum + question.full()).collect();
        if question.not_applicable {
            sums.extend(with);
        } else {
            sums = with;
        }
        sums.sort_unstable();
        sums.dedup();
        if sums.len() > 1_000 {
            return None;
        }
    }
    Some(sums)
}

fn lcm(a: u64, b: u64) -> Option<u64> {
    (a / gcd(a, b)).checked_mul(b)
}

fn look_up(table: &[u16], sum: u64, full: u64) -> u16 {
    let at = usize::try_from(sum).unwrap_or(usize::MAX);
    table.get(at).copied().unwrap_or_else(|| tenths(sum, full))
}

/// [`Score::of`] for what fits 64 bits a thousand times over.
fn tenths(sum: u64, full: u64) -> u16 {
    match sum.checked_mul(FULL).and_then(|sum| sum.checked_div(full)) {
        Some(tenths) => u16::try_from(tenths).unwrap_or(u16::MAX),
        None => Score::of(sum.into(), full.into()).tenths(),
    }
}
