//! The first rows of results as a table for the terminal: with the scores of criteria where they fit.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::layout::Layout;
use super::page::Page;
use crate::batch::OwnedRow;
use crate::definition::Definition;
use crate::report::blocks::{Cell, Column, Table};
use crate::report::format::terminal::lines;
use crate::report::{Viewport, words};
use crate::text::shorten;

const NAMES: usize = 36;
/// How many rows a table shows, and how many columns that are no results.
pub const ROWS: usize = 40;
const METADATA: usize = 2;

/// The first of so many rows, of which at most [`ROWS`] are shown.
pub fn table(definition: &Definition, layout: &Layout, first: &[OwnedRow], rows: u64, look: Viewport) -> String {
    let named = (layout.metadata.len() + layout.figures.len()).min(METADATA);
    let titles = titles(definition, layout, look);
    let shown: Vec<_> = first.iter().take(ROWS).map(|row| cells(definition, layout, row)).collect();
    let mut drawn = draw(&titles, &shown, &(0..0));
    if drawn.iter().any(|line| line.width() > look.width) {
        drawn = draw(&titles, &shown, &(named..named + definition.criteria.len()));
    }
    let mut page = Page::new(look);
    drawn.iter().for_each(|line| page.line(line));
    let left = rows.saturating_sub(u64::try_from(ROWS).expect("it is small"));
    if left > 0 {
        page.line(&words::more_rows(look.lang, left));
    }
    page.finish()
}

fn titles(definition: &Definition, layout: &Layout, look: Viewport) -> Vec<String> {
    let lang = look.lang;
    let names = layout.metadata.iter().chain(&layout.figures).take(METADATA).map(|name| shorten(name, NAMES));
    let criteria = definition.criteria.iter().map(|criterion| criterion.id.clone());
    let results = [words::overall(lang), words::in_place_head(lang), words::level(lang), words::open_head(lang)];
    let percentile = layout.extras.percentiles.as_ref().map(|_| words::percentile(lang).to_owned());
    let actions = (1..=layout.extras.actions).map(|number| format!("{} {number}", words::action(lang)));
    names.chain(criteria).chain(results.map(str::to_owned)).chain(percentile).chain(actions).collect()
}

fn cells(definition: &Definition, layout: &Layout, row: &OwnedRow) -> Vec<String> {
    let (low, high) = (&row.scored.low, row.scored.high());
    let names = row.metadata.iter().map(|text| shorten(&text.replace(['\n', '\t'], " "), NAMES));
    let respondents = row.merged.map(|(respondents, _)| respondents.to_string());
    let either = |low: String, high: String| if low == high { low } else { format!("{low}–{high}") };
    let level = |at: usize| definition.levels[at].name.clone();
    let results = [
        either(low.overall.to_string(), high.overall.to_string()),
        low.in_place.to_string(),
        either(level(low.level), level(high.level)),
        if row.scored.open > 0 { row.scored.open.to_string() } else { String::new() },
    ];
    let action = |at: usize| row.actions.get(at).map_or("", |action| definition.actions[*action].title.as_str());
    let criteria = low.criteria.iter().map(|score| score.map_or(String::new(), |score| score.to_string()));
    let actions = (0..layout.extras.actions).map(|at| shorten(action(at), NAMES));
    let percentile = layout.percentile(&row.scored).map(|percentile| percentile.to_string());
    names.chain(respondents).take(METADATA).chain(criteria).chain(results).chain(percentile).chain(actions).collect()
}

/// A table without the columns `left_out`.
fn draw(titles: &[String], rows: &[Vec<String>], left_out: &Range<usize>) -> Vec<String> {
    let shown = |cells: &[String]| {
        let cells = cells.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        cells.map(|(_, cell)| cell.as_str().into()).collect::<Vec<Cell>>()
    };
    let columns = shown(titles).into_iter().map(Column::left).collect();
    lines(&Table { columns, rows: rows.iter().map(|row| shown(row)).collect() })
}
