//! Findings for people: the message, the lines of the file it is about, and the help.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use unicode_width::UnicodeWidthStr as _;

use super::{Finding, Source};
use crate::text::{shorten, told};
use crate::words::diagnostic as say;
use crate::words::lists::comma;

/// The most findings that are shown; a file with more is usually not what it was taken for.
const MOST: usize = 50;
/// The most bytes of a line that is shown; a longer one is no text for people.
const MOST_LINE: usize = 20_000;
/// The most of a message that is shown.
const MOST_COLUMNS: usize = 400;
/// The fewest columns to which a message is broken.
const LEAST: usize = 20;

/// Renders `findings` one after another with excerpts of their files, and says how many were left out.
///
/// `width` is the terminal's in columns. The text carries colours; strip them where they are not wanted.
pub fn render(findings: &[Finding], width: usize) -> String {
    all(findings, width, None)
}

/// The same for a terminal so wide, which would break messages anywhere: they are broken between words and phrases.
pub fn render_broken(findings: &[Finding], width: usize) -> String {
    all(findings, width, Some(width))
}

fn all(findings: &[Finding], width: usize, broken: Option<usize>) -> String {
    let renderer = Renderer::styled().term_width(width);
    let mut out = String::new();
    for finding in findings.iter().take(MOST) {
        let _ = writeln!(out, "{}\n", renderer.render(&groups(finding, broken)));
    }
    let rest = findings.get(MOST..).unwrap_or_default();
    if !rest.is_empty() {
        let _ = writeln!(out, "{}\n", say::and_more(rest.len(), &by_rule(rest)));
    }
    out
}

/// How many findings there are of each rule, the most first.
fn by_rule(findings: &[Finding]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for finding in findings {
        match counts.iter_mut().find(|(rule, _)| *rule == finding.rule.id) {
            Some((_, count)) => *count += 1,
            None => counts.push((finding.rule.id, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.iter().map(|(rule, count)| say::of_rule(*count, rule)).collect::<Vec<_>>().join(comma())
}

/// A finding as the renderer takes it: what is wrong, and after it the edit that mends it. Messages are `broken` to so many
/// columns, from which their heads are taken off.
fn groups(finding: &Finding, broken: Option<usize>) -> Vec<Group<'_>> {
    let message = |text: &str, head: usize| match broken {
        Some(columns) => told(&line(text), columns.saturating_sub(head).max(LEAST)),
        None => line(text),
    };
    let level = match finding.severity {
        super::Severity::Deny => Level::ERROR.with_name(say::error()),
        super::Severity::Warn => Level::WARNING.with_name(say::warning()),
        super::Severity::Allow => Level::NOTE.with_name(say::note()),
    };
    // Such as `error[rule]: `.
    let head = [say::error(), say::warning(), say::note()].map(str::width).into_iter().max().unwrap_or_default();
    let head = head + finding.rule.id.len() + 4;
    let title = level.primary_title(message(&finding.message, head)).id(finding.rule.id);
    let source = &finding.source;
    let related = finding.related.iter().map(|(span, label)| (span, label, AnnotationKind::Context));
    let labels: Vec<_> =
        [(&finding.span, &finding.label, AnnotationKind::Primary)].into_iter().chain(related).collect();
    let spans: Vec<_> = labels.iter().map(|(span, ..)| source.fit(span)).collect();
    let mut group = match excerpt(source, &spans) {
        Some((start, first_line, text)) => {
            let annotations = spans
                .iter()
                .zip(&labels)
                .map(|(span, (_, label, kind))| kind.span(span.start - start..span.end - start).label(line(label)));
            let snippet = Snippet::source(printable(text)).line_start(first_line).path(source.name());
            title.element(snippet.annotations(annotations))
        }
        None => {
            let at = finding.position();
            title.element(Origin::path(source.name()).line(at.line).char_column(at.column))
        }
    };
    // Such as ` 123 = help: `.
    let help = finding.help.as_ref().map(|help| message(help, say::help().width() + 10));
    let patch = finding.fix.as_ref().and_then(|fix| Some((fix, excerpt(source, std::slice::from_ref(&fix.span))?)));
    if let (Some(help), None) = (&help, &patch) {
        group = group.element(Level::HELP.with_name(say::help()).message(help.clone()));
    }
    if let Some(from) = finding.severity_from.as_ref().filter(|_| finding.rule.group.can_be_set()) {
        group = group.element(Level::NOTE.with_name(say::note()).message(message(from, say::note().width() + 10)));
    }
    let Some((fix, (start, first_line, text))) = patch else { return vec![group] };
    let patch = Patch::new(fix.span.start - start..fix.span.end - start, printable(&fix.replacement));
    let snippet = Snippet::source(printable(text)).line_start(first_line).path(source.name()).patch(patch);
    let help = help.unwrap_or_else(|| say::mend_it_so().to_owned());
    let title = Level::HELP.with_name(say::help()).secondary_title(help);
    vec![group, title.element(snippet)]
}

/// The lines that `spans` are on, and not the whole file, which would otherwise be walked once for each finding: where
/// they begin, the number of the first, and their text. None where one of them is too long to show.
fn excerpt<'a>(source: &'a Source, spans: &[Range<usize>]) -> Option<(usize, usize, &'a str)> {
    let excerpt = source.lines_of(spans);
    excerpt.2.lines().all(|line| line.len() <= MOST_LINE).then_some(excerpt)
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
            c if !crate::text::is_unsafe(c) => out.push(c),
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
