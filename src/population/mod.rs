//! What many results say together: distributions, reliability, segments, and organisations of several respondents.
//!
//! It takes answers and scores of one row after another, and gives counts, distributions and coefficients. Floats are only
//! in the coefficients, which decide nothing. Names of segments and organisations are keys; how anything is shown, and where rows
//! come from, it never knows.

mod agreement;
mod counts;
mod cronbach;
mod distribution;
mod first_actions;
mod organisations;
mod summary;

pub use agreement::krippendorff;
pub use counts::MergeWith;
pub use cronbach::Cronbach;
pub use distribution::Distribution;
pub(crate) use first_actions::FirstActions;
pub use organisations::{Disagreement, Groups, Merged, Organisation};
pub use summary::{MAX_SEGMENTS, Segment, Segments, Summary, TooManySegments};
