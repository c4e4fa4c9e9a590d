//! Forms of ours that came back as spreadsheets: what can be seen in them is what was answered, whatever the hidden sheet says, or they
//! are refused.

use std::sync::LazyLock;

use calamine::{Data, Reader as _, Xlsx};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_xlsxwriter::{Format, Note, Workbook, Worksheet};

use crate::program::{Ran, run};

/// The columns of the form.
const NUMBER: usize = 0;
const QUESTION: usize = 1;
const OPTIONS: usize = 2;
const ANSWER: usize = 3;
const NOTE: usize = 4;

type Rows = Vec<Vec<String>>;

/// The form of the default assessment, blank: its lines, and the ids of its hidden sheet.
static BLANK: LazyLock<(Rows, Vec<String>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.xlsx");
    assert_eq!(run(&["template", "-o", path.to_str().unwrap()]).code, 0);
    let mut book: Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let mut rows = |sheet: &str| -> Rows {
        let range = book.worksheet_range(sheet).unwrap();
        range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
    };
    (rows("Answers"), rows("cxm").swap_remove(0))
});

/// A form that was filled in: its lines, and what its hidden sheet says below the ids.
#[derive(Clone)]
struct Filled {
    lines: Rows,
    hidden: Vec<String>,
}

impl Filled {
    /// With the options at these places as answers, and nothing where there is none.
    fn new(answers: &[Option<Index>]) -> Self {
        let (mut lines, ids) = BLANK.clone();
        lines[3][OPTIONS] = "Acme".to_owned();
        let mut filled = Self { lines, hidden: vec![String::new(); ids.len()] };
        for (line, answer) in filled.questions().into_iter().zip(answers) {
            let line = &mut filled.lines[line];
            line[ANSWER] =
                answer.as_ref().map_or("", |answer| options(&line[OPTIONS]).swap_remove(answer.index(5))).to_owned();
        }
        // Every second option of the facts of which several can hold, and the second of the others.
        let ends = filled.questions()[0];
        for line in 8..ends {
            let (fact, option) = (!filled.lines[line][QUESTION].is_empty(), !filled.lines[line][OPTIONS].is_empty());
            let second = filled.lines[line][OPTIONS].lines().nth(1).unwrap_or_default().to_owned();
            filled.lines[line][ANSWER] = match (fact, option) {
                (true, true) => second,
                (false, true) if line % 2 == 0 => "yes".to_owned(),
                _ => continue,
            };
        }
        filled.hidden = filled.gathered();
        filled
    }

    /// What is told of each fact.
    fn told(&self) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for line in &self.lines[8..self.questions()[0]] {
            match [QUESTION, OPTIONS].map(|column| !line[column].is_empty()) {
                [true, true] => told.push(line[ANSWER].clone()),
                [false, true] if !line[ANSWER].is_empty() => {
                    let told = told.last_mut().unwrap();
                    let between = if told.is_empty() { "" } else { "; " };
                    *told = format!("{told}{between}{}", line[OPTIONS]);
                }
                _ => {}
            }
        }
        told
    }

    /// The places of the lines with questions.
    fn questions(&self) -> Vec<usize> {
        let asks = |line: &usize| self.lines[*line][NUMBER].parse::<u32>().is_ok();
        (0..self.lines.len()).filter(asks).collect()
    }

    /// The same of those with an answer.
    fn answered(&self) -> Vec<usize> {
        self.questions().into_iter().filter(|line| !self.lines[*line][ANSWER].is_empty()).collect()
    }

    /// What the formulas of the hidden sheet give.
    fn gathered(&self) -> Vec<String> {
        let questions = self.questions().into_iter().map(|line| &self.lines[line]);
        let points: Vec<String> = questions.map(|line| first(&line[ANSWER]).to_owned()).collect();
        let metadata = self.lines[3..6].iter().map(|line| line[OPTIONS].clone());
        let row: Vec<String> = metadata.chain(self.told()).chain(points).collect();
        assert_eq!(row.len(), BLANK.1.len());
        row
    }

    fn book(&self, change: impl Fn(&mut Worksheet)) -> Workbook {
        let mut book = Workbook::new();
        let hidden = book.add_worksheet().set_name("cxm").unwrap().set_hidden(true);
        write(hidden, &[BLANK.1.clone(), self.hidden.clone()]);
        let sheet = book.add_worksheet().set_name("Answers").unwrap().set_active(true);
        write(sheet, &self.lines);
        change(sheet);
        book
    }
}

/// The entries that are options of a question.
fn options(entries: &str) -> Vec<&str> {
    entries.lines().filter(|entry| entry.starts_with(|sign: char| sign.is_ascii_digit())).collect()
}

fn first(answer: &str) -> &str {
    answer.split(' ').next().unwrap_or_default()
}

fn write(sheet: &mut Worksheet, rows: &[Vec<String>]) {
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
}

fn batch(mut book: Workbook) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.xlsx");
    book.save(&path).unwrap();
    run(&["batch", path.to_str().unwrap(), "-f", "csv"])
}

/// What a table gives with the same answers.
fn right(filled: &Filled) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, format!("{}\n\"{}\"\n", BLANK.1.join(","), filled.gathered().join("\",\""))).unwrap();
    let ran = run(&["batch", path.to_str().unwrap(), "-f", "csv"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.stdout
}

fn refused(ran: &Ran, why: &str) {
    assert!(ran.code != 0 && ran.stdout.lines().count() <= 1 && ran.stderr.contains(why), "{why}: {}", ran.page());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn what_can_be_seen_is_read_or_refused(
        answers in proptest::collection::vec(proptest::option::weighted(0.9, any::<Index>()), 28),
        which in any::<Index>(),
        other in any::<Index>(),
    ) {
        let filled = Filled::new(&answers);
        let mut answered = filled.answered();
        prop_assume!(answered.len() > 1);
        let line = answered.swap_remove(which.index(answered.len()));
        let other = answered[other.index(answered.len())];
        are_read(&filled, line, other);
        are_refused(&filled, line, other);
        are_refused_for_what_is_said(&filled, line);
        second_sheets(&filled, line);
    }
}

/// The same form after it was changed.
fn changed(filled: &Filled, change: impl Fn(&mut Filled)) -> Filled {
    let mut other = filled.clone();
    change(&mut other);
    other
}

/// `line` and `other` are lines with an answer.
fn are_read(filled: &Filled, line: usize, other: usize) {
    let right = right(filled);
    let read = |what: &str, change: &dyn Fn(&mut Filled)| {
        let ran = batch(changed(filled, change).book(|_| ()));
        assert_eq!((ran.code, &ran.stdout), (0, &right), "{what}: {}", ran.stderr);
    };
    read("as it is", &|_| ());
    read("an earlier state of the hidden sheet", &|form| {
        form.hidden.iter_mut().rev().take(28).filter(|cell| !cell.is_empty()).for_each(|cell| *cell = "1".to_owned());
    });
    read("nothing worked out", &|form| form.hidden.iter_mut().for_each(String::clear));
    read("a mark that says that an option does not hold", &|form| {
        let is_open = |line: &&mut Vec<String>| {
            [QUESTION, OPTIONS, ANSWER].map(|column| line[column].is_empty()) == [true, false, true]
        };
        form.lines.iter_mut().find(is_open).unwrap()[ANSWER] = "なし".to_owned();
    });
    read("points without their text", &|form| {
        let points = first(&form.lines[line][ANSWER]).to_owned();
        form.lines[line][ANSWER] = points;
    });
    read("lines that were sorted, of which the formulas know nothing", &|form| {
        form.lines.swap(line, other);
        form.hidden = form.gathered();
    });
}

fn are_refused(filled: &Filled, line: usize, other: usize) {
    let no = |why: &str, change: &dyn Fn(&mut Filled)| refused(&batch(changed(filled, change).book(|_| ())), why);
    let text = &filled.lines[line][ANSWER];
    let number = other_number(text);
    no("row 2: `", &|form| form.lines[line][ANSWER] = text.replacen(first(text), &number, 1));
    no("is no answer", &|form| form.lines[line][ANSWER] = format!("{} or {number}", first(text)));
    no("where evidence goes", &|form| form.lines[line].swap(ANSWER, NOTE));
    no("has no line", &|form| drop(form.lines.remove(line)));
    no("has 2 lines", &|form| {
        let twice = form.lines[line].clone();
        form.lines.push(twice);
    });
    no("the hidden sheet has `", &|form| form.lines[line][ANSWER].clear());
    no("is no answer", &|form| form.lines[other][ANSWER].clone_from(text));
    no("lines were moved", &|form| {
        let asks = form.lines[other][QUESTION].clone();
        form.lines[line][QUESTION] = asks;
    });
    // What was asked is no longer what is asked.
    no("with the same options", &|form| {
        let entries = form.lines[line][OPTIONS].clone();
        form.lines[line][OPTIONS] = entries.lines().rev().collect::<Vec<_>>().join("\n");
    });
    no("with the same options", &|form| form.lines[line][QUESTION].insert_str(0, "Some day, "));
    no("says of the numbers what the form did not", &|form| form.lines[1][NUMBER] = "1 = best, 5 = worst".to_owned());
    no("`Your name` in column B", &|form| drop(form.lines.remove(4)));
    // The answers of somebody else beside these.
    no("of somebody else", &|form| form.lines[line].push(first(text).to_owned()));
    no("of somebody else", &|form| {
        let [first, second] = [0, 1].map(|at| options(&form.lines[line][OPTIONS])[at].to_owned());
        form.lines[line][NOTE] = if first == *text { second } else { first };
    });
    no("beside circles", &|form| {
        let marks: Vec<usize> = (0..form.lines.len()).filter(|at| form.lines[*at][ANSWER] == "yes").collect();
        (form.lines[marks[0]][ANSWER], form.lines[marks[1]][ANSWER]) = ("○".to_owned(), "x".to_owned());
    });
}

/// Points that this answer does not begin with.
fn other_number(answer: &str) -> String {
    (1..=5).map(|points: u8| points.to_string()).find(|points| first(answer) != points).unwrap()
}

fn are_refused_for_what_is_said(filled: &Filled, line: usize) {
    let text = &filled.lines[line][ANSWER];
    let (row, column) = (u32::try_from(line).unwrap(), u16::try_from(ANSWER).unwrap());
    let struck = Format::new().set_font_strikethrough();
    let book = filled.book(|sheet| {
        sheet.write_with_format(row, column, text, &struck).unwrap();
    });
    refused(&batch(book), "struck through");
    let note = Note::new(format!("should be {}", other_number(text)));
    let book = filled.book(|sheet| {
        sheet.insert_note(row, column, &note).unwrap();
    });
    refused(&batch(book), "is to be another");
    let book = changed(filled, |form| form.hidden.iter_mut().for_each(String::clear)).book(|sheet| {
        sheet.merge_range(row, column, row + 1, column, "", &Format::new()).unwrap();
        sheet.write(row, column, text).unwrap();
    });
    // Below the last question of a group, nothing was to be answered.
    if filled.lines.get(line + 1).is_some_and(|below| below[NUMBER].parse::<u32>().is_ok()) {
        refused(&batch(book), "is merged with others");
    }
}

fn second_sheets(filled: &Filled, line: usize) {
    let with_copy = |form: &Filled| {
        let mut book = filled.book(|_| ());
        write(book.add_worksheet().set_name("Answers (2)").unwrap(), &form.lines);
        batch(book)
    };
    let other = changed(filled, |form| form.lines[line][ANSWER].clear());
    refused(&with_copy(&other), "are both filled in, and not alike");
    assert_eq!(with_copy(filled).stdout, right(filled));
    let mut alone = Workbook::new();
    write(alone.add_worksheet().set_name("cxm").unwrap().set_hidden(true), &[BLANK.1.clone(), filled.gathered()]);
    write(alone.add_worksheet().set_name("Notes").unwrap().set_active(true), &filled.lines[..2]);
    refused(&batch(alone), "no sheet that can be seen has its questions");
    // One of them may not have been filled in.
    let blank = Filled::new(&[]);
    let ran = with_copy(&blank);
    assert_eq!((ran.code, ran.stdout), (0, right(filled)), "{}", ran.stderr);
}
