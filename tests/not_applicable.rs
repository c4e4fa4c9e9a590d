//! When a question does not apply, as the definition says it: on every line that offers n/a, and beside every answer n/a.

use crate::program::{Ran, command, run, run_with};

const DEFINITION: &str = "tests/schema/complete.toml";
const REASONS: [(&str, &str); 2] = [("en", "an agency trains everybody"), ("ja", "研修はすべて外部に委託している")];

#[test]
fn the_reason_is_on_the_line_that_offers_it() {
    for (language, reason) in REASONS {
        for command in [
            ["show", DEFINITION, "--lang", language].as_slice(),
            &["template", DEFINITION, "-f", "toml", "--lang", language],
            &["template", DEFINITION, "-f", "html"],
        ] {
            let ran = run(command);
            let lines: Vec<&str> = ran.stdout.lines().filter(|line| line.contains(reason)).collect();
            assert!(matches!(lines[..], [line] if line.contains("n/a")), "{command:?}: {lines:?}");
        }
    }
    let schema: serde_json::Value =
        serde_json::from_str(&run(&["schema", "answers", "--assessment", DEFINITION]).stdout).unwrap();
    let docs = &schema["properties"]["answers"]["properties"]["courses"]["x-taplo"]["docs"]["enumValues"];
    assert_eq!(docs, &serde_json::json!(["No.", "Yes.", REASONS[0].1]));
}

/// `cxm score` of answers of which the first is n/a.
fn score(arguments: &[&str]) -> Ran {
    let answers = "assessment = \"complete\"\n[answers]\ncourses = \"n/a\"\ncoaching = 2\n";
    let ran = run_with(&mut command(&[&["score", "-", "-a", DEFINITION], arguments].concat()), answers);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

#[test]
fn the_reason_is_beside_the_answer() {
    for ((language, reason), said) in REASONS.into_iter().zip(["not applicable: ", "該当なし："]) {
        for format in ["markdown", "html"] {
            let page = score(&["-f", format, "--lang", language]).stdout;
            assert_eq!(page.matches(&format!("{said}{reason}")).count(), 1, "{page}");
        }
        let json: serde_json::Value = serde_json::from_str(&score(&["-f", "json", "--lang", language]).stdout).unwrap();
        assert_eq!((&json["answers"][0]["reason"], json["answers"][1].get("reason")), (&reason.into(), None));
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn the_reason_is_in_the_form_and_the_workbook() {
    use calamine::{Data, Reader as _, Xlsx};
    let cells = |path: &std::path::Path| {
        let mut book = Xlsx::new(std::io::Cursor::new(std::fs::read(path).unwrap())).unwrap();
        let sheets = book.worksheets();
        sheets.iter().flat_map(|(_, sheet)| sheet.rows().flatten().map(Data::to_string)).collect::<Vec<String>>()
    };
    let folder = tempfile::tempdir().unwrap();
    for ((language, reason), word) in REASONS.into_iter().zip(["n/a", "該当なし"]) {
        let [form, book] = ["form", "book"].map(|name| folder.path().join(format!("{name}.{language}.xlsx")));
        let ran = run(&["template", DEFINITION, "-o", form.to_str().unwrap(), "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let entry = format!("{word}  {reason}");
        assert!(cells(&form).iter().any(|cell| cell.ends_with(&format!("\n{entry}"))), "beside the question");
        assert!(cells(&form).contains(&entry), "in the list that an answer is chosen from");
        score(&["-o", book.to_str().unwrap(), "--lang", language]);
        assert!(cells(&book).contains(&reason.to_owned()), "in the answers");
    }
}
