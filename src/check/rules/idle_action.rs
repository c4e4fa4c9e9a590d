//! `idle-action`: looks for actions that raise nothing.

use crate::check::Context;
use crate::check::reason::Why;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "idle-action",
    group: Group::Correctness,
    summary: "An action never raises an answer by itself.",
    why: "It costs effort and brings nothing. An action is idle when, for all answers, each question that it raises is \
          raised as high by an action that must be done directly before it, is raised only to its worst option, or is \
          not asked of anybody for whom the action is. \
          What is cheaper elsewhere does not count: an organisation may have excluded that, or pay another price.",
    bad: r#"[[actions]]
id = "hire"
raises = { speed-answer = 4 }

[[actions]]
id = "advertise"
after = ["hire"]
raises = { speed-answer = 3 }"#,
    good: r#"[[actions]]
id = "hire"
raises = { speed-answer = 4 }

[[actions]]
id = "advertise"
after = ["hire"]
raises = { speed-answer = 5 }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut last = None;
    for useless in context.reasoning().useless.iter().filter(|useless| useless.whole) {
        if last.replace(useless.action) == Some(useless.action) {
            continue;
        }
        let id = &context.definition.actions[useless.action].id;
        let place = context.item("actions", useless.action);
        let finding = findings.add(&RULE, place.key("id").span(), say::never_raises(id));
        match useless.why {
            Why::Before(before) => {
                let before = &context.definition.actions[before].id;
                finding
                    .related(place.key("after").span(), say::raised_by_then(before))
                    .help(say::raise_higher_than(before))
            }
            Why::NotAsked => {
                finding.related(place.key("raises").span(), say::of_nobody()).help(say::mend_or_remove_action())
            }
            Why::Worst => finding.related(place.key("raises").span(), say::to_the_worst()).help(say::raise_to_better()),
        };
    }
}
