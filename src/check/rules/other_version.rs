//! `other-version`: found while an answer set is read; said there, and no error.

use crate::diagnostic::{Finds, Group, Rule};

/// The answers were given to another version of the definition.
pub static RULE: Rule = Rule {
    id: "other-version",
    group: Group::Notice,
    summary: "The answers were given to another version of the definition.",
    why: "Questions and options may have changed their meaning since. The answers are scored all the same.",
    bad: r#"version = "1.0.0"
# while the definition is at 1.2.0"#,
    good: r#"version = "1.2.0""#,
    finds: Finds::Reading,
};
