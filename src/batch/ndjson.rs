//! NDJSON as CSV: an object a line becomes a row.
//!
//! The keys of the first lines are the columns; those of an object under `answers` stand as if they were outside it. A
//! line that is no such object, or has a key that those did not have, becomes a refused row: nothing is lost silently.

use std::fmt::{self, Write as _};
use std::io::{self, BufRead, BufReader, Read};

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::refused;

/// How many bytes of lines are read to know the columns, and how long a line may be.
const HEAD: usize = 256 << 10;
const MAX_LINE: u64 = 4 << 20;

/// Gives CSV for the NDJSON that it reads.
#[derive(Debug)]
pub struct Ndjson<R> {
    lines: BufReader<R>,
    columns: Vec<String>,
    cells: Vec<String>,
    line: Vec<u8>,
    out: Vec<u8>,
    given: usize,
}

impl<R: Read> Ndjson<R> {
    /// Reads the first lines for their keys.
    pub fn new(reader: R) -> io::Result<Self> {
        let lines = BufReader::with_capacity(64 << 10, reader);
        let (columns, cells, line, out) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut ndjson = Self { lines, columns, cells, line, out, given: 0 };
        let mut first = Vec::new();
        let mut bytes = 0;
        while bytes < HEAD && ndjson.next_line()? {
            bytes += ndjson.line.len();
            let _ = ndjson.parse(true);
            first.push(std::mem::take(&mut ndjson.line));
        }
        let columns = std::mem::take(&mut ndjson.columns);
        columns.iter().enumerate().for_each(|(at, name)| ndjson.cell(at, name));
        ndjson.out.push(b'\n');
        ndjson.columns = columns;
        for line in first {
            ndjson.line = line;
            ndjson.row();
        }
        Ok(ndjson)
    }

    /// Reads the next line. A longer one than is allowed comes in pieces, none of which is JSON.
    fn next_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        Ok((&mut self.lines).take(MAX_LINE).read_until(b'\n', &mut self.line)? > 0)
    }

    fn parse(&mut self, learn: bool) -> Result<(), serde_json::Error> {
        let line = self.line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.line);
        self.cells.iter_mut().for_each(String::clear);
        let row = RowSeed { columns: &mut self.columns, cells: &mut self.cells, learn, next: 0 };
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        row.deserialize(&mut deserializer)?;
        deserializer.end()
    }

    fn row(&mut self) {
        if self.line.trim_ascii().is_empty() {
            // An empty line stays one, so that rows have the numbers of their lines.
            return self.out.push(b'\n');
        }
        match self.parse(false) {
            Ok(()) => {
                let cells = std::mem::take(&mut self.cells);
                (0..self.columns.len()).for_each(|at| self.cell(at, cells.get(at).map_or("", String::as_str)));
                self.out.push(b'\n');
                self.cells = cells;
            }
            Err(error) => {
                // "at line 1" says nothing about a single line.
                let error = error.to_string();
                let error = error.split(" at line ").next().unwrap_or(&error);
                refused::write(&mut self.out, &format!("not an answer set in JSON: {error}"), &self.line);
            }
        }
    }

    fn cell(&mut self, at: usize, text: &str) {
        if at > 0 {
            self.out.push(b',');
        }
        refused::quote(&mut self.out, text.as_bytes());
    }
}

impl<R: Read> Read for Ndjson<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.out.len() {
            self.out.clear();
            self.given = 0;
            while self.out.len() < buffer.len() && self.next_line()? {
                self.row();
            }
        }
        let length = buffer.len().min(self.out.len() - self.given);
        buffer[..length].copy_from_slice(&self.out[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}

/// Reads an object into the cells of its columns.
struct RowSeed<'a> {
    columns: &'a mut Vec<String>,
    cells: &'a mut Vec<String>,
    /// Whether an unknown key becomes a column.
    learn: bool,
    /// The column of the next key, if the keys stand in the order of the first line.
    next: usize,
}

impl RowSeed<'_> {
    fn column(&mut self, key: &str) -> Option<usize> {
        let known = match self.columns.get(self.next) {
            Some(column) if column == key => Some(self.next),
            _ => self.columns.iter().position(|column| column == key),
        };
        if known.is_none() && self.learn {
            self.columns.push(key.to_owned());
        }
        let at = known.or(self.learn.then(|| self.columns.len() - 1))?;
        self.next = at + 1;
        self.cells.resize(self.columns.len().max(self.cells.len()), String::new());
        Some(at)
    }
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(RowVisitor { row: self, nested: false })
    }
}

struct RowVisitor<'a> {
    row: RowSeed<'a>,
    nested: bool,
}

impl<'de> Visitor<'de> for RowVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            if key == "answers" && !self.nested {
                let row = RowSeed {
                    columns: self.row.columns,
                    cells: self.row.cells,
                    learn: self.row.learn,
                    next: self.row.next,
                };
                map.next_value_seed(Nested(row))?;
                continue;
            }
            match self.row.column(&key) {
                Some(at) if self.row.cells[at].is_empty() => map.next_value_seed(CellSeed(&mut self.row.cells[at]))?,
                Some(_) => return Err(A::Error::custom(format!("key `{key}` stands twice"))),
                None => return Err(A::Error::custom(format!("the first lines have no key `{key}`"))),
            }
        }
        Ok(())
    }
}

/// The object under `answers`.
struct Nested<'a>(RowSeed<'a>);

impl<'de> DeserializeSeed<'de> for Nested<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(RowVisitor { row: self.0, nested: true })
    }
}

/// Reads a single value as the text of a cell.
struct CellSeed<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for CellSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CellSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a number, a boolean or null")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.push_str(text);
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        let _ = write!(self.0, "{number}");
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        let _ = write!(self.0, "{number}");
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        let _ = write!(self.0, "{number}");
        Ok(())
    }

    fn visit_bool<E>(self, boolean: bool) -> Result<(), E> {
        let _ = write!(self.0, "{boolean}");
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Err(A::Error::custom("a cell cannot be an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Err(A::Error::custom("a cell cannot be an object"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_a_line_becomes_a_row() {
        let lines = concat!(
            "\u{feff}{\"who\":\"a,\\\"b\\\"\",\"answers\":{\"q1\":3,\"q2\":\"n/a\"}}\n",
            "\n",
            "{\"q2\":3.0,\"q1\":null,\"ok\":true}\r\n",
            "{\"q1\":1\n",
            "{\"q1\":1,\"q1\":2}\n",
            "{\"q1\":[1]}\n",
            "[1]"
        );
        let mut csv = String::new();
        Ndjson::new(lines.as_bytes()).unwrap().read_to_string(&mut csv).unwrap();
        insta::assert_snapshot!(csv.replace(refused::MARK, "!"), @r#"
        who,q1,q2,ok
        "a,""b""",3,n/a,""

        "","",3,true
        !,not an answer set in JSON: EOF while parsing an object,"{""q1"":1"
        !,not an answer set in JSON: key `q1` stands twice,"{""q1"":1,""q1"":2}"
        !,not an answer set in JSON: a cell cannot be an array,"{""q1"":[1]}"
        !,"not an answer set in JSON: invalid type: sequence, expected an object",[1]
        "#);
    }
}
