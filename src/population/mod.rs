//! What many results say together: distributions, reliability, segments, and organisations of several respondents.
//!
//! - Takes: answers and scores, one row after another; names of segments and organisations as keys.
//! - Gives: counts, distributions and coefficients, and one answer set for the respondents of an organisation.
//! - Never: knows where rows come from or how a figure is shown; lets a float decide anything.

mod agenda;
mod agreement;
mod chosen;
mod coefficient;
mod counts;
mod cronbach;
mod distribution;
mod first_actions;
mod fits;
mod organisations;
mod sample;
mod segments;
mod summary;

pub use agenda::Disagreement;
pub use agreement::{agreement, krippendorff};
pub use coefficient::Coefficient;
pub use counts::MergeWith;
pub use cronbach::Cronbach;
pub use distribution::Distribution;
use first_actions::FirstActions;
pub(crate) use first_actions::Wanted;
pub(crate) use fits::{Fits, Follows};
pub use organisations::{Dispute, Groups, MAX_ORGANISATIONS, Merged, Organisation, Sorted};
pub(crate) use sample::{sample, size as sample_size};
pub(crate) use segments::Adding;
pub(crate) use summary::BLANK;
pub use summary::{MAX_SEGMENTS, Segment, Segments, Summary, TooManySegments};
