//! `orphaned-translation`: found while a translation is read.

use crate::diagnostic::{Finds, Group, Rule};

/// A translation has a text for something that the definition does not have.
pub static RULE: Rule = Rule {
    id: "orphaned-translation",
    group: Group::Translation,
    summary: "A translation has a text for something that the definition does not have.",
    why: "It is never shown. Mostly an id has changed in the definition, and what stands there now is not translated.",
    bad: r#"[questions.speed-anser]
text = "返信までの時間は？""#,
    good: r#"[questions.speed-answer]
text = "返信までの時間は？""#,
    finds: Finds::Reading,
};
