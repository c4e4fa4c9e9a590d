//! `untranslated`: found while a translation is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A text of the definition has no translation and is shown in its own language.
pub static RULE: Rule = Rule {
    id: "untranslated",
    group: Group::Translation,
    summary: "A text of the definition has no translation and is shown in its own language.",
    why: "A page in two languages makes respondents stumble, and some of them answer what they did not understand.",
    bad: r#"[levels.low]
name = "低""#,
    good: r#"[levels.low]
name = "低"
summary = "ここから始まります。""#,
    finds: Finds::Reading,
};
