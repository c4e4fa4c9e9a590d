//! What a table says against how it is read, which only whole rows tell: texts of options beside numbers, answers beside empty
//! cells, cells behind the last question, answers of one respondent in several rows, legends beside it. It is asked where columns
//! give cause.

use std::collections::BTreeMap;

use super::Cells;
use super::aims::Aims;
use super::columns::Columns;
use super::corrected::Correction;
use super::evidence::{Evidence, Label, NOTHING, Sight, Tally};
use super::joined::Joined;
use super::left::{Left, Right};
use super::legend_rows::LegendRows;
use super::likeness::plain;
use super::meaning::Meaning;
use super::number::Number;
use super::objections::Objections;
use super::objects::Objects;
use super::otherwise::asks_otherwise;
use super::parts::Parts;
use super::passed_over::Shared;
use super::roles::Roles;
use super::stray::Stray;
use super::telling::{Telling, is_metadata};
use crate::answers::Answer;
use crate::table::Record;

/// How many shifted rows are kept, and how many questions of tables.
const MOST: usize = 1 << 16;
const QUESTIONS: usize = 1 << 15;
/// What R writes where there is nothing.
const NOTHING_OF_R: &[u8] = b"NA";
/// How long a cell is that somebody wrote.
const REMARK: usize = 40;
/// How many rows a table has at least that counts its rows in the first column.
const COUNTED: u64 = 2;

/// What rows are looked at for.
#[derive(Debug)]
pub(crate) struct Against<'a> {
    columns: &'a Columns,
    cells: &'a Cells,
    twins: Vec<Twin>,
    corrections: Vec<Correction>,
    /// Columns without a header right behind one of a question.
    behind: Vec<usize>,
    /// The first column, of a question, and the last, which has no header: whether rows are numbered in the one and all have
    /// something in the other; and the first number.
    numbered: Option<(usize, usize, Option<i64>)>,
    parts: Vec<Parts>,
    joined: Option<Joined>,
    strays: Vec<Stray>,
    left: Option<Left>,
    right: Option<Right>,
    aims: Vec<Aims>,
    objects: Vec<Objects>,
    roles: Vec<Roles>,
    legend_rows: Option<LegendRows>,
    /// Columns of metadata that are looked at for what R writes where there is nothing: whether they have it, and nothing else that
    /// people write in a column with it.
    words: Vec<(usize, bool, bool)>,
    telling: Option<Telling>,
    /// What stands in the columns of questions, by the table of a row.
    tables: Option<BTreeMap<Vec<u8>, Vec<Tally<u64>>>>,
    rows: u64,
    found: Objections,
}

/// A column whose header is that of a question and more.
#[derive(Debug)]
struct Twin {
    question: usize,
    of: usize,
    column: usize,
    /// Whether it may be asked as the question is.
    alike: bool,
    both: bool,
    instead: Option<u64>,
}

/// How many columns are looked at for values that rows share.
const MOST_SHARED: usize = 32;

/// What is known of a table when its rows were looked at once.
pub(crate) struct Cause<'c> {
    pub(crate) shared: &'c [Shared],
    /// Whether so little is answered that rows may be parts of others, and they are not joined.
    pub(crate) are_parts: bool,
    pub(crate) evidence: &'c Evidence,
    /// Whether its first column names the table of a row.
    pub(crate) several: bool,
    /// The row below the header, which may say more of columns.
    pub(crate) below: &'c [String],
    pub(crate) corrections: Vec<Correction>,
    /// Questions, and columns that may have their answers where their own are empty.
    pub(crate) elsewhere: &'c [(usize, usize)],
    /// Whether a row that leaves the last question empty has a number right before the first.
    pub(crate) is_left: bool,
    /// Whether a row has a number right behind the last question, where others remark something.
    pub(crate) is_right: bool,
    /// Columns in which a row says that it has aims or weights.
    pub(crate) aims: &'c [usize],
    /// Columns in which a row is called after a role or an occasion.
    pub(crate) roles: &'c [usize],
    /// Columns in which a row says what numbers mean.
    pub(crate) legends: &'c [usize],
    /// Whether any row is refused, which is not shown.
    pub(crate) refuses: bool,
}

impl<'a> Against<'a> {
    /// What the rows of a table with these columns are to be looked at for; none where nothing gives cause.
    pub(crate) fn new(columns: &'a Columns, cells: &'a Cells, cause: &Cause<'_>) -> Option<Self> {
        let asks = |at: usize| matches!(columns.list[at].meaning, Meaning::Question(..));
        let is_metadata = |at: &usize| is_metadata(&columns.list[*at]);
        let is_told =
            |at: &usize| cause.below.get(*at).is_some_and(|text| !text.trim().is_empty() && whole(text).is_none());
        let nameless = |at: &usize| is_metadata(at) && columns.list[*at].header.trim().is_empty();
        let (all, last) = (0..columns.list.len(), columns.list.len().saturating_sub(1));
        let own = |at: &usize| {
            let header = plain(&columns.list[*at].header);
            cause.shared.iter().any(|shared| plain(&shared.header) == header)
        };
        let has_na = cause.evidence.not_applicable().any(|(word, ..)| word == "na");
        let against = Self {
            twins: twins(columns).into_iter().chain(labels(columns, cells, cause.below)).collect(),
            corrections: cause.corrections.clone(),
            legend_rows: LegendRows::new(columns, cells, cause.below, cause.evidence),
            strays: cause.elsewhere.iter().filter_map(|pair| Stray::new(*pair, columns, cause.refuses)).collect(),
            left: cause.is_left.then(|| Left::new(columns)).flatten(),
            right: cause.is_right.then(|| Right::new(columns)).flatten(),
            aims: cause.aims.iter().map(|at| Aims::new(*at, columns)).collect(),
            roles: cause.roles.iter().map(|at| Roles::new(*at, columns, cause.several)).collect(),
            objects: all.clone().filter(is_metadata).filter_map(|at| Objects::new(at, columns, cause.below)).collect(),
            behind: all.clone().skip(1).filter(|at| nameless(at) && !is_told(at) && asks(at - 1)).collect(),
            numbered: (last > 1 && asks(0) && nameless(&last) && !asks(last - 1)).then_some((0, last, None)),
            parts: all
                .clone()
                .filter(|at| is_metadata(at) && (own(at) || cause.are_parts))
                .take(MOST_SHARED)
                .map(|at| Parts::new(at, columns, own(&at)))
                .collect(),
            joined: Joined::new(columns),
            words: all.clone().filter(is_metadata).filter(|_| has_na).map(|at| (at, false, true)).collect(),
            telling: Telling::new(columns, is_told, cause.legends),
            tables: (cause.several && !cause.evidence.numbers().is_empty()).then(BTreeMap::new),
            columns,
            cells,
            rows: 0,
            found: Objections::default(),
        };
        let idle = against.twins.is_empty()
            && against.corrections.is_empty()
            && against.behind.is_empty()
            && against.numbered.is_none()
            && against.parts.is_empty()
            && against.joined.is_none()
            && against.strays.is_empty()
            && against.left.is_none()
            && against.right.is_none()
            && against.aims.is_empty()
            && against.objects.is_empty()
            && against.roles.is_empty()
            && against.legend_rows.is_none()
            && against.words.is_empty()
            && against.telling.is_none()
            && against.tables.is_none();
        (!idle).then_some(against)
    }

    /// Looks at a row of a respondent.
    pub(crate) fn row(&mut self, row: u64, record: &Record) {
        if record.len() < self.columns.list.len() {
            return;
        }
        self.rows += 1;
        for at in 0..self.twins.len() {
            self.twin(at, row, record);
        }
        for correction in self.corrections.iter().filter(|_| self.found.corrected.is_none()) {
            let [own, other] = [correction.of, correction.column].map(|at| record.field(at));
            if self.answers(correction.question, other) && plain(text(own)) != plain(text(other)) {
                self.found.corrected = Some((*correction, row));
                break;
            }
        }
        for at in &self.behind {
            let question = self.columns.list[at - 1].meaning.question();
            let alike = number_in(text(record.field(*at))).is_some() == number_in(text(record.field(at - 1))).is_some();
            let has_room = self.found.shifted.len() < MOST;
            if has_room && alike && question.is_some_and(|question| self.answers(question, record.field(*at))) {
                self.found.shifted.push((row, *at));
            }
        }
        self.numbered = self.numbered.filter(|(first, last, begin)| {
            let number = whole(text(record.field(*first)));
            let counts = number.is_some_and(|number| {
                begin.is_none_or(|begin| number.checked_sub(begin) == Some(signed(self.rows) - 1))
            });
            counts && !record.field(*last).trim_ascii().is_empty()
        });
        if let Some((first, _, begin @ None)) = &mut self.numbered {
            *begin = whole(text(record.field(*first)));
        }
        for parts in &mut self.parts {
            parts.row(record, self.columns, self.cells.count());
        }
        self.joined.iter_mut().for_each(|joined| joined.row(row, record));
        self.legend_rows.iter_mut().for_each(|rows| rows.row(row, record, self.cells));
        self.strays.iter_mut().for_each(|stray| stray.row(row, record, self.cells));
        self.left.iter_mut().for_each(|left| left.row(row, record, self.cells));
        self.right.iter_mut().for_each(|right| right.row(row, record, self.cells));
        self.aims.iter_mut().for_each(|aims| aims.row(record));
        self.roles.iter_mut().for_each(|roles| roles.row(row, record));
        self.objects.iter_mut().for_each(|of| of.row(row, record, self.cells, &mut self.found));
        for (at, has, plain) in &mut self.words {
            let cell = record.field(*at).trim_ascii();
            *has |= cell == NOTHING_OF_R;
            *plain &= cell == NOTHING_OF_R || !(is_region(cell) || cell.len() > REMARK);
        }
        self.telling.iter_mut().for_each(|telling| telling.row(row, record));
        self.of_table(row, record);
    }

    /// What a column beside that of a question says of it.
    fn twin(&mut self, at: usize, row: u64, record: &Record) {
        let (question, of, column) = (self.twins[at].question, self.twins[at].of, self.twins[at].column);
        let (own, beside) = (record.field(of), record.field(column));
        let answers = self.answers(question, beside);
        let twin = &mut self.twins[at];
        if own.trim_ascii().is_empty() {
            if answers {
                twin.instead.get_or_insert(row);
            }
            return;
        }
        twin.both |= !beside.trim_ascii().is_empty();
        // Of numbers that the map names nothing is to be found out.
        let (Sight::Number(Number::Whole(number)), Ok(Answer::Option(option))) =
            (self.cells.sight(question, text(own)), self.cells.read(question, text(beside)))
        else {
            return;
        };
        if number_in(text(beside)).is_some() {
            return;
        }
        self.found.label(Label { question, number, option, columns: (of, column), row, count: 0 });
    }

    /// Whether a cell reads as an answer to a question, on one scale or another.
    fn answers(&self, question: usize, cell: &[u8]) -> bool {
        self.cells.may_answer(question, text(cell))
    }

    fn of_table(&mut self, row: u64, record: &Record) {
        let Some(tables) = &mut self.tables else { return };
        let name = record.field(0);
        if tables.len() * self.cells.count() >= QUESTIONS && !tables.contains_key(name) {
            return;
        }
        let new = || vec![Tally::new(); self.cells.count()];
        let tallies = tables.entry(name.to_vec()).or_insert_with(new);
        for (column, cell) in self.columns.list.iter().zip(record.fields()) {
            let Meaning::Question(question, _) = column.meaning else { continue };
            let sight = self.cells.sight(question, text(cell));
            match tallies[question].code(sight) {
                Some(NOTHING) => {}
                Some(code) => tallies[question].add(code, 1, row),
                None => tallies[question].add_beyond(sight, row),
            }
        }
    }

    /// What was found in all rows.
    pub(crate) fn finish(self) -> Objections {
        let instead = self.twins.into_iter().filter(|twin| twin.alike && !twin.both);
        let instead = instead.filter_map(|twin| Some((twin.of, twin.column, twin.instead?)));
        let strays = self.strays.iter().filter_map(Stray::found);
        let instead = instead.chain(strays).collect();
        let legend_rows = self.legend_rows.as_ref().and_then(|rows| rows.found(self.cells));
        let short = self.numbered.filter(|_| self.rows >= COUNTED).map(|(_, last, _)| last);
        let parts = self.parts.into_iter().find(Parts::are_parts).map(|parts| parts.header);
        let joined = self.joined.as_ref().and_then(Joined::found);
        let name = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
        let tables = self.tables.into_iter().flatten();
        let tables = tables.map(|(of, tallies)| (name(&of), Evidence::merged(vec![tallies], |row| row))).collect();
        let left = self.left.map(Left::found).unwrap_or_default();
        let right = self.right.map(Right::found).unwrap_or_default();
        let aims = self.aims.into_iter().filter_map(Aims::found).collect();
        let roles = self.roles.into_iter().flat_map(Roles::found).collect();
        let objects = self.objects.iter().map(|of| of.column).collect();
        let nothing_of_r = self.words.iter().any(|(_, has, plain)| *has && *plain);
        let shifted = self.found.shifted.len();
        let most = shifted >= MOST || (shifted > 1 && u64::try_from(2 * shifted).is_ok_and(|twice| twice > self.rows));
        let crowded = self.found.shifted.first().filter(|_| most).map(|(_, column)| *column);
        let (empty, beside) = self.telling.map(Telling::found).unwrap_or_default();
        let headers = empty.iter().map(|at| self.columns.list[*at].header.clone()).collect();
        Objections {
            headers,
            beside,
            legend_rows,
            nothing_of_r,
            crowded,
            instead,
            short,
            parts,
            joined,
            tables,
            left,
            right,
            aims,
            objects,
            roles,
            ..self.found
        }
    }
}

/// The columns of metadata whose headers begin with that of a question, and say more.
fn twins(columns: &Columns) -> Vec<Twin> {
    let folded: Vec<String> = columns.list.iter().map(|column| plain(&column.header)).collect();
    let mut twins = Vec::new();
    for (of, column) in columns.list.iter().enumerate() {
        let Meaning::Question(question, _) = column.meaning else { continue };
        for (at, header) in folded.iter().enumerate().filter(|(at, _)| is_metadata(&columns.list[*at])) {
            let more = header.strip_prefix(folded[of].as_str()).filter(|_| !folded[of].is_empty());
            let Some(more) = more.filter(|more| !more.starts_with(char::is_alphanumeric)) else { continue };
            let alike = !asks_otherwise(more.trim_matches(|c: char| !c.is_alphanumeric()));
            twins.push(Twin { question, of, column: at, alike, both: false, instead: None });
        }
    }
    twins
}

/// The columns of metadata of which the first row has the text of an option, beside the number of the nearest such question.
fn labels(columns: &Columns, cells: &Cells, below: &[String]) -> Vec<Twin> {
    let cell = |at: usize| below.get(at).map_or("", |cell| cell.trim());
    let numbered = columns.list.iter().enumerate().filter_map(|(of, column)| match column.meaning {
        Meaning::Question(question, _) if whole(cell(of)).is_some() => Some((of, question)),
        _ => None,
    });
    let numbered: Vec<(usize, usize)> = numbered.collect();
    let texts = (0..columns.list.len()).filter(|at| is_metadata(&columns.list[*at]) && number_in(cell(*at)).is_none());
    let twin = |column: usize| {
        let folded = plain(cell(column));
        let of = |(_, question): &&(usize, usize)| cells.chooses(*question, &folded);
        let (of, question) = *numbered.iter().filter(of).min_by_key(|(of, _)| of.abs_diff(column))?;
        Some(Twin { question, of, column, alike: false, both: false, instead: None })
    };
    texts.filter(|at| !cell(*at).is_empty()).filter_map(twin).collect()
}

/// Whether a cell is a short name in capitals, such as those of regions, of which one is `NA`.
fn is_region(cell: &[u8]) -> bool {
    (2..=5).contains(&cell.len()) && cell.iter().all(u8::is_ascii_uppercase)
}

fn text(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).unwrap_or_default()
}

fn number_in(text: &str) -> Option<Number> {
    super::number::number(&plain(text))
}

fn whole(text: &str) -> Option<i64> {
    match number_in(text) {
        Some(Number::Whole(number)) => Some(number),
        _ => None,
    }
}

fn signed(rows: u64) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
