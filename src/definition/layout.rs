//! Whether a definition is laid out so that it can be read: lists that are lists, and top-level keys at the top.
//!
//! Where it is not, each key seems to be missing in one place and unknown in another. That is said once, for what it is,
//! and nothing is said that would follow from it.

use crate::diagnostic::{Findings, nearest};
use crate::document::rules::{MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use crate::document::{Document, Entry, Node, Value};
use crate::words::definition as say;
use crate::words::document::{has_no_key, write};
use crate::words::lists::between_names;

/// The keys at the top that are lists, each of which begins with a header of its own.
const LISTS: [&str; 10] =
    ["sources", "pillars", "groups", "levels", "profile", "criteria", "challenges", "actions", "benchmarks", "cases"];
/// The keys at the top that are tables of their own.
const TABLES: [&str; 2] = ["renames", "lints"];
/// The keys at the top that are keys nowhere else.
const TOP: [&str; 5] = ["schema", "version", "language", "effort_unit", "effort_scope"];
/// Those that are keys elsewhere, or could be ids there.
const SHARED: [&str; 4] = ["id", "title", "description", "respondents"];

/// Adds what keeps the definition in `document` from being read at all.
pub(super) fn check(document: &Document, findings: &mut Findings) {
    let root = &document.root;
    if nothing(document, findings) {
        return;
    }
    let lists = root.entries().iter().filter(|entry| LISTS.contains(&entry.key.as_ref()));
    for entry in lists {
        list(entry, &entry.key, findings);
        empty(entry, findings);
    }
    misnamed(root, say::a_definition(), &LISTS, findings);
    for criterion in root.get("criteria").map_or(&[][..], Node::items) {
        if let Some(entry) = criterion.entry("questions") {
            list(entry, "criteria.questions", findings);
            empty(entry, findings);
        }
        misnamed(criterion, say::a_criterion(), &["questions"], findings);
    }
    // Keys that are there at the top stand elsewhere for another reason.
    let absent = |keys: &[&'static str]| keys.iter().copied().filter(|key| root.get(key).is_none()).collect::<Vec<_>>();
    let (top, shared) = (absent(&TOP), absent(&SHARED));
    for entry in root.entries() {
        let none_of_its_own = entry.key == "lints";
        below(&entry.node, &top, if none_of_its_own { &shared } else { &[] }, findings);
        entry.node.items().iter().for_each(|item| below(item, &top, &[], findings));
    }
}

/// The keys at the top of every translation that are keys nowhere else; and further ones that are no terms of a glossary.
const TOP_OF_TRANSLATION: [&str; 3] = ["translates", "language", "effort_unit"];
const NO_TERMS: [&str; 5] = ["of", "title", "description", "effort_factor", "effort_scope"];

/// Adds what keeps the translation in `document` from being read at all.
pub(super) fn check_translation(document: &Document, findings: &mut Findings) {
    let root = &document.root;
    if nothing(document, findings) {
        return;
    }
    let is_list = |entry: &Entry| LISTS.contains(&entry.key.as_ref()) && !entry.node.items().is_empty();
    if root.get("translates").is_none() && root.entries().iter().any(is_list) {
        let place = root.entry("id").map_or(0..0, |entry| entry.key_span.clone());
        findings.add(&MISSING_KEY, place, say::definition_for_translation()).help(say::put_translation_back());
        return;
    }
    // A record of what was translated is of a table, whose header is missing.
    let of = root.get("glossary").and_then(|glossary| glossary.entry("of")).filter(|_| root.get("of").is_some());
    if let Some(of) = of.filter(|of| matches!(&of.node.value, Value::String(digest) if is_digest(digest))) {
        findings.add(&UNKNOWN_KEY, of.key_span.clone(), say::table_in_glossary()).help(say::put_table_header_above());
        return;
    }
    let absent = |keys: &[&'static str]| keys.iter().copied().filter(|key| root.get(key).is_none()).collect::<Vec<_>>();
    let (top, shared) = (absent(&TOP_OF_TRANSLATION), absent(&NO_TERMS));
    for entry in root.entries() {
        // Each would be taken for a term, which every text is held to.
        below(&entry.node, &top, if entry.key == "glossary" { &shared } else { &[] }, findings);
    }
}

/// Whether this is how a digest of texts is recorded.
fn is_digest(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Reports a file, a definition or a translation, in which no key is.
pub(super) fn nothing(document: &Document, findings: &mut Findings) -> bool {
    let empty = document.root.entries().is_empty();
    if empty {
        findings.add(&MISSING_KEY, 0..0, say::nothing_there()).help(say::new_or_delete());
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
        let header = format!("[[{path}]]");
        let finding = findings.add(&WRONG_TYPE, span.clone(), say::table_is_list(path));
        finding.help(write(&header)).fix(span, header);
    } else if !written.starts_with('{') {
        findings.add(&WRONG_TYPE, entry.key_span.clone(), say::no_header_above(path)).help(say::put_header_above(path));
    }
}

/// Reports headers with no key below: one stands there twice, or what belongs to it is gone.
fn empty(entry: &Entry, findings: &mut Findings) {
    for item in entry.node.items() {
        let written = findings.source().text().get(item.span.clone()).unwrap_or_default();
        if written.starts_with("[[") && matches!(item.value, Value::Table(_)) && item.entries().is_empty() {
            let message = say::no_key_below(written);
            findings.add(&MISSING_KEY, item.span.clone(), message).help(say::take_away_or_fill());
        }
    }
}

/// Reports what is a list of `lists` under another name: what refers to its items is not at fault.
fn misnamed(table: &Node, what: &str, lists: &[&str], findings: &mut Findings) {
    for Entry { key, key_span, node } in table.entries() {
        let is_tables = |node: &Node| matches!(node.value, Value::Table(_));
        let none = lists.contains(&key.as_ref()) || TABLES.contains(&key.as_ref());
        if none || !is_tables(node) && !node.items().iter().any(is_tables) {
            continue;
        }
        let said = has_no_key(what, key);
        if key == "questions" {
            findings.add(&UNKNOWN_KEY, key_span.clone(), said).help(say::questions_of_criteria());
        } else if nearest(key, lists.iter().copied()).is_some() {
            findings.add(&UNKNOWN_KEY, key_span.clone(), said).suggest(key, lists.iter().copied());
        }
    }
}

/// Reports the keys in a table under a header, and in those within it, that belong to the `top`; and, where it has none such
/// itself, those that are `shared`.
fn below(table: &Node, top: &[&str], shared: &[&str], findings: &mut Findings) {
    if top.is_empty() && shared.is_empty() {
        return;
    }
    let header = findings.source().text().get(table.span.clone()).unwrap_or_default().to_owned();
    let is_misplaced = |entry: &&Entry| top.contains(&entry.key.as_ref()) || shared.contains(&entry.key.as_ref());
    let misplaced: Vec<&Entry> = table.entries().iter().filter(is_misplaced).collect();
    if let Some(first) = misplaced.first().filter(|_| header.starts_with('[')) {
        let names = misplaced.iter().map(|entry| entry.key.as_ref()).collect::<Vec<_>>().join(between_names());
        findings
            .add(&UNKNOWN_KEY, first.key_span.clone(), say::under_header(&header, &names))
            .label(say::keys_belong_above())
            .related(table.span.clone(), say::this_one())
            .help(say::put_header_below(&header));
    }
    for entry in table.entries() {
        below(&entry.node, top, &[], findings);
        entry.node.items().iter().for_each(|item| below(item, top, &[], findings));
    }
}
