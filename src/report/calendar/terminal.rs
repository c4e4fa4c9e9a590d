//! The chart in a terminal: a bar for each action, under a line of months.

use std::ops::Range;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr as _;

use super::axis::Axis;
use super::{late, summary, titled};
use crate::answers::Status;
use crate::report::blocks::Tone;
use crate::report::format::terminal::{Page, style};
use crate::report::model::{Report, Scheduled};
use crate::report::words;
use crate::text::{pad, wrap};
use crate::words::Lang;

/// From this width on, titles and bars stand in one line.
const WIDE: usize = 100;
/// The width of titles there.
const TITLES: usize = 44;
/// `2027-03-01 – 2027-03-19`, with what stands around it.
const DATES: usize = 27;
/// The width of a month's name, and of what parts it from the next.
const MONTH: usize = 8;

/// The section about the calendar.
pub(in crate::report) fn chart(page: &mut Page, report: &Report, lang: Lang) {
    let Some(schedule) = &report.schedule else { return };
    page.heading(words::calendar(lang));
    page.text(Tone::Plain, 0, &summary(report, schedule, lang));
    late(schedule, lang).iter().for_each(|line| page.text(Tone::Open, 0, line));
    page.line("");
    let wide = page.width >= WIDE;
    let before = if wide { TITLES + DATES } else { DATES };
    let cells = page.width - before;
    let axis = Axis::of(schedule);
    let (months, marks) = months(&axis, cells);
    page.line(&format!("{}{months}", " ".repeat(before)));
    for (number, action) in (1..).zip(&schedule.actions) {
        let style = style(if action.status == Status::Doing { Tone::Good } else { Tone::Plain });
        let bar = bar(&axis, action, cells, &marks);
        let dates = format!("{} – {}", action.start, action.end);
        let late = if action.late { "!" } else { " " };
        let lead = format!("{number:>2}. ");
        let titles = if wide { TITLES - lead.width() - 1 } else { page.width - lead.width() };
        let mut lines = wrap(&titled(action, lang), titles).into_iter();
        let first = lines.next().unwrap_or_default();
        if wide {
            page.line(&format!("{lead}{} {dates} {late}  {style}{bar}{style:#}", pad(&first, titles)));
            lines.for_each(|line| page.line(&format!("    {line}")));
        } else {
            page.line(&format!("{lead}{first}"));
            lines.for_each(|line| page.line(&format!("    {line}")));
            page.line(&format!(" {dates} {late} {style}{bar}{style:#}"));
        }
    }
    page.line("");
    page.text(Tone::Faint, 0, words::chart_legend(lang));
    page.text(Tone::Faint, 0, words::calendar_means(lang));
}

/// A line with the months that there is room for, and the cells in which they begin.
fn months(axis: &Axis, cells: usize) -> (String, Vec<usize>) {
    let (mut line, mut marks) = (String::new(), Vec::new());
    let all = axis.months();
    let at = |day: Date| axis.before(day, cells as u64).and_then(|at| usize::try_from(at).ok());
    for (place, month) in all.iter().enumerate() {
        let Some(from) = at(*month) else { continue };
        // The first week may be the last of a month, of which the name has no room.
        let next = all.get(place + 1).and_then(|next| at(*next)).unwrap_or(cells);
        let crowded = place == 0 && next < from + MONTH && all.len() > 1;
        if from < line.width() || from + MONTH > cells + 1 || crowded {
            continue;
        }
        line += &" ".repeat(from - line.width());
        line += &format!("{:04}-{:02} ", month.year(), month.month());
        marks.push(from);
    }
    (line, marks)
}

/// The bar of an action, with a mark where it is due.
fn bar(axis: &Axis, action: &Scheduled, cells: usize, marks: &[usize]) -> String {
    let parts = cells as u64;
    let start = axis.before(action.start.0, parts).unwrap_or_default();
    let end = axis.behind(action.end.0, parts, start);
    let bar: Range<u64> = start..end;
    let due = action.about.due.and_then(|due| axis.before(due.0, parts));
    let cell = |at: usize| match at as u64 {
        at if Some(at) == due => "◆",
        at if bar.contains(&at) && action.status == Status::Doing => "█",
        at if bar.contains(&at) => "▒",
        _ if marks.contains(&at) => "┊",
        _ => " ",
    };
    (0..cells).map(cell).collect()
}
