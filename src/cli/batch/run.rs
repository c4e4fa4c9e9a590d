//! Running a job: its output, its rejects, and what is said at the end.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use super::bytes::Reader;
use super::format::Format;
use super::progress::Progress;
use super::reports::Reports;
use super::sets::{SCHEMA, workers};
use super::sink::{Broken, Results, Writer};
use super::unread;
use crate::batch::{self, Encoder as _, Job, RunError, Totals};
use crate::cli::bom::Bom;
use crate::cli::{Status, guard, output};
use crate::definition::Definition;
use crate::population::{MergeWith, Organisation};
use crate::report::Viewport;
use crate::report::population::{self, Agenda, Extras, Form, Layout, RowEncoder, Rows, csv_line, summary_json};
use crate::table::{LeftOut, Opened};
use crate::words::lists::comma;
use crate::words::{batch_run as say, cli_files};

/// How many organisations are written at once.
const AT_ONCE: u64 = 1_000;

/// A job with all that its output depends on.
pub(super) struct Run<'a> {
    pub(super) job: &'a Job<'a>,
    pub(super) extras: Extras,
    /// The assessment in the language that is wanted.
    pub(super) shown: &'a Definition,
    pub(super) look: Viewport,
    pub(super) name: String,
    /// How many bytes it has, where that is known.
    pub(super) size: Option<u64>,
    /// Whether the first cell of a row names its file, and no reason does.
    pub(super) named: bool,
    pub(super) format: Format,
    /// Whether columns are called by texts, and not by ids.
    pub(super) texts: bool,
    /// Whether CSV begins with a byte order mark.
    pub(super) bom: Bom,
    /// Where results go; none for stdout.
    pub(super) output: Option<&'a Path>,
    pub(super) rejects: Option<&'a Path>,
    /// The column that names organisations, and what becomes of different answers of their respondents.
    pub(super) merge: Option<(&'a str, MergeWith)>,
    /// Where reports of rows or organisations go.
    pub(super) reports: Option<Reports<'a>>,
    /// Whether a summary is wanted, and of the values of which column as well.
    pub(super) summary: bool,
    pub(super) by: Option<&'a str>,
    /// Keys of NDJSON that are no columns.
    pub(super) left_out: Option<LeftOut>,
}

impl Run<'_> {
    /// Runs the job, and says what came of it.
    pub(super) fn run(&self, opened: Opened<Reader>) -> Result<Status> {
        let to = |rejects: Option<&mut (dyn Write + Send)>| match self.output {
            Some(path) => output::replace(path, false, |file| self.write(opened, file, rejects)),
            None => guard::refuse_stdout().and_then(|()| self.write(opened, &mut io::stdout(), rejects)),
        };
        let totals = match self.rejects {
            None => to(None),
            Some(path) => output::replace(path, false, |file| {
                let headers = self.job.columns.list.iter().map(|column| column.header.as_str());
                let header = csv_line(["row", "reason"].into_iter().chain(headers));
                let header = [self.bom.of(Some(path)).as_bytes(), &header].concat();
                file.write_all(&header).with_context(|| cli_files::cannot_write(&path.display()))?;
                to(Some(file))
            }),
        };
        let totals = match totals {
            Ok(Some(totals)) => {
                if totals.blank > 0 {
                    output::note(&say::blank(totals.blank));
                }
                if totals.unasked > 0 {
                    output::note(&say::unasked(totals.unasked));
                }
                totals
            }
            // Who reads the results has seen enough of them.
            Ok(None) => return Ok(Status::Done),
            Err(error) => return Err(error),
        };
        self.say_left_out();
        let Totals { scored, rejected, passed_over, .. } = totals;
        let rows = scored + rejected + passed_over;
        output::note(&match passed_over {
            0 => say::counts(rows, scored, rejected),
            _ => say::counts_with_passed(rows, scored, rejected, passed_over),
        });
        Ok(if rejected > 0 { Status::No } else { Status::Done })
    }

    /// Says which metadata came too late to be a column.
    fn say_left_out(&self) {
        let keys = self.left_out.as_ref().map(LeftOut::keys).unwrap_or_default();
        if !keys.is_empty() {
            output::note(&say::left_out(&keys.join(comma())));
        }
    }

    /// Writes results and summary to `out`. None if whoever reads stdout went away, and nothing else was to be written.
    fn write(
        &self,
        opened: Opened<Reader>,
        out: &mut (dyn Write + Send),
        rejects: Option<&mut (dyn Write + Send)>,
    ) -> Result<Option<Totals>> {
        let wants_rejects = rejects.is_some();
        let layout = self.layout();
        // Organisations can be written only when all of their respondents are known.
        let begun = if self.merge.is_some() { Ok(Results::Nowhere) } else { self.begin(&layout, &mut *out) };
        let results = match self.unless_gone(begun)? {
            Some(results) => results,
            None if wants_rejects => Results::Nowhere,
            None => return Ok(None),
        };
        let mut writer = Writer::new(results, rejects, Progress::new(self.size));
        writer.named = self.named;
        writer.headers = self.job.columns.list.iter().map(|column| column.header.clone()).collect();
        let form = if self.merge.is_some() { Form::Nothing } else { self.format.form() };
        let first_row = opened.row + 1;
        let totals = pipeline(self.job, &self.encoder(&layout, form), opened, &mut writer);
        writer.finish();
        let mut totals = match (totals, writer.broken) {
            (Err(RunError::Write(error)), Some(Broken::Results)) => return self.unless_gone(Err(error)),
            (Err(error), broken) => return Err(self.explained(error, broken)),
            // Only of stdout is it no failure that nobody reads it any more.
            (Ok(_), Some(_)) if self.output.is_some() => return self.unless_gone(Err(ErrorKind::BrokenPipe.into())),
            (Ok(totals), _) => totals,
        };
        if let (None, Some(reports)) = (self.merge, &self.reports) {
            let groups = totals.groups.take().unwrap_or_default().sorted(self.job.definition);
            Reports::refuse_many(groups.count(), say::many_rows)?;
            let mut rows = Vec::new();
            let take = |row: Organisation| -> Result<()> {
                rows.push(row);
                Ok(())
            };
            groups.merged((self.job.definition, &self.job.scorer), MergeWith::Median, 0, take)?;
            reports.write(&reports.of_rows(&rows, self.job, first_row))?;
        }
        let written = match self.merge {
            None => self.unless_gone(self.end(writer.results, &layout, &totals, ""))?,
            Some((_, with)) => self.organisations(with, &layout, &mut totals, out)?,
        };
        Ok((written.is_some() || wants_rejects).then_some(totals))
    }

    fn layout(&self) -> Layout {
        let (definition, extras) = (self.job.definition, self.extras.clone());
        match self.merge {
            None => Layout::new(definition, &self.job.columns, extras),
            Some((column, _)) => Layout::of_organisations(definition, column, extras),
        }
    }

    fn encoder<'l>(&'l self, layout: &'l Layout, form: Form) -> RowEncoder<'l> {
        RowEncoder { definition: self.job.definition, layout, form }
    }

    /// Writes what stands above the rows.
    fn begin<'o>(&self, layout: &'o Layout, out: &'o mut (dyn Write + Send)) -> io::Result<Results<'o>> {
        let definition = self.job.definition;
        let assessment = json!({ "id": definition.id, "version": definition.version.to_string() });
        let head = format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"assessment\": {assessment},\n  \"rows\": [");
        let titles = self.texts.then(|| layout.titles(self.shown, self.look.lang));
        let titles = titles.unwrap_or_else(|| layout.header().map(str::to_owned).collect());
        if self.format == Format::Csv {
            out.write_all(self.bom.of(self.output).as_bytes())?;
        }
        Results::new(self.format, (layout, &titles), &head, out)
    }

    /// Writes a row for each organisation, and what stands below them; reports of all come before the rows. None if whoever
    /// reads stdout went away.
    fn organisations(
        &self,
        with: MergeWith,
        layout: &Layout,
        totals: &mut Totals,
        out: &mut (dyn Write + Send),
    ) -> Result<Option<()>> {
        let definition = self.job.definition;
        let groups = totals.groups.take().expect("organisations were asked for").sorted(definition);
        let room = match &self.reports {
            Some(_) => Reports::refuse_many(groups.count(), say::many_organisations).map(|()| u64::MAX)?,
            None => AT_ONCE,
        };
        let mut results = match self.unless_gone(self.begin(layout, out))? {
            Some(results) => results,
            None if self.reports.is_some() => Results::Nowhere,
            None => return Ok(None),
        };
        let encoder = self.encoder(layout, self.format.form());
        let (mut agenda, mut kept) = (Agenda::default(), Vec::new());
        let (mut rows, mut count) = (Rows::default(), 0);
        let take = |organisation: Organisation| {
            encoder.organisation(&mut rows, &organisation);
            count += 1;
            if count == room {
                results.write(&rows, count)?;
                RowEncoder::clear(&mut rows);
                count = 0;
            }
            self.say_disputes(&organisation);
            agenda.add(&organisation);
            kept.extend(self.reports.is_some().then_some(organisation));
            Ok(())
        };
        let merged = groups.merged((definition, &self.job.scorer), with, self.extras.actions, take);
        let Some(merged) = self.unless_gone(merged)? else { return Ok(None) };
        if let Some(reports) = &self.reports {
            reports.write(&reports.of_organisations(&kept))?;
        }
        for name in &merged.nothing_applicable {
            output::note(&say::no_result(name));
        }
        totals.segments = self.summary.then_some(merged.segments);
        let written = results.write(&rows, count);
        self.unless_gone(written.and_then(|()| self.end(results, layout, totals, &agenda.page(self.shown, self.look))))
    }

    /// Says on which facts colleagues differ.
    fn say_disputes(&self, organisation: &Organisation) {
        let facts = &self.job.definition.profile;
        let ids: Vec<String> = organisation.disputed.iter().map(|of| format!("`{}`", facts[of.fact].id)).collect();
        if !ids.is_empty() {
            output::note(&say::disputed(&organisation.name, &ids.join(comma())));
        }
    }

    /// Writes what stands below the rows.
    fn end(&self, results: Results<'_>, layout: &Layout, totals: &Totals, agenda: &str) -> io::Result<()> {
        let summary = totals.segments.as_ref();
        let organisations = self.merge.is_some();
        let page = summary.map(|all| population::summary(self.shown, all, self.by, organisations, self.look));
        let pages = || page.as_deref().into_iter().chain([agenda]).filter(|page| !page.is_empty());
        match results {
            Results::Items(out, _) => {
                let counts = json!({
                    "scored": totals.scored,
                    "rejected": totals.rejected,
                    "passed_over": totals.passed_over,
                });
                let summary = summary.map(|segments| summary_json(self.job.definition, segments));
                let summary = summary.map(|summary| format!(",\n  \"summary\": {summary}")).unwrap_or_default();
                write!(out, "\n  ],\n  \"counts\": {counts}{summary}\n}}\n")?;
                return out.flush();
            }
            Results::Table(out, kept, rows) => {
                let table = population::table(self.shown, layout, &kept, rows, self.look);
                out.write_all(table.as_bytes())?;
                pages().try_for_each(|page| write!(out, "\n{page}"))?;
                return out.flush();
            }
            #[cfg(feature = "xlsx")]
            Results::Sheet(out, sheet, _) => {
                let cut = sheet.finish(&mut *out)?;
                out.flush()?;
                if cut > 0 {
                    output::note(&say::cut(cut));
                }
            }
            Results::Lines(out) => out.flush()?,
            Results::Nowhere => {}
        }
        pages().for_each(output::note);
        Ok(())
    }

    /// What was written to the results; none if whoever reads stdout has seen enough of them.
    fn unless_gone<T>(&self, written: io::Result<T>) -> Result<Option<T>> {
        match written {
            Ok(written) => Ok(Some(written)),
            Err(error) if self.output.is_none() && error.kind() == ErrorKind::BrokenPipe => Ok(None),
            Err(error) => Err(anyhow::Error::new(error).context(cli_files::cannot_write(&shown(self.output)))),
        }
    }

    /// Why the input could not be brought to its end.
    fn explained(&self, error: RunError, broken: Option<Broken>) -> anyhow::Error {
        let output = if broken == Some(Broken::Rejects) { self.rejects } else { self.output };
        let by = self.by.or(self.merge.map(|(column, _)| column));
        unread::run_error(&self.name, &shown(output), by, error)
    }
}

fn shown(path: Option<&Path>) -> String {
    path.map_or_else(|| say::stdout().to_owned(), |path| path.display().to_string())
}

/// Scores all rows of a reference population.
pub(super) fn count(job: &Job<'_>, name: &str, opened: Opened<Reader>) -> Result<Totals> {
    let mut rejects = io::sink();
    let mut writer = Writer::new(Results::Nowhere, Some(&mut rejects), Progress::new(None));
    let layout = Layout::new(job.definition, &job.columns, Extras::default());
    let encoder = RowEncoder { definition: job.definition, layout: &layout, form: Form::Nothing };
    let totals = pipeline(job, &encoder, opened, &mut writer);
    totals.map_err(|error| unread::run_error(name, name, None, error))
}

fn pipeline(
    job: &Job<'_>,
    encoder: &RowEncoder<'_>,
    opened: Opened<Reader>,
    writer: &mut Writer<'_, '_>,
) -> Result<Totals, RunError> {
    let workers = workers(&opened.blocks);
    batch::run(job, encoder, opened.blocks, opened.row + 1, workers, writer)
}
