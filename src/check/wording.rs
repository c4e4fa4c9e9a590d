//! How messages call what levels ask for, and what an organisation has of it.

use crate::definition::{Clause, Definition, Profile, Scope};
use crate::score::{Standing, Unmet};

/// "4 criteria in place, and 2 are".
pub(super) fn missing(definition: &Definition, missing: &[Unmet]) -> String {
    let one = |unmet: &Unmet| match unmet.clause {
        Clause::CriteriaInPlace(1) => "a criterion in place, and none is".to_owned(),
        Clause::CriteriaInPlace(need) => format!("{need} criteria in place, and {} are", unmet.have),
        Clause::Overall(need) => format!("{need} overall, and it is {}", unmet.have),
        Clause::Criterion(at, need) => format!("{need} in `{}`, and it is {}", definition.criteria[at].id, unmet.have),
        Clause::Questions(level, need) => {
            let (level, all, have) = (&definition.levels[level].id, unmet.need, unmet.have);
            format!("{need} in every question of `{level}`, and {have} of {all} have it")
        }
    };
    missing.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// "4 criteria in place".
pub(super) fn clause(clause: &Clause<Scope>) -> String {
    match clause {
        Clause::CriteriaInPlace(count) => format!("{count} criteria in place"),
        Clause::Overall(score) => format!("{score} overall"),
        Clause::Criterion(Scope::Every, score) => format!("{score} in every criterion"),
        Clause::Criterion(Scope::Named(id), score) => format!("{score} in `{id}`"),
        Clause::Questions(_, score) => format!("{score} in every question that belongs to it"),
    }
}

/// "`speed` 75.0, `care` n/a", of the first criteria.
pub(super) fn scores(definition: &Definition, standing: &Standing, most: usize) -> String {
    let all = definition.criteria.iter().zip(&standing.criteria);
    let scores = all.take(most).map(|(criterion, score)| match score {
        Some(score) => format!("`{}` {score}", criterion.id),
        None => format!("`{}` n/a", criterion.id),
    });
    let scores = scores.collect::<Vec<_>>().join(", ");
    if definition.criteria.len() > most { scores + " …" } else { scores }
}

/// " with the profile `size = "few", channels = ["email"]`"; nothing where that is none.
pub(super) fn whom(definition: &Definition, profile: &Profile) -> String {
    let told = definition.profile.iter().enumerate().filter(|(at, _)| profile.is_told(*at));
    let told = told.map(|(at, fact)| {
        let options = profile.told(at).map(|option| format!("\"{}\"", fact.options[option].id));
        let options = options.collect::<Vec<_>>().join(", ");
        if fact.many { format!("{} = [{options}]", fact.id) } else { format!("{} = {options}", fact.id) }
    });
    let told = told.collect::<Vec<_>>().join(", ");
    if told.is_empty() { told } else { format!(" with the profile `{told}`") }
}
