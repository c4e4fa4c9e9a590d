//! `unknown-citation`: looks up what texts cite in brackets, in every language, and sources in brackets that are no citation.

use std::collections::HashSet;

use crate::check::Texts;
use crate::definition::is_id;
use crate::diagnostic::{Findings, Group, Rule, nearest};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "unknown-citation",
    group: Group::Suspicious,
    summary: "A text cites a source that the definition does not have.",
    why: "A text cites a source by its id in brackets. Where there is no such source, readers look for it in vain, and \
          what is claimed rests on nothing. Brackets around what could be no id, or before an address, are no citation, but \
          for one that is a source in other letters, or nearly one, as `[Book]`, `[the_book]` and `[book, boook]`. An id of \
          several words in round brackets is a citation that nobody reads as one; behind `出典：` in round brackets it is one.",
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
        let known = |cited: &str| sources().any(|source| source == cited);
        let lists = brackets(text.text).filter(|list| !is_id(list));
        let meant = lists.flat_map(|list| list.split(',').map(str::trim)).filter(|cited| is_meant(cited, sources()));
        let mut said = HashSet::new();
        for cited in citations(text.text).chain(meant).filter(|cited| !known(cited) && said.insert(*cited)) {
            let finding = findings.add(&RULE, text.span(), say::no_source(cited));
            finding.suggest(cited, sources());
            if finding.help.is_none() {
                finding.help(say::declare_it());
            }
        }
        if let Some((written, id)) = misshapen(text.text, &|| sources()) {
            findings.add(&RULE, text.span(), say::in_brackets(&written)).help(say::write_citation(&id));
        }
    }
}

/// The ids that a text cites.
pub(crate) fn citations(text: &str) -> impl Iterator<Item = &str> {
    brackets(text).filter(|cited| is_id(cited)).chain(behind_a_word(text))
}

/// What stands in brackets that are no link.
fn brackets(text: &str) -> impl Iterator<Item = &str> {
    let brackets = text.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    brackets.filter(|(_, after)| !after.starts_with('(')).map(|(cited, _)| cited)
}

/// Whether `cited` is a source in other letters, or nearly one.
fn is_meant<'a>(cited: &str, sources: impl Iterator<Item = &'a str>) -> bool {
    let folded = cited.to_lowercase();
    is_id(&folded) && nearest(&folded, sources).is_some()
}

/// The ids behind `出典：` in round brackets, as Japanese texts cite them too.
fn behind_a_word(text: &str) -> impl Iterator<Item = &str> {
    let behind = text.split("（出典：").skip(1).filter_map(|rest| rest.split_once('）'));
    behind.flat_map(|(cited, _)| cited.split(['、', ',', '，'])).map(str::trim).filter(|cited| is_id(cited))
}

/// A source that stands in brackets as a citation does not: with spaces or underscores, or in round brackets.
fn misshapen<'a, I: Iterator<Item = &'a str>>(text: &str, sources: &dyn Fn() -> I) -> Option<(String, String)> {
    let is_source = |id: &str| id.contains('-') && sources().any(|source| source == id);
    let spaced = brackets(text).filter(|cited| cited.contains([' ', '_'])).find_map(|cited| {
        let id = cited.trim().to_lowercase().replace([' ', '_'], "-");
        is_source(&id).then(|| (format!("[{cited}]"), id))
    });
    spaced.or_else(|| {
        let round = text.split(['(', '（']).skip(1).filter_map(|rest| rest.split_once([')', '）']).map(|(id, _)| id));
        // What stands behind a square bracket is the address of a link.
        let link = |id: &str| text.contains(&format!("]({id})"));
        round.filter(|id| is_source(id) && !link(id)).map(|id| (format!("({id})"), id.to_owned())).next()
    })
}
