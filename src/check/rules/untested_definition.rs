//! `untested-definition`: counts the worked examples.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::count;

pub(crate) static RULE: Rule = Rule {
    id: "untested-definition",
    group: Group::Suspicious,
    summary: "A definition has no worked examples.",
    why: "Nothing says what answers are meant to come to, so that a slip in a threshold, weight or option shows nowhere. \
          Once there is one, `untested-level`, `untested-challenge` and `untested-action` say what none shows yet.",
    bad: r#"title = "Small"
# and no [[cases]]"#,
    good: r#"title = "Small"

[[cases]]
name = "nothing yet"
answers = { "*" = 1 }
expect = { level = "low" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !context.all_cases || !context.cases.is_empty() {
        return;
    }
    let definition = context.definition;
    let parts = [(definition.levels.len(), "level"), (definition.challenges.len(), "challenge")];
    let parts = parts.into_iter().chain([(definition.actions.len(), "action")]).filter(|(number, _)| *number > 0);
    let parts = parts.map(|(number, what)| count(number, what)).collect::<Vec<_>>().join(", ");
    findings
        .add(&RULE, context.document.at().key("id").span(), format!("no worked example tests any of {parts}"))
        .help("add `[[cases]]`: answers, and what they are to come to");
}
