//! What a rule looks at: the definition as data, and beside it the documents, in which places are looked up only where
//! something is found.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::cases::Case;
use super::reason::{Reasoning, Threshold, reason};
use super::texts::{Text, Texts};
use crate::definition::{self, Definition};
use crate::diagnostic::{Findings, Source};
use crate::document::{Cursor, Document, Syntax};
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
    /// Whether all of them could be read.
    pub all_cases: bool,
    /// What follows from it, once a rule has asked.
    pub reasoning: OnceCell<Reasoning>,
}

impl<'a> Context<'a> {
    /// The text of the definition that a text of a translation stands for.
    pub(super) fn original(&self, text: &Text<'_>) -> &'a Text<'a> {
        &self.texts.list[text.at]
    }

    /// What follows from the definition for every organisation.
    pub fn reasoning(&self) -> &Reasoning {
        self.reasoning.get_or_init(|| reason(self.definition))
    }

    /// Whether it can be told what no worked example shows: there are some, and none that could not be read.
    pub fn tells_untested(&self) -> bool {
        self.all_cases && !self.cases.is_empty()
    }

    /// The item with this index of a list, such as `levels`.
    pub fn item(&self, list: &str, index: usize) -> Cursor<'_> {
        self.document.at().key(list).index(index)
    }

    /// The id of the question with this index of all.
    pub fn question_id(&self, question: usize) -> Range<usize> {
        let criterion = self.scheme.questions[question].criterion;
        let before = self.scheme.questions[..question].iter().filter(|other| other.criterion == criterion).count();
        self.item("criteria", criterion).key("questions").index(before).key("id").span()
    }

    /// The requirement at this place of a level.
    pub fn requirement(&self, level: usize, at: usize) -> Cursor<'_> {
        self.definition.levels[level].requires[at].place(self.item("levels", level).key("requires"))
    }

    /// Where a threshold is written; where `in_place` is left at its default, the id of the criterion.
    pub fn threshold(&self, threshold: Threshold) -> Range<usize> {
        match threshold {
            Threshold::Requirement(level, at) => self.requirement(level, at).span(),
            Threshold::InPlace(criterion) => {
                let written = self.item("criteria", criterion).key("in_place");
                if written.arrived() { written.span() } else { self.item("criteria", criterion).key("id").span() }
            }
        }
    }
}

/// A translation that was read without errors.
#[derive(Clone, Copy, Debug)]
pub struct Translation<'a> {
    /// The file that it was read from.
    pub document: &'a Document,
    /// The definition with its texts; what is not translated has its own text.
    pub definition: &'a Definition,
    /// The texts that it has.
    pub texts: &'a Texts<'a>,
}

impl Translation<'_> {
    /// Reads a translation of `base`: its file, and the definition with its texts.
    pub(super) fn read(base: &Definition, source: &Arc<Source>) -> (Option<(Document, Definition)>, Findings) {
        let mut findings = Findings::new(Arc::clone(source));
        let document = match Document::parse(source, Syntax::Toml) {
            Ok(document) => document,
            Err(found) => {
                findings.extend(found);
                return (None, findings);
            }
        };
        let (definition, found) = definition::translate_document(base, &document);
        findings.extend(found);
        (definition.map(|definition| (document, definition)), findings)
    }
}
