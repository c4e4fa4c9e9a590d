//! What an assessment is: criteria and their questions, levels, actions, benchmarks, and its texts in a language.
//!
//! - Takes: the text of a definition or of a translation, or its tree.
//! - Gives: a [`Definition`], in which everything fits, or what is wrong with the text; and what comes with the program:
//!   the [`bundled`] ones, and the [`scaffold`] of a new one.
//! - Never: scores, opens a file, or reads worked examples and the levels of lints, which `check` alone needs.
//!
//! `model` is plain data that reads like the TOML and [`Clause`] what its levels ask for; `read` gets it from a tree,
//! `validate` says what does not fit, `unit` whether it can be scored without rounding, `translation` puts in the texts
//! of another language.

mod belonging;
pub mod bundled;
mod checked;
mod clause;
mod digest;
mod earlier;
mod effort;
mod fitting;
mod glossary;
mod id;
mod kind;
mod language;
mod layout;
mod model;
mod moving;
mod points;
mod profile;
mod read;
mod renames;
pub(crate) mod rules;
pub mod scaffold;
mod translation;
mod unit;
mod validate;
mod version;

use std::sync::Arc;

pub use checked::{Definition, Unfit};
pub use clause::{Clause, Goal, Scope, in_proportion};
pub use digest::digest;
pub use earlier::Earlier;
pub use effort::Cost;
pub(crate) use effort::read_effort;
#[cfg(feature = "cli")]
pub(crate) use effort::{MAX_EFFORT, MIN_EFFORT};
pub(crate) use fitting::conditions;
pub use glossary::Term;
pub use id::{MAX_ID, is_id, mend_id};
pub use language::is_language;
pub(crate) use model::PROSE;
pub use model::{
    Action, AnswerOption, Benchmark, Challenge, Criterion, Group, Level, NotApplicable, Parts, Pillar, Question, Raise,
    Share, SourceReference, Step,
};
pub(crate) use points::{MAX_POINTS, read_points};
pub use profile::{Applies, Condition, Fact, FactOption, Holds, Profile};
pub(crate) use renames::GONE;
pub use renames::{Fate, Rename, Renames, Repointed};

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
    let found = layout(document);
    if !found.is_empty() {
        return (None, found);
    }
    let mut findings = Findings::new(Arc::clone(&document.source));
    let parts = read::read(document, &mut findings);
    validate::validate(&parts, document, &mut findings);
    belonging::validate(&parts, document, &mut findings);
    fitting::validate(&parts, document, &mut findings);
    moving::validate(&parts, document, &mut findings);
    checked(parts, findings)
}

/// What keeps a definition from being read at all, so that nothing else can be said of it.
pub fn layout(document: &Document) -> Vec<Finding> {
    let mut findings = Findings::new(Arc::clone(&document.source));
    layout::check(document, &mut findings);
    findings.into_sorted()
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
    layout::check_translation(document, &mut findings);
    if findings.has_errors() {
        return (None, findings.into_sorted());
    }
    let translated = translation::read(base, document, &mut findings);
    checked(translated, findings)
}

/// What is wrong with a translation whose definition is not beside it.
pub fn alone(document: &Document) -> Finding {
    translation::alone(document)
}

/// The definition that parts make in which nothing is wrong.
fn checked(parts: Parts, mut findings: Findings) -> (Option<Definition>, Vec<Finding>) {
    let definition = if findings.has_errors() { None } else { Definition::try_from(parts).ok() };
    if definition.is_none() && !findings.has_errors() {
        // Reading knows of no such case; should there be one, it is refused and not compiled.
        findings.add(&crate::document::rules::INVALID_VALUE, 0..0, crate::words::definition::parts_do_not_fit());
    }
    (definition, findings.into_sorted())
}
