//! Input in blocks of whole records, so that several workers can read at once and memory is blocks, not rows.
//!
//! A block is cut behind its last line feed outside quotes. Each quote is checked to stand where quotes belong; in a block
//! where one does not (`5" pipe`) the end is found byte by byte instead.

use std::io::{self, Read};

use super::{Refused, record};

/// How much is read at once.
const BLOCK: usize = 256 << 10;
/// The largest record.
pub const MAX_RECORD: usize = 64 << 20;

/// Why there is no next block.
#[derive(Debug)]
pub(crate) enum BlockError {
    /// The input cannot be read.
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
    /// The records.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.filled]
    }
}

/// The input behind the header.
#[derive(Debug)]
pub struct Blocks<R> {
    reader: R,
    delimiter: u8,
    size: usize,
    /// What was read already and belongs to the next block.
    carry: Vec<u8>,
    ended: bool,
    next: u64,
    refused: Refused,
}

impl<R: Read> Blocks<R> {
    /// The records of `carry`, which was read already, and of `reader` behind it.
    pub(crate) fn new(carry: Vec<u8>, reader: R, delimiter: u8) -> Self {
        Self { reader, delimiter, size: BLOCK, carry, ended: false, next: 0, refused: Refused::default() }
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

    /// What was read already of the records.
    pub fn begun(&self) -> &[u8] {
        &self.carry
    }

    /// Fills the next block. False at the end of the input, and after an error.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, BlockError> {
        block.ticket = self.next;
        self.next += 1;
        block.filled = 0;
        let mut want = self.size;
        loop {
            block.bytes.resize(block.bytes.len().max(want), 0);
            self.fill(block, want)?;
            if self.ended && self.carry.is_empty() {
                return Ok(block.filled > 0);
            }
            if let Some(end) = cut(block.bytes(), self.delimiter) {
                self.carry.splice(0..0, block.bytes[end..block.filled].iter().copied());
                block.filled = end;
                return Ok(true);
            }
            if want >= MAX_RECORD {
                self.ended = true;
                self.carry.clear();
                return Err(BlockError::TooLong);
            }
            want = (want * 2).min(MAX_RECORD);
        }
    }

    /// Reads until there are `want` bytes in the block, or the input is at its end.
    fn fill(&mut self, block: &mut Block, want: usize) -> Result<(), BlockError> {
        let carried = self.carry.len().min(want - block.filled);
        block.bytes[block.filled..block.filled + carried].copy_from_slice(&self.carry[..carried]);
        block.filled += carried;
        self.carry.drain(..carried);
        while block.filled < want && !self.ended {
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

/// The end of the last record in `bytes`, which begin with one.
fn cut(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let found = if memchr::memchr(b'"', bytes).is_none() {
        memchr::memrchr(b'\n', bytes).map(|at| at + 1)
    } else {
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let dense = memchr::memchr_iter(b'"', sample).count() * DENSE > sample.len();
        let cut = if dense { cut_by_parity(bytes, delimiter) } else { cut_by_fields(bytes, delimiter) };
        cut.unwrap_or_else(|Misplaced| record::last_end(bytes, delimiter))
    };
    // Files from old Macs have no line feeds.
    found.or_else(|| record::last_end(bytes, delimiter))
}

/// How many bytes tell whether quotes are dense: one in so many.
const SAMPLE: usize = 4 << 10;
const DENSE: usize = 16;

/// A quote does not stand where it opens a field, closes one, or is one of two within quotes.
struct Misplaced;

/// The end of the last record, found from quote to quote: quick where there are few.
fn cut_by_fields(bytes: &[u8], delimiter: u8) -> Result<Option<usize>, Misplaced> {
    let boundary = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let quote = |from: usize| memchr::memchr(b'"', &bytes[from..]).map(|at| from + at);
    let mut end = None;
    let mut at = 0;
    loop {
        let open = quote(at).unwrap_or(bytes.len());
        end = memchr::memrchr(b'\n', &bytes[at..open]).map(|feed| at + feed + 1).or(end);
        if open == bytes.len() {
            return Ok(end);
        }
        if open > 0 && !boundary(bytes[open - 1]) {
            return Err(Misplaced);
        }
        let mut close = open + 1;
        loop {
            let Some(found) = quote(close) else { return Ok(end) };
            match bytes.get(found + 1) {
                None => return Ok(end),
                Some(b'"') => close = found + 2,
                Some(byte) if boundary(*byte) => {
                    at = found + 1;
                    break;
                }
                Some(_) => return Err(Misplaced),
            }
        }
    }
}

/// The same on bits, 64 bytes at a time: quick where there are many quotes.
fn cut_by_parity(bytes: &[u8], delimiter: u8) -> Result<Option<usize>, Misplaced> {
    let boundary = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let mut end = None;
    // Whether what comes next is within quotes, and whether it stands behind a closing quote; each 0 or 1.
    let (mut inside, mut closed) = (0u64, 0u64);
    for (start, chunk) in (0usize..).step_by(64).zip(bytes.chunks(64)) {
        let mut padded = [b' '; 64];
        let chunk: &[u8; 64] = match chunk.try_into() {
            Ok(chunk) => chunk,
            Err(_) => {
                padded[..chunk.len()].copy_from_slice(chunk);
                // What follows the last quote is not known yet.
                padded[chunk.len()] = b'\r';
                &padded
            }
        };
        let before = start.checked_sub(1).map(|at| bytes[at]);
        let was_quote = u64::from(before == Some(b'"'));
        let was_boundary = u64::from(before.is_none_or(boundary));
        let quotes = places(chunk, b'"');
        let feeds = places(chunk, b'\n');
        let boundaries = feeds | places(chunk, delimiter) | places(chunk, b'\r');
        let within = prefix_xor(quotes) ^ 0u64.wrapping_sub(inside);
        let (opening, closing) = (quotes & within, quotes & !within);
        let misplaced_open = opening & !(boundaries << 1 | was_boundary | quotes << 1 | was_quote);
        let behind_closing = closing << 1 | closed;
        if misplaced_open != 0 || behind_closing & !(boundaries | quotes) != 0 {
            return Err(Misplaced);
        }
        let ends = feeds & !within;
        if ends != 0 {
            end = Some(start + usize::try_from(64 - ends.leading_zeros()).unwrap_or(0));
        }
        inside = within >> 63;
        closed = closing >> 63;
    }
    Ok(end)
}

/// A bit for each byte that is `wanted`, the first in the lowest.
#[inline]
fn places(bytes: &[u8; 64], wanted: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let pattern = u64::from_ne_bytes([wanted; 8]);
    let mut places = 0;
    for (at, word) in bytes.as_chunks::<8>().0.iter().enumerate() {
        let other = u64::from_le_bytes(*word) ^ pattern;
        // The highest bit of each byte that is zero, exactly.
        let zero = !(((other & LOW) + LOW) | other | LOW);
        // Multiplying gathers the eight bits in the highest byte.
        places |= ((zero >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (at * 8);
    }
    places
}

/// Each bit is the exclusive or of all bits up to it.
#[inline]
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bits_stand_where_bytes_do() {
        let mut bytes = [b'x'; 64];
        for at in [0, 1, 7, 8, 9, 31, 62, 63] {
            bytes[at] = b'"';
        }
        let expected = [0, 1, 7, 8, 9, 31, 62, 63].iter().fold(0, |bits, at| bits | 1u64 << at);
        assert_eq!(places(&bytes, b'"'), expected);
        assert_eq!(prefix_xor(0b1001_0010) & 0xff, 0b1000_1110);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_cut_is_where_the_reference_has_it(text in "[a,\"\n]{0,200}") {
            let bytes = text.as_bytes();
            for cut in [cut_by_fields, cut_by_parity] {
                if let Ok(end) = cut(bytes, b',') {
                    // A carriage return ends a record only where there is no line feed to do so.
                    prop_assert_eq!(end, record::last_end(bytes, b','));
                }
            }
            prop_assert_eq!(cut(bytes, b','), record::last_end(bytes, b','));
        }

        #[test]
        fn a_cut_of_well_formed_records_is_where_the_reference_has_it(
            fields in proptest::collection::vec(("[a,\"\n\r]{0,30}", any::<bool>()), 1..40),
        ) {
            let mut text = String::new();
            for (field, last) in fields {
                text += &format!("\"{}\"{}", field.replace('"', "\"\""), if last { "\r\n" } else { "," });
            }
            for cut in [cut_by_fields, cut_by_parity] {
                let end = cut(text.as_bytes(), b',').unwrap_or_else(|Misplaced| panic!("a quote is misplaced"));
                prop_assert_eq!(end, record::last_end(text.as_bytes(), b','));
            }
        }
    }
}
