//! A sheet as CSV, cell by cell: a cell far from all others costs nothing, and everything has an end.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::{MAX_COLUMNS, MAX_ROWS, bounds};
use crate::table::write_field;
use crate::text::fold;

/// The most text of a sheet, in bytes.
const MAX_TEXT: usize = 512 << 20;
/// Among how many rows with something in them the header is looked for; their width is that of the table.
const HEAD: usize = 10;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub csv: Vec<u8>,
    pub sheet: String,
    pub sheets: Vec<String>,
}

/// A sheet of a spreadsheet: the one of this name or number, or else the first whose first rows, as CSV, are what
/// `matches` wants; or the first. Else why not.
pub fn sheet_to_csv(bytes: Vec<u8>, wanted: Option<&str>, matches: impl Fn(&[u8]) -> bool) -> Result<Table, String> {
    bounds::contained(move || {
        bounds::check(&bytes)?;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        let sheets = book.sheet_names();
        let first = sheets.first().ok_or("the spreadsheet has no sheet")?;
        let sheet = match wanted {
            Some(wanted) => named(&sheets, wanted)?,
            None => {
                let wanted = |sheet: &&String| csv(&mut book, sheet, HEAD).is_ok_and(|head| matches(&head));
                sheets.iter().find(wanted).unwrap_or(first)
            }
        };
        let csv = csv(&mut book, sheet, usize::MAX)?;
        Ok(Table { csv, sheet: sheet.clone(), sheets })
    })
}

fn named<'s>(sheets: &'s [String], wanted: &str) -> Result<&'s String, String> {
    let by_number = || sheets.get(wanted.parse::<usize>().ok()?.checked_sub(1)?);
    let found = sheets.iter().find(|name| name.as_str() == wanted);
    let found = found.or_else(|| sheets.iter().find(|name| fold(name) == fold(wanted))).or_else(by_number);
    found.ok_or_else(|| format!("there is no sheet `{wanted}`; sheets: {}", sheets.join(", ")))
}

/// The first so many rows that have anything in them.
fn csv<R: Read + Seek>(book: &mut Xlsx<R>, sheet: &str, rows: usize) -> Result<Vec<u8>, String> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| error.to_string())?;
    let mut lines = Lines::default();
    while let Some(cell) = cells.next_cell().map_err(|error| error.to_string())? {
        let (row, column) = cell.get_position();
        if *cell.get_value() == DataRef::Empty {
            continue;
        }
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err("a cell stands where no spreadsheet has one".to_owned());
        }
        lines.put(row, column, text(cell.get_value()))?;
        if lines.rows > rows {
            break;
        }
    }
    lines.finish()
}

/// Lines of CSV as they come together.
#[derive(Default)]
struct Lines {
    out: Vec<u8>,
    /// The row that the next line is.
    next: u32,
    /// How many rows have anything in them.
    rows: usize,
    /// Rows that are not written yet: the first ones until their width is known, then only the last.
    waiting: Vec<Row>,
    width: usize,
}

/// The number of a row, and its cells with the numbers of their columns.
struct Row(u32, Vec<(u32, String)>);

impl Lines {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), String> {
        match self.waiting.last_mut() {
            Some(last) if last.0 == row => last.1.push((column, text)),
            Some(last) if last.0 > row => return Err("its rows are not in order".to_owned()),
            _ => {
                if self.rows >= HEAD {
                    self.write()?;
                }
                self.rows += 1;
                self.waiting.push(Row(row, vec![(column, text)]));
            }
        }
        Ok(())
    }

    fn write(&mut self) -> Result<(), String> {
        if self.width == 0 {
            let columns = self.waiting.iter().flat_map(|row| &row.1).map(|(column, _)| *column);
            self.width = columns.max().map_or(0, |last| index(last) + 1);
        }
        for Row(row, mut cells) in self.waiting.drain(..) {
            // Empty rows stay lines, so that numbers are the sheet's own.
            while self.next < row {
                self.out.push(b'\n');
                self.next += 1;
            }
            cells.sort_by_key(|(column, _)| *column);
            if cells.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                return Err(format!("a cell of row {} stands twice", row + 1));
            }
            let mut at = 0;
            for (column, text) in cells {
                (at..column).for_each(|_| self.out.push(b','));
                at = column;
                if !text.is_empty() {
                    write_field(&mut self.out, text.as_bytes());
                }
            }
            (index(at) + 1..self.width).for_each(|_| self.out.push(b','));
            self.out.push(b'\n');
            self.next += 1;
            if self.out.len() > MAX_TEXT {
                return Err(format!("the sheet has more than {} MiB of text: save it as CSV", MAX_TEXT >> 20));
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<u8>, String> {
        self.write()?;
        Ok(self.out)
    }
}

fn index(column: u32) -> usize {
    usize::try_from(column).expect("no column is beyond the last of a spreadsheet")
}

fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(date) => date_text(date),
        cell => Data::from(cell.clone()).to_string(),
    }
}

/// A date without a time, a time without a date, or both; a duration in hours.
fn date_text(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let days = date.as_f64();
    if date.is_duration() && days >= 1.0 {
        return format!("{}:{minute:02}:{second:02}", days.floor() * 24.0 + f64::from(hour));
    }
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match (hour, minute, second) {
        _ if (0.0..1.0).contains(&days) => time,
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;
    use rust_xlsxwriter::Workbook;

    use super::*;

    type Cells<'a> = &'a [(u32, u16, &'a str)];

    fn book(sheets: &[(&str, Cells<'_>)]) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, cells) in sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(*name).unwrap();
            for (row, column, text) in *cells {
                sheet.write_string(*row, *column, *text).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_stray_cell_costs_a_line_and_not_a_rectangle() {
        let mut cells: Vec<(u32, u16, &str)> = (0..12).flat_map(|row| [(row, 0, "a"), (row, 1, "1")]).collect();
        cells.push((1_048_575, 16_383, "stray"));
        let csv = sheet_to_csv(book(&[("x", &cells)]), None, |_| true).unwrap().csv;
        assert!(csv.starts_with(b"a,1\na,1\n") && csv.ends_with(b",stray\n"));
        assert_eq!(csv.len(), 12 * 4 + (1_048_575 - 12) + 16_383 + 6);
    }

    #[test]
    fn a_cell_where_none_can_be_is_an_error() {
        use std::io::Write as _;
        let bytes = book(&[("x", &[(0, 0, "a"), (1, 0, "b")])]);
        let with = |place: &str| {
            let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
            let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for at in 0..archive.len() {
                let mut part = archive.by_index(at).unwrap();
                let mut text = String::new();
                part.read_to_string(&mut text).unwrap();
                out.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
                out.write_all(text.replace("\"A2\"", place).as_bytes()).unwrap();
            }
            sheet_to_csv(out.finish().unwrap().into_inner(), None, |_| true).map(|table| table.csv)
        };
        assert_eq!(with("\"A2\"").unwrap(), b"a\nb\n");
        for place in ["\"XFE2\"", "\"A1048577\"", "\"ZZZZZZZ2\"", "\"A99999999999\"", "\"2\"", "\"\""] {
            assert!(with(place).is_err(), "{place}");
        }
        assert_eq!(with("\"A1\"").unwrap_err(), "a cell of row 1 stands twice");
    }

    #[test]
    fn the_sheet_that_matches_is_read_or_the_one_that_is_named() {
        let bytes = book(&[("Read me", &[(0, 0, "hello")]), ("Answers", &[(2, 1, "x")]), ("3", &[(0, 0, "three")])]);
        let matching = |head: &[u8]| head == b"\n\n,x\n";
        let read = |wanted: Option<&str>| sheet_to_csv(bytes.clone(), wanted, matching).map(|table| table.sheet);
        assert_eq!(read(None).unwrap(), "Answers");
        assert_eq!(read(Some("answers")).unwrap(), "Answers");
        assert_eq!(["1", "2", "3"].map(|number| read(Some(number)).unwrap()), ["Read me", "Answers", "3"]);
        assert_eq!(read(Some("4")).unwrap_err(), "there is no sheet `4`; sheets: Read me, Answers, 3");
        assert_eq!(sheet_to_csv(bytes.clone(), None, |_| false).unwrap().sheet, "Read me");
        assert!(sheet_to_csv(b"PK\x03\x04".to_vec(), None, |_| true).is_err());
    }

    #[test]
    fn times_and_dates_are_told_apart() {
        let text = |days: f64, kind: ExcelDateTimeType| date_text(&ExcelDateTime::new(days, kind, false));
        let date = |days: f64| text(days, ExcelDateTimeType::DateTime);
        assert_eq!(
            [0.395_833_333_333, 46_296.0, 46_296.5].map(date),
            ["09:30:00", "2026-10-01", "2026-10-01 12:00:00"]
        );
        assert_eq!(text(1.25, ExcelDateTimeType::TimeDelta), "30:00:00");
    }
}
