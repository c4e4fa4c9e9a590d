//! The result of one answer set: an interval from the worst to the best that open questions allow.

use super::scheme::Scheme;
use super::standing::Standing;
use super::sums::{Sum, Tally, add};
use crate::answers::Answer;
use crate::exact::Score;

/// The result of one answer set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// With every open question at its worst option.
    pub low: Standing,
    /// With every open question at its best option.
    pub high: Standing,
    /// Each criterion.
    pub criteria: Vec<CriterionOutcome>,
}

/// The result of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionOutcome {
    /// The score at worst and at best; none where it is not applicable.
    pub score: Option<(Score, Score)>,
    /// Whether it is in place.
    pub in_place: InPlace,
    /// Its own level at worst and at best; none where no question that belongs to a level applies in it.
    pub level: Option<(usize, usize)>,
    /// How many of its questions are not answered.
    pub open: usize,
    /// How many of its questions are not applicable.
    pub not_applicable: usize,
}

/// Whether a criterion is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum InPlace {
    /// Even at worst.
    Yes,
    /// Not even at best.
    No,
    /// Open questions decide.
    Open,
    /// The criterion is not applicable.
    #[serde(rename = "n/a")]
    NotApplicable,
}

impl Outcome {
    /// How many questions are not answered.
    pub fn open(&self) -> usize {
        self.criteria.iter().map(|criterion| criterion.open).sum()
    }
}

impl InPlace {
    /// Of a score at worst and at best, where `threshold` is that from which the criterion is in place.
    pub fn of(score: Option<(Score, Score)>, threshold: Score) -> Self {
        match score {
            None => Self::NotApplicable,
            Some((low, _)) if low >= threshold => Self::Yes,
            Some((_, high)) if high >= threshold => Self::Open,
            Some(_) => Self::No,
        }
    }

    /// The word for it in files: `yes`, `no`, `open` or `n/a`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Open => "open",
            Self::NotApplicable => "n/a",
        }
    }
}

/// Scores answers in the order of the scheme's questions; none where nothing is applicable.
pub fn score(scheme: &Scheme, answers: &[Answer]) -> Option<Outcome> {
    let sums = add(scheme, answers);
    let low = Tally::worst(scheme, answers, &sums).standing(scheme)?;
    let high = Tally::best(scheme, answers, &sums).standing(scheme)?;
    let not_applicable = |criterion: usize| {
        let answers = scheme.questions.iter().zip(answers);
        answers.filter(|(of, given)| of.criterion == criterion && **given == Answer::NotApplicable).count()
    };
    let criterion = |(at, sum): (usize, &Sum)| {
        let score = low.criteria[at].zip(high.criteria[at]);
        let level = |end: &Standing| end.reach.criteria.get(at).copied().flatten();
        CriterionOutcome {
            score,
            in_place: InPlace::of(score, scheme.criteria[at].in_place),
            level: level(&low).zip(level(&high)),
            open: sum.open,
            not_applicable: not_applicable(at),
        }
    };
    let criteria = sums.iter().enumerate().map(criterion).collect();
    Some(Outcome { low, high, criteria })
}
