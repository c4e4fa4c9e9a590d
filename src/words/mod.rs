//! All that the program says, in each of its languages.
//!
//! English is the catalogue: a file of `en/` for each area names its texts, what stands in them, and how they read in
//! English. A folder for each other language says the same names otherwise, in files of the same names. The compiler holds
//! it to names and types; what it leaves out is said in English, and `tests/words.rs` names it. `texts` tells how a text is
//! written, `registry` which languages there are.
//!
//! Weighed against Project Fluent with a thousand messages: this adds 0.03 million instructions to the start of the program,
//! Fluent 3.4 million and 20 crates; the binary grows by as much, and names and arguments are checked only when they are said.
//!
//! - Takes: a language, and what stands in a text.
//! - Gives: the text. What belongs to a result, a form or the survey is said in the language asked for; errors, findings
//!   and notes in that of the process, [`here()`].
//! - Never: knows of assessments, whose texts are their own, or of what a text is about.

#[macro_use]
mod texts;

#[macro_use]
mod areas;
// Some texts are of what not every build has.
#[cfg_attr(not(all(feature = "cli", feature = "xlsx")), allow(dead_code))]
mod en;
mod here;
mod ja;
mod lang;
mod plural;
mod registry;

pub(crate) use en::*;
pub use here::here;
#[cfg(feature = "cli")]
pub(crate) use here::speak;
pub use lang::Lang;
pub use registry::will_do;

#[cfg(test)]
mod tests;
