//! `wrong-assessment`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// The answers belong to another assessment.
pub static RULE: Rule = Rule {
    id: "wrong-assessment",
    group: Group::Reading,
    summary: "The answers belong to another assessment.",
    why: "Questions of the same id could mean something else there.",
    bad: r#"assessment = "small"
# scored with --assessment large.toml"#,
    good: r#"assessment = "large""#,
    finds: Finds::Reading,
};
