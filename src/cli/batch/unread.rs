//! Why an input is not read, or not to its end.

use anyhow::anyhow;

use crate::batch::RunError;
use crate::mapping::NotSingle;
use crate::population::{MAX_ORGANISATIONS, TooManySegments};
use crate::table::{BlockError, MAX_COLUMNS, MAX_HEADER, MAX_RECORD, OpenError};
use crate::words::{batch_input as say, cli_files};

/// Why an input cannot be opened.
pub(super) fn open_error(name: &str, encoding: &str, error: OpenError) -> anyhow::Error {
    match error {
        OpenError::Io(error) => anyhow::Error::new(error).context(cli_files::cannot_read(&name)),
        OpenError::Empty => anyhow!(say::is_empty(name)),
        OpenError::NoObject(row, reason) => anyhow!(say::at_row(name, row, &reason)),
        OpenError::TooLong => anyhow!(say::long_header(name, MAX_HEADER >> 20)),
        OpenError::TooWide => anyhow!(say::wide_header(name, MAX_COLUMNS)),
        OpenError::NotText => anyhow!(say::header_is_no_text(name, encoding)),
    }
}

/// Why the rows of an input cannot be read.
pub(super) fn block_error(name: &str, error: BlockError) -> anyhow::Error {
    match error {
        BlockError::Io(error) => anyhow::Error::new(error).context(cli_files::cannot_read(&name)),
        BlockError::TooLong => anyhow!(say::has_long_row(name, MAX_RECORD >> 20)),
    }
}

/// Why a table is not one answer set.
pub(super) fn not_single(name: &str, typed: &str, why: NotSingle) -> anyhow::Error {
    match why {
        NotSingle::Block(error) => block_error(name, error),
        NotSingle::NoRow => anyhow!(say::no_row(name)),
        NotSingle::Rows(first) => anyhow!(say::several_rows(name, first, typed)),
        NotSingle::NoSuchRow(row, None) => anyhow!(say::no_rows(name, row)),
        NotSingle::NoSuchRow(row, Some((first, last))) if first == last => anyhow!(say::other_row(name, row, first)),
        NotSingle::NoSuchRow(row, Some((first, last))) => anyhow!(say::no_such_row(name, row, first, last)),
        NotSingle::Bad(row, reason) => anyhow!(say::at_row(name, row, &reason)),
    }
}

/// Why an input could not be brought to its end.
pub(super) fn run_error(name: &str, output: &str, by: Option<&str>, error: RunError) -> anyhow::Error {
    match error {
        RunError::Read(error) => anyhow::Error::new(error).context(cli_files::cannot_read(&name)),
        RunError::Write(error) => anyhow::Error::new(error).context(cli_files::cannot_write(&output)),
        RunError::TooLong(row) => anyhow!(say::long_row(name, row, MAX_RECORD >> 20)),
        RunError::Changed => anyhow!(say::changed(name)),
        RunError::Segments(TooManySegments(most)) => {
            let column = by.expect("only the values of a column can be too many");
            let many = if most == MAX_ORGANISATIONS { say::many_organisations } else { say::many_segments };
            anyhow!(many(column, most))
        }
    }
}
