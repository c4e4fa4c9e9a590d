//! What is found in definitions, translations and answers: every rule, with its message as people see it.

use std::sync::Arc;

use cxm::diagnostic::{Finding, Source, render};
use cxm::document::{Document, Syntax};
use cxm::{answers, definition};
use insta::assert_snapshot;

/// A definition in which nothing is wrong.
const SMALL: &str = r#"schema = 1
id = "small"
version = "1.2.0"
language = "en"
title = "Small"
description = "A definition in which nothing is wrong."

[[sources]]
id = "book"
title = "A book"

[[pillars]]
id = "people"
name = "People"

[[levels]]
id = "low"
name = "Low"
summary = "Everybody starts here."

[[levels]]
id = "middle"
name = "Middle"
summary = "Half way."
requires = { criteria_in_place = 1 }

[[levels]]
id = "high"
name = "High"
summary = "At the top."
requires = { criteria_in_place = 2, overall = 80 }

[[criteria]]
id = "speed"
name = "Speed"
description = "How fast."
[[criteria.questions]]
id = "speed-answer"
text = "How soon is a message answered?"
options = ["in days", "in hours", "in minutes"]
not_applicable = false

[[criteria]]
id = "care"
name = "Care"
description = "How well."
weight = 2
[[criteria.questions]]
id = "care-check"
text = "Who checks the answers?"
options = [{ points = 0, text = "nobody" }, { points = 3, text = "a colleague" }]

[[actions]]
id = "hire"
title = "Hire somebody"
why = "More people, more answers."
steps = ["Ask around."]
pillar = "people"
effort = 4
raises = { speed-answer = 3 }
source = "book"

[[actions]]
id = "train"
title = "Train everybody"
why = "Better answers."
steps = ["Find a teacher."]
effort = 2
after = ["hire"]
raises = { care-check = 3 }

[[benchmarks]]
id = "world"
name = "World"
shares = { low = 50, middle = 30.5, high = 19.5 }
source = "book"
"#;

fn plain(findings: &[Finding]) -> String {
    let codes: String = render(findings, 100);
    anstream::adapter::strip_str(&codes).to_string().trim_end().to_owned()
}

/// `text` with each of `edits` made; every one must change something.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "there is no {from:?}");
        text.replacen(from, to, 1)
    })
}

/// What is found in the small definition after `edits`.
fn in_definition(edits: &[(&str, &str)]) -> String {
    let source = Arc::new(Source::new("small.toml", edited(SMALL, edits)));
    plain(&definition::read(&source).1)
}

/// What is found in answers to the small definition.
fn in_answers(text: &str) -> String {
    let base = definition::read(&Arc::new(Source::new("small.toml", SMALL))).0.unwrap();
    let name = if text.starts_with('{') { "answers.json" } else { "answers.toml" };
    let source = Arc::new(Source::new(name, text));
    match Document::parse(&source, Syntax::detect(text)) {
        Ok(document) => plain(&answers::read(&document, &base).1),
        Err(findings) => plain(&findings),
    }
}

/// What is found in a translation of the small definition.
fn in_translation(text: &str) -> String {
    let base = definition::read(&Arc::new(Source::new("small.toml", SMALL))).0.unwrap();
    plain(&definition::translate(&base, &Arc::new(Source::new("small.ja.toml", text))).1)
}

#[test]
fn nothing() {
    assert_eq!(in_definition(&[]), "");
}

#[test]
fn unknown_keys_and_the_ones_that_were_meant() {
    assert_snapshot!(in_definition(&[
        ("weight = 2", "wieght = 2"),
        ("why = \"Better", "because = \"Better"),
        ("[[pillars]]", "[[pilars]]")
    ]));
}

#[test]
fn wrong_types() {
    assert_snapshot!(in_definition(&[
        ("effort = 4", "effort = \"four\""),
        ("title = \"Small\"", "title = 7"),
        ("steps = [\"Ask around.\"]", "steps = \"Ask around.\""),
        ("not_applicable = false", "not_applicable = 0"),
        ("requires = { criteria_in_place = 1 }", "requires = 1"),
        ("version = \"1.2.0\"", "version = 1.2"),
    ]));
}

#[test]
fn a_word_in_the_place_of_true_or_false_is_no_reason() {
    let refused = |word: &str| in_definition(&[("not_applicable = false", &format!("not_applicable = \"{word}\""))]);
    assert_snapshot!(refused("No"));
    assert!(refused("true").contains("write true without quotes"));
    assert_eq!(refused("no law asks for it"), "");
}

#[test]
fn missing_keys() {
    assert_snapshot!(in_definition(&[
        ("schema = 1\n", ""),
        ("effort = 2\n", ""),
        ("text = \"nobody\"", ""),
        ("name = \"Care\"\n", "")
    ]));
}

#[test]
fn ids_and_versions() {
    assert_snapshot!(in_definition(&[
        ("id = \"small\"", "id = \"tiny\""),
        ("id = \"hire\"", "id = \"Hire People\""),
        ("version = \"1.2.0\"", "version = \"1.2\""),
        ("schema = 1", "schema = 2"),
    ]));
}

#[test]
fn duplicate_ids() {
    assert_snapshot!(in_definition(&[
        ("id = \"care-check\"", "id = \"speed-answer\""),
        ("id = \"train\"", "id = \"hire\""),
        ("raises = { care-check = 3 }", "raises = { speed-answer = 3 }")
    ]));
}

#[test]
fn unknown_references() {
    assert_snapshot!(in_definition(&[
        ("pillar = \"people\"", "pillar = \"peopel\""),
        ("after = [\"hire\"]", "after = [\"hired\"]"),
        ("{ speed-answer = 3 }", "{ speed-answers = 3 }"),
        ("source = \"book\"\n\n[[actions]]", "source = \"boook\"\n\n[[actions]]"),
        ("{ low = 50,", "{ lowest = 50,"),
        ("overall = 80 }", "criteria = { sped = 60 } }"),
    ]));
}

#[test]
fn renames_that_lead_nowhere_or_are_none() {
    let renames =
        "[renames]\nlevels = { high = \"low\", lowest = \"lowly\" }\nquestions = { speed = \"Speed\" }\nsources = {}\n";
    assert_snapshot!(in_definition(&[("[[sources]]\n", &format!("{renames}\n[[sources]]\n"))]));
}

#[test]
fn levels_that_do_not_rise() {
    assert_snapshot!(in_definition(&[
        ("summary = \"Everybody starts here.\"", "summary = \"Everybody starts here.\"\nrequires = { overall = 10 }"),
        ("requires = { criteria_in_place = 1 }", "requires = { criteria_in_place = 2 }"),
        ("requires = { criteria_in_place = 2, overall = 80 }", "requires = { criteria_in_place = 1 }"),
    ]));
    assert_snapshot!(
        "no_levels",
        in_definition(&[
            (
                "[[levels]]\nid = \"middle\"\nname = \"Middle\"\nsummary = \"Half way.\"\nrequires = { criteria_in_place = 1 }\n",
                ""
            ),
            (
                "[[levels]]\nid = \"high\"\nname = \"High\"\nsummary = \"At the top.\"\nrequires = { criteria_in_place = 2, overall = 80 }\n",
                ""
            ),
            ("shares = { low = 50, middle = 30.5, high = 19.5 }", "shares = { low = 100 }"),
        ])
    );
}

#[test]
fn points_that_do_not_increase() {
    assert_snapshot!(in_definition(&[(
        "{ points = 3, text = \"a colleague\" }",
        "{ points = 3, text = \"a colleague\" }, { points = 3, text = \"two\" }"
    )]));
}

#[test]
fn points_that_no_option_has() {
    assert_snapshot!(in_definition(&[("raises = { care-check = 3 }", "raises = { care-check = 2 }")]));
}

#[test]
fn numbers_and_lists_out_of_range() {
    assert_snapshot!(in_definition(&[
        ("weight = 2", "weight = 0"),
        ("effort = 4", "effort = 5000"),
        ("criteria_in_place = 2", "criteria_in_place = 3"),
        ("overall = 80", "overall = 80.05"),
        ("options = [\"in days\", \"in hours\", \"in minutes\"]", "options = [\"in days\"]"),
        ("raises = { speed-answer = 3 }", "raises = {}"),
        ("title = \"Train everybody\"", "title = \" \""),
    ]));
}

#[test]
fn actions_in_a_circle() {
    assert_snapshot!(in_definition(&[(
        "raises = { speed-answer = 3 }",
        "after = [\"train\"]\nraises = { speed-answer = 3 }"
    )]));
}

#[test]
fn numbers_too_fine_to_be_exact() {
    assert_snapshot!(in_definition(&[
        (
            "options = [\"in days\", \"in hours\", \"in minutes\"]",
            "options = [{ points = 0, text = \"a\" }, { points = 2, text = \"b\" }, { points = 997, text = \"c\" }]"
        ),
        (
            "points = 3, text = \"a colleague\" }",
            "points = 991, text = \"a colleague\" }]\n[[criteria.questions]]\nid = \"more\"\ntext = \"More?\"\noptions = [{ points = 0, text = \"no\" }, { points = 983, text = \"yes\" }"
        ),
        ("care-check = 3", "care-check = 991"),
        ("speed-answer = 3", "speed-answer = 2"),
    ]));
}

#[test]
fn syntax_errors_hold_back_what_would_follow_from_them() {
    assert_snapshot!(in_definition(&[
        ("[[pillars]]", "[[pillars]"),
        ("title = \"Small\"", "title = Small"),
        ("weight = 2", "weight = 2\nweight = 3")
    ]));
}

#[test]
fn translations() {
    assert_snapshot!(in_translation(
        r#"translates = "tall"
language = "de"
title = "小"
effort_unit = "人週"
subtitle = "?"

[levels.low]
name = "低"
sumary = "ここから"
[levels.higher]
name = "高"

[criteria.speed]
name = "速さ"
description = "どれだけ速いか"

[questions.speed-answer]
text = "返信までの時間は"
not_applicable = "返信しない"
options = ["数日", "数時間"]

[actions.hire]
title = ["採用"]
why = "人が増えれば"
steps = ["探す"]
"#
    ));
}

#[test]
fn what_a_translation_has_of_its_own() {
    let found = |lines: &str| in_translation(&format!("translates = \"small\"\nlanguage = \"ja\"\n{lines}\n"));
    assert!(found("effort_factor = 5").contains("there is no `effort_unit` of which these would be so many"));
    assert!(!found("effort_unit = \"人日\"\neffort_factor = 5").contains("effort"));
    assert!(found("effort_unit = \"人日\"\neffort_factor = 0").contains("effort_factor"));
    assert!(found("[glossary]\n\" \" = \"x\"").contains("a term must not be empty"));
    assert!(found("[glossary]\nteam = { word = \"x\", always = false }").contains("neither must this word be there"));
    assert!(found("[glossary]\nteam = { wort = \"x\" }").contains("a term has no key `wort`"));
}

#[test]
fn answers_that_are_none() {
    assert_snapshot!(in_answers(
        r#"assessment = "small"
version = "1.1.0"
organisation = "Acme"
segment = { a = 1 }

[answers]
speed-answer = "n/a"
care-chek = 3
care-check = 2

[notes]
care-check = 1

[actions]
done = ["hire", "fire"]
excluded = "train"
effort = { train = 0 }
budget = 3
"#
    ));
}

#[test]
fn answers_in_json() {
    assert_snapshot!(in_answers(
        "{\n  \"assessment\": \"large\",\n  \"answers\": {\n    \"speed-answer\": 7,\n    \"speed-answer\": 1.5,\n    \"care-check\": \"often\"\n  }\n}\n"
    ));
    assert_snapshot!(
        "json_duplicate_and_values",
        in_answers(
            "{\"assessment\": \"small\", \"version\": \"x\", \"answers\": {\"speed-answer\": true, \"care-check\": -1}}"
        )
    );
    assert_snapshot!("json_syntax", in_answers("{\"answers\": {\"speed-answer\": 1,}}"));
}

#[test]
fn what_is_right_is_kept_in_every_form() {
    let base = definition::read(&Arc::new(Source::new("small.toml", SMALL))).0.unwrap();
    let read = |text: &str| {
        let source = Arc::new(Source::new("answers", text));
        let document = Document::parse(&source, Syntax::detect(text)).unwrap();
        answers::read(&document, &base)
    };
    let (set, findings) =
        read("organisation = 'Acme'\ndate = 2026-11-22\n[answers]\nspeed-answer = 9\ncare-check = 'Ｎ／Ａ'\n");
    assert_eq!(findings.len(), 1);
    assert_eq!(set.answers, [answers::Answer::Unanswered, answers::Answer::NotApplicable]);
    assert_eq!(set.metadata("date"), Some("2026-11-22"));
    let (set, findings) = read("{\"answers\": {\"speed-answer\": 3.0, \"care-check\": \"3\"}}");
    assert!(findings.is_empty());
    assert_eq!(set.answers, [answers::Answer::Option(2), answers::Answer::Option(1)]);
}
