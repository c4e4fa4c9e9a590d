//! What can be wrong with a definition or a translation while it is read, beyond what can be wrong with any file.
//!
//! Data only: the readers beside this find it, and `check` lists it with all other rules.

use crate::diagnostic::{Group, Rule};

pub(crate) static CYCLIC_AFTER: Rule = Rule {
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
};

pub(crate) static DUPLICATE_ID: Rule = Rule {
    id: "duplicate-id",
    group: Group::Reading,
    summary: "Two things of one kind carry the same id.",
    why: "Answers, references and translations name things by id, and could mean either. Questions share one space of \
          ids over all criteria.",
    bad: r#"[[levels]]
id = "low"

[[levels]]
id = "low""#,
    good: r#"[[levels]]
id = "low"

[[levels]]
id = "high""#,
};

pub(crate) static INVALID_ID: Rule = Rule {
    id: "invalid-id",
    group: Group::Reading,
    summary: "An id is not lower-case words joined by hyphens, or not the file's name.",
    why: "Ids are typed on command lines, head columns of tables and name files, so they are plain: words of a-z and \
          0-9 joined by hyphens, at most 64 characters. A definition is found by its id, which is therefore the name \
          of its file.",
    bad: r#"id = "Speed of Answers""#,
    good: r#"id = "speed-of-answers""#,
};

pub(crate) static LONE_TRANSLATION: Rule = Rule {
    id: "lone-translation",
    group: Group::Reading,
    summary: "A translation has no definition beside it.",
    why: "It is looked for as `<id>.<lang>.toml` beside `<id>.toml`. Where that is gone, renamed or moved to another \
          folder, the assessment is there in no language.",
    bad: r#"# in desk.ja.toml, without a desk.toml beside it
translates = "desk""#,
    good: r#"# in desk.ja.toml, beside desk.toml
translates = "desk""#,
};

pub(crate) static MISSING_EFFORT: Rule = Rule {
    id: "missing-effort",
    group: Group::Reading,
    summary: "An effort by a fact says nothing for one of the fact's options, or for who did not tell the fact.",
    why: "A plan adds up efforts: of an organisation for which one is missing there would be no plan.",
    bad: r#"[[profile]]
id = "size"
options = [{ id = "few", text = "Up to five" }, { id = "many", text = "More" }]

[[actions]]
effort = { by = "size", few = 0.5 }"#,
    good: r#"[[profile]]
id = "size"
assume = "many"
options = [{ id = "few", text = "Up to five" }, { id = "many", text = "More" }]

[[actions]]
effort = { by = "size", few = 0.5, many = 4 }"#,
};

pub(crate) static ORPHANED_TRANSLATION: Rule = Rule {
    id: "orphaned-translation",
    group: Group::Translation,
    summary: "A translation has a text for something that the definition does not have.",
    why: "It is never shown. Mostly an id has changed in the definition, and what stands there now is not translated.",
    bad: r#"[questions.speed-anser]
text = "返信までの時間は？""#,
    good: r#"[questions.speed-answer]
text = "返信までの時間は？""#,
};

pub(crate) static POINTS_NOT_INCREASING: Rule = Rule {
    id: "points-not-increasing",
    group: Group::Reading,
    summary: "The options of a question do not run from worst to best.",
    why: "Scores, routes and the screen all rely on a later option being worth more. Two options of equal worth are \
          one too many.",
    bad: r#"options = [{ points = 3, text = "always" }, { points = 1, text = "never" }]"#,
    good: r#"options = [{ points = 1, text = "never" }, { points = 3, text = "always" }]"#,
};

pub(crate) static TOO_FINE: Rule = Rule {
    id: "too-fine",
    group: Group::Reading,
    summary: "Weights or points are so finely divided that exact scores would need numbers of unbounded size.",
    why: "Scores are exact fractions, never rounded. Weights and ranges of points without common divisors multiply \
          into denominators that no fixed number of digits holds. The bounds: the least common multiple of all ranges of \
          points, each the highest less the lowest of a question, is at most 1048576; and that of the sums of weights in the criteria, whichever \
          questions apply, has at most 76 binary digits.",
    bad: r#"options = [{ points = 0, text = "no" }, { points = 997, text = "yes" }]
# and other questions of 991 and 983 points"#,
    good: r#"options = [{ points = 0, text = "no" }, { points = 1, text = "yes" }]"#,
};

pub(crate) static UNKNOWN_POINTS: Rule = Rule {
    id: "unknown-points",
    group: Group::Reading,
    summary: "Points are given or promised that no option of the question has.",
    why: "Points say which option holds. An action that raises a question to points between two options promises a \
          state that nobody described.",
    bad: r#"options = [{ points = 0, text = "never" }, { points = 3, text = "always" }]
# and further down
raises = { care-check = 2 }"#,
    good: "raises = { care-check = 3 }",
};

pub(crate) static UNKNOWN_REFERENCE: Rule = Rule {
    id: "unknown-reference",
    group: Group::Reading,
    summary: "An id is referred to that nothing carries.",
    why: "The action, source, pillar, level, criterion or question that was meant would be left out of the result.",
    bad: r#"after = ["hired"]"#,
    good: r#"after = ["hire"]"#,
};

pub(crate) static UNRAISED_VERSION: Rule = Rule {
    id: "unraised-version",
    group: Group::Reading,
    summary: "A definition has changed in what matters, and its version has not been raised.",
    why: "Answers name the version that they were given to. Under the same version nobody can tell whether they were scored by \
          this definition or by the one before, and nothing warns where they mean something else. `cxm impact OLD NEW ANSWERS` \
          finds it.",
    bad: r#"version = "1.0.0"
# and in_place = 50, where it was 75 in 1.0.0"#,
    good: r#"version = "1.1.0"
# and in_place = 50, where it was 75 in 1.0.0"#,
};

pub(crate) static UNTRANSLATED: Rule = Rule {
    id: "untranslated",
    group: Group::Translation,
    summary: "A text of the definition has no translation and is shown in its own language.",
    why: "A page in two languages makes respondents stumble, and some of them answer what they did not understand.",
    bad: r#"[levels.low]
name = "低""#,
    good: r#"[levels.low]
name = "低"
summary = "ここから始まります。""#,
};

pub(crate) static WEAKER_LEVEL: Rule = Rule {
    id: "weaker-level",
    group: Group::Reading,
    summary: "A level asks for no more than the levels below it.",
    why: "Levels run from lowest to highest. One that adds nothing can never be told from the one below it, and one \
          that asks for less in some respect is in the wrong place.",
    bad: r#"[[levels]]
id = "middle"
requires = { overall = 60 }

[[levels]]
id = "high"
requires = { overall = 60 }"#,
    good: r#"[[levels]]
id = "middle"
requires = { overall = 60 }

[[levels]]
id = "high"
requires = { overall = 80 }"#,
};
