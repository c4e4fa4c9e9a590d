//! A row of results as workers give it: typed. What becomes of it is an [`Encoder`]'s to say, within the worker.

use crate::population::Organisation;
use crate::score::Scored;
use crate::text::clean;

/// What workers make of rows before their block is put in order: text where that takes the time, or the rows themselves.
pub trait Encoder: Sync {
    /// What becomes of the rows of a block. Made once and filled again and again.
    type Block: Default + Send;

    fn clear(block: &mut Self::Block);

    /// Adds a row to a block.
    fn row<'a>(&self, block: &mut Self::Block, row: Row<'_, impl Iterator<Item = Cell<'a>>>);
}

/// A row of results, borrowed from the worker that scored it.
#[derive(Debug)]
pub struct Row<'a, M> {
    pub metadata: M,
    /// Whose answers they are, where those of several respondents were merged.
    pub organisation: Option<&'a Organisation>,
    pub scored: &'a Scored,
    /// The indices of the first actions.
    pub actions: &'a [usize],
}

/// A cell of metadata as it stands in the input, unquoted.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    Any(&'a [u8]),
    /// What can be written as it is.
    Plain(&'a [u8]),
    /// The same, of this length at the start of 16 bytes: copying them all is quicker than as many as there are.
    Short(&'a [u8; 16], usize),
}

impl<'a> Cell<'a> {
    /// A cell that can be written as it is, within `bytes`.
    #[inline]
    pub(crate) fn plain(bytes: &'a [u8], start: usize, end: usize) -> Self {
        match bytes[start..].first_chunk() {
            Some(wide) if end - start <= 16 => Self::Short(wide, end - start),
            _ => Self::Plain(&bytes[start..end]),
        }
    }

    pub(crate) fn text(self) -> &'a [u8] {
        match self {
            Self::Any(text) | Self::Plain(text) => text,
            Self::Short(wide, length) => &wide[..length],
        }
    }
}

/// A row of results on its own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnedRow {
    /// The cells of metadata, cleaned.
    pub metadata: Vec<String>,
    /// Where respondents were merged, how many, and how far they agree.
    pub merged: Option<(u64, Option<f64>)>,
    pub scored: Scored,
    /// The indices of the first actions.
    pub actions: Vec<usize>,
}

impl<'a, M: Iterator<Item = Cell<'a>>> From<Row<'_, M>> for OwnedRow {
    fn from(row: Row<'_, M>) -> Self {
        let text = |cell: Cell<'_>| clean(&String::from_utf8_lossy(cell.text())).into_owned();
        Self {
            metadata: row.metadata.map(text).collect(),
            merged: row.organisation.map(|organisation| (organisation.respondents, organisation.alpha.known())),
            scored: row.scored.clone(),
            actions: row.actions.to_vec(),
        }
    }
}

/// Whose answers a row has, where each is an answer set of its own: no two are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// The block, and the line in it.
    pub place: (u64, u64),
    /// What the columns say that name it.
    pub names: Vec<String>,
}

/// What stands between names, which none has in it.
const BETWEEN: char = '␟';

impl RowName {
    /// A text from which all of it can be told again, whatever case and width mean.
    pub(super) fn key(&self) -> String {
        let (block, line) = self.place;
        let names = self.names.iter().map(|name| format!("{BETWEEN}{}", name.replace(BETWEEN, " ")));
        format!("{block} {line}") + &names.collect::<String>()
    }

    /// The one with this key.
    pub fn of_key(key: &str) -> Option<Self> {
        let mut parts = key.split(BETWEEN);
        let (block, line) = parts.next()?.split_once(' ')?;
        let names = parts.map(|name| name.trim().to_owned()).collect();
        Some(Self { place: (block.parse().ok()?, line.trim().parse().ok()?), names })
    }
}
