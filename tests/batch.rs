//! `cxm batch`.

use insta::assert_snapshot;

use crate::program::{Ran, command, root, run, run_with};

fn batch(arguments: &[&str]) -> Ran {
    run(&[&["batch"], arguments].concat())
}

#[test]
fn a_form_export_in_words() {
    assert_snapshot!(batch(&["examples/tables/form-export.csv"]).page());
}

#[test]
fn a_spreadsheet_from_japan() {
    let file = "examples/tables/japan-shift-jis.csv";
    assert_snapshot!(batch(&[file]).stderr, @"error: examples/tables/japan-shift-jis.csv is not UTF-8 text; try --encoding shift_jis");
    assert_snapshot!(batch(&[file, "--encoding", "shift_jis"]).page());
    assert_snapshot!(batch(&[file, "--encoding", "shift_jis", "-f", "table", "--lang", "ja"]).page());
}

#[test]
fn semicolons_and_decimal_commas() {
    let ran = batch(&["examples/tables/semicolons.csv"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "3 rows in = 3 scored + 0 rejected\n"));
}

#[test]
fn rows_with_mistakes_are_apart() {
    let file = "examples/tables/with-mistakes.tsv";
    assert_snapshot!(batch(&[file]).page());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejects.csv");
    let ran = batch(&[file, "--rejects", path.to_str().unwrap(), "-o", "/dev/null"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, "6 rows in = 3 scored + 3 rejected\n"));
    assert_snapshot!(std::fs::read_to_string(path).unwrap());
}

#[test]
fn json_of_all_rows_and_by_segment() {
    let ran = batch(&["examples/tables/with-mistakes.tsv", "-f", "json", "--by", "segment", "--actions", "1"]);
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(value["rows"].as_array().unwrap().len(), 3);
    assert_eq!(value["counts"]["rejected"], 3);
    assert_eq!(value["summary"]["rows"], 3);
    let ran = batch(&["examples/tables/with-mistakes.tsv", "-f", "ndjson", "--intervals"]);
    assert_snapshot!(ran.stdout.lines().next().unwrap());
}

#[test]
fn objects_a_line() {
    assert_snapshot!(batch(&["examples/tables/panel.ndjson"]).page());
}

#[test]
fn a_folder_of_answer_sets_comes_out_as_one_by_one() {
    let ran = batch(&["examples/answers", "-f", "ndjson"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for line in ran.stdout.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let single = run(&["score", row["metadata"]["file"].as_str().unwrap(), "-f", "json"]);
        let single: serde_json::Value = serde_json::from_str(&single.stdout).unwrap();
        for key in ["overall", "in_place"] {
            assert_eq!(row[key], single[key], "{line}");
        }
        assert_eq!(row["level"]["id"], single["level"]["id"]);
        assert_eq!(row["level"]["possible"], single["level"]["possible"]);
        for (own, other) in row["criteria"].as_array().unwrap().iter().zip(single["criteria"].as_array().unwrap()) {
            for key in ["id", "low", "high", "in_place"] {
                assert_eq!(own[key], other[key], "{line}");
            }
        }
    }
    let files = std::fs::read_dir(root().join("examples/answers")).unwrap();
    assert_eq!(ran.stdout.lines().count(), files.filter(|file| file.as_ref().unwrap().path().is_file()).count());
}

#[test]
fn columns_are_explained_before_anything_is_scored() {
    assert_snapshot!(batch(&["examples/tables/form-export.csv", "--explain-columns"]).page());
}

#[test]
fn what_matches_nothing_or_twice_is_refused() {
    let refused = |csv: &str, arguments: &[&str]| {
        let ran = run_with(command(&["batch", "-"]).args(arguments), csv);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
        ran.stderr
    };
    assert_snapshot!(refused("name,skill-path\na,1\n", &[]));
    assert_snapshot!(refused("skills-path,name,Skills-Path\n1,a,1\n", &[]));
    assert_snapshot!(refused("", &[]), @"error: <stdin> is empty");
}

#[test]
fn a_map_says_what_cannot_be_guessed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.toml");
    std::fs::write(&path, "[columns]\n\"Q1\" = \"skills-path\"\n[cells]\n\"Always\" = 4\n\"Don't know\" = \"\"\n")
        .unwrap();
    let map = path.to_str().unwrap();
    let csv = "who,Q1\na,Always\nb,don't know\nc,never\n";
    let ran = run_with(&mut command(&["batch", "-", "--map", map, "-f", "ndjson"]), csv);
    assert_eq!(ran.code, 1);
    assert_snapshot!(ran.stderr, @r"
    row 4: `never` is no answer to `skills-path`: its options have 0, 1, 2, 3, 4 points
    3 rows in = 2 scored + 1 rejected
    ");
    std::fs::write(&path, "[columns]\n\"Q1\" = \"skills-pth\"\n").unwrap();
    let ran = run_with(&mut command(&["batch", "-", "--map", map]), csv);
    assert!(ran.code == 3 && ran.stderr.contains("did you mean `skills-path`?"), "{}", ran.stderr);
}

#[test]
fn the_example_of_a_map_reads_all_its_columns() {
    let file = "examples/tables/numbered.csv";
    assert_snapshot!(batch(&[file, "--map", "examples/tables/map.toml"]).page());
}

#[test]
fn respondents_of_one_organisation_are_merged() {
    let file = "examples/tables/form-export.csv";
    assert_snapshot!(batch(&[file, "--merge", "Organisation", "-f", "table"]).page());
    let min = batch(&[file, "--merge", "organisation", "--merge-with", "min"]);
    assert_eq!(min.stdout.lines().count(), 4);
}

#[test]
fn a_reference_population_gives_percentiles() {
    let file = "examples/tables/with-mistakes.tsv";
    let ran = batch(&[file, "--benchmark", file]);
    assert!(ran.stdout.lines().next().unwrap().ends_with(",percentile"), "{}", ran.stdout);
    assert!(ran.stdout.lines().nth(1).unwrap().ends_with(",16.6"), "{}", ran.stdout);
}

#[test]
fn no_half_file_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    std::fs::write(&path, "old").unwrap();
    let ran = batch(&["examples/tables/form-export.csv", "-o", path.to_str().unwrap(), "--by", "nobody"]);
    assert_eq!((ran.code, std::fs::read_to_string(&path).unwrap().as_str()), (2, "old"));
    let ran = batch(&["examples/tables/form-export.csv", "-o", path.to_str().unwrap()]);
    assert_eq!(ran.code, 0);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Timestamp,"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// A table of so many rows.
fn rows(count: usize) -> String {
    (0..count).fold("who,skills-path\n".to_owned(), |table, row| table + &format!("respondent {row},3\n"))
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    std::fs::write(&path, "old").unwrap();
    // A limit on the size of files stands in for the end of the disk.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" batch - -o \"$1\"";
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_cxm"), path.to_str().unwrap()]).env_clear();
    let ran = run_with(&mut shell, &rows(1_000));
    assert!(ran.code == 3 && ran.stderr.contains("cannot write"), "{}", ran.stderr);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_ended_leaves_the_old_file() {
    use std::io::Write as _;
    use std::os::unix::process::ExitStatusExt as _;
    for signal in ["INT", "TERM", "KILL"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        std::fs::write(&path, "old").unwrap();
        let mut run = command(&["batch", "-", "-o", path.to_str().unwrap()]);
        let mut child = run.stdin(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // More than a pipe holds: when it is written, the program is reading, and listens.
        stdin.write_all(rows(50_000).as_bytes()).unwrap();
        let id = child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        // What feeds the program is ended with it, which looks like the end of the input.
        drop(stdin);
        let status = child.wait().unwrap();
        if signal == "KILL" {
            assert_eq!(status.signal(), Some(9));
        } else {
            assert_eq!(status.code(), Some(130));
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old", "{signal}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    use std::io::{BufRead as _, BufReader, Read as _};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.csv");
    std::fs::write(&path, rows(100_000)).unwrap();
    let mut run = command(&["batch", path.to_str().unwrap()]);
    let mut child = run.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
    assert!(line.starts_with("who,skills,"));
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let file = "examples/tables/form-export.csv";
    let ran = batch(&[file, "-o", file]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.stderr, @"error: examples/tables/form-export.csv is read: write to another file");
    assert_eq!(batch(&[file, "--rejects", file]).code, 2);
}

#[test]
fn a_header_alone_is_a_table_of_no_rows() {
    let ran = run_with(&mut command(&["batch", "-"]), "who,skills-path\n");
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 1));
    assert_eq!(ran.stderr, "0 rows in = 0 scored + 0 rejected\n");
}

#[cfg(feature = "xlsx")]
#[test]
fn a_spreadsheet_goes_in_and_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.xlsx");
    let ran = batch(&["examples/tables/with-mistakes.tsv", "-o", path.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    let csv = cxm::batch::xlsx::sheet_to_csv(std::fs::read(&path).unwrap(), None).unwrap();
    assert_eq!(String::from_utf8(csv).unwrap().lines().count(), 4);
    let ran = batch(&[path.to_str().unwrap()]);
    assert!(ran.code == 3 && ran.stderr.contains("no column matches a question"), "{}", ran.stderr);
}

#[test]
fn a_very_wide_file_and_a_very_long_row() {
    let header: Vec<String> = (0..100_000).map(|at| format!("m{at}")).collect();
    let csv = format!("{},skills-path\n{}3\n", header.join(","), ",".repeat(100_000));
    let ran = run_with(&mut command(&["batch", "-", "-o", "/dev/null"]), &csv);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "1 rows in = 1 scored + 0 rejected\n"));
    let csv = format!("who,skills-path\na,1\n\"{},2\n", "x".repeat(70 << 20));
    let ran = run_with(&mut command(&["batch", "-", "-o", "/dev/null"]), &csv);
    assert_eq!(ran.code, 3);
    assert_snapshot!(ran.stderr, @"error: <stdin>: row 3 is longer than 64 MiB: perhaps a quote is opened in it and never closed");
}
