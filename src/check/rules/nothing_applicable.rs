//! `nothing-applicable`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// Every question is answered n/a, so there is nothing to score.
pub static RULE: Rule = Rule {
    id: "nothing-applicable",
    group: Group::Reading,
    summary: "Every question is answered n/a, so there is nothing to score.",
    why: "An organisation to which nothing applies has no level. The lowest would be a judgement without grounds.",
    bad: r#"[answers]
speed-answer = "n/a""#,
    good: r"[answers]
speed-answer = 1",
    finds: Finds::Reading,
};
