//! `cxm check`: findings in definitions, their translations and their worked examples.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::error::count;
use super::{Status, input, output};
use crate::check::check;
use crate::diagnostic::{self, Source, has_errors};

/// Arguments of `cxm check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Definitions, or folders of them; a translation `<id>.<lang>.toml` is checked with its definition
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
}

/// A definition and its translations.
struct Group {
    base: Arc<Source>,
    translations: Vec<Arc<Source>>,
}

/// Checks all that the paths name.
pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    let mut findings = Vec::new();
    let (mut definitions, mut translations) = (0, 0);
    for path in &arguments.paths {
        for group in groups(path)? {
            definitions += 1;
            translations += group.translations.len();
            findings.extend(check(&group.base, &group.translations));
        }
    }
    output::print(&diagnostic::render(&findings, output::width()))?;
    let counted = count(&findings);
    output::note(&format!("checked {definitions} definition(s) and {translations} translation(s): {counted}\n"));
    Ok(if has_errors(&findings) { Status::No } else { Status::Done })
}

/// The definitions at a path, sorted by name.
fn groups(path: &Path) -> Result<Vec<Group>> {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new(".")) };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in entries {
        let file = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if file.extension().is_some_and(|extension| extension == "toml") && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    let stem = |file: &Path| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stems: Vec<String> = files.iter().map(|file| stem(file)).collect();
    let base_of = |stem: &str| {
        let base = stem.rsplit_once('.').map(|(base, _)| base.to_owned());
        base.filter(|base| stems.contains(base))
    };
    let wanted: Vec<PathBuf> = if path.is_dir() {
        files.iter().filter(|file| base_of(&stem(file)).is_none()).cloned().collect()
    } else {
        let base = base_of(&stem(path)).map(|base| folder.join(format!("{base}.toml")));
        vec![base.unwrap_or_else(|| path.to_owned())]
    };
    if wanted.is_empty() {
        bail!("there is no definition in {}", path.display());
    }
    let group = |base: PathBuf| {
        let of = stem(&base);
        let translations = files.iter().filter(|file| base_of(&stem(file)).as_ref() == Some(&of));
        let translations = translations.map(|file| input::read_text(file)).collect::<Result<_>>()?;
        Ok(Group { base: input::read_text(&base)?, translations })
    };
    wanted.into_iter().map(group).collect()
}
