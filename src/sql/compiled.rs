//! An assessment compiled for a query: what its options are worth, in the least whole numbers, and the one denominator of
//! all overall scores, whichever questions apply.

use std::ops::Range;

use super::dialect::Dialect;
use super::reading::{FactReading, Reading};
use super::request::{Refusal, Request};
use super::table::Table;
use crate::definition::{Definition, Profile};
use crate::exact::{Score, gcd, lcm};
use crate::score::{QuestionScheme, Scheme};
use crate::words::sql_refusals as say;

pub(super) struct Compiled<'a> {
    pub(super) definition: &'a Definition,
    pub(super) reading: &'a Reading,
    pub(super) table: &'a Table,
    pub(super) request: &'a Request<'a>,
    pub(super) scheme: Scheme,
    /// For each question, what its options are worth, in the least whole numbers of its criterion.
    pub(super) worth: Vec<Vec<u64>>,
    /// For each criterion, a multiple of what it can be worth, whichever of its questions apply.
    pub(super) fulls: Vec<u128>,
    /// The same of all together.
    pub(super) denominator: u128,
    /// Whether 64 bits are not enough.
    pub(super) wide: bool,
}

impl<'a> Compiled<'a> {
    /// Refuses what does not fit the integers of the dialect.
    pub(super) fn new(
        definition: &'a Definition,
        (reading, table): (&'a Reading, &'a Table),
        request: &'a Request<'a>,
    ) -> Result<Self, Refusal> {
        // Of an organisation that told nothing, every question that is not asked of all may be n/a.
        let scheme = Scheme::compile(definition, &Profile::default());
        let (mut worth, mut all) = (Vec::new(), Vec::new());
        for (at, criterion) in definition.criteria.iter().enumerate() {
            let questions = || scheme.questions.iter().filter(|question| question.criterion == at);
            let factor = questions().flat_map(|question| &question.values).fold(0, |all, value| gcd(all, *value));
            let least = |question: &QuestionScheme| question.values.iter().map(|value| value / factor).collect();
            worth.extend(questions().map(least));
            let Some(fulls) = scheme.fulls(at) else {
                let id = &criterion.id;
                return Err(Refusal(say::many_sums(id)));
            };
            let mut fulls = fulls.into_iter().filter(|full| *full > 0).map(|full| u128::from(full / factor));
            all.push(fulls.try_fold(1, lcm));
        }
        let fulls = all.into_iter().collect::<Option<Vec<u128>>>();
        let denominator = fulls.as_ref().and_then(|fulls| fulls.iter().try_fold(1, |all, full| lcm(all, *full)));
        let weights: u128 = scheme.criteria.iter().map(|criterion| u128::from(criterion.weight)).sum();
        let most = denominator.and_then(|all| all.checked_mul(weights * u128::from(Score::FULL.tenths())));
        match (is_wide(request.dialect, most.unwrap_or(u128::MAX)), fulls, denominator) {
            (Ok(wide), Some(fulls), Some(denominator)) => {
                Ok(Self { definition, reading, table, request, scheme, worth, fulls, denominator, wide })
            }
            (Err((bits, has)), ..) => {
                Err(Refusal(say::small_integers(&definition.id, bits, request.dialect.name(), has)))
            }
            (Ok(_), ..) => unreachable!("what is more than 128 bits have is wide in no dialect"),
        }
    }

    /// Whether numbers up to `most` take more than 64 bits; none where they take more than the dialect has.
    pub(super) fn is_wide(&self, most: u128) -> Option<bool> {
        is_wide(self.request.dialect, most).ok()
    }

    /// The fact by which rows are summed up, if it is one.
    pub(super) fn by_fact(&self) -> Option<&FactReading> {
        let by = self.request.by?;
        self.reading.facts.iter().find(|fact| self.table.is_of(&fact.id, by))
    }

    pub(super) fn questions(&self) -> impl Iterator<Item = &str> {
        self.definition.questions().map(|(_, question)| question.id.as_str())
    }

    /// The groups, and the indices of the criteria of each.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        let ids = self.definition.groups.iter().map(|group| group.id.as_str());
        ids.zip(self.scheme.groups.iter().cloned())
    }

    pub(super) fn criteria(&self) -> impl Iterator<Item = &str> {
        self.definition.criteria.iter().map(|criterion| criterion.id.as_str())
    }
}

/// Whether numbers up to `most` take more than 64 bits; else how many bits they take, and how many the dialect has.
fn is_wide(dialect: Dialect, most: u128) -> Result<bool, (u32, u32)> {
    // One more for the sign.
    let bits = u128::BITS - most.leading_zeros() + 1;
    let has = if dialect.differences().wide.is_some() { i128::BITS } else { i64::BITS };
    if bits > has { Err((bits, has)) } else { Ok(bits > i64::BITS) }
}
