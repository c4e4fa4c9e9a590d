//! `cxm batch`: many answer sets, with a result row each, a summary, and the rows apart that could not be scored.

mod explain;
mod format;
mod input;
mod interrupt;
mod progress;
mod run;
mod sink;
mod sniff;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::error::{Invalid, Usage};
use super::input::same_file;
use super::output::{self, Output};
use super::{Global, Status};
use crate::batch::{Job, Wants};
use crate::definition::{Definition, bundled};
use crate::diagnostic::has_errors;
use crate::document::{Document, Syntax};
use crate::mapping::map::{self, Map};
use crate::mapping::{Cells, Columns, Matcher};
use crate::population::MergeWith;
use crate::report::population::Extras;
use crate::table::{LeftOut, OpenError, Opened};
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
    ///
    /// [columns]: "How do you train?" = "skills-training" takes the column with that header for the question with that id;
    /// "#31" is the 31st column; "" carries a column along. [cells]: "Always" = 4 gives the text of a cell its points, "n/a"
    /// makes it not applicable, and "" not answered.
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What separates cells: a character, or `tab` [default: found out]
    #[arg(long, value_name = "CHARACTER", value_parser = parse_delimiter)]
    delimiter: Option<u8>,
    /// The encoding, such as shift_jis [default: UTF-8, or what a byte order mark says]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The sheet of a spreadsheet, by name or number [default: the first that matches a question]
    #[arg(long, value_name = "SHEET")]
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
    /// The size of the input, where it is a file.
    fn size(&self) -> Option<u64> {
        let [path] = self.files.as_slice() else { return None };
        std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len())
    }

    /// The files that are written.
    fn outputs(&self) -> impl Iterator<Item = &Path> {
        [self.output.path(), self.rejects.as_deref()].into_iter().flatten()
    }

    /// Whether `file` is one that is to be written.
    fn is_output(&self, file: &Path) -> bool {
        self.outputs().any(|output| same_file(file, output))
    }

    /// Refuses to write over what is read, or two things into one file, or where nothing can be written, before anything
    /// is read.
    fn refuse_clashes(&self) -> Result<()> {
        if self.rejects.as_deref().is_some_and(|path| [Path::new("-"), Path::new("/dev/stdout")].contains(&path)) {
            return Err(Usage("--rejects needs a file: stdout is where results go".to_owned()).into());
        }
        let read = || self.files.iter().chain(&self.benchmark).chain(&self.reading.map).map(PathBuf::as_path);
        for out in self.outputs() {
            let same = |file: &&Path| same_file(file, out) || (*file == Path::new("-") && is_stdin(out));
            if let Some(file) = read().find(same) {
                let file = if file == Path::new("-") { out } else { file };
                return Err(Usage(format!("{} is read: write to another file", file.display())).into());
            }
            if out.is_dir() {
                bail!("cannot write {}: it is a folder", out.display());
            }
            let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
            if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                bail!("cannot write {}: there is no folder {}", out.display(), folder.display());
            }
        }
        match (self.output.path(), self.rejects.as_deref()) {
            (Some(results), Some(rejects)) if results == rejects || same_file(results, rejects) => {
                Err(Usage(format!("{} cannot take results and rejects", results.display())).into())
            }
            _ => Ok(()),
        }
    }
}

/// Whether stdin is read from the file at `path`.
#[cfg(unix)]
fn is_stdin(path: &Path) -> bool {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::MetadataExt as _;
    let stdin = std::io::stdin().as_fd().try_clone_to_owned().map(std::fs::File::from);
    let stdin = stdin.and_then(|stdin| stdin.metadata()).ok().filter(std::fs::Metadata::is_file);
    let of = |file: &std::fs::Metadata| (file.dev(), file.ino());
    stdin.is_some_and(|stdin| std::fs::metadata(path).is_ok_and(|file| of(&file) == of(&stdin)))
}

#[cfg(not(unix))]
fn is_stdin(_: &Path) -> bool {
    false
}

/// Scores all rows.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    arguments.refuse_clashes()?;
    let format = Format::chosen(arguments.format, arguments.output.path());
    format.refuse_terminal(arguments.output.path())?;
    let assessment = assessment(arguments, global)?;
    let (input, opened, columns) = open(&arguments.files, arguments, &assessment)?;
    if arguments.explain_columns {
        output::print(&explain::columns(&assessment, &columns, opened.delimiter))?;
        return Ok(Status::Done);
    }
    output::note(&explain::unanswered(&input.name, &assessment, &columns));
    let percentiles = match &arguments.benchmark {
        Some(path) => Some(population(path, arguments, &assessment)?),
        None => None,
    };
    let summary = arguments.summary || arguments.by.is_some() || format.on_terminal();
    let wants = Wants {
        actions: arguments.actions.into(),
        summary: arguments.merge.is_none() && summary,
        by: arguments.by.as_deref().map(|name| metadata(&columns, name)).transpose()?,
        merge: arguments.merge.as_deref().map(|name| metadata(&columns, name)).transpose()?,
        role: columns.metadata("role").or_else(|| columns.metadata("役割")),
    };
    let extras = Extras { intervals: arguments.intervals, actions: wants.actions, percentiles };
    let cells = Cells::new(&assessment.languages, &assessment.map);
    let definition = &assessment.languages[0];
    let shifted = crate::mapping::shifted(definition, &columns, opened.blocks.begun(), opened.delimiter);
    let job = Job::new(definition, cells, columns, opened.delimiter, wants);
    let Source { name, left_out } = input;
    let run = run::Run {
        job: &job,
        extras,
        shown: &assessment.shown,
        look: global.look(),
        name,
        size: arguments.size(),
        // Files of answer sets name themselves in every reason; rows of several spreadsheets do not.
        named: arguments.files.len() > 1 && arguments.files.iter().all(|path| input::is_spreadsheet(path)),
        format,
        output: arguments.output.path(),
        rejects: arguments.rejects.as_deref(),
        merge: arguments.merge.as_deref().map(|column| (column, arguments.merge_with.into())),
        summary,
        by: arguments.by.as_deref(),
        shifted,
        left_out,
    };
    run.run(opened)
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
            let document = Document::parse(&source, Syntax::Toml).map_err(Invalid)?;
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

/// What is still to be known of an input that is open.
struct Source {
    /// What messages call it.
    name: String,
    left_out: Option<LeftOut>,
}

/// Opens an input, and matches its columns.
fn open(
    files: &[PathBuf],
    arguments: &Arguments,
    assessment: &Assessment,
) -> Result<(Source, Opened<Reader>, Columns)> {
    let input = input::read(files, arguments, assessment)?;
    let delimiter = if input.converted { Some(b',') } else { arguments.reading.delimiter };
    let opened = crate::table::open(input.reader, &assessment.matcher, delimiter);
    let mut opened = opened.map_err(|error| match (error, input.refused.first()) {
        (OpenError::Empty, Some((row, reason))) => anyhow!("{}: row {row}: {reason}", input.name),
        (error, _) => explain::open_error(&input.name, error),
    })?;
    opened.blocks = opened.blocks.with_refused(input.refused);
    opened.row -= u64::from(!input.has_header);
    let name = input.name;
    let columns = assessment.matcher.columns(&opened.header).map_err(|refusal| {
        let mut text = explain::refusal(&name, assessment, &refusal, opened.delimiter);
        if input.sheets.len() > 1 {
            text.push_str(&format!("\nSheets: {}; name the one that is meant with --sheet.", input.sheets.join(", ")));
        }
        anyhow!(text)
    })?;
    match opened.above {
        0 => {}
        1 => output::note(&format!("note: {name}: 1 row above the header was passed over\n")),
        rows => output::note(&format!("note: {name}: {rows} rows above the header were passed over\n")),
    }
    Ok((Source { name, left_out: input.left_out }, opened, columns))
}

/// How many names of columns a message lists.
const LISTED: usize = 100;

/// The column of metadata that an option names.
fn metadata(columns: &Columns, name: &str) -> Result<usize> {
    columns.metadata(name).ok_or_else(|| {
        let names: Vec<&str> =
            columns.list.iter().filter(|column| column.is_metadata()).map(|c| c.header.as_str()).collect();
        let near = crate::diagnostic::nearest(name, names.iter().copied().take(LISTED));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let more = if names.len() > LISTED { format!(" and {} more", names.len() - LISTED) } else { String::new() };
        let names: Vec<&str> = names.into_iter().take(LISTED).collect();
        Usage(format!("there is no column `{name}` of metadata{near}\ncolumns: {}{more}", names.join(", "))).into()
    })
}

/// The percentiles of a reference population.
fn population(path: &PathBuf, arguments: &Arguments, assessment: &Assessment) -> Result<Vec<u16>> {
    let (Source { name, .. }, opened, columns) = open(std::slice::from_ref(path), arguments, assessment)?;
    output::note(&explain::unanswered(&name, assessment, &columns));
    let cells = Cells::new(&assessment.languages, &assessment.map);
    let wants = Wants { summary: true, ..Wants::default() };
    let definition = &assessment.languages[0];
    let job = Job::new(definition, cells, columns, opened.delimiter, wants);
    let totals = run::count(&job, &name, opened)?;
    if totals.rejected > 0 {
        let (rejected, scored) = (totals.rejected, totals.scored);
        let rejected = if rejected == 1 { "1 row".to_owned() } else { format!("{rejected} rows") };
        output::note(&format!("note: {name}: {rejected} cannot be scored; percentiles are among the other {scored}\n"));
    }
    match totals.segments {
        Some(segments) if segments.all.rows > 0 => Ok(segments.all.overall.percentiles()),
        _ => bail!("{name} has no row that can be scored"),
    }
}
