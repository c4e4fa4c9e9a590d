//! The answers of one respondent that a command is given: a file in TOML or JSON, or a table with one row of answers.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::answers::{Versions, assessment_for, load, parse};
use super::error::Usage;
use super::input::{Assessment, assessment, has_ending};
use super::{Global, batch, output};
use crate::answers::{AnswerSet, HOW_TO_ACCEPT, other_major};
use crate::definition::{Definition, bundled};
use crate::mapping::Named;
use crate::text::clean;

/// The options that name an answer set and its assessment.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct AnswerFile {
    /// Answers in TOML or JSON, or a table with one row of them; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The assessment: an id, or the path of a definition [default: the one the answers name, of a table `cx-maturity`]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
    /// What numbers in a table stand for options: see `cxm batch --help` [default: found out]
    #[arg(long, value_name = "SCALE", allow_hyphen_values = true)]
    scale: Option<Named>,
    #[command(flatten)]
    pub(super) versions: Versions,
}

impl AnswerFile {
    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    /// Reads the answers and their assessment.
    pub(super) fn read(&self, global: &Global) -> Result<(Assessment, AnswerSet)> {
        if is_table(&self.file) {
            let name = self.assessment.as_deref().unwrap_or(bundled::DEFAULT);
            let (assessment, mut set) =
                (assessment(name, global)?, batch::single(&self.file, name, self.scale, self.versions, global)?);
            same_assessment(&self.file, &assessment.definition, self.versions, &mut set)?;
            return Ok((assessment, set));
        }
        let document = parse(&self.file)?;
        let assessment = assessment_for(&document, self.assessment.as_deref(), global)?;
        let set = load(&document, &assessment.definition, self.versions.same())?;
        Ok((assessment, set))
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
        let message = format!("{} answers `{other}`, not `{id}`: name the assessment with -a", file.display());
        return Err(Usage(clean(&message).into_owned()).into());
    }
    if let Some(other) = take("version").filter(|other| *other != version) {
        if let Some(why) = other_major(&other, definition).filter(|_| !versions.accept_version) {
            bail!("{}: {why}\n{HOW_TO_ACCEPT}", file.display());
        }
        let message = format!("{} answers version {other} of `{id}`; this is {version}", file.display());
        output::note(&format!("warning: {}\n", clean(&message)));
    }
    Ok(())
}

/// Whether answers are in a table, by the ending of their file.
fn is_table(path: &Path) -> bool {
    has_ending(path, &["csv", "tsv", "xlsx", "ndjson", "jsonl"])
}
