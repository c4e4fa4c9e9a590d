//! The beginning of an input: byte order mark, delimiter, and the header.
//!
//! The header is the record among the first few that matches most questions; what stands above it, such as a title, is
//! passed over. The delimiter is the one with which it does so.

use std::io::{self, Read};

use super::blocks::{Blocks, MAX_RECORD};
use super::columns::Matcher;
use super::record::{Record, skip_empty_lines};

/// Delimiters that are tried, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Among how many records the header is looked for.
const RECORDS: usize = 10;
const HEAD: usize = 64 << 10;

/// An input whose header was read.
#[derive(Debug)]
pub struct Opened<R> {
    /// The headers.
    pub header: Vec<String>,
    /// What separates fields.
    pub delimiter: u8,
    /// The number of the header's row, from 1; that of the first record is the next.
    pub row: u64,
    /// The records.
    pub blocks: Blocks<R>,
}

/// Why an input cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// It cannot be read.
    Io(io::Error),
    /// There is nothing in it.
    Empty,
    /// Its header is not UTF-8; the bytes of the header.
    NotUtf8(Vec<u8>),
}

struct Found {
    matches: usize,
    fields: usize,
    delimiter: u8,
    row: u64,
    end: usize,
    header: Vec<Vec<u8>>,
}

/// Reads the header. The delimiter is found unless it is given.
pub fn open<R: Read>(mut reader: R, matcher: &Matcher, delimiter: Option<u8>) -> Result<Opened<R>, OpenError> {
    let mut head = Vec::new();
    let mut want = HEAD;
    let delimiters = delimiter.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    loop {
        let ended = fill(&mut reader, &mut head, want).map_err(OpenError::Io)?;
        if head.starts_with(b"\xef\xbb\xbf") {
            head.drain(..3);
        }
        let tried = delimiters.iter().map(|delimiter| find(&head, *delimiter, ended, matcher));
        let tried: Vec<(Option<Found>, usize)> = tried.collect();
        let enough = ended || want >= MAX_RECORD || tried.iter().any(|(_, records)| *records >= RECORDS);
        let found = tried.into_iter().filter_map(|(found, _)| found);
        // The first of equals, which `max_by_key` would not give.
        let best = found.reduce(
            |best, other| {
                if (other.matches, other.fields) > (best.matches, best.fields) { other } else { best }
            },
        );
        match best {
            Some(found) if found.matches > 0 || enough => {
                let header = found.header.iter().map(|field| Ok(std::str::from_utf8(field)?.to_owned()));
                let header: Result<Vec<String>, std::str::Utf8Error> = header.collect();
                let header = header.map_err(|_| OpenError::NotUtf8(found.header.join(&b',')))?;
                let carry = head.split_off(found.end);
                let blocks = Blocks::new(carry, reader, found.delimiter);
                return Ok(Opened { header, delimiter: found.delimiter, row: found.row, blocks });
            }
            _ if enough => return Err(OpenError::Empty),
            _ => want *= 2,
        }
    }
}

/// Reads until there are `want` bytes. True at the end of the input.
fn fill(reader: &mut impl Read, head: &mut Vec<u8>, want: usize) -> io::Result<bool> {
    let missing = u64::try_from(want.saturating_sub(head.len())).unwrap_or(u64::MAX);
    let read = reader.take(missing).read_to_end(head)?;
    Ok(u64::try_from(read).unwrap_or(u64::MAX) < missing)
}

/// The best header among the first records, and how many there are, all complete.
fn find(head: &[u8], delimiter: u8, ended: bool, matcher: &Matcher) -> (Option<Found>, usize) {
    let mut record = Record::default();
    let mut best: Option<Found> = None;
    let (mut at, mut row) = (0, 0);
    for records in 0..RECORDS {
        let (start, empty) = skip_empty_lines(head, at);
        if start == head.len() {
            return (best, records);
        }
        at = record.read(head, start, delimiter);
        row += empty + 1;
        if at == head.len() && !ended {
            return (best, records);
        }
        let texts: Vec<_> = record.fields().map(|field| String::from_utf8_lossy(field)).collect();
        let matches = matcher.count(texts.iter().map(AsRef::as_ref));
        if best.as_ref().is_none_or(|best| matches > best.matches) {
            let header = record.fields().map(<[u8]>::to_vec).collect();
            best = Some(Found { matches, fields: record.len(), delimiter, row, end: at, header });
        }
    }
    (best, RECORDS)
}
