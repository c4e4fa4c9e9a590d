//! Rows of figures that nobody names: at the edges of a table, where they are what all other rows sum up to; and what else is
//! known only of all rows.

use crate::mapping::passed_over::{Answers, Judge, Look, MayBe, Numbers, Place, Sight, Told, Why, repeats};
use crate::mapping::{Meaning, Tally};
use crate::table::Record;

/// The first row of a table and the last, as they stand in the input.
#[derive(Debug, Default)]
pub(super) struct Ends {
    first: Option<(Place, Vec<u8>)>,
    last: Option<(Place, Vec<u8>)>,
}

impl Ends {
    /// Takes a row that is the first one of the table, if there is none yet.
    pub(super) fn begin(&mut self, place: Place, row: &[u8]) {
        if self.first.is_none() {
            self.first = Some((place, row.to_vec()));
        }
    }

    /// Takes the last row of a block.
    pub(super) fn end(&mut self, place: Place, row: &[u8]) {
        if self.last.as_ref().is_none_or(|(last, _)| *last < place) {
            self.last = Some((place, row.to_vec()));
        }
    }

    /// The column of a question that stands a cell too far down: the last row has it alone, or with others, and these are what the
    /// first row leaves empty.
    pub(super) fn moved_down(&self, judge: &Judge<'_>, delimiter: u8) -> Option<usize> {
        let ((_, first), (_, last)) = self.first.as_ref().zip(self.last.as_ref()).filter(|_| judge.doubts())?;
        let columns = &judge.columns.list;
        let filled = |row: &[u8]| {
            let mut record = Record::default();
            record.read(row, 0, delimiter);
            (0..columns.len()).map(|at| !record.field(at).trim_ascii().is_empty()).collect::<Vec<bool>>()
        };
        let (first, last) = (filled(first), filled(last));
        let few = 2 * last.iter().filter(|is_filled| **is_filled).count() < last.len();
        let asks = |at: &usize| matches!(columns[*at].meaning, Meaning::Question(..));
        // What is remarked may be missing in both.
        let differ = (0..columns.len()).all(|at| first[at] != last[at] || !(first[at] || asks(&at)));
        (few && differ).then(|| (0..columns.len()).filter(asks).find(|at| last[*at])).flatten()
    }

    /// Adds what another worker took.
    pub(super) fn merge(&mut self, other: Self) {
        self.first = self.first.take().or(other.first);
        other.last.into_iter().for_each(|(place, row)| self.end(place, &row));
    }

    /// Refuses them where they are what all others sum up to, though somebody is named beside them, and where they name nobody, as
    /// hardly any row does, if `few` do. `numbers` are of all rows.
    pub(super) fn doubt(
        self,
        judge: &Judge<'_>,
        delimiter: u8,
        (numbers, few): (&[Numbers], bool),
        sight: &mut Sight<'_>,
    ) {
        let mut record = Record::default();
        for (place, bytes) in self.first.into_iter().chain(self.last).filter(|_| judge.doubts()) {
            record.read(&bytes, 0, delimiter);
            let row = judge.numbers(&record);
            let others: Vec<Numbers> = numbers.iter().zip(&row).map(|(all, own)| without(all, *own)).collect();
            if repeats(&row, &others, Told::All) {
                sight.doubt(place, Why::Repeats);
            }
            if few && judge.names_nobody(&record) && judge.answers(&record) {
                sight.doubt(place, Why::Nameless(judge.untold(&record)));
            }
        }
    }
}

/// What numbers are left without one of them.
fn without(numbers: &Numbers, own: Option<i64>) -> Numbers {
    let less = |(number, count): &(i64, u64)| (*number, count - u64::from(Some(*number) == own));
    numbers.iter().map(less).filter(|(_, count)| *count > 0).collect()
}

/// The numbers in all columns of questions.
pub(super) fn numbers(tallies: &[Vec<Tally<Place>>], own: &[Tally<Place>]) -> Vec<Numbers> {
    let of = |question: usize| tallies.iter().map(move |tallies| &tallies[question]).chain([&own[question]]);
    (0..own.len()).map(|question| Tally::numbers(of(question))).collect()
}

/// Which of the first rows of a table and of the last are what all others sum up to, of which these are the numbers; and those that
/// are not.
pub(super) fn among(
    judge: &Judge<'_>,
    (mut heads, mut feet): (Vec<MayBe>, Vec<MayBe>),
    base: &[Numbers],
) -> (Vec<MayBe>, Vec<MayBe>) {
    let of = |row: &MayBe| judge.numbers(&row.record);
    let mut figures = Vec::new();
    loop {
        let rows = [&heads, &feet].map(|rows| rows.iter().map(of).collect::<Vec<_>>());
        let pairs = (0..=heads.len()).flat_map(|first| (0..=feet.len()).map(move |last| (first, last)));
        let mut pairs: Vec<(usize, usize)> = pairs.filter(|(first, last)| first + last > 0).collect();
        pairs.sort_by_key(|(first, last)| (first + last, *first));
        let found = pairs.into_iter().find(|(first, last)| {
            let (above, below) = rows[0].split_at(*first);
            let (others, foot) = rows[1].split_at(rows[1].len() - last);
            let all = with(base, below.iter().chain(others));
            [above, foot].iter().all(|figures| are_figures(figures, &all, first + last > 1))
        });
        let Some((first, last)) = found else { break };
        figures.extend(heads.drain(..first));
        figures.extend(feet.drain(feet.len() - last..));
    }
    let figures = figures.into_iter().map(|row| MayBe { look: Look::Repeats, ..row }).collect();
    (figures, heads.into_iter().chain(feet).collect())
}

/// Whether rows are what all others sum up to, or stand below or above one that is.
fn are_figures(rows: &[Vec<Option<i64>>], all: &[Numbers], several: bool) -> bool {
    let answers = |row: &&Vec<Option<i64>>| row.iter().any(Option::is_some);
    let mut rows = rows.iter().filter(answers).peekable();
    rows.peek().is_none()
        || rows.clone().all(|row| repeats(row, all, Told::Nothing))
        || (several && rows.any(|row| repeats(row, all, Told::Beside)))
}

/// Numbers with those of these rows.
fn with<'r>(numbers: &[Numbers], rows: impl Iterator<Item = &'r Vec<Option<i64>>>) -> Vec<Numbers> {
    let mut all = numbers.to_vec();
    for row in rows {
        for (numbers, own) in all.iter_mut().zip(row) {
            let Some(own) = own else { continue };
            match numbers.binary_search_by_key(own, |(number, _)| *number) {
                Ok(at) => numbers[at].1 += 1,
                Err(at) => numbers.insert(at, (*own, 1)),
            }
        }
    }
    all
}

/// How many cells a row has at least that repeats a few numbers, and how many these are.
const REPEATED: usize = 12;
const FEW: std::ops::RangeInclusive<usize> = 2..=4;

/// Whether nobody is named, and the first row repeats a few numbers over and over, or those of each criterion, as weights do, and no
/// other of the first does, which one of these has.
pub(super) fn begins_with_weights<'r>(judge: &Judge<'_>, mut heads: impl Iterator<Item = &'r Vec<Answers>>) -> bool {
    let criteria: Vec<usize> = judge.criteria().collect();
    judge.doubts() && judge.carried.is_empty() && heads.any(|rows| are_weights(rows, &criteria))
}

fn are_weights(rows: &[Answers], criteria: &[usize]) -> bool {
    let repeats = |row: &Answers| {
        let whole = row.len() >= REPEATED && row.iter().all(Option::is_some) && row.iter().any(|cell| *cell != row[0]);
        let again = |few: usize| row.iter().zip(&row[few..]).all(|(one, other)| one == other);
        let pairs = || row.windows(2).zip(criteria.windows(2));
        let alike = || pairs().all(|(cells, of)| of[0] != of[1] || cells[0] == cells[1]);
        let groups = criteria.windows(2).filter(|of| of[0] != of[1]).count();
        whole && (FEW.into_iter().any(again) || groups >= *FEW.start() && 2 * groups < row.len() && alike())
    };
    rows.split_first().is_some_and(|(first, others)| others.len() > 1 && repeats(first) && !others.iter().any(repeats))
}

/// What is known of titles in the rows of a block. Which of them begin another table is known only of all blocks, since it takes
/// a blank row above and a respondent before that.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Titles {
    /// The first row that is neither blank nor a title.
    begun: Option<u64>,
    /// The first row, if it is a title.
    at_first: Option<u64>,
    /// The first title below a blank row, and the first that also has respondents above.
    first: Option<u64>,
    after: Option<u64>,
    /// Whether the row above is blank, and whether any row was seen that is not.
    pub(super) blank: bool,
    any: bool,
}

impl Titles {
    /// Whether it matters if the next row is a title.
    #[inline]
    pub(super) fn asks(&self) -> bool {
        self.blank || !self.any || self.begun.is_none()
    }

    /// Takes a row that is not blank.
    #[inline]
    pub(super) fn add(&mut self, line: u64, title: bool) {
        if title {
            let below = Some(line).filter(|_| self.blank);
            self.at_first = self.at_first.or(Some(line).filter(|_| !self.any && !self.blank));
            self.first = self.first.or(below);
            self.after = self.after.or(below.filter(|_| self.begun.is_some()));
        } else if self.begun.is_none() {
            self.begun = Some(line);
        }
        (self.blank, self.any) = (false, true);
    }

    /// The first title that begins another table, where these are the blocks in their order.
    pub(super) fn another(blocks: impl Iterator<Item = (u64, Self)>) -> Option<Place> {
        let (mut blank, mut begun) = (false, false);
        for (ticket, titles) in blocks {
            let at_first = titles.at_first.filter(|_| blank && begun);
            if let Some(line) = at_first.or(if begun { titles.first } else { titles.after }) {
                return Some((ticket, line));
            }
            begun |= titles.begun.is_some();
            blank = titles.blank || (blank && !titles.any);
        }
        None
    }
}
