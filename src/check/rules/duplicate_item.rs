//! `duplicate-item`: compares what stands in one list: references, actions, options of conditions, steps, what a worked example
//! expects, and the worked examples themselves by their names; the reasons and steps of all actions, summaries and descriptions;
//! and challenges, benchmarks and worked examples by all else.

use std::ops::Range;

use crate::check::Context;
use crate::definition::Challenge;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::document::{Node, Value};
use crate::text::fold;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-item",
    group: Group::Suspicious,
    summary: "A list names the same twice, or one item says what another does: two examples, challenges, benchmarks, reasons, or summaries.",
    why: "One of the two was mostly meant to be another, which is then missing: a clause of a standard, an action that comes \
          before, an option for which a condition holds, a step, a reason that was copied, what an example expects; or the answers of an example, when \
          a challenge is found, the shares of a benchmark, which were copied with it and left. Case, width and white space do not \
          count as a difference.",
    bad: r#"refs = ["ISO 18295-1:2017 5.2", "iso 18295-1:2017 5.2"]"#,
    good: r#"refs = ["ISO 18295-1:2017 5.2", "ISO 18295-1:2017 5.3"]"#,
};

/// The keys of such lists, and of the tables in which every list is one.
const LISTS: [&str; 6] = ["after", "challenges", "in_place", "refs", "route", "steps"];
const TABLES: [&str; 2] = ["if", "unless"];
/// The characters from which on a summary says something.
const SAID: usize = 8;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let root = &context.document.root;
    look("", root, findings);
    let cases = root.get("cases").map_or(&[][..], Node::items);
    twice("cases", cases.iter().filter_map(|case| case.get("name")), findings);
    copied(context, findings);
    alike(context, findings);
}

fn look(above: &str, node: &Node, findings: &mut Findings) {
    for entry in node.entries() {
        if LISTS.contains(&entry.key.as_ref()) || TABLES.contains(&above) {
            twice(&entry.key, entry.node.items().iter(), findings);
        }
        look(&entry.key, &entry.node, findings);
    }
    node.items().iter().for_each(|item| look(above, item, findings));
}

/// Finds what stands in the list of `key` twice.
fn twice<'a>(key: &str, items: impl Iterator<Item = &'a Node>, findings: &mut Findings) {
    let texts = items.filter_map(|item| match &item.value {
        Value::String(text) => Some(((fold(text), String::new()), item.span.clone())),
        // A step is the same only if it is for the same.
        Value::Table(_) => Some(((fold(text_of(item)?), whom(item)), item.get("text")?.span.clone())),
        _ => None,
    });
    for (before, span) in repeated(texts) {
        findings.add(&RULE, span, say::has_twice(key)).related(before, say::first_here()).help(say::name_the_other());
    }
}

/// The text of a step.
fn text_of(step: &Node) -> Option<&str> {
    match step {
        Node { value: Value::String(text), .. } => Some(text),
        step => text_of(step.get("text")?),
    }
}

/// For whom a step is, as it is written.
fn whom(step: &Node) -> String {
    fn flat(node: &Node) -> String {
        match &node.value {
            Value::String(text) => text.to_string(),
            value => value_of(value),
        }
    }
    fn value_of(value: &Value) -> String {
        match value {
            Value::Array(items) => items.iter().map(flat).collect::<Vec<_>>().join("|"),
            Value::Table(entries) => {
                entries.iter().map(|entry| format!("{}={};", entry.key, flat(&entry.node))).collect()
            }
            _ => String::new(),
        }
    }
    TABLES.iter().filter_map(|key| step.get(key)).map(flat).collect()
}

/// Finds actions that give the reason of another, steps of one that are a step of another, and levels, challenges and criteria
/// that are described as another of them.
fn copied(context: &Context<'_>, findings: &mut Findings) {
    let texts = context.texts.list.iter().filter(|text| match text.key {
        "why" | "steps" => true,
        // A letter or two only hold a place.
        "summary" | "description" => text.text.chars().nth(SAID).is_some(),
        _ => false,
    });
    let texts = texts.filter_map(|text| {
        let (list, what, id) = text.item.names()?;
        Some(((list, text.key, fold(text.text)), (what, id, text)))
    });
    let found = repeated(texts).filter(|((_, first, _), (_, id, _))| first != id);
    let found: Vec<_> = found.map(|((_, first, before), (what, id, text))| ((what, id, first), text, before)).collect();
    // What was copied whole is said once.
    for alike in found.chunk_by(|(one, ..), (other, ..)| one == other) {
        let ((what, id, first), text, before) = alike[0];
        let message = match text.key {
            _ if alike.len() > 1 => say::copied(what, id, first),
            "why" => say::same_reason(id, first),
            "steps" => say::same_step(id, first),
            key => say::same_text(what, id, key, first),
        };
        findings.add(&RULE, text.span(), message).related(before.span(), say::this_one()).help(say::write_its_own());
    }
}

/// Finds worked examples, challenges and benchmarks that say all that another does, under another name.
fn alike(context: &Context<'_>, findings: &mut Findings) {
    let definition = context.definition;
    let cases = context.cases;
    let same_case = |one: usize, other: usize| {
        let (one, other) = (&cases[one], &cases[other]);
        let name = |at: usize| context.item("cases", at).key("name").text().map(fold);
        one.expect == other.expect
            && one.profile == other.profile
            && one.answers == other.answers
            // Two of one name were named already.
            && name(one.at) != name(other.at)
    };
    for (first, second) in pairs(cases.len(), same_case) {
        let places = [first, second].map(|at| context.item("cases", cases[at].at).key("name"));
        let message = say::copied_example(places[0].text().unwrap_or_default());
        add(places.map(|place| place.span()), message, say::other_answers(), findings);
    }
    let challenges = &definition.challenges;
    let same_challenge = |one: usize, other: usize| are_found_together(&challenges[one], &challenges[other]);
    for (first, second) in pairs(challenges.len(), same_challenge) {
        let places = [first, second].map(|at| context.item("challenges", at).key("when").span());
        let [first, second] = [first, second].map(|at| &challenges[at].id);
        add(places, say::found_together(second, first), say::other_signs(), findings);
    }
    let benchmarks = &definition.benchmarks;
    let same_benchmark = |one: usize, other: usize| benchmarks[one].shares == benchmarks[other].shares;
    for (first, second) in pairs(benchmarks.len(), same_benchmark) {
        let places = [first, second].map(|at| context.item("benchmarks", at).key("shares").span());
        let [first, second] = [first, second].map(|at| &benchmarks[at].id);
        add(places, say::copied_shares(second, first), say::own_shares(), findings);
    }
}

/// Whether two challenges are found where the same holds.
pub(super) fn are_found_together(one: &Challenge, other: &Challenge) -> bool {
    let when = |of: &Challenge| {
        let mut when: Vec<(String, u32)> = of.when.iter().map(|raise| (raise.question.clone(), raise.points)).collect();
        when.sort_unstable();
        when
    };
    one.condition == other.condition && when(one) == when(other)
}

/// Of so many, each with the first before it that is the same.
fn pairs(count: usize, same: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    (1..count).filter_map(|at| Some(((0..at).find(|&before| same(before, at))?, at))).collect()
}

fn add([before, span]: [Range<usize>; 2], message: String, help: &str, findings: &mut Findings) {
    findings.add(&RULE, span, message).related(before, say::this_one()).help(help);
}
