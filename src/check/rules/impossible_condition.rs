//! `impossible-condition`: looks for conditions that nobody meets.

use crate::check::Context;
use crate::check::reason::is_impossible;
use crate::definition::conditions;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "impossible-condition",
    group: Group::Correctness,
    summary: "A question, action, step, challenge or benchmark is for nobody.",
    why: "Whatever an organisation tells, `unless` takes out all that `if` lets in. So the question is never asked, the \
          action never recommended, the challenge never found.",
    bad: r#"[[actions]]
id = "offer-callbacks"
if = { channels = "telephone" }
unless = { channels = ["telephone", "email"] }"#,
    good: r#"[[actions]]
id = "offer-callbacks"
if = { channels = "telephone" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let impossible =
        conditions(definition, context.document).filter(|(condition, _)| is_impossible(definition, condition));
    for (condition, place) in impossible {
        let message = if condition.only_if.is_empty() { say::holds_for_everybody() } else { say::holds_wherever() };
        let finding = findings.add(&RULE, place.key("unless").span(), message);
        if place.key("id").arrived() {
            finding.related(place.key("id").span(), say::for_nobody());
        }
        finding.help(say::name_fewer_options());
    }
}
