//! Reading what the user names: files of bounded size, stdin, and assessments by id or by path.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::error::{Invalid, Usage, told};
use super::{Global, foreign, guard, output};
use crate::definition::rules::UNTRANSLATED;
use crate::definition::{self, Definition, bundled};
use crate::diagnostic::{self, Finding, Source};
use crate::document::{Document, MAX_BYTES, Syntax};
use crate::mapping::map::{self, Map};
use crate::text::system;
use crate::words::lists::comma;
use crate::words::{cli_files as say, cli_trouble, will_do};

pub(super) struct Files {
    pub(super) base: Arc<Source>,
    /// The language and text of each translation, sorted by language.
    pub(super) translations: Vec<(String, Arc<Source>)>,
    /// The digest of the definition's text where it comes with the program.
    digest: Option<&'static str>,
}

impl Files {
    /// The digest of the definition's text.
    pub(super) fn digest(&self) -> String {
        self.digest.map_or_else(|| definition::digest(self.base.text()), str::to_owned)
    }
}

/// An assessment in the language that is wanted.
pub(super) struct Assessment {
    pub(super) definition: Definition,
    pub(super) digest: String,
    /// The languages that it is there in, its own first.
    pub(super) languages: Vec<String>,
}

/// Reads a file, or stdin for `-`.
pub(super) fn read_text(path: &Path) -> Result<Arc<Source>> {
    let name = name_of(path);
    text_in(bytes_of(path).with_context(|| say::cannot_read(&name))?, &name)
}

/// Reads the text of what was opened at a path.
pub(super) fn read_source(reader: impl Read, path: &Path) -> Result<Arc<Source>> {
    let name = name_of(path);
    text_in(bytes_in(reader).with_context(|| say::cannot_read(&name))?, &name)
}

/// Reads the user's map of columns and cells, if there is one.
pub(super) fn map(path: Option<&Path>, definition: &Definition) -> Result<Map> {
    let Some(path) = path else { return Ok(Map::default()) };
    let document = Document::parse(&read_text(path)?, Syntax::Toml).map_err(Invalid)?;
    let (map, findings) = map::read(&document, definition);
    if diagnostic::has_errors(&findings) { Err(Invalid(findings).into()) } else { Ok(map) }
}

/// The most files that are named where they are passed over.
pub(super) const MOST_NAMES: usize = 5;

/// Reads a file, or stdin for `-`. One that cannot be read says so itself, where in it that is seen.
pub(super) fn read_any(path: &Path) -> Arc<Source> {
    let name = name_of(path);
    let unreadable = |text: &str, at: usize, why: String| Arc::new(Source::unreadable(&name, text, at..at, why));
    let bytes = match bytes_of(path) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable("", 0, say::this_cannot_be_read(&system(&error))),
    };
    let shown = if bytes.len() > MAX_BYTES { String::new() } else { String::from_utf8_lossy(&bytes).into_owned() };
    // What comes before the first wrong byte stands in what is shown just so.
    let at = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), |_| 0);
    text_in(bytes, say::this_file())
        .map_or_else(|error| unreadable(&shown, at, told(&error)), |source| Arc::new(Source::new(&name, source.text())))
}

/// The mark at the beginning of a file that says how its text is encoded, if it has one. What is read does not have it.
pub(super) fn mark_of(path: &Path) -> Result<&'static [u8]> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let mut head = Vec::new();
    let opened = guard::open(path).and_then(|opened| opened.take(MARK.len() as u64).read_to_end(&mut head));
    opened.with_context(|| say::cannot_read(&path.display()))?;
    Ok(if head == MARK { MARK } else { &[] })
}

/// What messages call the file at a path.
fn name_of(path: &Path) -> String {
    if path == Path::new("-") { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// The bytes of a file or of stdin, at most one more than may be.
fn bytes_of(path: &Path) -> std::io::Result<Vec<u8>> {
    if path == Path::new("-") {
        guard::reads_stdin();
        return bytes_in(std::io::stdin().lock());
    }
    bytes_in(guard::open(path)?)
}

fn bytes_in(reader: impl Read) -> std::io::Result<Vec<u8>> {
    // Most files are smaller, and read at once.
    let mut bytes = Vec::with_capacity(4 << 10);
    let limit = u64::try_from(MAX_BYTES).map_or(u64::MAX, |most| most + 1);
    reader.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text in the bytes of a file; else why they are none.
pub(super) fn text_in(bytes: Vec<u8>, name: &str) -> Result<Arc<Source>> {
    if bytes.len() > MAX_BYTES {
        bail!(say::too_large(name, &(MAX_BYTES >> 20)));
    }
    foreign::refuse(name, &bytes)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(Source::new(name, text.strip_prefix('\u{feff}').unwrap_or(&text)))),
        Err(error) => {
            let line =
                error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            bail!(say::not_utf8(name, line))
        }
    }
}

/// Finds the assessment that `name` means: a path, or the id of a bundled one.
pub(super) fn files(name: &str) -> Result<Files> {
    if name.contains(['/', '\\']) || name.ends_with(".toml") || name == "-" {
        return files_at(Path::new(name));
    }
    let Some(bundled) = bundled::find(name) else { return Err(Usage(unknown(name)).into()) };
    let translations = bundled.translations().map(|(language, source)| (language.to_owned(), Arc::new(source)));
    Ok(Files { base: Arc::new(bundled.source()), translations: translations.collect(), digest: Some(bundled.digest) })
}

/// Reads the definition at `path`, and the translations beside it.
pub(super) fn files_at(path: &Path) -> Result<Files> {
    let base = read_text(path)?;
    let mut translations = Vec::new();
    if let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()).filter(|stem| *stem != "-") {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let entries = std::fs::read_dir(folder).with_context(|| say::cannot_read(&folder.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| say::cannot_read(&folder.display()))?;
            let name = entry.file_name();
            let middle =
                name.to_str().and_then(|name| name.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(".toml"));
            if let Some(language) = middle.filter(|language| definition::is_id(language) && !may_wait(&entry.path())) {
                translations.push((language.to_owned(), read_text(&entry.path())?));
            }
        }
        translations.sort_by(|(a, _), (b, _)| a.cmp(b));
    }
    Ok(Files { base, translations, digest: None })
}

/// Whether to read what is at `path` may take for ever: it is a pipe or a device, which nobody has named.
pub(super) fn may_wait(path: &Path) -> bool {
    path.metadata().is_ok_and(|of| !of.is_file() && !of.is_dir())
}

/// The definition in its own language, then in that of each translation.
pub(super) fn definitions(files: &Files) -> Result<Vec<Definition>> {
    let mut definitions = vec![usable(definition::read(&files.base))?];
    for (_, translation) in &files.translations {
        definitions.push(usable(definition::translate(&definitions[0], translation))?);
    }
    Ok(definitions)
}

/// Reads the assessment that `name` means, in `language` if it is there in it.
pub(super) fn assessment(name: &str, global: &Global) -> Result<Assessment> {
    let language = global.tag();
    let files = files(name)?;
    let mut definition = usable(definition::read(&files.base))?;
    let translations = files.translations.iter().map(|(language, _)| language.clone());
    let languages = [definition.language.clone()].into_iter().chain(translations).collect();
    if !will_do(&definition.language, &language) {
        match files.translations.iter().find(|(of, _)| will_do(of, &language)) {
            Some((_, translation)) => definition = usable(definition::translate(&definition, translation))?,
            None if global.asked() => note_missing(&definition, &language),
            None => {}
        }
    }
    Ok(Assessment { digest: files.digest(), definition, languages })
}

/// Says that there are no texts in the language that is wanted.
pub(super) fn note_missing(definition: &Definition, wanted: &str) {
    let wanted = wanted.split('-').next().unwrap_or(wanted);
    output::note(&say::no_texts_in(&definition.id, wanted, &definition.language));
}

fn unknown(name: &str) -> String {
    let ids = || bundled::BUNDLED.iter().map(|bundled| bundled.id);
    let all = ids().collect::<Vec<_>>().join(comma());
    match diagnostic::nearest(name, ids()) {
        Some(near) => cli_trouble::no_assessment_but(name, near, &all),
        None => cli_trouble::no_assessment(name, &all),
    }
}

/// What was read, if no finding is an error; warnings are said and passed over.
pub(super) fn usable<T>((value, findings): (Option<T>, Vec<Finding>)) -> Result<T> {
    match value {
        Some(value) => {
            // Of what is not translated, the files are enough here: there may be many, and `check` names each.
            let (open, others): (Vec<Finding>, Vec<Finding>) =
                findings.into_iter().partition(|finding| finding.rule.id == UNTRANSLATED.id);
            output::findings(&others);
            if let Some(first) = open.first() {
                output::note(&say::untranslated(first.source.name(), open.len()));
            }
            Ok(value)
        }
        None => Err(Invalid(findings).into()),
    }
}

/// Whether a path ends in one of these, in any case.
pub(super) fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// Whether a path is that of a table.
pub(super) fn is_table(path: &Path) -> bool {
    has_ending(path, &["csv", "tsv", "xlsx", "ndjson", "jsonl"])
}

/// Whether a path is that of an answer set.
pub(super) fn is_answer_set(path: &Path) -> bool {
    has_ending(path, &["toml", "json"])
}

/// The answer sets in a folder, sorted by name. What else is in it is said by name, but for hidden files and what is `named`
/// beside the folder.
pub(super) fn answer_sets(folder: &Path, named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let failed = || say::cannot_read(&folder.display());
    let (mut files, mut others) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        let (file, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with('.') {
            continue;
        }
        // What a folder says of its files does not follow links.
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file()) || file.is_file();
        if is_answer_set(&file) && is_file() {
            files.push(file);
        } else if !named.contains(&file) {
            others.push(if file.is_dir() { format!("{name}/") } else { name });
        }
    }
    files.sort();
    if !others.is_empty() {
        others.sort();
        output::note(&passed_over(folder, &others));
    }
    Ok(files)
}

/// Says what of a folder is not read, and why.
fn passed_over(folder: &Path, others: &[String]) -> String {
    let named = others[..others.len().min(MOST_NAMES)].join(comma());
    let named = match others.len().saturating_sub(MOST_NAMES) {
        0 => named,
        more => say::and_more(&named, more),
    };
    let folders = others.iter().any(|name| name.ends_with('/'));
    let said = if folders { say::folders_passed_over } else { say::passed_over };
    said(&folder.display(), &named)
}

/// The files that the paths name, and those in folders.
pub(super) fn answer_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let sets = answer_sets(path, paths)?;
        if sets.is_empty() {
            return Err(Usage(say::no_answer_set_in(&path.display())).into());
        }
        files.extend(sets);
    }
    Ok(files)
}
