//! `cxm impact`: what a changed definition does to recorded answer sets.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::ValueEnum;

use super::answers::{self, Versions};
use super::error::Invalid;
use super::output::{self, Output};
use super::{Status, input};
use crate::definition::{self, Definition};
use crate::diagnostic;
use crate::impact::{Comparison, markdown, table};

/// Arguments of `cxm impact`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The definition as it was: an id, or the path of a definition
    #[arg(value_name = "OLD")]
    old: String,
    /// The changed definition; its `[renames]` tell what was renamed from what was removed
    #[arg(value_name = "NEW")]
    new: String,
    /// Answer sets given to OLD, in TOML or JSON, and folders of them
    #[arg(value_name = "ANSWERS", required = true)]
    answers: Vec<PathBuf>,
    /// Exit with 1 if anybody changes level or route
    #[arg(long)]
    fail_on_change: bool,
    #[command(flatten)]
    versions: Versions,
    /// The form of the result [default: by the ending of the output file, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

/// The forms of the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    #[default]
    Table,
    /// For a comment on the change
    Markdown,
    /// For programs: `cxm.impact/1`
    Json,
}

/// Scores every answer set by both definitions.
pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    let format = arguments.output.format(arguments.format)?;
    let old = definition(&arguments.old)?;
    let new = definition(&arguments.new)?;
    let comparison = Comparison::new(&old, &new);
    let (mut effects, mut rejected) = (Vec::new(), 0);
    for path in input::answer_files(&arguments.answers)? {
        match answers::read(&path, &old, arguments.versions) {
            Ok(set) => effects.extend(comparison.effect(path.display().to_string(), &set)),
            Err(error) => {
                // One answer set that cannot be read is no reason to pass over the others.
                match error.downcast_ref::<Invalid>() {
                    Some(Invalid(findings)) => output::note(&diagnostic::render(findings, output::width())),
                    None => output::note(&format!("error: {error:#}\n")),
                }
                rejected += 1;
            }
        }
    }
    if effects.is_empty() {
        bail!("none of the answer sets could be read");
    }
    let impact = comparison.impact(effects);
    let text = match format {
        Format::Table => table::render(&impact, output::width()),
        Format::Markdown => markdown::render(&impact),
        Format::Json => serde_json::to_string_pretty(&impact)? + "\n",
    };
    arguments.output.write(&text)?;
    if rejected > 0 {
        output::note(&format!(
            "left out, since they could not be read: {rejected} of {}\n",
            rejected + impact.sets.len()
        ));
    }
    let changes = arguments.fail_on_change && impact.changed().next().is_some();
    Ok(if changes || rejected > 0 { Status::No } else { Status::Done })
}

/// A definition in its own language.
fn definition(name: &str) -> Result<Definition> {
    input::usable(definition::read(&input::files(name)?.base))
}
