//! `idle-condition`: looks for parts of conditions that change nothing.

use crate::check::Context;
use crate::check::reason::idle_part;
use crate::definition::conditions;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "idle-condition",
    group: Group::Suspicious,
    summary: "A part of a condition changes nothing.",
    why: "Without it the condition would hold for the same organisations: it names all options of a fact, or what the \
          rest of the condition lets in or takes out already. Mostly an option is meant that is not there, or was \
          forgotten.",
    bad: r#"[[actions]]
id = "train"
if = { size = ["few", "many"] } # and there is no third"#,
    good: r#"[[actions]]
id = "train"
if = { size = "many" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (condition, item) in conditions(context.definition, context.document) {
        let Some(part) = idle_part(context.definition, condition) else { continue };
        let mut places = condition.places(item);
        let (_, place) = places.find(|(holds, _)| std::ptr::eq(*holds, part)).expect("it is a part of the condition");
        findings.add(&RULE, place.key_span(), say::changes_nothing(&part.fact)).help(say::name_other_options());
    }
}
