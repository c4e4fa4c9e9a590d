//! The pipeline for many answer sets: from a table to one typed row of results each, in the order of the input.
//!
//! ```text
//! blocks of whole records  ->  workers: cells, scores, rows  ->  sink, in the order of the input
//! ```
//!
//! - Takes: the blocks of an opened table, and a [`Job`]: the assessment, its columns, what its cells mean, what is wanted.
//! - Gives: blocks of rows as their [`Encoder`] leaves them, the rows that could not be scored, and what all sum up to.
//! - Never: opens a file, or knows in which form results are written.

mod complete;
mod counts;
mod cutter;
mod digits;
mod eight;
mod figures;
mod gather;
mod job;
mod last_rows;
mod pipeline;
mod reader;
mod remarks;
mod row;
mod same;
mod shape;
#[cfg(test)]
mod tests;
mod told;
mod worker;

pub use gather::{Gathered, gather};
pub use job::{Job, Wants};
pub use pipeline::{RunError, Sink, Totals, run};
pub use reader::Suspicions;
pub use row::{Cell, Encoder, OwnedRow, Row, RowName};
pub use worker::{Done, Reject};
