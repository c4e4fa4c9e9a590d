//! `dead-end`: looks for levels from which not everybody finds a route.

use crate::check::reason::Blocked;
use crate::check::{Context, wording};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "dead-end",
    group: Group::Suspicious,
    summary: "From a level, some organisation finds no route to the next.",
    why: "The plan then says that nothing leads on, which helps nobody. Looked for is an organisation on the level \
          that has done every action, some questions perhaps n/a, and still lacks something: so the level is reported \
          if there is one for whom no set of actions suffices, not only if there is none for whom one does. Where \
          conditions make organisations differ, it is looked for among those with each profile.",
    bad: r#"[[levels]]
id = "high"
requires = { every_criterion = 80 }

[[criteria.questions]]
id = "speed-answer" # raised to 3 of 4 by all actions
[[criteria.questions]]
id = "speed-hours"  # raised to 4 of 4, but may be n/a"#,
    good: r#"[[levels]]
id = "high"
requires = { every_criterion = 75 }

[[criteria.questions]]
id = "speed-answer" # raised to 3 of 4 by all actions
[[criteria.questions]]
id = "speed-hours"  # raised to 4 of 4, but may be n/a"#,
};

/// The most criteria whose scores are listed.
const MOST_SCORES: usize = 8;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for blocked in &context.reasoning().blocked {
        let levels = &context.definition.levels;
        let (level, next) = (&levels[blocked.level].id, &levels[blocked.level + 1].id);
        // Where all actions lead beyond the level if everything applies, something does not apply.
        let help = if blocked.passable { say::done_all_with_some_not_applicable } else { say::done_all };
        let message = match wording::told(context.definition, &blocked.profile) {
            Some(profile) => say::finds_no_route_with(level, next, &profile),
            None => say::finds_no_route(level, next),
        };
        findings
            .add(&RULE, context.requirement(blocked.level + 1, blocked.requirement).span(), message)
            .label(say::this_needs(&missing(context, blocked)))
            .related(context.item("levels", blocked.level).key("id").span(), say::from_here())
            .help(help(&wording::scores(context.definition, &blocked.standing, MOST_SCORES)));
    }
}

/// What such an organisation lacks; of questions, the one that was found.
fn missing(context: &Context<'_>, blocked: &Blocked) -> String {
    let by_question = blocked.question.and_then(|at| {
        let (_, question) = context.definition.question(at)?;
        let asked = wording::clause(&context.definition.levels[blocked.level + 1].requires[blocked.requirement]);
        Some(say::no_action_raises(&asked, &question.id))
    });
    by_question.unwrap_or_else(|| wording::missing(context.definition, &blocked.unmet))
}
