//! `duplicate-option`: compares the options of each question, in every language.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::text::fold;
use crate::words::check_texts as say;

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
            .add(&RULE, text.span(), say::same_option(id))
            .related(before.span(), say::this_one())
            .help(say::set_apart());
    }
}
