//! Files of one answer set each, read on all cores. What is kept of them is on disk where it is much.

use std::fs::File;
use std::io::{Read, Write as _};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{iter, thread};

use anyhow::{Context as _, Result, bail};
use tempfile::SpooledTempFile;

use super::arguments::Arguments;
use super::bytes::Reader;
use super::raw::{IN_MEMORY, Raw};
use crate::answers::{AnswerSet, OtherVersion, in_a_line, load, parse};
use crate::cli::error::told;
use crate::cli::guard;
use crate::cli::input::{answer_sets, read_text};
use crate::definition::Definition;
use crate::diagnostic::{Finding, Severity, Source};
use crate::mapping::{KeptSets, Keys, NamedSet, SetsCsv};
use crate::table::{Blocks, Refused};
use crate::words::batch_input as say;

/// What the results of this command begin with, where they are JSON.
pub(super) const SCHEMA: &str = "cxm.batch/1";
/// How many files a worker reads before what it keeps of them is put to the rest.
const AT_ONCE: usize = 256;

/// What is kept of files of answer sets.
#[derive(Clone)]
pub(super) struct Sets {
    kept: Raw,
    keys: Arc<[String]>,
}

impl Sets {
    /// Reads all answer sets that the paths name.
    pub(super) fn read(paths: &[PathBuf], name: &str, arguments: &Arguments, definition: &Definition) -> Result<Self> {
        let mut files = Vec::new();
        for path in paths {
            if path.is_dir() {
                files.extend(folder(path, paths, arguments)?);
            } else {
                files.push(path.clone());
            }
        }
        if files.is_empty() {
            bail!(say::no_sets(name));
        }
        let other = arguments.reading.versions.same();
        let read = |files: &[PathBuf]| {
            let mut kept = KeptSets::default();
            for file in files {
                let set = named_set(&file.display().to_string(), read_text(file), definition, other);
                kept.add(&set, definition);
            }
            kept
        };
        Self::of(files.chunks(AT_ONCE * cores()).flat_map(|files| {
            thread::scope(|scope| {
                let mut parts = files.chunks(AT_ONCE);
                let own = parts.next().unwrap_or_default();
                let others: Vec<_> = parts.map(|part| scope.spawn(move || read(part))).collect();
                let own = read(own);
                let others = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
                iter::once(own).chain(others).collect::<Vec<_>>()
            })
        }))
    }

    /// One answer set alone.
    pub(super) fn one(set: &NamedSet, definition: &Definition) -> Result<Self> {
        let mut kept = KeptSets::default();
        kept.add(set, definition);
        Self::of(iter::once(kept))
    }

    fn of(parts: impl Iterator<Item = KeptSets>) -> Result<Self> {
        let (mut records, mut keys) = (SpooledTempFile::new(IN_MEMORY), Keys::default());
        for part in parts {
            records.write_all(&part.records).context(say::cannot_keep())?;
            part.keys.list.iter().for_each(|key| keys.add(key));
        }
        Ok(Self { kept: Raw::kept(records)?, keys: keys.list.into() })
    }

    /// Them as a table, and those that are none.
    pub(super) fn table(&self, definition: &Definition) -> (Reader, Refused) {
        let csv = SetsCsv::new(self.kept.read(), &self.keys, definition);
        let refused = csv.refused();
        (Box::new(csv), refused)
    }
}

/// The answer sets of a folder, less what this command wrote before and is to write again.
fn folder(path: &Path, named: &[PathBuf], arguments: &Arguments) -> Result<Vec<PathBuf>> {
    let mut files = answer_sets(path, named)?;
    let is_output = guard::one_of(arguments.outputs());
    files.retain(|file| !(is_output(file) && is_result(file)));
    Ok(files)
}

/// Whether a file is what this command wrote before, which may be written again and is no answer set; of `> FILE`, a shell has
/// left nothing.
fn is_result(file: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(file).and_then(|file| file.take(64).read_to_end(&mut head));
    read.is_ok() && head.is_empty() || head.windows(SCHEMA.len()).any(|part| part == SCHEMA.as_bytes())
}

/// The answer set in a file, or why there is none.
pub(super) fn named_set(
    name: &str,
    source: Result<Arc<Source>>,
    definition: &Definition,
    other: OtherVersion,
) -> NamedSet {
    let set = source.map_err(|error| told(&error)).and_then(|source| answer_set(&source, definition, other));
    (name.to_owned(), set.map_err(|reason| say::in_file(name, &reason)))
}

fn answer_set(source: &Arc<Source>, definition: &Definition, other: OtherVersion) -> Result<AnswerSet, String> {
    let load = |document| load(&document, definition, other);
    parse(source).and_then(load).map(|(set, _)| set).map_err(|findings| reason(&findings))
}

/// The first error, with its line, and how many more there are.
fn reason(findings: &[Finding]) -> String {
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Deny).collect();
    let Some(first) = errors.first() else { return String::new() };
    let (line, why) = (first.position().line, in_a_line(first));
    match errors.len() - 1 {
        0 => say::at_line(line, &why),
        more => say::at_line_and_more(line, &why, more),
    }
}

/// How many threads read these blocks.
pub(super) fn workers<R: Read>(blocks: &Blocks<R>) -> usize {
    if blocks.is_one() { 1 } else { cores() }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(8)
}
