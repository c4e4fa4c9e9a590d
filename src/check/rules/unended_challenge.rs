//! `unended-challenge`: looks for challenges that an organisation can have and no action can end.

use crate::check::{Context, wording};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "unended-challenge",
    group: Group::Correctness,
    summary: "An organisation can have a challenge that no action ends.",
    why: "A result then names what burns, and the plan has nothing against it. A challenge is ended by an action that \
          raises one of the questions under its `when` above the points there. Looked for is an organisation for which \
          it is one, that is asked all of these questions, and for which no such action is.",
    bad: r#"[[challenges]]
id = "overload"
when = { staffing-workload = 2 }

[[actions]]
id = "hire"
raises = { staffing-workload = 4 }
if = { size = "many" }"#,
    good: r#"[[challenges]]
id = "overload"
when = { staffing-workload = 2 }
if = { size = "many" }

[[actions]]
id = "hire"
raises = { staffing-workload = 4 }
if = { size = "many" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for unended in &context.reasoning().unended {
        let challenge = &context.definition.challenges[unended.challenge];
        let place = context.item("challenges", unended.challenge);
        let message = match wording::told(context.definition, &unended.profile) {
            Some(profile) => say::no_action_ends_with(&challenge.id, &profile),
            None => say::no_action_ends(&challenge.id),
        };
        findings
            .add(&RULE, place.key("id").span(), message)
            .related(place.key("when").span(), say::one_that_raises())
            .help(say::add_such_an_action());
    }
}
