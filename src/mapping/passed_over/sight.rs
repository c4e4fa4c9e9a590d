//! Looking at all rows once: what a worker sees in its blocks, and what all of them saw.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher as _;

use super::edges::MayBe;
use super::foot::Look;
use super::judge::Judge;
use super::latest::Latest;
use super::notes::{Found, Group, Notes, Shared, Unknown};
use super::repeats::Repeats;
use super::tools::Said;
use super::words::names_nobody;
use super::{Kind, PassedOver, Place, Sizes, Why};
use crate::mapping::{plain, says_most};
use crate::table::Record;
use crate::text::clean;

/// How many rows of a kind are named, how many other values of a column, and how many unknown words.
const NAMED: usize = 10;

/// The kind of a row, the place of the column that says so, and what it says.
type Reason = (Kind, Option<usize>, String);

/// Rows of a kind: the number of all, and where the first are.
pub(super) type Rows = (u64, Vec<Place>);

/// What one worker saw in its blocks.
#[derive(Debug)]
pub struct Sight<'a> {
    judge: &'a Judge<'a>,
    passed_over: PassedOver,
    groups: BTreeMap<Reason, Rows>,
    /// Words in columns that say what became of a response, of which it is not known what they say.
    unknown: BTreeMap<(usize, String), u64>,
    /// For each condition, how many rows have the value, and some values of the others.
    has: Vec<(u64, Vec<String>)>,
    latest: Latest,
    repeats: Repeats,
    /// The last cell of each mark, and what it says.
    known: Vec<(Vec<u8>, Said)>,
    /// The places of marks that say of some row that it counts.
    counted: BTreeSet<usize>,
    /// The first row of figures that has but the greatest number of a scale, and that.
    greatest: Option<(Place, i64)>,
}

impl<'a> Judge<'a> {
    /// What a worker begins with.
    pub fn sight(&'a self) -> Sight<'a> {
        Sight {
            judge: self,
            passed_over: PassedOver::default(),
            groups: BTreeMap::new(),
            unknown: BTreeMap::new(),
            has: vec![(0, Vec::new()); self.wanted.len()],
            latest: Latest::new(self.columns, &self.latest_of),
            repeats: Repeats::new(self.columns, &self.latest_of),
            known: (0..self.marks.columns().count()).map(|at| (Vec::new(), self.marks.said(at, b""))).collect(),
            counted: BTreeSet::new(),
            greatest: None,
        }
    }
}

impl Sight<'_> {
    /// Whether every row is to be shown to [`Self::row`]; else only those that may be headings.
    pub(crate) fn wants_every_row(&self) -> bool {
        let judge = self.judge;
        !(judge.marks.is_empty()
            && judge.wanted.is_empty()
            && judge.latest_of.is_empty()
            && self.repeats.is_empty()
            && judge.assessment.is_none())
    }

    /// Looks at a row, of which `cell` gives what is carried along by place, and tells whether it is no respondent. That
    /// another one of the same is later does not count here.
    #[inline]
    pub(crate) fn row<'r>(&mut self, place: Place, cell: impl Fn(usize) -> &'r [u8]) -> bool {
        let counts = self.judge.wanted.is_empty() && self.judge.marks.are_dated(&cell);
        if let Some(group) = if counts { None } else { self.kind(&cell) } {
            self.pass(group, place);
            return true;
        }
        if let Some(at) = self.judge.assessment.filter(|at| self.judge.is_other_assessment(cell(*at))) {
            self.passed_over.refuse(place, Why::OtherAssessment(self.judge.carried[at]));
            return true;
        }
        if !self.repeats.is_empty() {
            self.repeats.add(&cell);
        }
        if !self.judge.latest_of.is_empty() {
            self.remember(place, cell);
        }
        false
    }

    /// Passes over a row that is nothing but headings.
    pub(crate) fn heading(&mut self, place: Place) {
        self.pass((Kind::Heading, None, String::new()), place);
    }

    /// Passes over a row of figures or refuses it, if a word tells that it is one: so it is wherever it stands.
    pub(crate) fn figures(&mut self, place: Place, record: &Record) -> bool {
        let look = self.judge.look(record);
        if look.is_named() {
            self.foot(&MayBe { place, look, record: record.clone() });
        }
        look.is_named()
    }

    /// Passes over a row at the foot of the table, or refuses it.
    pub(crate) fn foot(&mut self, MayBe { place, look, record }: &MayBe) {
        let judge = self.judge;
        if let Some(number) = greatest(judge, record).filter(|_| look.is_named()) {
            self.greatest = self.greatest.into_iter().chain([(*place, number)]).min();
        }
        let unwanted = self.unwanted(&|at| record.field(judge.carried[at]));
        match (look, unwanted) {
            (Look::Other | Look::Blank, _) => {}
            (_, Some(group)) => self.pass(group, *place),
            (Look::Figures, None) => self.pass((Kind::Foot, None, String::new()), *place),
            (Look::Either(column), None) => {
                let cell = |at: usize| record.field(judge.carried[at]);
                // What is marked as spam or a test is no respondent's, whatever it is called.
                let marked =
                    self.kind(&cell).filter(|(_, at, _)| at.is_some_and(|at| !cell(at).trim_ascii().is_empty()));
                match marked {
                    Some(group) => self.pass(group, *place),
                    None => self.passed_over.refuse(*place, Why::Either(*column)),
                }
            }
            (Look::Nameless, None) => self.passed_over.refuse(*place, Why::Nameless(judge.untold(record))),
            (Look::Repeats, None) => self.passed_over.refuse(*place, Why::Repeats),
        }
    }

    /// The first row of figures that has but the greatest number of a scale, beyond all options, and that number.
    pub(crate) fn greatest(&self) -> Option<(Place, i64)> {
        self.greatest
    }

    /// Refuses a row that was taken for one of a respondent.
    pub(crate) fn doubt(&mut self, place: Place, why: Why) {
        if !self.passed_over.judges(place) {
            self.passed_over.refuse(place, why);
        }
    }

    /// Whether the user does not want a row, and the place of the column that says so.
    fn unwanted<'r>(&mut self, cell: &impl Fn(usize) -> &'r [u8]) -> Option<Reason> {
        let judge = self.judge;
        let mut unwanted = None;
        for (wanted, (rows, others)) in judge.wanted.iter().zip(&mut self.has) {
            let text = cell(wanted.place);
            let has = wanted.has(text, judge.cells);
            *rows += u64::from(has);
            if !has && others.len() < NAMED {
                let text = clean(&String::from_utf8_lossy(text)).trim().to_owned();
                if !others.contains(&text) {
                    others.push(text);
                }
            }
            if !wanted.takes(has) {
                unwanted.get_or_insert((Kind::Unwanted, Some(wanted.place), String::new()));
            }
        }
        unwanted
    }

    /// Why a row is no respondent by itself.
    fn kind<'r>(&mut self, cell: &impl Fn(usize) -> &'r [u8]) -> Option<Reason> {
        let (judge, unwanted) = (self.judge, self.unwanted(cell));
        let marks = judge.marks.columns().enumerate().zip(&mut self.known);
        let mut marks = marks.filter_map(|((at, place), known)| {
            let text = cell(place);
            if known.0 != text {
                known.0.clear();
                known.0.extend_from_slice(text);
                known.1 = judge.marks.said(at, text);
            }
            match known.1 {
                Said::Counts => {
                    if !text.is_empty() && judge.marks.compares(at) {
                        self.counted.insert(place);
                    }
                    None
                }
                Said::Is(kind) => Some((kind, Some(place), judge.marks.word(at, text))),
                Said::Unknown => {
                    let word = (place, clean(&String::from_utf8_lossy(text)).trim().to_owned());
                    if self.unknown.len() < NAMED || self.unknown.contains_key(&word) {
                        *self.unknown.entry(word).or_default() += 1;
                    }
                    None
                }
            }
        });
        unwanted.or_else(|| marks.next())
    }

    /// Remembers a row for which it is to be found out whether it is the latest of its respondent.
    fn remember<'r>(&mut self, place: Place, cell: impl Fn(usize) -> &'r [u8]) {
        self.latest.look(&cell);
        let text = |column: &usize| plain(&String::from_utf8_lossy(cell(*column)));
        let key: Vec<String> = self.latest.of.iter().map(text).collect();
        if !key.iter().any(|name| names_nobody(name)) {
            let [one, other] = self.judge.hashers.each_ref().map(|hasher| u128::from(hasher.hash_one(&key)));
            self.latest.add(one << 64 | other, place, self.latest.time.map(cell));
        }
    }

    fn pass(&mut self, group: Reason, place: Place) {
        self.passed_over.pass(place);
        count(&mut self.groups, group, 1, [place]);
    }

    /// Adds what another worker saw.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.passed_over.merge(other.passed_over);
        self.counted.extend(other.counted);
        self.greatest = self.greatest.into_iter().chain(other.greatest).min();
        for (group, (rows, places)) in other.groups {
            count(&mut self.groups, group, rows, places);
        }
        other.unknown.into_iter().for_each(|(word, rows)| *self.unknown.entry(word).or_default() += rows);
        for ((rows, others), (more, values)) in self.has.iter_mut().zip(other.has) {
            *rows += more;
            others.extend(values);
            others.sort();
            others.dedup();
            others.truncate(NAMED);
        }
        self.latest.merge(other.latest);
        self.repeats.merge(other.repeats);
        self
    }

    /// What all workers saw in blocks of these sizes, where `row` gives the number of a row.
    pub(crate) fn finish(mut self, sizes: Sizes, row: impl Fn(Place) -> u64) -> (PassedOver, Notes) {
        let latest = std::mem::replace(&mut self.latest, Latest::new(self.judge.columns, &[]));
        let other = latest.other();
        let (of, by) = (latest.time, latest.time.filter(|_| latest.by_time()));
        let mut unused = None;
        let untimed = match latest.earlier(self.judge.choice.date_order) {
            Ok(earlier) => {
                unused = other.filter(|_| !earlier.is_empty()).map(|other| self.judge.header(other));
                earlier.into_iter().for_each(|place| self.pass((Kind::Earlier, by, String::new()), place));
                None
            }
            Err(why) => of.map(|of| (self.judge.header(of), why.map(&row))),
        };
        let notes = Notes { untimed, unused, ..self.notes(&row) };
        let first = sizes.keys().next().map(|ticket| row((*ticket, 1)));
        let mut passed_over = self.passed_over.of_sizes(sizes);
        first.into_iter().for_each(|first| passed_over.refuse_rows(&self.judge.unseen(), first));
        (passed_over, notes)
    }

    fn notes(&self, row: impl Fn(Place) -> u64) -> Notes {
        let header = |place: usize| self.judge.header(place);
        let groups = self.groups.iter().map(|((kind, place, word), (rows, first))| Group {
            kind: *kind,
            said: place.map(|place| (header(place), word.clone())),
            rows: *rows,
            first: first.iter().map(|place| row(*place)).collect(),
        });
        let marks = &self.judge.marks;
        let compares = |place: usize| marks.columns().position(|of| of == place).is_some_and(|at| marks.compares(at));
        let unknown = self.unknown.iter().filter(|((place, _), _)| !compares(*place) || self.counted.contains(place));
        let unknown =
            unknown.map(|((place, word), rows)| Unknown { header: header(*place), word: word.clone(), rows: *rows });
        let conditions = self.judge.wanted.iter().zip(&self.judge.choice.conditions).zip(&self.has);
        let conditions = conditions.map(|((wanted, condition), (rows, others))| Found {
            header: header(wanted.place),
            value: condition.value.clone(),
            rows: *rows,
            others: if others.len() < NAMED { others.clone() } else { Vec::new() },
        });
        let shared = self.repeats.shared().map(|(place, rows, values)| Shared { header: header(place), rows, values });
        Notes {
            groups: groups.collect(),
            unknown: if self.unknown.len() < NAMED { unknown.collect() } else { Vec::new() },
            conditions: conditions.collect(),
            shared: shared.collect(),
            same: None,
            untimed: None,
            unused: None,
        }
    }
}

/// The greatest number of a scale, if a row has nothing else beside a word for it, and it is beyond all options.
fn greatest(judge: &Judge<'_>, record: &Record) -> Option<i64> {
    let says = |at: &usize| says_most(&plain(&String::from_utf8_lossy(record.field(*at))));
    let mut numbers = judge.numbers(record).into_iter().flatten();
    let first = numbers.next().filter(|_| judge.carried.iter().any(says))?;
    let beyond = usize::try_from(first).is_ok_and(|first| first > judge.cells.most_options());
    (beyond && numbers.all(|number| number == first)).then_some(first)
}

/// Adds rows to those of a kind, and keeps the first places.
fn count(groups: &mut BTreeMap<Reason, Rows>, group: Reason, rows: u64, places: impl IntoIterator<Item = Place>) {
    let (count, first) = groups.entry(group).or_default();
    *count += rows;
    first.extend(places);
    first.sort_unstable();
    first.truncate(NAMED);
}

#[cfg(test)]
impl Sight<'_> {
    /// Looks at a block of CSV as whoever reads the table does.
    pub(super) fn block(&mut self, bytes: &[u8], ticket: u64, edges: &mut super::Edges<'_>) {
        let (mut at, mut line, mut record) = (0, 0, Record::default());
        let begins = self.judge.foot_begins(bytes, b',');
        while at < bytes.len() {
            let near = at >= begins;
            (at, line) = (record.read(bytes, at, b','), line + 1);
            match edges.take((ticket, line), &record, near) {
                super::Taken::Kept => {}
                super::Taken::Heading(_) => self.heading((ticket, line)),
                super::Taken::Inside(rows) => {
                    let row = MayBe { place: (ticket, line), look: Look::Other, record: record.clone() };
                    rows.into_iter().chain([row]).for_each(|row| self.any(&row));
                }
            }
        }
        edges.end(ticket).iter().for_each(|row| self.any(row));
    }

    /// Looks at a row that is not at the edges.
    pub(super) fn any(&mut self, row: &MayBe) {
        let judge = self.judge;
        if !self.figures(row.place, &row.record) && self.wants_every_row() {
            self.row(row.place, |at| row.record.field(judge.carried[at]));
        }
    }
}
