//! An object of JSON, on a line of its own, as the cells of a row.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::choice::choice;
use super::{HeaderWords, LeftOut, MAX_COLUMNS, write_field};
use crate::words::table as say;

/// Keys under which interfaces of programs have the answers of a respondent, which stand as if they were outside.
const NESTED: [&str; 5] = ["fields", "values", "data", "response", "responses"];
/// Keys under which something is said of questions that is no answer.
const BESIDE: [&str; 8] = ["label", "labels", "codebook", "scale", "scales", "metadata", "meta", "displayedvalues"];

/// The columns, and the row that is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    pub(super) columns: Vec<String>,
    index: HashMap<String, usize>,
    pub(super) cells: Vec<String>,
    /// Where the values of the row stand in its line, and the column of each, if it has one.
    values: Vec<(Range<usize>, Option<usize>)>,
    /// For each column the number of the last row that has it.
    seen: Vec<u64>,
    row: u64,
    /// The keys in objects under other keys that are wanted, as long as columns are learnt.
    within: BTreeMap<String, BTreeSet<String>>,
    /// Keys whose objects have answers, each of which is a column of its own.
    matrices: BTreeSet<String>,
    pub(super) left_out: LeftOut,
}

impl Keys {
    /// The keys of this kind that begin anew where objects under some of the others have questions of which no column is, as a matrix of
    /// a form has; none where there are no such objects.
    pub(super) fn with_matrices(&self, wanted: &dyn HeaderWords) -> Option<Self> {
        let names = |keys: &mut dyn Iterator<Item = &str>| {
            let keys: Vec<&str> = keys.collect();
            wanted.names(&keys).into_iter().flatten().collect::<BTreeSet<usize>>()
        };
        let known = names(&mut self.columns.iter().map(String::as_str));
        let other = |within: &BTreeSet<String>| {
            let names = names(&mut within.iter().map(String::as_str));
            !names.is_empty() && names.is_disjoint(&known)
        };
        let matrices = self.within.iter().filter(|(_, within)| other(within)).map(|(key, _)| key.clone());
        let matrices: BTreeSet<String> = matrices.collect();
        (!matrices.is_empty()).then(|| Self { matrices, ..Self::default() })
    }

    /// Reads the object on a line into the cells. Whether a key that is not known becomes a column is said by `learn`.
    pub(super) fn read(&mut self, line: &[u8], wanted: &dyn HeaderWords, learn: bool) -> Result<(), serde_json::Error> {
        self.cells.iter_mut().for_each(String::clear);
        self.values.clear();
        self.row += 1;
        let (mut next, begin) = (0, line.as_ptr().addr());
        let row = RowSeed { keys: self, wanted, learn, nested: false, next: &mut next, begin, matrix: None };
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        row.deserialize(&mut deserializer)?;
        deserializer.end()
    }

    /// What stands around the values of the line that was read last; nothing where it has them in another order than the columns.
    pub(super) fn frame(&self, line: &[u8]) -> Frame {
        if !self.values.iter().filter_map(|(_, column)| *column).is_sorted() {
            return Frame::default();
        }
        let mut frame = Frame { columns: self.columns.len(), ..Frame::default() };
        let mut at = 0;
        for (value, column) in &self.values {
            frame.text.extend_from_slice(&line[at..value.start]);
            frame.values.push((frame.text.len(), *column));
            at = value.end;
        }
        frame.text.extend_from_slice(without_end(&line[at..]));
        frame
    }
}

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

/// Reads an object into the cells of its columns.
struct RowSeed<'a> {
    keys: &'a mut Keys,
    wanted: &'a dyn HeaderWords,
    /// Whether an unknown key becomes a column.
    learn: bool,
    /// Whether this is the object under `answers`.
    nested: bool,
    /// The column of the next key, if the keys stand in the order of the first line.
    next: &'a mut usize,
    /// The address at which the line begins.
    begin: usize,
    /// The key under which this object stands, whose keys are parts of a matrix.
    matrix: Option<&'a str>,
}

impl Keys {
    /// Notes which keys are wanted in an object under another one.
    fn note_within(&mut self, key: &str, object: &str, wanted: &dyn HeaderWords) {
        let Ok(members) = serde_json::from_str::<BTreeMap<String, &RawValue>>(object) else { return };
        let keys: Vec<String> = members.into_keys().filter(|key| wanted.is_wanted(key)).collect();
        if !keys.is_empty() {
            self.within.entry(key.to_owned()).or_default().extend(keys);
        }
    }
}

impl RowSeed<'_> {
    fn column(&mut self, key: &str) -> Option<usize> {
        let keys = &mut *self.keys;
        let known = match keys.columns.get(*self.next) {
            Some(column) if column == key => Some(*self.next),
            _ => keys.index.get(key).copied(),
        };
        let at = match known {
            Some(at) => at,
            None if self.learn && keys.columns.len() <= MAX_COLUMNS => {
                keys.index.insert(key.to_owned(), keys.columns.len());
                keys.columns.push(key.to_owned());
                keys.cells.push(String::new());
                keys.seen.push(0);
                keys.columns.len() - 1
            }
            None => return None,
        };
        *self.next = at + 1;
        Some(at)
    }
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(say::an_object())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let twice = |key: &str| A::Error::custom(say::key_twice(key));
        let (mut answers, mut failed) = (false, None);
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == "answers" && !self.nested {
                if std::mem::replace(&mut answers, true) {
                    return Err(twice(&key));
                }
                let (keys, next) = (&mut *self.keys, &mut *self.next);
                map.next_value_seed(RowSeed { keys, next, nested: true, ..self })?;
                continue;
            }
            let value: &'de RawValue = map.next_value()?;
            let is_object = self.matrix.is_none() && value.get().starts_with('{');
            let nested = is_object && !self.nested && NESTED.contains(&&*key);
            let matrix = is_object && !nested && self.keys.matrices.contains(&*key);
            if nested || matrix {
                let (keys, next) = (&mut *self.keys, &mut *self.next);
                let row = RowSeed { keys, next, nested: true, matrix: Some(&*key).filter(|_| matrix), ..self };
                row.deserialize(&mut serde_json::Deserializer::from_str(value.get())).map_err(A::Error::custom)?;
                continue;
            }
            if is_object && self.learn && !BESIDE.contains(&key.to_ascii_lowercase().as_str()) {
                self.keys.note_within(&key, value.get(), self.wanted);
            }
            let key = match self.matrix {
                Some(matrix) => Cow::Owned(format!("{matrix}/{key}")),
                None => key,
            };
            let (column, start) = (self.column(&key), value.get().as_ptr().addr() - self.begin);
            self.keys.values.push((start..start + value.get().len(), column));
            match column {
                Some(at) if self.keys.seen[at] != self.keys.row => {
                    self.keys.seen[at] = self.keys.row;
                    // The other keys are columns all the same.
                    failed = failed.or(cell(value.get(), (self.wanted, &key), &mut self.keys.cells[at]).err());
                }
                Some(_) => return Err(twice(&key)),
                None if self.nested || self.wanted.is_wanted(&key) => {
                    return Err(A::Error::custom(say::no_such_key(&key)));
                }
                None => self.keys.left_out.add(&key),
            }
        }
        failed.map_or(Ok(()), |why| Err(A::Error::custom(why)))
    }
}

/// Writes a value as the text of a cell. A number stays as it is written, whatever a float would make of it; and so does whatever
/// stands under a key that is not wanted.
fn cell(json: &str, (wanted, key): (&dyn HeaderWords, &str), text: &mut String) -> Result<(), String> {
    match json.bytes().next() {
        Some(b'"') => match json[1..json.len() - 1].contains('\\') {
            false => text.push_str(&json[1..json.len() - 1]),
            true => text.push_str(&serde_json::from_str::<String>(json).map_err(|error| error.to_string())?),
        },
        Some(b'[') if wanted.takes_list(key) => {
            let items: Vec<String> = serde_json::from_str(json).map_err(|_| say::list_of_texts().to_owned())?;
            text.push_str(&items.join("; "));
        }
        Some(b'[') if wanted.is_wanted(key) => {
            let items: Vec<&RawValue> = serde_json::from_str(json).map_err(|error| error.to_string())?;
            match items[..] {
                [] => {}
                // One that is chosen of several that could be.
                [item] if item.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit()) => {
                    cell(item.get(), (wanted, key), text)?;
                }
                _ => return Err(say::no_array().to_owned()),
            }
        }
        Some(b'{') if wanted.is_wanted(key) => text.push_str(&choice(json).ok_or_else(say::no_object)?),
        Some(b'n') => {}
        _ => text.push_str(json),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
