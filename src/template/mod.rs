//! Blank answer sheets: a file to fill in by hand, a table for many respondents, a form as a spreadsheet, and forms for the
//! tools of others.
//!
//! - Takes: a definition, and the language of the program's own words.
//! - Gives: the sheet as text or bytes; what is filled in is read back by id or by text.
//! - Never: reads answers, or touches a file.

mod csv;
#[cfg(feature = "xlsx")]
mod formula;
mod metadata;
mod toml;
mod tools;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use self::csv::csv;
#[cfg(feature = "cli")]
pub(crate) use self::metadata::METADATA;
#[cfg(all(feature = "cli", feature = "xlsx"))]
pub(crate) use self::metadata::label;
pub use self::toml::toml;
#[cfg(feature = "xlsx")]
pub use self::tools::xlsform;
pub use self::tools::{NoForm, limesurvey, surveyjs};
#[cfg(feature = "xlsx")]
pub use self::xlsx::xlsx;
#[cfg(all(feature = "cli", feature = "xlsx"))]
pub(crate) use self::xlsx::{ANSWER, FORM_SHEET, LISTS, NOTE, NUMBER, OPEN, OPTIONS, QUESTION};
