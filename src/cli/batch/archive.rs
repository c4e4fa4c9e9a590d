//! What is in a ZIP archive: a spreadsheet, which is one too, or the one file that was packed.

use std::io::{Cursor, Read as _};

use anyhow::{Result, anyhow, bail};
use zip::ZipArchive;

use crate::text::clean;
use crate::words::lists::comma;
use crate::words::table_sheets;
use crate::words::{batch_input as say, cli_files};

/// What an archive holds.
pub(super) enum Held {
    /// The archive itself is a spreadsheet.
    Spreadsheet(Vec<u8>),
    /// The name and the bytes of its only file.
    File(String, Vec<u8>),
}

/// A part by which a document that is an archive is known, and what that is.
type Document = (&'static str, fn() -> &'static str);

const DOCUMENTS: [Document; 6] = [
    ("word/", say::word_document),
    ("ppt/", say::presentation),
    ("xl/workbook.bin", say::binary_excel),
    ("content.xml", say::open_document),
    ("index/document.iwa", say::apple_document),
    ("meta-inf/", say::program_or_book),
];

/// Looks into an archive, for a file of no more than so many bytes; else why nothing in it can be read.
pub(super) fn only_file(bytes: Vec<u8>, name: &str, most: u64) -> Result<Held> {
    let archive = ZipArchive::new(Cursor::new(bytes.as_slice()));
    let mut archive = archive.map_err(|error| anyhow!(say::cannot_read_since(name, &unreadable(&error))))?;
    let names = archive.file_names_raw().map(|name| clean(&String::from_utf8_lossy(name)).into_owned());
    let names: Vec<String> = names.collect();
    let has = |part: &str| names.iter().any(|name| name.to_lowercase().starts_with(part));
    if let Some((_, what)) = DOCUMENTS.iter().find(|(part, _)| has(part)) {
        bail!(cli_files::foreign(name, what()));
    }
    if has("[content_types].xml") || has("xl/") {
        return Ok(Held::Spreadsheet(bytes));
    }
    let files = names.iter().enumerate().filter(|(_, name)| !name.ends_with('/') && !is_hidden(name));
    let files: Vec<(usize, &String)> = files.collect();
    let [(at, file)] = files.as_slice() else {
        let list: Vec<String> = files.iter().take(10).map(|(_, file)| format!("`{file}`")).collect();
        bail!(match list.is_empty() {
            true => say::empty_archive(name),
            false => say::several_files(name, files.len(), &list.join(comma())),
        });
    };
    let mut unpacked = Vec::new();
    let part = archive.by_index(*at).map_err(|error| anyhow!(say::cannot_read_since(name, &unreadable(&error))))?;
    let read = part.take(most + 1).read_to_end(&mut unpacked);
    read.map_err(|error| anyhow!(say::cannot_read_in(file, name, &unreadable(&error))))?;
    if u64::try_from(unpacked.len())? > most {
        bail!(say::large_file(name, file, most >> 20));
    }
    Ok(Held::File((*file).clone(), unpacked))
}

/// What another crate says of an archive.
fn unreadable(error: &dyn std::error::Error) -> String {
    table_sheets::unreadable(&error.to_string())
}

/// Whether programs add such a file on their own.
fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}
