//! `hidden-level`: looks for levels on which no organisation can be.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "hidden-level",
    group: Group::Correctness,
    summary: "No organisation can be on a level, as whoever attains this attains the next.",
    why: "A level is hidden when all that the next one asks for beyond it holds for every organisation that attains \
          it, whatever is answered and whatever is n/a. It is shown, and perhaps aimed for, and nobody is ever told to \
          be there. It is decided from every score that the criteria can have. Questions that hang on one \
          fact count as asked or not each for itself: where only what they have in common hides a level, it is not found.",
    bad: r#"[[levels]]
id = "middle"
requires = { every_criterion = 80 }

[[levels]]
id = "high"
requires = { overall = 75 } # who has 80 in every criterion has 75 overall"#,
    good: r#"[[levels]]
id = "middle"
requires = { every_criterion = 60 }

[[levels]]
id = "high"
requires = { overall = 75 }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let levels = &context.definition.levels;
    for &level in &context.reasoning().hidden_levels {
        let next = &levels[level + 1].id;
        findings
            .add(&RULE, context.item("levels", level).key("requires").key_span(), say::nobody_is_on(&levels[level].id))
            .label(say::whoever_attains_this(next))
            .related(context.item("levels", level + 1).key("requires").key_span(), say::all_holds_by_then())
            .help(say::ask_for_something_open(next, &levels[level].id));
    }
}
