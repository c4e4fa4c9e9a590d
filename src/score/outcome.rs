//! The result of one answer set: an interval from the worst to the best that open questions allow.

use super::scheme::Scheme;
use super::standing::{Standing, Tally};
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
    /// How many of its questions are not answered.
    pub open: usize,
    /// How many of its questions are not applicable.
    pub not_applicable: usize,
}

/// Whether a criterion is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub enum InPlace {
    /// Even at worst.
    #[serde(rename = "yes")]
    Yes,
    /// Not even at best.
    #[serde(rename = "no")]
    No,
    /// Open questions decide.
    #[serde(rename = "open")]
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

/// Scores answers in the order of the scheme's questions; none where nothing is applicable.
pub fn score(scheme: &Scheme, answers: &[Answer]) -> Option<Outcome> {
    let low = worst(scheme, answers);
    let high = Tally::of(scheme, settle(scheme, answers, super::QuestionScheme::best));
    let count = |criterion: usize, answer: Answer| {
        let answers = scheme.questions.iter().zip(answers);
        answers.filter(|(question, given)| question.criterion == criterion && **given == answer).count()
    };
    let criterion = |at: usize| {
        let score = low.criterion(at).zip(high.criterion(at));
        let threshold = scheme.criteria[at].in_place;
        let in_place = match score {
            None => InPlace::NotApplicable,
            Some((low, _)) if low >= threshold => InPlace::Yes,
            Some((_, high)) if high >= threshold => InPlace::Open,
            Some(_) => InPlace::No,
        };
        CriterionOutcome {
            score,
            in_place,
            open: count(at, Answer::Unanswered),
            not_applicable: count(at, Answer::NotApplicable),
        }
    };
    Some(Outcome {
        low: low.standing(scheme)?,
        high: high.standing(scheme)?,
        criteria: (0..scheme.criteria.len()).map(criterion).collect(),
    })
}

/// The answers with every open question at its worst option.
pub(crate) fn worst(scheme: &Scheme, answers: &[Answer]) -> Tally {
    Tally::of(scheme, settle(scheme, answers, |_| 0))
}

fn settle(
    scheme: &Scheme,
    answers: &[Answer],
    open: impl Fn(&super::QuestionScheme) -> u8,
) -> impl Iterator<Item = Option<u8>> {
    scheme.questions.iter().zip(answers).map(move |(question, answer)| match answer {
        Answer::Unanswered => Some(open(question)),
        Answer::NotApplicable => None,
        Answer::Option(option) => Some(*option),
    })
}
