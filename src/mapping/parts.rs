//! Answers of one respondent in several rows: rows that share what is one respondent's own, and answer different questions.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use super::columns::Columns;
use crate::table::Record;

/// How many values of a column are told apart.
const MOST: usize = 1 << 16;

/// A column, and which questions the rows of each value answer.
#[derive(Debug)]
pub(super) struct Parts {
    column: usize,
    pub(super) header: String,
    /// Whether what stands there is one respondent's own.
    own: bool,
    rows: u64,
    /// Whether rows that share a value answer the same question, so that they are no parts.
    whole: bool,
    values: HashMap<u64, Answered, BuildHasherDefault<DefaultHasher>>,
}

#[derive(Debug)]
struct Answered {
    questions: Box<[u64]>,
    rows: u64,
    /// Whether a question is answered again, or a row answers none.
    again: bool,
}

impl Parts {
    pub(super) fn new(column: usize, columns: &Columns, own: bool) -> Self {
        Self {
            column,
            header: columns.list[column].header.clone(),
            own,
            rows: 0,
            whole: false,
            values: HashMap::default(),
        }
    }

    pub(super) fn row(&mut self, record: &Record, columns: &Columns, questions: usize) {
        self.rows += 1;
        if self.whole {
            return;
        }
        let value = record.field(self.column).trim_ascii();
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(value.to_ascii_lowercase());
        if value.is_empty() || (self.values.len() >= MOST && !self.values.contains_key(&hash)) {
            return;
        }
        let new = || Answered { questions: vec![0; questions.div_ceil(64)].into(), rows: 0, again: false };
        let known = self.values.entry(hash).or_insert_with(new);
        let mut any = false;
        for (column, cell) in columns.list.iter().zip(record.fields()) {
            let Some(at) = column.meaning.question() else { continue };
            if !cell.trim_ascii().is_empty() {
                let (word, bit) = (at / 64, 1 << (at % 64));
                known.again |= known.questions[word] & bit != 0;
                known.questions[word] |= bit;
                any = true;
            }
        }
        known.rows += 1;
        known.again |= !any;
        if known.again && known.rows > 1 {
            self.whole = true;
            self.values = HashMap::default();
        }
    }

    /// Whether all rows that share a value answer different questions. Of values that may be anybody's, several are shared, and by most
    /// rows.
    pub(super) fn are_parts(&self) -> bool {
        let shared = || self.values.values().filter(|answered| answered.rows > 1);
        let (values, rows) = (shared().count(), shared().map(|answered| answered.rows).sum::<u64>());
        let enough = if self.own { values > 0 } else { values > 1 && rows * 2 >= self.rows };
        enough && shared().all(|answered| !answered.again)
    }
}
