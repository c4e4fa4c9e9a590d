//! What a map says of columns and cells, and the map to fill in that `cxm batch --map-skeleton` prints.

use std::fmt::Write as _;
use std::sync::Arc;

use cxm::answers::Answer;
use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;
use cxm::mapping::Cells;
use cxm::mapping::map::Map;
use insta::assert_snapshot;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::batch::questions;
use crate::program::{Ran, command, run, run_with};

/// Scores a table with a map.
pub(crate) fn mapped(map: &str, csv: &str, arguments: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.toml");
    std::fs::write(&path, map).unwrap();
    let mut ran = run_with(command(&["batch", "-", "--map", path.to_str().unwrap()]).args(arguments), csv);
    ran.stderr = ran.stderr.replace(path.to_str().unwrap(), "map.toml");
    ran
}

/// The columns of scores in each row.
fn scores(ran: &Ran) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(ran.stdout.as_bytes());
    let rows = reader.records().skip(1).map(|row| row.unwrap().iter().skip(1).map(str::to_owned).collect());
    rows.collect()
}

/// The questions in a row of codes each, the first of which is a number of its own.
fn table(rows: &[Vec<usize>], code: impl Fn(usize, usize) -> String) -> String {
    let mut csv = format!("n,{}\n", questions().join(","));
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().enumerate().map(|(at, option)| code(at, *option)).collect();
        let _ = writeln!(csv, "r{number},{}", cells.join(","));
    }
    csv
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_question_whose_numbers_run_another_way_is_read_by_its_own_cells(
        rows in vec(vec(0usize..5, 28), 1..5),
        order in Just(vec![0usize, 1, 2, 3, 4]).prop_shuffle(),
        which in 0usize..28,
        missing in proptest::option::of(0usize..5),
    ) {
        let ids = questions();
        let mut map = format!("scale = \"0..4\"\n[cells.{}]\n", ids[which]);
        for option in (0..5).filter(|option| Some(*option) != missing) {
            let _ = writeln!(map, "{} = {}", order[option], option + 1);
        }
        let csv = table(&rows, |at, option| if at == which { order[option] } else { option }.to_string());
        let ran = mapped(&map, &csv, &[]);
        let points = run_with(
            &mut command(&["batch", "-", "-f", "csv", "--scale", "points"]),
            &table(&rows, |_, option| (option + 1).to_string()),
        );
        // A number that the map of a question leaves out is none that another scale gives a meaning.
        let right: Vec<Vec<String>> = scores(&points).into_iter().zip(&rows)
            .filter(|(_, row)| Some(row[which]) != missing).map(|(scores, _)| scores).collect();
        prop_assert_eq!(scores(&ran), right, "{}", ran.stderr);
        prop_assert_eq!(ran.code == 0, rows.iter().all(|row| Some(row[which]) != missing), "{}", ran.stderr);
    }
}

#[test]
fn the_cells_of_one_question_go_before_those_of_all() {
    let csv = "who,Q1,skills-change\na,yes,yes\nb,4,4\nc,no,no\n";
    let map =
        "scale = \"points\"\n[columns]\nQ1 = \"skills-path\"\n[cells]\nyes = 4\nno = 1\n[cells.q1]\nYES = 5\n4 = 2\n";
    let ran = mapped(map, csv, &["--intervals"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let same = run_with(
        &mut command(&["batch", "-", "-f", "csv", "--scale", "points", "--intervals"]),
        "who,skills-path,skills-change\na,5,4\nb,2,4\nc,1,1\n",
    );
    assert_eq!(scores(&ran), scores(&same));
    let ran = mapped(map, "who,Q1,skills-change\na,5,4\n", &[]);
    assert!(
        ran.stderr.contains("row 2: `5` is none of the numbers that the map gives to `skills-path`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_column_of_metadata_gets_the_name_that_commands_know() {
    let csv = "Company,organisation,skills-path\nAcme,x,4\nAcme,y,4\n";
    let map = "scale = \"points\"\n[columns]\nCompany = \"organisation\"\n";
    let ran = mapped(map, csv, &["--merge", "organisation"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{}", ran.stderr);
    assert!(ran.stdout.lines().nth(1).unwrap().starts_with("Acme,2,"), "{}", ran.stdout);
    let ran = mapped(map, csv, &["--explain-columns"]);
    assert!(ran.stdout.contains("metadata, organisation (the map)"), "{}", ran.stdout);
    let twice = "[columns]\nCompany = \"organisation\"\n\"#2\" = \"organisation\"\n";
    assert!(mapped(twice, csv, &[]).stderr.contains("organisation: columns 1, 2"));
}

#[test]
fn a_map_with_mistakes_says_all_of_them() {
    let map = "scale = \"5\"\n[columns]\nA = \"skills-pth\"\nB = \"respondend\"\n[cells]\nyes = \"4 points\"\n\
        [cells.skills-pat]\n1 = 5\n[cells.skills-path]\n\"No\" = 1\n\"ＮＯ\" = 2\n";
    let ran = mapped(map, "who,skills-path\na,3\n", &[]);
    assert_eq!(ran.code, 3);
    assert_snapshot!(ran.stderr);
}

#[test]
fn a_map_to_fill_in_says_how_columns_are_taken_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.toml");
    for (file, more) in [
        ("examples/tables/form-export.csv", ["--scale", "points"].as_slice()),
        ("examples/tables/with-mistakes.tsv", &["--scale", "points"]),
        ("examples/tables/panel.ndjson", &["--scale", "points"]),
        ("examples/tables/japan-shift-jis.csv", &["--scale", "points", "--encoding", "cp932"]),
    ] {
        let ran = run(&[&["batch", file, "--map-skeleton"], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        std::fs::write(&path, &ran.stdout).unwrap();
        let with = run(&[&["batch", file, "-f", "csv", "--map", path.to_str().unwrap()], more].concat());
        let without = run(&[&["batch", file, "-f", "csv"], more].concat());
        assert_eq!(with.page(), without.page());
    }
    let (written, path) = (folder.path().join("skeleton.toml"), path.to_str().unwrap());
    let to = |file: &str| run(&["batch", "examples/tables/form-export.csv", "--map-skeleton", "-o", file]);
    assert_eq!(
        (to(written.to_str().unwrap()).code, to("-").stdout.as_bytes()),
        (0, &std::fs::read(&written).unwrap()[..])
    );
    assert_eq!([to("map.xlsx").code, run(&["batch", path, "--map-skeleton", "-f", "json"]).code], [2, 2]);
    let csv = "Time,Your company,organisation,a,a,How are new agents prepared before they handle customers on their own?,skills-path\n\
        1,x,y,z,z,z,Always\n1,x,y,z,z,z,3\n1,x,y,z,z,z,\"ne\u{1b}ver\"\n1,x,y,z,z,z,always\n";
    let ran = run_with(&mut command(&["batch", "-", "--map-skeleton", "--scale", "points"]), csv);
    assert_snapshot!(ran.page());
}

#[test]
fn a_number_before_an_option_that_begins_with_one() {
    let read = |options: &[&str], text: &str| {
        let read = |toml: &str| definition::read(&Arc::new(Source::new("numbers", toml))).0.unwrap();
        let mut toml = bundled::BUNDLED[0].toml.to_owned();
        let definition = read(&toml);
        for (option, text) in definition.criteria[0].questions[0].options.iter().zip(options) {
            toml = toml.replace(&option.text, text);
        }
        Cells::new(&[read(&toml)], &Map::default()).read(0, text).ok()
    };
    let more = ["none", "1", "2 or 3", "4つ以上", "all"];
    for text in ["4.4つ以上", "4. 4つ以上", "４．４つ以上", "4:4つ以上", "4つ以上", "(4) 4つ以上"]
    {
        assert_eq!(read(&more, text), Some(Answer::Option(3)), "{text}");
    }
    assert_eq!(read(&more, "3.4つ以上"), None, "the number is of another option");
    let hours = ["5 hours", "1.5 hours", "2.5 hours", "a day", "more"];
    for (text, option) in [("1.5 hours", Some(1)), ("5 hours", Some(0)), ("2.5 hours.", Some(2)), ("3.5 hours", None)] {
        assert_eq!(read(&hours, text), option.map(Answer::Option), "{text}");
    }
    assert_eq!(read(&hours, "1.5 hours."), None, "the first option with its number, or the second one");
}

#[test]
fn a_map_says_which_rows_are_wanted() {
    let csv = "Wave,skills-path,skills-change\n1,1,5\n2,5,1\n2,3,2\n";
    let ran = mapped("[rows]\nwhere = [\"Wave = 2\"]\n", csv, &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{}", ran.stderr);
    let ran = mapped("[rows]\nwhere = \"Wave = 2\"\n", csv, &["--scale", "points", "--where", "Wave != 2"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 1), "{}", ran.stderr);
    let ran = mapped("[rows]\nwhere = [\"Wave\", 2]\nwhen = 1\n", csv, &[]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stderr.contains("`Wave` is no condition") && ran.stderr.contains("when"), "{}", ran.stderr);
}

#[test]
fn a_question_in_two_columns_says_which_one_has_none() {
    let table = |headers: &str| format!("who,{headers}\na,{}\n", vec!["3"; headers.split(',').count()].join(","));
    let refused = |csv: &str| run_with(&mut command(&["batch", "-"]), csv).stderr;
    let slip = "skills-onboarding,skills-training,skills-path,skills-path";
    assert_snapshot!(refused(&table(slip)));
    let all = questions().join(",").replace("timeliness-agents", "timeliness-response");
    assert!(
        refused(&table(&all)).contains("No column is for `timeliness-agents`: if a header"),
        "{}",
        refused(&table(&all))
    );
    // Where most are missing, none of them is likely to be meant.
    assert!(!refused(&table("skills-path,skills-path")).contains("No column is for"));
    let mapped = mapped("[columns]\n\"#5\" = \"skills-change\"\n", &table(slip), &["--scale", "points"]);
    assert_eq!(mapped.code, 0, "{}", mapped.stderr);
    let ran = run_with(&mut command(&["batch", "-", "--map-skeleton"]), &table(slip));
    assert_snapshot!(ran.page());
}

#[test]
fn the_number_of_a_column_is_written_in_quotes_below_its_header() {
    let csv = "who,skills-path,skills-path\na,3,4\n";
    let said = |map: &str| mapped(map, csv, &[]).stderr;
    assert_snapshot!(said(
        "\"#3\" = \"skills-path\"\nyes = 4\n[columns]\n#3 = \"skills-path\"\n# \"#3\" = \"\"\n[cells]\n#3 = 2\n"
    ));
    for key in ["3", "3列目", "column 3", "Column ３"] {
        let said = said(&format!("[columns]\n\"{key}\" = \"skills-path\"\n"));
        assert!(said.ends_with("A column is named by its number as \"#3\", with the quotes.\n"), "{said}");
    }
    for key in ["9", "Q3", "#4"] {
        let said = said(&format!("[columns]\n\"{key}\" = \"skills-path\"\n"));
        assert!(said.contains("columns that are not there") && !said.contains("with the quotes"), "{said}");
    }
}

#[test]
fn what_a_map_says_of_cells_is_said_to_be_wrong_for_what_it_is() {
    let map = |value: &str| format!("scale = \"points\"\n[cells]\nold = {value}\n");
    let csv = "who,skills-path,skills-change\na,old,4\n平均,4,4\n";
    let ran = mapped(&map("6"), csv, &[]);
    assert_snapshot!(ran.stderr);
    for nothing in ["\"\"", "\"not answered\"", "\"未回答\""] {
        let ran = mapped(&map(nothing), "who,skills-path,skills-change\na,old,4\n", &[]);
        let same = mapped(&map("\"\""), "who,skills-path,skills-change\na,,4\n", &[]);
        assert_eq!((ran.code, ran.stdout), (0, same.stdout), "{nothing}: {}", ran.stderr);
    }
    let ran = mapped(&map(" # 1 cell of skills-path"), csv, &[]);
    assert!(ran.stderr.contains("there is no value to the right of `=`"), "{}", ran.stderr);
}

#[test]
fn a_condition_that_a_shell_took_apart_is_told_how_to_be_written() {
    for sign in ["!=", "="] {
        let ran = run(&["batch", "x.csv", "--where", "'Company", sign, "Average'"]);
        assert_eq!((ran.code, ran.stderr.contains("--where \"COLUMN != VALUE\"")), (2, true), "{}", ran.stderr);
    }
}

#[test]
fn a_column_that_says_it_runs_the_other_way_is_not_taken_before_the_map_says_so() {
    for header in ["skills-path_R", "skills-path (reversed)", "Q3 rev", "設問3 反転"] {
        let csv = format!("who,{header},skills-change\na,5,4\nb,1,2\n");
        let columns = format!("[columns]\n\"{header}\" = \"skills-path\"\n");
        let ran = mapped(&columns, &csv, &["--scale", "points", "-f", "csv"]);
        assert!(
            ran.code == 3 && ran.stderr.contains("says that its numbers run the other way round"),
            "{}",
            ran.stderr
        );
        let turned = format!("{columns}[cells.skills-path]\n1 = 5\n2 = 4\n3 = 3\n4 = 2\n5 = 1\n");
        let ran = mapped(&turned, &csv, &["--scale", "points", "-f", "csv"]);
        let right = run_with(
            &mut command(&["batch", "-", "--scale", "points", "-f", "csv"]),
            "who,skills-path,skills-change\na,1,4\nb,5,2\n",
        );
        assert_eq!((ran.code, ran.stdout), (0, right.stdout), "{}", ran.stderr);
    }
}
