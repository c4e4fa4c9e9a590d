//! `unasked-profile`: looks for an organisation that is asked nothing.

use crate::check::Context;
use crate::check::reason::{Unasked, unasked};
use crate::definition::{Definition, Profile};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_cases::comma;
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "unasked-profile",
    group: Group::Correctness,
    summary: "An organisation is asked no question.",
    why: "Every question has a condition, and what some organisation tells meets none of them. It fills in the facts and \
          then gets no questions, no score and no level.",
    bad: r#"[[criteria.questions]]
id = "calls"
if = { channels = "telephone" } # and no question is for those without a telephone"#,
    good: r#"[[criteria.questions]]
id = "calls"
if = { channels = "telephone" }

[[criteria.questions]]
id = "letters""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let (place, message) = match unasked(definition) {
        None => return,
        Some(Unasked::Profile(profile)) => {
            let (at, told) = told(definition, &profile);
            (context.item("profile", at).key("id"), say::is_asked_nothing(&told))
        }
        Some(Unasked::Undecided) => (context.item("profile", 0).key("id"), say::too_many_ways().to_owned()),
    };
    findings.add(&RULE, place.span(), message).help(say::ask_everybody());
}

/// The first fact of which something is told, and all that is told.
fn told(definition: &Definition, profile: &Profile) -> (usize, String) {
    let told = definition.profile.iter().enumerate().filter(|(at, _)| profile.is_told(*at));
    let first = told.clone().map(|(at, _)| at).next().unwrap_or(0);
    let fact = |(at, fact): (usize, &crate::definition::Fact)| {
        let options: Vec<&str> = profile.told(at).map(|option| fact.options[option].id.as_str()).collect();
        format!("`{} = {}`", fact.id, options.join(", "))
    };
    (first, told.map(fact).collect::<Vec<_>>().join(comma()))
}
