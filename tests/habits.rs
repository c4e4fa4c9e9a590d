//! How tables write answers: words around codes, letters before options, words for no answer, texts in two languages. What all cells
//! agree on is read, and what contradicts itself is refused by name.

use std::sync::Arc;

use cxm::definition::{self, Definition, bundled};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::program::{Ran, command, run_with};

pub(crate) fn batch(table: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "csv"], more].concat()), table)
}

/// The assessment in English and in Japanese.
pub(crate) fn languages() -> [Definition; 2] {
    let file = bundled::find("cx-maturity").unwrap();
    let definition = definition::read(&Arc::new(file.source())).0.unwrap();
    let text = Arc::new(cxm::diagnostic::Source::new("ja", file.translations[0].1));
    let japanese = definition::translate(&definition, &text).0.unwrap();
    [definition, japanese]
}

fn option(definition: &Definition, question: usize, option: usize) -> &str {
    &definition.question(question).unwrap().1.options[option].text
}

/// The columns of the first questions, without a name in front.
pub(crate) const IDS: [&str; 4] = ["skills-onboarding", "skills-training", "skills-path", "skills-change"];

/// A table of these cells, of which each row has a name, too.
fn table(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!(",\"{}\"", cell.replace('"', "\"\""));
    let rows =
        rows.iter().enumerate().map(|(at, row)| format!("Org {at}{}\n", row.iter().map(quoted).collect::<String>()));
    format!("Name,{}\n{}", IDS.join(","), rows.collect::<String>())
}

fn numbers(rows: &[Vec<usize>]) -> String {
    table(&rows.iter().map(|row| row.iter().map(|option| (option + 1).to_string()).collect()).collect::<Vec<_>>())
}

fn rows() -> impl Strategy<Value = Vec<Vec<usize>>> {
    vec(vec(0usize..5, 4), 2..6).prop_map(|mut rows| {
        // Which scale it is has to be told.
        rows.push(vec![0, 4, 2, 1]);
        rows
    })
}

/// What forms put around the code of an option, and before its text.
const AROUND: [fn(usize) -> String; 10] = [
    |code| format!("Choice {code}"),
    |code| format!("option_{code}"),
    |code| format!("{code}点"),
    |code| format!("{code} Punkte"),
    |code| format!("[{code}]"),
    |code| format!("({code})"),
    |code| format!("Level {code}"),
    |code| format!("{code}/5"),
    |code| format!("{code} / 5"),
    |code| "★".repeat(code) + &"☆".repeat(5 - code),
];
const BEFORE: [fn(usize) -> String; 8] = [
    |option| format!("{}) ", char::from(b'a' + u8::try_from(option).unwrap())),
    |option| format!("({}) ", char::from(b'A' + u8::try_from(option).unwrap())),
    |option| format!("{}) ", char::from(b'e' - u8::try_from(option).unwrap())),
    |option| format!("{} - ", option + 1),
    |option| format!("({}) ", option + 1),
    |option| format!("{}. ", option + 1),
    |option| format!("Level {}: ", option + 1),
    |option| format!("レベル{}：", option + 1),
];
const MISSING: [&str; 14] =
    ["-", "–", "―", "ー", ".", "#N/A", "--", "NULL", "None", "nan", "NaN", "<NA>", "無回答", "No answer"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn codes_with_the_same_word_around_each_are_read(rows in rows(), around in select(&AROUND[..]), stray in select(&[None, Some("5"), Some("3 hours"), Some("Stage 3")][..])) {
        let expected = batch(&numbers(&rows), &["--scale", "points"]);
        let mut cells: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|option| around(option + 1)).collect()).collect();
        let ran = batch(&table(&cells), &["--scale", "points"]);
        prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}{}", table(&cells), ran.stderr);
        // What not all cells agree on says nothing of them.
        if let Some(stray) = stray {
            stray.clone_into(&mut cells[0][0]);
            let ran = batch(&table(&cells), &["--scale", "points"]);
            let lines: Vec<&str> = ran.stdout.lines().skip(1).collect();
            prop_assert!(ran.code == 1 && lines.is_empty(), "{}{}", ran.stdout, ran.stderr);
        }
    }

    /// One cell in which the letter or the number contradicts the text is never taken for an answer.
    #[test]
    fn what_stands_before_a_text_agrees_with_it_or_is_refused(rows in rows(), before in select(&BEFORE[..]), wrong in (0usize..5, 1usize..5)) {
        let [definition, _] = languages();
        let cell = |(question, at): (usize, &usize)| before(*at) + option(&definition, question, *at);
        let mut cells: Vec<Vec<String>> = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
        // Enough of them say how it is meant.
        cells.extend((0..5).map(|at| vec![cell((0, &at)), cell((1, &at)), cell((2, &at)), cell((3, &at))]));
        let expected = batch(&numbers(&[rows, (0..5).map(|at| vec![at; 4]).collect()].concat()), &["--scale", "points"]);
        let ran = batch(&table(&cells), &[]);
        prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}{}", table(&cells), ran.stderr);
        let (at, shift) = wrong;
        cells[0][0] = before(at) + option(&definition, 0, (at + shift) % 5);
        let ran = batch(&table(&cells), &[]);
        prop_assert!(ran.code != 0, "{}\n{}", cells[0][0], ran.stderr);
        prop_assert!(!ran.stdout.contains("Org 0,"), "{}\n{}", cells[0][0], ran.stdout);
    }

    #[test]
    fn words_for_no_answer_are_open_where_all_else_are_answers(rows in rows(), word in select(&MISSING[..]), texts in any::<bool>(), stray in any::<bool>()) {
        let [definition, _] = languages();
        let cell = |(question, at): (usize, &usize)| if texts { option(&definition, question, *at).to_owned() } else { (at + 1).to_string() };
        let mut cells: Vec<Vec<String>> = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
        cells[1][2] = String::new();
        let expected = batch(&table(&cells), &["--scale", "points"]);
        word.clone_into(&mut cells[1][2]);
        let ran = batch(&table(&cells), &["--scale", "points"]);
        prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}{}", table(&cells), ran.stderr);
        let said = ran.stderr.contains("1 cell with `") && ran.stderr.contains("is read as not answered");
        prop_assert!(said, "{}", ran.stderr);
        if stray {
            "Hardly ever".clone_into(&mut cells[0][2]);
            let ran = batch(&table(&cells), &["--scale", "points"]);
            prop_assert_eq!((ran.code, ran.stdout.lines().count()), (1, rows.len() - 1), "{}", ran.stderr);
        }
    }

    #[test]
    fn questions_and_answers_in_two_languages_at_once_are_read(rows in rows(), between in select(&[" / ", "\n", " | ", "／", " "][..]), turned in any::<bool>()) {
        let languages = languages();
        let both = |text: &dyn Fn(&Definition) -> String| {
            let [one, other] = languages.each_ref().map(text);
            if turned { format!("{other}{between}{one}") } else { format!("{one}{between}{other}") }
        };
        let header: Vec<String> = (0..4).map(|at| both(&|of| of.question(at).unwrap().1.text.clone())).collect();
        let quoted = |cells: &[String]| cells.iter().map(|cell| format!(",\"{}\"", cell.replace('"', "\"\""))).collect::<String>();
        let lines: String = rows.iter().enumerate().map(|(name, row)| {
            let cells: Vec<String> = row.iter().enumerate().map(|(at, of)| both(&|definition| option(definition, at, *of).to_owned())).collect();
            format!("Org {name}{}\n", quoted(&cells))
        }).collect();
        let ran = batch(&format!("Name{}\n{lines}", quoted(&header)), &[]);
        let expected = batch(&numbers(&rows), &["--scale", "points"]);
        prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}{}", lines, ran.stderr);
    }
}

#[test]
fn a_question_beside_that_of_another_in_another_language_is_none() {
    let [definition, japanese] = languages();
    let text = |of: &Definition, at: usize| of.question(at).unwrap().1.text.clone();
    let header = format!("{} / {}", text(&definition, 0), text(&japanese, 1));
    let ran = batch(&format!("Name,\"{header}\",skills-path\na,1,2\nb,5,4\n"), &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
}

#[test]
fn what_limesurvey_writes_where_a_question_was_not_shown_is_said() {
    let table = "id,submitdate,lastpage,startlanguage,skills-onboarding,skills-path\n1,2026-10-01,7,en,1,N/A\n2,2026-10-01,7,en,5,4\n";
    let ran = batch(table, &["--scale", "points"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("1 cell with `N/A` is read as not answered"), "{}", ran.stderr);
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    std::fs::write(&map, "[cells]\n\"N/A\" = \"n/a\"\n").unwrap();
    let ran = batch(table, &["--scale", "points", "--map", map.to_str().unwrap()]);
    assert!(!ran.stderr.contains("is read as"), "{}", ran.stderr);
}
