//! From input to output: workers score blocks each on its own, and their results are taken in the order of the input.
//!
//! Whoever takes a block queues the place where its result will be found before the next block can be taken. The queue is
//! bounded, so memory is a few blocks and their results for each worker, however long the input and however slow the output.

use std::io::{self, Read};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ScopedJoinHandle};

use super::worker::Worker;
use super::{Done, Encoder, Job, Reject};
use crate::population::Groups;
use crate::population::{Segments, TooManySegments};
use crate::table::{Block, BlockError, Blocks, Refused};

/// Where finished blocks go, in the order of the input.
pub trait Sink<B> {
    /// Takes a block; the rows of its rejects are numbers of the whole input.
    fn block(&mut self, done: &Done<B>) -> io::Result<()>;
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub scored: u64,
    pub rejected: u64,
    /// All that was summed up, if it was wanted.
    pub segments: Option<Segments>,
    /// The organisations, if rows were to be merged.
    pub groups: Option<Groups>,
}

/// Why an input could not be brought to its end.
#[derive(Debug)]
pub enum RunError {
    Read(io::Error),
    /// The row of this number is too long.
    TooLong(u64),
    Write(io::Error),
    /// The column to sum up by has too many different values.
    Segments(TooManySegments),
}

/// How many blocks may be under way for each worker: in work, or finished and waiting for those before them.
const UNDER_WAY: usize = 3;

type Finished<B> = Result<Done<B>, Failed>;

/// Why a block has no result.
enum Failed {
    Block(BlockError),
    Segments(TooManySegments),
}

impl Failed {
    /// The error, of a block that begins with this row.
    fn at(self, row: u64) -> RunError {
        match self {
            Self::Block(BlockError::Io(error)) => RunError::Read(error),
            Self::Block(BlockError::TooLong) => RunError::TooLong(row),
            Self::Segments(error) => RunError::Segments(error),
        }
    }
}

/// Scores all of `blocks`, whose first record has the number `row`, with so many workers.
pub fn run<R: Read + Send, E: Encoder>(
    job: &Job<'_>,
    encoder: &E,
    blocks: Blocks<R>,
    row: u64,
    workers: usize,
    sink: &mut dyn Sink<E::Block>,
) -> Result<Totals, RunError> {
    let refused = blocks.refused();
    let (places, results) = mpsc::sync_channel(workers * UNDER_WAY);
    let input = Mutex::new(Input { blocks, places: Some(places) });
    let spare = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(job, encoder, &input, &spare))).collect();
        let mut totals = write(results, row, &refused, sink, &spare)?;
        for gathered in workers.into_iter().filter_map(joined) {
            totals.gather(gathered).map_err(RunError::Segments)?;
        }
        Ok(totals)
    })
}

/// What a worker summed up; none if it panicked, with which the scope will end.
fn joined<T>(worker: ScopedJoinHandle<'_, T>) -> Option<T> {
    worker.join().map_err(|panic| std::panic::resume_unwind(panic)).ok()
}

struct Input<R, B> {
    blocks: Blocks<R>,
    /// Where the result of each block will be found, in the order of the input. None once all are read.
    places: Option<SyncSender<Receiver<Finished<B>>>>,
}

/// How a block was read, and where its result goes.
type Next<B> = (Result<(), BlockError>, SyncSender<Finished<B>>);

impl<R: Read, B> Input<R, B> {
    /// Reads the next block, and gives where its result goes. None at the end of the input, and when nobody takes results
    /// any more.
    fn next(&mut self, block: &mut Block) -> Option<Next<B>> {
        // Whatever ends this before it is put back ends the input: a reader that panics as well.
        let places = self.places.take()?;
        let read = match self.blocks.next(block) {
            Ok(false) => return None,
            read => read.map(drop),
        };
        let (result, place) = mpsc::sync_channel(1);
        // Where writing is slow, this waits for it.
        places.send(place).ok()?;
        self.places = Some(places);
        Some((read, result))
    }
}

/// Scores blocks until there are none, and gives what they sum up to.
fn work<R: Read, E: Encoder>(
    job: &Job<'_>,
    encoder: &E,
    input: &Mutex<Input<R, E::Block>>,
    spare: &Mutex<Vec<Done<E::Block>>>,
) -> (Option<Segments>, Option<Groups>) {
    let mut worker = Worker::new(job, encoder);
    let mut block = Block::default();
    // Another worker that panicked while it read ends the input.
    while let Some((read, result)) = input.lock().ok().and_then(|mut input| input.next(&mut block)) {
        let scored = read.map_err(Failed::Block).and_then(|()| {
            let mut done = lock(spare).pop().unwrap_or_default();
            worker.block(block.bytes(), block.ticket, &mut done).map_err(Failed::Segments)?;
            Ok(done)
        });
        // Nobody waits for it once the run has failed.
        let _ = result.send(scored);
    }
    worker.finish()
}

/// Hands the results to `sink` in their order, the `refused` rows among them, and counts.
fn write<B>(
    places: Receiver<Receiver<Finished<B>>>,
    mut row: u64,
    refused: &Refused,
    sink: &mut dyn Sink<B>,
    spare: &Mutex<Vec<Done<B>>>,
) -> Result<Totals, RunError> {
    let mut totals = Totals::default();
    for place in places {
        // A worker that panicked leaves its place empty. The panic itself then ends the run.
        let finished = place.recv().map_err(|_| RunError::Read(io::Error::other("a worker failed")))?;
        let mut done = finished.map_err(|failed| failed.at(row))?;
        done.rejects.iter_mut().for_each(|reject| reject.row = reject.row + row - 1);
        row += done.lines;
        done.rejects.extend(refused.take_before(row).map(Reject::from));
        done.rejects.sort_by_key(|reject| reject.row);
        totals.scored += done.scored;
        totals.rejected += u64::try_from(done.rejects.len()).expect("they are counted in 64 bits");
        sink.block(&done).map_err(RunError::Write)?;
        lock(spare).push(done);
    }
    Ok(totals)
}

impl Totals {
    /// Adds what a worker summed up.
    fn gather(&mut self, (segments, groups): (Option<Segments>, Option<Groups>)) -> Result<(), TooManySegments> {
        if let Some(segments) = segments {
            self.segments = Some(match self.segments.take() {
                None => segments,
                Some(all) => all.merge(segments)?,
            });
        }
        if let Some(groups) = groups {
            self.groups.get_or_insert_default().merge(groups);
        }
        Ok(())
    }
}

/// Results to be filled again are whole whatever happened to whoever held the lock.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
