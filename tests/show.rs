//! `cxm show`.

use insta::assert_snapshot;

use crate::program::{root, run};

#[test]
fn the_questionnaire() {
    let start = |language: &str| {
        let ran = run(&["show", "cx-maturity", "--lang", language]);
        assert_eq!(ran.code, 0);
        ran.stdout.lines().take(60).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!("questionnaire_en", start("en"));
    assert_snapshot!("questionnaire_ja", start("ja"));
}

#[test]
fn the_file_to_start_from_is_the_definition_and_passes() {
    let ran = run(&["show", "cx-maturity", "--toml"]);
    assert_eq!(ran.stdout, std::fs::read_to_string(root().join("assessments/cx-maturity.toml")).unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cx-maturity.toml");
    std::fs::write(&path, ran.stdout).unwrap();
    assert_eq!(run(&["check", path.to_str().unwrap()]).code, 0);
}

#[test]
fn an_assessment_that_there_is_not() {
    assert_snapshot!(run(&["show", "cx-matrity"]).page());
}
