//! Whether the points of answers can still be taken for what they were when they were given.

use semver::Version;

use super::rules::OTHER_MAJOR_VERSION;
use crate::definition::{Definition, Earlier};
use crate::diagnostic::Finding;
use crate::words::answers as say;
use crate::words::lists::between_names;

/// Why answers to `version` are none to `definition`; none where they are, or `version` is none.
pub(crate) fn other_major(version: &str, definition: &Definition) -> Option<String> {
    let given = Version::parse(version.trim()).ok()?;
    (given.major != definition.version.major)
        .then(|| say::of_other_major(&definition.id, &given.to_string(), &definition.version.to_string()))
}

/// Why a row of a table that names `version` cannot be read; none where it can, or `version` is none.
pub(crate) fn refused_row(version: &str, definition: &Definition, accept_major: bool) -> Option<String> {
    if let Some(why) = other_major(version, definition).filter(|_| !accept_major) {
        return Some(say::both(&why, say::how_to_accept()));
    }
    let given = Version::parse(version.trim()).ok()?;
    let ids: Vec<&str> =
        Earlier::new(definition, Some(&given)).repointed().map(|question| question.id.as_str()).collect();
    (!ids.is_empty()).then(|| say::rows_cannot_be_moved(&definition.id, &given.to_string(), &ids.join(between_names())))
}

/// What is wrong in one line, where its help has no room; what to do with answers to another version stands in it.
pub fn in_a_line(finding: &Finding) -> String {
    let help = finding.help.as_deref().unwrap_or_default();
    match () {
        () if finding.rule.id == OTHER_MAJOR_VERSION.id => say::both(&finding.message, say::how_to_accept()),
        () if help.ends_with(say::how_to_update()) => say::both(&finding.message, say::how_to_update()),
        () => finding.message.clone(),
    }
}
