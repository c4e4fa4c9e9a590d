//! One model of a result, and a renderer for each format.
//!
//! [`Report`] is complete: whatever a renderer shows is in it, and serialised it is the JSON `cxm.result/1`. The
//! renderers ([`table`] for the terminal, [`markdown`], [`html`], [`csv`], `xlsx`) only arrange it. [`comparison`] sets
//! several results side by side; [`questionnaire`] and the form of [`html`] show an assessment itself. Nothing here
//! scores anything new, and nothing prints.

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
