//! `duplicate-reference`: compares what each question and each action refers to: places of standards, actions before it, and
//! the options of its conditions.

use crate::check::Context;
use crate::definition::conditions;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::document::Cursor;
use crate::text::fold;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-reference",
    group: Group::Suspicious,
    summary: "A list of references, of what comes before or of options names the same twice.",
    why: "One of the two was mostly meant to be another: a clause of a standard that reports then do not list, an action in \
          `after`, an option in `if` or `unless`. In `refs`, case, width and white space do not count as a difference.",
    bad: r#"refs = ["ISO 18295-1:2017 5.2", "iso 18295-1:2017 5.2"]"#,
    good: r#"refs = ["ISO 18295-1:2017 5.2", "ISO 18295-1:2017 5.3"]"#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    for (at, criterion) in definition.criteria.iter().enumerate() {
        for (index, question) in criterion.questions.iter().enumerate() {
            let item = context.item("criteria", at).key("questions").index(index);
            let place = format!("`{}` refers to this", question.id);
            list(item.key("refs"), question.refs.iter().map(|text| fold(text)), &place, findings);
        }
    }
    for (at, action) in definition.actions.iter().enumerate() {
        let item = context.item("actions", at);
        let refers = format!("`{}` refers to this", action.id);
        list(item.key("refs"), action.refs.iter().map(|text| fold(text)), &refers, findings);
        let waits = format!("`{}` waits for this", action.id);
        list(item.key("after"), action.after.iter().cloned(), &waits, findings);
    }
    for (condition, item) in conditions(definition, context.document) {
        for (holds, place) in condition.places(item) {
            list(place, holds.options.iter().cloned(), &format!("`{}` is asked for this", holds.fact), findings);
        }
    }
}

/// Finds what stands in the list at `place` twice.
fn list(place: Cursor<'_>, texts: impl Iterator<Item = String>, message: &str, findings: &mut Findings) {
    for (before, span) in repeated(texts.enumerate().map(|(at, text)| (text, place.index(at).span()))) {
        findings
            .add(&RULE, span, format!("{message} twice"))
            .related(before, "first here")
            .help("name the other that was meant, or leave one out");
    }
}
