//! `too-fine`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// Weights or points are so finely divided that exact scores would need numbers of unbounded size.
pub static RULE: Rule = Rule {
    id: "too-fine",
    group: Group::Reading,
    summary: "Weights or points are so finely divided that exact scores would need numbers of unbounded size.",
    why: "Scores are exact fractions, never rounded. Weights and ranges of points without common divisors multiply \
          into denominators that no fixed number of digits holds.",
    bad: r#"options = [{ points = 0, text = "no" }, { points = 997, text = "yes" }]
# and other questions of 991 and 983 points"#,
    good: r#"options = [{ points = 0, text = "no" }, { points = 1, text = "yes" }]"#,
    finds: Finds::Reading,
};
