//! A plan on the calendar, as a chart (Gantt), a table, and a calendar for other programs.
//!
//! - Takes: a result with its schedule.
//! - Gives: blocks, lines for the terminal, a page, sheets, a table for task boards, and iCalendar.
//! - Never: lays anything on the calendar; that is for `plan`.

mod axis;
mod board;
mod ics;
#[cfg(feature = "xlsx")]
mod sheets;
mod terminal;

use super::blocks::{Block, Cell, Column, Item, Table, Tone};
use super::model::{Report, Schedule, Scheduled};
use super::{text, words};
use crate::words::Lang;

pub(super) use axis::Axis;
pub use board::board;
pub use ics::ics;
#[cfg(feature = "xlsx")]
pub use sheets::workbook;
pub(super) use terminal::chart;

/// The section about the calendar in documents; nothing where there is no calendar.
pub(super) fn blocks(report: &Report, lang: Lang) -> Vec<Block> {
    let Some(schedule) = &report.schedule else { return Vec::new() };
    let late: Vec<Item> = late(schedule, lang).into_iter().map(|line| Item::new(Tone::Open, line)).collect();
    let mut blocks = vec![Block::heading(1, words::calendar(lang)), Block::plain(summary(report, schedule, lang))];
    if !late.is_empty() {
        blocks.push(Block::List(late));
    }
    blocks.push(Block::Table(table(report, schedule, lang)));
    blocks.push(Block::Text(Tone::Faint, words::calendar_means(lang).to_owned()));
    blocks
}

/// From when to when, and at what capacity.
pub(super) fn summary(report: &Report, schedule: &Schedule, lang: Lang) -> String {
    let capacity = text::effort(lang, report, schedule.capacity);
    let effort = text::effort(lang, report, schedule.effort);
    words::calendar_summary(lang, schedule.actions.len(), &effort, &capacity, &schedule.start, &schedule.end)
}

/// What ends after it is due, a line each.
pub(super) fn late(schedule: &Schedule, lang: Lang) -> Vec<String> {
    let line = |action: &Scheduled| Some(words::late(lang, &action.title, &action.end, &action.about.due?));
    schedule.late().filter_map(line).collect()
}

fn table(report: &Report, schedule: &Schedule, lang: Lang) -> Table {
    let told = |has: fn(&Scheduled) -> bool| schedule.actions.iter().any(has);
    let (owners, dues) = (told(|of| of.about.owner.is_some()), told(|of| of.about.due.is_some()));
    let mut columns = vec![
        Column::left(words::action(lang)),
        Column::left(words::starts(lang)),
        Column::left(words::ends_on(lang)),
        Column::right(text::route::effort_head(lang, report)),
    ];
    columns.extend(dues.then(|| Column::left(words::due(lang))));
    columns.extend(owners.then(|| Column::left(words::owner(lang))));
    let row = |(number, action): (usize, &Scheduled)| {
        let title = format!("{}. {}", number + 1, titled(action, lang));
        let mut cells: Vec<Cell> = vec![title.into(), action.start.into(), action.end.into(), action.effort.into()];
        cells.extend(dues.then(|| action.about.due.into()));
        cells.extend(owners.then(|| action.about.owner.as_deref().into()));
        cells
    };
    Table { columns, rows: schedule.actions.iter().enumerate().map(row).collect() }
}

/// Its title, with what is particular about it.
pub(super) fn titled(action: &Scheduled, lang: Lang) -> String {
    let doing = (action.status == crate::answers::Status::Doing).then(|| words::doing_now(lang));
    let beside = (!action.on_route).then(|| words::beside_route(lang));
    let aside: Vec<&str> = doing.into_iter().chain(beside).collect();
    if aside.is_empty() {
        action.title.clone()
    } else {
        words::aside(lang, &action.title, &aside.join(words::comma(lang)))
    }
}
