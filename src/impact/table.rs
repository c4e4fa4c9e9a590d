//! What a change does, for the terminal of whoever maintains the definition.

use std::fmt::Write as _;

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use super::Impact;
use super::wording::{difference, lost, matrix, meaning, meaning_heading, refused, shown, summary};
use super::wording_of_set::effect;
use crate::text::{pad, wrap};
use crate::words::{Lang, impact as say};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
/// The most answer sets that are listed.
const MOST: usize = 20;

/// All of it, in lines of `width` columns.
pub fn render(impact: &Impact, lang: Lang, width: usize) -> String {
    let width = width.clamp(40, 120);
    let mut out = String::new();
    let (before, after) = (&impact.before, &impact.after);
    let [before, after] = [before, after].map(|of| format!("{} {}", of.id, of.version));
    let versions = say::versions(lang, &before, &after);
    let _ = writeln!(out, "{BOLD}{versions}{BOLD:#}");
    paragraph(&mut out, 0, &summary(impact, lang), width);
    if let Some(refused) = refused(impact, lang) {
        paragraph(&mut out, 0, &refused, width);
    }
    section(&mut out, meaning_heading(impact, lang), &meaning(impact, lang), width);
    section(&mut out, say::no_place(lang), &lost(impact, lang), width);
    section(&mut out, say::definition_changes(lang), &difference(impact, lang), width);
    section(&mut out, say::reports_change(lang), &shown(impact, lang), width);
    if !impact.sets.is_empty() {
        moves(&mut out, impact, lang);
    }
    let changed = impact.changed();
    if !changed.is_empty() {
        let _ = writeln!(out, "\n{BOLD}{}{BOLD:#}", say::who_changes(lang));
    }
    for set in changed.iter().take(MOST) {
        let _ = writeln!(out, "{}", set.name);
        for line in effect(impact, set, lang) {
            paragraph(&mut out, 4, &line, width);
        }
    }
    if changed.len() > MOST {
        let _ = writeln!(out, "{DIM}{}{DIM:#}", say::more_sets(lang, changed.len() - MOST));
    }
    out
}

fn section(out: &mut String, heading: &str, lines: &[String], width: usize) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{BOLD}{heading}{BOLD:#}");
    }
    lines.iter().for_each(|line| paragraph(out, 2, line, width));
}

fn moves(out: &mut String, impact: &Impact, lang: Lang) {
    let _ = writeln!(out, "\n{BOLD}{}{BOLD:#}", say::levels(lang));
    let (heads, rows) = matrix(impact, lang);
    let first = impact.before.levels.iter().map(|level| level.width()).max().unwrap_or_default();
    let cells = |cells: &[String]| {
        let cells = cells.iter().zip(&heads).map(|(cell, head)| format!("  {cell:>width$}", width = head.width()));
        cells.collect::<String>()
    };
    let _ = writeln!(out, "  {}{}", pad("", first), cells(&heads));
    for (level, row) in impact.before.levels.iter().zip(rows) {
        let _ = writeln!(out, "  {}{}", pad(level, first), cells(&row));
    }
}

fn paragraph(out: &mut String, indent: usize, text: &str, width: usize) {
    for (at, line) in wrap(text, width - indent - 2).into_iter().enumerate() {
        let _ = writeln!(out, "{}{line}", " ".repeat(indent + if at == 0 { 0 } else { 2 }));
    }
}
