//! `duplicate-option`: compares the options of each question, in every language.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::text::fold;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-option",
    group: Group::Suspicious,
    summary: "Two options of a question say the same.",
    why: "A respondent cannot tell them apart, yet they are worth different points. Answers that come as texts, as \
          from a form, could mean either. Case, width and white space do not count as a difference.",
    bad: r#"options = ["in weeks", "in days", "In days"]"#,
    good: r#"options = ["in weeks", "in days", "in hours"]"#,
};

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    let options = texts.asked("options").map(|(what, id, text)| ((what, id, fold(text.text)), (id, text)));
    for ((_, before), (id, text)) in repeated(options) {
        findings
            .add(&RULE, text.span(), format!("another option of `{id}` says the same"))
            .related(before.span(), "this one")
            .help("say what sets the better one apart, or leave one out");
    }
}
