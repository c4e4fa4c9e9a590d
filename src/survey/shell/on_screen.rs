//! The shell with the question screen.

use std::io;

use super::ask::Ask;
use super::options::Options;
use super::play::Shell;
use super::prompts;
use super::session::{End, Session, Turn};
use super::setup;
use super::terminal::Terminal;
use crate::survey::key::Key;
use crate::survey::screen::{self, Window};

/// The shell with the question screen.
pub(crate) struct OnScreen<T, A> {
    terminal: T,
    ask: A,
    ascii: bool,
    colour: bool,
}

impl<T: Terminal, A: Ask> OnScreen<T, A> {
    /// Draws on `terminal`, and asks `ask`.
    pub(crate) fn new(terminal: T, ask: A, options: &Options) -> Self {
        Self { terminal, ask, ascii: options.ascii, colour: options.colour }
    }

    fn window(&self, session: &Session<'_>, told: Option<String>) -> Window {
        let (rows, columns) = self.terminal.size();
        let unsaved = session.unsaved.is_some();
        Window {
            lang: session.lang,
            languages: session.has_languages(),
            rows,
            columns,
            ascii: self.ascii,
            colour: self.colour,
            live: session.live(),
            unsaved,
            told,
        }
    }
}

impl<T: Terminal, A: Ask> Shell for OnScreen<T, A> {
    fn ask(&mut self) -> &mut dyn Ask {
        &mut self.ask
    }

    fn survey(&mut self, session: &mut Session<'_>) -> io::Result<End> {
        let mut told = None;
        loop {
            let lang = session.lang;
            self.ask.speak(lang);
            let window = self.window(session, told.take());
            let frame = screen::draw(&session.state, session.definition, &window);
            self.terminal.show(&frame)?;
            let key = self.terminal.key()?;
            // What is not seen is not answered.
            if frame.too_small && key != Key::Interrupt {
                told = window.told;
                continue;
            }
            let turn = session.press(&key);
            if let Some(path) = session.take_aside() {
                self.terminal.clear()?;
                self.ask.tell(&prompts::changed(lang, path.display()))?;
                told = Some(prompts::changed_briefly(lang, path.display()));
            }
            let interrupted = turn == Turn::Ended(End::Interrupted);
            if turn != Turn::On && session.unsaved.is_some() && !interrupted {
                self.terminal.clear()?;
                setup::relocate(&mut self.ask, session, lang)?;
            }
            if let Turn::Ended(end) = turn {
                self.terminal.clear()?;
                return Ok(end);
            }
        }
    }
}
