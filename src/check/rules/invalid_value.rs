//! `invalid-value`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A value has the right type but is none that the format knows.
pub static RULE: Rule = Rule {
    id: "invalid-value",
    group: Group::Reading,
    summary: "A value has the right type but is none that the format knows.",
    why: "Guessing at what was meant could change a result without anybody noticing.",
    bad: r#"version = "1.2""#,
    good: r#"version = "1.2.0""#,
    finds: Finds::Reading,
};
