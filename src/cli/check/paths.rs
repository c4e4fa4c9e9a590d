//! What the paths on the command line name: definitions, each with the translations beside it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use crate::cli::input::{self, Files};
use crate::definition::bundled;
use crate::diagnostic::Source;

#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub(super) base: File,
    pub(super) translations: Vec<File>,
}

#[derive(Clone, Debug)]
pub(super) struct File {
    /// Where it is; none for what is bundled, and for stdin.
    pub(super) path: Option<PathBuf>,
    pub(super) source: Arc<Source>,
}

impl Definition {
    /// All its files, the definition first.
    pub(super) fn files(&self) -> impl Iterator<Item = &File> {
        [&self.base].into_iter().chain(&self.translations)
    }

    pub(super) fn translations(&self) -> Vec<Arc<Source>> {
        self.translations.iter().map(|file| Arc::clone(&file.source)).collect()
    }
}

/// The definitions that an argument names: the id of a bundled one, a file, all in a folder, or stdin.
pub(super) fn definitions(path: &Path) -> Result<Vec<Result<Definition>>> {
    if path == Path::new("-") {
        return Ok(vec![read(None, input::files_at(path))]);
    }
    if !path.exists()
        && let Some(id) = path.to_str().filter(|id| bundled::find(id).is_some())
    {
        return Ok(vec![read(None, input::files(id))]);
    }
    Ok(paths_at(path)?.iter().map(|path| read(Some(path), input::files_at(path))).collect())
}

/// The files that were read from `path` and beside it.
fn read(path: Option<&Path>, files: Result<Files>) -> Result<Definition> {
    let Files { base, translations } = files?;
    let beside = |language: &str| {
        let path = path?;
        let stem = path.file_stem()?.to_str()?;
        Some(path.with_file_name(format!("{stem}.{language}.toml")))
    };
    let translation = |(language, source): (String, Arc<Source>)| File { path: beside(&language), source };
    Ok(Definition {
        base: File { path: path.map(Path::to_owned), source: base },
        translations: translations.into_iter().map(translation).collect(),
    })
}

/// Whether the text is that of a definition, though it may be a broken one.
fn is_definition(text: &str) -> bool {
    ["schema", "[[levels]]", "[[criteria]]"].iter().any(|key| text.lines().any(|line| line.starts_with(key)))
}

/// The definitions at a path, sorted by name: the file itself, or those in a folder that are not the translation of
/// another.
fn paths_at(path: &Path) -> Result<Vec<PathBuf>> {
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
        let entry = entry.with_context(|| format!("cannot read {}", path.display()))?;
        // `a.toml` reads better than `./a.toml`, and other tools know it by that name.
        let path = if path == Path::new(".") { PathBuf::from(entry.file_name()) } else { entry.path() };
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
