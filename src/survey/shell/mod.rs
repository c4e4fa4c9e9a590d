//! The terminal and the file around the survey's state machine. Only here does the survey touch either.
//!
//! | module | what it is for |
//! | --- | --- |
//! | [`draft`], [`drafts`] | the file: atomic, locked, found again; and all that there are |
//! | [`session`] | the state machine with its file |
//! | [`ask`], `setup` | the questions around the survey |
//! | `prompts` | what they say |
//! | [`terminal`], [`signals`] | keys in, screens out |
//! | `on_screen`, [`plain`], `standard` | the survey on screens, and line by line on the standard streams |
//! | [`play`], [`run`] | a whole survey: in any shell, and on the terminal of the process |

pub(crate) mod ask;
pub(crate) mod draft;
pub(crate) mod drafts;
mod on_screen;
mod options;
pub(crate) mod plain;
mod play;
mod prompts;
mod run;
pub(crate) mod session;
mod setup;
pub(crate) mod signals;
mod standard;
pub(crate) mod terminal;

#[cfg(test)]
mod play_tests;

pub(crate) use crate::words::survey_prompts::busy;
pub(crate) use ask::Ask;
pub(crate) use options::{Existing, Failure, Options, Outcome};
pub(crate) use run::run;
