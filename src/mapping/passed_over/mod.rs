//! Rows that are no respondents: headings below the header, figures at the foot, previews, what was not finished; and what
//! the user leaves out.
//!
//! - Takes: the columns of a table, what the user said of rows, and all rows once, block by block, in any order.
//! - Gives: which rows are passed over, by kind; in [`PassedOver`] for whoever scores, in [`Notes`] for whoever says so.
//! - Never: decides what is not certain. A row that can be both is refused by name.

mod any_program;
// Without the program nobody reads again what may be parted into blocks.
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
mod blocks;
mod choice;
mod conditions;
mod edges;
mod foot;
mod headings;
mod hint;
mod judge;
mod kind;
mod latest;
mod limesurvey;
mod mark;
mod notes;
mod places;
mod programs;
mod repeats;
mod sheet_names;
mod sight;
mod sums;
#[cfg(test)]
mod tests;
mod times;
mod tools;
mod why;
mod words;

pub(crate) use blocks::{Answers, SMALL, answers, may_begin};
#[cfg(feature = "cli")]
pub(crate) use blocks::{ROWS, alone, summing};
pub use choice::Choice;
pub use conditions::Condition;
pub(crate) use edges::{Edges, MayBe, Settled, Taken};
pub(crate) use foot::{BESIDE, Look, is_blank};
pub(crate) use headings::Heading;
pub use judge::Judge;
pub use kind::Kind;
pub use latest::{DateOrder, Untimed};
pub use notes::{Again, Found, Group, Notes, Shared, Unknown};
pub use places::PassedOver;
pub(crate) use places::{Place, Sizes};
pub use sheet_names::is_other_sheet;
pub use sight::Sight;
pub(crate) use sums::{Numbers, Told, are_frequencies, are_options, repeats};
pub use tools::not_answered;
pub(crate) use why::Why;
#[cfg(feature = "cli")]
pub(crate) use words::is_word;
pub(crate) use words::{is_day, is_text, names_nobody};
