//! Whether the points of answers can still be taken for what they were when they were given.

use semver::Version;

use super::rules::OTHER_MAJOR_VERSION;
use crate::definition::{Definition, Earlier};
use crate::diagnostic::Finding;

/// What to do with answers to another major version.
pub(crate) const HOW_TO_ACCEPT: &str =
    "answer again, or add --accept-version if all points mean the same; `cxm impact` shows what differs";

/// What to do with answers to an earlier version that has things that are gone.
pub(super) const HOW_TO_UPDATE: &str =
    "these are answers to an earlier version: `cxm update` moves them on, and keeps what is gone as a comment";

/// Why answers to `version` are none to `definition`; none where they are, or `version` is none.
pub(crate) fn other_major(version: &str, definition: &Definition) -> Option<String> {
    let given = Version::parse(version.trim()).ok()?;
    (given.major != definition.version.major).then(|| {
        format!(
            "these are answers to version {given} of `{}`, and points may mean something else in version {}",
            definition.id, definition.version
        )
    })
}

/// Why a row of a table that names `version` cannot be read; none where it can, or `version` is none.
pub(crate) fn refused_row(version: &str, definition: &Definition, accept_major: bool) -> Option<String> {
    if let Some(why) = other_major(version, definition).filter(|_| !accept_major) {
        return Some(format!("{why}; {HOW_TO_ACCEPT}"));
    }
    let given = Version::parse(version.trim()).ok()?;
    let ids: Vec<&str> =
        Earlier::new(definition, Some(&given)).repointed().map(|question| question.id.as_str()).collect();
    (!ids.is_empty()).then(|| {
        format!(
            "these are answers to version {given} of `{}`, where options of `{}` had other points: answer files can be moved \
             on, rows cannot; change their cells and `version`",
            definition.id,
            ids.join("`, `")
        )
    })
}

/// What is wrong in one line, where its help has no room; what to do with answers to another version stands in it.
pub fn in_a_line(finding: &Finding) -> String {
    let help = finding.help.as_deref().unwrap_or_default();
    match () {
        () if finding.rule.id == OTHER_MAJOR_VERSION.id => format!("{}; {HOW_TO_ACCEPT}", finding.message),
        () if help.ends_with(HOW_TO_UPDATE) => format!("{}; {HOW_TO_UPDATE}", finding.message),
        () => finding.message.clone(),
    }
}
