//! The job of `cxm batch` with the `csv` crate on one thread: columns resolved once, fields borrowed, integers.
//! Run by `compare.sh`; it knows only the bundled assessment, complete rows, and points or option texts.

// A benchmark whose input is broken has nothing to measure.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::Arc;

use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    // `cargo bench` without files has nothing to do here.
    let [_, input, output] = arguments.as_slice() else { return };
    let source = Arc::new(Source::new("cx-maturity.toml", bundled::BUNDLED[0].toml));
    let definition = definition::read(&source).0.unwrap();
    let mut reader = csv::Reader::from_path(input).unwrap();
    let header = reader.headers().unwrap().clone();
    let questions: Vec<_> = definition.questions().collect();
    let question = |name: &str| questions.iter().position(|(_, question)| question.id == name);
    let columns: Vec<Option<usize>> = header.iter().map(question).collect();
    let words: Vec<HashMap<&[u8], u32>> = questions
        .iter()
        .map(|(_, question)| {
            question.options.iter().map(|option| (option.text.as_bytes(), option.points - 1)).collect()
        })
        .collect();
    let mut out = std::io::BufWriter::with_capacity(256 << 10, std::fs::File::create(output).unwrap());
    let mut names: Vec<&str> = header.iter().filter(|name| question(name).is_none()).collect();
    names.extend(definition.criteria.iter().map(|criterion| criterion.id.as_str()));
    writeln!(out, "{},in_place,overall,level", names.join(",")).unwrap();
    let mut record = csv::ByteRecord::new();
    let mut sums = vec![0; definition.criteria.len()];
    while reader.read_byte_record(&mut record).unwrap() {
        sums.fill(0);
        for (column, cell) in columns.iter().zip(&record) {
            match column {
                None => {
                    out.write_all(cell).unwrap();
                    out.write_all(b",").unwrap();
                }
                Some(question) => {
                    let points = match cell {
                        [digit] => u32::from(digit - b'0') - 1,
                        text => words[*question][text],
                    };
                    sums[questions[*question].0] += points;
                }
            }
        }
        let mut in_place = 0;
        for sum in &sums {
            let tenths = sum * 1_000 / 16;
            in_place += usize::from(tenths >= 750);
            write!(out, "{}.{},", tenths / 10, tenths % 10).unwrap();
        }
        let overall = sums.iter().sum::<u32>() * 1_000 / 112;
        let level = match in_place {
            0..2 => "starter",
            2..4 => "emerger",
            4..6 => "riser",
            _ => "champion",
        };
        writeln!(out, "{in_place},{}.{},{level}", overall / 10, overall % 10).unwrap();
    }
}
