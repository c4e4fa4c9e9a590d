//! What stands around the values of a line of NDJSON, by which the next one need not be parsed.

use std::ops::Range;

use super::write_field;

/// What stands around the values of a line. Most lines have that of the one before, and need not be parsed.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    text: Vec<u8>,
    /// Up to where in `text` stands what is before a value, and the column of the value, if it has one.
    values: Vec<(usize, Option<usize>)>,
    /// How many columns there are.
    columns: usize,
}

impl Frame {
    /// That of a line whose values stand in these places, with the column of each, if it has one; none where they are in another order
    /// than the columns.
    pub(super) fn of(line: &[u8], values: &[(Range<usize>, Option<usize>)], columns: usize) -> Self {
        if !values.iter().filter_map(|(_, column)| *column).is_sorted() {
            return Self::default();
        }
        let mut frame = Self { columns, ..Self::default() };
        let mut at = 0;
        for (value, column) in values {
            frame.text.extend_from_slice(&line[at..value.start]);
            frame.values.push((frame.text.len(), *column));
            at = value.end;
        }
        frame.text.extend_from_slice(without_end(&line[at..]));
        frame
    }

    /// Adds a line as a row of CSV if it has this frame, and values that are as they read. If not, it may be anything.
    pub(super) fn write(&self, line: &[u8], csv: &mut Vec<u8>) -> bool {
        let begin = csv.len();
        let fits = !self.values.is_empty() && super::is_utf8(line) && self.put(without_end(line), csv);
        if !fits {
            csv.truncate(begin);
        }
        fits
    }

    fn put(&self, line: &[u8], csv: &mut Vec<u8>) -> bool {
        let (mut at, mut begin, mut next) = (0, 0, 0);
        let empty = |csv: &mut Vec<u8>, columns: Range<usize>| columns.for_each(|_| csv.extend_from_slice(b"\"\","));
        for (end, column) in &self.values {
            let before = &self.text[begin..*end];
            let Some(json) = line[at..].strip_prefix(before) else { return false };
            at += before.len();
            // Most values are a digit.
            let value = match *json {
                [b'0'..=b'9', behind, ..] if !behind.is_ascii_digit() => Some(Simple { text: 0..1, length: 1 }),
                _ => simple(json),
            };
            let Some(Simple { text, length }) = value else { return false };
            if let Some(column) = *column {
                empty(csv, next..column);
                next = column + 1;
                match &json[text] {
                    [digit @ b'0'..=b'9'] => csv.push(*digit),
                    text => write_field(csv, text),
                }
                csv.push(b',');
            }
            (at, begin) = (at + length, *end);
        }
        empty(csv, next..self.columns);
        // The last column ends the line.
        csv.pop();
        csv.push(b'\n');
        line[at..] == self.text[begin..]
    }
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// A value that is as it reads: where its text is, and how long it is.
struct Simple {
    text: Range<usize>,
    length: usize,
}

/// The value that `json` begins with, if it is a text without escapes, a whole number or null.
fn simple(json: &[u8]) -> Option<Simple> {
    match json.first()? {
        b'"' => {
            let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
            let end = 1 + json[1..].iter().position(stops)?;
            (json[end] == b'"').then_some(Simple { text: 1..end, length: end + 1 })
        }
        b'-' | b'0'..=b'9' => {
            let first = usize::from(json[0] == b'-');
            let digits = json[first..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let whole = digits == 1 || (digits > 1 && json[first] != b'0');
            whole.then_some(Simple { text: 0..first + digits, length: first + digits })
        }
        b'n' => json.starts_with(b"null").then_some(Simple { text: 0..0, length: 4 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::table::HeaderWords;
    use crate::table::object::Keys;

    #[derive(Debug)]
    struct Any;

    impl HeaderWords for Any {
        fn is_wanted(&self, _: &str) -> bool {
            false
        }

        fn names(&self, row: &[&str]) -> Vec<Option<usize>> {
            vec![None; row.len()]
        }
    }

    const VALUES: [&str; 17] = [
        "0",
        "3",
        "-1",
        "03",
        "-",
        "1.5",
        "3e0",
        "null",
        "nul",
        "true",
        r#""""#,
        r#""a, b""#,
        r#""a\n""#,
        "\"\t\"",
        r#""é""#,
        "[1]",
        "{}",
    ];
    const ENDS: [&str; 5] = ["}", "}\n", "} \r\n", "}}", ""];

    fn line(head: &str, values: &[&str], end: &str) -> String {
        let values: Vec<String> = values.iter().enumerate().map(|(at, value)| format!(r#""k{at}": {value}"#)).collect();
        format!("{{{head}{}{end}", values.join(", "))
    }

    proptest! {
        #[test]
        fn a_line_that_fits_reads_as_it_is_parsed(
            first in prop::collection::vec(prop::sample::select(&VALUES[..]), 1..4),
            then in prop::collection::vec(prop::sample::select(&VALUES[..]), 1..4),
            heads in [prop::sample::select(vec!["", r#""answers": {"q": 1}, "#]), prop::sample::select(vec!["", r#""answers": {"q": 2}, "#])],
            ends in [prop::sample::select(&ENDS[..]), prop::sample::select(&ENDS[..])],
        ) {
            let (first, then) = (line(heads[0], &first, ends[0]), line(heads[1], &then, ends[1]));
            let mut keys = Keys::default();
            prop_assume!(keys.read(first.as_bytes(), &Any, true).is_ok());
            let mut row = b"before".to_vec();
            if !keys.frame(first.as_bytes()).write(then.as_bytes(), &mut row) {
                prop_assert_eq!(row, b"before");
                return Ok(());
            }
            prop_assert!(keys.read(then.as_bytes(), &Any, false).is_ok(), "{}", then);
            let mut parsed = b"before".to_vec();
            for cell in &keys.cells {
                write_field(&mut parsed, cell.as_bytes());
                parsed.push(b',');
            }
            parsed.pop();
            prop_assert_eq!(row, [&parsed[..], b"\n"].concat());
        }
    }

    #[test]
    fn lines_that_differ_in_usual_values_fit() {
        let mut keys = Keys::default();
        let first = line(r#""answers": {"q": null}, "#, &["1", r#""x""#], "}\n");
        keys.read(first.as_bytes(), &Any, true).unwrap();
        let mut row = Vec::new();
        let then = line(r#""answers": {"q": 3}, "#, &[r#""n/a, so""#, "-12"], "}\r\n");
        assert!(keys.frame(first.as_bytes()).write(then.as_bytes(), &mut row));
        assert_eq!(row, b"3,\"n/a, so\",-12\n");
        // A line without the first key, and one with keys in another order, of which each line is parsed.
        for (line, fits) in [(r#"{"k1": 1}"#, true), (r#"{"k1": 1, "k0": 2}"#, false)] {
            keys.read(line.as_bytes(), &Any, false).unwrap();
            let mut row = Vec::new();
            assert_eq!(keys.frame(line.as_bytes()).write(line.as_bytes(), &mut row), fits);
            assert_eq!(row, if fits { &b"\"\",\"\",1\n"[..] } else { b"" });
        }
    }
}
