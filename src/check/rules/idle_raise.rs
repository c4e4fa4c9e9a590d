//! `idle-raise`: looks for raises that add nothing, of actions that do raise something.

use crate::check::Context;
use crate::check::reason::Why;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "idle-raise",
    group: Group::Suspicious,
    summary: "An action promises for a question what it never brings about.",
    why: "Whoever plans with it believes that the action helps there. A raise is idle when, for all answers, the \
          question is raised as high by an action that must be done directly before, is raised only to its worst option, or \
          is not asked of anybody for whom the action is.",
    bad: r#"[[actions]]
id = "hire"
raises = { speed-answer = 4 }

[[actions]]
id = "train"
after = ["hire"]
raises = { speed-answer = 4, speed-hours = 3 }"#,
    good: r#"[[actions]]
id = "hire"
raises = { speed-answer = 4 }

[[actions]]
id = "train"
after = ["hire"]
raises = { speed-hours = 3 }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let questions: Vec<_> = context.definition.questions().map(|(_, question)| question.id.as_str()).collect();
    for useless in context.reasoning().useless.iter().filter(|useless| !useless.whole) {
        let (action, question) = (&context.definition.actions[useless.action].id, questions[useless.question]);
        let place = context.item("actions", useless.action).key("raises").key(question);
        let finding = findings.add(&RULE, place.span(), say::never_raises_question(action, question));
        match useless.why {
            Why::Before(before) => {
                let before = &context.definition.actions[before].id;
                finding.label(say::raises_as_high(before))
            }
            Why::Worst => finding.label(say::worst_option()),
            Why::NotAsked => finding.label(say::nobody_is_asked()),
        };
        finding.help(if useless.why == Why::NotAsked { say::mend_or_remove() } else { say::raise_higher() });
    }
}
