//! Findings for people: the message, the lines of the file it is about, and the help.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::Finding;
use crate::wrap::shorten;

/// The most findings that are shown; a file with more is usually not what it was taken for.
const MOST: usize = 50;
/// The most of a message that is shown.
const MOST_COLUMNS: usize = 400;

/// Renders `findings` one after another with excerpts of their files, and says how many were left out.
///
/// `width` is the terminal's in columns. The text carries colours; strip them where they are not wanted.
pub fn render(findings: &[Finding], width: usize) -> String {
    let renderer = Renderer::styled().term_width(width);
    let mut out = String::new();
    for finding in findings.iter().take(MOST) {
        let _ = writeln!(out, "{}\n", renderer.render(&groups(finding)));
    }
    if let Some(more @ 1..) = findings.len().checked_sub(MOST) {
        let _ = writeln!(out, "... and {more} more\n");
    }
    out
}

/// A finding as the renderer takes it: what is wrong, and after it the edit that mends it.
fn groups(finding: &Finding) -> Vec<Group<'_>> {
    let level = match finding.level {
        super::Level::Deny => Level::ERROR,
        super::Level::Warn => Level::WARNING,
        super::Level::Allow => Level::NOTE,
    };
    let source = &finding.source;
    let related = finding.related.iter().map(|(span, label)| (span, label, AnnotationKind::Context));
    let labels: Vec<_> =
        [(&finding.span, &finding.label, AnnotationKind::Primary)].into_iter().chain(related).collect();
    let spans: Vec<_> = labels.iter().map(|(span, ..)| source.fit(span)).collect();
    // Only the lines that are shown: a long file with many findings would otherwise be walked once for each.
    let (start, first_line, text) = source.lines_of(&spans);
    let annotations = spans
        .iter()
        .zip(&labels)
        .map(|(span, (_, label, kind))| kind.span(span.start - start..span.end - start).label(line(label)));
    let snippet = Snippet::source(printable(text)).line_start(first_line).path(source.name()).annotations(annotations);
    let title = level.primary_title(line(&finding.message));
    let mut group = title.id(finding.rule.id).element(snippet);
    let help = finding.help.as_ref().map(|help| line(help));
    if let (Some(help), None) = (&help, &finding.fix) {
        group = group.element(Level::HELP.message(help.clone()));
    }
    if let Some(from) = &finding.level_from {
        group = group.element(Level::NOTE.message(line(from)));
    }
    let Some(fix) = &finding.fix else { return vec![group] };
    let (start, first_line, text) = source.lines_of(std::slice::from_ref(&fix.span));
    let patch = Patch::new(fix.span.start - start..fix.span.end - start, printable(&fix.replacement));
    let snippet = Snippet::source(printable(text)).line_start(first_line).path(source.name()).patch(patch);
    let title = Level::HELP.secondary_title(help.unwrap_or_else(|| "mend it so".to_owned()));
    vec![group, title.element(snippet)]
}

/// `text` on one line, and not too much of it: it may repeat what is in the file.
fn line(text: &str) -> String {
    shorten(&text.replace('\n', " "), MOST_COLUMNS)
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
