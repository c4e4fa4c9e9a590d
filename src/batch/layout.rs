//! One result row, as CSV or as a line of JSON.

use std::collections::{HashMap, HashSet};

use super::text;
use crate::definition::Definition;
use crate::mapping::Columns;
use crate::score::{NO_SCORE, Scored, Scorer};

/// What a row is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A record of CSV.
    Csv,
    /// An object on one line, with the keys of `cxm.result/1`.
    Json,
    /// Nothing: only the summary is wanted.
    Nothing,
}

/// What stands in a row beside metadata and scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// For each criterion also the score at best.
    pub intervals: bool,
    /// The percentile in a reference population.
    pub percentile: bool,
    /// So many first actions.
    pub actions: usize,
}

/// How rows are written.
#[derive(Debug)]
pub struct Layout {
    form: Form,
    extras: Extras,
    metadata: Vec<String>,
    results: Vec<String>,
    criteria: Vec<Vec<u8>>,
    in_place: Vec<u16>,
    levels: Vec<Vec<u8>>,
    actions: Vec<Vec<u8>>,
}

/// A row to be written.
#[derive(Debug)]
pub struct Row<'a, M> {
    /// The cells of metadata.
    pub metadata: M,
    /// The scores.
    pub scored: &'a Scored,
    /// The percentile in tenths.
    pub percentile: u16,
    /// The indices of the first actions.
    pub actions: &'a [usize],
}

/// A cell of metadata, unquoted.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// Anything.
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

    fn text(self) -> &'a [u8] {
        match self {
            Self::Any(text) | Self::Plain(text) => text,
            Self::Short(wide, length) => &wide[..length],
        }
    }
}

impl Layout {
    /// The layout of rows with these columns.
    pub fn new(definition: &Definition, scorer: &Scorer, columns: &Columns, form: Form, extras: Extras) -> Self {
        let ids = || definition.criteria.iter().map(|criterion| criterion.id.clone());
        let mut results: Vec<String> = ids().collect();
        if extras.intervals {
            results.extend(ids().map(|id| format!("{id}_high")));
        }
        let words = ["in_place", "overall", "level", "open", "in_place_high", "overall_high", "possible_level"];
        results.extend(words.map(str::to_owned));
        if extras.percentile {
            results.push("percentile".to_owned());
        }
        results.extend((1..=extras.actions).map(|number| format!("action_{number}")));
        let metadata = columns.list.iter().enumerate();
        let metadata = metadata.filter(|(_, column)| column.is_metadata());
        let bytes = |id: &String| id.clone().into_bytes();
        Self {
            form,
            extras,
            metadata: unique(metadata.map(|(at, column)| (at, column.header.as_str())), &results),
            results,
            criteria: ids().map(String::into_bytes).collect(),
            in_place: (0..definition.criteria.len()).map(|at| scorer.in_place(at)).collect(),
            levels: definition.levels.iter().map(|level| bytes(&level.id)).collect(),
            actions: definition.actions.iter().map(|action| bytes(&action.id)).collect(),
        }
    }

    /// What stands in a row beside metadata and scores.
    pub(crate) fn extras(&self) -> Extras {
        self.extras
    }

    /// The names of the columns of metadata, each different from every other column.
    pub fn metadata(&self) -> &[String] {
        &self.metadata
    }

    /// The names of the columns of results.
    pub fn results(&self) -> &[String] {
        &self.results
    }

    /// The header of CSV.
    pub fn header(&self) -> Vec<u8> {
        text::line(self.metadata.iter().chain(&self.results).map(String::as_str))
    }

    /// Writes a row.
    #[inline]
    pub fn write<'a>(&self, out: &mut Vec<u8>, row: Row<'_, impl Iterator<Item = Cell<'a>>>) {
        match self.form {
            Form::Csv => self.csv(out, row),
            Form::Json => self.json(out, row),
            Form::Nothing => {}
        }
    }

    fn csv<'a>(&self, out: &mut Vec<u8>, row: Row<'_, impl Iterator<Item = Cell<'a>>>) {
        let mut line = text::Line::new(out);
        for cell in row.metadata {
            match cell {
                Cell::Any(text) => line.any(text),
                Cell::Plain(text) => line.text(text),
                Cell::Short(wide, length) => line.wide(wide, length),
            }
            line.text(b",");
        }
        let scored = row.scored;
        scored.criteria.iter().for_each(|(low, _)| line.score(*low));
        if self.extras.intervals {
            scored.criteria.iter().for_each(|(_, high)| line.score(*high));
        }
        line.number(scored.low.in_place);
        line.score(scored.low.overall);
        line.text(&self.levels[scored.low.level]);
        line.text(b",");
        line.number(scored.open);
        if scored.open == 0 {
            line.text(b",,");
        } else {
            line.number(scored.high.in_place);
            line.score(scored.high.overall);
            line.text(&self.levels[scored.high.level]);
        }
        if self.extras.percentile {
            line.text(b",");
            line.last_score(row.percentile);
        }
        for at in 0..self.extras.actions {
            line.text(b",");
            line.text(row.actions.get(at).map_or(&[], |action| self.actions[*action].as_slice()));
        }
        line.text(b"\n");
        line.finish();
    }

    fn json<'a>(&self, out: &mut Vec<u8>, row: Row<'_, impl Iterator<Item = Cell<'a>>>) {
        let scored = row.scored;
        out.extend_from_slice(b"{\"metadata\":{");
        for (at, (name, cell)) in self.metadata.iter().zip(row.metadata).enumerate() {
            comma(out, at);
            text::string(out, name.as_bytes());
            out.push(b':');
            text::string(out, cell.text());
        }
        out.extend_from_slice(b"},\"level\":{\"id\":");
        text::string(out, &self.levels[scored.low.level]);
        out.extend_from_slice(b",\"possible\":");
        text::string(out, &self.levels[scored.high.level]);
        out.extend_from_slice(b"},\"overall\":");
        interval(out, scored.low.overall, scored.high.overall);
        out.extend_from_slice(b",\"in_place\":{\"low\":");
        text::number(out, scored.low.in_place);
        out.extend_from_slice(b",\"high\":");
        text::number(out, scored.high.in_place);
        out.extend_from_slice(b",\"applicable\":");
        text::number(out, scored.applicable);
        out.extend_from_slice(b"},\"open\":");
        text::number(out, scored.open);
        out.extend_from_slice(b",\"criteria\":[");
        for (at, ((low, high), (id, in_place))) in
            scored.criteria.iter().zip(self.criteria.iter().zip(&self.in_place)).enumerate()
        {
            comma(out, at);
            out.extend_from_slice(b"{\"id\":");
            text::string(out, id);
            out.extend_from_slice(b",\"low\":");
            text::json_score(out, *low);
            out.extend_from_slice(b",\"high\":");
            text::json_score(out, *high);
            out.extend_from_slice(b",\"in_place\":");
            let state = match (*low, *high) {
                (NO_SCORE, _) => "n/a",
                (low, _) if low >= *in_place => "yes",
                (_, high) if high >= *in_place => "open",
                _ => "no",
            };
            text::string(out, state.as_bytes());
            out.push(b'}');
        }
        out.push(b']');
        if self.extras.percentile {
            out.extend_from_slice(b",\"percentile\":");
            text::json_score(out, row.percentile);
        }
        if self.extras.actions > 0 {
            out.extend_from_slice(b",\"actions\":[");
            for (at, action) in row.actions.iter().take(self.extras.actions).enumerate() {
                comma(out, at);
                text::string(out, &self.actions[*action]);
            }
            out.push(b']');
        }
        out.extend_from_slice(b"}\n");
    }
}

fn comma(out: &mut Vec<u8>, at: usize) {
    if at > 0 {
        out.push(b',');
    }
}

fn interval(out: &mut Vec<u8>, low: u16, high: u16) {
    out.extend_from_slice(b"{\"low\":");
    text::json_score(out, low);
    out.extend_from_slice(b",\"high\":");
    text::json_score(out, high);
    out.push(b'}');
}

/// Names for columns, none of them empty, twice there, or that of a result.
fn unique<'a>(headers: impl Iterator<Item = (usize, &'a str)>, results: &[String]) -> Vec<String> {
    let mut taken: HashSet<String> = results.iter().cloned().collect();
    // The number to try first: thousands of columns may have one name.
    let mut next: HashMap<String, usize> = HashMap::new();
    let name = |(at, header): (usize, &str)| {
        let header = crate::text::clean(header.trim()).replace(['\n', '\t'], " ");
        let base = match header.as_str() {
            "" => format!("column_{}", at + 1),
            header if results.iter().any(|result| result == header) => format!("input_{header}"),
            header => header.to_owned(),
        };
        let mut name = base.clone();
        let number = next.entry(base.clone()).or_insert(2);
        while !taken.insert(name.clone()) {
            name = format!("{base}_{number}");
            *number += 1;
        }
        name
    };
    headers.map(name).collect()
}
