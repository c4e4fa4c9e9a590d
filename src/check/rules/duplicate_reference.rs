//! `duplicate-reference`: compares the references of each question and of each action.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::document::Cursor;
use crate::text::fold;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-reference",
    group: Group::Suspicious,
    summary: "A question or an action refers to the same place of a standard twice.",
    why: "One of the two was mostly meant to be another clause, which is then missing from what reports list. Case, \
          width and white space do not count as a difference.",
    bad: r#"refs = ["ISO 18295-1:2017 5.2", "iso 18295-1:2017 5.2"]"#,
    good: r#"refs = ["ISO 18295-1:2017 5.2", "ISO 18295-1:2017 5.3"]"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let mut look = |item: Cursor<'_>, id: &str, refs: &[String]| {
        let refs = refs.iter().enumerate();
        let refs = refs.map(|(at, text)| (fold(text), item.key("refs").index(at).span()));
        for (before, span) in repeated(refs) {
            findings
                .add(&RULE, span, format!("`{id}` refers to this twice"))
                .related(before, "first here")
                .help("name the other place that was meant, or leave one out");
        }
    };
    for (at, criterion) in definition.criteria.iter().enumerate() {
        for (index, question) in criterion.questions.iter().enumerate() {
            look(context.item("criteria", at).key("questions").index(index), &question.id, &question.refs);
        }
    }
    for (at, action) in definition.actions.iter().enumerate() {
        look(context.item("actions", at), &action.id, &action.refs);
    }
}
