//! Facts about an organisation, as every command asks for them and shows them.

use cxm::definition::{self, Definition};
use cxm::diagnostic::Source;
use insta::assert_snapshot;

use crate::program::{Ran, command, run, run_with};

const DEFINITION: &str = "tests/fixtures/facts.toml";

/// An assessment that asks for facts, in both its languages.
pub fn languages() -> [Definition; 2] {
    let source = Source::new("facts.toml", include_str!("fixtures/facts.toml"));
    let definition = definition::read(&source.into()).0.unwrap();
    let source = Source::new("facts.ja.toml", include_str!("fixtures/facts.ja.toml"));
    let japanese = definition::translate(&definition, &source.into()).0.unwrap();
    [definition, japanese]
}

/// The result of a file with these contents, as JSON or as an error.
fn scored(name: &str, contents: &[u8]) -> Result<serde_json::Value, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, contents).unwrap();
    let ran = run(&["score", path.to_str().unwrap(), "-a", DEFINITION, "-f", "json"]);
    if ran.code == 0 { Ok(serde_json::from_str(&ran.stdout).unwrap()) } else { Err(ran.stderr) }
}

/// The overall score, and how many questions are open, not asked, and there.
fn questions(result: &serde_json::Value) -> (f64, [u64; 3]) {
    let count = |key: &str| result["questions"][key].as_u64().unwrap();
    (result["overall"]["low"].as_f64().unwrap(), ["open", "not_asked", "total"].map(count))
}

#[test]
fn an_assessment_is_shown_with_its_facts_and_for_whom_everything_is() {
    for language in ["en", "ja"] {
        let ran = run(&["show", DEFINITION, "--lang", language]);
        assert_eq!(ran.code, 0);
        assert_snapshot!(format!("show_{language}"), ran.stdout);
    }
}

#[test]
fn a_blank_answer_file_asks_for_facts() {
    for language in ["en", "ja"] {
        let blank = run(&["template", DEFINITION, "--lang", language]).stdout;
        assert_snapshot!(format!("template_{language}"), blank);
        let refused = scored("blank.toml", blank.as_bytes()).unwrap_err();
        assert!(refused.contains("no question is answered"), "{refused}");
        let filled = blank
            .replace("#size = \"\"", "size = \"few\"")
            .replace("#channels = []", "channels = [\"email\", \"chat\"]")
            .replace("#letters = ", "letters = 3");
        assert_eq!(questions(&scored("filled.toml", filled.as_bytes()).unwrap()), (100.0, [0, 2, 3]), "{filled}");
    }
}

#[test]
fn a_table_has_a_column_for_each_fact() {
    let head = |language: &str| run(&["template", DEFINITION, "-f", "csv", "--lang", language]).stdout;
    assert_snapshot!(head("en"), @"organisation,respondent,date,How many people answer customers?,On which channels can customers reach you?,How soon are calls answered?,How soon are e-mails answered?,How are shifts planned?");
    let row = |language: &str, row: &str| scored("table.csv", format!("{}{row}\r\n", head(language)).as_bytes());
    assert_eq!(questions(&row("en", "Acme,,,Up to 5 people,E-mail;Chat,,3,").unwrap()), (100.0, [0, 2, 3]));
    assert_eq!(questions(&row("ja", "Acme,,,５人以下,メール；電話,1,3,").unwrap()), (50.0, [0, 1, 3]));
    assert_eq!(questions(&row("en", "Acme,,,Up to 5 people,\"E-mail, Chat\",,3,").unwrap()), (100.0, [0, 2, 3]));
    let error = row("en", "Acme,,,Some,E-mail,,3,").unwrap_err();
    assert!(error.contains("row 2: `Some` is no option of `size`: its options are few, team, centre"), "{error}");
}

#[test]
fn objects_tell_several_options_in_a_list() {
    let set = r#"{"letters": 3, "size": "few", "channels": ["email", "Chat"]}"#;
    assert_eq!(questions(&scored("sets.ndjson", set.as_bytes()).unwrap()), (100.0, [0, 2, 3]));
    let error = scored("sets.ndjson", set.replace("\"few\"", "[\"few\", \"team\"]").as_bytes()).unwrap_err();
    assert!(error.contains("a cell cannot be an array"), "{error}");
}

#[test]
fn a_form_in_a_browser_asks_for_facts_first() {
    let page = run(&["template", DEFINITION, "-f", "html"]).stdout;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} in {page}"));
    assert!(at("data-fact=\"size\"") < at("data-question=\"calls\""));
    at("<input type=\"radio\" name=\"f-size\" value=\"few\">");
    at("<input type=\"checkbox\" name=\"f-channels\" value=\"email\">");
    at("data-question=\"calls\" data-if=\"[[&#34;channels&#34;,[&#34;telephone&#34;]]]\" data-unless=\"[]\"");
    at("data-question=\"shifts\" data-if=\"[]\" data-unless=\"[[&#34;size&#34;,[&#34;few&#34;]]]\"");
    at("data-question=\"letters\">");
    at(">電話<");
}

/// `cxm assess --plain` with these lines typed; and what is in the file then.
fn assess(arguments: &[&str], lines: &str) -> (Ran, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    let file = ["--plain", "-o", path.to_str().unwrap(), "--lang", "en", "--respondent", ""];
    let ran = run_with(&mut command(&[&["assess"], arguments, file.as_slice()].concat()), lines);
    let answers = std::fs::read_to_string(&path).unwrap_or_default();
    (ran, answers)
}

#[test]
fn what_was_told_another_assessment_is_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("earlier.toml");
    let text = "assessment = \"another\"\nversion = \"7.0.0\"\norganisation = \"Acme\"\nsegment = \"retail\"\n\
                [profile]\nsize = \"few\"\nchannels = [\"email\", \"fax\"]\ntrade = \"bank\"\n[answers]\nunknown = 9\n";
    std::fs::write(&earlier, text).unwrap();
    let (ran, answers) = assess(&[DEFINITION, "--from", earlier.to_str().unwrap()], "\n\n3\nf\n");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(answers.contains("organisation = \"Acme\"\n") && !answers.contains("retail"), "{answers}");
    assert!(
        answers.ends_with("[profile]\nsize = \"few\"\nchannels = [\"email\"]\n\n[answers]\nletters = 3\n"),
        "{answers}"
    );
}

#[cfg(feature = "xlsx")]
#[test]
fn a_spreadsheet_has_a_list_for_a_fact_and_a_mark_for_each_of_several_options() {
    use calamine::{Data, Reader as _, Xlsx};

    for language in ["en", "ja"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.xlsx");
        let ran = run(&["template", DEFINITION, "-o", path.to_str().unwrap(), "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let mut book = Xlsx::new(std::io::Cursor::new(std::fs::read(&path).unwrap())).unwrap();
        let sheet = book.sheet_names()[1].clone();
        let form = book.worksheet_range(&sheet).unwrap();
        let lines = form.rows().map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join(" | "));
        assert_snapshot!(format!("form_{language}"), lines.collect::<Vec<_>>().join("\n"));
        let formulas = book.worksheet_formula("cxm").unwrap();
        let data = book.worksheet_range("cxm").unwrap();
        let heads: Vec<String> = data.rows().next().unwrap().iter().map(Data::to_string).collect();
        assert_eq!(heads, ["organisation", "respondent", "date", "size", "channels", "calls", "letters", "shifts"]);
        let sheet = format!("'{sheet}'!");
        assert_eq!(
            formulas.get_value((1, 4)).unwrap().replace(&sheet, ""),
            "IF(D13=\"\",\"\",\"telephone;\")&IF(D14=\"\",\"\",\"email;\")&IF(D15=\"\",\"\",\"chat;\")"
        );
        // What a spreadsheet program makes of it.
        let few = if language == "en" { "Up to 5 people" } else { "5人以下" };
        let mut filled = rust_xlsxwriter::Workbook::new();
        let sheet = filled.add_worksheet();
        let row = ["Acme", "", "", few, "email;chat;", "", "3", ""];
        for ((column, head), cell) in (0u16..).zip(&heads).zip(row) {
            sheet.write(0, column, head).unwrap().write(1, column, cell).unwrap();
        }
        let result = scored("form.xlsx", &filled.save_to_buffer().unwrap()).unwrap();
        assert_eq!(questions(&result), (100.0, [0, 2, 3]));
    }
}

/// The published shares of the default are those of businesses.
#[test]
fn a_summary_shows_only_shares_of_organisations_like_those_in_its_rows() {
    let summary = |sectors: &[&str], arguments: &[&str]| {
        let row = |(number, sector): (usize, &&str)| format!("O{number},{sector},5\n");
        let rows: String = sectors.iter().enumerate().map(row).collect();
        let ran = run_with(
            command(&["batch", "-", "-a", "cx-maturity"]).args(arguments),
            &format!("Organisation,sector,skills-onboarding\n{rows}"),
        );
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout + &ran.stderr
    };
    for grouping in [&["--summary"][..], &["--summary", "--merge", "Organisation"]] {
        let shown = |sectors: &[&str]| summary(sectors, grouping);
        let (all, some, none) = (shown(&["commercial", ""]), shown(&["commercial", "public", ""]), shown(&["public"]));
        assert!(all.contains("Japan, 2021") && !all.contains("and not the others"), "{all}");
        assert!(some.contains("Japan, 2021 describes organisations like 2 of these 3, and not the others."), "{some}");
        assert!(!none.contains("2021"), "{none}");
    }
}

#[test]
fn colleagues_who_differ_on_a_fact_are_told_to_ask_and_an_organisation_that_is_asked_nothing_is_refused() {
    let table = "Organisation,size,letters,shifts\nAcme,few,3,\nAcme,centre,1,2\n";
    let merged = |arguments: &[&str]| {
        let arguments =
            [&["batch", "-", "-a", DEFINITION, "--merge", "Organisation", "--scale", "points"], arguments].concat();
        let ran = run_with(&mut command(&arguments), table);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    let page = merged(&["-f", "table"]);
    let ask = " 1. They differ on “How many people answer customers?” (Up to 5 people; More";
    assert!(page.contains(ask), "{page}");
    assert!(page.contains("too few questions with two answers for α"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&merged(&["-f", "ndjson"])).unwrap();
    assert_eq!(json["disputed"], serde_json::json!([{ "fact": "size", "options": ["few", "centre"] }]));
    assert_eq!((&json["agreement"], &json["agreement_missing"]), (&serde_json::Value::Null, &"too_few".into()));
    let text = std::fs::read_to_string(crate::program::root().join(DEFINITION)).unwrap();
    let text = text.replace("id = \"letters\"\n", "id = \"letters\"\nif = { channels = \"email\" }\n");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("facts.toml");
    std::fs::write(&path, text).unwrap();
    let set = "assessment = \"facts\"\n[profile]\nsize = \"few\"\nchannels = [\"chat\"]\n[answers]\n";
    let ran = run_with(&mut command(&["score", "-", "-a", path.to_str().unwrap()]), set);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("no question is asked of an organisation with this profile"), "{}", ran.stderr);
}

/// `measure` costs few people half a week, and one of a definition that says so a single one.
#[test]
fn one_unit_of_effort_is_one_and_what_ends_a_challenge_is_told_from_what_could() {
    let plan = |arguments: &[&str], set: &str| {
        let ran = run_with(&mut command(&[&["plan", "-", "-a", DEFINITION], arguments].concat()), set);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    let set = |size: &str, calls: u32| {
        let told = format!("[profile]\nsize = \"{size}\"\nchannels = [\"telephone\"]\n");
        format!("{told}[answers]\ncalls = {calls}\nletters = 1\nshifts = 1\n")
    };
    let one = plan(&["--budget", "1"], &set("few", 1).replace("shifts = 1\n", ""));
    assert!(one.contains("The most for 1 person-week:") || one.contains("The most for 1 "), "{one}");
    assert!(!one.contains("1 person-weeks"), "{one}");
    let json = |arguments: &[&str], set: &str| -> serde_json::Value {
        serde_json::from_str(&plan(&[&["-f", "json"], arguments].concat(), set)).unwrap()
    };
    let answer = |result: &serde_json::Value| {
        let challenge = &result["challenges"][0];
        (challenge["ended_by"].clone(), challenge["endable_by"].clone())
    };
    let measure = serde_json::json!(["measure"]);
    assert_eq!(answer(&json(&[], &set("team", 1))), (measure.clone(), measure.clone()));
    assert_eq!(answer(&json(&["--budget", "1"], &set("team", 1))), (serde_json::json!([]), measure));
    let people = plan(&["--in-place", "people"], &set("few", 1).replace("shifts = 1\n", ""));
    assert!(people.contains("Does not apply to this organisation: People."), "{people}");
    assert!(!people.contains("In place already"), "{people}");
}

/// A part of a condition that is not told leaves it open, unless another part decides it.
#[test]
fn a_condition_holds_where_all_of_it_does() {
    let of = |condition: &str| {
        let text = include_str!("fixtures/facts.toml").replacen("unless = { size = \"few\" }", condition, 1);
        let definition = definition::read(&Source::new("facts.toml", text).into()).0.unwrap();
        let told = |size: Option<usize>, channel: Option<usize>| {
            let mut profile = definition::Profile::default();
            size.iter().for_each(|option| profile.tell(0, *option));
            channel.iter().for_each(|option| profile.tell(1, *option));
            format!("{:?}", definition.applies(&definition.criteria[1].questions[0].condition, &profile))
        };
        // Both as named, either not, either untold beside one or the other, and nothing told.
        let (few, team, chat, email) = (Some(0), Some(1), Some(2), Some(1));
        let cases = [(few, chat), (few, email), (team, chat), (few, None), (team, None), (None, email), (None, None)];
        cases.map(|(size, channel)| told(size, channel)).join(" ")
    };
    let both = "{ size = \"few\", channels = \"chat\" }";
    assert_eq!(of(&format!("if = {both}")), "Yes No No Open No No Open");
    assert_eq!(of(&format!("unless = {both}")), "No Yes Yes Open Yes Yes Open");
    assert_eq!(of("if = { size = \"few\" }\nunless = { channels = \"chat\" }"), "No Yes No Open No Open Open");
}

#[test]
fn a_column_of_ones_own_that_is_called_as_one_of_the_assessment_is_left_out_by_a_line_of_the_map() {
    for (header, cells, line) in
        [("Sector", ["Retail", "Banking"], "Sector = \"\""), ("Version", ["9.2.0", "9.2.0"], "Version = \"\"")]
    {
        let table = format!("Name,{header},skills-onboarding,skills-path\na,{},1,2\nb,{},5,4\n", cells[0], cells[1]);
        let arguments = ["batch", "-", "-f", "csv", "--scale", "points"];
        let ran = run_with(&mut command(&arguments), &table);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 1), "{}", ran.stderr);
        let note = format!(
            "note: if column `{header}` is one of your own, and not the assessment's, the line `{line}` under [columns]"
        );
        assert_eq!(ran.stderr.matches(&note).count(), 1, "{}", ran.stderr);
        let map = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
        std::fs::write(map.path(), format!("[columns]\n{line}\n")).unwrap();
        let arguments = [&arguments[..], &["--map", map.path().to_str().unwrap()]].concat();
        let ran = run_with(&mut command(&arguments), &table);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{}", ran.stderr);
        assert!(ran.stdout.contains(cells[0]), "it is carried along: {}", ran.stdout);
    }
}
