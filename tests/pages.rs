//! Reports as pages and sheets: whole, self-contained, and harmless whatever the files say. How they look and behave in a
//! browser is for `tests/browser`, and how other programs read them for `tests/sheets`.

use std::sync::Arc;

use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;

use crate::program::{Ran, run};

const HOSTILE: &str = "tests/fixtures/hostile/hostile.toml";
const ANSWERS: &str = "tests/fixtures/hostile/answers.toml";
const LATER: &str = "tests/fixtures/hostile/later.toml";

/// Every result of the hostile files in a format that is text.
fn hostile(format: &str) -> Vec<Ran> {
    let mut commands = vec![vec!["score", ANSWERS, "-a", HOSTILE, "--previous", LATER]];
    if format != "csv" {
        commands.push(vec!["compare", ANSWERS, LATER, "-a", HOSTILE]);
    }
    if format == "html" {
        commands.push(vec!["template", HOSTILE]);
    }
    let run = |command: Vec<&str>| {
        let ran = run(&[command.as_slice(), &["-f", format]].concat());
        // A table has no place for what is to be known of the changes in it.
        let said = if format == "csv" { "What is called previous here is dated later" } else { "" };
        assert!(
            ran.code == 0 && ran.stderr.starts_with(said) && ran.stderr.is_empty() == said.is_empty(),
            "{}",
            ran.stderr
        );
        assert!(!ran.stdout.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{format}: {}", ran.stdout);
        ran
    };
    commands.into_iter().map(run).collect()
}

#[test]
fn pages_have_no_markup_from_files() {
    for ran in hostile("html") {
        let page = ran.stdout;
        for markup in ["<script>alert", "<img", "</style></title>", "javascript:alert(1)\"", "<b>key", "<!-- {{"] {
            assert!(!page.contains(markup), "{markup} in {page}");
        }
        // It is there, as text.
        assert!(page.contains("&#60;script&#62;alert(1)&#60;/script&#62;"), "{page}");
        assert_eq!(page.matches("<style>").count(), 1);
        assert!(page.matches("<script>").count() <= 1);
        assert!(page.contains("Content-Security-Policy\" content=\"default-src 'none';"));
    }
}

#[test]
fn markdown_has_no_markup_from_files() {
    for ran in hostile("markdown") {
        for markup in ["<script", "<img", "</style", " | `x`", "**y**", "[z](", "<!--"] {
            let naked = ran.stdout.match_indices(markup).find(|(at, _)| !ran.stdout[..*at].ends_with('\\'));
            assert_eq!(naked, None, "{markup} in {}", ran.stdout);
        }
    }
}

#[test]
fn csv_has_no_formulas() {
    for ran in hostile("csv") {
        let mut reader = csv::Reader::from_reader(ran.stdout.as_bytes());
        for cell in reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        assert!(ran.stdout.contains("'=HYPERLINK") || ran.stdout.contains("'@SUM") || ran.stdout.contains("'+1-1"));
    }
}

#[test]
fn json_holds_the_texts_as_they_are() {
    for ran in hostile("json") {
        let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert!(value.to_string().contains("<script>alert(1)</script>"));
    }
    hostile("table");
}

#[test]
fn pages_are_whole_and_need_nothing_else() {
    for language in ["en", "ja"] {
        for file in ["eight-challenges", "incomplete", "not-applicable", "champion", "riser"] {
            let file = format!("examples/answers/{file}.toml");
            let page = run(&["score", &file, "-f", "html", "--lang", language]).stdout;
            assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{language}\">")), "{page}");
            assert!(page.trim_end().ends_with("</html>"));
            for outside in ["http://", "https://", "url(", "src=", "@import", "<link", "<script"] {
                assert!(!page.contains(outside), "{outside} in {file}");
            }
            let level = run(&["score", &file, "-f", "json", "--lang", language]).stdout;
            let level: serde_json::Value = serde_json::from_str(&level).unwrap();
            for text in [&level["level"]["summary"], &level["assessment"]["digest"], &level["answers"][27]["text"]] {
                assert!(page.contains(&text.as_str().unwrap().replace('\'', "&#39;")), "{text} in {file}");
            }
        }
    }
}

#[test]
fn a_form_has_every_option_in_every_language() {
    let page = run(&["template", "cx-maturity", "-f", "html"]).stdout;
    let bundled = &bundled::BUNDLED[0];
    let source = |name: &str, text: &str| Arc::new(Source::new(name, text));
    let english = definition::read(&source("cx-maturity.toml", bundled.toml)).0.unwrap();
    let japanese =
        definition::translate(&english, &source("cx-maturity.ja.toml", bundled.translations[0].1)).0.unwrap();
    for definition in [english, japanese] {
        for (_, question) in definition.questions() {
            for text in question.options.iter().map(|option| &option.text).chain([&question.text]) {
                assert!(page.contains(&format!(">{}<", text.replace('\'', "&#39;"))), "{text}");
            }
        }
    }
    assert_eq!(page.matches("<fieldset").count(), 28 + 6, "the questions, and the facts before them");
    assert!(
        page.contains("新人オペレーターが独り立ちするまでに")
            && page.contains("They take contacts from their first days")
    );
}

#[test]
fn a_file_has_the_form_that_its_name_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = "examples/answers/riser.toml";
    for (name, start) in
        [("a.html", "<!DOCTYPE"), ("a.csv", "\u{feff}organisation,"), ("a.json", "{"), ("a.md", "# CX"), ("a", "CX")]
    {
        let path = folder.path().join(name);
        assert_eq!(run(&["score", file, "-o", path.to_str().unwrap()]).code, 0);
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(start), "{name}");
    }
    let ran = run(&["impact", "cx-maturity", "cx-maturity", file, "-o", "x.html"]);
    insta::assert_snapshot!(ran.page(), @r"
    exit 2
    ----- stdout
    ----- stderr
    error: there is no form for a file `.html`: name one with --format
    forms: table, markdown, json
    ");
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_goes_into_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.xlsx");
    assert_eq!(run(&["score", "examples/answers/riser.toml", "-o", path.to_str().unwrap()]).code, 0);
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// The program speaks English beside texts in another language, and each says which it is in.
#[test]
fn words_and_texts_say_which_language_they_are_in() {
    let folder = tempfile::tempdir().unwrap();
    let definition = folder.path().join("groups.toml");
    let text = include_str!("fixtures/groups.toml").replace("language = \"en\"", "language = \"fr\"");
    let reason = text.replacen("not_applicable = false", "not_applicable = \"personne n'appelle\"", 1);
    std::fs::write(&definition, reason).unwrap();
    let definition = definition.to_str().unwrap();
    let form = run(&["template", definition, "-f", "html"]).stdout;
    for part in [
        "<html lang=\"fr\"",
        "<h1 id=\"title\"><span class=\"l0\" lang=\"fr\">Groups</span>",
        "<h2 id=\"about-you\"><span class=\"l0\" lang=\"en\">",
        "<span class=\"soft\"><span class=\"l0\" lang=\"en\">Does not apply to us</span></span>",
        "<span class=\"soft\"><span class=\"l0\" lang=\"fr\">Does not apply to us: personne n&#39;appelle</span></span>",
    ] {
        assert!(form.contains(part), "{part} in {form}");
    }
    let answers = "assessment = \"groups\"\n[answers]\ncalls-answered = 3\n";
    let page = crate::program::on(definition, &["score", "-f", "html"], &[answers]).stdout;
    for part in [
        "<html lang=\"en\"",
        "<p class=\"eyebrow\" lang=\"fr\">Groups</p>",
        "<h1 lang=\"fr\">Groups</h1>",
        "<main lang=\"fr\">",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}
