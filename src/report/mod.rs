//! Results, comparisons and questionnaires as people and programs read them.
//!
//! - Takes: a definition, answers, their score and plan; snapshots; what a population says.
//! - Gives: models that are complete ([`Report`] is the JSON `cxm.result/1`), and their text in every format and language.
//! - Never: scores anything anew, prints, or touches a file.

mod advice;
#[doc(hidden)]
pub mod blocks;
mod build;
#[doc(hidden)]
pub mod calendar;
mod carried;
mod change;
#[doc(hidden)]
pub mod comparison;
pub(crate) mod facts;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod html;
pub mod model;
mod own_plan;
mod phases;
#[doc(hidden)]
pub mod population;
mod previous;
#[doc(hidden)]
pub mod questionnaire;
#[doc(hidden)]
pub mod result;
#[doc(hidden)]
pub mod roadmap;
mod schedule;
#[doc(hidden)]
pub mod screen;
#[cfg(feature = "xlsx")]
#[doc(hidden)]
pub mod sheets;
#[doc(hidden)]
pub mod slides;
mod snapshot;
mod text;
mod told;
pub(crate) mod words;

pub use build::Input;
pub use change::Change;
pub use format::terminal::Viewport;
pub use model::Report;
pub use previous::previous;
pub use schedule::{OffCalendar, schedule};
pub use snapshot::snapshot;
