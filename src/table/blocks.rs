//! Input in blocks of whole records, so that several workers can read at once and memory is blocks, not rows. What stands in
//! a record is not looked at.

use std::collections::VecDeque;
use std::io::{self, Read};

use super::ndjson::Lines;
use super::{LeftOut, Record, Refused, RefusedRow, cut, ndjson, skip_empty_lines};
use crate::words::table as say;

/// How much is read at once.
const BLOCK: usize = 128 << 10;
pub const MAX_RECORD: usize = 64 << 20;
/// How many records stand in the first block however small blocks are, as far as [`BLOCK`] holds them: whoever looks at the
/// head of a table finds it whole.
pub(crate) const HEAD: u64 = 12;

/// Why there is no next block.
#[derive(Debug)]
pub enum BlockError {
    Io(io::Error),
    /// A record is larger than [`MAX_RECORD`]: most often a quote that is never closed.
    TooLong,
}

/// A piece of the input that begins and ends with records. Made once and filled again and again.
#[derive(Debug, Default)]
pub(crate) struct Block {
    bytes: Vec<u8>,
    filled: usize,
    /// The place of the block in the order of the input.
    pub(crate) ticket: u64,
    /// What makes CSV of it, where it is none; and what that made.
    lines: Option<Lines>,
    csv: Vec<u8>,
    refused: Vec<RefusedRow>,
}

impl Block {
    /// What stands in the input.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.bytes[..self.filled]
    }

    /// Makes CSV of it where it is none, which takes longer than to read it.
    pub(crate) fn convert(&mut self) {
        if let Some(lines) = &mut self.lines {
            self.csv.clear();
            self.refused.clear();
            lines.read(&self.bytes[..self.filled], &mut self.csv, &mut self.refused);
        }
    }

    /// Its CSV.
    pub(crate) fn bytes(&self) -> &[u8] {
        if self.lines.is_some() { &self.csv } else { self.raw() }
    }

    /// The rows that could not be turned into CSV, whose numbers are those of its lines.
    pub(crate) fn take_refused(&mut self) -> impl Iterator<Item = RefusedRow> {
        self.refused.drain(..)
    }
}

#[derive(Debug)]
pub struct Blocks<R> {
    reader: R,
    delimiter: u8,
    size: usize,
    /// What was read already and belongs to the next block.
    carry: Vec<u8>,
    ended: bool,
    next: u64,
    /// The lengths of the first blocks, where they are known.
    lengths: VecDeque<usize>,
    /// Whether it is guessed where blocks may end.
    pub(crate) guess: bool,
    refused: Refused,
    /// What makes CSV of it, where it is NDJSON; and how many lines of it were read.
    lines: Option<Lines>,
    read: u64,
}

impl<R: Read> Blocks<R> {
    /// The records of `carry`, which was read already, and of `reader` behind it.
    pub(crate) fn new(carry: Vec<u8>, reader: R, delimiter: u8) -> Self {
        let (lengths, refused) = (VecDeque::new(), Refused::default());
        let (size, ended, next, guess, lines, read) = (BLOCK, false, 0, false, None, 0);
        Self { reader, delimiter, size, carry, ended, next, lengths, guess, refused, lines, read }
    }

    /// The same of NDJSON.
    #[must_use]
    pub(super) fn of_lines(self, lines: Option<Lines>) -> Self {
        Self { lines, ..self }
    }

    /// What makes CSV of it, where it is NDJSON.
    pub(super) fn lines(&self) -> Option<Lines> {
        self.lines.clone()
    }

    /// Where the keys of NDJSON are noted that are left out.
    pub fn left_out(&self) -> Option<LeftOut> {
        self.lines.as_ref().map(Lines::left_out)
    }

    /// A block to be filled.
    pub(crate) fn block(&self) -> Block {
        Block { lines: self.lines(), ..Block::default() }
    }

    /// The same, with the rows that could not be turned into CSV.
    #[must_use]
    pub fn with_refused(self, refused: Refused) -> Self {
        Self { refused, ..self }
    }

    /// The rows that could not be turned into CSV.
    pub(crate) fn refused(&self) -> Refused {
        self.refused.clone()
    }

    /// The same in blocks of about so many bytes. Results do not depend on it.
    #[must_use]
    pub fn with_size(self, size: usize) -> Self {
        Self { size: size.max(1), ..self }
    }

    /// The same, with the first blocks as long as they were found to be when the same input was read before: where they
    /// end need not be looked for again.
    #[must_use]
    pub(crate) fn with_lengths(self, lengths: impl Iterator<Item = usize>) -> Self {
        Self { lengths: lengths.collect(), ..self }
    }

    /// The same where it is known whether `carry` is all that there is.
    #[must_use]
    pub(super) fn ended(self, ended: bool) -> Self {
        Self { ended, ..self }
    }

    /// Whether it is known that there is one block at most, so that one worker has all of it.
    pub fn is_one(&self) -> bool {
        self.ended && self.carry.len() <= self.size
    }

    /// The same with ends of blocks that are guessed, and quicker to find: whoever reads the records must see that the last of each
    /// block is closed.
    #[must_use]
    pub fn guessed(self) -> Self {
        Self { guess: true, ..self }
    }

    /// Leaves out so many bytes of what was read already.
    pub(crate) fn pass_over(&mut self, bytes: usize) {
        self.read += count_lines(&self.carry[..bytes]);
        self.carry.drain(..bytes);
    }

    /// The cells of so many rows at most, of those that were read already as a whole; none of NDJSON.
    #[cfg(feature = "cli")]
    pub(crate) fn first_rows(&self, most: usize) -> Vec<Vec<String>> {
        let (mut rows, mut record, mut at) = (Vec::new(), Record::default(), 0);
        while self.lines.is_none() && rows.len() < most {
            (at, _) = skip_empty_lines(&self.carry, at);
            if at == self.carry.len() {
                break;
            }
            at = record.read(&self.carry, at, self.delimiter);
            // The last one may go on.
            if at == self.carry.len() && !rows.is_empty() && !self.carry.ends_with(b"\n") {
                break;
            }
            rows.push(record.fields().map(|field| String::from_utf8_lossy(field).into_owned()).collect());
        }
        rows
    }

    /// The first row as far as it was read already, where it ends, and how many lines there are up to it.
    pub(super) fn first(&self) -> (Record, usize, u64) {
        let mut record = Record::default();
        let Some(mut lines) = self.lines() else {
            let (start, empty) = skip_empty_lines(&self.carry, 0);
            let end = record.read(&self.carry, start, self.delimiter);
            return (record, end, empty + 1);
        };
        let (mut csv, mut end, mut number) = (Vec::new(), 0, 0);
        for line in ndjson::lines(&self.carry) {
            (end, number) = (end + line.len(), number + 1);
            csv.clear();
            lines.read(line, &mut csv, &mut Vec::new());
            if csv != b"\n" {
                break;
            }
        }
        record.read(&csv, 0, self.delimiter);
        (record, end, number)
    }

    /// Fills the next block. False at the end of the input, and after an error.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, BlockError> {
        block.ticket = self.next;
        self.next += 1;
        block.filled = 0;
        if let Some(length) = self.lengths.pop_front() {
            block.bytes.resize(block.bytes.len().max(length), 0);
            while block.filled < length && !(self.ended && self.carry.is_empty()) {
                self.fill(block, length)?;
            }
            return Ok(block.filled > 0);
        }
        let mut want = if self.is_one() { self.carry.len() } else { self.size };
        loop {
            block.bytes.resize(block.bytes.len().max(want), 0);
            self.fill(block, want)?;
            if self.ended && self.carry.is_empty() {
                return Ok(block.filled > 0);
            }
            let end = self.last_end(block.raw());
            if let Some(end) =
                end.filter(|end| want >= BLOCK || block.ticket > 0 || self.has_head(&block.bytes[..*end]))
            {
                self.carry.splice(0..0, block.bytes[end..block.filled].iter().copied());
                block.filled = end;
                self.read += if self.lines.is_some() { count_lines(block.raw()) } else { 0 };
                return Ok(true);
            }
            if block.filled < want {
                continue;
            }
            if want >= MAX_RECORD {
                self.ended = true;
                self.carry.clear();
                let line = self.lines.as_ref().map(|_| too_long(self.read + 1));
                return Err(line.map_or(BlockError::TooLong, BlockError::Io));
            }
            want = (want * 2).min(MAX_RECORD);
        }
    }

    /// The end of the last record that is complete in `bytes`.
    fn last_end(&self, bytes: &[u8]) -> Option<usize> {
        if self.lines.is_some() {
            return memchr::memrchr(b'\n', bytes).map(|at| at + 1);
        }
        let guess = if self.guess { cut::likely_end(bytes) } else { None };
        guess.or_else(|| cut::last_end(bytes, self.delimiter))
    }

    /// Whether these are so many records.
    fn has_head(&self, bytes: &[u8]) -> bool {
        let mut csv = Vec::new();
        let bytes = self.lines().map_or(bytes, |mut lines| {
            lines.read(bytes, &mut csv, &mut Vec::new());
            &csv
        });
        let (mut record, mut at, mut records) = (Record::default(), 0, 0);
        while at < bytes.len() && records < HEAD {
            at = record.read(bytes, at, self.delimiter);
            (at, _) = skip_empty_lines(bytes, at);
            records += 1;
        }
        records == HEAD
    }

    /// Reads until there are `want` bytes in the block, or so many of refused rows beside it that it has to do, or the input
    /// is at its end.
    fn fill(&mut self, block: &mut Block, want: usize) -> Result<(), BlockError> {
        let carried = self.carry.len().min(want - block.filled);
        block.bytes[block.filled..block.filled + carried].copy_from_slice(&self.carry[..carried]);
        block.filled += carried;
        self.carry.drain(..carried);
        let weight = self.refused.weight();
        while block.filled < want && !self.ended && !self.refused.is_heavy_since(weight) {
            match self.reader.read(&mut block.bytes[block.filled..want]) {
                Ok(0) => self.ended = true,
                Ok(read) => block.filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.ended = true;
                    return Err(BlockError::Io(error));
                }
            }
        }
        Ok(())
    }
}

fn count_lines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

/// A line of NDJSON is longer than a record may be.
pub(super) fn too_long(line: u64) -> io::Error {
    io::Error::other(say::long_line(line, MAX_RECORD >> 20))
}
