//! Blank answer sheets: a file to fill in by hand, a table for many respondents, a form as a spreadsheet.
//!
//! Whatever is filled in is read back by id or by text: an answer file by `cxm score`, tables and forms by `cxm batch`.
//! Nothing here reads or writes files.

mod csv;
mod toml;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use self::csv::csv;
pub use self::toml::toml;
#[cfg(feature = "xlsx")]
pub use self::xlsx::xlsx;

/// The metadata that a sheet asks for, by the keys that results show.
const METADATA: [&str; 3] = ["organisation", "respondent", "date"];
