//! Whether what stands in a large part of a spreadsheet can be read a piece at a time. The library holds a piece of XML, a
//! string and a cell in memory, whatever it is and however many there are; here nothing longer than a row is.

use std::io::{BufRead, BufReader, Read, Result};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::MAX_ROWS;

/// How large a row, a string, or whatever stands outside of them may be as XML. A part that is no larger is not looked at.
pub(super) const MAX_ROW: usize = 16 << 20;
/// The most strings, and the most cells of a sheet, with something in them or not.
const MAX_STRINGS: u64 = 1 << 24;
const MAX_CELLS: u64 = 1 << 26;
/// The most formats of cells; programs that make spreadsheets stop at half as many.
const MAX_FORMATS: u64 = 1 << 17;
/// The most pieces of XML: a cell has about six.
const MAX_PIECES: u64 = 1 << 28;

/// Reads so much of `part`, which has `length` bytes, as could be read of it for its rows or strings; else why it should not be.
/// What is no XML is nobody's matter here.
pub(super) fn check(part: impl Read, length: u64) -> std::result::Result<(), String> {
    walk(part, length, &mut Counted::default())
}

/// The same, and what was counted.
fn walk(part: impl Read, length: u64, counted: &mut Counted) -> std::result::Result<(), String> {
    let mut xml = Reader::from_reader(Allowed { reader: BufReader::new(part), left: 0, exceeded: false });
    let config = xml.config_mut();
    // As the library reads it.
    (config.check_end_names, config.check_comments, config.expand_empty_elements) = (false, false, true);
    let (mut piece, mut within, mut formats) = (Vec::new(), false, 0);
    loop {
        piece.clear();
        xml.get_mut().left = MAX_ROW;
        let event = xml.read_event_into(&mut piece);
        let (local, begins) = match &event {
            Ok(Event::Start(tag)) => (Some(tag.local_name()), true),
            Ok(Event::End(tag)) => (Some(tag.local_name()), false),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => (None, false),
        };
        let name = local.as_ref().map_or("", |name| name.as_ref());
        if let (Ok(Event::Start(tag)), "sst") = (&event, name)
            && let Ok(Some(count)) = tag.try_get_attribute("uniqueCount")
            && let count = count.value.trim_start_matches('0')
            && (count.len() > 18 || count.parse::<u64>().is_ok_and(|count| count > length))
        {
            return Err(format!("it says that it has {count} strings, for which it is too small"));
        }
        match name {
            "sheetData" | "sst" => within = begins,
            "xf" if begins => {
                formats += 1;
                if formats > MAX_FORMATS {
                    return Err(too_many(MAX_FORMATS, "formats of cells"));
                }
            }
            _ if within => counted.add(name, begins, MAX_ROW - xml.get_mut().left)?,
            _ => {}
        }
    }
    if xml.get_mut().exceeded { Err(too_long("a piece of it")) } else { Ok(()) }
}

/// Takes the bytes of a part, and sees whether it is as usual: then [`check`] has nothing to say, which takes many times as long.
/// It has only texts and tags in UTF-8, and rows that are not long, and not too many of them.
#[derive(Debug, Default)]
pub(super) struct Usual {
    unusual: bool,
    /// A text and the tag behind it, of which the end is not there yet.
    rest: Vec<u8>,
    /// Whether there was a tag.
    any: bool,
    begun: u64,
    pieces: u64,
    rows: u64,
    strings: u64,
    /// How many bytes there are since the last tag of a row or string.
    bytes: usize,
}

/// How many bytes a row or string may usually have.
const USUAL: usize = 1 << 20;

impl Usual {
    /// Whether it is, of all that was taken.
    pub(super) fn holds(&self) -> bool {
        let few = self.rows <= u64::from(MAX_ROWS) && self.strings <= MAX_STRINGS;
        // Some that begin are cells.
        !self.unusual && few && self.begun <= MAX_CELLS && self.pieces < MAX_PIECES
    }

    pub(super) fn take(&mut self, bytes: &[u8]) {
        if self.unusual {
            return;
        }
        let mut rest = std::mem::take(&mut self.rest);
        rest.extend_from_slice(bytes);
        let mut at = 0;
        while let Some(text) = memchr::memchr(b'<', &rest[at..])
            && let Some(length) = end_of_tag(&rest[at + text + 1..])
        {
            let next = at + text + length + 2;
            self.bytes += next - at;
            self.add(&rest[at..at + text], &rest[at + text + 1..next - 1], next - at);
            at = next;
        }
        rest.drain(..at);
        self.unusual |= self.bytes.max(rest.len()) > USUAL;
        self.rest = rest;
    }

    /// Counts a text and the tag behind it, which have so many bytes together.
    fn add(&mut self, text: &[u8], tag: &[u8], bytes: usize) {
        let is_first = !std::mem::replace(&mut self.any, true);
        self.unusual |= self.bytes > USUAL || (is_first && !matches!(text, [] | b"\xef\xbb\xbf"));
        // A reference is a piece, and so is the text behind it.
        let references = text.iter().filter(|byte| **byte == b'&').map(|_| 2).sum::<u64>();
        self.pieces += u64::from(!text.is_empty()) + references + 1;
        let (tag, begins) = match tag {
            [b'!', ..] => return self.unusual = true,
            [b'?', declaration @ ..] => {
                let has = |word: &[u8]| memchr::memmem::find(declaration, word).is_some();
                let is_utf8 = !has(b"encoding") || has(b"UTF-8") || has(b"utf-8");
                return self.unusual |= !(is_first && declaration.ends_with(b"?") && is_utf8);
            }
            [b'/', tag @ ..] => {
                self.unusual |= memchr::memchr2(b'"', b'\'', tag).is_some();
                (tag, false)
            }
            [tag @ .., b'/'] => {
                self.pieces += 1;
                (tag, true)
            }
            tag => (tag, true),
        };
        let name = tag.split(u8::is_ascii_whitespace).next().unwrap_or_default();
        let name = memchr::memchr(b':', name).map_or(name, |prefix| &name[prefix + 1..]);
        self.begun += u64::from(begins);
        match name {
            b"row" => self.rows += u64::from(begins),
            b"si" => self.strings += u64::from(begins),
            _ => return,
        }
        self.bytes = bytes;
    }
}

/// Where the tag ends that these bytes begin with; none where it does not.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match *bytes.get(at)? {
            b'>' => return Some(at),
            quote @ (b'"' | b'\'') => at += bytes[at + 1..].iter().position(|byte| *byte == quote)? + 2,
            _ => at += 1,
        }
    }
}

/// What was read of rows or strings.
#[derive(Default)]
struct Counted {
    rows: u64,
    strings: u64,
    cells: u64,
    pieces: u64,
    /// How many bytes the row or string has so far.
    bytes: usize,
}

impl Counted {
    fn add(&mut self, name: &str, begins: bool, bytes: usize) -> std::result::Result<(), String> {
        let begun = u64::from(begins);
        match name {
            "row" => (self.rows, self.bytes) = (self.rows + begun, 0),
            "si" => (self.strings, self.bytes) = (self.strings + begun, 0),
            "c" => self.cells += begun,
            _ => {}
        }
        (self.pieces, self.bytes) = (self.pieces + 1, self.bytes + bytes);
        let most = [
            (self.rows, u64::from(MAX_ROWS), "rows"),
            (self.strings, MAX_STRINGS, "different texts"),
            (self.cells, MAX_CELLS, "cells, empty ones included"),
            (self.pieces, MAX_PIECES, "pieces of XML"),
        ];
        match most.into_iter().find(|(count, most, _)| count > most) {
            Some((_, most, what)) => Err(too_many(most, what)),
            None if self.bytes > MAX_ROW => Err(too_long("a row or text of it")),
            None => Ok(()),
        }
    }
}

fn too_many(most: u64, what: &str) -> String {
    format!("it has more than {most} {what}: save it as CSV")
}

fn too_long(what: &str) -> String {
    format!("{what} is larger than {} MiB once it is unpacked", MAX_ROW >> 20)
}

/// Gives so much of `reader`, and then an error.
struct Allowed<R> {
    reader: BufReader<R>,
    left: usize,
    exceeded: bool,
}

impl<R: Read> Read for Allowed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Allowed<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.left == 0 {
            self.exceeded = true;
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let left = self.left;
        self.reader.fill_buf().map(|bytes| &bytes[..bytes.len().min(left)])
    }

    fn consume(&mut self, length: usize) {
        self.left -= length;
        self.reader.consume(length);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, repeat};

    use super::*;

    /// What is said of a part that begins and ends so, with something over and over between. It is not usual where anything is.
    fn said(begins: &str, piece: &str, times: usize, ends: &str) -> std::result::Result<(), String> {
        let all: u64 = (begins.len() + piece.len() * times + ends.len()).try_into().unwrap();
        let part = || {
            let between = Over { piece: piece.as_bytes(), at: 0, left: piece.len() * times };
            Cursor::new(begins.to_owned()).chain(between).chain(Cursor::new(ends.to_owned()))
        };
        let (mut usual, mut pieces) = (Usual::default(), BufReader::new(part()));
        while let Ok(bytes @ [_, ..]) = pieces.fill_buf() {
            usual.take(bytes);
            let length = bytes.len();
            pieces.consume(length);
        }
        let said = check(part(), all);
        assert!(said.is_ok() || !usual.holds(), "{begins} {piece}: {said:?}");
        said
    }

    struct Over<'a> {
        piece: &'a [u8],
        at: usize,
        left: usize,
    }

    impl Read for Over<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
            let length = (self.piece.len() - self.at).min(buffer.len()).min(self.left);
            buffer[..length].copy_from_slice(&self.piece[self.at..self.at + length]);
            (self.at, self.left) = ((self.at + length) % self.piece.len(), self.left - length);
            Ok(length)
        }
    }

    const BEGINS: &str = "<worksheet><sheetData>";
    const ENDS: &str = "</sheetData></worksheet>";

    #[test]
    fn no_cell_and_no_row_is_larger_than_what_is_allowed() {
        let row = "<row><c t=\"inlineStr\"><is><t>";
        let end = "</t></is></c></row>";
        assert_eq!(said(&format!("{BEGINS}{row}"), "x", 1_000, &format!("{end}{ENDS}")), Ok(()));
        let too_large = |what: &str| Err(format!("{what} is larger than 16 MiB once it is unpacked"));
        // A text, and what would be one for the library though it looks like many.
        assert_eq!(
            said(&format!("{BEGINS}{row}"), "x", MAX_ROW + 1, &format!("{end}{ENDS}")),
            too_large("a piece of it")
        );
        for piece in ["<t>x</t>", "<![CDATA[<row><row>]]>", "<!--<row/>-->", "<c/>", "<x y=\"<row>\"/>"] {
            let many = said(&format!("{BEGINS}{row}"), piece, MAX_ROW / piece.len() + 1, &format!("{end}{ENDS}"));
            assert_eq!(many, too_large("a row or text of it"), "{piece}");
        }
        assert_eq!(
            said(&format!("{BEGINS}<x y=\""), "<row>", MAX_ROW, &format!("\"/>{ENDS}")),
            too_large("a piece of it")
        );
        assert_eq!(said("<sst><si>", "<t>x</t>", MAX_ROW / 8 + 1, "</si></sst>"), too_large("a row or text of it"));
        // What stands below the rows is not held.
        assert_eq!(said(&format!("{BEGINS}</sheetData>"), "<mergeCell/>", MAX_ROW / 4, "</worksheet>"), Ok(()));
    }

    /// Whether a part is usual that comes in pieces of this length.
    fn is_usual(part: &str, length: usize) -> bool {
        let mut usual = Usual::default();
        part.as_bytes().chunks(length).for_each(|bytes| usual.take(bytes));
        usual.holds()
    }

    #[test]
    fn what_programs_write_is_usual_and_nothing_that_may_hide_more() {
        let row =
            "<row r=\"1\" spans='1:2'><c r=\"A1\" t=\"s\"><v>3</v></c><c><is><t>a &amp; b > \"</t></is></c><c/></row>";
        let part = |head: &str, rows: &str| format!("{head}{BEGINS}{rows}{ENDS}");
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        for length in [1, 2, 3, 7, 64, 10_000] {
            assert!(is_usual(&part(head, &row.repeat(50)), length) && is_usual(&part("\u{feff}", row), length));
        }
        assert!(is_usual(&part("", &"<x:row></x:row >".repeat(USUAL / 8)), 8_192));
        for odd in ["<!--<row>-->", "<![CDATA[<row>]]>", "<?row?>", "</x\">", "<x y=\"<row>", "<x y='<row>"] {
            let rows = format!("{odd}{}", row.repeat(USUAL / row.len() + 1));
            assert!(!is_usual(&part("", &rows), 8_192), "{odd}");
        }
        for odd in ["<row/x>", "<rows/>", "<arow>", "<y:x:row>", "<x row=\"row\">", "x"] {
            assert!(!is_usual(&part("", &odd.repeat(USUAL / odd.len() + 1)), 8_192), "{odd}");
        }
        for head in ["<?xml encoding=\"utf-16\"?>", "<!DOCTYPE x>", "x"] {
            assert!(!is_usual(&part(head, row), 8_192), "{head}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_usual_has_no_more_than_is_counted(
            pieces in proptest::collection::vec(
                proptest::sample::select(vec!["<row>", "</row>", "<c/>", "<c r=\"1\">", "</c>", "x", "&amp;", "<si>", "<a:row/>", "\"", "'", ">", "<", "/", "<row y='>'>"]),
                0..60,
            ),
            length in 1usize..20,
        ) {
            let part = format!("<sheetData>{}", pieces.concat());
            let mut usual = Usual::default();
            part.as_bytes().chunks(length).for_each(|bytes| usual.take(bytes));
            let counted = counted(&part);
            if usual.holds() {
                proptest::prop_assert!(usual.rows >= counted.rows && usual.strings >= counted.strings, "{}", part);
                proptest::prop_assert!(usual.begun >= counted.cells && usual.pieces + 2 >= counted.pieces, "{}", part);
                proptest::prop_assert!(usual.bytes + usual.rest.len() >= counted.bytes, "{}", part);
            }
        }
    }

    /// What is counted of a part that begins with rows.
    fn counted(part: &str) -> Counted {
        let mut counted = Counted::default();
        let _ = walk(Cursor::new(part.to_owned()), part.len() as u64, &mut counted);
        counted
    }

    #[test]
    fn formats_have_an_end() {
        let most = usize::try_from(MAX_FORMATS).unwrap();
        let of = |formats: usize| said("<styleSheet><cellXfs>", "<xf/>", formats, "</cellXfs></styleSheet>");
        assert_eq!(of(most), Ok(()));
        assert_eq!(of(most + 1).unwrap_err(), "it has more than 131072 formats of cells: save it as CSV");
    }

    #[test]
    fn empty_rows_cells_and_strings_have_an_end() {
        let most = usize::try_from(MAX_ROWS).unwrap();
        for (row, end) in [("<row/>", ""), ("<x:row r=\"1\"></x:row>", "")] {
            assert_eq!(said(BEGINS, row, most, &format!("{end}{ENDS}")), Ok(()), "{row}");
            let more = said(BEGINS, row, most + 1, &format!("{end}{ENDS}"));
            assert_eq!(more.unwrap_err(), "it has more than 1048576 rows: save it as CSV", "{row}");
        }
        let mut counted = Counted { cells: MAX_CELLS - 1, strings: MAX_STRINGS - 1, ..Counted::default() };
        assert_eq!((counted.add("c", true, 4), counted.add("si", true, 4)), (Ok(()), Ok(())));
        assert!(counted.add("c", true, 4).unwrap_err().contains("67108864 cells, empty ones included"));
        counted.cells = 0;
        assert!(counted.add("si", true, 4).unwrap_err().contains("16777216 different texts"));
    }

    #[test]
    fn strings_that_are_not_there_are_not_made_room_for() {
        let of = |text: &str| check(Cursor::new(text.to_owned()), u64::try_from(text.len()).unwrap());
        assert_eq!(of("<sst count=\"1\" uniqueCount=\"1\"><si/></sst>"), Ok(()));
        assert!(of("<sst uniqueCount = '99999999999999999999999'/>").is_err());
        assert!(of("<!--uniqueCount--><x:sst uniqueCount=\"100000\"/>").is_err());
        assert_eq!(check(repeat(0).take(1 << 20), 1 << 20), Ok(()), "it is no XML");
    }
}
