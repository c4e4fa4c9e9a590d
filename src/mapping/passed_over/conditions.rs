//! `--where`: which rows the user wants, by the text of a column.

use crate::mapping::{Cells, Column, Meaning, plain};

/// What a column has to say in the rows that are wanted, or must not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The number of the column, from 0.
    pub column: usize,
    /// Whether it is this value, and not any other.
    pub equal: bool,
    pub value: String,
}

impl Condition {
    /// The names of a column and the value that a text may mean: `COLUMN = VALUE` or `COLUMN != VALUE`. There is more
    /// than one reading where a header has such a sign itself; the first has the shortest name.
    pub fn readings(text: &str) -> impl Iterator<Item = (&str, bool, &str)> {
        text.match_indices('=').map(|(at, _)| {
            let name = &text[..at];
            let (name, equal) = name.strip_suffix('!').map_or((name, true), |name| (name, false));
            (name.trim(), equal, text[at + 1..].trim())
        })
    }
}

/// Whether both are the same whole number, such as `1` and `1.0`.
fn is_same_number(one: &str, other: &str) -> bool {
    let whole = |text: &str| {
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
        (digits && rest.bytes().all(|byte| byte == b'0')).then(|| whole.to_owned())
    };
    whole(one).is_some_and(|one| whole(other).is_some_and(|other| one == other))
}

/// What the cell of a condition is compared with, made once.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Its place among the columns that are carried along.
    pub(super) place: usize,
    equal: bool,
    value: String,
    /// What the value tells, where the column tells a fact: whatever the spelling, the same options are the same.
    fact: Option<(usize, Vec<usize>)>,
}

impl Wanted {
    pub(super) fn new(condition: &Condition, columns: &[Column], cells: &Cells) -> Self {
        let place = columns[..condition.column].iter().filter(|column| column.is_carried()).count();
        let fact = match columns[condition.column].meaning {
            Meaning::Fact(fact, _) => cells.read_fact(fact, &condition.value).ok().map(|told| (fact, told)),
            Meaning::Question(..) | Meaning::QuestionOption(..) | Meaning::FactOption(..) | Meaning::Metadata => None,
        };
        Self { place, equal: condition.equal, value: plain(&condition.value), fact }
    }

    /// Whether a row with this cell has the value.
    pub(super) fn has(&self, cell: &[u8], cells: &Cells) -> bool {
        let text = String::from_utf8_lossy(cell);
        let told = |(fact, told): &(usize, Vec<usize>)| cells.read_fact(*fact, &text).as_ref() == Ok(told);
        let folded = plain(&text);
        folded == self.value || is_same_number(&folded, &self.value) || self.fact.as_ref().is_some_and(told)
    }

    /// Whether a row that has the value, or has it not, is wanted.
    pub(super) fn takes(&self, has: bool) -> bool {
        has == self.equal
    }
}
