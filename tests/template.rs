//! `cxm template`: blank sheets, and what is read of them when they are filled in.

use cxm::answers::{Answer, AnswerSet};
use cxm::definition::{self, Definition};
use cxm::diagnostic::Source;
use cxm::mapping::passed_over::PassedOver;
use cxm::mapping::{Cells, Matcher, NotSingle, answer_set, map::Map};
use cxm::table::Refused;
use insta::assert_snapshot;

use crate::facts;
use crate::program::{command, run, run_with};

#[test]
fn a_blank_answer_file_is_an_answer_set_without_answers() {
    for language in ["en", "ja"] {
        let sheet = run(&["template", "--lang", language]).stdout;
        let start: Vec<&str> = sheet.lines().take(42).collect();
        assert_snapshot!(format!("blank_{language}"), start.join("\n"));
        let score = |answers: &str| {
            let ran = run_with(&mut command(&["score", "-", "-f", "json"]), answers);
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
            serde_json::from_str::<serde_json::Value>(&ran.stdout).unwrap()
        };
        let blank = run_with(&mut command(&["score", "-"]), &sheet);
        assert_eq!(
            (blank.code, blank.stdout.as_str(), blank.stderr.as_str()),
            (3, "", "error: <stdin>: no question is answered, so there is nothing to score\n")
        );
        // Every line that can be filled in is taken; facts are filled in elsewhere.
        let facts = sheet.find("[profile]").unwrap_or(sheet.len())..sheet.find("[answers]").unwrap();
        let sheet = sheet.replace(sheet.get(facts).unwrap_or_default(), "");
        let filled: Vec<String> = sheet
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(line) if line.ends_with(" = ") => format!("{line}4"),
                Some(line) if line.ends_with(" = \"\"") => line.replace("\"\"", "\"2026-05-10\""),
                _ => line.to_owned(),
            })
            .collect();
        let filled = score(&filled.join("\n"));
        assert_eq!((filled["questions"]["open"].as_u64(), filled["overall"]["low"].as_f64()), (Some(0), Some(75.0)));
        assert_eq!(filled["metadata"].as_object().unwrap().len(), 3);
    }
}

#[test]
fn a_table_has_the_questions_as_they_are_worded() {
    for (language, first) in
        [("en", ",How are new agents prepared before they handle customers alone?,"), ("ja", ",新人")]
    {
        let ran = run(&["template", "-f", "csv", "--lang", language]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert!(ran.stdout.starts_with("organisation,respondent,date,"), "{}", ran.stdout);
        assert!(ran.stdout.contains(first), "{}", ran.stdout);
        assert_eq!(ran.stdout.matches("\r\n").count(), 1);
    }
}

/// The table of `cxm template`, or whatever else it is, with rows below it.
fn scored(table: &str, ending: &str, arguments: &[&str]) -> crate::program::Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("form.{ending}"));
    std::fs::write(&path, table).unwrap();
    let mut ran = run(&[&["score", path.to_str().unwrap()], arguments].concat());
    ran.stderr = ran.stderr.replace(folder.path().to_str().unwrap(), "FOLDER");
    ran
}

#[test]
fn a_table_is_held_to_the_assessment_that_it_names() {
    let ran = scored("assessment,skills-path\ncx-programme,5\n", "csv", &[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("answers `cx-programme`, not `cx-maturity`"), "{}", ran.stderr);

    let ran = scored(
        "assessment,version,who,who,skills-path\ncx-maturity,2.9.0,A,B,3\n\u{3000},,,,\n",
        "csv",
        &["-f", "json"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("answers version 2.9.0 of `cx-maturity`"), "{}", ran.stderr);
    let result: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(result["metadata"], serde_json::json!({ "who": "A", "who_2": "B" }));
}

#[test]
fn a_table_with_one_row_is_scored_as_an_answer_file_is() {
    for language in ["en", "ja"] {
        let table = run(&["template", "-f", "csv", "--lang", language]).stdout;
        let ran = scored(&format!("{table}Acme,,2026-10-01,,,,,,{}\n", ",4".repeat(28)), "csv", &["-f", "json"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(json["metadata"], serde_json::json!({ "organisation": "Acme", "date": "2026-10-01" }));
        assert_eq!((json["questions"]["open"].as_u64(), json["overall"]["low"].as_f64()), (Some(0), Some(75.0)));
    }
    let ran = scored("{\"skills-path\": 5e0}\n", "ndjson", &["-f", "csv"]);
    assert!(ran.code == 0 && ran.stdout.contains(",25.0,"), "{}", ran.stdout);
    let answers =
        [("no row", "skills-path\n"), ("rows", "skills-path\n5\n5\n"), ("a mistake", "who\tskills-path\na\t9\n")];
    let said: Vec<String> = answers
        .iter()
        .map(|(what, table)| {
            let ran = scored(table, "tsv", &[]);
            assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
            format!(
                "{what}: {}",
                ran.stderr.lines().filter(|line| !line.starts_with("note")).collect::<Vec<_>>().join("\n")
            )
        })
        .collect();
    assert_snapshot!(said.join("\n"), @r"
    no row: error: FOLDER/form.tsv has no answers: nothing is filled in
    rows: error: FOLDER/form.tsv has more than one row of answers: say which with --row, such as --row 2; `cxm batch FOLDER/form.tsv` scores them all
    a mistake: error: FOLDER/form.tsv: row 2: `9` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points
    ");
}

#[test]
fn nothing_is_written_over_and_what_to_do_next_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let say = |arguments: &[&str]| {
        let mut command = command(&[&["template", "cx-maturity", "-o"], arguments].concat());
        let page = run_with(command.current_dir(folder.path()), "").page();
        assert!(folder.path().join(arguments[0]).is_file());
        page
    };
    let mut said = String::new();
    for language in ["en", "ja"] {
        for ending in ["toml", "csv", "xlsx"] {
            if ending != "xlsx" || cfg!(feature = "xlsx") {
                said += &say(&[&format!("{language}.{ending}"), "--lang", language]);
            }
        }
        said += &say(&[&format!("{language}.json"), "-f", "surveyjs", "--lang", language]);
    }
    said += &say(&["en.toml"]);
    assert_snapshot!(said);
}

fn only_row(csv: &str) -> Result<AnswerSet, NotSingle> {
    let source = Source::new("cx-maturity.toml", include_str!("../assessments/cx-maturity.toml"));
    only_row_of(&[definition::read(&source.into()).0.unwrap()], csv)
}

fn only_row_of(languages: &[Definition], csv: &str) -> Result<AnswerSet, NotSingle> {
    let map = Map::default();
    let matcher = Matcher::new(languages, &map);
    let opened = cxm::table::open(csv.as_bytes(), &matcher, None, Refused::default()).unwrap();
    let columns = matcher.columns(&opened.header, &[]).unwrap();
    answer_set(opened, &columns, (&Cells::new(languages, &map), &PassedOver::default()), &languages[0], None)
}

#[test]
fn the_only_row_is_an_answer_set() {
    let set =
        only_row("Form of May\n\norganisation,date,skills-path,note\n\n\"Acme,\nInc.\",,4.0,\u{1b}x\n , ,,\n").unwrap();
    let metadata = [("organisation", "Acme, Inc."), ("note", "\u{fffd}x")];
    assert_eq!(set.metadata, metadata.map(|(key, value)| (key.to_owned(), value.to_owned())));
    let given: Vec<_> = set.answers.iter().enumerate().filter(|(_, answer)| **answer != Answer::Unanswered).collect();
    assert_eq!(given, [(2, &Answer::Option(3))]);
}

#[test]
fn columns_tell_facts_by_id_or_text_and_cells_by_option() {
    let languages = facts::languages();
    let row = |csv: &str| only_row_of(&languages, csv);
    for csv in [
        "size,channels,letters,role\nfew,email;chat,2,x\n",
        "How many people answer customers? *,CHANNELS,letters,role\nUp to 5 people,Chat; E-mail,2,x\n",
        "顧客に応対する人は何人いますか,Q2. 顧客はどの窓口を使えますか。,letters,role\n５人以下,メール；チャット,2,x\n",
    ] {
        let set = row(csv).unwrap_or_else(|why| panic!("{why:?}"));
        let told = |fact| set.profile.told(fact).collect::<Vec<_>>();
        assert_eq!((told(0), told(1)), (vec![0], vec![1, 2]), "{csv}");
        // Neither asked of a few people nor of those without a telephone.
        assert_eq!(set.answers, [Answer::NotApplicable, Answer::Option(1), Answer::NotApplicable]);
        assert_eq!(set.metadata, [("role".to_owned(), "x".to_owned())], "a fact is no metadata");
    }
    let open = row("size,channels,letters\n,,2\n").unwrap();
    assert!(!open.profile.is_told(0) && !open.profile.is_told(1));
    assert_eq!(open.answers[0], Answer::Unanswered, "what is not told leaves a question open");
    let reason = |csv: &str| match row(csv) {
        Err(NotSingle::Bad(2, reason)) => reason,
        other => panic!("{other:?}"),
    };
    assert_snapshot!(reason("size,letters\nmany,2\n"), @"`many` is no option of `size`: its options are few, team, centre");
    assert_snapshot!(reason("size,letters\nfew;team,2\n"), @"`few;team`: only one option of `size` can hold");
    assert_snapshot!(reason("channels,letters,calls\nemail,2,1\n"), @"question `calls` is not asked of this organisation, as its facts tell: mend them, or clear the answer");
}

#[test]
fn what_is_not_one_row_is_told_apart() {
    assert!(matches!(only_row("skills-path\n3\n3\n"), Err(NotSingle::Rows(2))));
    assert!(matches!(only_row("skills-path,who\n\n,\n"), Err(NotSingle::NoRow)));
    let Err(NotSingle::Bad(4, reason)) = only_row("title\nskills-path\n\n9\n") else { panic!("a mistake is told") };
    assert!(reason.starts_with("`9` is no answer to `skills-path`"), "{reason}");
    assert!(matches!(only_row("skills-path,who\n3,\"x\n"), Err(NotSingle::Bad(2, _))));
}

#[cfg(feature = "xlsx")]
mod form {
    use calamine::{Data, Reader as _, SheetVisible, Xlsx};

    use crate::program::run;

    fn form(arguments: &[&str]) -> Xlsx<std::io::Cursor<Vec<u8>>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.xlsx");
        let ran = run(&[&["template", "-o", path.to_str().unwrap()], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        Xlsx::new(std::io::Cursor::new(std::fs::read(&path).unwrap())).unwrap()
    }

    fn rows(book: &mut Xlsx<std::io::Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<String>> {
        let range = book.worksheet_range(sheet).unwrap();
        range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
    }

    #[test]
    fn the_first_sheet_is_a_blank_row_under_the_ids() {
        let mut book = form(&[]);
        let visible: Vec<SheetVisible> = book.sheets_metadata().iter().map(|sheet| sheet.visible).collect();
        assert_eq!(visible, [SheetVisible::Hidden, SheetVisible::Visible, SheetVisible::Hidden]);
        let data = rows(&mut book, "cxm");
        assert_eq!(data[0][..4], ["organisation", "respondent", "date", "size"]);
        assert_eq!(data[0][9], "skills-onboarding");
        assert_eq!((data.len(), data[0].len()), (2, 37));
        assert!(data[1].iter().all(String::is_empty), "{:?}", data[1]);
        let formulas = book.worksheet_formula("cxm").unwrap();
        assert_eq!(formulas.get_value((1, 0)).unwrap(), "IF('Answers'!C4=\"\",\"\",'Answers'!C4)");
        assert_eq!(
            formulas.get_value((1, 9)).unwrap(),
            "IF('Answers'!D24=\"\",\"\",LEFT('Answers'!D24,FIND(\" \",'Answers'!D24&\" \")-1))"
        );
    }

    #[test]
    fn a_form_that_came_back_is_scored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.xlsx");
        let score = || run(&["score", path.to_str().unwrap(), "-f", "json"]);
        assert_eq!(run(&["template", "-o", path.to_str().unwrap()]).code, 0);
        let ran = score();
        assert!(ran.code == 3 && ran.stderr.contains("has no answers: nothing is filled in"), "{}", ran.stderr);
        // What a spreadsheet program makes of the first sheet.
        let data = rows(&mut form(&[]), "cxm");
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet().set_name("cxm").unwrap();
        for (column, head) in (0u16..).zip(&data[0]) {
            sheet
                .write(0, column, head)
                .unwrap()
                .write(1, column, ["x", "", "4"][usize::from(column >= 3) + usize::from(column >= 9)])
                .unwrap();
        }
        book.add_worksheet().set_name("Answers").unwrap();
        book.save(&path).unwrap();
        let ran = score();
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!((&json["metadata"]["organisation"], &json["overall"]["low"]), (&"x".into(), &75.0.into()));
    }

    #[test]
    fn the_form_reads_like_a_form() {
        for language in ["en", "ja"] {
            let mut book = form(&["--lang", language]);
            let name = book.sheet_names()[1].clone();
            let form = rows(&mut book, &name);
            let lines = form.iter().take(12).map(|row| row.join(" | "));
            insta::assert_snapshot!(format!("form_{language}"), lines.collect::<Vec<_>>().join("\n"));
        }
    }

    #[test]
    fn a_question_that_is_not_asked_is_not_open() {
        let mut book = form(&["tests/fixtures/facts.toml"]);
        let formulas = book.worksheet_formula("Answers").unwrap();
        let at = |row, column| formulas.get_value((row, column)).unwrap().as_str();
        assert_eq!(
            [at(16, 5), at(17, 5), at(19, 5)],
            [
                "IF(OR(D17<>\"\",AND(OR(D13<>\"\",D14<>\"\",D15<>\"\"),NOT(OR(D13<>\"\")))),\"\",\"◀ open\")",
                "IF(OR(D18<>\"\"),\"\",\"◀ open\")",
                "IF(OR(D20<>\"\",AND(OR(D11=lists!$A$1))),\"\",\"◀ open\")",
            ]
        );
        let form = rows(&mut book, "Answers");
        assert_eq!(form[3][3..5], ["Questions still open", "3, the first of them question 1"]);
        assert_eq!(form[4][3..5], ["Suggested file name", "facts.xlsx"]);
    }

    /// Texts that a spreadsheet could take for formulas, and one that is longer than a list could hold.
    #[test]
    fn hostile_and_long_texts_stay_texts() {
        let folder = tempfile::tempdir().unwrap();
        let ran = run(&["new", "hostile", "--language", "en", "-o", folder.path().to_str().unwrap()]);
        assert_eq!(ran.code, 0);
        let path = folder.path().join("hostile.toml");
        let long = "long ".repeat(100);
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text
            .replace("\"Nothing, as a rule.\"", "\"=HYPERLINK(1)\"")
            .replace("\"They are not looked for.\"", &format!("\"{long}\""));
        let text =
            text.replace("How are the causes of complaints found?", "=1+1").replace("\"Learning from", "\"@SUM(1)");
        std::fs::write(&path, text).unwrap();
        let mut book = form(&[path.to_str().unwrap()]);
        let formulas = book.worksheet_formula("Answers").unwrap();
        let named = |formula: &String| ["HYPERLINK", "1+1", "@SUM", "long"].iter().any(|text| formula.contains(text));
        assert!(!formulas.rows().flatten().any(named));
        assert!(rows(&mut book, "Answers").iter().flatten().any(|cell| cell.starts_with("=1+1")));
        let lists = rows(&mut book, "lists");
        assert!(lists[0].iter().any(|entry| entry == "1  =HYPERLINK(1)"));
        assert!(lists[0].iter().any(|entry| entry.trim_end() == format!("1  {}", long.trim_end())));
    }
}

/// Runs openpyxl and formulas: `cargo test --test integration independent -- --ignored`, as `.ci/run` does.
#[cfg(feature = "xlsx")]
#[test]
#[ignore = "needs Python and its package index; .ci/run runs it"]
fn independent_programs_fill_in_the_form_and_work_out_the_points() {
    use std::process::Command;

    use cxm::definition::{self, FactOption, Profile, bundled};
    use cxm::diagnostic::Source;

    let folder = tempfile::tempdir().unwrap();
    let python = folder.path().join("venv/bin/python");
    let form = folder.path().join("form.xlsx");
    let ran = run(&["template", "-o", form.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let output = |command: &mut Command| {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    output(Command::new("python3").args(["-m", "venv"]).arg(folder.path().join("venv")));
    output(Command::new(&python).args(["-m", "pip", "install", "--quiet", "openpyxl==3.1.5", "formulas==1.3.4"]));
    let script = crate::program::root().join("tests/template/fill.py");
    let row: serde_json::Value = serde_json::from_str(&output(Command::new(&python).arg(script).arg(&form))).unwrap();

    let source = Source::new("cx-maturity.toml", bundled::find(bundled::DEFAULT).unwrap().toml);
    let definition = definition::read(&std::sync::Arc::new(source)).0.unwrap();
    assert_eq!(row["organisation"], "Kitano, =1+1");
    let facts = &definition.profile;
    assert_eq!(row.as_object().unwrap().len(), 2 + 3 + facts.len() + definition.questions().count());
    // The script chooses from one list after the other; a fact with `many` has one list for each of its options.
    let mut lists = 0..;
    let mut profile = Profile::default();
    for (at, fact) in facts.iter().enumerate() {
        let told = if fact.many {
            let told = fact.options.iter().filter(|_| lists.next().unwrap() % 7 != 6);
            told.map(|option| format!("{};", option.id)).collect()
        } else {
            fact.options[lists.next().unwrap() % fact.options.len()].text.clone()
        };
        assert_eq!(row[&fact.id], told, "{}", fact.id);
        let holds = |option: &FactOption| told == option.text || told.contains(&format!("{};", option.id));
        let options = fact.options.iter().enumerate().filter(|(_, option)| holds(option));
        options.for_each(|(option, _)| profile.tell(at, option));
    }
    let mut open = vec![];
    for (number, (_, question)) in lists.zip(definition.questions()) {
        let options = question.options.iter().map(|option| option.points.to_string());
        let entries: Vec<String> =
            options.chain(question.not_applicable.is_allowed().then(|| "n/a".to_owned())).collect();
        let chosen = if number % 7 == 6 { "" } else { &entries[number % entries.len()] };
        if chosen.is_empty() && definition.applies(&question.condition, &profile).counts() {
            open.push(definition.questions().position(|(_, one)| one.id == question.id).unwrap() + 1);
        }
        assert_eq!(row[&question.id], chosen, "{}", question.id);
    }
    assert!(!open.is_empty() && open.len() < definition.questions().count() / 7 + 2, "{open:?}");
    assert_eq!(row["open"], format!("{}, the first of them question {}", open.len(), open[0]));
    assert_eq!(row["name"], "cx-maturity_Kitano,-=1+1.xlsx");
}
