//! `cxm` finds out how mature an organisation's customer experience (CX) is, and what to do next.
//!
//! Data flows one way, and the modules stand in that order:
//!
//! ```text
//! definition  ->  answers  ->  score  ->  level  ->  plan  ->  report
//! (TOML, checked)              (exact)          (shortest route)  (terminal, Markdown, HTML, JSON, CSV, XLSX)
//! ```
//!
//! The rooms, from the street down; a room uses only rooms below it. The order stands here and nowhere else, and the
//! modules below follow it (in groups, since rustfmt sorts what stands together). Each room says at its head what it is
//! for, what it takes, what it gives, and what it never does. Those that the docs hide are for the commands and the tests,
//! and no part of what other crates may rely on:
//!
//! | room | what it is for |
//! | --- | --- |
//! | [`cli`] | the commands |
//! | [`survey`] | the questions in the terminal: a pure state machine, and the shells around it |
//! | `store` | files written whole or not at all |
//! | [`impact`] | what a changed definition does to answer sets given to the one before |
//! | [`schema`] | JSON Schemas of the files, for editors and other programs |
//! | [`template`] | blank answer sheets |
//! | [`sql`] | the scoring as a query for engines of others |
//! | [`report`] | views of results, and the formats that show them |
//! | [`batch`] | the pipeline for many answer sets: job, workers, order |
//! | [`population`] | what many results say together |
//! | [`mapping`] | which column is which question, which cell is which answer, and by which scale |
//! | [`table`] | any file of rows; knows nothing of assessments |
//! | [`check`] | the rules that a definition and its translations are held to |
//! | [`plan`] | the shortest route that ends challenges and reaches a level, and the priorities of all that remains |
//! | [`score`] | exact scores, intervals, levels, and what explains them |
//! | [`answers`] | what a respondent said |
//! | [`definition`] | what an assessment is: model, reading, translations, the bundled ones |
//! | [`document`] | a TOML or JSON file as a tree of cleaned values that know where they stand |
//! | [`diagnostic`] | findings in the user's files: what, where, why, and how to mend it |
//! | [`text`] | text made safe, compared and wrapped |
//! | [`words`] | all that the program says, in each of its languages |
//! | [`exact`] | scores, ratios, divisors: the arithmetic that everything stands on |
//!
//! # One answer set
//!
//! ```
//! use std::sync::Arc;
//!
//! use cxm::answers::{self, OtherVersion};
//! use cxm::definition::{self, bundled};
//! use cxm::diagnostic::Source;
//! use cxm::plan::{Aim, plan};
//! use cxm::score::{Scheme, score};
//!
//! // A definition, checked: it is there only if nothing in it is wrong.
//! let file = bundled::find("cx-maturity").expect("it is bundled").source();
//! let (definition, findings) = definition::read(&Arc::new(file));
//! let definition = definition.unwrap_or_else(|| panic!("{findings:?}"));
//!
//! // What a respondent said. What is wrong with it is a list of findings, with their places in the text.
//! let file = Source::new("answers.toml", "assessment = \"cx-maturity\"\n[answers]\nskills-onboarding = 5\n");
//! let document = answers::parse(&Arc::new(file)).expect("it is TOML");
//! let loaded = answers::load(&document, &definition, OtherVersion::default());
//! let (set, _warnings) = loaded.expect("these are answers to this definition");
//!
//! // The score and the level are ranges where questions are open.
//! let scheme = Scheme::compile(&definition, &set.profile);
//! let outcome = score(&scheme, &set.answers).expect("a question applies");
//! let level = &definition.levels[outcome.low.level];
//! assert_eq!((outcome.low.overall.to_string(), level.id.as_str()), ("3.5".to_owned(), "starter"));
//! assert!(outcome.low.overall < outcome.high.overall);
//!
//! // The shortest route that ends the challenges found and reaches the next level.
//! let route = plan(&scheme, &set.answers, &set.actions, &Aim::NEXT).expect("a question applies").route;
//! assert!(route.unmet.is_empty());
//! let first = &definition.actions[route.actions[0]];
//! assert_eq!(first.id, "retrain-on-change");
//! ```
//!
//! # Invariants
//!
//! - Only `cli`, `main.rs` and the shells of the survey touch files or the terminal, and only `cli` the clock. No other
//!   function prints.
//! - Whatever is wrong with a user's file is a value: no input can make the program panic.
//! - Text from files is cleaned of control characters once, in [`document`]; what [`batch`] carries along, where it is
//!   written.
//! - What the program says stands in [`words`]. Results, forms and the survey take the language that they are said in; errors,
//!   findings and notes are said in that of the process, which only `cli` sets, once: the library speaks English.
//! - Output is in the order of the definition, or sorted.
//! - Scoring takes a compiled definition with dense indices and no text, and no floating-point number decides a level.
//!
//! `tests/doors.rs` keeps the order of the rooms, `tests/tidy.rs` the first and the last invariant; `tests/hostile.rs` tries
//! the second and the third, `tests/words.rs` reads the words.

#[cfg(feature = "cli")]
pub mod cli;
#[doc(hidden)]
pub mod survey;

#[cfg(feature = "cli")]
mod store;

#[doc(hidden)]
pub mod impact;
#[doc(hidden)]
pub mod schema;
#[doc(hidden)]
pub mod template;

#[doc(hidden)]
pub mod sql;

pub mod report;

#[doc(hidden)]
pub mod batch;
#[doc(hidden)]
pub mod population;

#[doc(hidden)]
pub mod mapping;
#[doc(hidden)]
pub mod table;

pub mod check;
pub mod plan;
pub mod score;

pub mod answers;
pub mod definition;
#[doc(hidden)]
pub mod document;

pub mod diagnostic;
pub mod text;

pub mod words;

pub mod exact;
