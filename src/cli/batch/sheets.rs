//! Spreadsheets as one table: the sheet that is meant, or several with the same columns, whose rows name where they come from.

use std::io::Read;
use std::path::PathBuf;

use anyhow::{Context as _, Result, anyhow, bail};

use super::arguments::Reading;
use super::assessment::Assessment;
use super::bytes::{MAX_WHOLE, whole};
use crate::cli::{guard, output};
use crate::mapping::passed_over::is_name_of_figures;
use crate::mapping::plain;
use crate::table::xlsx::{Head, Tables, Wanted, sheets_to_csv};
use crate::table::{self, Refused};
use crate::template::FORM_SHEET;
use crate::text::count;

/// The sheets of one spreadsheet that are meant, and what is to be said of them.
pub(super) struct Sheets(Tables, Vec<String>);

/// Reads the sheet of this name or number, or what matches the assessment best.
pub(super) fn read(reader: impl Read, name: &str, sheet: Option<&str>, assessment: &Assessment) -> Result<Sheets> {
    let Some(bytes) = whole(reader, name)? else {
        bail!("{name} is larger than {} MiB: save it as CSV", MAX_WHOLE >> 20);
    };
    let judge = |head: &[u8]| {
        let opened = table::open(head, &assessment.matcher, Some(b','), Refused::default());
        opened.map(|opened| Head { wanted: opened.wanted, header: opened.header }).unwrap_or_default()
    };
    let wanted = sheet.map_or(Wanted::Best(FORM_SHEET), Wanted::Named);
    let mut tables = sheets_to_csv(bytes, wanted, judge).map_err(|error| anyhow!("cannot read {name}: {error}"))?;
    let mut notes = Vec::new();
    if tables.read.len() > 1 {
        if let Some((figures, _)) = tables.read.iter().find(|(sheet, _)| is_name_of_figures(&plain(sheet))) {
            let list: Vec<String> = tables.read.iter().map(|(sheet, _)| format!("`{sheet}`")).collect();
            bail!(
                "{name}: sheets {} have the same columns, and `{figures}` may have figures about the others: name the one \
                 that is meant with --sheet",
                list.join(", ")
            );
        }
        for (sheet, csv) in &mut tables.read {
            let rows = without_titles(csv, assessment)?;
            let was = if rows == 1 { "was" } else { "were" };
            notes.extend(
                (rows > 0)
                    .then(|| format!("{} above the header of sheet `{sheet}` {was} passed over", count(rows, "row"))),
            );
        }
    }
    Ok(Sheets(tables, notes))
}

/// Takes away what stands above the header of one of several sheets, and tells how many rows it is.
fn without_titles(csv: &mut Vec<u8>, assessment: &Assessment) -> Result<u64> {
    let opened = table::open(csv.as_slice(), &assessment.matcher, Some(b','), Refused::default());
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_slice());
    let above = opened.map(|opened| opened.above).unwrap_or_default();
    for _ in &above {
        rows.read_byte_record(&mut csv::ByteRecord::new())?;
    }
    let count = above.len().try_into()?;
    let above = usize::try_from(rows.position().byte())?;
    csv.drain(..above);
    Ok(count)
}

impl Sheets {
    /// The name of the sheet, or of those.
    pub(super) fn name(&self) -> Option<String> {
        let names: Vec<String> = self.0.read.iter().map(|(name, _)| format!("`{name}`")).collect();
        Some(names.join(", "))
    }

    pub(super) fn are_several(&self) -> bool {
        self.0.read.len() > 1
    }

    /// What is to be said of them.
    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        self.note().into_iter().chain(self.1.clone())
    }

    /// Which sheets are read, where there are others; that of a form of ours goes without saying.
    fn note(&self) -> Option<String> {
        let Tables { read, visible, hidden } = &self.0;
        let is_read = |sheet: &&String| read.iter().any(|(name, _)| name == *sheet);
        if read.iter().all(|(name, _)| name == FORM_SHEET) {
            return None;
        }
        let list = |names: Vec<&String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let others = list(visible.iter().filter(|sheet| !is_read(sheet)).collect());
        let unseen = list(hidden.iter().filter(|sheet| !is_read(sheet)).collect());
        let named_hidden = read.iter().any(|(name, _)| hidden.contains(name));
        let mut note = match self.0.read.len() {
            1 => format!("sheet {} is read{}", self.name()?, if named_hidden { ", which is hidden" } else { "" }),
            _ => format!("sheets {} have the same columns and are read as one table", self.name()?),
        };
        if !others.is_empty() {
            note += &format!("; others are {others}: --sheet names another");
        }
        if !unseen.is_empty() {
            note += &format!("; hidden and not read are {unseen}");
        }
        (read.len() + visible.len() + hidden.len() > 2).then_some(note)
    }

    /// The rows of one sheet as they are; those of several with the name of theirs before them.
    pub(super) fn csv(self) -> Result<Vec<u8>> {
        let mut read = self.0.read;
        if read.len() == 1 {
            return Ok(read.remove(0).1);
        }
        let mut joined = Joined::new("sheet");
        for (name, csv) in &read {
            joined.add(name, csv)?;
        }
        joined.finish()
    }
}

/// Several spreadsheets with the same header, such as forms that came back: one table, in which each row names its file.
pub(super) fn of_all(paths: &[PathBuf], reading: &Reading, assessment: &Assessment) -> Result<Vec<u8>> {
    let mut joined = Joined::new("file");
    for path in paths {
        let name = path.display().to_string();
        let file = guard::open(path).with_context(|| format!("cannot read {name}"))?;
        let sheets = read(file, &name, reading.sheet.as_deref(), assessment)?;
        sheets.notes().for_each(|note| output::note(&format!("note: {name}: {note}\n")));
        let several = sheets.0.read.len() > 1;
        for (sheet, csv) in &sheets.0.read {
            let of = if several { format!("{name}, {sheet}") } else { name.clone() };
            if joined.add(&of, csv)? == 0 {
                output::note(&format!("note: {of} has no answers; a form has to be saved by a spreadsheet program\n"));
            }
        }
    }
    joined.finish()
}

/// Tables with the same header as one, in which each row names its own.
struct Joined {
    table: csv::Writer<Vec<u8>>,
    /// What the names stand under.
    by: &'static str,
    /// The first table, and its header.
    first: Option<(String, csv::ByteRecord)>,
}

impl Joined {
    fn new(by: &'static str) -> Self {
        Self { table: csv::WriterBuilder::new().flexible(true).from_writer(Vec::new()), by, first: None }
    }

    /// Adds the rows of a table, and tells how many they are.
    fn add(&mut self, name: &str, csv: &[u8]) -> Result<usize> {
        let rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv);
        let mut rows = rows.into_byte_records();
        let header = rows.next().transpose()?.unwrap_or_default();
        match &self.first {
            Some((first, of_first)) if *of_first != header => {
                bail!("{name} has other columns than {first}: score it alone")
            }
            Some(_) => {}
            None => {
                self.table.write_record(std::iter::once(self.by.as_bytes()).chain(&header))?;
                self.first = Some((name.to_owned(), header));
            }
        }
        let mut count = 0;
        for row in rows {
            // Ragged rows are rejects, each with its own reason.
            self.table.write_record(std::iter::once(name.as_bytes()).chain(&row?))?;
            count += 1;
        }
        Ok(count)
    }

    fn finish(self) -> Result<Vec<u8>> {
        self.table.into_inner().context("cannot join the sheets")
    }
}
