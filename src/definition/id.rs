//! What an id is, and how one is read. Whether it leads anywhere is for `validate` to say.

use super::rules::INVALID_ID;
use crate::diagnostic::Findings;
use crate::document::{Fields, Node, read_reference, read_string};
use crate::text::{as_it_looks, disguised};
use crate::words::definition as say;
use crate::words::document::write;

/// The most characters that an id may have.
pub const MAX_ID: usize = 64;

/// Whether `text` is lower-case ASCII words of letters and digits, joined by hyphens.
pub fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The id that `text` was perhaps meant to be.
pub fn mend_id(text: &str) -> Option<String> {
    let mended: String =
        as_it_looks(text).to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mended = mended.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    (!mended.is_empty() && mended.len() <= MAX_ID).then_some(mended)
}

/// The id under `key`, which must be there. Empty where it is wrong.
pub(super) fn required_id(fields: &mut Fields<'_>, key: &'static str, findings: &mut Findings) -> String {
    let id = fields.required(key, findings).and_then(|node| is_one(node, read_string(node, findings)?, findings));
    id.unwrap_or_default()
}

/// The id of something else that is a value of its own.
pub(super) fn read_id(node: &Node, findings: &mut Findings) -> Option<String> {
    is_one(node, read_reference(node, findings)?, findings)
}

fn is_one(node: &Node, text: &str, findings: &mut Findings) -> Option<String> {
    if is_id(text) && text.len() <= MAX_ID {
        return Some(text.to_owned());
    }
    let source = std::sync::Arc::clone(findings.source());
    let finding = findings.add(&INVALID_ID, node.span.clone(), say::no_id(text));
    finding.label(say::what_an_id_is(MAX_ID));
    // What parts words may have been put into one: then all else calls it so.
    let joined: String = text.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    let stands = |id: &String| stands(source.text(), id);
    let parted = mend_id(text);
    let joined = mend_id(&joined).filter(|joined| stands(joined) && !parted.as_ref().is_some_and(stands));
    if let Some(mended) = joined.or(parted) {
        let help = disguised(text).map_or_else(|| write(&mended), |why| say::write_because(&mended, &why));
        finding.help(help).fix(node.span.clone(), format!("\"{mended}\""));
    }
    None
}

/// Whether `id` stands somewhere in `text`, and not as a part of another.
fn stands(text: &str, id: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    text.match_indices(id)
        .any(|(at, _)| !part(text[..at].chars().next_back()) && !part(text[at + id.len()..].chars().next()))
}
