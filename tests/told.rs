//! What JSON says of its answers in other places: texts beside codes, a codebook or a scale beside the rows.

use std::sync::Arc;

use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::Source;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::program::{Ran, command, run_with};

/// How many questions are answered.
const QUESTIONS: usize = 8;

/// Options from 0, the worst, to 4.
type Answers = [u8; QUESTIONS];

fn definition() -> Definition {
    let source = Source::new("bundled", bundled::find(bundled::DEFAULT).unwrap().toml);
    definition::read(&Arc::new(source)).0.unwrap()
}

/// An object with what is said of each of the first questions, which are given by their ids and the texts of their options.
fn each(of: impl Fn(usize, &[&str]) -> Value) -> Value {
    let definition = definition();
    let questions = definition.questions().take(QUESTIONS).enumerate();
    let members = questions.map(|(at, (_, question))| {
        let texts: Vec<&str> = question.options.iter().map(|option| option.text.as_str()).collect();
        (question.id.to_string(), of(at, &texts))
    });
    Value::Object(members.collect::<Map<String, Value>>())
}

fn codes(answers: &Answers, from: u8) -> Value {
    each(|at, _| json!(answers[at] + from))
}

fn texts(answers: &Answers) -> Value {
    each(|at, texts| json!(texts[usize::from(answers[at])]))
}

fn turned(answers: &Answers) -> Answers {
    answers.map(|answer| 4 - answer)
}

/// Respondents, of whom the first show the whole scale.
fn respondents() -> impl Strategy<Value = Vec<Answers>> {
    vec(prop::array::uniform8(0..=4u8), 2..8)
        .prop_map(|rows| [[0, 1, 2, 4, 0, 3, 0, 4], [4, 0, 4, 0, 2, 0, 4, 1]].into_iter().chain(rows).collect())
}

fn batch(text: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "csv"], more].concat()), text)
}

fn lines(rows: impl Iterator<Item = Value>) -> String {
    rows.map(|row| format!("{row}\n")).collect()
}

/// What rows come to by their points.
fn right(rows: &[Answers]) -> Vec<String> {
    let ran = batch(&lines(rows.iter().map(|row| codes(row, 1))), &["--scale", "points"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.scores()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// They agree, are counted from 0, or run the other way round.
    #[test]
    fn texts_beside_codes_say_what_codes_mean(rows in respondents(), from in 0..2u8, reversed: bool, outside: bool) {
        let row = |answers: &Answers| {
            let texts = texts(&if reversed { turned(answers) } else { *answers });
            match outside {
                true => {
                    let mut row = codes(answers, from);
                    row["labels"] = texts;
                    row
                }
                false => json!({"values": codes(answers, from), "labels": texts}),
            }
        };
        let ran = batch(&lines(rows.iter().map(row)), &[]);
        if reversed {
            prop_assert!(ran.code == 3 && ran.stderr.contains("and `labels` calls it `"), "{}", ran.stderr);
            let ran = batch(&lines(rows.iter().map(row)), &["--scale", if from == 0 { "0..4" } else { "points" }]);
            prop_assert_eq!(ran.scores(), right(&rows), "what the user says goes before it");
        } else {
            prop_assert_eq!((ran.code, ran.scores()), (0, right(&rows)), "{}", ran.stderr);
        }
    }

    /// One respondent's texts or codes are another's.
    #[test]
    fn a_row_whose_texts_and_codes_contradict_each_other_is_refused(rows in respondents(), wrong in 0..8usize, coded: bool) {
        let rows: Vec<Answers> = rows.iter().chain(&rows).chain(&rows).copied().collect();
        let mut other = rows[1];
        other[wrong] = (other[wrong] + 2) % 5;
        let row = |(at, answers): (usize, &Answers)| {
            let beside = if at == 1 { &other } else { answers };
            match coded {
                true => json!({"answers": texts(answers), "codes": codes(beside, 1)}),
                false => json!({"values": codes(answers, 1), "labels": texts(beside)}),
            }
        };
        let ran = batch(&lines(rows.iter().enumerate().map(row)), &[]);
        prop_assert!(ran.code != 0, "{}", ran.stderr);
        let all = right(&rows);
        prop_assert!(ran.code == 3 || ran.scores().len() < rows.len());
        prop_assert!(ran.code == 3 || ran.scores().iter().all(|row| all.contains(row)), "{}", ran.stderr);
        prop_assert!(ran.stderr.contains("`labels`") || ran.stderr.contains("`codes`"), "{}", ran.stderr);
    }
}

#[test]
fn an_answer_that_texts_alone_have_is_not_lost() {
    let rows = [[0, 1, 2, 4, 0, 3, 0, 4], [4, 0, 4, 0, 2, 0, 4, 1], [1, 1, 3, 0, 2, 4, 4, 1]];
    let row = |(at, answers): (usize, &Answers)| {
        let mut values = codes(answers, 1);
        if at == 2 {
            values["skills-path"] = Value::Null;
        }
        json!({"values": values, "labels": texts(answers)})
    };
    let ran = batch(&lines(rows.iter().enumerate().map(row)), &[]);
    let why = "row 3: `labels` says something else of its answers than they do";
    assert!(ran.code == 1 && ran.stderr.contains(why), "{}", ran.stderr);
    let map = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(map.path(), "[columns]\nlabels = \"\"\n").unwrap();
    let ran = batch(&lines(rows.iter().enumerate().map(row)), &["--map", map.path().to_str().unwrap()]);
    assert_eq!((ran.code, ran.scores().len()), (0, 3), "{}", ran.stderr);
    // What was answered before is another matter.
    let row = |answers: &Answers| json!({"values": codes(answers, 1), "previous": texts(&turned(answers))});
    assert_eq!(batch(&lines(rows.iter().map(row)), &[]).code, 0);
}

/// Nobody chooses the best, so that nothing but the codebook tells whether numbers are counted from 0.
#[test]
fn a_codebook_beside_the_rows_is_heard() {
    let rows: Vec<Answers> = (0..6u8).map(|at| [0, 1, 2, 3, 0, 1, 2, 3].map(|add| (at + add) % 4)).collect();
    let file = |key: &str, value: &Value| {
        let rows: Vec<Value> = rows.iter().map(|row| codes(row, 1)).collect();
        json!({key: value, "responses": rows, "page": {"from": 1, "to": 50}}).to_string()
    };
    let book = |reversed: bool| {
        let number = move |at: usize| if reversed { 5 - at } else { at + 1 };
        let one = move |texts: &[&str]| {
            texts.iter().enumerate().map(|(at, text)| (number(at).to_string(), json!(text))).collect::<Map<_, _>>()
        };
        let list = move |texts: &[&str]| {
            let options = texts.iter().enumerate();
            options.map(|(at, text)| json!({"value": number(at), "label": {"en": text}})).collect::<Vec<Value>>()
        };
        let listed = each(|_, texts| json!(list(texts)));
        let questions = listed.as_object().unwrap().iter().map(|(id, options)| json!({"id": id, "options": options}));
        [each(|_, texts| Value::Object(one(texts))), listed.clone(), questions.collect()]
    };
    assert_eq!(batch(&file("about", &json!("x")), &[]).code, 3);
    for book in book(false) {
        let ran = batch(&file("codebook", &book), &[]);
        assert_eq!((ran.code, ran.scores()), (0, right(&rows)), "{}", ran.stderr);
    }
    for book in book(true) {
        let ran = batch(&file("codebook", &book), &[]);
        assert!(ran.code == 3 && ran.stderr.contains("`codebook` calls "), "{}", ran.stderr);
    }
}

#[test]
fn a_scale_beside_the_rows_or_in_them_is_heard() {
    let rows: Vec<Answers> = (0..5u8).map(|at| [0, 1, 2, 3, 4, 0, 1, 2].map(|add| (at + add) % 5)).collect();
    let turned = [
        ("scale", json!("1 = best, 5 = worst")),
        ("legend", json!({"1": "always", "5": "never"})),
        ("valueLabels", json!([{"value": 1, "label": "very good"}, {"value": 5, "label": "very poor"}])),
        ("ends", json!({"best": 1, "worst": 5})),
        ("reversed", json!(["skills-path"])),
        ("questions", json!({"skills-path": {"reverseScored": true}})),
        ("higherIsBetter", json!(false)),
        ("direction", json!("lower_is_better")),
        ("scale", json!("0..10")),
        ("scale", json!({"min": 0, "max": 10})),
    ];
    let file = |key: &str, value: &Value| {
        let rows: Vec<Value> = rows.iter().map(|row| codes(row, 1)).collect();
        json!({key: value, "responses": rows}).to_string()
    };
    for (key, value) in &turned {
        let ran = batch(&file(key, value), &[]);
        assert!(ran.code == 3 && ran.stderr.contains(&format!("error: <stdin>: `{key}` says that")), "{}", ran.stderr);
        assert_eq!(batch(&file(key, value), &["--scale", "points"]).code, 0, "{key}");
    }
    for (key, value) in [("legend", &turned[1].1), ("reversed", &turned[4].1), ("scale", &turned[0].1)] {
        let row = |answers: &Answers| {
            let mut row = codes(answers, 1);
            row[key] = value.clone();
            row
        };
        let ran = batch(&lines(rows.iter().map(row)), &[]);
        assert!(ran.code == 3 && ran.stderr.contains("row 1 says that 1 is the good end"), "{}", ran.stderr);
    }
    for (key, value) in [
        ("scale", json!({"min": 1, "max": 5})),
        ("legend", json!({"1": "never", "5": "always"})),
        ("reversed", json!([])),
        ("higherIsBetter", json!(true)),
        ("page", json!("1-50")),
        ("fields", json!({"gender": {"1": "always", "2": "never"}, "skills-path": "How?"})),
    ] {
        let ran = batch(&file(key, &value), &[]);
        assert_eq!((ran.code, ran.scores()), (0, right(&rows)), "{key}: {}", ran.stderr);
    }
}
