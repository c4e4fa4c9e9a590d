//! `cxm act`: how far actions are, who does them and until when, said in the answer file.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use jiff::civil::Date;

use super::answers::{Versions, assessment_for, parse};
use super::error::{Invalid, Usage};
use super::input::{self, Assessment};
use super::named::actions;
use super::{Global, Status as Exit, output};
use crate::answers::{self, AnswerSet, Change, NotEdited, Status, date};
use crate::definition::{Definition, MAX_EFFORT, MIN_EFFORT};
use crate::document::Document;
use crate::exact::Effort;
use crate::report::roadmap;
use crate::survey::shell::{self, draft};
use crate::text::fold;
use crate::words::{cli as words, cli_act as say, cli_files};

/// Arguments of `cxm act`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Answers in TOML or JSON
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Actions, by id, by how one begins, or by title; without any, all are listed
    #[arg(value_name = "ACTION")]
    actions: Vec<String>,
    /// They are done
    #[arg(long, conflicts_with_all = ["doing", "exclude", "reset"])]
    done: bool,
    /// They are being done
    #[arg(long, conflicts_with_all = ["exclude", "reset"])]
    doing: bool,
    /// They are out of the question
    #[arg(long, conflicts_with = "reset")]
    exclude: bool,
    /// Nobody has begun with them after all
    #[arg(long)]
    reset: bool,
    /// Who does them; "" for nobody
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Until when, such as 2027-03-01; "" for no day
    #[arg(long, value_name = "DATE", value_parser = due)]
    due: Option<Due>,
    /// What they cost you, each, in the unit that results show; "" for what the assessment says
    #[arg(long, value_name = "EFFORT", value_parser = effort)]
    effort: Option<Estimate>,
    /// A remark; "" for none
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The assessment: an id, or the path of a definition [default: the one the answers name]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
    #[command(flatten)]
    versions: Versions,
}

/// A day, or none. Options that may be absent have types of their own, since `clap` sees through those of the library.
#[derive(Clone, Copy, Debug)]
struct Due(Option<Date>);

/// See [`Due`].
#[derive(Clone, Copy, Debug)]
struct Estimate(Option<Effort>);

fn due(text: &str) -> Result<Due, String> {
    if text.trim().is_empty() {
        return Ok(Due(None));
    }
    date(text).map(|date| Due(Some(date))).ok_or_else(|| say::no_date().to_owned())
}

fn effort(text: &str) -> Result<Estimate, String> {
    if text.trim().is_empty() {
        return Ok(Estimate(None));
    }
    let effort = Effort::parse(&fold(text)).map(|effort| Estimate(Some(effort)));
    effort.ok_or_else(|| say::no_effort().to_owned())
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Exit> {
    let path = arguments.file.as_path();
    if path == Path::new("-") {
        return Err(Usage(crate::words::cli_commands::stdin_cannot_be_updated().to_owned()).into());
    }
    let document = parse(path)?;
    let assessment = assessment_for(&document, arguments.assessment.as_deref(), global)?;
    let definition = &assessment.definition;
    let named = actions(definition, &arguments.actions)?;
    let change = arguments.change(definition)?;
    if change.is_empty() {
        let set = answers::load_begun(&document, definition, arguments.versions.same()).map_err(Invalid)?;
        show(&assessment, &set, &named, global)?;
        return Ok(Exit::Done);
    }
    if named.is_empty() {
        return Err(Usage(say::which(&output::typed(path))).into());
    }
    let (set, written) = write(path, definition, arguments, &named, &change, global)?;
    show(&assessment, &set, &named, global)?;
    let path = path.display();
    output::note(&if written { cli_files::wrote(&path) } else { say::said_already(&path) });
    Ok(Exit::Done)
}

/// Prints all actions, or these.
fn show(assessment: &Assessment, set: &AnswerSet, named: &[usize], global: &Global) -> Result<()> {
    let (definition, digest) = (&assessment.definition, &assessment.digest);
    output::print(&roadmap::render(definition, digest, set, named, global.viewport()))
}

/// Edits the file while nobody else does. Says whether anything had to be written.
fn write(
    path: &Path,
    definition: &Definition,
    arguments: &Arguments,
    named: &[usize],
    change: &Change,
    global: &Global,
) -> Result<(AnswerSet, bool)> {
    let failed = || cli_files::cannot_write(&path.display());
    let mut draft = draft::Draft::open(path).map_err(|why| match why {
        draft::Unavailable::Busy => anyhow::Error::msg(shell::busy(global.lang(), path.display())),
        draft::Unavailable::Io(error) => anyhow::Error::new(error).context(failed()),
    })?;
    // What was read before may have changed until now.
    let before = draft.load().with_context(failed)?.unwrap_or_default();
    let mark = if before.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let document = again(path, &before)?;
    let edited = answers::edit(&document, definition, arguments.versions.same(), named, change);
    let (text, set) = match edited {
        Ok(edited) => edited,
        Err(NotEdited::Unreadable(findings)) => return Err(Invalid(findings).into()),
        Err(NotEdited::Unedited) => {
            bail!(words::left_unedited(global.lang(), &path.display().to_string()).trim_end().to_owned())
        }
    };
    let written = text != document.source.text();
    if written {
        draft.save(&(mark.to_owned() + &text), true).with_context(failed)?;
    }
    Ok((set, written))
}

fn again(path: &Path, text: &str) -> Result<Document> {
    let source = input::text_in(text.as_bytes().to_vec(), &path.display().to_string())?;
    Ok(answers::parse(&source).map_err(Invalid)?)
}

impl Arguments {
    fn change(&self, definition: &Definition) -> Result<Change> {
        let states = [
            (self.done, Status::Done),
            (self.doing, Status::Doing),
            (self.exclude, Status::Excluded),
            (self.reset, Status::Todo),
        ];
        let text = |text: &Option<String>| {
            let text = text.as_ref()?;
            let cleaned = crate::text::clean(text).into_owned();
            Some(Some(cleaned).filter(|text| !text.trim().is_empty()))
        };
        let owner = text(&self.owner);
        let effort =
            self.effort.map(|Estimate(effort)| effort.map(|effort| in_definition(effort, definition)).transpose());
        Ok(Change {
            status: states.into_iter().find(|(given, _)| *given).map(|(_, status)| status),
            owner: owner.map(|owner| owner.map(|owner| crate::text::markup::one_line(&owner))),
            due: self.due.map(|Due(due)| due),
            effort: effort.transpose()?,
            note: text(&self.note),
        })
    }
}

/// An effort as results show it, in the unit of answer files.
fn in_definition(effort: Effort, definition: &Definition) -> Result<Effort> {
    let factor = definition.effort_factor;
    let (least, most) = (MIN_EFFORT * factor, MAX_EFFORT * factor);
    if !(least..=most).contains(&effort) {
        return Err(Usage(say::effort_range(&least, &most, &definition.effort_unit)).into());
    }
    if !effort.tenths().is_multiple_of(factor) {
        return Err(Usage(say::effort_steps(&least, &definition.effort_unit)).into());
    }
    Ok(effort / factor)
}
