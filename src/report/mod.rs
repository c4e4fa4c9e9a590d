//! Results, comparisons and questionnaires as people and programs read them.
//!
//! - Takes: a definition, answers, their score and plan; snapshots; what a population says.
//! - Gives: models that are complete ([`Report`] is the JSON `cxm.result/1`), and their text in every format and language.
//! - Never: scores anything anew, prints, or touches a file.

pub mod blocks;
mod build;
mod change;
pub mod comparison;
pub mod format;
pub mod html;
pub mod model;
mod phases;
pub mod population;
pub mod questionnaire;
pub mod result;
pub mod screen;
#[cfg(feature = "xlsx")]
pub mod sheets;
mod snapshot;
mod text;
pub(crate) mod words;

pub use build::Input;
pub use change::Change;
pub use format::terminal::Viewport;
pub use model::Report;
pub use snapshot::snapshot;
