//! A table as CSV, for spreadsheets and programs. Text that a spreadsheet would take for a formula gets an apostrophe in
//! front.

use crate::report::blocks::{Cell, Table};
use crate::text::not_formula;

/// The heads, and a line for each row.
pub fn render(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = table.columns.iter().map(|column| text(&column.head)).collect();
    for row in std::iter::once(heads).chain(table.rows.iter().map(|row| row.iter().map(text).collect())) {
        let row: Vec<String> = row;
        writer.write_record(row).expect("rows are as long as the heads, and memory takes all that is written");
    }
    let bytes = writer.into_inner().expect("memory takes all that is written");
    String::from_utf8(bytes).expect("cells are text")
}

fn text(cell: &Cell) -> String {
    not_formula(&cell.text()).into_owned()
}
