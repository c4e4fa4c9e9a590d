//! Whether a definition is laid out so that it can be read: lists that are lists, and top-level keys at the top.
//!
//! Where it is not, each key seems to be missing in one place and unknown in another. That is said once, for what it is,
//! and nothing is said that would follow from it.

use crate::diagnostic::Findings;
use crate::document::rules::{MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use crate::document::{Document, Entry, Node, Value};

/// The keys at the top that are lists, each of which begins with a header of its own.
const LISTS: [&str; 9] =
    ["sources", "pillars", "levels", "profile", "criteria", "challenges", "actions", "benchmarks", "cases"];
/// The keys at the top that no item of a list has.
const TOP: [&str; 6] = ["schema", "version", "language", "respondents", "effort_unit", "effort_scope"];
/// Those that some have too.
const SHARED: [&str; 3] = ["id", "title", "description"];

/// Adds what keeps the definition in `document` from being read at all.
pub(super) fn check(document: &Document, findings: &mut Findings) {
    let root = &document.root;
    if nothing(document, findings) {
        return;
    }
    let lists = root.entries().iter().filter(|entry| LISTS.contains(&entry.key.as_str()));
    for entry in lists {
        list(entry, &entry.key, findings);
    }
    for criterion in root.get("criteria").map_or(&[][..], Node::items) {
        if let Some(entry) = criterion.entry("questions") {
            list(entry, "criteria.questions", findings);
        }
    }
    // Keys that are there at the top stand elsewhere for another reason.
    let absent = |keys: &[&'static str]| keys.iter().copied().filter(|key| root.get(key).is_none()).collect::<Vec<_>>();
    let (top, shared) = (absent(&TOP), absent(&SHARED));
    if !top.is_empty() || !shared.is_empty() {
        let tables = root.entries().iter().filter(|entry| !LISTS.contains(&entry.key.as_str()));
        tables.for_each(|entry| below(&entry.node, (&top, &shared), true, findings));
        let items = root.entries().iter().filter(|entry| LISTS.contains(&entry.key.as_str()));
        items.flat_map(|entry| entry.node.items()).for_each(|item| below(item, (&top, &shared), false, findings));
    }
}

/// Reports a file, a definition or a translation, in which no key is.
pub(super) fn nothing(document: &Document, findings: &mut Findings) -> bool {
    let empty = document.root.entries().is_empty();
    if empty {
        findings
            .add(&MISSING_KEY, 0..0, "there is nothing in this file")
            .help("`cxm new` writes a small definition with its translation; to take one away, delete its file");
    }
    empty
}

/// Reports a list whose header is that of one table, or that has none.
fn list(entry: &Entry, path: &str, findings: &mut Findings) {
    if !matches!(entry.node.value, Value::Table(_)) {
        return;
    }
    let span = entry.node.span.clone();
    let written = findings.source().text().get(span.clone()).unwrap_or_default();
    if written.starts_with('[') {
        let message = format!("`[{path}]` is one table, and `{path}` is a list");
        let finding = findings.add(&WRONG_TYPE, span.clone(), message);
        finding.help(format!("write `[[{path}]]`")).fix(span, format!("[[{path}]]"));
    } else if !written.starts_with('{') {
        findings
            .add(&WRONG_TYPE, entry.key_span.clone(), format!("there is no `[[{path}]]` above this"))
            .help(format!("put `[[{path}]]` above it, with the keys of the one that it belongs to"));
    }
}

/// Reports the keys in a table under a header, and in those within it, that belong to the top. `every` says that it has
/// none of the `shared` ones itself.
fn below(table: &Node, (top, shared): (&[&'static str], &[&'static str]), every: bool, findings: &mut Findings) {
    let header = findings.source().text().get(table.span.clone()).unwrap_or_default().to_owned();
    if header.starts_with('[') {
        let of = |keys: &[&str]| -> Vec<&Entry> {
            table.entries().iter().filter(|entry| keys.contains(&entry.key.as_str())).collect()
        };
        let mut misplaced = of(top);
        if every {
            misplaced.extend(of(shared));
            misplaced.sort_by_key(|entry| entry.key_span.start);
        }
        if let Some(first) = misplaced.first() {
            let names = misplaced.iter().map(|entry| entry.key.as_str()).collect::<Vec<_>>().join("`, `");
            findings
                .add(&UNKNOWN_KEY, first.key_span.clone(), format!("these keys stand under `{header}`: `{names}`"))
                .label("keys belong to the header above them")
                .related(table.span.clone(), "this one")
                .help(format!("put `{header}` and what belongs to it below the keys of the definition"));
        }
    }
    for entry in table.entries() {
        below(&entry.node, (top, shared), every, findings);
        entry.node.items().iter().for_each(|item| below(item, (top, shared), false, findings));
    }
}
