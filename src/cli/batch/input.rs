//! Opening what the user names, and turning it into CSV where it is none.

use std::fs::File;
use std::io::{Cursor, Read, Stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::Reading;
use crate::answers;
use crate::batch::{Ndjson, Sets, encoding};
use crate::cli::error::Usage;
use crate::cli::input::read_text;
use crate::definition::Definition;
use crate::diagnostic::{Finding, Level};
use crate::document::{Document, Format};

/// A reader that workers may share.
pub(super) type Reader = Box<dyn Read + Send>;

/// An input, as CSV.
pub(super) struct Input {
    /// What messages call it.
    pub(super) name: String,
    /// Its text.
    pub(super) reader: Reader,
    /// Whether it was something else, so that the delimiter is known.
    pub(super) converted: bool,
    /// Whether its header is a row of its own, which counts.
    pub(super) has_header: bool,
}

/// Opens one table, or all answer sets that the paths name.
pub(super) fn read(paths: &[PathBuf], reading: &Reading, definition: &Definition) -> Result<Input> {
    let ends = |path: &Path, endings: &[&str]| {
        path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending))
    };
    match paths {
        [path] if !path.is_dir() && !ends(path, &["toml", "json"]) => table(path, reading),
        paths => {
            let other = paths.iter().find(|path| !path.is_dir() && !ends(path, &["toml", "json"]));
            if let Some(other) = other {
                let message = format!(
                    "{} is a table: give it alone, or only folders and files of answer sets in TOML or JSON",
                    other.display()
                );
                return Err(Usage(message).into());
            }
            let mut files = Vec::new();
            for path in paths {
                if path.is_dir() {
                    let before = files.len();
                    for entry in std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
                        let file = entry?.path();
                        if file.is_file() && ends(&file, &["toml", "json"]) {
                            files.push(file);
                        }
                    }
                    files[before..].sort();
                } else {
                    files.push(path.clone());
                }
            }
            answer_sets(&files, definition, paths)
        }
    }
}

fn answer_sets(files: &[PathBuf], definition: &Definition, paths: &[PathBuf]) -> Result<Input> {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let name = names.join(", ");
    if files.is_empty() {
        bail!("there is no answer set (.toml, .json) in {name}");
    }
    let mut sets = Sets::default();
    for file in files {
        let name = file.display().to_string();
        match answer_set(file, definition) {
            Ok(set) => sets.add(&name, set),
            Err(reason) => sets.refuse(&name, format!("{name}: {reason}")),
        }
    }
    Ok(Input { name, reader: Box::new(Cursor::new(sets.into_csv(definition))), converted: true, has_header: false })
}

fn answer_set(file: &Path, definition: &Definition) -> Result<answers::AnswerSet, String> {
    let source = read_text(file).map_err(|error| format!("{error:#}"))?;
    let document = Document::parse(&source, Format::detect(source.text())).map_err(|findings| reason(&findings))?;
    let (set, findings) = answers::read(&document, definition);
    if crate::diagnostic::has_errors(&findings) { Err(reason(&findings)) } else { Ok(set) }
}

/// The first error, with its line, and how many more there are.
fn reason(findings: &[Finding]) -> String {
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.level == Level::Deny).collect();
    let Some(first) = errors.first() else { return String::new() };
    let line = first.position().line;
    let more = if errors.len() > 1 { format!("; and {} more", errors.len() - 1) } else { String::new() };
    format!("line {line}: {}{more}", first.message)
}

fn table(path: &Path, reading: &Reading) -> Result<Input> {
    let (name, mut source) = if path == Path::new("-") {
        ("<stdin>".to_owned(), Source::Stdin(std::io::stdin()))
    } else {
        let name = path.display().to_string();
        let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
        (name, Source::File(file))
    };
    let mut head = Vec::new();
    source.by_ref().take(4).read_to_end(&mut head).with_context(|| format!("cannot read {name}"))?;
    let whole = Cursor::new(head.clone()).chain(source);
    let named = match &reading.encoding {
        None => None,
        Some(label) => Some(encoding::encoding(label).ok_or_else(|| {
            Usage(format!("there is no encoding `{label}`; try shift_jis, windows-1252 or utf-16le"))
        })?),
    };
    #[cfg(feature = "xlsx")]
    if crate::batch::xlsx::is_xlsx(&head) {
        let csv = sheet(whole, &name, reading.sheet.as_deref())?;
        return Ok(Input { name, reader: Box::new(Cursor::new(csv)), converted: true, has_header: true });
    }
    if reading.sheet.is_some() {
        return Err(Usage(format!("{name} is no spreadsheet (.xlsx), so it has no sheets")).into());
    }
    let reader: Reader = match named.or(encoding::marked(&head)) {
        Some(encoding) => Box::new(encoding::Decoded::new(whole, encoding)),
        None => Box::new(whole),
    };
    let text = String::from_utf8_lossy(&head).into_owned();
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        let reader = Ndjson::new(reader).with_context(|| format!("cannot read {name}"))?;
        return Ok(Input { name, reader: Box::new(reader), converted: true, has_header: false });
    }
    Ok(Input { name, reader, converted: false, has_header: true })
}

/// The largest spreadsheet that is read, in bytes: it is read whole, and grows in memory.
#[cfg(feature = "xlsx")]
const MAX_SPREADSHEET: u64 = 256 << 20;

#[cfg(feature = "xlsx")]
fn sheet(reader: impl Read, name: &str, sheet: Option<&str>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_SPREADSHEET + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read {name}"))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_SPREADSHEET {
        bail!("{name} is larger than {} MiB: save it as CSV", MAX_SPREADSHEET >> 20);
    }
    crate::batch::xlsx::sheet_to_csv(bytes, sheet).map_err(|error| anyhow::anyhow!("cannot read {name}: {error}"))
}

/// A file or stdin.
enum Source {
    File(File),
    Stdin(Stdin),
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Stdin(stdin) => stdin.read(buffer),
        }
    }
}
