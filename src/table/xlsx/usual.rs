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
        let mut rest = std::mem::take(&mut self.rest);
        rest.extend_from_slice(bytes);
        let mut at = 0;
        // Texts and tags are short, so that what looks for many bytes at once would be slower.
        while let Some(text) = rest[at..].iter().position(|byte| *byte == b'<')
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
                self.unusual |= tag.iter().any(|byte| matches!(byte, b'"' | b'\''));
                (tag, false)
            }
            [tag @ .., b'/'] => {
                self.pieces += 1;
                (tag, true)
            }
            tag => (tag, true),
        };
        self.begun += u64::from(begins);
        // Most are of cells and values.
        if matches!(tag, [_] | [b'c', b' ', ..]) {
            return;
        }
        let name = tag.split(u8::is_ascii_whitespace).next().unwrap_or_default();
        let name = memchr::memchr(b':', name).map_or(name, |prefix| &name[prefix + 1..]);
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
