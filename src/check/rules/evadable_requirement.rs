//! `evadable-requirement`: looks for criteria that a level names and n/a takes away.

use crate::check::Context;
use crate::definition::{Clause, Scope};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "evadable-requirement",
    group: Group::Suspicious,
    summary: "A level asks for a criterion that may be answered n/a throughout.",
    why: "To name a criterion says that nobody is on the level without it. But what is not applicable is not asked \
          for: an organisation that falls short only there is lifted to the level by answering every question of it \
          n/a, though nothing else has changed. `every_criterion` and `criteria_in_place` name none, and are meant for \
          those that apply.",
    bad: r#"[[levels]]
id = "high"
requires = { criteria = { speed = 75 } }

[[criteria]]
id = "speed"
[[criteria.questions]]
id = "speed-answer""#,
    good: r#"[[levels]]
id = "high"
requires = { criteria = { speed = 75 } }

[[criteria]]
id = "speed"
[[criteria.questions]]
id = "speed-answer"
not_applicable = false"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for &(level, at) in &context.reasoning().evadable_requirements {
        let what = &context.definition.levels[level];
        let Clause::Criterion(Scope::Named(id), score) = &what.requires[at] else { continue };
        let criterion = context.definition.criteria.iter().position(|criterion| criterion.id == *id);
        let finding =
            findings.add(&RULE, context.requirement(level, at).span(), say::not_applicable_lifts(&what.id, *score, id));
        if let Some(criterion) = criterion {
            finding.related(context.item("criteria", criterion).key("id").span(), say::all_may_be_not_applicable());
        }
        finding.help(say::always_applies());
    }
}
