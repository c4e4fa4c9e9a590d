//! `cyclic-after`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// Actions that wait for one another in a circle can never be started.
pub static RULE: Rule = Rule {
    id: "cyclic-after",
    group: Group::Reading,
    summary: "Actions that wait for one another in a circle can never be started.",
    why: "A plan that respects `after` would never reach any action of the circle, nor what comes after it.",
    bad: r#"[[actions]]
id = "hire"
after = ["train"]

[[actions]]
id = "train"
after = ["hire"]"#,
    good: r#"[[actions]]
id = "hire"

[[actions]]
id = "train"
after = ["hire"]"#,
    finds: Finds::Reading,
};
