//! What a table says of its rows and cells beside what stands in them, as a sheet does: it may have hidden them, struck them
//! through, or merged them with others.

use std::ops::RangeInclusive;

/// Rows are called by their numbers as the input shows them, from 1, and are in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen {
    pub hidden: Vec<u64>,
    pub covered: Vec<Covered>,
    /// Cells that are struck through, by row and column, from 0.
    pub struck: Vec<(u64, usize)>,
}

/// Cells of a row that are one with another, in which stands what they say: they are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    pub row: u64,
    /// Their columns, from 0.
    pub columns: RangeInclusive<usize>,
    /// Whether the other one stands in a row above.
    pub from_above: bool,
}

#[cfg(all(feature = "cli", feature = "xlsx"))]
impl Unseen {
    /// Takes away the first so many rows.
    pub(crate) fn skip(&mut self, rows: u64) {
        self.hidden.retain(|row| *row > rows);
        self.hidden.iter_mut().for_each(|row| *row -= rows);
        self.covered.retain(|cells| cells.row > rows);
        self.covered.iter_mut().for_each(|cells| cells.row -= rows);
        self.struck.retain(|(row, _)| *row > rows);
        self.struck.iter_mut().for_each(|(row, _)| *row -= rows);
    }

    /// Adds what another table says of the row with this number, which is this one here and has one more cell before the others.
    pub(crate) fn add(&mut self, row: u64, other: &Self, of: u64) {
        if other.hidden.binary_search(&of).is_ok() {
            self.hidden.push(row);
        }
        let first = other.struck.partition_point(|(at, _)| *at < of);
        let struck = other.struck[first..].iter().take_while(|(at, _)| *at == of);
        self.struck.extend(struck.map(|(_, column)| (row, column + 1)));
        let first = other.covered.partition_point(|cells| cells.row < of);
        let cells = other.covered[first..].iter().take_while(|cells| cells.row == of);
        self.covered.extend(cells.map(|cells| Covered {
            row,
            columns: cells.columns.start() + 1..=cells.columns.end() + 1,
            from_above: cells.from_above,
        }));
    }
}
