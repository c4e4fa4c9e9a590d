//! Any file of rows: encoding, delimiter, header, records, and blocks of whole records; CSV, NDJSON and spreadsheets.
//!
//! - Takes: bytes and, where a header is to be found, what the caller looks for in headers. Whatever is no CSV becomes CSV
//!   on its way in, so that there is one reading of rows; what cannot is refused beside the rows, with its reason.
//! - Gives: the header and blocks of whole records, and sheets of typed cells.
//! - Never: opens a file, or knows of assessments: what a column or a cell means is said above.
//!
//! A record is read in two ways: `Record` is the meaning, and `Field` finds where a field is without copying it.

mod blocks;
mod choice;
#[cfg(feature = "cli")]
pub mod compressed;
mod cut;
pub mod encoding;
mod fields;
mod frame;
mod header;
mod left_out;
mod ndjson;
mod object;
mod open;
mod record;
mod refused;
mod rows;
mod unseen;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub(crate) use blocks::HEAD;
pub use blocks::{BlockError, Blocks, MAX_RECORD};
pub(crate) use encoding::is_utf8;
pub(crate) use fields::{Field, Span};
pub use header::{HeaderWords, MAX_COLUMNS};
pub use left_out::LeftOut;
pub use ndjson::{Members, lines_of_array, lines_of_object};
pub use open::{MAX_HEADER, OpenError, Opened, first_record, open, open_converted, open_lines};
pub(crate) use record::{Record, skip_empty_lines, swallows_rows, write_field};
pub use refused::Refused;
pub(crate) use refused::RefusedRow;
pub use unseen::{Covered, Limit, LimitedBy, Unseen};
