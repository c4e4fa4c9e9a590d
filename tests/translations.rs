//! What can only be a slip in a translation beside its definition, and in words that stand for true and false.

use insta::assert_snapshot;

use crate::program::{root, run};

/// What is found once the bundled service experience, or its Japanese translation, has these changes.
fn found(file: &str, changes: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    for name in ["service-experience.toml", "service-experience.ja.toml"] {
        let mut text = std::fs::read_to_string(root().join("assessments").join(name)).unwrap();
        for (from, to) in changes.iter().filter(|_| name == file) {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let page = run(&["check", folder.path().to_str().unwrap(), "-f", "json"]).stdout;
    let page: serde_json::Value = serde_json::from_str(&page).unwrap();
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let findings = page["findings"].as_array().unwrap().iter();
    // What the version says of texts is another matter.
    let findings = findings.filter(|finding| !text(finding, "rule").contains("stale"));
    let lines = findings.map(|of| format!("{}: {} | {}", text(of, "rule"), text(of, "message"), text(of, "help")));
    lines.collect::<Vec<_>>().join("\n")
}

const JA: &str = "service-experience.ja.toml";

#[test]
fn nothing_is_found_before() {
    assert_eq!(found(JA, &[]), "");
}

#[test]
fn a_factor_leads_to_another_unit() {
    assert_snapshot!(found(JA, &[("effort_unit = \"人日\"", "effort_unit = \"person-weeks\"")]), @r#"invalid-value: the unit is that of the definition, of which an effort of 1 is 1 | name the unit, as in `effort_unit = "person-days"`, or take the factor away"#);
}

#[test]
fn a_glossary_has_terms_of_the_original_and_words_that_may_stand() {
    assert_snapshot!(found(JA, &[("[glossary]\n", "[glossary]\nabusee = \"カスハラ\"\n")]), @"glossary: no text of the original has `abusee`, so that nothing is held to it | write the term as the original does");
    let own = found(JA, &[("[glossary]\n", "[glossary]\ncustomer = { word = \"顧客\", not = [\"顧客\"] }\n")]);
    assert_eq!(own, "glossary: the word `顧客` stands in its own `not` | take `顧客` out of `not`");
}

#[test]
fn what_tells_whether_a_question_applies_is_no_time_when_it_does_not() {
    for word in ["never", "None.", "n/a", "always", "該当なし", "false"] {
        let said =
            found("service-experience.toml", &[("not_applicable = false", &format!("not_applicable = \"{word}\""))]);
        assert!(
            said.contains(&format!("invalid-value: `{word}` does not say when it does not apply")),
            "{word}: {said}"
        );
    }
    let text = std::fs::read_to_string(root().join("assessments").join(JA)).unwrap();
    let line = text.lines().find(|line| line.starts_with("not_applicable = ")).unwrap();
    let said = found(JA, &[(line, "not_applicable = \"false\"")]);
    assert!(said.contains("invalid-value: `false` does not say when"), "{said}");
}
