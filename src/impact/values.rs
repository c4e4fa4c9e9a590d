//! How values are written that differ: as in the file, and shorter.

use crate::definition::{Clause, Cost, Earlier, Holds, Raise, Rename, Renames, Scope, Step};

/// The entries of a table, or, without values, of a list.
pub(super) type Pairs = Vec<(String, String)>;

pub(super) fn requires(clauses: &[Clause<Scope>], renames: &Renames) -> Pairs {
    let pair = |clause: &Clause<Scope>| match clause {
        Clause::CriteriaInPlace(count) => ("criteria_in_place".to_owned(), count.to_string()),
        Clause::Overall(score) => ("overall".to_owned(), score.to_string()),
        Clause::Questions(_, score) => ("questions".to_owned(), score.to_string()),
        Clause::Criterion(Scope::Every, score) => ("every_criterion".to_owned(), score.to_string()),
        Clause::Criterion(Scope::Named(id), score) => {
            (format!("criteria.{}", Rename::now(&renames.criteria, id)), score.to_string())
        }
    };
    clauses.iter().map(pair).collect()
}

/// What is raised, or found, by the points that it has now.
pub(super) fn raises(raises: &[Raise], earlier: Earlier<'_>) -> Pairs {
    let pair = |raise: &Raise| {
        let now = earlier.question(&raise.question).and_then(|(_, question)| {
            let option = earlier.option(question, raise.points)?;
            Some((question.id.clone(), question.options[usize::from(option)].points))
        });
        let (question, points) = now.unwrap_or_else(|| (raise.question.clone(), raise.points));
        (question, points.to_string())
    };
    raises.iter().map(pair).collect()
}

pub(super) fn raises_now(raises: &[Raise]) -> Pairs {
    raises.iter().map(|raise| (raise.question.clone(), raise.points.to_string())).collect()
}

pub(super) fn cost(cost: &Cost, renames: &Renames) -> String {
    match cost {
        Cost::Same(effort) => effort.to_string(),
        Cost::By { fact, efforts } => {
            let efforts: Vec<String> = efforts.iter().map(|(option, effort)| format!("{option} = {effort}")).collect();
            format!("by {}: {}", Rename::now(&renames.profile, fact), efforts.join(", "))
        }
    }
}

/// For whom each step is, where it is not for all.
pub(super) fn steps(steps: &[Step], renames: &Renames) -> Pairs {
    let of = |pairs: Pairs, not: &str| -> Vec<String> {
        pairs.into_iter().map(|(fact, options)| format!("{not}{fact} = {options}")).collect()
    };
    let conditional = steps.iter().filter_map(|step| {
        let only_if = of(holds(&step.condition.only_if, renames), "if ");
        let unless = of(holds(&step.condition.unless, renames), "unless ");
        let of: Vec<String> = only_if.into_iter().chain(unless).collect();
        (!of.is_empty()).then(|| (format!("{} ({})", step.text, of.join(", ")), String::new()))
    });
    conditional.collect()
}

pub(super) fn holds(holds: &[Holds], renames: &Renames) -> Pairs {
    let pair = |holds: &Holds| (Rename::now(&renames.profile, &holds.fact).to_owned(), holds.options.join("|"));
    holds.iter().map(pair).collect()
}
