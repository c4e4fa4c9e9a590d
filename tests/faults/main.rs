//! Faults: every command with outputs and inputs that give way, with signals at random times, and surveys that are killed.
//!
//! `.ci/faults` runs it; its output is a table of what was tried. What is wrong is printed as it is found and makes the exit code 1.
//! `FAULTS_SECONDS` bounds the kills in the survey (they end after 1,000), and `FAULTS_SEED` repeats random times. With
//! `FAULTS_WHOLE`, whatever was not tried makes the exit code 1 too.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::exit,
    missing_docs,
    unreachable_pub
)]

#[cfg(unix)]
mod commands;
#[cfg(unix)]
mod inputs;
#[cfg(unix)]
mod outputs;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod survey;
#[cfg(unix)]
mod table;

#[cfg(unix)]
fn main() {
    let table = table::Table::default();
    let seed = std::env::var("FAULTS_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed =
        seed.unwrap_or_else(|| u64::from(std::process::id()) ^ jiff::Timestamp::now().as_second().cast_unsigned());
    println!("FAULTS_SEED={seed}");
    outputs::try_all(&table);
    inputs::try_all(&table, seed);
    signals::try_all(&table, seed);
    survey::try_all(&table, seed);
    table.print();
    if table.is_wrong() {
        std::process::exit(1);
    }
}

#[cfg(not(unix))]
fn main() {
    println!("NOT TRIED: pipes, signals and full devices as they are tried here are Unix's");
}
