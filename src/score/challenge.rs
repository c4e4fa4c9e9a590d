//! Which challenges answers show. What to do about them is for `plan`.

use super::scheme::{ChallengeScheme, Scheme};
use crate::answers::Answer;

/// How certain it is that a challenge is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Found {
    /// All of its questions are answered so.
    Yes,
    /// Those of its questions that are answered are answered so, and others are open.
    Possibly,
}

/// The challenges that are found in answers in the order of the scheme's questions: their indices, in order.
pub fn challenges(scheme: &Scheme, answers: &[Answer]) -> Vec<(usize, Found)> {
    let all = scheme.challenges.iter().enumerate();
    all.filter_map(|(at, challenge)| Some((at, found(challenge, answers)?))).collect()
}

fn found(challenge: &ChallengeScheme, answers: &[Answer]) -> Option<Found> {
    let shows = |&(question, worst): &(usize, u8)| match answers[question] {
        Answer::Unanswered => Some(Found::Possibly),
        Answer::Option(option) if option <= worst => Some(Found::Yes),
        Answer::Option(_) | Answer::NotApplicable => None,
    };
    let all: Option<Vec<Found>> = challenge.when.iter().map(shows).collect();
    let all = all.filter(|_| challenge.applies)?;
    Some(if all.contains(&Found::Possibly) { Found::Possibly } else { Found::Yes })
}
