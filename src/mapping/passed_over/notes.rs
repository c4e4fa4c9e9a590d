//! What is to be said of rows that are passed over, and of others that perhaps should be.

use super::{Kind, Untimed};

/// What a table says of its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    pub groups: Vec<Group>,
    /// Words in columns that say what became of a response, of which it is not known what they say.
    pub unknown: Vec<Unknown>,
    /// For each condition, what the table has of it.
    pub conditions: Vec<Found>,
    /// Columns of what is one respondent's own, in which rows say the same.
    pub shared: Vec<Shared>,
    /// Rows that are the same in every cell as one above.
    pub same: Option<Again>,
    /// The column of times that does not tell which row is the latest of a respondent, and why.
    pub untimed: Option<(String, Untimed<u64>)>,
    /// A column that has times, by which the latest row was not told, since it is not known what they are of.
    pub unused: Option<String>,
}

/// Rows that are there again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    pub rows: u64,
    /// The number of the first row that is there again.
    pub first: u64,
    /// Among how many rows from the start they were looked for, where not among all.
    pub among: Option<u64>,
}

/// Rows that are passed over for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub kind: Kind,
    /// The header of the column that says so, and what it says.
    pub said: Option<(String, String)>,
    pub rows: u64,
    /// The numbers of the first of them.
    pub first: Vec<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    pub header: String,
    pub word: String,
    pub rows: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub header: String,
    pub value: String,
    /// How many rows have the value.
    pub rows: u64,
    /// What the other rows have, where that is little.
    pub others: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    pub header: String,
    /// How many rows have a value that another has too, and how many such values there are.
    pub rows: u64,
    pub values: usize,
}
