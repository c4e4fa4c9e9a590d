//! What can be wrong with an answer set while it is read, beyond what can be wrong with any file.
//!
//! Data only: the readers beside this find it, and `check` lists it with all other rules.

use crate::diagnostic::{Group, Rule};

pub(crate) static NOT_APPLICABLE_NOT_ALLOWED: Rule = Rule {
    id: "not-applicable-not-allowed",
    group: Group::Reading,
    summary: "A question that always applies is answered n/a.",
    why: "`not_applicable = false` says that nobody can do without what is asked; n/a would take the question out of \
          the score.",
    bad: r#"[answers]
speed-answer = "n/a""#,
    good: r"[answers]
speed-answer = 1",
};

pub(crate) static NOTHING_APPLICABLE: Rule = Rule {
    id: "nothing-applicable",
    group: Group::Reading,
    summary: "Every question is answered n/a, so there is nothing to score.",
    why: "An organisation to which nothing applies has no level. The lowest would be a judgement without grounds.",
    bad: r#"[answers]
speed-answer = "n/a""#,
    good: r"[answers]
speed-answer = 1",
};

pub(crate) static NOT_ASKED: Rule = Rule {
    id: "not-asked",
    group: Group::Reading,
    summary: "A question is answered that is not asked of an organisation with this profile.",
    why: "It does not apply, whatever is answered. One of the two is wrong: what was told about the organisation, or \
          that somebody answered.",
    bad: r#"[profile]
channels = ["email"]
[answers]
timeliness-response = 3 # asked where calls are taken"#,
    good: r#"[profile]
channels = ["telephone", "email"]
[answers]
timeliness-response = 3"#,
};

pub(crate) static UNKNOWN_FACT: Rule = Rule {
    id: "unknown-fact",
    group: Group::Reading,
    summary: "An answer set tells a fact, or an option of one, that the assessment does not ask for.",
    why: "Facts decide which questions are asked and which actions fit. One that is not understood would be passed over \
          in silence.",
    bad: r#"[profile]
size = "smal""#,
    good: r#"[profile]
size = "few""#,
};

pub(crate) static OTHER_MAJOR_VERSION: Rule = Rule {
    id: "other-major-version",
    group: Group::Reading,
    summary: "The answers were given to another major version of the definition.",
    why: "From one major version to the next, the same points may stand for another option, or the same question ask \
          something else. What came out would look right and be wrong.",
    bad: r#"version = "1.4.0"
# while the definition is at 2.0.0"#,
    good: r#"version = "2.0.0"
# answered again"#,
};

pub(crate) static OTHER_VERSION: Rule = Rule {
    id: "other-version",
    group: Group::Notice,
    summary: "The answers were given to another version of the definition.",
    why: "Questions and options may have changed their meaning since. The answers are scored all the same. Those to \
          another major version are only with `--accept-version`. `version` says to what the answers were given. \
          `cxm impact OLD NEW ANSWERS` shows what has changed and what that does to them; go over it with whoever gave them. \
          Then `cxm update ANSWERS` moves them on, by the `[renames]` of the definition, and raises `version`; it compares no \
          texts.",
    bad: r#"version = "1.0.0"
# while the definition is at 1.2.0"#,
    good: r#"version = "1.2.0"
# once each answer was gone over with the questions of 1.2.0"#,
};

pub(crate) static UNKNOWN_ACTION: Rule = Rule {
    id: "unknown-action",
    group: Group::Reading,
    summary: "An answer set names an action that the definition does not have.",
    why: "What was meant to be done, excluded or estimated otherwise would silently not be.",
    bad: r#"[actions]
done = ["hier"]"#,
    good: r#"[actions]
done = ["hire"]"#,
};

pub(crate) static UNKNOWN_ASSESSMENT: Rule = Rule {
    id: "unknown-assessment",
    group: Group::Reading,
    summary: "An answer set names an assessment that is not known.",
    why: "Without the definition the answers mean nothing.",
    bad: r#"assessment = "cx-maturty""#,
    good: r#"assessment = "cx-maturity""#,
};

pub(crate) static UNKNOWN_QUESTION: Rule = Rule {
    id: "unknown-question",
    group: Group::Reading,
    summary: "An answer is given to a question that the definition does not have.",
    why: "The answer would be lost, and the question that was meant stay open.",
    bad: r"[answers]
speed-anser = 2",
    good: r"[answers]
speed-answer = 2",
};

pub(crate) static WRONG_ASSESSMENT: Rule = Rule {
    id: "wrong-assessment",
    group: Group::Reading,
    summary: "The answers belong to another assessment.",
    why: "Questions of the same id could mean something else there.",
    bad: r#"assessment = "small"
# scored with --assessment large.toml"#,
    good: r#"assessment = "large""#,
};
