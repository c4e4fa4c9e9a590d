//! The questions around the survey: language, resume or start afresh, names, files.
//!
//! Behind a small trait, so that dialoguer's themes show them in a terminal, plain lines in plain mode, and a script answers in
//! tests. Keys are read here, since dialoguer takes every signal for an interrupt, and no notice of Ctrl-Z. What is asked, and
//! when, is for `setup`.

use std::io;

use dialoguer::console::{Key, Term, style};
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr};

use super::options::Options;
use super::prompts;
use super::signals::Signals;
use super::terminal::{RawMode, SUSPEND, whole_sequence};
use crate::survey::key::{TAKE_ALL, TAKE_WORD};
use crate::text::{clean, is_unsafe, shorten, told};
use crate::words::Lang;

pub(crate) trait Ask {
    /// Which of `items`, by index. An interrupt is an error of that kind.
    fn choose(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize>;
    /// A line of text; `default` where nothing is typed.
    fn line(&mut self, prompt: &str, default: &str) -> io::Result<String>;
    /// Whether somebody is there who answers what nobody could foresee.
    fn is_somebody(&self) -> bool {
        true
    }
    /// Whether screens follow, which have no room for all that is to be said of how to answer.
    fn comes_before_screens(&self) -> bool {
        true
    }
    /// Says from now on in this language what is not given as a text.
    fn speak(&mut self, _: Lang) {}
    /// Forgets what was typed before it is asked for.
    fn discard_typed(&mut self) {}
    fn tell(&mut self, text: &str) -> io::Result<()>;
}

pub(crate) struct Dialogue<'a> {
    term: Term,
    theme: Box<dyn Theme>,
    lang: Lang,
    signals: &'a Signals,
    raw: &'a RawMode,
}

/// What sounds where a key does nothing.
const BELL: &str = "\x07";

impl<'a> Dialogue<'a> {
    /// Asks on standard error, in colour and beyond ASCII or not.
    pub(crate) fn new(options: &Options, signals: &'a Signals, raw: &'a RawMode) -> Self {
        let theme: Box<dyn Theme> = match (options.colour, options.ascii) {
            (false, _) => Box::new(SimpleTheme),
            (true, false) => Box::new(ColorfulTheme::default()),
            (true, true) => Box::new(in_ascii()),
        };
        let lang = options.language.as_deref().map_or(Lang::default(), Lang::from_tag);
        Self { term: Term::stderr(), theme, lang, signals, raw }
    }

    /// Reads a key. One that console does not know is read to its end.
    fn key(&self) -> io::Result<Key> {
        match self.term.read_key_raw()? {
            Key::UnknownEscSeq(start) => whole_sequence(&self.term, &start).map(|_| Key::Unknown),
            key => Ok(key),
        }
    }

    /// Whether what cut the reading short was no request to end: a window of another size, or a stop for a while.
    fn goes_on(&self) -> bool {
        self.was_stopped() | self.signals.resized()
    }

    fn was_stopped(&self) -> bool {
        let stopped = self.signals.stopped();
        if stopped {
            // For whoever is shown meanwhile.
            let _ = self.term.show_cursor();
            self.raw.stop();
        }
        stopped
    }

    /// Whether items of so many lines are to be shown anew. In a window of another size they are taken back, if none of them was
    /// broken; what a shell wrote behind them stays where it is.
    fn is_drawn_anew(&self, lines: usize, prompt: &str, items: &[&str]) -> io::Result<bool> {
        let (stopped, resized) = (self.was_stopped(), self.signals.resized());
        if resized && !stopped && self.has_room(prompt, items) {
            self.term.clear_last_lines(lines)?;
        }
        Ok(stopped || resized)
    }
}

/// The theme with signs that every terminal has.
fn in_ascii() -> ColorfulTheme {
    let theme = ColorfulTheme::default();
    let [suffix, mark, active] = [">", "*", ">"].map(|sign| style(sign.to_owned()).for_stderr());
    ColorfulTheme {
        prompt_suffix: suffix.clone().black().bright(),
        success_prefix: mark.green(),
        success_suffix: suffix.black().bright(),
        active_item_prefix: active.green(),
        ..theme
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

    /// How items are chosen, for whoever typed something else.
    fn how_to_choose(&self, items: usize) -> String {
        shorten(&prompts::how_to_choose(self.lang, items), usize::from(self.term.size().1).saturating_sub(1))
    }

    /// Whether the window has room for items below one another: one that the terminal breaks has more lines than are taken
    /// back, and one that has left the window is not taken back at all.
    fn has_room(&self, prompt: &str, items: &[&str]) -> bool {
        let longest = items.iter().copied().chain([prompt]).map(UnicodeWidthStr::width).max().unwrap_or_default();
        // Beside the items: the prompt, how to choose, and where the cursor is then.
        items.len() + 3 <= usize::from(self.term.size().0) && self.is_wide(longest)
    }

    /// Whether the window has room for so many columns of text and what a theme has around it.
    fn is_wide(&self, columns: usize) -> bool {
        columns + 8 <= usize::from(self.term.size().1)
    }

    /// A prompt for what is shown behind it in so many columns: where both have no room in a line, it is told before, and
    /// nothing is left of it.
    fn prompt_before<'t>(&mut self, prompt: &'t str, columns: usize) -> io::Result<&'t str> {
        if self.is_wide(prompt.width() + columns) {
            return Ok(prompt);
        }
        self.tell(prompt).map(|()| "")
    }

    /// Shows items to choose from below one another, and lets one be chosen with the arrows or by its number.
    fn choose_from(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize> {
        let (mut at, mut puzzled) = (0, false);
        loop {
            if !self.has_room(prompt, items) {
                self.term.show_cursor()?;
                return self.choose_by_number(prompt, items);
            }
            let mut shown = String::new();
            let _ = self.theme.format_select_prompt(&mut shown, prompt);
            for (number, item) in items.iter().enumerate() {
                shown.push('\n');
                let _ = self.theme.format_select_prompt_item(&mut shown, item, number == at);
            }
            if puzzled {
                shown = format!("{}\n{shown}", self.how_to_choose(items.len()));
            }
            self.term.hide_cursor()?;
            self.term.write_line(&shown)?;
            let lines = items.len() + 1 + usize::from(puzzled);
            // It may have come before the reading began.
            if self.is_drawn_anew(lines, prompt, items)? {
                continue;
            }
            let key = self.key();
            puzzled = false;
            let mut chosen = matches!(key, Ok(Key::Enter | Key::Char(' ')));
            match key {
                // What the shell wrote meanwhile stays where it is.
                Ok(Key::Char(SUSPEND)) if Signals::ask_to_stop() => {
                    self.goes_on();
                    continue;
                }
                Ok(Key::CtrlC) if !self.signals.interrupted() && self.is_drawn_anew(lines, prompt, items)? => continue,
                // Or nobody is there any more.
                Ok(Key::CtrlC) | Err(_) => return Err(io::ErrorKind::Interrupted.into()),
                Ok(Key::ArrowDown | Key::Tab | Key::Char('j')) => at = (at + 1) % items.len(),
                Ok(Key::ArrowUp | Key::BackTab | Key::Char('k')) => at = (at + items.len() - 1) % items.len(),
                Ok(Key::Char(typed)) if !chosen => match typed.to_digit(10).map(|digit| digit as usize) {
                    Some(number @ 1..) if number <= items.len() => (at, chosen) = (number - 1, true),
                    _ => puzzled = true,
                },
                _ => puzzled = !chosen,
            }
            self.term.clear_last_lines(lines)?;
            if chosen {
                let mut shown = String::new();
                let prompt = self.prompt_before(prompt, items[at].width())?;
                let _ = self.theme.format_select_prompt_selection(&mut shown, prompt, items[at]);
                self.term.write_line(&shown)?;
                return Ok(at);
            }
        }
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
            self.tell(&prompts::which_number(self.lang, items.len()))?;
        }
    }
}

impl Ask for Dialogue<'_> {
    fn choose(&mut self, prompt: &str, items: &[&str]) -> io::Result<usize> {
        let chosen = self.choose_from(prompt, items);
        self.term.show_cursor()?;
        chosen
    }

    fn line(&mut self, prompt: &str, default: &str) -> io::Result<String> {
        let mut shown = String::new();
        let prompt = self.prompt_before(prompt, default.width())?;
        let _ = self.theme.format_input_prompt(&mut shown, prompt, Some(default).filter(|default| !default.is_empty()));
        self.term.write_str(&shown)?;
        let mut typed = String::new();
        loop {
            self.ask_on(&shown, &typed)?;
            match self.key() {
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
                Ok(_) => self.term.write_str(BELL)?,
            }
        }
        let line = if typed.is_empty() { default.to_owned() } else { typed };
        self.term.write_line("")?;
        Ok(line)
    }

    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    #[cfg(unix)]
    fn discard_typed(&mut self) {
        // Where that fails, the keys are only taken for what they are not.
        let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
    }

    fn tell(&mut self, text: &str) -> io::Result<()> {
        self.term.write_line(&told(&clean(text), self.term.size().1.into()))
    }
}
