//! The survey on the terminal of the process: which shell fits it.

use std::io::{self, IsTerminal as _};

use super::ask::Dialogue;
use super::on_screen::OnScreen;
use super::options::{Failure, Options, Outcome};
use super::plain::Plain;
use super::play::{Closing, play};
use super::signals::Signals;
use super::standard::{StandardError, StandardInput};
use super::terminal::{Console, RawMode};

/// Runs a survey from the first question around it to the last, and what `closing` asks.
pub(crate) fn run(options: &Options, closing: Closing<'_>) -> Result<Outcome, Failure> {
    // A terminal that is dumb cannot move its cursor.
    if options.plain || dialoguer::console::is_dumb() {
        if !options.plain && !io::stdin().is_terminal() {
            return Err(Failure::NoTerminal);
        }
        let signals = Signals::listen()?;
        let (input, output) = (StandardInput::new(&signals), StandardError::new(&signals));
        return play(options, &mut Plain::new(input, output, io::stdin().is_terminal(), columns), closing);
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let signals = Signals::listen()?;
    signals.listen_for_stops()?;
    let raw = RawMode::begin();
    let ask = Dialogue::new(options, &signals, &raw);
    play(options, &mut OnScreen::new(Console::new(&signals, &raw), ask, options), closing)
}

/// How wide the terminal is that shows stderr, if one does.
fn columns() -> Option<usize> {
    let (terminal_size::Width(columns), _) = terminal_size::terminal_size_of(io::stderr())?;
    Some(columns.into()).filter(|columns| *columns > 0)
}
