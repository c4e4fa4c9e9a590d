//! What a workbook says of rows and cells, of which the library tells nothing: which are hidden, merged or struck through, show
//! something else than is in them, or have totals, and that formulas are still to be worked out.

use std::collections::{BTreeMap, BTreeSet};

use super::MAX_ROWS;
use super::notes;
use super::parts::{Piece, attribute, cell, each_piece, each_tag, file_name, is_set, is_true, merged};
use super::rules::limits;
use super::styles::{Styles, hides};
use crate::table::{Covered, Limit, LimitedBy, Unseen};
use crate::words::table_sheets as say;

/// In how many rows cells may be merged with others, for each block of merged ones; and how many may be struck through.
const MAX_MERGED: u64 = 1 << 20;
/// How many hidden columns are kept of those that stand side by side: behind the last with anything there are thousands.
const MOST_COLUMNS: usize = 256;
/// How many rows with totals a table may have.
const MOST_TOTALS: u64 = 8;
/// How many names of cells are kept.
const MOST_NAMES: usize = 1_000;
/// The part with the texts of cells.
const TEXTS: &str = "sharedstrings.xml";

/// What a workbook says of itself, and which of its parts say something of rows and cells.
#[derive(Debug)]
pub(super) struct Marks {
    marked: BTreeSet<String>,
    /// The part of each sheet, in their order.
    parts: Vec<Option<String>>,
    styles: Styles,
    /// The texts of which a part is struck through, by their places among all.
    struck_texts: BTreeSet<usize>,
    /// What names in formulas stand for, in small letters.
    pub(super) names: BTreeMap<String, String>,
    /// Whether all formulas are to be worked out when it is opened: whoever wrote it did not.
    pub(super) waits: bool,
}

impl Marks {
    /// Of a workbook, of which these parts say something.
    pub(super) fn new(bytes: &[u8], marked: BTreeSet<String>) -> Self {
        let (mut ids, mut targets, mut waits) = (Vec::new(), Vec::new(), false);
        let (mut names, mut named) = (BTreeMap::new(), None);
        each_piece(bytes, "workbook.xml", |piece| match piece {
            Piece::Tag("sheet", tag, _) => ids.push(attribute(tag, "id")),
            Piece::Tag("calcPr", tag, _) => waits |= is_true(attribute(tag, "fullCalcOnLoad").as_deref()),
            Piece::Tag("definedName", tag, _) => named = attribute(tag, "name"),
            Piece::Text(cells) if named.is_some() && names.len() < MOST_NAMES => {
                names.extend(named.take().map(|name| (name.to_lowercase(), cells.to_owned())));
            }
            _ => {}
        });
        each_tag(bytes, "workbook.xml.rels", |name, tag| {
            if name == "Relationship" {
                targets.push((attribute(tag, "Id"), attribute(tag, "Target")));
            }
        });
        let part = |id: &Option<String>| targets.iter().find(|(of, _)| of == id).and_then(|(_, part)| part.clone());
        let is_texts = |part: &String| file_name(part) == TEXTS;
        let struck_texts = if marked.iter().any(is_texts) { struck_texts(bytes) } else { BTreeSet::new() };
        let parts = ids.iter().map(part).collect();
        Self { marked, parts, styles: Styles::new(bytes), struck_texts, names, waits }
    }

    /// What the sheet at this place says of its rows and cells, where this stands below the rows of sheets.
    pub(super) fn unseen(&self, bytes: &[u8], sheet: usize, below: &[(String, Vec<u8>)]) -> Result<Unseen, String> {
        let part =
            self.parts.get(sheet).and_then(Option::as_deref).map(|part| file_name(&part.to_lowercase()).to_owned());
        let says = |part: &String| {
            let Styles { struck, formats, beside } = &self.styles;
            let any = !(struck.is_empty() && formats.is_empty() && beside.is_empty() && self.struck_texts.is_empty());
            any || self.marked.iter().any(|marked| file_name(marked) == part.as_str())
        };
        let Some(part) = part else { return Ok(Unseen::default()) };
        let related = related(bytes, &part);
        let (figures, comments) = (totals(bytes, &related), notes::on_cells(bytes, &related));
        let rules = below.iter().find(|(name, _)| file_name(name) == part).map(|(_, below)| limits(below));
        let mut unseen = Unseen { figures, comments, limits: rules.unwrap_or_default(), ..Unseen::default() };
        if !says(&part) {
            return Ok(unseen);
        }
        let (mut row, mut left) = (0, MAX_MERGED + 1);
        let (mut within, mut shown) = (Within::default(), Shown::default());
        each_piece(bytes, &part, |piece| {
            match within.take(&piece, self) {
                Some(How::Struck) if left > 0 => {
                    unseen.struck.extend(within.cell.take());
                    left -= 1;
                }
                Some(How::Disguised) if left > 0 => {
                    unseen.disguised.extend(within.cell.take());
                    left -= 1;
                }
                Some(How::Beside(style)) => {
                    let cell = within.cell.take();
                    let text = cell.zip(self.styles.beside.get(&style));
                    text.into_iter().for_each(|((row, column), text)| shown.put(row, column, text));
                }
                _ => {}
            }
            let Piece::Tag(name, tag, _) = piece else { return };
            match name {
                "row" => {
                    row = attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                    let is_hidden = is_true(attribute(tag, "hidden").as_deref())
                        || attribute(tag, "ht").is_some_and(|height| height.parse() == Ok(0.0));
                    if is_hidden && row <= u64::from(MAX_ROWS) {
                        unseen.hidden.push(row);
                    }
                }
                "col" if is_true(attribute(tag, "hidden").as_deref()) => {
                    let end = |name: &str| attribute(tag, name).and_then(|column| column.parse::<usize>().ok());
                    if let (Some(first @ 1..), Some(last)) = (end("min"), end("max")) {
                        unseen.hidden_columns.extend((first - 1..last).take(MOST_COLUMNS));
                    }
                }
                "mergeCell" if left > 0 => {
                    let Some((rows, columns)) = attribute(tag, "ref").as_deref().and_then(merged) else { return };
                    let most = usize::try_from(left).unwrap_or(usize::MAX);
                    for row in rows.clone().take(most) {
                        left -= 1;
                        let from_above = row > *rows.start();
                        let columns = columns.start() + usize::from(!from_above)..=*columns.end();
                        unseen.covered.extend((!columns.is_empty()).then_some(Covered { row, columns, from_above }));
                    }
                }
                _ => {}
            }
        });
        if left == 0 {
            return Err(say::many_merged(MAX_MERGED));
        }
        unseen.limits.extend(shown.limits());
        unseen.covered.sort_by_key(|cells| cells.row);
        unseen.struck.sort_unstable();
        unseen.disguised.sort_unstable();
        unseen.hidden.sort_unstable();
        unseen.hidden.dedup();
        Ok(unseen)
    }
}

/// The texts of which a part is struck through, by their places.
fn struck_texts(bytes: &[u8]) -> BTreeSet<usize> {
    let (mut struck, mut at, mut run) = (BTreeSet::new(), 0, Run::default());
    each_piece(bytes, TEXTS, |piece| {
        if run.is_struck(&piece) {
            struck.insert(at);
        }
        at += usize::from(matches!(piece, Piece::End("si") | Piece::Tag("si", _, true)));
    });
    struck
}

/// Where in a text a piece stands.
#[derive(Debug, Default)]
struct Run {
    text: bool,
    struck: bool,
}

impl Run {
    /// Whether a piece is text that is struck through.
    fn is_struck(&mut self, piece: &Piece<'_>) -> bool {
        match piece {
            Piece::Tag("strike", tag, _) => self.struck = is_set(tag),
            Piece::Tag("t", _, empty) => self.text = !empty,
            Piece::End("t") => self.text = false,
            Piece::Tag("r" | "si" | "is" | "rPh", ..) | Piece::End("r" | "si" | "is") => self.struck = false,
            Piece::Text(text) => return self.text && self.struck && !text.trim().is_empty(),
            Piece::Tag(..) | Piece::End(_) => {}
        }
        false
    }
}

/// What belongs to the sheet that is this part: the kind of each part, and its name.
fn related(bytes: &[u8], part: &str) -> Vec<(String, String)> {
    let mut related = Vec::new();
    each_tag(bytes, &format!("{part}.rels"), |name, tag| {
        let parts = attribute(tag, "Type").zip(attribute(tag, "Target")).filter(|_| name == "Relationship");
        let names = |(kind, target): (String, String)| {
            (file_name(&kind).to_owned(), file_name(&target.to_lowercase()).to_owned())
        };
        related.extend(parts.map(names));
    });
    related
}

/// The rows with totals of the tables among these parts.
fn totals(bytes: &[u8], related: &[(String, String)]) -> Vec<u64> {
    let tables = related.iter().filter(|(kind, _)| kind == "table").map(|(_, part)| part);
    let mut rows = Vec::new();
    for table in tables {
        each_tag(bytes, table, |name, tag| {
            let count = attribute(tag, "totalsRowCount").and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
            let cells = attribute(tag, "ref").filter(|_| name == "table" && (1..=MOST_TOTALS).contains(&count));
            if let Some((of, _)) = cells.as_deref().and_then(merged) {
                rows.extend(of.rev().take(usize::try_from(count).unwrap_or(0)));
            }
        });
    }
    rows.sort_unstable();
    rows
}

/// What a sheet says of a cell.
enum How {
    Struck,
    Disguised,
    /// This style shows a text with a number beside its own.
    Beside(String),
}

/// What formats show beside numbers, by columns: each text, and the last row with it.
#[derive(Debug, Default)]
struct Shown(BTreeMap<(usize, String), u64>);

impl Shown {
    fn put(&mut self, row: u64, column: usize, text: &str) {
        let last = self.0.entry((column, text.to_owned())).or_default();
        *last = row.max(*last);
    }

    fn limits(self) -> impl Iterator<Item = Limit> {
        let limit = |((column, text), last)| Limit { columns: column..=column, last, by: LimitedBy::Format, text };
        self.0.into_iter().map(limit)
    }
}

/// Where in a sheet a piece stands.
#[derive(Debug, Default)]
struct Within {
    /// The cell, until something is said of it.
    cell: Option<(u64, usize)>,
    /// Whether its value is the place of a text, and begins here; and its format, where it may hide a number.
    shared: bool,
    value: bool,
    format: Option<String>,
    /// Its style, where that shows a number beside its own.
    beside: Option<String>,
    run: Run,
}

impl Within {
    /// What this piece says of the cell: that it is struck through, or part of it; that it shows something else than its number.
    fn take(&mut self, piece: &Piece<'_>, marks: &Marks) -> Option<How> {
        let in_run = self.run.is_struck(piece) && self.cell.is_some();
        match piece {
            Piece::Tag("c", tag, empty) => {
                self.cell = attribute(tag, "r").as_deref().and_then(cell).filter(|_| !empty);
                let kind = attribute(tag, "t");
                self.shared = kind.as_deref() == Some("s");
                let style = attribute(tag, "s").filter(|_| self.cell.is_some())?;
                let is_number = matches!(kind.as_deref(), None | Some("n"));
                self.format = marks.styles.formats.get(&style).filter(|_| is_number).cloned();
                self.beside =
                    Some(&style).filter(|style| is_number && marks.styles.beside.contains_key(*style)).cloned();
                return marks.styles.struck.contains(&style).then_some(How::Struck);
            }
            Piece::Tag("v", _, empty) => self.value = !empty,
            Piece::End("v") => self.value = false,
            Piece::End("c") => (self.format, self.beside) = (None, None),
            Piece::Text(text) if self.value && self.shared && self.cell.is_some() => {
                let at = text.trim().parse::<usize>();
                return at.is_ok_and(|at| marks.struck_texts.contains(&at)).then_some(How::Struck);
            }
            Piece::Text(text) if self.value && self.cell.is_some() => {
                let number = text.trim().parse().ok();
                let hides = self.format.as_deref().zip(number).is_some_and(|(format, number)| hides(format, number));
                return if hides { Some(How::Disguised) } else { self.beside.take().map(How::Beside) };
            }
            Piece::Tag(..) | Piece::End(_) | Piece::Text(_) => {}
        }
        in_run.then_some(How::Struck)
    }
}
