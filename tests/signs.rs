//! What a table says of its numbers in places of their own, and rows that do not stand as the others do: heard, or refused by name.

use crate::habits::{IDS, batch};
use crate::program::Ran;

/// Answers of as many respondents, by which the whole scale from 1 to 5 is used, but never alike in two columns.
fn rows(count: usize) -> Vec<Vec<String>> {
    (0..count)
        .map(|row| (0..IDS.len()).map(|at| ((row * 3 + at * 2 + row / 5) % 5 + 1).to_string()).collect())
        .collect()
}

fn line(cells: &[String]) -> String {
    let quoted = |cell: &String| if cell.contains(',') { format!("\"{cell}\"") } else { cell.clone() };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
}

/// These lines, a header with a name, the questions and this behind them, and the rows with this before and behind.
fn table(above: &[&str], header: [&str; 2], rows: &[Vec<String>], cells: impl Fn(usize) -> [String; 2]) -> String {
    let mut text: String = above.iter().map(|line| format!("{line}\n")).collect();
    let own = |at: usize, row: &Vec<String>| {
        let [before, behind] = cells(at);
        let named = [format!("Org {at}"), before];
        named.into_iter().chain(row.iter().cloned()).chain([behind]).collect::<Vec<_>>()
    };
    let named = ["Name".to_owned(), header[0].to_owned()].into_iter();
    let headers: Vec<String> = named.chain(IDS.map(str::to_owned)).chain([header[1].to_owned()]).collect();
    text += &line(&headers);
    rows.iter().enumerate().for_each(|(at, row)| text += &line(&own(at, row)));
    text
}

fn none(_: usize) -> [String; 2] {
    Default::default()
}

fn refused(ran: &Ran, why: &str) {
    assert!(ran.code == 3 && ran.stdout.is_empty() && ran.stderr.contains(why), "{why}\n{}{}", ran.stdout, ran.stderr);
}

fn scored(ran: &Ran, rows: usize) {
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows + 1), "{}", ran.stderr);
}

#[test]
fn what_stands_above_each_question_is_heard_once() {
    let over = |cell: &str, first: &str| {
        let cells: Vec<&str> = [first].into_iter().chain([cell; 3]).collect();
        let row = format!("Scale,,{},", cells.join(","));
        batch(&table(&[&row], ["Unit", "Comment"], &rows(8), none), &[])
    };
    for (cell, first) in [("1-7", "1-7"), ("1-5", "1-10"), ("7段階", "7段階"), ("7-point", "7-point")] {
        refused(&over(cell, first), "numbers go from");
    }
    for (cell, first) in [("1", "-1"), ("+", "-"), ("(+)", "(-)"), ("Post", "Pre")] {
        refused(&over(cell, first), "stands beside the headers");
    }
    for cell in ["1-5", "5-point scale", "5段階"] {
        scored(&over(cell, cell), 8);
    }
}

#[test]
fn a_title_says_how_many_numbers_there_are() {
    let titled = |title: &str| batch(&table(&[title, ""], ["Unit", "Comment"], &rows(8), none), &[]);
    for title in ["Likert 1-7", "7-point Likert scale", "７件法", "10点満点", "Max. score: 10", "NPS 0-10"] {
        refused(&titled(title), "numbers go from");
    }
    refused(&titled("Results 2024 (previous year)"), "stands beside the headers");
    for title in ["5-point Likert scale", "５件法", "Survey 2024", "Results 2026", "Region 7", "12 points of contact"]
    {
        scored(&titled(title), 8);
    }
}

#[test]
fn what_each_row_says_of_its_own_numbers_is_heard() {
    let of = |header: &str, one: &str, other: &str| {
        let cell = |at: usize| [if at.is_multiple_of(2) { one.to_owned() } else { other.to_owned() }, String::new()];
        batch(&table(&[], [header, "Comment"], &rows(8), cell), &[])
    };
    for (header, one, other) in [
        ("Scale", "1-5", "1-10"),
        ("Scale", "1-5", "0-4"),
        ("尺度", "7件法", "7件法"),
        ("Max score", "10", "10"),
        ("Coding", "5=best", "1=best"),
        ("Direction", "normal", "reversed"),
    ] {
        refused(&of(header, one, other), " says that ");
    }
    for (header, one, other) in
        [("Scale", "1-5", "5-point"), ("Max score", "5", "5"), ("Max wait", "10", "37"), ("Wave", "1", "2")]
    {
        scored(&of(header, one, other), 8);
    }
}

#[test]
fn the_ends_of_a_legend_may_stand_alone() {
    let above = |lines: &[&str]| batch(&table(lines, ["Unit", "Comment"], &rows(8), none), &[]);
    refused(&above(&["1,very good", "5,very poor", ""]), "that 1 is the good end");
    refused(&above(&["0,never", "10,always", ""]), "numbers go from 0 to 10");
    refused(&above(&["1,very good,2,good,3,fair,4,poor,5,very poor", ""]), "that 1 is the good end");
    scored(&above(&["1,very poor", "5,very good", ""]), 8);
    let ran =
        batch(&format!("{}{}", table(&[], ["Unit", "Comment"], &rows(8), none), "poor,,3\ngood,,4\nbest,,5\n"), &[]);
    refused(&ran, "they are no respondents");
    let alone =
        format!("{}{}", table(&[], ["Unit", "Comment"], &rows(8), none), "Org 8,,3,,,,\nOrg 9,,5,,,,\nOrg 10,,4,,,,\n");
    scored(&batch(&alone, &[]), 11);
}

#[test]
fn an_answer_among_the_remarks_says_that_a_row_stands_too_far_to_the_right() {
    let with = |number: &dyn Fn(usize) -> &'static str| {
        table(&[], ["Unit", "Comment"], &rows(8), |at| [format!("Unit {at}"), number(at).to_owned()])
    };
    let ran = batch(&with(&|at| if at == 5 { "4" } else { "" }), &[]);
    assert!(ran.code == 1 && !ran.stdout.contains("Org 5"), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("too far to the right") && ran.stdout.lines().count() == 8, "{}", ran.stderr);
    refused(&batch(&with(&|_| "4"), &[]), "too far to the right");
    scored(&batch(&with(&|_| "4"), &["--every-row"]), 8);
    for cell in ["4 years", "fine", "77"] {
        scored(&batch(&with(&|at| if at == 5 { cell } else { "" }), &[]), 8);
    }
}

#[test]
fn a_column_that_has_many_other_numbers_is_on_another_scale() {
    let with = |sixes: usize, columns: usize| {
        let mut rows = rows(300);
        (0..sixes).for_each(|at| "6".clone_into(&mut rows[at * 30][at % columns]));
        batch(&table(&[], ["Unit", "Comment"], &rows, none), &[])
    };
    refused(&with(6, 1), "6 cells have numbers that are no answers");
    assert_eq!(with(1, 1).code, 1);
}

/// 0 for no answer beside 1 to 5, of which hardly anybody has chosen the last.
#[test]
fn zeros_beside_a_rare_best_option_may_be_no_answers() {
    let mut rows = rows(12);
    for (at, cell) in rows.iter_mut().flatten().enumerate() {
        match cell.as_str() {
            "5" => "2".clone_into(cell),
            "4" if at % 3 > 0 => "1".clone_into(cell),
            _ => {}
        }
    }
    "5".clone_into(&mut rows[4][2]);
    (0..6).for_each(|at| "0".clone_into(&mut rows[at][at % 4]));
    let ran = batch(&table(&[], ["Unit", "Comment"], &rows, none), &[]);
    refused(&ran, "--scale 0..4");
}

#[test]
fn a_row_that_its_table_calls_no_response_does_not_count() {
    for (header, word, other) in [
        ("Approval", "rejected", "approved"),
        ("DistributionChannel", "preview", "anonymous"),
        ("filter_$", "0", "1"),
        ("Flag", "exclude", ""),
        ("drop", "x", ""),
        ("Q_Terminate", "Screened Out", ""),
        ("判定", "無効", "有効"),
    ] {
        let cell = |at: usize| [if at == 3 { word } else { other }.to_owned(), String::new()];
        let ran = batch(&table(&[], [header, "Comment"], &rows(8), cell), &[]);
        assert!(ran.code == 0 && !ran.stdout.contains("Org 3"), "{header}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.contains("1 row passed over"), "{header}: {}", ran.stderr);
    }
}
