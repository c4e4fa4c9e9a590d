//! What stands beside a table about its questions and rows, and rows and columns that were moved: heard, or refused by name.

use rust_xlsxwriter::Workbook;

use crate::habits::{IDS, batch};
use crate::program::{Ran, command, run, run_with};

/// The answers of eight respondents, by which the whole scale from 1 to 5 is used.
fn rows() -> Vec<Vec<usize>> {
    (0..8).map(|row| (0..IDS.len()).map(|at| (row * 3 + at * 2 + row / 5) % 5 + 1).collect()).collect()
}

fn refused(ran: &Ran, why: &str) {
    assert!(ran.code == 3 && ran.stdout.is_empty() && ran.stderr.contains(why), "{why}\n{}{}", ran.stdout, ran.stderr);
}

fn scored(ran: &Ran, rows: usize) {
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows + 1), "{}", ran.stderr);
}

/// These rows with a name before each, and this behind the questions.
fn table(header: &str, cells: impl Fn(usize) -> String) -> String {
    let line = |(at, row): (usize, Vec<usize>)| {
        let cells = [format!("Org {at}")].into_iter().chain(row.iter().map(usize::to_string)).chain([cells(at)]);
        cells.collect::<Vec<_>>().join(",") + "\n"
    };
    format!("Name,{},{header}\n{}", IDS.join(","), rows().into_iter().enumerate().map(line).collect::<String>())
}

#[cfg(feature = "xlsx")]
#[test]
fn a_list_of_questions_on_a_sheet_says_what_their_numbers_are() {
    let with = |list: &[&[&str]]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, [&["Name"][..], &IDS].concat()).unwrap();
        for (at, row) in (1u32..).zip(rows()) {
            sheet.write(at, 0, format!("Org {at}")).unwrap();
            sheet.write_row(at, 1, row.into_iter().map(|number| u32::try_from(number).unwrap())).unwrap();
        }
        let sheet = book.add_worksheet().set_name("Items").unwrap();
        for (at, row) in (0u32..).zip(list) {
            sheet.write_row(at, 0, row.iter().copied()).unwrap();
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.xlsx");
        book.save(&path).unwrap();
        run(&["batch", path.to_str().unwrap(), "-f", "csv"])
    };
    for (head, row, why) in [
        (&["Item", "Min", "Max"][..], &[IDS[1], "1", "7"][..], "go from 1 to 7"),
        (&["Item", "Scale"], &[IDS[1], "1-10"], "go from 1 to 10"),
        (&["Item", "Polarity"], &[IDS[1], "-1"], "1 is the good end"),
        (&["Item", "Recode"], &[IDS[1], "6-x"], "1 is the good end"),
    ] {
        refused(&with(&[head, row]), why);
    }
    for (head, row) in [
        (&["Item", "Min", "Max"][..], &[IDS[1], "1", "5"][..]),
        (&["Item", "Mean", "Min", "Max"], &[IDS[1], "2.9", "1", "4"]),
        (&["Item", "Polarity"], &[IDS[1], "1"]),
        (&["Item", "Page", "Scale"], &[IDS[1], "1-10", "1-5"]),
    ] {
        let ran = with(&[head, row]);
        // A page may be taken for a scale by who does not know the header.
        if head.contains(&"Page") { refused(&ran, "go from 1 to 10") } else { scored(&ran, 8) }
    }
}

#[test]
fn a_list_of_questions_in_json_says_what_their_numbers_are() {
    let with = |beside: &str| {
        let row = |(at, row): (usize, Vec<usize>)| {
            let cells = IDS.iter().zip(row).map(|(id, number)| format!(", \"{id}\": {number}"));
            format!("{{\"Name\": \"Org {at}\"{}}}", cells.collect::<String>())
        };
        let rows: Vec<String> = rows().into_iter().enumerate().map(row).collect();
        run_with(
            &mut command(&["batch", "-", "-f", "csv"]),
            &format!("{{{beside}, \"responses\": [{}]}}", rows.join(",")),
        )
    };
    for (beside, why) in [
        (r#""questions": [{"id": "skills-training", "min": 0, "max": 10}]"#, "go from 0 to 10"),
        (r#""questions": [{"id": "skills-training", "max": 10}]"#, "go from 1 to 10"),
        (r#""questions": [{"id": "skills-training", "polarity": -1}]"#, "1 is the good end"),
        (r#""questions": [{"id": "skills-training", "scale": "1-7"}]"#, "go from 1 to 7"),
        (r#""minLabel": "excellent", "maxLabel": "poor""#, "1 is the good end"),
    ] {
        refused(&with(beside), why);
    }
    for beside in [
        r#""questions": [{"id": "skills-training", "min": 1, "max": 5}]"#,
        r#""questions": [{"id": "skills-training", "mean": 3.1, "min": 1, "max": 4}]"#,
        r#""questions": [{"id": "skills-training", "page": 10}]"#,
        r#""minLabel": "poor", "maxLabel": "excellent""#,
        r#""total": 8, "page": 1, "max": 100"#,
    ] {
        scored(&with(beside), 8);
    }
}

#[test]
fn what_a_column_says_of_a_row_is_heard() {
    refused(&batch(&table("higher_is_better", |_| "false".to_owned()), &[]), "1 is the good end");
    scored(&batch(&table("higher_is_better", |_| "true".to_owned()), &[]), 8);
    // A later answer to the first question, of another year.
    refused(&batch(&table("skills-onboarding 2026", |at| (at % 5 + 1).to_string()), &[]), "may correct column 2");
    let remarked = batch(&table("備考", |at| if at == 3 { "無効".to_owned() } else { String::new() }), &[]);
    assert!(remarked.code == 0 && remarked.stderr.contains("`備考` is `無効` (row 5)"), "{}", remarked.stderr);
    scored(&batch(&table("備考", |_| "無効化の手順がない".to_owned()), &[]), 8);
}

#[test]
fn a_legend_may_begin_in_the_row_of_headers_or_above_its_numbers() {
    let words = ["very good", "good", "fair", "poor", "very poor"];
    let beside = |turned: bool| {
        let word = |at: usize| if turned { words[at] } else { words[4 - at] };
        let cells =
            move |at: usize| words.get(at + 1).map(|_| format!("{},{}", at + 2, word(at + 1))).unwrap_or_default();
        batch(&table(&format!("1,{}", word(0)), cells).replace(",\n", ",,\n"), &[])
    };
    refused(&beside(true), "1 is the good end");
    assert!(!beside(false).stderr.contains("good end"), "{}", beside(false).stderr);
    let above = |words: &str| batch(&format!(",{words}\n,1,2,3,4,5\n\n{}", table("Comment", |_| String::new())), &[]);
    refused(&above(&words.join(",")), "1 is the good end");
    scored(&above(&words.iter().rev().copied().collect::<Vec<_>>().join(",")), 8);
    let greatest = |number: u32| {
        let row = format!("Max{},\n", format!(",{number}").repeat(IDS.len()));
        batch(&table("Comment", |_| String::new()).replacen('\n', &format!("\n{row}"), 1), &[])
    };
    refused(&greatest(10), "go from 1 to 10");
    // Somebody may be called so.
    assert_eq!(greatest(5).code, 1);
}

#[test]
fn rows_and_columns_at_the_ends_that_are_none_of_respondents_are_refused() {
    let table = table("Comment", |_| String::new());
    let (header, rows) = table.split_once('\n').unwrap();
    let lines: Vec<&str> = rows.lines().collect();
    // A row that nobody is named in, where everybody else is.
    for row in [format!("{header}\n,3,3,2,4,\n{rows}"), format!("{header}\n{rows},3,3,2,4,\n")] {
        let ran = batch(&row, &[]);
        assert!(ran.code == 1 && ran.stderr.contains("`Name` is empty, which others tell"), "{}", ran.stderr);
    }
    let anonymous = rows.replace("Org ", "").lines().map(|line| line[1..].to_owned() + "\n").collect::<String>();
    scored(&batch(&format!("{header}\n{anonymous}"), &[]), 8);
    // The second question, a cell too far down.
    let cells: Vec<Vec<&str>> = lines.iter().map(|line| line.split(',').collect()).collect();
    let moved = (0..=cells.len()).map(|at| {
        let mut row = cells.get(at).cloned().unwrap_or(vec![""; cells[0].len()]);
        row[2] = at.checked_sub(1).map_or("", |above| cells[above][2]);
        row.join(",") + "\n"
    });
    refused(&batch(&format!("{header}\n{}", moved.collect::<String>()), &[]), "a cell too far down");
}

#[test]
fn nobody_is_called_by_a_word_for_no_name() {
    let named = |name: &str| {
        let rows = rows()
            .into_iter()
            .map(|row| format!("{name},{}\n", row.iter().map(usize::to_string).collect::<Vec<_>>().join(",")));
        format!("Name,{}\n{}", IDS.join(","), rows.collect::<String>())
    };
    for name in ["N/A", "anonymous", "匿名", "-"] {
        scored(&batch(&named(name), &["--latest-of", "Name"]), 8);
        let merged = run_with(&mut command(&["batch", "-", "-f", "csv", "--merge", "Name"]), &named(name));
        assert!(merged.stderr.contains("no value in column `Name`"), "{name}: {}", merged.stderr);
    }
    let one = run_with(&mut command(&["batch", "-", "-f", "csv", "--latest-of", "Name"]), &named("Acme"));
    assert_eq!(one.stdout.lines().count(), 2, "{}", one.stderr);
}

#[test]
fn an_answer_set_is_points_whatever_it_says() {
    let score = |line: &str| {
        let set = format!("assessment = \"cx-maturity\"\n{line}\n[answers]\nskills-onboarding = 3\n");
        run_with(&mut command(&["score", "-"]), &set)
    };
    for line in ["reversed = true", "scale = \"0..4\"", "scale = 10", "legend = \"1 = very good, 5 = very poor\""] {
        let ran = score(line);
        assert!(
            ran.code != 0 && ran.stderr.contains("would give the answers another meaning"),
            "{line}: {}",
            ran.stderr
        );
    }
    for line in ["organisation = \"Acme\"", "scale = \"SME\"", "reversed = false"] {
        assert_eq!(score(line).code, 0, "{line}: {}", score(line).stderr);
    }
}
