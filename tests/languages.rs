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
plan answers.toml --start soon --capacity 1
plan answers.toml --start 2027-03-01 --capacity 0
plan answers.toml --start 2027-03-01
plan answers.toml -f ics
act answers.toml nothing-like-it --done
act answers.toml share-goals-with-sales --done --doing
act answers.toml share-goals-with-sales --due soon
act answers.toml share-goals-with-sales --effort much
act missing.toml share-goals-with-sales --done
act table.csv share-goals-with-sales --done
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
score folder
score other.csv
score other.toml -a cx-maturity
score table.csv --row 7
score table.csv --map missing.toml
score answers.toml --map missing.toml
score answers.toml -f json --bom
score answers.toml --color maybe
score answers.toml --previous
score answers.toml --top=
score answers.toml answers.toml
score
plan folder
plan answers.toml --to riser --to riser
plan answers.toml --only nothing
compare folder answers.toml
batch missing.csv
batch table.csv --map missing.toml
batch table.csv --map table.csv
batch table.csv -f html
batch table.csv -f html --reports new -o x.html
batch table.csv --reports folder/x/y
batch table.csv --rejects -
batch table.csv -o out.xls
batch table.csv --merge-with mean
batch table.csv --delimiter ab
batch table.csv --actions 99
batch table.csv --benchmark missing.csv
batch table.csv --benchmark other.csv --scale points
batch table.csv --header-from table.csv
batch - --header-from table.csv
batch table.csv --where
batch table.csv --explain-columns -f json
batch table.csv --explain-columns -o x.csv
batch table.csv --map-skeleton -o x.csv
batch table.csv --merge respondent --by respondent
batch table.csv --scale 3..3
batch table.csv --summary=1
batch table.csv -f ndjson --bom
batch
template nothing-like-it
template -f json
template -f html -o folder
update answers.toml -a nothing-like-it
update
explain nothing-like-it
check answers.toml
check folder
check --deny nothing
check missing.toml
check -o nowhere/x.json missing.toml
impact cx-maturity nothing-like-it
impact cx-maturity cx-maturity --fail-on nothing
impact cx-maturity
new ours -o answers.toml
new ours --translation xx
new
schema nothing
sql --dialect duckdb --from
sql --dialect duckdb --from t --map missing.toml
sql --dialect duckdb --from t --scale 0..9
sql --dialect duckdb --from t --summary --rejects
assess nothing-like-it
list extra
help nonsense
nonsense
--nonsense
"#;

/// The files that go wrong.
fn files(folder: &Path) {
    let write = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
    fs::create_dir(folder.join("folder")).unwrap();
    write("answers.toml", &fs::read(root().join("examples/answers/riser.toml")).unwrap());
    write("blank.toml", b"assessment = \"cx-maturity\"\n[answers]\n");
    write("table.csv", b"respondent,skills-onboarding\nA,5\n");
    let answers = fs::read_to_string(root().join("examples/answers/riser.toml")).unwrap();
    write("other.toml", answers.replace("cx-maturity", "omnichannel").as_bytes());
    write("other.csv", b"assessment,respondent,skills-onboarding\nomnichannel,A,5\n");
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

/// Four English words in a row; a list with commas is none, nor are the columns of a table.
fn sentence(text: &str) -> Option<String> {
    let is_letters = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic());
    let is_word = |word: &&str| is_letters(word.trim_end_matches([':', ';', '.']));
    text.lines().find_map(|line| {
        let words: Vec<&str> = line.trim().split(' ').collect();
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
    assert!(WRONG.lines().count() > 130);
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

/// What commands are given that goes well, one a line.
const WELL: &str = r"
score answers.toml
score answers.toml --previous answers.toml -f markdown
score answers.toml -f csv --headers text
score answers.toml --fail-under champion
plan answers.toml
plan answers.toml --budget 20 -f markdown
plan answers.toml --exclude share-goals-with-sales
plan answers.toml --start 2027-03-01 --capacity 1.5
plan answers.toml --start 2027-03-01 --capacity 1.5 -f markdown
plan answers.toml --start 2027-03-01 --capacity 1.5 -f csv
score answers.toml -f slides
compare answers.toml answers.toml
act answers.toml
act answers.toml share-goals-with-sales --doing --due 2027-03-01
act answers.toml share-goals-with-sales --reset
batch table.csv --scale points -f table --summary
batch table.csv --scale points --by respondent -f csv --headers text
batch table.csv --scale points --merge respondent -f csv --headers text
batch table.csv --scale points -o new.csv
batch answers.toml -f csv --headers text
template -o new.toml
template -f csv -o new-table.csv
template -o new.xlsx
template -o new.html
template -f xlsform -o form.xlsx
template -f surveyjs -o form.json
template -f limesurvey -o form.txt
template
show cx-maturity
check --list
impact cx-maturity cx-maturity answers.toml
update answers.toml
update old.toml --dry-run
sql --dialect duckdb --from t -o scores.sql
sql --dialect duckdb --from t
sql --dialect sqlite --long who,question,answer --from t
sql --dialect duckdb --from t --rejects --text
list
assess --list
new ours -o new
new theirs -o new --language en --translation ja
check new --warn pedantic
schema definition
schema translation
schema answers
schema answers -a cx-maturity
schema result
man -o pages
man
";

/// What is no sentence of the program: code of queries, and what follows the name of a key.
fn is_code(line: &str) -> bool {
    line.contains(" AS ") || line.contains("SELECT") || line.contains(" IS ") || line.contains("WHEN")
}

#[test]
fn what_goes_well_is_said_in_the_language_that_is_asked_for() {
    let mut wrong = Vec::new();
    for lang in ["en", "ja"] {
        let folder = tempfile::tempdir().unwrap();
        files(folder.path());
        if lang == "ja" {
            fs::copy(root().join("examples/answers/ja/riser.toml"), folder.path().join("answers.toml")).unwrap();
        }
        fs::write(
            folder.path().join("old.toml"),
            "assessment = \"cx-maturity\"\nversion = \"2.0.0\"\n[answers]\nskills-path = 3\n",
        )
        .unwrap();
        for line in WELL.lines().filter(|line| !line.is_empty()) {
            let arguments: Vec<&str> = line.split(' ').chain(["--lang", lang]).collect();
            let mut command = command(&arguments);
            command.current_dir(folder.path()).env("HOME", folder.path()).env("XDG_STATE_HOME", folder.path());
            let ran = run_with(&mut command, "");
            assert!(ran.code < 2, "{line}: {}", ran.page());
            let said: Vec<&str> = ran.stdout.lines().chain(ran.stderr.lines()).filter(|line| !is_code(line)).collect();
            let said = said.join("\n");
            let is_wrong = match lang {
                "en" => outside(&said).contains(is_japanese),
                _ => sentence(&outside(&said)).is_some(),
            };
            if is_wrong {
                wrong.push(format!("{line} --lang {lang}: {:?}", sentence(&outside(&said))));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
