//! Writing cells and scores: safe for terminals and spreadsheets, and quick.

use std::borrow::Cow;

use crate::exact::Score;
use crate::score::NO_SCORE;
use crate::text::{clean, is_formula};

/// Every score in tenths as text with a comma behind it; the last byte is its length.
static TENTHS: [[u8; 8]; 1_001] = tenths();

const fn tenths() -> [[u8; 8]; 1_001] {
    const DIGITS: &[u8; 10] = b"0123456789";
    let mut table = [[0; 8]; 1_001];
    let mut at = 0;
    while at <= 1_000 {
        let mut text = [0; 8];
        let mut length = 0;
        if at == 1_000 {
            text[length] = b'1';
            length += 1;
        }
        if at >= 100 {
            text[length] = DIGITS[at / 100 % 10];
            length += 1;
        }
        text[length] = DIGITS[at / 10 % 10];
        text[length + 1] = b'.';
        text[length + 2] = DIGITS[at % 10];
        text[length + 3] = b',';
        text[7] = match length {
            0 => 4,
            1 => 5,
            _ => 6,
        };
        table[at] = text;
        at += 1;
    }
    table
}

/// The results of a row as they are put together: short texts, copied eight or sixteen bytes at a time into a place of
/// fixed size, which is quicker than growing the output for each.
pub(crate) struct Line<'a> {
    out: &'a mut Vec<u8>,
    bytes: [u8; LINE],
    length: usize,
}

const LINE: usize = 256;

impl<'a> Line<'a> {
    /// At the end of `out`.
    #[inline]
    pub(crate) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, bytes: [0; LINE], length: 0 }
    }

    /// A score and a comma; the comma alone where there is no score.
    #[inline]
    pub(crate) fn score(&mut self, tenths: u16) {
        match TENTHS.get(usize::from(tenths)) {
            Some(text) => self.wide(text, usize::from(text[7])),
            None => self.text(b","),
        }
    }

    /// A score without a comma.
    pub(crate) fn last_score(&mut self, tenths: u16) {
        self.flush();
        json_score(self.out, tenths);
    }

    /// A cell that may be anything.
    #[inline]
    pub(crate) fn any(&mut self, text: &[u8]) {
        self.flush();
        cell(self.out, text);
    }

    /// A number and a comma.
    #[inline(always)]
    pub(crate) fn number(&mut self, number: usize) {
        match b"0123456789".get(number) {
            Some(digit) => self.wide(&[*digit, b','], 2),
            None => {
                self.flush();
                self::number(self.out, number);
                self.out.push(b',');
            }
        }
    }

    /// Any text.
    #[inline]
    pub(crate) fn text(&mut self, text: &[u8]) {
        match self.bytes[self.length..].get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text);
                self.length += text.len();
            }
            None => {
                self.flush();
                self.out.extend_from_slice(text);
            }
        }
    }

    /// The first `length` of some bytes.
    #[inline]
    pub(crate) fn wide<const N: usize>(&mut self, text: &[u8; N], length: usize) {
        if self.length + N > LINE {
            self.flush();
        }
        if let Some(place) = self.bytes[self.length..].first_chunk_mut() {
            *place = *text;
            self.length += length;
        }
    }

    fn flush(&mut self) {
        self.out.extend_from_slice(&self.bytes[..self.length]);
        self.length = 0;
    }

    /// Puts all of it into the output.
    #[inline]
    pub(crate) fn finish(mut self) {
        self.flush();
    }
}

/// Writes a score for JSON; `null` where there is none.
pub(crate) fn json_score(out: &mut Vec<u8>, tenths: u16) {
    if tenths == NO_SCORE {
        out.extend_from_slice(b"null");
    } else {
        let text = TENTHS.get(usize::from(tenths)).unwrap_or(&TENTHS[1_000]);
        out.extend_from_slice(&text[..usize::from(text[7]) - 1]);
    }
}

/// A score in tenths as it is shown.
pub(crate) fn shown(tenths: u16) -> String {
    Score::from_tenths(tenths).unwrap_or(Score::FULL).to_string()
}

/// Writes a number.
pub(crate) fn number(out: &mut Vec<u8>, number: usize) {
    if number >= 10 {
        self::number(out, number / 10);
    }
    out.push(b"0123456789"[number % 10]);
}

/// Bytes that need a closer look: of CSV, of control characters, and first bytes of characters that are unsafe.
static SPECIAL: [bool; 256] = special();

const fn special() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte < 0x20 || matches!(byte, 0x22 | 0x2c | 0x5c | 0x7f | 0xc2 | 0xe2 | 0xef);
        byte += 1;
    }
    table
}

/// A line of CSV with these cells.
pub fn line<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut line = Vec::new();
    for (at, text) in cells.enumerate() {
        if at > 0 {
            line.push(b',');
        }
        careful_cell(&mut line, text.as_bytes());
    }
    line.push(b'\n');
    line
}

/// Writes a cell of CSV: cleaned of control characters, quoted where it must be, and no formula for a spreadsheet.
#[inline]
pub(crate) fn cell(out: &mut Vec<u8>, text: &[u8]) {
    let formula = matches!(text.first(), Some(b' ' | b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
    if !formula && !text.iter().any(|byte| SPECIAL[usize::from(*byte)]) {
        out.extend_from_slice(text);
    } else {
        careful_cell(out, text);
    }
}

/// The same for rejects, which somebody opens to mend them: in quotes too where a program might take the cell for two.
#[cold]
pub(crate) fn careful_cell(out: &mut Vec<u8>, text: &[u8]) {
    let text = cleaned(text);
    let apostrophe = if is_formula(&text) { "'" } else { "" };
    let quoted = text.contains([',', ';', '\t', '"', '\n', '\r']);
    if quoted {
        out.extend_from_slice(format!("\"{apostrophe}{}\"", text.replace('"', "\"\"")).as_bytes());
    } else {
        out.extend_from_slice(apostrophe.as_bytes());
        out.extend_from_slice(text.as_bytes());
    }
}

/// Writes a string of JSON.
pub(crate) fn string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    if text.iter().any(|byte| SPECIAL[usize::from(*byte)]) {
        for c in cleaned(text).chars() {
            match c {
                '"' => out.extend_from_slice(b"\\\""),
                '\\' => out.extend_from_slice(b"\\\\"),
                '\n' => out.extend_from_slice(b"\\n"),
                '\t' => out.extend_from_slice(b"\\t"),
                c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
    } else {
        out.extend_from_slice(text);
    }
    out.push(b'"');
}

/// Text without characters that a terminal might obey.
fn cleaned(text: &[u8]) -> String {
    let text: Cow<'_, str> = String::from_utf8_lossy(text);
    clean(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_written_as_they_are_shown() {
        for tenths in 0..=1_000 {
            let mut out = Vec::new();
            let mut line = Line::new(&mut out);
            line.score(tenths);
            line.finish();
            let expected = Score::from_tenths(tenths).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), format!("{expected},"));
        }
        let mut out = Vec::new();
        let mut line = Line::new(&mut out);
        line.score(NO_SCORE);
        [0, 7, 10, 409].into_iter().for_each(|at| line.number(at));
        (0..100).for_each(|_| line.score(1_000));
        line.finish();
        assert_eq!(String::from_utf8(out).unwrap(), format!(",0,7,10,409,{}", "100.0,".repeat(100)));
    }

    #[test]
    fn a_cell_is_neither_a_formula_nor_an_escape() {
        let written = |text: &str| {
            let mut out = Vec::new();
            cell(&mut out, text.as_bytes());
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written("=1+1"), "'=1+1");
        assert_eq!(written("@x,\"y\""), "\"'@x,\"\"y\"\"\"");
        assert_eq!(written("\tx"), "\"'\tx\"");
        assert_eq!(written(" =1"), "' =1");
        assert_eq!(written("＝1"), "'＝1");
        assert_eq!(written("+81-3"), "'+81-3");
        assert_eq!(["-3.5", "+7", "a-b", "応対"].map(written), ["-3.5", "+7", "a-b", "応対"]);
        assert_eq!(written("a\u{1b}[2J\u{9b}\u{202e}"), "a\u{fffd}[2J\u{fffd}\u{fffd}");
        let mut out = Vec::new();
        string(&mut out, "a\"b\\\n\t\u{1b}応".as_bytes());
        assert_eq!(String::from_utf8(out).unwrap(), r#""a\"b\\\n\t�応""#);
    }
}
