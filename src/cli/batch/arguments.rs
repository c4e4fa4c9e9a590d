//! The arguments of `cxm batch`, and which of them cannot go together. None of them is known outside of this folder.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::format::Format;
use super::reports;
use crate::cli::answers::Versions;
use crate::cli::bom::Bom;
use crate::cli::error::Usage;
use crate::cli::guard;
use crate::cli::headers::Headers;
use crate::cli::named::number;
use crate::cli::output::{self, Output};
use crate::definition::{Definition, bundled};
use crate::mapping::passed_over::DateOrder;
use crate::mapping::{Columns, Named};
use crate::population::MergeWith;
use crate::words::batch_run as say;

/// Arguments of `cxm batch`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Arguments {
    /// A table (CSV, TSV, NDJSON, XLSX; also in gzip, zstd or ZIP), several with the same header, or folders and files of answer sets; `-` is
    /// stdin
    ///
    /// A row has at most 64 MiB, the header with what stands above it 4 MiB and 16,384 columns; a spreadsheet has at most 256
    /// MiB, 1,048,576 rows a sheet and 1 MiB of text a cell; several tables have 256 MiB together. What is larger is refused.
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// The assessment: an id, or the path of a definition
    #[arg(short, long, value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    pub(super) assessment: String,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) rows: Rows,
    /// Show what each column is taken for and why, and how its cells are understood, and score nothing
    #[arg(long, conflicts_with_all = ["format", "rejects", "reports"])]
    pub(super) explain_columns: bool,
    /// Print a map to fill in, for --map: every column as it is taken, and the cells that are not understood
    #[arg(long, conflicts_with_all = ["explain_columns", "format", "rejects", "reports"])]
    pub(super) map_skeleton: bool,
    /// The form of the results [default: by the ending of -o; else a table on a terminal, and CSV]
    #[arg(short, long, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
    #[command(flatten)]
    pub(super) output: Output,
    #[command(flatten)]
    pub(super) headers: Headers,
    #[command(flatten)]
    pub(super) bom: Bom,
    /// Write the rows that cannot be scored to this file, as CSV with the reason [default: the first 20 to stderr]
    #[arg(long, value_name = "FILE")]
    pub(super) rejects: Option<PathBuf>,
    /// Sum up all rows: levels, distributions, Cronbach's alpha [default: on a terminal]
    #[arg(long)]
    pub(super) summary: bool,
    /// Sum up the rows of each value of this column as well
    #[arg(long, value_name = "COLUMN")]
    pub(super) by: Option<String>,
    /// Add the first N actions of each row's plan
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, value_parser = actions)]
    pub(super) actions: u8,
    /// Merge the respondents of each organisation, which this column names, and show where they disagree; a fact on which
    /// they differ counts as not told
    #[arg(long, value_name = "COLUMN", conflicts_with_all = ["by", "explain_columns"])]
    pub(super) merge: Option<String>,
    /// What becomes of different answers
    #[arg(long, value_name = "HOW", default_value = "median", requires = "merge")]
    pub(super) merge_with: MergeWith,
    /// Write a report of each row, or with --merge of each organisation, into this new folder, a page each, and `index.html`,
    /// which compares them
    #[arg(long, value_name = "DIR")]
    pub(super) reports: Option<PathBuf>,
    /// Add each criterion's score with open questions at their best
    #[arg(long)]
    pub(super) intervals: bool,
    /// Add the percentile of each row's overall score within the population of this table
    #[arg(long, value_name = "FILE")]
    pub(super) benchmark: Option<PathBuf>,
}

impl ValueEnum for MergeWith {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Median, Self::Mean, Self::Min]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Median => ("median", "The one in the middle; of two, the lower"),
            Self::Mean => ("mean", "The highest option whose points are no more than the mean"),
            Self::Min => ("min", "The lowest"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for DateOrder {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::DayFirst, Self::MonthFirst]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::DayFirst => ("day-first", "The day: 3 April"),
            Self::MonthFirst => ("month-first", "The month: March 4"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

/// How tables are read.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::cli) struct Reading {
    /// What columns and cells mean where it cannot be guessed: TOML with [columns] and [cells]
    ///
    /// [columns]: "How do you train?" = "skills-training" takes the column with that header for the question with that id;
    /// "#31" is the 31st column; "" carries a column along, and organisation, respondent, date or role under that name.
    /// [cells]: "Always" = 5 gives the text of a cell its points, "n/a" makes it not applicable, and "" not answered.
    /// [cells.skills-path] says the same of the column of one question, such as one whose numbers run the other way.
    #[arg(long, value_name = "FILE")]
    pub(super) map: Option<PathBuf>,
    /// What separates cells: a character, or `tab` [default: found out]
    #[arg(long, value_name = "CHARACTER", value_parser = parse_delimiter)]
    pub(super) delimiter: Option<u8>,
    /// The encoding, such as cp932 or latin1 [default: UTF-8, or UTF-16 where a byte order mark or the header shows it]
    #[arg(long, value_name = "NAME")]
    pub(super) encoding: Option<String>,
    /// The sheet of a spreadsheet, by name or number [default: the visible one that matches best]
    #[arg(long, value_name = "SHEET")]
    pub(super) sheet: Option<String>,
    /// What numbers stand for options: `points`, those of the worst and the best option, such as 0..4, or `texts`, those that
    /// their texts begin with [default: found out]
    #[arg(long, value_name = "SCALE", allow_hyphen_values = true)]
    pub(super) scale: Option<Named>,
    /// Stdin has rows alone: their header is the first row of this file. Needs --scale, or a map that says it
    ///
    /// So a table can be cut into parts that are scored apart, as engines for large tables do. Part of a table cannot tell which
    /// scale it is on or which of its rows are no respondents: every row is one.
    #[arg(long, value_name = "FILE")]
    pub(super) header_from: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) versions: Versions,
}

impl Reading {
    /// Whether anything is said that only tables have.
    pub(in crate::cli) fn is_given(&self) -> bool {
        let Self { map, delimiter, encoding, sheet, scale, header_from, versions: _ } = self;
        let files = map.is_some() || header_from.is_some();
        files || delimiter.is_some() || encoding.is_some() || sheet.is_some() || scale.is_some()
    }
}

/// Which rows are respondents.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Rows {
    /// Take only rows in which a column has this value: 'COLUMN = VALUE', or not: 'COLUMN != VALUE'; may be repeated
    #[arg(long = "where", value_name = "CONDITION")]
    pub(super) conditions: Vec<String>,
    /// Of rows with the same value in this column take only the latest; may be repeated
    ///
    /// The latest has the latest time, where the table has a column of times such as Timestamp; else it is the last in the
    /// table. Given twice, rows are of the same respondent that have the same values in both columns. Rows without a value are all
    /// taken. It takes memory for each value: about 200 MB for a million.
    #[arg(long, value_name = "COLUMN")]
    pub(super) latest_of: Vec<String>,
    /// What stands first in dates such as 03/04/2026, for --latest-of [default: what dates of the table show]
    #[arg(long, value_name = "ORDER", requires = "latest_of")]
    pub(super) date_order: Option<DateOrder>,
    /// Take previews, unfinished responses and figures at the foot for respondents too
    ///
    /// Without it they are passed over where that is certain, and it is said which. Headings and blank rows always are.
    #[arg(long)]
    pub(super) every_row: bool,
}

fn parse_delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err(say::no_delimiter().to_owned()),
    }
}

impl Arguments {
    /// The size of the input, where it is a file.
    pub(super) fn size(&self) -> Option<u64> {
        let [path] = self.files.as_slice() else { return None };
        std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len())
    }

    /// The column of versions that are not taken whatever they are.
    pub(super) fn version(&self, columns: &Columns, definition: &Definition) -> Option<usize> {
        let all = self.reading.versions.accept_version && definition.renames.points.is_empty();
        columns.version().filter(|_| !all)
    }

    /// Refuses pages without a folder, and a folder that holds something.
    pub(super) fn refuse_pages(&self, format: Format) -> Result<()> {
        let usage = |message: &str| Err(Usage(message.to_owned()).into());
        match &self.reports {
            None if format == Format::Html => usage(say::no_folder_for_pages()),
            Some(_) if format == Format::Html && self.output.path().is_some() => usage(say::nothing_left_for_output()),
            Some(folder) => reports::refuse_full(folder),
            None => Ok(()),
        }
    }

    /// Refuses a condition in single quotes that a shell took apart at its spaces, as Windows' does.
    fn refuse_torn(&self) -> Result<()> {
        let is_sign = |path: &PathBuf| matches!(path.to_str(), Some("=" | "!="));
        match !self.rows.conditions.is_empty() && self.files.iter().any(is_sign) {
            true => Err(Usage(say::torn_condition().to_owned()).into()),
            false => Ok(()),
        }
    }

    /// The files that are to be written.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &Path> {
        [self.output.path(), self.rejects.as_deref()].into_iter().flatten()
    }

    /// Refuses to write where nothing can be written, before anything is read.
    pub(super) fn refuse_clashes(&self) -> Result<()> {
        self.refuse_torn()?;
        if self.rejects.as_deref().is_some_and(output::is_stdout) {
            return Err(Usage(say::rejects_to_stdout().to_owned()).into());
        }
        self.rejects.as_deref().map_or(Ok(()), |path| output::refuse_other_than(path, "csv"))?;
        let all: Vec<&Path> = self.reports.as_deref().into_iter().chain(self.outputs()).collect();
        guard::refuse_twice(&all)?;
        self.reports.as_deref().map_or(Ok(()), output::refuse_lost)?;
        self.outputs().try_for_each(output::refuse_place)
    }
}

/// A number of actions as it is typed.
fn actions(text: &str) -> Result<u8, String> {
    number(text).ok().filter(|number| *number <= 20).ok_or_else(|| say::no_number_of_actions().to_owned())
}
