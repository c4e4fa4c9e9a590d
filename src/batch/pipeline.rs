//! From input to output: workers score blocks each on its own, and their results are taken in the order of the input.
//!
//! No worker waits for its turn, and no thread only writes: whichever finishes the block that is next writes it, and those
//! behind it that are finished. Memory is a few blocks and their results for each worker, however long the input and
//! however slow the output.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::worker::Worker;
use super::{Done, Encoder, Job, Reject};
use crate::definition::Definition;
use crate::population::{Groups, Segments, TooManySegments};
use crate::table::{BlockError, Blocks, Refused};

/// Where finished blocks go, in the order of the input.
pub trait Sink<B>: Send {
    /// Takes a block; the rows of its rejects are numbers of the whole input.
    fn block(&mut self, done: &Done<B>) -> io::Result<()>;
}

#[derive(Clone, Debug, Default)]
pub struct Totals {
    pub scored: u64,
    pub rejected: u64,
    /// How many of those scored answer a question that is not asked of them.
    pub unasked: u64,
    /// How many rows are no respondents, and how many of those say nothing at all.
    pub passed_over: u64,
    pub blank: u64,
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
    /// The input is not the one whose rows were looked at before.
    Changed,
}

/// How many finished blocks may wait for those before them, for each worker.
const WAITING: usize = 2;

type Finished<B> = Result<Done<B>, Failed>;

/// Why a block has no result.
enum Failed {
    Block(BlockError),
    Segments(TooManySegments),
    Changed,
}

impl Failed {
    /// The error, of a block that begins with this row.
    fn at(self, row: u64) -> RunError {
        match self {
            Self::Block(BlockError::Io(error)) => RunError::Read(error),
            Self::Block(BlockError::TooLong) => RunError::TooLong(row),
            Self::Segments(error) => RunError::Segments(error),
            Self::Changed => RunError::Changed,
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
    let order = Order { sink: Some(sink), refused: blocks.refused(), row, ..Order::default() };
    let output = Output { order: Mutex::new(order), written: Condvar::new(), room: workers * WAITING };
    let blocks = Mutex::new(blocks.with_lengths(job.passed_over.lengths()));
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(|| work(job, encoder, &blocks, &output));
        }
        work(job, encoder, &blocks, &output);
    });
    let order = output.order.into_inner().unwrap_or_else(PoisonError::into_inner);
    order.failed.map_or(Ok(order.totals), Err)
}

/// Scores blocks until there are none, and adds what they sum up to.
fn work<R: Read, E: Encoder>(job: &Job<'_>, encoder: &E, blocks: &Mutex<Blocks<R>>, output: &Output<'_, E::Block>) {
    let _guard = Guard(output);
    let mut worker = Worker::new(job, encoder);
    let mut block = lock(blocks).block();
    loop {
        let read = lock(blocks).next(&mut block);
        let finished = match read {
            Ok(false) => break,
            Ok(true) => {
                let mut done = lock(&output.order).spare.pop().unwrap_or_default();
                block.convert();
                let scored = worker.block(block.bytes(), block.ticket, &mut done).map_err(Failed::Segments);
                done.bytes = block.raw().len();
                done.rejects.extend(block.take_refused().map(Reject::from));
                let fits = job.passed_over.fits(block.ticket, done.lines, block.raw());
                scored.and_then(|()| if fits { Ok(done) } else { Err(Failed::Changed) })
            }
            Err(error) => Err(Failed::Block(error)),
        };
        if !output.put(block.ticket, finished) {
            return;
        }
    }
    let mut order = lock(&output.order);
    if let Err(error) = order.totals.gather(job.definition, worker.finish()) {
        order.failed.get_or_insert(RunError::Segments(error));
    }
}

/// Where workers put what they finished.
struct Output<'s, B> {
    order: Mutex<Order<'s, B>>,
    /// Told of every block that was written.
    written: Condvar,
    /// How many finished blocks may wait.
    room: usize,
}

/// What is written, and what waits for its turn.
#[derive(Default)]
struct Order<'s, B> {
    /// None while a worker is writing.
    sink: Option<&'s mut dyn Sink<B>>,
    refused: Refused,
    /// The ticket of the block that is to be written next, and the row that it begins with.
    next: u64,
    row: u64,
    waiting: BTreeMap<u64, Finished<B>>,
    /// Results that were written, to be filled again.
    spare: Vec<Done<B>>,
    totals: Totals,
    failed: Option<RunError>,
}

impl<'s, B> Output<'s, B> {
    /// Takes what became of the block with this ticket, and tells whether to go on.
    fn put(&self, ticket: u64, finished: Finished<B>) -> bool {
        let mut order = lock(&self.order);
        order.waiting.insert(ticket, finished);
        let order = self.write(order);
        // Where writing is slow, workers do not run ahead of it for ever.
        let ahead = |order: &mut Order<'s, B>| order.waiting.len() > self.room && order.failed.is_none();
        self.written.wait_while(order, ahead).unwrap_or_else(PoisonError::into_inner).failed.is_none()
    }

    /// Writes the blocks whose turn it is, unless another worker is about it: then that one will write these too.
    fn write<'g>(&'g self, mut order: MutexGuard<'g, Order<'s, B>>) -> MutexGuard<'g, Order<'s, B>> {
        let Some(sink) = order.sink.take() else { return order };
        while let Some(finished) = order.turn() {
            match finished {
                Ok(done) => {
                    drop(order);
                    let written = sink.block(&done);
                    order = lock(&self.order);
                    order.spare.push(done);
                    order.failed = written.err().map(RunError::Write);
                }
                Err(error) => order.failed = Some(error),
            }
            self.written.notify_all();
        }
        order.sink = Some(sink);
        order
    }
}

impl<B> Order<'_, B> {
    /// The block whose turn it is, counted and with the refused rows among its rejects; none while it is not finished, and
    /// once the run has failed.
    fn turn(&mut self) -> Option<Result<Done<B>, RunError>> {
        if self.failed.is_some() {
            return None;
        }
        let finished = self.waiting.remove(&self.next)?;
        self.next += 1;
        Some(finished.map_err(|failed| failed.at(self.row)).map(|mut done| {
            done.rejects.iter_mut().for_each(|reject| reject.row = reject.row + self.row - 1);
            self.row += done.lines;
            done.rejects.extend(self.refused.take_before(self.row).map(Reject::from));
            done.rejects.sort_by_key(|reject| reject.row);
            self.totals.scored += done.scored;
            self.totals.unasked += done.unasked;
            self.totals.passed_over += done.passed_over;
            self.totals.blank += done.blank;
            self.totals.rejected += u64::try_from(done.rejects.len()).expect("they are counted in 64 bits");
            done
        }))
    }
}

/// Wakes the other workers if this one panics: they would wait for its block for ever. The panic itself then ends the run.
struct Guard<'g, 's, B>(&'g Output<'s, B>);

impl<B> Drop for Guard<'_, '_, B> {
    fn drop(&mut self) {
        if thread::panicking() {
            let error = || RunError::Read(io::Error::other("a worker failed"));
            lock(&self.0.order).failed.get_or_insert_with(error);
            self.0.written.notify_all();
        }
    }
}

impl Totals {
    /// Adds what a worker summed up.
    fn gather(
        &mut self,
        definition: &Definition,
        (segments, groups): (Option<Segments>, Option<Groups>),
    ) -> Result<(), TooManySegments> {
        if let Some(segments) = segments {
            self.segments = Some(match self.segments.take() {
                None => segments,
                Some(all) => all.merge(segments)?,
            });
        }
        if let Some(groups) = groups {
            self.groups.get_or_insert_default().merge(definition, groups)?;
        }
        Ok(())
    }
}

/// A worker that panicked ends the run, so nothing that it left half done is used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
