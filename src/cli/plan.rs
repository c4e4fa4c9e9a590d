//! `cxm plan`: the route alone, to any level, to criteria in place or for a budget, with the steps of every action.

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use super::answer_file::AnswerFile;
use super::named::{actions, criteria, level};
use super::output::Output;
use super::score::json;
use super::{Global, Status};
use crate::definition::Definition;
use crate::exact::Effort;
use crate::plan::Aim;
use crate::report::format::markdown;
use crate::report::{Input, result, screen};
use crate::text::fold;
use crate::words::cli_commands as say;

/// Arguments of `cxm plan`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    answers: AnswerFile,
    /// The level to reach [default: the next one]
    #[arg(long, value_name = "LEVEL")]
    to: Option<String>,
    /// Leave out what only the challenges found ask for
    #[arg(long, value_name = "WHAT")]
    only: Option<Only>,
    /// Instead: these criteria in place, whatever the level and the challenges
    #[arg(long, value_name = "CRITERION", num_args = 1.., conflicts_with_all = ["to", "only", "budget"])]
    in_place: Vec<String>,
    /// Instead: the highest overall score for at most this effort, in the unit that the result shows
    #[arg(long, value_name = "EFFORT", value_parser = effort, conflicts_with_all = ["to", "only"])]
    budget: Option<Effort>,
    /// Try it without these actions, beside those that the answers exclude
    #[arg(long, value_name = "ACTION", num_args = 1..)]
    exclude: Vec<String>,
    /// The form of the plan [default: by the ending of the output file, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

/// What a plan to a level is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Only {
    /// The level alone
    Level,
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
    Effort::parse(&fold(text)).ok_or_else(|| say::effort().to_owned())
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let (assessment, mut set) = arguments.answers.read(global)?;
    let definition = &assessment.definition;
    let excluded = &mut set.actions.excluded;
    for action in actions(definition, &arguments.exclude)? {
        if !excluded.contains(&action) {
            excluded.push(action);
        }
    }
    let aim = arguments.aim(definition)?;
    let format = arguments.output.format(arguments.format)?;
    let input = Input { definition, digest: &assessment.digest, set: &set, aim: &aim, top: None };
    let report = input.report().context(say::nothing_applicable())?;
    let text = match format {
        Format::Table => screen::render_route(&report, global.viewport()),
        Format::Markdown => markdown::render(&result::route(&report, global.lang())),
        Format::Json => json(&report)?,
    };
    arguments.output.write(&text)?;
    Ok(Status::Done)
}

impl Arguments {
    fn aim(&self, definition: &Definition) -> Result<Aim> {
        let to = self.to.as_deref().map(|wanted| level(definition, wanted)).transpose()?;
        Ok(match (self.budget, criteria(definition, &self.in_place)?) {
            (Some(budget), _) => Aim::Budget(budget / definition.effort_factor),
            (None, criteria) if criteria.is_empty() => Aim::Level { to, challenges: self.only.is_none() },
            (None, criteria) => Aim::InPlace(criteria),
        })
    }
}
