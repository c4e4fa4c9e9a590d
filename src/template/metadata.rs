//! The metadata that a sheet asks for, by the keys that results show.

/// In the order in which it is asked for.
pub(crate) const METADATA: [&str; 3] = ["organisation", "respondent", "date"];
