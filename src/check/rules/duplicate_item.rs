//! `duplicate-item`: compares what stands in one list: references, actions, options of conditions, steps, what a worked example
//! expects, and the worked examples themselves by their names.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::document::{Node, Value};
use crate::text::fold;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-item",
    group: Group::Suspicious,
    summary: "A list names the same twice, or two worked examples have one name.",
    why: "One of the two was mostly meant to be another, which is then missing: a clause of a standard, an action that comes \
          before, an option for which a condition holds, a step, what an example expects. Case, width and white space do not \
          count as a difference.",
    bad: r#"refs = ["ISO 18295-1:2017 5.2", "iso 18295-1:2017 5.2"]"#,
    good: r#"refs = ["ISO 18295-1:2017 5.2", "ISO 18295-1:2017 5.3"]"#,
};

/// The keys of such lists, and of the tables in which every list is one.
const LISTS: [&str; 6] = ["after", "challenges", "in_place", "refs", "route", "steps"];
const TABLES: [&str; 2] = ["if", "unless"];

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let root = &context.document.root;
    look("", root, findings);
    let cases = root.get("cases").map_or(&[][..], Node::items);
    twice("cases", cases.iter().filter_map(|case| case.get("name")), findings);
}

fn look(above: &str, node: &Node, findings: &mut Findings) {
    for entry in node.entries() {
        if LISTS.contains(&entry.key.as_str()) || TABLES.contains(&above) {
            twice(&entry.key, entry.node.items().iter(), findings);
        }
        look(&entry.key, &entry.node, findings);
    }
    node.items().iter().for_each(|item| look(above, item, findings));
}

/// Finds what stands in the list of `key` twice.
fn twice<'a>(key: &str, items: impl Iterator<Item = &'a Node>, findings: &mut Findings) {
    let texts = items.filter_map(|item| match &item.value {
        Value::String(text) => Some((fold(text), item.span.clone())),
        _ => None,
    });
    for (before, span) in repeated(texts) {
        findings
            .add(&RULE, span, format!("`{key}` has this twice"))
            .related(before, "first here")
            .help("name the other that was meant, or leave one out");
    }
}
