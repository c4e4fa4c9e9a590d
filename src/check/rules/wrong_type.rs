//! `wrong-type`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A value is of another type than its key takes.
pub static RULE: Rule = Rule {
    id: "wrong-type",
    group: Group::Reading,
    summary: "A value is of another type than its key takes.",
    why: "A number in quotes is a text, and one text is not a list of one.",
    bad: r#"effort = "4"
steps = "Ask around.""#,
    good: r#"effort = 4
steps = ["Ask around."]"#,
    finds: Finds::Reading,
};
