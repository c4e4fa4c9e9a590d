//! Result rows as a sheet, which is put together in memory.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::MAX_ROWS;
use crate::table::Record;
use crate::text::is_formula;

/// How much a cell takes, in the units of UTF-16 in which spreadsheets count.
const MAX_TEXT: usize = 32_767;

/// A sheet that is being written.
pub struct Sheet {
    book: Workbook,
    row: u32,
    record: Record,
    /// From which column on there are results, whose numbers are numbers.
    results: usize,
    /// How many cells were too long.
    cut: u64,
}

impl Sheet {
    /// A sheet with this header, of which so many columns are text.
    pub fn new(header: &[u8], texts: usize) -> Result<Self, String> {
        let mut sheet = Self { book: Workbook::new(), row: 0, record: Record::default(), results: usize::MAX, cut: 0 };
        sheet.book.add_worksheet();
        sheet.rows(header)?;
        sheet.results = texts;
        let bold = Format::new().set_bold();
        let worksheet = sheet.worksheet()?;
        worksheet.set_row_format(0, &bold).map_err(said)?;
        worksheet.set_freeze_panes(1, 0).map_err(said)?;
        Ok(sheet)
    }

    /// Adds result rows, which are CSV.
    pub fn rows(&mut self, csv: &[u8]) -> Result<(), String> {
        let mut at = 0;
        while at < csv.len() {
            if self.row == MAX_ROWS {
                return Err(format!("a sheet has at most {MAX_ROWS} rows: write CSV instead"));
            }
            at = self.record.read(csv, at, b',');
            let (row, results) = (self.row, self.results);
            let cells: Vec<String> =
                self.record.fields().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            let mut cut = 0;
            let worksheet = self.worksheet()?;
            for (column, cell) in (0u16..).zip(&cells) {
                cut += u64::from(write(worksheet, row, column, cell, usize::from(column) >= results).map_err(said)?);
            }
            self.cut += cut;
            self.row += 1;
        }
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

/// Writes a cell, and tells whether it had to be cut. Metadata is always text: a spreadsheet takes a string for no formula.
fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str, result: bool) -> Result<bool, XlsxError> {
    if cell.is_empty() {
        return Ok(false);
    }
    if let Ok(number) = cell.parse::<f64>()
        && result
        && number.is_finite()
    {
        sheet.write_number(row, column, number)?;
        return Ok(false);
    }
    // The apostrophe that keeps CSV safe would be seen here.
    let text = cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell);
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MAX_TEXT
    };
    let length = text.chars().take_while(fits).map(char::len_utf8).sum();
    sheet.write_string(row, column, &text[..length])?;
    Ok(length < text.len())
}

/// As `map_err` takes it.
#[allow(clippy::needless_pass_by_value)]
fn said(error: XlsxError) -> String {
    error.to_string()
}
