//! Which rows of a table are respondents: whatever else stands in it, they and nobody else are scored.

use insta::assert_snapshot;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::program::{Ran, command, run_with};

fn batch(table: &str, arguments: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "--scale", "points"], arguments].concat()), table)
}

/// Ids of questions, of one criterion.
const QUESTIONS: [&str; 4] = ["skills-onboarding", "skills-training", "skills-path", "skills-change"];

/// A row of a table: its cells, and whether it is a respondent.
#[derive(Clone, Debug)]
struct Row {
    cells: Vec<String>,
    respondent: bool,
}

fn row(carried: &[&str], answers: &[&str], respondent: bool) -> Row {
    Row { cells: carried.iter().chain(answers).map(|cell| (*cell).to_owned()).collect(), respondent }
}

fn csv(header: &[&str], rows: &[Row]) -> String {
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        cells.join(",") + "\n"
    };
    let rows = rows.iter().map(|row| line(&mut row.cells.iter().map(String::as_str)));
    line(&mut header.iter().copied()) + &rows.collect::<String>()
}

fn ndjson(header: &[&str], rows: &[Row]) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let object = |row: &Row| {
        let pairs: Vec<String> =
            header.iter().zip(&row.cells).map(|(key, cell)| format!("{}:{}", text(key), text(cell))).collect();
        format!("{{{}}}\n", pairs.join(","))
    };
    rows.iter().map(object).collect()
}

/// The columns that are carried along, those that a program for forms writes, and the program's words of responses that
/// count and of such that do not.
struct Program {
    columns: &'static [&'static str],
    counts: &'static [&'static [&'static str]],
    others: &'static [&'static [&'static str]],
}

const PROGRAMS: [Program; 14] = [
    // None that is known: only words that can mean nothing else say something.
    Program {
        columns: &["Name", "Date", "Status", "Finished"],
        counts: &[&["Active", "done"], &["", ""], &["In progress", "in March"], &["1", "True"]],
        others: &[&["Spam", "True"], &["Partial", "done"], &["Survey Preview", ""], &["Active", "False"]],
    },
    Program {
        columns: &[
            "Name",
            "Date",
            "Status",
            "Progress",
            "Finished",
            "RecordedDate",
            "ResponseId",
            "DistributionChannel",
        ],
        counts: &[
            &["IP Address", "100", "True", "d", "R", "anonymous"],
            &["0", "100", "1", "d", "R", "email"],
            &["Imported", "100", "TRUE", "d", "R", ""],
        ],
        others: &[
            &["Survey Preview", "100", "True", "d", "R", "preview"],
            &["1", "100", "1", "d", "R", "anonymous"],
            &["Spam", "100", "True", "d", "R", "anonymous"],
            &["IP Address", "37", "False", "d", "R", "anonymous"],
            &["IP Address", "100", "True", "d", "R", "preview"],
        ],
    },
    Program {
        columns: &["Name", "Date", "submitdate", "lastpage", "startlanguage", "seed"],
        counts: &[&["2026-10-01", "7", "en", "1"]],
        others: &[&["", "3", "en", "2"], &["", "7", "ja", "2"]],
    },
    Program {
        columns: &["Name", "Date", "Response Type", "Start Date (UTC)", "Submit Date (UTC)"],
        counts: &[&["completed", "d", "d"]],
        others: &[&["partial", "d", ""], &["started", "d", ""]],
    },
    Program {
        columns: &["Name", "Date", "_uuid", "_submission_time", "_validation_status"],
        counts: &[&["a", "d", ""], &["b", "d", "Approved"], &["c", "d", "validation_status_on_hold"]],
        others: &[&["a", "d", "Not approved"], &["b", "d", "validation_status_not_approved"]],
    },
    Program {
        columns: &["Name", "Date", "Entry Id", "Last Page Accessed", "Completion Status"],
        counts: &[&["1", "2", "1"]],
        others: &[&["2", "1", "0"]],
    },
    Program {
        columns: &["Name", "Date", "Entry_Status", "Entry_DateSubmitted"],
        counts: &[&["Submitted", "d"], &["In review", "d"]],
        others: &[&["Incomplete", ""]],
    },
    Program {
        columns: &["Name", "Date", "CLE", "PROGRESSION", "DATE_ENREG"],
        counts: &[&["k", "Terminé", "d"]],
        others: &[&["k", "En cours", "d"]],
    },
    Program {
        columns: &["Name", "Date", "Submission ID", "Status", "Current step"],
        counts: &[&["f", "finished", ""]],
        others: &[&["f", "in_progress", "page 2"]],
    },
    // Whichever it is, by columns that can mean nothing else.
    Program {
        columns: &["Name", "Date", "Is draft", "Is test"],
        counts: &[&["0", "No"], &["", ""], &["No", "0"]],
        others: &[&["1", "No"], &["Yes", ""], &["0", "Yes"]],
    },
    Program {
        columns: &["Name", "Date", "Entry Status", "Valid", "Deleted"],
        counts: &[&["Submitted", "1", ""], &["active", "", "no"]],
        others: &[
            &["Draft", "1", ""],
            &["Submitted", "0", ""],
            &["Partially Completed", "1", ""],
            &["active", "1", "x"],
        ],
    },
    Program {
        columns: &["Name", "Date", "回答状況", "下書き", "有効"],
        counts: &[&["回答済み", "", "1"]],
        others: &[&["途中", "", "1"], &["回答済み", "○", "1"], &["完了", "", "0"]],
    },
    Program {
        columns: &["Name", "Date", "Progress", "Beendet"],
        counts: &[&["100", "ja"], &["100%", ""]],
        others: &[&["41", "ja"], &["99.5%", ""], &["100", "nein"]],
    },
    Program {
        columns: &["Name", "Date", "NO", "回答日", "ステータス"],
        counts: &[&["1", "d", "完了"]],
        others: &[&["2", "d", "途中"]],
    },
];

/// Names of respondents, some of which are words for something else.
const NAMES: [&str; 7] = ["a", "b", "Total", "Average", "合計", "Response", "N"];
/// Rows at the foot, which are figures and no answers.
const FEET: [[&str; 5]; 5] = [
    ["Average", "3.25", "2.5", "", "4.75"],
    ["N = 26", "26", "26", "25", "26"],
    ["平均", "3.3", "2.5", "2.0", "4"],
    ["Total:", "45", "52", "61", "70"],
    ["Std. dev.", "#DIV/0!", "0.5", "50%", ""],
];

fn headings(columns: &[&str], kind: usize) -> Row {
    let answers = match kind {
        0 => QUESTIONS.map(|id| format!("{{\"ImportId\":\"{id}\"}}")),
        1 => QUESTIONS.map(|_| "Response".to_owned()),
        _ => QUESTIONS.map(str::to_owned),
    };
    let carried: Vec<String> = match kind {
        0 => columns.iter().map(|column| format!("{{\"ImportId\":\"{column}\"}}")).collect(),
        1 => columns.iter().map(|_| String::new()).collect(),
        _ => columns.iter().map(|column| format!("The {column}")).collect(),
    };
    Row { cells: carried.into_iter().chain(answers).collect(), respondent: false }
}

/// A table of a program: its columns, and its rows with headings above and figures below.
fn table() -> impl Strategy<Value = (Vec<&'static str>, Vec<Row>)> {
    let answers = vec(select(vec!["1", "2", "3", "4", "5", ""]), 3);
    let row_of = (any::<prop::sample::Index>(), any::<bool>(), select(NAMES.to_vec()), answers);
    let feet = vec(select(FEET.to_vec()), 0..3);
    (0..PROGRAMS.len(), vec(0..3usize, 0..3), vec(row_of, 0..6), feet).prop_map(|(program, above, rows, feet)| {
        let Program { columns, counts, others } = &PROGRAMS[program];
        let empty = vec![""; columns.len() - 1];
        // One respondent whose answers tell the scale, and another who stands last, with nothing strange about them.
        let told = counts[0];
        let plain = |name, answers: [&'static str; 4]| row(&[&[name, "2026-10-01"], told].concat(), &answers, true);
        let mut all: Vec<Row> = above.into_iter().map(|kind| headings(columns, kind)).collect();
        all.push(plain("first", ["1", "5", "1", "5"]));
        all.extend(rows.into_iter().map(|(words, respondent, name, answers)| {
            let respondent = respondent || others.is_empty();
            let words = if respondent { counts[words.index(counts.len())] } else { others[words.index(others.len())] };
            row(&[&[name, "2026-10-01"], words].concat(), &[&["3"][..], &answers].concat(), respondent)
        }));
        all.push(plain("last", ["2", "3", "4", "5"]));
        all.extend(feet.into_iter().map(|[name, figures @ ..]| row(&[&[name][..], &empty].concat(), &figures, false)));
        ([*columns, &QUESTIONS].concat(), all)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn respondents_are_scored_as_if_nothing_else_stood_in_the_table((header, rows) in table()) {
        let respondents: Vec<Row> = rows.iter().filter(|row| row.respondent).cloned().collect();
        let others = rows.len() - respondents.len();
        let alone = batch(&csv(&header, &respondents), &["-f", "csv"]);
        for table in [csv(&header, &rows), ndjson(&header, &rows)] {
            let ran = batch(&table, &["-f", "csv"]);
            prop_assert_eq!((ran.code, &ran.stdout), (0, &alone.stdout), "{}\n{}", table, ran.stderr);
            let passed = if others > 0 { format!(" + {others} passed over") } else { String::new() };
            let counts = format!("{} rows in = {} scored + 0 rejected{passed}\n", rows.len(), respondents.len());
            prop_assert!(ran.stderr.ends_with(&counts), "{}\n{}", table, ran.stderr);
        }
    }
}

/// A table of a few questions, whose numbers are points.
fn of_mail(rows: &[&str]) -> String {
    format!("Mail,Wave,Timestamp,{}\n{}\n", QUESTIONS.join(","), rows.join("\n"))
}

/// What is said, without that most questions have no column.
fn said(ran: &Ran) -> String {
    let lines = ran.stderr.lines().filter(|line| !line.contains("have no column"));
    format!("exit {}\n{}", ran.code, lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_may_be_figures_or_a_respondent_is_refused_by_name() {
    let table = of_mail(&["a,1,d,1,2,3,4", "b,1,d,5,4,3,2", "Median,,,3,3,3,3"]);
    assert_snapshot!(said(&batch(&table, &["-f", "csv"])), @r"
    exit 1
    row 4: `Median` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where 'Mail != Median', or take it with --every-row
    3 rows in = 2 scored + 1 rejected
    ");
    for arguments in [&["--every-row"][..], &["--where", "Mail != Median"]] {
        assert_eq!(batch(&table, arguments).code, 0, "{arguments:?}");
    }
}

#[test]
fn the_user_says_which_rows_count() {
    let table = of_mail(&["a,1,2026-10-02,1,2,3,4", "b,2,2026-10-03,5,4,3,2", "A,2,2026-10-01,3,3,3,3", ",2,,2,2,2,2"]);
    let of = |arguments: &[&str]| {
        let ran = batch(&table, &[&["-f", "csv"], arguments].concat());
        let mails: Vec<&str> = ran.stdout.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
        format!("{mails:?}\n{}", said(&ran))
    };
    assert_snapshot!(of(&[]), @r#"
    ["a", "b", "A", ""]
    exit 0
    note: <stdin>: 2 rows share their value of `Mail`, and all count; --latest-of 'Mail' takes the latest of each
    4 rows in = 4 scored + 0 rejected
    "#);
    assert_snapshot!(of(&["--latest-of", "Mail"]), @r#"
    ["a", "b", ""]
    exit 0
    note: <stdin>: 1 row passed over: another row has the same `Mail` and is later by `Timestamp` (row 4)
    4 rows in = 3 scored + 0 rejected + 1 passed over
    "#);
    assert_snapshot!(of(&["--latest-of", "mail", "--where", "Wave = 2"]), @r#"
    ["b", "A", ""]
    exit 0
    note: <stdin>: 1 row passed over: left out by --where, column `Wave` (row 2)
    4 rows in = 3 scored + 0 rejected + 1 passed over
    "#);
    assert_snapshot!(of(&["--where", "Wave=３", "--where", "Mail!="]), @r#"
    []
    exit 0
    note: <stdin>: 4 rows passed over: left out by --where, column `Wave` (rows 2, 3, 4, 5)
    note: <stdin>: no row has `３` in column `Wave`; there are `1`, `2`
    4 rows in = 0 scored + 0 rejected + 4 passed over
    "#);
    assert_snapshot!(of(&["--where", "Wav = 2"]), @r#"
    []
    exit 2
    error: there is no column `Wav` of metadata; did you mean `Wave`?
    columns: Mail, Wave, Timestamp
    "#);
    assert_snapshot!(of(&["--where", "Wave"]), @r#"
    []
    exit 2
    error: `Wave` is no condition: write 'COLUMN = VALUE' or 'COLUMN != VALUE'
    "#);
}

#[test]
fn counts_and_one_answer_set_leave_out_what_is_passed_over() {
    let columns = "ResponseId,RecordedDate,Status,Finished";
    let head = format!("{columns},{}\nResponse ID,Recorded Date,Response Type,Finished,{0}\n", QUESTIONS.join(","));
    let table =
        format!("{head}R1,d,IP Address,True,1,5,1,5\nR2,d,Survey Preview,True,1,1,1,1\nR3,d,IP Address,False,2,,,\n");
    let ran = batch(&table, &["-f", "json", "--summary"]);
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(value["counts"], serde_json::json!({ "scored": 1, "rejected": 0, "passed_over": 3 }));
    assert_eq!(value["summary"]["rows"], 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.csv");
    std::fs::write(&path, &table).unwrap();
    let ran = crate::program::run(&["score", path.to_str().unwrap(), "-f", "json"]);
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.code, &value["metadata"]["ResponseId"]), (0, &"R1".into()), "{}", ran.stderr);
}

#[test]
fn limesurvey_writes_of_what_was_not_shown_that_it_is_not_applicable() {
    let table = |lastpage: &str| {
        format!(
            "id,submitdate,{lastpage},startlanguage,skills-onboarding,skills-training\n1,2026-10-01,7,en,1,N/A\n\
             2,2026-10-01,7,en,N/A,1\n3,2026-10-01,7,en,5,5\n"
        )
    };
    let ran = batch(&table("lastpage"), &["-f", "ndjson"]);
    let open = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["open"].clone();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(ran.stdout.lines().map(open).collect::<Vec<_>>(), [27, 27, 26], "{}", ran.stdout);
    // Elsewhere it is what a respondent says, which the second question does not allow.
    let ran = batch(&table("page"), &["-f", "ndjson"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2), "{}", ran.stderr);
}

#[test]
fn rows_that_are_the_same_or_of_another_assessment_are_said() {
    let table = of_mail(&["a,1,d,1,2,3,4", "b,1,d,5,4,3,2", "a,1,d,1,2,3,4"]).replace("Mail", "Name");
    assert_snapshot!(said(&batch(&table, &["-f", "csv"])), @r"
    exit 0
    note: <stdin>: 1 row is the same as another one in every cell, beginning with row 2, and all count
    3 rows in = 3 scored + 0 rejected
    ");
    // Of a long table only the first rows are compared, and each time the same.
    let row = |number: usize| format!("{},1,d,1,2,3,4", if number % 1_000 == 1 { 0 } else { number });
    let rows: Vec<String> = (0..150_000).map(row).collect();
    let long = of_mail(&rows.iter().map(String::as_str).collect::<Vec<_>>()).replace("Mail", "Name");
    let again =
        "117 rows among the first 116243 are the same as others in every cell, beginning with row 2, and all count";
    for _ in 0..3 {
        let ran = batch(&long, &["-f", "ndjson", "-o", "/dev/null"]);
        assert!(ran.stderr.contains(again), "{}", ran.stderr);
    }
    let table =
        table.replace("Wave", "assessment").replace(",1,d", ",omnichannel,d").replacen("omnichannel", "cx-maturity", 1);
    let ran = batch(&table, &["-f", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("row 3: these are answers to `omnichannel`, and not to `cx-maturity`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_stands_at_the_edges_and_may_be_figures_is_refused_by_name() {
    for (rows, more) in [
        (&["a,1,d,1,2,3,4", "b,1,d,5,4,3,2", ",,,3,3,3,3"][..], &["--where", "Mail !="][..]),
        (&["Our sector,,,3,3,3,3", "a,1,d,1,2,3,4", "b,1,d,5,4,3,2"], &["--where", "Mail != Our sector"]),
    ] {
        let table = of_mail(rows);
        let ran = batch(&table, &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{}", ran.stderr);
        assert!(
            ran.stderr.contains("is empty, which others tell, so that this may be a row of figures"),
            "{}",
            ran.stderr
        );
        for arguments in [&["--every-row"][..], more] {
            assert_eq!(batch(&table, arguments).code, 0, "{arguments:?}");
        }
    }
    // Numbers where others have texts name nobody, however many they are; where others have numbers too, they do.
    let unit = |rows: &str| format!("Unit,Site,{}\n{rows}\n", QUESTIONS.join(","));
    let ran = batch(&unit("Care,North,1,2,4,5\nSales,South,5,4,2,1\nIT,West,2,2,4,4\n12,3,3,3,3,3"), &["-f", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4), "{}", ran.stderr);
    assert!(ran.stderr.contains("row 5: `Unit` has the number `12`, where others have texts"), "{}", ran.stderr);
    let ran = batch(&unit("7,North,1,2,4,5\n8,South,5,4,2,1\n9,West,2,2,4,4\n12,3,3,3,3,3"), &["-f", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 5), "{}", ran.stderr);
    let alone = format!("{}\n1,2,4,5\n5,4,2,1\n3,3,3,3\n", QUESTIONS.join(","));
    let ran = batch(&alone, &["-f", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("row 4: its numbers are the averages, sums or counts of all other rows"),
        "{}",
        ran.stderr
    );
    // Others say as little of themselves.
    let table = of_mail(&["a,1,d,1,2,3,4", ",,,2,2,3,4", "b,1,d,5,4,3,2", ",,,3,3,3,3"]);
    assert_eq!(batch(&table, &[]).code, 0);
}

#[test]
fn figures_amid_a_long_table_are_no_respondents() {
    let mut rows: Vec<String> = (0..12_000).map(|at| format!("m{at},1,d,{},2,3,5", at % 5 + 1)).collect();
    for (at, row) in [
        (4_000, "Subtotal North,,,3,2,3,5"),
        (4_001, "Average,,,3.2,2,3,5"),
        (6_000, "North,Subtotal,,3,2,3,5"),
        (6_001, "Total Wine Ltd,,,1,2,3,5"),
        (6_002, "Sum,1,d,1,2,3,5"),
        (8_000, "小計,,,3,2,3,4"),
    ] {
        rows[at] = row.to_owned();
    }
    let table = of_mail(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert_snapshot!(said(&batch(&table, &["-f", "csv"])), @r"
    exit 1
    note: <stdin>: 1 row passed over: figures about the rows above (row 4003); --every-row takes it
    row 4002: `Subtotal North` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where 'Mail != Subtotal North', or take it with --every-row
    row 6002: `Subtotal` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where 'Wave != Subtotal', or take it with --every-row
    row 6003: `Total Wine Ltd` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where 'Mail != Total Wine Ltd', or take it with --every-row
    row 8002: `小計` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where 'Mail != 小計', or take it with --every-row
    12000 rows in = 11995 scored + 4 rejected + 1 passed over
    ");
    let ran = batch(&table, &["-f", "csv", "--every-row"]);
    assert!(ran.stderr.ends_with("12000 rows in = 11999 scored + 1 rejected\n"), "{}", ran.stderr);
}

#[test]
fn a_header_in_another_order_is_another_table() {
    let [a, b, c, d] = QUESTIONS;
    let table = format!("{}{a},x,x,{b},{a},{c},{d}\n", of_mail(&["a,1,d,1,2,3,4"; 9]));
    assert_snapshot!(said(&batch(&table, &["-f", "csv"])), @r"
    exit 3
    error: <stdin>: row 11 is a header of other columns, or of these in another order, so that another table begins there: score each table alone
    ");
}

#[test]
fn a_header_of_codes_below_respondents_is_another_table() {
    let codes: Vec<String> = (1..=28).rev().map(|number| format!("Q{number}")).collect();
    let answers = |first: &str| format!("{first},{}", vec!["3"; 28].join(","));
    let header = format!("Name{}", crate::figures::ids());
    let header_of_codes = format!("Name,{}", codes.join(","));
    for above in [1, 9] {
        let rows = vec![answers("Ada"); above].join("\n");
        let ran = batch(&format!("{header}\n{rows}\n{header_of_codes}\n{}\n", answers("Ben")), &["-f", "csv"]);
        let why = format!("row {} is a header of other columns", above + 2);
        assert!(ran.code == 3 && ran.stderr.contains(&why), "{}", ran.page());
    }
    // Who answers may be called as before.
    let two = |table: String| {
        table.lines().map(|line| format!("{},{line}\n", line.split(',').next().unwrap())).collect::<String>()
    };
    let table =
        two(format!("{header}\n{}\n{}\n{header_of_codes}\n{}\n", answers("Ada"), answers("Bo"), answers("Ben")));
    let ran = batch(&table.replacen("Name,Name", "ID,Name", 2), &["-f", "csv"]);
    assert!(ran.code == 3 && ran.stderr.contains("row 4 is a header of other columns"), "{}", ran.page());
    // Right below the header they are what the form calls its questions.
    let ran = batch(&format!("{header}\n{header_of_codes}\n{}\n{}\n", answers("Ada"), answers("Ben")), &["-f", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{}", ran.page());
}

#[test]
fn what_programs_write_where_nothing_was_answered_is_no_answer() {
    let table = |head: &str, cell: &str| {
        format!(
            "{head},skills-path,staffing-workload,staffing-balance\n1,31,1,2,3\n2,31,{cell},5,{cell}\n3,31,5,{cell},1\n"
        )
    };
    let open = |ran: &Ran| {
        ran.stdout
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["open"].clone())
            .collect::<Vec<_>>()
    };
    for cell in ["0", "-77"] {
        let ran = batch(&table("lfdn,dispcode", cell), &["-f", "ndjson"]);
        assert_eq!((ran.code, open(&ran)), (0, vec![25.into(), 27.into(), 26.into()]), "{}", ran.stderr);
    }
    // It stands where a question always applies, too.
    let always =
        "who,wave,skills-training,skills-onboarding,skills-path\n1,1,2,3,4\n2,1,NA,NA,NA\n3,1,NA,NA,5\n4,1,5,1,NA\n";
    let ran = batch(always, &["-f", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2), "{}", ran.stderr);
    assert!(ran.stderr.contains("row 5: `NA` may stand for a missing answer"), "{}", ran.stderr);
}

#[test]
fn words_of_which_it_is_not_known_what_they_say_are_named() {
    for (header, word) in
        [("Status", "In progress"), ("Type", "Partial"), ("Test", "TRUE"), ("Response status", "Paused")]
    {
        let table =
            format!("who,{header},skills-path,skills-change\na,x,5,2\nb,{word},1,4\n").replace(",x,", ",Completed,");
        let ran = batch(&table, &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{}", ran.stderr);
        let note = format!("1 row is taken for a respondent though `{header}` is `{word}`, which may say otherwise");
        assert!(ran.stderr.contains(&note), "{}", ran.stderr);
    }
}

#[test]
fn flags_of_any_program_say_which_rows_are_no_respondents() {
    for (header, counts, word) in [
        ("削除フラグ", "0", "1"),
        ("除外フラグ", "0", "1"),
        ("集計対象", "○", "×"),
        ("ステータス", "有効回答", "無効回答"),
        ("Status", "Abgeschlossen", "Nicht abgeschlossen"),
        ("Status", "Finished", "Not finished"),
        ("Answer status", "Finished", "Started"),
        ("Status", "beendet", "abgebrochen"),
        ("Statut", "Terminé", "Abandonné"),
        ("Etat", "Terminé", "En cours"),
        ("状況", "完了", "中断"),
        ("ステータス", "完了", "途中"),
        ("Completed", "Complete", "Partial"),
        ("Stav", "Dokončeno", "Neúplné"),
        ("Stav", "Dokončeno", "Nedokončeno"),
        ("Stav", "Dokončeno", "Přerušeno"),
        ("Status", "Kompletne", "Niekompletne"),
        ("Status", "Ukończone", "Przerwane"),
        ("Status", "Fuldført", "Afbrudt"),
        ("Status", "Fuldført", "Delvis"),
        ("Status", "Fuldført", "Ikke fuldført"),
        ("Tila", "Valmis", "Keskeytetty"),
        ("答题状态", "已完成", "未完成"),
        ("答题状态", "已完成", "中断"),
        ("상태", "제출", "임시저장"),
        ("Status", "Vollständig", "Teilweise"),
        ("Bearbeitungsstand", "Abgeschlossen", "Abgebrochen"),
        ("Status", "Klar", "Utkast"),
        ("Status", "Complete", "Break-off"),
        ("Status", "Submitted", "Unsubmitted"),
        ("Collector Status", "complete", "partial"),
        ("Completion", "Full", "Partial"),
        ("disqualified", "false", "true"),
        ("Is completed", "TRUE", "FALSE"),
        ("isCompleted", "true", "false"),
        ("isPartial", "false", "true"),
        ("is_test_data", "0", "1"),
        ("livemode", "true", "false"),
        ("Include in analysis", "Yes", "No"),
        ("Withdrawn", "No", "Yes"),
        ("Consent withdrawn", "No", "Yes"),
        ("Approval Status", "Approved", "Denied"),
        ("__system.reviewState", "approved", "rejected"),
        ("meta/is_test", "false", "true"),
        ("Remove", "", "x"),
        ("承認ステータス", "承認", "差し戻し"),
        ("deleted_at", "", "2026-03-02 09:00"),
        ("集計", "対象", "除外"),
        ("承認状況", "承認", "差戻し"),
        ("レコード状態", "有効", "取消"),
        ("不正回答", "", "不正"),
        ("Is this a test?", "FALSE", "TRUE"),
        ("Opt out", "", "TRUE"),
        ("percentage_complete", "100", "40"),
        ("Internal comment", "", "invalid"),
        ("session,created,ended,expired", "s,d,d,", "s,d,,2026-03-02"),
        ("session,created,ended,expired", "s,d,d,NA", "s,d,NA,2026-03-02"),
    ] {
        let table = format!("who,{header},skills-path,skills-change\na,{counts},5,2\nb,{word},1,4\n");
        let ran = batch(&table, &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{header}: {}", ran.page());
        assert!(ran.stderr.contains("1 row passed over: "), "{header}: {}", ran.page());
        assert_eq!(batch(&table, &["--every-row", "-f", "csv"]).stdout.lines().count(), 3, "{header}");
    }
    for (header, counts, word) in [
        ("ReviewState", "approved", "hasIssues"),
        ("Q_BallotBoxStuffing", "", "true"),
        ("Speeder", "0", "1"),
        ("Outlier", "0", "1"),
        ("Is latest", "Yes", "No"),
        ("Eligible", "Yes", "No"),
        ("QC status", "ok", "Rejected"),
        ("Notes", "fine", "do not use"),
        ("備考", "", "集計から除外"),
        ("Consent", "Yes", "No"),
        ("Exclusion reason", "none", "too fast"),
        ("Deleted", "", "2026-03-02"),
        ("判定", "OK", "NG"),
        ("スクリーニング", "対象", "対象外"),
        ("クリーニング結果", "", "ストレートライナー"),
        ("Excluded", "no", "left early"),
        ("Duplicate", "", "duplicate"),
        ("Superseded by", "", "1204"),
        ("Attention check", "passed", "failed"),
        ("Do you agree to take part?", "I agree", "I do not agree"),
        ("Mode", "live", "test"),
        ("preview", "false", "true"),
        ("Status", "Ukończone", "W toku"),
        ("Tila", "Valmis", "Kesken"),
        ("状態", "完了", "作成中"),
        ("Status", "Voltooid", "Concept"),
        ("Status", "Complete", "Saved"),
        ("Status", "Complete", "Pending"),
        ("Réponse", "Complète", "Incomplète"),
        ("Disposition", "Complete", "Partial"),
        ("Outcome", "Complete", "Break-off"),
        ("Result", "Complete", "Incomplete"),
        ("Complete?", "Complete", "Incomplete"),
        ("cx_complete", "2", "0"),
        ("submitdate", "2026-03-02 09:00", ""),
        ("completedAt", "2026-03-02 09:00", ""),
        ("submitted_at", "2026-03-02 09:00", "NULL"),
    ] {
        let table = format!("who,{header},skills-path,skills-change\na,{counts},5,2\nb,{word},1,4\n");
        let ran = batch(&table, &["-f", "csv"]);
        let word = if word.is_empty() { "empty".to_owned() } else { format!("`{word}`") };
        let note = format!("1 row is taken for a respondent though `{header}` is {word}, which may say otherwise");
        assert!(ran.code == 0 && ran.stderr.contains(&note), "{header}: {}", ran.page());
    }
    // What is called alike and says something else.
    for (header, words) in [
        ("State", ["Ohio", "Iowa"]),
        ("Completed", ["2026-03-01", "2026-03-02"]),
        ("Complete?", ["2", "0"]),
        ("Issues", ["1", "0"]),
        ("Submitted", ["2026-03-01", "2026-03-02"]),
        ("Consent", ["agreed", "agreed"]),
        ("isDeleted", ["N", "N"]),
        ("有効/無効", ["有効", "有効"]),
        ("Entry status", ["Final", "Final"]),
        ("deleted_at", ["NULL", ""]),
        ("submitted_at", ["", ""]),
        ("cx_complete", ["0", "0"]),
        ("Result", ["Good", "Bad"]),
        ("Use", ["daily", "weekly"]),
        ("Notes", ["we do not use it", "delete key is worn"]),
        ("Stav", ["Aktivní", "Praha"]),
    ] {
        let [one, other] = words;
        let table = format!("who,{header},skills-path,skills-change\na,{one},5,2\nb,{other},1,4\n");
        let ran = batch(&table, &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{header}: {}", ran.page());
        assert!(!ran.stderr.contains("which may say otherwise"), "{header}: {}", ran.page());
    }
}

#[test]
fn rows_called_by_a_word_that_is_nobodys_name_are_refused_by_it() {
    let table = |rows: &str| format!("Name,{}\nAda,1,2,4,5\nBen,5,4,2,1\nEva,2,2,4,4\n{rows}\n", QUESTIONS.join(","));
    for name in [
        "入力例",
        "記入例:山田",
        "(例)",
        "（例）山田",
        "※記入例",
        "Example: Jane Doe",
        "[Sample]",
        "最大",
        "最小",
        "重複",
        "無効",
        "目標値",
        "基準値",
        "Mdn",
        "P75",
        "Medel",
        "Required",
        "Minimum requirement",
        "Team score",
        "Void",
        "Duplicate",
        "XXX",
        "Industry avg 2025",
        "全店平均",
        "営業部(n=12)",
        "Sales (n=12)",
    ] {
        let ran = batch(&table(&format!("{name},3,4,3,2")), &["-f", "csv"]);
        let why = format!("row 5: `{name}` may be the name of a respondent, or of a row that is none");
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4), "{name}: {}", ran.page());
        assert!(ran.stderr.contains(&why), "{name}: {}", ran.page());
    }
    // Codes of respondents may read like those of percentiles, and names like words.
    let coded = "P1,1,2,4,5\nP10,5,4,2,1\nP25,2,2,4,4\nP75,3,4,3,2";
    let table_of = |rows: &str| format!("Name,{}\n{rows}\n", QUESTIONS.join(","));
    for rows in [coded.to_owned(), table("Dupli Cate,3,4,3,2").split_once('\n').unwrap().1.trim().to_owned()] {
        let ran = batch(&table_of(&rows), &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 5), "{}", ran.page());
    }
}

#[test]
fn nobody_is_called_by_a_word_for_aims_where_people_are_named() {
    let table = |people: &str, name: &str| {
        let rows = "Acme,Ada,1,2,4,5\nAcme,Ben,5,4,2,1\nBolt,Eva,2,2,4,4\nBolt,Kim,2,4,4,4";
        format!("Company,{people},{}\n{rows}\nAcme,{name},3,4,3,2\nBolt,Lea,1,1,2,2\n", QUESTIONS.join(","))
    };
    for (people, name) in [("Name", "Target"), ("Respondent", "Consensus"), ("回答者", "目標"), ("Nom", "Objectif")]
    {
        let ran = batch(&table(people, name), &["-f", "csv"]);
        let why = format!("row 6: `{name}` may be the name of a respondent, or of a row that is none");
        assert!(ran.code == 1 && ran.stderr.contains(&why), "{name}: {}", ran.page());
    }
    for (people, name) in [("Name", "Max"), ("Name", "Targa")] {
        let ran = batch(&table(people, name), &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{name}: {}", ran.page());
    }
}

#[test]
fn a_department_with_a_number_in_it_may_have_a_subtotal() {
    let rows = "北野商会,営業1課,x,5,4\n北野商会,第2営業部,y,2,1\n";
    for sum in [",営業1課,小計", ",第1営業部,平均", "営業3課,,合計"] {
        let table = format!("会社名,部署,備考,skills-path,skills-change\n{rows}{sum},3,4\n");
        let ran = batch(&table, &["-f", "csv"]);
        assert!(ran.code == 1 && ran.stdout.lines().count() == 3, "{sum}: {}", ran.page());
    }
}

#[test]
fn rows_called_after_a_role_or_an_occasion_are_refused_where_others_have_names() {
    let table = |head: &str, rows: &str| format!("{head},{}\n{rows}\n", QUESTIONS.join(","));
    let people = "Ada,1,2,4,5\nBen,5,4,2,1\nEva,2,2,4,4";
    for name in [
        "Expert",
        "External assessor",
        "Auditor",
        "Moderator",
        "Workshop",
        "Ist",
        "2024",
        "FY24",
        "Wave 1",
        "Q1 2025",
        "2024年度",
        "Weighting factor",
        "Question weight",
        "重み付け",
        "Target state",
        "Jane Doe (example)",
        "Acme [test]",
        "山田（例）",
    ] {
        for rows in [format!("{people}\n{name},3,4,3,2"), format!("{name},3,4,3,2\n{people}")] {
            let ran = batch(&table("Name", &rows), &["-f", "csv"]);
            let why = format!("`{name}` may be the name of a respondent, or of a row that is none");
            assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4), "{name}: {}", ran.page());
            assert!(ran.stderr.contains(&why), "{name}: {}", ran.page());
            assert_eq!(batch(&table("Name", &rows), &["--every-row"]).code, 0, "{name}");
        }
    }
    // Amid many, too.
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
    let many = (0..400).map(|at| format!("An{}{}a Berg,{},2,4,5\n", letter(at), letter(at / 26), at % 5 + 1));
    let many: Vec<String> = many.collect();
    for (at, name) in
        [(60, "Expert"), (200, "External assessor"), (333, "2024"), (399, "重み付け"), (390, "Target state")]
    {
        let rows =
            [&many[..at].concat(), &format!("{name},3,4,3,2\n"), &many[at..].concat()].map(String::as_str).concat();
        let ran = batch(&table("Name", rows.trim()), &["-f", "csv"]);
        let why = format!("row {}: `{name}` may be the name of a respondent, or of a row that is none", at + 2);
        assert!(ran.code == 1 && ran.stderr.contains(&why), "{name}: {}", ran.page());
    }
    for name in ["Team", "Group", "Department", "Meta", "部門"] {
        let ran = batch(&table("Name", &format!("{people}\n{name},3,4,3,2")), &["-f", "csv"]);
        let said = format!("row 5 is taken for a respondent though `Name` is `{name}`");
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 5), "{name}: {}", ran.page());
        assert!(ran.stderr.contains(&said), "{name}: {}", ran.page());
    }
    // Where rows are called so throughout, where the header says so, and where more is told, nothing is said.
    for (head, rows) in [
        ("Name", "2023,1,2,4,5\n2024,5,4,2,1\n2025,2,2,4,4"),
        ("Name", "Wave 1,1,2,4,5\nWave 2,5,4,2,1\nWave 3,2,2,4,4"),
        ("Name", "Team A,1,2,4,5\nTeam B,5,4,2,1\nTeam,2,2,4,4"),
        ("Name", "Expert,1,2,4,5\nAuditor,5,4,2,1\nModerator,2,2,4,4"),
        ("Name", "1001,1,2,4,5\n2002,5,4,2,1\n3003,2,2,4,4"),
        ("Role", "Agent,1,2,4,5\nSupervisor,5,4,2,1\nAuditor,2,2,4,4"),
        ("Mail,Name", "a@x.example,Ada,1,2,4,5\nb@x.example,Ben,5,4,2,1\nc@x.example,Expert,2,2,4,4"),
        ("Name,Note", "Ada,fine,1,2,4,5\nBen,so-so,5,4,2,1\nEva,2024,2,2,4,4"),
    ] {
        let ran = batch(&table(head, rows), &["-f", "csv"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{rows}: {}", ran.page());
        assert!(!ran.stderr.contains("is taken for a respondent"), "{rows}: {}", ran.page());
    }
}
