//! `unknown-citation`: looks up what texts cite in brackets, in every language.

use crate::check::Texts;
use crate::definition::is_id;
use crate::diagnostic::{Findings, Group, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "unknown-citation",
    group: Group::Suspicious,
    summary: "A text cites a source that the definition does not have.",
    why: "A text cites a source by its id in brackets. Where there is no such source, readers look for it in vain, and \
          what is claimed rests on nothing. Brackets around what could be no id, or before an address, are no citation.",
    bad: r#"[[sources]]
id = "book"

[[actions]]
why = "More people give more answers [bok].""#,
    good: r#"[[sources]]
id = "book"

[[actions]]
why = "More people give more answers [book].""#,
};

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    let sources = || texts.definition.sources.iter().map(|source| source.id.as_str());
    for text in &texts.list {
        for cited in citations(text.text).filter(|cited| !sources().any(|source| source == *cited)) {
            let finding = findings.add(&RULE, text.span(), format!("there is no source `{cited}`"));
            finding.suggest(cited, sources());
            if finding.help.is_none() {
                finding.help("declare it under `[[sources]]`");
            }
        }
    }
}

/// The ids that a text cites.
pub(crate) fn citations(text: &str) -> impl Iterator<Item = &str> {
    let brackets = text.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    // What an address follows is a link.
    brackets.filter(|(cited, after)| is_id(cited) && !after.starts_with('(')).map(|(cited, _)| cited)
}
