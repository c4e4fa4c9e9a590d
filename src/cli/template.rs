//! `cxm template`: a blank answer sheet for colleagues.

use anyhow::Result;
use clap::ValueEnum;

use super::output::Output;
use super::{Global, Status, input};
use crate::definition::bundled;
use crate::report::html;

/// Arguments of `cxm template`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The assessment: an id, or the path of a definition
    #[arg(value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    /// The form of the sheet
    #[arg(short, long, value_name = "FORMAT", default_value = "html")]
    format: Format,
    #[command(flatten)]
    output: Output,
}

/// The forms of a blank answer sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page to fill in offline in a browser, in all languages; it saves an answer file
    Html,
}

/// Makes the sheet.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let mut definitions = input::definitions(&input::files(&arguments.assessment)?)?;
    // The language that is wanted is shown first.
    definitions.sort_by_key(|definition| definition.language.split('-').next() != Some(global.lang().tag()));
    match arguments.format {
        Format::Html => arguments.output.write(&html::render_form(&definitions))?,
    }
    Ok(Status::Done)
}
