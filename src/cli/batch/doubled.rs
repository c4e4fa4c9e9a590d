//! Whether tables that are read as one tell of the same respondents, such as sheets `Raw` and `Cleaned`, or of groups of them.
//!
//! The rows of a table are found again where another has the same cells under all columns of metadata that a row fills, and
//! these cells tell the rows of its own table apart. Either they have a time with seconds, or most answers are the same, or one table
//! has numbers for answers and the other texts, or the other table tells more of who answers, or has several such rows. What fills no metadata is told by its answers, where they are many.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::records::Table;
use crate::mapping::passed_over::is_word;
use crate::mapping::plain;
use crate::table::{HeaderWords, Record};
use crate::text::clean;
use crate::words::batch_several as say;
use crate::words::lists::comma;

/// The most ways of filling columns that are looked at.
const MASKS: usize = 8;
/// So many answers tell a row from others.
const ANSWERS: usize = 10;
/// How many headers are shown.
const SHOWN: usize = 3;

/// A table of which half of the rows, or more, are found again.
pub(super) struct Doubled<'t> {
    pub(super) table: &'t str,
    /// Another that has most of them.
    pub(super) other: &'t str,
    pub(super) found: usize,
    pub(super) rows: usize,
    /// The headers of what the first of them have in common, as a list to be shown.
    pub(super) headers: String,
}

/// The columns by which a row is known.
type Mask = Vec<usize>;

/// A row that has something under all of the columns by which rows are known.
struct Row {
    table: usize,
    key: u64,
    /// Whether it fills others, too.
    fills_more: bool,
    /// Whether it tells a time of the day, as no two answer in one second.
    timed: bool,
    /// A byte for each answer, so that equal ones have the same; and whether all are numbers, or none, where it is so.
    answers: Box<[u8]>,
    coded: Option<bool>,
}

impl Row {
    /// Whether half of the answers or more are those of `other`.
    fn answers_as(&self, other: &Self) -> bool {
        let same = self.answers.iter().zip(&other.answers).filter(|(one, other)| one == other).count();
        2 * same >= self.answers.len()
    }

    /// Whether it has codes where `other` has texts, or the other way round.
    fn codes(&self, other: &Self) -> bool {
        self.coded.zip(other.coded).is_some_and(|(own, other)| own != other)
    }
}

/// What is known of the rows of one table.
#[derive(Default)]
struct Found {
    rows: usize,
    again: usize,
    /// For each other table, how many of them it has.
    others: HashMap<usize, usize>,
    mask: Option<Mask>,
}

/// The first table that others repeat, if there is one; all have the same header.
pub(super) fn doubled<'t>(tables: &[Table<'t>], words: &impl HeaderWords) -> Option<Doubled<'t>> {
    let [first, _, ..] = tables else { return None };
    let mut first = first.rows();
    let header: Vec<String> = first.next()?.1.fields().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let metadata: Vec<bool> = header.iter().map(|header| !words.is_wanted(header)).collect();
    let mut masks: Vec<Mask> = Vec::new();
    let mut found: Vec<Found> = tables.iter().map(|_| Found::default()).collect();
    each_row(tables, &metadata, |table, record| {
        if record.fields().any(|cell| !cell.trim_ascii().is_empty()) {
            found[table].rows += 1;
        }
        let mask = mask(record, &metadata);
        if masks.len() < MASKS && !mask.is_empty() && !masks.contains(&mask) {
            masks.push(mask);
        }
    });
    for by in masks {
        let mut rows: Vec<Row> = Vec::new();
        let mut known: HashMap<u64, Vec<usize>> = HashMap::new();
        each_row(tables, &metadata, |table, record| {
            let Some(key) = key(record, &by) else { return };
            known.entry(key).or_default().push(rows.len());
            let fills_more = mask(record, &metadata) != by;
            let timed = by.iter().any(|at| is_time(record.field(*at)));
            let (answers, coded) = (answers(record, &metadata), coded(record, &metadata));
            rows.push(Row { table, key, fills_more, timed, answers, coded });
        });
        let own: Vec<&Row> = rows.iter().filter(|row| !row.fills_more).collect();
        let (mut repeats, mut seen) = (vec![false; tables.len()], HashSet::new());
        own.iter().for_each(|row| repeats[row.table] |= !seen.insert((row.table, row.key)));
        for row in own.iter().filter(|row| !repeats[row.table]) {
            let others: Vec<&Row> =
                known[&row.key].iter().map(|at| &rows[*at]).filter(|of| of.table != row.table).collect();
            let is_group = |other: &Row| others.iter().filter(|of| of.table == other.table).count() > 1;
            let repeats = |other: &Row| row.timed || row.answers_as(other) || row.codes(other);
            let repeated = others.iter().find(|other| other.fills_more || is_group(other) || repeats(other));
            let Some(other) = repeated else { continue };
            let of = &mut found[row.table];
            of.again += 1;
            of.mask.get_or_insert_with(|| by.clone());
            *of.others.entry(other.table).or_default() += 1;
        }
    }
    let (table, of) = found.iter().enumerate().rfind(|(_, of)| of.rows > 1 && of.again * 2 >= of.rows)?;
    let (other, _) = of.others.iter().max_by_key(|(other, rows)| (**rows, std::cmp::Reverse(**other)))?;
    let headers: Vec<&String> = of.mask.iter().flatten().map(|column| &header[*column]).collect();
    let shown: Vec<String> = headers.iter().take(SHOWN).map(|header| format!("`{}`", clean(header.trim()))).collect();
    let shown = shown.join(comma());
    let shown = if headers.len() > SHOWN { say::headers_and_more(&shown) } else { shown };
    let (table, other) = (tables[table].name, tables[*other].name);
    Some(Doubled { table, other, found: of.again, rows: of.rows, headers: shown })
}

/// Shows all rows but averages and totals, which are called the same in every table.
fn each_row(tables: &[Table<'_>], metadata: &[bool], mut take: impl FnMut(usize, &Record)) {
    for (number, table) in tables.iter().enumerate() {
        let mut rows = table.rows();
        rows.next();
        while let Some((_, record)) = rows.next() {
            if !is_figures(record, metadata) {
                take(number, record);
            }
        }
    }
}

/// Whether a row is called by a word for figures about others.
fn is_figures(record: &Record, metadata: &[bool]) -> bool {
    let mut told = record.fields().zip(metadata).filter(|(_, of_metadata)| **of_metadata);
    told.any(|(cell, _)| is_word(&plain(&String::from_utf8_lossy(cell))))
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

/// Whether a cell has a time with seconds.
fn is_time(cell: &[u8]) -> bool {
    let digits = |part: &[u8]| part.len() >= 2 && part[..2].iter().all(u8::is_ascii_digit);
    let mut parts = cell.split(|byte| *byte == b':').skip(1);
    parts.next().is_some_and(digits) && parts.next().is_some_and(digits)
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

/// Whether all answers of a row are numbers; none where some are, or there are none.
fn coded(record: &Record, metadata: &[bool]) -> Option<bool> {
    let cells =
        record.fields().zip(metadata).filter(|(cell, of_metadata)| !(**of_metadata || cell.trim_ascii().is_empty()));
    let mut numbers =
        cells.map(|(cell, _)| cell.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b' ')));
    let first = numbers.next()?;
    numbers.all(|number| number == first).then_some(first)
}

fn answers(record: &Record, metadata: &[bool]) -> Box<[u8]> {
    let cells = record.fields().zip(metadata).filter(|(_, of_metadata)| !**of_metadata);
    let byte = |(cell, _): (&[u8], _)| {
        let mut hash = DefaultHasher::new();
        cell.trim_ascii().hash(&mut hash);
        hash.finish().to_le_bytes()[0]
    };
    cells.map(byte).collect()
}
