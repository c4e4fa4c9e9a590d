//! Tables that are in memory: their rows, one after the other, and several as one.

use anyhow::{Context as _, Result, bail};

use crate::table::{Record, Unseen, skip_empty_lines};
use crate::words::batch_several as say;

/// How wide the text may be that is quoted of what stands above a header.
pub(super) const TITLE: usize = 48;

/// The rows of CSV that are not empty, one after the other.
pub(super) struct Rows<'c> {
    csv: &'c [u8],
    delimiter: u8,
    pub(super) at: usize,
    /// The number of the last one, and what it is.
    pub(super) row: u64,
    record: Record,
}

impl<'c> Rows<'c> {
    pub(super) fn of(csv: &'c [u8], delimiter: u8) -> Self {
        Self { csv, delimiter, at: 0, row: 0, record: Record::default() }
    }

    pub(super) fn next(&mut self) -> Option<(u64, &Record)> {
        let (start, empty) = skip_empty_lines(self.csv, self.at);
        (self.at, self.row) = (start, self.row + empty);
        if start == self.csv.len() {
            return None;
        }
        (self.at, self.row) = (self.record.read(self.csv, start, self.delimiter), self.row + 1);
        Some((self.row, &self.record))
    }
}

/// One of several tables with the same header.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    pub(super) name: &'t str,
    pub(super) csv: &'t [u8],
    pub(super) delimiter: u8,
    pub(super) unseen: &'t Unseen,
}

impl<'t> Table<'t> {
    pub(super) fn rows(&self) -> Rows<'t> {
        Rows::of(self.csv, self.delimiter)
    }
}

/// Several tables as one.
pub(super) struct Joined {
    pub(super) csv: Vec<u8>,
    /// What they say of its rows and cells beside them.
    pub(super) unseen: Unseen,
    /// The number of the row with which each begins.
    pub(super) begins: Vec<u64>,
}

/// Tables with the same header as one, in which each row names its own under `by`.
pub(super) fn joined(by: &str, tables: &[Table<'_>]) -> Result<Joined> {
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut first: Option<(&str, Vec<Vec<u8>>)> = None;
    let (mut row, mut unseen, mut begins) = (0, Unseen::default(), Vec::new());
    for table in tables {
        let mut rows = table.rows();
        let cells = |(row, record): (u64, &Record)| (row, record.fields().map(<[u8]>::to_vec).collect::<Vec<_>>());
        let (header_row, header) = rows.next().map(cells).unwrap_or_default();
        match &first {
            Some((first, of_first)) if *of_first != header => bail!(say::other_columns(table.name, first)),
            Some(_) => {}
            None => {
                out.write_record(std::iter::once(by.as_bytes()).chain(header.iter().map(Vec::as_slice)))?;
                (row, first) = (1, Some((table.name, header)));
            }
        }
        unseen.head(table.unseen, header_row);
        begins.push(row + 1);
        while let Some((number, record)) = rows.next() {
            // Ragged rows are rejects, each with its own reason.
            out.write_record(std::iter::once(table.name.as_bytes()).chain(record.fields()))?;
            row += 1;
            unseen.add(row, table.unseen, number);
        }
    }
    Ok(Joined { csv: out.into_inner().context(say::cannot_join())?, unseen, begins })
}
