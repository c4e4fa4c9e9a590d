//! What a view says, before a format shows it.
//!
//! A view makes blocks of a model once, and a format shows any blocks. They hold text as it is, neither escaped nor
//! wrapped, and say what things are; what that looks like is for the format.

use super::model::Day;
use crate::exact::{Effort, Score};

pub enum Block {
    Title(String),
    /// A heading so deep below the title, from 1, with its number where such are counted.
    Heading(usize, Option<usize>, String),
    Text(Tone, String),
    /// What may have paragraphs, lists and links, as definitions write them.
    Prose(String),
    /// A paragraph beside the matter: a reservation, or what somebody noted.
    Aside(String),
    /// Short facts in a line, and the id of what they are about.
    Facts(Vec<String>, String),
    List(Vec<Item>),
    /// Steps, each of them prose.
    Steps(Vec<String>),
    Table(Table),
}

/// What a text is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Strong,
    Good,
    Open,
    Faint,
}

pub struct Item {
    /// What it is to the reader.
    pub tone: Tone,
    /// A sign before it, where there is no bullet.
    pub mark: &'static str,
    pub text: String,
    /// What is said below it first, as prose.
    pub prose: Option<String>,
    /// What is said below it: in a line of a terminal, and in full.
    pub details: Vec<(Tone, String, String)>,
}

/// Rows of cells under the heads of columns.
pub struct Table {
    pub columns: Vec<Column>,
    /// Its rows; cells that are missing at the end are empty.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone)]
pub struct Column {
    pub head: Cell,
    /// Whether its cells are flush right.
    pub right: bool,
    /// Its width on a sheet, in characters.
    pub width: u16,
    /// Whether a terminal appends its cells to those of the column before.
    pub joined: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Strong(String),
    Number(u32),
    Score(Score),
    Effort(Effort),
    Date(Day),
    Empty,
}

impl Block {
    pub fn heading(depth: usize, text: impl Into<String>) -> Self {
        Self::Heading(depth, None, text.into())
    }

    /// A paragraph that is nothing else.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text(Tone::Plain, text.into())
    }

    /// A section with a list; nothing where the list is empty.
    pub fn section(heading: &str, items: Vec<Item>) -> Vec<Self> {
        if items.is_empty() { Vec::new() } else { vec![Self::heading(1, heading), Self::List(items)] }
    }
}

impl Item {
    pub fn new(tone: Tone, text: String) -> Self {
        Self { tone, mark: "", text, prose: None, details: Vec::new() }
    }
}

impl Column {
    pub fn left(head: impl Into<Cell>) -> Self {
        Self { head: head.into(), right: false, width: 0, joined: false }
    }

    pub fn right(head: impl Into<Cell>) -> Self {
        Self { right: true, ..Self::left(head) }
    }

    pub fn wide(head: impl Into<Cell>, width: u16) -> Self {
        Self { width, ..Self::left(head) }
    }
}

impl Cell {
    /// It as text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Strong(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Score(score) => score.to_string(),
            Self::Effort(effort) => effort.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Empty => String::new(),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        u32::try_from(number).map_or(Self::Empty, Self::from)
    }
}

impl From<Effort> for Cell {
    fn from(effort: Effort) -> Self {
        Self::Effort(effort)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Date(day)
    }
}

impl From<Score> for Cell {
    fn from(score: Score) -> Self {
        Self::Score(score)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
