//! Results, comparisons and questionnaires as people and programs read them.
//!
//! - Takes: a definition, answers, their score and plan; snapshots; what a population says.
//! - Gives: models that are complete ([`Report`] is the JSON `cxm.result/1`), and their text in every format and language.
//! - Never: scores anything anew, prints, or touches a file.

mod build;
mod change;
pub mod comparison;
pub mod csv;
pub mod html;
pub mod markdown;
pub mod model;
mod phases;
pub mod population;
pub mod questionnaire;
mod snapshot;
pub mod table;
mod text;
pub(crate) mod words;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use build::Input;
pub use change::Change;
pub use model::Report;
pub use snapshot::snapshot;
