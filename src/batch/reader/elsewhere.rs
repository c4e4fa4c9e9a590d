//! What columns that are no question's have: in rows that leave a question empty it may be its answer, and words there may tell
//! that a row is none of answers.

use std::collections::{BTreeSet, HashSet};
use std::hash::BuildHasher as _;

use foldhash::quality::FixedState;

use crate::mapping::{Cells, Column, Columns, Meaning, called, is_aim, is_remark, says_what_numbers_mean, tells_kinds};
use crate::table::Record;

/// The most points of the scales that are usual have so many digits.
const DIGITS: usize = 2;

/// How many columns are looked at: every row that leaves questions empty looks at each of them.
const MOST: usize = 256;

/// How many texts are remembered.
const KNOWN: usize = 1 << 10;

/// How many rows stand at the ends of a table; and of so many rows one may name nobody there where all others name somebody.
const ENDS: u64 = 2;
const FEW: u64 = 4;
/// Where a table has no more rows than this, and of so many cells of questions one is empty, rows may be parts of others.
const SHORT: u64 = 1 << 16;
const EMPTY: u64 = 4;

/// What was found in such columns, which gives cause to look at all rows again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspicions {
    /// Questions, and columns that may have their answers where their own are empty.
    pub pairs: Vec<(usize, usize)>,
    /// Whether a row that leaves the last question empty has a number right before the first.
    pub is_left: bool,
    /// Whether a row has a number right behind the last question, where others remark something.
    pub is_right: bool,
    /// Whether many cells of questions are empty, in a table that is not long.
    pub is_sparse: bool,
    /// Columns in which a row says that it has aims or weights.
    pub aims: Vec<usize>,
    /// Columns in which a row is called after a role or an occasion.
    pub roles: Vec<usize>,
    /// Columns in which a row says what numbers mean.
    pub legends: Vec<usize>,
    /// Whether the first row may be one of weights, where nobody is named.
    pub weights: bool,
    /// A column that stands a cell too far down.
    pub moved_down: Option<usize>,
}

/// What was seen in a column, of all rows that leave a question empty.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// The text of an option; a short number; anything else, or nothing.
    text: bool,
    number: bool,
    other: bool,
}

/// What stands in columns of metadata, by question and column.
#[derive(Debug, Default)]
pub(in crate::batch) struct Elsewhere {
    /// The places of these columns among those that are carried along, and among all.
    columns: Vec<(usize, usize)>,
    seen: Vec<Seen>,
    /// The place of the column right before those of questions, and the question of the last: a row that stands one cell too far
    /// to the left has a number in the one and nothing in the other. Whether any has.
    left: Option<(usize, usize)>,
    is_left: bool,
    /// The place of the column right behind those of questions, if something is remarked there; and whether any row has a number.
    right: Option<usize>,
    is_right: bool,
    /// Columns in which a row says that it has aims or weights.
    aims: BTreeSet<usize>,
    /// The same of those whose header does not tell that they have them, and those in which a row is called after a role or an occasion.
    names: Vec<(usize, usize)>,
    roles: BTreeSet<usize>,
    /// Columns in which a row says what numbers mean.
    legends: BTreeSet<usize>,
    /// Hashes of columns and texts that were looked at for these.
    known: HashSet<u64>,
    /// How many columns are carried along; how many rows there are, and how many have nothing in any of these.
    carried: usize,
    rows: u64,
    nameless: u64,
    /// How many questions have a column, and how many of their cells are empty.
    asked: u64,
    open: u64,
}

impl Elsewhere {
    /// For columns of which nobody says what they are.
    pub(in crate::batch) fn new(all: &Columns, questions: usize) -> Self {
        let count = all.list.iter().filter(|column| column.is_carried()).count();
        let carried = all.list.iter().enumerate().filter(|(_, column)| column.is_carried()).enumerate();
        let columns: Vec<(usize, usize)> = carried
            .filter(|(_, (_, column))| column.meaning == Meaning::Metadata && !column.mapped)
            .map(|(place, (at, _))| (place, at))
            .take(MOST)
            .collect();
        let left = columns_of_questions(all).and_then(|(first, last)| {
            let (place, _) = columns.iter().find(|(_, at)| at + 1 == first)?;
            Some((*place, last))
        });
        let last = all.list.iter().rposition(|column| !column.is_carried());
        let is_right =
            |(_, at): &&(usize, usize)| last.is_some_and(|last| last + 1 == *at) && is_remark(&all.list[*at].header);
        let right = columns.iter().find(is_right).map(|(place, _)| *place);
        let is_name = |(_, at): &&(usize, usize)| !tells_kinds(&all.list[*at].header);
        let names = columns.iter().filter(is_name).copied().collect();
        let (seen, carried) = (vec![Seen::default(); columns.len() * questions], count);
        let asked = all.list.iter().filter(|column| matches!(column.meaning, Meaning::Question(..))).count() as u64;
        Self { names, seen, left, right, columns, carried, asked, ..Self::default() }
    }

    /// Looks at a row of those that are looked at in every table: the first ones and the last of each block.
    pub(in crate::batch) fn sample(&mut self, record: &Record) {
        for at in 0..self.columns.len() {
            let (_, column) = self.columns[at];
            self.says(column, record.field(column));
        }
    }

    /// Takes what stands in a column.
    fn says(&mut self, column: usize, text: &[u8]) {
        // Most say the same again and again.
        let hash = FixedState::default().hash_one((column, text));
        if self.known.contains(&hash) {
            return;
        }
        if self.known.len() < KNOWN {
            self.known.insert(hash);
        }
        let is_aim = is_aim(text);
        if is_aim {
            self.aims.insert(column);
        }
        if self.names.iter().any(|(_, name)| *name == column) && (is_aim || called(text).is_some()) {
            self.roles.insert(column);
        }
        if says_what_numbers_mean(text) {
            self.legends.insert(column);
        }
    }

    /// Looks at any row, of which `cell` gives what is carried along by place. Of one that is `near` the head of the table, every cell
    /// is looked at that may have a role or an aim, as `may_be` tells quickly, or may say what numbers mean.
    #[inline]
    pub(in crate::batch) fn any_row<'r>(
        &mut self,
        near: bool,
        cell: impl Fn(usize) -> &'r [u8],
        may_be: impl Fn(&[u8]) -> bool,
    ) {
        for at in 0..if near { self.columns.len() } else { 0 } {
            let (place, column) = self.columns[at];
            let text = cell(place);
            if may_be(text) || memchr::memchr(b'=', text).is_some() {
                self.says(column, text);
            }
        }
        if let Some(place) = self.right.filter(|_| !self.is_right) {
            self.is_right = is_short(cell(place).trim_ascii());
        }
        self.rows += 1;
        self.nameless += u64::from((0..self.carried).all(|place| cell(place).iter().all(u8::is_ascii_whitespace)));
    }

    /// Whether but a few of many rows name nobody.
    pub(in crate::batch) fn few_are_nameless(&self) -> bool {
        self.carried > 0 && self.nameless <= ENDS && FEW * self.nameless <= self.rows
    }

    /// Looks at a row that leaves this question empty, of which `cell` gives what is carried along by place.
    pub(in crate::batch) fn row<'r>(&mut self, question: usize, cells: &Cells, cell: impl Fn(usize) -> &'r [u8]) {
        self.open += 1;
        let first = question * self.columns.len();
        if let Some((place, _)) = self.left.filter(|(_, last)| *last == question) {
            self.is_left |= is_short(cell(place).trim_ascii());
        }
        for ((place, _), seen) in self.columns.iter().zip(&mut self.seen[first..]).filter(|(_, seen)| !seen.text) {
            let text = cell(*place).trim_ascii();
            let is_short = is_short(text);
            seen.number |= is_short;
            seen.other |= !is_short;
            seen.text = !is_short && std::str::from_utf8(text).is_ok_and(|text| cells.is_option(question, text));
        }
    }

    /// Adds what another worker saw.
    pub(in crate::batch) fn merge(&mut self, other: &Self) {
        for (seen, other) in self.seen.iter_mut().zip(&other.seen) {
            seen.text |= other.text;
            seen.number |= other.number;
            seen.other |= other.other;
        }
        self.is_left |= other.is_left;
        self.is_right |= other.is_right;
        self.rows += other.rows;
        self.nameless += other.nameless;
        self.open += other.open;
        self.aims.extend(&other.aims);
        self.roles.extend(&other.roles);
        self.legends.extend(&other.legends);
    }

    /// What gives cause to look at all rows again.
    pub(in crate::batch) fn found(&self) -> Suspicions {
        let pairs = self.seen.iter().enumerate().filter(|(_, seen)| seen.text || seen.number && !seen.other);
        let pairs = pairs.map(|(at, _)| (at / self.columns.len(), self.columns[at % self.columns.len()].1)).collect();
        let [aims, roles, legends] = [&self.aims, &self.roles, &self.legends].map(|of| of.iter().copied().collect());
        let (is_left, is_right) = (self.is_left, self.is_right);
        let is_sparse = self.rows <= SHORT && EMPTY * self.open >= self.rows * self.asked;
        Suspicions { pairs, is_left, is_right, is_sparse, aims, roles, legends, ..Suspicions::default() }
    }
}

/// Whether a cell is a number as short as those of answers.
fn is_short(cell: &[u8]) -> bool {
    (1..=DIGITS).contains(&cell.len()) && cell.iter().all(u8::is_ascii_digit)
}

/// The first column of a question, and the question of the last.
fn columns_of_questions(columns: &Columns) -> Option<(usize, usize)> {
    let asks = |(at, column): (usize, &Column)| match column.meaning {
        Meaning::Question(question, _) => Some((at, question)),
        _ => None,
    };
    let mut asked = columns.list.iter().enumerate().filter_map(asks);
    let (first, of) = asked.next()?;
    Some((first, asked.next_back().map_or(of, |(_, question)| question)))
}
