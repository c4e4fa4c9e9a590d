//! Whether what stands in a large part of a spreadsheet can be read a piece at a time. The library holds a piece of XML, a
//! string and a cell in memory, whatever it is and however many there are; here nothing longer than a row is.

use std::io::{BufRead, BufReader, Read, Result};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{MAX_CELLS, MAX_PIECES, MAX_ROW, MAX_ROWS, MAX_STRINGS};
use crate::words::table_sheets as say;

/// The most formats of cells; programs that make spreadsheets stop at half as many.
const MAX_FORMATS: u64 = 1 << 17;
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
            return Err(say::strings_lie(count));
        }
        match name {
            "sheetData" | "sst" => within = begins,
            "xf" if begins => {
                formats += 1;
                if formats > MAX_FORMATS {
                    return Err(say::many_formats(MAX_FORMATS));
                }
            }
            _ if within => counted.add(name, begins, MAX_ROW - xml.get_mut().left)?,
            _ => {}
        }
    }
    if xml.get_mut().exceeded { Err(say::long_piece(MAX_ROW >> 20)) } else { Ok(()) }
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
            (self.rows, u64::from(MAX_ROWS), say::many_rows as fn(u64) -> String),
            (self.strings, MAX_STRINGS, say::many_texts),
            (self.cells, MAX_CELLS, say::many_cells),
            (self.pieces, MAX_PIECES, say::many_pieces),
        ];
        match most.into_iter().find(|(count, most, _)| count > most) {
            Some((_, most, many)) => Err(many(most)),
            None if self.bytes > MAX_ROW => Err(say::long_row_or_text(MAX_ROW >> 20)),
            None => Ok(()),
        }
    }
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
    use crate::table::xlsx::usual::Usual;

    /// What is said of a part that begins and ends so, with something over and over between. It is not usual where anything is.
    fn said(begins: &str, piece: &str, times: usize, ends: &str) -> std::result::Result<(), String> {
        let all: u64 = (begins.len() + piece.len() * times + ends.len()).try_into().unwrap();
        let part = || {
            let between = Over { piece: piece.as_bytes(), at: 0, left: piece.len() * times };
            Cursor::new(begins.to_owned()).chain(between).chain(Cursor::new(ends.to_owned()))
        };
        let (mut usual, mut pieces) = (Usual::default(), BufReader::new(part()));
        while !usual.unusual
            && let Ok(bytes @ [_, ..]) = pieces.fill_buf()
        {
            usual.take(bytes);
            let length = bytes.len();
            pieces.consume(length);
        }
        let said = check(part(), all);
        // Formats are counted in any case.
        assert!(said.is_ok() || !usual.holds() || piece == "<xf/>", "{begins} {piece}: {said:?}");
        said
    }

    struct Over<'a> {
        piece: &'a [u8],
        at: usize,
        left: usize,
    }

    impl Read for Over<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
            let mut filled = 0;
            // As much as there is room for: byte by byte it would take minutes.
            while filled < buffer.len() && self.left > 0 {
                let length = (self.piece.len() - self.at).min(buffer.len() - filled).min(self.left);
                buffer[filled..filled + length].copy_from_slice(&self.piece[self.at..self.at + length]);
                (self.at, self.left) = ((self.at + length) % self.piece.len(), self.left - length);
                filled += length;
            }
            Ok(filled)
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

    const PIECES: [&str; 15] = [
        "<row>",
        "</row>",
        "<c/>",
        "<c r=\"1\">",
        "</c>",
        "x",
        "&amp;",
        "<si>",
        "<a:row/>",
        "\"",
        "'",
        ">",
        "<",
        "/",
        "<row y='>'>",
    ];

    proptest::proptest! {
        #[test]
        fn what_is_usual_has_no_more_than_is_counted(
            pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60),
        ) {
            let part = format!("<sheetData>{}", pieces.concat());
            let (mut usual, mut counted, mut most) = (Usual::default(), Counted::default(), 1);
            for byte in part.as_bytes().chunks(1) {
                usual.take(byte);
                most = most.max(usual.bytes + usual.rest.len() + 1);
            }
            let _ = walk(Cursor::new(part.clone()), part.len() as u64, &mut counted);
            if usual.holds() {
                proptest::prop_assert!(usual.rows >= counted.rows && usual.strings >= counted.strings, "{}", part);
                proptest::prop_assert!(usual.begun >= counted.cells, "{}", part);
                proptest::prop_assert!(usual.pieces + usual.rest.len() as u64 >= counted.pieces, "{}", part);
                proptest::prop_assert!(most >= counted.bytes, "{}", part);
            }
        }
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
