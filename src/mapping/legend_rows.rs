//! Rows right below the header that list the options of each question, one after another, above others that have numbers: they say
//! what numbers mean, and are nobody's.

use super::columns::Columns;
use super::meaning::Meaning;
use super::{Cells, Evidence};
use crate::answers::Answer;
use crate::table::Record;

/// How many rows are looked at, and how many questions list their options at least.
const ROWS: usize = 16;
const QUESTIONS: usize = 2;
/// How many rows give a number its text at least.
const CODES: u64 = 3;

/// The options that the first rows have, by question.
#[derive(Debug)]
pub(super) struct LegendRows {
    /// The questions whose columns have texts in the first row.
    questions: Vec<(usize, usize)>,
    rows: Vec<(u64, Vec<Option<u8>>)>,
}

impl LegendRows {
    /// For a table that has numbers, and texts of options right below its header.
    pub(super) fn new(columns: &Columns, cells: &Cells, below: &[String], evidence: &Evidence) -> Option<Self> {
        let text = |at: usize| below.get(at).map_or("", |text| text.trim());
        let questions = columns.list.iter().enumerate().filter_map(|(at, column)| match column.meaning {
            Meaning::Question(question, _) if option(cells, question, text(at)).is_some() => Some((at, question)),
            _ => None,
        });
        let questions: Vec<(usize, usize)> = questions.collect();
        (questions.len() >= QUESTIONS && !evidence.numbers().is_empty()).then_some(Self { questions, rows: Vec::new() })
    }

    pub(super) fn row(&mut self, row: u64, record: &Record, cells: &Cells) {
        if self.rows.len() >= ROWS {
            return;
        }
        let of = |(at, question): &(usize, usize)| {
            option(cells, *question, std::str::from_utf8(record.field(*at)).unwrap_or_default())
        };
        let options = self.questions.iter().map(of).collect();
        self.rows.push((row, options));
    }

    /// The first and the last of these rows.
    pub(super) fn found(&self, cells: &Cells) -> Option<(u64, u64)> {
        let lists = |place: usize, question: usize| {
            let count = cells.numbers(question).len();
            let listed: Vec<u8> = self.rows.iter().take(count).filter_map(|(_, options)| options[place]).collect();
            let (rises, falls) = ((0..).take(count), (0..).take(count).collect::<Vec<u8>>().into_iter().rev());
            let whole = listed.iter().copied().eq(rises) || listed.iter().copied().eq(falls);
            (whole && count > 1).then_some(count)
        };
        let counts = self.questions.iter().enumerate().map(|(place, (_, question))| lists(place, *question));
        let most = counts.collect::<Option<Vec<usize>>>()?.into_iter().max()?;
        Some((self.rows.first()?.0, self.rows.get(most - 1)?.0))
    }
}

/// The first and the last of the rows at the foot of a table that have a text each, and below a question numbers that follow one
/// another: they say what numbers mean, and are no respondents.
pub(crate) fn listed(rows: &[(u64, Vec<String>)], columns: &Columns) -> Option<(u64, u64)> {
    // The row, the column of the question, and the number there, if one text stands beside it and nothing else.
    let code = |(row, cells): &(u64, Vec<String>)| {
        let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let [one, other] = [filled.next()?, filled.next()?];
        let asks =
            |at: usize| columns.list.get(at).is_some_and(|column| matches!(column.meaning, Meaning::Question(..)));
        let ((at, number), (_, text)) = if asks(one.0) { (one, other) } else { (other, one) };
        let number: i64 = number.trim().parse().ok()?;
        let is_code = filled.next().is_none() && asks(at) && text.contains(char::is_alphabetic);
        is_code.then_some((*row, at, number))
    };
    let codes: Vec<(u64, usize, i64)> = rows.iter().filter_map(code).collect();
    let last = *codes.last()?;
    let by = last.2 - codes.iter().rev().nth(1)?.2;
    let follow = |pair: &&[(u64, usize, i64)]| {
        let [one, next] = [pair[0], pair[1]];
        one.0 + 1 == next.0 && one.1 == next.1 && next.2 - one.2 == by
    };
    let first = codes.windows(2).rev().take_while(follow).last()?[0].0;
    (by.abs() == 1 && last.0 - first >= CODES - 1).then_some((first, last.0))
}

fn option(cells: &Cells, question: usize, text: &str) -> Option<u8> {
    match cells.read(question, text) {
        Ok(Answer::Option(option)) if cells.is_option(question, text) => Some(option),
        _ => None,
    }
}
