//! `missing-key`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A key that must be there is not.
pub static RULE: Rule = Rule {
    id: "missing-key",
    group: Group::Reading,
    summary: "A key that must be there is not.",
    why: "Without it the program would have to make something up.",
    bad: r#"[[levels]]
id = "low"
name = "Low""#,
    good: r#"[[levels]]
id = "low"
name = "Low"
summary = "Everybody starts here.""#,
    finds: Finds::Reading,
};
