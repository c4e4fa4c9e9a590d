//! `unsourced-action`: looks at each action.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::{check_texts as say, definition as called};

pub(crate) static RULE: Rule = Rule {
    id: "unsourced-action",
    group: Group::Pedantic,
    summary: "An action cites no source.",
    why: "Whoever is to spend weeks on an action may ask who recommends it. Common sense is a good reason too, and \
          needs no citation; hence this is a rule for the careful.",
    bad: r#"[[actions]]
id = "hire""#,
    good: r#"[[actions]]
id = "hire"
source = "book""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, action) in context.definition.actions.iter().enumerate().filter(|(_, action)| action.source.is_none()) {
        let place = context.item("actions", at).key("id");
        findings
            .add(&RULE, place.span(), say::cites_no_source(called::action(), &action.id))
            .help(say::who_recommends());
    }
}
