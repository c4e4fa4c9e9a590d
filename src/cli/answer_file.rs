//! The answers of one respondent that a command is given: a file in TOML or JSON, or a table with one row of answers.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::answers::{assessment_for, load, parse};
use super::input::{Assessment, assessment, has_ending};
use super::{Global, batch};
use crate::answers::{AnswerSet, OtherVersion};
use crate::definition::bundled;

/// The options that name an answer set and its assessment.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct AnswerFile {
    /// Answers in TOML or JSON, or a table with one row of them; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The assessment: an id, or the path of a definition [default: the one the answers name]
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
}

impl AnswerFile {
    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    /// Reads the answers and their assessment.
    pub(super) fn read(&self, global: &Global) -> Result<(Assessment, AnswerSet)> {
        if is_table(&self.file) {
            let name = self.assessment.as_deref().unwrap_or(bundled::DEFAULT);
            return Ok((assessment(name, global)?, batch::single(&self.file, name, global)?));
        }
        let document = parse(&self.file)?;
        let assessment = assessment_for(&document, self.assessment.as_deref(), global)?;
        let set = load(&document, &assessment.definition, OtherVersion::Refuse)?;
        Ok((assessment, set))
    }
}

/// Whether answers are in a table, by the ending of their file.
fn is_table(path: &Path) -> bool {
    has_ending(path, &["csv", "tsv", "xlsx", "ndjson", "jsonl"])
}
