//! What a change does, for the terminal of whoever maintains the definition.

use std::fmt::Write as _;

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use super::{Effect, Impact, Kind, Lost, Reason, Standing, Told};
use crate::definition::Rename;
use crate::text::{self, pad, wrap};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
/// The most answer sets that are listed.
const MOST: usize = 50;

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
    difference(&mut out, impact, width);
    moves(&mut out, impact);
    let changed: Vec<&Effect> = impact.changed().collect();
    if !changed.is_empty() {
        let _ = writeln!(out, "\n{BOLD}Who changes{BOLD:#}");
    }
    for set in changed.iter().take(MOST) {
        let _ = writeln!(out, "{}", set.name);
        for line in effect(set) {
            paragraph(&mut out, 4, &line, width);
        }
    }
    if changed.len() > MOST {
        let _ = writeln!(out, "{DIM}and {} more: see them all with -f json{DIM:#}", changed.len() - MOST);
    }
    out
}

/// What the change does, in a sentence.
pub(super) fn summary(impact: &Impact) -> String {
    let sets = text::count(impact.sets.len(), "answer set");
    match (impact.level_changes, impact.route_changes) {
        (0, 0) => format!("Of {sets}, none changes level or route."),
        (levels, routes) => format!("Of {sets}, {levels} change level and {routes} change route."),
    }
}

/// What becomes of the answers themselves, where the changed definition is another major version.
pub(super) fn refused(impact: &Impact) -> Option<String> {
    let version = &impact.after.version;
    impact.other_major.then(|| {
        format!(
            "Version {version} is another major version and refuses these answers: points may mean something else. What \
             is said here holds where all points mean the same, as --accept-version says."
        )
    })
}

fn difference(out: &mut String, impact: &Impact, width: usize) {
    if impact.difference.kinds().iter().all(|(_, kind)| kind.is_empty()) && impact.lost().is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{BOLD}What changes in the definition{BOLD:#}");
    for (name, kind) in impact.difference.kinds() {
        for line in kind_lines(name, kind) {
            paragraph(out, 2, &line, width);
        }
    }
    for (lost, count) in impact.lost() {
        paragraph(out, 2, &lost_line(lost, count), width);
    }
}

/// What differs among things of one kind.
pub(super) fn kind_lines(name: &str, kind: &Kind) -> Vec<String> {
    let mut lines = Vec::new();
    if !kind.renamed.is_empty() {
        let renamed = kind.renamed.iter().map(|Rename { from, to }| format!("{from} is now {to}"));
        lines.push(format!("{name} renamed: {}", renamed.collect::<Vec<_>>().join(", ")));
    }
    if !kind.removed.is_empty() {
        lines.push(format!("{name} removed: {}", kind.removed.join(", ")));
    }
    if !kind.added.is_empty() {
        lines.push(format!("{name} added: {}", kind.added.join(", ")));
    }
    if !kind.changed.is_empty() {
        lines.push(format!("{name} changed: {}", kind.changed.join(", ")));
    }
    for Rename { from, to } in &kind.perhaps_renamed {
        lines.push(format!(
            "{from} and {to} have the same text: if it is a rename, write `{from} = \"{to}\"` under [renames.{name}]"
        ));
    }
    lines
}

/// What becomes of answers that are lost.
pub(super) fn lost_line(lost: &Lost, count: usize) -> String {
    let sets = text::count(count, "answer set");
    let (Told::Question(id) | Told::Fact(id)) = &lost.what;
    match (&lost.what, lost.reason) {
        (Told::Question(_), Reason::Removed) => format!("{id} is gone, with its answer in {sets}"),
        (Told::Fact(_), Reason::Removed) => format!("{id} is gone, with what {sets} told of it"),
        (_, Reason::Merged) => {
            format!("{id} has become another question too that is answered in {sets}: its answer is gone there")
        }
        (_, Reason::Points) => format!("{id} has no option of the points given in {sets}: it counts as open there"),
        (_, Reason::NotApplicable) => {
            format!("{id} can be n/a no more, as it is in {sets}: it counts as open there")
        }
        (_, Reason::Option) => {
            format!("{id} has no more an option told in {sets}: that option counts as not told there")
        }
        (_, Reason::Several) => {
            format!("{id} can have one option only, and has several in {sets}: it counts as not told there")
        }
    }
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

/// The heads of the columns, and the cells of each row; a hyphen where there is nobody.
pub(super) fn matrix(impact: &Impact) -> (Vec<String>, Vec<Vec<String>>) {
    let none = impact.moves.iter().any(|row| row.last().is_some_and(|count| *count > 0));
    let columns = impact.after.levels.len() + usize::from(none);
    let heads = impact.after.levels.iter().cloned().chain(["none".to_owned()]).take(columns).collect();
    let cell = |count: &usize| if *count == 0 { "-".to_owned() } else { count.to_string() };
    let rows = impact.moves.iter().map(|row| row.iter().take(columns).map(cell).collect()).collect();
    (heads, rows)
}

/// What becomes of one answer set: its level, its route.
pub(super) fn effect(set: &Effect) -> Vec<String> {
    let Some(after) = &set.after else {
        return vec![format!("{}, now no level: nothing is applicable", level(&set.before))];
    };
    let mut lines = Vec::new();
    if set.level_changes {
        lines.push(format!("level: {}, now {}", level(&set.before), level(after)));
    }
    if set.route_changes {
        lines.push(format!("route: {}, now {}", route(&set.before), route(after)));
    }
    lines
}

fn level(standing: &Standing) -> String {
    let Standing { level, possible, low, high, .. } = standing;
    let score = if low == high { low.to_string() } else { format!("{low} to {high}") };
    if level == possible { format!("{level} ({score})") } else { format!("{level}, possibly {possible} ({score})") }
}

fn route(standing: &Standing) -> String {
    match &standing.route {
        None => "there is none".to_owned(),
        Some(actions) if actions.is_empty() => "none is needed".to_owned(),
        Some(actions) => format!("{} (effort {})", actions.join(", "), standing.effort.unwrap_or_default()),
    }
}

fn paragraph(out: &mut String, indent: usize, text: &str, width: usize) {
    for (at, line) in wrap(text, width - indent - 2).into_iter().enumerate() {
        let _ = writeln!(out, "{}{line}", " ".repeat(indent + if at == 0 { 0 } else { 2 }));
    }
}
