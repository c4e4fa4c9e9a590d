//! Many answer sets: from tables of any form to one result row each, a summary, and the rows that could not be scored.
//!
//! ```text
//! input  ->  CSV  ->  open: delimiter, header  ->  columns: which question is which  ->  blocks of whole records
//!        ->  workers: cells, scores, rows  ->  sink, in the order of the input
//! ```
//!
//! Every input becomes CSV on its way in, so that there is one reading of rows and cells. Nothing here opens a file:
//! whoever calls gives a reader, and takes blocks of finished rows.

mod agreement;
mod blocks;
mod cells;
mod columns;
mod cronbach;
mod distribution;
pub mod encoding;
mod fields;
mod first_actions;
mod job;
mod layout;
mod likeness;
pub mod map;
mod merge;
mod ndjson;
mod open;
mod packed;
mod pipeline;
mod quick;
mod record;
mod refused;
pub mod render;
mod scale;
mod scorer;
mod sets;
mod summary;
mod summary_json;
mod text;
mod words;
mod worker;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use agreement::krippendorff;
pub use blocks::{Blocks, MAX_RECORD};
pub use cells::Cells;
pub use columns::{Column, Columns, Matcher, Meaning, Refusal, Why};
pub use cronbach::Cronbach;
pub use distribution::Distribution;
pub use job::{Job, Wants};
pub use layout::{Extras, Form, Layout};
pub use merge::{Disagreement, Groups, MergeWith, Merged, Organisation};
pub use ndjson::{LeftOut, Ndjson, lines_of_array};
pub use open::{OpenError, Opened, open};
pub use pipeline::{RunError, Sink, Totals, run};
pub use scale::shifted;
pub use scorer::{Bound, Scored, Scorer};
pub use sets::Sets;
pub use summary::{MAX_SEGMENTS, Segment, Segments, Summary, TooManySegments};
pub use summary_json::summary_json;
pub use text::line as csv_line;
pub use worker::{Done, Reject};
