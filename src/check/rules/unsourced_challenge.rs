//! `unsourced-challenge`: looks at each challenge.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::{check_texts as say, definition as called};

pub(crate) static RULE: Rule = Rule {
    id: "unsourced-challenge",
    group: Group::Pedantic,
    summary: "A challenge cites no source.",
    why: "A challenge decides what a plan begins with, so whoever reads it may ask who says that it burns. Experience is \
          a good reason too; hence this is a rule for the careful.",
    bad: r#"[[challenges]]
id = "overload""#,
    good: r#"[[challenges]]
id = "overload"
source = "book""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let challenges = context.definition.challenges.iter().enumerate();
    for (at, challenge) in challenges.filter(|(_, challenge)| challenge.source.is_none()) {
        let place = context.item("challenges", at).key("id");
        findings
            .add(&RULE, place.span(), say::cites_no_source(called::challenge(), &challenge.id))
            .help(say::who_describes());
    }
}
