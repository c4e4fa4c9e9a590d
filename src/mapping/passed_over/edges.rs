//! The rows at the edges of a table: what stands above the first respondent and below the last, and whether it is one.
//!
//! Whether a row is at the foot is known only when nothing follows, and what respondents say of themselves only from those
//! beside it: such rows are kept until then. Rows that are called by a word for figures are told by it anywhere; here it is
//! only whether they, and what stands below them, are at the foot. Where several tables are read as one, each has edges of
//! its own, and one worker reads all of them.

use std::collections::BTreeMap;

use super::foot::{BESIDE, Look, ROWS};
use super::headings::{self, Heading};
use super::{Judge, Place};
use crate::table::{HEAD, Record, skip_empty_lines};

/// How many rows without a name may be figures. Where there are more, they are respondents.
const NAMELESS: usize = 5;
/// So many programs write that sum up columns: counts, means and deviations, and five or six from the least to the greatest.
const SUMMARY: std::ops::RangeInclusive<usize> = 6..=8;

/// A row that is perhaps none of a respondent.
#[derive(Clone, Debug)]
pub(crate) struct MayBe {
    pub(crate) place: Place,
    pub(crate) look: Look,
    pub(crate) record: Record,
}

/// What becomes of a row.
#[derive(Debug)]
pub(crate) enum Taken {
    /// It is known later.
    Kept,
    Heading(Heading),
    /// It is none of those at the edges, as one that says nothing is, and neither are these rows that were kept.
    Inside(Vec<MayBe>),
}

/// The rows at the edges of blocks.
#[derive(Debug)]
pub(crate) struct Edges<'a> {
    judge: &'a Judge<'a>,
    top: Top,
    /// Those of the block that is read; of the table, where there are several.
    now: Run,
    /// Whether the block has other rows, and whether any has.
    others: bool,
    any_others: bool,
    blocks: BTreeMap<u64, Block>,
    /// The table that is read, where there are several, and what became of those before.
    table: Option<Vec<u8>>,
    settled: Settled,
}

/// Rows above the first respondent, and respondents below them.
#[derive(Debug, Default)]
struct Top {
    rows: Vec<MayBe>,
    below: Vec<(Place, Record)>,
    begun: bool,
    /// How many rows of the table were taken.
    taken: u64,
}

/// Rows one below the other that may be at the foot, and respondents above them.
#[derive(Debug, Default)]
struct Run {
    rows: Vec<MayBe>,
    above: Vec<Record>,
    /// Those above as they stand in the input, with this delimiter, until they are read.
    unread: (Vec<u8>, u8),
}

/// The end of a block, and whether it has other rows.
#[derive(Debug)]
struct Block {
    run: Run,
    others: bool,
}

/// What became of all rows that were kept.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// Rows of figures, and such as may be.
    pub(crate) figures: Vec<MayBe>,
    /// Respondents, and figures that are told by a word for them.
    pub(crate) inside: Vec<MayBe>,
    /// The first and the last rows of a table in which nobody says who they are: they are figures if they repeat the others.
    pub(crate) heads: Vec<MayBe>,
    pub(crate) feet: Vec<MayBe>,
}

impl<'a> Edges<'a> {
    pub(crate) fn new(judge: &'a Judge<'a>) -> Self {
        Self {
            judge,
            top: Top::default(),
            now: Run::default(),
            others: false,
            any_others: false,
            blocks: BTreeMap::new(),
            table: None,
            settled: Settled::default(),
        }
    }

    /// Whether the row at `place` is to be taken, wherever the foot begins.
    pub(crate) fn is_near_head(&self, (ticket, line): Place) -> bool {
        ticket == 0 && line <= HEAD
    }

    /// Takes a row, which is `near` the foot of its block or near the head of the table.
    pub(crate) fn take(&mut self, place: Place, record: &Record, near: bool) -> Taken {
        let judge = self.judge;
        if judge.is_several() && self.table.as_deref() != Some(judge.table(record)) {
            self.close(false);
            self.table = Some(judge.table(record).to_vec());
        }
        self.top.taken += 1;
        let line = match place {
            _ if judge.is_several() => self.top.taken,
            (0, line) => line,
            _ => u64::MAX,
        };
        let near_head = line <= HEAD;
        let within = self.top.begun || !self.top.below.is_empty();
        let at_head = line <= headings::LINES;
        let heading = match at_head || near {
            true if judge.numbers_columns(record) => Heading::Own,
            true if at_head => judge.heading(record, within),
            _ => Heading::No,
        };
        match heading {
            Heading::No => {}
            Heading::Codes if self.top.rows.is_empty() => return Taken::Heading(Heading::Own),
            Heading::Codes => return Taken::Heading(Heading::Other),
            heading => return Taken::Heading(heading),
        }
        let look = judge.look(record);
        if look == Look::Blank {
            // However many there are, none is kept.
            return Taken::Inside(Vec::new());
        }
        let row = || MayBe { place, look, record: record.clone() };
        if look == Look::Nameless && line <= headings::LINES.max(*SUMMARY.end() as u64) && !self.top.begun {
            self.top.rows.push(row());
            return Taken::Kept;
        }
        let respondent = look == Look::Nameless || (look == Look::Other && judge.answers(record));
        if respondent && near_head && self.top.below.len() < BESIDE {
            self.top.below.push((place, record.clone()));
        }
        if look != Look::Other && near {
            self.now.rows.push(row());
            let released = cut(&mut self.now);
            self.others |= !released.is_empty();
            self.settled.inside.extend(released);
            return Taken::Kept;
        }
        self.top.begun |= near_head && look == Look::Other && respondent;
        self.others = true;
        let released = std::mem::take(&mut self.now.rows);
        if near {
            self.now.above_of(&released);
            beside(&mut self.now.above, respondent.then(|| record.clone()));
        }
        Taken::Inside(released)
    }

    /// Takes the last rows of a block, of which none is at the foot: as many respondents as stand beside one.
    pub(crate) fn respondents(&mut self, rows: &[u8], delimiter: u8) {
        self.now.unread = (rows.to_vec(), delimiter);
    }

    /// The same of a block of which it is not known which of its rows those are; one of the last begins at `known`.
    pub(crate) fn find_respondents(&mut self, bytes: &[u8], known: usize, delimiter: u8) {
        let (judge, mut record) = (self.judge, Record::default());
        let begins = judge.foot_begins(bytes, delimiter);
        let (mut at, _) = skip_empty_lines(bytes, if known <= begins { known } else { 0 });
        while at < bytes.len() {
            let (row, next) = (at, record.read(bytes, at, delimiter));
            (at, _) = skip_empty_lines(bytes, next);
            let respondent = || match judge.look(&record) {
                Look::Nameless => true,
                look => look == Look::Other && judge.answers(&record),
            };
            if row >= begins && respondent() {
                beside(&mut self.now.above, [record.clone()]);
            }
        }
    }

    /// Takes that a block has rows which were not shown.
    pub(crate) fn others(&mut self) {
        self.others = true;
    }

    /// Ends a table; the `last` if nothing follows.
    fn close(&mut self, last: bool) {
        let (top, run) = (std::mem::take(&mut self.top), std::mem::take(&mut self.now));
        let whole = !std::mem::take(&mut self.others);
        settle(self.judge, (top, run), whole, last, &mut self.settled);
    }

    /// Ends the block with this ticket. Gives rows of blocks before that are not at the foot.
    pub(crate) fn end(&mut self, ticket: u64) -> Vec<MayBe> {
        if self.judge.is_several() {
            return std::mem::take(&mut self.settled.inside);
        }
        let (run, others) = (std::mem::take(&mut self.now), std::mem::take(&mut self.others));
        let mut released = std::mem::take(&mut self.settled.inside);
        if others {
            // Of those above, as many are remembered as may stand beside the foot.
            let mut missing = if run.unread.0.is_empty() { BESIDE - run.above.len() } else { 0 };
            for block in self.blocks.range_mut(..ticket).rev().map(|(_, block)| block) {
                let rows = std::mem::take(&mut block.run.rows);
                block.run.read(missing);
                block.run.above_of(&rows);
                released.extend(rows);
                let above = &mut block.run.above;
                above.drain(..above.len().saturating_sub(missing));
                missing -= above.len();
            }
            self.blocks.retain(|at, block| *at > ticket || !block.run.above.is_empty());
        }
        self.any_others |= others;
        self.blocks.insert(ticket, Block { run, others });
        released
    }

    /// Adds what another worker kept.
    pub(crate) fn merge(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
        self.any_others |= other.any_others;
        self.settled.merge(other.settled);
        if !other.top.rows.is_empty() || !other.top.below.is_empty() {
            self.top = other.top;
        }
        // There is but one worker then.
        if self.judge.is_several() {
            (self.now, self.others) = (other.now, other.others);
        }
    }

    /// What became of all rows, now that nothing follows.
    pub(crate) fn settle(mut self) -> Settled {
        if !self.judge.is_several() {
            for mut block in std::mem::take(&mut self.blocks).into_values() {
                block.run.read(BESIDE);
                if block.others {
                    let rows = std::mem::take(&mut self.now.rows);
                    self.now.above_of(&rows);
                    self.settled.inside.extend(rows);
                }
                self.now.rows.extend(block.run.rows);
                beside(&mut self.now.above, block.run.above);
            }
            let released = cut(&mut self.now);
            self.others = self.any_others || !released.is_empty();
            self.settled.inside.extend(released);
        }
        self.close(true);
        self.settled
    }
}

impl Run {
    /// Reads respondents above, if any are missing.
    fn read(&mut self, missing: usize) {
        let (bytes, delimiter) = std::mem::take(&mut self.unread);
        let (mut record, mut at) = (Record::default(), 0);
        while missing > 0 && at < bytes.len() {
            at = record.read(&bytes, at, delimiter);
            (at, _) = skip_empty_lines(&bytes, at);
            self.above.push(record.clone());
        }
    }

    /// Adds those of rows who are respondents to those above.
    fn above_of(&mut self, rows: &[MayBe]) {
        beside(&mut self.above, nameless(rows).cloned());
    }
}

impl Settled {
    fn merge(&mut self, other: Self) {
        self.figures.extend(other.figures);
        self.inside.extend(other.inside);
        self.heads.extend(other.heads);
        self.feet.extend(other.feet);
    }
}

/// Takes away the first rows of a run that is longer than any foot, beside which then nobody is known.
fn cut(run: &mut Run) -> Vec<MayBe> {
    let more = run.rows.len().saturating_sub(ROWS);
    if more > 0 {
        run.above.clear();
    }
    run.rows.drain(..more).collect()
}

/// Tells the rows at both ends of a table from respondents between them; they are all rows, if it is `whole`.
fn settle(judge: &Judge<'_>, (top, mut run): (Top, Run), whole: bool, last: bool, settled: &mut Settled) {
    let feet = if whole {
        run.rows.splice(..0, top.rows);
        let (heads, feet) = ends(judge, &run.rows);
        let others = behind(&mut run.rows, heads);
        settled.figures.extend(std::mem::replace(&mut run.rows, others));
        feet
    } else {
        let feet = feet(judge, &run);
        // Figures below respondents say nothing of what these tell.
        let figures = run.rows.iter().filter(|row| row.look == Look::Nameless).rev().take(feet);
        let figures: Vec<Place> = figures.map(|row| row.place).collect();
        let is_long = top.rows.len() > NAMELESS && !judge.sums_up(&records(&top.rows));
        let below = top.below.iter().filter(|(place, _)| !figures.contains(place)).map(|(_, record)| record);
        let below: Vec<&Record> = below.collect();
        let (figures, inside): (Vec<_>, Vec<_>) =
            top.rows.into_iter().partition(|row| !is_long && judge.tell_less(&[&row.record], &below));
        settled.figures.extend(figures);
        settled.heads.extend(inside);
        feet
    };
    let mut rows = run.rows;
    let respondents = nameless(&rows).count() - feet;
    let mut figures = behind(&mut rows, respondents);
    let is_perhaps = |row: &MayBe| !judge.tells(&row.record);
    if last && figures.is_empty() {
        let begin = rows.iter().rposition(|row| !is_perhaps(row)).map_or(0, |at| at + 1);
        settled.feet = rows.split_off(begin.max(rows.len().saturating_sub(NAMELESS)));
    }
    if whole {
        let end = rows.iter().position(|row| !is_perhaps(row)).unwrap_or(rows.len());
        settled.heads.extend(rows.drain(..end.min(NAMELESS)));
    }
    if judge.is_several() || !settled.heads.iter().all(is_perhaps) {
        settled.inside.append(&mut settled.heads);
    }
    settled.inside.extend(rows);
    // Below a row that can only be figures there is nobody else.
    let mut certain = false;
    for row in &mut figures {
        certain |= row.look == Look::Figures;
        if certain {
            row.look = Look::Figures;
        }
    }
    settled.figures.extend(figures);
}

/// How many of the nameless rows of a table, which has no others, are figures at its head and at its foot.
fn ends(judge: &Judge<'_>, rows: &[MayBe]) -> (usize, usize) {
    let rows: Vec<&Record> = nameless(rows).collect();
    let sums_up = |first: usize, last: usize| rows.get(first..last).is_some_and(|rows| judge.sums_up(rows));
    let heads = (0..=NAMELESS).chain(SUMMARY.filter(|heads| sums_up(0, *heads)));
    let feet: Vec<usize> = (0..=NAMELESS)
        .chain(SUMMARY.filter(|feet| *feet <= rows.len() && sums_up(rows.len() - feet, rows.len())))
        .collect();
    let ends = heads.flat_map(|heads| feet.iter().map(move |feet| (heads, *feet)));
    let are_figures = |(heads, feet): &(usize, usize)| {
        let (first, others) = rows.split_at(*heads);
        let (others, last) = others.split_at(others.len() - feet);
        judge.tell_less(&[first, last].concat(), others)
    };
    let ends = ends.filter(|(heads, feet)| heads + feet < rows.len()).filter(are_figures);
    ends.max_by_key(|(heads, feet)| (heads + feet, *feet)).unwrap_or_default()
}

/// How many of the last nameless rows are figures.
fn feet(judge: &Judge<'_>, run: &Run) -> usize {
    let rows: Vec<&Record> = nameless(&run.rows).collect();
    let are_figures = |feet: &usize| {
        let (before, last) = rows.split_at(rows.len() - feet);
        judge.tell_less(last, &run.above.iter().chain(before.iter().copied()).collect::<Vec<_>>())
    };
    let summary = SUMMARY.rev().filter(|feet| *feet <= rows.len() && judge.sums_up(&rows[rows.len() - feet..]));
    let few = (0..=NAMELESS.min(rows.len())).rev();
    summary.chain(few).find(are_figures).unwrap_or_default()
}

fn records(rows: &[MayBe]) -> Vec<&Record> {
    rows.iter().map(|row| &row.record).collect()
}

fn nameless(rows: &[MayBe]) -> impl Iterator<Item = &Record> {
    rows.iter().filter(|row| row.look == Look::Nameless).map(|row| &row.record)
}

/// Takes away the rows behind so many nameless ones.
fn behind(rows: &mut Vec<MayBe>, nameless: usize) -> Vec<MayBe> {
    let mut places = rows.iter().enumerate().filter(|(_, row)| row.look == Look::Nameless).map(|(at, _)| at + 1);
    let at = if nameless == 0 { 0 } else { places.nth(nameless - 1).unwrap_or(rows.len()) };
    rows.split_off(at)
}

/// Adds rows to the last ones that stand beside others.
fn beside(last: &mut Vec<Record>, records: impl IntoIterator<Item = Record>) {
    last.extend(records);
    last.drain(..last.len().saturating_sub(BESIDE));
}
