//! `cxm plan`: the route alone, to any level, to criteria in place or for a budget, with the steps of every action.

use anyhow::{Context as _, Result};
use clap::ValueEnum;
use jiff::civil::Date;

use super::answer_file::AnswerFile;
use super::error::Usage;
use super::named::{actions, criteria, level};
use super::output::Output;
use super::score::json;
use super::{Global, Status as Exit};
use crate::answers::{Status, date};
use crate::definition::Definition;
use crate::exact::Effort;
use crate::plan::Aim;
use crate::report::format::{csv, markdown};
use crate::report::{Input, OffCalendar, calendar, html, result, schedule, screen};
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
    /// Lay the plan on the calendar from this day on: one action after another, Monday to Friday
    #[arg(long, value_name = "DATE", value_parser = day, requires = "capacity")]
    start: Option<Date>,
    /// How much effort there is for it a week, in the unit that the result shows
    #[arg(long, value_name = "EFFORT", value_parser = capacity, requires = "start")]
    capacity: Option<Effort>,
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
    /// A page with the plan on the calendar, to hand over or to print; with --start
    Html,
    /// For task boards, with the columns that Jira and Planner import; with --start
    Csv,
    /// For Excel: the calendar with a chart, and the plan; with --start
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// For calendars (iCalendar): an event for each action; with --start
    Ics,
}

/// An effort as it is typed.
fn effort(text: &str) -> Result<Effort, String> {
    Effort::parse(&fold(text)).ok_or_else(|| say::effort().to_owned())
}

/// What there is a week, as it is typed.
fn capacity(text: &str) -> Result<Effort, String> {
    effort(text)
        .and_then(|effort| Some(effort).filter(|effort| *effort > Effort::ZERO).ok_or(say::no_capacity().into()))
}

/// A day as it is typed.
fn day(text: &str) -> Result<Date, String> {
    date(text).ok_or_else(|| crate::words::cli_act::no_date().to_owned())
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Exit> {
    let (assessment, mut set) = arguments.answers.read(global)?;
    let definition = &assessment.definition;
    for action in actions(definition, &arguments.exclude)? {
        if set.actions.status(action) != Status::Done {
            set.actions.set_status(action, Status::Excluded);
        }
    }
    let aim = arguments.aim(definition)?;
    let format = arguments.output.format(arguments.format)?;
    let input = Input { definition, digest: &assessment.digest, set: &set, aim: &aim, top: None };
    let mut report = input.report().context(say::nothing_applicable())?;
    if let (Some(start), Some(capacity)) = (arguments.start, arguments.capacity) {
        let laid = schedule(definition, &set, &report, start, capacity);
        report.schedule = laid.map_err(|OffCalendar| anyhow::Error::msg(say::off_calendar()))?;
    }
    let (lang, output) = (global.lang(), &arguments.output);
    let laid = || match (&report.schedule, arguments.start) {
        (Some(schedule), _) => Ok(schedule),
        (None, Some(_)) => Err(anyhow::Error::msg(say::nothing_to_lay())),
        (None, None) => Err(Usage(say::needs_start().to_owned()).into()),
    };
    match format {
        Format::Table => output.write(&screen::render_route(&report, global.viewport()))?,
        Format::Markdown => output.write(&markdown::render(&result::route(&report, lang)))?,
        Format::Json => output.write(&json(&report)?)?,
        Format::Html => {
            laid()?;
            output.write(&html::render_plan(&report, lang).unwrap_or_default())?;
        }
        Format::Csv => output.write(&csv::render(&calendar::board(laid()?)))?,
        #[cfg(feature = "xlsx")]
        Format::Xlsx => output.write_bytes(&calendar::workbook(&report, laid()?, lang)?)?,
        Format::Ics => {
            laid()?;
            output.write(&calendar::ics(&report))?;
        }
    }
    Ok(Exit::Done)
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
