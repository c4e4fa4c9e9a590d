//! How messages call what levels ask for, and what an organisation has of it.

use crate::definition::{Clause, Definition, Profile, Scope};
use crate::score::{Standing, Unmet};
use crate::words::check_cases as say;
use crate::words::lists::comma;

/// "4 criteria in place, and 2 are".
pub(super) fn missing(definition: &Definition, missing: &[Unmet]) -> String {
    let one = |unmet: &Unmet| {
        let have = unmet.have.to_string();
        match unmet.clause {
            Clause::CriteriaInPlace(1) => say::one_in_place_and_none().to_owned(),
            Clause::CriteriaInPlace(need) => say::in_place_and(need, &have),
            Clause::Overall(need) => say::overall_and(need, &have),
            Clause::Criterion(at, need) => say::in_criterion_and(need, &definition.criteria[at].id, &have),
            Clause::Questions(level, need) => {
                say::in_questions_and(need, &definition.levels[level].id, &have, &unmet.need.to_string())
            }
        }
    };
    missing.iter().map(one).collect::<Vec<_>>().join(say::semicolon())
}

/// "4 criteria in place".
pub(super) fn clause(clause: &Clause<Scope>) -> String {
    match clause {
        Clause::CriteriaInPlace(count) => say::in_place(*count),
        Clause::Overall(score) => say::overall(*score),
        Clause::Criterion(Scope::Every, score) => say::in_every_criterion(*score),
        Clause::Criterion(Scope::Named(id), score) => say::in_criterion(*score, id),
        Clause::Questions(_, score) => say::in_every_question(*score),
    }
}

/// "`speed` 75.0, `care` n/a", of the first criteria.
pub(super) fn scores(definition: &Definition, standing: &Standing, most: usize) -> String {
    let all = definition.criteria.iter().zip(&standing.criteria);
    let scores = all.take(most).map(|(criterion, score)| match score {
        Some(score) => say::scores(&criterion.id, *score),
        None => say::does_not_apply(&criterion.id),
    });
    let scores = scores.collect::<Vec<_>>().join(say::comma());
    if definition.criteria.len() > most { say::and_others(&scores) } else { scores }
}

/// "size = "few", channels = ["email"]"; none where nothing is told.
pub(super) fn told(definition: &Definition, profile: &Profile) -> Option<String> {
    let told = definition.profile.iter().enumerate().filter(|(at, _)| profile.is_told(*at));
    let told = told.map(|(at, fact)| {
        let options = profile.told(at).map(|option| format!("\"{}\"", fact.options[option].id));
        // As TOML has them.
        let options = options.collect::<Vec<_>>().join(", ");
        if fact.many { format!("{} = [{options}]", fact.id) } else { format!("{} = {options}", fact.id) }
    });
    Some(told.collect::<Vec<_>>().join(comma())).filter(|told| !told.is_empty())
}
