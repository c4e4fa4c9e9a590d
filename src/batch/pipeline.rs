//! From input to output: workers take blocks, score them each on its own, and hand them over in the order of the input.
//!
//! Memory is a block and its result for each worker, however long the input is.

use std::io::{self, Read};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::blocks::{Block, BlockError, Blocks};
use super::job::Job;
use super::merge::Groups;
use super::summary::{Segments, TooManySegments};
use super::worker::{Done, Worker};

/// Where finished blocks go, in the order of the input.
pub trait Sink: Send {
    /// Takes a block; the rows of its rejects are numbers of the whole input.
    fn block(&mut self, done: &Done) -> io::Result<()>;
}

/// What came of an input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many rows were scored.
    pub scored: u64,
    /// How many could not be.
    pub rejected: u64,
    /// All that was summed up, if it was wanted.
    pub segments: Option<Segments>,
    /// The organisations, if rows were to be merged.
    pub groups: Option<Groups>,
}

/// Why an input could not be brought to its end.
#[derive(Debug)]
pub enum RunError {
    /// It cannot be read.
    Read(io::Error),
    /// The row of this number is too long.
    TooLong(u64),
    /// The output cannot be written.
    Write(io::Error),
    /// The column to sum up by has too many different values.
    Segments(TooManySegments),
}

struct Shared<'s> {
    sink: &'s mut dyn Sink,
    next: u64,
    row: u64,
    totals: Totals,
    failed: Option<RunError>,
}

/// Scores all of `blocks`, whose first record has the number `row`, with so many workers.
pub fn run<R: Read + Send>(
    job: &Job<'_>,
    blocks: Blocks<R>,
    row: u64,
    workers: usize,
    sink: &mut dyn Sink,
) -> Result<Totals, RunError> {
    let blocks = Mutex::new(blocks);
    let shared = Mutex::new(Shared { sink, next: 0, row, totals: Totals::default(), failed: None });
    let turn = Condvar::new();
    std::thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(|| work(job, &blocks, &shared, &turn));
        }
        work(job, &blocks, &shared, &turn);
    });
    let shared = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    match shared.failed {
        Some(error) => Err(error),
        None => Ok(shared.totals),
    }
}

fn work<R: Read>(job: &Job<'_>, blocks: &Mutex<Blocks<R>>, shared: &Mutex<Shared<'_>>, turn: &Condvar) {
    let _guard = Guard { shared, turn };
    let mut worker = Worker::new(job);
    let mut block = Block::default();
    let mut done = Done::default();
    loop {
        let read = lock(blocks).next(&mut block);
        match read {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                // The row is known when all blocks before this one are done.
                let mut shared = wait(shared, turn, block.ticket);
                let row = shared.row;
                shared.failed.get_or_insert(match error {
                    BlockError::Io(error) => RunError::Read(error),
                    BlockError::TooLong => RunError::TooLong(row),
                });
                turn.notify_all();
                return;
            }
        }
        let scored = worker.block(block.bytes(), block.ticket, &mut done);
        let mut shared = wait(shared, turn, block.ticket);
        if shared.failed.is_none() {
            done.rejects.iter_mut().for_each(|reject| reject.row = reject.row + shared.row - 1);
            shared.row += done.lines;
            shared.totals.scored += done.scored;
            shared.totals.rejected += u64::try_from(done.rejects.len()).unwrap_or(u64::MAX);
            let written = shared.sink.block(&done).map_err(RunError::Write);
            shared.failed = scored.map_err(RunError::Segments).and(written).err();
        }
        shared.next += 1;
        let failed = shared.failed.is_some();
        drop(shared);
        turn.notify_all();
        if failed {
            return;
        }
    }
    let (segments, groups) = worker.finish();
    let mut shared = lock(shared);
    if let Some(segments) = segments {
        let merged = match shared.totals.segments.take() {
            None => Ok(segments),
            Some(all) => all.merge(segments),
        };
        match merged {
            Ok(merged) => shared.totals.segments = Some(merged),
            Err(error) => shared.failed = Some(RunError::Segments(error)),
        }
    }
    if let Some(groups) = groups {
        shared.totals.groups.get_or_insert_default().merge(groups);
    }
}

/// Wakes the other workers if this one panics: they would wait for its block for ever. The panic itself then ends the run.
struct Guard<'g, 's> {
    shared: &'g Mutex<Shared<'s>>,
    turn: &'g Condvar,
}

impl Drop for Guard<'_, '_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let error = || RunError::Read(io::Error::other("a worker failed"));
            lock(self.shared).failed.get_or_insert_with(error);
            self.turn.notify_all();
        }
    }
}

/// Waits until all blocks before `ticket` are done, or one of them failed.
fn wait<'g, 's>(shared: &'g Mutex<Shared<'s>>, turn: &Condvar, ticket: u64) -> MutexGuard<'g, Shared<'s>> {
    turn.wait_while(lock(shared), |shared| shared.next != ticket && shared.failed.is_none())
        .unwrap_or_else(PoisonError::into_inner)
}

/// A worker that panicked ends the run, so nothing that it left half done is used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
