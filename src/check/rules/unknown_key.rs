//! `unknown-key`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A key means nothing where it stands.
pub static RULE: Rule = Rule {
    id: "unknown-key",
    group: Group::Reading,
    summary: "A key means nothing where it stands.",
    why: "A slip such as `wieght = 2` would otherwise be passed over, and the default used in its place.",
    bad: "wieght = 2",
    good: "weight = 2",
    finds: Finds::Reading,
};
