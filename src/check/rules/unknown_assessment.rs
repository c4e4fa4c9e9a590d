//! `unknown-assessment`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// An answer set names an assessment that is not known.
pub static RULE: Rule = Rule {
    id: "unknown-assessment",
    group: Group::Reading,
    summary: "An answer set names an assessment that is not known.",
    why: "Without the definition the answers mean nothing.",
    bad: r#"assessment = "cx-maturty""#,
    good: r#"assessment = "cx-maturity""#,
    finds: Finds::Reading,
};
