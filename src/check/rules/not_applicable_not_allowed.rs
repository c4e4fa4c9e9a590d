//! `not-applicable-not-allowed`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A question that always applies is answered n/a.
pub static RULE: Rule = Rule {
    id: "not-applicable-not-allowed",
    group: Group::Reading,
    summary: "A question that always applies is answered n/a.",
    why: "`not_applicable = false` says that nobody can do without what is asked; n/a would take the question out of \
          the score.",
    bad: r#"[answers]
speed-answer = "n/a""#,
    good: r"[answers]
speed-answer = 0",
    finds: Finds::Reading,
};
