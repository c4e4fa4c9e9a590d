//! Cutting a row into cells the quick way: a cell of one byte is looked up, a longer one is compared with texts that are
//! known already, and nothing is copied. A row that takes a closer look is declined, and never refused.

use crate::answers::{Code, UNKNOWN};
use crate::mapping::{Columns, Meaning, Quick};
use crate::table::{Field, Span};

/// What a column is, for the quick way.
#[derive(Clone, Copy, Debug)]
enum Column {
    Question(usize),
    /// And facts: what they tell is read from there.
    Metadata,
    /// One option of a question: what all of them say is read the careful way.
    Option,
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
}

impl Cutter {
    /// For these columns; `blank` is the code of questions that have none.
    pub(super) fn new(columns: &Columns, delimiter: u8, quick: Vec<Quick>, blank: Code) -> Self {
        let column = |meaning: &Meaning| match meaning {
            Meaning::Question(at, _) => Column::Question(*at),
            Meaning::QuestionOption(..) => Column::Option,
            Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => Column::Metadata,
        };
        let mut stops = [false; 256];
        for byte in [b'\n', b'\r', b'"', delimiter] {
            stops[usize::from(byte)] = true;
        }
        Self {
            delimiter,
            columns: columns.list.iter().map(|of| column(&of.meaning)).collect(),
            codes: vec![blank; quick.len()],
            quick,
            stops,
            metadata: Vec::new(),
            copied: Vec::new(),
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

    /// Reads the row at `at`, and gives the place of the next; none where it takes a closer look.
    #[inline]
    pub(super) fn row(&mut self, bytes: &[u8], mut at: usize) -> Option<usize> {
        let last = self.columns.len().checked_sub(1)?;
        let mut column = 0;
        let end = loop {
            let end = self.cell(column, bytes, at)?;
            if column == last {
                break end;
            }
            if bytes[end] != self.delimiter {
                return None;
            }
            (at, column) = (end + 1, column + 1);
        };
        match bytes[end..] {
            [b'\n', ..] => Some(end + 1),
            [b'\r', b'\n', ..] => Some(end + 2),
            // All rows of some programs end with a delimiter.
            [byte, b'\n', ..] if byte == self.delimiter => Some(end + 2),
            [byte, b'\r', b'\n', ..] if byte == self.delimiter => Some(end + 3),
            _ => None,
        }
    }

    /// Takes the cell at `at`, and gives the place of what ends it.
    #[inline(always)]
    fn cell(&mut self, column: usize, bytes: &[u8], at: usize) -> Option<usize> {
        match self.columns[column] {
            Column::Question(question) => {
                let (code, end) = self.answer(question, bytes, at)?;
                self.codes[question] = code;
                (code != UNKNOWN).then_some(end)
            }
            Column::Metadata => {
                let field = Field::find(bytes, at, self.delimiter, &self.stops)?;
                self.metadata.push(field.span(bytes, &mut self.copied));
                Some(field.next)
            }
            Column::Option => None,
        }
    }

    /// The code of the cell at `at`, and the place of what ends it.
    #[inline(always)]
    fn answer(&self, question: usize, bytes: &[u8], at: usize) -> Option<(Code, usize)> {
        let (quick, stops) = (&self.quick[question], &self.stops);
        let ends = |end: u8| stops[usize::from(end)];
        let known = match bytes.get(at..)? {
            [b'"', byte, b'"', end, ..] if ends(*end) && quick.byte[usize::from(*byte)] != UNKNOWN => {
                Some((quick.byte[usize::from(*byte)], 3))
            }
            [b'"', text @ ..] => {
                let known = quick.long(text, true, |end| end == b'"');
                known
                    .filter(|(_, length)| text.get(length + 1).is_some_and(|end| ends(*end)))
                    .map(|(code, length)| (code, length + 2))
            }
            [byte, end, ..] if ends(*end) && quick.byte[usize::from(*byte)] != UNKNOWN => {
                Some((quick.byte[usize::from(*byte)], 1))
            }
            text => quick.long(text, false, ends),
        };
        known.map(|(code, length)| (code, at + length)).or_else(|| self.short(question, bytes, at))
    }

    /// The same of any other cell.
    #[inline(never)]
    fn short(&self, question: usize, bytes: &[u8], at: usize) -> Option<(Code, usize)> {
        let field = Field::find(bytes, at, self.delimiter, &self.stops).filter(|field| !field.escaped)?;
        Some((self.quick[question].code(&bytes[field.start..field.end]), field.next))
    }
}
