//! `cxm check`: findings in definitions, their translations and their worked examples.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::error::count;
use super::input::{self, Files};
use super::{Status, output};
use crate::check::{Levels, check};
use crate::definition::bundled;
use crate::diagnostic::{self, Source, has_errors};

/// Arguments of `cxm check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Definitions, or folders of them; a translation `<id>.<lang>.toml` is checked with its definition
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
}

/// Checks all that the paths name.
pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    let mut findings = Vec::new();
    let (mut definitions, mut translations, mut unread) = (0, 0, 0);
    for path in &arguments.paths {
        for definition in files(path)? {
            let Files { base, translations: of_base } = match definition {
                Ok(files) => files,
                Err(error) => {
                    // One file that cannot be read is no reason to pass over the others.
                    output::note(&format!("error: {error:#}\n"));
                    unread += 1;
                    continue;
                }
            };
            let of_base: Vec<Arc<Source>> = of_base.into_iter().map(|(_, translation)| translation).collect();
            definitions += 1;
            translations += of_base.len();
            findings.extend(check(&base, &of_base, &Levels::default()));
        }
    }
    output::print(&diagnostic::render(&findings, output::width()))?;
    let counted = count(&findings);
    let number = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let (definitions, translations) = (number(definitions, "definition"), number(translations, "translation"));
    output::note(&format!("checked {definitions} and {translations}: {counted}\n"));
    if unread > 0 {
        bail!("{unread} of the files could not be read");
    }
    Ok(if has_errors(&findings) { Status::No } else { Status::Done })
}

/// The definitions that an argument names: the id of a bundled one, a file, or all in a folder.
fn files(path: &Path) -> Result<Vec<Result<Files>>> {
    if !path.exists()
        && let Some(id) = path.to_str().filter(|id| bundled::find(id).is_some())
    {
        return Ok(vec![input::files(id)]);
    }
    Ok(definitions_at(path)?.iter().map(|path| input::files_at(path)).collect())
}

/// Whether the text is that of a definition, though it may be a broken one.
fn is_definition(text: &str) -> bool {
    ["schema", "[[levels]]", "[[criteria]]"].iter().any(|key| text.lines().any(|line| line.starts_with(key)))
}

/// The definitions at a path, sorted by name: the file itself, or those in a folder that are not the translation of
/// another.
fn definitions_at(path: &Path) -> Result<Vec<PathBuf>> {
    let is_translation = |path: &Path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        stem.split_once('.').is_some_and(|(base, _)| path.with_file_name(format!("{base}.toml")).is_file())
    };
    if !path.is_dir() {
        let name = path.display();
        if is_translation(path) {
            bail!("{name} is a translation: check the definition that it translates");
        }
        if !is_definition(input::read_text(path)?.text()) {
            bail!("{name} is not an assessment definition; for answers there is `cxm score`");
        }
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut definitions = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", path.display()))?.path();
        let is_toml = path.extension().is_some_and(|ending| ending == "toml") && path.is_file();
        // What cannot be read might be one: reading it again says why not.
        let may_be = |path: &Path| input::read_text(path).map_or(true, |source| is_definition(source.text()));
        if is_toml && !is_translation(&path) && may_be(&path) {
            definitions.push(path);
        }
    }
    definitions.sort();
    if definitions.is_empty() {
        bail!("there is no definition in {}", path.display());
    }
    Ok(definitions)
}
