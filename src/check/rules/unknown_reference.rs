//! `unknown-reference`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// An id is referred to that nothing carries.
pub static RULE: Rule = Rule {
    id: "unknown-reference",
    group: Group::Reading,
    summary: "An id is referred to that nothing carries.",
    why: "The action, source, pillar, level, criterion or question that was meant would be left out of the result.",
    bad: r#"after = ["hired"]"#,
    good: r#"after = ["hire"]"#,
    finds: Finds::Reading,
};
