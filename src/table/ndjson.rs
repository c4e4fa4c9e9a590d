//! NDJSON as CSV: an object a line becomes a row.
//!
//! The keys of the first lines are the columns; those of an object under `answers` stand as if they were outside it. A
//! line that is no such object, or has a wanted key that those did not have, becomes a refused row; another key that comes
//! later is left out, and [`Ndjson::left_out`] tells which: nothing is lost silently. Numbers stay the text that they are.

use std::io::{self, BufRead, BufReader, Read};

use serde_json::value::RawValue;

use super::object::{Frame, Keys};
use super::{HeaderWords, LeftOut, MAX_RECORD, Refused, write_field};

/// How many bytes of lines are read to know the columns.
const HEAD: usize = 256 << 10;

/// Gives CSV for the NDJSON that it reads.
#[derive(Debug)]
pub struct Ndjson<R, W> {
    lines: BufReader<R>,
    wanted: W,
    keys: Keys,
    /// That of the last line that was parsed.
    frame: Frame,
    line: Vec<u8>,
    /// How many lines were read, and how many of them are rows.
    read: u64,
    written: u64,
    refused: Refused,
    out: Vec<u8>,
    given: usize,
}

impl<R: Read, W: HeaderWords> Ndjson<R, W> {
    /// Reads the first lines for their keys. No key that is `wanted` is left out.
    pub fn new(reader: R, wanted: W) -> io::Result<Self> {
        let mut ndjson = Self {
            lines: BufReader::with_capacity(64 << 10, reader),
            wanted,
            keys: Keys::default(),
            frame: Frame::default(),
            line: Vec::new(),
            read: 0,
            written: 0,
            refused: Refused::default(),
            out: Vec::new(),
            given: 0,
        };
        let mut first = Vec::new();
        let mut bytes = 0;
        while bytes < HEAD && ndjson.next_line()? {
            bytes += ndjson.line.len();
            let _ = ndjson.keys.read(unmarked(&ndjson.line), &ndjson.wanted, true);
            first.push(std::mem::take(&mut ndjson.line));
        }
        write_row(&mut ndjson.out, ndjson.keys.columns.iter().map(String::as_bytes));
        for line in first {
            ndjson.line = line;
            ndjson.row();
        }
        Ok(ndjson)
    }

    /// Where the keys of metadata are noted that are left out.
    pub fn left_out(&self) -> LeftOut {
        self.keys.left_out.clone()
    }

    /// The lines that could not be read, by their numbers.
    pub fn refused(&self) -> Refused {
        self.refused.clone()
    }

    /// Reads the next line. One that is longer than a row may be ends the input with an error.
    fn next_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let read = (&mut self.lines).take(MAX_RECORD as u64 + 1).read_until(b'\n', &mut self.line)?;
        self.read += u64::from(read > 0);
        if read > MAX_RECORD {
            let line = self.read;
            return Err(io::Error::other(format!("line {line} is longer than {} MiB", MAX_RECORD >> 20)));
        }
        Ok(read > 0)
    }

    fn row(&mut self) {
        self.written += 1;
        if self.line.trim_ascii().is_empty() {
            // An empty line stays one, so that rows have the numbers of their lines.
            return self.out.push(b'\n');
        }
        let line = unmarked(&self.line);
        if self.frame.fits(line) {
            return write_row(&mut self.out, self.frame.cells(line));
        }
        match self.keys.read(line, &self.wanted, false) {
            Ok(()) => {
                self.frame = self.keys.frame(line);
                write_row(&mut self.out, self.keys.cells.iter().map(String::as_bytes));
            }
            Err(error) => {
                // "at line 1" says nothing about a single line.
                let error = error.to_string();
                let error = error.split(" at line ").next().unwrap_or(&error);
                self.refused.add(self.written, format!("not an answer set in JSON: {error}"), &self.line);
                self.out.push(b'\n');
            }
        }
    }
}

impl<R: Read, W: HeaderWords> Read for Ndjson<R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.out.len() {
            self.out.clear();
            self.given = 0;
            let weight = self.refused.weight();
            let light = |refused: &Refused| !refused.is_heavy_since(weight);
            while self.out.len() < buffer.len() && light(&self.refused) && self.next_line()? {
                self.row();
            }
        }
        let length = buffer.len().min(self.out.len() - self.given);
        buffer[..length].copy_from_slice(&self.out[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}

fn write_row<'c>(out: &mut Vec<u8>, cells: impl Iterator<Item = &'c [u8]>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write_field(out, cell);
    }
    out.push(b'\n');
}

/// A line without a byte order mark.
fn unmarked(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)
}

/// An array of objects as NDJSON: an item a line. Else why it is none.
pub fn lines_of_array(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let items: Vec<&RawValue> = serde_json::from_slice(unmarked(bytes)).map_err(|error| error.to_string())?;
    let mut lines = Vec::with_capacity(bytes.len());
    for item in items {
        // A line break within JSON stands between its parts and never in a string.
        lines.extend(item.get().bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { b' ' } else { byte }));
        lines.push(b'\n');
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `q1` is wanted.
    struct Wanted;

    impl HeaderWords for Wanted {
        fn is_wanted(&self, header: &str) -> bool {
            header == "q1"
        }
        fn takes_list(&self, header: &str) -> bool {
            header == "many"
        }

        fn names(&self, row: &[&str]) -> Vec<Option<usize>> {
            row.iter().map(|header| self.is_wanted(header).then_some(1)).collect()
        }
    }

    /// The CSV of lines with the reasons of those that are refused in their places, and the keys that were left out.
    fn csv(lines: &str) -> (String, Vec<String>) {
        let mut ndjson = Ndjson::new(lines.as_bytes(), Wanted).unwrap();
        let mut csv = String::new();
        ndjson.read_to_string(&mut csv).unwrap();
        let mut lines: Vec<String> = csv.lines().map(str::to_owned).collect();
        for refused in ndjson.refused().take_before(u64::MAX) {
            let line = &mut lines[usize::try_from(refused.row).unwrap()];
            assert_eq!(*line, "");
            *line = format!("! {} in {}", refused.reason, refused.original);
        }
        (lines.join("\n") + "\n", ndjson.left_out().keys())
    }

    #[test]
    fn an_object_a_line_becomes_a_row() {
        let lines = concat!(
            "\u{feff}{\"who\":\"a,\\\"b\\\"\",\"answers\":{\"q1\":3,\"q2\":\"n/a\"}}\n",
            "\n",
            "{\"q2\":3.0,\"q1\":null,\"ok\":true}\r\n",
            "{\"q1\":1\n",
            "{\"q1\":1,\"q1\":2}\n",
            "{\"q1\":[1]}\n",
            "{\"q1\":1,\"many\":[\"a, b\",\"c\"]}\n",
            "{\"many\":[1]}\n",
            "[1]"
        );
        insta::assert_snapshot!(csv(lines).0, @r#"
        who,q1,q2,ok,many
        "a,""b""",3,n/a,"",""

        "","",3.0,true,""
        ! not an answer set in JSON: EOF while parsing an object in {"q1":1
        ! not an answer set in JSON: key `q1` stands twice in {"q1":1,"q1":2}
        ! not an answer set in JSON: a cell cannot be an array in {"q1":[1]}
        "",1,"","","a, b; c"
        ! not an answer set in JSON: a list must be of texts in {"many":[1]}
        ! not an answer set in JSON: invalid type: sequence, expected an object in [1]
        "#);
    }

    #[test]
    fn a_key_stands_once() {
        let lines = [
            r#"{"q1":null,"q1":2}"#,
            r#"{"who":"","who":"b"}"#,
            r#"{"answers":{"q1":1},"answers":{"q2":2}}"#,
            r#"{"q1":1,"answers":{"q1":2}}"#,
            r#"{"q1":1,"who":"c","answers":{"q2":2}}"#,
        ];
        let (csv, _) = csv(&lines.join("\n"));
        let twice: Vec<bool> = csv.lines().map(|line| line.contains("stands twice")).collect();
        assert_eq!(twice, [false, true, true, true, true, false], "{csv}");
    }

    #[test]
    fn metadata_that_comes_late_is_left_out_and_answers_are_refused() {
        let head = "{\"q0\":1}\n".repeat(HEAD / 9 + 1);
        let (csv, left_out) = csv(&format!("{head}{{\"q0\":2,\"late\":[1]}}\n{{\"q0\":2,\"q1\":1}}\n"));
        assert_eq!(left_out, ["late"]);
        let last: Vec<&str> = csv.lines().skip(HEAD / 9 + 2).collect();
        assert_eq!(last[0], "2");
        assert!(last[1].contains("the first lines have no key `q1`"), "{last:?}");
    }

    #[test]
    fn lines_that_are_refused_do_not_pile_up_before_a_block() {
        let line = format!("[{}]\n", "1,".repeat(1 << 17));
        let lines = format!("{{\"a\":1}}\n{}", line.repeat(40));
        let ndjson = Ndjson::new(lines.as_bytes(), Wanted).unwrap();
        let refused = ndjson.refused();
        let mut blocks = crate::table::Blocks::new(Vec::new(), ndjson, b',').with_refused(refused.clone());
        let mut block = crate::table::Block::default();
        let mut taken = Vec::new();
        while blocks.next(&mut block).unwrap() {
            let rows: Vec<u64> = refused.take_before(u64::MAX).map(|row| row.row).collect();
            assert!(rows.len() < 12, "{rows:?}");
            taken.extend(rows);
        }
        assert!(taken.into_iter().eq(2..=41));
    }

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["12345678901234567890123", "1.10", "3e0", "2.99999999999999999e0", "1e400", "-0.0"] {
            assert_eq!(csv(&format!("{{\"a\":{number}}}")).0, format!("a\n{number}\n"));
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_no_two_lines() {
        let long = b"{\"a\":1}\n{".chain(io::repeat(b' ').take(MAX_RECORD as u64)).chain(&b"{\"a\":5}\n"[..]);
        let error = Ndjson::new(long, Wanted).map(drop).unwrap_err().to_string();
        assert_eq!(error, "line 2 is longer than 64 MiB");
    }

    #[test]
    fn an_array_is_read_as_lines() {
        let lines = lines_of_array(b"\xef\xbb\xbf [ {\"a\":\n1} ,\n{\"a\": \"x\\n\"}]\n").unwrap();
        assert_eq!(String::from_utf8(lines).unwrap(), "{\"a\": 1}\n{\"a\": \"x\\n\"}\n");
        assert!(lines_of_array(b"[1").is_err());
    }
}
