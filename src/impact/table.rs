//! What a change does, for the terminal of whoever maintains the definition.

use std::fmt::Write as _;

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use super::Impact;
use super::wording::{difference, effect, lost, matrix, meaning, meaning_heading, refused, shown, summary};
use crate::text::{pad, wrap};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
/// The most answer sets that are listed.
const MOST: usize = 20;

/// All of it, in lines of `width` columns.
pub fn render(impact: &Impact, width: usize) -> String {
    let width = width.clamp(40, 120);
    let mut out = String::new();
    let (before, after) = (&impact.before, &impact.after);
    let versions = format!("{} {} to {} {}", before.id, before.version, after.id, after.version);
    let _ = writeln!(out, "{BOLD}{versions}{BOLD:#}");
    paragraph(&mut out, 0, &summary(impact), width);
    if let Some(refused) = refused(impact) {
        paragraph(&mut out, 0, &refused, width);
    }
    section(&mut out, meaning_heading(impact), &meaning(impact), width);
    section(&mut out, "Recorded answers have no place any more", &lost(impact), width);
    section(&mut out, "What changes in the definition", &difference(impact), width);
    section(&mut out, "What reports show otherwise", &shown(impact), width);
    if !impact.sets.is_empty() {
        moves(&mut out, impact);
    }
    let changed = impact.changed();
    if !changed.is_empty() {
        let _ = writeln!(out, "\n{BOLD}Who changes{BOLD:#}");
    }
    for set in changed.iter().take(MOST) {
        let _ = writeln!(out, "{}", set.name);
        for line in effect(impact, set) {
            paragraph(&mut out, 4, &line, width);
        }
    }
    if changed.len() > MOST {
        let _ = writeln!(out, "{DIM}and {} more: see them all with -f json{DIM:#}", changed.len() - MOST);
    }
    out
}

fn section(out: &mut String, heading: &str, lines: &[String], width: usize) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{BOLD}{heading}{BOLD:#}");
    }
    lines.iter().for_each(|line| paragraph(out, 2, line, width));
}

fn moves(out: &mut String, impact: &Impact) {
    let _ = writeln!(out, "\n{BOLD}Levels before (rows) and after (columns){BOLD:#}");
    let (heads, rows) = matrix(impact);
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
