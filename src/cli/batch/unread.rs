//! Why an input is not read, or not to its end.

use std::path::Path;

use anyhow::anyhow;

use crate::batch::RunError;
use crate::cli::input::has_ending;
use crate::mapping::NotSingle;
use crate::population::{MAX_ORGANISATIONS, TooManySegments};
use crate::table::{BlockError, MAX_COLUMNS, MAX_HEADER, MAX_RECORD, OpenError};

/// Why an input cannot be opened.
pub(super) fn open_error(name: &str, encoding: &str, error: OpenError) -> anyhow::Error {
    match error {
        OpenError::Io(error) => anyhow::Error::new(error).context(format!("cannot read {name}")),
        OpenError::Empty => anyhow!("{name} is empty"),
        OpenError::NoObject(row, reason) => anyhow!("{name}: row {row}: {reason}"),
        OpenError::TooLong => anyhow!(
            "{name}: the header is longer than {} MiB: close the quote that may be open in it, or shorten what its columns \
             are called",
            MAX_HEADER >> 20
        ),
        OpenError::TooWide => {
            anyhow!("{name}: the header has more than {MAX_COLUMNS} columns: keep those that are meant alone")
        }
        OpenError::NotText => {
            anyhow!("{name}: the header has bytes that are no text in {encoding}; say with --encoding what it is in")
        }
    }
}

/// Why the rows of an input cannot be read.
pub(super) fn block_error(name: &str, error: BlockError) -> anyhow::Error {
    match error {
        BlockError::Io(error) => anyhow::Error::new(error).context(format!("cannot read {name}")),
        BlockError::TooLong => anyhow!("{name} has a row longer than {} MiB", MAX_RECORD >> 20),
    }
}

/// Why a table is not one answer set.
pub(super) fn not_single(name: &str, typed: &str, why: NotSingle) -> anyhow::Error {
    match why {
        NotSingle::Block(error) => block_error(name, error),
        NotSingle::NoRow if has_ending(Path::new(name), &["xlsx"]) => {
            anyhow!("{name} has no answers; a form has to be saved by a spreadsheet program")
        }
        NotSingle::NoRow => anyhow!("{name} has no row of answers below its header"),
        NotSingle::Rows(first) => anyhow!(
            "{name} has more than one row of answers: say which with --row, such as --row {first}; `cxm batch {typed}` scores \
             them all"
        ),
        NotSingle::NoSuchRow(row, None) => anyhow!("{name} has no row {row}: it has no row of answers"),
        NotSingle::NoSuchRow(row, Some((first, last))) => {
            anyhow!("{name} has no answers in row {row}: they stand in rows {first} to {last}, the header above them")
        }
        NotSingle::Bad(row, reason) => anyhow!("{name}: row {row}: {reason}"),
    }
}

/// Why an input could not be brought to its end.
pub(super) fn run_error(name: &str, output: &str, by: Option<&str>, error: RunError) -> anyhow::Error {
    match error {
        RunError::Read(error) => anyhow::Error::new(error).context(format!("cannot read {name}")),
        RunError::Write(error) => anyhow::Error::new(error).context(format!("cannot write {output}")),
        RunError::TooLong(row) => anyhow!(
            "{name}: row {row} is longer than {} MiB: perhaps a quote is opened in it and never closed",
            MAX_RECORD >> 20
        ),
        RunError::Changed => anyhow!("{name} changed while it was read"),
        RunError::Segments(TooManySegments(most)) => anyhow!(
            "column `{}` has more than {most} different values: that is too many {}",
            by.expect("only the values of a column can be too many"),
            if most == MAX_ORGANISATIONS { "organisations" } else { "segments" }
        ),
    }
}
