//! The rows of each value of a column, while they are added: each row to one segment, and all to the summary at the end.

use std::collections::{BTreeMap, HashMap};

use super::summary::{BLANK, Segment, Segments, Summary};
use super::{MAX_SEGMENTS, TooManySegments};
use crate::definition::Definition;
use crate::mapping::plain;
use crate::score::Scorer;

/// The most spellings of values that are remembered.
const MAX_SPELLINGS: usize = 10_000;
/// How many of them are found without a closer look.
const NEAR: usize = 64;

/// Rows that are added, with more that their segment needs, which is summed up at the end.
#[derive(Debug)]
pub(crate) struct Adding<'a, M> {
    definition: &'a Definition,
    scorer: &'a Scorer,
    more: M,
    /// The rows without a segment, and those of each; the keys of the segments, in the order in which they were met.
    parts: Vec<(Summary, M)>,
    names: Vec<Named>,
    keys: HashMap<String, usize>,
    /// The part of each spelling that was met.
    spellings: HashMap<Vec<u8>, usize>,
    /// The last of them in each place.
    near: Vec<Option<(Vec<u8>, usize)>>,
}

#[derive(Debug)]
struct Named {
    key: String,
    /// As it is first spelled, and where.
    name: String,
    first: (u64, u64),
}

impl<'a, M: Clone> Adding<'a, M> {
    /// Of no rows, for which there is no more than this.
    pub(crate) fn new(definition: &'a Definition, scorer: &'a Scorer, more: M) -> Self {
        let parts = vec![(Summary::new(definition, scorer), more.clone())];
        let (names, keys, spellings, near) = (Vec::new(), HashMap::new(), HashMap::new(), vec![None; NEAR]);
        Self { definition, scorer, more, parts, names, keys, spellings, near }
    }

    /// Where the row at `place` is summed up, whose segment has this value, if it has any.
    #[inline]
    pub(crate) fn part(
        &mut self,
        value: Option<&[u8]>,
        place: (u64, u64),
    ) -> Result<&mut (Summary, M), TooManySegments> {
        let at = match value {
            None => 0,
            Some(value) => match &self.near[near(value)] {
                Some((known, at)) if known == value => *at,
                _ => self.of_spelling(value, place)?,
            },
        };
        Ok(&mut self.parts[at])
    }

    #[cold]
    fn of_spelling(&mut self, value: &[u8], place: (u64, u64)) -> Result<usize, TooManySegments> {
        let at = match self.spellings.get(value) {
            Some(at) => *at,
            None => {
                let at = self.of_key(value, place)?;
                if self.spellings.len() == MAX_SPELLINGS {
                    self.spellings.clear();
                }
                self.spellings.insert(value.to_vec(), at);
                at
            }
        };
        self.near[near(value)] = Some((value.to_vec(), at));
        Ok(at)
    }

    fn of_key(&mut self, value: &[u8], place: (u64, u64)) -> Result<usize, TooManySegments> {
        let value = String::from_utf8_lossy(value);
        let key = Some(plain(&value)).filter(|key| !key.is_empty()).unwrap_or_else(|| BLANK.to_owned());
        if let Some(at) = self.keys.get(&key) {
            return Ok(*at);
        }
        if self.names.len() == MAX_SEGMENTS {
            return Err(TooManySegments(MAX_SEGMENTS));
        }
        let name = crate::text::clean(value.trim()).into_owned();
        // A value that is a dash is not to be taken for none.
        let name = if (key == BLANK) == (name == BLANK) { name } else { key.clone() };
        let at = self.parts.len();
        self.parts.push((Summary::new(self.definition, self.scorer), self.more.clone()));
        self.keys.insert(key.clone(), at);
        self.names.push(Named { key, name, first: place });
        Ok(at)
    }

    /// All that was added, each part with what `settle` makes of the rest.
    pub(crate) fn finish(self, settle: impl Fn(&mut Summary, M)) -> Segments {
        let mut parts = self.parts.into_iter().map(|(mut summary, more)| {
            settle(&mut summary, more);
            summary
        });
        let mut all = parts.next().expect("the rows without a segment have a part");
        let mut by = BTreeMap::new();
        for (Named { key, name, first }, summary) in self.names.into_iter().zip(parts) {
            all.merge(&summary);
            by.insert(key, Segment { name, first, summary });
        }
        Segments { all, by }
    }
}

/// Where a spelling is remembered as the last.
#[inline]
fn near(value: &[u8]) -> usize {
    let sum = value.iter().fold(value.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    sum % NEAR
}
