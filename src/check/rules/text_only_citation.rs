//! `text-only-citation`: compares the texts of what cites no source with the sources.

use super::unknown_citation::citations;
use crate::check::{Context, Item};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "text-only-citation",
    group: Group::Suspicious,
    summary: "A challenge, action or benchmark cites a source in a text and not under `source`.",
    why: "Results list the sources of what they recommend by `source`. One that only a text names in brackets is not \
          among them, and whoever reads the text cannot look it up.",
    bad: r#"[[actions]]
id = "hire"
why = "More people give more answers [book].""#,
    good: r#"[[actions]]
id = "hire"
why = "More people give more answers."
source = "book""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let unsourced = |item: Item<'_>| match item {
        Item::Challenge(id) => definition.challenges.iter().any(|of| of.id == id && of.source.is_none()),
        Item::Action(id) => definition.actions.iter().any(|of| of.id == id && of.source.is_none()),
        Item::Benchmark(id) => definition.benchmarks.iter().any(|of| of.id == id && of.source.is_none()),
        _ => false,
    };
    for text in context.texts.list.iter().filter(|text| unsourced(text.item)) {
        let known = |cited: &&str| definition.sources.iter().any(|source| source.id == *cited);
        let (Some(cited), Some((_, what, id))) = (citations(text.text).find(known), text.item.names()) else {
            continue;
        };
        findings.add(&RULE, text.span(), say::only_this_text_cites(what, id, cited)).help(say::write_source(cited));
    }
}
