//! `cxm compare`: what changed between two or more answer sets.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;

use super::answers::{self, Versions};
use super::output::Output;
use super::paper;
use super::score::json;
use super::{Global, Status};
use crate::report::comparison::{self, Entry};
use crate::report::format::{markdown, terminal};
use crate::report::html;
use crate::words::cli_commands as say;

/// Arguments of `cxm compare`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Answers in TOML or JSON, two or more; they are put in the order of their `date`
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    /// The assessment: an id, or the path of a definition [default: the one the first answers name]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
    #[command(flatten)]
    versions: Versions,
    /// The form of the comparison [default: by the ending of the output file, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

/// The forms of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    #[default]
    Table,
    /// For documents
    Markdown,
    /// A page to hand over, to print or to read on any screen
    Html,
    /// The page on paper; takes Chromium, Chrome or Edge
    Pdf,
    /// For programs: `cxm.comparison/1`
    Json,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let paths: Vec<&Path> = arguments.files.iter().map(PathBuf::as_path).collect();
    let format = arguments.output.format(arguments.format)?;
    let wanted = arguments.assessment.as_deref();
    let (assessment, sets) = answers::earlier_sets(&paths, wanted, arguments.versions, global)?;
    let empty = paths.iter().zip(&sets).find(|(_, (set, _))| set.is_blank()).map(|(path, _)| *path);
    let entries = sets.into_iter().map(|(set, version)| Entry { set, version }).collect();
    let comparison = comparison::compare(&assessment.definition, &assessment.digest, entries);
    let Some(comparison) = comparison else {
        anyhow::bail!(say::nothing_to_compare());
    };
    if let Some(path) = empty {
        anyhow::bail!(say::nothing_to_compare_in(&path.display()));
    }
    let output = &arguments.output;
    match format {
        Format::Table => {
            output.write(&terminal::render(&comparison::blocks(&comparison, global.lang()), global.viewport()))?;
        }
        Format::Markdown => output.write(&markdown::render(&comparison::document(&comparison, global.lang())))?,
        Format::Html => output.write(&html::render_comparison(&comparison, global.lang()))?,
        Format::Pdf => output.write_bytes(&paper::printed(&html::render_comparison(&comparison, global.lang()))?)?,
        Format::Json => output.write(&json(&comparison)?)?,
    }
    Ok(Status::Done)
}
