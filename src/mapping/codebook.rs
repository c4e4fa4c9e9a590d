//! What a codebook beside a table says: which number stands for which option.

use super::evidence::Sight;
use super::number::Number;
use super::{Cells, Label, Matcher};
use crate::answers::Answer;
use crate::table::{HeaderWords as _, Record};

/// How many cells a row of a codebook has at most.
const WIDE: usize = 6;

/// What a row of another sheet says of numbers, if it is one of a codebook: a number and the text of an option stand side by side in
/// it, or in one cell. `row` is its own.
pub(crate) fn labels(cells: &Cells, matcher: &Matcher, row: u64, record: &Record) -> Vec<Label> {
    let texts: Vec<(usize, &str)> =
        record.fields().map(|cell| std::str::from_utf8(cell).unwrap_or_default()).enumerate().collect();
    let filled: Vec<&(usize, &str)> = texts.iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    if filled.is_empty() || filled.len() > WIDE {
        return Vec::new();
    }
    let named: Vec<usize> = filled.iter().filter_map(|(_, text)| matcher.names(&[text])[0]).collect();
    let questions = (0..cells.count()).filter(|question| named.is_empty() || named.contains(question));
    questions.filter_map(|question| label(cells, question, &filled, row)).collect()
}

fn label(cells: &Cells, question: usize, filled: &[&(usize, &str)], row: u64) -> Option<Label> {
    let label = |number, option, columns| Label { question, number, option, columns, row, count: 1 };
    let sights = filled.iter().map(|(at, text)| (*at, *text, cells.sight(question, text)));
    let mut found = None;
    for (at, text, sight) in sights.clone() {
        let own = match sight {
            Sight::Numbered(number, option) => Some(label(number, option, (at, at))),
            Sight::Nothing => match cells.read(question, text) {
                Ok(Answer::Option(option)) => {
                    let beside = sights.clone().find_map(|(other, _, sight)| match sight {
                        Sight::Number(Number::Whole(number)) if other.abs_diff(at) == 1 => Some((other, number)),
                        _ => None,
                    });
                    beside.map(|(other, number)| label(number, option, (other, at)))
                }
                _ => None,
            },
            Sight::Number(_) | Sight::Na(_) => None,
        };
        // Two of them are answers, and no codebook.
        if own.is_some() && found.replace(own?).is_some() {
            return None;
        }
    }
    found
}
