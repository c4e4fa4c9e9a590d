//! `untested-definition`: counts the worked examples.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

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
    let levels = say::levels(definition.levels.len());
    let some = |number: usize, say: fn(usize) -> String| (number > 0).then(|| say(number));
    let rest = [some(definition.challenges.len(), say::challenges), some(definition.actions.len(), say::actions)];
    let parts: Vec<String> = [levels].into_iter().chain(rest.into_iter().flatten()).collect();
    findings
        .add(&RULE, context.document.at().key("id").span(), say::tests_none_of(&parts.join(say::comma())))
        .help(say::add_cases());
}
