//! The survey: a pure state machine, and the terminal around it.
//!
//! - Takes: a definition in each language there is, keys or lines, and today's date; earlier answers, where there are.
//! - Gives: an answer set, in a file that follows every answer.
//! - Never: shows a result, or touches files or the terminal but in `draft` and in `ask`, `terminal`, `signals`, `plain`
//!   and [`run`].
//!
//! | module | what it is for |
//! | --- | --- |
//! | [`key`] | what goes into the reducer and what comes out |
//! | [`state`] | the reducer: a state, a key, the next state |
//! | [`editor`] | the text of a note while it is typed |
//! | [`text`], [`around`] | all that is said, in every language |
//! | [`screen`], `lists`, `paint` | a state as lines that fit a window |
//! | [`draft`] | the file: atomic, locked, found again |
//! | [`session`] | the reducer with its file |
//! | [`ask`], `setup` | the questions around the survey |
//! | [`terminal`], [`signals`] | keys in, frames out |
//! | [`plain`] | the same survey line by line |

pub mod around;
pub mod ask;
pub mod draft;
pub mod editor;
pub mod key;
mod lists;
mod paint;
pub mod plain;
pub mod screen;
pub mod session;
mod setup;
pub mod signals;
pub mod state;
pub mod terminal;
pub mod text;

#[cfg(test)]
mod play_tests;
#[cfg(test)]
mod tests_common;

use std::fmt;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use crate::answers::AnswerSet;
use crate::definition::Definition;
use crate::text::Lang;
use ask::{Ask, Dialogue};
use plain::{Plain, StandardInput};
use screen::Look;
use session::{End, Session, Turn};
use signals::Signals;
use terminal::{Console, Quiet, Terminal};

/// How a survey is to run. Whatever is none here is asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The assessment in each language there is, its own first; not empty.
    pub definitions: Vec<Definition>,
    /// The language of the survey.
    pub lang: Option<Lang>,
    /// Whose maturity is assessed; empty for nobody's in particular.
    pub organisation: Option<String>,
    /// Who answers; empty for nobody in particular.
    pub respondent: Option<String>,
    /// What to do with a file that has answers already.
    pub existing: Option<Existing>,
    /// The file of the answers; without one, a draft that is found again by assessment and organisation.
    pub output: Option<PathBuf>,
    /// Answers of an earlier time, shown as what is proposed.
    pub from: Option<AnswerSet>,
    /// Today, such as `2026-11-22`.
    pub date: String,
    /// Where drafts are; the user's state folder if it is none.
    pub drafts: Option<PathBuf>,
    /// Whether score and level are shown while answering.
    pub live: bool,
    /// Whether to go line by line, without cursor control.
    pub plain: bool,
    /// Whether what is drawn keeps to ASCII.
    pub ascii: bool,
    /// Whether to use colours.
    pub colour: bool,
}

/// What to do with answers that exist already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Go on with them.
    Resume,
    /// Put them aside and begin anew.
    Fresh,
}

/// How a survey ended. A path is none when nothing could be saved anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The respondent is done.
    Finished {
        /// What was said.
        set: AnswerSet,
        /// Where it is saved.
        path: Option<PathBuf>,
        /// The language that was chosen.
        lang: Lang,
    },
    /// The respondent goes on another time.
    Left {
        /// Where the answers are saved.
        path: Option<PathBuf>,
        /// Whether the latest answers could not be written there.
        lost: bool,
        /// The language that was chosen.
        lang: Lang,
    },
    /// The program was interrupted.
    Interrupted {
        /// Where the answers are saved.
        path: Option<PathBuf>,
        /// Whether the latest answers could not be written there.
        lost: bool,
        /// The language that was chosen.
        lang: Lang,
    },
}

/// Why there was no survey.
#[derive(Debug)]
pub enum Failure {
    /// There is neither a terminal nor plain mode.
    NoTerminal,
    /// Another survey has this file open.
    Busy(PathBuf),
    /// This file cannot be gone on with, for this reason.
    Unreadable(PathBuf, String),
    /// The respondent did not want this file to be replaced.
    Declined(PathBuf),
    /// The terminal failed, or the options name no definition.
    Io(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerminal => {
                f.write_str("the survey needs a terminal; with `--plain` it also reads lines from a pipe")
            }
            Self::Busy(path) => write!(f, "another survey has `{}` open; end it first", path.display()),
            Self::Unreadable(path, why) => write!(f, "cannot go on with `{}`: {why}", path.display()),
            Self::Declined(path) => write!(f, "`{}` was left as it is", path.display()),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Runs a survey from the first question around it to the last.
pub fn run(options: &Options) -> Result<Outcome, Failure> {
    // A terminal that is dumb cannot move its cursor.
    if options.plain || dialoguer::console::is_dumb() {
        if !options.plain && !io::stdin().is_terminal() {
            return Err(Failure::NoTerminal);
        }
        let signals = Signals::listen()?;
        return play(options, &mut Plain::new(StandardInput::new(&signals), io::stderr(), io::stdin().is_terminal()));
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let signals = Signals::listen()?;
    let _quiet = Quiet::begin();
    let ask = Dialogue::new(options.colour, &signals);
    play(options, &mut OnScreen::new(Console::new(&signals), ask, options))
}

/// Runs a survey in any shell.
pub fn play(options: &Options, shell: &mut dyn Shell) -> Result<Outcome, Failure> {
    let mut lang = options.lang.unwrap_or_default();
    let mut saved = Saved::default();
    match steps(options, shell, &mut lang, &mut saved) {
        // Whatever was being asked: what is saved stays saved.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::Interrupted => {
            Ok(Outcome::Interrupted { path: saved.path, lost: saved.lost, lang })
        }
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Ok(Outcome::Left { path: saved.path, lost: saved.lost, lang })
        }
        outcome => outcome,
    }
}

/// What has reached a file.
#[derive(Default)]
struct Saved {
    path: Option<PathBuf>,
    lost: bool,
}

impl Saved {
    /// What has reached a file of this session, if it is there at all.
    fn of(session: &Session<'_>) -> Self {
        let path = session.path().filter(|path| draft::exists(path)).map(PathBuf::from);
        Self { path, lost: session.unsaved.is_some() }
    }
}

fn steps(options: &Options, shell: &mut dyn Shell, lang: &mut Lang, saved: &mut Saved) -> Result<Outcome, Failure> {
    *lang = setup::language(options, shell.ask())?;
    let lang = *lang;
    let definition = setup::definition(options, lang).ok_or(io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut session = setup::begin(options, definition, lang, shell.ask())?;
    if session.unsaved.is_some() && session.path().is_some() {
        setup::relocate(shell.ask(), &mut session, lang)?;
    }
    let end = shell.survey(&mut session, lang);
    // Also where the survey ended in an error: what is said then must be true.
    *saved = Saved::of(&session);
    let (path, lost) = (saved.path.clone(), saved.lost);
    Ok(match end? {
        End::Finished => {
            let path = setup::deliver(options, &mut session, lang, shell.ask())?;
            Outcome::Finished { set: session.set(), path, lang }
        }
        End::Left => Outcome::Left { path, lost, lang },
        End::Interrupted => Outcome::Interrupted { path, lost, lang },
    })
}

/// Something a survey can be played in.
pub trait Shell {
    /// Who is asked around it.
    fn ask(&mut self) -> &mut dyn Ask;
    /// Plays the survey itself to its end.
    fn survey(&mut self, session: &mut Session<'_>, lang: Lang) -> io::Result<End>;
}

/// The shell with the question screen.
pub struct OnScreen<T, A> {
    terminal: T,
    ask: A,
    ascii: bool,
    colour: bool,
}

impl<T: Terminal, A: Ask> OnScreen<T, A> {
    /// Draws on `terminal`, and asks `ask`.
    pub fn new(terminal: T, ask: A, options: &Options) -> Self {
        Self { terminal, ask, ascii: options.ascii, colour: options.colour }
    }

    fn look(&self, session: &Session<'_>, lang: Lang) -> Look {
        let (rows, columns) = self.terminal.size();
        let unsaved = session.unsaved.is_some();
        Look { lang, rows, columns, ascii: self.ascii, colour: self.colour, live: session.live(lang), unsaved }
    }
}

impl<T: Terminal, A: Ask> Shell for OnScreen<T, A> {
    fn ask(&mut self) -> &mut dyn Ask {
        &mut self.ask
    }

    fn survey(&mut self, session: &mut Session<'_>, lang: Lang) -> io::Result<End> {
        loop {
            let look = self.look(session, lang);
            self.terminal.show(&screen::draw(&session.state, session.definition, &look))?;
            let turn = session.press(&self.terminal.key()?);
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
