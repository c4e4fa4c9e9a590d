//! The same twice: whatever is written depends on its input alone, and not on when it is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::program::command;
use crate::tidy::files;

/// The commands, and the forms of what they write; `{}` is where a folder or a file goes that they are not given with `-o`.
const COMMANDS: &[(&[&str], &[&str])] = &[
    (&["score", "examples/answers/eight-challenges.toml"], &["txt", "md", "html", "json", "csv", "xlsx"]),
    (&["plan", "examples/answers/emerger.toml"], &["txt", "md", "json"]),
    (&["compare", "examples/answers/starter.toml", "examples/answers/emerger.toml"], &["txt", "md", "html", "json"]),
    (&["batch", "examples/tables/form-export.csv", "--summary"], &["csv", "json", "ndjson", "xlsx"]),
    (&["batch", "examples/tables/form-export.csv", "--merge", "Organisation", "--reports", "{}"], &["xlsx"]),
    (&["template"], &["toml", "csv", "xlsx", "html"]),
    (&["template", "-f", "xlsform"], &["xlsx"]),
    (&["template", "-f", "surveyjs"], &["json"]),
    (&["template", "-f", "limesurvey"], &["txt"]),
    (&["check", "assessments"], &["txt", "json", "sarif"]),
    (&["impact", "cx-maturity", "cx-maturity", "examples/answers/riser.toml"], &["txt", "md", "json"]),
    (&["schema", "result"], &["json"]),
    (&["show"], &["txt"]),
    (&["sql", "--dialect", "duckdb", "--from", "answers"], &["sql"]),
];

/// All that they write, by the names of the files.
fn written(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    thread::scope(|scope| {
        for (number, (arguments, endings)) in COMMANDS.iter().enumerate() {
            scope.spawn(move || {
                for ending in *endings {
                    let reports = folder.join(format!("{number}-{ending}"));
                    let arguments = arguments.iter().map(|argument| argument.replace("{}", reports.to_str().unwrap()));
                    let arguments: Vec<String> = arguments.collect();
                    let mut run = command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
                    run.arg("-o").arg(folder.join(format!("{number}.{ending}")));
                    let ran = run.output().unwrap();
                    assert!(matches!(ran.status.code(), Some(0 | 1)), "{arguments:?} {ending}: {ran:?}");
                }
            });
        }
    });
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files(folder, "").iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

#[test]
fn what_is_written_bears_no_time() {
    let [first, second] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let before = written(first.path());
    // Times in spreadsheets are of two seconds each.
    thread::sleep(Duration::from_millis(2_100));
    let after = written(second.path());
    assert!(before.len() > COMMANDS.len() && before.keys().eq(after.keys()));
    let differ: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(differ, [""; 0]);
}
