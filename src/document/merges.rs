//! Merges that were left undecided: the lines that stand between both sides, or those of them that were not taken away.

use super::rules::SYNTAX;
use crate::diagnostic::Findings;
use crate::words::document as say;

/// The most that are named.
const MOST: usize = 10;

/// Whether lines of both sides of a merge stand in `text`.
pub(super) fn has_conflict(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("<<<<<<< "))
}

/// Whether any line of a merge stands in `text`, if it is not well-formed: one may underline a heading.
pub(super) fn is_left(text: &str) -> bool {
    text.lines().any(is_mark)
}

/// Adds each place at which a merge was left undecided.
pub(super) fn conflicts(text: &str, findings: &mut Findings) {
    let mut at = 0;
    for _ in 0..MOST {
        let Some(start) = marks(&text[at..]).next().map(|(length, _)| at + length) else { return };
        let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |length| at + length);
        let end =
            marks(&text[start..]).find(|(_, line)| line.starts_with(">>>>>>> ")).map(|(length, _)| start + length);
        at = line_end(end.unwrap_or(start));
        let finding = findings.add(&SYNTAX, start..line_end(start), say::merge_left());
        if let Some(end) = end.filter(|end| *end > start) {
            finding.related(end..line_end(end), say::down_to_here());
        }
        finding.help(say::keep_one_side());
    }
}

fn is_mark(line: &str) -> bool {
    line.trim_end() == "=======" || line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")
}

/// The lines that a merge puts there, and where each begins.
fn marks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    });
    lines.filter(|(_, line)| is_mark(line))
}
