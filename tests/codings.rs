//! Tables of answers that are coded in any way, and the law of the scale of their numbers: what is scored is right, or nothing
//! is.

use cxm::answers::Answer;
use cxm::batch::gather;
use cxm::definition::{Definition, Parts};
use cxm::mapping::map::Map;
use cxm::mapping::passed_over::{Choice, Judge};
use cxm::mapping::{Cells, Columns, Evidence, Matcher, decide};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::any;

/// How options are written in a table.
#[derive(Clone, Copy, Debug)]
enum Coding {
    Points,
    From(i64),
    /// Circled, from 0 or from 1.
    Circled(u32),
    /// A number in front of the text, from this one.
    Numbered(i64),
    Texts,
    /// `3.0`, and what is left of a floating-point number.
    Decimal(i64),
    Noise(i64),
    Share,
    Percent,
}

/// How the texts of options begin.
#[derive(Clone, Copy, Debug)]
enum Texts {
    Words,
    Numbers(i64),
    Bands,
}

impl Texts {
    fn of(self, option: i64) -> String {
        let word = ["never", "rarely", "often", "mostly", "always"][usize::try_from(option).unwrap()];
        match self {
            Self::Words => word.to_owned(),
            Self::Numbers(first) => format!("{}. {word}", first + option),
            Self::Bands => format!("{} - {}", option * 10 + option.signum(), option * 10 + 10),
        }
    }
}

impl Coding {
    fn cell(self, points: i64, option: i64, options: i64, text: &str) -> String {
        let last = options - 1;
        match self {
            Self::Points => points.to_string(),
            Self::From(first) => (first + option).to_string(),
            Self::Circled(first) => {
                "⓪①②③④⑤⑥".chars().nth(usize::try_from(option).unwrap() + first as usize).unwrap().into()
            }
            Self::Numbered(first) => format!("{}. {text}", first + option),
            Self::Texts => text.to_owned(),
            Self::Decimal(first) => format!("{}.0", first + option),
            Self::Noise(first) => format!("{}.000000000000001", first + option),
            Self::Share => (option as f64 / last as f64).to_string(),
            Self::Percent => format!("{}%", option * 100 / last),
        }
    }
}

/// A table with what its rows mean.
#[derive(Clone, Debug)]
pub struct Table {
    definition: Definition,
    csv: String,
    truth: Vec<Vec<i64>>,
    /// The row with a cell that is not coded.
    stray: Option<usize>,
}

fn definition() -> impl Strategy<Value = Definition> {
    let points = prop_oneof![
        4 => (0u32..=2).prop_map(|first| [first, first + 1, first + 2, first + 3, first + 4]),
        1 => Just([0, 25, 50, 75, 100]),
        1 => Just([0, 1, 3, 6, 7]),
    ];
    let texts = prop_oneof![
        3 => Just(Texts::Words),
        1 => (0i64..=1).prop_map(Texts::Numbers),
        1 => Just(Texts::Bands),
    ];
    (any::definition(0), points, texts, any::<bool>()).prop_map(|(definition, points, texts, own)| {
        let mut parts = Parts::clone(&definition);
        for question in parts.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions) {
            for (at, option) in question.options.iter_mut().enumerate() {
                if !own {
                    option.points = points[at];
                }
                option.text = texts.of(i64::try_from(at).unwrap());
            }
        }
        Definition::try_from(parts).unwrap()
    })
}

fn coding() -> impl Strategy<Value = Coding> {
    let first = || 0i64..=1;
    prop_oneof![
        3 => Just(Coding::Points),
        6 => first().prop_map(Coding::From),
        1 => (0u32..=1).prop_map(Coding::Circled),
        2 => (0i64..=2).prop_map(Coding::Numbered),
        1 => Just(Coding::Texts),
        1 => first().prop_map(Coding::Decimal),
        1 => first().prop_map(Coding::Noise),
        2 => Just(Coding::Share),
        1 => Just(Coding::Percent),
    ]
}

/// Any table, whose rows may choose from some options only.
pub fn table() -> impl Strategy<Value = Table> {
    let stray = select(vec!["0", "1", "5", "6", "-1", "0.5", "9", "②", "3 - never"]);
    let stray = proptest::option::weighted(0.3, (any::<(Index, Index)>(), stray));
    let chosen = vec(any::<Index>(), 200);
    (definition(), coding(), 1usize..8, 0i64..=2, 0i64..=2, chosen, stray).prop_map(
        |(definition, coding, rows, low, high, chosen, stray)| {
            let questions: Vec<_> = definition.questions().map(|(_, question)| question).collect();
            let mut next = chosen.iter().cycle();
            let row = |_| {
                questions
                    .iter()
                    .map(|question| {
                        let last = i64::try_from(question.options.len()).unwrap() - 1;
                        let (low, high) = (low.min(last), (last - high).max(low.min(last)));
                        low + i64::try_from(next.next().unwrap().index(usize::try_from(high - low + 1).unwrap()))
                            .unwrap()
                    })
                    .collect::<Vec<_>>()
            };
            let truth: Vec<Vec<i64>> = (0..rows).map(row).collect();
            let mut cells: Vec<Vec<String>> = truth
                .iter()
                .map(|row| {
                    row.iter()
                        .zip(&questions)
                        .map(|(option, question)| {
                            let of = &question.options[usize::try_from(*option).unwrap()];
                            coding.cell(
                                of.points.into(),
                                *option,
                                i64::try_from(question.options.len()).unwrap(),
                                &of.text,
                            )
                        })
                        .collect()
                })
                .collect();
            let stray = stray.and_then(|((row, column), text)| {
                let (row, column) = (row.index(rows), column.index(questions.len()));
                // Beside shares of 0 and 1 it would be points for whoever reads them.
                let tells = questions[column].options.iter().any(|option| option.points == 2);
                if matches!(coding, Coding::Share) && text == "②" && tells {
                    return None;
                }
                text.clone_into(&mut cells[row][column]);
                Some(row)
            });
            let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
            let rows = cells.iter().map(|row| format!("a,{}\n", row.join(",")));
            let csv = format!("who,{}\n{}", ids.join(","), rows.collect::<String>());
            Table { definition, csv, truth, stray }
        },
    )
}

/// What was found in a table, read in blocks of this size.
fn gathered(cells: &Cells, definition: &Definition, csv: &str, size: usize) -> (Evidence, Columns) {
    let matcher = Matcher::new(std::slice::from_ref(definition), &Map::default());
    let opened = cxm::table::open(csv.as_bytes(), &matcher, Some(b','), Default::default()).unwrap();
    let columns = matcher.columns(&opened.header, &[]).unwrap();
    let rows = (opened.blocks.with_size(size), b',', opened.row + 1);
    let choice = Choice::default();
    let judge = Judge::new(definition, &columns, cells, &matcher, &choice, &[]);
    (gather(&judge, rows, 2).unwrap().unwrap().evidence, columns)
}

/// Whatever scale is decided on, each row that is read is read right, but for what is not coded.
pub fn is_right(table: &Table, size: usize) -> Result<(), TestCaseError> {
    let Table { definition, csv, truth, stray } = table;
    let cells = Cells::new(std::slice::from_ref(definition), &Map::default());
    let (evidence, _) = gathered(&cells, definition, csv, size);
    let Ok(scale) = decide(&cells, &evidence, false) else { return Ok(()) };
    let cells = cells.on(scale);
    for (at, (line, truth)) in csv.lines().skip(1).zip(truth).enumerate().filter(|(at, _)| Some(*at) != *stray) {
        let read: Result<Vec<Answer>, String> =
            line.split(',').skip(1).enumerate().map(|(question, cell)| cells.read(question, cell)).collect();
        if let Ok(read) = read {
            let expected: Vec<Answer> = truth.iter().map(|at| Answer::Option(u8::try_from(*at).unwrap())).collect();
            prop_assert_eq!(read, expected, "{}: row {} of\n{}", format!("{scale:?}"), at, csv);
        }
    }
    Ok(())
}
