//! The scale of the numbers in a table: what is scored is right, whatever the scale, or nothing is.

use insta::assert_snapshot;
use proptest::prelude::*;

use crate::codings::{is_right, table};
use crate::program::{Ran, command, run, run_with};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn what_is_scored_is_right(table in table(), size in 1usize..400) {
        is_right(&table, size)?;
    }
}

/// A table of all questions of the bundled assessment, whose rows go through these answers again and again.
fn of(rows: &[&str]) -> String {
    let questions = crate::batch::questions();
    let row = |answers: &&str| {
        let answers: Vec<&str> = answers.split(' ').cycle().take(questions.len()).collect();
        format!("a,{}\n", answers.join(","))
    };
    format!("who,{}\n{}", questions.join(","), rows.iter().map(row).collect::<String>())
}

fn batch(csv: &str, arguments: &[&str]) -> Ran {
    run_with(command(&["batch", "-"]).args(arguments), csv)
}

#[test]
fn what_can_be_read_in_two_ways_is_refused_with_both() {
    assert_snapshot!(batch(&of(&["2 3 4", "4 1"]), &[]).page());
}

#[test]
fn one_cell_decides_nothing() {
    let csv = of(&["1 2 3 4", "2"]).replacen("2,3", "5,3", 1);
    assert_snapshot!(batch(&csv, &[]).page());
    let many = of(&[&["1 2 3 4"; 100][..], &["2 3"]].concat());
    // Nor do two among thousands; many do.
    for (fives, code) in [(1, 3), (2, 3), (60, 0)] {
        assert_eq!(batch(&many.replacen("2,3", "5,3", fives), &["-o", "/dev/null"]).code, code, "{fives}");
    }
    let ran = batch(&many.replacen("2,3", "5,3", 60).replacen("4,1", "0,1", 1), &["-o", "/dev/null"]);
    assert!(ran.code == 1 && ran.stderr.contains("row 2: `0` is no answer"), "{}", ran.stderr);
}

/// Four cells against one reading and two against the other.
#[test]
fn a_handful_of_cells_decides_nothing_against_half_as_many() {
    let many = of(&[&["1 2 3 4"; 100][..], &["2 3"]].concat());
    let with = |zeros: usize, fives: usize| {
        let table = many.replacen("4,1", "0,1", zeros).replacen("2,3", "5,3", fives);
        batch(&table, &["-o", "/dev/null"])
    };
    let ran = with(4, 2);
    assert!(ran.code == 3 && ran.stderr.contains("--scale"), "{}", ran.stderr);
    assert_eq!((with(60, 1).code, with(1, 60).code), (1, 1));
}

#[test]
fn numbers_that_no_scale_explains_are_refused() {
    for (name, rows) in [
        ("both_ends", &["0 1 2 3 4 5", "0 5"][..]),
        ("longer", &["1 2 3 4 5 6 7", "7 6 5"]),
        ("marks", &["0 1", "1 1 0"]),
        ("shares", &["0 0.25 0.5 1", "1 0"]),
        ("percents", &["0% 25% 100%", "1 0"]),
        ("best_not_chosen", &["0 1 2 3", "0 1"]),
    ] {
        assert_snapshot!(format!("scale_{name}"), batch(&of(rows), &[]).page());
    }
}

#[test]
fn one_text_behind_another_number_makes_no_points_of_marks() {
    let bundled = &cxm::definition::bundled::BUNDLED[0];
    let source = std::sync::Arc::new(cxm::diagnostic::Source::new("cx-maturity.toml", bundled.toml));
    let (definition, first) = (cxm::definition::read(&source).0.unwrap(), &crate::batch::questions()[0]);
    let (_, question) = definition.questions().find(|(_, question)| question.id == *first).unwrap();
    let csv = of(&["0 1", "1 1 0"]).replacen("a,0", &format!("a,\"4. {}\"", question.options[0].text), 1);
    let ran = batch(&csv, &[]);
    assert!(ran.code == 3 && ran.stdout.is_empty(), "{}", ran.page());
}

#[test]
fn options_counted_from_zero_are_read_and_said() {
    let (points, zero) = (of(&["1 2 3 4 5", "5 1"]), of(&["0 1 2 3 4", "4 0"]));
    let (points, zero) = (batch(&points, &[]), batch(&zero, &[]));
    assert_eq!((points.code, points.stderr.as_str()), (0, "2 rows in = 2 scored + 0 rejected\n"));
    assert_eq!((zero.code, &zero.stdout), (0, &points.stdout));
    assert_snapshot!(zero.stderr, @r"
    note: <stdin>: numbers are read as options counted from 0: 0 (20 cells), 1 (6 cells), 2 (6 cells), 3 (5 cells), 4 (19 cells)
    2 rows in = 2 scored + 0 rejected
    ");
    // However many rows come before the first that tells.
    let late = of(&[&["1 2 3 4"; 2_000][..], &["5 4 3"; 300]].concat());
    assert_eq!(batch(&late, &["-o", "/dev/null"]).stderr, "2300 rows in = 2300 scored + 0 rejected\n");
}

#[test]
fn what_settles_a_scale_settles_it() {
    let folder = tempfile::tempdir().unwrap();
    let map = |text: &str| {
        let path = folder.path().join("map.toml");
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let overall = |csv: &str, arguments: &[&str]| {
        let ran = batch(csv, &[&["-f", "ndjson"], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let row: serde_json::Value = serde_json::from_str(ran.stdout.lines().next().unwrap()).unwrap();
        row["overall"]["low"].as_f64().unwrap()
    };
    let csv = of(&["3"]);
    assert_eq!(batch(&csv, &[]).code, 3);
    for (scale, score) in [("points", 50.0), ("1..5", 50.0), ("0..4", 75.0), ("-1..3", 100.0)] {
        assert_eq!(overall(&csv, &["--scale", scale]), score, "{scale}");
        assert_eq!(overall(&csv, &["--map", &map(&format!("scale = \"{scale}\"\n"))]), score, "{scale}");
    }
    assert_eq!(overall(&csv, &["--map", &map("scale = \"0..4\"\n"), "--scale", "points"]), 50.0);
    assert_eq!(overall(&csv, &["--map", &map("[cells]\n3 = 4\n")]), 75.0);
    assert_eq!(overall(&csv.replace("who", "version").replace("\na", "\n2.0.0"), &[]), 50.0);
    let template = run(&["template", "-f", "csv"]).stdout;
    assert_eq!(overall(&format!("{template}A,,,,,,,,{}\n", ",3".repeat(28)), &[]), 50.0);
    let ndjson = |low: u8, high: u8| {
        let ids = ["skills-path", "skills-change", "skills-training", "skills-onboarding"];
        let answers = ids.iter().zip([low, high, high, low]).map(|(id, number)| format!("\"{id}\": {number}"));
        format!("{{{}}}\n", answers.collect::<Vec<_>>().join(", "))
    };
    assert_eq!(overall(&ndjson(0, 4), &[]), overall(&ndjson(1, 5), &[]));
    for (scale, code) in [("0..5", 2), ("4..0", 2), ("likert", 2)] {
        assert_eq!(batch(&csv, &["--scale", scale]).code, code, "{scale}");
    }
    assert_snapshot!(batch(&csv, &["--scale", "0..10"]).stderr);
    assert_snapshot!(
        batch(&csv, &["--map", &map("scale = \"likert\"\n")]).stderr.replace(folder.path().to_str().unwrap(), "")
    );
}

#[test]
fn a_number_of_which_a_map_says_nothing_is_no_points_beside_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.toml");
    std::fs::write(&path, "[cells]\n0 = 1\n1 = 2\n2 = 3\n3 = 4\n").unwrap();
    let ran = batch(&of(&["0 1 2 3", "0 1 2 3 4"]), &["--map", path.to_str().unwrap(), "-o", "/dev/null"]);
    assert_snapshot!(ran.stderr);
    std::fs::write(&path, "[cells]\n0 = \"n/a\"\n").unwrap();
    let ran = batch(&of(&["1 2 3 4 5", "5 4"]).replacen("1,2,3", "1,2,0", 1), &["--map", path.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn what_numbers_are_read_as_is_explained() {
    let last = |csv: &str| {
        let ran = batch(csv, &["--explain-columns"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let at = ran.stdout.find("questions have a column\n").unwrap();
        ran.stdout[at..].split_once('\n').unwrap().1.to_owned()
    };
    assert_snapshot!([of(&["1 2 3 4 5", "5"]), of(&["0 1 2 3 4", "4"]), of(&["3"])].map(|csv| last(&csv)).join("\n"));
}

/// A pipe is kept while its rows are looked at, in memory and then in a file; a file is read twice.
#[test]
fn a_pipe_comes_out_as_a_file_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.csv");
    let csv = of(&["1 2 3 4 5"; 200_000]);
    std::fs::write(&path, &csv).unwrap();
    assert_eq!(batch(&csv, &[]).stdout, run(&["batch", path.to_str().unwrap()]).stdout);
}

#[test]
fn the_version_of_something_else_decides_no_scale() {
    let table = |header: &str| format!("version,{header},skills-change\n2.0.0,2,3\n2.0.0,4,4\n2.0.0,3,3\n");
    assert_eq!(run_with(&mut command(&["batch", "-"]), &table("skills-path")).code, 0);
    let ran = run_with(&mut command(&["batch", "-"]), &table("What does gaining skills lead to for an agent?"));
    assert!(ran.code == 3 && ran.stderr.contains("more than one way"), "{}", ran.stderr);
}
