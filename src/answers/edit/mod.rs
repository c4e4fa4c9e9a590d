//! What an answer file says of single actions, changed in the text that somebody wrote: comments, order and the way in which all
//! else is written stay.

mod change;
mod json;
mod places;
mod toml;

use std::sync::Arc;

use semver::Version;

use super::{AnswerSet, OtherVersion, load_begun, parse, version_of};
use crate::definition::{Definition, Earlier};
use crate::diagnostic::{Finding, Source};
use crate::document::{Document, Syntax};
use places::Places;

pub use change::Change;

/// Why an answer file is left as it is.
#[derive(Clone, Debug)]
pub enum NotEdited {
    /// It cannot be read as answers.
    Unreadable(Vec<Finding>),
    /// It is written in a way that cannot be edited without changing what else it says.
    Unedited,
}

/// The text of the answer file in `document` once it says so of these actions, and the answers that are then in it.
pub fn edit(
    document: &Document,
    definition: &Definition,
    other: OtherVersion,
    actions: &[usize],
    change: &Change,
) -> Result<(String, AnswerSet), NotEdited> {
    let mut set = load_begun(document, definition, other).map_err(NotEdited::Unreadable)?;
    actions.iter().for_each(|&action| change.apply(&mut set.actions, action));
    let version = version_of(document).and_then(|version| Version::parse(version).ok());
    let places = Places { earlier: Earlier::new(definition, version.as_ref()), actions, change };
    let text = document.source.text();
    let edited = match Syntax::detect(text) {
        Syntax::Toml => toml::edit(text, &places),
        Syntax::Json => json::edit(text, &places),
    };
    let mut edited = edited.ok_or(NotEdited::Unedited)?;
    if text.contains('\n') && text.matches('\n').count() == text.matches("\r\n").count() {
        edited = edited.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    let now = parse(&Arc::new(Source::new(document.source.name(), edited.as_str())));
    let now = now.and_then(|document| load_begun(&document, definition, other));
    if now.is_ok_and(|now| now == set) { Ok((edited, set)) } else { Err(NotEdited::Unedited) }
}
