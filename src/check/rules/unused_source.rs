//! `unused-source`: looks for citations of each source.

use std::collections::HashSet;

use super::unknown_citation::citations;
use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "unused-source",
    group: Group::Suspicious,
    summary: "A source is declared and never cited.",
    why: "Readers take the list of sources for what the assessment rests on. One that no action and no benchmark \
          cites, and no text names in brackets as in `[book]`, lends it an authority that it does not have; or a \
          citation was forgotten.",
    bad: r#"[[sources]]
id = "book"
# and no action or benchmark has source = "book""#,
    good: r#"[[sources]]
id = "book"

[[actions]]
id = "hire"
source = "book""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let of_actions = definition.actions.iter().map(|action| &action.source);
    let of_benchmarks = definition.benchmarks.iter().map(|benchmark| &benchmark.source);
    let of_challenges = definition.challenges.iter().map(|challenge| &challenge.source);
    let cited: Vec<&String> = of_actions.chain(of_benchmarks).chain(of_challenges).flatten().collect();
    let named: HashSet<&str> = context.texts.list.iter().flat_map(|text| citations(text.text)).collect();
    let used = |id: &String| cited.contains(&id) || named.contains(id.as_str());
    for (at, source) in definition.sources.iter().enumerate().filter(|(_, source)| !used(&source.id)) {
        let place = context.item("sources", at).key("id");
        findings.add(&RULE, place.span(), say::nothing_cites(&source.id)).help(say::cite_it(&source.id));
    }
}
