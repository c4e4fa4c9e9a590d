//! The standard streams of plain mode. Neither a line that does not come nor one that nobody takes keeps it from ending.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use super::plain::{Input, Lines};
use super::signals::Signals;

/// How long is waited before it is looked whether the program was asked to end.
const PAUSE: Duration = Duration::from_millis(50);

/// Standard input, read on a thread of its own so that an interrupt does not wait for the next line.
pub(crate) struct StandardInput<'a> {
    lines: Receiver<String>,
    signals: &'a Signals,
}

impl<'a> StandardInput<'a> {
    pub(crate) fn new(signals: &'a Signals) -> Self {
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            while io::BufRead::read_until(&mut io::stdin().lock(), b'\n', &mut bytes).is_ok_and(|count| count > 0) {
                let line = String::from_utf8_lossy(&bytes).into_owned();
                bytes.clear();
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { lines, signals }
    }
}

impl Lines for StandardInput<'_> {
    fn next(&mut self) -> Input {
        loop {
            if self.signals.interrupted() {
                return Input::Interrupt;
            }
            match self.lines.recv_timeout(PAUSE) {
                Ok(line) => return Input::Line(line),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Input::End,
            }
        }
    }
}

/// Standard error, which whoever reads it may have stopped to: when the program is asked to end, that counts as gone.
pub(crate) struct StandardError<'a> {
    signals: &'a Signals,
}

/// What a pipe takes at once that takes anything.
const AT_ONCE: usize = 512;

impl<'a> StandardError<'a> {
    pub(crate) fn new(signals: &'a Signals) -> Self {
        Self { signals }
    }
}

impl Write for StandardError<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        while !takes_more() {
            if self.signals.interrupted() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
        }
        io::stderr().write(&bytes[..bytes.len().min(AT_ONCE)])
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// Whether something can be written without waiting, or fails; waits for a moment if not.
#[cfg(unix)]
fn takes_more() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let (stderr, pause) = (io::stderr(), Timespec::try_from(PAUSE).ok());
    let polled = poll(&mut [PollFd::new(&stderr, PollFlags::OUT)], pause.as_ref());
    !matches!(polled, Ok(0) | Err(rustix::io::Errno::INTR))
}

#[cfg(not(unix))]
fn takes_more() -> bool {
    true
}
