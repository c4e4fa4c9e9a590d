//! What the first pass of `cxm batch` costs, in which all rows are looked at before any is scored, beside the pass that scores
//! them and writes their results: both on one thread, in turn. Run by `compare.sh` on a table with points or option texts.
//!
//! usage: first_pass INPUT.csv OUTPUT.csv [ROUNDS]

// A benchmark whose input is broken has nothing to measure.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::fs::File;
use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cxm::batch::{Done, Gathered, Job, Sink, Wants, gather, run};
use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;
use cxm::mapping::map::Map;
use cxm::mapping::passed_over::{Choice, Judge};
use cxm::mapping::{Cells, Matcher, decide};
use cxm::report::population::{Extras, Form, Layout, RowEncoder, Rows};
use cxm::table::{self, Refused};

struct Output(File);

impl Sink<Rows> for Output {
    fn block(&mut self, done: &Done<Rows>) -> io::Result<()> {
        self.0.write_all(&done.rows.text)
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    // `cargo bench` without files has nothing to do here.
    let [_, input, output, rounds @ ..] = arguments.as_slice() else { return };
    let rounds = rounds.first().map_or(3, |rounds| rounds.parse().unwrap());
    let measured: Vec<(Duration, Duration)> = (0..rounds).map(|_| passes(input, output)).collect();
    let (first, second) = (measured.iter().map(|of| of.0).sum::<Duration>(), measured.iter().map(|of| of.1).sum());
    let per_round = |time: Duration| time.as_secs_f64() / f64::from(rounds);
    let share = 100.0 * first.as_secs_f64() / (first + second).as_secs_f64();
    let (first, second) = (per_round(first), per_round(second));
    println!("first pass {first:.2} s, scoring {second:.2} s: the first is {share:.0} % of both");
}

/// How long each pass takes.
fn passes(input: &str, output: &str) -> (Duration, Duration) {
    let source = Arc::new(Source::new("cx-maturity.toml", bundled::BUNDLED[0].toml));
    let languages = [definition::read(&source).0.unwrap()];
    let (cells, matcher) = (Cells::new(&languages, &Map::default()), Matcher::new(&languages, &Map::default()));
    let opened = table::open(File::open(input).unwrap(), &matcher, None, Refused::default()).unwrap();
    let columns = matcher.columns(&opened.header, &opened.below()).unwrap();
    let (choice, row) = (Choice::default(), opened.row + 1);
    let judge = Judge::new(&languages[0], &columns, &cells, &matcher, &choice, &opened.above).of_this_assessment();

    let begin = Instant::now();
    let blocks = opened.again(File::open(input).unwrap(), Refused::default()).unwrap();
    let Gathered { evidence, passed_over, .. } = gather(&judge, (blocks, opened.delimiter, row), 1).unwrap();
    let first = begin.elapsed();

    let scale = decide(&cells, &evidence, true).unwrap();
    let layout = Layout::new(&languages[0], &columns, Extras::default());
    let job =
        Job::new(&languages[0], cells.on(scale), columns, opened.delimiter, Wants::default()).without(passed_over);
    let encoder = RowEncoder { definition: &languages[0], layout: &layout, form: Form::Csv };
    let mut output = Output(File::create(output).unwrap());
    let begin = Instant::now();
    let totals = run(&job, &encoder, opened.blocks, row, 1, &mut output).unwrap();
    assert!(totals.rejected == 0, "all rows are scored");
    (first, begin.elapsed())
}
