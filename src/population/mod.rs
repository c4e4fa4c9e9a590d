//! What many results say together: distributions, reliability, segments, and organisations of several respondents.

mod agreement;
mod cronbach;
mod distribution;
mod first_actions;
mod merge;
mod summary;

pub use agreement::krippendorff;
pub use cronbach::Cronbach;
pub use distribution::Distribution;
pub(crate) use first_actions::FirstActions;
pub use merge::{Disagreement, Groups, MergeWith, Merged, Organisation};
pub use summary::{MAX_SEGMENTS, Segment, Segments, Summary, TooManySegments};
