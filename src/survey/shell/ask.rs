//! The questions around the survey: language, resume or start afresh, names, files.
//!
//! Behind a small trait, so that dialoguer serves them in a terminal, plain lines in plain mode, and a script in
//! tests. What is asked, and when, is for `setup`.

use std::io;

use dialoguer::Select;
use dialoguer::console::{Key, Term};
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use unicode_width::UnicodeWidthChar as _;

use super::signals::Signals;
use super::terminal::{RawMode, SUSPEND};
use crate::text::is_unsafe;

pub(crate) trait Ask {
    /// Which of `items`, by index. An interrupt is an error of that kind.
    fn choose(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize>;
    /// A line of text; `default` where nothing is typed.
    fn line(&mut self, prompt: &str, default: &str) -> io::Result<String>;
    /// Whether somebody is there who answers what nobody could foresee.
    fn is_somebody(&self) -> bool {
        true
    }
    /// Forgets what was typed before it is asked for.
    fn discard_typed(&mut self) {}
    fn tell(&mut self, text: &str) -> io::Result<()>;
}

pub(crate) struct Dialogue<'a> {
    term: Term,
    theme: Box<dyn Theme>,
    signals: &'a Signals,
    raw: &'a RawMode,
}

/// What Ctrl-U and Ctrl-W type: they take back all, or the last word.
const TAKE_ALL: char = '\u{15}';
const TAKE_WORD: char = '\u{17}';

impl<'a> Dialogue<'a> {
    /// Asks on standard error, in colour or not.
    pub(crate) fn new(colour: bool, signals: &'a Signals, raw: &'a RawMode) -> Self {
        let theme: Box<dyn Theme> = if colour { Box::new(ColorfulTheme::default()) } else { Box::new(SimpleTheme) };
        Self { term: Term::stderr(), theme, signals, raw }
    }

    /// Whether what cut the reading short was no request to end: a window of another size, or a stop for a while.
    fn goes_on(&self) -> bool {
        let stopped = self.signals.stopped();
        if stopped {
            self.raw.stop();
        }
        stopped | self.signals.resized()
    }

    /// Asks again where nobody asked the program to end: dialoguer takes every signal for that.
    fn retry<T>(&self, ask: impl Fn() -> dialoguer::Result<T>) -> io::Result<T> {
        loop {
            // Only what comes while the dialogue reads cuts it short.
            self.signals.resized();
            match ask() {
                Ok(answer) => return Ok(answer),
                Err(dialoguer::Error::IO(error)) => {
                    let interrupted = error.kind() == io::ErrorKind::Interrupted;
                    if !(interrupted && self.goes_on()) {
                        self.term.show_cursor()?;
                        return Err(error);
                    }
                    self.signals.forget_interrupt();
                }
            }
        }
    }
}

impl Dialogue<'_> {
    /// Takes back so many of the last characters that were typed.
    fn take_back(&self, typed: &mut String, characters: usize) -> io::Result<()> {
        let taken: Vec<char> = std::iter::from_fn(|| typed.pop()).take(characters).collect();
        match taken.iter().filter_map(|c| c.width()).sum() {
            0 => Ok(()),
            columns => self.term.clear_chars(columns),
        }
    }

    /// Whether a signal that is no request to end was the reason for reading no more; the line is then shown again.
    fn ask_on(&self, shown: &str, typed: &str) -> io::Result<bool> {
        let goes_on = self.goes_on();
        if goes_on {
            self.term.write_str(&format!("\r\x1b[K{shown}{typed}"))?;
        }
        Ok(goes_on)
    }

    fn choose_by_number(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize> {
        self.tell(prompt)?;
        for (at, item) in items.iter().enumerate() {
            self.tell(&format!("{}: {item}", at + 1))?;
        }
        loop {
            let typed = self.line(&format!("1-{}", items.len()), "")?;
            if let Ok(position @ 1..) = typed.trim().parse::<usize>()
                && position <= items.len()
            {
                return Ok(position - 1);
            }
        }
    }
}

impl Ask for Dialogue<'_> {
    fn choose(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize> {
        // dialoguer takes bytes for columns, and erases lines above itself where it believes that an item is broken.
        let longest = items.iter().map(|item| item.len()).chain([prompt.len()]).max().unwrap_or_default();
        if longest + 8 > usize::from(self.term.size().1) {
            return self.choose_by_number(prompt, items);
        }
        self.retry(|| {
            Select::with_theme(&*self.theme).with_prompt(prompt).items(items).default(0).interact_on(&self.term)
        })
    }

    fn line(&mut self, prompt: &str, default: &str) -> io::Result<String> {
        let mut shown = String::new();
        let _ = self.theme.format_input_prompt(&mut shown, prompt, Some(default).filter(|default| !default.is_empty()));
        self.term.write_str(&shown)?;
        let mut typed = String::new();
        loop {
            match self.term.read_key_raw() {
                Ok(Key::Enter) => break,
                Ok(Key::Backspace) => self.take_back(&mut typed, 1)?,
                Ok(Key::Char(TAKE_ALL)) => self.take_back(&mut typed, usize::MAX)?,
                Ok(Key::Char(TAKE_WORD)) => {
                    let word = typed.trim_end().rfind(' ').map_or(0, |space| space + 1);
                    let letters = typed[word..].chars().count();
                    self.take_back(&mut typed, letters)?;
                }
                Ok(Key::Char(SUSPEND)) => {
                    Signals::ask_to_stop();
                    self.ask_on(&shown, &typed)?;
                }
                Ok(Key::Char(c)) if !is_unsafe(c) => {
                    typed.push(c);
                    self.term.write_str(c.encode_utf8(&mut [0; 4]))?;
                }
                Ok(Key::CtrlC) if !self.signals.interrupted() && self.ask_on(&shown, &typed)? => {}
                Ok(Key::CtrlC) => return Err(io::ErrorKind::Interrupted.into()),
                // Nobody is there any more.
                Err(_) => return Err(io::ErrorKind::Interrupted.into()),
                Ok(_) => {}
            }
        }
        let line = if typed.is_empty() { default.to_owned() } else { typed };
        self.term.write_line("")?;
        Ok(line)
    }

    #[cfg(unix)]
    fn discard_typed(&mut self) {
        // Where that fails, the keys are only taken for what they are not.
        let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
    }

    fn tell(&mut self, text: &str) -> io::Result<()> {
        self.term.write_line(text)
    }
}
