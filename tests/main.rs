//! The integration tests: laws of the library, and the program as its users meet it.

// What fails in a helper fails the test that calls it.
#![allow(
    clippy::type_complexity,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub
)]

mod against;
mod any;
mod batch_law;
mod beside;
mod boms;
mod bounds;
mod bytes;
mod codings;
mod content;
mod doors;
mod dressed;
mod emitters;
mod examples;
mod exports;
mod facts;
mod figures;
mod forms;
mod fuzzed;
mod groups;
mod habits;
mod headers;
mod hostile;
mod joined;
mod listed;
mod mended;
mod mistakes;
mod mutations;
mod objects;
mod oracle;
mod places;
mod program;
mod reading;
mod reasoning;
mod route;
mod rules;
mod scale;
mod scoring;
mod several;
mod signs;
mod slips;
mod spoken;
mod standards;
mod structure;
mod structures;
mod text;
mod texts;
mod tidy;
mod times;
mod told;
mod translations;
mod versions;
mod widths;
mod words;
#[cfg(feature = "xlsx")]
mod worksheets;

mod assess_terminal;
mod batch;
mod calendar;
mod check;
mod compare;
mod drafts;
mod exit_codes;
mod impact;
mod interrupts;
mod languages;
mod levels;
mod limits;
mod list;
mod manual;
mod maps;
mod new;
mod not_applicable;
#[cfg(feature = "xlsx")]
mod noted;
mod organisations;
mod outputs;
mod own_plan;
mod pages;
mod plan;
mod recipes;
mod respondents;
#[cfg(feature = "xlsx")]
mod returned;
mod same_twice;
mod schema;
mod score;
mod show;
mod sql;
mod template;
mod update;
