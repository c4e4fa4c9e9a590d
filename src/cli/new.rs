//! `cxm new`: the files of an assessment of one's own. It never writes over a file.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::error::Usage;
use super::{Global, Status, output};
use crate::definition::{MAX_ID, bundled, is_id, is_language, mend_id, scaffold};
use crate::store;
use crate::words::{Lang, will_do};

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
    let mended = mend_id(text).map(|mended| format!("; how about `{mended}`?")).unwrap_or_default();
    Err(format!("an id is lower-case words of a-z and 0-9 joined by hyphens, at most {MAX_ID} characters{mended}"))
}

fn parse_language(text: &str) -> Result<String, String> {
    let help = "write the code that ISO 639 has for it, such as en, ja or fr";
    Some(text.to_ascii_lowercase()).filter(|code| is_language(code)).ok_or_else(|| help.to_owned())
}

/// Writes the files, and says what to do with them.
pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let id = &arguments.id;
    if bundled::find(id).is_some() {
        let copy = format!("to start from a copy of it: cxm show {id} --toml > my-{id}.toml");
        return Err(Usage(format!("`{id}` is a bundled assessment: choose another id\n{copy}")).into());
    }
    let language = arguments.language.as_deref().unwrap_or(global.lang().tag());
    let path = arguments.output.join(format!("{id}.toml"));
    let mut files = vec![(path.clone(), scaffold::definition(id, language))];
    if let Some(into) = arguments.translation {
        let tag = into.tag();
        let text = scaffold::translation(id, language, into)
            .ok_or_else(|| Usage(format!("the texts are in `{tag}` already: choose another --translation")))?;
        files.push((arguments.output.join(format!("{id}.{tag}.toml")), text));
    }
    if let Some((there, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Usage(format!("{} exists, and is not written over", there.display())).into());
    }
    let there = output::make_folder(&arguments.output)?;
    let new: Vec<(&Path, &[u8])> = files.iter().map(|(path, text)| (path.as_path(), text.as_bytes())).collect();
    if let Err(error) = store::create(&new) {
        if !there {
            let _ = std::fs::remove_dir(&arguments.output);
        }
        return Err(error).with_context(|| format!("cannot write {}", path.display()));
    }
    files.iter().for_each(|(path, _)| output::note(&format!("wrote {}\n", path.display())));
    let spoken = Lang::from_tag(language).tag();
    if !will_do(language, spoken) {
        output::note(&format!("its texts are English as yet: write yours, in `{language}`\n"));
    }
    output::note(&next(&path));
    Ok(Status::Done)
}

/// What to do with a new definition.
fn next(path: &Path) -> String {
    let path = output::typed(path);
    format!(
        "\n\
         It works as it is: replace its texts, then add your own.\n\n  \
         cxm check {path}\n      what is wrong with it, after every change\n  \
         cxm show {path}\n      its questions, as respondents read them\n  \
         cxm assess {path}\n      answer them\n\n\
         An editor with Taplo (such as Even Better TOML) completes and checks keys. Write\n\
         the schema beside the file: cxm schema definition -o definition.json\n\
         and on the file's first line: #:schema ./definition.json\n"
    )
}
