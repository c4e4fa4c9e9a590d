//! Running a job: its output, its rejects, and what is said at the end.

use std::io::{ErrorKind, Write};

use anyhow::{Context as _, Result};
use serde_json::json;

use super::format::Format;
use super::input::Reader;
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::sink::{Rows, Writer};
use super::{Arguments, explain};
use crate::batch::{self, Job, Layout, Opened, Totals, render, summary_json};
use crate::cli::output;
use crate::cli::{Global, Status};
use crate::definition::Definition;

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
            Ok(totals) => (totals.scored, totals.rejected),
            // Who reads the results has seen enough of them.
            Err(error) if has_cause(&error, ErrorKind::BrokenPipe) => return Ok(Status::Done),
            Err(error) if has_cause(&error, ErrorKind::Interrupted) => {
                output::note("interrupted: no file was written\n");
                return Ok(Status::Interrupted);
            }
            Err(error) => return Err(error),
        };
        output::note(&format!("{} rows in = {scored} scored + {rejected} rejected\n", scored + rejected));
        Ok(if rejected > 0 { Status::No } else { Status::Done })
    }

    /// Writes results and summary to `out`.
    fn write(
        &self,
        opened: Opened<Reader>,
        out: &mut (dyn Write + Send),
        rejects: Option<&mut (dyn Write + Send)>,
    ) -> Result<Totals> {
        let name = self.arguments.output.path().map_or("stdout".to_owned(), |path| path.display().to_string());
        let failed = || format!("cannot write {name}");
        let by = self.arguments.by.as_deref();
        let run_error = |error| explain::run_error(&self.name, &name, by, error);
        let progress = Progress::new(self.size());
        let interrupt = Interrupt::listen().context("cannot listen for an interrupt")?;
        if let Some(column) = &self.arguments.merge {
            let mut writer = Writer { rows: Rows::Nowhere, rejects, progress, interrupt: &interrupt, said: 0 };
            let totals = pipeline(self.job, opened, &mut writer);
            writer.finish();
            let mut totals = totals.map_err(run_error)?;
            interrupt.check()?;
            let groups = totals.groups.take().unwrap_or_default();
            let merged = groups.merged(self.job, column, self.arguments.merge_with.into(), self.format.form());
            let mut rows = Rows::new(self.format, &merged.layout, &self.head(), out).with_context(failed)?;
            let count = u64::try_from(merged.organisations.len())?;
            rows.write(&merged.rows, count).with_context(failed)?;
            for name in &merged.nothing_applicable {
                output::note(&format!("note: every question is n/a for `{name}`, so it has no result\n"));
            }
            totals.segments = self.summary.then_some(merged.segments);
            let agenda = render::agenda(self.shown, &merged.organisations, self.global.look());
            self.end(rows, &merged.layout, &totals, &agenda).with_context(failed)?;
            return Ok(totals);
        }
        let rows = Rows::new(self.format, &self.job.layout, &self.head(), out).with_context(failed)?;
        let mut writer = Writer { rows, rejects, progress, interrupt: &interrupt, said: 0 };
        let totals = pipeline(self.job, opened, &mut writer);
        writer.finish();
        let totals = totals.map_err(run_error)?;
        // What fed the input may have been ended with this program, and the input be only a part.
        interrupt.check()?;
        self.end(writer.rows, &self.job.layout, &totals, "").with_context(failed)?;
        Ok(totals)
    }

    /// Writes what stands below the rows.
    fn end(&self, rows: Rows<'_>, layout: &Layout, totals: &Totals, agenda: &str) -> std::io::Result<()> {
        let look = self.global.look();
        let summary = totals.segments.as_ref();
        let (by, merged) = (self.arguments.by.as_deref(), self.arguments.merge.is_some());
        let page = summary.map(|segments| render::summary(self.shown, segments, by, merged, look));
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
                let table = render::table(self.shown, layout, &kept, rows, look);
                out.write_all(table.as_bytes())?;
                pages.iter().try_for_each(|page| write!(out, "\n{page}"))?;
                return out.flush();
            }
            #[cfg(feature = "xlsx")]
            Rows::Xlsx(out, sheet) => {
                out.write_all(&sheet.finish().map_err(std::io::Error::other)?)?;
                out.flush()?;
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
        format!("{{\n  \"schema\": \"cxm.batch/1\",\n  \"assessment\": {assessment},\n  \"rows\": [\n")
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
    let mut writer = Writer { rows: Rows::Nowhere, rejects: None, progress, interrupt: &interrupt, said: u64::MAX / 2 };
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
