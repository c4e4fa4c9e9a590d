//! `unknown-action`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// An answer set names an action that the definition does not have.
pub static RULE: Rule = Rule {
    id: "unknown-action",
    group: Group::Reading,
    summary: "An answer set names an action that the definition does not have.",
    why: "What was meant to be done, excluded or estimated otherwise would silently not be.",
    bad: r#"[actions]
done = ["hier"]"#,
    good: r#"[actions]
done = ["hire"]"#,
    finds: Finds::Reading,
};
