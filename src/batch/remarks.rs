//! Rows that answer nothing and say hardly anything, in which a legend may stand: the last ones of a table.

use std::collections::VecDeque;

use crate::mapping::passed_over::Place;
use crate::table::Record;

/// How many rows are kept, how long each is at most, and how many cells say something.
const MOST: usize = 64;
const LONG: usize = 4 << 10;
const FEW: usize = 3;

/// Rows with the places where they stand.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    rows: VecDeque<(Place, Record)>,
}

impl Remarks {
    /// Keeps a row that says hardly anything, in place of the first one.
    pub(super) fn add(&mut self, place: Place, row: &[u8], delimiter: u8) {
        if row.len() > LONG || !says_little(row, delimiter) {
            return;
        }
        let full = self.rows.len() == MOST;
        let (_, mut record) = full.then(|| self.rows.pop_front()).flatten().unwrap_or_default();
        record.read(row, 0, delimiter);
        self.rows.push_back((place, record));
    }

    /// Adds those of another worker.
    pub(super) fn merge(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    /// The last ones of all, and the texts of their cells.
    pub(super) fn last(self) -> Vec<(Place, Vec<String>)> {
        let mut rows: Vec<(Place, Record)> = self.rows.into();
        rows.sort_by_key(|(place, _)| *place);
        let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
        let last = rows.split_off(rows.len().saturating_sub(MOST));
        last.into_iter().map(|(place, record)| (place, record.fields().map(text).collect())).collect()
    }
}

/// Whether nothing stands in a row.
pub(super) fn is_empty(row: &[u8], delimiter: u8) -> bool {
    row.iter().all(|byte| byte.is_ascii_whitespace() || *byte == b'"' || *byte == delimiter)
}

/// Whether hardly any cell of a row has anything. Quick where many have.
fn says_little(row: &[u8], delimiter: u8) -> bool {
    let (mut filled, mut rest) = (0, row.trim_ascii_end());
    while !rest.is_empty() {
        let quoted = rest[0] == b'"';
        let inner = if quoted { memchr::memchr(b'"', &rest[1..]).map_or(rest.len(), |end| end + 2) } else { 0 };
        let end = memchr::memchr(delimiter, &rest[inner..]).map_or(rest.len(), |end| inner + end);
        filled += usize::from(!rest[..end].trim_ascii().is_empty());
        if filled > FEW {
            return false;
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_say_little_are_told_from_others() {
        for row in ["", ",,,\n", "\"1 = good, 2 = fair, 3 = bad, 4, 5\",,\n", "1,Very good,,\r\n", ",,,\"a,b,c\",d"] {
            assert!(says_little(row.as_bytes(), b','), "{row}");
        }
        for row in ["a,b,c,d", ",1,,2,,3,4", "\"a\",\"b\",\"c\",d"] {
            assert!(!says_little(row.as_bytes(), b','), "{row}");
        }
    }

    #[test]
    fn the_last_rows_are_kept() {
        let mut remarks = Remarks::default();
        (0..100u64).for_each(|line| remarks.add((0, line), format!("{line},").as_bytes(), b','));
        remarks.add((0, 100), b"a,b,c,d", b',');
        let mut others = Remarks::default();
        others.add((1, 1), b"legend", b',');
        remarks.merge(others);
        let rows = remarks.last();
        let (first, last) = (&rows[0], &rows[MOST - 1]);
        assert_eq!((rows.len(), first.0, first.1[0].as_str()), (MOST, (0, 37), "37"));
        assert_eq!((last.0, last.1[0].as_str()), ((1, 1), "legend"));
    }
}
