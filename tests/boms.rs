//! The byte order mark of CSV: there where a person will open the file, and read back by every command.

use std::path::Path;

use crate::program::{Ran, command, run_with};

const MARK: &str = "\u{feff}";
const ROWS: &str = "Organisation,skills-onboarding,skills-training\nＡ社,1,2\nB社,3,9\n";

/// Runs what is typed in a folder.
fn typed(folder: &Path, line: &str, stdin: &str) -> Ran {
    run_with(command(&line.split(' ').collect::<Vec<_>>()).current_dir(folder), stdin)
}

#[test]
fn csv_has_a_byte_order_mark_in_files_that_a_person_will_open() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("in.csv"), ROWS).unwrap();
    std::fs::write(folder.path().join("one.csv"), "skills-onboarding,skills-training\n1,2\n").unwrap();
    let commands = ["batch in.csv --scale points", "score one.csv --scale points", "template"];
    let mut at = 0;
    for command in commands {
        for (asked, named, marked) in [
            ("", "csv", true),
            ("", "CSV", true),
            ("", "txt", false),
            (" --no-bom", "csv", false),
            (" --bom", "txt", true),
            (" --bom --no-bom", "csv", false),
            (" --no-bom --bom", "csv", true),
        ] {
            at += 1;
            let name = format!("{at}.{named}");
            let ran = typed(folder.path(), &format!("{command} -f csv{asked} -o {name}"), "");
            assert!(ran.code < 2, "{}", ran.stderr);
            let text = std::fs::read_to_string(folder.path().join(&name)).unwrap();
            assert_eq!(text.starts_with(MARK), marked, "{command}{asked} -o {name}");
            assert_eq!(text.matches(MARK).count(), usize::from(marked), "{text}");
            for to in ["", " -o -"] {
                let ran = typed(folder.path(), &format!("{command} -f csv{asked}{to}"), "");
                assert_eq!(ran.stdout.starts_with(MARK), asked.ends_with(" --bom"), "{command}{asked}{to}");
            }
        }
    }
}

#[test]
fn what_has_a_byte_order_mark_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let text = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let ran = typed(folder.path(), "batch - --scale points -f csv -o out.csv --rejects rejects.csv", ROWS);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    // The first column would be called otherwise.
    assert!(text("rejects.csv").starts_with("\u{feff}row,reason,Organisation,"), "{}", text("rejects.csv"));
    let mended = text("rejects.csv").replace(",9\n", ",5\n");
    std::fs::write(folder.path().join("rejects.csv"), mended).unwrap();
    let ran = typed(folder.path(), "batch rejects.csv --scale points", "");
    assert!(ran.code == 0 && ran.stdout.starts_with("row,reason,Organisation,"), "{}{}", ran.stdout, ran.stderr);

    std::fs::copy("tests/rules/base.toml", folder.path().join("base.toml")).unwrap();
    assert_eq!(typed(folder.path(), "template ./base.toml -o head.csv", "").code, 0);
    let head = text("head.csv");
    assert!(head.starts_with("\u{feff}organisation,"), "{head}");
    let answers = vec!["3"; head.matches(',').count() - 2].join(",");
    std::fs::write(folder.path().join("head.csv"), format!("{head}A社,,,{answers}\r\n")).unwrap();
    let ran = typed(folder.path(), "batch head.csv -a ./base.toml --scale points -f csv", "");
    assert!(ran.code == 0 && ran.stdout.contains("\nA社,"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(typed(folder.path(), "score head.csv -a ./base.toml --scale points", "").code, 0);
}

#[test]
fn forms_other_than_csv_take_no_byte_order_mark() {
    let refused = "error: --bom is for CSV: this form has no byte order mark\n";
    for line in ["score examples/answers/riser.toml -f json --bom", "batch - -f ndjson --bom", "template -f toml --bom"]
    {
        let ran = typed(Path::new("."), line, "");
        assert_eq!((ran.code, ran.stderr.as_str()), (2, refused), "{line}");
    }
    // The rows apart are CSV, whatever the results are.
    let folder = tempfile::tempdir().unwrap();
    let line = "batch - --scale points -f ndjson --bom --rejects rejects";
    assert_eq!(typed(folder.path(), line, ROWS).code, 1);
    assert!(std::fs::read_to_string(folder.path().join("rejects")).unwrap().starts_with(MARK));
}
