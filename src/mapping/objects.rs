//! What an object in a cell says of the answers beside it, question by question, as programs export texts beside codes:
//! `{"values": {"q1": 3}, "labels": {"q1": "often"}}`.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::Cells;
use super::columns::{Column, Columns};
use super::corrected::may_correct;
use super::evidence::{Label, Sight};
use super::likeness::plain;
use super::meaning::Meaning;
use super::neutral::is_of;
use super::number::Number;
use super::objections::Objections;
use super::otherwise::asks_otherwise;
use crate::answers::Answer;
use crate::table::Record;

/// Words of a header below which such objects stand, though the first row has none; and those below which numbers are codes.
const LABELS: &str = "labels label texts text display displayed";
const CODES: &str = "codes code coded values value numbers numeric raw";

/// The same of lists that may name questions.
const LISTS: &str = "edits edit history changes changelog revisions audit log skipped unanswered applicable";

/// A column with such objects.
#[derive(Debug)]
pub(super) struct Objects {
    pub(super) column: usize,
    /// The questions and the columns of their answers, by their plain headers.
    asked: HashMap<String, (usize, usize)>,
    /// Whether its answers are to stand in place of those.
    corrects: bool,
    /// Whether numbers in it are codes; the option that stands beside each, and the number beside each option.
    coded: bool,
    options: HashMap<(usize, i64), u8>,
    numbers: HashMap<(usize, u8), i64>,
}

impl Objects {
    /// Whether a list names a question, as a key or a text.
    fn names(&self, value: &Value) -> bool {
        let is_asked = |text: &String| self.asked.contains_key(&plain(text));
        match value {
            Value::String(text) => is_asked(text),
            Value::Array(items) => items.iter().any(|item| self.names(item)),
            Value::Object(members) => members.iter().any(|(key, value)| is_asked(key) || self.names(value)),
            _ => false,
        }
    }
}

/// What a cell says of its question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Number(i64),
    Answer(Answer),
    Other,
}

impl Objects {
    /// For a column of metadata, if it has objects about answers of the same respondents.
    pub(super) fn new(column: usize, columns: &Columns, below: &[String]) -> Option<Self> {
        let (header, first) = (plain(&columns.list[column].header), below.get(column).map_or("", |cell| cell.trim()));
        let has = |list: &'static str| header.split(|c: char| !c.is_alphanumeric()).any(|word| is_of(list, word));
        let corrects = may_correct(&header);
        let is_object =
            first.starts_with(['{', '[']) || first.is_empty() && (has(LABELS) || has(CODES) || has(LISTS) || corrects);
        if !is_object || !corrects && asks_otherwise(&header) {
            return None;
        }
        let asked = columns.list.iter().enumerate().filter_map(|(of, Column { header, meaning, .. })| match meaning {
            Meaning::Question(question, _) => Some((plain(header), (*question, of))),
            _ => None,
        });
        let (options, numbers) = (HashMap::new(), HashMap::new());
        Some(Self { column, asked: asked.collect(), corrects, coded: has(CODES), options, numbers })
    }

    /// Looks at a row of a respondent.
    pub(super) fn row(&mut self, row: u64, record: &Record, cells: &Cells, found: &mut Objections) {
        let cell = record.field(self.column).trim_ascii();
        if cell.starts_with(b"[") && !found.unheard.contains(&self.column) {
            let names = serde_json::from_slice(cell).is_ok_and(|list: Value| self.names(&list));
            found.unheard.extend(names.then_some(self.column));
        }
        if !cell.starts_with(b"{") {
            return;
        }
        let Ok(object) = serde_json::from_slice::<BTreeMap<String, Value>>(cell) else { return };
        for (key, value) in &object {
            let Some(&(question, of)) = self.asked.get(&plain(key)) else { continue };
            let beside = match value {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                _ => continue,
            };
            let own = said(cells, question, std::str::from_utf8(record.field(of)).unwrap_or_default());
            let differs = match (own, said(cells, question, &beside)) {
                (own, beside) if self.corrects && beside != Said::Nothing => own != beside,
                (Said::Number(number), Said::Answer(Answer::Option(option))) => {
                    let columns = (of, self.column);
                    found.label(Label { question, number, option, columns, row, count: 0 });
                    false
                }
                (Said::Answer(Answer::Option(option)), Said::Number(number)) if self.coded => {
                    let option_of = *self.options.entry((question, number)).or_insert(option);
                    let number_of = *self.numbers.entry((question, option)).or_insert(number);
                    (option_of, number_of) != (option, number)
                }
                (Said::Answer(own), Said::Answer(beside)) => own != beside,
                (Said::Nothing, Said::Answer(beside)) => beside != Answer::Unanswered,
                _ => false,
            };
            if differs {
                found.unlike.push((row, self.column));
                return;
            }
        }
    }
}

/// What a cell says of a question; of numbers that the map names nothing is to be found out.
fn said(cells: &Cells, question: usize, text: &str) -> Said {
    if text.trim().is_empty() {
        return Said::Nothing;
    }
    match cells.sight(question, text) {
        Sight::Number(Number::Whole(number)) => Said::Number(number),
        Sight::Number(_) => Said::Other,
        _ => cells.read(question, text).map_or(Said::Other, Said::Answer),
    }
}
