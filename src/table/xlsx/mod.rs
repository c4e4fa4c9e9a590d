//! Spreadsheets: a sheet as CSV, and rows as a sheet.

mod bounds;
mod lines;
mod marks;
mod notes;
mod parts;
mod read;
mod rules;
mod scan;
mod styles;
mod text;
mod usual;
mod watch;
mod write;

pub use bounds::is_contained;
pub use read::{Head, SheetRows, Tables, Wanted, sheets_to_csv};
pub(crate) use write::book;
pub use write::{Cell, Sheet};

/// The most rows and columns of a sheet.
const MAX_ROWS: u32 = 1_048_576;
const MAX_COLUMNS: u32 = 16_384;
/// How large a row, a string, or whatever stands outside of them may be as XML. A part that is no larger is not looked at, nor a sheet
/// that is not much larger.
const MAX_ROW: usize = 16 << 20;
/// The most strings, and the most cells of a sheet, with something in them or not.
const MAX_STRINGS: u64 = 1 << 24;
const MAX_CELLS: u64 = 1 << 26;
/// The most pieces of XML: a cell has about six.
const MAX_PIECES: u64 = 1 << 28;

/// Whether these are the first bytes of a spreadsheet.
pub fn is_xlsx(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut sheet = Sheet::new(["who", "overall"].into_iter()).unwrap();
        let text = |text: &'static str| Cell::Text(text.into());
        sheet.row([text("a,\nb"), Cell::Number(29.4)]).unwrap();
        sheet.row([text("=1+1"), Cell::Number(100.0)]).unwrap();
        sheet.row([text("'=1+1"), text("007")]).unwrap();
        sheet.row([text(""), Cell::Empty, text("x")]).unwrap();
        let mut bytes = Vec::new();
        let cut = sheet.finish(&mut bytes).unwrap();
        assert!(is_xlsx(&bytes) && cut == 0);
        let table = sheets_to_csv(bytes, Wanted::Best(""), |_| Head::default()).unwrap();
        assert_eq!(
            String::from_utf8(table.read[0].csv.clone()).unwrap(),
            "who,overall,\n\"a,\nb\",29.4,\n=1+1,100,\n'=1+1,007,\n,,x\n"
        );
    }

    #[test]
    fn a_cell_takes_as_many_units_as_a_spreadsheet_counts() {
        let mut sheet = Sheet::new(["who", "overall"].into_iter()).unwrap();
        sheet.row([Cell::Text("😀".repeat(20_000).into()), Cell::Number(1.0)]).unwrap();
        let mut bytes = Vec::new();
        let cut = sheet.finish(&mut bytes).unwrap();
        let table = sheets_to_csv(bytes, Wanted::Best(""), |_| Head::default()).unwrap();
        let text = String::from_utf8(table.read[0].csv.clone()).unwrap();
        assert_eq!((cut, text.lines().nth(1).unwrap().chars().count()), (1, 32_767 / 2 + 2));
    }
}
