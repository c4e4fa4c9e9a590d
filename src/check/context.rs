//! What a rule looks at: the definition as data, and beside it the documents, in which places are looked up only where
//! something is found.

use std::sync::Arc;

use super::cases::Case;
use super::texts::Texts;
use crate::definition::{self, Definition};
use crate::diagnostic::{Findings, Source};
use crate::document::{Document, Format};
use crate::score::Scheme;

/// A definition that was read without errors.
#[derive(Debug)]
pub struct Context<'a> {
    /// The definition.
    pub definition: &'a Definition,
    /// The file that it was read from.
    pub document: &'a Document,
    /// Its texts.
    pub texts: &'a Texts<'a>,
    /// The definition, compiled for scoring.
    pub scheme: &'a Scheme,
    /// Its worked examples, but for those in which something is wrong.
    pub cases: &'a [Case],
}

/// A translation that was read without errors.
#[derive(Debug)]
pub struct Translation {
    /// The file that it was read from.
    pub document: Document,
    /// The definition with its texts; what is not translated has its own text.
    pub definition: Definition,
}

impl Translation {
    /// Reads a translation of `base`.
    pub(super) fn read(base: &Definition, source: &Arc<Source>) -> (Option<Self>, Findings) {
        let mut findings = Findings::new(Arc::clone(source));
        let document = match Document::parse(source, Format::Toml) {
            Ok(document) => document,
            Err(found) => {
                findings.extend(found);
                return (None, findings);
            }
        };
        let (definition, found) = definition::translate_document(base, &document);
        findings.extend(found);
        (definition.map(|definition| Self { document, definition }), findings)
    }
}
