//! One model of a result, and a renderer for each format.
//!
//! [`Report`] is complete: whatever a renderer shows is in it, and serialised it is the JSON `cxm.result/1`. The
//! renderers ([`table`] for the terminal, [`markdown`]) only arrange it. [`questionnaire`] shows an assessment itself. Nothing here scores, and nothing prints.

mod build;
pub mod markdown;
pub mod model;
pub mod questionnaire;
pub mod table;
mod text;

pub use build::Input;
pub use model::Report;
