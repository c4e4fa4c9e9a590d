//! The beginning of an input: byte order mark, delimiter, and the header.
//!
//! The header is the one of the first records that names most of what is wanted, and of equals the first: what stands above
//! it, such as a title or a row of codes, is passed over. A record above it that fits nearly as well goes before it, so that
//! neither a second table nor a row of data that happens to look like a header is taken for one. The delimiter is the one
//! with which most is named. What is wanted is the caller's to say. Where the header is known, nothing is to be found out.

use std::collections::HashSet;
use std::io::{self, Read};
use std::sync::Arc;

use super::blocks::too_long;
use super::header::{DELIMITERS, Found, HeaderWords, MAX_COLUMNS, by_use, find};
use super::ndjson::{self, Lines};
use super::{Blocks, MAX_RECORD, Refused};
use super::{Record, skip_empty_lines};

/// Among how many records the header is looked for.
const RECORDS: usize = 30;
const HEAD: usize = 64 << 10;
/// The most bytes of the header with all that stands above it: it is kept, and looked at with every delimiter.
pub const MAX_HEADER: usize = 4 << 20;
/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// An input whose header was read.
#[derive(Debug)]
pub struct Opened<R> {
    pub header: Vec<String>,
    pub delimiter: u8,
    /// The number of the header's row, from 1; that of the first record is the next.
    pub row: u64,
    /// The cells of the records above it.
    pub above: Vec<Vec<String>>,
    /// How many wanted things the header names.
    pub wanted: usize,
    pub blocks: Blocks<R>,
    /// How much was read to find the header, and where the record below it begins.
    read: usize,
    begin: usize,
}

impl<R: Read> Opened<R> {
    /// The records of the same input, which `reader` gives once more from its beginning.
    pub fn again(&self, mut reader: R, refused: Refused) -> io::Result<Blocks<R>> {
        let (mut head, mut want, mut ended) = (Vec::new(), HEAD, false);
        // In the same steps, so that blocks begin and end where they did.
        while want <= self.read {
            ended = fill(&mut reader, &mut head, want, &refused)?;
            want *= 2;
        }
        let carry = head.split_off(self.begin.min(head.len()));
        let blocks = Blocks::new(carry, reader, self.delimiter).ended(ended);
        Ok(blocks.with_refused(refused).of_lines(self.blocks.lines()))
    }

    /// The cells of the record below the header, as far as it was read already.
    pub fn below(&self) -> Vec<String> {
        let (record, ..) = self.blocks.first();
        record.fields().map(|field| String::from_utf8_lossy(field).into_owned()).collect()
    }

    /// Passes over so many records below the header, which belong to it and were read already.
    pub fn pass_over(&mut self, records: usize) {
        for _ in 0..records {
            let (_, end, lines) = self.blocks.first();
            self.blocks.pass_over(end);
            self.begin += end;
            self.row += lines;
        }
    }
}

/// Why an input cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    Io(io::Error),
    Empty,
    /// No line of it is an object with keys: the first that is none, and why.
    NoObject(u64, String),
    /// Its header is longer than [`MAX_HEADER`].
    TooLong,
    /// Its header has more than [`MAX_COLUMNS`].
    TooWide,
    /// Its header is not UTF-8.
    NotText,
}

/// Reads the header. The delimiter is found unless it is given; `refused` has the rows that are beside the text.
pub fn open<R: Read>(
    reader: R,
    wanted: &impl HeaderWords,
    delimiter: Option<u8>,
    refused: Refused,
) -> Result<Opened<R>, OpenError> {
    let delimiters = delimiter.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    begin(reader, wanted, &delimiters, RECORDS, refused)
}

/// The same of CSV that was made of something else, of which the first record is the header whatever stands in it.
pub fn open_converted<R: Read>(reader: R, wanted: &impl HeaderWords, refused: Refused) -> Result<Opened<R>, OpenError> {
    begin(reader, wanted, b",", 1, refused)
}

/// Opens NDJSON: its header are the keys of its first lines, and it has no row for them.
pub fn open_lines<R: Read>(mut reader: R, wanted: Arc<dyn HeaderWords>) -> Result<Opened<R>, OpenError> {
    let (mut head, mut want) = (Vec::new(), ndjson::HEAD);
    let end = loop {
        let ended = fill(&mut reader, &mut head, want, &Refused::default()).map_err(OpenError::Io)?;
        let last = memchr::memchr(b'\n', &head[(ndjson::HEAD - 1).min(head.len())..]);
        let end = last.map_or(head.len(), |last| ndjson::HEAD + last);
        let begin = memchr::memrchr(b'\n', &head[..end.saturating_sub(1)]).map_or(0, |before| before + 1);
        if end - begin > MAX_RECORD {
            return Err(OpenError::Io(too_long(ndjson::lines(&head[..begin]).count() as u64 + 1)));
        }
        if last.is_some() || ended {
            break end;
        }
        want *= 2;
    };
    let mut lines = Lines::new(&head[..end], wanted);
    let header = lines.columns().to_vec();
    if header.is_empty() {
        let mut refused = Vec::new();
        lines.read(&head[..end], &mut Vec::new(), &mut refused);
        let first = refused.into_iter().next();
        return Err(first.map_or(OpenError::Empty, |first| OpenError::NoObject(first.row, first.reason)));
    }
    if header.len() > MAX_COLUMNS {
        return Err(OpenError::TooWide);
    }
    if header.iter().map(String::len).sum::<usize>() > MAX_HEADER {
        return Err(OpenError::TooLong);
    }
    let names = lines.wanted.names(&header.iter().map(String::as_str).collect::<Vec<_>>());
    let wanted = names.iter().flatten().collect::<HashSet<_>>().len();
    let blocks = Blocks::new(head, reader, b',').of_lines(Some(lines));
    Ok(Opened { header, delimiter: b',', row: 0, above: Vec::new(), wanted, blocks, read: want, begin: 0 })
}

/// The first record of a table as it stands in its bytes, with its line end if it has one; none where a quote is not closed. Its
/// delimiter is the one with which it has the most fields.
pub fn first_record(bytes: &[u8], delimiter: Option<u8>) -> Option<&[u8]> {
    let mark = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    let (at, _) = skip_empty_lines(bytes, mark);
    let delimiters = delimiter.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    let mut record = Record::default();
    let read = delimiters.into_iter().map(|delimiter| {
        let end = record.read(bytes, at, delimiter);
        (record.len(), Some(end).filter(|_| !record.unclosed))
    });
    // Of equals the most usual.
    let (_, end) = read.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    end.map(|end| &bytes[..end])
}

/// The header is among so many `records`.
fn begin<R: Read>(
    mut reader: R,
    wanted: &impl HeaderWords,
    delimiters: &[u8],
    records: usize,
    refused: Refused,
) -> Result<Opened<R>, OpenError> {
    let mut head = Vec::new();
    let mut want = HEAD;
    loop {
        let ended = fill(&mut reader, &mut head, want, &refused).map_err(OpenError::Io)?;
        let heavy = !ended && head.len() < want;
        let mark = if head.starts_with(MARK) { MARK.len() } else { 0 };
        let text = &head[mark..];
        // With all that stand nowhere the same is found.
        let mut nowhere = false;
        let try_it =
            |delimiter: &&u8| memchr::memchr(**delimiter, text).is_some() || !std::mem::replace(&mut nowhere, true);
        let (mut best, mut complete): (Option<Found>, bool) = (None, true);
        for delimiter in by_use(text, delimiters).iter().filter(try_it) {
            let (found, read) = find(text, *delimiter, ended, records, best.as_ref(), wanted);
            complete &= read >= records;
            best = found.or(best);
        }
        // With a wrong delimiter, the lines of a long quoted header are records too: all have to be complete.
        let enough = ended || heavy || want >= MAX_HEADER || complete;
        match best {
            Some(found) if found.fields > MAX_COLUMNS && (found.matches > 0 || enough) => {
                return Err(OpenError::TooWide);
            }
            Some(found) if found.matches > 0 || enough => {
                let header = found.header.iter().map(|field| Ok(std::str::from_utf8(field)?.to_owned()));
                let header: Result<Vec<String>, std::str::Utf8Error> = header.collect();
                let header = header.map_err(|_| OpenError::NotText)?;
                let begin = mark + found.end;
                let blocks = Blocks::new(head.split_off(begin), reader, found.delimiter).ended(ended);
                let blocks = blocks.with_refused(refused);
                let Found { delimiter, row, above, matches: wanted, .. } = found;
                return Ok(Opened { header, delimiter, row, above, wanted, blocks, read: want, begin });
            }
            _ if enough => return Err(if ended || heavy { OpenError::Empty } else { OpenError::TooLong }),
            _ => want *= 2,
        }
    }
}

/// Reads until there are `want` bytes, or so many of refused rows beside them that it has to do. True at the end of the
/// input.
fn fill(reader: &mut impl Read, head: &mut Vec<u8>, want: usize, refused: &Refused) -> io::Result<bool> {
    let (weight, mut filled) = (refused.weight(), head.len());
    head.resize(want.max(filled), 0);
    let ended = loop {
        if filled >= want || refused.is_heavy_since(weight) {
            break Ok(false);
        }
        match reader.read(&mut head[filled..]) {
            Ok(0) => break Ok(true),
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break Err(error),
        }
    };
    head.truncate(filled);
    ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Wanted;

    impl HeaderWords for Wanted {
        fn is_wanted(&self, header: &str) -> bool {
            self.names(&[header])[0].is_some()
        }

        fn names(&self, row: &[&str]) -> Vec<Option<usize>> {
            let ids = ["skills-path", "skills-change", "skills-training", "skills-onboarding"];
            let texts = ["Which path?", "What changes?", "Which training?", "Which induction?"];
            let name = |header: &&str| [ids, texts].iter().find_map(|of| of.iter().position(|name| name == header));
            row.iter().map(name).collect()
        }
    }

    fn opened(text: &str) -> (Vec<String>, u8, u64, usize) {
        let opened = open(text.as_bytes(), &Wanted, None, Refused::default()).unwrap();
        (opened.header, opened.delimiter, opened.row, opened.above.len())
    }

    #[test]
    fn the_first_record_ends_where_its_last_cell_does() {
        let first =
            |text: &'static str| first_record(text.as_bytes(), None).map(|bytes| str::from_utf8(bytes).unwrap());
        assert_eq!(first("a,5\" disk,b\n1,2\" disk,3\n"), Some("a,5\" disk,b\n"));
        assert_eq!(first("\u{feff}\"a\nb\";c\r\n1;2\r\n"), Some("\u{feff}\"a\nb\";c\r\n"));
        assert_eq!(first("a\tb"), Some("a\tb"));
        assert_eq!(first("a,\"b\n1,2\n"), None);
        assert_eq!(first_record(b"a,b|c,d", Some(b'|')), Some(b"a,b|c,d".as_slice()));
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
    fn a_header_is_never_taken_from_below_one_that_fits() {
        for (text, row) in [
            // Codes above texts, of which some are ids.
            ("q1,skills-change,skills-path\nWhich training?,What changes?,Which path?\n1,2,3\n", 2),
            ("skills-change,skills-path\nWhat changes?,Which path?\n1,2\n", 1),
            ("who,q1,q2\n,Which training?,What changes?\n,Response,Response\na,1,2\n", 2),
            // Data that look like ids.
            ("skills-path,best,worst,next\n3,skills-change,skills-onboarding,skills-training\n", 1),
            ("who,skills-path,best,worst\na,3,skills-change,skills-change\n", 1),
            ("Survey of skills-path\n\nskills-path\nwho,skills-path,skills-change,skills-training\n", 4),
        ] {
            assert_eq!(opened(text).2, row, "{text}");
        }
        let opened = open_converted(&b"x,y\nskills-path,skills-change\n"[..], &Wanted, Refused::default()).unwrap();
        assert_eq!((opened.header, opened.row), (vec!["x".to_owned(), "y".to_owned()], 1));
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
