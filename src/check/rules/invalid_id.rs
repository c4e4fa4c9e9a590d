//! `invalid-id`: found while a definition, a translation or an answer set is read.

use crate::diagnostic::{Finds, Group, Rule};

/// An id is not lower-case words joined by hyphens, or not the file's name.
pub static RULE: Rule = Rule {
    id: "invalid-id",
    group: Group::Reading,
    summary: "An id is not lower-case words joined by hyphens, or not the file's name.",
    why: "Ids are typed on command lines, head columns of tables and name files, so they are plain: words of a-z and \
          0-9 joined by hyphens, at most 64 characters. A definition is found by its id, which is therefore the name \
          of its file.",
    bad: r#"id = "Speed of Answers""#,
    good: r#"id = "speed-of-answers""#,
    finds: Finds::Reading,
};
