//! What the user says of rows, beside what is found in them.

use super::{Condition, DateOrder};

/// What the user said of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What holds of every row that is wanted.
    pub conditions: Vec<Condition>,
    /// Columns, by number from 0: of the rows that say the same in all of them, only the last is wanted.
    pub latest_of: Vec<usize>,
    /// What stands first in dates that say which row is the last one, where the user says so.
    pub date_order: Option<DateOrder>,
    /// Whether everything is a respondent that has answers: only headings and blank rows are not.
    pub every_row: bool,
}
