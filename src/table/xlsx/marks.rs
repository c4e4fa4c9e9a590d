//! What a workbook says beside the cells of its sheets, of which the library tells nothing: rows that are hidden, cells that
//! are merged or struck through, and formulas that are still to be worked out.

use std::collections::BTreeSet;
use std::io::{self, BufReader, Cursor, Write};
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::usual::Usual;
use super::{MAX_COLUMNS, MAX_ROWS};
use crate::table::{Covered, Unseen};
use crate::words::table_sheets as say;

/// In how many rows cells may be merged with others, for each block of merged ones; and how many may be struck through.
const MAX_MERGED: u64 = 1 << 20;
/// What stands in a sheet that says any of it, and the longest of these.
const SIGNS: [&[u8]; 3] = [b"hidden=", b"mergeCell", b"strike"];
const LONGEST: usize = 9;
/// The part with the texts of cells.
const TEXTS: &str = "sharedstrings.xml";

/// Takes the bytes of a part, and sees whether it says any of it.
#[derive(Debug, Default)]
pub(super) struct Watch {
    last: Vec<u8>,
    pub(super) found: bool,
    /// Whether its rows are as usual.
    pub(super) usual: Usual,
}

impl Write for Watch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let has = |bytes: &[u8]| SIGNS.iter().any(|sign| memchr::memmem::find(bytes, sign).is_some());
        if !self.found {
            self.last.extend(&bytes[..bytes.len().min(LONGEST)]);
            self.found = has(&self.last) || has(bytes);
            self.last.extend(&bytes[bytes.len().min(LONGEST)..]);
            self.last.drain(..self.last.len().saturating_sub(LONGEST));
        }
        self.usual.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a workbook says of itself, and which of its parts say something of rows and cells.
#[derive(Debug)]
pub(super) struct Marks {
    marked: BTreeSet<String>,
    /// The part of each sheet, in their order.
    parts: Vec<Option<String>>,
    /// The styles of cells that are struck through, and the texts of which a part is, by their places among all.
    struck: BTreeSet<String>,
    struck_texts: BTreeSet<usize>,
    /// Whether all formulas are to be worked out when it is opened: whoever wrote it did not.
    pub(super) waits: bool,
}

impl Marks {
    /// Of a workbook, of which these parts say something.
    pub(super) fn new(bytes: &[u8], marked: BTreeSet<String>) -> Self {
        let (mut ids, mut targets, mut waits) = (Vec::new(), Vec::new(), false);
        each_tag(bytes, "workbook.xml", |name, tag| match name {
            "sheet" => ids.push(attribute(tag, "id")),
            "calcPr" => waits |= is_true(attribute(tag, "fullCalcOnLoad").as_deref()),
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
        Self { marked, parts: ids.iter().map(part).collect(), struck: struck(bytes), struck_texts, waits }
    }

    /// What the sheet at this place says of its rows and cells.
    pub(super) fn unseen(&self, bytes: &[u8], sheet: usize) -> Result<Unseen, String> {
        let part =
            self.parts.get(sheet).and_then(Option::as_deref).map(|part| file_name(&part.to_lowercase()).to_owned());
        let says = |part: &String| {
            let any = !(self.struck.is_empty() && self.struck_texts.is_empty());
            any || self.marked.iter().any(|marked| file_name(marked) == part.as_str())
        };
        let Some(part) = part.filter(says) else { return Ok(Unseen::default()) };
        let (mut unseen, mut row, mut left) = (Unseen::default(), 0, MAX_MERGED + 1);
        let mut within = Within::default();
        each_piece(bytes, &part, |piece| {
            if within.is_struck(&piece, self) && left > 0 {
                unseen.struck.extend(within.cell.take());
                left -= 1;
            }
            let Piece::Tag(name, tag, _) = piece else { return };
            match name {
                "row" => {
                    row = attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                    if is_true(attribute(tag, "hidden").as_deref()) && row <= u64::from(MAX_ROWS) {
                        unseen.hidden.push(row);
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
        unseen.covered.sort_by_key(|cells| cells.row);
        unseen.struck.sort_unstable();
        unseen.hidden.sort_unstable();
        unseen.hidden.dedup();
        Ok(unseen)
    }
}

/// The styles of cells whose font is struck through, by their numbers.
fn struck(bytes: &[u8]) -> BTreeSet<String> {
    let (mut fonts, mut font, mut styles, mut style, mut of_cells) =
        (BTreeSet::new(), 0u64, BTreeSet::new(), 0u64, false);
    each_tag(bytes, "styles.xml", |name, tag| match name {
        "font" => font += 1,
        "strike" if is_set(tag) => drop(fonts.insert(font)),
        "cellXfs" => of_cells = true,
        "cellStyles" | "dxfs" => of_cells = false,
        "xf" if of_cells => {
            let of = attribute(tag, "fontId").and_then(|font| font.parse::<u64>().ok()).unwrap_or(0);
            if fonts.contains(&(of + 1)) {
                styles.insert(style.to_string());
            }
            style += 1;
        }
        _ => {}
    });
    styles
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

/// Where in a sheet a piece stands.
#[derive(Debug, Default)]
struct Within {
    /// The cell, until it is known to be struck through.
    cell: Option<(u64, usize)>,
    /// Whether its value is the place of a text, and begins here.
    shared: bool,
    value: bool,
    run: Run,
}

impl Within {
    /// Whether the cell is struck through, or part of it, by what this piece says.
    fn is_struck(&mut self, piece: &Piece<'_>, marks: &Marks) -> bool {
        let in_run = self.run.is_struck(piece) && self.cell.is_some();
        match piece {
            Piece::Tag("c", tag, empty) => {
                self.cell = attribute(tag, "r").as_deref().and_then(cell).filter(|_| !empty);
                self.shared = attribute(tag, "t").as_deref() == Some("s");
                return self.cell.is_some() && attribute(tag, "s").is_some_and(|style| marks.struck.contains(&style));
            }
            Piece::Tag("v", _, empty) => self.value = !empty,
            Piece::End("v") => self.value = false,
            Piece::Text(text) if self.value && self.shared && self.cell.is_some() => {
                return text.trim().parse().is_ok_and(|at| marks.struck_texts.contains(&at));
            }
            Piece::Tag(..) | Piece::End(_) | Piece::Text(_) => {}
        }
        in_run
    }
}

/// Whether what a tag names is so.
fn is_set(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false"))
}

/// A piece of XML.
enum Piece<'p> {
    /// A tag that begins, its name, and whether nothing is in it.
    Tag(&'p str, &'p BytesStart<'p>, bool),
    End(&'p str),
    Text(&'p str),
}

/// Gives each tag that begins of the part that is called so.
fn each_tag(bytes: &[u8], part: &str, mut take: impl FnMut(&str, &BytesStart<'_>)) {
    each_piece(bytes, part, |piece| {
        if let Piece::Tag(name, tag, _) = piece {
            take(name, tag);
        }
    });
}

/// Gives each piece of the part that is called so. What cannot be read is said by the library.
fn each_piece(bytes: &[u8], part: &str, mut take: impl FnMut(Piece<'_>)) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return };
    let is_part = |name: &str| name.to_lowercase() == part || file_name(&name.to_lowercase()) == part;
    let Some(at) = archive.file_names().position(|name| name.is_ok_and(|name| is_part(&name))) else { return };
    let Ok(part) = archive.by_index(at) else { return };
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().check_end_names = false;
    let mut piece = Vec::new();
    loop {
        piece.clear();
        match xml.read_event_into(&mut piece) {
            Ok(Event::Start(tag)) => take(Piece::Tag(tag.local_name().as_ref(), &tag, false)),
            Ok(Event::Empty(tag)) => take(Piece::Tag(tag.local_name().as_ref(), &tag, true)),
            Ok(Event::End(tag)) => take(Piece::End(tag.local_name().as_ref())),
            Ok(Event::Text(text)) => take(Piece::Text(&text)),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The texts of comments, up to so many bytes.
pub(super) fn comments(bytes: &[u8], mut room: usize) -> Vec<String> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let mut texts = Vec::new();
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        let is_comments = part.name().is_ok_and(|name| file_name(&name.to_lowercase()).starts_with("comments"));
        if !is_comments {
            continue;
        }
        let mut xml = Reader::from_reader(BufReader::new(part));
        xml.config_mut().check_end_names = false;
        let (mut piece, mut text) = (Vec::new(), String::new());
        while let Ok(event) = xml.read_event_into(&mut piece) {
            match event {
                Event::Eof => break,
                Event::Text(words) => {
                    let Some(left) = room.checked_sub(words.len()) else { return texts };
                    room = left;
                    text.push_str(&words);
                }
                Event::End(tag) if tag.local_name().as_ref() == "comment" => texts.push(std::mem::take(&mut text)),
                _ => {}
            }
            piece.clear();
        }
    }
    texts
}

fn file_name(part: &str) -> &str {
    part.rsplit('/').next().unwrap_or(part)
}

/// The value of an attribute, whatever stands before its name.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.into_owned())
}

fn is_true(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true"))
}

/// The rows and columns of cells by how they are called, such as `B2:B4`.
fn merged(cells: &str) -> Option<(RangeInclusive<u64>, RangeInclusive<usize>)> {
    let (first, last) = cells.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    (top <= bottom && left <= right).then_some((top..=bottom, left..=right))
}

/// The row, from 1, and the column, from 0.
fn cell(name: &str) -> Option<(u64, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0usize, |column, letter| {
        let letter = letter.is_ascii_alphabetic().then(|| usize::from(letter.to_ascii_uppercase() - b'A'))?;
        column.checked_mul(26)?.checked_add(letter + 1)
    })?;
    let row = row.parse().ok().filter(|row| (1..=u64::from(MAX_ROWS)).contains(row))?;
    (1..=usize::try_from(MAX_COLUMNS).ok()?).contains(&column).then(|| (row, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_found_wherever_pieces_end() {
        for cut in 0..30 {
            let mut watch = Watch::default();
            let (one, other) = b"<row r=\"1\" hidden=\"1\"><c/></row>".split_at(cut);
            for piece in [one, other] {
                watch.write_all(piece).unwrap();
            }
            assert!(watch.found, "{cut}");
        }
        let mut watch = Watch::default();
        b"<mergeCell".chunks(1).for_each(|byte| watch.write_all(byte).unwrap());
        assert!(watch.found);
    }

    #[test]
    fn cells_are_called_by_letters_and_numbers() {
        assert_eq!(
            (cell("A1"), cell("AD57"), cell("XFD1048576")),
            (Some((1, 0)), Some((57, 29)), Some((1_048_576, 16_383)))
        );
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZZZZZZZZZZZZZZZ1", "A-1"] {
            assert_eq!(cell(name), None, "{name}");
        }
        assert_eq!(merged("B4:B2"), None);
    }
}
