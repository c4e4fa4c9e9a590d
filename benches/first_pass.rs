//! What the first pass of `cxm batch` costs, in which all rows are looked at before any is scored, beside the pass that scores
//! them and writes their results: both on one thread, in turn, over rows of points, of points in quotes, and of option texts
//! (words). Where rows come from and go to is memory, so that no disk is measured.
//!
//! usage: first_pass [ROWS [ROUNDS]]

// A benchmark whose input is broken has nothing to measure.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::io::{self, Read};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cxm::batch::{Done, Gathered, Job, Sink, Wants, gather, run};
use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::Source;
use cxm::mapping::map::Map;
use cxm::mapping::passed_over::{Choice, Judge};
use cxm::mapping::{Cells, Matcher, decide};
use cxm::report::population::{Extras, Form, Layout, RowEncoder, Rows};
use cxm::table::{self, Refused};

/// So many rows are made, and come again and again.
const DIFFERENT: usize = 10_000;

#[derive(Clone, Copy, Debug)]
enum Kind {
    Plain,
    Quoted,
    Words,
}

/// A header, and so many bytes of rows that come again and again.
struct Table<'t> {
    header: &'t [u8],
    rows: &'t [u8],
    at: usize,
    left: usize,
}

impl Read for Table<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let next = if self.header.is_empty() { &self.rows[self.at..] } else { self.header };
        let read = next.len().min(buffer.len()).min(self.left);
        buffer[..read].copy_from_slice(&next[..read]);
        if self.header.is_empty() {
            (self.at, self.left) = ((self.at + read) % self.rows.len(), self.left - read);
        } else {
            self.header = &self.header[read..];
        }
        Ok(read)
    }
}

/// As if it was written.
struct Nowhere;

impl Sink<Rows> for Nowhere {
    fn block(&mut self, done: &Done<Rows>) -> io::Result<()> {
        std::hint::black_box(&done.rows.text);
        Ok(())
    }
}

fn main() {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse().ok());
    let (rows, rounds) = (numbers.next().unwrap_or(2_000_000), numbers.next().unwrap_or(3));
    let source = Arc::new(Source::new("cx-maturity.toml", bundled::BUNDLED[0].toml));
    let definition = definition::read(&source).0.unwrap();
    for kind in [Kind::Plain, Kind::Quoted, Kind::Words] {
        let (header, pool) = table(&definition, kind);
        let measured: Vec<_> = (0..rounds).map(|_| passes(&definition, &header, &pool, rows)).collect();
        // The quickest of each: what else a machine does only adds.
        let best = |of: fn(&(Duration, Duration)) -> Duration| measured.iter().map(of).min().unwrap().as_secs_f64();
        let (first, second) = (best(|of| of.0), best(|of| of.1));
        let share = 100.0 * first / (first + second);
        println!(
            "{kind:?}, {rows} rows: first pass {first:.2} s, scoring {second:.2} s: the first is {share:.0} % of both"
        );
    }
}

/// A header, and rows whose answers and metadata differ.
fn table(definition: &Definition, kind: Kind) -> (Vec<u8>, Vec<u8>) {
    let questions: Vec<_> = definition.questions().map(|(_, question)| question).collect();
    let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
    let (begin, end) = ids.split_at(9);
    let header = format!("respondent,{},segment,{},country\n", begin.join(","), end.join(","));
    let mut state = 20_261_122_u64;
    let mut chance = |of: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % of
    };
    let quote = |cell: &str| match kind {
        Kind::Plain => cell.to_owned(),
        Kind::Words if !cell.contains([',', '"']) => cell.to_owned(),
        Kind::Quoted | Kind::Words => format!("\"{}\"", cell.replace('"', "\"\"")),
    };
    let mut rows = String::new();
    for number in 0..DIFFERENT {
        let answers = questions.iter().map(|question| {
            let option = &question.options[chance(question.options.len())];
            quote(&if matches!(kind, Kind::Words) { option.text.clone() } else { option.points.to_string() })
        });
        let answers: Vec<String> = answers.collect();
        let (begin, end) = answers.split_at(9);
        let [segment, country] =
            [["retail", "banking", "public"][number % 3], ["JP", "DE", "FR", "GB"][number % 4]].map(quote);
        rows +=
            &format!("{},{},{segment},{},{country}\n", quote(&format!("R{number:08}")), begin.join(","), end.join(","));
    }
    (header.into_bytes(), rows.into_bytes())
}

/// How long each pass takes over so many rows.
fn passes(definition: &Definition, header: &[u8], pool: &[u8], rows: usize) -> (Duration, Duration) {
    let part = pool.split_inclusive(|byte| *byte == b'\n').take(rows % DIFFERENT).map(<[u8]>::len).sum::<usize>();
    let left = rows / DIFFERENT * pool.len() + part;
    let again = || Table { header, rows: pool, at: 0, left };
    let languages = std::slice::from_ref(definition);
    let (cells, matcher) = (Cells::new(languages, &Map::default()), Matcher::new(languages, &Map::default()));
    let opened = table::open(again(), &matcher, None, Refused::default()).unwrap();
    let columns = matcher.columns(&opened.header, &opened.below()).unwrap();
    let (choice, row) = (Choice::default(), opened.row + 1);
    let judge = Judge::new(definition, &columns, &cells, &matcher, &choice, &opened.above).of_this_assessment();

    let begin = Instant::now();
    let blocks = opened.again(again(), Refused::default()).unwrap().guessed();
    let Gathered { evidence, passed_over, .. } = gather(&judge, (blocks, opened.delimiter, row), 1).unwrap().unwrap();
    let first = begin.elapsed();

    let scale = decide(&cells, &evidence, true).unwrap();
    let layout = Layout::new(definition, &columns, Extras::default());
    let job = Job::new(definition, cells.on(scale), columns, opened.delimiter, Wants::default()).without(passed_over);
    let encoder = RowEncoder { definition, layout: &layout, form: Form::Csv };
    let begin = Instant::now();
    let totals = run(&job, &encoder, opened.blocks, row, 1, &mut Nowhere).unwrap();
    assert!(totals.scored == u64::try_from(rows).unwrap(), "all rows are scored: {totals:?}");
    (first, begin.elapsed())
}
