//! A table with one row of answers as an answer set: a form that came back, or an export with one respondent.

use std::io::Read;

use super::passed_over::{PassedOver, is_blank};
use super::row::{RowCell, read_row};
use super::{Cells, Columns, Meaning};
use crate::answers::{Answer, AnswerSet, DATE, OwnPlan, date, drop_unasked};
use crate::definition::{Definition, Profile};
use crate::table::{BlockError, Opened, Record};
use crate::text::clean;
use crate::words::mapping_cells as say;

/// Why a table is not one answer set.
#[derive(Debug)]
pub enum NotSingle {
    Block(BlockError),
    NoRow,
    /// It has more than one row, of which the first has this number.
    Rows(u64),
    /// There are no answers in the row with the number that was asked for, but from one row to another.
    NoSuchRow(u64, Option<(u64, u64)>),
    /// The row with this number, as a spreadsheet shows it, cannot be scored; why.
    Bad(u64, String),
}

/// Reads the row of `opened` with the number `wanted`, or the only one of a respondent, as answers to `definition`. Metadata
/// without a value is left out.
pub fn answer_set<R: Read>(
    mut opened: Opened<R>,
    columns: &Columns,
    (cells, passed_over): (&Cells, &PassedOver),
    definition: &Definition,
    wanted: Option<u64>,
) -> Result<AnswerSet, NotSingle> {
    let mut found: Option<(u64, Result<AnswerSet, String>)> = None;
    let mut rows: Option<(u64, u64)> = None;
    let mut several = false;
    let above = opened.row;
    let each = opened.each_row(|number, row| {
        if row.as_ref().is_ok_and(|(record, _)| is_blank(record)) {
            return true;
        }
        // A row that is asked for is taken whoever's it is.
        let judged = passed_over.row(number - above).filter(|_| row.is_ok());
        if wanted.is_none() && judged.is_some_and(|(judged, line)| judged.passes(line)) {
            return true;
        }
        let refusal = judged.and_then(|(judged, line)| judged.refusal(line));
        let refusal = refusal.filter(|why| wanted.is_none() || why.doubts_answers());
        rows = Some(rows.map_or((number, number), |(first, last)| (first.min(number), last.max(number))));
        if wanted.is_some_and(|wanted| wanted != number) {
            return true;
        }
        several = found.is_some();
        let row = || {
            row.and_then(|(record, raw)| match refusal {
                Some(why) => Err(why.reason(record, columns, definition)),
                None => set(record, raw, columns, cells, definition),
            })
        };
        found = found.take().or_else(|| Some((number, row())));
        wanted.is_none() && !several
    });
    each.map_err(NotSingle::Block)?;
    match (found, rows) {
        (_, Some((first, _))) if several => Err(NotSingle::Rows(first)),
        (Some((_, Ok(set))), _) => Ok(set),
        (Some((row, Err(why))), _) => Err(NotSingle::Bad(row, clean(&why).into_owned())),
        (None, rows) => Err(wanted.map_or(NotSingle::NoRow, |wanted| NotSingle::NoSuchRow(wanted, rows))),
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
    let carried = columns.list.iter().filter(|column| column.meaning == Meaning::Metadata);
    let mut carried: Vec<_> = carried.zip(values).collect();
    // What the map calls so goes before what is headed so.
    carried.sort_by_key(|(column, _)| column.name.is_none());
    let mut metadata: Vec<(String, String)> = Vec::new();
    let carried = carried.into_iter().map(|(column, value)| (one_line(column.name()), value));
    for (header, value) in carried.filter(|(header, value)| !header.is_empty() && !value.is_empty()) {
        let taken = |name: &String| metadata.iter().any(|(key, _)| key == name);
        let mut names = (2..).map(|at| format!("{header}_{at}"));
        let name = if taken(&header) { names.find(|name| !taken(name)).unwrap_or(header) } else { header.clone() };
        let day = date(&value).filter(|_| name == DATE).map(|day| day.to_string());
        metadata.push((name, day.unwrap_or(value)));
    }
    let mut set = AnswerSet { metadata, profile, answers, notes: vec![None; questions], actions: OwnPlan::default() };
    match drop_unasked(&mut set, definition).first() {
        None => Ok(set),
        Some(question) => Err(say::not_asked(&question.id)),
    }
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
