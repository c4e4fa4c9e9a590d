//! `cxm batch` equals reading with the `csv` crate and scoring one by one, whatever the file.

use cxm::answers::Answer;
use std::io::{self, ErrorKind, Read};

use cxm::batch::{self, Done, Job, RunError, Sink, Totals, Wants};
use cxm::definition::{Definition, Profile};
use cxm::mapping::map::Map;
use cxm::mapping::{Cells, Matcher};
use cxm::report::population::{Extras, Form, Layout, RowEncoder, Rows};
use cxm::score::{Scheme, score};
use cxm::text::{clean, not_formula};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::any;

/// Keeps everything, in the order in which it comes.
#[derive(Default)]
pub struct Kept {
    pub rows: Vec<u8>,
    pub rejects: Vec<(u64, String)>,
}

impl Sink<Rows> for Kept {
    fn block(&mut self, done: &Done<Rows>) -> io::Result<()> {
        self.rows.extend_from_slice(&done.rows.text);
        self.rejects.extend(done.rejects.iter().map(|reject| (reject.row, reject.reason.clone())));
        Ok(())
    }
}

/// What a row came to: metadata and results, or none where it is rejected.
pub type Line = Option<Vec<String>>;

/// How an input comes: in blocks of this size, read in pieces so long, by so many workers. Nothing may depend on it.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    pub size: usize,
    pub piece: usize,
    pub workers: usize,
}

/// Gives at most so much at once, as pipes do.
pub struct Pieces<R>(pub R, pub usize);

impl<R: Read> Read for Pieces<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(self.1);
        self.0.read(&mut buffer[..length])
    }
}

/// Runs an input through the program.
fn run(
    definition: &Definition,
    input: impl Read + Send,
    delimiter: u8,
    way: Way,
    summary: bool,
    sink: &mut dyn Sink<Rows>,
) -> Result<Totals, RunError> {
    let input = Pieces(input, way.piece);
    let (languages, map) = ([definition.clone()], Map::default());
    let matcher = Matcher::new(&languages, &map);
    let opened = cxm::table::open(input, &matcher, Some(delimiter), Default::default()).unwrap();
    let columns = matcher.columns(&opened.header, &[]).unwrap();
    let layout = Layout::new(definition, &columns, Extras { intervals: true, ..Extras::default() });
    let encoder = RowEncoder { definition, layout: &layout, form: Form::Csv };
    let wants = Wants { summary, ..Wants::default() };
    let cells = Cells::new(&languages, &map);
    let job = Job::new(definition, cells, columns, opened.delimiter, wants);
    batch::run(&job, &encoder, opened.blocks.with_size(way.size), 0, way.workers, sink)
}

/// All rows, by the program.
pub fn by_batch(definition: &Definition, csv: &[u8], delimiter: u8, way: Way, summary: bool) -> Vec<Line> {
    let mut kept = Kept::default();
    let totals = run(definition, csv, delimiter, way, summary, &mut kept).unwrap();
    assert_eq!(totals.rejected, u64::try_from(kept.rejects.len()).unwrap());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(kept.rows.as_slice());
    let mut good = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let count = usize::try_from(totals.scored + totals.rejected + totals.passed_over).unwrap();
    // Rejects are told by the number of their line; lines that are empty are no rows.
    let lines: Vec<u64> = kept.rejects.iter().map(|(row, _)| *row).collect();
    assert!(lines.is_sorted_by(|a, b| a < b), "{lines:?}");
    let mut rows: Vec<Line> = Vec::new();
    let marks = marks(csv, delimiter, &lines);
    for rejected in marks {
        rows.push(if rejected { None } else { good.next() });
    }
    assert_eq!((rows.len(), good.next()), (count, None), "{:?}", kept.rejects);
    rows
}

/// Gives all of the text, and then what `end` does.
struct Ending<'a>(&'a [u8], fn() -> io::Result<usize>);

impl Read for Ending<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() { (self.1)() } else { self.0.read(buffer) }
    }
}

/// Takes so many blocks.
struct Full(usize);

impl Sink<Rows> for Full {
    fn block(&mut self, _: &Done<Rows>) -> io::Result<()> {
        self.0 = self.0.checked_sub(1).ok_or(ErrorKind::StorageFull)?;
        Ok(())
    }
}

/// More than is read to find the header, in blocks of a few rows.
#[test]
fn what_fails_ends_the_run_behind_what_came_before_it() {
    let definition = crate::content::definitions().swap_remove(0);
    let ids: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let row = format!("{}\n", vec!["1"; ids.len()].join(","));
    let csv = format!("{}\n{}", ids.join(","), row.repeat(10_000)).into_bytes();
    let way = Way { size: 200, piece: usize::MAX, workers: 2 };
    let mut kept = Kept::default();
    let failing = Ending(&csv, || Err(ErrorKind::ConnectionReset.into()));
    let read = run(&definition, failing, b',', way, false, &mut kept);
    assert!(matches!(read, Err(RunError::Read(error)) if error.kind() == ErrorKind::ConnectionReset));
    let rows = kept.rows.split(|byte| *byte == b'\n').count();
    assert!((9_000..=10_001).contains(&rows), "{rows}");
    let written = run(&definition, csv.as_slice(), b',', way, true, &mut Full(3));
    assert!(matches!(written, Err(RunError::Write(error)) if error.kind() == ErrorKind::StorageFull));
    let reader = Ending(&csv, || panic!("the reader is broken"));
    let broken = std::panic::AssertUnwindSafe(|| run(&definition, reader, b',', way, false, &mut Full(usize::MAX)));
    assert!(std::panic::catch_unwind(broken).is_err());
}

/// For each record of `csv` behind the header, whether its line is among `rejected`.
fn marks(csv: &[u8], delimiter: u8, rejected: &[u64]) -> Vec<bool> {
    let mut marks = Vec::new();
    let (mut at, mut line, mut header) = (0, 0u64, true);
    while at < csv.len() {
        if matches!(csv[at], b'\n' | b'\r') {
            at += if csv[at..].starts_with(b"\r\n") { 2 } else { 1 };
            line += u64::from(!header);
            continue;
        }
        let length = record_length(&csv[at..], delimiter).0;
        if !header {
            // Blank rows are passed over, and whatever else has nothing but quotes is rejected.
            let text = String::from_utf8_lossy(&csv[at..at + length]);
            let says = |c: char| !(c.is_whitespace() || "\"\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}".contains(c));
            let blank = !text.chars().any(|c| says(c) && c != char::from(delimiter));
            marks.push(blank || rejected.contains(&line));
            line += 1;
        }
        header = false;
        at += length;
    }
    marks
}

/// How long the first record is, and whether it ends within quotes. Character by character, as RFC 4180 reads.
fn record_length(bytes: &[u8], delimiter: u8) -> (usize, bool) {
    let mut at = 0;
    loop {
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            loop {
                match (bytes.get(at), bytes.get(at + 1)) {
                    (None, _) => return (at, true),
                    (Some(b'"'), Some(b'"')) => at += 2,
                    (Some(b'"'), _) => break,
                    _ => at += 1,
                }
            }
            at += 1;
        }
        while bytes.get(at).is_some_and(|byte| ![delimiter, b'\r', b'\n'].contains(byte)) {
            at += 1;
        }
        match bytes.get(at) {
            None => return (at, false),
            Some(byte) if *byte == delimiter => at += 1,
            Some(_) => return (at + if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 }, false),
        }
    }
}

/// All rows, by the `csv` crate and one score after another.
pub fn one_by_one(definition: &Definition, csv: &[u8], delimiter: u8) -> Vec<Line> {
    let languages = [definition.clone()];
    let cells = Cells::new(&languages, &Map::default());
    let scheme = Scheme::compile(definition, &Profile::default());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(csv);
    let records: Vec<csv::ByteRecord> = reader.byte_records().map(Result::unwrap).collect();
    let question = |header: &[u8]| definition.questions().position(|(_, question)| question.id.as_bytes() == header);
    let columns: Vec<Option<usize>> = records[0].iter().map(question).collect();
    let last = records.len() - 1;
    let ends_open = ends_within_quotes(csv, delimiter);
    let line = |(number, record): (usize, &csv::ByteRecord)| {
        // Surplus cells are none where they are empty.
        let surplus = record.iter().skip(columns.len()).any(|cell| !cell.is_empty());
        if record.len() < columns.len() || surplus || (number == last && ends_open) {
            return None;
        }
        let mut answers = vec![Answer::Unanswered; definition.questions().count()];
        let mut row = Vec::new();
        for (column, cell) in columns.iter().zip(record) {
            let text = std::str::from_utf8(cell).ok()?;
            match column {
                Some(question) => answers[*question] = cells.read(*question, text).ok()?,
                None => row.push(not_formula(&clean(text)).into_owned()),
            }
        }
        if answers.iter().all(|answer| *answer == Answer::Unanswered) {
            return None;
        }
        row.extend(scores(definition, &scheme, &answers)?);
        Some(row)
    };
    records.iter().enumerate().skip(1).map(line).collect()
}

/// The results in a row, with intervals; none where nothing applies.
pub fn scores(definition: &Definition, scheme: &Scheme, answers: &[Answer]) -> Option<Vec<String>> {
    let outcome = score(scheme, answers)?;
    let scores = |high: bool| {
        outcome.criteria.iter().map(move |criterion| {
            criterion.score.map_or(String::new(), |(worst, best)| if high { best } else { worst }.to_string())
        })
    };
    let (low, high) = (&outcome.low, &outcome.high);
    let mut row: Vec<String> = scores(false).chain(scores(true)).collect();
    if definition.questions().any(|(_, question)| question.level.is_some()) {
        let ids = |high: bool| {
            let levels = outcome.criteria.iter().map(|criterion| criterion.level);
            let id = move |(low, best): (usize, usize)| definition.levels[if high { best } else { low }].id.clone();
            levels.map(move |level| level.map_or(String::new(), id))
        };
        row.extend(ids(false).chain(ids(true)));
    }
    for groups in [&low.groups, &high.groups] {
        row.extend(groups.iter().map(|score| score.map_or(String::new(), |score| score.to_string())));
    }
    row.extend([low.in_place.to_string(), low.overall.to_string(), definition.levels[low.level].id.clone()]);
    row.push(outcome.open().to_string());
    let ends = [high.in_place.to_string(), high.overall.to_string(), definition.levels[high.level].id.clone()];
    row.extend(ends.map(|end| if outcome.open() > 0 { end } else { String::new() }));
    Some(row)
}

fn ends_within_quotes(csv: &[u8], delimiter: u8) -> bool {
    let mut at = 0;
    while at < csv.len() {
        if matches!(csv[at], b'\n' | b'\r') {
            at += 1;
            continue;
        }
        let (length, open) = record_length(&csv[at..], delimiter);
        if open {
            return true;
        }
        at += length;
    }
    false
}

/// A header with all questions in any order and metadata between them.
fn header(definition: &Definition, order: &[Index]) -> Vec<String> {
    let mut ids: Vec<String> = definition.questions().map(|(_, question)| question.id.clone()).collect();
    let mut header = Vec::new();
    for (at, index) in order.iter().enumerate() {
        if at % 4 == 1 {
            header.push(format!("meta{at}"));
        }
        if !ids.is_empty() {
            header.push(ids.swap_remove(index.index(ids.len())));
        }
    }
    header.extend(ids);
    header
}

/// A cell: mostly what is usual, sometimes anything.
fn cell() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        12 => "[0-4]".prop_map(String::into_bytes),
        2 => "\"[0-4]\"".prop_map(String::into_bytes),
        1 => "[0-9]{1,2}(\\.0)?".prop_map(String::into_bytes),
        1 => select(vec!["", "n/a", "\"n/a\"", "該当なし", "３", " 2 ", "\"\"", "\"1\"\"\"", "plain text, no", "応対", "a b"])
            .prop_map(|text| text.as_bytes().to_vec()),
    ]
}

fn wild() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        select(vec![
            "5\" pipe",
            "\"",
            "\"a\nb\"",
            "\"a\"\"b\"",
            "\"a\"b",
            "\0",
            "a\"",
            "\"\r\n\"",
            "\"open",
            "x\ry",
            "=1"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        Just(vec![b'a', 0xff, b'b']),
        "[a-c\",\n\r]{0,8}".prop_map(String::into_bytes),
    ]
}

/// A row: mostly with as many cells as there are columns.
fn row(columns: usize, hostile: bool) -> impl Strategy<Value = Vec<u8>> {
    let any = prop_oneof![60 => cell().boxed(), u32::from(hostile) => wild().boxed()];
    let usual = vec(any, columns);
    let strange = prop_oneof![vec(cell(), 0..columns + 3).boxed(), vec(wild(), 1..4).boxed()];
    let cells = prop_oneof![30 => usual.boxed(), u32::from(hostile) => strange.boxed()];
    (cells, select(vec!["\n", "\n", "\n", "\r\n", "\r", "\n\n"]))
        .prop_map(|(cells, end)| [cells.join(&b','), end.as_bytes().to_vec()].concat())
}

/// An assessment, a file for it, and its delimiter.
fn file(hostile: bool) -> impl Strategy<Value = (Definition, Vec<u8>, u8)> {
    (any::definition(0), vec(any::<Index>(), 0..14)).prop_flat_map(move |(definition, order)| {
        let header = header(&definition, &order);
        let rows = vec(row(header.len(), hostile), 0..60);
        let delimiter = select(vec![b',', b',', b'\t', b';']);
        (Just(definition), Just(header), rows, any::<bool>(), delimiter).prop_map(
            |(definition, header, rows, ends, delimiter)| {
                let mut csv = format!("{}\n", header.join(",")).into_bytes();
                csv.extend(rows.concat());
                if !ends && csv.ends_with(b"\n") {
                    csv.pop();
                }
                csv.iter_mut().filter(|byte| **byte == b',').for_each(|byte| *byte = delimiter);
                (definition, csv, delimiter)
            },
        )
    })
}

fn way() -> impl Strategy<Value = Way> {
    (1usize..400, 1usize..2_000, 1usize..=3).prop_map(|(size, piece, workers)| Way { size, piece, workers })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn usual_files_come_out_as_one_by_one((definition, csv, delimiter) in file(false), way in way(), summary: bool) {
        prop_assert_eq!(by_batch(&definition, &csv, delimiter, way, summary), one_by_one(&definition, &csv, delimiter));
    }

    #[test]
    fn hostile_files_come_out_as_one_by_one((definition, csv, delimiter) in file(true), way in way(), summary: bool) {
        prop_assert_eq!(by_batch(&definition, &csv, delimiter, way, summary), one_by_one(&definition, &csv, delimiter));
    }
}
