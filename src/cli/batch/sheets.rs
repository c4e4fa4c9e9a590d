//! Spreadsheets as one table: the sheet that is meant, or several with the same columns, whose rows name where they come from.

use std::collections::HashSet;
use std::io::Read;
use std::path::PathBuf;

use anyhow::{Context as _, Result, anyhow, bail};

use super::arguments::Reading;
use super::assessment::Assessment;
use super::bytes::{MAX_WHOLE, whole};
use super::doubled::{Doubled, doubled};
use super::records::Rows;
use crate::cli::{guard, output};
use crate::mapping::passed_over::is_other_sheet;
use crate::mapping::plain;
use crate::table::xlsx::{Head, SheetRows, Tables, Wanted, sheets_to_csv};
use crate::table::{self, Refused, Unseen, write_field};
use crate::template::FORM_SHEET;
use crate::text::clean;
use crate::words::lists::comma;
use crate::words::{batch_input, batch_rows, batch_sheets as say, cli_files};

/// The sheets of one spreadsheet that are meant, and what is to be said of them.
pub(super) struct Sheets {
    tables: Tables,
    notes: Vec<String>,
    /// Why they are perhaps not to be read as one.
    pub(super) doubt: Option<String>,
}

/// Reads the sheet of this name or number, or what matches the assessment best.
pub(super) fn read(reader: impl Read, name: &str, sheet: Option<&str>, assessment: &Assessment) -> Result<Sheets> {
    let Some(bytes) = whole(reader, name)? else {
        bail!(say::too_large(name, MAX_WHOLE >> 20));
    };
    let judge = |head: &[u8]| {
        let opened = table::open(head, &assessment.matcher, Some(b','), Refused::default());
        opened.map(|opened| Head { wanted: opened.wanted, header: opened.header }).unwrap_or_default()
    };
    let wanted = sheet.map_or(Wanted::Best(FORM_SHEET), Wanted::Named);
    let mut tables =
        sheets_to_csv(bytes, wanted, judge).map_err(|error| anyhow!(batch_input::cannot_read_since(name, &error)))?;
    let mut notes = Vec::new();
    tables.read.iter_mut().for_each(|sheet| fill_down(sheet, assessment));
    if tables.read.len() > 1 {
        if let Some(SheetRows { name: other, .. }) =
            tables.read.iter().find(|sheet| is_other_sheet(&plain(&sheet.name)))
        {
            let list: Vec<String> = tables.read.iter().map(|sheet| format!("`{}`", sheet.name)).collect();
            bail!(say::other_sheet(name, &list.join(comma()), other));
        }
        for sheet in &mut tables.read {
            let rows = without_titles(sheet, assessment)?;
            notes.extend((rows > 0).then(|| say::titles(rows, &sheet.name)));
        }
    }
    let doubt = doubled(&tables.read, &assessment.matcher).map(|of| doubt(name, &of));
    Ok(Sheets { tables, notes, doubt })
}

/// Gives cells below the header what stands above them, where the sheet says that both are one.
fn fill_down(sheet: &mut SheetRows, assessment: &Assessment) {
    let covered: HashSet<(u64, usize)> = sheet
        .unseen
        .covered
        .iter()
        .filter(|cells| cells.from_above)
        .flat_map(|cells| cells.columns.clone().map(|column| (cells.row, column)))
        .collect();
    if covered.is_empty() {
        return;
    }
    let opened = table::open(sheet.csv.as_slice(), &assessment.matcher, Some(b','), Refused::default());
    let header = opened.map_or(u64::MAX, |opened| opened.row);
    let (mut filled, mut above, mut written) = (Vec::new(), Vec::new(), 0);
    let mut rows = Rows::of(&sheet.csv);
    while let Some((row, record)) = rows.next() {
        filled.extend((written + 1..row).map(|_| b'\n'));
        let mut cells: Vec<Vec<u8>> = record.fields().map(<[u8]>::to_vec).collect();
        for (column, text) in
            cells.iter_mut().enumerate().filter(|(column, text)| text.is_empty() && covered.contains(&(row, *column)))
        {
            above.get(column).unwrap_or(&Vec::new()).clone_into(text);
        }
        for (column, text) in cells.iter().enumerate() {
            filled.extend((column > 0).then_some(b','));
            write_field(&mut filled, text);
        }
        filled.push(b'\n');
        written = row;
        above = if row > header { cells } else { Vec::new() };
    }
    sheet.csv = filled;
}

/// Why sheets of which one repeats another are not read as one.
fn doubt(name: &str, Doubled { sheet, other, found, rows, headers }: &Doubled<'_>) -> String {
    let shown: Vec<String> = headers.iter().take(3).map(|header| format!("`{}`", clean(header.trim()))).collect();
    let shown = shown.join(comma());
    let shown = if headers.len() > 3 { say::headers_and_more(&shown) } else { shown };
    say::doubled(name, sheet, other, *found, *rows, &shown)
}

/// Takes away what stands above the header of one of several sheets, and tells how many rows it is.
fn without_titles(sheet: &mut SheetRows, assessment: &Assessment) -> Result<u64> {
    let opened = table::open(sheet.csv.as_slice(), &assessment.matcher, Some(b','), Refused::default());
    let above = opened.map(|opened| opened.above).unwrap_or_default().len();
    let mut rows = Rows::of(&sheet.csv);
    for _ in 0..above {
        rows.next();
    }
    let Rows { at, row, .. } = rows;
    sheet.csv.drain(..at);
    sheet.unseen.skip(row);
    Ok(above.try_into()?)
}

impl Sheets {
    /// The name of the sheet, or of those.
    pub(super) fn name(&self) -> Option<String> {
        let names: Vec<String> = self.tables.read.iter().map(|sheet| format!("`{}`", sheet.name)).collect();
        Some(clean(&names.join(comma())).into_owned())
    }

    pub(super) fn are_several(&self) -> bool {
        self.tables.read.len() > 1
    }

    /// Whether they are a form of ours that no spreadsheet program has saved: what stands in it is not worked out.
    pub(super) fn are_unsaved(&self) -> bool {
        self.tables.read.iter().any(|sheet| sheet.name == FORM_SHEET && sheet.unworked > 0)
    }

    /// What is to be said of them.
    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        let unworked: u64 = self.tables.read.iter().map(|sheet| sheet.unworked).sum();
        let unworked = (unworked > 0).then(|| say::not_worked_out(unworked));
        self.note().into_iter().chain(self.notes.clone()).chain(unworked)
    }

    /// Which sheets are read, where there are others; that of a form of ours goes without saying.
    fn note(&self) -> Option<String> {
        let Tables { read, visible, hidden, .. } = &self.tables;
        let is_read = |sheet: &&String| read.iter().any(|read| read.name == **sheet);
        if read.iter().all(|sheet| sheet.name == FORM_SHEET) {
            return None;
        }
        let list = |names: Vec<&String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(comma());
        let others = list(visible.iter().filter(|sheet| !is_read(sheet)).collect());
        let unseen = list(hidden.iter().filter(|sheet| !is_read(sheet)).collect());
        let named_hidden = read.iter().any(|sheet| hidden.contains(&sheet.name));
        let mut note = match self.tables.read.len() {
            1 if named_hidden => say::hidden_is_read(&self.name()?),
            1 => say::is_read(&self.name()?),
            _ => say::are_read(&self.name()?),
        };
        if !others.is_empty() {
            note = say::others(&note, &others);
        }
        if !unseen.is_empty() {
            note = say::unseen(&note, &unseen);
        }
        (read.len() + visible.len() + hidden.len() > 2).then_some(note)
    }

    /// The names and first rows of the sheets that are not meant; a form of ours has none that says anything.
    pub(super) fn take_others(&mut self) -> Vec<(String, Vec<u8>)> {
        let others = std::mem::take(&mut self.tables.others);
        if self.tables.read.iter().all(|sheet| sheet.name == FORM_SHEET) { Vec::new() } else { others }
    }

    /// The rows of one sheet as they are; those of several with the name of theirs before them.
    pub(super) fn joined(self) -> Result<(Vec<u8>, Unseen)> {
        let mut read = self.tables.read;
        if read.len() == 1 {
            let sheet = read.remove(0);
            return Ok((sheet.csv, sheet.unseen));
        }
        let mut joined = Joined::new("sheet");
        for sheet in &read {
            joined.add(&sheet.name, sheet)?;
        }
        joined.finish()
    }
}

/// Several spreadsheets with the same header, such as forms that came back: one table, in which each row names its file.
pub(super) fn of_all(paths: &[PathBuf], reading: &Reading, assessment: &Assessment) -> Result<(Vec<u8>, Unseen)> {
    let mut joined = Joined::new("file");
    for path in paths {
        let name = path.display().to_string();
        let file = guard::open(path).with_context(|| cli_files::cannot_read(&name))?;
        let sheets = read(file, &name, reading.sheet.as_deref(), assessment)?;
        sheets.notes().for_each(|note| output::note(&batch_rows::note(&name, &note)));
        let several = sheets.tables.read.len() > 1;
        for sheet in &sheets.tables.read {
            let of = if several { format!("{name}, {}", sheet.name) } else { name.clone() };
            if joined.add(&of, sheet)? == 0 {
                output::note(&say::no_answers(&of));
            }
        }
    }
    joined.finish()
}

/// Tables with the same header as one, in which each row names its own.
struct Joined {
    table: csv::Writer<Vec<u8>>,
    /// How many rows it has.
    rows: u64,
    unseen: Unseen,
    /// What the names stand under.
    by: &'static str,
    /// The first table, and its header.
    first: Option<(String, Vec<Vec<u8>>)>,
}

impl Joined {
    fn new(by: &'static str) -> Self {
        let table = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        Self { table, rows: 0, unseen: Unseen::default(), by, first: None }
    }

    /// Adds the rows of a table, and tells how many they are.
    fn add(&mut self, name: &str, sheet: &SheetRows) -> Result<usize> {
        let mut rows = Rows::of(&sheet.csv);
        let header = rows.next().map(|(row, record)| (row, record.fields().map(<[u8]>::to_vec).collect::<Vec<_>>()));
        let (row, header) = header.unwrap_or_default();
        match &self.first {
            Some((first, of_first)) if *of_first != header => {
                bail!(say::other_columns(name, first))
            }
            Some(_) => {}
            None => {
                self.table.write_record(std::iter::once(self.by.as_bytes()).chain(header.iter().map(Vec::as_slice)))?;
                (self.rows, self.first) = (1, Some((name.to_owned(), header)));
            }
        }
        self.unseen.head(&sheet.unseen, row);
        let mut count = 0;
        while let Some((number, record)) = rows.next() {
            // Ragged rows are rejects, each with its own reason.
            self.table.write_record(std::iter::once(name.as_bytes()).chain(record.fields()))?;
            (self.rows, count) = (self.rows + 1, count + 1);
            self.unseen.add(self.rows, &sheet.unseen, number);
        }
        Ok(count)
    }

    fn finish(self) -> Result<(Vec<u8>, Unseen)> {
        Ok((self.table.into_inner().context(say::cannot_join())?, self.unseen))
    }
}
