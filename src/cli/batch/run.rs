//! Running a job: its output, its rejects, and what is said at the end.

use std::io::{ErrorKind, Write};

use anyhow::{Context as _, Result};
use serde_json::json;

use super::format::Format;
use super::input::{Reader, SCHEMA, is_spreadsheet};
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::sink::{Broken, Rows, Writer};
use super::{Arguments, explain};
use crate::batch::{self, Job, Layout, Totals};
use crate::cli::output;
use crate::cli::{Global, Status};
use crate::definition::Definition;
use crate::report::population::{self, summary_json};
use crate::table::{LeftOut, Opened};

/// A job with all that its output depends on.
pub(super) struct Run<'a> {
    pub(super) arguments: &'a Arguments,
    pub(super) global: &'a Global,
    pub(super) job: &'a Job<'a>,
    /// The assessment in the language that is wanted.
    pub(super) shown: &'a Definition,
    /// What messages call the input.
    pub(super) name: String,
    pub(super) format: Format,
    /// Whether a summary is wanted.
    pub(super) summary: bool,
    /// The lowest and the highest points, where answers look one higher.
    pub(super) shifted: Option<(u32, u32)>,
    /// Keys of NDJSON that are no columns.
    pub(super) left_out: Option<LeftOut>,
}

impl Run<'_> {
    /// Runs the job, and says what came of it.
    pub(super) fn run(&self, opened: Opened<Reader>) -> Result<Status> {
        let to = |rejects: Option<&mut (dyn Write + Send)>| match self.arguments.output.path() {
            Some(path) => output::replace(path, false, |file| self.write(opened, file, rejects)),
            None => self.write(opened, &mut std::io::stdout(), rejects),
        };
        let totals = match &self.arguments.rejects {
            None => to(None),
            Some(path) => output::replace(path, false, |file| {
                file.write_all(&rejects_header(self.job))
                    .with_context(|| format!("cannot write {}", path.display()))?;
                to(Some(file))
            }),
        };
        let (scored, rejected) = match totals {
            Ok(Some(totals)) => (totals.scored, totals.rejected),
            // Who reads the results has seen enough of them.
            Ok(None) => return Ok(Status::Done),
            Err(error) if has_cause(&error, ErrorKind::Interrupted) => {
                output::note("interrupted: no file was written\n");
                return Ok(Status::Interrupted);
            }
            Err(error) => return Err(error),
        };
        self.say_left_out();
        if let Some((lowest, highest)) = self.shifted.filter(|_| rejected > 0) {
            output::note(&explain::shifted(lowest, highest));
        }
        let rows = scored + rejected;
        output::note(&format!(
            "{rows} row{} in = {scored} scored + {rejected} rejected\n",
            if rows == 1 { "" } else { "s" }
        ));
        Ok(if rejected > 0 { Status::No } else { Status::Done })
    }

    /// Says which metadata came too late to be a column.
    fn say_left_out(&self) {
        let keys = self.left_out.as_ref().map(LeftOut::keys).unwrap_or_default();
        if !keys.is_empty() {
            output::note(&format!("note: left out, since the first lines have no such keys: {}\n", keys.join(", ")));
        }
    }

    /// Writes results and summary to `out`. None if whoever reads stdout went away, and nothing else was to be written.
    fn write(
        &self,
        opened: Opened<Reader>,
        out: &mut (dyn Write + Send),
        rejects: Option<&mut (dyn Write + Send)>,
    ) -> Result<Option<Totals>> {
        let progress = Progress::new(self.size());
        let interrupt = Interrupt::listen().context("cannot listen for an interrupt")?;
        let (wants_rejects, merge) = (rejects.is_some(), self.arguments.merge.as_deref());
        let mut out = Some(out);
        let rows = match out.take_if(|_| merge.is_none()) {
            None => Ok(Rows::Nowhere),
            Some(out) => {
                let layout = &self.job.layout;
                Rows::new(self.format, layout, layout.metadata().len(), &self.head(), out)
            }
        };
        let rows = match rows {
            Err(error) if self.is_gone(&error) && wants_rejects => Rows::Nowhere,
            Err(error) => return self.unless_gone(error),
            Ok(rows) => rows,
        };
        // Files of answer sets name themselves in every reason; rows of several spreadsheets do not.
        let named = self.arguments.files.len() > 1 && self.arguments.files.iter().all(|path| is_spreadsheet(path));
        let mut writer = Writer { named, ..Writer::new(rows, rejects, progress, &interrupt) };
        let totals = pipeline(self.job, opened, &mut writer);
        writer.finish(self.shifted.is_none());
        if totals.is_ok() {
            // What fed the input may have been ended with this program, and the input be only a part.
            interrupt.check()?;
        }
        let mut totals = match (totals, writer.broken) {
            (Ok(totals), None) => totals,
            (Err(batch::RunError::Write(error)), Some(Broken::Results)) => return self.unless_gone(error),
            // Results stopped before the end; the rejects are complete.
            (Ok(totals), _) if self.arguments.output.path().is_none() => return Ok(Some(totals)),
            (Ok(_), _) => return self.unless_gone(ErrorKind::BrokenPipe.into()),
            (Err(error), broken) => {
                let rejects = self.arguments.rejects.as_deref().filter(|_| broken == Some(Broken::Rejects));
                let output = rejects.map_or_else(|| self.output(), |path| path.display().to_string());
                return Err(explain::run_error(&self.name, &output, self.arguments.by.as_deref(), error));
            }
        };
        let written = match (merge, out) {
            (Some(column), Some(out)) => self.merge(column, &mut totals, out),
            _ => self.end(writer.rows, &self.job.layout, &totals, ""),
        };
        match written {
            Err(error) if !(self.is_gone(&error) && wants_rejects) => self.unless_gone(error),
            _ => Ok(Some(totals)),
        }
    }

    /// Writes a row for each organisation, and what stands below them.
    fn merge(&self, column: &str, totals: &mut Totals, out: &mut (dyn Write + Send)) -> std::io::Result<()> {
        let groups = totals.groups.take().unwrap_or_default();
        let merged = groups.merged(self.job, column, self.arguments.merge_with.into(), self.format.form());
        // How many respondents there are and how far they agree are numbers.
        let mut rows = Rows::new(self.format, &merged.layout, 1, &self.head(), out)?;
        let count = u64::try_from(merged.organisations.len()).unwrap_or(u64::MAX);
        rows.write(&merged.rows, count)?;
        for name in &merged.nothing_applicable {
            output::note(&format!("note: every question is n/a for `{name}`, so it has no result\n"));
        }
        totals.segments = self.summary.then_some(merged.segments);
        let agenda = population::agenda(self.shown, &merged.organisations, self.global.look());
        self.end(rows, &merged.layout, totals, &agenda)
    }

    /// Where results go, in messages.
    fn output(&self) -> String {
        self.arguments.output.path().map_or("stdout".to_owned(), |path| path.display().to_string())
    }

    /// Whether results could not be written because whoever reads stdout went away.
    fn is_gone(&self, error: &std::io::Error) -> bool {
        self.arguments.output.path().is_none() && error.kind() == ErrorKind::BrokenPipe
    }

    /// That results could not be written is an error, unless nobody reads them.
    fn unless_gone(&self, error: std::io::Error) -> Result<Option<Totals>> {
        if self.is_gone(&error) {
            return Ok(None);
        }
        Err(anyhow::Error::new(error).context(format!("cannot write {}", self.output())))
    }

    /// Writes what stands below the rows.
    fn end(&self, rows: Rows<'_>, layout: &Layout, totals: &Totals, agenda: &str) -> std::io::Result<()> {
        let look = self.global.look();
        let summary = totals.segments.as_ref();
        let (by, merged) = (self.arguments.by.as_deref(), self.arguments.merge.is_some());
        let page = summary.map(|segments| population::summary(self.shown, segments, by, merged, look));
        let pages: Vec<&str> =
            page.as_deref().into_iter().chain(Some(agenda).filter(|page| !page.is_empty())).collect();
        match rows {
            Rows::Json(out, count) => {
                let end = if count == 0 { "" } else { "\n" };
                let counts = json!({ "scored": totals.scored, "rejected": totals.rejected });
                let summary = summary.map(|segments| summary_json(self.job.definition, segments));
                let summary = summary.map(|summary| format!(",\n  \"summary\": {summary}")).unwrap_or_default();
                write!(out, "{end}  ],\n  \"counts\": {counts}{summary}\n}}\n")?;
                return out.flush();
            }
            Rows::Table(out, kept, rows) => {
                let table = population::table(self.shown, layout, &kept, rows, look);
                out.write_all(table.as_bytes())?;
                pages.iter().try_for_each(|page| write!(out, "\n{page}"))?;
                return out.flush();
            }
            #[cfg(feature = "xlsx")]
            Rows::Xlsx(out, sheet) => {
                let (bytes, cut) = sheet.finish().map_err(std::io::Error::other)?;
                out.write_all(&bytes)?;
                out.flush()?;
                if cut > 0 {
                    let cells = if cut == 1 { "1 cell was" } else { &format!("{cut} cells were") };
                    output::note(&format!("note: {cells} cut to the 32,767 characters that a spreadsheet takes\n"));
                }
            }
            Rows::Plain(out) => out.flush()?,
            Rows::Nowhere => {}
        }
        pages.iter().for_each(|page| output::note(page));
        Ok(())
    }

    /// The beginning of JSON.
    fn head(&self) -> String {
        let definition = self.job.definition;
        let assessment = json!({ "id": definition.id, "version": definition.version.to_string() });
        format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"assessment\": {assessment},\n  \"rows\": [\n")
    }

    /// The size of the input, where it is a file.
    fn size(&self) -> Option<u64> {
        let [path] = self.arguments.files.as_slice() else { return None };
        std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len())
    }
}

/// Whether an input or output error of this kind is behind `error`.
fn has_cause(error: &anyhow::Error, kind: ErrorKind) -> bool {
    error.chain().any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == kind))
}

/// Scores all rows of a reference population.
pub(super) fn count(job: &Job<'_>, name: &str, opened: Opened<Reader>) -> Result<Totals> {
    let interrupt = Interrupt::default();
    let progress = Progress::new(None);
    let mut writer = Writer { said: u64::MAX / 2, ..Writer::new(Rows::Nowhere, None, progress, &interrupt) };
    let totals = pipeline(job, opened, &mut writer);
    totals.map_err(|error| explain::run_error(name, name, None, error))
}

fn pipeline(job: &Job<'_>, opened: Opened<Reader>, writer: &mut Writer<'_, '_>) -> Result<Totals, batch::RunError> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    batch::run(job, opened.blocks, opened.row + 1, workers, writer)
}

fn rejects_header(job: &Job<'_>) -> Vec<u8> {
    let headers = job.columns.list.iter().map(|column| column.header.as_str());
    batch::csv_line(["row", "reason"].into_iter().chain(headers))
}
