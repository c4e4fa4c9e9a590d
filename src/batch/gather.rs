//! The first pass: what stands in all rows, before any of them is scored.
//!
//! Rows are cut as they are for scoring, and their cells only told apart and counted. A row that cannot be read says
//! nothing: it will be rejected.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::RunError;
use super::counts::Counts;
use super::cutter::Cutter;
use super::shape::Plain;
use crate::answers::UNKNOWN;
use crate::mapping::passed_over::{Feet, Judge, Look, MayBe, Notes, PassedOver, Place, Sight, Sizes};
use crate::mapping::{Cells, Columns, Evidence, Meaning, NOTHING, Quick, Tally, whole};
use crate::table::{Block, BlockError, Blocks, Record, skip_empty_lines};

/// What all rows of an input say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Of respondents alone.
    pub evidence: Evidence,
    pub passed_over: PassedOver,
    pub notes: Notes,
    /// Whether a row names the version of the assessment that it answers.
    pub versions: bool,
}

/// Reads all of `blocks`, whose first record has the number `row`, with so many workers.
pub fn gather<R: Read + Send>(
    judge: &Judge<'_>,
    (blocks, delimiter, row): (Blocks<R>, u8, u64),
    workers: usize,
) -> Result<Gathered, RunError> {
    let blocks = Mutex::new(blocks);
    let work = || {
        let mut reader = Reader::new(judge, delimiter);
        let read = reader.all(&blocks);
        (reader, read)
    };
    let done: Vec<_> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(own).chain(others).collect()
    });
    let sizes: Sizes = done.iter().flat_map(|(reader, _)| reader.sizes.iter().copied()).collect();
    let (begins, next) = begins(&sizes, row);
    // Last, what was kept to the end: it is at the foot of the table only where nothing else is below it.
    let (mut all, mut feet) = (Reader::new(judge, delimiter), Feet::default());
    let (mut tallies, mut sight) = (Vec::new(), judge.sight());
    for (mut reader, read) in done {
        read.map_err(|error| match error {
            BlockError::Io(error) => RunError::Read(error),
            BlockError::TooLong => RunError::TooLong(next),
        })?;
        all.versions |= reader.versions;
        if let Some(digits) = &reader.digits {
            digits.add_to(&mut reader.tallies);
        }
        tallies.push(reader.tallies);
        feet.merge(reader.feet);
        sight = sight.merge(reader.sight);
    }
    let (foot, others) = feet.settle();
    others.into_iter().for_each(|row| all.kept(row));
    foot.iter().for_each(|row| all.sight.foot(row));
    tallies.push(all.tallies);
    let row = |(ticket, line): Place| begins[&ticket] + line - 1;
    let evidence = Evidence::merged(tallies, row);
    let (passed_over, notes) = sight.merge(all.sight).finish(sizes, row);
    Ok(Gathered { evidence, passed_over, notes, versions: all.versions })
}

/// The number of the first row of each block, and of the row behind the last, where the first has the number `row`.
fn begins(sizes: &Sizes, mut row: u64) -> (BTreeMap<u64, u64>, u64) {
    let mut begins = BTreeMap::new();
    for (ticket, (lines, _)) in sizes {
        begins.insert(*ticket, row);
        row += lines;
    }
    (begins, row)
}

/// Counts what stands in the rows of blocks.
struct Reader<'a> {
    cells: &'a Cells,
    columns: &'a Columns,
    delimiter: u8,
    /// None where the user's map may give digits another meaning.
    digits: Option<Counts>,
    cutter: Cutter,
    record: Record,
    plain: Vec<Plain>,
    /// By question.
    tallies: Vec<Tally<Place>>,
    /// The ticket of each block that was read, and how many lines and bytes it has.
    sizes: Vec<(u64, (u64, usize))>,
    judge: &'a Judge<'a>,
    /// Whether every row is to be judged, and what was seen.
    judged: bool,
    sight: Sight<'a>,
    feet: Feet,
    /// The column of versions, and its place among the metadata; and whether it has one.
    version: Option<(usize, usize)>,
    versions: bool,
}

impl<'a> Reader<'a> {
    fn new(judge: &'a Judge<'a>, delimiter: u8) -> Self {
        let (cells, columns) = (judge.cells, judge.columns);
        let mut tallies = vec![Tally::new(); cells.count()];
        let mut quick = Vec::new();
        let mut plain = true;
        for (question, tally) in tallies.iter_mut().enumerate() {
            let mut byte = [UNKNOWN; 256];
            for (digit, character) in (0..NOTHING).zip('0'..='9') {
                let code = tally.code(cells.sight(question, character.encode_utf8(&mut [0; 4])));
                byte[character as usize] = code;
                plain &= code == digit;
            }
            quick.push(Quick::new(byte, NOTHING, delimiter));
        }
        Self {
            cells,
            columns,
            delimiter,
            digits: Counts::new(columns, delimiter).filter(|_| plain),
            cutter: Cutter::new(columns, delimiter, quick, NOTHING),
            record: Record::default(),
            plain: Vec::new(),
            tallies,
            sizes: Vec::new(),
            judge,
            judged: judge.sight().wants_every_row(),
            sight: judge.sight(),
            feet: Feet::default(),
            version: columns.metadata("version").map(|column| (column, columns.metadata_index(column))),
            versions: false,
        }
    }

    /// Reads blocks until there are none.
    fn all<R: Read>(&mut self, blocks: &Mutex<Blocks<R>>) -> Result<(), BlockError> {
        let mut block = Block::default();
        loop {
            {
                let mut blocks = blocks.lock().unwrap_or_else(PoisonError::into_inner);
                if !blocks.next(&mut block)? {
                    return Ok(());
                }
                // They are refused when rows are scored; here they would only gather.
                drop(blocks.refused().take_before(u64::MAX));
            }
            let lines = self.block(block.bytes(), block.ticket);
            self.sizes.push((block.ticket, (lines, block.bytes().len())));
        }
    }

    /// Counts what stands in the rows of a block, and gives the number of its lines.
    fn block(&mut self, bytes: &[u8], ticket: u64) -> u64 {
        let (mut at, mut lines) = (0, 0);
        let foot = self.judge.foot_begins(bytes, self.delimiter);
        let (mut kept, mut others) = (Vec::new(), false);
        while at < bytes.len() {
            if matches!(bytes[at], b'\n' | b'\r') {
                let (next, empty) = skip_empty_lines(bytes, at);
                (at, lines) = (next, lines + empty);
                continue;
            }
            lines += 1;
            let place = (ticket, lines);
            if at >= foot || self.judge.may_be_heading(place) {
                let next = self.record.read(bytes, at, self.delimiter);
                let look = if at >= foot { self.judge.look(&self.record) } else { Look::Other };
                if look != Look::Other {
                    kept.push(MayBe { place, look, record: self.record.clone() });
                    at = next;
                    continue;
                }
                if self.judge.may_be_heading(place) && self.judge.is_heading(&self.record) {
                    self.sight.heading(place);
                    (at, others) = (next, true);
                    continue;
                }
                // Figures may also stand between the header and the first respondent.
                let look = if self.judge.may_be_heading(place) { self.judge.look(&self.record) } else { Look::Other };
                if matches!(look, Look::Figures | Look::Either(..)) {
                    self.sight.foot(&MayBe { place, look, record: self.record.clone() });
                    (at, others) = (next, true);
                    continue;
                }
            }
            others = true;
            if !kept.is_empty() {
                kept.drain(..).for_each(|row| self.kept(row));
            }
            at = self.digits(bytes, at, place).unwrap_or_else(|| self.row(bytes, at, place));
        }
        self.feet.add(ticket, kept, others);
        lines
    }

    /// Counts a row that is not at the foot of the table after all.
    fn kept(&mut self, MayBe { place, record, .. }: MayBe) {
        self.record = record;
        let passed = self.judged && self.sight.row(place, |at| self.record.field(self.judge.carried[at]));
        if !passed && self.record.len() >= self.columns.list.len() {
            self.careful();
            self.tally(place);
        }
    }

    fn tally(&mut self, place: Place) {
        for (tally, code) in self.tallies.iter_mut().zip(&self.cutter.codes) {
            tally.add(*code, 1, place);
        }
    }

    /// Counts the row at `at` if it is one of the most usual, and gives the place of the next.
    #[inline]
    fn digits(&mut self, bytes: &[u8], at: usize, place: Place) -> Option<usize> {
        let Self { digits, plain, judged, sight, version, versions, .. } = self;
        digits.as_ref()?.row((bytes, at), place, plain, |plain| {
            let cell = |at: usize| &bytes[plain[at].start..plain[at].end];
            if *judged && sight.row(place, cell) {
                return false;
            }
            if let Some((_, at)) = version.filter(|_| !*versions) {
                *versions = is_version(cell(at));
            }
            true
        })
    }

    /// Counts the row at `at`, whatever it is, and gives the place of the next.
    fn row(&mut self, bytes: &[u8], at: usize, place: Place) -> usize {
        self.cutter.clear();
        let version = self.version.filter(|_| !self.versions);
        let next = match self.cutter.row(bytes, at) {
            Some(next) => {
                let cell = |at| self.cutter.cell_at(at, bytes).unwrap_or_default();
                if self.judged && self.sight.row(place, cell) {
                    return next;
                }
                self.versions |= version.and_then(|(_, at)| self.cutter.cell_at(at, bytes)).is_some_and(is_version);
                next
            }
            None => {
                let next = self.record.read(bytes, at, self.delimiter);
                let cell = |at: usize| self.record.field(self.judge.carried[at]);
                if !self.record.unclosed && self.judged && self.sight.row(place, cell) {
                    return next;
                }
                if whole(&self.record, &bytes[at..next], self.columns).is_err() {
                    return next;
                }
                self.versions |= version.is_some_and(|(column, _)| is_version(self.record.field(column)));
                self.careful();
                next
            }
        };
        self.tally(place);
        next
    }

    /// Tells the cells of the record apart, and remembers them.
    fn careful(&mut self) {
        let Cutter { codes, quick, .. } = &mut self.cutter;
        for (column, cell) in self.columns.list.iter().zip(self.record.fields()) {
            let Meaning::Question(question, _) = column.meaning else { continue };
            let text = std::str::from_utf8(cell).expect("the row is UTF-8, and its cells are cut at ASCII");
            codes[question] = self.tallies[question].code(self.cells.sight(question, text));
            quick[question].remember(cell, codes[question]);
        }
    }
}

fn is_version(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|text| semver::Version::parse(text.trim()).is_ok())
}
