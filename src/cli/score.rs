//! `cxm score`: the whole result of one answer set.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;

use super::answer_file::AnswerFile;
use super::answers::earlier;
use super::bom::Bom;
use super::headers::{Can, Headers};
use super::named::{level, number};
use super::output::{self, Output};
use super::paper;
use super::{Global, Status};
use crate::answers::{AnswerSet, OwnPlan};
use crate::definition::Definition;
use crate::plan::Aim;
use crate::report::format::{csv, markdown};
use crate::report::{Input, html, previous, result, screen, slides};
use crate::text::clean;
use crate::words::{cli as words, cli_commands as say};

/// How many priorities beyond the route the terminal shows unless told otherwise.
pub(super) const TOP: usize = 8;

/// Arguments of `cxm score`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    answers: AnswerFile,
    /// The form of the result [default: by the ending of the output file, else table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    headers: Headers,
    #[command(flatten)]
    bom: Bom,
    /// Earlier answers of the same organisation, to show what has changed
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// How many actions to list beyond the route: a number, or `all` [default: 8 in a table, else all]
    #[arg(long, value_name = "N", value_parser = parse_top)]
    top: Option<Top>,
    /// Exit with 1 if the level, open questions at their worst, is below this one
    #[arg(long, value_name = "LEVEL")]
    fail_under: Option<String>,
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    #[default]
    Table,
    /// For documents, with the steps of every action
    Markdown,
    /// For presentations: Markdown that pandoc makes slides of
    Slides,
    /// A page to hand over, to print or to read on any screen
    Html,
    /// The page on paper; takes Chromium, Chrome or Edge
    Pdf,
    /// For programs: `cxm.result/1`
    Json,
    /// For spreadsheets: a row for each criterion
    Csv,
    /// For Excel: summary, criteria, plan and answers
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// What its columns can be called.
    fn columns(self) -> Can {
        match self {
            Self::Table | Self::Markdown | Self::Slides | Self::Html | Self::Pdf | Self::Json => Can::Nothing,
            Self::Csv => Can::Ids,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Can::TextsAlone,
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Top {
    All,
    At(usize),
}

fn parse_top(text: &str) -> Result<Top, String> {
    match text {
        "all" => Ok(Top::All),
        text => number(text).map(Top::At).map_err(|_| say::top().to_owned()),
    }
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let (assessment, mut set) = arguments.answers.read(global)?;
    let definition = &assessment.definition;
    let floor = arguments.fail_under.as_deref().map(|id| level(definition, id)).transpose()?;
    let format = arguments.output.format(arguments.format)?;
    let texts = arguments.headers.are_texts(format.columns())?;
    arguments.bom.refuse_unless(format == Format::Csv)?;
    let top = match (arguments.top, format) {
        (Some(Top::At(top)), _) => Some(top),
        (None, Format::Table) => Some(TOP),
        (Some(Top::All) | None, _) => None,
    };
    let then = match &arguments.previous {
        Some(path) => Some(then(path, definition, &mut set, arguments)?),
        None => None,
    };
    let input = Input { definition, digest: &assessment.digest, set: &set, aim: &Aim::NEXT, top };
    let mut report = input.report().context(say::nothing_applicable())?;
    if let Some((then, version)) = &then {
        report.previous = previous(definition, &set, then, version.as_deref());
    }
    let (output, lang) = (&arguments.output, global.lang());
    match format {
        Format::Table => output.write(&screen::render(&report, global.viewport()))?,
        Format::Markdown => output.write(&markdown::render(&result::document(&report, lang)))?,
        Format::Slides => output.write(&markdown::render(&slides::slides(&report, lang)))?,
        Format::Html => output.write(&html::render(&report, lang))?,
        Format::Pdf => output.write_bytes(&paper::printed(&html::render(&report, lang))?)?,
        Format::Json => output.write(&json(&report)?)?,
        Format::Csv => {
            let rows = result::rows(&report);
            let table = csv::render(&if texts { result::titled(rows, lang) } else { rows });
            output.write(&format!("{}{table}", arguments.bom.of(output.path())))?;
            result::doubts_of_changes(&report, lang)
                .iter()
                .for_each(|doubt| output::note(&format!("{}\n", clean(doubt))));
        }
        #[cfg(feature = "xlsx")]
        Format::Xlsx => output.write_bytes(&crate::report::sheets::workbook(&report, lang)?)?,
    }
    match floor {
        Some(floor) if report.level.number <= floor => {
            let floor = &definition.levels[floor].name;
            output::note(&words::below(global.lang(), &report.level.name, floor));
            Ok(Status::No)
        }
        _ => Ok(Status::Done),
    }
}

/// The earlier answers and the version that they answer. What they say of actions is carried on where those of now say nothing of any.
fn then(
    path: &Path,
    definition: &Definition,
    set: &mut AnswerSet,
    arguments: &Arguments,
) -> Result<(AnswerSet, Option<String>)> {
    let (then, version) = earlier(path, definition, arguments.answers.reading.versions)?;
    if then.is_blank() {
        bail!(say::nothing_to_compare_with(&path.display()));
    }
    let nothing = OwnPlan::default();
    let same = previous(definition, set, &then, None).is_some_and(|of| of.subjects.is_empty() && !of.is_later);
    if same && set.actions == nothing && then.actions != nothing {
        set.actions = then.actions.clone();
        output::note(&say::carried_on(&path.display()));
    }
    Ok((then, version))
}

pub(super) fn json(report: &impl serde::Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(report)? + "\n")
}
