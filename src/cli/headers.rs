//! What the columns of results are called: by their ids, or as people read them.

use anyhow::Result;
use clap::ValueEnum;

use super::error::Usage;
use crate::words::cli_commands as say;

/// The option that says what columns are called.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct Headers {
    /// What columns are called in CSV and XLSX; their values stay ids [default: id in CSV, text in XLSX]
    #[arg(long, value_name = "WHAT")]
    headers: Option<Called>,
}

/// What columns are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Called {
    /// The same in every language, for programs
    Id,
    /// Names in the language of the results, for people
    Text,
}

/// What a format can call its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "xlsx"), allow(dead_code))]
pub(super) enum Can {
    /// Ids, and texts where they are asked for.
    Ids,
    /// Texts, and ids where they are asked for.
    Texts,
    /// Texts alone.
    TextsAlone,
    /// Nothing: it has no columns.
    Nothing,
}

impl Headers {
    /// Whether columns are called by texts. Refuses what a format cannot call them.
    pub(super) fn are_texts(self, format: Can) -> Result<bool> {
        match (format, self.headers) {
            (Can::Ids, asked) => Ok(asked == Some(Called::Text)),
            (Can::Texts, asked) => Ok(asked != Some(Called::Id)),
            (Can::TextsAlone, None | Some(Called::Text)) => Ok(true),
            (Can::Nothing, None) => Ok(false),
            (Can::TextsAlone, Some(Called::Id)) => Err(Usage(say::no_ids_in_sheets().to_owned()).into()),
            (Can::Nothing, Some(_)) => Err(Usage(say::no_headers().to_owned()).into()),
        }
    }
}
