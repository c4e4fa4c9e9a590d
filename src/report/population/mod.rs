//! What many results say, row by row and together, in each form.
//!
//! - Takes: typed rows of the pipeline, and the figures of a population.
//! - Gives: text for the terminal, CSV, JSON, and the cells of a spreadsheet.
//! - Never: computes a figure, reads back what it has written, or opens a file.

mod agenda;
mod csv;
mod digits;
mod json;
mod layout;
mod page;
mod rows;
mod sentences;
#[cfg(feature = "xlsx")]
mod sheet;
mod summary;
mod summary_json;
mod table;
mod titles;

pub use agenda::Agenda;
pub use csv::line as csv_line;
pub use layout::{Extras, Layout};
pub use rows::{Form, ITEM, RowEncoder, Rows};
pub use summary::summary;
pub use summary_json::summary_json;
pub use table::{ROWS, table};
