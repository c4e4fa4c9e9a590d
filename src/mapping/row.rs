//! What a whole row answers, cell by cell. This is the meaning of every row, which whatever reads quicker must equal.

use std::collections::BTreeSet;

use super::{Cells, Column, Columns, Meaning};
use crate::answers::Answer;
use crate::definition::Profile;
use crate::table::Record;
use crate::text::excerpt;
use crate::words::mapping_cells as say;

/// The most mistakes of a row that its reason names.
const MAX_REASONS: usize = 3;
/// How wide a text of the row may be in a message.
const SHOWN: usize = 30;

/// Why a row cannot be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    pub reason: String,
    /// Whether it is a cell that is no answer.
    pub strange: bool,
    /// The column that tells something that does not hold here, as one would that is somebody's own and is called alike.
    pub own: Option<usize>,
}

/// A cell of a row, unquoted.
pub(crate) enum RowCell<'r> {
    Metadata(&'r [u8]),
    /// What is told of a fact: its options that hold.
    Fact {
        fact: usize,
        cell: &'r [u8],
        told: Vec<usize>,
    },
    Answer {
        question: usize,
        cell: &'r [u8],
        answer: Answer,
    },
}

impl From<String> for BadRow {
    fn from(reason: String) -> Self {
        Self { reason, strange: false, own: None }
    }
}

impl From<&str> for BadRow {
    fn from(reason: &str) -> Self {
        reason.to_owned().into()
    }
}

/// Gives the cells of `record`, whose bytes are `raw`, to `take` in the order of the columns; else says why not. Some may be
/// given before it turns out that another is no answer.
pub(crate) fn read_row<'r>(
    record: &'r Record,
    raw: &[u8],
    columns: &Columns,
    cells: &Cells,
    mut take: impl FnMut(RowCell<'r>),
) -> Result<(), BadRow> {
    whole(record, raw, columns)?;
    let mut reasons = Vec::new();
    let (mut chosen, mut profile) = (Vec::new(), Profile::default());
    for (column, cell) in columns.list.iter().zip(record.fields()) {
        let text = || std::str::from_utf8(cell).expect("the row is UTF-8, and its cells are cut at ASCII");
        let read = match column.meaning {
            Meaning::Metadata => Ok(RowCell::Metadata(cell)),
            Meaning::Fact(fact, _) => cells.read_fact(fact, text()).map(|told| RowCell::Fact { fact, cell, told }),
            Meaning::FactOption(fact, option) => cells.read_fact_option(fact, option, text()).map(|told| {
                told.iter().for_each(|option| profile.tell(fact, *option));
                RowCell::Fact { fact, cell, told }
            }),
            Meaning::Question(question, _) => match cells.read(question, text()) {
                Ok(answer) if column.is_part => {
                    chosen.push((question, answer, answer != Answer::Unanswered));
                    continue;
                }
                read => read.map(|answer| RowCell::Answer { question, cell, answer }),
            },
            Meaning::QuestionOption(question, answer) => match cells.is_chosen(question, answer, text()) {
                Ok(is_chosen) => {
                    chosen.push((question, answer, is_chosen));
                    continue;
                }
                Err(reason) => Err(reason),
            },
        };
        match read {
            Ok(cell) => take(cell),
            Err(reason) if reasons.contains(&reason) => {}
            Err(reason) => reasons.push(reason),
        }
    }
    for question in chosen.iter().map(|(question, ..)| *question).collect::<BTreeSet<_>>() {
        let answers = chosen.iter().filter(|(of, _, is_chosen)| *of == question && *is_chosen);
        let mut answers: Vec<Answer> = answers.map(|(_, answer, _)| *answer).collect();
        answers.dedup();
        match answers[..] {
            [] => take(RowCell::Answer { question, cell: b"", answer: Answer::Unanswered }),
            [answer] => take(RowCell::Answer { question, cell: b"", answer }),
            [..] => reasons.push(cells.more_than_one(question)),
        }
    }
    let facts: BTreeSet<usize> = columns.list.iter().filter_map(Column::fact_of_option).collect();
    reasons.extend(facts.into_iter().filter_map(|fact| cells.only_one(fact, &profile).err()));
    let more = reasons.len().saturating_sub(MAX_REASONS);
    reasons.truncate(MAX_REASONS);
    if reasons.is_empty() {
        return Ok(());
    }
    let reason = reasons.join(say::between_reasons());
    Err(BadRow { reason: if more > 0 { say::and_more(&reason, more) } else { reason }, strange: true, own: None })
}

/// Where in a row bytes stand that are no text.
fn undecodable(record: &Record, columns: &Columns) -> String {
    let before = |cell: &[u8]| {
        let error = std::str::from_utf8(cell).err()?;
        Some(String::from_utf8_lossy(&cell[..error.valid_up_to()]).into_owned())
    };
    let found = record.fields().enumerate().find_map(|(at, cell)| Some((at, before(cell)?)));
    let Some((at, before)) = found else { return say::no_text().to_owned() };
    let header = columns.list.get(at).map(|column| excerpt(&column.header, SHOWN));
    let (cell, before) = (at + 1, Some(excerpt(&before, SHOWN)).filter(|before| !before.is_empty()));
    match (header, before) {
        (None, None) => say::no_text_in(cell),
        (None, Some(before)) => say::no_text_behind(cell, &before),
        (Some(header), None) => say::no_text_under(cell, &header),
        (Some(header), Some(before)) => say::no_text_under_behind(cell, &header, &before),
    }
}

/// Why no cell of `record`, whose bytes are `raw`, can be read.
pub(crate) fn whole(record: &Record, raw: &[u8], columns: &Columns) -> Result<(), BadRow> {
    if record.unclosed {
        return Err(say::never_closed().into());
    }
    if std::str::from_utf8(raw).is_err() {
        return Err(undecodable(record, columns).into());
    }
    let (count, wanted) = (record.len(), columns.list.len());
    // Surplus cells say nothing as long as they are empty.
    if count < wanted || record.fields().skip(wanted).any(|cell| !cell.is_empty()) {
        return Err(say::other_width(count, wanted).into());
    }
    Ok(())
}
