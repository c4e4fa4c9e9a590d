//! What a table says against how its columns and numbers are read: what is scored is right, or it is refused by name.

use std::sync::Arc;

use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::Source;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::program::{Ran, command, run, run_with};

/// Ids of questions, in their order.
const IDS: [&str; 8] = [
    "skills-onboarding",
    "skills-training",
    "skills-path",
    "skills-change",
    "staffing-workload",
    "staffing-forecast",
    "staffing-self-service",
    "staffing-balance",
];

/// Legends by which 1 is the best.
const TURNED: [&str; 6] = [
    "1 = very good, 2 = good, 3 = fair, 4 = poor, 5 = very poor",
    "Scale: 1 (best) to 5 (worst)",
    "1 is the best grade",
    "1, Always | 2, Often | 3, Sometimes | 4, Rarely | 5, Never",
    "1＝とても良い、2＝良い、3＝普通、4＝悪い、5＝とても悪い",
    "5: not at all\n4: a little\n3: partly\n2: mostly\n1: fully",
];

/// Points from 1 to 5.
type Answers = [u8; 8];

fn batch(table: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "csv"], more].concat()), table)
}

/// A table in CSV, with this between cells.
fn table(header: &[String], rows: &[Vec<String>], delimiter: u8) -> String {
    let mut csv = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    std::iter::once(header).chain(rows.iter().map(Vec::as_slice)).for_each(|row| csv.write_record(row).unwrap());
    String::from_utf8(csv.into_inner().unwrap()).unwrap()
}

fn header(before: &[&str]) -> Vec<String> {
    before.iter().chain(&IDS).map(|&header| header.to_owned()).collect()
}

/// Respondents, of whom the first show the whole scale.
fn respondents() -> impl Strategy<Value = Vec<Answers>> {
    vec(prop::array::uniform8(1..=5u8), 2..8)
        .prop_map(|rows| [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2]].into_iter().chain(rows).collect())
}

fn named(rows: &[Answers]) -> Vec<Vec<String>> {
    let cells = |(at, answers): (usize, &Answers)| {
        std::iter::once(format!("Org {at}")).chain(answers.iter().map(u8::to_string)).collect()
    };
    rows.iter().enumerate().map(cells).collect()
}

fn definition() -> Definition {
    let source = Source::new("bundled", bundled::find(bundled::DEFAULT).unwrap().toml);
    definition::read(&Arc::new(source)).0.unwrap()
}

/// The texts of the options of a question, worst first.
fn texts(at: usize) -> Vec<String> {
    let definition = definition();
    let (_, question) = definition.questions().find(|(_, question)| question.id == IDS[at]).unwrap();
    question.options.iter().map(|option| option.text.clone()).collect()
}

/// A map that says this of cells.
fn map(cells: &str) -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(file.path(), format!("[cells]\n{cells}")).unwrap();
    file
}

/// What is refused, and why: the last line but the count.
fn why(ran: &Ran) -> &str {
    ran.stderr.lines().find(|line| line.starts_with("error") || line.starts_with("row")).unwrap_or(&ran.stderr)
}

/// The lines of rows that are scored right, each of which is among what the same rows give alone.
fn only_right(ran: &Ran, rows: &[Answers]) -> Result<(), TestCaseError> {
    let alone = batch(&table(&header(&["Name"]), &named(rows), b','), &["--scale", "points", "--every-row"]);
    let alone = alone.scores();
    for scored in ran.scores() {
        prop_assert!(alone.contains(&scored), "{scored}\n{alone:?}\n{}", ran.stderr);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 20, ..Default::default() })]

    #[test]
    fn a_stray_quote_swallows_no_respondent(rows in respondents(), first in 0..3usize, apart in 1..3usize, tabs: bool) {
        let delimiter = if tabs { b'\t' } else { b',' };
        let mut cells = named(&rows);
        cells.iter_mut().for_each(|row| row.insert(1, "fine".to_owned()));
        let text = table(&header(&["Name", "Comment"]), &cells, delimiter);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for at in [first + 1, (first + 1 + apart).min(rows.len())] {
            lines[at] = lines[at].replacen("fine", "\"Quality first", 1);
        }
        let ran = batch(&(lines.join("\n") + "\n"), &["--scale", "points"]);
        // Those between the quotes are in no row of their own, which is refused.
        prop_assert!(ran.code == 1 && ran.stderr.contains("a quote is opened in one of its cells"), "{}", ran.stderr);
        only_right(&ran, &rows)?;
    }

    #[test]
    fn a_number_below_the_scale_may_stand_for_no_answer(
        rows in vec(prop::array::uniform8(1..=4u8), 4..9), leaves in 5..8usize,
    ) {
        let mut cells = named(&rows);
        cells[1][leaves..].fill("0".to_owned());
        let ran = batch(&table(&header(&["Name"]), &cells, b','), &[]);
        prop_assert!(ran.code == 3 && ran.stderr.contains("--scale 0..4"), "{}\n{}", ran.stdout, ran.stderr);
    }

    #[test]
    fn texts_beside_numbers_say_what_numbers_mean(
        rows in respondents(), reversed: bool, from in 0..2u8, called in select(vec!["", "Meaning", "L_", "label of "]),
    ) {
        let all: Vec<Vec<String>> = (0..8).map(texts).collect();
        let label = |id: &str| match called {
            "" => format!("{id}_label"),
            "Meaning" => called.to_owned(),
            before => before.to_owned() + id,
        };
        let mut columns = vec!["Name".to_owned()];
        IDS.iter().for_each(|id| columns.extend([(*id).to_owned(), label(id)]));
        let mut cells = Vec::new();
        for (at, answers) in rows.iter().enumerate() {
            let mut row = vec![format!("Org {at}")];
            for (texts, answer) in all.iter().zip(answers) {
                let option = usize::from(if reversed { 5 - answer } else { answer - 1 });
                row.extend([(answer - 1 + from).to_string(), texts[option].clone()]);
            }
            cells.push(row);
        }
        let ran = batch(&table(&columns, &cells, b','), &[]);
        if reversed {
            prop_assert!(ran.code == 3 && ran.stderr.contains("` beside it has `"), "{}", ran.stderr);
            let map = map(&(0..5).map(|at| format!("\"{}\" = {}\n", at + from, 5 - at)).collect::<String>());
            let ran = batch(&table(&columns, &cells, b','), &["--map", map.path().to_str().unwrap()]);
            prop_assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 1), "{}", ran.stderr);
            only_right(&ran, &rows.iter().map(|row| row.map(|answer| 6 - answer)).collect::<Vec<_>>())?;
        } else {
            prop_assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 1), "{}", ran.stderr);
            only_right(&ran, &rows)?;
        }
    }

    /// A text beside another number than its own, and one in the cell of a number, refuse their rows, and no others.
    #[test]
    fn a_text_that_contradicts_its_number_refuses_its_row(
        rows in respondents(), from in 0..2u8, beside: bool, wrong in vec((0..8usize, 0..2usize, 1..5u8), 1..3),
    ) {
        let rows: Vec<Answers> = rows.iter().chain(&rows).chain(&rows).copied().collect();
        let all: Vec<Vec<String>> = (0..8).map(texts).collect();
        let mut columns = vec!["Name".to_owned()];
        IDS.iter().for_each(|id| columns.extend([(*id).to_owned()].into_iter().chain(beside.then(|| format!("{id}_label")))));
        let mut cells = Vec::new();
        let other = |row: usize, question: usize| wrong.iter().find(|(at, of, _)| *at == row && 3 * of == question);
        for (at, answers) in rows.iter().enumerate() {
            let mut row = vec![format!("Org {at}")];
            for (question, (texts, answer)) in all.iter().zip(answers).enumerate() {
                let number = other(at, question).map_or(*answer, |(_, _, shift)| (answer - 1 + shift) % 5 + 1) - 1 + from;
                let text = &texts[usize::from(answer - 1)];
                match beside {
                    true => row.extend([number.to_string(), text.clone()]),
                    false => row.push(format!("{number} - {text}")),
                }
            }
            cells.push(row);
        }
        let refused: std::collections::BTreeSet<usize> = wrong.iter().map(|(at, ..)| *at).collect();
        let ran = batch(&table(&columns, &cells, b','), &[]);
        prop_assert_eq!((ran.code, ran.stdout.lines().count()), (1, rows.len() + 1 - refused.len()), "{}", ran.stderr);
        only_right(&ran, &rows)?;
        for row in refused {
            let is_in = ran.stdout.contains(&format!("Org {row},"));
            prop_assert!(!is_in, "{}\n{}", ran.stdout, ran.stderr);
        }
    }

    #[test]
    fn a_legend_that_turns_the_scale_is_heard_wherever_it_stands(
        rows in respondents(), legend in select(&TURNED[..]), at in 0..9usize, row in 0..2usize, put in 0..3usize,
    ) {
        let mut cells = named(&rows);
        let (width, mut titles) = (cells[0].len(), Vec::new());
        let mut names = header(&["Name"]);
        let alone = |text: &str| std::iter::once(text.to_owned()).chain(vec![String::new(); width - 1]).collect::<Vec<_>>();
        match at {
            0 => titles = vec![alone(legend)],
            1 => titles = vec![alone("Answers of 2026"), alone(legend), alone("")],
            2 => cells.push(alone(legend)),
            3 => cells.extend([alone(""), alone(legend)]),
            4 | 5 => {
                let name = if at == 4 { "" } else { ["Legend", "Scale used", "凡例"][put] };
                names.push(name.to_owned());
                cells.iter_mut().for_each(|cells| cells.push(String::new()));
                legend.clone_into(cells[row].last_mut().unwrap());
            }
            6 => {
                names.extend([String::new(), legend.to_owned()]);
                cells.iter_mut().for_each(|cells| cells.extend([String::new(), String::new()]));
            }
            // In every row of a column of comments, or in one, where nothing else stands there.
            _ => {
                names.push(["Note", "Comment", "備考"][put].to_owned());
                for (of, cells) in cells.iter_mut().enumerate() {
                    cells.push(if at == 7 || of == row { legend.to_owned() } else { String::new() });
                }
            }
        }
        titles.push(names);
        titles.extend(cells);
        let text = table(&titles[0], &titles[1..], b',');
        let ran = batch(&text, &[]);
        prop_assert!(ran.code == 3, "{text}\n{}", ran.stderr);
        prop_assert!(batch(&text, &["--scale", "points"]).code <= 1 || at < 2, "{text}");
    }

    /// What respondents write of numbers, each in words of their own, is not about the scale.
    #[test]
    fn comments_are_no_legend(rows in respondents(), legend in select(&TURNED[..3]), row in 0..2usize) {
        let mut names = header(&["Name"]);
        names.push("Comment".to_owned());
        let mut cells = named(&rows);
        for (of, cells) in cells.iter_mut().enumerate() {
            cells.push(if of == row { legend.to_owned() } else { format!("Team {of} was asked") });
        }
        let ran = batch(&table(&names, &cells, b','), &[]);
        prop_assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 1), "{}", ran.stderr);
        only_right(&ran, &rows)?;
    }

    #[test]
    fn codes_beside_a_table_or_below_it_are_a_legend(rows in respondents(), below: bool, blank: bool) {
        let words = ["Very good", "Good", "Fair", "Poor", "Very poor"];
        let mut cells = named(&rows);
        let first = cells[0].clone();
        cells.resize(cells.len().max(5), first);
        let mut names = header(&["Name"]);
        if below {
            let width = names.len();
            cells.extend(blank.then(|| vec![String::new(); width]));
            for (code, word) in (1..).zip(words) {
                let mut row = vec![String::new(); width];
                (row[0], row[1]) = (code.to_string(), word.to_owned());
                cells.push(row);
            }
        } else {
            names.extend(["", "Code", "Meaning"].map(str::to_owned));
            for (at, row) in cells.iter_mut().enumerate() {
                let code = words.get(at).map(|word| [(at + 1).to_string(), (*word).to_owned()]);
                row.push(String::new());
                row.extend(code.unwrap_or_default());
            }
        }
        let ran = batch(&table(&names, &cells, b','), &[]);
        prop_assert!(ran.code == 3 && ran.stderr.contains("that 1 is the good end (`1 = Very good"), "{}", ran.stderr);
    }

    #[test]
    fn answers_of_one_respondent_in_several_rows_are_put_together_or_refused(rows in respondents(), cut in 1..7usize) {
        let mut cells = Vec::new();
        for (at, row) in named(&rows).into_iter().enumerate() {
            let (mut one, mut other) = (row.clone(), row);
            (one[0], other[0]) = (format!("R_{at}"), format!("R_{at}"));
            one[1 + cut..].fill(String::new());
            other[1..=cut].fill(String::new());
            cells.extend([one, other]);
        }
        for who in ["ResponseId", "Name"] {
            let text = table(&header(&[who]), &cells, b',');
            let ran = batch(&text, &["--scale", "points"]);
            prop_assert!(ran.code == 3 && ran.stderr.contains(&format!("--merge '{who}'")), "{}", ran.stderr);
            let ran = batch(&text, &["--scale", "points", "--merge", who]);
            prop_assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 1), "{}", ran.stderr);
        }
        // What may be anybody's is shared by rows that answer the same, too.
        let mut shared = named(&rows);
        shared.iter_mut().enumerate().for_each(|(at, row)| row[0] = format!("Region {}", at % 2));
        let ran = batch(&table(&header(&["Region"]), &shared, b','), &["--scale", "points"]);
        prop_assert!(!ran.stderr.contains("--merge"), "{}", ran.stderr);
    }

    #[test]
    fn answers_beside_an_empty_column_are_not_left_out(
        rows in respondents(), from in 1..4usize, mark in select(vec![" (branch B)", " - Copy", " (old)", " (Osaka)"]),
    ) {
        let mut columns = header(&["Name"]);
        columns.insert(2, IDS[0].to_owned() + mark);
        let mut cells = named(&rows);
        for (at, row) in cells.iter_mut().enumerate() {
            row.insert(if at < from { 2 } else { 1 }, String::new());
        }
        let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
        prop_assert!(ran.code == 3 && ran.stderr.contains("has answers where column 2"), "{}", ran.stderr);
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("map.toml");
        std::fs::write(&map, "[columns]\n\"#3\" = \"\"\n").unwrap();
        let ran = batch(&table(&columns, &cells, b','), &["--scale", "points", "--every-row", "--map", map.to_str().unwrap()]);
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
    }

    #[test]
    fn a_cell_that_was_put_into_a_row_moves_no_answer(rows in respondents(), at in 1..3usize, put in 1..8usize) {
        let mut columns = header(&["Name"]);
        columns.push(String::new());
        let mut cells = named(&rows);
        for (row, cells) in cells.iter_mut().enumerate() {
            cells.insert(if row == at { put } else { 9 }, if row == at { "3" } else { "" }.to_owned());
        }
        let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
        let named = format!("row {}: `", at + 2);
        let refused = ran.stderr.lines().any(|line| line.starts_with(&named) && line.contains("behind `staffing-balance`"));
        prop_assert!(ran.code == 1 && refused, "{}", ran.stderr);
        only_right(&ran, &rows)?;
    }
}

#[test]
fn a_column_without_a_header_that_all_rows_fill_is_refused_at_once() {
    let mut columns = header(&["Name"]);
    columns.insert(4, String::new());
    let mut cells = named(&[[1, 2, 3, 4, 5, 1, 2, 3], [5, 4, 3, 2, 1, 5, 4, 3], [1, 2, 1, 5, 5, 2, 2, 3]]);
    cells[0].insert(4, String::new());
    cells[1..].iter_mut().for_each(|row| row.insert(4, "3".to_owned()));
    let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
    assert!(ran.code == 3 && ran.stderr.contains("column 5 has no header, but answers in most rows"), "{}", ran.stderr);
}

#[test]
fn a_header_that_is_a_cell_too_short_is_refused() {
    let columns: Vec<String> = IDS.iter().chain(&["Name", ""]).map(|&header| header.to_owned()).collect();
    let rows = (1..5).map(|at| {
        let answers = (0..8).map(|question| ((question * at) % 5 + 1).to_string());
        std::iter::once(at.to_string()).chain(answers).chain([format!("Org {at}")]).collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let ran = batch(&table(&columns, &rows, b','), &["--scale", "points"]);
    assert!(ran.code == 3 && ran.stderr.contains("column 10 has no header, but every row"), "{}", ran.stderr);
    assert_eq!(batch(&table(&columns, &rows, b','), &["--scale", "points", "--every-row"]).code, 0);
}

#[test]
fn what_r_writes_for_nothing_is_no_answer_where_metadata_has_it_too() {
    let mut cells = named(&[[1, 2, 3, 4, 5, 1, 2, 3], [5, 4, 3, 2, 1, 5, 4, 3], [1, 2, 1, 5, 5, 2, 2, 3]]);
    cells[0][8] = "NA".to_owned();
    let mut columns = header(&["Name"]);
    columns.push("Branch".to_owned());
    for (branch, code) in [("Osaka", 0), ("NA", 1), ("EMEA", 0)] {
        cells.iter_mut().for_each(|row| row.truncate(9));
        cells.iter_mut().for_each(|row| row.push(branch.to_owned()));
        if branch == "EMEA" {
            cells[1][9] = "NA".to_owned();
        }
        let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
        assert_eq!((ran.code, why(&ran).contains("`NA` may stand")), (code, code == 1), "{}", ran.stderr);
    }
}

#[test]
fn rows_called_after_answers_are_no_respondents() {
    let names = ["Not at all", "A little", "Partly", "Mostly", "Entirely"];
    let rows = |first: &str| -> (Vec<String>, Vec<Vec<String>>) {
        let counts = |at: usize| (0..8).map(move |question| ((at * 3 + question * 2) % 5).to_string());
        let rows =
            names.iter().enumerate().map(|(at, name)| std::iter::once((*name).to_owned()).chain(counts(at)).collect());
        (header(&[first]), rows.collect())
    };
    for (first, code) in [("Answer", 3), ("Response option", 3), ("回答", 3), ("Company", 0)] {
        let (columns, mut rows) = rows(first);
        // One left a question open, so that columns have different sums.
        rows[0][3] = "4".to_owned();
        let ran = batch(&table(&columns, &rows, b','), &["--scale", "0..4"]);
        assert_eq!(ran.code, code, "{first}: {}", ran.stderr);
    }
}

#[test]
fn years_before_questions_are_no_numbers_of_them() {
    let cells = named(&[[1, 2, 3, 4, 5, 1, 2, 3], [5, 4, 3, 2, 1, 5, 4, 3]]);
    for (before, code) in [
        ("2024: ", 3),
        ("(2024) ", 3),
        ("% - ", 3),
        ("Q2024. ", 3),
        ("Q3. ", 0),
        ("12: ", 0),
        ("1.1 ", 0),
        ("Q1_1 ", 0),
    ] {
        let definition = definition();
        let texts = definition.questions().take(8).map(|(_, question)| format!("{before}{}", question.text));
        let columns: Vec<String> = std::iter::once("Name".to_owned()).chain(texts).collect();
        let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
        assert_eq!(ran.code, code, "{before}: {}", ran.stderr);
    }
}

/// A workbook of these sheets.
#[cfg(feature = "xlsx")]
fn book(sheets: &[(&str, Vec<Vec<String>>)], change: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0u32..).zip(rows) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number).unwrap(),
                    Err(_) => sheet.write(row, column, cell).unwrap(),
                };
            }
        }
        change(sheet);
    }
    book.save_to_buffer().unwrap()
}

#[cfg(feature = "xlsx")]
fn of_books(books: &[Vec<u8>], more: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = |at: usize| folder.path().join(format!("{at}.xlsx")).to_str().unwrap().to_owned();
    books.iter().enumerate().for_each(|(at, book)| std::fs::write(path(at), book).unwrap());
    let paths: Vec<String> = (0..books.len()).map(path).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    run(&[&["batch", "-f", "csv"], &paths[..], more].concat())
}

#[cfg(feature = "xlsx")]
#[test]
fn a_codebook_says_what_numbers_mean() {
    let rows: Vec<Answers> = (0..6u8).map(|at| [0, 1, 2, 3, 0, 1, 2, 3].map(|add| (at + add) % 4 + 1)).collect();
    let data: Vec<Vec<String>> = std::iter::once(header(&["Name"])).chain(named(&rows)).collect();
    let codes = |reversed: bool| {
        let mut codebook = vec![vec!["Variable".to_owned(), "Code".to_owned(), "Label".to_owned()]];
        for (at, id) in IDS.iter().enumerate() {
            for (number, text) in (1..).zip(texts(at)) {
                let code = if reversed { 6 - number } else { number };
                codebook.push(vec![(*id).to_owned(), code.to_string(), text]);
            }
        }
        codebook
    };
    let wide = |reversed: bool| {
        let numbers = (1..=5).map(|number| (if reversed { 6 - number } else { number }).to_string());
        let head: Vec<String> = std::iter::once("Question".to_owned()).chain(numbers).collect();
        let rows = IDS.iter().enumerate().map(|(at, id)| std::iter::once((*id).to_owned()).chain(texts(at)).collect());
        std::iter::once(head).chain(rows).collect::<Vec<Vec<String>>>()
    };
    // Nobody has chosen the best, so that nothing else tells whether numbers are counted from 0.
    assert_eq!(of_books(&[book(&[("Data", data.clone())], |_| ())], &[]).code, 3);
    let ran = of_books(&[book(&[("Data", data.clone()), ("Codes", codes(false))], |_| ())], &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{}", ran.stderr);
    let ran = of_books(&[book(&[("Data", data.clone()), ("Codes", wide(false))], |_| ())], &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{}", ran.stderr);
    let ran = of_books(&[book(&[("Data", data.clone()), ("Codes", wide(true))], |_| ())], &[]);
    assert!(ran.code == 3 && ran.stderr.contains("sheet `Codes`, row 2, calls 5 of"), "{}", ran.stderr);
    // Counts of options are no codes of them, and neither is what is most frequent.
    let mut counts = codes(false);
    counts.iter_mut().skip(1).zip([7, 0, 3, 3, 12].iter().cycle()).for_each(|(row, count)| row[1] = count.to_string());
    let ran = of_books(&[book(&[("Data", data.clone()), ("Codes", codes(false)), ("Counts", counts)], |_| ())], &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = of_books(&[book(&[("Data", data.clone()), ("Codes", codes(true))], |_| ())], &["--scale", "points"]);
    assert_eq!(ran.code, 0, "what the user says goes before it: {}", ran.stderr);
    let ran = of_books(&[book(&[("Data", data), ("Codes", codes(true))], |_| ())], &[]);
    assert!(ran.code == 3 && ran.stderr.contains("sheet `Codes`, row 2, calls 5 of"), "{}", ran.stderr);
}

#[test]
fn a_legend_that_agrees_with_the_scale_is_no_reason_to_refuse_and_one_of_another_scale_is() {
    let rows: Vec<Answers> = (0..5u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5 + 1)).collect();
    let mut cells = named(&rows);
    let titled =
        |legend: &str, cells: &[Vec<String>]| format!("{legend}\n\n{}", table(&header(&["Name"]), cells, b','));
    assert_eq!(batch(&titled("Scale: 1 (lowest) to 5 (highest)", &cells), &[]).code, 0);
    let ran = batch(&titled("Scale: 0 (lowest) to 10 (highest)", &cells), &[]);
    assert!(ran.code == 3 && ran.stderr.contains("numbers go from 0 to 10"), "{}", ran.stderr);
    cells.push(std::iter::once("1 = worst, 5 = best".to_owned()).chain(vec![String::new(); 8]).collect());
    let ran = batch(&table(&header(&["Name"]), &cells, b','), &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 6), "the last row alone is not read: {}", ran.stderr);
}

/// Codes of questions as REDCap writes them, in one cell; those of another column; and legends that nobody sees.
#[cfg(feature = "xlsx")]
#[test]
fn codes_in_one_cell_on_hidden_sheets_and_in_comments_are_heard() {
    let rows: Vec<Answers> = (0..5u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5 + 1)).collect();
    let data: Vec<Vec<String>> = std::iter::once(header(&["satisfaction"])).chain(named(&rows)).collect();
    let dictionary = |reversed: bool, [between, after]: [&str; 2]| {
        let head = ["Variable / Field Name", "Field Type", "Choices, Calculations, OR Slider Labels"];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for (at, id) in IDS.iter().enumerate() {
            let codes = (1..)
                .zip(texts(at))
                .map(|(number, text)| format!("{}{after}{text}", if reversed { 6 - number } else { number }));
            rows.push(vec![(*id).to_owned(), "radio".to_owned(), codes.collect::<Vec<_>>().join(between)]);
        }
        rows
    };
    let of = |sheet: Vec<Vec<String>>, hidden: bool| {
        let hide = |sheet: &mut rust_xlsxwriter::Worksheet| {
            if hidden && sheet.name() == "Codes" {
                sheet.set_hidden(true);
            }
        };
        of_books(&[book(&[("Data", data.clone()), ("Codes", sheet)], hide)], &[])
    };
    for signs in [[" | ", ", "], ["\n", ": "], ["; ", " = "]] {
        assert_eq!(of(dictionary(false, signs), false).code, 0, "{signs:?}");
        for hidden in [false, true] {
            let ran = of(dictionary(true, signs), hidden);
            assert!(
                ran.code == 3 && ran.stderr.contains("sheet `Codes`, row 2, calls 5 of"),
                "{signs:?} {}",
                ran.stderr
            );
        }
    }
    let legend = |of: &str| vec![vec![of.to_owned(), "1 = very good, 2, 3, 4, 5 = very poor".to_owned()]];
    assert_eq!(of(legend("satisfaction"), false).code, 0, "it is of a column that is none of a question");
    let cells = |row: [&str; 6]| row.map(str::to_owned).to_vec();
    let across =
        vec![cells(["", "1", "2", "3", "4", "5"]), cells(["", "Excellent", "Good", "Fair", "Poor", "Very poor"])];
    let ran = of(across, false);
    assert!(ran.code == 3 && ran.stderr.contains("that 1 is the good end (`1 = excellent"), "{}", ran.stderr);
    let ran = of(legend("All questions"), true);
    assert!(
        ran.code == 3 && ran.stderr.contains("sheet `Codes`, row 1, says that 1 is the good end"),
        "{}",
        ran.stderr
    );
    let note = |sheet: &mut rust_xlsxwriter::Worksheet| {
        let note = rust_xlsxwriter::Note::new("1 = best, 5 = worst");
        sheet.insert_note(0, 1, &note).unwrap();
    };
    let asks = |sheet: &mut rust_xlsxwriter::Worksheet| {
        let numbers = rust_xlsxwriter::DataValidation::new()
            .allow_whole_number(rust_xlsxwriter::DataValidationRule::Between(1, 5))
            .set_input_message("1 = best, 5 = worst")
            .unwrap();
        sheet.add_data_validation(1, 1, 20, 8, &numbers).unwrap();
    };
    let list = |sheet: &mut rust_xlsxwriter::Worksheet| {
        let list = ["1 - best", "2 - good", "3 - fair", "4 - poor", "5 - worst"];
        let list = rust_xlsxwriter::DataValidation::new().allow_list_strings(&list).unwrap();
        sheet.add_data_validation(1, 1, 20, 8, &list).unwrap();
    };
    let writes = |sheet: &mut rust_xlsxwriter::Worksheet| {
        sheet.insert_shape(1, 12, &rust_xlsxwriter::Shape::textbox().set_text("1 = best, 5 = worst")).unwrap();
    };
    for change in [note, asks, list, writes] as [fn(&mut rust_xlsxwriter::Worksheet); 4] {
        let ran = of_books(&[book(&[("Data", data.clone())], change)], &[]);
        assert!(ran.code == 3 && ran.stderr.contains("a comment, a text box or a request"), "{}", ran.stderr);
        assert!(ran.stderr.contains("says that 1 is the good end"), "{}", ran.stderr);
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn files_on_different_scales_are_not_read_on_one() {
    let rows = |first: u8, options: u8| -> Vec<Vec<String>> {
        let answers = (0..20u8).map(|at| [0, 1, 2, 3, 5, 7, 9, 11].map(|add| (at * add + at) % options + first));
        std::iter::once(header(&["Name"])).chain(named(&answers.collect::<Vec<_>>())).collect()
    };
    let one = book(&[("Answers", rows(1, 4))], |_| ());
    let other = book(&[("Answers", rows(0, 5))], |_| ());
    // A site in which nobody is best is none.
    let (weak, site) = (book(&[("Answers", rows(1, 4))], |_| ()), book(&[("Answers", rows(1, 5))], |_| ()));
    let ran = of_books(&[weak, site], &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(of_books(std::slice::from_ref(&other), &[]).code, 0);
    let ran = of_books(&[one, other], &[]);
    assert!(ran.code == 3 && ran.stderr.contains("may be on another scale"), "{}", ran.stderr);
}

#[cfg(feature = "xlsx")]
#[test]
fn what_is_struck_through_does_not_count() {
    let rows: Vec<Answers> = vec![[1, 2, 3, 4, 5, 1, 2, 3]; 3];
    let data: Vec<Vec<String>> = std::iter::once(header(&["Name"])).chain(named(&rows)).collect();
    let struck = rust_xlsxwriter::Format::new().set_font_strikethrough();
    let change = |sheet: &mut rust_xlsxwriter::Worksheet| {
        sheet.write_with_format(2, 3, 3, &struck).unwrap();
        // No empty cell, but the name of who answers.
        sheet.write_blank(3, 12, &struck).unwrap();
        sheet.write_with_format(3, 0, "Org 2", &struck).unwrap();
    };
    let ran = of_books(&[book(&[("Answers", data.clone())], change)], &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2), "{}", ran.stderr);
    assert!(ran.stderr.contains("row 4: its cell under `Name` is struck through"), "{}", ran.stderr);
    assert!(why(&ran).starts_with("row 3: its cell under `skills-path` is struck through"), "{}", ran.stderr);
    // A part of a text, which is an answer with it and none without.
    let plain = rust_xlsxwriter::Format::new();
    for (format, refused) in [(&struck, true), (&plain, false)] {
        let change = |sheet: &mut rust_xlsxwriter::Worksheet| {
            sheet.write_rich_string(2, 3, &[(format, "3"), (&plain, " ")]).unwrap();
            sheet.write_rich_string(3, 0, &[(format, "Org"), (&plain, " 2")]).unwrap();
        };
        let ran = of_books(&[book(&[("Answers", data.clone())], change)], &["--scale", "points"]);
        assert_eq!(
            (ran.code, ran.stdout.lines().count()),
            (i32::from(refused), 4 - 2 * usize::from(refused)),
            "{}",
            ran.stderr
        );
        assert_eq!(
            refused,
            ran.stderr.contains("row 3: its cell under `skills-path` is struck through"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn what_qualtrics_and_r_make_of_headers_is_known() {
    let cells = named(&[[1, 2, 3, 4, 5, 1, 2, 3], [5, 4, 3, 2, 1, 5, 4, 3]]);
    let definition = definition();
    let texts = definition.questions().take(8).map(|(_, question)| format!("{} - Selected Choice", question.text));
    let dotted = IDS.iter().map(|id| id.replace('-', "."));
    for headers in [texts.collect::<Vec<String>>(), dotted.collect()] {
        let columns: Vec<String> = std::iter::once("Name".to_owned()).chain(headers).collect();
        let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{}", ran.stderr);
    }
}

#[test]
fn a_table_of_which_all_rows_are_passed_over_is_no_result() {
    let mut cells = named(&[[1, 2, 3, 4, 5, 1, 2, 3], [5, 4, 3, 2, 1, 5, 4, 3]]);
    let mut columns = header(&["record_id", "survey_timestamp"]);
    columns.push("survey_complete".to_owned());
    for (at, row) in cells.iter_mut().enumerate() {
        row.insert(1, format!("2026-10-0{} 09:10:11", at + 1));
        row.push("0".to_owned());
    }
    let ran = batch(&table(&columns, &cells, b','), &["--scale", "points"]);
    assert!(ran.code == 3 && ran.stderr.contains("all rows are passed over"), "{}", ran.stderr);
}

#[test]
fn a_second_header_row_over_two_columns_of_a_question_is_not_passed_over() {
    let mut names = header(&["Name"]);
    names.insert(2, String::new());
    let mut words = vec![String::new(); names.len()];
    (words[1], words[2]) = ("Old".to_owned(), "New".to_owned());
    let mut rows = vec![words];
    for mut cells in named(&[[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2]]) {
        cells.insert(2, "4".to_owned());
        rows.push(cells);
    }
    let ran = batch(&table(&names, &rows, b','), &["--scale", "points"]);
    assert!(ran.code == 3 && ran.stderr.contains("`Old` stands beside the headers"), "{}", ran.stderr);
}

#[test]
fn what_is_remarked_beside_each_answer_is_no_second_answer() {
    let rows: Vec<Answers> = (0..6u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5 + 1)).collect();
    let mut names = vec!["Name".to_owned()];
    IDS.iter().for_each(|id| names.extend([(*id).to_owned(), String::new()]));
    let below = |one: &str, other: &str| {
        let words = IDS.iter().flat_map(|_| [one.to_owned(), other.to_owned()]);
        std::iter::once(String::new()).chain(words).collect::<Vec<String>>()
    };
    let cells = |turned: bool| {
        named(&rows).into_iter().map(move |row| {
            let pair = |cell: &String| {
                if turned { ["seen".to_owned(), cell.clone()] } else { [cell.clone(), "seen".to_owned()] }
            };
            row[..1].iter().cloned().chain(row[1..].iter().flat_map(pair)).collect::<Vec<String>>()
        })
    };
    for (one, other) in [("Score", "Evidence"), ("Rating", "Comment"), ("点数", "根拠")] {
        let table = table(&names, &std::iter::once(below(one, other)).chain(cells(false)).collect::<Vec<_>>(), b',');
        let ran = batch(&table, &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{}", ran.stderr);
        only_right(&ran, &rows).unwrap();
    }
    for (words, turned) in
        [(("Evidence", "Score"), true), (("Score", "Target"), false), (("Importance", "Evidence"), false)]
    {
        let rows: Vec<_> = std::iter::once(below(words.0, words.1)).chain(cells(turned)).collect();
        let ran = batch(&table(&names, &rows, b','), &[]);
        assert!(ran.code == 3 && ran.stderr.contains("stands beside the headers"), "{}", ran.stderr);
    }
}

/// How far a scale goes is compared with how far numbers go, wherever it is said.
#[test]
fn what_a_header_says_of_the_scale_agrees_with_it_or_is_refused() {
    let rows: Vec<Answers> = (0..6u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5 + 1)).collect();
    let cells = named(&rows);
    let headed = |behind: &str| {
        let columns = header(&["Name"]).into_iter().map(|id| if id == "Name" { id } else { format!("{id} {behind}") });
        batch(&table(&columns.collect::<Vec<_>>(), &cells, b','), &[])
    };
    for behind in ["(1-5)", "(1 – 5)", "[1-5]", "（1～5）", "(1 = low, 5 = high)", "(scale from 1 to 5)"] {
        let ran = headed(behind);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{behind}: {}", ran.stderr);
        only_right(&ran, &rows).unwrap();
    }
    for behind in ["(1-10)", "(0-10)", "(1-7 scale)", "(0-4)", "[0-4]", "(from 0 to 4)", "(1-4)", "(1-3)"] {
        let ran = headed(behind);
        assert!(ran.code == 3 && ran.stderr.contains("a header says that"), "{behind}: {}", ran.stderr);
    }
    for behind in ["(1 = high, 5 = low)", "(5-1)", "(2026)", "(target 1-5)"] {
        let ran = headed(behind);
        assert!(ran.code != 0, "{behind}: {}", ran.stdout);
    }
    let above = format!("Please rate from 1 to 10\n\n{}", table(&header(&["Name"]), &cells, b','));
    let ran = batch(&above, &[]);
    assert!(ran.code == 3 && ran.stderr.contains("numbers go from 1 to 10"), "{}", ran.stderr);
}

/// It is heard before the text of a question, and of one column alone, as it is behind all of them.
#[test]
fn what_one_header_says_of_its_scale_is_heard_before_and_behind() {
    let mut rows: Vec<Answers> = (0..6u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5 + 1)).collect();
    rows.iter_mut().for_each(|row| row[3] = row[3].min(4));
    let cells = named(&rows);
    let headed = |of: &dyn Fn(usize, &str) -> String| {
        let columns = header(&["Name"]).into_iter().enumerate();
        let columns = columns.map(|(at, id)| if at == 0 { id } else { of(at, &id) });
        batch(&table(&columns.collect::<Vec<_>>(), &cells, b','), &[])
    };
    for before in ["(1-10) ", "【1-10】", "1-10: ", "(0-100) ", "(1-7) ", "(0-4) ", "(1-3) ", "1..10 "] {
        for ran in [
            headed(&|_, id| format!("{before}{id}")),
            headed(&|at, id| if at == 4 { format!("{before}{id}") } else { id.to_owned() }),
        ] {
            assert!(ran.code == 3 && ran.stderr.contains("a header says that numbers go"), "{before}: {}", ran.stderr);
        }
    }
    for before in ["(5-1) ", "5..1 ", "(10-1) "] {
        let ran = headed(&|at, id| if at == 4 { format!("{before}{id}") } else { id.to_owned() });
        assert!(ran.code == 3 && ran.stderr.contains("is the good end"), "{before}: {}", ran.stderr);
    }
    for stem in [
        "Please rate the following (1-10) [ID]",
        "Please rate the following from 1 to 10 [ID]",
        "Please rate (from 1 to 10): ID",
        "Section A (1-10) / ID",
    ] {
        for ran in [
            headed(&|_, id| stem.replace("ID", id)),
            headed(&|at, id| if at == 4 { stem.replace("ID", id) } else { id.to_owned() }),
        ] {
            assert!(ran.code == 3 && ran.stderr.contains("a header says that numbers go"), "{stem}: {}", ran.stderr);
        }
    }
    for behind in [" (0-4)", " [0-4]", " (from 0 to 4)", " (1-4)"] {
        let ran = headed(&|at, id| if at == 4 { format!("{id}{behind}") } else { id.to_owned() });
        assert!(ran.code == 3 && ran.stderr.contains("a header says that numbers go"), "{behind}: {}", ran.stderr);
    }
    // Ranges that agree, and numbers that count sections and their questions.
    for ran in [
        headed(&|_, id| format!("(1-5) {id}")),
        headed(&|_, id| format!("Please rate the following (1-5) [{id}]")),
        headed(&|at, id| if at == 4 { format!("1-5: {id}") } else { id.to_owned() }),
        headed(&|at, id| format!("1-{at} {id}")),
        headed(&|at, id| format!("({}-{}) {id}", at.div_ceil(4), (at - 1) % 4 + 1)),
    ] {
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 7), "{}", ran.stderr);
        only_right(&ran, &rows).unwrap();
    }
}

#[test]
fn a_doubt_and_a_word_in_angle_brackets_are_no_answers() {
    let rows = |cell: &str| {
        let mut cells: Vec<Vec<String>> = (0..3).map(|at| vec![format!("Org {at}"), texts(0)[at].clone()]).collect();
        cell.clone_into(&mut cells[1][1]);
        table(&["Name".to_owned(), IDS[0].to_owned()], &cells, b',')
    };
    assert_eq!(batch(&rows(&format!("<b>{}</b>", texts(0)[2])), &[]).code, 0);
    let text = &texts(0)[2];
    let struck = format!("<span style=\"text-decoration: line-through\">{text}</span>");
    for cell in [
        format!("{text}?"),
        format!("{text} ？"),
        "<TBD>".to_owned(),
        format!("<s>{text}</s>"),
        format!("7. {text}"),
        format!("{text} (7)"),
        struck,
    ] {
        let ran = batch(&rows(&cell), &[]);
        let rest = ran.stdout.lines().skip(1).filter(|line| line.starts_with("Org 1")).count();
        assert!(ran.code > 0 && rest == 0, "{cell}\n{}{}", ran.stdout, ran.stderr);
    }
}

/// Numbers before a few texts are no scale that nobody has heard of.
#[test]
fn numbers_that_contradict_a_few_texts_are_no_scale() {
    let mut rows: Vec<Vec<String>> = (0..8).map(|at| vec![format!("Org {at}"), texts(0)[at % 5].clone()]).collect();
    for (row, option) in [(1, 0), (4, 1), (6, 3)] {
        rows[row][1] = format!("{}. {}", option + 2, texts(0)[option]);
    }
    let ran = batch(&table(&["Name".to_owned(), IDS[0].to_owned()], &rows, b','), &[]);
    let right = (0..8).filter(|row| ![1, 4, 6].contains(row)).map(|row| format!("Org {row},"));
    assert!(
        ran.code > 0 && ran.stdout.lines().skip(1).all(|line| right.clone().any(|name| line.starts_with(&name))),
        "{}{}",
        ran.stdout,
        ran.stderr
    );
}

#[test]
fn a_mark_for_what_stands_above_names_no_organisation() {
    let rows = [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2], [5, 1, 5, 1, 3, 1, 5, 1]];
    for mark in ["\"", "〃", "同上", "ditto", "-"] {
        let mut cells = named(&rows);
        mark.clone_into(&mut cells[1][0]);
        let ran = batch(&table(&header(&["Name"]), &cells, b','), &["--merge", "Name", "--scale", "points"]);
        assert!(ran.code == 1 && ran.stderr.contains("no value in column `Name`"), "{mark}\n{}", ran.stderr);
    }
}

#[test]
fn what_became_of_a_response_is_known_without_the_other_columns_of_its_program() {
    let rows = [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2], [4, 1, 5, 1, 3, 1, 5, 1], [2, 1, 5, 2, 3, 1, 5, 1]];
    for (name, word, others) in [
        ("Status", "Survey Preview", "IP Address"),
        ("Status", "Spam", "ok"),
        ("Status", "Disqualified", "Complete"),
        ("Finished", "False", "True"),
        ("ReviewState", "rejected", "approved"),
    ] {
        let mut cells = named(&rows);
        for (at, row) in cells.iter_mut().enumerate() {
            row.push((if at == 1 { word } else { others }).to_owned());
        }
        let names = header(&["Name"]).into_iter().chain([name.to_owned()]).collect::<Vec<_>>();
        let ran = batch(&table(&names, &cells, b','), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{name} {word}\n{}", ran.stderr);
        assert!(ran.stderr.contains("1 row passed over") && ran.stderr.contains(word), "{}", ran.stderr);
    }
}

#[test]
fn rows_that_are_there_twice_are_said_in_a_small_table_too() {
    let rows = [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2], [4, 1, 5, 1, 3, 1, 5, 1]];
    let mut cells = named(&rows);
    cells.push(cells[1].clone());
    let ran = batch(&table(&header(&["Organisation"]), &cells, b','), &["--scale", "points"]);
    assert!(ran.code == 0 && ran.stderr.contains("1 row is the same as another one in every cell"), "{}", ran.stderr);
}

#[test]
fn ids_with_spaces_and_marks_of_forms_are_read() {
    let rows = [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2]];
    let spaced = header(&["Name"]).iter().map(|name| name.replace('-', " ")).collect::<Vec<_>>();
    let ran = batch(&table(&spaced, &named(&rows), b','), &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{}", ran.stderr);
}

/// The third question is said to run the other way round, in a row below the header, a remark, a comment, or another sheet.
#[test]
fn a_question_that_is_said_to_be_reversed_is_refused_wherever_it_is_said() {
    let rows: Vec<Answers> = (0..5u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5 + 1)).collect();
    let cells = named(&rows);
    let one = |text: &str, others: &str| -> Vec<String> {
        let told = (0..9).map(|at| {
            if at == 3 {
                text
            } else if at > 0 {
                others
            } else {
                ""
            }
        });
        told.map(str::to_owned).collect()
    };
    for text in ["reverse scored", "reversed", "Reverse", "reversed item", "逆転項目", "negatively worded", "inverted"]
    {
        for (at, row) in [(0, one(text, "")), (0, one(text, "normal")), (rows.len(), one(text, ""))] {
            let mut told = cells.clone();
            told.insert(at, row);
            let ran = batch(&table(&header(&["Name"]), &told, b','), &[]);
            assert!(ran.code == 3 && ran.stderr.contains("error: "), "{text}: {}", ran.stderr);
        }
        #[cfg(feature = "xlsx")]
        {
            let data: Vec<Vec<String>> = std::iter::once(header(&["Name"])).chain(cells.clone()).collect();
            let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
            let notes = vec![line(&[&format!("Question 3: {text}")])];
            let book_of = |head: &[&str], told: &str, others: &str| {
                let rows = IDS.iter().enumerate().map(|(at, id)| line(&[id, if at == 2 { told } else { others }]));
                std::iter::once(line(head)).chain(rows).collect::<Vec<_>>()
            };
            for other in [
                notes,
                book_of(&["Variable", "Scoring"], text, "normal"),
                book_of(&["Variable", "Reversed"], "yes", "no"),
            ] {
                let ran = of_books(&[book(&[("Data", data.clone()), ("Other", other)], |_| ())], &[]);
                assert!(ran.code == 3 && ran.stderr.contains("sheet `Other`"), "{text}: {}", ran.stderr);
            }
            let note = rust_xlsxwriter::Note::new(text);
            let commented = book(&[("Data", data)], |sheet| {
                sheet.insert_note(0, 3, &note).unwrap();
            });
            let ran = of_books(&[commented], &[]);
            assert!(ran.code == 3 && ran.stderr.contains("a comment"), "{text}: {}", ran.stderr);
        }
    }
}
