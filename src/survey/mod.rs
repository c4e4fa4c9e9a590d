//! The survey: a pure state machine, and the terminal around it.
//!
//! - Takes: a definition in each language there is, keys or lines, and today's date; earlier answers, where there are.
//! - Gives: an answer set, in a file that follows every answer.
//! - Never: shows a result, or touches files or the terminal but in `shell`, which is there with the feature `cli`.
//!
//! | module | what it is for |
//! | --- | --- |
//! | [`key`] | what goes into the state machine and what comes out |
//! | [`state`], `lists` | the state machine: a state, a key, the next state |
//! | [`editor`] | the text of a note while it is typed |
//! | `text` | all that its screens say, in every language |
//! | [`screen`], `canvas`, `facts`, `lists`, `paint` | a state as lines that fit a window |
//! | `shell` | the terminal and the file |

mod canvas;
pub mod editor;
mod facts;
pub mod key;
mod lists;
mod paint;
pub mod screen;
#[cfg(feature = "cli")]
pub(crate) mod shell;
pub mod state;
mod text;

#[cfg(test)]
mod tests_common;
