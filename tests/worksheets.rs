//! What a sheet says of rows and cells beside what stands in them: they may be hidden, merged, or formulas without a value.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use crate::program::{Ran, run};

/// A sheet of three respondents, whose answers are the points 1 to 4 in each row, and what is done to it.
fn sheet(change: impl Fn(&mut Worksheet)) -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = ["Organisation", "skills-onboarding", "skills-training", "skills-path", "skills-change"];
    for (column, text) in (0u16..).zip(header) {
        sheet.write(0, column, text).unwrap();
    }
    for row in 1..4 {
        sheet.write(row, 0, format!("Org {row}")).unwrap();
        for column in 1..5 {
            sheet.write(row, column, f64::from(column)).unwrap();
        }
    }
    change(sheet);
    book
}

/// What `batch` makes of it, and what it says without the name of the file.
fn batch(mut book: Workbook, change: impl Fn(String) -> String, more: &[&str]) -> (Ran, String) {
    let bytes = book.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let (mut part, mut text) = (archive.by_index(at).unwrap(), String::new());
        part.read_to_string(&mut text).unwrap();
        out.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(change(text).as_bytes()).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.xlsx");
    std::fs::write(&path, out.finish().unwrap().into_inner()).unwrap();
    let ran = run(&[&["batch", path.to_str().unwrap(), "--scale", "points", "-f", "csv"], more].concat());
    let said = ran.stderr.replace(path.to_str().unwrap(), "F");
    let said = said.lines().filter(|line| !line.contains("questions have no column")).collect::<Vec<_>>().join("\n");
    (ran, said)
}

fn as_it_is(text: String) -> String {
    text
}

#[test]
fn a_row_that_the_sheet_does_not_show_is_refused_unless_it_is_wanted() {
    let hidden = || {
        sheet(|sheet| {
            // Rows without anything in them are nobody's.
            for row in [2, 3, 9] {
                sheet.set_row_hidden(row).unwrap();
            }
        })
    };
    let (ran, said) = batch(hidden(), as_it_is, &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2), "{said}");
    insta::assert_snapshot!(said);
    let (ran, said) = batch(hidden(), as_it_is, &["--every-row"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{said}");
    // Neither is a hidden header nor a hidden title a respondent.
    let titles = sheet(|sheet| {
        sheet.set_row_hidden(0).unwrap();
    });
    assert_eq!(batch(titles, as_it_is, &[]).0.code, 0);
    let (ran, said) = batch(sheet(|_| ()), as_it_is, &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{said}");
}

#[test]
fn a_merged_cell_is_no_answer_of_the_rows_beside_it() {
    let format = Format::new();
    let merged = sheet(|sheet| {
        sheet.merge_range(1, 2, 2, 2, "2", &format).unwrap();
        sheet.merge_range(2, 0, 3, 0, "Org 2", &format).unwrap();
    });
    let (ran, said) = batch(merged, as_it_is, &[]);
    // What stands in its one cell is of both organisations.
    assert_eq!((ran.code, ran.stdout.matches("Org 2,").count()), (1, 1), "{said}");
    insta::assert_snapshot!(said);
    // Across two questions.
    let across = sheet(|sheet| {
        sheet.merge_range(3, 1, 3, 2, "2", &format).unwrap();
    });
    let (ran, said) = batch(across, as_it_is, &[]);
    assert!(ran.code == 1 && said.contains("row 4: its cell under `skills-training` is merged"), "{said}");
}

#[test]
fn a_formula_that_nobody_has_worked_out_is_no_answer() {
    let with = |value: &'static str| {
        sheet(move |sheet| {
            sheet.set_formula_result_default(value).write_formula(2, 3, Formula::new("=1+2")).unwrap();
        })
    };
    let saved = |text: String| text.replace(" fullCalcOnLoad=\"1\"", "");
    let nothing = |text: String| text.replace("<v>0</v>", "").replace(" fullCalcOnLoad=\"1\"", "");
    // What libraries put there, and nothing.
    for (value, change) in [("0", as_it_is as fn(String) -> String), ("", as_it_is), ("0", nothing)] {
        let (ran, said) = batch(with(value), change, &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{said}");
        assert!(said.contains("1 cell has a formula that nobody has worked out"), "{said}");
        assert!(said.contains("row 3: `formula without a value (D3)` is no answer to `skills-path`"), "{said}");
    }
    // A spreadsheet program that has worked them all out says no more that they are to be.
    for (value, change) in [("3", as_it_is as fn(String) -> String), ("", saved)] {
        let (ran, said) = batch(with(value), change, &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{said}");
    }
}

/// Rows of several sheets are called by their numbers among all of them.
#[test]
fn hidden_rows_and_merged_cells_stay_theirs_in_several_sheets() {
    let format = Format::new();
    let mut book = Workbook::new();
    for name in ["North", "South"] {
        let mut one = sheet(|sheet| {
            sheet.set_name(name).unwrap();
        });
        let mut sheet = one.worksheets_mut().remove(0);
        if name == "South" {
            sheet.write_column(1, 0, ["Org 4", "Org 5", "Org 6"]).unwrap();
            sheet.set_row_hidden(1).unwrap();
            sheet.merge_range(2, 1, 3, 1, "1", &format).unwrap();
        }
        book.push_worksheet(sheet);
    }
    let (ran, said) = batch(book, as_it_is, &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 5), "{said}");
    insta::assert_snapshot!(said);
}

/// Sheets of these names and organisations, with the same columns and answers.
fn sheets(sheets: &[(&str, &[&str])]) -> Workbook {
    let mut book = Workbook::new();
    for (name, organisations) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        sheet.write_row(0, 0, ["Organisation", "skills-onboarding", "skills-training", "skills-path"]).unwrap();
        for (row, organisation) in (1..).zip(*organisations) {
            sheet.write(row, 0, *organisation).unwrap();
            // Of one year others are given.
            sheet.write_row(row, 1, if *name == "2026" { [4, 1, 1] } else { [1, 2, 3] }).unwrap();
        }
    }
    book
}

#[test]
fn sheets_that_tell_of_the_same_respondents_are_not_read_as_one_unasked() {
    let twice = || sheets(&[("Raw", &["Ada", "Bob", "Cyd", "Dan"]), ("Cleaned", &["Ada", "Cyd", "Dan"])]);
    let (ran, said) = batch(twice(), as_it_is, &[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{said}");
    insta::assert_snapshot!(said);
    for (choice, rows) in [
        (["--every-row", ""], 7),
        (["--latest-of", "Organisation"], 4),
        (["--where", "sheet = Cleaned"], 3),
        (["--sheet", "Raw"], 4),
    ] {
        let choice: Vec<&str> = choice.into_iter().filter(|word| !word.is_empty()).collect();
        let (ran, said) = batch(twice(), as_it_is, &choice);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows + 1), "{choice:?}: {said}");
    }
    // Each of its rows is about several of the others.
    let groups = sheets(&[("Responses", &["Sales", "Sales", "Care", "Care"]), ("Departments", &["Sales", "Care"])]);
    let (ran, said) = batch(groups, as_it_is, &[]);
    assert!(ran.code == 3 && said.contains("2 of the 2 rows of `Departments`"), "{said}");
    for other in ["Example", "記入例", "By region", "部門別", "目標", "Dashboard 2026", "Do not use", "Gap"] {
        let ran = batch(sheets(&[("Responses", &["Ada", "Bob"]), (other, &["Eve", "Fay"])]), as_it_is, &[]).0;
        assert!(
            ran.code == 3 && ran.stderr.contains("may have something else than respondents"),
            "{other}: {}",
            ran.stderr
        );
    }
    // Others, one that is in both, who answered otherwise the next time, and groups that say nothing of who answered.
    for both in [
        [("North", ["Ada", "Bob", "Cyd"]), ("South", ["Eve", "Fay", "Gil"])],
        [("North", ["Ada", "Bob", "Cyd"]), ("South", ["Ada", "Fay", "Gil"])],
        [("2025", ["Ada", "Bob", "Cyd"]), ("2026", ["Ada", "Bob", "Cyd"])],
        [("North", ["Sales", "Sales", "Care"]), ("South", ["Sales", "Care", "Care"])],
    ] {
        let both = both.each_ref().map(|(name, organisations)| (*name, organisations.as_slice()));
        let (ran, said) = batch(sheets(&both), as_it_is, &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{said}");
    }
}

#[test]
fn a_row_that_the_sheet_works_out_of_others_is_none_of_a_respondent() {
    let formulas = sheet(|sheet| {
        sheet.write(4, 0, "Operations").unwrap();
        for (column, letter) in (1u16..).zip(["B", "C", "D", "E"]) {
            let formula = Formula::new(format!("=MEDIAN({letter}2:{letter}4)")).set_result("3");
            sheet.write_formula(4, column, formula).unwrap();
        }
    });
    let totals = sheet(|sheet| {
        sheet.add_table(0, 0, 4, 4, &rust_xlsxwriter::Table::new().set_total_row(true)).unwrap();
        let header = ["Organisation", "skills-onboarding", "skills-training", "skills-path", "skills-change"];
        for (column, text) in (0u16..).zip(header) {
            sheet.write(0, column, text).unwrap();
            sheet.write(4, column, if column == 0 { 7.0 } else { 3.0 }).unwrap();
        }
    });
    for book in [formulas, totals] {
        let (ran, said) = batch(book, as_it_is, &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4), "{said}");
        assert!(said.contains("row 5: the sheet works its cells out of those of other rows"), "{said}");
    }
    // What is worked out within a row is its own.
    let own = sheet(|sheet| {
        for row in 1..4 {
            sheet
                .write_formula(row, 1, Formula::new(format!("=ROUND(AVERAGE(C{0}:E{0}),0)", row + 1)).set_result("1"))
                .unwrap();
        }
    });
    assert_eq!(batch(own, as_it_is, &[]).0.code, 0);
}

/// The same with this format in the column of the second question, in so many rows.
fn formatted(format: &str, rows: u32) -> Workbook {
    let format = Format::new().set_num_format(format);
    sheet(|sheet| {
        for row in 1..=rows {
            sheet.write_with_format(row, 2, 2.0, &format).unwrap();
        }
    })
}

#[test]
fn a_cell_that_shows_something_else_than_its_number_is_no_answer() {
    for (format, refused) in [("[=2]\"very good\";0", 2), (";;;", 2), ("[=9]\"n/a\";0", 0), ("0\" points\"", 0)] {
        let (ran, said) = batch(formatted(format, 2), as_it_is, &[]);
        assert_eq!(
            said.matches("`skills-training` has 2, and the format of the sheet shows").count(),
            refused,
            "{said}"
        );
        assert_eq!(ran.stdout.lines().count(), 4 - refused, "{said}");
        // In all rows it is the sheet that is so.
        let (ran, said) = batch(formatted(format, 3), as_it_is, &[]);
        let once =
            said.matches("in 3 rows, from row 2 on, cells have numbers, and the format of the sheet shows").count();
        assert_eq!((ran.code, once), if refused > 0 { (3, 1) } else { (0, 0) }, "{said}");
        assert_eq!(said.contains("under `skills-training`\n"), refused > 0, "{said}");
        let (ran, said) = batch(formatted(format, 3), as_it_is, &["--every-row"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{said}");
    }
    // A code in a cell that shows dates is that code.
    let (ran, said) = batch(formatted("yyyy-mm-dd", 3), as_it_is, &[]);
    assert_eq!(ran.stdout, batch(sheet(|_| ()), as_it_is, &[]).0.stdout, "{said}");
}

#[test]
fn columns_that_the_sheet_does_not_show_are_named() {
    let hidden = |first: u16, last: u16| {
        sheet(|sheet| {
            for column in first..=last {
                sheet.set_column_hidden(column).unwrap();
            }
        })
    };
    let (ran, said) = batch(hidden(2, 3), as_it_is, &[]);
    assert_eq!(ran.code, 0, "{said}");
    assert!(
        said.contains(
            "2 columns that the sheet does not show have answers, which count: `skills-training`, `skills-path`"
        ),
        "{said}"
    );
    let (_, said) = batch(hidden(0, 0), as_it_is, &[]);
    assert!(!said.contains("does not show"), "{said}");
}

/// Two sheets with the same columns, and other respondents in each, below these titles.
fn two(titles: [&str; 2]) -> Workbook {
    let mut book = Workbook::new();
    for (number, title) in titles.into_iter().enumerate() {
        let sheet = book.add_worksheet();
        let first = u32::from(!title.is_empty());
        if !title.is_empty() {
            sheet.write(0, 0, title).unwrap();
        }
        let header = ["Organisation", "skills-onboarding", "skills-training", "skills-path", "skills-change"];
        for (column, text) in (0u16..).zip(header) {
            sheet.write(first, column, text).unwrap();
        }
        for row in 1..4 {
            sheet.write(first + row, 0, format!("Org {number}{row}")).unwrap();
            for column in 1..5 {
                sheet.write(first + row, column, f64::from(column)).unwrap();
            }
        }
    }
    book
}

#[test]
fn what_stands_above_the_headers_of_several_sheets_is_heard() {
    for titles in [
        ["", "Scale: 1 = best, 5 = worst"],
        ["1 = very good, 5 = very poor", "1 = very good, 5 = very poor"],
        ["Current state", "Importance"],
    ] {
        let (ran, said) = batch(two(titles), as_it_is, &[]);
        let alone = ran.stdout.is_empty() && titles.iter().any(|title| !title.is_empty() && said.contains(title));
        assert!(ran.code == 3 && alone, "{titles:?}: {}", ran.page());
    }
    let (ran, said) = batch(two(["CX survey", "CX survey, autumn"]), as_it_is, &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{}", ran.page());
    assert!(said.contains("1 row above the header of sheet `Sheet2` was passed over: `CX survey, autumn`"), "{said}");
}

#[test]
fn a_form_for_another_major_version_is_refused_by_its_title() {
    let form = |title: &str| {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Answers").unwrap().write(0, 0, title).unwrap();
        let sheet = book.add_worksheet().set_name("cxm").unwrap().set_hidden(true);
        for (column, (header, value)) in (0u16..).zip([("organisation", "Acme"), ("skills-path", "3")]) {
            sheet.write(0, column, header).unwrap();
            sheet.write(1, column, value).unwrap();
        }
        book
    };
    let (ran, said) = batch(form("CX maturity 1.0.0"), as_it_is, &[]);
    assert!(ran.code == 3 && said.contains("the form is of another version"), "{}", ran.page());
    let (ran, _) = batch(form("CX maturity 1.0.0"), as_it_is, &["--accept-version"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{}", ran.page());
    for title in ["CX maturity 2.0.0", "CX maturity", "Our service"] {
        let (ran, _) = batch(form(title), as_it_is, &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{}", ran.page());
    }
}
