//! Rows of typed cells as a sheet, of which one row at a time is in memory and the others are in a temporary file. Text is
//! always text: a spreadsheet takes none of it for a formula, whatever it begins with.

use std::borrow::Cow;
use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::MAX_ROWS;
use super::bounds::contained;
use crate::words::table_sheets as say;

/// How much a cell takes, in the units of UTF-16 in which spreadsheets count.
const MAX_TEXT: usize = 32_767;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
}

/// A new workbook with this title. The same content gives the same file, so it bears no time of its own.
pub(crate) fn book(title: &str) -> Result<Workbook, XlsxError> {
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    Ok(book)
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
        let mut sheet = Self { book: book("").map_err(said)?, row: 0, cut: 0 };
        sheet.book.add_worksheet_with_constant_memory().map_err(said)?;
        sheet.row(header.map(|name| Cell::Text(name.into())))?;
        let bold = Format::new().set_bold();
        let worksheet = sheet.worksheet()?;
        worksheet.set_row_format(0, &bold).map_err(said)?;
        worksheet.set_freeze_panes(1, 0).map_err(said)?;
        Ok(sheet)
    }

    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Result<(), String> {
        contained(say::no_room(), || self.put(cells))
    }

    fn put<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Result<(), String> {
        let row = self.row;
        if row == MAX_ROWS {
            return Err(say::most_rows(MAX_ROWS));
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

    /// Writes the spreadsheet to `out`, and tells how many cells had to be cut.
    pub fn finish(mut self, out: impl Write + Send) -> io::Result<u64> {
        let written = contained(say::no_room(), || Ok(self.book.save_to_writer(out))).map_err(io::Error::other)?;
        match written {
            Ok(()) => Ok(self.cut),
            Err(XlsxError::IoError(error) | XlsxError::ZipError(zip::result::ZipError::Io(error))) => Err(error),
            Err(error) => Err(io::Error::other(said(error))),
        }
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
