//! `cxm plan`: the route alone, to any level or for a budget, with the steps of every action.

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use super::answer_file::AnswerFile;
use super::output::Output;
use super::score::{json, level};
use super::{Global, Status};
use crate::exact::Effort;
use crate::plan::Aim;
use crate::report::format::markdown;
use crate::report::{Input, result, screen};

/// Arguments of `cxm plan`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    answers: AnswerFile,
    /// The level to reach [default: the next one]
    #[arg(long, value_name = "LEVEL", conflicts_with = "budget")]
    to: Option<String>,
    /// Instead: the highest overall score for at most this effort
    #[arg(long, value_name = "EFFORT", value_parser = effort)]
    budget: Option<Effort>,
    /// The form of the plan [default: by the ending of the output file, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

/// The forms of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    #[default]
    Table,
    /// For documents, with the steps of every action
    Markdown,
    /// For programs: `cxm.result/1`
    Json,
}

/// An effort as it is typed.
fn effort(text: &str) -> Result<Effort, String> {
    Effort::parse(text).ok_or_else(|| "an effort is a number with at most one decimal, such as 12 or 2.5".to_owned())
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let (assessment, set) = arguments.answers.read(global)?;
    let definition = &assessment.definition;
    let to = arguments.to.as_deref().map(|id| level(definition, id)).transpose()?;
    let aim = to.map(Aim::Level).or(arguments.budget.map(Aim::Budget));
    let format = arguments.output.format(arguments.format, &[arguments.answers.path()])?;
    let input = Input { definition, digest: &assessment.digest, set: &set, aim, top: None };
    let report = input.report().context("nothing is applicable")?;
    let text = match format {
        Format::Table => screen::render_route(&report, global.viewport()),
        Format::Markdown => markdown::render(&result::route(&report, global.lang())),
        Format::Json => json(&report)?,
    };
    arguments.output.write(&text)?;
    Ok(Status::Done)
}
