//! Reading and scoring the rows of a block.
//!
//! A row is first read the quick way, by [`Digits`] and by [`Cutter`]. Whatever they decline is read again as a
//! [`Record`], whose reading is the meaning of every row.

use super::Encoder;
use super::Job;
use super::complete::{Complete, Points};
use super::cutter::Cutter;
use super::digits::Digits;
use super::row::RowName;
use super::shape::Plain;
use super::told::Told;
use super::{Cell, Row};
use crate::answers::{UNANSWERED, code_of, refused_row};
use crate::mapping::passed_over::is_blank;
use crate::mapping::passed_over::names_nobody;
use crate::mapping::{BadRow, RowCell, plain, read_row};
use crate::population::{Adding, Fits, Groups, Segments, TooManySegments, Wanted};
use crate::score::Scored;
use crate::table::{Record, RefusedRow, Span, skip_empty_lines};
use crate::words::{answers, batch as say};

/// What people write for what stands above.
const DITTO: [&str; 9] = ["\"", "\"\"", "''", "〃", "″", "同上", "ditto", "↑", "-"];

#[derive(Clone, Debug, Default)]
pub struct Done<B> {
    /// The result rows, as the encoder leaves them.
    pub rows: B,
    /// The rows that could not be scored.
    pub rejects: Vec<Reject>,
    pub scored: u64,
    /// How many of them answer a question that is not asked of them.
    pub unasked: u64,
    /// How many rows are no respondents, and how many of those say nothing at all.
    pub passed_over: u64,
    pub blank: u64,
    /// How many lines of a spreadsheet the block has: its rows, and empty ones.
    pub lines: u64,
    /// How many bytes of input it has.
    pub bytes: usize,
}

/// A row that could not be scored.
#[derive(Clone, Debug)]
pub struct Reject {
    /// Its number as a spreadsheet shows it; within the block until the block is put in its place.
    pub row: u64,
    pub reason: String,
    record: Record,
    /// Whether the reason is a cell that is no answer.
    pub strange: bool,
    /// The column that tells what does not hold, and that may be somebody's own.
    pub own: Option<usize>,
}

impl From<RefusedRow> for Reject {
    /// A row that could not be turned into CSV.
    fn from(refused: RefusedRow) -> Self {
        let record = Record::of_field(refused.original.into_bytes());
        Self {
            row: refused.row,
            reason: crate::text::clean(&refused.reason).into_owned(),
            record,
            strange: false,
            own: None,
        }
    }
}

impl Reject {
    /// Its cells as they stand in the input, unquoted.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        self.record.fields()
    }
}

#[derive(Debug)]
pub(crate) struct Worker<'a, E> {
    job: &'a Job<'a>,
    encoder: &'a E,
    cutter: Cutter,
    digits: Option<Digits>,
    /// Whether answers themselves are wanted, and not only scores.
    answers: bool,
    /// None where rows are not summed up, or not by their digits.
    points: Option<Points>,
    plain: Vec<Plain>,
    record: Record,
    scored: Scored,
    told: Told<'a>,
    fits: Fits<'a>,
    segments: Option<Adding<'a, Option<Complete>>>,
    groups: Option<Groups>,
    /// The places among the metadata of the columns that are summed up by, merged by, and that tell roles and versions.
    by: Option<usize>,
    merge: Option<usize>,
    role: Option<usize>,
    version: Option<usize>,
    /// Those of the columns that name a row.
    each: Option<Vec<usize>>,
}

impl<'a, E: Encoder> Worker<'a, E> {
    pub(crate) fn new(job: &'a Job<'a>, encoder: &'a E) -> Self {
        let quick = job.quick.clone();
        let digits = Digits::new(&job.columns, job.delimiter, &quick, &job.scorer);
        let points = digits.as_ref().filter(|_| job.wants.summary);
        let points = points.and_then(|digits| Points::new(digits, &quick, job.definition, &job.scorer));
        let told = Told::new(job.definition, &job.cells, &job.columns);
        let answers = job.wants.actions > 0 || job.wants.answers() || !told.is_empty();
        let more = points.as_ref().map(Points::none);
        Self {
            job,
            encoder,
            cutter: Cutter::new(&job.columns, job.delimiter, quick, UNANSWERED),
            plain: vec![Plain::default(); digits.as_ref().map_or(0, Digits::metadata)],
            digits,
            answers,
            points,
            record: Record::default(),
            scored: Scored::default(),
            told,
            fits: Fits::new(job.definition),
            segments: job.wants.summary.then(|| Adding::new(job.definition, &job.scorer, more)),
            groups: job.wants.answers().then(Groups::default),
            by: job.wants.by.map(|column| job.columns.metadata_index(column)),
            merge: job.wants.merge.map(|column| job.columns.metadata_index(column)),
            role: job.wants.role.map(|column| job.columns.metadata_index(column)),
            version: job.wants.version.map(|column| job.columns.metadata_index(column)),
            each: job.wants.each.as_ref().map(|each| each.iter().map(|at| job.columns.metadata_index(*at)).collect()),
        }
    }

    /// What was summed up over all blocks.
    pub(crate) fn finish(self) -> (Option<Segments>, Option<Groups>) {
        let Self { job, points, segments, groups, .. } = self;
        let segments = segments.map(|segments| {
            segments.finish(|summary, complete| {
                if let (Some(points), Some(complete)) = (&points, complete) {
                    summary.add_alphas(&complete.alphas(points, job.definition, &job.scorer));
                }
            })
        });
        (segments, groups)
    }

    /// Scores the rows of `bytes`, which is the block with this ticket, into `done`. On its own, it is optimised better.
    #[inline(never)]
    pub(crate) fn block(
        &mut self,
        bytes: &[u8],
        ticket: u64,
        done: &mut Done<E::Block>,
    ) -> Result<(), TooManySegments> {
        E::clear(&mut done.rows);
        done.rejects.clear();
        (done.scored, done.unasked, done.lines, done.bytes) = (0, 0, 0, bytes.len());
        (done.passed_over, done.blank) = (0, 0);
        let judged = self.job.passed_over.block(ticket);
        let mut sample = self.job.sample(ticket);
        let mut at = 0;
        while at < bytes.len() {
            if matches!(bytes[at], b'\n' | b'\r') {
                let (next, lines) = skip_empty_lines(bytes, at);
                at = next;
                done.lines += lines;
                continue;
            }
            done.lines += 1;
            if let Some(judged) = judged {
                if judged.passes(done.lines) {
                    at = self.record.read(bytes, at, self.job.delimiter);
                    done.passed_over += 1;
                    continue;
                }
                if let Some(why) = judged.refusal(done.lines) {
                    at = self.record.read(bytes, at, self.job.delimiter);
                    // The sheet hides empty ones too.
                    if is_blank(&self.record) {
                        (done.passed_over, done.blank) = (done.passed_over + 1, done.blank + 1);
                        continue;
                    }
                    let why = why.reason(&self.record, &self.job.columns, self.job.definition);
                    done.rejects.push(self.reject(done.lines, why.into()));
                    continue;
                }
            }
            let actions = self.job.first_actions(&mut sample, done.lines);
            let place = (ticket, done.lines);
            let found = self.found(bytes, at);
            if let Some(next) = found.filter(|_| actions.is_none())
                && self.packed(place, bytes, &mut done.rows)?
            {
                done.scored += 1;
                at = next;
                continue;
            }
            self.cutter.clear();
            if !self.told.is_empty() {
                self.cutter.codes.fill(UNANSWERED);
            }
            let (next, read) = match found.filter(|_| self.codes()).or_else(|| self.cutter.row(bytes, at)) {
                Some(next) => (next, Ok(())),
                None => {
                    let next = self.record.read(bytes, at, self.job.delimiter);
                    (next, self.careful(&bytes[at..next]))
                }
            };
            match read.and_then(|()| self.score(bytes)) {
                Ok(answers_unasked) => {
                    done.scored += 1;
                    done.unasked += u64::from(answers_unasked);
                    self.gather(place, bytes)?;
                    self.write(place, bytes, actions, &mut done.rows)?;
                }
                Err(refused) => {
                    self.record.read(bytes, at, self.job.delimiter);
                    if is_blank(&self.record) {
                        (done.passed_over, done.blank) = (done.passed_over + 1, done.blank + 1);
                    } else {
                        done.rejects.push(self.reject(done.lines, refused));
                    }
                }
            }
            at = next;
        }
        Ok(())
    }

    /// Puts the row to the others of its organisation.
    #[inline]
    fn gather(&mut self, place: (u64, u64), bytes: &[u8]) -> Result<(), TooManySegments> {
        let Some(groups) = &mut self.groups else { return Ok(()) };
        let cell = |at: Option<usize>| at.and_then(|at| self.cutter.cell_at(at, bytes));
        if let Some(each) = &self.each {
            let names = each.iter().map(|at| String::from_utf8_lossy(cell(Some(*at)).unwrap_or_default()).into_owned());
            let name = RowName { place, names: names.collect() };
            let key = name.key();
            return groups.add(
                self.job.definition,
                place,
                key.as_bytes(),
                None,
                &self.cutter.codes,
                &self.told.profile,
            );
        }
        let name = cell(self.merge).unwrap_or_default();
        groups.add(self.job.definition, place, name, cell(self.role), &self.cutter.codes, &self.told.profile)
    }

    /// Writes the row that was scored, and sums it up.
    #[inline]
    fn write(
        &mut self,
        place: (u64, u64),
        bytes: &[u8],
        actions: Option<Wanted>,
        rows: &mut E::Block,
    ) -> Result<(), TooManySegments> {
        let (job, scored) = (self.job, &self.scored);
        let fit = self.fits.of(&self.told.profile);
        let follows = fit.follows(actions, &self.cutter.codes);
        if let Some(segments) = &mut self.segments {
            let by = self.by.and_then(|by| Some(self.told.value(by, self.cutter.cell_at(by, bytes)?)));
            let (summary, _) = segments.part(by, place)?;
            summary.add(&job.scorer, scored, follows);
            summary.add_answers(job.definition, &job.scorer, &self.cutter.codes);
        }
        let Cutter { metadata, copied, .. } = &self.cutter;
        let metadata = metadata.iter().map(|span| Cell::Any(span.text(copied, bytes)));
        let actions = follows.actions.unwrap_or_default();
        self.encoder.row(rows, Row { metadata, organisation: None, scored, actions });
        Ok(())
    }

    /// Scores, writes and sums up the row whose digits were found, if it is one of the most usual.
    #[inline]
    fn packed(&mut self, place: (u64, u64), bytes: &[u8], rows: &mut E::Block) -> Result<bool, TooManySegments> {
        let Some(digits) = self.digits.as_mut().filter(|_| !self.answers) else { return Ok(false) };
        let Some(words) = digits.words() else { return Ok(false) };
        digits.used(true);
        let cell = |at: Option<usize>| at.and_then(|at| self.plain.get(at)).map(|cell| &bytes[cell.start..cell.end]);
        let (job, scored) = (self.job, &mut self.scored);
        if cell(self.version).is_some_and(|version| Self::own_version(job, version).is_err()) {
            return Ok(false);
        }
        job.scorer.score_packed(words, scored);
        if let Some(segments) = &mut self.segments {
            let (summary, complete) = segments.part(cell(self.by), place)?;
            let follows = self.fits.of(&self.told.profile).follows(None, &[]);
            match (complete, &self.points) {
                (Some(complete), Some(points)) if digits.others.is_empty() && job.definition.groups.is_empty() => {
                    summary.add_complete(&job.scorer, words, scored, follows);
                    complete.add(points, digits);
                }
                _ => {
                    job.scorer.keep_sums(words, scored);
                    summary.add(&job.scorer, scored, follows);
                    digits.codes(&mut self.cutter.codes);
                    summary.add_answers(job.definition, &job.scorer, &self.cutter.codes);
                }
            }
        }
        let metadata = self.plain.iter().map(|plain| Cell::plain(bytes, plain.start, plain.end));
        self.encoder.row(rows, Row { metadata, organisation: None, scored, actions: &[] });
        Ok(true)
    }

    /// Finds the digits and the metadata of the row at `at`, and gives the place of the next.
    #[inline]
    fn found(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let (digits, row) = (self.digits.as_mut()?, (bytes, at));
        match self.answers || self.segments.is_some() {
            true => digits.row::<true>(row, &self.cutter.quick, &mut self.plain),
            false => digits.row::<false>(row, &self.cutter.quick, &mut self.plain),
        }
    }

    /// Takes the answers and metadata of the row whose digits were found, if all of them are answers.
    #[inline]
    fn codes(&mut self) -> bool {
        let Some(digits) = &mut self.digits else { return false };
        let known = (self.answers || self.segments.is_some()) && digits.codes(&mut self.cutter.codes);
        digits.used(known);
        if known {
            self.cutter.metadata.extend(self.plain.iter().map(|plain| Span::bare(plain.start, plain.end)));
        }
        known
    }

    fn reject(&mut self, row: u64, BadRow { reason, strange, own }: BadRow) -> Reject {
        Reject { row, reason, record: std::mem::take(&mut self.record), strange, own }
    }

    /// Scores the row, and tells whether it answers a question that is not asked of it.
    #[inline]
    fn score(&mut self, bytes: &[u8]) -> Result<bool, BadRow> {
        if let Some(version) = self.version.and_then(|at| self.cutter.cell_at(at, bytes)) {
            Self::own_version(self.job, version)?;
        }
        let (mut asked, mut answers_unasked) = (self.cutter.codes.len(), false);
        if !self.told.is_empty() {
            let Cutter { metadata, copied, .. } = &self.cutter;
            self.told.read(|place| metadata[place].text(copied, bytes))?;
            let fit = self.fits.of(&self.told.profile);
            (asked, answers_unasked) = (fit.asked(), fit.drop_unasked(&mut self.cutter.codes));
        }
        if !self.job.scorer.score(&self.cutter.codes, &mut self.scored) {
            return Err(match asked {
                0 => answers::nothing_asked().into(),
                _ => say::nothing_applies().into(),
            });
        }
        if self.scored.open == asked {
            return Err(say::nothing_answered().into());
        }
        match self.job.wants.merge {
            Some(column) => self.named(&self.job.columns.list[column].header, bytes).map(|()| answers_unasked),
            None => Ok(answers_unasked),
        }
    }

    /// A row must not say that it answers a version whose points may mean something else.
    fn own_version(job: &Job<'_>, version: &[u8]) -> Result<(), BadRow> {
        let version = String::from_utf8_lossy(version);
        refused_row(&version, job.definition, job.wants.accept_major)
            .map_or(Ok(()), |reason| Err(BadRow { reason, strange: false, own: job.wants.version }))
    }

    /// A row to be merged must say whose it is.
    fn named(&self, header: &str, bytes: &[u8]) -> Result<(), BadRow> {
        let name = self.merge.and_then(|at| self.cutter.cell_at(at, bytes));
        let name = name.map(|name| plain(&String::from_utf8_lossy(name))).unwrap_or_default();
        if !(names_nobody(&name) || DITTO.contains(&name.as_str())) {
            return Ok(());
        }
        Err(say::no_value(&crate::text::clean(header.trim())).into())
    }

    /// Takes the answers and metadata of the record; else says why not.
    fn careful(&mut self, raw: &[u8]) -> Result<(), BadRow> {
        self.cutter.clear();
        let Self { job, record, cutter: Cutter { metadata, copied, codes, quick, .. }, .. } = self;
        read_row(record, raw, &job.columns, &job.cells, |cell| match cell {
            RowCell::Metadata(cell) | RowCell::Fact { cell, .. } => {
                let start = copied.len();
                copied.extend_from_slice(cell);
                metadata.push(Span::copied(start, copied.len()));
            }
            RowCell::Answer { question, cell, answer } => {
                codes[question] = code_of(answer);
                quick[question].remember(cell, code_of(answer));
            }
        })
    }
}
