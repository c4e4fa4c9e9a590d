//! Where the header and the rows of a table stand, and which row is which.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::program::{Ran, command, run, run_with};

fn batch(table: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "--scale", "points"], more].concat()), table)
}

const HEADER: &str = "who,remark,skills-onboarding,skills-training,skills-path,skills-change";

/// What people and programs put above a header, and rows of data that look like one.
const ABOVE: [&str; 8] = [
    "Responses to the CX survey,,,,,",
    "Exported 2026-11-01,,,,,",
    ",,Skills,Skills,Skills,Skills",
    ",,1,2,3,4",
    "Anna,skills-path,1,2,3,4",
    "who,skills-path,skills-change,,,",
    "Q,Q,Q1,Q2,Q3,Q4",
    "",
];

/// Rows of respondents, some of whom have the names of questions to say.
const ROWS: [&str; 6] = [
    "Anna,skills-path,1,2,3,4",
    "Ben,skills-onboarding and skills-training,5,5,4,4",
    "Cleo,fine,2,,3,1",
    "who,skills-change,3,3,3,3",
    "Dora,\"a header: skills-path, skills-change\",1,1,2,2",
    "Emil,x,4,3,2,1",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    /// A header is found wherever it stands: what is scored are rows below it, as they are without anything above, or nothing.
    #[test]
    fn rows_above_a_header_or_like_one_are_no_respondents(
        above in vec(select(&ABOVE[..]), 0..4), rows in vec(select(&ROWS[..]), 1..7),
    ) {
        let table = format!("{HEADER}\n{}\n", rows.join("\n"));
        let (plain, found) = (batch(&table, &["-f", "csv"]), batch(&[above.join("\n"), table].join("\n"), &["-f", "csv"]));
        let mut right: Vec<&str> = plain.stdout.lines().skip(1).collect();
        for line in found.stdout.lines().skip(1) {
            let at = right.iter().position(|right| *right == line);
            prop_assert!(at.is_some(), "{above:?} {rows:?}\n{line}\n{}", found.stderr);
            right.remove(at.unwrap());
        }
        prop_assert!(found.code == 3 || found.code == 1 || right.is_empty(), "{above:?} {rows:?}\n{}", found.stderr);
    }

    /// One row is scored as it is among all.
    #[test]
    fn a_row_alone_is_what_it_is_among_all(
        rows in vec((select(&ROWS[..]), 0usize..3), 1..5), above in select(&ABOVE[..3]), ndjson in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        // Blank rows count, and so do lines within a cell not.
        let rows: String = rows.iter().map(|(row, blank)| format!("{}{row}\n", "\n".repeat(*blank))).collect();
        let table = match ndjson {
            false => format!("{above}\n{HEADER}\n{}", rows.replace("a header: ", "a\nheader: ")),
            true => "{\"who\":\"A\",\"skills-path\":3}\n\n{\"who\":\"B\",\"skills-path\":5,\"skills-change\":1}\n".to_owned(),
        };
        std::fs::write(&path, table).unwrap();
        let path = path.to_str().unwrap();
        let said = |ran: &Ran| ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<serde_json::Value>>();
        let all = run(&["batch", path, "-f", "ndjson", "--scale", "points"]);
        prop_assert_eq!(all.code, 0, "{}", &all.stderr);
        let first = if ndjson { 1 } else { 3 };
        let ones = (first..first + 16).map(|row: u64| run(&["score", path, "--row", &row.to_string(), "-f", "json", "--scale", "points"]));
        let ones: Vec<serde_json::Value> =
            ones.filter(|ran| ran.code == 0).map(|ran| serde_json::from_str(&ran.stdout).unwrap()).collect();
        let of = |all: Vec<serde_json::Value>| all.iter().map(|one| (one["overall"].clone(), one["level"]["id"].clone())).collect::<Vec<_>>();
        prop_assert_eq!(of(ones), of(said(&all)));
    }
}

/// Where columns are not certain, the map to fill in says what they may be.
#[test]
fn a_map_to_fill_in_is_given_where_columns_are_not_certain() {
    let text = "How are new agents prepared before they handle customers alone?";
    for header in [format!("who,{text} (reversed),skills-path"), format!("who,{text},skills-onboarding,skills-path")] {
        let table = format!("{header}\na{}\n", ",1".repeat(header.split(',').count() - 1));
        assert_eq!(batch(&table, &[]).code, 3);
        let ran = batch(&table, &["--map-skeleton"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let line = "# \"#2\" = \"skills-onboarding\"";
        assert!(ran.stdout.contains(line), "{}", ran.stdout);
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("map.toml");
        assert_eq!(batch(&table, &["--map-skeleton", "-o", map.to_str().unwrap()]).code, 0);
        assert_eq!(std::fs::read_to_string(&map).unwrap(), ran.stdout);
        let told = ran.stdout.replacen(line, &line[2..], 1);
        // What runs the other way needs more than its question.
        let (turned, cells) = (header.contains("reversed"), "[cells.skills-onboarding]\n1 = 5\n");
        let maps =
            [(ran.stdout.clone(), 3), (told.clone(), if turned { 3 } else { 0 }), (format!("{told}\n{cells}"), 0)];
        for (map_text, code) in maps {
            std::fs::write(&map, map_text).unwrap();
            let ran = batch(&table, &["--map", map.to_str().unwrap()]);
            assert_eq!(ran.code, code, "{}", ran.stderr);
        }
    }
}

/// With a header in two rows, what is carried along is called by the first where the second leaves it empty.
#[test]
fn columns_keep_the_names_that_stand_above_the_questions() {
    let questions = HEADER.split_once("skills").unwrap().1;
    let table = format!("Respondent ID,Email,Please rate,,,\n,,skills{questions}\n7,a@b.c,1,2,3,4\n8,a@b.c,4,4,4,4\n");
    let ran = batch(&table, &["-f", "csv", "--where", "Respondent ID = 8"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.starts_with("Respondent ID,Email,skills,") && ran.stdout.contains("\n8,a@b.c,75.0,"),
        "{}",
        ran.stdout
    );
    let ran = batch(&table, &["-f", "csv"]);
    assert!(ran.stderr.contains("2 rows share their value of `Email`"), "{}", ran.stderr);
    // A title is no name of a column.
    let ran = batch(&format!("Export,,,,,\n,who,skills{questions}\n7,a,1,2,3,4\n"), &["-f", "csv"]);
    assert!(!ran.stdout.starts_with("Export"), "{}", ran.stdout);
}
