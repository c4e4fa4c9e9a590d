//! A sheet as CSV, cell by cell: a cell far from all others costs nothing, and everything has an end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader as _, Sheet, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};
use rust_xlsxwriter::utility::row_col_to_cell;

use super::lines::{HEAD, Lines};
use super::marks::Marks;
use super::notes;
use super::parts::over_rows;
use super::rules::listed;
use super::text::write_text;
use super::{MAX_COLUMNS, MAX_ROWS, bounds};
use crate::table::{Unseen, write_field};
use crate::text::fold;
use crate::words::lists::comma;
use crate::words::table_sheets as say;

/// The most text of a cell, in bytes: what a spreadsheet takes fits in several times.
const MAX_CELL: usize = 1 << 20;
/// The most sheets: each is looked into.
const MAX_SHEETS: usize = 256;
/// Among how many cells, empty ones included, the header is looked for.
const HEAD_CELLS: usize = 1 << 20;
/// How many rows are read of a sheet that is not meant, since a codebook has one for each option; how many cells, empty ones
/// included; and how much text of all such sheets.
const OTHER: usize = 10_000;
const OTHER_CELLS: usize = 1 << 17;
const OTHER_TEXT: usize = 4 << 20;

/// What was read of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// The sheets that were read: one, or several with the same columns.
    pub read: Vec<SheetRows>,
    /// The first rows of the others that can be seen, where that was read which is wanted by its name before all.
    pub beside: Vec<SheetRows>,
    /// The names of all sheets, in their order.
    pub visible: Vec<String>,
    pub hidden: Vec<String>,
    /// The names and first rows of the others, hidden ones too; and without a name what is written beside cells.
    pub others: Vec<(String, Vec<u8>)>,
}

/// A sheet that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRows {
    pub name: String,
    pub csv: Vec<u8>,
    pub unseen: Unseen,
    /// How many cells have a formula whose value nobody has worked out. What stands there says so.
    pub unworked: u64,
}

/// Which sheet is meant.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// The one of this name, or at this place among those that can be seen.
    Named(&'a str),
    /// The hidden one of this name, where it matches; else those of the others that match best.
    Best(&'a str),
}

/// What the first rows of a sheet say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many wanted things its header names.
    pub wanted: usize,
    pub header: Vec<String>,
}

/// The sheets of a spreadsheet that are meant, of which `judge` knows the first rows as CSV. Hidden ones are read only if
/// they are named. Else why none can be.
pub fn sheets_to_csv(bytes: Vec<u8>, wanted: Wanted<'_>, judge: impl Fn(&[u8]) -> Head) -> Result<Tables, String> {
    bounds::contained(say::is_damaged(), move || {
        let bytes = bytes.as_slice();
        let seen = bounds::check(bytes)?;
        let marks = Marks::new(bytes, seen.marked);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(said)?;
        if book.sheets_metadata().len() > MAX_SHEETS {
            return Err(say::many_sheets(MAX_SHEETS));
        }
        let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (visible, hidden): (Vec<_>, Vec<_>) = sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
        let names = |sheets: Vec<&Sheet>| -> Vec<String> { sheets.iter().map(|sheet| sheet.name.clone()).collect() };
        let (visible, hidden) = (names(visible), names(hidden));
        let names = match wanted {
            Wanted::Named(wanted) => vec![named(&visible, &hidden, wanted)?.clone()],
            Wanted::Best(own) => {
                let mut head = |sheet: &String| {
                    csv(&mut book, sheet, HEAD, &marks).map(|head| judge(&head.csv)).unwrap_or_default()
                };
                match hidden.iter().find(|sheet| *sheet == own && head(sheet).wanted > 0) {
                    Some(own) => vec![own.clone()],
                    None => best(&visible, head)?,
                }
            }
        };
        let all: Vec<String> = book.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
        let others = visible.iter().chain(&hidden).filter(|name| !names.contains(name));
        let mut room = OTHER_TEXT;
        let others = others.map_while(|name| {
            let rows = csv(&mut book, name, OTHER, &marks).unwrap_or_default();
            room = room.checked_sub(rows.csv.len())?;
            Some((name.clone(), rows.csv))
        });
        let mut others: Vec<(String, Vec<u8>)> = others.collect();
        let notes = notes::beside(bytes, &seen.below, OTHER_TEXT);
        if !notes.is_empty() {
            let mut csv = Vec::new();
            for note in &notes {
                write_field(&mut csv, note.as_bytes());
                csv.push(b'\n');
            }
            others.push((String::new(), csv));
        }
        let unseen = |name: &str| {
            let at = all.iter().position(|sheet| *sheet == name);
            at.map(|at| marks.unseen(bytes, at, &seen.below)).transpose().map(Option::unwrap_or_default)
        };
        let is_own = matches!(wanted, Wanted::Best(own) if names.iter().all(|name| name == own));
        let beside = others.iter().filter(|(name, _)| is_own && visible.contains(name));
        let beside = beside.map(|(name, csv)| {
            Ok::<_, String>(SheetRows { name: name.clone(), csv: csv.clone(), unseen: unseen(name)?, unworked: 0 })
        });
        let beside = beside.collect::<Result<_, _>>()?;
        let read = names.into_iter().map(|name| {
            let (mut unseen, Rows { csv, unworked, figures }) =
                (unseen(&name)?, csv(&mut book, &name, usize::MAX, &marks)?);
            unseen.limits = listed(unseen.limits, (&name, &csv), &others, &marks.names);
            unseen.figures.extend(figures);
            unseen.figures.sort_unstable();
            unseen.figures.dedup();
            Ok::<_, String>(SheetRows { name, csv, unseen, unworked })
        });
        let read = read.collect::<Result<_, _>>()?;
        Ok(Tables { read, beside, visible, hidden, others })
    })
}

/// The sheet that matches best, or all that match as well and have the same header; the first where none matches.
fn best(sheets: &[String], head: impl FnMut(&String) -> Head) -> Result<Vec<String>, String> {
    let heads: Vec<Head> = sheets.iter().map(head).collect();
    let most = heads.iter().map(|head| head.wanted).max().ok_or_else(say::no_sheet)?;
    let equal: Vec<(&String, &Head)> = sheets.iter().zip(&heads).filter(|(_, head)| head.wanted == most).collect();
    let names = equal.iter().map(|(sheet, _)| (*sheet).clone());
    let folded = |head: &Head| head.header.iter().map(|header| fold(header)).collect::<Vec<_>>();
    match equal[..] {
        [(first, _), ..] if most == 0 => Ok(vec![first.clone()]),
        [(_, first), ref others @ ..] if others.iter().any(|(_, head)| folded(head) != folded(first)) => {
            let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
            Err(say::equal_sheets(&names.join(comma())))
        }
        _ => Ok(names.collect()),
    }
}

fn named<'s>(visible: &'s [String], hidden: &'s [String], wanted: &str) -> Result<&'s String, String> {
    let by_number = || visible.get(wanted.parse::<usize>().ok()?.checked_sub(1)?);
    let all = || visible.iter().chain(hidden);
    let found = all().find(|name| name.as_str() == wanted);
    let found = found.or_else(|| all().find(|name| fold(name) == fold(wanted))).or_else(by_number);
    found.ok_or_else(|| say::no_such_sheet(wanted, &visible.join(comma())))
}

/// Rows of a sheet.
#[derive(Debug, Default)]
struct Rows {
    csv: Vec<u8>,
    /// How many cells have a formula without a value.
    unworked: u64,
    /// The rows whose cells are worked out of those above or below.
    figures: Vec<u64>,
}

/// The first so many rows that have anything in them.
fn csv<R: Read + Seek>(book: &mut Xlsx<R>, sheet: &str, rows: usize, marks: &Marks) -> Result<Rows, String> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(said)?;
    let (mut lines, mut text, mut seen, mut unworked) = (Lines::default(), Vec::new(), 0, 0);
    let (mut over, mut shared) = (BTreeMap::new(), BTreeSet::new());
    let mut room = if rows == OTHER { OTHER_TEXT } else { usize::MAX };
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(said)? {
        let (row, column) = cell.pos;
        seen += 1;
        if (rows <= HEAD && seen > HEAD_CELLS) || (rows == OTHER && seen > OTHER_CELLS) {
            break;
        }
        if cell.formula.as_ref().is_some_and(|formula| is_over_rows(formula, cell.pos, &mut shared)) {
            *over.entry(u64::from(row) + 1).or_insert(0u64) += 1;
        }
        let is_unworked = cell.formula.is_some() && is_unworked(&cell.value, marks.waits);
        if cell.value == DataRef::Empty && !is_unworked {
            continue;
        }
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(say::far_cell().to_owned());
        }
        text.clear();
        if is_unworked {
            text.extend(without_value(row, column).into_bytes());
        } else {
            write_text(&mut text, &cell.value);
        }
        unworked += u64::from(is_unworked);
        if text.len() > MAX_CELL {
            return Err(say::long_cell(row + 1, MAX_CELL >> 20));
        }
        let Some(left) = room.checked_sub(text.len() + 1) else { break };
        room = left;
        lines.put(row, column, &text)?;
        if lines.rows > rows {
            break;
        }
    }
    let figures = over.into_iter().filter(|(_, cells)| *cells > 1).map(|(row, _)| row).collect();
    Ok(Rows { csv: lines.finish()?, unworked, figures })
}

/// Whether a formula works out rows of its own column. Of those that are shared, only the first is written out.
fn is_over_rows(formula: &XlsxFormulaMetadata, place: (u32, u32), shared: &mut BTreeSet<usize>) -> bool {
    match formula {
        XlsxFormulaMetadata::Normal { formula } => over_rows(formula, place),
        XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
            let is_over = over_rows(formula, place);
            shared.extend(is_over.then_some(*shared_index));
            is_over
        }
        XlsxFormulaMetadata::SharedDerived { shared_index } => shared.contains(shared_index),
        _ => false,
    }
}

/// As `map_err` takes it.
#[allow(clippy::needless_pass_by_value)]
fn said(error: XlsxError) -> String {
    say::unreadable(&error.to_string())
}

/// Whether the value of a formula is none: who wrote it left it out or, in a workbook that `waits` to be worked out, put there
/// what libraries put there.
fn is_unworked(value: &DataRef<'_>, waits: bool) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::Float(number) => waits && *number == 0.0,
        DataRef::Int(number) => waits && *number == 0,
        DataRef::String(text) => waits && text.is_empty(),
        DataRef::SharedString(text) => waits && text.is_empty(),
        _ => false,
    }
}

/// What is read where a formula has no value, which is no answer to anything.
fn without_value(row: u32, column: u32) -> String {
    let column = u16::try_from(column).expect("no column is beyond the last of a spreadsheet");
    say::without_value(&row_col_to_cell(row, column))
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::*;

    type Cells<'a> = &'a [(u32, u16, &'a str)];

    fn book(sheets: &[(&str, Cells<'_>)]) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, cells) in sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(*name).unwrap();
            for (row, column, text) in *cells {
                sheet.write_string(*row, *column, *text).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn first(bytes: Vec<u8>) -> Result<Vec<u8>, String> {
        let tables = sheets_to_csv(bytes, Wanted::Best(""), |_| Head::default());
        tables.map(|tables| tables.read.into_iter().next().unwrap().csv)
    }

    #[test]
    fn a_stray_cell_costs_a_line_and_not_a_rectangle() {
        let mut cells: Vec<(u32, u16, &str)> = (0..40).flat_map(|row| [(row, 0, "a"), (row, 1, "1")]).collect();
        cells.push((1_048_575, 16_383, "stray"));
        let csv = first(book(&[("x", &cells)])).unwrap();
        assert!(csv.starts_with(b"a,1\na,1\n") && csv.ends_with(b",stray\n"));
        assert_eq!(csv.len(), 40 * 4 + (1_048_575 - 40) + 16_383 + 6);
    }

    #[test]
    fn a_cell_where_none_can_be_is_an_error() {
        use std::io::Write as _;
        let bytes = book(&[("x", &[(0, 0, "a"), (1, 0, "b")])]);
        let with = |place: &str| {
            let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
            let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for at in 0..archive.len() {
                let mut part = archive.by_index(at).unwrap();
                let mut text = String::new();
                part.read_to_string(&mut text).unwrap();
                out.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
                out.write_all(text.replace("\"A2\"", place).as_bytes()).unwrap();
            }
            first(out.finish().unwrap().into_inner())
        };
        assert_eq!(with("\"A2\"").unwrap(), b"a\nb\n");
        for place in ["\"XFE2\"", "\"A1048577\"", "\"ZZZZZZZ2\"", "\"A99999999999\"", "\"2\"", "\"\""] {
            assert!(with(place).is_err(), "{place}");
        }
        assert_eq!(with("\"A1\"").unwrap_err(), "a cell of row 1 stands twice");
    }

    /// The sheets that are read of `sheets`, the last of which are `hidden`; a header names as much as it has cells, less
    /// the first.
    fn read(sheets: &[(&str, Cells<'_>)], hidden: usize, wanted: Wanted<'_>) -> Result<Vec<String>, String> {
        let mut book = Workbook::new();
        for (at, (name, cells)) in sheets.iter().enumerate() {
            let sheet = book.add_worksheet();
            sheet.set_name(*name).unwrap().set_hidden(at + hidden >= sheets.len());
            for (row, column, text) in *cells {
                sheet.write_string(*row, *column, *text).unwrap();
            }
        }
        let judge = |head: &[u8]| {
            let head = String::from_utf8_lossy(head).into_owned();
            let header: Vec<String> = head.lines().next().unwrap_or_default().split(',').map(str::to_owned).collect();
            Head { wanted: header.iter().filter(|header| header.starts_with('q')).count(), header }
        };
        let tables = sheets_to_csv(book.save_to_buffer().unwrap(), wanted, judge);
        tables.map(|tables| tables.read.into_iter().map(|sheet| sheet.name).collect())
    }

    #[test]
    fn the_sheet_that_matches_best_is_read_or_the_one_that_is_named() {
        let (one, two): (Cells<'_>, Cells<'_>) =
            (&[(0, 0, "who"), (0, 1, "q1")], &[(0, 0, "who"), (0, 1, "q1"), (0, 2, "q2")]);
        let (other, none): (Cells<'_>, Cells<'_>) = (&[(0, 0, "mean"), (0, 1, "q1"), (0, 2, "q2")], &[(0, 0, "hello")]);
        let best = |sheets: &[(&str, Cells<'_>)], hidden| read(sheets, hidden, Wanted::Best("own"));
        assert_eq!(best(&[("a", none), ("b", one), ("c", two)], 0).unwrap(), ["c"]);
        assert_eq!(best(&[("a", none), ("b", one), ("c", two)], 1).unwrap(), ["b"], "hidden");
        assert_eq!(best(&[("a", none), ("own", one)], 1).unwrap(), ["own"], "a form of ours");
        assert_eq!(best(&[("a", one), ("own", none)], 1).unwrap(), ["a"]);
        assert_eq!(best(&[("a", two), ("b", none), ("c", two)], 0).unwrap(), ["a", "c"]);
        assert_eq!(best(&[("a", none), ("b", none)], 0).unwrap(), ["a"]);
        assert_eq!(
            best(&[("a", two), ("b", other)], 0).unwrap_err(),
            "sheets `a`, `b` match equally well and have other columns: name the one that is meant with --sheet"
        );
        let sheets: [(&str, Cells<'_>); 3] = [("Read me", none), ("Answers", two), ("Old", one)];
        let by_name = |wanted| read(&sheets, 1, Wanted::Named(wanted));
        assert_eq!(["answers", "2", "old"].map(|name| by_name(name).unwrap().remove(0)), ["Answers", "Answers", "Old"]);
        assert_eq!(by_name("3").unwrap_err(), "there is no sheet `3`; sheets: Read me, Answers");
        assert!(first(b"PK\x03\x04".to_vec()).is_err());
    }
}
