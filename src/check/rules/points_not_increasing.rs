//! `points-not-increasing`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// The options of a question do not run from worst to best.
pub static RULE: Rule = Rule {
    id: "points-not-increasing",
    group: Group::Reading,
    summary: "The options of a question do not run from worst to best.",
    why: "Scores, routes and the screen all rely on a later option being worth more. Two options of equal worth are \
          one too many.",
    bad: r#"options = [{ points = 3, text = "always" }, { points = 1, text = "never" }]"#,
    good: r#"options = [{ points = 1, text = "never" }, { points = 3, text = "always" }]"#,
    finds: Finds::Reading,
};
