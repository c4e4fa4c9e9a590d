//! What an assessment is: criteria and their questions, levels, actions, benchmarks and worked examples.
//!
//! `model` is plain data that reads like the TOML; `read` gets it from a document, `validate` checks what must hold
//! between its parts, `unit` that its numbers can be scored without rounding, `translation` puts its texts into
//! another language, and [`bundled`] is what comes with the program. Nothing here scores: `score` compiles a definition
//! into numbers first. [`scaffold`] is what a new one starts from.

pub mod bundled;
mod clause;
mod id;
mod model;
mod read;
pub(crate) mod rules;
pub mod scaffold;
mod translation;
mod unit;
mod validate;

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

pub use clause::{Clause, Goal, Scope, in_proportion};
pub use id::{MAX_ID, is_id, mend_id};
pub use model::{
    Action, AnswerOption, Benchmark, Criterion, Definition, Level, Pillar, Question, Raise, Rename, Renames, Share,
    SourceReference,
};
pub(crate) use read::{MAX_EFFORT, MAX_POINTS, read_points};
pub(crate) use unit::unit;

use crate::diagnostic::{Finding, Findings, Source};
use crate::document::{Document, Syntax};

/// Reads a definition. It is there only if no finding is an error.
pub fn read(source: &Arc<Source>) -> (Option<Definition>, Vec<Finding>) {
    match Document::parse(source, Syntax::Toml) {
        Ok(document) => read_document(&document),
        Err(findings) => (None, findings),
    }
}

/// Reads a definition from a document that is parsed already, as [`read`] does.
pub fn read_document(document: &Document) -> (Option<Definition>, Vec<Finding>) {
    let mut findings = Findings::new(Arc::clone(&document.source));
    let definition = read::read(document, &mut findings);
    validate::validate(&definition, document, &mut findings);
    let usable = !findings.has_errors();
    (usable.then_some(definition), findings.into_sorted())
}

/// Reads a translation of `base` and gives `base` with its texts, those that are missing left as they are.
/// It is there only if no finding is an error.
pub fn translate(base: &Definition, source: &Arc<Source>) -> (Option<Definition>, Vec<Finding>) {
    match Document::parse(source, Syntax::Toml) {
        Ok(document) => translate_document(base, &document),
        Err(findings) => (None, findings),
    }
}

/// Reads a translation from a document that is parsed already, as [`translate`] does.
pub fn translate_document(base: &Definition, document: &Document) -> (Option<Definition>, Vec<Finding>) {
    let mut findings = Findings::new(Arc::clone(&document.source));
    let translated = translation::read(base, document, &mut findings);
    let usable = !findings.has_errors();
    (usable.then_some(translated), findings.into_sorted())
}

/// What identifies the text of a definition: `sha256:` and 64 hexadecimal digits.
pub fn digest(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().fold("sha256:".to_owned(), |digest, byte| digest + &format!("{byte:02x}"))
}
