//! What a change does, for a comment on the change. Text from files is escaped.

use std::fmt::Write as _;

use super::Impact;
use super::wording::{difference, lost, matrix, meaning, meaning_heading, refused, shown, summary};
use super::wording_of_set::effect;
use crate::report::format::markdown::escape;
use crate::words::report_terms::labelled;
use crate::words::{Lang, impact as say};

/// The most answer sets that are listed: a comment has its limits.
const MOST: usize = 100;

pub fn render(impact: &Impact, lang: Lang) -> String {
    let (before, after) = (&impact.before, &impact.after);
    let [before, after] = [before, after].map(|of| format!("{} {}", of.id, of.version));
    let versions = say::versions(lang, &before, &after);
    let mut out = format!("## {}\n\n{}\n", escape(&versions), escape(&summary(impact, lang)));
    if let Some(refused) = refused(impact, lang) {
        let _ = writeln!(out, "\n{}", escape(&refused));
    }
    list(&mut out, meaning_heading(impact, lang), &meaning(impact, lang));
    list(&mut out, say::no_place(lang), &lost(impact, lang));
    list(&mut out, say::definition_changes(lang), &difference(impact, lang));
    list(&mut out, say::reports_change(lang), &shown(impact, lang));
    if !impact.sets.is_empty() {
        moves(&mut out, impact, lang);
    }
    let changed = impact.changed();
    let mut lines: Vec<String> = changed
        .iter()
        .take(MOST)
        .map(|set| labelled(lang, &set.name, &effect(impact, set, lang).join(say::between(lang))))
        .collect();
    if changed.len() > MOST {
        lines.push(say::more(lang, changed.len() - MOST));
    }
    list(&mut out, say::who_changes(lang), &lines);
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

fn moves(out: &mut String, impact: &Impact, lang: Lang) {
    let (heads, rows) = matrix(impact, lang);
    let _ = writeln!(out, "\n### {}\n\n| | {} |", say::levels(lang), heads.join(" | "));
    let _ = writeln!(out, "| --- |{}", " ---: |".repeat(heads.len()));
    for (level, row) in impact.before.levels.iter().zip(rows) {
        let _ = writeln!(out, "| {level} | {} |", row.join(" | "));
    }
}
