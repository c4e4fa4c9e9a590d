//! What a table says of its rows and cells beside what stands in them, as a sheet does: it may have hidden them, struck them
//! through, merged them with others, shown something else, worked them out of others, or commented on them.

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
    /// Cells that are struck through, by row and column, from 0; those of headers, too.
    pub struck: Vec<(u64, usize)>,
    /// The same of those that show something else than the number in them.
    pub disguised: Vec<(u64, usize)>,
    /// Comments on cells, by row and column.
    pub comments: Vec<(u64, usize, String)>,
    /// How far numbers go in columns.
    pub limits: Vec<Limit>,
}

/// How far the numbers in cells of these columns go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// From 0.
    pub columns: RangeInclusive<usize>,
    /// The last row of which it is said.
    pub last: u64,
    pub by: LimitedBy,
    /// What is said, such as `0 - 10`.
    pub text: String,
}

/// What says how far numbers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedBy {
    /// A rule for what may be entered.
    Rule,
    /// The format by which numbers are shown.
    Format,
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

#[cfg(feature = "cli")]
impl Unseen {
    /// Takes away the first so many rows.
    #[cfg(feature = "xlsx")]
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
        self.comments.retain(|(row, ..)| *row > rows);
        self.comments.iter_mut().for_each(|(row, ..)| *row -= rows);
        self.limits.retain(|limit| limit.last > rows);
        self.limits.iter_mut().for_each(|limit| limit.last -= rows);
    }

    /// Hides the columns that another table hides, whose header is this row and which has one more before them here, and adds what
    /// it says of its header and of all of its columns.
    pub(crate) fn head(&mut self, other: &Self, header: u64) {
        self.hidden_columns.extend(other.hidden_columns.iter().map(|column| column + 1));
        self.hidden_columns.sort_unstable();
        self.hidden_columns.dedup();
        let of_header = |(row, _): &&(u64, usize)| *row == header;
        self.struck.extend(other.struck.iter().filter(of_header).map(|(_, column)| (1, column + 1)));
        self.struck.sort_unstable();
        self.struck.dedup();
        let of_header = other.comments.iter().filter(|(row, ..)| *row == header);
        self.comments.extend(of_header.map(|(_, column, text)| (1, column + 1, text.clone())));
        self.comments.sort_unstable();
        self.comments.dedup();
        for Limit { columns, by, text, .. } in other.limits.iter().filter(|limit| limit.last > header) {
            let columns = columns.start() + 1..=columns.end() + 1;
            let limit = Limit { columns, last: u64::MAX, by: *by, text: text.clone() };
            if !self.limits.contains(&limit) {
                self.limits.push(limit);
            }
        }
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
        let first = other.comments.partition_point(|(at, ..)| *at < of);
        let of_row = other.comments[first..].iter().take_while(|(at, ..)| *at == of);
        self.comments.extend(of_row.map(|(_, column, text)| (row, column + 1, text.clone())));
        let first = other.covered.partition_point(|cells| cells.row < of);
        let cells = other.covered[first..].iter().take_while(|cells| cells.row == of);
        self.covered.extend(cells.map(|cells| Covered {
            row,
            columns: cells.columns.start() + 1..=cells.columns.end() + 1,
            from_above: cells.from_above,
        }));
    }
}
