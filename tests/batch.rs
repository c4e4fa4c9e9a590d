//! `cxm batch`.

use cxm::table::xlsx;
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
    assert_snapshot!(batch(&[file]).stderr, @"error: examples/tables/japan-shift-jis.csv is not UTF-8 text; try --encoding shift_jis (as this, 28 columns match)");
    assert_snapshot!(batch(&[file, "--encoding", "shift_jis", "--scale", "points"]).page());
    assert_snapshot!(
        batch(&[file, "--encoding", "shift_jis", "-f", "table", "--lang", "ja", "--scale", "points"]).page()
    );
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
    assert_snapshot!(batch(&["examples/tables/panel.ndjson", "--scale", "points"]).page());
}

#[test]
fn keys_are_the_header_whatever_the_first_values_look_like() {
    let line = r#"{"best":"skills-training","worst":"skills-change","next":"insight-goals","skills-path":4}"#;
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &format!("{line}\n{line}\n"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.ends_with("2 rows in = 2 scored + 0 rejected\n"), "{}", ran.stderr);
}

#[test]
fn no_float_decides_what_a_number_of_json_answers() {
    let csv = "{\"who\":1e2,\"skills-path\":4e0}\n{\"who\":2,\"skills-path\":3.99999999e0}\n";
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), csv);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.lines().nth(1).unwrap().starts_with("1e2,18.7,"), "{}", ran.stdout);
    assert!(ran.stderr.contains("row 2: `3.99999999e0` is no answer to `skills-path`"), "{}", ran.stderr);
}

#[test]
fn no_row_can_pass_for_one_that_was_refused() {
    for text in
        ["who,note,skills-path\n\u{1},forged,4\n", "{\"who\":\"\u{1}\",\"note\":\"forged\",\"skills-path\":4}\n"]
    {
        let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &text.replace(":\"\u{1}", ":\"\\u0001"));
        assert_eq!((ran.code, ran.stderr.contains("row")), (0, true), "{}", ran.stderr);
        assert!(ran.stdout.lines().nth(1).unwrap().starts_with("\u{fffd},forged,18.7,"), "{}", ran.stdout);
    }
}

#[test]
fn lines_that_are_no_objects_are_rejected_in_their_places() {
    let good = "{\"who\":\"=a\",\"skills-path\":3}\n";
    let ran = run_with(
        &mut command(&["batch", "-", "--scale", "points"]),
        &format!("{good}[1]\n\n{good}{{\"skills-path\":9}}\n{{\n"),
    );
    assert_snapshot!(ran.stderr.split_once('\n').unwrap().1, @r"
    note: <stdin>: 1 row is the same as another one in every cell, beginning with row 1, and all count
    row 2: not an answer set in JSON: invalid type: sequence, expected an object
    row 5: `9` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points
    row 6: not an answer set in JSON: EOF while parsing an object
    note: with --map you can say what such cells mean (row 5); --map-skeleton prints a file for it
    5 rows in = 2 scored + 3 rejected
    ");
    let ran = run_with(&mut command(&["batch", "-"]), "{\n[\n");
    assert_snapshot!(ran.stderr, @"error: <stdin>: row 1: not an answer set in JSON: EOF while parsing an object");
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
fn many_answer_sets_come_out_in_the_order_of_their_files() {
    let folder = tempfile::tempdir().unwrap();
    let file = |at: usize| format!("{at:04}.toml");
    for at in 0..1_100 {
        let key = if at == 1_050 { "late" } else { "who" };
        let points = if at % 500 == 499 { 9 } else { at % 5 + 1 };
        let set =
            format!("assessment = \"cx-maturity\"\n{key} = \"{at}, \\\"x\\\"\"\n[answers]\nskills-path = {points}\n");
        std::fs::write(folder.path().join(file(at)), set).unwrap();
    }
    let ran = run_with(command(&["batch", ".", "-f", "ndjson"]).current_dir(folder.path()), "");
    assert_snapshot!(ran.stderr, @r"
    row 500: ./0499.toml: line 4: question `skills-path` has no option of 9 points
    row 1000: ./0999.toml: line 4: question `skills-path` has no option of 9 points
    1100 rows in = 1098 scored + 2 rejected
    ");
    let mut lines = ran.stdout.lines();
    for at in (0..1_100).filter(|at| at % 500 != 499) {
        let row: serde_json::Value = serde_json::from_str(lines.next().unwrap()).unwrap();
        let metadata = &row["metadata"];
        let (own, other) = if at == 1_050 { ("late", "who") } else { ("who", "late") };
        assert_eq!(metadata["file"], format!("./{}", file(at)));
        assert_eq!((&metadata[own], &metadata[other]), (&format!("{at}, \"x\"").into(), &"".into()), "{row}");
        // Of a hundred, and of four questions one is answered; a second decimal is cut off.
        assert_eq!(row["criteria"][0]["low"].as_f64(), Some([0.0, 6.2, 12.5, 18.7, 25.0][at % 5]), "{row}");
    }
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
    std::fs::write(&path, "[columns]\n\"Q1\" = \"skills-path\"\n[cells]\n\"Always\" = 5\n\"Don't know\" = \"\"\n")
        .unwrap();
    let map = path.to_str().unwrap();
    let csv = "who,Q1\na,Always\nb,don't know\nc,never\n";
    let ran = run_with(&mut command(&["batch", "-", "--map", map, "-f", "ndjson"]), csv);
    assert_eq!(ran.code, 1);
    assert_snapshot!(ran.stderr.split_once('\n').unwrap().1, @r"
    row 3: no question is answered
    row 4: `never` is no answer to `skills-path`: its options have 1, 2, 3, 4, 5 points
    note: with --map you can say what such cells mean (row 4); --map-skeleton prints a file for it
    3 rows in = 1 scored + 2 rejected
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

#[cfg(feature = "xlsx")]
#[test]
fn forms_that_came_back_are_one_table() {
    let folder = tempfile::tempdir().unwrap();
    let form = |name: &str, head: &[&str], row: &[&str]| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, (head, cell)) in (0u16..).zip(head.iter().zip(row)) {
            sheet.write(0, column, *head).unwrap().write(1, column, *cell).unwrap();
        }
        let path = folder.path().join(name);
        book.save(&path).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let head = ["organisation", "skills-path", "skills-change"];
    let (a, b) = (form("a.xlsx", &head, &["A, Inc.", "4", ""]), form("b.xlsx", &head, &["B", "9", "1"]));
    let ran = batch(&[&a, &b, "--scale", "points"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let rows: Vec<&str> = ran.stdout.lines().collect();
    assert!(rows.len() == 2 && rows[1].starts_with(&format!("{a},\"A, Inc.\",18.7,")), "{rows:?}");
    assert!(ran.stderr.contains(&format!("row 3: {b}: `9` is no answer to `skills-path`")), "{}", ran.stderr);
    let other = form("c.xlsx", &head[..2], &["C", "3"]);
    let ran = batch(&[&a, &other]);
    assert!(ran.code == 3 && ran.stderr.contains("has other columns than"), "{}", ran.stderr);
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
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("\u{feff}Timestamp,"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// A table of so many rows.
fn rows(count: usize) -> String {
    (0..count).fold("who,skills-path\n".to_owned(), |table, row| table + &format!("respondent {row},5\n"))
}

#[test]
fn first_actions_of_many_rows_are_those_of_a_sample() {
    let summary =
        |count: usize| run_with(&mut command(&["batch", "-", "--summary", "-o", "/dev/null"]), &rows(count)).stderr;
    let of_sample = "Most frequent first actions, of a sample of 100 rows (of all: --actions 1)\n";
    assert!(summary(20_000).contains(of_sample), "{}", summary(20_000));
    assert!(summary(100).contains("Most frequent first actions\n"), "{}", summary(100));
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
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(said.lines().all(|line| line.contains("questions have no column")), "{said}");
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
    assert!(ran.stderr.ends_with("\n0 rows in = 0 scored + 0 rejected\n"), "{}", ran.stderr);
}

#[cfg(feature = "xlsx")]
/// The first sheet of a spreadsheet, as CSV.
pub fn first_sheet(path: &std::path::Path) -> Vec<u8> {
    let (bytes, wanted) = (std::fs::read(path).unwrap(), xlsx::Wanted::Best(""));
    xlsx::sheets_to_csv(bytes, wanted, |_| xlsx::Head::default()).unwrap().read.remove(0).csv
}

#[test]
fn a_spreadsheet_goes_in_and_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.xlsx");
    let ran = batch(&["examples/tables/with-mistakes.tsv", "-o", path.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    let csv = first_sheet(&path);
    assert_eq!(String::from_utf8(csv).unwrap().lines().count(), 4);
    let ran = batch(&[path.to_str().unwrap()]);
    assert!(ran.code == 3 && ran.stderr.contains("no column matches a question"), "{}", ran.stderr);
}

#[test]
fn a_very_wide_file_and_a_very_long_row() {
    let header: Vec<String> = (0..16_000).map(|at| format!("m{at}")).collect();
    let csv = format!("{},skills-path\n{}5\n", header.join(","), ",".repeat(16_000));
    let ran = run_with(&mut command(&["batch", "-", "-o", "/dev/null"]), &csv);
    assert!(ran.code == 0 && ran.stderr.ends_with("\n1 row in = 1 scored + 0 rejected\n"), "{}", ran.stderr);
    let csv = format!("who,skills-path\na,5\n\"{},2\n", "x".repeat(70 << 20));
    let ran = run_with(&mut command(&["batch", "-", "-o", "/dev/null"]), &csv);
    assert_eq!(ran.code, 3);
    assert_snapshot!(ran.stderr.lines().last().unwrap(), @"error: <stdin>: row 3 is longer than 64 MiB: perhaps a quote is opened in it and never closed");
}

/// All questions of the bundled assessment.
pub fn questions() -> Vec<String> {
    let definition = std::fs::read_to_string(root().join("examples/tables/with-mistakes.tsv")).unwrap();
    let header = definition.lines().next().unwrap();
    header.split('\t').filter(|header| header.contains('-')).map(str::to_owned).collect()
}

/// A table of all questions with metadata before them, and rows in which every question has one answer.
fn table(metadata: &str, rows: &[(&str, &str)]) -> String {
    let questions = questions();
    assert_eq!(questions.len(), 28);
    let rows = rows.iter().map(|(metadata, answer)| format!("{metadata},{}\n", vec![*answer; 28].join(",")));
    format!("{metadata},{}\n{}", questions.join(","), rows.collect::<String>())
}

#[test]
fn no_file_of_a_folder_that_is_read_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let set = std::fs::read_to_string(root().join("examples/answers/starter.toml")).unwrap();
    for name in ["a.toml", "b.TOML", "._a.toml", "notes.txt"] {
        std::fs::write(folder.path().join(name), &set).unwrap();
    }
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let all = folder.path().to_str().unwrap();
    for option in ["-o", "--rejects"] {
        let ran = batch(&[all, "-f", "csv", option, &path("a.toml")]);
        // What is rejected is CSV, so that the ending alone is refused.
        let why = if option == "-o" { "a.toml is read" } else { "there is no form for a file `.toml`" };
        assert!(ran.code == 2 && ran.stderr.contains(why), "{}", ran.stderr);
    }
    assert_eq!(std::fs::read_to_string(path("a.toml")).unwrap(), set);
    // Results of the run before are no answer set.
    let [first, second] = [(), ()].map(|()| batch(&[all, "-o", &path("all.json")]).page());
    assert_eq!(first, second);
    assert_snapshot!(first.replace(all, "FOLDER"), @r"
    exit 0
    ----- stdout
    ----- stderr
    note: FOLDER: passed over: notes.txt: answer sets end in .toml or .json
    2 rows in = 2 scored + 0 rejected
    ");
}

#[cfg(unix)]
#[test]
fn the_file_that_is_stdin_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.csv");
    std::fs::write(&path, rows(3)).unwrap();
    for option in ["-o", "--rejects"] {
        let mut run = command(&["batch", "-", option, path.to_str().unwrap()]);
        let status = run.stdin(std::fs::File::open(&path).unwrap()).output().unwrap();
        assert_eq!(status.status.code(), Some(2));
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), rows(3));
}

#[test]
fn where_nothing_can_be_written_nothing_is_read() {
    let file = "examples/tables/form-export.csv";
    assert_snapshot!(batch(&[file, "--rejects", "-"]).page(), @r"
    exit 2
    ----- stdout
    ----- stderr
    error: --rejects needs a file: stdout is where results go
    ");
    assert_snapshot!(batch(&[file, "-o", "examples"]).stderr, @"error: cannot write examples: it is a folder");
    assert_snapshot!(batch(&[file, "-o", "no/where.csv"]).stderr, @"error: cannot write no/where.csv: there is no folder no");
}

#[cfg(target_os = "linux")]
#[test]
fn the_file_that_cannot_be_written_is_named() {
    let ran = run_with(&mut command(&["batch", "-", "--rejects", "/dev/full"]), &rows(3));
    assert!(ran.code == 3 && ran.stderr.contains("cannot write /dev/full"), "{}", ran.stderr);
    let ran = run_with(&mut command(&["batch", "-", "-o", "/dev/full"]), &rows(3));
    assert!(ran.code == 3 && ran.stderr.contains("cannot write /dev/full"), "{}", ran.stderr);
}

#[test]
fn rejects_are_complete_though_nobody_reads_the_results() {
    use std::io::{BufRead as _, BufReader, Write as _};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejects.csv");
    // Nobody reads from the beginning, or after the first line.
    for reads in [false, true] {
        let mut run = command(&["batch", "-", "--rejects", path.to_str().unwrap()]);
        run.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut child = run.stderr(std::process::Stdio::null()).spawn().unwrap();
        let stdout = child.stdout.take().filter(|_| reads);
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all((rows(20_000) + &"a,5\n".repeat(200_000) + "bad,x\n").as_bytes()).unwrap();
        drop(stdin);
        if let Some(stdout) = stdout {
            assert!(BufReader::new(stdout).read_line(&mut String::new()).unwrap() > 0);
        }
        assert_eq!(child.wait().unwrap().code(), Some(1));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 2);
    }
}

#[test]
fn questions_without_a_column_are_said() {
    let csv = table("who", &[("a", "3")]).replace("skills-change", "skill-change").replace("insight-value", "value");
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &csv);
    assert_snapshot!(ran.stderr, @r"
    note: <stdin>: 2 of 28 questions have no column and are open in every row: skills-change (did you mean column `skill-change`?), insight-value
    1 row in = 1 scored + 0 rejected
    ");
}

#[test]
fn equal_headers_are_told_apart_by_number() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.toml");
    let csv = table("who", &[("a", "4")]).replacen("who", "skills-path", 1).replace("a,4", "2,4");
    let with = |map: &str| {
        std::fs::write(&path, map).unwrap();
        run_with(&mut command(&["batch", "-", "--map", path.to_str().unwrap(), "--scale", "points"]), &csv)
    };
    for map in ["\"#1\" = \"\"", "\"#4\" = \"skills-path\""] {
        let ran = with(&format!("[columns]\n{map}\n"));
        assert_eq!(ran.stdout.lines().nth(1).unwrap().split(',').nth(1), Some("75.0"), "{}", ran.stderr);
    }
    let ran = with("[columns]\n\"#1\" = \"skills-path\"\n");
    assert_eq!(ran.stdout.lines().nth(1).unwrap().split(',').nth(1), Some("62.5"), "{}", ran.stderr);
    assert!(with("[columns]\n\"#30\" = \"\"\n").stderr.contains("columns that are not there: `#30`"));
    let ran = with("[cells]\nAlways = 5\n\"always \" = 2\n");
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("`Always` and `always ` are the same text here"), "{}", ran.stderr);
}

#[test]
fn a_row_without_an_answer_is_a_reject_and_empty_cells_too_many_are_none() {
    let csv = table("who", &[("a", "3"), ("Average", "")]).replace(",3\n", ",3,,\n");
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &csv);
    assert_snapshot!(ran.stderr, @r"
    row 3: no question is answered
    2 rows in = 1 scored + 1 rejected
    ");
}

#[test]
fn organisations_are_merged_however_they_are_spelled() {
    let csv = table("Org,role", &[("Acme,lead", "2"), ("acme ,agent", "4"), (" ,agent", "3"), ("Ａcme,agent", "4")]);
    let ran = run_with(&mut command(&["batch", "-", "--merge", "org", "-f", "json", "--scale", "points"]), &csv);
    assert_snapshot!(ran.stderr, @r"
    row 4: no value in column `Org`
    4 rows in = 3 scored + 1 rejected
    ");
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let [row] = value["rows"].as_array().unwrap().as_slice() else { panic!("{}", ran.stdout) };
    assert_eq!((&row["metadata"]["org"], &row["respondents"]), (&"Acme".into(), &3.into()));
    assert_eq!((&row["agreement"], &row["agreement_missing"]), (&serde_json::Value::Null, &"negative".into()));
    assert_snapshot!(row["agenda"][0], @r#"{"answers":[{"points":2,"respondents":1},{"points":4,"respondents":2}],"decides_level":false,"effect":1.7,"high":4,"low":2,"other_level":0,"question":"skills-onboarding","roles":{"agent":4.0,"lead":2.0},"spread":1.1}"#);
    let ran = run_with(&mut command(&["batch", "-", "--by", "org", "-f", "json", "--scale", "points"]), &csv);
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let by = value["summary"]["by"].as_object().unwrap();
    assert_eq!(
        by.iter().map(|(name, rows)| (name.as_str(), rows["rows"].as_u64())).collect::<Vec<_>>(),
        [("Acme", Some(3)), ("–", Some(1))]
    );
}

#[test]
fn no_two_segments_have_one_name() {
    let values = ["a,–", "a,", "a,-", "a,x\u{1}y", "a,x\u{2}y"].map(|row| (row, "3"));
    let csv = table("role,branch", &values);
    let by = ["batch", "-", "--by", "branch", "--scale", "points", "--every-row"];
    let ran = run_with(&mut command(&[&by[..], &["-f", "json"]].concat()), &csv);
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let by_name = value["summary"]["by"].as_object().unwrap();
    assert_eq!(
        by_name.iter().map(|(name, rows)| (name.as_str(), rows["rows"].as_u64())).collect::<Vec<_>>(),
        [("-", Some(2)), ("x\u{fffd}y", Some(1)), ("x\u{fffd}y (2)", Some(1)), ("–", Some(1))]
    );
    let ran = run_with(&mut command(&[&by[..], &["--summary"]].concat()), &csv);
    let named =
        |name: &str| ran.stderr.lines().filter(|line| line.trim_start().starts_with(&format!("{name} "))).count();
    assert_eq!(["-", "–"].map(named), [1, 1], "{}", ran.stderr);
}

#[test]
fn one_answer_set_and_an_array_come_in_through_stdin() {
    let set = std::fs::read_to_string(root().join("examples/answers/starter.toml")).unwrap();
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &set);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "1 row in = 1 scored + 0 rejected\n"));
    let object = format!("{{{}}}", questions().iter().map(|id| format!("\"{id}\": 3")).collect::<Vec<_>>().join(",\n"));
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &format!("[{object},\n{object}]"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "2 rows in = 2 scored + 0 rejected\n"));
}

#[test]
fn every_cell_of_the_rejects_is_safe() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejects.csv");
    let csv = table("who,note", &[("=1+1,a;=2", "9"), ("a,b\tc", "9")]);
    let ran = run_with(&mut command(&["batch", "-", "--rejects", path.to_str().unwrap()]), &csv);
    assert_eq!(ran.code, 1);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(",'=1+1,\"a;=2\",9,") && text.contains(",a,\"b\tc\",9,"), "{text}");
    assert!(text.lines().nth(1).unwrap().starts_with("2,\"`9` is no answer to"), "{text}");
}

#[test]
fn a_table_shows_what_was_asked_for() {
    let csv = table("who", &[("a", "4"), ("b", "2")]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("population.csv");
    std::fs::write(&path, &csv).unwrap();
    let mut run = command(&[
        "batch",
        "-",
        "--scale",
        "points",
        "-f",
        "table",
        "--actions",
        "1",
        "--benchmark",
        path.to_str().unwrap(),
    ]);
    let ran = run_with(&mut run, &csv);
    let table: Vec<&str> = ran.stdout.lines().take(3).collect();
    assert_snapshot!(table.join("\n"));
    // No criterion is weaker than another.
    assert!(!ran.stdout.contains("Weakest"), "{}", ran.stdout);
}

#[cfg(feature = "xlsx")]
#[test]
fn figures_of_merged_rows_are_numbers_in_a_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.xlsx");
    let csv = table("org", &[("007", "3"), ("007", "1")]);
    let ran = run_with(
        &mut command(&["batch", "-", "--scale", "points", "--merge", "org", "-o", path.to_str().unwrap()]),
        &csv,
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let csv = first_sheet(&path);
    let table = String::from_utf8(csv).unwrap();
    // A number loses what is no part of it; a text keeps all.
    assert!(table.contains("\n007,2,"), "{table}");
}

/// The rows of organisations that told different things, of an assessment that goes by them.
const FACTS: &str = "\
who,size,channels,calls,letters,shifts
shop,Up to 5 people,email,,3,
inn,few,telephone;email,1,2,
desk,team,E-mail,3,1,1
bank,centre,telephone; chat,1,1,1
open,,,1,2,1
strange,huge,fax,1,1,1
mute,few,email,,,1
";

#[test]
fn each_row_is_scored_and_planned_by_what_it_tells() {
    let of_facts = |arguments: &[&str]| {
        let all = [&["batch", "-", "-a", "tests/fixtures/facts.toml"], arguments].concat();
        run_with(&mut command(&all), FACTS)
    };
    assert_snapshot!(of_facts(&["--actions", "2"]).page(), @r"
    exit 1
    ----- stdout
    who,size,channels,speed,people,in_place,overall,level,open,in_place_high,overall_high,possible_level,action_1,action_2
    shop,Up to 5 people,email,100.0,,1,100.0,high,0,,,,,
    inn,few,telephone;email,25.0,,0,25.0,low,0,,,,measure,
    desk,team,E-mail,0.0,0.0,0,0.0,low,0,,,,plan-shifts,measure
    bank,centre,telephone; chat,0.0,0.0,0,0.0,low,0,,,,measure,plan-shifts
    open,,,25.0,0.0,0,12.5,low,0,,,,measure,plan-shifts
    ----- stderr
    row 7: `huge` is no option of `size`: its options are few, team, centre
    row 8: no question is answered
    note: with --map you can say what such cells mean (row 7); --map-skeleton prints a file for it
    note: answers to what is not asked of an organisation do not count (1 row)
    7 rows in = 5 scored + 2 rejected
    ");
    let by_size = of_facts(&["-f", "json", "--by", "size"]);
    let value: serde_json::Value = serde_json::from_str(&by_size.stdout).unwrap();
    let sizes: Vec<(&str, u64)> = value["summary"]["by"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(size, of)| (size.as_str(), of["rows"].as_u64().unwrap()))
        .collect();
    assert_eq!(sizes, [("centre", 1), ("few", 2), ("team", 1), ("–", 1)]);
    let merged = FACTS.replace("inn,few", "shop,few").replace("desk,team", "shop,few");
    let all = ["batch", "-", "-a", "tests/fixtures/facts.toml", "--merge", "who", "--actions", "2"];
    assert_snapshot!(run_with(&mut command(&all), &merged).stdout, @r"
    who,respondents,agreement,speed,people,in_place,overall,level,open,in_place_high,overall_high,possible_level,action_1,action_2
    shop,3,,50.0,,0,50.0,low,0,,,,,
    bank,1,,0.0,0.0,0,0.0,low,0,,,,measure,plan-shifts
    open,1,,25.0,0.0,0,12.5,low,0,,,,measure,plan-shifts
    ");
}

/// The names of the files in a folder, sorted.
fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn each_organisation_has_a_report_and_a_page_compares_them() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    let table = "Organisation,skills-onboarding,skills-training,staffing-workload\n\
         ../北野 <b>アウトドア</b>,4,4,5\nAcme,1,2,1\nＡＣＭＥ,1,2,2\nacme/,5,5,5\n";
    let batch = |arguments: &[&str]| {
        let pages = pages.to_str().unwrap();
        let mut command =
            command(&[&["batch", "-", "--merge", "Organisation", "--reports", pages], arguments].concat());
        let ran = run_with(&mut command, table);
        (ran.code, ran.stdout, ran.stderr.replace(folder.path().to_str().unwrap(), "FOLDER"))
    };
    let (code, stdout, stderr) = batch(&["-f", "html"]);
    assert_eq!((code, stdout.as_str()), (0, ""), "{stderr}");
    assert!(stderr.contains("wrote 3 reports, compared in FOLDER/pages/index.html"), "{stderr}");
    let files = ["001-北野-b-アウトドア-b.html", "002-Acme.html", "003-acme.html"];
    assert_eq!(names(&pages), [&files[..], &["index.html"]].concat());
    assert_eq!(names(folder.path()), ["pages"]);
    let index = std::fs::read_to_string(pages.join("index.html")).unwrap();
    let mut from = 0;
    for file in files {
        from += index[from..].find(&format!("<a href=\"{file}\">")).unwrap_or_else(|| panic!("{file}: {index}"));
    }
    assert!(index.contains("&#60;b&#62;アウトドア") || index.contains("&lt;b&gt;アウトドア"), "{index}");
    let report = std::fs::read_to_string(pages.join("002-Acme.html")).unwrap();
    assert!(report.contains("2 people, whose answers are merged"), "{report}");

    // Nothing is written over, and no page is without a folder of its own.
    let (code, stdout, stderr) = batch(&[]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("FOLDER/pages is not empty: name a new folder for the reports"), "{stderr}");
    std::fs::remove_dir_all(&pages).unwrap();
    std::fs::create_dir(&pages).unwrap();
    let (code, stdout, _) = batch(&[]);
    assert_eq!((code, stdout.lines().count(), names(&pages).len()), (0, 4, 4));
    std::fs::remove_dir_all(&pages).unwrap();
    for arguments in [&["-f", "html", "-o", "x.html"][..], &["-o", "x.html"]] {
        let (code, stdout, stderr) = batch(arguments);
        assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
    }
    let ran = run_with(&mut command(&["batch", "-", "-f", "html"]), table);
    assert!(ran.code == 2 && ran.stderr.contains("a new folder with --reports"), "{}", ran.stderr);
    let many: String = (0..1_001).map(|number| format!("o{number},4\n")).collect();
    let arguments = ["batch", "-", "--merge", "Organisation", "--reports", pages.to_str().unwrap(), "-f", "html"];
    let arguments = [&arguments[..], &["--scale", "points"]].concat();
    let ran = run_with(&mut command(&arguments), &format!("Organisation,skills-training\n{many}"));
    assert!(ran.code != 0 && ran.stderr.contains("1001 organisations, and reports of at most 1000"), "{}", ran.stderr);
    assert!(!pages.exists() && names(folder.path()).is_empty());
}

#[test]
fn each_row_has_a_report_where_nothing_is_merged() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    let table = "organisation,respondent,skills-onboarding,skills-training,staffing-workload\n\
         Acme,Anna,4,4,5\n,,1,2,1\nAcme,Ben,1,2,2\nAcme,Ben,9,2,2\n";
    let mut command = command(&["batch", "-", "--reports", pages.to_str().unwrap(), "--scale", "points", "-f", "csv"]);
    let ran = run_with(&mut command, table);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4), "{}", ran.stderr);
    assert_eq!(names(&pages), ["001-Acme-Anna.html", "002-row-3.html", "003-Acme-Ben.html", "index.html"]);
    let report = std::fs::read_to_string(pages.join("001-Acme-Anna.html")).unwrap();
    assert!(report.contains("Anna") && !report.contains("Ben"), "{report}");
}

#[test]
fn rows_alone_take_their_header_from_a_file() {
    let table = "examples/tables/form-export.csv";
    let text = std::fs::read_to_string(root().join(table)).unwrap();
    let (_, rows) = text.split_once('\n').unwrap();
    let whole = run(&["batch", table, "--scale", "points", "--every-row", "-f", "csv"]);
    let words = ["batch", "-", "--header-from", table, "-f", "csv"];
    let half = rows.match_indices('\n').nth(2).unwrap().0 + 1;
    let parts = [&rows[..half], &rows[half..]].map(|part| {
        let ran = run_with(&mut command(&[&words[..], &["--scale", "points"]].concat()), part);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    });
    let header = whole.stdout.lines().next().unwrap();
    let below = parts[1].strip_prefix(header).and_then(|rows| rows.strip_prefix('\n'));
    assert_eq!(parts[0].clone() + below.unwrap(), whole.stdout);
    let refused = |words: &[&str]| {
        let ran = run_with(&mut command(words), rows);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        ran.stderr
    };
    assert_snapshot!(refused(&words), @"error: --header-from needs --scale, or a map that says it: rows alone cannot tell it of all");
    assert_snapshot!(refused(&["batch", table, "--header-from", table, "--scale", "points"]), @"error: --header-from is for rows on stdin: give `-` as the table");
}
