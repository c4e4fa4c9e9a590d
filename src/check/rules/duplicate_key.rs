//! `duplicate-key`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A key stands twice in one table.
pub static RULE: Rule = Rule {
    id: "duplicate-key",
    group: Group::Reading,
    summary: "A key stands twice in one table.",
    why: "Only one of the values could count, and nothing says which.",
    bad: r"weight = 2
weight = 3",
    good: "weight = 3",
    finds: Finds::Reading,
};
