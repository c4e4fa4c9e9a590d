//! All rows of an input, one after the other, where no speed is needed.

use std::io::Read;

use super::{BlockError, Opened, Record, skip_empty_lines};

/// A row: its cells and its bytes; or why it could not be turned into CSV.
pub(crate) type Row<'r> = Result<(&'r Record, &'r [u8]), String>;

impl<R: Read> Opened<R> {
    /// Gives every row that is not empty, with its number as a spreadsheet shows it, until `take` says that it is enough. Rows
    /// that could not be turned into CSV come behind those that were read with them.
    pub(crate) fn each_row(&mut self, mut take: impl FnMut(u64, Row<'_>) -> bool) -> Result<(), BlockError> {
        let (mut block, mut record, mut row) = (self.blocks.block(), Record::default(), self.row);
        let refused = self.blocks.refused();
        let mut more = true;
        while more {
            more = self.blocks.next(&mut block)?;
            block.convert();
            let above = row;
            let (bytes, mut at) = (if more { block.bytes() } else { &[] }, 0);
            loop {
                let (start, empty) = skip_empty_lines(bytes, at);
                row += empty;
                if start == bytes.len() {
                    break;
                }
                at = record.read(bytes, start, self.delimiter);
                row += 1;
                if !take(row, Ok((&record, &bytes[start..at]))) {
                    return Ok(());
                }
            }
            let beside = refused.take_before(u64::MAX).map(|refused| (refused.row, refused.reason));
            let of_block = block.take_refused().map(|refused| (above + refused.row, refused.reason));
            for (row, reason) in beside.chain(of_block) {
                if !take(row, Err(reason)) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
