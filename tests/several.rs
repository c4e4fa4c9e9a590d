//! Several tables at once: what was split is scored as the whole was, and what does not belong together is refused.

use std::fs;

use proptest::prelude::*;

use crate::program::{Ran, run};

const HEADER: &str = "Name,skills-onboarding,skills-training,skills-path,skills-change";

/// What `batch` makes of files with these names and bytes, and what it says without their folder.
fn batch(files: &[(&str, Vec<u8>)], more: &[&str]) -> (Ran, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    files.iter().for_each(|(name, bytes)| fs::write(path(name), bytes).unwrap());
    let paths: Vec<String> = files.iter().map(|(name, _)| path(name)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let ran = run(&[&["batch", "-f", "csv"], paths.as_slice(), more].concat());
    let said = ran.stderr.replace(&format!("{}/", folder.path().display()), "");
    let is_told = |line: &&str| !line.contains("questions have no column") && !line.contains(" rows in = ");
    let said = said.lines().filter(is_told).collect::<Vec<_>>().join("\n");
    (ran, said)
}

fn table(header: &str, rows: &[String]) -> Vec<u8> {
    [&[header.to_owned()], rows].concat().join("\n").into_bytes()
}

fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = |(at, points): (usize, Vec<u8>)| {
        let points: Vec<String> = points.iter().map(u8::to_string).collect();
        format!("\"Person, {at}\",{}", points.join(","))
    };
    let points = proptest::collection::vec(proptest::collection::vec(1u8..6, 4), 2..30);
    points.prop_map(move |rows| rows.into_iter().enumerate().map(row).collect())
}

/// The same with semicolons.
fn with_semicolons(rows: &[String]) -> Vec<String> {
    rows.iter().map(|row| row.replace(',', ";").replace("Person;", "Person,")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_was_split_is_scored_as_the_whole(rows in rows(), cut in 0usize..100) {
        let scale = ["--scale", "1..5"];
        let (whole, _) = batch(&[("all.csv", table(HEADER, &rows))], &scale);
        let (first, second) = rows.split_at(rows.len() * cut / 100);
        let second = table(&HEADER.replace(',', ";"), &with_semicolons(second));
        let (split, said) = batch(&[("one.csv", table(HEADER, first)), ("two.txt", second)], &scale);
        prop_assert_eq!((split.code, split.scores()), (whole.code, whole.scores()), "{}", said);
    }

    #[test]
    fn one_scale_is_found_for_all_of_them(rows in rows()) {
        let (whole, _) = batch(&[("all.csv", table(HEADER, &rows))], &[]);
        let (first, second) = rows.split_at(rows.len() / 2);
        let files = [("one.csv", table(HEADER, first)), ("two.csv", table(HEADER, second))];
        let (split, _) = batch(&files, &[]);
        prop_assert_eq!((split.code, split.scores()), (whole.code, whole.scores()));
    }
}

#[test]
fn each_row_names_its_file_and_each_file_is_read_in_its_own_encoding() {
    let rows = |name: &str| table("氏名,skills-onboarding,skills-training", &[format!("{name},3,4")]);
    let (japanese, ..) = encoding_rs::SHIFT_JIS.encode("氏名;skills-onboarding;skills-training\n山田;3;4\n");
    let marked = [b"\xef\xbb\xbf".to_vec(), rows("佐藤")].concat();
    let files = [("may.csv", marked), ("june.csv", rows("Ana"))];
    let (ran, said) = batch(&files, &["--scale", "points"]);
    assert_eq!((ran.code, said.as_str()), (0, ""));
    let names: Vec<String> = ran.stdout.lines().skip(1).map(|row| row.split(',').nth(1).unwrap().to_owned()).collect();
    assert_eq!(names, ["佐藤", "Ana"]);
    assert!(ran.stdout.starts_with("file,氏名,skills,"), "{}", ran.stdout);
    assert!(ran.stdout.lines().nth(2).is_some_and(|row| row.contains("june.csv,")), "{}", ran.stdout);
    let files = [("may.csv", rows("Ana")), ("june.csv", japanese.into_owned())];
    let (ran, said) = batch(&files, &["--scale", "points"]);
    assert!(ran.code == 3 && said.starts_with("error: june.csv is not UTF-8"), "{said}");
}

#[test]
fn what_does_not_belong_together_is_refused_by_name() {
    let row = || "Ana,3,4,1,2".to_owned();
    let own = || ("a.csv", table(HEADER, &[row()]));
    for (other, said) in [
        (
            ("b.csv", table(&HEADER.replace("Name", "Who"), &[row()])),
            "b.csv has other columns than a.csv: score it alone",
        ),
        (
            ("b.csv", table("Results of May", &[HEADER.to_owned(), row()])),
            "b.csv has 1 row above its header, which may say what its numbers mean: score it alone, or take the row away",
        ),
        (("b.csv", Vec::new()), "b.csv is empty"),
        (
            ("b.json", b"{}".to_vec()),
            "a.csv is a table: give it alone or with tables (CSV, TSV, XLSX) that have the same columns, or give only folders \
             and files of answer sets in TOML or JSON",
        ),
        (
            ("b.csv", b"[{\"skills-path\": 3}]".to_vec()),
            "b.csv is a table: give it alone or with tables (CSV, TSV, XLSX) that have the same columns, or give only folders \
             and files of answer sets in TOML or JSON",
        ),
    ] {
        let (ran, of) = batch(&[own(), other], &[]);
        assert_eq!((ran.code > 1, of.lines().next().unwrap()), (true, format!("error: {said}").as_str()));
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn a_file_without_rows_is_named_and_figures_at_the_foot_of_each_are_refused() {
    let people =
        |from: usize| (from..from + 6).map(|at| format!("Person {at},{},{},3,2", at % 5 + 1, (at + 2) % 5 + 1));
    let month = |from: usize| table(HEADER, &people(from).chain([",3,3,3,2".to_owned()]).collect::<Vec<_>>());
    let files = [("a.csv", month(0)), ("b.csv", month(10)), ("c.csv", table(HEADER, &[]))];
    let (ran, said) = batch(&files, &["--scale", "points"]);
    assert_eq!((ran.code, ran.scores().len()), (1, 12), "{said}");
    for line in [
        "note: c.csv has no rows below its header",
        "note: 3 tables are read as one, and their rows are counted on: b.csv begins with row 9, c.csv begins with row 16",
        "row 8: a.csv: `Name` is empty",
        "row 15: b.csv: `Name` is empty",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
#[cfg(feature = "xlsx")]
fn spreadsheets_and_text_may_be_one_table() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (header, cell)) in (0u16..).zip(HEADER.split(',').zip(["Ben", "1", "2", "3", "4"])) {
        sheet.write(0, column, header).unwrap();
        sheet.write(1, column, cell).unwrap();
    }
    let files = [("a.csv", table(HEADER, &["Ana,4,3,2,1".to_owned()])), ("b.xlsx", book.save_to_buffer().unwrap())];
    let (ran, said) = batch(&files, &["--scale", "points"]);
    assert_eq!((ran.code, ran.scores().len(), said.as_str()), (0, 2, ""));
}
