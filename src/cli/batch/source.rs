//! An input that is open, with its columns matched; and which of them an option names.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::arguments::{Arguments, Reading};
use super::assessment::Assessment;
use super::bytes::Reader;
use super::explain;
use super::input::{self, Input};
use crate::cli::answers::Versions;
use crate::cli::error::Usage;
use crate::cli::output;
use crate::mapping::{self, Cells, Columns, Shifted};
use crate::table::{self, LeftOut, OpenError, Opened};

/// An input whose header was read.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) opened: Opened<Reader>,
    pub(super) columns: Columns,
    /// The ids of the facts, by which their columns can be named too.
    facts: Vec<String>,
    /// The keys of NDJSON that are no columns, when all is read.
    pub(super) left_out: Option<LeftOut>,
}

impl Source {
    /// Opens an input, and says what is above its header.
    pub(super) fn open(files: &[PathBuf], arguments: &Arguments, assessment: &Assessment) -> Result<Self> {
        Self::of(input::read(files, arguments, assessment)?, arguments.reading.delimiter, assessment)
    }

    /// Opens one table of which nothing is said, and says what is above its header.
    pub(super) fn table(path: &Path, versions: Versions, assessment: &Assessment) -> Result<Self> {
        let reading = Reading { versions, ..Reading::default() };
        Self::of(input::table(path, &reading, assessment)?, None, assessment)
    }

    fn of(input: Input, delimiter: Option<u8>, assessment: &Assessment) -> Result<Self> {
        let name = input.name;
        input.notes.iter().for_each(|note| output::note(&format!("note: {name}: {note}\n")));
        let delimiter = if input.converted { Some(b',') } else { delimiter };
        let (reader, matcher, refused) = (input.reader, &assessment.matcher, input.refused.clone());
        let opened = match input.has_header {
            true => table::open(reader, matcher, delimiter, refused),
            false => table::open_converted(reader, matcher, refused),
        };
        let mut opened = opened.map_err(|error| match (error, input.refused.first()) {
            (OpenError::Empty, Some((row, reason))) => anyhow!("{name}: row {row}: {reason}"),
            (error, _) => explain::open_error(&name, input.encoding, error),
        })?;
        opened.row -= u64::from(!input.has_header);
        let columns = assessment.matcher.columns(&opened.header).map_err(|refusal| {
            let mut text = explain::refusal(&name, assessment, &refusal, opened.delimiter);
            if input.sheets.len() > 1 {
                text.push_str(&format!(
                    "\nSheets: {}; name the one that is meant with --sheet.",
                    input.sheets.join(", ")
                ));
            }
            anyhow!(text)
        })?;
        match opened.above {
            0 => {}
            1 => output::note(&format!("note: {name}: 1 row above the header was passed over\n")),
            rows => output::note(&format!("note: {name}: {rows} rows above the header were passed over\n")),
        }
        Ok(Self { name, opened, columns, facts: assessment.matcher.facts().to_vec(), left_out: input.left_out })
    }

    /// What cells mean; and the scale that answers look to be on, where cells are not read so. Where they are, it is said.
    pub(super) fn cells(&self, assessment: &Assessment) -> (Cells, Option<Shifted>) {
        let (begun, delimiter) = (self.opened.blocks.begun(), self.opened.delimiter);
        let scale = mapping::shifted(assessment.definition(), &self.columns, begun, delimiter);
        match scale.filter(|scale| scale.from_zero && !assessment.maps_cells()) {
            Some(scale) => {
                output::note(&explain::from_zero(&self.name, scale));
                (assessment.cells(true), None)
            }
            None => (assessment.cells(false), scale),
        }
    }

    /// The column of metadata, or of a fact, that an option names, if it names one.
    pub(super) fn metadata(&self, name: Option<&str>) -> Result<Option<usize>> {
        let column = |name: &str| {
            let fact = || self.facts.iter().position(|fact| fact == name).and_then(|fact| self.columns.fact(fact));
            self.columns.metadata(name).or_else(fact).ok_or_else(|| self.no_metadata(name).into())
        };
        name.map(column).transpose()
    }

    fn no_metadata(&self, name: &str) -> Usage {
        let metadata = self.columns.list.iter().filter(|column| column.is_carried());
        let mut names: Vec<&str> = metadata.map(|column| column.header.as_str()).collect();
        let more = if names.len() > LISTED { format!(" and {} more", names.len() - LISTED) } else { String::new() };
        names.truncate(LISTED);
        let near = crate::diagnostic::nearest(name, names.iter().copied());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Usage(format!("there is no column `{name}` of metadata{near}\ncolumns: {}{more}", names.join(", ")))
    }
}

/// How many names of columns a message lists.
const LISTED: usize = 100;
