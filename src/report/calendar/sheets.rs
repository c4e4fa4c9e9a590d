//! The calendar as a workbook: a sheet with dates as dates and a chart beside them, and the plan with all that is known of it.

use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, ChartType, Color, Workbook, XlsxError};

use super::titled;
use crate::report::blocks::{Cell, Column, Table};
use crate::report::format::xlsx;
use crate::report::model::{Report, Schedule, Scheduled};
use crate::report::sheets::plan;
use crate::report::text::{self, route};
use crate::report::words;
use crate::words::Lang;

/// The column of titles, of first days and of how many days an action takes.
const TITLE: u16 = 1;
const START: u16 = 2;
const DAYS: u16 = 4;

pub fn workbook(report: &Report, schedule: &Schedule, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let sheets = [
        (words::calendar_sheet(lang), table(report, schedule, lang), None),
        (words::plan_sheet(lang), plan(report, lang), None),
    ];
    xlsx::render_with(&text::title(report), &sheets, |book| chart(book, schedule, lang))
}

fn table(report: &Report, schedule: &Schedule, lang: Lang) -> Table {
    let columns = vec![
        Column::wide(words::id(lang), 24),
        Column::wide(words::action(lang), 44),
        Column::wide(words::starts(lang), 12),
        Column::wide(words::ends_on(lang), 12),
        Column::wide(words::calendar_days(lang), 10),
        Column::wide(words::due(lang), 12),
        Column::wide(words::remark(lang), 30),
        Column::wide(route::effort_head(lang, report), 10),
        Column::wide(words::owner(lang), 20),
        Column::wide(words::after_head(lang), 30),
        Column::wide(words::note(lang), 40),
    ];
    let row = |action: &Scheduled| -> Vec<Cell> {
        let late = action.late.then(|| words::late_in_short(lang));
        vec![
            action.action.as_str().into(),
            titled(action, lang).into(),
            action.start.into(),
            action.end.into(),
            days(action).into(),
            action.about.due.into(),
            late.into(),
            action.effort.into(),
            action.about.owner.as_deref().into(),
            action.after.join(words::comma(lang)).into(),
            action.about.note.as_deref().into(),
        ]
    };
    Table { columns, rows: schedule.actions.iter().map(row).collect() }
}

/// The days of the calendar from the first to the last.
fn days(action: &Scheduled) -> u32 {
    let span = action.start.0.until(action.end.0).map(|span| span.get_days()).unwrap_or_default();
    u32::try_from(span).unwrap_or_default() + 1
}

/// A bar for each action, behind one that is not seen up to its first day.
fn chart(book: &mut Workbook, schedule: &Schedule, lang: Lang) -> Result<(), XlsxError> {
    let name = words::calendar_sheet(lang);
    let last = u32::try_from(schedule.actions.len()).unwrap_or(u32::MAX);
    let mut chart = Chart::new(ChartType::BarStacked);
    let titles = (name, 1, TITLE, last, TITLE);
    chart
        .add_series()
        .set_categories(titles)
        .set_values((name, 1, START, last, START))
        .set_format(ChartFormat::new().set_no_fill());
    chart
        .add_series()
        .set_categories(titles)
        .set_values((name, 1, DAYS, last, DAYS))
        .set_gap(40)
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(0x000B_5560))));
    chart.title().set_name(words::calendar(lang));
    chart.legend().set_hidden();
    // The first action stands at the top, the days above it.
    chart.y_axis().set_reverse().set_major_gridlines(false);
    chart.x_axis().set_num_format("yyyy-mm-dd").set_min(serial(schedule)).set_major_gridlines(true);
    chart.set_width(900).set_height(120 + 34 * last.min(60));
    book.worksheet_from_index(0)?.insert_chart(last + 2, TITLE, &chart)?;
    Ok(())
}

/// The number of the first day as spreadsheets count days.
fn serial(schedule: &Schedule) -> f64 {
    let first = jiff::civil::Date::constant(1899, 12, 30);
    first.until(schedule.start.0).map(|span| f64::from(span.get_days())).unwrap_or_default()
}
