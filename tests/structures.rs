//! What people and programs do to whole tables: answers in another column, lines within records, codes beside labels, codebooks in
//! any layout, answers one below the other. What is scored is right, or it is refused by name.

use std::sync::Arc;

use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_xlsxwriter::Workbook;

use crate::program::{Ran, command, run, run_with};

/// A question: its id, its text, and the texts of its options, worst first.
type Question = (String, String, Vec<String>);
type Rows = Vec<Vec<String>>;

/// The first questions, which have five options each.
fn questions() -> Vec<Question> {
    let source = Source::new("bundled", bundled::find(bundled::DEFAULT).unwrap().toml);
    let definition = definition::read(&Arc::new(source)).0.unwrap();
    let all = definition.questions().map(|(_, question)| {
        let options = question.options.iter().map(|option| option.text.clone());
        (question.id.clone(), question.text.clone(), options.collect::<Vec<_>>())
    });
    all.filter(|(.., options)| options.len() == 5).take(8).collect()
}

/// Points from 1 to 5 of respondents, of whom the first show the whole scale.
fn respondents() -> impl Strategy<Value = Vec<[u8; 8]>> {
    vec(prop::array::uniform8(1..=5u8), 4..9)
        .prop_map(|rows| [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2]].into_iter().chain(rows).collect())
}

/// The same by texts, or as numbers, with a name each below the header.
fn table(rows: &[[u8; 8]], texts: bool) -> Rows {
    let asked = questions();
    let header = std::iter::once("Name".to_owned()).chain(asked.iter().map(|(_, text, _)| text.clone())).collect();
    let cell = |at: usize, points: u8| match texts {
        true => asked[at].2[usize::from(points) - 1].clone(),
        false => points.to_string(),
    };
    let line = |(number, row): (usize, &[u8; 8])| {
        let cells = row.iter().enumerate().map(|(at, points)| cell(at, *points));
        std::iter::once(format!("Org {number}")).chain(cells).collect()
    };
    std::iter::once(header).chain(rows.iter().enumerate().map(line)).collect()
}

fn csv(rows: &Rows) -> String {
    let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| csv.write_record(row).unwrap());
    String::from_utf8(csv.into_inner().unwrap()).unwrap()
}

fn batch(rows: &Rows, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "csv"], more].concat()), &csv(rows))
}

/// Sheets of a workbook, read as they are.
fn book(sheets: &[(&str, &Rows)], more: &[&str]) -> Ran {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            (0..).zip(cells).for_each(|(column, text): (u16, _)| match text.parse::<f64>() {
                Ok(number) => drop(sheet.write(row, column, number).unwrap()),
                Err(_) => drop(sheet.write(row, column, text).unwrap()),
            });
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.xlsx");
    book.save(&path).unwrap();
    run(&[&["batch", path.to_str().unwrap(), "-f", "csv"], more].concat())
}

/// What the same answers give alone.
fn right(rows: &[[u8; 8]]) -> String {
    batch(&table(rows, false), &["--scale", "points"]).stdout
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 20, failure_persistence: None, ..Default::default() })]

    #[test]
    fn answers_in_another_column_are_refused_by_name(
        rows in respondents(), question in 0..8usize, cut in 1..5usize, texts: bool, last: bool,
        header in select(vec!["Rota", "Column 1", "How do they learn?", "", "備考"]),
    ) {
        let mut cells = table(&rows, texts);
        let (from, to) = (question + 1, if last { 9 } else { question + 2 });
        for (number, row) in cells.iter_mut().enumerate() {
            let moved = if number > cut { std::mem::take(&mut row[from]) } else { String::new() };
            row.insert(to, if number == 0 { header.to_owned() } else { moved });
        }
        let ran = batch(&cells, &[]);
        let moved = rows.len() - cut;
        prop_assert!(ran.code != 0, "{moved} {}", ran.stderr);
        if header.is_empty() {
            let right = right(&rows);
            let mut scored = ran.stdout.lines().skip(1);
            prop_assert!(ran.code == 3 || scored.all(|line| right.contains(line)), "{}\n{}", ran.stdout, ran.stderr);
        } else {
            prop_assert!(ran.code == 3 && ran.stderr.contains("they may belong together"), "{}", ran.stderr);
            // Whoever says that it is none of it is believed.
            let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
            std::fs::write(file.path(), format!("[columns]\n\"#{}\" = \"\"\n", to + 1)).unwrap();
            let ran = batch(&cells, &["--every-row", "--map", file.path().to_str().unwrap()]);
            prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        }
    }

    #[test]
    fn what_stands_beside_answers_is_no_answer(rows in respondents(), question in 0..8usize, numbers: bool) {
        let mut cells = table(&rows, !numbers);
        for (number, row) in cells.iter_mut().enumerate() {
            let beside = if number == 0 { "Remark".to_owned() } else { row[question + 1].clone() };
            if number == 2 {
                row[question + 1].clear();
            }
            row.insert(1, beside);
        }
        let ran = batch(&cells, &[]);
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
    }

    #[test]
    fn codebooks_of_any_layout_are_heard(
        rows in respondents(), layout in 0..11usize, turned: bool, below: bool, codes in any::<bool>(),
    ) {
        let sheet = codebook(layout, turned, codes);
        let data = table(&rows, false);
        let ran = if below && layout == 4 {
            let mut all = data.clone();
            all.extend([vec![String::new()], vec!["Codebook".to_owned()]]);
            all.extend(sheet);
            batch(&all, &[])
        } else {
            book(&[("Data", &data), ("Codebook", &sheet)], &[])
        };
        if turned {
            prop_assert!(ran.code == 3 && ran.stderr.contains("which is another option"), "{layout} {}", ran.stderr);
        } else {
            let right = right(&rows);
            prop_assert!(ran.stdout.lines().all(|line| right.contains(line)), "{layout} {}", ran.stdout);
            prop_assert!(ran.code == 0 || below && layout == 4, "{layout} {}", ran.stderr);
        }
    }

    #[test]
    fn codes_and_labels_of_the_same_respondents_are_not_read_as_one(
        rows in respondents(), header in select(vec!["Email", "ID", "サンプルID"]),
    ) {
        let sheets = [false, true].map(|texts| {
            let mut sheet = table(&rows, texts);
            sheet[0][0] = header.to_owned();
            sheet
        });
        let ran = book(&[("Codes", &sheets[0]), ("Labels", &sheets[1])], &[]);
        prop_assert!(ran.code == 3 && ran.stderr.contains("have the same columns"), "{}", ran.stderr);
    }

    #[test]
    fn figures_that_pandas_and_r_write_are_no_respondents(
        rows in respondents(), head: bool, short: bool, timed: bool,
    ) {
        let (mut cells, figures) = (table(&rows, false), summary(&rows, short));
        if timed {
            (0..).zip(&mut cells).for_each(|(at, row)| {
                row.insert(0, if at == 0 { "Timestamp".to_owned() } else { format!("2026-03-02 09:12:{at:02}") });
            });
        }
        let width = cells[0].len();
        let figures = figures.into_iter().map(|row| [vec![String::new(); width - 8], row].concat());
        let at = if head { 1 } else { cells.len() };
        cells.splice(at..at, figures);
        let (ran, right) = (batch(&cells, &["--scale", "points"]), right(&rows));
        prop_assert!(ran.stdout.lines().skip(1).all(|line| line.contains("Org ")), "{}", ran.stdout);
        prop_assert!(ran.scores().iter().all(|scores| right.contains(scores)), "{}\n{}", ran.stdout, ran.stderr);
        prop_assert!(ran.code > 0, "{}", ran.stderr);
    }

    #[test]
    fn headers_that_sql_cuts_are_read_or_refused(rows in respondents(), most in select(vec![20usize, 31, 40, 63, 64])) {
        let mut cells = table(&rows, false);
        for header in &mut cells[0] {
            let name = header.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
            *header = name.chars().take(most).collect();
        }
        let (ran, right) = (batch(&cells, &["--scale", "points"]), right(&rows));
        if most > 60 {
            prop_assert_eq!((ran.code, ran.stdout.to_lowercase()), (0, right.to_lowercase()), "{}", ran.stderr);
        } else {
            prop_assert!(ran.code == 3, "{}", ran.stderr);
        }
    }
}

/// A sheet that says which number is which option, by 1 to 5, of which 1 is the best where it is `turned`.
fn codebook(layout: usize, turned: bool, by_id: bool) -> Rows {
    let mut sheet = Rows::new();
    if layout == 2 {
        sheet.push(std::iter::once("Question".to_owned()).chain((1..=5).map(|n| format!("Option {n}"))).collect());
    } else if layout == 3 {
        sheet.push(std::iter::once("設問".to_owned()).chain((1..=5).map(|n| format!("選択肢{n}"))).collect());
    }
    for (id, text, options) in questions() {
        let mut options: Vec<(usize, String)> = (1..).zip(options).collect();
        if turned {
            options = options.into_iter().rev().map(|(points, text)| (6 - points, text)).collect();
        }
        let name = if by_id { id } else { text };
        let cut = |text: &str| text.chars().take(40).collect::<String>();
        let strings = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        match layout {
            0 => sheet.extend(options.iter().map(|(n, text)| strings(&[&name, &format!("{n}. {text}")]))),
            1 => sheet
                .push(std::iter::once(name).chain(options.iter().map(|(n, text)| format!("{n}. {text}"))).collect()),
            2 | 3 => sheet.push(std::iter::once(name).chain(options.into_iter().map(|(_, text)| text)).collect()),
            4 => sheet.extend(options.iter().map(|(n, text)| strings(&[&name, &format!("{n} = {text}")]))),
            5 => {
                let lines: Vec<String> = options.iter().map(|(n, text)| format!("{n} {text}")).collect();
                sheet.push(vec![name, lines.join("\n")]);
            }
            6 => sheet.extend(options.iter().map(|(n, text)| strings(&[&name, &format!("{text} ({n})")]))),
            7 => sheet.extend(options.iter().map(|(n, text)| strings(&[&name, &format!("{text} = {n}")]))),
            8 => {
                sheet.push(vec![name]);
                let letter = |n: usize| char::from(b'a' + u8::try_from(n).unwrap() - 1);
                sheet.extend(options.iter().map(|(n, text)| vec![format!("{}) {text}", letter(*n))]));
            }
            9 => sheet.extend(options.iter().map(|(n, text)| strings(&[&name, &n.to_string(), &cut(text)]))),
            _ => {
                let list = |list: Vec<String>| {
                    format!(
                        "levels(x)=c({})",
                        list.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(",")
                    )
                };
                sheet.push(vec![list(options.iter().map(|(n, _)| n.to_string()).collect())]);
                sheet.push(vec![list(options.into_iter().map(|(_, text)| text).collect())]);
            }
        }
    }
    sheet
}

/// What pandas writes of all columns, or R where it is `short`.
fn summary(rows: &[[u8; 8]], short: bool) -> Rows {
    let column = |at: usize| {
        let mut points: Vec<f64> = rows.iter().map(|row| f64::from(row[at])).collect();
        points.sort_by(f64::total_cmp);
        let count = points.len() as f64;
        let mean = points.iter().sum::<f64>() / count;
        let deviation = (points.iter().map(|point| (point - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt();
        let quarter = |quarters: usize| {
            let place = quarters * (points.len() - 1);
            let (low, rest) = (points[place / 4], [0.0, 0.25, 0.5, 0.75][place % 4]);
            low + (points[place.div_ceil(4)] - low) * rest
        };
        match short {
            true => vec![quarter(0), quarter(1), quarter(2), mean, quarter(3), quarter(4)],
            false => vec![count, mean, deviation, quarter(0), quarter(1), quarter(2), quarter(3), quarter(4)],
        }
    };
    let columns: Vec<Vec<f64>> = (0..8).map(column).collect();
    (0..columns[0].len()).map(|row| columns.iter().map(|column| format!("{:?}", column[row])).collect()).collect()
}

#[test]
fn lines_of_a_table_within_a_record_are_no_respondents() {
    let rows = [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2], [2, 3, 4, 3, 2, 3, 4, 3]];
    let mut cells = Rows::new();
    for (number, row) in table(&rows, true).into_iter().enumerate() {
        let first = if number == 0 { "レコードの開始行" } else { "*" };
        let record = if number == 0 { "レコード番号".to_owned() } else { number.to_string() };
        cells.push([vec![first.to_owned(), record.clone()], row.clone()].concat());
        cells.extend((1..number).map(|_| [vec![String::new(), record.clone()], row.clone()].concat()));
    }
    let ran = batch(&cells, &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{}", ran.stderr);
    assert!(ran.stderr.contains("3 rows passed over: a further line of the row above"), "{}", ran.stderr);
    // Without the mark, that they share what is one's own is said.
    let ran = batch(&cells.into_iter().map(|row| row[1..].to_vec()).collect(), &[]);
    assert!(ran.stderr.contains("share their"), "{}", ran.stderr);
}

#[test]
fn rows_that_list_options_above_numbers_are_no_respondents() {
    for turned in [true, false] {
        let mut cells = table(&ROWS, false);
        let options = (0..5).map(|code: usize| {
            let place = if turned { 4 - code } else { code };
            let texts = questions().into_iter().map(|(.., options)| options[place].clone());
            std::iter::once((code + 1).to_string()).chain(texts).collect()
        });
        cells.splice(1..1, options);
        let ran = batch(&cells, &[]);
        assert!(ran.code == 3 && ran.stderr.contains("rows 2 to 6 list options"), "{}", ran.stderr);
    }
}

#[test]
fn a_table_of_one_answer_a_row_is_refused() {
    let rows = [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2]];
    let mut long = vec!["Name", "question", "answer"].into_iter().map(str::to_owned).collect::<Vec<_>>();
    let mut cells = vec![std::mem::take(&mut long)];
    for (at, (_, text, _)) in questions().into_iter().enumerate() {
        cells.extend((0..2).map(|number| vec![format!("Org {number}"), text.clone(), rows[number][at].to_string()]));
    }
    let ran = batch(&cells, &[]);
    assert!(ran.code == 3 && ran.stderr.contains("one answer of somebody"), "{}", ran.stderr);
}

/// Some rows, of whom the second gave another answer than those offered to the first question.
const ROWS: [[u8; 8]; 4] =
    [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2], [2, 3, 4, 3, 2, 3, 4, 3], [4, 4, 2, 3, 5, 1, 2, 2]];

#[test]
fn what_is_written_beside_the_options_of_a_question_is_none_of_them() {
    for other in ["Other (please specify)", "Other", "その他（具体的に）"] {
        // One column a question, with a row of words below the header.
        let mut cells = table(&ROWS, true);
        cells.insert(1, (0..9).map(|at| if at == 0 { String::new() } else { "Response".to_owned() }).collect());
        let beside = ["", other, "", "We meet", "", ""];
        cells.iter_mut().zip(&beside).for_each(|(row, cell)| row.insert(2, (*cell).to_owned()));
        cells[3][1].clear();
        let condensed = batch(&cells, &[]);
        assert_eq!((condensed.code, condensed.stdout.lines().count()), (0, 5), "{}", condensed.stderr);
        // One column an option.
        let (asked, texts) = (questions(), table(&ROWS, true));
        let mut wide = vec![vec!["Name".to_owned()], vec![String::new()]];
        wide.extend(texts.iter().skip(1).map(|row| vec![row[0].clone()]));
        for (at, (_, text, options)) in asked.iter().enumerate() {
            for (place, option) in options.iter().map(String::as_str).chain([other]).enumerate() {
                wide[0].push(if place == 0 { text.clone() } else { String::new() });
                wide[1].push(option.to_owned());
                for (number, row) in ROWS.iter().enumerate() {
                    let free = (number, at) == (1, 0);
                    let chosen = !free && usize::from(row[at]) == place + 1;
                    let written = if free && place == options.len() { "We meet" } else { "" };
                    wide[number + 2].push(if chosen { option.to_owned() } else { written.to_owned() });
                }
            }
        }
        let expanded = batch(&wide, &[]);
        assert_eq!(expanded.code, 0, "{}", expanded.stderr);
        let mut open = table(&ROWS, false);
        open[2][1].clear();
        let open = batch(&open, &["--scale", "points"]);
        for ran in [condensed, expanded] {
            assert_eq!(ran.scores(), open.scores(), "{}", ran.stderr);
        }
    }
}

#[test]
fn what_stands_around_all_questions_is_read_where_it_asks_nothing() {
    let headed = |head: &dyn Fn(usize, &str) -> String| {
        let mut cells = table(&ROWS, true);
        cells[0].iter_mut().enumerate().skip(1).for_each(|(at, text)| *text = head(at, text));
        batch(&cells, &[])
    };
    for read in [
        &|at, text| format!("G01Q01[SQ{at:03}]. Which statement describes you best? [{text}]"),
        &|at, text| format!("G01Q{at:02}. Which statement describes you best? [{text}]"),
        &|at, text| format!("G01Q01[SQ{at:03}]. {text}"),
        &|_, text| format!("最も近いものを選んでください [{text}]"),
        &|_, text| format!("{text}:Please choose what fits"),
        &|_, text| format!("{text} ※必須"),
    ] as [&dyn Fn(usize, &str) -> String; 6]
    {
        let ran = headed(read);
        assert_eq!((ran.code, ran.stdout == right(&ROWS)), (0, true), "{}", ran.stderr);
    }
    for refused in [
        &|_, text| format!("How well does this describe us? [{text}]"),
        &|_, text| format!("Which statement will describe you best in 2031? [{text}]"),
        &|_, text| format!("重要度：{text}"),
        &|_, text| format!("{text}: how true is this"),
    ] as [&dyn Fn(usize, &str) -> String; 4]
    {
        assert_eq!(headed(refused).code, 3);
    }
}

#[test]
fn numbers_that_programs_write_for_no_answer_are_explained() {
    let mut cells = table(&ROWS, false);
    (cells[2][3], cells[3][5]) = ("-99".to_owned(), "-99".to_owned());
    let ran = batch(&cells, &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{}", ran.stderr);
    assert!(ran.stderr.contains("2 cells have -99, which programs write where there is no answer"), "{}", ran.stderr);
    let map = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(map.path(), "[cells]\n\"-99\" = \"\"\n").unwrap();
    let ran = batch(&cells, &["--scale", "points", "--map", map.path().to_str().unwrap()]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 5), "{}", ran.stderr);
    assert!(!ran.stderr.contains("-99"), "{}", ran.stderr);
}

#[test]
fn rows_of_aims_or_weights_are_told_from_answers() {
    let rows: Vec<[u8; 8]> = ROWS.iter().flat_map(|row| [*row, row.map(|answer| (answer + 1).min(5))]).collect();
    let kinds = |header: &str, kinds: [&str; 2]| {
        let mut cells = table(&rows, false);
        for (number, row) in cells.iter_mut().enumerate() {
            let kind = if number == 0 { header } else { kinds[(number - 1) % 2] };
            row.insert(1, kind.to_owned());
            row[0] = row[0].replace(&(number.max(1) - 1).to_string(), &((number.max(1) - 1) / 2).to_string());
        }
        cells
    };
    for (header, words) in
        [("State", ["Current", "Target"]), ("区分", ["現状", "目標"]), ("", ["Maturity", "Importance"])]
    {
        let cells = kinds(header, words);
        let ran = batch(&cells, &["--scale", "points"]);
        assert!(ran.code == 3 && ran.stderr.contains(&format!("has `{}` in 4 rows", words[1])), "{}", ran.stderr);
        let alone = batch(&cells, &["--scale", "points", "--where", &format!("#2 != {}", words[1])]);
        assert_eq!(alone.scores(), batch(&table(&ROWS, false), &["--scale", "points"]).scores(), "{}", alone.stderr);
    }
    // Waves are answers, and companies are called so.
    for (header, words) in [("Wave", ["Before", "After"]), ("Company", ["Acme", "Target"])] {
        let ran = batch(&kinds(header, words), &["--scale", "points"]);
        assert_eq!(ran.code, 0, "{header}: {}", ran.stderr);
    }
}

#[test]
fn rows_that_stand_a_cell_too_far_to_the_left_are_refused() {
    let mails = |cells: &mut Rows| {
        for (number, row) in cells.iter_mut().enumerate() {
            row.insert(1, if number == 0 { "Email".to_owned() } else { format!("a{number}@example.org") });
        }
    };
    let shift = |row: &mut Vec<String>| {
        row.remove(1);
        row.push(String::new());
    };
    let mut cells = table(&ROWS, false);
    mails(&mut cells);
    shift(&mut cells[2]);
    let ran = batch(&cells, &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4), "{}", ran.stderr);
    assert!(ran.stderr.contains("row 3: `Email` has the number `5`, where others have texts"), "{}", ran.stderr);
    cells.iter_mut().enumerate().filter(|(number, _)| ![0, 2].contains(number)).for_each(|(_, row)| shift(row));
    let ran = batch(&cells, &["--scale", "points"]);
    assert!(ran.code == 3 && ran.stderr.contains("all rows may stand a cell too far to the left"), "{}", ran.stderr);
    // Whoever leaves the last question open beside a number of its own stands right.
    let mut cells = table(&ROWS, false);
    cells
        .iter_mut()
        .enumerate()
        .for_each(|(number, row)| row.insert(1, if number == 0 { "Agents".to_owned() } else { number.to_string() }));
    cells[2][9].clear();
    let ran = batch(&cells, &["--scale", "points"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn a_second_row_of_headings_is_none_of_answers_though_it_has_numbers() {
    for numbers in [["1", "2", "3", "4", "1", "2", "3", "4"], ["1", "1", "2", "1", "3", "1", "1", "1"]] {
        let mut cells = table(&ROWS, false);
        cells
            .iter_mut()
            .enumerate()
            .for_each(|(number, row)| row.insert(0, if number == 0 { "Id".to_owned() } else { format!("r{number}") }));
        cells.insert(1, ["Id", "Name"].into_iter().chain(numbers).map(str::to_owned).collect());
        let ran = batch(&cells, &["--scale", "points"]);
        assert_eq!(ran.scores(), batch(&table(&ROWS, false), &["--scale", "points"]).scores(), "{}", ran.stderr);
        assert!(ran.stderr.contains("1 row passed over: headings (row 2)"), "{}", ran.stderr);
    }
    let mut cells: Rows = table(&ROWS, false).into_iter().map(|row| row[1..].to_vec()).collect();
    cells.insert(1, ["1", "2", "3", "4", "1", "2", "3", "4"].map(str::to_owned).to_vec());
    let ran = batch(&cells, &["--scale", "points"]);
    assert!(ran.stderr.contains("1 row passed over: headings (row 2)"), "{}", ran.stderr);
}

#[test]
fn rows_that_stand_in_one_cell_each_are_refused_for_what_they_are() {
    let lines = csv(&table(&ROWS, false));
    let quoted: String = lines.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect();
    let ran = run_with(&mut command(&["batch", "-", "-f", "csv"]), &quoted);
    assert!(ran.code == 3 && ran.stderr.contains("headers of 8 questions in one cell"), "{}", ran.stderr);
}

/// A column for each option, as Qualtrics and Gravity Forms head them.
#[test]
fn options_with_a_column_each_are_read_behind_what_programs_put_between() {
    let wide = |head: &dyn Fn(&str, &str) -> String, all: bool| {
        let asked = questions();
        let mut cells: Rows = table(&ROWS, true).iter().map(|row| vec![row[0].clone()]).collect();
        for (at, (_, text, options)) in asked.iter().enumerate() {
            for (place, option) in options.iter().enumerate().skip(usize::from(!all && at == 0)) {
                cells[0].push(head(text, option));
                for (number, row) in ROWS.iter().enumerate() {
                    let chosen = usize::from(row[at]) == place + 1;
                    cells[number + 1].push(if chosen { option.clone() } else { String::new() });
                }
            }
        }
        batch(&cells, &[])
    };
    for head in
        [&|text, option| format!("{text} - Selected Choice - {option}"), &|text, option| format!("{text} ({option})")]
            as [&dyn Fn(&str, &str) -> String; 2]
    {
        let ran = wide(head, true);
        assert_eq!((ran.code, ran.stdout == right(&ROWS)), (0, true), "{}{}", ran.stdout, ran.stderr);
        // Whoever chose an option without a column would count as open.
        let ran = wide(head, false);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
    }
    let ran = wide(&|text, option| format!("{text} - Importance - {option}"), true);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
}

#[test]
fn rows_of_aims_and_of_weights_are_refused_at_once() {
    let rows: Vec<[u8; 8]> = ROWS.iter().flat_map(|row| [*row; 3]).collect();
    let mut cells = table(&rows, false);
    for (number, row) in cells.iter_mut().enumerate() {
        let kind = if number == 0 { "Row" } else { ["Score", "Target", "Weight"][(number - 1) % 3] };
        row.insert(1, kind.to_owned());
        row[0] = row[0].replace(&(number.max(1) - 1).to_string(), &((number.max(1) - 1) / 3).to_string());
    }
    let ran = batch(&cells, &["--scale", "points"]);
    assert!(ran.code == 3 && ran.stderr.contains("`Row` has `Target`, `Weight` in 8 rows"), "{}", ran.stderr);
    assert!(ran.stderr.contains("with --where 'Row != Target' --where 'Row != Weight', or"), "{}", ran.stderr);
    let conditions = ["--scale", "points", "--where", "Row != Target", "--where", "Row != Weight"];
    let alone = batch(&cells, &conditions);
    assert_eq!(alone.scores(), batch(&table(&ROWS, false), &["--scale", "points"]).scores(), "{}", alone.stderr);
}

#[test]
fn a_web_page_that_is_called_a_workbook_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (name, page) in [
        ("a.xls", "<html><body><table><tr><td>skills-path</td></tr></table></body></html>"),
        ("a.xls", "\u{feff}<meta charset=\"utf-8\"><table><tr><td>skills-path</td></tr></table>"),
        ("a.xlsx", "<table border=1><tr><td>skills-path</td></tr></table>"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, page).unwrap();
        let ran = run(&["batch", path.to_str().unwrap()]);
        assert!(
            ran.code == 3 && ran.stderr.contains("open it in a spreadsheet program and save it as .xlsx"),
            "{}",
            ran.stderr
        );
    }
}
