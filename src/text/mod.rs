//! Text as text: made safe, compared, wrapped to a width, and the languages that the program itself speaks.
//!
//! - Takes: strings, widths, and tables of what is said in each language.
//! - Gives: strings.
//! - Never: knows of assessments, files or the terminal.

mod clean;
mod file_name;
mod fold;
mod formula;
mod lang;
mod look_alike;
#[doc(hidden)]
pub mod markup;
mod wrap;

pub(crate) use clean::may_begin_unsafe;
pub use clean::{clean, harmful_in, is_unsafe};
pub use file_name::{folded_file_name, in_file_name};
pub use fold::fold;
pub use formula::{is_formula, not_formula};
pub(crate) use lang::texts;
pub use lang::{Lang, count, will_do};
pub use look_alike::{as_it_looks, disguised, foreign_letter, look_alike};
pub use markup::plain;
#[cfg(feature = "xlsx")]
pub(crate) use wrap::row_height;
pub use wrap::{excerpt, pad, shorten, told, wrap, wrap_lines};
