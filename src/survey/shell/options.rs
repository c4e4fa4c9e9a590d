//! What a survey is to be, how it can end, and why there was none. Nothing is asked or run here.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::answers::{AnswerSet, OtherVersion};
use crate::definition::Definition;
use crate::words::{Lang, cli_commands as say};

/// How a survey is to run. Whatever is none here is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The assessment in each language there is, its own first; not empty.
    pub(crate) definitions: Vec<Definition>,
    /// The tag of the language in which the assessment is asked.
    pub(crate) language: Option<String>,
    /// Whose maturity is assessed; empty for nobody's in particular.
    pub(crate) organisation: Option<String>,
    /// Who answers; empty for nobody in particular.
    pub(crate) respondent: Option<String>,
    /// What to do with a file that has answers already.
    pub(crate) existing: Option<Existing>,
    /// The file of the answers; without one, a draft that is found again by assessment and organisation.
    pub(crate) output: Option<PathBuf>,
    /// Whether a file was read for the survey, or takes its result, so that it can take no answers.
    pub(crate) is_taken: Option<fn(&Path) -> bool>,
    /// Answers of an earlier time, shown as what is proposed.
    pub(crate) from: Option<AnswerSet>,
    /// What becomes of a file that has answers to another version.
    pub(crate) other_version: OtherVersion,
    /// Today, such as `2026-11-22`.
    pub(crate) date: String,
    /// Where drafts are; the user's state folder if it is none.
    pub(crate) drafts: Option<PathBuf>,
    /// Whether score and level are shown while answering.
    pub(crate) live: bool,
    /// Whether to go line by line, without cursor control.
    pub(crate) plain: bool,
    /// Whether what is drawn keeps to ASCII.
    pub(crate) ascii: bool,
    pub(crate) colour: bool,
}

/// What to do with answers that exist already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    Resume,
    /// Put them aside and begin anew.
    Fresh,
}

/// How a survey ended. A path is none when nothing could be saved anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Finished {
        set: Box<AnswerSet>,
        path: Option<PathBuf>,
        lang: Lang,
        /// Where the one that was asked stands among the definitions.
        definition: usize,
    },
    /// The respondent goes on another time.
    Left {
        interrupted: bool,
        path: Option<PathBuf>,
        /// Whether the latest answers could not be written there.
        lost: bool,
        lang: Lang,
    },
}

#[derive(Debug)]
pub(crate) enum Failure {
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
            Self::NoTerminal => f.write_str(say::needs_terminal()),
            Self::Busy(path) => write!(f, "another survey has `{}` open; end it first", path.display()),
            Self::Unreadable(path, why) => f.write_str(&say::cannot_go_on(&path.display(), why)),
            Self::Declined(path) => f.write_str(&say::declined(&path.display())),
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
