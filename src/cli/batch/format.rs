//! The forms of the results.

use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;

#[cfg(feature = "xlsx")]
use crate::cli::error::Usage;
use crate::cli::format;
use crate::cli::headers::Can;
use crate::report::population::{Form, ROWS};
#[cfg(feature = "xlsx")]
use crate::words::batch_run as say;

/// The forms of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the terminal: the first rows and a summary
    Table,
    /// A row a respondent
    Csv,
    /// An object a line, with the keys of `cxm.result/1`
    Ndjson,
    /// One object with all rows and the summary: `cxm.batch/1`
    Json,
    /// A spreadsheet
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// Nothing but the pages of --reports
    Html,
}

impl Format {
    /// The one that was asked for, or that fits where the results go.
    pub(super) fn chosen(asked: Option<Self>, path: Option<&Path>) -> Result<Self> {
        let terminal = path.is_none() && std::io::stdout().is_terminal();
        Ok(format::chosen(asked, path)?.unwrap_or(if terminal { Self::Table } else { Self::Csv }))
    }

    /// Refuses what a terminal cannot show.
    pub(super) fn refuse_terminal(self, path: Option<&Path>) -> Result<()> {
        #[cfg(feature = "xlsx")]
        if self == Self::Xlsx && path.is_none() && std::io::stdout().is_terminal() {
            return Err(Usage(say::sheet_for_a_terminal().to_owned()).into());
        }
        let _ = path;
        Ok(())
    }

    /// What its columns can be called.
    pub(super) fn columns(self) -> Can {
        match self {
            Self::Csv => Can::Ids,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Can::Texts,
            Self::Table | Self::Ndjson | Self::Json | Self::Html => Can::Nothing,
        }
    }

    pub(super) fn form(self) -> Form {
        match self {
            Self::Csv => Form::Csv,
            Self::Ndjson => Form::Lines,
            Self::Json => Form::Items,
            Self::Table => Form::Typed(ROWS),
            Self::Html => Form::Nothing,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Form::Typed(usize::MAX),
        }
    }
}
