//! `cxm show`: an assessment as a person reads it, or the file to start one's own from.

use std::io::IsTerminal as _;

use anyhow::Result;

use super::output::Output;
use super::{Global, Status, input};
use crate::definition::bundled;
use crate::report::questionnaire;
use crate::text::clean;

/// Arguments of `cxm show`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The assessment: an id, or the path of a definition
    #[arg(value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    /// The definition's file as it is, to start your own from
    #[arg(long)]
    toml: bool,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let text = if arguments.toml {
        input::files(&arguments.assessment)?.base.text().to_owned()
    } else {
        questionnaire::render(&input::assessment(&arguments.assessment, global)?.definition, global.viewport())
    };
    // A file takes it as it is; what a terminal might obey is not sent to one.
    let shown = arguments.toml && arguments.output.path().is_none() && std::io::stdout().is_terminal();
    let text = if shown { clean(&text).into_owned() } else { text };
    arguments.output.refuse_other_than(if arguments.toml { "toml" } else { "txt" })?;
    arguments.output.write(&text)?;
    Ok(Status::Done)
}
