//! What is in a ZIP archive: a spreadsheet, which is one too, or the one file that was packed.

use std::io::{Cursor, Read as _};

use anyhow::{Result, bail};
use zip::ZipArchive;

use crate::text::clean;

/// What an archive holds.
pub(super) enum Held {
    /// The archive itself is a spreadsheet.
    Spreadsheet(Vec<u8>),
    /// The name and the bytes of its only file.
    File(String, Vec<u8>),
}

/// Parts by which documents that are archives are known, and what they are.
const DOCUMENTS: [(&str, &str); 6] = [
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("xl/workbook.bin", "a binary Excel file (.xlsb)"),
    ("content.xml", "an OpenDocument file"),
    ("index/document.iwa", "an Apple document (Numbers, Pages)"),
    ("meta-inf/", "a program or a book"),
];

/// Looks into an archive, for a file of no more than so many bytes; else why nothing in it can be read.
pub(super) fn only_file(bytes: Vec<u8>, name: &str, most: u64) -> Result<Held> {
    let archive = ZipArchive::new(Cursor::new(bytes.as_slice()));
    let mut archive = archive.map_err(|error| anyhow::anyhow!("cannot read {name}: {error}"))?;
    let names = archive.file_names_raw().map(|name| clean(&String::from_utf8_lossy(name)).into_owned());
    let names: Vec<String> = names.collect();
    let has = |part: &str| names.iter().any(|name| name.to_lowercase().starts_with(part));
    if let Some((_, what)) = DOCUMENTS.iter().find(|(part, _)| has(part)) {
        bail!("{name} is {what}: save or export the answers as CSV or XLSX");
    }
    if has("[content_types].xml") || has("xl/") {
        return Ok(Held::Spreadsheet(bytes));
    }
    let files = names.iter().enumerate().filter(|(_, name)| !name.ends_with('/') && !is_hidden(name));
    let files: Vec<(usize, &String)> = files.collect();
    let [(at, file)] = files.as_slice() else {
        let list: Vec<String> = files.iter().take(10).map(|(_, file)| format!("`{file}`")).collect();
        let list = if list.is_empty() { "none".to_owned() } else { list.join(", ") };
        bail!("{name} is an archive of {} files, and not of one: unpack it first ({list})", files.len());
    };
    let mut unpacked = Vec::new();
    let part = archive.by_index(*at).map_err(|error| anyhow::anyhow!("cannot read {name}: {error}"))?;
    let read = part.take(most + 1).read_to_end(&mut unpacked);
    read.map_err(|error| anyhow::anyhow!("cannot read `{file}` in {name}: {error}"))?;
    if u64::try_from(unpacked.len())? > most {
        bail!("{name}: `{file}` is larger than {} MiB: unpack it first", most >> 20);
    }
    Ok(Held::File((*file).clone(), unpacked))
}

/// Whether programs add such a file on their own.
fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}
