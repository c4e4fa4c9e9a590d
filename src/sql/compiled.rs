//! An assessment compiled for a query: what its options are worth, in the least whole numbers, and the one denominator of
//! all overall scores, whichever questions apply.

use super::reading::Reading;
use super::request::{Refusal, Request};
use crate::definition::{Definition, Profile};
use crate::exact::{Score, gcd, lcm};
use crate::score::{QuestionScheme, Scheme};

pub(super) struct Compiled<'a> {
    pub(super) definition: &'a Definition,
    pub(super) reading: &'a Reading,
    pub(super) request: &'a Request<'a>,
    pub(super) scheme: Scheme,
    /// For each question, what its options are worth, in the least whole numbers of its criterion.
    pub(super) worth: Vec<Vec<u64>>,
    /// A multiple of what any criterion can be worth, whichever of its questions apply.
    pub(super) denominator: u128,
    /// Whether 64 bits are not enough.
    pub(super) wide: bool,
}

impl<'a> Compiled<'a> {
    /// Refuses what does not fit the integers of the dialect.
    pub(super) fn new(
        definition: &'a Definition,
        reading: &'a Reading,
        request: &'a Request<'a>,
    ) -> Result<Self, Refusal> {
        // Of an organisation that told nothing, every question that is not asked of all may be n/a.
        let scheme = Scheme::compile(definition, &Profile::default());
        let (mut worth, mut denominator) = (Vec::new(), Some(1));
        for (at, criterion) in definition.criteria.iter().enumerate() {
            let questions = || scheme.questions.iter().filter(|question| question.criterion == at);
            let factor = questions().flat_map(|question| &question.values).fold(0, |all, value| gcd(all, *value));
            let least = |question: &QuestionScheme| question.values.iter().map(|value| value / factor).collect();
            worth.extend(questions().map(least));
            let Some(fulls) = scheme.fulls(at) else {
                let id = &criterion.id;
                return Err(Refusal(format!(
                    "criterion `{id}` has too many different sums of weights, as its questions apply or not, for a query"
                )));
            };
            let fulls = fulls.into_iter().filter(|full| *full > 0).map(|full| u128::from(full / factor));
            denominator = fulls.fold(denominator, |all, full| lcm(all?, full));
        }
        let weights: u128 = scheme.criteria.iter().map(|criterion| u128::from(criterion.weight)).sum();
        let most = denominator.and_then(|all| all.checked_mul(weights * u128::from(Score::FULL.tenths())));
        // One more for the sign.
        let bits = most.map_or(u128::BITS, |most| u128::BITS - most.leading_zeros()) + 1;
        let (wide, differences) = (bits > i64::BITS, request.dialect.differences());
        let has = if differences.wide.is_some() { i128::BITS } else { i64::BITS };
        match denominator.filter(|_| bits <= has) {
            Some(denominator) => Ok(Self { definition, reading, request, scheme, worth, denominator, wide }),
            None => Err(Refusal(format!(
                "exact overall scores of `{}` take integers of {bits} bits or more, and those of `{}` have {has}",
                definition.id, differences.name
            ))),
        }
    }

    pub(super) fn questions(&self) -> impl Iterator<Item = &str> {
        self.definition.questions().map(|(_, question)| question.id.as_str())
    }

    pub(super) fn criteria(&self) -> impl Iterator<Item = &str> {
        self.definition.criteria.iter().map(|criterion| criterion.id.as_str())
    }
}
