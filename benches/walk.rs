//! What the library alone takes that reads spreadsheets: it walks all cells of the first sheet, as `cxm batch` does. Run by `ways.py`.

// A benchmark whose input is broken has nothing to measure.
#![allow(clippy::unwrap_used, missing_docs)]

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};

fn main() {
    // `cargo bench` without a file has nothing to do here.
    let Some(path) = std::env::args().nth(1).filter(|argument| !argument.starts_with('-')) else { return };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).unwrap();
    while let Some(cell) = cells.next_cell_with_formula_metadata().unwrap() {
        std::hint::black_box(&cell.value);
    }
}
