//! The parts of a workbook, and how its cells are called.

use std::io::{BufReader, Cursor};
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MAX_COLUMNS, MAX_ROWS};

/// A piece of XML.
pub(super) enum Piece<'p> {
    /// A tag that begins, its name, and whether nothing is in it.
    Tag(&'p str, &'p BytesStart<'p>, bool),
    End(&'p str),
    Text(&'p str),
}

/// Gives each tag that begins of the part that is called so.
pub(super) fn each_tag(bytes: &[u8], part: &str, mut take: impl FnMut(&str, &BytesStart<'_>)) {
    each_piece(bytes, part, |piece| {
        if let Piece::Tag(name, tag, _) = piece {
            take(name, tag);
        }
    });
}

/// Gives each piece of the part that is called so. What cannot be read is said by the library.
pub(super) fn each_piece(bytes: &[u8], part: &str, mut take: impl FnMut(Piece<'_>)) {
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
            Ok(Event::GeneralRef(name)) => {
                unescape(&format!("&{};", &*name)).iter().for_each(|text| take(Piece::Text(text)));
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// Whether what a tag names is so.
pub(super) fn is_set(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false"))
}

pub(super) fn file_name(part: &str) -> &str {
    part.rsplit('/').next().unwrap_or(part)
}

/// The value of an attribute, whatever stands before its name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.into_owned())
}

pub(super) fn is_true(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true"))
}

/// The rows and columns of cells by how they are called, such as `B2:B4`.
pub(super) fn merged(cells: &str) -> Option<(RangeInclusive<u64>, RangeInclusive<usize>)> {
    let (first, last) = cells.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    (top <= bottom && left <= right).then_some((top..=bottom, left..=right))
}

/// Whether a formula at this row and column, from 0, has cells in it of several rows of its own column and sheet.
pub(super) fn over_rows(formula: &str, (row, column): (u32, u32)) -> bool {
    let bytes = formula.as_bytes();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'$';
    memchr::memchr_iter(b':', bytes).any(|at| {
        let begin = bytes[..at].iter().rposition(|byte| !is_name(byte)).map_or(0, |before| before + 1);
        let end = bytes[at + 1..].iter().position(|byte| !is_name(byte)).map_or(bytes.len(), |behind| at + 1 + behind);
        let is_elsewhere = begin > 0 && bytes[begin - 1] == b'!';
        let cells = merged(&formula[begin..end].replace('$', ""));
        cells.is_some_and(|(rows, columns)| {
            let own = u64::from(row) + 1;
            !is_elsewhere
                && rows.start() < rows.end()
                && !rows.contains(&own)
                && columns.start() == columns.end()
                && u32::try_from(*columns.start()) == Ok(column)
        })
    })
}

/// The row, from 1, and the column, from 0.
pub(super) fn cell(name: &str) -> Option<(u64, usize)> {
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
    fn cells_are_called_by_letters_and_numbers() {
        assert_eq!(
            (cell("A1"), cell("AD57"), cell("XFD1048576")),
            (Some((1, 0)), Some((57, 29)), Some((1_048_576, 16_383)))
        );
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZZZZZZZZZZZZZZZ1", "A-1"] {
            assert_eq!(cell(name), None, "{name}");
        }
        assert_eq!(merged("B4:B2"), None);
        for formula in ["MEDIAN(C2:C4)", "ROUND(AVERAGE($C$2:$C$4),0)", "SUM(A1,C6:C9)"] {
            assert!(over_rows(formula, (4, 2)), "{formula}");
        }
        for formula in
            ["AVERAGE(A5:B5)", "MEDIAN(D2:D4)", "VLOOKUP(A5,Codes!C1:C5,2)", "SUM(C2:E4)", "C1:", "IF(C4=\"a:b\",1)"]
        {
            assert!(!over_rows(formula, (4, 2)), "{formula}");
        }
    }
}
