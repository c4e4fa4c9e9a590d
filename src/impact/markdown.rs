//! What a change does, for a comment on the change. Text from files is escaped.

use std::fmt::Write as _;

use super::Impact;
use super::wording::{difference, effect, lost, matrix, meaning, meaning_heading, refused, shown, summary};
use crate::report::format::markdown::escape;

/// The most answer sets that are listed: a comment has its limits.
const MOST: usize = 100;

pub fn render(impact: &Impact) -> String {
    let (before, after) = (&impact.before, &impact.after);
    let versions = format!("{} {} to {} {}", before.id, before.version, after.id, after.version);
    let mut out = format!("## {}\n\n{}\n", escape(&versions), escape(&summary(impact)));
    if let Some(refused) = refused(impact) {
        let _ = writeln!(out, "\n{}", escape(&refused));
    }
    list(&mut out, meaning_heading(impact), &meaning(impact));
    list(&mut out, "Recorded answers have no place any more", &lost(impact));
    list(&mut out, "What changes in the definition", &difference(impact));
    list(&mut out, "What reports show otherwise", &shown(impact));
    if !impact.sets.is_empty() {
        moves(&mut out, impact);
    }
    let changed = impact.changed();
    let mut lines: Vec<String> =
        changed.iter().take(MOST).map(|set| format!("{}: {}", set.name, effect(impact, set).join("; "))).collect();
    if changed.len() > MOST {
        lines.push(format!("and {} more", changed.len() - MOST));
    }
    list(&mut out, "Who changes", &lines);
    out
}

fn list(out: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n### {heading}\n");
    }
    for line in lines {
        let _ = writeln!(out, "- {}", escape(line));
    }
}

fn moves(out: &mut String, impact: &Impact) {
    let (heads, rows) = matrix(impact);
    let _ = writeln!(out, "\n### Levels before (rows) and after (columns)\n\n| | {} |", heads.join(" | "));
    let _ = writeln!(out, "| --- |{}", " ---: |".repeat(heads.len()));
    for (level, row) in impact.before.levels.iter().zip(rows) {
        let _ = writeln!(out, "| {level} | {} |", row.join(" | "));
    }
}
