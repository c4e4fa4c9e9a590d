//! `cxm new`.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use cxm::definition::{self, scaffold};
use cxm::diagnostic::Source;
use cxm::words::Lang;
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
    let ran = new(folder.path(), &["plaintes", "--language", "FR", "--translation", "JA"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let path = folder.path().join("plaintes.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("language = \"fr\"           # the texts below are English: write yours\n"), "{text}");
    let path = path.to_str().unwrap();
    let ran = crate::program::run(&["check", path]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "checked 1 definition and 1 translation: no findings\n"));
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

/// In a language that the program does not speak, beside one that it does.
#[test]
fn a_third_language_is_asked_in_beside_its_translation() {
    let folder = tempfile::tempdir().unwrap();
    let ran = new(folder.path(), &["plaintes", "--language", "fr", "--translation", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("its texts are English as yet: write yours, in `fr`\n"), "{}", ran.stderr);
    let path = folder.path().join("plaintes.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let english = "Who sees a complaint through to its end?";
    std::fs::write(&path, text.replacen(english, "Qui suit une plainte jusqu'au bout ?", 1)).unwrap();
    let path = path.to_str().unwrap();
    let ran = crate::program::run(&["check", path]);
    assert_eq!((ran.code, ran.stdout.contains("error")), (0, false), "{}{}", ran.stdout, ran.stderr);
    let shown = |wanted: &[&str], variable: Option<&str>, lines: &str| {
        let answers = folder.path().join(format!("{}.toml", wanted.concat() + variable.unwrap_or_default()));
        let arguments = ["assess", path, "--plain", "--organisation", "A", "--respondent", "B", "--fresh", "-o"];
        let mut command = crate::program::command(&arguments);
        command.arg(answers).args(wanted).env_remove("CXM_LANG").envs(variable.map(|tag| ("CXM_LANG", tag)));
        let ran = run_with(&mut command, lines);
        (ran.stderr + &ran.stdout).replace('\u{a0}', " ")
    };
    let answers = "1\n".repeat(20) + "f\n";
    let french = |shown: String| (shown.contains("Qui suit une plainte"), shown.contains(english));
    assert_eq!(french(shown(&["--lang", "fr"], None, &answers)), (true, false));
    assert_eq!(french(shown(&["--lang", "fr-CA"], None, &answers)), (true, false));
    assert_eq!(french(shown(&[], Some("fr"), &answers)), (true, false));
    assert_eq!(french(shown(&["--lang", "en"], None, &answers)), (false, true));
    // Where there is no text in it, its own are asked, and that is said.
    let japanese = shown(&["--lang", "ja"], None, &answers);
    assert!(japanese.contains("注：`plaintes`には`ja`の文章がないため、`fr`で表示します"), "{japanese}");
    assert_eq!(french(japanese), (true, false));
    // Where none is asked for, whoever answers chooses, its own first.
    assert_eq!(french(shown(&[], None, &format!("1\n{answers}"))), (true, false));
    assert_eq!(french(shown(&["--live"], None, &format!("2\n{answers}"))), (false, true));
}

#[test]
fn what_is_not_translated_is_said_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    new(folder.path(), &["complaints", "--translation", "ja"]);
    let path = folder.path().join("complaints.ja.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, &text[..text.find("[levels").unwrap()]).unwrap();
    let ran = crate::program::run(&["show", folder.path().join("complaints.toml").to_str().unwrap(), "--lang", "ja"]);
    let said = format!("警告：{}に未翻訳の文章が5件あります（`cxm check`で確認できます）\n", path.display());
    assert_eq!((ran.code, ran.stderr), (0, said));
}

#[test]
fn both_languages_say_the_same() {
    let read = |text: &str| definition::read(&Arc::new(Source::new("a.toml", text))).0.unwrap();
    for (from, into) in [(Lang::EN, Lang::JA), (Lang::JA, Lang::EN)] {
        let translation = scaffold::translation("a", from.tag(), into).unwrap();
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
