//! `cxm new`: the files of an assessment of one's own. It never writes over a file.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::error::Usage;
use super::{Global, Status, output};
use crate::definition::{MAX_ID, bundled, is_id, is_language, mend_id, scaffold};
use crate::store;
use crate::words::{Lang, cli_commands as say, cli_files, will_do};

/// Arguments of `cxm new`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What answer sets will call it, and the name of its file: lower-case words joined by hyphens
    #[arg(value_name = "ID", value_parser = parse_id)]
    id: String,
    /// The language of its texts: en, ja, or another by its code, such as fr [default: as --lang]
    ///
    /// In another, the texts to begin with are English.
    #[arg(long, value_name = "LANGUAGE", value_parser = parse_language)]
    language: Option<String>,
    /// A translation into this language as well, <ID>.<LANGUAGE>.toml
    #[arg(long, value_name = "LANGUAGE", ignore_case = true)]
    translation: Option<Lang>,
    /// The folder to write to; made if it is not there
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    output: PathBuf,
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag()).help(self.english()))
    }
}

fn parse_id(text: &str) -> Result<String, String> {
    if is_id(text) && text.len() <= MAX_ID {
        return Ok(text.to_owned());
    }
    Err(mend_id(text).map_or_else(|| say::id(MAX_ID), |mended| say::id_such_as(MAX_ID, &mended)))
}

fn parse_language(text: &str) -> Result<String, String> {
    Some(text.to_ascii_lowercase()).filter(|code| is_language(code)).ok_or_else(|| say::language_code().to_owned())
}

/// Writes the files, and says what to do with them.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let id = &arguments.id;
    if bundled::find(id).is_some() {
        return Err(Usage(say::is_bundled(id)).into());
    }
    let language = arguments.language.as_deref().unwrap_or(global.lang().tag());
    let path = arguments.output.join(format!("{id}.toml"));
    let mut files = vec![(path.clone(), scaffold::definition(id, language))];
    if let Some(into) = arguments.translation {
        let tag = into.tag();
        let text = scaffold::translation(id, language, into).ok_or_else(|| Usage(say::same_language(tag)))?;
        files.push((arguments.output.join(format!("{id}.{tag}.toml")), text));
    }
    if let Some((there, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Usage(cli_files::not_written_over(&there.display())).into());
    }
    let there = output::make_folder(&arguments.output)?;
    let new: Vec<(&Path, &[u8])> = files.iter().map(|(path, text)| (path.as_path(), text.as_bytes())).collect();
    if let Err(error) = store::create(&new) {
        if !there {
            let _ = std::fs::remove_dir(&arguments.output);
        }
        return Err(error).with_context(|| cli_files::cannot_write(&path.display()));
    }
    files.iter().for_each(|(path, _)| output::note(&cli_files::wrote(&path.display())));
    let spoken = Lang::from_tag(language).tag();
    if !will_do(language, spoken) {
        output::note(&say::english_as_yet(language));
    }
    output::note(&say::next_for_definition(&output::typed(&path)));
    Ok(Status::Done)
}
