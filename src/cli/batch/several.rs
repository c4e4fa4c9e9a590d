//! Several files with the same header as one table, in which each row names its own: exports of several months, forms that came back.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::arguments::Reading;
use super::assessment::Assessment;
use super::bytes::{self, Content, MAX_WHOLE, whole};
use super::doubled::{Doubled, doubled};
use super::raw::Raw;
use super::records::{Joined, Table, joined};
#[cfg(feature = "xlsx")]
use super::sheets;
use super::sniff::{self, Kind};
use super::unread;
use crate::cli::error::Usage;
use crate::cli::input::has_ending;
use crate::cli::output;
#[cfg(feature = "xlsx")]
use crate::table::xlsx::SheetRows;
use crate::table::{self, Refused, Unseen};
use crate::words::lists::comma;
use crate::words::{batch_input, batch_rows, batch_several as say, cli_files};

/// What names of files end in that are tables, packed ones too.
const ENDINGS: [&str; 7] = ["csv", "tsv", "txt", "xlsx", "gz", "zst", "zip"];
/// The most text of all of them, in bytes.
const MAX_TEXT: usize = 256 << 20;
/// Of how many it is said with which row they begin.
const NAMED: usize = 10;
/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether a path is that of a table that may be joined with others.
pub(super) fn joins(path: &Path) -> bool {
    !path.is_dir() && has_ending(path, &ENDINGS)
}

/// A table that a file holds.
struct File {
    name: String,
    csv: Vec<u8>,
    delimiter: u8,
    unseen: Unseen,
}

impl File {
    fn table(&self) -> Table<'_> {
        Table { name: &self.name, csv: &self.csv, delimiter: self.delimiter, unseen: &self.unseen }
    }

    fn has_rows(&self) -> bool {
        let mut rows = self.table().rows();
        rows.next().is_some() && rows.next().is_some()
    }
}

/// Files as one table.
pub(super) struct Together {
    pub(super) csv: Vec<u8>,
    pub(super) unseen: Unseen,
    /// Why not all of them are perhaps meant.
    pub(super) doubt: Option<String>,
}

/// All of these as one table, in which each row names its file.
pub(super) fn of_all(paths: &[PathBuf], reading: &Reading, assessment: &Assessment) -> Result<Together> {
    if reading.header_from.is_some() {
        return Err(Usage(batch_input::rows_on_stdin().to_owned()).into());
    }
    let (mut files, mut room) = (Vec::new(), MAX_TEXT);
    for path in paths {
        let read = read(path, reading, assessment)?;
        let text: usize = read.iter().map(|file| file.csv.len()).sum();
        let Some(left) = room.checked_sub(text) else { bail!(say::too_large(MAX_TEXT >> 20)) };
        room = left;
        files.extend(read);
    }
    let tables: Vec<Table<'_>> = files.iter().map(File::table).collect();
    let Joined { csv, unseen, begins } = joined("file", &tables)?;
    // Of forms each has one row.
    if begins.windows(2).any(|pair| pair[1] > pair[0] + 1) {
        let begins = tables.iter().zip(&begins).skip(1).take(NAMED);
        let begins: Vec<String> = begins.map(|(table, row)| say::begins(table.name, *row)).collect();
        output::note(&say::counted_on(tables.len(), &begins.join(comma())));
    }
    let doubt = doubled(&tables, &assessment.matcher)
        .map(|Doubled { table, other, found, rows, headers }| say::doubled(table, other, found, rows, &headers));
    Ok(Together { csv, unseen, doubt })
}

/// The tables of a file.
fn read(path: &Path, reading: &Reading, assessment: &Assessment) -> Result<Vec<File>> {
    let name = path.display().to_string();
    let raw = Raw::open(path).with_context(|| cli_files::cannot_read(&name))?;
    let named = reading.encoding.as_deref().map(bytes::named).transpose()?;
    let (content, notes) = bytes::content(raw.read(), &name, named, assessment)?;
    let note = |note: String| output::note(&batch_rows::note(&name, &note));
    notes.into_iter().for_each(note);
    match content {
        Content::Text(..) if reading.sheet.is_some() => Err(Usage(batch_input::no_spreadsheet(&name)).into()),
        Content::Text(reader, encoding) => {
            let Some(csv) = whole(reader, &name)? else { bail!(cli_files::too_large(&name, &(MAX_WHOLE >> 20))) };
            let csv = csv.strip_prefix(MARK).map(<[u8]>::to_vec).unwrap_or(csv);
            if sniff::kind(&String::from_utf8_lossy(&csv), true) != Kind::Table {
                return Err(Usage(batch_input::is_table(&name)).into());
            }
            let opened = table::open(csv.as_slice(), &assessment.matcher, reading.delimiter, Refused::default());
            let opened = opened.map_err(|error| unread::open_error(&name, encoding, error))?;
            // It may say what numbers mean, but of which table would not be known.
            if !opened.above.is_empty() {
                bail!(say::above_header(&name, opened.above.len()));
            }
            let delimiter = opened.delimiter;
            let file = File { name, csv, delimiter, unseen: Unseen::default() };
            if !file.has_rows() {
                output::note(&say::no_rows(&file.name));
            }
            Ok(vec![file])
        }
        #[cfg(feature = "xlsx")]
        Content::Spreadsheet(bytes) => {
            let sheets = sheets::read(bytes.as_slice(), &name, reading, assessment)?;
            sheets.notes().for_each(note);
            if !sheets.above().is_empty() {
                bail!(say::above_header(&name, sheets.above().len()));
            }
            let several = sheets.are_several();
            let file = |SheetRows { name: sheet, csv, unseen, .. }: SheetRows| {
                let name = if several { format!("{name}, {sheet}") } else { name.clone() };
                File { name, csv, delimiter: b',', unseen }
            };
            let files: Vec<File> = sheets.into_rows().into_iter().map(file).collect();
            let empty = files.iter().filter(|file| !file.has_rows());
            empty.for_each(|file| output::note(&say::no_answers(&file.name)));
            Ok(files)
        }
    }
}
