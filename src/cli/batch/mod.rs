//! `cxm batch`: many answer sets, with a result row each, a summary, and the rows apart that could not be scored.

mod explain;
mod format;
mod input;
mod interrupt;
mod progress;
mod run;
mod sink;

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::error::{Invalid, Usage};
use super::input::same_file;
use super::output::{self, Output};
use super::{Global, Status};
use crate::batch::map::{self, Map};
use crate::batch::{self, Cells, Columns, Extras, Form, Job, Matcher, MergeWith, Opened, Wants};
use crate::definition::{Definition, bundled};
use crate::diagnostic::has_errors;
use crate::document::{Document, Format as DocumentFormat};
use format::Format;
use input::Reader;

/// Arguments of `cxm batch`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A table (CSV, TSV, NDJSON, XLSX), or folders and files of answer sets; `-` is stdin
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The assessment: an id, or the path of a definition
    #[arg(short, long, value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    #[command(flatten)]
    reading: Reading,
    /// Show what each column is taken for and why, and score nothing
    #[arg(long)]
    explain_columns: bool,
    /// The form of the results [default: by the ending of -o; else a table on a terminal, and CSV]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    /// Write the rows that cannot be scored to this file, as CSV with the reason [default: the first 20 to stderr]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Sum up all rows: levels, distributions, Cronbach's alpha [default: on a terminal]
    #[arg(long)]
    summary: bool,
    /// Sum up the rows of each value of this column as well
    #[arg(long, value_name = "COLUMN")]
    by: Option<String>,
    /// Add the first N actions of each row's plan
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, value_parser = clap::value_parser!(u8).range(0..=20))]
    actions: u8,
    /// Merge the respondents of each organisation, which this column names, and show where they disagree
    #[arg(long, value_name = "COLUMN", conflicts_with_all = ["by", "explain_columns"])]
    merge: Option<String>,
    /// What becomes of different answers
    #[arg(long, value_name = "HOW", default_value = "median", requires = "merge")]
    merge_with: With,
    /// Add each criterion's score with open questions at their best
    #[arg(long)]
    intervals: bool,
    /// Add the percentile of each row's overall score within the population of this table
    #[arg(long, value_name = "FILE")]
    benchmark: Option<PathBuf>,
}

/// What becomes of different answers to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum With {
    /// The one in the middle; of two, the lower
    Median,
    /// The highest option whose points are no more than the mean
    Mean,
    /// The lowest
    Min,
}

impl From<With> for MergeWith {
    fn from(with: With) -> Self {
        match with {
            With::Median => Self::Median,
            With::Mean => Self::Mean,
            With::Min => Self::Min,
        }
    }
}

/// How tables are read.
#[derive(Clone, Debug, clap::Args)]
struct Reading {
    /// What columns and cells mean where it cannot be guessed: TOML with [columns] and [cells]
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What separates cells: a character, or `tab` [default: found out]
    #[arg(long, value_name = "CHARACTER", value_parser = parse_delimiter)]
    delimiter: Option<u8>,
    /// The encoding, such as shift_jis [default: UTF-8, or what a byte order mark says]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The sheet of a spreadsheet [default: the first]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
}

fn parse_delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err("one ASCII character that is no quote, or `tab`".to_owned()),
    }
}

/// An assessment, and how columns and cells are matched to it.
struct Assessment {
    /// In each language, the first as the definition is written.
    languages: Vec<Definition>,
    /// In the language that is wanted.
    shown: Definition,
    map: Map,
    matcher: Matcher,
}

impl Arguments {
    /// Refuses to write over what is read, or two things into one file.
    fn refuse_clashes(&self) -> Result<()> {
        let read = self.files.iter().chain(&self.benchmark).chain(&self.reading.map).map(PathBuf::as_path);
        let outputs = [self.output.path(), self.rejects.as_deref()];
        for out in outputs.into_iter().flatten() {
            if let Some(file) = read.clone().find(|file| same_file(file, out)) {
                return Err(Usage(format!("{} is read: write to another file", file.display())).into());
            }
        }
        match outputs {
            [Some(results), Some(rejects)] if results == rejects || same_file(results, rejects) => {
                Err(Usage(format!("{} cannot take results and rejects", results.display())).into())
            }
            _ => Ok(()),
        }
    }
}

/// Scores all rows.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    arguments.refuse_clashes()?;
    let assessment = assessment(arguments, global)?;
    let (name, opened, columns) = open(&arguments.files, &arguments.reading, &assessment)?;
    if arguments.explain_columns {
        output::print(&explain::columns(&assessment, &columns, opened.delimiter))?;
        return Ok(Status::Done);
    }
    let format = Format::chosen(arguments.format, arguments.output.path());
    let percentiles = match &arguments.benchmark {
        Some(path) => Some(population(path, arguments, &assessment)?),
        None => None,
    };
    let summary = arguments.summary || arguments.by.is_some() || format.on_terminal();
    let wants = Wants {
        extras: Extras { intervals: arguments.intervals, actions: arguments.actions.into(), percentile: false },
        summary: arguments.merge.is_none() && summary,
        by: arguments.by.as_deref().map(|name| metadata(&columns, name)).transpose()?,
        merge: arguments.merge.as_deref().map(|name| metadata(&columns, name)).transpose()?,
        role: columns.metadata("role").or_else(|| columns.metadata("役割")),
        percentiles,
    };
    let cells = Cells::new(&assessment.languages, &assessment.map);
    let definition = &assessment.languages[0];
    let form = if arguments.merge.is_some() { Form::Nothing } else { format.form() };
    let job = Job::new(definition, cells, columns, opened.delimiter, form, wants);
    run::Run { arguments, global, job: &job, shown: &assessment.shown, name, format, summary }.run(opened)
}

fn assessment(arguments: &Arguments, global: &Global) -> Result<Assessment> {
    let languages = super::input::definitions(&super::input::files(&arguments.assessment)?)?;
    let tag = global.tag();
    let wanted = tag.split('-').next().unwrap_or_default();
    let shown = languages.iter().find(|definition| definition.language == wanted).unwrap_or(&languages[0]).clone();
    let map = match &arguments.reading.map {
        None => Map::default(),
        Some(path) => {
            let source = super::input::read_text(path)?;
            let document = Document::parse(&source, DocumentFormat::Toml).map_err(Invalid)?;
            let (map, findings) = map::read(&document, &languages[0]);
            if has_errors(&findings) {
                return Err(Invalid(findings).into());
            }
            map
        }
    };
    let matcher = Matcher::new(&languages, &map);
    Ok(Assessment { languages, shown, map, matcher })
}

/// Opens an input, and matches its columns.
fn open(files: &[PathBuf], reading: &Reading, assessment: &Assessment) -> Result<(String, Opened<Reader>, Columns)> {
    let input = input::read(files, reading, &assessment.languages[0])?;
    let delimiter = if input.converted { Some(b',') } else { reading.delimiter };
    let opened = batch::open(input.reader, &assessment.matcher, delimiter);
    let mut opened = opened.map_err(|error| explain::open_error(&input.name, error))?;
    opened.row -= u64::from(!input.has_header);
    match assessment.matcher.columns(&opened.header) {
        Ok(columns) => Ok((input.name, opened, columns)),
        Err(refusal) => bail!(explain::refusal(&input.name, assessment, &refusal, opened.delimiter)),
    }
}

/// The column of metadata that an option names.
fn metadata(columns: &Columns, name: &str) -> Result<usize> {
    columns.metadata(name).ok_or_else(|| {
        let names: Vec<&str> =
            columns.list.iter().filter(|column| column.is_metadata()).map(|c| c.header.as_str()).collect();
        let near = crate::diagnostic::nearest(name, names.iter().copied());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Usage(format!("there is no column `{name}` of metadata{near}\ncolumns: {}", names.join(", "))).into()
    })
}

/// The percentiles of a reference population.
fn population(path: &PathBuf, arguments: &Arguments, assessment: &Assessment) -> Result<Vec<u16>> {
    let (name, opened, columns) = open(std::slice::from_ref(path), &arguments.reading, assessment)?;
    let cells = Cells::new(&assessment.languages, &assessment.map);
    let wants = Wants { summary: true, ..Wants::default() };
    let definition = &assessment.languages[0];
    let job = Job::new(definition, cells, columns, opened.delimiter, Form::Nothing, wants);
    let totals = run::count(&job, &name, opened)?;
    if totals.rejected > 0 {
        let (rejected, scored) = (totals.rejected, totals.scored);
        output::note(&format!(
            "note: {name}: {rejected} rows cannot be scored; percentiles are among the other {scored}\n"
        ));
    }
    match totals.segments {
        Some(segments) if segments.all.rows > 0 => Ok(segments.all.overall.percentiles()),
        _ => bail!("{name} has no row that can be scored"),
    }
}
