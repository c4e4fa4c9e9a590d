//! What can be wrong with any file that is read as a tree: its syntax, its keys, and the types and bounds of its values.
//!
//! Data only: the readers beside this find it, and `check` lists it with all other rules.

use crate::diagnostic::{Group, Rule};

pub(crate) static DUPLICATE_KEY: Rule = Rule {
    id: "duplicate-key",
    group: Group::Reading,
    summary: "A key stands twice in one table.",
    why: "Only one of the values could count, and nothing says which.",
    bad: r"weight = 2
weight = 3",
    good: "weight = 3",
};

pub(crate) static INVALID_VALUE: Rule = Rule {
    id: "invalid-value",
    group: Group::Reading,
    summary: "A value has the right type but is none that the format knows.",
    why: "Guessing at what was meant could change a result without anybody noticing.",
    bad: r#"version = "1.2""#,
    good: r#"version = "1.2.0""#,
};

pub(crate) static MISSING_KEY: Rule = Rule {
    id: "missing-key",
    group: Group::Reading,
    summary: "A key that must be there is not.",
    why: "Without it the program would have to make something up.",
    bad: r#"[[levels]]
id = "low"
name = "Low""#,
    good: r#"[[levels]]
id = "low"
name = "Low"
summary = "Everybody starts here.""#,
};

pub(crate) static OUT_OF_RANGE: Rule = Rule {
    id: "out-of-range",
    group: Group::Reading,
    summary: "A number, or the size of a list or text, is outside its bounds.",
    why: "The bounds keep scores exact, questions readable and searches short. Of the lists: 2 to 20 levels, 1 to 100 \
          criteria, 1 to 100 questions in each and 1000 in all, 2 to 20 options, up to 100 sources, 20 pillars, 50 groups, \
          20 facts, 50 challenges, 500 actions with 1 to 20 steps and up to 50 others that come before, 50 benchmarks, 500 \
          cases, 20 references of up to 200 characters on a question or an action, and 20 words that a term is not to be \
          called. Of the numbers: points are from 0 to 1000, weights from 1 to 100, an effort from 0.1 to 1000, a score \
          from 0 to 100 and `in_place` from 0.1 to 100, these three with at most one decimal; `n` is from 1 to \
          1000000000, `year` from 1900 to 2100, `effort_factor` from 1 to 1000. A text has 1 to 8000 characters, an id up \
          to 64, a file up to 2 MiB.",
    bad: "effort = 5000",
    good: "effort = 50",
};

pub(crate) static SYNTAX: Rule = Rule {
    id: "syntax",
    group: Group::Reading,
    summary: "The file is not well-formed.",
    why: "What cannot be parsed cannot be read: as long as a file has such errors, nothing else is said about it.",
    bad: "title = Small",
    good: r#"title = "Small""#,
};

pub(crate) static UNKNOWN_KEY: Rule = Rule {
    id: "unknown-key",
    group: Group::Reading,
    summary: "A key means nothing where it stands.",
    why: "A slip such as `wieght = 2` would otherwise be passed over, and the default used in its place.",
    bad: "wieght = 2",
    good: "weight = 2",
};

pub(crate) static UNREADABLE_FILE: Rule = Rule {
    id: "unreadable-file",
    group: Group::Reading,
    summary: "A file cannot be read as text.",
    why: "Nothing is known of what it says. Definitions, translations and answers are UTF-8 text of at most 2 MiB; \
          editors say in which encoding they save.",
    bad: "title = \"Zufriedenheit f\u{fffd}r alle\" # saved as windows-1252",
    good: "title = \"Zufriedenheit für alle\" # saved as UTF-8",
};

pub(crate) static WRONG_TYPE: Rule = Rule {
    id: "wrong-type",
    group: Group::Reading,
    summary: "A value is of another type than its key takes.",
    why: "A number in quotes is a text, and one text is not a list of one.",
    bad: r#"effort = "4"
steps = "Ask around.""#,
    good: r#"effort = 4
steps = ["Ask around."]"#,
};
