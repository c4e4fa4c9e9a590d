//! The first pass: what stands in all rows, before any of them is scored.
//!
//! Workers read blocks each on its own; what only the whole table tells is put together here.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Mutex;
use std::thread;

use super::RunError;
use super::figures::{Titles, among, begins_with_weights, numbers};
use super::reader::{Reader, Start, Suspicions};
use super::remarks::Remarks;
use super::same::{self, Same};
use crate::mapping::Evidence;
use crate::mapping::passed_over::{
    Again, Edges, Judge, Notes, PassedOver, Place, SMALL, Settled, Sight, Sizes, are_frequencies, are_options,
    may_begin,
};
use crate::table::{BlockError, Blocks};

/// What all rows of an input say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Of respondents alone.
    pub evidence: Evidence,
    pub passed_over: PassedOver,
    pub notes: Notes,
    /// Rows that answer nothing and say hardly anything, the last ones.
    pub remarks: Vec<(u64, Vec<String>)>,
    /// Whether a row names the version of the assessment that it answers.
    pub versions: bool,
    /// The row of the first headings of other columns, or of these in another order.
    pub other_table: Option<u64>,
    /// Whether rows tell how often answers were given: all columns add up to the same, or each row is called after an option.
    pub frequencies: bool,
    /// Whether rows may sum up others right below or above them.
    pub blocks: bool,
    /// What stands in columns that are no question's.
    pub elsewhere: Suspicions,
}

/// Reads all of `blocks`, whose first record has the number `row`, with so many workers. None where their ends were guessed wrong.
pub fn gather<R: Read + Send>(
    judge: &Judge<'_>,
    (blocks, delimiter, row): (Blocks<R>, u8, u64),
    workers: usize,
) -> Result<Option<Gathered>, RunError> {
    // The edges of tables within are known only to who reads them from the first row to the last.
    let workers = if judge.is_several() { 1 } else { workers };
    let (guessed, blocks) = (blocks.guess, Mutex::new(blocks));
    let start = Start::new(judge.cells, delimiter);
    let work = || {
        let mut reader = Reader::new(judge, delimiter, &start);
        let read = reader.all(&blocks);
        (reader, read)
    };
    let done: Vec<_> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(own).chain(others).collect()
    });
    if guessed && done.iter().any(|(reader, _)| reader.torn) {
        return Ok(None);
    }
    let sizes: Sizes = done.iter().flat_map(|(reader, _)| reader.sizes.iter().copied()).collect();
    let small = sizes.values().map(|(lines, _)| lines).sum::<u64>() <= SMALL as u64;
    let blocks = judge.doubts() && (small || done.iter().any(|(reader, _)| may_begin(&reader.heads)));
    let weights = begins_with_weights(judge, done.iter().map(|(reader, _)| &reader.heads));
    let (begins, next) = begins(&sizes, row);
    // Last, what was kept to the end: it is at the foot of the table only where nothing else is below it.
    let (mut all, mut edges) = (Reader::new(judge, delimiter, &start), Edges::new(judge));
    let (mut tallies, mut sight, mut titles, mut remarks) =
        (Vec::new(), judge.sight(), BTreeMap::new(), Remarks::default());
    for (mut reader, read) in done {
        read.map_err(|error| match error {
            BlockError::Io(error) => RunError::Read(error),
            BlockError::TooLong => RunError::TooLong(next),
        })?;
        all.versions |= reader.versions;
        if let Some(digits) = &reader.digits {
            digits.add_to(&mut reader.tallies);
        }
        if let (Some(all), Some(other)) = (&mut all.same, reader.same) {
            all.merge(other);
        }
        all.other = all.other.into_iter().chain(reader.other).min();
        titles.extend(reader.titles);
        remarks.merge(reader.remarks);
        all.ends.merge(reader.ends);
        all.elsewhere.merge(&reader.elsewhere);
        tallies.push(reader.tallies);
        edges.merge(reader.edges);
        sight = sight.merge(reader.sight);
    }
    let Settled { figures, inside, heads, feet } = edges.settle();
    figures.iter().for_each(|row| all.sight.foot(row));
    inside.into_iter().for_each(|row| all.kept(row));
    let (figures, others) = among(judge, (heads, feet), &numbers(&tallies, &all.tallies));
    figures.iter().for_each(|row| all.sight.foot(row));
    others.into_iter().for_each(|row| all.kept(row));
    let numbers = numbers(&tallies, &all.tallies);
    let of_options = judge.names_options() && are_options(&numbers, judge.cells.most_options());
    let frequencies = judge.doubts() && (of_options || are_frequencies(&numbers));
    sight = sight.merge(all.sight);
    let moved_down = all.ends.moved_down(judge, delimiter);
    all.ends.doubt(judge, delimiter, (&numbers, all.elsewhere.few_are_nameless()), &mut sight);
    tallies.push(all.tallies);
    let row = |(ticket, line): Place| begins[&ticket] + line - 1;
    let evidence = Evidence::merged(tallies, row);
    let remarks = said(remarks, &sight).into_iter().map(|(place, cells)| (row(place), cells)).collect();
    let (mut passed_over, notes) = sight.finish(sizes, row);
    Titles::another(titles.into_iter()).into_iter().for_each(|title| passed_over.refuse_below(title, row(title)));
    let other_table = all.other.map(row);
    let among = begins.get(&same::BLOCKS).map(|begin| begin - begins[&0]);
    let same = all.same.and_then(Same::found).map(|(rows, first)| Again { rows, first: row(first), among });
    let notes = Notes { same, ..notes };
    let (versions, elsewhere) = (all.versions, Suspicions { weights, moved_down, ..all.elsewhere.found() });
    Ok(Some(Gathered { evidence, passed_over, notes, remarks, versions, other_table, frequencies, blocks, elsewhere }))
}

/// What rows say that are none of respondents: those that say hardly anything, and one that has the greatest number of a scale.
fn said(remarks: Remarks, sight: &Sight<'_>) -> Vec<(Place, Vec<String>)> {
    let greatest = sight.greatest().map(|(place, number)| (place, vec![format!("scale: max {number}")]));
    remarks.last().into_iter().chain(greatest).collect()
}

/// The number of the first row of each block, and of the row behind the last, where the first has the number `row`.
fn begins(sizes: &Sizes, mut row: u64) -> (BTreeMap<u64, u64>, u64) {
    let mut begins = BTreeMap::new();
    for (ticket, (lines, _)) in sizes {
        begins.insert(*ticket, row);
        row += lines;
    }
    (begins, row)
}
