//! What the paths on the command line name: definitions, each with the translations beside it, and translations whose
//! definition is not there. No `.toml` file in a folder is passed over in silence.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use crate::check::{Severities, twin};
use crate::cli::input::{self, Files, MOST_NAMES, has_ending, may_wait, read_any};
use crate::cli::output;
use crate::definition::{bundled, is_id};
use crate::diagnostic::{Finding, Source, Unchecked, repeated};
use crate::document::{Document, Syntax};
use crate::text;
use crate::words::check as say;
use crate::words::lists::comma;

/// Why a file is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    NoDefinition,
    Hidden,
    Link,
}

impl Reason {
    fn say(self) -> &'static str {
        match self {
            Self::NoDefinition => say::no_definition(),
            Self::Hidden => say::hidden(),
            Self::Link => say::link(),
        }
    }
}

/// Headers that only a definition has, or one in which a list is taken for a table.
const HEADERS: &[&str] =
    &["[[levels", "[levels]", "[[criteria", "[criteria]", "[[actions", "[[challenges", "[[benchmarks", "[[cases"];

/// What is to be checked.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) definitions: Vec<Definition>,
    /// Translations without their definition.
    pub(super) alone: Vec<File>,
    /// What is not checked, and why: `.toml` files that are neither, hidden ones, and links to folders.
    others: Vec<(PathBuf, Reason)>,
    /// Definitions below one folder whose files are called the same: the places of the first and of another.
    twins: Vec<(usize, usize)>,
    /// The files that are in one of the lists.
    seen: HashSet<PathBuf>,
}

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

impl File {
    fn read(path: &Path) -> Self {
        Self { path: Some(path.to_owned()), source: read_any(path) }
    }
}

/// What a TOML file is, by its lines: it may be a broken one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Definition,
    Translation,
    Other,
}

impl Kind {
    fn of(source: &Arc<Source>) -> Self {
        let lines = || source.text().lines().map(|line| line.trim_start_matches('\u{feff}').trim());
        let sets =
            |key: &str| lines().any(|line| line.strip_prefix(key).is_some_and(|rest| rest.trim().starts_with('=')));
        let has = |headers: &[&str]| lines().any(|line| headers.iter().any(|header| line.starts_with(header)));
        if sets("translates") {
            Self::Translation
        } else if sets("schema") || has(HEADERS) {
            Self::Definition
        } else if source.fault().is_some()
            || lines().all(|line| line.is_empty() || line.starts_with('#'))
            || Document::parse(source, Syntax::Toml).is_err()
        {
            // What cannot be read, is empty, or is no TOML, might be one: checking it says so.
            Self::Definition
        } else {
            Self::Other
        }
    }
}

/// What the arguments name: ids of bundled definitions, files, all in folders and the folders in them, or stdin.
pub(super) fn find(paths: &[PathBuf]) -> Result<Found> {
    let mut found = Found::default();
    for path in paths {
        if path == Path::new("-") {
            let base = File { path: None, source: read_any(path) };
            found.definitions.push(Definition { base, translations: Vec::new() });
        } else if !path.exists()
            && let Some(id) = path.to_str().filter(|id| bundled::find(id).is_some())
        {
            let Files { base, translations, .. } = input::files(id)?;
            let file = |source| File { path: None, source };
            let translations = translations.into_iter().map(|(_, source)| file(source)).collect();
            found.definitions.push(Definition { base: file(base), translations });
        } else if path.is_dir() {
            let before = found.definitions.len();
            let (files, mut passed_over) = toml_files(path);
            let added = files.iter().filter(|file| found.add(file)).count();
            passed_over.retain(|(other, _)| found.others.iter().all(|(known, _)| known != other));
            found.others.extend(passed_over);
            let places = before..found.definitions.len();
            let named = |at: usize| (found.definitions[at].base.path.as_ref().and_then(|path| path.file_name()), at);
            found.twins.extend(repeated(places.map(named)));
            if added == 0 {
                bail!(say::nothing_in(&path.display().to_string()));
            }
        } else if !found.add(path) {
            bail!(say::none_itself(&path.display().to_string()));
        }
    }
    Ok(found)
}

impl Found {
    /// All files that are checked.
    pub(super) fn files(&self) -> impl Iterator<Item = &File> {
        self.definitions.iter().flat_map(Definition::files).chain(&self.alone)
    }

    /// That definitions below one folder have the same id.
    pub(super) fn twins(&self, severities: &Severities) -> Vec<Finding> {
        let source = |at: &usize| &self.definitions[*at].base.source;
        self.twins.iter().filter_map(|(first, other)| twin(source(first), source(other), severities)).collect()
    }

    /// Says which files are not checked.
    pub(super) fn say_others(&self) {
        for reason in [Reason::NoDefinition, Reason::Hidden, Reason::Link] {
            let paths: Vec<&PathBuf> =
                self.others.iter().filter(|(_, why)| *why == reason).map(|(path, _)| path).collect();
            if paths.is_empty() {
                continue;
            }
            let names: Vec<String> = paths.iter().take(MOST_NAMES).map(|path| path.display().to_string()).collect();
            let more = paths.len() - names.len();
            let names = names.join(comma());
            output::note(&text::clean(&match more {
                0 => say::not_checked(reason.say(), &names),
                more => say::not_checked_and_more(reason.say(), &names, more),
            }));
        }
    }

    /// The same for programs.
    pub(super) fn unchecked(&self) -> Vec<Unchecked> {
        self.others
            .iter()
            .map(|(path, reason)| Unchecked { file: path.display().to_string(), reason: reason.say() })
            .collect()
    }

    /// Adds the file at `path`, a translation with its definition; says whether there is anything to check.
    fn add(&mut self, path: &Path) -> bool {
        definition_of(path).is_some_and(|base| self.add_alone(&base)) || self.add_alone(path)
    }

    fn add_alone(&mut self, path: &Path) -> bool {
        if !self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned())) {
            return !self.others.iter().any(|(other, _)| other == path);
        }
        let base = File::read(path);
        let translations = translations_of(path);
        match Kind::of(&base.source) {
            Kind::Translation => self.alone.push(base),
            Kind::Definition => self.definitions.push(Definition { base, translations }),
            Kind::Other if translations.iter().any(|file| Kind::of(&file.source) == Kind::Translation) => {
                self.definitions.push(Definition { base, translations });
            }
            Kind::Other => {
                self.others.push((path.to_owned(), Reason::NoDefinition));
                return false;
            }
        }
        true
    }
}

/// The definition that the file at `path` is a translation of, by its name, `<id>.<lang>.toml`.
fn definition_of(path: &Path) -> Option<PathBuf> {
    let (id, language) = path.file_stem()?.to_str()?.split_once('.')?;
    let base = path.with_file_name(format!("{id}.toml"));
    (is_id(language) && base.is_file()).then_some(base)
}

/// The translations beside the definition at `path`, sorted by language.
fn translations_of(path: &Path) -> Vec<File> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut translations: Vec<PathBuf> = beside
        .map(|entry| path.with_file_name(entry.file_name()))
        .filter(|file| has_ending(file, &["toml"]) && !may_wait(file))
        .filter(|file| definition_of(file).as_deref() == Some(path))
        .collect();
    translations.sort();
    translations.iter().map(|path| File::read(path)).collect()
}

/// The `.toml` files in a folder and in the folders in it, sorted by name; a folder that cannot be read and a link that leads
/// nowhere are among them. Apart, those that are passed over, and why.
fn toml_files(folder: &Path) -> (Vec<PathBuf>, Vec<(PathBuf, Reason)>) {
    let (mut files, mut passed_over, mut folders) = (Vec::new(), Vec::new(), vec![(folder.to_owned(), false)]);
    while let Some((folder, is_hidden)) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            files.push(folder);
            continue;
        };
        // What version control keeps is nobody's file.
        for entry in entries.flatten().filter(|entry| entry.file_name() != ".git") {
            let is_hidden = is_hidden || entry.file_name().to_string_lossy().starts_with('.');
            // `a.toml` reads better than `./a.toml`, and other tools know it by that name.
            let path = if folder == Path::new(".") { PathBuf::from(entry.file_name()) } else { entry.path() };
            // A link to a folder is not followed: it might lead back.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push((path, is_hidden));
            } else if path.is_dir() {
                passed_over.push((path, Reason::Link));
            } else if has_ending(&path, &["toml"]) && path.metadata().map_or(true, |of| of.is_file()) {
                if is_hidden { passed_over.push((path, Reason::Hidden)) } else { files.push(path) }
            }
        }
    }
    files.sort();
    passed_over.sort();
    (files, passed_over)
}
