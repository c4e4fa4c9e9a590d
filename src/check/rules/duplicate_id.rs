//! `duplicate-id`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// Two things of one kind carry the same id.
pub static RULE: Rule = Rule {
    id: "duplicate-id",
    group: Group::Reading,
    summary: "Two things of one kind carry the same id.",
    why: "Answers, references and translations name things by id, and could mean either. Questions share one space of \
          ids over all criteria.",
    bad: r#"[[levels]]
id = "low"

[[levels]]
id = "low""#,
    good: r#"[[levels]]
id = "low"

[[levels]]
id = "high""#,
    finds: Finds::Reading,
};
