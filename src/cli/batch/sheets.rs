//! Spreadsheets as one table: the sheet that is meant, or several with the same columns, whose rows name where they come from.

use std::collections::HashSet;
use std::io::Read;

use anyhow::{Result, anyhow, bail};

use super::arguments::Reading;
use super::assessment::Assessment;
use super::bytes::{MAX_WHOLE, whole};
use super::doubled::{Doubled, doubled};
use super::form;
use super::records::{Joined, Rows, TITLE, Table, joined};
use crate::answers::refused_row;
use crate::mapping::passed_over::is_other_sheet;
use crate::mapping::plain;
use crate::table::xlsx::{Head, SheetRows, Tables, Wanted, sheets_to_csv};
use crate::table::{self, Refused, Unseen, write_field};
use crate::template::{FORM_SHEET, LISTS};
use crate::text::{clean, excerpt};
use crate::words::lists::comma;
use crate::words::{batch_form, batch_input, batch_sheets as say};

/// The sheets of one spreadsheet that are meant, and what is to be said of them.
pub(super) struct Sheets {
    tables: Tables,
    notes: Vec<String>,
    /// The rows above the headers of several sheets, as they would stand above that of all: of which sheet they are is not known.
    above: Vec<Vec<String>>,
    /// Why they are perhaps not to be read as one.
    pub(super) doubt: Option<String>,
}

/// Reads the sheet of this name or number, or what matches the assessment best.
pub(super) fn read(reader: impl Read, name: &str, reading: &Reading, assessment: &Assessment) -> Result<Sheets> {
    let Some(bytes) = whole(reader, name)? else {
        bail!(say::too_large(name, MAX_WHOLE >> 20));
    };
    let judge = |head: &[u8]| {
        let opened = table::open(head, &assessment.matcher, Some(b','), Refused::default());
        opened.map(|opened| Head { wanted: opened.wanted, header: opened.header }).unwrap_or_default()
    };
    let wanted = reading.sheet.as_deref().map_or(Wanted::Best(FORM_SHEET), Wanted::Named);
    let mut tables =
        sheets_to_csv(bytes, wanted, judge).map_err(|error| anyhow!(batch_input::cannot_read_since(name, &error)))?;
    if let Some(why) = version(&tables)
        .and_then(|version| refused_row(&version, assessment.definition(), reading.versions.accept_version))
    {
        bail!(say::of_version(name, &why));
    }
    let beside = std::mem::take(&mut tables.beside);
    if let [own] = &mut tables.read[..]
        && own.name == FORM_SHEET
        && reading.sheet.is_none()
    {
        let found = form::fill(own, &beside, assessment, reading.versions.accept_version);
        let not_certain = |why: &str| anyhow!(batch_form::not_certain(name, why));
        if !found.map_err(|why| not_certain(&why))? && tables.hidden.iter().any(|sheet| sheet == FORM_SHEET) {
            return Err(not_certain(batch_form::no_form()));
        }
    }
    let (mut notes, mut above) = (Vec::new(), Vec::new());
    tables.read.iter_mut().for_each(|sheet| fill_down(sheet, assessment));
    if tables.read.len() > 1 {
        if let Some(SheetRows { name: other, .. }) =
            tables.read.iter().find(|sheet| is_other_sheet(&plain(&sheet.name)))
        {
            let list: Vec<String> = tables.read.iter().map(|sheet| format!("`{}`", sheet.name)).collect();
            bail!(say::other_sheet(name, &list.join(comma()), other));
        }
        for sheet in &mut tables.read {
            let rows = without_titles(sheet, assessment);
            if let Some(text) = rows.iter().flatten().map(|cell| cell.trim()).find(|cell| !cell.is_empty()) {
                notes.push(say::titles(rows.len() as u64, &sheet.name, &excerpt(text, TITLE)));
            }
            for mut row in rows {
                // A title stands at the left edge, above the names of the sheets too.
                if row.iter().skip(1).any(|cell| !cell.trim().is_empty()) {
                    row.insert(0, String::new());
                }
                if !above.contains(&row) {
                    above.push(row);
                }
            }
        }
    }
    let doubt = doubled(&tables.read.iter().map(table_of).collect::<Vec<_>>(), &assessment.matcher)
        .map(|Doubled { table, other, found, rows, headers }| say::doubled(name, table, other, found, rows, &headers));
    Ok(Sheets { tables, notes, above, doubt })
}

/// The version that a form of ours is for, with which its title ends.
fn version(tables: &Tables) -> Option<String> {
    tables.read.iter().find(|sheet| sheet.name == FORM_SHEET)?;
    let titles = tables.others.iter().filter_map(|(_, csv)| {
        let mut rows = Rows::of(csv, b',');
        let (_, record) = rows.next()?;
        Some(String::from_utf8_lossy(record.field(0)).split_whitespace().next_back()?.to_owned())
    });
    titles.into_iter().find(|version| semver::Version::parse(version).is_ok())
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

/// Takes away the rows above the header of one of several sheets, and gives them.
fn without_titles(sheet: &mut SheetRows, assessment: &Assessment) -> Vec<Vec<String>> {
    let opened = table::open(sheet.csv.as_slice(), &assessment.matcher, Some(b','), Refused::default());
    let above = opened.map(|opened| opened.above).unwrap_or_default();
    let mut rows = Rows::of(&sheet.csv, b',');
    for _ in &above {
        rows.next();
    }
    let Rows { at, row, .. } = rows;
    sheet.csv.drain(..at);
    sheet.unseen.skip(row);
    above
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

    /// The rows above the headers of several sheets, each different one once.
    pub(super) fn above(&self) -> &[Vec<String>] {
        &self.above
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
        let is_form = read.iter().all(|sheet| sheet.name == FORM_SHEET);
        let list = |names: Vec<&String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(comma());
        let others = list(visible.iter().filter(|sheet| !is_read(sheet)).collect());
        let is_own = |sheet: &&String| is_form && *sheet == LISTS;
        let unseen = list(hidden.iter().filter(|sheet| !is_read(sheet) && !is_own(sheet)).collect());
        if is_form {
            return (!unseen.is_empty()).then(|| say::unseen_of_form(&unseen));
        }
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
