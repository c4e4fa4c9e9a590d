//! Answers in JSON that are objects: a matrix of questions, and a number with its text.

use std::sync::Arc;

use cxm::definition::{self, Definition, bundled};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::program::{Ran, command, run_with};

const IDS: [&str; 4] = ["skills-onboarding", "skills-training", "skills-path", "skills-change"];

fn batch(rows: &[Value]) -> Ran {
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.ndjson");
    std::fs::write(&path, lines).unwrap();
    run_with(&mut command(&["batch", path.to_str().unwrap(), "-f", "csv", "--scale", "points"]), "")
}

fn definition() -> Definition {
    definition::read(&Arc::new(bundled::find("cx-maturity").unwrap().source())).0.unwrap()
}

/// A row of which each answer is written so.
fn row(name: usize, options: &[usize], write: impl Fn(usize, usize) -> Value) -> Value {
    let mut row = json!({ "Name": format!("Org {name}") });
    for (at, option) in options.iter().enumerate() {
        row[IDS[at]] = write(at, *option);
    }
    row
}

fn rows(all: &[Vec<usize>], write: impl Fn(usize, usize) -> Value) -> Vec<Value> {
    all.iter().enumerate().map(|(name, options)| row(name, options, &write)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_and_a_text_in_an_object_are_read_where_they_agree(all in vec(vec(0usize..5, 4), 1..4), wrong in (0usize..5, 1usize..5)) {
        let definition = definition();
        let text = |at: usize, option: usize| definition.question(at).unwrap().1.options[option].text.clone();
        let expected = batch(&rows(&all, |_, option| json!(option + 1)));
        for write in [
            &|at: usize, option: usize| json!({ "value": option + 1, "label": text(at, option) }) as Value,
            &|at, option| json!({ "value": (option + 1).to_string(), "text": text(at, option) }),
            &|at, option| json!({ "value": format!("A{}", option + 1), "title": text(at, option) }),
            &|at, option| json!({ "value": text(at, option), "label": text(at, option) }),
            &|at, option| json!({ "id": "0c5e-11", "label": text(at, option) }),
            &|_, option| json!({ "value": option + 1 }),
            &|at, option| json!({ "label": text(at, option) }),
            &|at, option| json!([text(at, option)]),
            &|_, option| json!([option + 1]),
        ] as [&dyn Fn(usize, usize) -> Value; 9] {
            let ran = batch(&rows(&all, write));
            prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}\n{}", write(0, 0), ran.stderr);
        }
        let (option, shift) = wrong;
        let other = (option + shift) % 5;
        for strange in [
            json!({ "value": option + 1, "label": text(0, other) }),
            json!({ "value": text(0, option), "label": text(0, other) }),
            json!({ "value": option + 1, "label": "Something else" }),
            json!({ "value": option + 1, "label": text(0, option), "score": other }),
            json!([option + 1, other + 1]),
            json!([text(0, option), text(0, other)]),
        ] {
            let mut rows = rows(&all, |_, option| json!(option + 1));
            rows[0][IDS[0]] = strange.clone();
            let ran = batch(&rows);
            prop_assert!(ran.code != 0 && !ran.stdout.contains("Org 0,"), "{}\n{}{}", strange, ran.stdout, ran.stderr);
        }
    }
}

#[test]
fn a_matrix_of_questions_is_a_column_each() {
    let all = [vec![2, 1, 1, 0], vec![0, 4, 2, 3], vec![4, 2, 4, 3]];
    let plain = rows(&all, |_, option| json!(option + 1));
    let expected = batch(&plain);
    let under = |key: &str, row: &Value| {
        let mut row = row.clone();
        let mut matrix = json!({});
        for id in IDS {
            matrix[id] = row[id].take();
            row.as_object_mut().unwrap().remove(id);
        }
        row[key] = matrix;
        row
    };
    for key in ["matrix_skills", "matrix1", "question1", "skills"] {
        let ran = batch(&plain.iter().map(|row| under(key, row)).collect::<Vec<_>>());
        assert_eq!((ran.code, &ran.scores()), (0, &expected.scores()), "{key} {}", ran.stderr);
    }
    // Of something else than answers.
    for key in ["importance", "matrix_importance", "target", "durations"] {
        let ran = batch(&plain.iter().map(|row| under(key, row)).collect::<Vec<_>>());
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{key} {}", ran.stderr);
        // Beside answers it is none.
        let beside = |row: &Value| {
            let mut both = under(key, row);
            for id in IDS {
                both[id] = row[id].clone();
            }
            both
        };
        let ran = batch(&plain.iter().map(beside).collect::<Vec<_>>());
        assert_eq!((ran.code, ran.scores()), (0, expected.scores()), "{key} {}", ran.stderr);
    }
    // The same question in two of them is not certain.
    let twice = |row: &Value| {
        let mut both = under("matrix1", row);
        both["matrix2"] = both["matrix1"].clone();
        both
    };
    let ran = batch(&plain.iter().map(twice).collect::<Vec<_>>());
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
}

#[test]
fn an_answer_beside_those_of_an_answer_set_is_refused() {
    let mut set = json!({ "answers": {} });
    IDS.iter().for_each(|id| set["answers"][id] = json!(3));
    assert_eq!(batch(&[set.clone()]).code, 0);
    set[IDS[0]] = json!(2);
    let ran = batch(&[set]);
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    let why = format!("`{}` is a question, and its answer stands beside `answers` and not in it", IDS[0]);
    assert!(ran.stderr.contains(&why), "{}", ran.stderr);
}
