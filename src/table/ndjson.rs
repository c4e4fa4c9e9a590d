//! NDJSON as CSV: an object a line becomes a row.
//!
//! The keys of the first lines are the columns; those of an object under `answers`, or another such key of programs, stand as if
//! they were outside it, and those of other objects behind its key, `meta/status`. A
//! line that is no such object, or has a wanted key that those did not have, becomes a refused row; another key that comes
//! later is left out, and [`Lines::left_out`] tells which: nothing is lost silently. Numbers stay the text that they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::value::RawValue;

use super::frame::Frame;
use super::object::{DEEPEST, Keys};
use super::{HeaderWords, LeftOut, RefusedRow, write_field};
use crate::words::table as say;

/// How many bytes of lines are read to know the columns.
pub(super) const HEAD: usize = 256 << 10;

/// Makes CSV of NDJSON, whose columns are known. Each worker has its own.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    keys: Keys,
    /// That of the last line that was parsed.
    frame: Frame,
    pub(super) wanted: Arc<dyn HeaderWords>,
}

impl Lines {
    /// Takes the keys of the first lines for columns. No key that is `wanted` is left out.
    pub(super) fn new(first: &[u8], wanted: Arc<dyn HeaderWords>) -> Self {
        let learnt = |mut keys: Keys| {
            for line in lines(first) {
                let _ = keys.read(unmarked(line), &*wanted, true);
            }
            keys
        };
        let mut keys = learnt(Keys::default());
        for _ in 0..DEEPEST {
            let Some(more) = keys.with_objects(&*wanted) else { break };
            keys = learnt(more);
        }
        Self { keys, frame: Frame::default(), wanted }
    }

    pub(super) fn columns(&self) -> &[String] {
        &self.keys.columns
    }

    /// Where the keys of metadata are noted that are left out.
    pub(super) fn left_out(&self) -> LeftOut {
        self.keys.left_out.clone()
    }

    /// Adds whole lines as CSV, and those that cannot be read, of which the first line has the number 1.
    pub(super) fn read(&mut self, text: &[u8], csv: &mut Vec<u8>, refused: &mut Vec<RefusedRow>) {
        for (row, line) in (1..).zip(lines(text)) {
            if let Err(reason) = self.row(line, csv) {
                let original = String::from_utf8_lossy(line).trim_end().to_owned();
                refused.push(RefusedRow { row, reason, original });
                csv.push(b'\n');
            }
        }
    }

    fn row(&mut self, text: &[u8], csv: &mut Vec<u8>) -> Result<(), String> {
        let line = unmarked(text);
        if self.frame.write(line, csv) {
            return Ok(());
        }
        if text.trim_ascii().is_empty() {
            // An empty line stays one, so that rows have the numbers of their lines.
            csv.push(b'\n');
            return Ok(());
        }
        self.keys.read(line, &*self.wanted, false).map_err(|error| {
            // Where in a single line it is says nothing.
            say::no_set(&said(&error))
        })?;
        self.frame = self.keys.frame(line);
        write_row(csv, self.keys.cells.iter().map(String::as_bytes));
        Ok(())
    }
}

/// Lines with their ends.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let (line, behind) = rest.split_at(end);
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
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

/// What is wrong with JSON, but not where.
fn said(error: &serde_json::Error) -> String {
    let error = error.to_string();
    let message = error.split(" at line ").next().unwrap_or(&error);
    if message.starts_with("invalid type") { say::other_type(message) } else { say::json(message) }
}

/// A line without a byte order mark.
fn unmarked(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)
}

/// Keys of an object, each with what stands under it.
pub type Members = Vec<(String, String)>;

/// An array of objects as NDJSON: an item a line. Else why it is none.
pub fn lines_of_array(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let items: Vec<&RawValue> = serde_json::from_slice(unmarked(bytes))
        .map_err(|error| say::json_at(&said(&error), error.line(), error.column()))?;
    Ok(lines_of(items))
}

/// The same of an object that has one such array, or one with wanted keys, such as `{"results": [...]}`, its key, and all other keys
/// with what stands under them. None where it is something else.
pub fn lines_of_object(bytes: &[u8], wanted: &dyn HeaderWords) -> Option<(Vec<u8>, String, Members)> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_slice(unmarked(bytes)).ok()?;
    if members.contains_key("answers") {
        return None;
    }
    let items = |(key, value): (&String, &&'_ RawValue)| {
        let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
        (!items.is_empty() && items.iter().all(|item| item.get().starts_with('{')))
            .then(|| (key.clone(), lines_of(items)))
    };
    let mut arrays: Vec<(String, Vec<u8>)> = members.iter().filter_map(items).collect();
    if arrays.len() > 1 {
        arrays.retain(|(_, lines)| has_wanted(lines, wanted));
    }
    let (key, lines) = arrays.pop().filter(|_| arrays.is_empty())?;
    let others = members.into_iter().filter(|(other, _)| *other != key);
    let others = others.map(|(other, value)| (other, value.get().to_owned())).collect();
    Some((lines, key, others))
}

/// Whether the first of these objects has a key that is wanted.
fn has_wanted(lines_of_it: &[u8], wanted: &dyn HeaderWords) -> bool {
    let mut keys = Keys::default();
    lines(lines_of_it).next().is_some_and(|line| keys.read(line, wanted, true).is_ok())
        && keys.columns.iter().any(|key| wanted.is_wanted(key))
}

/// The items, or what stands in them under a number, if all have that and nothing else: `[{"1": {...}}, {"2": {...}}]`.
fn lines_of(items: Vec<&RawValue>) -> Vec<u8> {
    let under_number = |item: &&'_ RawValue| -> Option<Box<RawValue>> {
        let mut members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(item.get()).ok()?;
        let (key, value) = members.pop_first().filter(|_| members.is_empty())?;
        (!key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) && value.get().starts_with('{'))
            .then_some(value)
    };
    let numbered: Option<Vec<Box<RawValue>>> = items.iter().map(under_number).collect();
    let items = numbered.as_ref().map_or(items, |items| items.iter().map(|item| &**item).collect());
    let mut lines = Vec::new();
    for item in items {
        // A line break within JSON stands between its parts and never in a string.
        lines.extend(item.get().bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { b' ' } else { byte }));
        lines.push(b'\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read as _};

    use super::*;
    use crate::table::{BlockError, MAX_RECORD, OpenError, open_lines};

    /// `q1` is wanted.
    #[derive(Debug)]
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
    fn csv(text: &str) -> (String, Vec<String>) {
        let opened = open_lines(text.as_bytes(), Arc::new(Wanted)).unwrap();
        let (header, left_out) = (opened.header.join(","), opened.blocks.left_out().unwrap());
        let (mut blocks, mut rows) = (opened.blocks.with_size(1_000), vec![header]);
        let mut block = blocks.block();
        while blocks.next(&mut block).unwrap() {
            block.convert();
            let first = rows.len();
            rows.extend(std::str::from_utf8(block.bytes()).unwrap().lines().map(str::to_owned));
            for refused in block.take_refused() {
                let line = &mut rows[first - 1 + usize::try_from(refused.row).unwrap()];
                assert_eq!(*line, "");
                *line = format!("! {} in {}", refused.reason, refused.original);
            }
        }
        (rows.join("\n") + "\n", left_out.keys())
    }

    #[test]
    fn an_object_a_line_becomes_a_row() {
        let lines = concat!(
            "\u{feff}{\"who\":\"a,\\\"b\\\"\",\"answers\":{\"q1\":3,\"q2\":\"n/a\"}}\n",
            "\n",
            "{\"q2\":3.0,\"q1\":null,\"ok\":true}\r\n",
            "{\"q1\":1\n",
            "{\"q1\":1,\"q1\":2}\n",
            "{\"q1\":[1,2]}\n",
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
        ! not an answer set in JSON: a cell cannot be an array in {"q1":[1,2]}
        "",1,"","","a, b; c"
        ! not an answer set in JSON: a list must be of texts in {"many":[1]}
        ! not an answer set in JSON: invalid type: sequence, expected an object in [1]
        "#);
    }

    #[test]
    fn what_an_object_says_of_the_respondent_is_a_column_each() {
        let lines = [
            r#"{"meta": {"is_test": false, "at": {"x": 1}}, "q1": 3, "labels": {"none": 1}, "before": {"q1": 2}}"#,
            r#"{"meta": null, "q1": 4, "before": {"none": 1}}"#,
            r#"{"q1": 5, "meta": {"is_test": true, "answers": {"q1": 1}}}"#,
        ];
        insta::assert_snapshot!(csv(&lines.join("\n")).0, @r#"
        meta/is_test,meta/at/x,q1,labels,before,meta,meta/answers
        false,1,3,"{""none"": 1}","{""q1"": 2}","",""
        "","",4,"","{""none"": 1}","",""
        true,"",5,"","","","{""q1"": 1}"
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
    fn numbers_keep_their_digits() {
        for number in ["12345678901234567890123", "1.10", "3e0", "2.99999999999999999e0", "1e400", "-0.0"] {
            assert_eq!(csv(&format!("{{\"a\":{number}}}")).0, format!("a\n{number}\n"));
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_no_two_lines() {
        let spaces = || io::repeat(b' ').take(MAX_RECORD as u64);
        let said = "line 2 is longer than 64 MiB";
        let long = b"{\"a\":1}\n{".chain(spaces()).chain(&b"{\"a\":5}\n"[..]);
        let Err(OpenError::Io(error)) = open_lines(long, Arc::new(Wanted)) else { panic!("it is opened") };
        assert_eq!(error.to_string(), said);
        // So it is where it is not among the first lines.
        let first = format!("{{\"a\":\"{}\"}}\n{{", "x".repeat(HEAD));
        let opened = open_lines(first.as_bytes().chain(spaces()).chain(&b"{\"a\":5}\n"[..]), Arc::new(Wanted)).unwrap();
        let mut blocks = opened.blocks;
        let mut block = blocks.block();
        assert!(blocks.next(&mut block).unwrap());
        let Err(BlockError::Io(error)) = blocks.next(&mut block) else { panic!("it is read") };
        assert_eq!(error.to_string(), said);
    }

    #[test]
    fn an_array_is_read_as_lines() {
        let lines = lines_of_array(b"\xef\xbb\xbf [ {\"a\":\n1} ,\n{\"a\": \"x\\n\"}]\n").unwrap();
        assert_eq!(String::from_utf8(lines).unwrap(), "{\"a\": 1}\n{\"a\": \"x\\n\"}\n");
        assert!(lines_of_array(b"[1").is_err());
        let (lines, key, others) =
            lines_of_object(br#"{"next": null, "results": [{"a": 1}, {"a": 2}], "tags": ["b"]}"#, &Wanted).unwrap();
        assert_eq!((lines.as_slice(), key.as_str()), (&b"{\"a\": 1}\n{\"a\": 2}\n"[..], "results"));
        assert_eq!(
            others,
            [("next", "null"), ("tags", r#"["b"]"#)].map(|(key, json)| (key.to_owned(), json.to_owned()))
        );
        let several = br#"{"questions": [{"id": "q1"}], "rows": [{"answers": {"q1": 1}}]}"#;
        assert_eq!(lines_of_object(several, &Wanted).unwrap().1, "rows");
        for none in [&br#"{"answers": {}, "rows": [{}]}"#[..], br#"{"a": [{}], "b": [{}]}"#, br#"{"a": []}"#, b"[{}]"] {
            assert!(lines_of_object(none, &Wanted).is_none());
        }
    }
}
