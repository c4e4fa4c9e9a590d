//! `cxm show`: an assessment as a person reads it, or the file to start one's own from.

use anyhow::Result;

use super::output::Output;
use super::{Global, Status, input};
use crate::definition::bundled;
use crate::report::questionnaire;

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
    arguments.output.refuse_other_than(if arguments.toml { "toml" } else { "txt" })?;
    arguments.output.write(&text)?;
    Ok(Status::Done)
}
