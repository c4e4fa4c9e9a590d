//! Any file of rows: encoding, delimiter, header, records, and blocks of whole records; CSV, NDJSON and spreadsheets.

mod blocks;
mod cut;
pub mod encoding;
mod fields;
mod ndjson;
mod open;
mod record;
mod refused;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub(crate) use blocks::{Block, BlockError};
pub use blocks::{Blocks, MAX_RECORD};
pub(crate) use fields::{Span, carry, field, of};
pub use ndjson::{LeftOut, Ndjson, lines_of_array};
pub use open::{HeaderWords, OpenError, Opened, open};
pub(crate) use record::{Record, skip_empty_lines, write_field};
pub use refused::Refused;
pub(crate) use refused::RefusedRow;
