//! An object of JSON, on a line of its own, as the cells of a row.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::choice::choice;
use super::frame::Frame;
use super::{HeaderWords, LeftOut, MAX_COLUMNS};
use crate::words::table as say;

/// Keys under which interfaces of programs have the answers of a respondent, which stand as if they were outside.
const NESTED: [&str; 5] = ["fields", "values", "data", "response", "responses"];
/// Keys under which something is said of questions that is no answer; and those under which something may be said of the respondent, too.
const BESIDE: [&str; 6] = ["label", "labels", "codebook", "scale", "scales", "displayedvalues"];
/// The same of what numbers mean, within objects too.
const MEANING: [&str; 20] = [
    "legend",
    "legends",
    "valuelabels",
    "ends",
    "reversed",
    "reverse",
    "direction",
    "polarity",
    "options",
    "choices",
    "min",
    "max",
    "best",
    "worst",
    "low",
    "high",
    "from",
    "to",
    "lowest",
    "highest",
];
const OF_ROW: [&str; 2] = ["metadata", "meta"];
/// How many keys an object has at most that are columns.
const MOST: usize = 64;
/// How many objects stand within one another at most whose keys are columns.
pub(super) const DEEPEST: usize = 4;

/// The columns, and the row that is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    pub(super) columns: Vec<String>,
    index: HashMap<String, usize>,
    pub(super) cells: Vec<String>,
    /// Where the values of the row stand in its line, and the column of each, if it has one.
    values: Vec<(Range<usize>, Option<usize>)>,
    /// For each column the number of the last row that has it.
    seen: Vec<u64>,
    row: u64,
    /// The keys in objects under other keys that are wanted, as long as columns are learnt.
    within: BTreeMap<String, BTreeSet<String>>,
    /// The keys whose objects have none that are wanted, and those of which some do, as long as columns are learnt.
    without: BTreeSet<String>,
    with: BTreeSet<String>,
    /// Keys whose objects have answers, and those whose objects say something of the respondent. Each of these is a column of its own.
    matrices: BTreeSet<String>,
    parts: BTreeSet<String>,
    pub(super) left_out: LeftOut,
}

impl Keys {
    /// The keys of this kind that begin anew where there are objects under some of the others: with questions of which no column is, as a
    /// matrix of a form has, or without any question. None where there are no more such objects than are known.
    pub(super) fn with_objects(&self, wanted: &dyn HeaderWords) -> Option<Self> {
        let names = |keys: &mut dyn Iterator<Item = &str>| {
            let keys: Vec<&str> = keys.collect();
            wanted.names(&keys).into_iter().flatten().collect::<BTreeSet<usize>>()
        };
        let known = names(&mut self.columns.iter().map(String::as_str));
        let other = |within: &BTreeSet<String>| {
            let names = names(&mut within.iter().map(String::as_str));
            !names.is_empty() && names.is_disjoint(&known)
        };
        let matrices = self.within.iter().filter(|(_, within)| other(within)).map(|(key, _)| key.clone());
        let matrices: BTreeSet<String> = matrices.collect();
        let matrices: BTreeSet<String> = matrices.union(&self.matrices).cloned().collect();
        let parts = self.without.difference(&self.with).chain(&self.parts).cloned();
        let parts: BTreeSet<String> = parts.collect();
        let are_more = matrices.len() > self.matrices.len() || parts.len() > self.parts.len();
        are_more.then(|| Self { matrices, parts, ..Self::default() })
    }

    /// Reads the object on a line into the cells. Whether a key that is not known becomes a column is said by `learn`.
    pub(super) fn read(&mut self, line: &[u8], wanted: &dyn HeaderWords, learn: bool) -> Result<(), serde_json::Error> {
        self.cells.iter_mut().for_each(String::clear);
        self.values.clear();
        self.row += 1;
        let (mut next, begin) = (0, line.as_ptr().addr());
        let row = RowSeed { keys: self, wanted, learn, nested: false, next: &mut next, begin, above: None, depth: 0 };
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        row.deserialize(&mut deserializer)?;
        deserializer.end()
    }

    /// What stands around the values of the line that was read last; nothing where it has them in another order than the columns.
    pub(super) fn frame(&self, line: &[u8]) -> Frame {
        Frame::of(line, &self.values, self.columns.len())
    }
}

/// Reads an object into the cells of its columns.
struct RowSeed<'a> {
    keys: &'a mut Keys,
    wanted: &'a dyn HeaderWords,
    /// Whether an unknown key becomes a column.
    learn: bool,
    /// Whether this is the object under `answers`.
    nested: bool,
    /// The column of the next key, if the keys stand in the order of the first line.
    next: &'a mut usize,
    /// The address at which the line begins.
    begin: usize,
    /// The key under which this object stands, behind which its keys are columns; and behind how many they stand.
    above: Option<&'a str>,
    depth: usize,
}

impl Keys {
    /// Notes which keys are wanted in an object under another one.
    fn note_within(&mut self, key: &str, object: &str, wanted: &dyn HeaderWords) {
        let folded = key.to_ascii_lowercase();
        let Ok(members) = serde_json::from_str::<BTreeMap<String, &RawValue>>(object) else { return };
        let tells = |key: &str| MEANING.contains(&key) || BESIDE.contains(&key) || key.trim().parse::<i64>().is_ok();
        if BESIDE.contains(&folded.as_str()) || wanted.is_wanted(key) {
            return;
        }
        let may_tell = members.len() > MOST
            || tells(folded.rsplit('/').next().unwrap_or_default())
            || members.keys().any(|key| tells(&key.to_ascii_lowercase()));
        let keys: Vec<String> = members.into_keys().filter(|key| wanted.is_wanted(key)).collect();
        if keys.is_empty() && !may_tell {
            self.without.insert(key.to_owned());
            return;
        }
        self.with.insert(key.to_owned());
        if !OF_ROW.contains(&folded.as_str()) && !keys.is_empty() {
            self.within.entry(key.to_owned()).or_default().extend(keys);
        }
    }
}

impl RowSeed<'_> {
    fn column(&mut self, key: &str) -> Option<usize> {
        let keys = &mut *self.keys;
        let known = match keys.columns.get(*self.next) {
            Some(column) if column == key => Some(*self.next),
            _ => keys.index.get(key).copied(),
        };
        let at = match known {
            Some(at) => at,
            None if self.learn && keys.columns.len() <= MAX_COLUMNS => {
                keys.index.insert(key.to_owned(), keys.columns.len());
                keys.columns.push(key.to_owned());
                keys.cells.push(String::new());
                keys.seen.push(0);
                keys.columns.len() - 1
            }
            None => return None,
        };
        *self.next = at + 1;
        Some(at)
    }
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(say::an_object())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let twice = |key: &str| A::Error::custom(say::key_twice(key));
        let (mut answers, mut failed) = (false, None);
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == "answers" && !self.nested && self.above.is_none() {
                if std::mem::replace(&mut answers, true) {
                    return Err(twice(&key));
                }
                let (keys, next) = (&mut *self.keys, &mut *self.next);
                map.next_value_seed(RowSeed { keys, next, nested: true, ..self })?;
                continue;
            }
            let value: &'de RawValue = map.next_value()?;
            let inside =
                value.get().starts_with('{') && self.above.is_none() && !self.nested && NESTED.contains(&&*key);
            let key = match self.above {
                Some(above) => Cow::Owned(format!("{above}/{key}")),
                None => key,
            };
            let is_object = !inside && self.depth < DEEPEST && value.get().starts_with('{');
            let matrix = is_object && self.keys.matrices.contains(&*key);
            let part = is_object && !matrix && self.keys.parts.contains(&*key);
            if inside || matrix || part {
                let (keys, next, depth) = (&mut *self.keys, &mut *self.next, self.depth + usize::from(!inside));
                let above = Some(&*key).filter(|_| !inside);
                let row = RowSeed { keys, next, nested: !part, above, depth, ..self };
                row.deserialize(&mut serde_json::Deserializer::from_str(value.get())).map_err(A::Error::custom)?;
                continue;
            }
            if is_object && self.learn {
                self.keys.note_within(&key, value.get(), self.wanted);
            }
            let (column, start) = (self.column(&key), value.get().as_ptr().addr() - self.begin);
            self.keys.values.push((start..start + value.get().len(), column));
            match column {
                Some(at) if self.keys.seen[at] != self.keys.row => {
                    self.keys.seen[at] = self.keys.row;
                    // The other keys are columns all the same.
                    failed = failed.or(cell(value.get(), (self.wanted, &key), &mut self.keys.cells[at]).err());
                }
                Some(_) => return Err(twice(&key)),
                None if self.nested || self.wanted.is_wanted(&key) => {
                    return Err(A::Error::custom(say::no_such_key(&key)));
                }
                None => self.keys.left_out.add(&key),
            }
        }
        failed.map_or(Ok(()), |why| Err(A::Error::custom(why)))
    }
}

/// Writes a value as the text of a cell. A number stays as it is written, whatever a float would make of it; and so does whatever
/// stands under a key that is not wanted.
fn cell(json: &str, (wanted, key): (&dyn HeaderWords, &str), text: &mut String) -> Result<(), String> {
    match json.bytes().next() {
        Some(b'"') => match json[1..json.len() - 1].contains('\\') {
            false => text.push_str(&json[1..json.len() - 1]),
            true => text.push_str(&serde_json::from_str::<String>(json).map_err(|error| error.to_string())?),
        },
        Some(b'[') if wanted.takes_list(key) => {
            let items: Vec<String> = serde_json::from_str(json).map_err(|_| say::list_of_texts().to_owned())?;
            text.push_str(&items.join("; "));
        }
        Some(b'[') if wanted.is_wanted(key) => {
            let items: Vec<&RawValue> = serde_json::from_str(json).map_err(|error| error.to_string())?;
            match items[..] {
                [] => {}
                // One that is chosen of several that could be.
                [item] if item.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit()) => {
                    cell(item.get(), (wanted, key), text)?;
                }
                _ => return Err(say::no_array().to_owned()),
            }
        }
        Some(b'{') if wanted.is_wanted(key) => text.push_str(&choice(json).ok_or_else(say::no_object)?),
        Some(b'n') => {}
        _ => text.push_str(json),
    }
    Ok(())
}
