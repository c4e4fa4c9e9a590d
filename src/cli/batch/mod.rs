//! `cxm batch`: many answer sets, with a result row each, a summary, and the rows apart that could not be scored.

mod against;
#[cfg(feature = "xlsx")]
mod archive;
mod arguments;
mod assessment;
mod bytes;
mod doubled;
mod explain;
#[cfg(feature = "xlsx")]
mod form;
mod format;
mod headed;
mod input;
mod noted;
mod passed_over;
mod progress;
mod raw;
mod records;
mod reports;
mod run;
mod scale;
mod scales;
#[cfg(feature = "xlsx")]
mod sent;
mod sets;
mod several;
#[cfg(feature = "xlsx")]
mod sheets;
mod single;
mod sink;
mod skeleton;
mod sniff;
mod source;
mod unread;
mod widths;

use std::mem::ManuallyDrop;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::input as input_of_all;
use super::output;
use super::{Global, Status};
use crate::batch::{Job, Wants};
use crate::mapping::passed_over::PassedOver;
use crate::mapping::{Cells, contents};
use crate::report::population::Extras;
use crate::words::{batch_run as say, cli_files};
use arguments::Rows;
pub(super) use arguments::{Arguments, Reading};
use assessment::Assessment;
use format::Format;
use reports::Reports;
use run::Run;
pub(super) use single::{Holds, open};
use source::Source;

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    arguments.refuse_clashes()?;
    let format = match (arguments.map_skeleton, arguments.explain_columns) {
        (false, false) => Format::chosen(arguments.format, arguments.output.path())?,
        (is_map, _) => {
            arguments.output.refuse_other_than(if is_map { "toml" } else { "txt" })?;
            Format::Csv
        }
    };
    format.refuse_terminal(arguments.output.path())?;
    arguments.refuse_pages(format)?;
    let texts = arguments.headers.are_texts(format.columns())?;
    let explains = arguments.explain_columns || arguments.map_skeleton;
    arguments.bom.refuse_unless(!explains && format == Format::Csv || arguments.rejects.is_some())?;
    if explains {
        // Elsewhere an answer set that is not there is a row that cannot be scored.
        arguments.files.iter().filter(|path| **path != Path::new("-")).try_for_each(|path| {
            std::fs::metadata(path).map(drop).with_context(|| cli_files::cannot_read(&path.display()))
        })?;
    }
    let map = arguments.reading.map.as_deref();
    // The program ends with both of these, so that their memory need not be given back piece by piece.
    let assessment = ManuallyDrop::new(Assessment::read(&arguments.assessment, &global.tag(), map)?);
    if explains {
        return describe(arguments, global, &assessment);
    }
    let mut source = Source::open(&arguments.files, arguments, &assessment)?.choosing(&arguments.rows)?;
    source.merges = arguments.merge.is_some();
    output::note(&explain::unanswered(&source.name, &assessment, &source.columns));
    output::note(&explain::untold(&source.name, &assessment, &source.columns));
    let percentiles = arguments.benchmark.as_ref().map(|path| percentiles(path, arguments, &assessment)).transpose()?;
    let summary = arguments.summary || arguments.by.is_some() || format == Format::Table;
    let wants = Wants {
        actions: arguments.actions.into(),
        summary: arguments.merge.is_none() && summary,
        by: source.metadata(arguments.by.as_deref())?,
        merge: source.metadata(arguments.merge.as_deref())?,
        role: source.columns.metadata("role").or_else(|| source.columns.metadata("役割")),
        version: arguments.version(&source.columns, assessment.definition()),
        accept_major: arguments.reading.versions.accept_version,
        each: (arguments.reports.is_some() && arguments.merge.is_none()).then(|| reports::naming(&source.columns)),
    };
    let extras = Extras { intervals: arguments.intervals, actions: wants.actions, percentiles };
    let (cells, passed_over) = scale::settle(&mut source, &assessment)?;
    let Source { name, opened, columns, .. } = source;
    let job = Job::new(assessment.definition(), cells, columns, opened.delimiter, wants).without(passed_over);
    let job = ManuallyDrop::new(job);
    let reports = arguments.reports.as_deref().map(|folder| -> Result<Reports<'_>> {
        let digest = input_of_all::assessment(&arguments.assessment, global)?.digest;
        Ok(Reports { folder, shown: assessment.shown(), digest, lang: global.lang() })
    });
    let run = Run {
        job: &job,
        reports: reports.transpose()?,
        extras,
        shown: assessment.shown(),
        look: global.viewport(),
        name,
        size: arguments.size(),
        // Files of answer sets name themselves in every reason; rows of several tables do not.
        named: arguments.files.len() > 1 && arguments.files.iter().all(|path| several::joins(path)),
        format,
        texts,
        bom: arguments.bom,
        output: arguments.output.path(),
        rejects: arguments.rejects.as_deref(),
        merge: arguments.merge.as_deref().map(|column| (column, arguments.merge_with)),
        summary,
        by: arguments.by.as_deref(),
        left_out: opened.blocks.left_out(),
    };
    run.run(opened)
}

/// Says what the columns and cells are taken for, in words or as a map to fill in.
fn describe(arguments: &Arguments, global: &Global, assessment: &Assessment) -> Result<Status> {
    let found = explained(arguments, assessment);
    if arguments.map_skeleton
        && let Some(unmatched) = found.as_ref().err().and_then(|error| error.downcast_ref::<explain::Unmatched>())
        && !unmatched.doubtful.is_empty()
    {
        arguments.output.write(&skeleton::of_unmatched(assessment, unmatched))?;
        return Ok(Status::Done);
    }
    let (mut source, (scale, cells, passed_over)) = found?;
    let head = source.head();
    let named = source.reading.scale.or(assessment.scale()).map(|named| named.to_string());
    let Source { name, opened, columns, .. } = &mut source;
    let contents =
        contents(opened, columns, (&cells, &passed_over)).map_err(|error| unread::block_error(name, error))?;
    arguments.output.write(&match arguments.map_skeleton {
        true => skeleton::skeleton(name, assessment, columns, &contents, (named.as_deref(), &scale)),
        false => {
            let text = explain::columns(assessment, columns, &contents, &head) + &scale;
            // Of what it says itself.
            if global.viewport().ascii { text.replace('…', "...") } else { text }
        }
    })?;
    Ok(Status::Done)
}

/// What is described, and what its numbers are read as.
fn explained(arguments: &Arguments, assessment: &Assessment) -> Result<(Source, (String, Cells, PassedOver))> {
    let mut source = Source::open(&arguments.files, arguments, assessment)?.choosing(&arguments.rows)?;
    let explained = scale::explained(&mut source, assessment)?;
    Ok((source, explained))
}

/// The percentiles of a reference population.
fn percentiles(path: &Path, arguments: &Arguments, assessment: &Assessment) -> Result<Vec<u16>> {
    // Another table has columns of its own.
    let rows = Rows { every_row: arguments.rows.every_row, ..Rows::default() };
    let mut source = Source::open(&[path.to_owned()], arguments, assessment)?.choosing(&rows)?;
    output::note(&explain::unanswered(&source.name, assessment, &source.columns));
    let (cells, passed_over) = scale::settle(&mut source, assessment)?;
    let Source { name, opened, columns, .. } = source;
    let version = arguments.version(&columns, assessment.definition());
    let accept_major = arguments.reading.versions.accept_version;
    let wants = Wants { summary: true, version, accept_major, ..Wants::default() };
    let job = Job::new(assessment.definition(), cells, columns, opened.delimiter, wants).without(passed_over);
    let totals = run::count(&job, &name, opened)?;
    if totals.rejected > 0 {
        output::note(&say::among_others(&name, totals.rejected, totals.scored));
    }
    match totals.segments {
        Some(segments) if segments.all.rows > 0 => Ok(segments.all.overall.percentiles()),
        _ => bail!(say::nothing_to_compare(&name)),
    }
}
