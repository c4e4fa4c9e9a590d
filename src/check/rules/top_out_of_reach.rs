//! `top-out-of-reach`: looks whether all actions together lead from nothing to the highest level.

use crate::check::{Context, wording};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "top-out-of-reach",
    group: Group::Correctness,
    summary: "All actions together do not take an organisation that has nothing to the highest level.",
    why: "A plan is a way up. An organisation that answers every question at its worst and then does every action must \
          be at the top; otherwise nobody who follows the plan gets there. Everything applies to it that is for an \
          organisation with its profile: what n/a does besides is for `dead-end`. It is so for every profile; of those \
          that end on the same level one is named. A definition without actions promises no way, and is left alone.",
    bad: r#"[[levels]]
id = "high"
requires = { overall = 90 }

[[actions]]
id = "hire"
raises = { speed-answer = 4 } # of 5"#,
    good: r#"[[levels]]
id = "high"
requires = { overall = 75 }

[[actions]]
id = "hire"
raises = { speed-answer = 4 } # of 5"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let levels = &context.definition.levels;
    for end in &context.reasoning().out_of_reach {
        let (level, next) = (&levels[end.standing.level].id, &levels[end.standing.level + 1].id);
        let message = match wording::told(context.definition, &end.profile) {
            Some(profile) => say::lead_no_further_with(level, &profile),
            None => say::lead_no_further(level),
        };
        findings
            .add(&RULE, context.item("levels", end.standing.level + 1).key("requires").key_span(), message)
            .label(say::when_all_are_done(&wording::missing(context.definition, &end.unmet)))
            .help(say::lead_further(next));
    }
}
