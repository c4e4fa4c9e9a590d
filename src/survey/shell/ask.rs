//! The questions around the survey: language, resume or start afresh, names, files.
//!
//! Behind a small trait, so that dialoguer serves them in a terminal, plain lines in plain mode, and a script in
//! tests. What is asked, and when, is for `setup`.

use std::io;

use dialoguer::console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Input, Select};

use super::signals::Signals;

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
}

impl<'a> Dialogue<'a> {
    /// Asks on standard error, in colour or not.
    pub(crate) fn new(colour: bool, signals: &'a Signals) -> Self {
        let theme: Box<dyn Theme> = if colour { Box::new(ColorfulTheme::default()) } else { Box::new(SimpleTheme) };
        Self { term: Term::stderr(), theme, signals }
    }

    /// Asks again where only the window changed its size: dialoguer takes that for an interrupt.
    fn retry<T>(&self, ask: impl Fn() -> dialoguer::Result<T>) -> io::Result<T> {
        loop {
            // Only what comes while the dialogue reads cuts it short.
            self.signals.resized();
            match ask() {
                Ok(answer) => return Ok(answer),
                Err(dialoguer::Error::IO(error)) => {
                    let interrupted = error.kind() == io::ErrorKind::Interrupted;
                    if !(interrupted && self.signals.resized()) {
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
        // Not `interact_text`, which garbles wide characters.
        self.retry(|| {
            let input = Input::<String>::with_theme(&*self.theme).with_prompt(prompt).allow_empty(true);
            let input = if default.is_empty() { input } else { input.default(default.to_owned()) };
            input.interact_on(&self.term)
        })
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
