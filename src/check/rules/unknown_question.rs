//! `unknown-question`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// An answer is given to a question that the definition does not have.
pub static RULE: Rule = Rule {
    id: "unknown-question",
    group: Group::Reading,
    summary: "An answer is given to a question that the definition does not have.",
    why: "The answer would be lost, and the question that was meant stay open.",
    bad: r"[answers]
speed-anser = 2",
    good: r"[answers]
speed-answer = 2",
    finds: Finds::Reading,
};
