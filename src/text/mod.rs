//! Text as text: made safe, compared, and wrapped to a width.
//!
//! - Takes: strings and widths.
//! - Gives: strings.
//! - Never: knows of assessments, files or the terminal.

mod clean;
mod file_name;
mod fold;
mod formula;
mod letters;
mod look_alike;
#[doc(hidden)]
pub mod markup;
mod phrase_key;
mod phrases;
mod system;
mod wrap;

pub use clean::{clean, harmful_in, is_unsafe};
pub(crate) use clean::{is_harmless, may_begin_unsafe};
pub use file_name::{folded_file_name, in_file_name};
pub use fold::fold;
pub use formula::{is_formula, not_formula};
pub use letters::{has_latin_letters, has_own_letters, is_latin, of_another_script};
pub use look_alike::{as_it_looks, disguised, foreign_letter, look_alike};
pub use markup::plain;
pub use system::system;
#[cfg(feature = "xlsx")]
pub(crate) use wrap::row_height;
pub use wrap::{excerpt, pad, shorten, told, wrap, wrap_lines};
