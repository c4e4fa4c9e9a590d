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
use super::same::{self, Same};
use super::shape::Plain;
use crate::answers::UNKNOWN;
use crate::mapping::passed_over::{
    Again, Edges, Heading, Judge, Look, MayBe, Notes, PassedOver, Place, Settled, Sight, Sizes, Taken,
};
use crate::mapping::{Cells, Columns, Evidence, Meaning, NOTHING, Quick, Tally, whole};
use crate::table::{Block, BlockError, Blocks, Record, is_utf8, skip_empty_lines};

/// What all rows of an input say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Of respondents alone.
    pub evidence: Evidence,
    pub passed_over: PassedOver,
    pub notes: Notes,
    /// Whether a row names the version of the assessment that it answers.
    pub versions: bool,
    /// The row of the first headings of columns in another order.
    pub other_table: Option<u64>,
}

/// Reads all of `blocks`, whose first record has the number `row`, with so many workers. None where their ends were guessed wrong.
pub fn gather<R: Read + Send>(
    judge: &Judge<'_>,
    (blocks, delimiter, row): (Blocks<R>, u8, u64),
    workers: usize,
) -> Result<Option<Gathered>, RunError> {
    // The edges of tables within are known only to who reads them from the first row to the last.
    let workers = if judge.is_several() { 1 } else { workers };
    let (guessed, blocks) = (blocks.guess, Mutex::new(blocks));
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
    if guessed && done.iter().any(|(reader, _)| reader.torn) {
        return Ok(None);
    }
    let sizes: Sizes = done.iter().flat_map(|(reader, _)| reader.sizes.iter().copied()).collect();
    let (begins, next) = begins(&sizes, row);
    // Last, what was kept to the end: it is at the foot of the table only where nothing else is below it.
    let (mut all, mut edges) = (Reader::new(judge, delimiter), Edges::new(judge));
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
        if let (Some(all), Some(other)) = (&mut all.same, reader.same) {
            all.merge(other);
        }
        all.other = all.other.into_iter().chain(reader.other).min();
        tallies.push(reader.tallies);
        edges.merge(reader.edges);
        sight = sight.merge(reader.sight);
    }
    let Settled { figures, inside, perhaps } = edges.settle();
    figures.iter().for_each(|row| all.sight.foot(row));
    inside.into_iter().for_each(|row| all.kept(row));
    all.perhaps(perhaps, &tallies);
    tallies.push(all.tallies);
    let row = |(ticket, line): Place| begins[&ticket] + line - 1;
    let evidence = Evidence::merged(tallies, row);
    let (passed_over, notes) = sight.merge(all.sight).finish(sizes, row);
    let other_table = all.other.map(row);
    let among = begins.get(&same::BLOCKS).map(|begin| begin - begins[&0]);
    let same = all.same.and_then(Same::found).map(|(rows, first)| Again { rows, first: row(first), among });
    let notes = Notes { same, ..notes };
    Ok(Some(Gathered { evidence, passed_over, notes, versions: all.versions, other_table }))
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
    /// By question; and what the row says beyond what has a code.
    tallies: Vec<Tally<Place>>,
    beyond: Vec<(usize, crate::mapping::Sight)>,
    /// Whether the last record of a block is not closed, as if it went on in the next.
    torn: bool,
    /// The ticket of each block that was read, and how many lines and bytes it has.
    sizes: Vec<(u64, (u64, usize))>,
    judge: &'a Judge<'a>,
    /// Whether every row is to be judged, and what was seen; and whether the row that was read is one of figures.
    judged: bool,
    sight: Sight<'a>,
    figures: bool,
    edges: Edges<'a>,
    /// The column of versions, and its place among the metadata; and whether it has one.
    version: Option<(usize, usize)>,
    versions: bool,
    /// Where another table begins.
    other: Option<Place>,
    /// None where rows have answers alone, of which some are the same.
    same: Option<Same<Place>>,
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
                let code = tally.code(cells.sight(question, character.encode_utf8(&mut [0; 4]))).unwrap_or(NOTHING);
                byte[character as usize] = code;
                plain &= code == digit;
            }
            quick.push(Quick::new(byte, NOTHING, delimiter));
        }
        let digits = Counts::new(columns, delimiter).filter(|_| plain);
        let judged = judge.sight().wants_every_row();
        let version = columns.metadata("version").map(|column| (column, columns.metadata_index(column)));
        let metadata = digits.as_ref().map_or(0, Counts::metadata);
        Self {
            cells,
            columns,
            delimiter,
            digits,
            cutter: Cutter::new(columns, delimiter, quick, NOTHING),
            record: Record::default(),
            plain: vec![Plain::default(); metadata],
            tallies,
            beyond: Vec::new(),
            torn: false,
            sizes: Vec::new(),
            judge,
            judged,
            sight: judge.sight(),
            figures: false,
            edges: Edges::new(judge),
            version,
            versions: false,
            other: None,
            same: (!judge.carried.is_empty()).then(Same::default),
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
        let mut utf8 = None;
        while at < bytes.len() {
            if matches!(bytes[at], b'\n' | b'\r') {
                let (next, empty) = skip_empty_lines(bytes, at);
                (at, lines) = (next, lines + empty);
                continue;
            }
            lines += 1;
            let place = (ticket, lines);
            if at >= foot || self.edges.is_near_head(place) {
                let next = self.record.read(bytes, at, self.delimiter);
                match self.edges.take(place, &self.record, at >= foot) {
                    Taken::Inside(rows) => rows.into_iter().for_each(|row| self.kept(row)),
                    taken => {
                        if let Taken::Heading(heading) = taken {
                            self.heading(heading, place);
                        }
                        at = next;
                        continue;
                    }
                }
            } else {
                self.edges.others();
            }
            self.figures = false;
            let next = self.digits(bytes, at, place).unwrap_or_else(|| {
                let utf8 = *utf8.get_or_insert_with(|| is_utf8(bytes));
                self.row(bytes, at, place, utf8)
            });
            if let Some(same) = self.same.as_mut().filter(|_| ticket < same::BLOCKS && !self.figures) {
                same.add(place, self.judge.without_table(&bytes[at..next], self.delimiter));
            }
            at = next;
        }
        self.torn |= self.record.unclosed;
        self.edges.end(ticket).into_iter().for_each(|row| self.kept(row));
        lines
    }

    /// Passes over headings, and remembers where they are of another table.
    fn heading(&mut self, heading: Heading, place: Place) {
        self.sight.heading(place);
        if heading == Heading::Other {
            self.other = Some(self.other.map_or(place, |first| first.min(place)));
        }
    }

    /// Refuses the last of these rows where they repeat what all others sum up to, and counts the others.
    fn perhaps(&mut self, mut rows: Vec<MayBe>, tallies: &[Vec<Tally<Place>>]) {
        while !rows.is_empty() {
            let numbers: Vec<Vec<(i64, u64)>> = (0..self.tallies.len())
                .map(|question| {
                    let of = tallies.iter().chain([&self.tallies]).map(|tallies| &tallies[question]);
                    Tally::numbers(of)
                })
                .collect();
            let repeats = |row: &MayBe| row.look == Look::Blank || self.judge.repeats(&row.record, &numbers);
            if rows.iter().all(repeats) {
                return rows.into_iter().filter(|row| row.look != Look::Blank).for_each(|row| {
                    self.sight.foot(&MayBe { look: Look::Repeats, ..row });
                });
            }
            let row = rows.remove(0);
            self.kept(row);
        }
    }

    /// Counts a row that is not at the edges of the table after all.
    fn kept(&mut self, row: MayBe) {
        if row.look.is_named() {
            return self.sight.foot(&row);
        }
        let MayBe { place, record, .. } = row;
        self.record = record;
        let passed = self.judged && self.sight.row(place, |at| self.record.field(self.judge.carried[at]));
        if !passed && self.record.len() >= self.columns.list.len() {
            self.careful();
            self.tally(place);
        }
    }

    fn tally(&mut self, place: Place) {
        let says = self.tallies.iter_mut().zip(&self.cutter.codes).filter(|(_, code)| **code != NOTHING);
        for (tally, code) in says {
            tally.add(*code, 1, place);
        }
        for (question, sight) in self.beyond.drain(..) {
            self.tallies[question].add_beyond(sight, place);
        }
    }

    /// Counts the row at `at` if it is one of the most usual, and gives the place of the next.
    #[inline]
    fn digits(&mut self, bytes: &[u8], at: usize, place: Place) -> Option<usize> {
        let Self { digits, plain, judge, judged, sight, figures, record, version, versions, cutter, tallies, .. } =
            self;
        let digits = digits.as_mut()?;
        let next = digits.row((bytes, at), place, &cutter.quick, plain, |plain| {
            let cell = |at: usize| &bytes[plain[at].start..plain[at].end];
            if judge.may_be_figures(cell) {
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
            true
        });
        for (question, code) in &digits.others {
            tallies[*question].add(*code, 1, place);
        }
        next
    }

    /// Counts the row at `at`, whatever it is, and gives the place of the next. Only where all is `utf8`, the quick way is as good
    /// as the careful one.
    fn row(&mut self, bytes: &[u8], at: usize, place: Place, utf8: bool) -> usize {
        self.cutter.clear();
        let version = self.version.filter(|_| !self.versions);
        let quick = if utf8 { self.cutter.row(bytes, at) } else { None };
        let next = match quick {
            Some(next) => {
                let cell = |at| self.cutter.cell_at(at, bytes).unwrap_or_default();
                if self.judge.may_be_figures(cell) {
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
                next
            }
            None => {
                let next = self.record.read(bytes, at, self.delimiter);
                let cell = |at: usize| self.record.field(self.judge.carried[at]);
                // It may stand under the first question, too.
                let may_be = self.judge.may_be_figures(cell) || self.judge.is_word(self.record.field(0));
                self.figures = may_be && self.sight.figures(place, &self.record);
                if self.figures {
                    return next;
                }
                if !self.record.unclosed && self.judged && self.sight.row(place, cell) {
                    return next;
                }
                if whole(&self.record, &bytes[at..next], self.columns).is_err() {
                    return next;
                }
                if self.judge.may_name(&self.record) {
                    let heading = self.judge.heading(&self.record);
                    if heading != Heading::No {
                        self.heading(heading, place);
                        return next;
                    }
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
        self.beyond.clear();
        let Cutter { codes, quick, .. } = &mut self.cutter;
        for (at, (column, cell)) in self.columns.list.iter().zip(self.record.fields()).enumerate() {
            let Meaning::Question(question, _) = column.meaning else { continue };
            let text = std::str::from_utf8(cell).expect("the row is UTF-8, and its cells are cut at ASCII");
            let sight = self.cells.sight(question, text);
            let Some(code) = self.tallies[question].code(sight) else {
                codes[question] = NOTHING;
                self.beyond.push((question, sight));
                continue;
            };
            codes[question] = code;
            // Rows that begin with a word for figures are looked at each.
            if at > 0 || !self.judge.is_word(cell) {
                quick[question].remember(cell, codes[question]);
            }
        }
    }
}

fn is_version(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|text| semver::Version::parse(text.trim()).is_ok())
}
