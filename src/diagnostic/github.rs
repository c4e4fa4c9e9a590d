//! Findings for a GitHub workflow: a command a line, which the runner shows beside the lines of a change.
//!
//! The runner shows ten errors and ten warnings of a step; whoever uses this should print the findings for people too.

use std::fmt::Write as _;

use super::{Finding, Severity, Unchecked};
use crate::text::clean;
use crate::words::diagnostic as say;

/// Renders `findings`, and what was not checked, as workflow commands.
pub fn render(findings: &[Finding], unchecked: &[Unchecked]) -> String {
    let mut out = String::new();
    for finding in findings {
        let source = &finding.source;
        let span = source.fit(&finding.span);
        let (start, end) = (source.position(span.start), source.position(span.end));
        let command = match finding.severity {
            Severity::Deny => "error",
            Severity::Warn => "warning",
            Severity::Allow => "notice",
        };
        let file = property(source.name().trim_start_matches("./"));
        let _ = write!(out, "::{command} file={file},line={},endLine={}", start.line, end.line);
        // Columns are shown only within one line, and the runner's last one belongs to the place.
        if start.line == end.line {
            let _ = write!(out, ",col={},endColumn={}", start.column, end.column.saturating_sub(1).max(start.column));
        }
        let help = finding.help.as_ref().map(|help| format!("\n{}", say::helped(help))).unwrap_or_default();
        let _ = writeln!(out, ",title={}::{}", property(finding.rule.id), data(&format!("{}{help}", finding.message)));
    }
    for Unchecked { file, reason } in unchecked {
        let name = property(clean(file).trim_start_matches("./"));
        let _ = writeln!(out, "::notice file={name},title={}::{}", property(say::not_checked()), data(reason));
    }
    out
}

/// Text behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which ends at a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100%\n::error::x"), "100%25%0A::error::x");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}
