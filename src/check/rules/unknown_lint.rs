//! `unknown-lint`: found while `[lints]` is read.

use crate::diagnostic::{Group, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "unknown-lint",
    group: Group::Suspicious,
    summary: "The table `lints` names no rule or group whose level can be set.",
    why: "The setting has no effect. `cxm check --list` names the rules and groups; what is found while reading a file \
          cannot be set, since the file cannot be used without mending it.",
    bad: r#"[lints]
mising-help = "deny""#,
    good: r#"[lints]
missing-help = "deny""#,
};
