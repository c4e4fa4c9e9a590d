//! Formats by the ending of the file that is written: one rule for all commands, each of which has formats of its own.

use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;

use super::error::Usage;
use crate::words::cli_files;
use crate::words::lists::comma;

/// The format that was asked for, or else the one that the ending of the file says; none where it has no ending, or that of
/// a plain text. Any other promises what the command has not.
pub(super) fn chosen<F: ValueEnum>(asked: Option<F>, path: Option<&Path>) -> Result<Option<F>> {
    let ending = path.and_then(|path| path.extension()?.to_str()).filter(|_| asked.is_none());
    let Some(ending) = ending.map(str::to_lowercase) else { return Ok(asked) };
    let name = match ending.as_str() {
        "htm" => "html",
        "jsonl" => "ndjson",
        "md" => "markdown",
        ending => ending,
    };
    match F::from_str(name, false) {
        Ok(format) => Ok(Some(format)),
        Err(_) if name == "txt" => Ok(None),
        Err(_) => {
            let names = F::value_variants().iter().filter_map(F::to_possible_value);
            let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
            Err(Usage(cli_files::no_form(&ending, &names.join(comma()))).into())
        }
    }
}
