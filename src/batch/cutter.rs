//! Cutting a row into cells the quick way: a cell of one byte is looked up, a longer one is compared with texts that are
//! known already, and nothing is copied. A row that takes a closer look is declined, and never refused.

use crate::answers::{Code, UNKNOWN};
use crate::mapping::{Columns, Meaning, Quick};
use crate::table::{Field, Span, is_utf8};

/// What a column is, for the quick way.
#[derive(Clone, Copy, Debug)]
enum Column {
    Question(usize),
    /// And facts: what they tell is read from there.
    Metadata,
    /// One option of a question, or one of several columns of it: what all of them say is read the careful way.
    Part,
}

/// The cells of one row after another. Made once and filled again and again.
#[derive(Debug)]
pub(super) struct Cutter {
    delimiter: u8,
    columns: Vec<Column>,
    pub(super) quick: Vec<Quick>,
    /// Bytes that may end a field that is not quoted, or make it doubtful.
    stops: [bool; 256],
    /// By question.
    pub(super) codes: Vec<Code>,
    pub(super) metadata: Vec<Span>,
    /// Cells of metadata that do not stand in the block as they read.
    pub(super) copied: Vec<u8>,
    /// Where the last answer of the row begins.
    last: usize,
}

impl Cutter {
    /// For these columns; `blank` is the code of questions that have none.
    pub(super) fn new(columns: &Columns, delimiter: u8, quick: Vec<Quick>, blank: Code) -> Self {
        let column = |of: &crate::mapping::Column| match of.meaning {
            Meaning::Question(at, _) if !of.is_part => Column::Question(at),
            Meaning::Question(..) | Meaning::QuestionOption(..) => Column::Part,
            Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => Column::Metadata,
        };
        let mut stops = [false; 256];
        for byte in [b'\n', b'\r', b'"', delimiter] {
            stops[usize::from(byte)] = true;
        }
        Self {
            delimiter,
            columns: columns.list.iter().map(column).collect(),
            codes: vec![blank; quick.len()],
            quick,
            stops,
            metadata: Vec::new(),
            copied: Vec::new(),
            last: 0,
        }
    }

    /// Forgets the metadata of the row before.
    pub(super) fn clear(&mut self) {
        self.metadata.clear();
        self.copied.clear();
    }

    /// The cell of metadata at this place among them.
    #[inline]
    pub(super) fn cell_at<'b>(&'b self, place: usize, bytes: &'b [u8]) -> Option<&'b [u8]> {
        self.metadata.get(place).map(|span| span.text(&self.copied, bytes))
    }

    /// The last answer of the row that was read, as it stands in the input; none where it is the first cell.
    #[inline]
    pub(super) fn last_answer<'b>(&self, bytes: &'b [u8], row: usize) -> Option<&'b [u8]> {
        let cell = &bytes[self.last..];
        (self.last > row).then(|| cell.strip_prefix(b"\"").unwrap_or(cell))
    }

    /// Reads the row at `at`, and gives the place of the next; none where it takes a closer look, as one does that is no UTF-8.
    #[inline]
    pub(super) fn row(&mut self, bytes: &[u8], mut at: usize) -> Option<usize> {
        let Self { delimiter, columns, quick, stops, codes, metadata, copied, last } = self;
        let cut = Cut { delimiter: *delimiter, stops };
        let (closing, others) = columns.split_last()?;
        for column in others {
            at = match *column {
                Column::Question(question) => {
                    *last = at;
                    let (code, next) = cut.answer(&quick[question], bytes, at)?;
                    codes[question] = code;
                    next
                }
                Column::Metadata => cut.behind(bytes, cut.metadata(bytes, at, metadata, copied)?)?,
                Column::Part => return None,
            };
        }
        let end = match *closing {
            Column::Question(question) => {
                *last = at;
                let (code, end) = cut.other(&quick[question], bytes, at)?;
                codes[question] = code;
                end
            }
            Column::Metadata => cut.metadata(bytes, at, metadata, copied)?,
            Column::Part => return None,
        };
        match bytes[end..] {
            [b'\n', ..] => Some(end + 1),
            [b'\r', b'\n', ..] => Some(end + 2),
            // All rows of some programs end with a delimiter.
            [byte, b'\n', ..] if byte == *delimiter => Some(end + 2),
            [byte, b'\r', b'\n', ..] if byte == *delimiter => Some(end + 3),
            _ => None,
        }
    }
}

/// Where cells end.
struct Cut<'a> {
    delimiter: u8,
    stops: &'a [bool; 256],
}

impl Cut<'_> {
    /// The code of the cell at `at`, and the place of the next: a delimiter stands between.
    #[inline(always)]
    fn answer(&self, quick: &Quick, bytes: &[u8], at: usize) -> Option<(Code, usize)> {
        let rest = bytes.get(at..)?;
        let (byte, length) = match *rest {
            [byte, end, ..] if end == self.delimiter => (byte, 2),
            [b'"', byte, b'"', end, ..] if end == self.delimiter => (byte, 4),
            _ => (self.delimiter, 0),
        };
        // That of the delimiter is not known.
        let code = quick.byte[usize::from(byte)];
        if code != UNKNOWN {
            return Some((code, at + length));
        }
        if let Some((code, length)) = quick.written(rest) {
            return Some((code, at + length));
        }
        let (code, end) = self.other(quick, bytes, at)?;
        Some((code, self.behind(bytes, end)?))
    }

    /// The code of any cell, and the place of what ends it.
    #[inline(never)]
    fn other(&self, quick: &Quick, bytes: &[u8], at: usize) -> Option<(Code, usize)> {
        let field = Field::find(bytes, at, self.delimiter, self.stops).filter(|field| !field.escaped)?;
        let code = quick.code(&bytes[field.start..field.end]);
        (code != UNKNOWN).then_some((code, field.next))
    }

    /// Takes the cell of metadata at `at`, and gives the place of what ends it.
    #[inline]
    fn metadata(&self, bytes: &[u8], at: usize, metadata: &mut Vec<Span>, copied: &mut Vec<u8>) -> Option<usize> {
        let field = Field::find(bytes, at, self.delimiter, self.stops)?;
        // What is known of questions is.
        if !is_utf8(&bytes[field.start..field.end]) {
            return None;
        }
        metadata.push(field.span(bytes, copied));
        Some(field.next)
    }

    /// The place behind a delimiter, if one stands there.
    #[inline]
    fn behind(&self, bytes: &[u8], end: usize) -> Option<usize> {
        (bytes[end] == self.delimiter).then_some(end + 1)
    }
}
