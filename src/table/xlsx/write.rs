//! Rows of typed cells as a sheet, which is put together in memory. Text is always text: a spreadsheet takes none of it for
//! a formula, whatever it begins with.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::MAX_ROWS;

/// How much a cell takes, in the units of UTF-16 in which spreadsheets count.
const MAX_TEXT: usize = 32_767;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
}

/// A sheet that is being written.
pub struct Sheet {
    book: Workbook,
    row: u32,
    /// How many cells were too long.
    cut: u64,
}

impl Sheet {
    pub fn new<'a>(header: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let mut sheet = Self { book: Workbook::new(), row: 0, cut: 0 };
        sheet.book.add_worksheet();
        sheet.row(header.map(|name| Cell::Text(name.into())))?;
        let bold = Format::new().set_bold();
        let worksheet = sheet.worksheet()?;
        worksheet.set_row_format(0, &bold).map_err(said)?;
        worksheet.set_freeze_panes(1, 0).map_err(said)?;
        Ok(sheet)
    }

    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Result<(), String> {
        let row = self.row;
        if row == MAX_ROWS {
            return Err(format!("a sheet has at most {MAX_ROWS} rows: write CSV instead"));
        }
        let mut cut = 0;
        let worksheet = self.worksheet()?;
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Number(number) => drop(worksheet.write_number(row, column, number).map_err(said)?),
                Cell::Text(text) if !text.is_empty() => {
                    let fitting = fitting(&text);
                    cut += u64::from(fitting.len() < text.len());
                    worksheet.write_string(row, column, fitting).map_err(said)?;
                }
                Cell::Text(_) | Cell::Empty => {}
            }
        }
        self.cut += cut;
        self.row += 1;
        Ok(())
    }

    /// The spreadsheet's bytes, and how many cells had to be cut.
    pub fn finish(mut self) -> Result<(Vec<u8>, u64), String> {
        Ok((self.book.save_to_buffer().map_err(said)?, self.cut))
    }

    fn worksheet(&mut self) -> Result<&mut Worksheet, String> {
        self.book.worksheet_from_index(0).map_err(said)
    }
}

/// As much of `text` as a cell takes.
fn fitting(text: &str) -> &str {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MAX_TEXT
    };
    &text[..text.chars().take_while(fits).map(char::len_utf8).sum()]
}

/// As `map_err` takes it.
#[allow(clippy::needless_pass_by_value)]
fn said(error: XlsxError) -> String {
    error.to_string()
}
