//! What went wrong, in words and as an exit code.
//!
//! | code | meaning |
//! | --- | --- |
//! | 2 | wrong usage |
//! | 3 | could not do the job: unreadable or invalid input, I/O |

use std::{fmt, io};

use crate::diagnostic::{Finding, Severity};
use crate::text::system;
use crate::words::{cli_trouble, diagnostic as say};

#[derive(Debug)]
pub(super) struct Invalid(pub(super) Vec<Finding>);

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", count(&self.0))
    }
}

impl std::error::Error for Invalid {}

/// The user asked for something that there is not.
#[derive(Debug)]
pub(super) struct Usage(pub(super) String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// "2 errors and 1 warning".
pub(super) fn count(findings: &[Finding]) -> String {
    let of = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    match (of(Severity::Deny), of(Severity::Warn)) {
        (0, 0) => say::no_findings().to_owned(),
        (errors, 0) => say::errors(errors),
        (0, warnings) => say::warnings(warnings),
        (errors, warnings) => say::errors_and_warnings(&say::errors(errors), &say::warnings(warnings)),
    }
}

/// What went wrong, with what it came of. What the system says of files is said in the language of the process.
pub(super) fn told(error: &anyhow::Error) -> String {
    let cause = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<io::Error>() {
        Some(error) => system(error),
        None => cause.to_string(),
    };
    let mut causes: Vec<String> = error.chain().map(cause).collect();
    let last = causes.pop().unwrap_or_default();
    causes.into_iter().rfold(last, |why, what| cli_trouble::because(&what, &why))
}
