//! What a table says of its rows and cells beside what stands in them, as a sheet does: it may have hidden them, struck them
//! through, merged them with others, shown something else, or worked them out of others.

use std::ops::RangeInclusive;

/// Rows are called by their numbers as the input shows them, from 1, and are in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen {
    pub hidden: Vec<u64>,
    /// Columns that are hidden, from 0.
    pub hidden_columns: Vec<usize>,
    /// Rows of totals, or otherwise worked out of other rows.
    pub figures: Vec<u64>,
    pub covered: Vec<Covered>,
    /// Cells that are struck through, by row and column, from 0.
    pub struck: Vec<(u64, usize)>,
    /// The same of those that show something else than the number in them.
    pub disguised: Vec<(u64, usize)>,
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
        for list in [&mut self.hidden, &mut self.figures] {
            list.retain(|row| *row > rows);
            list.iter_mut().for_each(|row| *row -= rows);
        }
        self.covered.retain(|cells| cells.row > rows);
        self.covered.iter_mut().for_each(|cells| cells.row -= rows);
        for cells in [&mut self.struck, &mut self.disguised] {
            cells.retain(|(row, _)| *row > rows);
            cells.iter_mut().for_each(|(row, _)| *row -= rows);
        }
    }

    /// Hides the columns that another table hides, which has one more before them here.
    pub(crate) fn hide(&mut self, other: &Self) {
        self.hidden_columns.extend(other.hidden_columns.iter().map(|column| column + 1));
        self.hidden_columns.sort_unstable();
        self.hidden_columns.dedup();
    }

    /// Adds what another table says of the row with this number, which is this one here and has one more cell before the others.
    pub(crate) fn add(&mut self, row: u64, other: &Self, of: u64) {
        for (list, other) in [(&mut self.hidden, &other.hidden), (&mut self.figures, &other.figures)] {
            list.extend(other.binary_search(&of).is_ok().then_some(row));
        }
        for (cells, other) in [(&mut self.struck, &other.struck), (&mut self.disguised, &other.disguised)] {
            let first = other.partition_point(|(at, _)| *at < of);
            let of_row = other[first..].iter().take_while(|(at, _)| *at == of);
            cells.extend(of_row.map(|(_, column)| (row, column + 1)));
        }
        let first = other.covered.partition_point(|cells| cells.row < of);
        let cells = other.covered[first..].iter().take_while(|cells| cells.row == of);
        self.covered.extend(cells.map(|cells| Covered {
            row,
            columns: cells.columns.start() + 1..=cells.columns.end() + 1,
            from_above: cells.from_above,
        }));
    }
}
