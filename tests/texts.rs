//! What an assessment says at length, and what it refers to, as every command shows it.

use insta::assert_snapshot;

use crate::program::{Ran, run};

const DEFINITION: &str = "tests/fixtures/texts.toml";

/// A command on an answer set to it in which everything is at its worst, in this language.
fn on_answers(arguments: &[&str], language: &str) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    std::fs::write(&path, "assessment = \"texts\"\n[answers]\ncalls = 1\nletters = 1\n").unwrap();
    let (command, rest) = arguments.split_first().unwrap();
    let path = path.to_str().unwrap();
    let ran = run(&[&[*command, path, "-a", DEFINITION, "--lang", language], rest].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

/// The lines of it in which this stands.
fn with(text: &str, wanted: &str) -> Vec<String> {
    text.lines().filter(|line| line.contains(wanted)).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn references_are_shown_where_there_is_detail_and_as_they_are() {
    for language in ["en", "ja"] {
        let shown = |text: String| with(&text, "ISO").join("\n");
        let show = run(&["show", DEFINITION, "--lang", language]).stdout;
        let markdown = on_answers(&["score", "-f", "markdown"], language).stdout;
        let html = on_answers(&["score", "-f", "html"], language).stdout;
        let plan = on_answers(&["plan"], language).stdout;
        let texts = [show, plan, markdown, html].map(shown);
        assert_snapshot!(format!("references_{language}"), texts.join("\n\n"));
    }
    let json: serde_json::Value = serde_json::from_str(&on_answers(&["score", "-f", "json"], "en").stdout).unwrap();
    assert_eq!(json["priorities"][0]["refs"], serde_json::json!(["ISO 18295-1:2017 5.4"]));
    assert_eq!(json["answers"][0]["refs"], serde_json::json!(["ISO 18295-1:2017 5.2", "COPC | 7.0 *2.3* <b>"]));
    assert_eq!((json["answers"][1].get("refs"), json["priorities"][1].get("refs")), (None, None));
}

#[test]
fn references_are_bounded() {
    let text = include_str!("fixtures/texts.toml");
    let refs = |count: usize, length: usize| {
        let list: Vec<String> = (0..count).map(|at| format!("\"{at:0>length$}\"")).collect();
        let text = text.replace("[\"ISO 18295-1:2017 5.4\"]", &format!("[{}]", list.join(", ")));
        let source = cxm::diagnostic::Source::new("texts.toml", text);
        let findings = cxm::definition::read(&source.into()).1;
        findings.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect::<Vec<_>>()
    };
    assert_eq!(refs(20, 200), [""; 0]);
    assert_eq!(refs(21, 200), ["out-of-range: `refs` must have 0 to 20 items, and has 21"]);
    assert_eq!(refs(1, 201), ["out-of-range: a reference of 201 characters is too long: the most is 200"]);
}
