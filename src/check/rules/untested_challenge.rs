//! `untested-challenge`: looks for each challenge among what the worked examples expect, alone and beside others.

use super::duplicate_item::are_found_together;
use crate::check::{Case, Context};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "untested-challenge",
    group: Group::Suspicious,
    summary: "No worked example expects a challenge, or tells it from another.",
    why: "A challenge decides what a plan begins with. One that no case names under `challenges` can cease to be found \
          when an option or a condition is changed, and nobody is told; nor is anybody where two are always expected \
          together, and what shows one is written under the other.",
    bad: r#"[[challenges]]
id = "overload"
# and no case has challenges = ["overload"] under expect"#,
    good: r#"[[cases]]
name = "nothing yet"
answers = { "*" = 1 }
expect = { challenges = ["overload"] }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !context.tells_untested() {
        return;
    }
    let cases = |at: usize| -> Vec<usize> {
        let expects = |case: &&Case| case.expect.challenges.iter().flatten().any(|of| *of == at);
        context.cases.iter().filter(expects).map(|case| case.at).collect()
    };
    let challenges = &context.definition.challenges;
    for (at, challenge) in challenges.iter().enumerate() {
        let (id, expected) = (&challenge.id, cases(at));
        let same = challenges[..at].iter().enumerate().find(|(other, _)| cases(*other) == expected);
        let (message, help) = match same {
            _ if expected.is_empty() => (say::no_example_expects_challenge(id), say::add_one_it_is_found_in()),
            // No example can tell them apart.
            Some((_, other)) if are_found_together(other, challenge) => continue,
            Some((_, other)) => (say::not_told_apart(id, &other.id), say::add_one_for_one()),
            None => continue,
        };
        findings.add(&RULE, context.item("challenges", at).key("id").span(), message).help(help);
    }
}
