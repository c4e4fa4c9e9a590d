//! Which of the first records of an input is its header, read with one delimiter or another.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::fmt;

use super::{Record, skip_empty_lines};

/// Delimiters that are tried, the most usual first.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The most columns of a table; a spreadsheet has no more. Whoever makes CSV of something else may stop at one more.
pub const MAX_COLUMNS: usize = 16_384;

/// What the caller looks for in headers.
pub trait HeaderWords: fmt::Debug + Send + Sync {
    /// Whether a column under this header is wanted.
    fn is_wanted(&self, header: &str) -> bool;

    /// Whether a cell under this header may be a list.
    fn takes_list(&self, _header: &str) -> bool {
        false
    }

    /// What the cells of a row name as headers, by numbers of the caller. Quick: one row is asked about after another.
    fn names(&self, row: &[&str]) -> Vec<Option<usize>>;
}

/// A record that may be the header.
pub(super) struct Found {
    /// What its cells name, once they were asked about, and how many different things.
    names: Vec<Option<usize>>,
    pub(super) matches: usize,
    /// How many of its cells are not empty.
    filled: usize,
    pub(super) fields: usize,
    pub(super) delimiter: u8,
    pub(super) row: u64,
    pub(super) above: Vec<Vec<String>>,
    pub(super) end: usize,
    pub(super) header: Vec<Vec<u8>>,
}

/// The delimiters, those first that stand most often in the first line: beside the one that is right, others need hardly be tried.
pub(super) fn by_use(text: &[u8], delimiters: &[u8]) -> Vec<u8> {
    let line = &text[skip_empty_lines(text, 0).0..];
    let line = &line[..memchr::memchr2(b'\n', b'\r', line).unwrap_or(line.len())];
    let mut delimiters = delimiters.to_vec();
    delimiters.sort_by_key(|delimiter| Reverse(memchr::memchr_iter(*delimiter, line).count()));
    delimiters
}

/// The header among so many records at most, if it goes before the `best` one with another delimiter; and how many of them there
/// are, all complete.
pub(super) fn find(
    head: &[u8],
    delimiter: u8,
    ended: bool,
    records: usize,
    best: Option<&Found>,
    wanted: &impl HeaderWords,
) -> (Option<Found>, usize) {
    let mut record = Record::default();
    let mut tried: Vec<Found> = Vec::new();
    let (mut at, mut row) = (0, 0);
    while tried.len() < records {
        let (start, empty) = skip_empty_lines(head, at);
        if start == head.len() {
            break;
        }
        at = record.read(head, start, delimiter);
        row += empty + 1;
        // One that is too wide is so before it ends.
        if at == head.len() && !ended && record.len() <= MAX_COLUMNS {
            break;
        }
        let header: Vec<Vec<u8>> = record.fields().take(MAX_COLUMNS).map(<[u8]>::to_vec).collect();
        let (fields, names, above) = (record.len(), Vec::new(), Vec::new());
        tried.push(Found { names, matches: 0, filled: 0, fields, delimiter, row, above, end: at, header });
    }
    let read = tried.len();
    let goes_before = |rank| best.is_none_or(|best| rank > best.rank(best.matches));
    // A record has a name for each of its cells at most.
    tried.iter_mut().filter(|found| goes_before(found.rank(found.fields))).for_each(|found| found.ask(wanted));
    if !tried.iter().any(|found| goes_before(found.rank(found.matches))) {
        return (None, read);
    }
    tried.iter_mut().filter(|found| found.names.is_empty()).for_each(|found| found.ask(wanted));
    (header(tried).filter(|found| goes_before(found.rank(found.matches))), read)
}

/// The one of these records that is the header.
fn header(mut tried: Vec<Found>) -> Option<Found> {
    // The first of equals, which `max_by_key` would not give.
    let best = (1..tried.len()).fold(0, |best, at| if tried[at].matches > tried[best].matches { at } else { best });
    let first = (0..best).find(|at| tried[*at].goes_before(&tried[best], best - at));
    let above = tried.drain(..first.unwrap_or(best)).map(|found| found.texts()).collect();
    tried.into_iter().next().map(|found| Found { above, ..found })
}

impl Found {
    /// What goes before what where delimiters differ and so many things are named: those with most, then those with most cells, and of
    /// equals those with the most usual delimiter.
    fn rank(&self, matches: usize) -> (usize, usize, Reverse<Option<usize>>) {
        (matches, self.fields, Reverse(DELIMITERS.iter().position(|delimiter| *delimiter == self.delimiter)))
    }

    /// Asks what the cells name.
    fn ask(&mut self, wanted: &impl HeaderWords) {
        let texts = self.texts();
        self.names = wanted.names(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        self.matches = self.names.iter().flatten().collect::<HashSet<_>>().len();
        self.filled = texts.iter().filter(|text| !text.trim().is_empty()).count();
    }

    fn texts(&self) -> Vec<String> {
        self.header.iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect()
    }

    /// Whether this record is the header rather than the `best` one, which stands so many records `below` it: it names half
    /// as much, or is as full and names something, as a header above data does. Not where the best one goes on with the
    /// same names just below it, as texts below codes do.
    fn goes_before(&self, best: &Self, below: usize) -> bool {
        let same = self.names.iter().zip(&best.names).all(|(name, of_best)| name.is_none() || name == of_best);
        let fits = self.matches * 2 >= best.matches || (self.filled >= best.filled && self.matches * 8 >= best.matches);
        self.matches > 0 && fits && !(same && below == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Wanted;

    impl HeaderWords for Wanted {
        fn is_wanted(&self, header: &str) -> bool {
            ["a", "b", "c"].contains(&header)
        }

        fn names(&self, row: &[&str]) -> Vec<Option<usize>> {
            row.iter().map(|header| ["a", "b", "c"].iter().position(|name| name == header)).collect()
        }
    }

    proptest::proptest! {
        #[test]
        fn the_order_in_which_delimiters_are_tried_makes_no_difference(text in "([abcx]{0,2}[,;|\t]{0,2}){0,8}(\n([abc]?[,;|]?){0,6}){0,4}") {
            let with = |delimiter, best: Option<&Found>| find(text.as_bytes(), delimiter, true, 30, best, &Wanted).0;
            let said = |found: &Found| (found.delimiter, found.row, found.matches, found.fields, found.end, found.above.clone());
            // The first of those that name most and have most fields.
            let each = DELIMITERS.into_iter().filter_map(|delimiter| with(delimiter, None));
            let more = |best: &Found, next: &Found| (next.matches, next.fields) > (best.matches, best.fields);
            let first = each.reduce(|best, next| if more(&best, &next) { next } else { best });
            let tried = by_use(text.as_bytes(), &DELIMITERS).into_iter();
            let best = tried.fold(None, |best, delimiter| with(delimiter, best.as_ref()).or(best));
            proptest::prop_assert_eq!(best.as_ref().map(said), first.as_ref().map(said));
        }
    }
}
