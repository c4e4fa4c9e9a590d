//! Whether CSV begins with a byte order mark: where a person will open it, unless they say otherwise.
//!
//! Excel takes UTF-8 without the mark for the encoding of its system and shows other letters. Programs may take the mark for
//! part of the first header, so that stdout, which they read, has none.

use std::path::Path;

use anyhow::Result;

use super::error::Usage;
use crate::words::cli_commands as say;

const MARK: &str = "\u{feff}";

/// The options that say whether CSV begins with a byte order mark.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct Bom {
    /// Begin CSV with a byte order mark, without which Excel garbles what is not ASCII [default: in files whose names end in .csv]
    #[arg(long, overrides_with = "no_bom")]
    bom: bool,
    /// Leave out the byte order mark, for programs that take it for part of the first header
    #[arg(long, overrides_with = "bom")]
    no_bom: bool,
}

impl Bom {
    /// What CSV begins with that is written to this file, or to stdout.
    pub(super) fn of(self, path: Option<&Path>) -> &'static str {
        let opened = path.and_then(Path::extension).is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if self.bom || opened && !self.no_bom { MARK } else { "" }
    }

    /// Refuses to begin with a mark what is no CSV.
    pub(super) fn refuse_unless(self, csv: bool) -> Result<()> {
        if self.bom && !csv { Err(Usage(say::no_bom().to_owned()).into()) } else { Ok(()) }
    }
}
