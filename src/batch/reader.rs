//! What one worker sees of rows in the first pass.
//!
//! Rows are cut as they are for scoring, and their cells only told apart and counted. A row that cannot be read says
//! nothing: it will be rejected.

mod careful;
mod elsewhere;
mod start;

use std::io::Read;
use std::sync::{Mutex, PoisonError};

use super::counts::Counts;
use super::cutter::Cutter;
use super::figures::{Ends, Titles};
use super::last_rows::LastRows;
use super::remarks::{Remarks, is_empty};
use super::same::{self, Same};
use super::shape::Plain;
use crate::answers::Code;
use crate::mapping::passed_over::{Answers, Edges, Heading, Judge, MayBe, Place, Sight, Taken, Why, answers, is_text};
use crate::mapping::{Cells, Columns, EMPTY, Meaning, NOTHING, STRANGE, Tally, whole};
use crate::table::{BlockError, Blocks, Record, skip_empty_lines, swallows_rows};
use elsewhere::Elsewhere;
pub use elsewhere::Suspicions;
pub(super) use start::Start;

/// Of so many rows the numbers are kept.
const HEADS: u64 = 30;

/// Counts what stands in the rows of blocks.
pub(super) struct Reader<'a> {
    cells: &'a Cells,
    columns: &'a Columns,
    delimiter: u8,
    /// None where the user's map may give digits another meaning.
    pub(super) digits: Option<Counts>,
    cutter: Cutter,
    record: Record,
    plain: Vec<Plain>,
    /// By question; and what the row says beyond what has a code.
    pub(super) tallies: Vec<Tally<Place>>,
    beyond: Vec<(usize, crate::mapping::Sight)>,
    /// The codes of a row that says nothing.
    nothing: Vec<Code>,
    /// Whether the last record of a block is not closed, as if it went on in the next.
    pub(super) torn: bool,
    /// The ticket of each block that was read, and how many lines and bytes it has.
    pub(super) sizes: Vec<(u64, (u64, usize))>,
    pub(super) judge: &'a Judge<'a>,
    /// Whether every row is to be judged, and what was seen.
    judged: bool,
    pub(super) sight: Sight<'a>,
    /// Whether the row that was read is one of figures, and whether it is sure to be of somebody who answers.
    figures: bool,
    answers: bool,
    pub(super) edges: Edges<'a>,
    /// The column of versions, and its place among the metadata; and whether it has one.
    version: Option<(usize, usize)>,
    pub(super) versions: bool,
    /// Where another table begins: with headings, and below a blank row with a title.
    pub(super) other: Option<Place>,
    pub(super) titles: Vec<(u64, Titles)>,
    pub(super) remarks: Remarks,
    /// The numbers of the first rows.
    pub(super) heads: Vec<Answers>,
    /// The last row of headings.
    headings: Option<Place>,
    pub(super) ends: Ends,
    /// None where rows have answers alone, of which some are the same.
    pub(super) same: Option<Same<Place>>,
    pub(super) elsewhere: Elsewhere,
}

impl<'a> Reader<'a> {
    pub(super) fn new(judge: &'a Judge<'a>, delimiter: u8, start: &Start) -> Self {
        let (cells, columns) = (judge.cells, judge.columns);
        let Start { tallies, quick, plain } = start.clone();
        let digits = Counts::new(columns, delimiter).filter(|_| plain);
        let judged = judge.sight().wants_every_row();
        let version = columns.version().map(|column| (column, columns.metadata_index(column)));
        let metadata = digits.as_ref().map_or(0, Counts::metadata);
        Self {
            cells,
            columns,
            delimiter,
            digits,
            cutter: Cutter::new(columns, delimiter, quick, NOTHING),
            record: Record::default(),
            plain: vec![Plain::default(); metadata],
            nothing: vec![NOTHING; tallies.len()],
            elsewhere: Elsewhere::new(columns, tallies.len()),
            tallies,
            beyond: Vec::new(),
            torn: false,
            sizes: Vec::new(),
            judge,
            judged,
            sight: judge.sight(),
            figures: false,
            answers: false,
            edges: Edges::new(judge),
            version,
            versions: false,
            other: None,
            titles: Vec::new(),
            remarks: Remarks::default(),
            heads: Vec::new(),
            headings: None,
            ends: Ends::default(),
            same: (!judge.carried.is_empty()).then(Same::default),
        }
    }

    /// Reads blocks until there are none.
    pub(super) fn all<R: Read>(&mut self, blocks: &Mutex<Blocks<R>>) -> Result<(), BlockError> {
        let lock = || blocks.lock().unwrap_or_else(PoisonError::into_inner);
        let mut block = lock().block();
        loop {
            {
                let mut blocks = lock();
                if !blocks.next(&mut block)? {
                    return Ok(());
                }
                // They are refused when rows are scored; here they would only gather.
                drop(blocks.refused().take_before(u64::MAX));
            }
            block.convert();
            let lines = self.block(block.bytes(), block.ticket);
            self.sizes.push((block.ticket, (lines, block.raw().len())));
        }
    }

    /// Counts what stands in the rows of a block, and gives the number of its lines.
    fn block(&mut self, bytes: &[u8], ticket: u64) -> u64 {
        let (mut at, mut lines, mut last) = (0, 0, LastRows::default());
        let (mut titles, mut end) = (Titles::default(), None);
        let inside = self.judge.ends_inside(bytes, self.delimiter);
        let quoted = !self.judge.takes_every_row() && memchr::memchr(b'"', bytes).is_some();
        let foot = if inside { bytes.len() } else { self.judge.foot_begins(bytes, self.delimiter) };
        // Of rows that are compared with no others, and in none of which others may stand, nothing is asked but what the digits say.
        let alone = !quoted && (ticket >= same::BLOCKS || ticket > 0 && self.same.is_none());
        while at < bytes.len() {
            if matches!(bytes[at], b'\n' | b'\r') {
                let (next, empty) = skip_empty_lines(bytes, at);
                (at, lines, titles.blank) = (next, lines + empty, true);
                continue;
            }
            lines += 1;
            let place = (ticket, lines);
            self.head(bytes, at, place);
            if at >= foot || self.edges.is_near_head(place) {
                let next = self.record.read(bytes, at, self.delimiter);
                match self.edges.take(place, &self.record, at >= foot) {
                    Taken::Inside(rows) => rows.into_iter().for_each(|row| self.kept(row)),
                    taken => {
                        self.quotes(&bytes[at..next], place, quoted);
                        if matches!(taken, Taken::Kept) {
                            self.compare(place, &bytes[at..next]);
                            self.remarks.add(place, &bytes[at..next], self.delimiter);
                        }
                        last.add(at, false);
                        match taken {
                            Taken::Heading(heading) => self.heading(heading, place),
                            _ => {
                                titles.add(lines, false);
                                end = Some((at, place));
                            }
                        }
                        at = next;
                        continue;
                    }
                }
            } else {
                self.edges.others();
            }
            (self.figures, self.answers) = (false, false);
            let quick = self.digits(bytes, at, place);
            let is_full = self.answers && self.digits.as_ref().is_some_and(|digits| digits.others.is_empty());
            if let Some(next) = quick.filter(|_| is_full && alone) {
                last.add(at, true);
                titles.add(lines, false);
                end = Some((at, place));
                at = next;
                continue;
            }
            let next = quick.unwrap_or_else(|| self.row(bytes, at, place));
            self.quotes(&bytes[at..next], place, quoted);
            if !self.figures {
                self.compare(place, &bytes[at..next]);
            }
            last.add(at, self.answers);
            if !self.answers && is_empty(&bytes[at..next], self.delimiter) {
                titles.blank = true;
            } else {
                let title = !self.answers && titles.asks() && self.is_title(bytes, at);
                if !(self.figures || is_full) {
                    self.remarks.add(place, &bytes[at..next], self.delimiter);
                }
                titles.add(lines, title);
                if ticket == 0 {
                    self.ends.begin(place, &bytes[at..next]);
                }
                end = Some((at, place));
            }
            at = next;
        }
        self.ended((bytes, ticket), inside.then_some(last), end);
        self.titles.push((ticket, titles));
        lines
    }

    /// Takes that a block has been read: where its last row begins, and if it is inside the table, its last rows.
    fn ended(&mut self, (bytes, ticket): (&[u8], u64), inside: Option<LastRows>, end: Option<(usize, Place)>) {
        self.torn |= self.record.unclosed;
        if let Some(last) = inside {
            match last.respondents() {
                Some(begin) => self.edges.respondents(&bytes[begin..], self.delimiter),
                None => self.edges.find_respondents(bytes, last.begin(), self.delimiter),
            }
        }
        if let Some((begin, place)) = end {
            let next = self.record.read(bytes, begin, self.delimiter);
            self.elsewhere.sample(&self.record);
            self.ends.end(place, &bytes[begin..next]);
        }
        self.edges.end(ticket).into_iter().for_each(|row| self.kept(row));
    }

    /// Keeps the numbers of the row at `at`, if it is among the first.
    #[inline]
    fn head(&mut self, bytes: &[u8], at: usize, place @ (ticket, line): Place) {
        if ticket == 0 && line <= HEADS {
            let next = self.record.read(bytes, at, self.delimiter);
            self.elsewhere.sample(&self.record);
            let answers = answers(&self.record, self.columns);
            if answers.iter().any(Option::is_some) {
                self.ends.begin(place, &bytes[at..next]);
                self.heads.push(answers);
            }
        }
    }

    /// Compares a row with the others.
    #[inline]
    fn compare(&mut self, place: Place, row: &[u8]) {
        if let Some(same) = self.same.as_mut().filter(|_| is_near(place)) {
            same.add(place, self.judge.without_table(row, self.delimiter));
        }
    }

    /// Refuses a row in which others may stand, where there are quotes.
    #[inline]
    fn quotes(&mut self, row: &[u8], place: Place, quoted: bool) {
        let is_long = || memchr::memchr2(b'\n', b'\r', row.trim_ascii_end()).is_some();
        if quoted && is_long() && swallows_rows(row, self.delimiter, self.columns.list.len()) {
            self.sight.doubt(place, Why::Swallows);
        }
    }

    fn is_title(&mut self, bytes: &[u8], at: usize) -> bool {
        self.record.read(bytes, at, self.delimiter);
        self.judge.is_title(&self.record)
    }

    /// Passes over headings, and remembers where they are of another table.
    fn heading(&mut self, heading: Heading, place @ (ticket, line): Place) {
        self.sight.heading(place);
        // The second of two rows may call things otherwise.
        let again = line > 1 && self.headings.replace(place) == Some((ticket, line - 1));
        if heading == Heading::Other && !again {
            self.other = Some(self.other.map_or(place, |first| first.min(place)));
        }
    }

    /// Counts a row that is not at the edges of the table after all.
    pub(super) fn kept(&mut self, row: MayBe) {
        if row.look.is_named() {
            return self.sight.foot(&row);
        }
        let MayBe { place, record, .. } = row;
        self.record = record;
        let passed = self.judged && self.sight.row(place, |at| self.record.field(self.judge.carried[at]));
        if !passed && self.record.len() >= self.columns.list.len() {
            self.read_record(place);
        }
    }

    /// Counts what the record has, which stands in this place.
    fn read_record(&mut self, place: Place) {
        self.careful();
        let open = (0..).zip(&self.cutter.codes).filter(|(_, code)| **code == EMPTY);
        open.for_each(|(question, _)| {
            self.elsewhere.row(question, self.cells, |at| self.record.field(self.judge.carried[at]));
        });
        let cell = |at: usize| self.record.field(self.judge.carried[at]);
        self.elsewhere.any_row(is_near(place), cell, |text| self.judge.may_be_role(text));
        self.tally(place);
    }

    /// Counts the codes of a row, and tells whether any is of an answer: those of texts of options are none.
    fn tally(&mut self, place: Place) -> bool {
        if self.cutter.codes == self.nothing && self.beyond.is_empty() {
            return false;
        }
        let mut answers = !self.beyond.is_empty();
        let says =
            self.tallies.iter_mut().zip(&self.cutter.codes).filter(|(_, code)| !matches!(**code, NOTHING | EMPTY));
        for (tally, code) in says {
            tally.add(*code, 1, place);
            answers |= *code != STRANGE;
        }
        for (question, sight) in self.beyond.drain(..) {
            self.tallies[question].add_beyond(sight, place);
        }
        answers
    }

    /// Counts the row at `at` if it is one of the most usual, and gives the place of the next.
    #[inline]
    fn digits(&mut self, bytes: &[u8], at: usize, place: Place) -> Option<usize> {
        let Self {
            digits, plain, judge, judged, sight, figures, answers, record, version, versions, elsewhere, ..
        } = self;
        let (cutter, tallies) = (&self.cutter, &mut self.tallies);
        let digits = digits.as_mut()?;
        let next = digits.row((bytes, at), place, &cutter.quick, plain, |plain| {
            let cell = |at: usize| &bytes[plain[at].start..plain[at].end];
            if judge.may_be_figures(plain.iter().map(|cell| &bytes[cell.start..cell.end])) {
                record.read(bytes, at, self.delimiter);
                *figures = sight.figures(place, record);
                if *figures {
                    return false;
                }
            }
            if *judged && sight.row(place, cell) {
                return false;
            }
            if let Some((_, at)) = version.filter(|_| !*versions) {
                *versions = is_version(cell(at));
            }
            elsewhere.any_row(is_near(place), cell, |text| judge.may_be_role(text));
            *answers = true;
            true
        });
        *answers &= digits.answered();
        for (question, code) in &digits.others {
            tallies[*question].add(*code, 1, place);
            if *code == EMPTY && *answers {
                elsewhere.row(*question, self.cells, |at| &bytes[plain[at].start..plain[at].end]);
            }
        }
        next
    }

    /// Counts the row at `at`, whatever it is, and gives the place of the next.
    fn row(&mut self, bytes: &[u8], at: usize, place: Place) -> usize {
        self.cutter.clear();
        let version = self.version.filter(|_| !self.versions);
        let Some(next) = self.cutter.row(bytes, at) else { return self.other_row(bytes, at, place, version) };
        let cell = |at| self.cutter.cell_at(at, bytes).unwrap_or_default();
        // A text that answers is no figure.
        let text = self.cutter.last_answer(bytes, at).is_some_and(is_text);
        if !text && self.judge.may_be_figures((0..self.judge.carried.len()).map(cell)) {
            self.record.read(bytes, at, self.delimiter);
            self.figures = self.sight.figures(place, &self.record);
            if self.figures {
                return next;
            }
        }
        if self.judged && self.sight.row(place, cell) {
            return next;
        }
        self.versions |= version.and_then(|(_, at)| self.cutter.cell_at(at, bytes)).is_some_and(is_version);
        let open = (0..).zip(&self.cutter.codes).filter(|(_, code)| **code == EMPTY);
        open.for_each(|(question, _)| self.elsewhere.row(question, self.cells, cell));
        self.elsewhere.any_row(is_near(place), cell, |text| self.judge.may_be_role(text));
        self.answers = self.tally(place) || text;
        next
    }
}

/// Whether a row is among those that are looked at more closely, and compared with one another.
#[inline]
fn is_near((ticket, _): Place) -> bool {
    ticket < same::BLOCKS
}

fn is_version(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|text| semver::Version::parse(text.trim()).is_ok())
}
