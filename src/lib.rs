//! `cxm` finds out how mature an organisation's customer experience (CX) is, and what to do next.
//!
//! Data flows one way, and the modules stand in that order:
//!
//! ```text
//! definition  ->  answers  ->  score  ->  level  ->  plan  ->  report
//! (TOML, checked)              (exact)          (shortest route)  (terminal, Markdown, HTML, JSON, CSV, XLSX)
//! ```
//!
//! | module | what it is for |
//! | --- | --- |
//! | [`diagnostic`] | findings in the user's files: what, where, why, and how to mend it |
//! | [`document`] | a TOML or JSON file as a tree of cleaned values that know where they stand |
//! | [`definition`] | what an assessment is: reading, translations, the bundled ones |
//! | [`answers`] | what a respondent said |
//! | [`score`] | exact scores, intervals, levels, and what explains them |
//! | [`plan`] | the shortest route to a level, and the priorities of all that remains |
//! | [`batch`] | many answer sets: tables in; result rows, rejects and a summary out |
//! | [`check`] | the rules that a definition and its translations are held to |
//! | [`survey`] | the questions in the terminal: a pure state machine, and the shells around it |
//! | [`report`] | one model of a result, one of a comparison, and a renderer for each format |
//! | [`template`] | blank answer sheets |
//! | [`impact`] | what a changed definition does to answer sets given to the one before |
//! | [`schema`] | JSON Schemas of the files, for editors and other programs |
//! | [`cli`] | the commands |
//! | `store` | whole files |
//! | [`text`] | text made safe, compared and wrapped; the program's own languages |
//! | [`exact`] | scores, ratios, divisors |
//!
//! # Invariants
//!
//! - Only `cli`, `main.rs` and the shells of the survey touch files or the terminal, and only `cli` the clock. No other
//!   function prints.
//! - Whatever is wrong with a user's file is a value: no input can make the program panic.
//! - Text from files is cleaned of control characters once, in [`document`]; what [`batch`] carries along, where it is
//!   written.
//! - Output is in the order of the definition, or sorted.
//! - Scoring takes a compiled definition with dense indices and no text, and no floating-point number decides a level.
//!
//! `tests/tidy.rs` keeps the first and the last; `tests/hostile.rs` tries the second and the third.

pub mod answers;
pub mod batch;
pub mod check;
pub mod cli;
pub mod definition;
pub mod diagnostic;
pub mod document;
pub mod exact;
pub mod impact;
pub mod plan;
pub mod report;
pub mod schema;
pub mod score;
mod store;
pub mod survey;
pub mod template;
pub mod text;
