//! How long one result takes, beside the least it could take: parsing the definition with the `toml` crate alone, and of a
//! whole run, starting a program that does nothing.
//! Absolute times mean little on a shared machine; compare the lines of one run.

// A benchmark whose input is broken has nothing to measure.
#![allow(clippy::unwrap_used, missing_docs)]

use std::process::{Command, Stdio};
use std::sync::Arc;

use cxm::answers::{self, Answer, OwnPlan};
use cxm::definition::{self, Definition, Profile, bundled};
use cxm::diagnostic::Source;
use cxm::document::{Document, Syntax};
use cxm::plan::{Aim, plan};
use cxm::report::screen::render;
use cxm::report::{Input, Viewport};
use cxm::score::Scheme;
use cxm::words::Lang;

const ANSWERS: &str = include_str!("../examples/answers/eight-challenges.toml");

fn main() {
    divan::main();
}

fn definition() -> Definition {
    definition::read(&Arc::new(Source::new("cx-maturity.toml", bundled::BUNDLED[0].toml))).0.unwrap()
}

#[divan::bench]
fn parse_the_definition_with_toml_alone() -> usize {
    toml::de::DeTable::parse(bundled::BUNDLED[0].toml).unwrap().get_ref().len()
}

#[divan::bench]
fn take_the_definition_from_the_program() -> Definition {
    definition::read(&Arc::new(bundled::BUNDLED[0].source())).0.unwrap()
}

#[divan::bench]
fn read_and_check_the_definition() -> Definition {
    definition()
}

#[divan::bench]
fn from_files_to_the_page() -> String {
    let definition = definition();
    let source = Arc::new(Source::new("answers.toml", ANSWERS));
    let document = Document::parse(&source, Syntax::Toml).unwrap();
    let (set, _) = answers::read(&document, &definition);
    let digest = definition::digest(bundled::BUNDLED[0].toml);
    let input = Input { definition: &definition, digest: &digest, set: &set, aim: &Aim::NEXT, top: Some(8) };
    render(&input.report().unwrap(), Viewport { lang: Lang::EN, width: 80, ascii: false })
}

/// The longest route of the bundled assessment: from nothing to the top.
#[divan::bench]
fn route_from_nothing_to_the_top(bencher: divan::Bencher<'_, '_>) {
    let scheme = Scheme::compile(&definition(), &Profile::default());
    let answers = vec![Answer::Option(0); scheme.questions.len()];
    let aim = Aim::Level { to: Some(scheme.levels.len() - 1), challenges: true };
    bencher.bench(|| plan(&scheme, &answers, &OwnPlan::default(), &aim));
}

/// What follows from the bundled assessment for every organisation.
#[divan::bench]
fn reason_about_the_definition(bencher: divan::Bencher<'_, '_>) {
    let definition = definition();
    bencher.bench(|| cxm::check::reason::reason(&definition));
}

/// From the start of a program to its end.
fn run(program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(command.status().unwrap().success());
}

#[divan::bench]
fn start_a_program_that_does_nothing() {
    run("true", &[]);
}

#[divan::bench]
fn start_and_score() {
    run(env!("CARGO_BIN_EXE_cxm"), &["score", "examples/answers/riser.toml"]);
}

#[divan::bench]
fn start_and_score_three_rows() {
    run(env!("CARGO_BIN_EXE_cxm"), &["batch", "examples/tables/semicolons.csv"]);
}
