//! `cxm new`.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use cxm::definition::{self, scaffold};
use cxm::diagnostic::Source;
use cxm::text::Lang;
use insta::assert_snapshot;

use crate::program::{Ran, run_with};

fn new(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cxm"));
    run_with(command.current_dir(folder).env_clear().env("COLUMNS", "80").arg("new").args(arguments), "")
}

fn files(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    files
}

#[test]
fn a_new_assessment_has_no_findings_and_can_be_used_at_once() {
    for (language, other) in [("en", "ja"), ("ja", "en")] {
        let folder = tempfile::tempdir().unwrap();
        let ran = new(folder.path(), &["complaints", "--language", language, "--translation", other]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
        assert_eq!(files(folder.path()), [format!("complaints.{other}.toml"), "complaints.toml".to_owned()]);
        let path = folder.path().join("complaints.toml");
        let path = path.to_str().unwrap();
        let ran = crate::program::run(&["check", path]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
        assert_eq!(ran.stderr, "checked 1 definition and 1 translation: no findings\n");
        for language in ["en", "ja"] {
            let ran = crate::program::run(&["show", path, "--lang", language]);
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        }
    }
}

#[test]
fn an_assessment_may_be_in_a_language_that_the_program_does_not_speak() {
    let folder = tempfile::tempdir().unwrap();
    let ran = new(folder.path(), &["plaintes", "--language", "fr"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let path = folder.path().join("plaintes.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("language = \"fr\"           # the texts below are English: write yours\n"), "{text}");
    let path = path.to_str().unwrap();
    let ran = crate::program::run(&["check", path]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "checked 1 definition and 0 translations: no findings\n"));
    // All that it is used for works, in words of English.
    let answers = folder.path().join("answers.toml");
    let survey =
        ["assess", path, "--plain", "--organisation", "Acme", "--respondent", "Jo", "-o", answers.to_str().unwrap()];
    let ran = run_with(&mut crate::program::command(&survey), &("1\n".repeat(20) + "f\n"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let answers = answers.to_str().unwrap();
    for format in ["table", "markdown", "html", "json", "csv"] {
        let ran = crate::program::run(&["score", answers, "-a", path, "-f", format]);
        assert!(
            ran.code == 0 && ran.stdout.to_lowercase().contains("starting"),
            "{format}: {}{}",
            ran.stdout,
            ran.stderr
        );
    }
}

#[test]
fn both_languages_say_the_same() {
    let read = |text: &str| definition::read(&Arc::new(Source::new("a.toml", text))).0.unwrap();
    for (from, into) in [(Lang::En, Lang::Ja), (Lang::Ja, Lang::En)] {
        let translation = scaffold::translation("a", from, into).unwrap();
        let name = format!("a.{}.toml", into.tag());
        let base = read(&scaffold::definition("a", from.tag()));
        let (translated, findings) = definition::translate(&base, &Arc::new(Source::new(&name, translation)));
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(translated.unwrap(), read(&scaffold::definition("a", into.tag())));
    }
}

#[test]
fn what_to_do_next_is_said() {
    let folder = tempfile::tempdir().unwrap();
    assert_snapshot!(new(folder.path(), &["complaints", "-o", "of our own"]).page());
    assert_eq!(files(&folder.path().join("of our own")), ["complaints.toml"]);
}

#[test]
fn nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("complaints.ja.toml"), "mine").unwrap();
    let ran = new(folder.path(), &["complaints", "--translation", "ja"]);
    assert_snapshot!(ran.page());
    assert_eq!(files(folder.path()), ["complaints.ja.toml"]);
    assert_eq!(std::fs::read_to_string(folder.path().join("complaints.ja.toml")).unwrap(), "mine");
}

#[test]
fn wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    assert_snapshot!(new(folder.path(), &["Our Complaints"]).page());
    assert_snapshot!(new(folder.path(), &["cx-maturity"]).page());
    assert_snapshot!(new(folder.path(), &["complaints", "--translation", "en"]).page());
    assert_snapshot!(new(folder.path(), &["complaints", "--language", "french"]).page());
    assert!(files(folder.path()).is_empty());
}
