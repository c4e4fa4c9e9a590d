//! Spreadsheets: a sheet as CSV, and result rows as a sheet.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::record::Record;
use super::refused;

/// The most rows of a sheet.
const MAX_ROWS: u32 = 1_048_576;
/// The most characters of a cell.
const MAX_TEXT: usize = 32_767;

/// Whether these are the first bytes of a spreadsheet.
pub fn is_xlsx(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// The sheet of this name, or the first, of a spreadsheet as CSV. Else why not.
pub fn sheet_to_csv(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Vec<u8>, String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let names = book.sheet_names();
    let name = match sheet {
        None => names.first().ok_or("the spreadsheet has no sheet")?,
        Some(wanted) => names
            .iter()
            .find(|name| name.as_str() == wanted)
            .ok_or_else(|| format!("there is no sheet `{wanted}`; sheets: {}", names.join(", ")))?,
    };
    let range = book.worksheet_range(name).map_err(|error| error.to_string())?;
    let mut out = Vec::new();
    // A sheet's range begins with its first cell; rows above it are empty lines, so that numbers are the sheet's own.
    let above = range.start().map_or(0, |(row, _)| row);
    (0..above).for_each(|_| out.push(b'\n'));
    for row in range.rows() {
        // An empty row within the sheet stays a line of its own.
        if row.iter().all(|cell| *cell == Data::Empty) {
            out.push(b'\n');
            continue;
        }
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            refused::quote(&mut out, text(cell).as_bytes());
        }
        out.push(b'\n');
    }
    Ok(out)
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            match (hour, minute, second) {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
            }
        }
        cell => cell.to_string(),
    }
}

/// A sheet that is being written.
pub struct Sheet {
    book: Workbook,
    row: u32,
    record: Record,
    /// From which column on there are results, whose numbers are numbers.
    results: usize,
}

impl Sheet {
    /// A sheet with this header, of which so many columns are metadata.
    pub fn new(header: &[u8], metadata: usize) -> Result<Self, String> {
        let mut sheet = Self { book: Workbook::new(), row: 0, record: Record::default(), results: usize::MAX };
        sheet.book.add_worksheet();
        sheet.rows(header)?;
        sheet.results = metadata;
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
            let worksheet = self.worksheet()?;
            for (column, cell) in (0u16..).zip(&cells) {
                write(worksheet, row, column, cell, usize::from(column) >= results).map_err(said)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    /// The spreadsheet's bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, String> {
        self.book.save_to_buffer().map_err(said)
    }

    fn worksheet(&mut self) -> Result<&mut Worksheet, String> {
        self.book.worksheet_from_index(0).map_err(said)
    }
}

/// Metadata is always text: a spreadsheet takes a string for no formula.
fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str, result: bool) -> Result<(), XlsxError> {
    if cell.is_empty() {
        return Ok(());
    }
    match cell.parse::<f64>() {
        Ok(number) if result && number.is_finite() => sheet.write_number(row, column, number)?,
        _ => {
            // The apostrophe that keeps CSV safe would be seen here.
            let text = cell.strip_prefix('\'').filter(|text| super::text::is_formula(text)).unwrap_or(cell);
            let text: String = text.chars().take(MAX_TEXT).collect();
            sheet.write_string(row, column, text)?
        }
    };
    Ok(())
}

/// As `map_err` takes it.
#[allow(clippy::needless_pass_by_value)]
fn said(error: XlsxError) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut sheet = Sheet::new(b"who,overall\n", 1).unwrap();
        sheet.rows(b"\"a,\nb\",29.4\n'=1+1,100.0\n007,\n").unwrap();
        let bytes = sheet.finish().unwrap();
        assert!(is_xlsx(&bytes));
        let csv = sheet_to_csv(bytes.clone(), None).unwrap();
        assert_eq!(String::from_utf8(csv).unwrap(), "who,overall\n\"a,\nb\",29.4\n=1+1,100\n007,\"\"\n");
        assert_eq!(sheet_to_csv(bytes, Some("x")).unwrap_err(), "there is no sheet `x`; sheets: Sheet1");
        assert!(sheet_to_csv(b"PK\x03\x04".to_vec(), None).is_err());
    }
}
