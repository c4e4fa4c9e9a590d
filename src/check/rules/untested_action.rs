//! `untested-action`: looks for each action where the worked examples stand.

use crate::answers::Answer;
use crate::check::{Case, Context};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "untested-action",
    group: Group::Suspicious,
    summary: "No worked example has a use for an action.",
    why: "An action is seen by a case if it is expected on its route, or would raise one of its answers, open ones \
          counted at their worst. One that no case sees can lose its effect, and nobody is told.",
    bad: r#"[[actions]]
id = "hire"
raises = { speed-answer = 4 }

[[cases]]
name = "all is well"
answers = { "*" = 5 }
expect = { level = "high" }"#,
    good: r#"[[cases]]
name = "nothing yet"
answers = { "*" = 1 }
expect = { level = "low", route = ["hire"] }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !context.tells_untested() {
        return;
    }
    for (at, action) in context.definition.actions.iter().enumerate() {
        if context.cases.iter().any(|case| sees(context, case, at)) {
            continue;
        }
        let place = context.item("actions", at).key("id");
        findings.add(&RULE, place.span(), say::no_use_for(&action.id)).help(say::add_one_it_raises());
    }
}

/// Whether `case` expects the action with index `at` on its route, or has an answer that it would raise.
fn sees(context: &Context<'_>, case: &Case, at: usize) -> bool {
    let condition = &context.definition.actions[at].condition;
    let raised = |&(question, option): &(usize, u8)| match case.answers[question] {
        Answer::Option(answer) => answer < option,
        Answer::Unanswered => option > 0,
        Answer::NotApplicable => false,
    };
    case.expect.route.as_ref().is_some_and(|route| route.contains(&at))
        || context.definition.applies(condition, &case.profile).counts()
            && context.scheme.actions[at].raises.iter().any(raised)
}
