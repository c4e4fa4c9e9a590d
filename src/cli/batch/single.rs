//! One answer set out of a table: a form that came back, or one row of an export.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::arguments::{Reading, Rows};
use super::assessment::Assessment;
use super::bytes::{Reader, SNIFFED};
use super::raw::Raw;
use super::source::Source;
use super::{bytes, explain, scale, sniff, unread};
use crate::answers::AnswerSet;
use crate::cli::error::Usage;
use crate::cli::input::{has_ending, is_table};
use crate::cli::{Global, output};
use crate::mapping;
use crate::table::compressed::Compression;
use crate::table::encoding;
use crate::words::{batch_input as say, cli_files};

/// What a file holds that is to be one answer set.
pub(in crate::cli) enum Holds {
    Table(Table),
    /// An answer file, or nothing that is one.
    Set(Reader),
}

/// A table that is open.
pub(in crate::cli) struct Table {
    raw: Raw,
    path: PathBuf,
}

/// Opens a file, whatever it holds. What is no answer file by its beginning is a table if its columns match the assessment.
pub(in crate::cli) fn open(path: &Path, reading: &Reading, name: &str, global: &Global) -> Result<Holds> {
    if path.is_dir() {
        let path = output::typed(path);
        return Err(Usage(say::is_folder(&path)).into());
    }
    let shown = || cli_files::cannot_read(&path.display());
    let raw = Raw::open(path).with_context(shown)?;
    let mut head = Vec::new();
    raw.read().take(u64::try_from(SNIFFED)?).read_to_end(&mut head).with_context(shown)?;
    let is_toml = has_ending(path, &["toml"]);
    let is_packed = Compression::of(&head).is_some() || head.starts_with(b"PK\x03\x04");
    let is_wide = !is_toml && encoding::marked(&head).is_some_and(|encoding| encoding != encoding_rs::UTF_8);
    let is_table = is_table(path) || is_packed || is_wide || {
        let text = String::from_utf8_lossy(&head);
        match sniff::holds(&text, head.len() < SNIFFED) {
            sniff::Holds::Rows => !is_toml,
            sniff::Holds::Set => false,
            sniff::Holds::Either => {
                let matches =
                    || Ok::<_, anyhow::Error>(bytes::matches(&head, &Assessment::read(name, &global.tag(), None)?));
                !is_toml && !has_ending(path, &["json"]) && (reading.is_given() || matches()? > 0)
            }
        }
    };
    Ok(if is_table { Holds::Table(Table { raw, path: path.to_owned() }) } else { Holds::Set(raw.read()) })
}

impl Table {
    /// The answers in the row with this number, as a spreadsheet shows it, or in the only row; `every` one as it is, whatever the table
    /// says of it.
    pub(in crate::cli) fn answers(
        self,
        (row, every): (Option<u64>, bool),
        reading: &Reading,
        name: &str,
        global: &Global,
    ) -> Result<AnswerSet> {
        let assessment = Assessment::read(name, &global.tag(), reading.map.as_deref())?;
        let mut source = Source::table(self.raw, &self.path, reading, &assessment)?;
        if every {
            source = source.choosing(&Rows { every_row: true, ..Rows::default() })?;
        }
        output::note(&explain::unanswered(&source.name, &assessment, &source.columns));
        let (cells, passed_over) = scale::settle(&mut source, &assessment)?;
        let Source { name, opened, columns, .. } = source;
        let set = mapping::answer_set(opened, &columns, (&cells, &passed_over), assessment.definition(), row);
        set.map_err(|why| unread::not_single(&name, &output::typed(&self.path), why))
    }
}
