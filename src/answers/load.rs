//! The one loader of answer files: which answers count, and what becomes of those to another version.
//!
//! It opens no file; whoever calls has the text, and decides what to say of warnings.

use std::sync::Arc;

use semver::Version;

use super::read::read_as;
use super::rules::{
    NOT_APPLICABLE_NOT_ALLOWED, NOT_ASKED, NOTHING_APPLICABLE, OTHER_VERSION, UNKNOWN_ACTION, UNKNOWN_FACT,
    UNKNOWN_QUESTION,
};
use super::{AnswerSet, version_of};
use crate::definition::Definition;
use crate::definition::rules::UNKNOWN_POINTS;
use crate::diagnostic::{Finding, Source, has_errors};
use crate::document::{Document, Syntax};
use crate::words::answers as say;

/// What becomes of answers that say they belong to another version of the definition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtherVersion {
    /// Whether those to another major version are read like those to any other: somebody knows that their points mean the
    /// same. Else it is an error.
    pub accept_major: bool,
    /// Whether what the definition does not know is left out without a word: it was right when it was given, and there is
    /// nothing to mend in it. Else it is an error, as it always is in answers to the definition's own version.
    pub leave_out: bool,
}

/// Whether a finding is that the definition has no place for something, which may have been right in an earlier version.
pub(super) fn is_gone(finding: &Finding) -> bool {
    let rules =
        [&UNKNOWN_FACT, &UNKNOWN_QUESTION, &UNKNOWN_POINTS, &UNKNOWN_ACTION, &NOT_APPLICABLE_NOT_ALLOWED, &NOT_ASKED];
    rules.iter().any(|rule| rule.id == finding.rule.id)
}

/// The document in an answer file, TOML or JSON, or why it is none.
pub fn parse(source: &Arc<Source>) -> Result<Document, Vec<Finding>> {
    Document::parse(source, Syntax::detect(source.text()))
}

/// The whole answer set in `document`, with the warnings there are; or all that is wrong with it.
pub fn load(
    document: &Document,
    definition: &Definition,
    other: OtherVersion,
) -> Result<(AnswerSet, Vec<Finding>), Vec<Finding>> {
    let (set, findings) = read(document, definition, other);
    if has_errors(&findings) { Err(findings) } else { Ok((set, findings)) }
}

/// The same for whoever goes on answering: that so far nothing is left to score is no error.
pub fn load_begun(
    document: &Document,
    definition: &Definition,
    other: OtherVersion,
) -> Result<AnswerSet, Vec<Finding>> {
    let (set, mut findings) = read(document, definition, other);
    findings.retain(|finding| finding.rule.id != NOTHING_APPLICABLE.id);
    if has_errors(&findings) { Err(findings) } else { Ok(set) }
}

fn read(document: &Document, definition: &Definition, other: OtherVersion) -> (AnswerSet, Vec<Finding>) {
    let (set, mut findings) = read_as(document, definition, other.accept_major);
    let is_other = version_of(document).is_some_and(|version| version != definition.version.to_string());
    if is_other && other.leave_out {
        findings.retain(|finding| !is_gone(finding) && finding.rule.id != OTHER_VERSION.id);
    }
    let version = version_of(document).and_then(|version| Version::parse(version).ok());
    if version.is_some_and(|version| version < definition.version)
        && let Some(gone) = findings.iter_mut().find(|finding| is_gone(finding))
    {
        let update = say::how_to_update();
        let help = gone.help.take().map_or_else(|| update.to_owned(), |help| say::both(&help, update));
        gone.help(help);
    }
    (set, findings)
}
