//! `syntax`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// The file is not well-formed.
pub static RULE: Rule = Rule {
    id: "syntax",
    group: Group::Reading,
    summary: "The file is not well-formed.",
    why: "What cannot be parsed cannot be read: as long as a file has such errors, nothing else is said about it.",
    bad: "title = Small",
    good: r#"title = "Small""#,
    finds: Finds::Reading,
};
