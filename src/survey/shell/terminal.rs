//! The survey on a terminal: keys in, frames out.
//!
//! The terminal is behind a small trait, so that a whole survey can be played in a test. The real one draws on the screen
//! that terminals have beside the usual one: whatever stood there before is untouched and comes back, and a window that
//! changes its size breaks no line anew and leaves none behind.

use std::io::{self, Write as _};

use dialoguer::console::{self, Term};

use super::signals::Signals;
use crate::survey::key::Key;
use crate::survey::screen::Frame;

/// What the survey needs of a terminal.
pub(crate) trait Terminal {
    fn size(&self) -> (usize, usize);
    fn key(&mut self) -> io::Result<Key>;
    /// Puts a frame in the place of the one before.
    fn show(&mut self, frame: &Frame) -> io::Result<()>;
    fn clear(&mut self) -> io::Result<()>;
}

/// The terminal on standard error.
pub(crate) struct Console<'a> {
    term: Term,
    signals: &'a Signals,
    raw: &'a RawMode,
    shown: bool,
    begun: bool,
}

/// To a screen of its own, and back to the usual one.
const ENTER_SCREEN: &str = "\x1b[?1049h";
const LEAVE_SCREEN: &str = "\x1b[?1049l";
const HOME: &str = "\x1b[H";
const HIDE_CURSOR: &str = "\x1b[?25l";
const SHOW_CURSOR: &str = "\x1b[?25h";
/// From here on a terminal marks what is pasted, so that it is not taken for keys.
const MARK_PASTES: &str = "\x1b[?2004h";
const LEAVE_PASTES: &str = "\x1b[?2004l";
const CLEAR_LINE_END: &str = "\x1b[K";
const CLEAR_BELOW: &str = "\x1b[J";
/// No sequence of keys is longer.
const MAX_SEQUENCE: usize = 32;
const MAX_PASTE: usize = 100_000;
/// What Ctrl-Z types while the terminal is raw.
pub(super) const SUSPEND: char = '\u{1a}';

impl<'a> Console<'a> {
    /// Takes the terminal; dropping this gives it back.
    pub(crate) fn new(signals: &'a Signals, raw: &'a RawMode) -> Self {
        Self { term: Term::stderr(), signals, raw, shown: false, begun: false }
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.term.write_all(text.as_bytes())?;
        self.term.flush()
    }

    /// Whether the program was asked to stop for a while, and goes on now.
    fn stopped(&mut self) -> io::Result<bool> {
        if !self.signals.stopped() {
            return Ok(false);
        }
        self.clear()?;
        self.raw.stop();
        Ok(true)
    }

    /// All up to the mark at the end of a paste.
    fn paste(&mut self) -> io::Result<Key> {
        let mut text = String::new();
        while text.len() < MAX_PASTE {
            match self.term.read_key_raw()? {
                console::Key::Char(c) => text.push(c),
                console::Key::Enter => text.push('\n'),
                console::Key::Tab => text.push(' '),
                console::Key::UnknownEscSeq(start) if start.first() == Some(&'[') => {
                    let mut end: String = start.into_iter().collect();
                    while !end.ends_with('~') && end.len() < MAX_SEQUENCE {
                        match self.term.read_key_raw()? {
                            console::Key::Char(c) => end.push(c),
                            _ => break,
                        }
                    }
                    if end == "[201~" {
                        break;
                    }
                }
                console::Key::CtrlC => return Ok(Key::Interrupt),
                _ => {}
            }
        }
        Ok(Key::Paste(text))
    }
}

/// An escape sequence that console does not know, to its end. It stops reading in the middle of longer ones: the rest would
/// otherwise be taken for what is typed, and answer.
pub(super) fn whole_sequence(term: &Term, start: &[char]) -> io::Result<String> {
    let mut sequence: String = start.iter().collect();
    let goes_on = |sequence: &str| match sequence.as_bytes() {
        // Function keys in two forms: one more letter follows.
        b"O" | b"[" | b"[[" => true,
        [b'[', .., last] => !(b'@'..=b'~').contains(last),
        _ => false,
    };
    while goes_on(&sequence) && sequence.len() < MAX_SEQUENCE {
        match term.read_key_raw()? {
            console::Key::Char(c) => sequence.push(c),
            _ => break,
        }
    }
    Ok(sequence)
}

impl Terminal for Console<'_> {
    fn size(&self) -> (usize, usize) {
        let (rows, columns) = self.term.size();
        (rows.into(), columns.into())
    }

    fn key(&mut self) -> io::Result<Key> {
        if self.signals.interrupted() {
            return Ok(Key::Interrupt);
        }
        if self.stopped()? || self.signals.resized() {
            self.raw.go_on();
            return Ok(Key::Other);
        }
        let key = match self.term.read_key_raw() {
            Ok(console::Key::UnknownEscSeq(start)) => {
                return if whole_sequence(&self.term, &start)? == "[200~" { self.paste() } else { Ok(Key::Unknown) };
            }
            Ok(key) => key,
            // Nobody is there any more.
            Err(_) => console::Key::CtrlC,
        };
        Ok(match key {
            // A signal cuts the reading short, and console takes every signal for this key.
            console::Key::CtrlC if !self.signals.interrupted() && (self.stopped()? || self.signals.resized()) => {
                self.raw.go_on();
                Key::Other
            }
            console::Key::CtrlC => Key::Interrupt,
            console::Key::ArrowUp => Key::Up,
            console::Key::ArrowDown => Key::Down,
            console::Key::ArrowLeft => Key::Left,
            console::Key::ArrowRight => Key::Right,
            console::Key::Enter => Key::Enter,
            console::Key::Escape => Key::Escape,
            console::Key::Backspace => Key::Backspace,
            console::Key::Del => Key::Delete,
            console::Key::Home => Key::Home,
            console::Key::End => Key::End,
            console::Key::PageUp => Key::PageUp,
            console::Key::PageDown => Key::PageDown,
            console::Key::Char(SUSPEND) if Signals::ask_to_stop() => Key::Other,
            console::Key::Char(c) => Key::Char(c),
            _ => Key::Unknown,
        })
    }

    fn show(&mut self, frame: &Frame) -> io::Result<()> {
        let mut out = String::from(HIDE_CURSOR);
        if !self.begun {
            self.signals.listen_for_size()?;
            self.begun = true;
        }
        if !self.shown {
            out.push_str(ENTER_SCREEN);
            out.push_str(MARK_PASTES);
            self.shown = true;
        }
        out.push_str(HOME);
        for (at, line) in frame.lines.iter().enumerate() {
            if at > 0 {
                out.push('\n');
            }
            out.push_str(line);
            out.push_str(CLEAR_LINE_END);
        }
        out.push_str(CLEAR_BELOW);
        if let Some((row, column)) = frame.cursor {
            out.push_str(&format!("\x1b[{};{}H{SHOW_CURSOR}", row + 1, column + 1));
        }
        self.write(&out)
    }

    fn clear(&mut self) -> io::Result<()> {
        if !self.shown {
            return Ok(());
        }
        self.shown = false;
        self.write(&format!("{HOME}{CLEAR_BELOW}{LEAVE_PASTES}{LEAVE_SCREEN}{SHOW_CURSOR}"))
    }
}

impl Drop for Console<'_> {
    fn drop(&mut self) {
        // On every way out, a panic included; when the terminal is gone there is nothing to restore.
        let _ = self.clear();
    }
}

/// Keeps what is typed between two reads from being printed over the screen, and Ctrl-C from ending the program
/// there: console puts the terminal into raw mode only while it reads. Dropping this restores the terminal.
#[cfg(unix)]
pub(crate) struct RawMode(Option<[rustix::termios::Termios; 2]>);

#[cfg(unix)]
impl RawMode {
    /// Puts the terminal on standard input into it.
    pub(crate) fn begin() -> Self {
        let before = rustix::termios::tcgetattr(io::stdin()).ok();
        let mode = Self(before.map(|before| {
            let mut raw = before.clone();
            raw.make_raw();
            raw.output_modes = before.output_modes;
            [before, raw]
        }));
        mode.go_on();
        mode
    }

    /// Stops the program, with the terminal as it was before, until somebody has it go on.
    pub(crate) fn stop(&self) {
        self.set(0);
        // Where that fails, the program goes on at once.
        let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
        self.go_on();
    }

    /// Puts the terminal into raw mode again, should a shell have changed that.
    pub(crate) fn go_on(&self) {
        self.set(1);
    }

    fn set(&self, which: usize) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(modes) = &self.0 {
            // Without it the survey still works.
            let _ = tcsetattr(io::stdin(), OptionalActions::Drain, &modes[which]);
        }
    }
}

#[cfg(unix)]
impl Drop for RawMode {
    fn drop(&mut self) {
        self.set(0);
    }
}

/// Elsewhere the console does this by itself.
#[cfg(not(unix))]
pub(crate) struct RawMode;

#[cfg(not(unix))]
impl RawMode {
    pub(crate) fn begin() -> Self {
        Self
    }

    pub(crate) fn stop(&self) {}

    pub(crate) fn go_on(&self) {}
}
