//! The rows at the edges of a table: what stands above the first respondent and below the last, and whether it is one.
//!
//! Whether a row is at the foot is known only when nothing follows, and what respondents say of themselves only from those
//! beside it: such rows are kept until then. Where several tables are read as one, each has a foot of its own.

use std::collections::BTreeMap;

use super::foot::{BESIDE, Look, ROWS};
use super::headings::Heading;
use super::{Judge, Place};
use crate::table::Record;

/// How many rows without a name may be figures. Where there are more, they are respondents.
const NAMELESS: usize = 5;
/// Among how many lines below the header rows are looked at.
const HEAD: u64 = 12;

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
    /// A respondent, and so are these rows that were kept.
    Respondent(Vec<MayBe>),
}

/// The rows at the edges of blocks.
#[derive(Debug)]
pub(crate) struct Edges<'a> {
    judge: &'a Judge<'a>,
    /// Rows above the first respondent, and respondents below them; and whether there was one.
    head: Vec<MayBe>,
    below: Vec<Record>,
    begun: bool,
    /// Those of the block that is read.
    now: Run,
    others: bool,
    blocks: BTreeMap<u64, Block>,
    /// The feet of tables below which another was read.
    closed: Vec<Run>,
}

/// Rows one below the other that may be at the foot, and respondents above them.
#[derive(Debug, Default)]
struct Run {
    rows: Vec<MayBe>,
    above: Vec<Record>,
}

/// The end of a block.
#[derive(Debug)]
struct Block {
    run: Run,
    /// Whether it has other rows, and the table that the first of all is of.
    others: bool,
    table: Vec<u8>,
}

/// What became of all rows that were kept.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// Rows of figures, and such as may be.
    pub(crate) figures: Vec<MayBe>,
    pub(crate) respondents: Vec<MayBe>,
    /// The last rows of a table in which nobody says who they are: they are figures if they repeat the others.
    pub(crate) perhaps: Vec<MayBe>,
}

impl<'a> Edges<'a> {
    pub(crate) fn new(judge: &'a Judge<'a>) -> Self {
        Self {
            judge,
            head: Vec::new(),
            below: Vec::new(),
            begun: false,
            now: Run::default(),
            others: false,
            blocks: BTreeMap::new(),
            closed: Vec::new(),
        }
    }

    /// Whether the row at `place` is to be taken, wherever the foot begins.
    pub(crate) fn is_near_head(&self, (ticket, line): Place) -> bool {
        ticket == 0 && line <= HEAD
    }

    /// Takes a row, which is `near` the foot of its block or near the head of the table.
    pub(crate) fn take(&mut self, place: Place, record: &Record, near: bool) -> Taken {
        let judge = self.judge;
        let look = judge.look(record);
        let table = judge.table(record);
        let head = judge.may_be_heading(place);
        let heading = if head { judge.heading(record) } else { Heading::No };
        if heading != Heading::No {
            self.others = true;
            return Taken::Heading(heading);
        }
        if look != Look::Other && (near || (head && self.is_head(&look))) {
            if self.now.rows.last().is_some_and(|last| judge.table(&last.record) != table) {
                self.close();
            }
            self.now.rows.push(MayBe { place, look, record: record.clone() });
            return Taken::Kept;
        }
        if self.now.rows.last().is_some_and(|last| judge.table(&last.record) != table) {
            self.close();
        }
        let kept = std::mem::take(&mut self.now.rows);
        let released = self.released(kept);
        self.others = true;
        if near {
            // Respondents too who say little of themselves.
            beside(&mut self.now.above, released.iter().map(|row| row.record.clone()));
        }
        if look == Look::Other && judge.answers(record) {
            self.begun = true;
            if self.is_near_head(place) && self.below.len() < BESIDE {
                self.below.push(record.clone());
            }
            if near {
                beside(&mut self.now.above, [record.clone()]);
            }
        }
        Taken::Respondent(released)
    }

    /// Whether a row that looks so is none of a respondent if it stands right below the header.
    fn is_head(&self, look: &Look) -> bool {
        is_named(look) || (*look == Look::Nameless && !self.begun)
    }

    /// Those of rows that are respondents, now that others follow: figures with a word for them are none anywhere.
    fn released(&mut self, rows: Vec<MayBe>) -> Vec<MayBe> {
        let judge = self.judge;
        let is_head = |row: &MayBe| is_named(&row.look) || (judge.may_be_heading(row.place) && self.is_head(&row.look));
        let (head, released) = rows.into_iter().partition(is_head);
        self.head = std::mem::take(&mut self.head).into_iter().chain::<Vec<MayBe>>(head).collect();
        released
    }

    /// Ends a table below which another begins.
    fn close(&mut self) {
        let run = Run { rows: std::mem::take(&mut self.now.rows), above: self.now.above.clone() };
        self.closed.push(run);
        self.others = true;
    }

    /// Takes that a block has rows which were not shown.
    pub(crate) fn others(&mut self) {
        self.others = true;
    }

    /// Ends the block with this ticket, whose first row is of this table. Gives rows of blocks before that are respondents.
    pub(crate) fn end(&mut self, ticket: u64, table: Vec<u8>) -> Vec<MayBe> {
        let (run, others) = (std::mem::take(&mut self.now), std::mem::take(&mut self.others));
        let mut released = Vec::new();
        if others && self.judge.aside().is_none() {
            let later = self.blocks.split_off(&ticket);
            let before = std::mem::replace(&mut self.blocks, later);
            let rows = before.into_values().flat_map(|block| block.run.rows).collect();
            released = self.released(rows);
        }
        if others || !run.rows.is_empty() {
            self.blocks.insert(ticket, Block { run, others, table });
        }
        released
    }

    /// Adds what another worker kept.
    pub(crate) fn merge(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
        self.closed.extend(other.closed);
        if other.begun && self.below.is_empty() {
            (self.head, self.below, self.begun) = (other.head, other.below, true);
        } else {
            self.head.extend(other.head);
        }
    }

    /// What became of all rows, now that nothing follows.
    pub(crate) fn settle(mut self) -> Settled {
        let judge = self.judge;
        let (mut settled, mut run) = (Settled::default(), Run::default());
        let (mut runs, blocks) = (std::mem::take(&mut self.closed), std::mem::take(&mut self.blocks));
        for block in blocks.into_values() {
            let ends = run.rows.last().is_some_and(|last| judge.table(&last.record) != block.table);
            if ends || block.others {
                let rows = std::mem::take(&mut run.rows);
                match ends {
                    true => runs.push(Run { rows, above: run.above.clone() }),
                    false => settled.respondents.extend(self.released(rows)),
                }
            }
            run.rows.extend(block.run.rows);
            beside(&mut run.above, block.run.above);
        }
        let last = runs.len();
        runs.push(run);
        for (at, run) in runs.into_iter().enumerate() {
            foot(judge, run, at == last, &mut settled);
        }
        let nameless = self.head.iter().filter(|row| row.look == Look::Nameless).count();
        for row in self.head {
            let figures = match row.look {
                Look::Nameless => nameless <= NAMELESS && judge.tells_less(&row.record, self.below.iter()),
                _ => true,
            };
            if figures { settled.figures.push(row) } else { settled.respondents.push(row) }
        }
        if !self.begun {
            head(judge, &mut settled);
        }
        settled
    }
}

fn is_named(look: &Look) -> bool {
    matches!(look, Look::Figures | Look::Either(..))
}

/// Tells the rows above the first respondent from respondents, in a table whose rows all look as if they could be figures.
fn head(judge: &Judge<'_>, Settled { figures, respondents, perhaps }: &mut Settled) {
    respondents.sort_by_key(|row| row.place);
    let is_head = |row: &&MayBe| row.look == Look::Nameless && judge.may_be_heading(row.place);
    let most = respondents.iter().take_while(is_head).count().min(NAMELESS);
    let tell_less = |count: &usize| {
        let (first, others) = respondents.split_at(*count);
        let others =
            || others.iter().chain(perhaps.iter()).filter(|row| row.look == Look::Nameless).map(|row| &row.record);
        first.iter().all(|row| judge.tells_less(&row.record, others()))
    };
    let count = (1..=most).rev().find(tell_less).unwrap_or(0);
    figures.extend(respondents.drain(..count));
}

/// Tells the rows at the foot of a table from respondents above them; `last` if it is the last of all.
fn foot(judge: &Judge<'_>, Run { mut rows, above }: Run, last: bool, settled: &mut Settled) {
    let named = rows.iter().filter(|row| is_named(&row.look)).count();
    if named > ROWS {
        return settled.respondents.extend(rows);
    }
    let Some(table) = rows.last().map(|last| judge.table(&last.record).to_vec()) else { return };
    let nameless: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].look == Look::Nameless).collect();
    let least = nameless.len().saturating_sub(NAMELESS);
    let tell_less = |first: usize| {
        let (before, candidates) = nameless.split_at(first);
        let same = above.iter().filter(|record| judge.table(record) == table);
        let others = || same.clone().chain(before.iter().map(|at| &rows[*at].record));
        candidates.iter().all(|at| judge.tells_less(&rows[*at].record, others()))
    };
    let first = (least..=nameless.len()).find(|first| tell_less(*first)).unwrap_or(nameless.len());
    let mut figures = rows.split_off(nameless[..first].last().map_or(0, |at| at + 1));
    if last && figures.iter().all(|row| row.look == Look::Blank) {
        let is_perhaps = |row: &MayBe| row.look == Look::Blank || !judge.tells(&row.record);
        let begin = rows.iter().rposition(|row| !is_perhaps(row)).map_or(0, |at| at + 1);
        settled.perhaps = rows.split_off(begin.max(rows.len().saturating_sub(NAMELESS)));
    }
    let (named, respondents): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| is_named(&row.look));
    settled.figures.extend(named);
    settled.respondents.extend(respondents);
    // Below a row that can only be figures there is nobody else.
    let mut certain = false;
    for row in &mut figures {
        certain |= row.look == Look::Figures;
        if certain && row.look != Look::Blank {
            row.look = Look::Figures;
        }
    }
    settled.figures.extend(figures);
}

/// Adds rows to the last ones that stand beside others.
fn beside(last: &mut Vec<Record>, records: impl IntoIterator<Item = Record>) {
    last.extend(records);
    last.drain(..last.len().saturating_sub(BESIDE));
}
