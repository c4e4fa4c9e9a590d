//! What a workbook says of questions and answers beside what stands in their cells: comments on them, rules for what may be entered,
//! formats of numbers, and headers that are struck through.

use rust_xlsxwriter::{DataValidation, DataValidationRule, Format, Formula, Note, Workbook, Worksheet};

use crate::program::{Ran, run};

/// A sheet of three respondents, whose answers are 1 to 5, and what is done to it.
fn sheet(change: impl Fn(&mut Worksheet)) -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = ["Organisation", "skills-onboarding", "skills-training", "skills-path", "skills-change"];
    for (column, text) in (0u16..).zip(header) {
        sheet.write(0, column, text).unwrap();
    }
    for (row, answers) in (1u32..).zip([[1, 2, 3, 5], [2, 3, 4, 1], [5, 4, 2, 3]]) {
        sheet.write(row, 0, format!("Org {row}")).unwrap();
        for (column, answer) in (1u16..).zip(answers) {
            sheet.write(row, column, answer).unwrap();
        }
    }
    change(sheet);
    book
}

fn batch(book: Workbook, more: &[&str]) -> Ran {
    books(vec![book], more)
}

fn books(books: Vec<Workbook>, more: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let name = |at: usize| folder.path().join(format!("{at}.xlsx")).to_str().unwrap().to_owned();
    let names: Vec<String> = (0..books.len()).map(name).collect();
    for (mut book, name) in books.into_iter().zip(&names) {
        book.save(name).unwrap();
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    run(&[&["batch"], &names[..], &["-f", "csv"], more].concat())
}

/// Other respondents with the same answers.
fn others() -> Workbook {
    sheet(|sheet| {
        for row in 1..4 {
            sheet.write(row, 0, format!("Other {row}")).unwrap();
        }
    })
}

/// The same with a map of these lines.
fn mapped(book: Workbook, map: &str) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.toml");
    std::fs::write(&path, map).unwrap();
    batch(book, &["--map", path.to_str().unwrap()])
}

/// Whether all rows were scored, and nothing was said but which questions have no column.
fn is_plain(ran: &Ran) -> bool {
    let said = ran.stderr.lines().filter(|line| !line.contains("questions have no column"));
    (ran.code, ran.stdout.lines().count()) == (0, 4) && said.count() == 1
}

/// The same where it was said beside that of one comment that it is not heard.
fn is_unheard(ran: &Ran) -> bool {
    let said = ran.stderr.lines().filter(|line| !line.contains("questions have no column"));
    let unheard = ran.stderr.contains("1 comment on a cell says nothing that is understood here");
    (ran.code, ran.stdout.lines().count()) == (0, 4) && said.count() == 2 && unheard
}

#[test]
fn a_header_that_is_struck_through_is_refused_until_it_is_said_what_it_is() {
    let struck = |column: u16, text: &'static str| {
        sheet(|sheet| {
            let format = Format::new().set_font_strikethrough();
            sheet.write_with_format(0, column, text, &format).unwrap();
        })
    };
    let ran = batch(struck(2, "skills-training"), &[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("are struck through") && ran.stderr.contains("`skills-training`\n"), "{}", ran.stderr);
    // A part of it.
    let part = sheet(|sheet| {
        let (struck, plain) = (Format::new().set_font_strikethrough(), Format::new());
        sheet.write_rich_string(0, 3, &[(&struck, "skills"), (&plain, "-path")]).unwrap();
    });
    assert!(batch(part, &[]).stderr.contains("`skills-path`\n"));
    // In one of several files.
    let ran = books(vec![others(), struck(2, "skills-training")], &[]);
    assert!(ran.code == 3 && ran.stderr.contains("are struck through"), "{}", ran.stderr);
    assert_eq!(books(vec![others(), sheet(|_| ())], &[]).code, 0);
    let ran = mapped(struck(2, "skills-training"), "[columns]\n\"#3\" = \"\"\n");
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("Organisation,skills-training,"), "{}", ran.stdout);
    let ran = mapped(struck(2, "skills-training"), "[columns]\n\"#3\" = \"skills-training\"\n");
    assert_eq!(ran.stdout, batch(sheet(|_| ()), &[]).stdout, "{}", ran.stderr);
    assert!(is_plain(&batch(struck(0, "Organisation"), &[])));
}

fn commented(row: u32, column: u16, text: &str) -> Workbook {
    sheet(|sheet| {
        sheet.insert_note(row, column, &Note::new(text)).unwrap();
    })
}

#[test]
fn a_comment_on_a_header_that_asks_something_else_is_refused_by_name() {
    for text in
        ["this column is importance", "last year", "逆転", "Target for 2027", "Ben Miller:\nlast year", "昨年度の値"]
    {
        let ran = batch(commented(0, 2, text), &[]);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{text}: {}", ran.stderr);
        assert!(ran.stderr.contains("a comment on the header of column 3 `skills-training` says `"), "{}", ran.stderr);
        let ran = mapped(commented(0, 2, text), "[columns]\n\"#3\" = \"skills-training\"\n");
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{text}: {}", ran.stderr);
        // It is about the column, and not about others or an answer.
        assert!(is_plain(&batch(commented(0, 0, text), &[])), "{text}");
        assert!(is_unheard(&batch(commented(2, 2, text), &[])), "{text}");
    }
    let help = "Ask three agents what their next step is and what they need for it. Ask also how many people left in the past year, and why.";
    for text in ["required", "Ben, 2026-11-04: reworded", help, "1 = never, 5 = always", "see sheet Codebook", "必須"]
    {
        assert!(is_plain(&batch(commented(0, 2, text), &[])), "{text}");
    }
    let ran = books(vec![others(), commented(0, 2, "last year")], &[]);
    assert!(ran.code == 3 && ran.stderr.contains("column 4 `skills-training` says `last year`"), "{}", ran.stderr);
}

#[test]
fn a_comment_on_a_header_says_how_far_its_numbers_go() {
    for text in ["out of 10", "/10", "max. 7", "0 to 10", "10点中", "1 = poor, 7 = excellent"] {
        let ran = batch(commented(0, 2, text), &[]);
        assert!(
            ran.code == 3 && ran.stderr.contains("a comment") && ran.stderr.contains(" says that numbers go from "),
            "{text}: {}",
            ran.stderr
        );
        assert_eq!(batch(commented(0, 2, text), &["--scale", "points"]).code, 0, "{text}");
    }
    // Others that agree with the numbers are about others.
    let several = sheet(|sheet| {
        for (column, text) in [(1, "1 = poor, 5 = excellent"), (2, "out of 10")] {
            sheet.insert_note(0, column, &Note::new(text)).unwrap();
        }
    });
    let ran = batch(several, &[]);
    assert!(
        ran.stderr.contains("a comment on the header `skills-training` says that numbers go from 1 to 10"),
        "{}",
        ran.stderr
    );
    for text in ["out of 5", "/5", "1 to 5", "1 = poor, 5 = excellent", "10 people", "out of 10 agents"] {
        assert!(is_plain(&batch(commented(0, 2, text), &[])), "{text}");
    }
}

#[test]
fn an_answer_that_is_to_be_another_by_its_comment_is_none() {
    for text in ["corrected: 4", "should be 4", "3 -> 4", "Ben:\nsee mail\ncorrected to 4", "修正：4", "corrected: n/a"]
    {
        let ran = batch(commented(2, 2, text), &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{text}: {}", ran.stderr);
        assert!(ran.stderr.contains("row 3: a comment on its cell under `skills-training` says"), "{}", ran.stderr);
        assert_eq!(batch(commented(2, 2, text), &["--every-row"]).stdout, batch(sheet(|_| ()), &[]).stdout, "{text}");
        // It is so already in the cell, or is about none of the questions.
        assert!(text.contains("n/a") || is_plain(&batch(commented(3, 2, text), &[])), "{text}");
        assert!(is_unheard(&batch(commented(2, 0, text), &[])), "{text}");
    }
    for text in ["talked to Ben", "see row 4", "corrected", "updated 4 May", "checked with 4 agents", "確認済み"] {
        assert!(is_unheard(&batch(commented(2, 2, text), &[])), "{text}");
    }
    let noted = sheet(|sheet| {
        for (row, column, text) in [(1, 0, "please exclude"), (1, 2, "paper says 5"), (2, 1, "a"), (3, 3, "b")] {
            sheet.insert_note(row, column, &Note::new(text)).unwrap();
        }
    });
    let ran = batch(noted, &[]);
    let list = "4 comments on cells say nothing that is understood here, so their rows count as they stand: `please exclude` (row 2 under \
                `Organisation`), `paper says 5` (row 2 under `skills-training`), `a` (row 3 under `skills-onboarding`), and 1 more\n";
    assert!(ran.code == 0 && ran.stderr.contains(list), "{}", ran.stderr);
}

#[test]
fn rules_for_what_may_be_entered_say_how_far_numbers_go() {
    let ruled = |rule: &DataValidation, columns: [u16; 2]| {
        sheet(|sheet| {
            sheet.add_data_validation(1, columns[0], 30, columns[1], rule).unwrap();
        })
    };
    let whole =
        |least: i32, last: i32| DataValidation::new().allow_whole_number(DataValidationRule::Between(least, last));
    let list = |entries: &[&str]| DataValidation::new().allow_list_strings(entries).unwrap();
    let most = DataValidation::new().allow_decimal_number(DataValidationRule::LessThanOrEqualTo(7.0));
    for rule in [whole(0, 10), whole(1, 7), list(&["1", "2", "3", "4", "5", "6", "7"]), whole(0, 5), most] {
        let ran = batch(ruled(&rule, [1, 4]), &[]);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
        assert!(
            ran.stderr.contains("the rule for what `skills-onboarding` takes says that numbers go from"),
            "{}",
            ran.stderr
        );
        assert_eq!(batch(ruled(&rule, [1, 4]), &["--scale", "1..5"]).code, 0);
        // It is of a column that is none of a question, or of one of them.
        assert!(is_plain(&batch(ruled(&rule, [0, 0]), &[])));
        assert!(batch(ruled(&rule, [4, 9]), &[]).stderr.contains("the rule for what `skills-change` takes"));
    }
    let more = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThan(0));
    let formula = DataValidation::new()
        .allow_whole_number_formula(DataValidationRule::Between(Formula::new("$Z$1"), Formula::new("10")));
    let words = list(&["yes", "no"]);
    for (at, rule) in [
        whole(1, 5),
        whole(0, 100),
        list(&["1", "2", "3", "4", "5", "n/a"]),
        list(&["5", "4", "3", "2", "1", "99"]),
        more,
        formula,
        words,
    ]
    .into_iter()
    .enumerate()
    {
        assert!(is_plain(&batch(ruled(&rule, [1, 4]), &[])), "{at}");
    }
    // Entries of a list may stand in cells of another sheet.
    for (last, code) in [(5u32, 0), (7, 3)] {
        let list = Formula::new(format!("=Lists!$A$1:$A${last}"));
        let mut book = ruled(&DataValidation::new().allow_list_formula(list), [1, 4]);
        let lists = book.add_worksheet().set_name("Lists").unwrap().set_hidden(true);
        for row in 0..last {
            lists.write(row, 0, row + 1).unwrap();
        }
        let ran = batch(book, &[]);
        assert_eq!(ran.code, code, "{last}: {}", ran.stderr);
        assert_eq!(ran.stderr.contains("takes says that numbers go from 1 to 7"), code > 0, "{last}: {}", ran.stderr);
    }
    let ran = books(vec![others(), ruled(&whole(0, 10), [3, 3])], &[]);
    assert!(ran.code == 3 && ran.stderr.contains("the rule for what `skills-path` takes"), "{}", ran.stderr);
}

#[test]
fn formats_say_how_far_numbers_go_and_make_none_of_another_sign() {
    let formatted = |format: &str| {
        let format = Format::new().set_num_format(format);
        sheet(|sheet| {
            for (row, number) in (1u32..).zip([2, 3, 4]) {
                sheet.write_with_format(row, 2, number, &format).unwrap();
            }
        })
    };
    for format in ["0\"/10\"", "General\" out of 7\"", "0\"点/10点\""] {
        let ran = batch(formatted(format), &[]);
        assert!(
            ran.code == 3
                && ran.stderr.contains("the format of the numbers under `skills-training` says that numbers go"),
            "{format}: {}",
            ran.stderr
        );
        assert_eq!(batch(formatted(format), &["--scale", "points"]).code, 0, "{format}");
    }
    for format in ["\"-\"0", "-0", "0\"0\"", "0\".5\""] {
        let ran = batch(formatted(format), &[]);
        assert!(ran.code == 3 && ran.stderr.contains("shows something else"), "{format}: {}", ran.stderr);
        let ran = batch(formatted(format), &["--every-row"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{format}: {}", ran.stderr);
    }
    for format in ["0\"/5\"", "0;-0", "0\" points\"", "\"Q-\"0", "#,##0.00;[Red]-#,##0.00", "0\" (2026)\""] {
        assert!(is_plain(&batch(formatted(format), &[])), "{format}");
    }
}
