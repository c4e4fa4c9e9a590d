//! `idle-question`: looks for questions whose answer never matters.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_reason as say;

pub(crate) static RULE: Rule = Rule {
    id: "idle-question",
    group: Group::Correctness,
    summary: "No answer to a question can change what is in place or the level.",
    why: "People take the time to answer it, and are told nothing for it. A question is idle when, whatever the other \
          answers are, its criterion is in place with every answer or with none, and the level is the same with all of \
          them. Its weight is then too small for the thresholds and the steps of the other questions.",
    bad: r#"[[criteria]]
id = "speed"
in_place = 75
[[criteria.questions]]
id = "speed-answer"
weight = 9
options = ["never", "at once"]
not_applicable = false
[[criteria.questions]]
id = "speed-hours"
options = ["none", "some", "all"] # 90 or 10 of 100 without it"#,
    good: r#"[[criteria]]
id = "speed"
in_place = 75
[[criteria.questions]]
id = "speed-answer"
options = ["never", "at once"]
not_applicable = false
[[criteria.questions]]
id = "speed-hours"
options = ["none", "some", "all"]"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let questions: Vec<_> = context.definition.questions().collect();
    for &at in &context.reasoning().idle_questions {
        let (criterion, question) = questions[at];
        let criterion = &context.definition.criteria[criterion];
        findings
            .add(&RULE, context.question_id(at), say::no_answer_changes(&question.id))
            .label(say::whatever_else())
            .help(say::more_weight(&criterion.id, criterion.in_place));
    }
}
