//! From input to output: workers take blocks, score them each on its own, and hand them over in the order of the input.
//!
//! No worker waits for its turn: whichever finishes the block that is next writes it, and those behind it that are
//! finished. Memory is a few blocks and their results for each worker, however long the input is.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::Done;
use super::Job;
use super::worker::Worker;
use crate::population::Groups;
use crate::population::{Segments, TooManySegments};
use crate::table::{Block, BlockError, Blocks};

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

/// How many finished blocks may wait for those before them, for each worker.
const WAITING: usize = 2;

/// What became of the block with a ticket.
enum Finished {
    Scored(Done, Result<(), TooManySegments>),
    Unreadable(BlockError),
}

struct Shared<'s> {
    /// None while a worker is writing.
    sink: Option<&'s mut dyn Sink>,
    /// The ticket of the block that is to be written next.
    next: u64,
    /// The row that it begins with.
    row: u64,
    /// Blocks that are finished and not written.
    waiting: BTreeMap<u64, Finished>,
    /// Results that were written, to be filled again.
    spare: Vec<Done>,
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
    let shared = Mutex::new(Shared {
        sink: Some(sink),
        next: 0,
        row,
        waiting: BTreeMap::new(),
        spare: Vec::new(),
        totals: Totals::default(),
        failed: None,
    });
    let written = Condvar::new();
    let room = workers * WAITING;
    std::thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(|| work(job, &blocks, &shared, &written, room));
        }
        work(job, &blocks, &shared, &written, room);
    });
    let shared = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    match shared.failed {
        Some(error) => Err(error),
        None => Ok(shared.totals),
    }
}

fn work<R: Read>(job: &Job<'_>, blocks: &Mutex<Blocks<R>>, shared: &Mutex<Shared<'_>>, written: &Condvar, room: usize) {
    let _guard = Guard { shared, written };
    let mut worker = Worker::new(job);
    let mut block = Block::default();
    loop {
        let read = lock(blocks).next(&mut block);
        let finished = match read {
            Ok(false) => break,
            Ok(true) => {
                let mut done = lock(shared).spare.pop().unwrap_or_default();
                let scored = worker.block(block.bytes(), block.ticket, &mut done);
                Finished::Scored(done, scored)
            }
            Err(error) => Finished::Unreadable(error),
        };
        let mut guard = lock(shared);
        guard.waiting.insert(block.ticket, finished);
        let guard = write(shared, guard, written);
        // Where writing is slow, workers do not run ahead of it for ever.
        let ahead = |shared: &mut Shared<'_>| shared.waiting.len() > room && shared.failed.is_none();
        let guard = written.wait_while(guard, ahead).unwrap_or_else(PoisonError::into_inner);
        if guard.failed.is_some() {
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

/// Writes the blocks whose turn it is, unless another worker is about it: then that one will write these too.
fn write<'g, 's>(
    shared: &'g Mutex<Shared<'s>>,
    mut guard: MutexGuard<'g, Shared<'s>>,
    written: &Condvar,
) -> MutexGuard<'g, Shared<'s>> {
    let Some(sink) = guard.sink.take() else { return guard };
    while guard.failed.is_none() {
        let next = guard.next;
        let Some(finished) = guard.waiting.remove(&next) else { break };
        guard.next += 1;
        guard.failed = match finished {
            Finished::Unreadable(BlockError::Io(error)) => Some(RunError::Read(error)),
            Finished::Unreadable(BlockError::TooLong) => Some(RunError::TooLong(guard.row)),
            Finished::Scored(mut done, scored) => {
                let first = guard.row;
                done.rejects.iter_mut().for_each(|reject| reject.row = reject.row + first - 1);
                guard.row += done.lines;
                guard.totals.scored += done.scored;
                guard.totals.rejected += u64::try_from(done.rejects.len()).unwrap_or(u64::MAX);
                drop(guard);
                let result = sink.block(&done).map_err(RunError::Write);
                guard = lock(shared);
                guard.spare.push(done);
                scored.map_err(RunError::Segments).and(result).err()
            }
        };
        written.notify_all();
    }
    guard.sink = Some(sink);
    guard
}

/// Wakes the other workers if this one panics: they would wait for its block for ever. The panic itself then ends the run.
struct Guard<'g, 's> {
    shared: &'g Mutex<Shared<'s>>,
    written: &'g Condvar,
}

impl Drop for Guard<'_, '_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let error = || RunError::Read(io::Error::other("a worker failed"));
            lock(self.shared).failed.get_or_insert_with(error);
            self.written.notify_all();
        }
    }
}

/// A worker that panicked ends the run, so nothing that it left half done is used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
