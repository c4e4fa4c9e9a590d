//! Opening what the user names, and turning it into CSV where it is none.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};

use super::arguments::{Arguments, Reading};
use super::assessment::Assessment;
use super::bytes::{self, Begun, Content, MAX_WHOLE, Reader, SNIFFED, whole};
use super::raw::Raw;
use super::sets::{Sets, named_set};
use super::several::{self, Together};
#[cfg(feature = "xlsx")]
use super::sheets;
use super::sniff::{self, Kind};
use crate::answers::refused_row;
use crate::cli::error::Usage;
use crate::cli::guard;
use crate::cli::input::{has_ending, is_answer_set, text_in};
use crate::definition::Definition;
use crate::diagnostic::Source;
use crate::table::{HeaderWords as _, Members, Refused, Unseen, first_record, lines_of_array, lines_of_object};
use crate::text::clean;
use crate::words::lists::comma;
use crate::words::{batch_input as say, cli_files, mapping_rows};

pub(super) struct Input {
    pub(super) name: String,
    pub(super) reader: Reader,
    /// Whether it was something else, so that the delimiter is known.
    pub(super) converted: bool,
    /// Whether its header is a row of its own, which counts.
    pub(super) has_header: bool,
    /// Whether it is several tables, each row of which names its own first.
    pub(super) several: bool,
    /// Why not all of these tables are perhaps meant.
    pub(super) doubt: Option<String>,
    /// The sheet of a spreadsheet that was read, or those.
    pub(super) sheet: Option<String>,
    /// Whether it is NDJSON.
    pub(super) is_lines: bool,
    /// The rows that could not be turned into CSV.
    pub(super) refused: Refused,
    /// The name of the encoding that its bytes were in.
    pub(super) encoding: &'static str,
    /// What it says of its rows and cells beside them.
    pub(super) unseen: Unseen,
    /// The names and first rows, as CSV, of the sheets that are not meant.
    pub(super) others: Vec<(String, Vec<u8>)>,
    /// The rows that stood above the headers of several tables.
    pub(super) above: Vec<Vec<String>>,
    /// What stands in JSON beside the rows, by its keys.
    pub(super) beside: Members,
    /// What was done to its bytes beyond reading them, to be said.
    pub(super) notes: Vec<String>,
    /// How it is read once more.
    pub(super) again: Option<Again>,
}

/// How an input is read once more.
#[derive(Clone)]
pub(super) enum Again {
    /// It is CSV by now.
    Csv(Arc<[u8]>),
    /// It is answer sets.
    Sets(Sets),
    /// It is NDJSON by now.
    Lines(Arc<[u8]>),
    /// The table at this path, from its bytes.
    Table(Raw, PathBuf),
}

impl Input {
    fn new(name: String, reader: Reader) -> Self {
        let (sheet, refused) = (None, Refused::default());
        let (encoding, notes, again) = ("UTF-8", Vec::new(), None);
        let (has_header, several) = (true, false);
        Self {
            name,
            reader,
            converted: false,
            has_header,
            several,
            doubt: None,
            sheet,
            is_lines: false,
            refused,
            encoding,
            unseen: Unseen::default(),
            others: Vec::new(),
            above: Vec::new(),
            beside: Vec::new(),
            notes,
            again,
        }
    }

    pub(super) fn converted(name: String, csv: Arc<[u8]>) -> Self {
        let again = Some(Again::Csv(Arc::clone(&csv)));
        Self { converted: true, again, ..Self::new(name, Box::new(Cursor::new(csv))) }
    }

    fn lines(name: String, reader: Reader) -> Self {
        Self { converted: true, is_lines: true, ..Self::new(name, reader) }
    }

    fn sets(name: String, sets: Sets, definition: &Definition) -> Self {
        let (reader, refused) = sets.table(definition);
        let again = Some(Again::Sets(sets));
        Self { converted: true, has_header: false, refused, again, ..Self::new(name, reader) }
    }
}

/// Opens one table, or all answer sets that the paths name.
pub(super) fn read(paths: &[PathBuf], arguments: &Arguments, assessment: &Assessment) -> Result<Input> {
    match paths {
        [path] if !path.is_dir() && !has_ending(path, &["toml"]) => table(path, &arguments.reading, assessment),
        paths if paths.iter().all(|path| several::joins(path)) => {
            let Together { csv, unseen, doubt } = several::of_all(paths, &arguments.reading, assessment)?;
            Ok(Input { several: true, doubt, unseen, ..Input::converted(names_of(paths), csv.into()) })
        }
        paths => {
            let other = paths.iter().find(|path| !is_answer_set(path) && !path.is_dir());
            if let Some(other) = other {
                return Err(Usage(say::is_table(&other.display())).into());
            }
            let name = names_of(paths);
            let sets = Sets::read(paths, &name, arguments, assessment.definition())?;
            Ok(Input::sets(name, sets, assessment.definition()))
        }
    }
}

fn names_of(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(comma())
}

/// Opens one table, or one answer set.
fn table(path: &Path, reading: &Reading, assessment: &Assessment) -> Result<Input> {
    let name = name_of(path);
    let raw = Raw::open(path).with_context(|| cli_files::cannot_read(&name))?;
    let raw = match &reading.header_from {
        None => raw,
        Some(_) if path != Path::new("-") => {
            return Err(Usage(say::rows_on_stdin().to_owned()).into());
        }
        Some(_) if reading.scale.is_none() && assessment.scale().is_none() => {
            return Err(Usage(say::rows_need_scale().to_owned()).into());
        }
        Some(file) => raw.behind(header_of(file, reading.delimiter)?),
    };
    table_of(raw, path, reading, assessment)
}

/// The first row of a table, with the end of its line.
fn header_of(path: &Path, delimiter: Option<u8>) -> Result<Vec<u8>> {
    let failed = || cli_files::cannot_read(&path.display());
    let mut bytes = Vec::new();
    let file = guard::open(path).with_context(failed)?;
    file.take(u64::try_from(SNIFFED)?).read_to_end(&mut bytes).with_context(failed)?;
    let header = first_record(&bytes, delimiter).filter(|header| header.len() < SNIFFED);
    let Some(header) = header else { bail!(say::no_first_row(&path.display(), SNIFFED)) };
    let line_end = if header.ends_with(b"\n") || header.ends_with(b"\r") { "" } else { "\n" };
    Ok([header, line_end.as_bytes()].concat())
}

/// Opens what was opened before, from its beginning.
pub(super) fn once_more(name: String, again: Again, reading: &Reading, assessment: &Assessment) -> Result<Input> {
    match again {
        Again::Csv(csv) => Ok(Input::converted(name, csv)),
        Again::Sets(sets) => Ok(Input::sets(name, sets, assessment.definition())),
        Again::Lines(lines) => Ok(Input::lines(name, Box::new(Cursor::new(lines)))),
        Again::Table(raw, path) => table_of(raw, &path, reading, assessment),
    }
}

fn name_of(path: &Path) -> String {
    if path == Path::new("-") { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Opens one table, or one answer set, of which these are the bytes.
pub(super) fn table_of(raw: Raw, path: &Path, reading: &Reading, assessment: &Assessment) -> Result<Input> {
    let name = name_of(path);
    let failed = || cli_files::cannot_read(&name);
    let named = reading.encoding.as_deref().map(bytes::named).transpose()?;
    let (content, notes) = bytes::content(raw.read(), &name, named, assessment)?;
    let (mut reader, encoding) = match content {
        Content::Text(reader, encoding) => (reader, encoding),
        #[cfg(feature = "xlsx")]
        Content::Spreadsheet(bytes) => {
            let mut sheets = sheets::read(Cursor::new(bytes), &name, reading, assessment)?;
            if sheets.are_unsaved() {
                bail!(say::form_not_worked_out(&name));
            }
            let notes = notes.into_iter().chain(sheets.notes()).collect();
            let (sheet, several, doubt) = (sheets.name(), sheets.are_several(), sheets.doubt.clone());
            let (others, above) = (sheets.take_others(), sheets.above().to_vec());
            let (csv, unseen) = sheets.joined()?;
            let table = Input::converted(name, csv.into());
            return Ok(Input { sheet, several, doubt, notes, unseen, others, above, ..table });
        }
    };
    if reading.sheet.is_some() {
        return Err(Usage(say::no_spreadsheet(&name)).into());
    }
    let mut head = Vec::new();
    let length = reader.by_ref().take(u64::try_from(SNIFFED)?).read_to_end(&mut head).with_context(failed)?;
    let whole = length < SNIFFED;
    let text = String::from_utf8_lossy(&head).into_owned();
    let kind = sniff::kind(&text, whole);
    let mut reader: Reader = Box::new(Begun { head: Cursor::new(head), rest: reader });
    if sniff::is_one_object(&text) && (whole || has_ending(path, &["json"])) {
        let Some(bytes) = bytes::whole(reader, &name)? else { bail!(cli_files::too_large(&name, &(MAX_WHOLE >> 20))) };
        if let Some((lines, note, beside)) = members(&bytes, assessment) {
            if let Some(why) = other_assessment(&beside, assessment, reading) {
                bail!(say::of_another(&name, &why));
            }
            let (again, notes) = (Some(Again::Lines(Arc::clone(&lines))), notes.into_iter().chain([note]).collect());
            return Ok(Input { again, notes, beside, ..Input::lines(name, Box::new(Cursor::new(lines))) });
        }
        reader = Box::new(Cursor::new(bytes));
    }
    // A file that calls itself JSON is no table; if it is no answer set either, reading it as one says best why.
    if kind == Kind::AnswerSet || (has_ending(path, &["json"]) && !matches!(kind, Kind::Array | Kind::Lines)) {
        let set = named_set(&name, text_of(reader, &name), assessment.definition(), reading.versions.same());
        let sets = Sets::one(&set, assessment.definition())?;
        return Ok(Input { notes, ..Input::sets(name, sets, assessment.definition()) });
    }
    let (input, again) = match kind {
        Kind::Array => {
            let lines: Arc<[u8]> = array(reader, &name)?.into();
            let again = Again::Lines(Arc::clone(&lines));
            (Input::lines(name, Box::new(Cursor::new(lines))), again)
        }
        Kind::Lines => (Input::lines(name, reader), Again::Table(raw, path.to_owned())),
        Kind::Table | Kind::AnswerSet => (Input::new(name, reader), Again::Table(raw, path.to_owned())),
    };
    Ok(Input { again: Some(again), notes, encoding, ..input })
}

/// The items of an array in an object, as lines, what is to be said of what stands beside it, and that; none where that answers itself.
fn members(bytes: &[u8], assessment: &Assessment) -> Option<(Arc<[u8]>, String, Members)> {
    let (lines, key, others) = lines_of_object(bytes, &assessment.matcher)?;
    let others = Some(others).filter(|others| !others.iter().any(|(key, _)| assessment.matcher.is_wanted(key)))?;
    let keys: Vec<String> = others.iter().map(|(key, _)| format!("`{}`", clean(key))).collect();
    let key = clean(&key);
    let note = if keys.is_empty() { say::members(&key) } else { say::members_alone(&key, &keys.join(comma())) };
    Some((lines.into(), note, others))
}

/// Why rows are none of this assessment, by what stands beside them.
fn other_assessment(beside: &Members, assessment: &Assessment, reading: &Reading) -> Option<String> {
    let definition = assessment.definition();
    let text = |key: &str| {
        let (_, json) = beside.iter().find(|(of, _)| of == key)?;
        serde_json::from_str::<String>(json).ok()
    };
    match text("assessment")? {
        id if id != definition.id => Some(mapping_rows::other_assessment(&id, &definition.id)),
        _ => refused_row(&text("version")?, definition, reading.versions.accept_version),
    }
}

/// The text of an answer set.
fn text_of(reader: Reader, name: &str) -> Result<Arc<Source>> {
    let Some(bytes) = whole(reader, name)? else { bail!(cli_files::too_large(name, &(MAX_WHOLE >> 20))) };
    text_in(bytes, name)
}

fn array(reader: Reader, name: &str) -> Result<Vec<u8>> {
    let Some(bytes) = whole(reader, name)? else {
        bail!(say::large_array(name, MAX_WHOLE >> 20));
    };
    lines_of_array(&bytes).map_err(|error| anyhow!(say::no_array(name, &error)))
}
