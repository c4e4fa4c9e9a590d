//! Findings for people: the message, the lines of the file it is about, and the help.

use std::fmt::Write as _;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Finding, Severity, Source};

/// The most findings that are shown; a file with more is usually not what it was taken for.
const MOST: usize = 50;

/// Renders `findings` one after another with excerpts of their files, and says how many were left out.
///
/// `width` is the terminal's in columns. The text carries colours; strip them where they are not wanted.
pub fn render(findings: &[Finding], width: usize) -> String {
    let renderer = Renderer::styled().term_width(width);
    let mut out = String::new();
    let mut texts: Vec<(&Arc<Source>, String)> = Vec::new();
    for finding in findings.iter().take(MOST) {
        if !texts.iter().any(|(source, _)| Arc::ptr_eq(source, &finding.source)) {
            texts.push((&finding.source, printable(finding.source.text())));
        }
    }
    for finding in findings.iter().take(MOST) {
        let level = match finding.rule.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let source = &finding.source;
        let text = texts.iter().find(|(of, _)| Arc::ptr_eq(of, source)).map_or("", |(_, text)| text);
        let primary = AnnotationKind::Primary.span(source.fit(&finding.span)).label(&finding.label);
        let related = finding.related.iter();
        let snippet = Snippet::source(text)
            .path(source.name())
            .annotation(primary)
            .annotations(related.map(|(span, label)| AnnotationKind::Context.span(source.fit(span)).label(label)));
        let mut group = level.primary_title(&finding.message).id(finding.rule.id).element(snippet);
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(help));
        }
        let _ = writeln!(out, "{}\n", renderer.render(&[group]));
    }
    if let Some(more @ 1..) = findings.len().checked_sub(MOST) {
        let _ = writeln!(out, "... and {more} more\n");
    }
    out
}

/// `text` with everything that a terminal might obey replaced by as many bytes, so that spans stay true.
fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' | '\r' => out.push(c),
            c if !crate::document::is_unsafe(c) => out.push(c),
            c => out.push(match c.len_utf8() {
                1 => '?',
                2 => '¿',
                3 => '\u{fffd}',
                _ => '\u{1f6ab}',
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_replaced_byte_for_byte() {
        let hostile = "a\u{1b}[2J\u{9b}31m\u{202e}é応\n";
        let shown = printable(hostile);
        assert_eq!(shown, "a?[2J¿31m\u{fffd}é応\n");
        assert_eq!(shown.len(), hostile.len());
    }
}
