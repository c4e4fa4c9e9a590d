//! Tables as the sheets of a workbook. Text is written as text, so no cell of a hostile file becomes a formula or a link.
//! Numbers are numbers.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::report::blocks::{Cell, Column, Table};
use crate::table::xlsx::book;
use crate::text::row_height;

/// The bytes of a workbook with this title, which is cut, and with a sheet for each name.
pub fn render(title: &str, sheets: &[(&str, Table)]) -> Result<Vec<u8>, XlsxError> {
    // A property of a document is short.
    let title: String = title.chars().take(250).collect();
    let mut workbook = book(&title)?;
    for (name, table) in sheets {
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
        }
    }
    workbook.save_to_buffer()
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
    let texts = cells.iter().zip(columns).filter_map(|(cell, column)| match cell {
        Cell::Text(text) | Cell::Strong(text) => Some((text.as_str(), column.width)),
        Cell::Number(_) | Cell::Score(_) | Cell::Effort(_) | Cell::Numbered(_) | Cell::Empty => None,
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
            Cell::Text(_) | Cell::Strong(_) | Cell::Numbered(_) => {
                // A cell holds at most 32,767 characters.
                let value: String = cell.text().chars().take(32_000).collect();
                sheet.write_string_with_format(at, column, value, &text)?;
            }
        }
    }
    Ok(())
}
