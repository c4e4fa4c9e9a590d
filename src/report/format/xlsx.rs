//! Tables as the sheets of a workbook. Text is written as text, so no cell of a hostile file becomes a formula or a link.
//! Numbers are numbers.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLine, ChartType, Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use crate::report::blocks::{Cell, Column, Table};
use crate::table::xlsx::book;
use crate::text::row_height;

/// A chart of scores below a sheet's table, with an axis for each row.
pub struct Radar {
    /// The column of the names of the axes.
    pub names: u16,
    /// The columns of scores, each a line.
    pub scores: Vec<u16>,
    /// What it shows, for those who do not see it.
    pub title: String,
}

/// The bytes of a workbook with this title, which is cut, and with a sheet for each name.
pub fn render(title: &str, sheets: &[(&str, Table, Option<Radar>)]) -> Result<Vec<u8>, XlsxError> {
    render_with(title, sheets, |_| Ok(()))
}

/// The same with what is added to it in the end, such as another chart.
pub fn render_with(
    title: &str,
    sheets: &[(&str, Table, Option<Radar>)],
    add: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>,
) -> Result<Vec<u8>, XlsxError> {
    // A property of a document is short.
    let title: String = title.chars().take(250).collect();
    let mut workbook = book(&title)?;
    for (name, table, radar) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name)?.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        for (column, at) in table.columns.iter().zip(0..) {
            sheet.set_column_width(at, column.width)?;
        }
        let headed = table.columns.iter().any(|column| column.head != Cell::Empty);
        if headed {
            head(sheet, &table.columns)?;
        }
        for (row, at) in table.rows.iter().zip(u32::from(headed)..) {
            self::row(sheet, at, row, &table.columns)?;
        }
        if let (true, Some(last), Some(right)) = (headed, last(&table.rows), last(&table.columns)) {
            // Arrows to sort and to choose by.
            sheet.autofilter(0, 0, last + 1, u16::try_from(right).unwrap_or(u16::MAX))?;
            if let Some(radar) = radar {
                sheet.insert_chart(last + 3, radar.names, &drawn(radar, name, last + 1))?;
            }
        }
    }
    add(&mut workbook)?;
    workbook.save_to_buffer()
}

/// The chart of a sheet whose table ends in this row.
fn drawn(radar: &Radar, sheet: &str, last: u32) -> Chart {
    const COLOURS: [u32; 4] = [0x00_5A_60, 0x8F_B9_B6, 0x9A_6A_2F, 0x80_80_80];
    let mut chart = Chart::new(ChartType::RadarWithMarkers);
    for (column, colour) in radar.scores.iter().zip(COLOURS) {
        let mut line = ChartLine::new();
        line.set_color(Color::RGB(colour)).set_width(if *column == radar.scores[0] { 2.25 } else { 1.25 });
        chart
            .add_series()
            .set_name((sheet, 0, *column))
            .set_categories((sheet, 1, radar.names, last, radar.names))
            .set_values((sheet, 1, *column, last, *column))
            .set_format(ChartFormat::new().set_line(&line));
    }
    chart.y_axis().set_min(0).set_max(100);
    chart.legend().set_position(rust_xlsxwriter::ChartLegendPosition::Bottom);
    chart.set_width(760).set_height(460).set_alt_text(&radar.title);
    chart
}

/// The place of the last of `items`.
fn last<T>(items: &[T]) -> Option<u32> {
    items.len().checked_sub(1).and_then(|at| u32::try_from(at).ok())
}

/// Heads of columns, which stay in sight.
fn head(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Medium)
        .set_background_color(Color::RGB(0x00E7_EFEE));
    let heads: Vec<(String, u16)> = columns.iter().map(|column| (column.head.text(), column.width)).collect();
    sheet.set_row_height(0, row_height(heads.iter().map(|(head, width)| (head.as_str(), *width))))?;
    for ((head, _), at) in heads.iter().zip(0..) {
        sheet.write_string_with_format(0, at, head, &format)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}

fn row(sheet: &mut Worksheet, at: u32, cells: &[Cell], columns: &[Column]) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    let score = Format::new().set_align(FormatAlign::Top).set_num_format("0.0");
    let date_format = Format::new().set_align(FormatAlign::Top).set_num_format("yyyy-mm-dd");
    let texts = cells.iter().zip(columns).filter_map(|(cell, column)| match cell {
        Cell::Text(text) | Cell::Strong(text) => Some((text.as_str(), column.width)),
        Cell::Number(_) | Cell::Score(_) | Cell::Effort(_) | Cell::Date(_) | Cell::Empty => None,
    });
    sheet.set_row_height(at, row_height(texts))?;
    for (cell, column) in cells.iter().zip(0..) {
        match cell {
            Cell::Empty => {}
            Cell::Number(value) => drop(sheet.write_number_with_format(at, column, *value, &number)?),
            Cell::Effort(value) => {
                sheet.write_number_with_format(at, column, f64::from(value.tenths()) / 10.0, &number)?;
            }
            Cell::Score(value) => {
                sheet.write_number_with_format(at, column, f64::from(value.tenths()) / 10.0, &score)?;
            }
            // A spreadsheet counts days from 1900 on; an earlier one is text.
            Cell::Date(day) if day.0.year() >= 1900 => {
                let (year, month, of_month) = (day.0.year(), day.0.month(), day.0.day());
                let date = ExcelDateTime::from_ymd(year.unsigned_abs(), month.unsigned_abs(), of_month.unsigned_abs())?;
                sheet.write_datetime_with_format(at, column, date, &date_format)?;
            }
            Cell::Text(_) | Cell::Strong(_) | Cell::Date(_) => {
                // A cell holds at most 32,767 characters.
                let value: String = cell.text().chars().take(32_000).collect();
                sheet.write_string_with_format(at, column, value, &text)?;
            }
        }
    }
    Ok(())
}
