//! A survey from the first question around it to the last, in any shell.

use std::io;
use std::path::PathBuf;

use super::ask::Ask;
use super::options::{Failure, Options, Outcome};
use super::session::{End, Session};
use super::{draft, setup};
use crate::words::Lang;

/// What is done with a finished survey while somebody can still be asked.
pub(crate) type Closing<'a> = &'a mut dyn FnMut(&Outcome, &mut dyn Ask);

/// Something a survey can be played in.
pub(crate) trait Shell {
    fn ask(&mut self) -> &mut dyn Ask;
    /// Plays the survey itself to its end.
    fn survey(&mut self, session: &mut Session<'_>) -> io::Result<End>;
}

/// Runs a survey in any shell. What follows a finished one is asked there too, by `closing`.
pub(crate) fn play(options: &Options, shell: &mut dyn Shell, closing: Closing<'_>) -> Result<Outcome, Failure> {
    let mut lang = options.language.as_deref().map_or(Lang::default(), Lang::from_tag);
    let mut saved = Saved::default();
    match steps(options, shell, &mut lang, &mut saved) {
        Ok(outcome @ Outcome::Finished { .. }) => {
            closing(&outcome, shell.ask());
            Ok(outcome)
        }
        // Whatever was being asked: what is saved stays saved.
        Err(Failure::Io(error)) if is_interrupt(&error) => Ok(saved.left(true, lang)),
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(saved.left(false, lang)),
        outcome => outcome,
    }
}

/// Whether it says that the survey was to end, or that the terminal, or whoever read plain mode, is gone.
fn is_interrupt(error: &io::Error) -> bool {
    #[cfg(unix)]
    let hung_up = error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
    #[cfg(not(unix))]
    let hung_up = false;
    hung_up
        || matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::BrokenPipe | io::ErrorKind::NotConnected)
}

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

    fn left(self, interrupted: bool, lang: Lang) -> Outcome {
        Outcome::Left { interrupted, path: self.path, lost: self.lost, lang }
    }
}

fn steps(options: &Options, shell: &mut dyn Shell, lang: &mut Lang, saved: &mut Saved) -> Result<Outcome, Failure> {
    let at = setup::definition(options, shell.ask())?;
    let definition = options.definitions.get(at).ok_or(io::Error::from(io::ErrorKind::InvalidInput))?;
    *lang = setup::language(options, definition);
    shell.ask().speak(*lang);
    let mut session = setup::begin(options, at, *lang, shell.ask())?;
    if session.unsaved.is_some() && session.path().is_some() {
        setup::relocate(shell.ask(), &mut session, *lang)?;
    }
    let end = shell.survey(&mut session);
    *lang = session.lang;
    let (lang, at) = (*lang, session.at());
    // Also where the survey ended in an error: what is said then must be true.
    *saved = Saved::of(&session);
    Ok(match end? {
        End::Finished => {
            let path = setup::deliver(options, &mut session, lang, shell.ask())?;
            Outcome::Finished { set: Box::new(session.set()), path, lang, definition: at }
        }
        End::Left => std::mem::take(saved).left(false, lang),
        End::Interrupted => std::mem::take(saved).left(true, lang),
    })
}
