//! What is looked for in the rows of a table, and what one row looks like by itself.

use std::hash::RandomState;

use super::conditions::Wanted;
use super::foot::{self, Look};
use super::headings::{self, Heading};
use super::hint::Hint;
use super::sums::is_option;
use super::tools::Marks;
use super::words::{is_code, is_figure, is_key_cell, is_quantile, is_word, names_people};
use super::{Choice, Why};
use crate::definition::Definition;
use crate::definition::bundled::BUNDLED;
use crate::mapping::evidence as cells;
use crate::mapping::{Cells, Column, Columns, Matcher, Meaning, Number, plain};
use crate::table::{HeaderWords as _, Record, Unseen};
use crate::text::clean;

/// What is looked for in the rows of a table. Made once, shared by all workers.
#[derive(Debug)]
pub struct Judge<'a> {
    definition: &'a Definition,
    pub(crate) columns: &'a Columns,
    pub(crate) cells: &'a Cells,
    matcher: &'a Matcher,
    pub(super) marks: Marks,
    pub(super) wanted: Vec<Wanted>,
    /// The places of columns among those that are carried along.
    pub(super) latest_of: Vec<usize>,
    pub(super) choice: &'a Choice,
    /// The columns that are carried along.
    pub(crate) carried: Vec<usize>,
    /// Those of them that have the names of people.
    people: Vec<usize>,
    hint: Hint,
    pub(super) hashers: [RandomState; 2],
    /// The column that names the table of a row, where several are read as one.
    aside: Option<usize>,
    /// Whether each row is somebody's, as objects and answer sets are.
    somebodys: bool,
    /// What the table says of rows and cells beside them.
    unseen: Option<&'a Unseen>,
    /// The place of the column in which answer sets name their assessment.
    pub(super) assessment: Option<usize>,
}

impl<'a> Judge<'a> {
    /// For a table with these columns, and with the rows `above` its header.
    pub fn new(
        definition: &'a Definition,
        columns: &'a Columns,
        cells: &'a Cells,
        matcher: &'a Matcher,
        choice: &'a Choice,
        above: &[Vec<String>],
    ) -> Self {
        let conditions = choice.conditions.iter();
        let place = |column: &usize| columns.list[..*column].iter().filter(|column| column.is_carried()).count();
        Self {
            definition,
            columns,
            cells,
            matcher,
            marks: if choice.every_row { Marks::default() } else { Marks::new(columns, above) },
            wanted: conditions.map(|condition| Wanted::new(condition, &columns.list, cells)).collect(),
            latest_of: choice.latest_of.iter().map(place).collect(),
            choice,
            carried: (0..columns.list.len()).filter(|at| columns.list[*at].is_carried()).collect(),
            people: people(columns),
            hint: Hint::new(),
            hashers: [RandomState::new(), RandomState::new()],
            aside: None,
            somebodys: false,
            unseen: None,
            assessment: None,
        }
    }

    /// The same where several tables are read as one, and the first column names that of a row.
    #[must_use]
    pub fn of_several(self, several: bool) -> Self {
        Self { aside: several.then_some(0), ..self }
    }

    /// The same where each row is somebody's, though nobody is named in it: it is an object or an answer set.
    #[must_use]
    pub fn of_somebodys(self, somebodys: bool) -> Self {
        Self { somebodys, ..self }
    }

    /// The same where the table says this of rows and cells beside them.
    #[must_use]
    pub fn beside(self, unseen: &'a Unseen) -> Self {
        Self { unseen: Some(unseen), ..self }
    }

    /// The rows that are refused for what the table says of them, by number, and why: those that are hidden, if they are not all
    /// wanted, and those with a cell that should tell something and is one with another or struck through.
    pub(super) fn unseen(&self) -> Vec<(u64, Why)> {
        let Some(unseen) = self.unseen else { return Vec::new() };
        let hidden = unseen.hidden.iter().filter(|_| !self.choice.every_row).map(|row| (*row, Why::Hidden));
        let covered = unseen.covered.iter().filter_map(|cells| {
            let tells =
                |at: &usize| self.columns.list.get(*at).is_some_and(|column| column.meaning != Meaning::Metadata);
            let last = (*cells.columns.end()).min(self.columns.list.len());
            (*cells.columns.start()..=last).find(tells).map(|at| (cells.row, Why::Merged(at)))
        });
        let tells = |at: usize| self.columns.list.get(at).is_some_and(|column| column.meaning != Meaning::Metadata);
        // What stands before the questions tells of whom a row is.
        let first = self.columns.list.iter().position(|column| !column.is_carried()).unwrap_or(0);
        let counts = |at: usize| tells(at) || at < first;
        let struck = unseen.struck.iter().filter(|(_, at)| !self.choice.every_row && counts(*at));
        let struck = struck.map(|(row, at)| (*row, Why::Struck(*at)));
        let disguised = unseen.disguised.iter().filter(|(_, at)| !self.choice.every_row && tells(*at));
        let disguised = disguised.map(|(row, at)| (*row, Why::Disguised(*at)));
        let figures = unseen.figures.iter().filter(|_| !self.choice.every_row).map(|row| (*row, Why::WorkedOut));
        let mut rows: Vec<_> = covered.chain(hidden).chain(figures).chain(struck).chain(disguised).collect();
        rows.sort_by_key(|(row, _)| *row);
        rows.dedup_by_key(|(row, _)| *row);
        rows
    }

    /// The same where rows are refused that name another assessment.
    #[must_use]
    pub fn of_this_assessment(self) -> Self {
        let assessment = self.columns.metadata("assessment").map(|column| self.columns.metadata_index(column));
        Self { assessment, ..self }
    }

    /// The header of the column that is carried along at this place.
    pub(super) fn header(&self, place: usize) -> String {
        clean(self.columns.list[self.carried[place]].header.trim()).into_owned()
    }

    /// Whether nothing stands in a row that tells of who answers.
    pub(crate) fn names_nobody(&self, record: &Record) -> bool {
        self.carried.iter().all(|at| record.field(*at).trim_ascii().is_empty())
    }

    /// The first column that a row leaves empty, of those that tell of who answers; or has a number in, if it leaves none.
    pub(crate) fn untold(&self, record: &Record) -> Option<usize> {
        let mut told = self.carried.iter().copied().filter(|at| self.aside != Some(*at));
        let empty = |at: &usize| foot::tells_nothing(record.field(*at));
        told.clone().find(empty).or_else(|| {
            told.find(|at| {
                let folded = plain(&String::from_utf8_lossy(record.field(*at)));
                is_figure(&folded) || is_quantile(&folded)
            })
        })
    }

    /// Whether the column for the assessment has this: the id of another one that is known.
    pub(super) fn is_other_assessment(&self, cell: &[u8]) -> bool {
        let id = std::str::from_utf8(cell).map_or("", str::trim);
        id != self.definition.id && BUNDLED.iter().any(|bundled| bundled.id == id)
    }

    /// Whether several tables are read as one.
    pub(crate) fn is_several(&self) -> bool {
        self.aside.is_some()
    }

    /// The table that a row is of, where there are several.
    pub(crate) fn table<'r>(&self, record: &'r Record) -> &'r [u8] {
        self.aside.map_or(&[], |at| record.field(at))
    }

    /// The bytes of a row without the name of its table, where there are several.
    #[inline]
    pub(crate) fn without_table<'b>(&self, row: &'b [u8], delimiter: u8) -> &'b [u8] {
        let name = self.aside.and_then(|_| memchr::memchr(delimiter, row));
        &row[name.unwrap_or(0)..]
    }

    /// Whether a row answers any question.
    pub(crate) fn answers(&self, record: &Record) -> bool {
        let asks = |at: &usize| !self.columns.list[*at].is_carried();
        (0..self.columns.list.len()).filter(asks).any(|at| !record.field(at).trim_ascii().is_empty())
    }

    /// The columns in which a row tells of who answers.
    fn told<'s>(&'s self, record: &'s Record) -> impl Iterator<Item = usize> + 's {
        let told = |at: &usize| self.aside != Some(*at) && !foot::tells_nothing(record.field(*at));
        self.carried.iter().copied().filter(told)
    }

    /// Whether a row tells of who answers.
    pub(super) fn tells(&self, record: &Record) -> bool {
        self.told(record).next().is_some()
    }

    /// Whether each of these rows tells nothing of what all of the others tell of who answers; or but one thing, where they tell
    /// more, and are no fewer.
    pub(super) fn tell_less(&self, rows: &[&Record], others: &[&Record]) -> bool {
        rows.iter().all(|row| self.tells_less(row, others, rows.len() <= others.len()))
    }

    fn tells_less(&self, record: &Record, others: &[&Record], are_enough: bool) -> bool {
        let Some(first) = others.first() else { return false };
        // What became of a response says nothing of who answers.
        let mut always: Vec<usize> = self.told(first).filter(|at| !self.marks.has(&self.carried, *at)).collect();
        others.iter().for_each(|other| always.retain(|at| self.told(other).any(|told| told == *at)));
        let own = |record: &Record, at: usize| {
            let folded = plain(&String::from_utf8_lossy(record.field(at)));
            is_code(&folded) || (is_figure(&folded) && !folded.contains(['.', ',']))
        };
        let (codes, texts): (Vec<usize>, Vec<usize>) = self.told(record).partition(|at| own(record, *at));
        // A number or a code is somebody's own where others have one; where they all have a text it says nothing of who it is.
        let few = |at: usize| always.len() < 2 && !is_quantile(&plain(&String::from_utf8_lossy(record.field(at))));
        if codes.iter().any(|at| few(*at) || others.iter().any(|other| own(other, *at))) {
            return false;
        }
        let tells = texts.iter().filter(|at| always.contains(at)).count();
        tells == 0 && !always.is_empty() || are_enough && tells == 1 && always.len() > 1
    }

    /// The whole numbers of a row by question.
    pub(crate) fn numbers(&self, record: &Record) -> Vec<Option<i64>> {
        let mut row = vec![None; self.cells.count()];
        for (column, cell) in self.columns.list.iter().zip(record.fields()) {
            if let (Meaning::Question(at, _), Ok(text)) = (&column.meaning, std::str::from_utf8(cell))
                && let cells::Sight::Number(Number::Whole(number)) = self.cells.sight(*at, text)
            {
                row[*at] = Some(number);
            }
        }
        row
    }

    /// Whether rows are such as programs write to sum up columns: from the least to the greatest in each question, with counts, means and
    /// deviations above them or a mean among them.
    pub(super) fn sums_up(&self, rows: &[&Record]) -> bool {
        let asks = |at: &usize| matches!(self.columns.list[*at].meaning, Meaning::Question(..));
        let figures = |at: usize| -> Option<Vec<f64>> {
            let texts = rows.iter().map(|row| std::str::from_utf8(row.field(at)).unwrap_or_default().trim());
            texts.map(|text| text.parse().ok()).collect()
        };
        let columns: Option<Vec<Vec<f64>>> = (0..self.columns.list.len()).filter(asks).map(figures).collect();
        columns.is_some_and(|columns| are_summaries(&columns))
    }

    /// Whether a column may name answers, so that each row is about one.
    pub(crate) fn names_options(&self) -> bool {
        self.carried.iter().any(|at| is_option(&plain(&self.columns.list[*at].header)))
    }

    /// The criteria of the columns of questions.
    pub(crate) fn criteria(&self) -> impl Iterator<Item = usize> {
        let of: Vec<usize> = self.definition.questions().map(|(criterion, _)| criterion).collect();
        self.columns.list.iter().filter_map(move |column| match column.meaning {
            Meaning::Question(question, _) => of.get(question).copied(),
            _ => None,
        })
    }

    /// Whether the user takes every row as it is.
    pub(crate) fn takes_every_row(&self) -> bool {
        self.choice.every_row
    }

    /// Whether rows that tell who answers are looked at for what all others sum up to.
    pub(crate) fn doubts(&self) -> bool {
        !(self.choice.every_row || self.somebodys || self.is_several())
    }

    /// Whether a row tells nothing but what stands in the header. `within` the table, below respondents, headings that call what
    /// is carried along otherwise are of another one.
    pub(crate) fn heading(&self, record: &Record, within: bool) -> Heading {
        match headings::heading(record, self.columns, self.cells, self.matcher) {
            Heading::Own if within && !headings::calls_alike(record, self.columns) => Heading::Other,
            Heading::Codes if within => Heading::Other,
            heading => heading,
        }
    }

    /// Whether a row numbers the columns.
    pub(super) fn numbers_columns(&self, record: &Record) -> bool {
        self.doubts() && headings::numbers_columns(record, self.columns, self.cells.most_options())
    }

    /// Whether a row is a title: one text and nothing else, which is no answer.
    pub(crate) fn is_title(&self, record: &Record) -> bool {
        let mut texts = record.fields().filter(|cell| !cell.trim_ascii().is_empty());
        let (first, more) = (texts.next(), texts.next().is_some());
        let is_text = |cell: &[u8]| !is_figure(&plain(&String::from_utf8_lossy(cell)));
        self.doubts() && !more && first.is_some_and(is_text) && !self.answers(record) && !self.look(record).is_named()
    }

    /// Whether a row that is not at the edge may be headings: the first question has its name there. Quick.
    pub(crate) fn may_name(&self, record: &Record) -> bool {
        let asks = |(at, column): (usize, &Column)| match column.meaning {
            Meaning::Question(question, _) => Some((question, record.field(at))),
            _ => None,
        };
        let first = self.columns.list.iter().enumerate().find_map(asks);
        let is_code = |question: usize, text: &str| {
            let ends = |of: fn(char) -> bool| text.trim().ends_with(of);
            ends(|c| c.is_ascii_digit())
                && !text.starts_with(|c: char| c.is_ascii_digit())
                && headings::is_code(&plain(text))
                && !headings::is_answer(self.cells, question, text)
        };
        first
            .and_then(|(question, cell)| Some((question, std::str::from_utf8(cell).ok()?)))
            .is_some_and(|(question, text)| self.matcher.is_wanted(text) || is_code(question, text))
    }

    /// Where in a block the rows begin that may be at the foot: each is to be looked at, and those behind the last that is
    /// none are kept until it is known whether another block follows.
    pub(crate) fn foot_begins(&self, bytes: &[u8], delimiter: u8) -> usize {
        if self.aside.is_some() {
            return 0;
        }
        foot::begins(bytes, delimiter, |record| (self.look(record), self.answers(record)))
    }

    /// Whether no row of a block is at the foot of a table, since its last one is none.
    pub(crate) fn ends_inside(&self, bytes: &[u8], delimiter: u8) -> bool {
        self.aside.is_none() && foot::ends_inside(bytes, delimiter, |record| self.look(record))
    }

    /// Whether a word for figures may name a row, which carries these cells along. Quick.
    #[inline]
    pub(crate) fn may_be_figures<'r>(&self, mut cells: impl Iterator<Item = &'r [u8]> + Clone) -> bool {
        // Beside the word for them is one name at most, so that three cells of letters tell of somebody.
        let (mut names, mut may_be_key, enough) = (0, false, if self.aside.is_some() { 4 } else { 3 });
        for cell in cells.clone() {
            let (is_name, is_key) = self.hint.glance(cell);
            names += usize::from(is_name);
            may_be_key |= is_key;
        }
        // But for what shows the right answers, whoever is named beside it.
        match names >= enough {
            true => may_be_key && cells.any(|cell| self.is_key(cell)),
            false => cells.any(|cell| self.is_word(cell)),
        }
    }

    /// Whether a cell is a word for figures, which count. Quick.
    #[inline]
    pub(crate) fn is_word(&self, cell: &[u8]) -> bool {
        !self.choice.every_row && self.hint.may_be_word(cell) && is_word(&plain(&String::from_utf8_lossy(cell)))
    }

    /// Whether a cell is a name for the right answers, which count.
    fn is_key(&self, cell: &[u8]) -> bool {
        self.hint.glance(cell).1 && !self.choice.every_row && self.hint.may_be_word(cell) && is_key_cell(cell)
    }

    /// Whether a cell may be called after a role, an occasion or an aim. Quick.
    pub(crate) fn may_be_role(&self, cell: &[u8]) -> bool {
        self.hint.may_be_role(cell)
    }

    /// What a row looks like, were it among the last.
    pub(crate) fn look(&self, record: &Record) -> Look {
        if self.choice.every_row && !foot::is_blank(record) {
            return Look::Other;
        }
        let is_mark = |at: usize| self.marks.has(&self.carried, at);
        let told = (self.aside, &self.people[..], is_mark, |cell: &[u8]| self.hint.may_be_word(cell));
        match foot::look(record, self.columns, self.cells, self.definition, told) {
            Look::Nameless if self.somebodys => Look::Other,
            look => look,
        }
    }
}

/// How many questions at least show that figures rise from the least to the greatest.
const RISING: usize = 4;

/// Whether the figures of each column end with the least, three between them and the greatest; or are these with a mean among them.
fn are_summaries(columns: &[Vec<f64>]) -> bool {
    let rises = |figures: &[f64]| figures.windows(2).all(|pair| pair[0] <= pair[1]);
    let ends = |figures: &Vec<f64>| figures.len() >= 5 && rises(&figures[figures.len() - 5..]);
    let around = |figures: &Vec<f64>| match figures[..] {
        [least, first, middle, mean, third, greatest] => {
            rises(&[least, first, middle, third, greatest]) && least <= mean && mean <= greatest
        }
        _ => false,
    };
    let differ = columns.iter().filter(|figures| figures.last() > figures.get(figures.len().saturating_sub(5))).count();
    differ >= RISING && (columns.iter().all(ends) || columns.iter().all(around))
}

/// The columns that are carried along and have the names of people.
fn people(columns: &Columns) -> Vec<usize> {
    let carried: Vec<usize> = (0..columns.list.len()).filter(|at| columns.list[*at].is_carried()).collect();
    let headers: Vec<String> = carried.iter().map(|at| plain(&columns.list[*at].header)).collect();
    let names = carried.into_iter().zip(&headers);
    names.filter(|(_, header)| names_people(header, headers.iter().map(String::as_str))).map(|(at, _)| at).collect()
}
