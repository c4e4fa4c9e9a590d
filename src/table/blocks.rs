//! Input in blocks of whole records, so that several workers can read at once and memory is blocks, not rows. What stands in
//! a record is not looked at.

use std::collections::VecDeque;
use std::io::{self, Read};

use super::{Record, Refused, cut, skip_empty_lines};

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
}

impl Block {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.filled]
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
}

impl<R: Read> Blocks<R> {
    /// The records of `carry`, which was read already, and of `reader` behind it.
    pub(crate) fn new(carry: Vec<u8>, reader: R, delimiter: u8) -> Self {
        let (lengths, refused) = (VecDeque::new(), Refused::default());
        Self { reader, delimiter, size: BLOCK, carry, ended: false, next: 0, lengths, guess: false, refused }
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

    /// The same with ends of blocks that are guessed, and quicker to find: whoever reads the records must see that the last of each
    /// block is closed.
    #[must_use]
    pub fn guessed(self) -> Self {
        Self { guess: true, ..self }
    }

    /// Leaves out so many bytes of what was read already.
    pub(crate) fn pass_over(&mut self, bytes: usize) {
        self.carry.drain(..bytes);
    }

    /// What was read already of the records.
    pub fn begun(&self) -> &[u8] {
        &self.carry
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
        let mut want = self.size;
        loop {
            block.bytes.resize(block.bytes.len().max(want), 0);
            self.fill(block, want)?;
            if self.ended && self.carry.is_empty() {
                return Ok(block.filled > 0);
            }
            let guess = if self.guess { cut::likely_end(block.bytes()) } else { None };
            let end = guess.or_else(|| cut::last_end(block.bytes(), self.delimiter));
            if let Some(end) =
                end.filter(|end| want >= BLOCK || block.ticket > 0 || self.has_head(&block.bytes[..*end]))
            {
                self.carry.splice(0..0, block.bytes[end..block.filled].iter().copied());
                block.filled = end;
                return Ok(true);
            }
            if block.filled < want {
                continue;
            }
            if want >= MAX_RECORD {
                self.ended = true;
                self.carry.clear();
                return Err(BlockError::TooLong);
            }
            want = (want * 2).min(MAX_RECORD);
        }
    }

    /// Whether these are so many records.
    fn has_head(&self, bytes: &[u8]) -> bool {
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
