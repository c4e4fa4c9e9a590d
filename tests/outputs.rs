//! Outputs over inputs: whatever a command reads, under whatever name it is named for writing, it is as it was.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use crate::program::{command, root};

/// The commands, with `{}` where the file that they read stands, and without where they write to.
const COMMANDS: [(&str, &[&str]); 22] = [
    ("answers.toml", &["score", "{}"]),
    ("answers.toml", &["score", "examples/answers/starter.toml", "--previous", "{}"]),
    ("answers.toml", &["plan", "{}"]),
    ("answers.toml", &["compare", "examples/answers/starter.toml", "{}"]),
    ("answers.toml", &["impact", "cx-maturity", "cx-maturity", "{}"]),
    ("answers.toml", &["batch", "{}", "examples/answers/emerger.toml"]),
    ("one.csv", &["score", "{}"]),
    ("table.csv", &["batch", "{}"]),
    ("table.csv", &["batch", "examples/tables/form-export.csv", "--benchmark", "{}"]),
    ("map.toml", &["batch", "examples/tables/numbered.csv", "--map", "{}"]),
    ("cx-maturity.toml", &["score", "examples/answers/starter.toml", "-a", "{}"]),
    ("cx-maturity.toml", &["plan", "examples/answers/starter.toml", "-a", "{}"]),
    ("cx-maturity.toml", &["compare", "examples/answers/starter.toml", "examples/answers/emerger.toml", "-a", "{}"]),
    ("cx-maturity.toml", &["batch", "examples/tables/form-export.csv", "-a", "{}"]),
    ("cx-maturity.toml", &["impact", "{}", "cx-maturity", "examples/answers/starter.toml"]),
    ("cx-maturity.toml", &["impact", "cx-maturity", "{}", "examples/answers/starter.toml"]),
    ("cx-maturity.toml", &["check", "{}"]),
    ("cx-maturity.toml", &["show", "{}", "--toml"]),
    ("cx-maturity.toml", &["show", "{}"]),
    ("cx-maturity.toml", &["schema", "answers", "-a", "{}"]),
    ("cx-maturity.toml", &["template", "{}"]),
    ("cx-maturity.toml", &["sql", "-a", "{}", "--dialect", "duckdb", "--from", "answers"]),
];

/// A folder with a file of each kind, and how each can be named otherwise.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let copies = [
        ("examples/answers/starter.toml", "answers.toml"),
        ("examples/tables/map.toml", "map.toml"),
        ("assessments/cx-maturity.toml", "cx-maturity.toml"),
        ("assessments/cx-maturity.ja.toml", "cx-maturity.ja.toml"),
    ];
    for (from, to) in copies {
        fs::copy(root().join(from), folder.path().join(to)).unwrap();
    }
    let table = fs::read_to_string(root().join("examples/tables/form-export.csv")).unwrap();
    let one: String = table.split_inclusive('\n').take(2).collect();
    fs::write(folder.path().join("table.csv"), table).unwrap();
    fs::write(folder.path().join("one.csv"), one).unwrap();
    folder
}

#[test]
fn a_file_that_is_read_only_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.md");
    fs::write(&path, "last year's").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let ran = command(&["score", "examples/answers/starter.toml", "-o", path.to_str().unwrap()]).output().unwrap();
    let stderr = String::from_utf8(ran.stderr).unwrap();
    assert_eq!((ran.status.code(), fs::read_to_string(&path).unwrap().as_str()), (Some(3), "last year's"));
    assert!(stderr.ends_with("result.md: it is read-only\n"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn a_survey_takes_no_link_to_nothing_for_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("a.toml");
    std::os::unix::fs::symlink("nowhere/a.toml", &link).unwrap();
    let survey = ["assess", "--plain", "--lang", "en", "--organisation", "", "--respondent", "", "-o"];
    let ran = command(&[&survey[..], &[link.to_str().unwrap()]].concat()).stdin(Stdio::null()).output().unwrap();
    let stderr = String::from_utf8(ran.stderr).unwrap();
    assert!(stderr.contains("it is a link to nothing"), "{stderr}");
    assert!(link.is_symlink());
}

#[cfg(unix)]
#[test]
fn no_command_writes_over_what_it_reads() {
    for (file, arguments) in COMMANDS {
        let folder = folder();
        let path = folder.path().join(file);
        let before = fs::read(&path).unwrap();
        let other = |name: &str| folder.path().join(name);
        std::os::unix::fs::symlink(&path, other("link.txt")).unwrap();
        fs::hard_link(&path, other("hard.txt")).unwrap();
        let dotted = folder.path().join(".").join(file);
        for output in [path.clone(), dotted, other("link.txt"), other("hard.txt")] {
            let mut arguments: Vec<String> =
                arguments.iter().map(|argument| argument.replace("{}", path.to_str().unwrap())).collect();
            arguments.extend(["-o".to_owned(), output.to_str().unwrap().to_owned()]);
            let ran = command(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).output().unwrap();
            let stderr = String::from_utf8(ran.stderr).unwrap();
            let refused =
                ["is read: write to another file", "there is no form for a file", "exists, and may hold answers"];
            assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {stderr}");
            assert!(refused.iter().any(|reason| stderr.contains(reason)), "{arguments:?}: {stderr}");
            assert_eq!(fs::read(&path).unwrap(), before, "{arguments:?}");
            assert!(fs::symlink_metadata(other("link.txt")).unwrap().is_symlink(), "{arguments:?}");
            assert_eq!(fs::read(other("hard.txt")).unwrap(), before, "{arguments:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn nor_over_stdin_or_a_translation_or_a_file_of_a_folder() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let unchanged = |arguments: &[&str], stdin: Option<&str>, name: &str| {
        let before = fs::read(folder.path().join(name)).unwrap();
        let mut command = command(arguments);
        stdin.map(|stdin| command.stdin(File::open(folder.path().join(stdin)).unwrap()));
        let ran = command.output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        assert!(String::from_utf8_lossy(&ran.stderr).contains("is read: write to another file"), "{arguments:?}");
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), before, "{arguments:?}");
    };
    for command in ["score", "plan"] {
        unchanged(&[command, "-", "-f", "json", "-o", &at("answers.toml")], Some("answers.toml"), "answers.toml");
    }
    unchanged(&["batch", "-", "-o", &at("table.csv")], Some("table.csv"), "table.csv");
    unchanged(&["batch", "-", "--rejects", &at("table.csv")], Some("table.csv"), "table.csv");
    let answers = root().join("examples/answers/starter.toml");
    let answers = answers.to_str().unwrap();
    let own = at("cx-maturity.toml");
    unchanged(
        &["score", answers, "-a", &own, "-f", "json", "-o", &at("cx-maturity.ja.toml")],
        None,
        "cx-maturity.ja.toml",
    );
    fs::create_dir(folder.path().join("sets")).unwrap();
    fs::copy(answers, folder.path().join("sets/a.toml")).unwrap();
    let sets = at("sets");
    unchanged(
        &["impact", "cx-maturity", "cx-maturity", &sets, "-f", "json", "-o", &at("sets/a.toml")],
        None,
        "sets/a.toml",
    );
    unchanged(&["batch", &sets, "-f", "csv", "-o", &at("sets/a.toml")], None, "sets/a.toml");
}

#[cfg(unix)]
#[test]
fn nor_by_stdout() {
    for (file, arguments) in COMMANDS {
        let folder = folder();
        let path = folder.path().join(file);
        let before = fs::read(&path).unwrap();
        let arguments: Vec<String> =
            arguments.iter().map(|argument| argument.replace("{}", path.to_str().unwrap())).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let stdout = File::options().append(true).open(&path).unwrap();
        let ran = command(&arguments).stdout(stdout).output().unwrap();
        let stderr = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {stderr}");
        assert!(
            stderr.contains("stdout goes to a file that is read: write to another file"),
            "{arguments:?}: {stderr}"
        );
        assert_eq!(fs::read(&path).unwrap(), before, "{arguments:?}");
    }
    let folder = folder();
    for (name, arguments) in [("answers.toml", ["score", "-"]), ("table.csv", ["batch", "-"])] {
        let path = folder.path().join(name);
        let before = fs::read(&path).unwrap();
        let stdout = File::options().write(true).open(&path).unwrap();
        let ran = command(&arguments).stdin(File::open(&path).unwrap()).stdout(stdout).output().unwrap();
        assert_eq!((ran.status.code(), fs::read(&path).unwrap() == before), (Some(2), true), "{arguments:?}");
    }
    let path = folder.path().join("answers.toml");
    let before = fs::read(&path).unwrap();
    let survey = ["assess", "--plain", "--lang", "en", "--resume", "--organisation", "", "--respondent", "", "-o"];
    let survey = [&survey[..], &[path.to_str().unwrap()]].concat();
    let stdout = File::options().append(true).open(&path).unwrap();
    let ran = command(&survey).stdin(Stdio::null()).stdout(stdout).output().unwrap();
    assert_eq!((ran.status.code(), fs::read(&path).unwrap() == before), (Some(2), true));
    // A file that a shell has made of `> FILE` is nobody's answers; one that holds some is no place for results.
    let answers = folder.path().join("answers.toml");
    let sets = folder.path().join("sets");
    fs::create_dir(&sets).unwrap();
    fs::copy(&answers, sets.join("a.toml")).unwrap();
    let run = |name: &str| {
        let stdout = File::options().create(true).append(true).open(sets.join(name)).unwrap();
        command(&["batch", sets.to_str().unwrap(), "-f", "json"]).stdout(stdout).output().unwrap()
    };
    let first = run("all.json");
    assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
    assert_eq!(run("a.toml").status.code(), Some(2));
    assert_eq!(fs::read(sets.join("a.toml")).unwrap(), fs::read(answers).unwrap());
}

#[cfg(unix)]
#[test]
fn a_survey_does_not_write_over_what_it_reads() {
    let folder = folder();
    let run = |read: &[&str], output: &str| {
        let before = fs::read(folder.path().join(output)).unwrap();
        let arguments =
            [&["assess"], read, &["--fresh", "--plain", "--organisation", "A", "--respondent", "B", "-o", output]];
        let mut command = command(&arguments.concat());
        let stdin = File::open(folder.path().join("map.toml")).unwrap();
        let ran = command.current_dir(folder.path()).stdin(stdin).output().unwrap();
        let stderr = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{read:?} {output}: {stderr}");
        assert_eq!(stderr, format!("error: {output} is read: write to another file\n"));
        assert_eq!(fs::read(folder.path().join(output)).unwrap(), before);
        assert!(!folder.path().join(format!("{output}.bak")).exists());
    };
    run(&["./cx-maturity.toml"], "cx-maturity.toml");
    run(&["./cx-maturity.toml"], "cx-maturity.ja.toml");
    run(&["--from", "answers.toml"], "answers.toml");
    run(&[], "map.toml");
}

#[test]
fn two_results_do_not_go_into_one_file() {
    let folder = folder();
    let run = |results: &Path, rejects: &str| {
        let mut command = command(&["batch", "-", "-f", "csv", "--rejects", rejects, "-o"]);
        command.arg(results).current_dir(folder.path());
        command.stdin(File::open(folder.path().join("table.csv")).unwrap()).output().unwrap()
    };
    for results in [Path::new("x.csv"), Path::new("./x.csv"), &folder.path().join("x.csv")] {
        let ran = run(results, "x.csv");
        assert_eq!(ran.status.code(), Some(2), "{}", results.display());
        assert!(!folder.path().join("x.csv").exists());
    }
    // Nor do reports and a table, or what is rejected and results that a shell sends there.
    let table = folder.path().join("table.csv");
    let table = table.to_str().unwrap();
    for arguments in [&["--reports", "rr", "-o", "rr"], &["--reports", "rr", "--rejects", "./rr"]] {
        let ran =
            command(&[&["batch", table], arguments.as_slice()].concat()).current_dir(folder.path()).output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        assert!(!folder.path().join("rr").exists(), "{arguments:?}");
    }
    for rejects in if cfg!(unix) { ["y.csv", "/dev/fd/1", "/proc/self/fd/1"].as_slice() } else { &[] } {
        let stdout = File::create(folder.path().join("y.csv")).unwrap();
        let mut command = command(&["batch", table, "--rejects", rejects]);
        let ran = command.current_dir(folder.path()).stdout(stdout).output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{rejects}: {}", String::from_utf8_lossy(&ran.stderr));
        assert_eq!(fs::read(folder.path().join("y.csv")).unwrap(), b"", "{rejects}");
    }
}

#[test]
fn an_ending_that_nothing_is_written_for_is_refused_with_those_that_are() {
    let folder = folder();
    let (answers, table) = ("examples/answers/starter.toml", "examples/tables/form-export.csv");
    let commands: [&[&str]; 12] = [
        &["assess", "--plain", "--organisation", "A", "--respondent", "B"],
        &["check", "--list"],
        &["completions", "fish"],
        &["score", answers],
        &["plan", answers],
        &["compare", answers, "examples/answers/emerger.toml"],
        &["impact", "cx-maturity", "cx-maturity", answers],
        &["batch", table],
        &["template"],
        &["show"],
        &["check", "assessments"],
        &["schema", "answers"],
    ];
    for arguments in commands {
        for ending in ["docx", "odt", "pptx", "png", "xls"] {
            let path = folder.path().join(format!("report.{ending}"));
            let ran = command(arguments).arg("-o").arg(&path).output().unwrap();
            let stderr = String::from_utf8(ran.stderr).unwrap();
            assert_eq!(ran.status.code(), Some(2), "{arguments:?} {ending}: {stderr}");
            assert!(stderr.starts_with(&format!("error: there is no form for a file `.{ending}`: ")), "{stderr}");
            assert!(!path.exists());
        }
    }
    let path = folder.path().join("rejects.xlsx");
    let ran = command(&["batch", table, "--rejects"]).arg(&path).output().unwrap();
    assert_eq!((ran.status.code(), path.exists()), (Some(2), false), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn a_folder_that_is_not_there_is_refused_alike_by_all_commands() {
    let answers = "examples/answers/starter.toml";
    let commands: [(&[&str], &str); 12] = [
        (&["assess", "--plain", "--organisation", "A", "--respondent", "B"], "toml"),
        (&["new", "mine"], "d"),
        (&["man"], "d"),
        (&["score", answers], "json"),
        (&["plan", answers], "json"),
        (&["compare", answers, "examples/answers/emerger.toml"], "json"),
        (&["impact", "cx-maturity", "cx-maturity", answers], "json"),
        (&["batch", "examples/tables/form-export.csv"], "csv"),
        (&["template"], "toml"),
        (&["show", "--toml"], "toml"),
        (&["schema", "definition"], "json"),
        (&["sql", "--dialect", "duckdb", "--from", "answers"], "sql"),
    ];
    for (arguments, ending) in commands {
        let path = format!("nowhere/at-all.{ending}");
        let ran = crate::program::run(&[arguments, &["-o", &path]].concat());
        let refused = format!("error: cannot write {path}: there is no folder nowhere\n");
        assert!(ran.code == 3 && ran.stderr.ends_with(&refused), "{arguments:?}: {}", ran.stderr);
    }
    let ran = crate::program::run(&["batch", "examples/tables/form-export.csv", "--reports", "nowhere/at-all"]);
    let refused = "error: cannot write nowhere/at-all: there is no folder nowhere\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (3, refused));
}

#[test]
#[cfg(unix)]
fn a_pdf_is_what_a_browser_prints_or_it_is_said_how_to_get_one() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    let score = || {
        let mut score = command(&["score", "examples/answers/riser.toml", "-o"]);
        crate::program::run_with(score.arg(&path).env("PATH", folder.path()), "")
    };
    let without = score();
    assert!(without.code == 3 && !path.exists(), "{}", without.stderr);
    assert!(without.stderr.contains("install one, or write a page with `-o report.html`"), "{}", without.stderr);
    let installed = |browser: &str, script: &str| {
        let browser = folder.path().join(browser);
        fs::write(&browser, format!("#!/bin/sh\n{script}")).unwrap();
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    };
    installed("google-chrome", "echo '\u{1b}[31mno display' >&2; exit 1");
    let failed = score();
    assert!(failed.code == 3 && !path.exists(), "{}", failed.stderr);
    assert!(failed.stderr.contains("`google-chrome` printed nothing") && failed.stderr.contains("no display"));
    assert!(!failed.stderr.contains('\u{1b}'), "{:?}", failed.stderr);
    // Another one that is there is asked in its stead.
    let prints = "for word; do case $word in --print-to-pdf=*) echo '%PDF-1.4' > \"${word#*=}\";; esac; done";
    installed("microsoft-edge", prints);
    let printed = score();
    assert_eq!((printed.code, fs::read_to_string(&path).unwrap().as_str()), (0, "%PDF-1.4\n"), "{}", printed.stderr);
}

#[test]
fn the_day_of_answers_is_a_date_in_a_workbook() {
    use calamine::{DataType as _, Reader as _};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.xlsx");
    assert_eq!(
        crate::program::run_with(command(&["score", "examples/answers/riser.toml", "-o"]).arg(&path), "").code,
        0
    );
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let (_, summary) = book.worksheets().remove(0);
    let date = summary.rows().find(|row| row[0].get_string() == Some("Date")).expect("it is there");
    assert!(date[1].is_datetime(), "{date:?}");
}
