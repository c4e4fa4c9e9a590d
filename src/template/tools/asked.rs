//! When a question is asked, in the words of a tool.

use crate::definition::{Condition, Definition, Fact, Holds};

/// How a tool writes conditions.
pub(super) struct Syntax<'a> {
    pub(super) not: &'a str,
    /// That one of some options of a fact holds, which have these ids.
    pub(super) holds: &'a dyn Fn(&Fact, &[String]) -> String,
    /// That a fact was not told.
    pub(super) untold: &'a dyn Fn(&Fact) -> String,
}

/// When something is asked: unless what was told says otherwise. None where it always is.
pub(super) fn asked(definition: &Definition, condition: &Condition, syntax: &Syntax<'_>) -> Option<String> {
    let fact = |one: &Holds| {
        let fact = definition.profile.iter().find(|fact| fact.id == one.fact);
        fact.expect("a definition has the facts that it names")
    };
    let holds = |one: &Holds| (syntax.holds)(fact(one), &one.options);
    let only = condition.only_if.iter().map(|one| format!("({} or {})", (syntax.untold)(fact(one)), holds(one)));
    let barred: Vec<String> = condition.unless.iter().map(holds).collect();
    let barred = (!barred.is_empty()).then(|| format!("{}({})", syntax.not, barred.join(" and ")));
    let all: Vec<String> = only.chain(barred).collect();
    (!all.is_empty()).then(|| all.join(" and "))
}
