//! What many results say together, for the terminal and for other programs.

mod render;
mod summary_json;
mod words;

pub use render::{agenda, summary, table};
pub use summary_json::summary_json;
