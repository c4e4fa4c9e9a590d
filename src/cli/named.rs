//! What options name by id or by name: levels, criteria and actions.

use std::fmt::Display;
use std::str::FromStr;

use anyhow::Result;

use super::error::Usage;
use crate::definition::Definition;
use crate::diagnostic::nearest;
use crate::text::fold;
use crate::words::cli_trouble as say;
use crate::words::lists::comma;

/// How it is said that there is none of this name, and the one that may be meant.
type Missing = (fn(&str, &str) -> String, fn(&str, &str, &str) -> String);
const LEVEL: Missing = (say::no_level, say::no_level_but);
const CRITERION: Missing = (say::no_criterion, say::no_criterion_but);
const ACTION: Missing = (say::no_action, say::no_action_but);

/// A number as it is typed, with full-width digits too.
pub(super) fn number<T: FromStr<Err: Display>>(text: &str) -> std::result::Result<T, String> {
    fold(text).parse().map_err(|error: T::Err| say::no_number(&error.to_string()))
}

/// The index of the level that an option names.
pub(super) fn level(definition: &Definition, wanted: &str) -> Result<usize> {
    let levels = definition.levels.iter().map(|level| (level.id.as_str(), level.name.as_str()));
    index(LEVEL, wanted, levels)
}

/// The indices of the criteria that an option names.
pub(super) fn criteria(definition: &Definition, wanted: &[String]) -> Result<Vec<usize>> {
    let criteria = || definition.criteria.iter().map(|criterion| (criterion.id.as_str(), criterion.name.as_str()));
    let named = wanted.iter().map(|wanted| index(CRITERION, wanted, criteria()));
    let mut named = named.collect::<Result<Vec<usize>>>()?;
    named.sort_unstable();
    named.dedup();
    Ok(named)
}

/// The indices of the actions that an option names.
pub(super) fn actions(definition: &Definition, wanted: &[String]) -> Result<Vec<usize>> {
    let actions = || definition.actions.iter().map(|action| (action.id.as_str(), action.title.as_str()));
    wanted.iter().map(|wanted| index(ACTION, wanted, actions())).collect()
}

/// Whether a name has a part that is much like what was typed, as `CXチャンピオン` has of `チャンピョン`.
fn has_nearly(name: &str, wanted: &str) -> bool {
    let (name, wanted): (Vec<char>, Vec<char>) = (fold(name).chars().collect(), fold(wanted).chars().collect());
    let slips = wanted.len() / 4;
    let near = |part: &[char]| strsim::generic_damerau_levenshtein(part, &wanted) <= slips;
    slips > 0 && (wanted.len() - slips..=wanted.len() + slips).any(|length| name.windows(length).any(near))
}

/// The place among all of the one with this id or name, or the only one whose id begins with it or whose name has it in it; else `no` and
/// `no_but` say what there is.
fn index<'a>((no, no_but): Missing, wanted: &str, all: impl Iterator<Item = (&'a str, &'a str)>) -> Result<usize> {
    let all: Vec<(&str, &str)> = all.collect();
    let folded = fold(wanted);
    let is = |text: &str| fold(text) == folded;
    let only = || {
        let mut parts = (0..all.len()).filter(|at| !folded.is_empty() && fold(all[*at].1).contains(&folded));
        parts.next().filter(|_| parts.next().is_none())
    };
    let begins = |at: &usize| !folded.is_empty() && fold(all[*at].0).starts_with(&folded);
    let beginning: Vec<usize> = (0..all.len()).filter(begins).collect();
    let first = beginning.first().copied().filter(|_| beginning.len() == 1);
    let found = all.iter().position(|(id, name)| is(id) || is(name)).or(first).or_else(only);
    found.ok_or_else(|| {
        if beginning.len() > 1 {
            let ids: Vec<&str> = beginning.iter().map(|at| all[*at].0).collect();
            return Usage(say::several_begin(wanted, &ids.join(comma()))).into();
        }
        let names = all.iter().filter(|(_, name)| !name.is_ascii()).map(|(_, name)| *name);
        let near = nearest(wanted, all.iter().map(|(id, _)| *id).chain(names.clone()));
        let near = near.or_else(|| names.into_iter().find(|name| has_nearly(name, wanted)));
        // Whoever types in other letters knows them by their names.
        let shown = |(id, name): &(&str, &str)| if name.is_ascii() { (*id).to_owned() } else { say::named(id, name) };
        let all = all.iter().map(shown).collect::<Vec<_>>().join(comma());
        Usage(near.map_or_else(|| no(wanted, &all), |near| no_but(wanted, near, &all))).into()
    })
}
