//! Whether a part is as programs write it, which is many times as quick to see as to read it.

use super::{MAX_CELLS, MAX_PIECES, MAX_ROWS, MAX_STRINGS};

/// Takes the bytes of a part, and sees whether it is as usual: then [`check`](super::scan::check) has nothing to say. It has
/// only texts and tags in UTF-8, rows that are not long, and not too many of anything.
#[derive(Debug, Default)]
pub(super) struct Usual {
    pub(super) unusual: bool,
    /// A text and the tag behind it, of which the end is not there yet.
    pub(super) rest: Vec<u8>,
    /// Whether there was a tag.
    any: bool,
    pub(super) begun: u64,
    pub(super) pieces: u64,
    pub(super) rows: u64,
    pub(super) strings: u64,
    /// How many bytes there are since the last tag of a row or string.
    pub(super) bytes: usize,
}

/// How many bytes a row or string may usually have.
const USUAL: usize = 1 << 20;

impl Usual {
    /// Whether it is, of all that was taken.
    pub(super) fn holds(&self) -> bool {
        let few = self.rows <= u64::from(MAX_ROWS) && self.strings <= MAX_STRINGS;
        // Some tags that begin are cells, and each byte of what is left may be a piece.
        let pieces = self.pieces + self.rest.len() as u64;
        !self.unusual && few && self.begun <= MAX_CELLS && pieces < MAX_PIECES
    }

    pub(super) fn take(&mut self, bytes: &[u8]) {
        if self.unusual {
            return;
        }
        // A reference is a piece, and so is the text behind it. Within tags they are none, but there are hardly any.
        self.pieces += 2 * memchr::memchr_iter(b'&', bytes).count() as u64;
        let mut rest = std::mem::take(&mut self.rest);
        rest.extend_from_slice(bytes);
        let mut left = rest.as_slice();
        // Texts and tags are short, so that what looks for many bytes at once would be slower.
        while let Some(text) = left.iter().position(|byte| *byte == b'<')
            && let Some(length) = end_of_tag(&left[text + 1..])
        {
            let (piece, behind) = left.split_at(text + length + 2);
            self.add(&piece[..text], &piece[text + 1..text + 1 + length], piece.len());
            left = behind;
        }
        let taken = rest.len() - left.len();
        rest.drain(..taken);
        self.unusual |= self.bytes.max(rest.len()) > USUAL;
        self.rest = rest;
    }

    /// Counts a text and the tag behind it, which have so many bytes together.
    fn add(&mut self, text: &[u8], tag: &[u8], bytes: usize) {
        let is_first = !std::mem::replace(&mut self.any, true);
        self.unusual |= is_first && !matches!(text, [] | b"\xef\xbb\xbf");
        self.pieces += u64::from(!text.is_empty()) + 1;
        self.bytes += bytes;
        match tag {
            // Most are of cells and values.
            [b'/', b'a'..=b'z'] => {}
            [b'a'..=b'z'] => self.begun += 1,
            [b'c', b' ', .., last] => {
                self.begun += 1;
                self.pieces += u64::from(*last == b'/');
            }
            [b'?', declaration @ ..] => {
                let has = |word: &[u8]| memchr::memmem::find(declaration, word).is_some();
                let is_utf8 = !has(b"encoding") || has(b"UTF-8") || has(b"utf-8");
                self.unusual |= !(is_first && declaration.ends_with(b"?") && is_utf8);
            }
            [b'!', ..] => self.unusual = true,
            [b'/', tag @ ..] => {
                self.unusual |= tag.iter().any(|byte| matches!(byte, b'"' | b'\''));
                self.named(tag, false, bytes);
            }
            [tag @ .., b'/'] => {
                self.pieces += 1;
                self.named(tag, true, bytes);
            }
            tag => self.named(tag, true, bytes),
        }
    }

    /// Counts a tag by its name.
    fn named(&mut self, tag: &[u8], begins: bool, bytes: usize) {
        self.begun += u64::from(begins);
        let name = tag.split(u8::is_ascii_whitespace).next().unwrap_or_default();
        let name = memchr::memchr(b':', name).map_or(name, |prefix| &name[prefix + 1..]);
        match name {
            b"row" => self.rows += u64::from(begins),
            b"si" => self.strings += u64::from(begins),
            _ => return,
        }
        self.unusual |= self.bytes > USUAL;
        self.bytes = bytes;
    }
}

/// Where the tag ends that these bytes begin with; none where it does not.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    match bytes {
        // Most begin or end a value, or end a cell.
        [b'a'..=b'z', b'>', ..] => return Some(1),
        [b'/', b'a'..=b'z', b'>', ..] => return Some(2),
        _ => {}
    }
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|byte| matches!(byte, b'>' | b'"' | b'\''))?;
        match bytes[at] {
            b'>' => return Some(at),
            quote => at += bytes[at + 1..].iter().position(|byte| *byte == quote)? + 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a part is usual that comes in pieces of this length.
    fn is_usual(part: &str, length: usize) -> bool {
        let mut usual = Usual::default();
        part.as_bytes().chunks(length).for_each(|bytes| usual.take(bytes));
        usual.holds()
    }

    /// What a whole part is and counts, tag by tag.
    fn counted(part: &[u8]) -> Option<(u64, u64, u64, u64)> {
        let (mut begun, mut rows, mut strings) = (0, 0, 0);
        let mut pieces = 2 * part.iter().filter(|byte| **byte == b'&').count() as u64;
        let (mut at, mut any) = (0, false);
        while let Some(text) = part[at..].iter().position(|byte| *byte == b'<') {
            let (begin, mut end, mut quote) = (at + text + 1, at + text + 1, None);
            while let Some(byte) = part.get(end)
                && (quote.is_some() || *byte != b'>')
            {
                quote = match (quote, byte) {
                    (None, b'"' | b'\'') => Some(byte),
                    (Some(open), byte) if open == byte => None,
                    (quote, _) => quote,
                };
                end += 1;
            }
            if end == part.len() {
                break;
            }
            let tag = std::str::from_utf8(&part[begin..end]).unwrap();
            let is_declaration = tag.starts_with('?') && tag.ends_with('?') && tag.len() > 1 && !any;
            if tag.starts_with('!') || (tag.starts_with('?') && !is_declaration) || (!any && text > 0) {
                return None;
            }
            let closes = tag.strip_prefix('/');
            if closes.is_some_and(|tag| tag.contains(['"', '\''])) {
                return None;
            }
            pieces += u64::from(text > 0) + 1;
            if !is_declaration {
                let opens = u64::from(closes.is_none());
                let alone = tag.strip_suffix('/').filter(|_| closes.is_none());
                pieces += u64::from(alone.is_some());
                begun += opens;
                let name = closes.or(alone).unwrap_or(tag).split(|c: char| c.is_ascii_whitespace()).next().unwrap();
                match name.split_once(':').map_or(name, |(_, name)| name) {
                    "row" => rows += opens,
                    "si" => strings += opens,
                    _ => {}
                }
            }
            (at, any) = (end + 1, true);
        }
        Some((begun, pieces, rows, strings))
    }

    #[test]
    fn what_programs_write_is_usual_and_nothing_that_may_hide_more() {
        let row =
            "<row r=\"1\" spans='1:2'><c r=\"A1\" t=\"s\"><v>3</v></c><c><is><t>a &amp; b > \"</t></is></c><c/></row>";
        let part = |head: &str, rows: &str| format!("{head}<sheetData>{rows}</sheetData>");
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        for length in [1, 2, 3, 7, 64, 10_000] {
            assert!(is_usual(&part(head, &row.repeat(50)), length) && is_usual(&part("\u{feff}", row), length));
        }
        assert!(is_usual(&part("", &"<x:row></x:row >".repeat(USUAL / 8)), 8_192));
        for odd in ["<!--<row>-->", "<![CDATA[<row>]]>", "<?row?>", "</x\">", "<x y=\"<row>", "<x y='<row>"] {
            let rows = format!("{odd}{}", "<row></row>".repeat(USUAL / 11 + 1));
            assert!(!is_usual(&part("", &rows), 8_192), "{odd}");
        }
        for odd in ["<row/x>", "<rows/>", "<arow>", "<y:x:row>", "<x row=\"row\">", "x"] {
            assert!(!is_usual(&part("", &odd.repeat(USUAL / odd.len() + 1)), 8_192), "{odd}");
        }
        for head in ["<?xml encoding=\"utf-16\"?>", "<!DOCTYPE x>", "x"] {
            assert!(!is_usual(&part(head, row), 8_192), "{head}");
        }
    }

    const PIECES: [&str; 19] = [
        "<row>",
        "</row>",
        "<c/>",
        "<c r=\"1\">",
        "<c r=\"1\"/>",
        "</c>",
        "<v>",
        "x",
        "&amp;",
        "<si>",
        "<a:row/>",
        "\"",
        "'",
        ">",
        "<",
        "/",
        "!",
        "?",
        "<row y='>'>",
    ];

    proptest::proptest! {
        #[test]
        fn what_is_counted_is_so_wherever_pieces_end(
            pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..40),
            lengths in proptest::collection::vec(1usize..20, 1..20),
        ) {
            let part = pieces.concat();
            let (mut usual, mut rest) = (Usual::default(), part.as_bytes());
            for length in lengths.iter().cycle() {
                let (piece, behind) = rest.split_at(rest.len().min(*length));
                usual.take(piece);
                rest = behind;
                if rest.is_empty() {
                    break;
                }
            }
            let of_usual = (!usual.unusual).then_some((usual.begun, usual.pieces, usual.rows, usual.strings));
            proptest::prop_assert_eq!(of_usual, counted(part.as_bytes()), "{}", part);
        }
    }
}
