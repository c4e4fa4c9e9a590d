//! How messages call what levels ask for, and what an organisation has of it.

use crate::definition::{Definition, Requirement};
use crate::score::{Standing, Unmet};

/// The most criteria whose scores are listed.
const MAX_SCORES: usize = 8;

/// "4 criteria in place, and 2 are".
pub(super) fn missing(definition: &Definition, missing: &[Unmet]) -> String {
    let one = |unmet: &Unmet| match *unmet {
        Unmet::CriteriaInPlace { need: 1, .. } => "a criterion in place, and none is".to_owned(),
        Unmet::CriteriaInPlace { need, have } => format!("{need} criteria in place, and {have} are"),
        Unmet::Overall { need, have } => format!("{need} overall, and it is {have}"),
        Unmet::Criterion { criterion, need, have } => {
            format!("{need} in `{}`, and it is {have}", definition.criteria[criterion].id)
        }
    };
    missing.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// "4 criteria in place".
pub(super) fn requirement(requirement: &Requirement) -> String {
    match requirement {
        Requirement::CriteriaInPlace(count) => format!("{count} criteria in place"),
        Requirement::Overall(score) => format!("{score} overall"),
        Requirement::EveryCriterion(score) => format!("{score} in every criterion"),
        Requirement::Criterion(id, score) => format!("{score} in `{id}`"),
    }
}

/// "`speed` 75.0, `care` n/a", the first few.
pub(super) fn scores(definition: &Definition, standing: &Standing) -> String {
    let all = definition.criteria.iter().zip(&standing.criteria);
    let scores = all.take(MAX_SCORES).map(|(criterion, score)| match score {
        Some(score) => format!("`{}` {score}", criterion.id),
        None => format!("`{}` n/a", criterion.id),
    });
    let scores = scores.collect::<Vec<_>>().join(", ");
    if definition.criteria.len() > MAX_SCORES { scores + " …" } else { scores }
}
