//! Cells as lines of CSV. All are as wide as the widest of the first ones, or wider where there is more.

use std::ops::Range;

use crate::table::{MAX_RECORD, write_field};
use crate::words::table_sheets as say;

/// The most text of a sheet, in bytes.
const MAX_TEXT: usize = 512 << 20;
/// Among how many rows with something in them the header is looked for; their width is that of the table.
pub(super) const HEAD: usize = 30;

/// Lines of CSV as they come together.
#[derive(Default)]
pub(super) struct Lines {
    out: Vec<u8>,
    /// The row that the next line is.
    next: u32,
    /// How many rows have anything in them.
    pub(super) rows: usize,
    /// The rows that are not written yet: the first ones until their width is known, then only the last.
    waiting: Vec<Row>,
    width: usize,
}

/// The number of a row, the texts of its cells, and the column of each and where its text is.
#[derive(Default)]
struct Row {
    number: u32,
    texts: Vec<u8>,
    cells: Vec<(u32, Range<usize>)>,
}

impl Row {
    fn put(&mut self, column: u32, text: &[u8]) {
        let start = self.texts.len();
        self.texts.extend_from_slice(text);
        self.cells.push((column, start..self.texts.len()));
    }
}

impl Lines {
    /// Adds a cell of this row or of one below it.
    pub(super) fn put(&mut self, row: u32, column: u32, text: &[u8]) -> Result<(), String> {
        match self.waiting.last_mut() {
            Some(last) if last.number == row => {
                last.put(column, text);
                if last.texts.len() > MAX_RECORD {
                    return Err(say::long_row(row + 1, MAX_RECORD >> 20));
                }
            }
            Some(last) if last.number > row => return Err(say::out_of_order().to_owned()),
            _ => {
                let mut begun = if self.rows >= HEAD { self.write()? } else { Row::default() };
                self.rows += 1;
                begun.number = row;
                begun.put(column, text);
                self.waiting.push(begun);
            }
        }
        Ok(())
    }

    /// Writes the rows that wait, and gives the last one emptied, to be filled again.
    fn write(&mut self) -> Result<Row, String> {
        if self.width == 0 {
            let columns = self.waiting.iter().flat_map(|row| &row.cells).map(|(column, _)| *column);
            self.width = columns.max().map_or(0, |last| index(last) + 1);
        }
        let mut written = Row::default();
        for Row { number, mut texts, mut cells } in self.waiting.drain(..) {
            // Empty rows stay lines, so that numbers are the sheet's own.
            while self.next < number {
                self.out.push(b'\n');
                self.next += 1;
            }
            if !cells.is_sorted_by(|one, next| one.0 < next.0) {
                cells.sort_by_key(|(column, _)| *column);
                if cells.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                    return Err(say::cell_twice(number + 1));
                }
            }
            let mut at = 0;
            for (column, text) in cells.drain(..) {
                (at..column).for_each(|_| self.out.push(b','));
                at = column;
                if !text.is_empty() {
                    write_field(&mut self.out, &texts[text]);
                }
            }
            (index(at) + 1..self.width).for_each(|_| self.out.push(b','));
            self.out.push(b'\n');
            self.next += 1;
            if self.out.len() > MAX_TEXT {
                return Err(say::long_sheet(MAX_TEXT >> 20));
            }
            texts.clear();
            written = Row { number, texts, cells };
        }
        Ok(written)
    }

    pub(super) fn finish(mut self) -> Result<Vec<u8>, String> {
        self.write()?;
        Ok(self.out)
    }
}

fn index(column: u32) -> usize {
    usize::try_from(column).expect("no column is beyond the last of a spreadsheet")
}
