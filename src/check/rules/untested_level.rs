//! `untested-level`: looks for each level among what the worked examples expect.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "untested-level",
    group: Group::Suspicious,
    summary: "No worked example expects a level.",
    why: "A level that no case names under `level` or `possible` can move or vanish when a threshold, weight or option \
          is changed, and nobody is told.",
    bad: r#"[[levels]]
id = "high"
# and no case has level = "high" or possible = "high" under expect"#,
    good: r#"[[cases]]
name = "all is well"
answers = { "*" = 5 }
expect = { level = "high" }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !context.tells_untested() {
        return;
    }
    let expected = |level: usize| {
        context.cases.iter().any(|case| [case.expect.level, case.expect.possible].contains(&Some(level)))
    };
    for (at, level) in context.definition.levels.iter().enumerate().filter(|(at, _)| !expected(*at)) {
        let place = context.item("levels", at).key("id");
        findings.add(&RULE, place.span(), say::no_example_expects_level(&level.id)).help(say::add_one_that_reaches());
    }
}
