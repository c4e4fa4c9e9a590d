//! `idle-fact`: looks for facts on which nothing depends.

use crate::check::Context;
use crate::definition::{Cost, conditions};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "idle-fact",
    group: Group::Suspicious,
    summary: "Nothing depends on a fact.",
    why: "Everybody is asked for it, and no condition and no effort looks at it. What is only to be known, such as a \
          name or a country, is metadata of an answer set.",
    bad: r#"[[profile]]
id = "country"
text = "Where are you?"
options = [{ id = "here", text = "Here" }, { id = "abroad", text = "Abroad" }]"#,
    good: r#"[[profile]]
id = "country"
text = "Where are you?"
options = [{ id = "here", text = "Here" }, { id = "abroad", text = "Abroad" }]

[[actions]]
id = "translate"
if = { country = "abroad" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let asked_for = |id: &str| {
        let mut conditions = conditions(definition, context.document).flat_map(|(condition, _)| condition.all());
        let mut efforts = definition.actions.iter().map(|action| &action.effort);
        conditions.any(|holds| holds.fact == id)
            || efforts.any(|effort| matches!(effort, Cost::By { fact, .. } if fact == id))
    };
    for (at, fact) in definition.profile.iter().enumerate().filter(|(_, fact)| !asked_for(&fact.id)) {
        findings
            .add(&RULE, context.item("profile", at).key("id").span(), say::nothing_depends_on(&fact.id))
            .help(say::go_by_it());
    }
}
