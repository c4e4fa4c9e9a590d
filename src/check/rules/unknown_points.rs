//! `unknown-points`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// Points are given or promised that no option of the question has.
pub static RULE: Rule = Rule {
    id: "unknown-points",
    group: Group::Reading,
    summary: "Points are given or promised that no option of the question has.",
    why: "Points say which option holds. An action that raises a question to points between two options promises a \
          state that nobody described.",
    bad: r#"options = [{ points = 0, text = "never" }, { points = 3, text = "always" }]
# and further down
raises = { care-check = 2 }"#,
    good: "raises = { care-check = 3 }",
    finds: Finds::Reading,
};
