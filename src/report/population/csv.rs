//! Rows of results as CSV: safe for terminals and spreadsheets, and quick. Workers write it, and nothing reads it back.

use super::digits::{self, SPECIAL, TENTHS, cleaned};
use super::layout::{Cells, Layout};
use crate::batch::{Cell, Row};
use crate::exact::Score;
use crate::text::not_formula;

pub(super) fn row<'a>(layout: &Layout, out: &mut Vec<u8>, row: Row<'_, impl Iterator<Item = Cell<'a>>>) {
    let mut line = Line::new(out);
    for cell in row.metadata {
        match cell {
            Cell::Any(text) => line.any(text),
            Cell::Plain(text) => line.id(text),
            Cell::Short(wide, length) => {
                line.wide(wide, length);
                line.empty();
            }
        }
    }
    if let Some(organisation) = row.organisation {
        Layout::put_figures(&mut line, (organisation.respondents, organisation.alpha.known()));
    }
    layout.put_results(&mut line, row.scored, row.actions);
    line.finish();
}

/// A line of CSV with these cells.
pub fn line<T: AsRef<[u8]>>(cells: impl Iterator<Item = T>) -> Vec<u8> {
    let mut line = Vec::new();
    for cell in cells {
        careful_cell(&mut line, cell.as_ref());
        line.push(b',');
    }
    line.pop();
    line.push(b'\n');
    line
}

/// A row as it is put together: short texts, each with a comma behind it, copied eight or sixteen bytes at a time into a
/// place of fixed size, which is quicker than growing the output for each.
struct Line<'a> {
    out: &'a mut Vec<u8>,
    bytes: [u8; LINE],
    length: usize,
}

const LINE: usize = 256;

impl<'a> Line<'a> {
    /// At the end of `out`.
    #[inline]
    fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, bytes: [0; LINE], length: 0 }
    }

    /// A cell that may be anything.
    #[inline]
    fn any(&mut self, text: &[u8]) {
        self.flush();
        cell(self.out, text);
        self.empty();
    }

    #[inline(always)]
    fn text(&mut self, text: &[u8]) {
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
    #[inline(always)]
    fn wide<const N: usize>(&mut self, text: &[u8; N], length: usize) {
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

    /// Puts all of it into the output; the last comma ends the line.
    #[inline]
    fn finish(mut self) {
        self.flush();
        if let Some(last) = self.out.last_mut() {
            *last = b'\n';
        }
    }
}

impl Cells for Line<'_> {
    #[inline(always)]
    fn id(&mut self, id: &[u8]) {
        self.text(id);
        self.empty();
    }

    #[inline(always)]
    fn score(&mut self, score: Option<Score>) {
        match score {
            Some(score) => {
                let text = &TENTHS[usize::from(score.tenths())];
                self.wide(text, usize::from(text[7]));
            }
            None => self.empty(),
        }
    }

    #[inline(always)]
    fn number(&mut self, number: usize) {
        match b"0123456789".get(number) {
            Some(digit) => self.wide(&[*digit, b','], 2),
            None => {
                self.flush();
                digits::number(self.out, number);
                self.empty();
            }
        }
    }

    fn coefficient(&mut self, coefficient: f64) {
        self.id(format!("{coefficient:.2}").as_bytes());
    }

    #[inline(always)]
    fn empty(&mut self) {
        self.text(b",");
    }
}

/// Writes a cell of CSV: cleaned of control characters, quoted where it must be, and no formula for a spreadsheet.
#[inline]
fn cell(out: &mut Vec<u8>, text: &[u8]) {
    let formula = matches!(text.first(), Some(b' ' | b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
    if !formula && !text.iter().any(|byte| SPECIAL[usize::from(*byte)]) {
        out.extend_from_slice(text);
    } else {
        careful_cell(out, text);
    }
}

/// The same for rejects, which somebody opens to mend them: in quotes too where a program might take the cell for two.
#[cold]
fn careful_cell(out: &mut Vec<u8>, text: &[u8]) {
    let text = cleaned(text);
    let text = not_formula(&text);
    if text.contains([',', ';', '\t', '"', '\n', '\r']) {
        out.extend_from_slice(format!("\"{}\"", text.replace('"', "\"\"")).as_bytes());
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_written_as_they_are_shown() {
        for tenths in 0..=1_000 {
            let mut out = Vec::new();
            let mut line = Line::new(&mut out);
            let expected = Score::from_tenths(tenths).unwrap();
            line.score(Some(expected));
            line.finish();
            assert_eq!(String::from_utf8(out).unwrap(), format!("{expected}\n"));
        }
        let mut out = Vec::new();
        let mut line = Line::new(&mut out);
        line.score(None);
        [0, 7, 10, 409].into_iter().for_each(|at| line.number(at));
        (0..100).for_each(|_| line.score(Some(Score::FULL)));
        line.finish();
        assert_eq!(String::from_utf8(out).unwrap(), format!(",0,7,10,409,{}", "100.0,".repeat(99) + "100.0\n"));
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
    }
}
