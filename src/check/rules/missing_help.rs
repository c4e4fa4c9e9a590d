//! `missing-help`: looks at each question.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "missing-help",
    group: Group::Style,
    summary: "A question does not say what evidence to look for.",
    why: "Two people who look at the same thing should give the same answer. Without help each of them answers from \
          the impression that they happen to have.",
    bad: r#"[[criteria.questions]]
id = "speed-answer"
text = "How soon is a message answered?""#,
    good: r#"[[criteria.questions]]
id = "speed-answer"
text = "How soon is a message answered?"
help = "Take the last twenty messages, and count the hours.""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, criterion) in context.definition.criteria.iter().enumerate() {
        for (index, question) in criterion.questions.iter().enumerate().filter(|(_, question)| question.help.is_none())
        {
            let place = context.item("criteria", at).key("questions").index(index).key("id");
            findings.add(&RULE, place.span(), say::has_no_help(&question.id)).help(say::write_help());
        }
    }
}
