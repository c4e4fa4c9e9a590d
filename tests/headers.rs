//! What the columns of results are called.

use std::collections::HashSet;

use crate::program::run;

const ROWS: &str = "examples/tables/with-mistakes.tsv";

/// The heads of what a command writes as CSV.
fn heads(arguments: &str) -> Vec<String> {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let ran = run(&arguments);
    assert!(ran.code < 2, "{}", ran.stderr);
    ran.stdout.lines().next().unwrap().split(',').map(str::to_owned).collect()
}

#[test]
fn columns_of_csv_are_called_by_ids_unless_texts_are_asked_for() {
    for command in ["score examples/answers/riser.toml -f csv", &format!("batch {ROWS} --intervals --actions 2")] {
        let ids = heads(command);
        assert_eq!(ids, heads(&format!("{command} --headers id --lang ja")));
        for lang in ["en", "ja"] {
            let texts = heads(&format!("{command} --headers text --lang {lang}"));
            assert_eq!(texts.len(), ids.len(), "{command}");
            assert_eq!(texts.iter().collect::<HashSet<_>>().len(), texts.len(), "{texts:?}");
            let (overall, level) =
                if lang == "en" { ("Overall score", "Level") } else { ("総合得点", "レベル") };
            assert!(texts.iter().any(|text| text == level), "{texts:?}");
            assert!(command.starts_with("score") || texts.iter().any(|text| text == overall), "{texts:?}");
            // Only numbers that stand in for names have none.
            let left: Vec<&String> = texts.iter().filter(|text| text.contains('_')).collect();
            assert!(left.is_empty(), "{left:?}");
        }
    }
}

#[test]
fn forms_without_columns_take_no_headers() {
    for command in ["score examples/answers/riser.toml -f json", &format!("batch {ROWS} -f ndjson")] {
        let arguments: Vec<&str> = command.split(' ').chain(["--headers", "text"]).collect();
        let ran = run(&arguments);
        assert_eq!(
            (ran.code, ran.stderr.as_str()),
            (2, "error: --headers is for CSV and XLSX: this form has no columns\n")
        );
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn columns_of_a_spreadsheet_are_called_by_texts_unless_ids_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.xlsx");
    let path = path.to_str().unwrap();
    for (asked, expected) in [(&[][..], "総合得点"), (&["--headers", "id"], "overall")] {
        assert_eq!(run(&[&["batch", ROWS, "-o", path, "--lang", "ja"], asked].concat()).code, 1);
        let csv = crate::batch::first_sheet(std::path::Path::new(path));
        let head = String::from_utf8(csv).unwrap().lines().next().unwrap().to_owned();
        assert!(head.split(',').any(|head| head == expected), "{head}");
    }
    let ran = run(&["score", "examples/answers/riser.toml", "-o", path, "--headers", "id"]);
    assert!(ran.code == 2 && ran.stderr.contains("for ids use -f csv"), "{}", ran.stderr);
}
