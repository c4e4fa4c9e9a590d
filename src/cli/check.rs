//! `cxm check`: findings in definitions, their translations and their worked examples.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::error::count;
use super::input::{self, Files};
use super::{Status, output};
use crate::check::check;
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
    let (mut definitions, mut translations) = (0, 0);
    for path in &arguments.paths {
        for definition in definitions_at(path)? {
            let Files { base, translations: of_base } = input::files_at(&definition)?;
            let of_base: Vec<Arc<Source>> = of_base.into_iter().map(|(_, translation)| translation).collect();
            definitions += 1;
            translations += of_base.len();
            findings.extend(check(&base, &of_base));
        }
    }
    output::print(&diagnostic::render(&findings, output::width()))?;
    let counted = count(&findings);
    output::note(&format!("checked {definitions} definition(s) and {translations} translation(s): {counted}\n"));
    Ok(if has_errors(&findings) { Status::No } else { Status::Done })
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
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut definitions: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    definitions.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && path.is_file());
    definitions.retain(|path| !is_translation(path));
    definitions.sort();
    if definitions.is_empty() {
        bail!("there is no definition in {}", path.display());
    }
    Ok(definitions)
}
