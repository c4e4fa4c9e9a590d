//! Whether sheets that are read as one table tell of the same respondents, such as `Raw` and `Cleaned`, or of groups of them.
//!
//! The rows of a sheet are found again where another has the same cells under all columns of metadata that a row fills, and
//! these cells tell the rows of its own sheet apart. What fills no metadata is told by its answers, where they are many.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::records::Rows;
use crate::table::xlsx::SheetRows;
use crate::table::{HeaderWords, Record};

/// The most ways of filling columns that are looked at.
const MASKS: usize = 8;
/// So many answers tell a row from others.
const ANSWERS: usize = 10;

/// A sheet of which half of the rows, or more, are found again.
pub(super) struct Doubled<'s> {
    pub(super) sheet: &'s str,
    /// Another that has most of them.
    pub(super) other: &'s str,
    pub(super) found: usize,
    pub(super) rows: usize,
    /// The headers of what the first of them have in common.
    pub(super) headers: Vec<String>,
}

/// The columns by which a row is known.
type Mask = Vec<usize>;

/// What is known of the rows of one sheet.
#[derive(Default)]
struct Found {
    rows: usize,
    again: usize,
    /// For each other sheet, how many of them it has.
    others: HashMap<usize, usize>,
    mask: Option<Mask>,
}

/// The first sheet that others repeat, if there is one; all have the same header.
pub(super) fn doubled<'s>(sheets: &'s [SheetRows], words: &impl HeaderWords) -> Option<Doubled<'s>> {
    let mut first = Rows::of(&sheets.first()?.csv);
    let header: Vec<String> = first.next()?.1.fields().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let metadata: Vec<bool> = header.iter().map(|header| !words.is_wanted(header)).collect();
    let mut masks: Vec<Mask> = Vec::new();
    let mut found: Vec<Found> = sheets.iter().map(|_| Found::default()).collect();
    each_row(sheets, |sheet, record| {
        if record.fields().any(|cell| !cell.trim_ascii().is_empty()) {
            found[sheet].rows += 1;
        }
        let mask = mask(record, &metadata);
        if masks.len() < MASKS && !mask.is_empty() && !masks.contains(&mask) {
            masks.push(mask);
        }
    });
    for by in masks {
        // The sheets that have what a row has there, and what those rows of each have that fill no more.
        let mut known: HashMap<u64, Vec<usize>> = HashMap::new();
        let mut own: Vec<Vec<u64>> = vec![Vec::new(); sheets.len()];
        each_row(sheets, |sheet, record| {
            let Some(key) = key(record, &by) else { return };
            let sheets = known.entry(key).or_default();
            if sheets.last() != Some(&sheet) {
                sheets.push(sheet);
            }
            if mask(record, &metadata) == by {
                own[sheet].push(key);
            }
        });
        for (sheet, keys) in own.iter().enumerate() {
            let apart: HashSet<u64> = keys.iter().copied().collect();
            if apart.len() < keys.len() {
                continue;
            }
            let of = &mut found[sheet];
            for others in apart.iter().map(|key| &known[key]).filter(|sheets| sheets.len() > 1) {
                of.again += 1;
                of.mask.get_or_insert_with(|| by.clone());
                others
                    .iter()
                    .filter(|other| **other != sheet)
                    .for_each(|other| *of.others.entry(*other).or_default() += 1);
            }
        }
    }
    let (sheet, of) = found.iter().enumerate().rfind(|(_, of)| of.rows > 1 && of.again * 2 >= of.rows)?;
    let (other, _) = of.others.iter().max_by_key(|(other, rows)| (**rows, std::cmp::Reverse(**other)))?;
    let headers = of.mask.iter().flatten().map(|column| header[*column].clone()).collect();
    let (sheet, other) = (&sheets[sheet].name, &sheets[*other].name);
    Some(Doubled { sheet, other, found: of.again, rows: of.rows, headers })
}

fn each_row(sheets: &[SheetRows], mut take: impl FnMut(usize, &Record)) {
    for (number, sheet) in sheets.iter().enumerate() {
        let mut rows = Rows::of(&sheet.csv);
        rows.next();
        while let Some((_, record)) = rows.next() {
            take(number, record);
        }
    }
}

/// By which columns a row is known: those of metadata that it fills, else those of many answers.
fn mask(record: &Record, metadata: &[bool]) -> Mask {
    let filled = |of_metadata: bool| {
        let cells = record.fields().zip(metadata).enumerate();
        let filled = cells.filter(move |(_, (cell, is))| **is == of_metadata && !cell.trim_ascii().is_empty());
        filled.map(|(column, _)| column).collect::<Mask>()
    };
    let told = filled(true);
    if !told.is_empty() {
        return told;
    }
    Some(filled(false)).filter(|answers| answers.len() >= ANSWERS).unwrap_or_default()
}

/// What a row has there, if it fills all of them.
fn key(record: &Record, by: &Mask) -> Option<u64> {
    let mut hash = DefaultHasher::new();
    for &column in by {
        let cell = record.field(column).trim_ascii();
        if cell.is_empty() {
            return None;
        }
        cell.hash(&mut hash);
    }
    Some(hash.finish())
}
