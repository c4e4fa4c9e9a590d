//! What stands in the columns of questions and facts, over all rows: how many different cells are understood, and which are
//! not. For people who look at a table before it is scored.

use std::collections::HashMap;
use std::io::Read;

use super::passed_over::PassedOver;
use super::{Cells, Columns, Meaning};
use crate::table::{BlockError, Opened};

/// How many different cells of a column are told apart.
const MOST: usize = 1_000;

/// What stands in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// How many different cells are understood.
    pub understood: usize,
    /// The cells that are not understood, in their order.
    pub strange: Vec<Strange>,
    /// Whether there are more different cells than are told apart.
    pub more: bool,
}

/// A text that is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange {
    pub text: String,
    /// In how many rows it stands, and the number of the first.
    pub count: u64,
    pub first: u64,
}

/// What stands in each column, none for those that are carried along as they are. Empty cells say nothing, nor do rows that
/// are passed over.
pub fn contents<R: Read>(
    opened: &mut Opened<R>,
    columns: &Columns,
    (cells, passed_over): (&Cells, &PassedOver),
) -> Result<Vec<Option<Contents>>, BlockError> {
    let of = |meaning: &Meaning| (*meaning != Meaning::Metadata).then(Contents::default);
    let mut list: Vec<Option<Contents>> = columns.list.iter().map(|column| of(&column.meaning)).collect();
    // The place of each cell that was seen among those that are not understood, if it is one.
    let mut known: Vec<HashMap<String, Option<usize>>> = vec![HashMap::new(); list.len()];
    let above = opened.row;
    opened.each_row(|number, row| {
        let Ok((record, _)) = row else { return true };
        if passed_over.row(number - above).is_some_and(|(judged, line)| judged.passes(line)) {
            return true;
        }
        for ((seen, known), (column, cell)) in
            list.iter_mut().zip(&mut known).zip(columns.list.iter().zip(record.fields()))
        {
            let (Some(seen), Ok(text)) = (seen, std::str::from_utf8(cell)) else { continue };
            if text.trim().is_empty() {
                continue;
            }
            match known.get(text) {
                Some(Some(at)) => seen.strange[*at].count += 1,
                Some(None) => {}
                None if known.len() >= MOST => seen.more = true,
                None => {
                    let understood = match column.meaning {
                        Meaning::Question(question, _) => cells.read(question, text).is_ok(),
                        Meaning::Fact(fact, _) => cells.read_fact(fact, text).is_ok(),
                        Meaning::QuestionOption(question, answer) => cells.is_chosen(question, answer, text).is_ok(),
                        Meaning::FactOption(fact, option) => cells.read_fact_option(fact, option, text).is_ok(),
                        Meaning::Metadata => true,
                    };
                    known.insert(text.to_owned(), (!understood).then_some(seen.strange.len()));
                    match understood {
                        true => seen.understood += 1,
                        false => seen.strange.push(Strange { text: text.to_owned(), count: 1, first: number }),
                    }
                }
            }
        }
        true
    })?;
    Ok(list)
}
