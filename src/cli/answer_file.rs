//! The answers of one respondent that a command is given: a file in TOML or JSON, or a table with one row of answers.

use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::{Error, Result, bail};

use super::answers::{Versions, assessment_for, load};
use super::batch::{self, Holds, Reading};
use super::error::{Invalid, Usage};
use super::input::{Assessment, assessment, read_source};
use super::named::number;
use super::{Global, output};
use crate::answers::{self, AnswerSet, refused_row};
use crate::definition::{Definition, bundled};
use crate::text::clean;
use crate::words::{cli_commands as say, cli_files, cli_trouble};

/// The options that name an answer set and its assessment.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct AnswerFile {
    /// Answers in TOML or JSON, or a table (CSV, TSV, NDJSON, XLSX) with a row of them; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The assessment: an id, or the path of a definition [default: the one the answers name, of a table `cx-maturity`]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
    /// The row of a table with more than one, by its number as a spreadsheet shows it
    #[arg(long, value_name = "NUMBER", value_parser = number::<NonZeroU64>)]
    row: Option<NonZeroU64>,
    /// Take that row as it is, even where its answers seem shifted, corrected or struck out
    #[arg(long, requires = "row")]
    every_row: bool,
    #[command(flatten)]
    pub(super) reading: Reading,
}

impl AnswerFile {
    /// Reads the answers, of which there must be some, and their assessment.
    pub(super) fn read(&self, global: &Global) -> Result<(Assessment, AnswerSet)> {
        let (assessment, set) = self.read_any(global)?;
        if set.is_blank() {
            let name = if self.file == Path::new("-") { Path::new("<stdin>") } else { &self.file };
            return Err(Error::msg(say::nothing_answered_in(&name.display())));
        }
        Ok((assessment, set))
    }

    fn read_any(&self, global: &Global) -> Result<(Assessment, AnswerSet)> {
        let Self { file, row, every_row, reading, .. } = self;
        let name = self.assessment.as_deref().unwrap_or(bundled::DEFAULT);
        match batch::open(file, reading, name, global)? {
            Holds::Table(table) => {
                let row = (row.map(NonZeroU64::get), *every_row);
                let (assessment, mut set) = (assessment(name, global)?, table.answers(row, reading, name, global)?);
                same_assessment(file, &assessment.definition, reading.versions, &mut set)?;
                Ok((assessment, set))
            }
            Holds::Set(_) if row.is_some() || reading.is_given() => {
                Err(Usage(cli_files::no_table(&file.display())).into())
            }
            Holds::Set(reader) => {
                let document = answers::parse(&read_source(reader, file)?).map_err(Invalid)?;
                let assessment = assessment_for(&document, self.assessment.as_deref(), global)?;
                let set = load(&document, &assessment.definition, reading.versions.same())?;
                Ok((assessment, set))
            }
        }
    }
}

/// Refuses a table that names another assessment or, unless that is accepted, another major version of it, and says that it
/// names another version. As in an answer file, neither is metadata.
fn same_assessment(file: &Path, definition: &Definition, versions: Versions, set: &mut AnswerSet) -> Result<()> {
    let mut take = |key: &str| {
        let at = set.metadata.iter().position(|(name, _)| name == key)?;
        Some(set.metadata.remove(at).1)
    };
    let (id, version) = (&definition.id, definition.version.to_string());
    if let Some(other) = take("assessment").filter(|other| other != id) {
        let message = say::other_assessment(&file.display(), &other, id);
        return Err(Usage(clean(&message).into_owned()).into());
    }
    if let Some(other) = take("version").filter(|other| *other != version) {
        if let Some(why) = refused_row(&other, definition, versions.accept_version) {
            bail!(cli_trouble::because(&file.display().to_string(), &clean(&why)));
        }
        output::note(&clean(&say::other_version(&file.display(), &other, id, &version)));
    }
    Ok(())
}
