//! Columns in which programs for forms say what became of a response: a preview, spam, not finished, deleted.
//!
//! A column counts among others of the same program, both ways: `Status` alone may be anything, and there only words count that can
//! mean nothing else, and of some it is said that they may. What a program writes into its own is known both ways, so that a word that is new here is said and not taken for
//! either.

use super::Kind;
use super::Kind::{Further, Unfinished};
use super::any_program::{ANY, bare};
use super::foot;
use super::mark::{Names, Program, Values};
use super::programs::{PERHAPS_REDCAP, PROGRAMS, REDCAP};
use super::words::is_of;
use crate::mapping::{Columns, Meaning, plain};
use crate::text::clean;

/// What a table says of its responses, by the columns that it has.
#[derive(Debug, Default)]
pub(super) struct Marks {
    list: Vec<Marked>,
}

/// A column that says what became of a response.
#[derive(Debug)]
struct Marked {
    /// Its place among those that are carried along.
    place: usize,
    values: Values,
}

/// What a cell says of its response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It counts, or nothing is said.
    Counts,
    Is(Kind),
    /// A word that is not known.
    Unknown,
}

impl Marks {
    /// Of a table with these columns, and with these rows above its header: programs write ids there.
    pub(super) fn new(columns: &Columns, above: &[Vec<String>]) -> Self {
        let carried = columns.list.iter().enumerate().filter(|(_, column)| column.is_carried());
        let called = carried.map(|(at, column)| {
            let above = above.iter().filter_map(|row| row.get(at));
            // Objects within objects have the names of all before theirs: `__system.reviewState`, `meta/status`.
            let last = column.header.rsplit(['.', '/']).next().filter(|last| last.len() < column.header.len());
            let headers = std::iter::once(column.header.as_str()).chain(last).chain(above.map(String::as_str));
            headers.map(plain).filter(|header| !header.is_empty()).collect()
        });
        let called: Vec<Vec<String>> = called.collect();
        let mut list: Vec<Marked> = Vec::new();
        let mut add = |place: usize, values| {
            if list.iter().all(|known| known.place != place) {
                list.push(Marked { place, values });
            }
        };
        for mark in programs(&called).flat_map(|program| program.marks) {
            place(&called, mark.column).into_iter().for_each(|place| add(place, mark.values));
        }
        let bare: Vec<Vec<String>> =
            called.iter().map(|headers| headers.iter().flat_map(|header| bare(header)).collect()).collect();
        for mark in ANY {
            let is = |headers: &[String]| headers.iter().any(|header| is_called(header, mark.column));
            let places = (0..called.len()).filter(|at| is(&called[*at]) || is(&bare[*at]));
            places.for_each(|place| add(place, mark.values));
        }
        list.extend(redcap(columns).into_iter().map(|(place, values)| Marked { place, values }));
        Self { list }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The places of the columns among those that are carried along.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.list.iter().map(|marked| marked.place)
    }

    /// Whether this column, which is among those that are carried along, is one of them.
    pub(super) fn has(&self, carried: &[usize], column: usize) -> bool {
        self.columns().any(|place| carried[place] == column)
    }

    /// Whether what is unknown in the column at `at` in the list is so only where other rows have something else.
    pub(super) fn compares(&self, at: usize) -> bool {
        matches!(self.list[at].values, Values::Unless(_))
    }

    /// How a cell reads of the column at `at` in the list.
    pub(super) fn word(&self, at: usize, cell: &[u8]) -> String {
        match self.list[at].values {
            Values::Submitted | Values::First => "empty".to_owned(),
            Values::Progress => "below 100".to_owned(),
            Values::Words(..) | Values::Only(..) | Values::Unlike(..) | Values::Filled(_) | Values::Unless(_) => {
                format!("`{}`", clean(&String::from_utf8_lossy(cell)).trim())
            }
        }
    }

    /// Whether every such cell of a row, of which `cell` gives what is carried along by place, says that it counts, since it begins with
    /// a year. Quick.
    #[inline]
    pub(super) fn are_dated<'r>(&self, cell: impl Fn(usize) -> &'r [u8]) -> bool {
        let is_year = |cell: &[u8]| cell.first_chunk::<YEAR>().is_some_and(|year| year.iter().all(u8::is_ascii_digit));
        let says = |marked: &Marked| matches!(marked.values, Values::Only(..) | Values::Submitted);
        self.list.iter().all(|marked| says(marked) && is_year(cell(marked.place)))
    }

    /// What the cell of the column at `at` in the list says.
    pub(super) fn said(&self, at: usize, cell: &[u8]) -> Said {
        // Of a list each item may say it.
        if let Some(items) = cell.starts_with(b"[").then(|| serde_json::from_slice::<Vec<String>>(cell).ok()).flatten()
        {
            let said: Vec<Said> =
                items.iter().map(|item| self.said(at, item.trim_start_matches('[').as_bytes())).collect();
            let is = |wanted: fn(&Said) -> bool| said.iter().copied().find(wanted);
            return is(|said| matches!(said, Said::Is(_)))
                .or_else(|| is(|said| *said == Said::Unknown))
                .unwrap_or(Said::Counts);
        }
        let values = self.list[at].values;
        match values {
            Values::Submitted if foot::tells_nothing(cell) => return Said::Is(Unfinished),
            Values::Submitted => return Said::Counts,
            // What somebody wrote at length is none of these words, nor is a number or a time.
            Values::Only(..) if cell.len() > LONG || is_time(cell) => return Said::Counts,
            _ => {}
        }
        let text = plain(&String::from_utf8_lossy(cell));
        match values {
            Values::First if text.is_empty() => Said::Is(Further),
            Values::Submitted | Values::First => Said::Counts,
            Values::Unless(words) if is_of(words, &text) => Said::Unknown,
            _ if text.is_empty() => Said::Counts,
            Values::Progress => match text.split(['.', '%']).next().and_then(|whole| whole.trim().parse::<u8>().ok()) {
                Some(100) => Said::Counts,
                Some(0..100) => Said::Is(Unfinished),
                _ => Said::Unknown,
            },
            Values::Unless(_) => Said::Counts,
            Values::Words(counts, _) if is_of(counts, &text) => Said::Counts,
            Values::Unlike(..) if foot::tells_nothing(cell) || is_of(NOTHING, &text) => Said::Counts,
            Values::Unlike(counts, _) if counts.iter().any(|list| is_of(list, &text)) => Said::Counts,
            Values::Words(_, others) | Values::Unlike(_, others) => kind(others, &text).map_or(Said::Unknown, Said::Is),
            Values::Only(..) if text.len() > CODE && text.starts_with(|c: char| c.is_ascii_digit()) => Said::Counts,
            Values::Only(others, unknown) => {
                let is_unknown = || unknown.iter().any(|list| is_of(list, &text));
                kind(others, &text).map_or_else(|| if is_unknown() { Said::Unknown } else { Said::Counts }, Said::Is)
            }
            Values::Filled(_) if foot::tells_nothing(cell) || is_of(NOTHING, &text) => Said::Counts,
            Values::Filled(kind) => kind.map_or(Said::Unknown, Said::Is),
        }
    }
}

/// Whether a cell is a number or a time that is longer than the words of those lists, without folding it.
fn is_time(cell: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'/' | b'.' | b' ' | b'T' | b'Z');
    cell.trim_ascii().len() > CODE && cell[0].is_ascii_digit() && cell.iter().all(is_part)
}

/// How long a word of those lists is at most that begins with a digit; and a year is longer.
const CODE: usize = 3;
const YEAR: usize = CODE + 1;
/// How long a cell is at most that is one of them.
const LONG: usize = 96;

/// What stands where nothing is said, beside what tells nothing anywhere.
const NOTHING: &str = "no|none|false|0|nein|keine|keiner|non|aucun|aucune|nee|nada|ninguno|ninguna|いいえ|なし|無|無し";

/// What a response is that has this word.
fn kind(words: &[(Kind, &str)], text: &str) -> Option<Kind> {
    words.iter().find(|(_, words)| is_of(words, text)).map(|(kind, _)| *kind)
}

/// What the programs that made a table with these columns write for a question that was not shown or not answered.
pub fn not_answered(columns: &Columns) -> impl Iterator<Item = &'static str> {
    let carried = columns.list.iter().filter(|column| column.is_carried());
    let called: Vec<Vec<String>> = carried.map(|column| vec![plain(&column.header)]).collect();
    programs(&called).flat_map(|program| program.not_answered).copied().collect::<Vec<_>>().into_iter()
}

/// The programs whose columns are among those that are called so.
fn programs(called: &[Vec<String>]) -> impl Iterator<Item = &'static Program> {
    PROGRAMS.iter().filter(|program| program.columns.iter().all(|names| place(called, names).is_some()))
}

fn place(called: &[Vec<String>], names: Names) -> Option<usize> {
    called.iter().position(|headers| headers.iter().any(|header| is_called(header, names)))
}

/// Whether a header is one of these names, or an id of these with its text behind it: `submitdate. Date submitted`.
fn is_called(header: &str, names: Names) -> bool {
    let mut points = header.match_indices('.').map(|(at, _)| header.split_at(at));
    is_of(names, header) || points.any(|(id, rest)| rest.starts_with(". ") && is_of(names, id))
}

/// The places of the columns in which REDCap says whether a form is complete that asks any of the questions, and what they
/// say: each closes the columns of its form. Only where the form was a survey it is known: what is typed in by hand is
/// incomplete until someone says otherwise, and most never do. Where none of them closes questions, any may be theirs.
fn redcap(columns: &Columns) -> Vec<(usize, Values)> {
    let (mut closing, mut others) = (Vec::new(), Vec::new());
    let (mut place, mut asks, mut survey) = (0, false, false);
    for column in &columns.list {
        let header = plain(&column.header);
        asks |= matches!(column.meaning, Meaning::Question(..) | Meaning::QuestionOption(..));
        survey |= ["redcap_survey_identifier", "survey identifier", "survey timestamp"].contains(&header.as_str())
            || header.ends_with("_timestamp");
        if column.is_carried() {
            if header == "complete?" || header.ends_with("_complete") {
                let perhaps = PERHAPS_REDCAP[usize::from(header == "complete?")];
                if asks {
                    closing.push((place, if survey { REDCAP } else { perhaps }));
                } else {
                    others.push((place, perhaps));
                }
                asks = false;
            }
            place += 1;
        }
    }
    if closing.is_empty() { others } else { closing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_long_word_begins_with_a_digit() {
        for mark in ANY {
            let Values::Only(others, unknown) = mark.values else { continue };
            let lists = others.iter().map(|(_, words)| words).chain(unknown);
            for word in lists.flat_map(|list| list.split('|')) {
                assert!(word.len() <= CODE || !word.starts_with(|c: char| c.is_ascii_digit()), "{word}");
            }
        }
    }
}
