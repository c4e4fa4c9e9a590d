//! Errors and notes of all commands, in the language that they are asked for in.

use std::fs;
use std::path::Path;

use crate::program::{command, root, run_with};

/// What commands are given that goes wrong, one a line, in a folder that [`files`] fills; none of it is what `check` and `batch` find.
const WRONG: &str = r#"
score missing.toml
score blank.toml
score answers.toml --previous blank.toml
score answers.toml --previous missing.toml
score answers.toml --previous table.csv
score answers.toml --fail-under startre
score answers.toml --fail-under nothing-like-it
score answers.toml --top many
score answers.toml --top -3
score answers.toml -o report.docx
score answers.toml -o nowhere/report.md
score answers.toml -f markdown -o folder
score answers.toml -f markdown -o answers.toml
score answers.toml -f markdown -o locked.md
score answers.toml -f markdown -o answers.toml/report.md
score answers.toml -a cx-maturty
score answers.toml -a nothing-like-it
score answers.toml -a missing.toml
score answers.toml --row 2
score answers.toml --row 0
score latin.toml
score wide.toml
score a.pdf
score a.png
score a.xls
score a.7z
score a.sqlite
score page.html
score arrays.json
plan blank.toml
plan answers.toml --to chamipon
plan answers.toml --in-place skils
plan answers.toml --exclude nothing-like-it
plan answers.toml --budget much
plan answers.toml --budget 3 --to champion
plan answers.toml -o plan.csv
compare answers.toml
compare answers.toml blank.toml
compare answers.toml table.csv
compare answers.toml missing.toml
template -o answers.toml
template -o form.docx
template -o nowhere/form.toml
show nothing-like-it
show -o questions.pdf
show --toml -o definition.json
new cx-maturity
new Our_Maturity
new ours --language english
new ours --translation en --language en
new answers
schema result -a cx-maturity
schema answers -o schema.toml
update -
update missing.toml
update folder
update table.csv
impact cx-maturity cx-maturity blank.toml
impact cx-maturity cx-maturity missing.toml
impact cx-maturity missing.toml
sql --dialect sqlite --from answers
sql --dialect duckdb --from answers --absent nothing-like-it
sql --dialect duckdb --from answers --long a,b
sql --dialect duckdb --from answers --long a,b,a
sql --dialect duckdb --from answers --keep cxm_level
sql --dialect duckdb --from answers --by nothing-like-it --long
sql --dialect duckdb --from answers -o query.csv
sql --dialect oracle --from answers
assess
assess --list --resume
assess --forget nobody
assess -o answers.csv
man -o nowhere/pages
completions bash -o script.csv
completions csh
"#;

/// The files that go wrong.
fn files(folder: &Path) {
    let write = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
    fs::create_dir(folder.join("folder")).unwrap();
    write("answers.toml", &fs::read(root().join("examples/answers/riser.toml")).unwrap());
    write("blank.toml", b"assessment = \"cx-maturity\"\n[answers]\n");
    write("table.csv", b"respondent,skills-onboarding\nA,5\n");
    write("latin.toml", b"assessment = \"cx-maturity\"\norganisation = \"Caf\xe9\"\n");
    write("wide.toml", b"\xff\xfe\0\0a\0\0\0");
    write("a.pdf", b"%PDF-1.7\n");
    write("a.png", b"\x89PNG\r\n");
    write("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1");
    write("a.7z", b"7z\xbc\xaf\x27\x1c");
    write("a.sqlite", b"SQLite format 3\0");
    write("page.html", b"<!DOCTYPE html><html></html>");
    write("arrays.json", b"[[\"respondent\",\"skills-onboarding\"],[\"A\",5]]");
    write("locked.md", b"");
    let locked = folder.join("locked.md");
    let mut permissions = fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).unwrap();
}

/// What the program says of the arguments in a language, and with which exit code.
fn said(folder: &Path, line: &str, lang: &str) -> (i32, String) {
    let arguments: Vec<&str> = line.split(' ').chain(["--lang", lang]).collect();
    let mut command = command(&arguments);
    command.current_dir(folder).env("HOME", folder).env("XDG_STATE_HOME", folder);
    let ran = run_with(&mut command, "");
    (ran.code, ran.stderr)
}

/// A text without what stays as it is in any language: what is between quotes, and what the system says.
fn outside(text: &str) -> String {
    let mut rest = text.to_owned();
    while let Some((before, after)) = rest.split_once("（システム：") {
        let behind = after.split_once('）').map_or("", |(_, behind)| behind);
        rest = format!("{before}|{behind}");
    }
    let code: String = rest.split('`').step_by(2).collect::<Vec<_>>().join("|");
    code.split('\'').step_by(2).collect::<Vec<_>>().join("|")
}

/// Four English words in a row; a list with commas is none.
fn sentence(text: &str) -> Option<String> {
    let is_word = |word: &&str| word.trim_end_matches([':', ';', '.']).chars().all(|c| c.is_ascii_alphabetic());
    text.lines().find_map(|line| {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        words.windows(4).find(|words| words.iter().all(is_word)).map(|words| words.join(" "))
    })
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn what_goes_wrong_is_said_in_the_language_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let mut wrong = Vec::new();
    for line in WRONG.lines().filter(|line| !line.is_empty()) {
        let (code, english) = said(folder.path(), line, "en");
        let (same, japanese) = said(folder.path(), line, "ja");
        assert!(matches!(code, 2 | 3) && code == same, "{line}: {code}, {same}\n{english}{japanese}");
        if english.contains(is_japanese) {
            wrong.push(format!("{line}\n{english}"));
        }
        if !japanese.contains(is_japanese) || japanese.contains("error:") || sentence(&outside(&japanese)).is_some() {
            wrong.push(format!("{line}\n{japanese}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(WRONG.lines().count() > 70);
}

#[test]
fn an_english_sentence_is_seen() {
    assert_eq!(sentence(&outside("エラー：x.csv is a table 回答")), None);
    assert_eq!(sentence("エラー：x.csv this is a table: 回答").as_deref(), Some("this is a table:"));
    assert_eq!(
        sentence(&outside("`this is a table`（システム：No such file or directory (os error 2)）'is it not so'")),
        None
    );
}

#[test]
fn what_changes_is_said_in_japanese() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let old = fs::read_to_string(root().join("assessments/cx-maturity.toml")).unwrap();
    let new = old.replacen("text = \"", "text = \"New: ", 3).replacen("few = 1.2", "few = 9", 1);
    fs::create_dir(folder.path().join("new")).unwrap();
    fs::write(folder.path().join("new/cx-maturity.toml"), new).unwrap();
    for format in ["table", "markdown"] {
        let line = format!("impact cx-maturity new/cx-maturity.toml answers.toml -f {format} --lang ja");
        let arguments: Vec<&str> = line.split(' ').collect();
        let ran = run_with(command(&arguments).current_dir(folder.path()), "");
        let said = [ran.stdout, ran.stderr].concat();
        let heads =
            ["回答1件", "定義の変更点", "actionsのeffort", "変更前のレベル", "メジャーバージョンを上げてください"];
        assert!(heads.iter().all(|head| said.contains(head)) && ran.code == 1, "{said}");
    }
}
