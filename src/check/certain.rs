//! Which of the edits that write one id for another are certain. An id that is not declared may be misspelt where it
//! stands; the id that it resembles may be the one that is; or what it meant was taken out, and the other is only called
//! much like it. Only in the first case is there something to mend in its place.

use super::rules::unknown_citation;
use crate::answers::rules::UNKNOWN_QUESTION;
use crate::definition::rules::{ORPHANED_TRANSLATION, UNKNOWN_REFERENCE};
use crate::diagnostic::{Finding, Rule, same_name};
use crate::document::{Node, Value};
use crate::words::check as say;

/// What is found of ids that lead nowhere.
static REFERENCES: [&Rule; 4] = [&UNKNOWN_REFERENCE, &UNKNOWN_QUESTION, &ORPHANED_TRANSLATION, &unknown_citation::RULE];

/// Takes away the edits that are not certain: the id written stands elsewhere too, or something else refers to the id meant.
/// Names that differ only in case or in what parts their words can mean nothing else, since ids have neither.
pub(super) fn keep_certain(findings: &mut [Finding], definition: &Node, translations: &[Node]) {
    for finding in findings.iter_mut().filter(|finding| REFERENCES.iter().any(|rule| rule.id == finding.rule.id)) {
        let Some(fix) = &finding.fix else { continue };
        let bare = |text: &str| text.trim_matches(['"', '\'']).to_owned();
        let written = bare(finding.source.text().get(fix.span.clone()).unwrap_or_default());
        let meant = bare(&fix.replacement);
        if same_name(&written, &meant) {
            continue;
        }
        let elsewhere =
            count(definition, &written) + translations.iter().map(|root| count(root, &written)).sum::<usize>();
        if elsewhere > 1 {
            let help = finding.help.take().unwrap_or_default();
            finding.help(say::stands_elsewhere(&help, &written, elsewhere - 1, &meant));
        }
        // A translation has only the ids of the definition: what refers to the id there says nothing of it.
        let is_used = finding.rule.id != ORPHANED_TRANSLATION.id && count(definition, &meant) > 1;
        if elsewhere > 1 || is_used {
            finding.fix = None;
        }
    }
}

/// How often `id` stands in a file: as a key, as a value, or cited in a text.
fn count(node: &Node, id: &str) -> usize {
    match &node.value {
        Value::String(text) => usize::from(text == id || text.contains(&format!("[{id}]"))),
        Value::Array(items) => items.iter().map(|item| count(item, id)).sum(),
        Value::Table(entries) => {
            entries.iter().map(|entry| usize::from(entry.key == id) + count(&entry.node, id)).sum()
        }
        _ => 0,
    }
}
