//! Questions that stand in several columns of which each row fills one, as where a form has a branch for each language.

use std::collections::BTreeMap;

use super::columns::{Column, Columns};
use super::meaning::{Meaning, Why};
#[cfg(feature = "cli")]
use crate::table::Record;

/// One row in so many may fill several of them, as where somebody went back and took another branch.
#[cfg(feature = "cli")]
const RARE: u64 = 10;

/// Each question that stands in several columns and not in columns for its options, with their indices.
fn several(list: &[Column]) -> impl Iterator<Item = (usize, Vec<usize>)> {
    let mut columns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, column) in list.iter().enumerate() {
        if let Meaning::Question(question, _) = column.meaning {
            columns.entry(question).or_default().push(at);
        }
    }
    for column in list {
        if let Meaning::QuestionOption(question, _) = column.meaning {
            columns.remove(&question);
        }
    }
    columns.into_iter().filter(|(_, columns)| columns.len() > 1)
}

impl Columns {
    /// The index of each question that stands in several columns of which each row fills one, and their numbers from 1.
    pub fn joined(&self) -> Vec<(usize, Vec<usize>)> {
        let is_part = |columns: &[usize]| columns.iter().any(|at| self.list[*at].is_part);
        let joined = several(&self.list).filter(|(_, columns)| is_part(columns));
        joined.map(|(question, columns)| (question, columns.into_iter().map(|at| at + 1).collect())).collect()
    }
}

/// Takes columns of the same question for parts of one, where the map says that they are of it, or each of so many `questions`
/// has a column: if one has none, a header may be a slip.
pub(super) fn join(list: &mut [Column], questions: usize) {
    let mut has_column = vec![false; questions];
    list.iter().filter_map(|column| column.meaning.question()).for_each(|question| has_column[question] = true);
    let all = has_column.iter().all(|has| *has);
    let is_mapped = |at: &usize| list[*at].meaning.why() == Some(&Why::Map);
    let parts = several(list).map(|(_, columns)| columns).filter(|columns| all || columns.iter().all(is_mapped));
    let parts: Vec<usize> = parts.flatten().collect();
    parts.into_iter().for_each(|at| list[at].is_part = true);
}

/// Whether rows fill one of them.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub(super) struct Joined {
    columns: Vec<Vec<usize>>,
    /// How many rows fill any, and how many fill several of one question; and the first of the latter.
    rows: u64,
    crowded: u64,
    first: u64,
}

#[cfg(feature = "cli")]
impl Joined {
    /// For a table with such columns.
    pub(super) fn new(columns: &Columns) -> Option<Self> {
        let parts = columns.list.iter().any(|column| column.is_part);
        parts.then(|| Self {
            columns: several(&columns.list).map(|(_, columns)| columns).collect(),
            rows: 0,
            crowded: 0,
            first: 0,
        })
    }

    pub(super) fn row(&mut self, row: u64, record: &Record) {
        let filled =
            |columns: &Vec<usize>| columns.iter().filter(|at| !record.field(**at).trim_ascii().is_empty()).count();
        let most = self.columns.iter().map(filled).max().unwrap_or(0);
        self.rows += u64::from(most > 0);
        if most > 1 {
            self.first = if self.crowded == 0 { row } else { self.first };
            self.crowded += 1;
        }
    }

    /// How many rows fill several, and the first of them, if they are too many.
    pub(super) fn found(&self) -> Option<(u64, u64)> {
        (RARE * self.crowded > self.rows).then_some((self.crowded, self.first))
    }
}
