//! Spreadsheets as one table: the sheet that is meant, or several with the same columns, whose rows name where they come from.

use std::collections::HashSet;
use std::io::Read;

use anyhow::{Result, anyhow, bail};

use super::assessment::Assessment;
use super::bytes::{MAX_WHOLE, whole};
use super::doubled::{Doubled, doubled};
use super::records::{Joined, Rows, Table, joined};
use crate::mapping::passed_over::is_other_sheet;
use crate::mapping::plain;
use crate::table::xlsx::{Head, SheetRows, Tables, Wanted, sheets_to_csv};
use crate::table::{self, Refused, Unseen, write_field};
use crate::template::FORM_SHEET;
use crate::text::clean;
use crate::words::lists::comma;
use crate::words::{batch_input, batch_sheets as say};

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
    let doubt = doubled(&tables.read.iter().map(table_of).collect::<Vec<_>>(), &assessment.matcher)
        .map(|Doubled { table, other, found, rows, headers }| say::doubled(name, table, other, found, rows, &headers));
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
    let mut rows = Rows::of(&sheet.csv, b',');
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

fn table_of(SheetRows { name, csv, unseen, .. }: &SheetRows) -> Table<'_> {
    Table { name, csv, delimiter: b',', unseen }
}

/// Takes away what stands above the header of one of several sheets, and tells how many rows it is.
fn without_titles(sheet: &mut SheetRows, assessment: &Assessment) -> Result<u64> {
    let opened = table::open(sheet.csv.as_slice(), &assessment.matcher, Some(b','), Refused::default());
    let above = opened.map(|opened| opened.above).unwrap_or_default().len();
    let mut rows = Rows::of(&sheet.csv, b',');
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

    pub(super) fn into_rows(self) -> Vec<SheetRows> {
        self.tables.read
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
        let Joined { csv, unseen, .. } = joined("sheet", &read.iter().map(table_of).collect::<Vec<_>>())?;
        Ok((csv, unseen))
    }
}
