//! `duplicate-name`: compares the names of things of one kind, in every language.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::text::fold;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-name",
    group: Group::Suspicious,
    summary: "Two things of one kind, such as criteria or actions, have the same name.",
    why: "Rows of reports then read the same, and nobody can tell which is which. Case, width and white space do not count as \
          a difference.",
    bad: r#"[[criteria]]
id = "skills"
name = "Skills"
[[criteria]]
id = "staffing"
name = "Skills""#,
    good: r#"[[criteria]]
id = "skills"
name = "Skills"
[[criteria]]
id = "staffing"
name = "Staffing""#,
};

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    let names = texts.list.iter().filter(|text| matches!(text.key, "name" | "title"));
    let names = names.filter_map(|text| {
        let (list, what, id) = text.item.names()?;
        Some(((list, fold(text.text)), (what, id, text)))
    });
    for ((_, first, before), (what, id, text)) in repeated(names) {
        findings
            .add(&RULE, text.span(), say::called_alike(what, id, first))
            .related(before.span(), say::this_one())
            .help(say::give_each_a_name());
    }
}
