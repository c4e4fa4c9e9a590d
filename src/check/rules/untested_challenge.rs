//! `untested-challenge`: looks for each challenge among what the worked examples expect.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "untested-challenge",
    group: Group::Suspicious,
    summary: "No worked example expects a challenge.",
    why: "A challenge decides what a plan begins with. One that no case names under `challenges` can cease to be found \
          when an option or a condition is changed, and nobody is told.",
    bad: r#"[[challenges]]
id = "overload"
# and no case has challenges = ["overload"] under expect"#,
    good: r#"[[cases]]
name = "nothing yet"
answers = { "*" = 1 }
expect = { challenges = ["overload"] }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let expected =
        |at: usize| context.cases.iter().any(|case| case.expect.challenges.iter().flatten().any(|of| *of == at));
    let challenges = context.definition.challenges.iter().enumerate();
    for (at, challenge) in challenges.filter(|(at, _)| !expected(*at)) {
        findings
            .add(
                &RULE,
                context.item("challenges", at).key("id").span(),
                format!("no worked example expects challenge `{}`", challenge.id),
            )
            .help("add one under `[[cases]]` in which it is found");
    }
}
