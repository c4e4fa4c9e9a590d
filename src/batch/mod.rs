//! Many answer sets: from tables of any form to one result row each, a summary, and the rows that could not be scored.
//!
//! ```text
//! input  ->  CSV  ->  open: delimiter, header  ->  columns: which question is which  ->  blocks of whole records
//!        ->  workers: cells, scores, rows  ->  sink, in the order of the input
//! ```
//!
//! Every input becomes CSV on its way in, so that there is one reading of rows and cells. Nothing here opens a file:
//! whoever calls gives a reader, and takes blocks of finished rows.

mod job;
mod layout;
mod packed;
mod pipeline;
mod text;
mod worker;

pub use job::{Job, Wants};
pub(crate) use layout::{Cell, Row};
pub use layout::{Extras, Form, Layout};
pub use pipeline::{RunError, Sink, Totals, run};
pub use text::line as csv_line;
pub(crate) use text::shown;
pub use worker::{Done, Reject};
