//! `weaker-level`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A level asks for no more than the levels below it.
pub static RULE: Rule = Rule {
    id: "weaker-level",
    group: Group::Reading,
    summary: "A level asks for no more than the levels below it.",
    why: "Levels run from lowest to highest. One that adds nothing can never be told from the one below it, and one \
          that asks for less in some respect is in the wrong place.",
    bad: r#"[[levels]]
id = "middle"
requires = { overall = 60 }

[[levels]]
id = "high"
requires = { overall = 60 }"#,
    good: r#"[[levels]]
id = "middle"
requires = { overall = 60 }

[[levels]]
id = "high"
requires = { overall = 80 }"#,
    finds: Finds::Reading,
};
