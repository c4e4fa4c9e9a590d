//! Findings for test reports: JUnit XML as `tests/schemas/junit-10.xsd` describes it.
//!
//! A file that was checked is a suite. An error in it is a test that failed; a warning is one that passed and has
//! something to say; a file without findings is one test that passed, and one that was not checked is skipped.

use std::fmt::Write as _;
use std::sync::Arc;

use super::{Finding, Severity, Source, Unchecked};
use crate::text::is_unsafe;
use crate::words::diagnostic as say;

/// Renders `findings` in `files`, all that were checked, and what was not.
pub fn render(findings: &[Finding], files: &[Arc<Source>], unchecked: &[Unchecked]) -> String {
    let of = |file: &Arc<Source>| -> Vec<&Finding> {
        findings.iter().filter(|finding| Arc::ptr_eq(&finding.source, file)).collect()
    };
    let suites: Vec<(&str, Vec<&Finding>)> = files.iter().map(|file| (file.name(), of(file))).collect();
    let tests: usize = suites.iter().map(|(_, findings)| findings.len().max(1)).sum::<usize>() + unchecked.len();
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let all: Vec<&Finding> = findings.iter().collect();
    let _ =
        writeln!(out, "<testsuites name=\"cxm check\" tests=\"{tests}\" failures=\"{}\" errors=\"0\">", failures(&all));
    for (name, findings) in &suites {
        let (name, tests, failures) = (escaped(name), findings.len().max(1), failures(findings));
        let _ = writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
        if findings.is_empty() {
            let _ = writeln!(out, "    <testcase name=\"{}\" classname=\"{name}\"/>", say::no_findings());
        }
        findings.iter().for_each(|finding| test_case(&mut out, &name, finding));
        out.push_str("  </testsuite>\n");
    }
    for Unchecked { file, reason } in unchecked {
        let (name, reason) = (escaped(file), escaped(reason));
        let _ = writeln!(out, "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">");
        let _ = writeln!(out, "    <testcase name=\"{}\" classname=\"{name}\">", say::not_checked());
        let _ = writeln!(out, "      <skipped message=\"{reason}\"/>\n    </testcase>\n  </testsuite>");
    }
    out.push_str("</testsuites>\n");
    out
}

fn failures(findings: &[&Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Deny).count()
}

fn test_case(out: &mut String, class: &str, finding: &Finding) {
    let position = finding.position();
    let (rule, line, message) = (finding.rule.id, position.line, escaped(&finding.message));
    let help = finding.help.as_ref().map(|help| format!("\n{}", escaped(&say::helped(help)))).unwrap_or_default();
    let details = format!("{class}:{line}:{}: {message}{help}", position.column);
    let _ = writeln!(out, "    <testcase name=\"{}\" classname=\"{class}\">", escaped(&say::in_line(rule, line)));
    let _ = match finding.severity {
        Severity::Deny => writeln!(out, "      <failure type=\"{rule}\" message=\"{message}\">{details}</failure>"),
        Severity::Warn | Severity::Allow => writeln!(out, "      <system-out>{}</system-out>", say::warned(&details)),
    };
    out.push_str("    </testcase>\n");
}

/// `text` as content or attribute; what XML 1.0 cannot hold at all is replaced.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c if is_unsafe(c) || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
