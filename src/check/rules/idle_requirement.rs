//! `idle-requirement`: looks for requirements that decide nothing.

use crate::check::reason::Given;
use crate::check::{Context, wording};
use crate::definition::Clause;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "idle-requirement",
    group: Group::Suspicious,
    summary: "A requirement always holds when the rest of what a level asks for does.",
    why: "Whoever reads the definition believes that the level depends on it. It is idle when no organisation attains \
          the levels below and meets the other requirements of the level, but not this one. Of two that follow from \
          each other only the first is reported; one that only repeats a level below is left alone, as it is there for \
          the reader.",
    bad: r#"[[levels]]
id = "high"
requires = { every_criterion = 75, overall = 60 } # 60 overall follows"#,
    good: r#"[[levels]]
id = "high"
requires = { every_criterion = 75, overall = 85 }"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for idle in &context.reasoning().idle_requirements {
        let levels = &context.definition.levels;
        // Without it, questions would belong to nothing, and criteria have no level of their own.
        if matches!(levels[idle.level].requires[idle.requirement], Clause::Questions(..)) {
            continue;
        }
        let (level, below) = (&levels[idle.level], &levels[idle.level - 1].id);
        let asked = wording::clause(&level.requires[idle.requirement]);
        let label = match idle.given {
            Given::Below => say::has_that_below(below),
            Given::Rest => say::has_that_by_the_rest(below),
        };
        let place = context.requirement(idle.level, idle.requirement).span();
        findings.add(&RULE, place, say::asks_in_vain(&level.id, &asked)).label(label).help(say::ask_for_more());
    }
}
