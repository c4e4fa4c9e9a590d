//! A table with one row of answers as an answer set: a form that came back, or an export with one respondent.

use std::io::Read;

use super::row::{RowCell, read_row};
use super::{Cells, Columns, Meaning};
use crate::answers::{Answer, AnswerSet, OwnPlan, drop_unasked};
use crate::definition::{Definition, Profile};
use crate::table::{Block, BlockError, Opened, Record, skip_empty_lines};
use crate::text::clean;

/// Why a table is not one answer set.
#[derive(Debug)]
pub enum NotSingle {
    Block(BlockError),
    NoRow,
    /// It has more than one row.
    Rows,
    /// The row with this number, as a spreadsheet shows it, cannot be scored; why.
    Bad(u64, String),
}

/// Reads the only row of `opened` that is not blank, as answers to `definition`. Metadata without a value is left out.
pub fn answer_set<R: Read>(
    mut opened: Opened<R>,
    columns: &Columns,
    cells: &Cells,
    definition: &Definition,
) -> Result<AnswerSet, NotSingle> {
    let (mut block, mut record, mut row) = (Block::default(), Record::default(), opened.row);
    let mut found = Vec::new();
    while opened.blocks.next(&mut block).map_err(NotSingle::Block)? {
        let (bytes, mut at) = (block.bytes(), 0);
        loop {
            let (start, empty) = skip_empty_lines(bytes, at);
            row += empty;
            if start == bytes.len() {
                break;
            }
            at = record.read(bytes, start, opened.delimiter);
            row += 1;
            if record.fields().all(|cell| String::from_utf8_lossy(cell).trim().is_empty()) {
                continue;
            }
            found.push(set(&record, &bytes[start..at], columns, cells, definition).map_err(|why| (row, why)));
            if found.len() > 1 {
                break;
            }
        }
        found.extend(opened.blocks.refused().take_before(u64::MAX).map(|refused| Err((refused.row, refused.reason))));
        if found.len() > 1 {
            return Err(NotSingle::Rows);
        }
    }
    match found.pop() {
        Some(Ok(set)) => Ok(set),
        Some(Err((row, why))) => Err(NotSingle::Bad(row, clean(&why).into_owned())),
        None => Err(NotSingle::NoRow),
    }
}

fn set(
    record: &Record,
    raw: &[u8],
    columns: &Columns,
    cells: &Cells,
    definition: &Definition,
) -> Result<AnswerSet, String> {
    let questions = definition.questions().count();
    let (mut answers, mut profile) = (vec![Answer::Unanswered; questions], Profile::default());
    let mut values = Vec::new();
    let take = |cell: RowCell<'_>| match cell {
        RowCell::Metadata(value) => values.push(one_line(&String::from_utf8_lossy(value))),
        RowCell::Fact { fact, told, .. } => told.into_iter().for_each(|option| profile.tell(fact, option)),
        RowCell::Answer { question, answer, .. } => answers[question] = answer,
    };
    read_row(record, raw, columns, cells, take).map_err(|bad| bad.reason)?;
    let headers =
        columns.list.iter().filter(|column| column.meaning == Meaning::Metadata).map(|column| one_line(&column.header));
    let mut metadata: Vec<(String, String)> = Vec::new();
    for (header, value) in headers.zip(values).filter(|(header, value)| !header.is_empty() && !value.is_empty()) {
        let taken = |name: &String| metadata.iter().any(|(key, _)| key == name);
        let mut names = (2..).map(|at| format!("{header}_{at}"));
        let name = if taken(&header) { names.find(|name| !taken(name)).unwrap_or(header) } else { header.clone() };
        metadata.push((name, value));
    }
    let mut set = AnswerSet { metadata, profile, answers, notes: vec![None; questions], actions: OwnPlan::default() };
    match drop_unasked(&mut set, definition).first() {
        None => Ok(set),
        Some(question) => {
            let id = &question.id;
            Err(format!(
                "question `{id}` is not asked of this organisation, as its facts tell: mend them, or clear the answer"
            ))
        }
    }
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
