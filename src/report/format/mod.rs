//! Formats: each shows any blocks, or any table of them, in its own way.
//!
//! - Takes: blocks; the spreadsheets tables alone.
//! - Gives: text, or the bytes of a workbook.
//! - Never: knows what the blocks are about, or has words of its own. Pages for browsers are made by hand, in `html`.

pub mod csv;
pub mod markdown;
pub mod terminal;
#[cfg(feature = "xlsx")]
pub mod xlsx;
