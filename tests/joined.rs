//! Questions in several columns: a form with a branch for each language fills one of them in each row, and they are read as one;
//! whatever else it may be is refused.

use cxm::definition::Definition;
use proptest::prelude::*;

use crate::habits::{IDS, batch, languages};
use crate::maps::mapped;

/// How many of the questions and options there are.
const QUESTIONS: usize = 28;

/// A table of these cells, in quotes.
fn table(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect()
}

fn headers(definition: &Definition) -> Vec<String> {
    definition.questions().map(|(_, question)| question.text.clone()).collect()
}

fn texts(definition: &Definition, options: &[usize]) -> Vec<String> {
    let questions = definition.questions().map(|(_, question)| question);
    questions.zip(options).map(|(question, option)| question.options[*option].text.clone()).collect()
}

/// The export of a form that asks which language somebody speaks, and then all questions in it.
fn branched(rows: &[(bool, Vec<usize>)]) -> Vec<Vec<String>> {
    let [english, japanese] = languages();
    let open = || vec![String::new(); QUESTIONS];
    let row = |(at, (is_japanese, options)): (usize, &(bool, Vec<usize>))| {
        let (language, first, second) = match is_japanese {
            true => ("日本語", open(), texts(&japanese, options)),
            false => ("English", texts(&english, options), open()),
        };
        [vec![format!("Person {at}"), language.to_owned()], first, second].concat()
    };
    let header = [vec!["Name".to_owned(), "Language".to_owned()], headers(&english), headers(&japanese)].concat();
    [vec![header], rows.iter().enumerate().map(row).collect()].concat()
}

fn answers() -> impl Strategy<Value = Vec<(bool, Vec<usize>)>> {
    proptest::collection::vec((any::<bool>(), proptest::collection::vec(0usize..5, QUESTIONS)), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_form_with_a_branch_for_each_language_says_what_one_without_says(rows in answers()) {
        let [english, _] = languages();
        let one: Vec<Vec<String>> = rows.iter().map(|(_, options)| texts(&english, options)).collect();
        let plain = batch(&table(&[vec![headers(&english)], one].concat()), &[]);
        prop_assert_eq!(plain.code, 0, "{}", plain.stderr);
        let ran = batch(&table(&branched(&rows)), &[]);
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        prop_assert!(ran.stderr.contains("28 questions have several columns"), "{}", ran.stderr);
        prop_assert_eq!(ran.scores(), plain.scores());
    }
}

/// So many rows of numbers from 1 to 5 in the first half of the columns of all questions, or in the second.
fn numbers(count: usize) -> Vec<Vec<String>> {
    let ids: Vec<String> = languages()[0].questions().map(|(_, question)| question.id.clone()).collect();
    let row = |row: usize| {
        let cells: Vec<String> = (0..QUESTIONS).map(|at| ((row * 7 + at * at + row / 3) % 5 + 1).to_string()).collect();
        let open = vec![String::new(); QUESTIONS];
        if row.is_multiple_of(2) { [cells, open].concat() } else { [open, cells].concat() }
    };
    let named = |(at, row): (usize, Vec<String>)| [vec![format!("Person {at}")], row].concat();
    let header = [vec!["Name".to_owned()], ids.clone(), ids].concat();
    [vec![header], (0..count).map(row).enumerate().map(named).collect()].concat()
}

#[test]
fn what_fills_both_is_refused() {
    let both = |rows: usize| {
        let mut table = numbers(40);
        table[1..=rows].iter_mut().for_each(|row| {
            let cells: Vec<String> = row[1..].iter().filter(|cell| !cell.is_empty()).cloned().collect();
            let others = cells.iter().map(|cell| (if cell == "5" { "1" } else { "5" }).to_owned()).collect();
            *row = [row[..1].to_vec(), cells, others].concat();
        });
        batch(&self::table(&table), &[])
    };
    let none = batch(&table(&numbers(40)), &[]);
    assert_eq!((none.code, none.stdout.lines().count()), (0, 41), "{}", none.stderr);
    // A few may have gone back and taken the other branch.
    for (rows, code) in [(2, 1), (4, 1), (5, 3), (40, 3)] {
        let ran = both(rows);
        assert_eq!(ran.code, code, "{rows}: {}", ran.stderr);
        let why = if code == 3 { "More than one of them is filled in" } else { "more than one option of" };
        assert!(ran.stderr.contains(why), "{rows}: {}", ran.stderr);
    }
}

#[test]
fn a_column_may_be_a_slip_where_a_question_has_none() {
    let mut table = numbers(8);
    for row in &mut table {
        row.truncate(QUESTIONS + 2);
    }
    let ran = batch(&self::table(&table), &[]);
    assert!(ran.stderr.contains("1 question has several columns"), "{}", ran.stderr);
    table[0][2] = IDS[0].to_owned();
    let ran = batch(&self::table(&table), &[]);
    assert!(ran.code == 3 && ran.stderr.contains("more than one column matches"), "{}", ran.stderr);
}

#[test]
fn a_map_may_give_two_columns_to_a_question() {
    let map = "[columns]\n\"Training (EN)\" = \"skills-training\"\n\"Training (JA)\" = \"skills-training\"\n";
    let csv = |second: &str| format!("Who,Training (EN),Training (JA)\na,3,\nb,,4\nc,5,{second}\nd,1,\n");
    let ran = mapped(map, &csv(""), &["--scale", "points"]);
    let one = batch("Who,skills-training\na,3\nb,4\nc,5\nd,1\n", &["--scale", "points"]);
    assert_eq!((ran.code, ran.scores()), (0, one.scores()), "{}", ran.stderr);
    let ran = mapped(map, &csv("1"), &[]);
    assert!(ran.code == 3 && ran.stderr.contains("filled in 1 row, which is row 4"), "{}", ran.stderr);
}
