//! Whether the points of answers can still be taken for what they were when they were given.

use semver::Version;

use super::rules::OTHER_MAJOR_VERSION;
use crate::definition::Definition;
use crate::diagnostic::Finding;

/// What to do with answers to another major version.
pub(crate) const HOW_TO_ACCEPT: &str =
    "answer again, or add --accept-version if all points mean the same; `cxm impact` shows what differs";

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

/// What is wrong in one line, where its help has no room; what to do with answers to another major version stands in it.
pub fn in_a_line(finding: &Finding) -> String {
    match finding.rule.id == OTHER_MAJOR_VERSION.id {
        true => format!("{}; {HOW_TO_ACCEPT}", finding.message),
        false => finding.message.clone(),
    }
}
