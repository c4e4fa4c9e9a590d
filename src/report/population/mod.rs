//! What many results say, row by row and together, in each form.
//!
//! It takes the typed rows of [`crate::batch`] and the figures of [`crate::population`], and gives text, bytes, JSON, or the
//! cells of a spreadsheet. It computes no figure, reads nothing back that it has written, and opens no file.

mod agenda;
mod csv;
mod digits;
mod json;
mod layout;
mod page;
mod rows;
#[cfg(feature = "xlsx")]
mod sheet;
mod summary;
mod summary_json;
mod table;
mod words;

pub use agenda::agenda;
pub use csv::line as csv_line;
pub use layout::{Extras, Layout};
pub use rows::{Form, ITEM, RowEncoder, Rows};
pub use summary::summary;
pub use summary_json::summary_json;
pub use table::{ROWS, table};
