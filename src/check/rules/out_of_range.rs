//! `out-of-range`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A number, or the size of a list or text, is outside its bounds.
pub static RULE: Rule = Rule {
    id: "out-of-range",
    group: Group::Reading,
    summary: "A number, or the size of a list or text, is outside its bounds.",
    why: "The bounds keep scores exact, questions readable and searches short; FORMAT.md gives each of them.",
    bad: "effort = 5000",
    good: "effort = 50",
    finds: Finds::Reading,
};
