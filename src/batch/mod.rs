//! The pipeline for many answer sets: from a table to one typed row of results each, in the order of the input.
//!
//! ```text
//! blocks of whole records  ->  workers: cells, scores, rows  ->  sink, in the order of the input
//! ```
//!
//! It takes blocks of an opened table and a [`Job`], and gives its sink rows as the [`Encoder`] leaves them, the rows that
//! could not be scored, and what all of them sum up to. It never opens a file, and knows no form in which results are written.

mod job;
mod packed;
mod pipeline;
mod row;
mod worker;

pub use job::{Job, Wants};
pub use pipeline::{RunError, Sink, Totals, run};
pub use row::{Cell, Encoder, OwnedRow, Row};
pub use worker::{Done, Reject};
