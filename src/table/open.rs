//! The beginning of an input: byte order mark, delimiter, and the header.
//!
//! The header is the first record with at least half as many wanted cells as the best one among the first few: what stands
//! above it, such as a title, is passed over, and a second table below it is not taken for the first. The delimiter is the
//! one with which most cells are wanted. What is wanted is the caller's to say.

use std::io::{self, Read};

use super::refused::HEAVY;
use super::{Blocks, MAX_RECORD, Refused};
use super::{Record, skip_empty_lines};

/// Delimiters that are tried, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Among how many records the header is looked for.
const RECORDS: usize = 10;
const HEAD: usize = 64 << 10;

/// What the caller looks for in headers.
pub trait HeaderWords {
    /// Whether a column under this header is wanted.
    fn is_wanted(&self, header: &str) -> bool;

    /// How many of the cells of a row are wanted as headers. Quick: one row is asked about after another.
    fn count(&self, row: &[&str]) -> usize {
        row.iter().filter(|header| self.is_wanted(header)).count()
    }
}

/// An input whose header was read.
#[derive(Debug)]
pub struct Opened<R> {
    pub header: Vec<String>,
    pub delimiter: u8,
    /// The number of the header's row, from 1; that of the first record is the next.
    pub row: u64,
    /// How many records stand above it.
    pub above: u64,
    /// How many cells of the best header are wanted.
    pub wanted: usize,
    pub blocks: Blocks<R>,
}

/// Why an input cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    Io(io::Error),
    Empty,
    /// Its first record is longer than [`MAX_RECORD`].
    TooLong,
    /// Its header is not UTF-8; the bytes of the header.
    NotUtf8(Vec<u8>),
}

struct Found {
    /// How many cells of the best record are wanted.
    matches: usize,
    fields: usize,
    delimiter: u8,
    row: u64,
    above: u64,
    end: usize,
    header: Vec<Vec<u8>>,
}

/// Reads the header. The delimiter is found unless it is given; `refused` has the rows that are beside the text.
pub fn open<R: Read>(
    mut reader: R,
    wanted: &impl HeaderWords,
    delimiter: Option<u8>,
    refused: Refused,
) -> Result<Opened<R>, OpenError> {
    let mut head = Vec::new();
    let mut want = HEAD;
    let delimiters = delimiter.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    loop {
        let ended = fill(&mut reader, &mut head, want, &refused).map_err(OpenError::Io)?;
        let heavy = !ended && head.len() < want;
        if head.starts_with(b"\xef\xbb\xbf") {
            head.drain(..3);
        }
        let tried = delimiters.iter().map(|delimiter| find(&head, *delimiter, ended, wanted));
        let tried: Vec<(Option<Found>, usize)> = tried.collect();
        // With a wrong delimiter, the lines of a long quoted header are records too: all have to be complete.
        let enough = ended || heavy || want >= MAX_RECORD || tried.iter().all(|(_, records)| *records >= RECORDS);
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
                let blocks = Blocks::new(carry, reader, found.delimiter).with_refused(refused);
                let Found { delimiter, row, above, matches: wanted, .. } = found;
                return Ok(Opened { header, delimiter, row, above, wanted, blocks });
            }
            _ if enough => return Err(if ended || heavy { OpenError::Empty } else { OpenError::TooLong }),
            _ => want *= 2,
        }
    }
}

/// Reads until there are `want` bytes, or so many of refused rows beside them that it has to do. True at the end of the
/// input.
fn fill(reader: &mut impl Read, head: &mut Vec<u8>, want: usize, refused: &Refused) -> io::Result<bool> {
    let weight = refused.weight();
    while head.len() < want && refused.weight().wrapping_sub(weight) < HEAVY {
        let filled = head.len();
        head.resize(want, 0);
        let read = reader.read(&mut head[filled..]);
        head.truncate(filled + *read.as_ref().unwrap_or(&0));
        match read {
            Ok(0) => return Ok(true),
            Err(error) if error.kind() != io::ErrorKind::Interrupted => return Err(error),
            Ok(_) | Err(_) => {}
        }
    }
    Ok(false)
}

/// The header among the first records, and how many there are, all complete.
fn find(head: &[u8], delimiter: u8, ended: bool, wanted: &impl HeaderWords) -> (Option<Found>, usize) {
    let mut record = Record::default();
    let mut tried: Vec<Found> = Vec::new();
    let (mut at, mut row) = (0, 0);
    while tried.len() < RECORDS {
        let (start, empty) = skip_empty_lines(head, at);
        if start == head.len() {
            break;
        }
        at = record.read(head, start, delimiter);
        row += empty + 1;
        if at == head.len() && !ended {
            break;
        }
        let texts: Vec<_> = record.fields().map(|field| String::from_utf8_lossy(field)).collect();
        let matches = wanted.count(&texts.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        let above = u64::try_from(tried.len()).expect("they are ten at most");
        let header = record.fields().map(<[u8]>::to_vec).collect();
        tried.push(Found { matches, fields: record.len(), delimiter, row, above, end: at, header });
    }
    let records = tried.len();
    let best = tried.iter().map(|found| found.matches).max().unwrap_or_default();
    let first = tried.into_iter().find(|found| found.matches * 2 >= best);
    (first.map(|found| Found { matches: best, ..found }), records)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Wanted;

    impl HeaderWords for Wanted {
        fn is_wanted(&self, header: &str) -> bool {
            ["skills-path", "skills-change", "skills-training"].contains(&header)
        }
    }

    fn opened(text: &str) -> (Vec<String>, u8, u64, u64) {
        let opened = open(text.as_bytes(), &Wanted, None, Refused::default()).unwrap();
        (opened.header, opened.delimiter, opened.row, opened.above)
    }

    #[test]
    fn the_first_good_header_wins_and_titles_do_not() {
        let (header, _, row, above) = opened("Survey\n\nskills-path, 2026\nwho,skills-path,skills-change\na,1,2\n");
        assert_eq!((header[0].as_str(), row, above), ("skills-path", 3, 1));
        let (header, _, row, above) = opened(
            "Survey\nskill-path,skills-change,skills-training\n1,2,3\nskills-path,skills-change,skills-training\n",
        );
        assert_eq!((header[0].as_str(), row, above), ("skill-path", 2, 1));
    }

    #[test]
    fn a_long_header_of_many_lines_is_read_to_its_end() {
        let comments: Vec<String> =
            (0..400).map(|at| format!("\"Comment {at}:\n{}\"", "as you like ".repeat(20))).collect();
        let text = format!("{},skills-path\n{}3\n", comments.join(","), ",".repeat(400));
        let (header, delimiter, row, _) = opened(&text);
        assert_eq!((header.len(), delimiter, row), (401, b',', 1));
    }
}
