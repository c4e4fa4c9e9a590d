//! Which column is which question or fact, which cell is which answer, and by which scale.
//!
//! - Takes: the languages of an assessment, the user's own map, and the header and rows of a table.
//! - Gives: the meaning of columns, cells and whole rows, and which rows are no respondents; answer sets as a table, and a
//!   table of one row as an answer set.
//! - Never: opens a file, guesses or scores. What it does not know is carried along as metadata, or refused in words.

#[cfg(feature = "cli")]
mod against;
mod aims;
mod around;
mod asked;
#[cfg(feature = "cli")]
mod attributes;
mod beside;
mod cells;
#[cfg(feature = "cli")]
mod codebook;
pub(crate) mod codes;
mod columns;
mod contents;
#[cfg(feature = "cli")]
mod corrected;
mod decide;
mod dressed;
mod evidence;
mod facts;
mod habits;
mod headers;
#[cfg(feature = "cli")]
mod heard;
mod joined;
#[cfg(feature = "cli")]
mod left;
mod legend;
#[cfg(feature = "cli")]
mod legend_rows;
mod likeness;
pub mod map;
mod marks;
mod matcher;
mod meaning;
mod names;
mod near;
mod neutral;
#[cfg(feature = "cli")]
mod noted;
mod number;
#[cfg(feature = "cli")]
mod objections;
#[cfg(feature = "cli")]
mod objects;
mod options;
mod otherwise;
#[cfg(feature = "cli")]
mod parts;
pub mod passed_over;
mod quick;
mod range;
mod roles;
mod row;
#[cfg(feature = "cli")]
mod said;
mod scale;
mod sets;
mod settle;
mod single;
#[cfg(feature = "cli")]
mod spread;
#[cfg(feature = "cli")]
mod stray;
mod telling;
mod yes_no;

#[cfg(feature = "cli")]
pub(crate) use against::{Against, Cause};
#[cfg(feature = "cli")]
pub(crate) use aims::Aim;
pub(crate) use aims::is_aim;
pub(crate) use beside::is_remark;
pub use cells::Cells;
#[cfg(feature = "cli")]
pub(crate) use codebook::{Codebook, MOST_LOOKUPS, Told, of_header, other_headers};
pub use columns::{Column, Columns, Refusal, Unclear, WhyUnclear};
pub use contents::{Contents, Strange, contents};
#[cfg(feature = "cli")]
pub(crate) use corrected::Correction;
pub use decide::{Doubt, Place, apart, decide};
pub(crate) use evidence::{EMPTY, NOTHING, STRANGE, Tally};
pub use evidence::{Evidence, Label, Seen, Sight};
pub use habits::Habits;
#[cfg(feature = "cli")]
pub(crate) use heard::heard;
#[cfg(feature = "cli")]
pub(crate) use left::{TooFarLeft, TooFarRight};
#[cfg(feature = "cli")]
pub(crate) use legend::Legend;
#[cfg(feature = "cli")]
pub(crate) use legend_rows::listed;
pub(crate) use likeness::plain;
#[cfg(all(feature = "cli", feature = "xlsx"))]
pub(crate) use marks::is_marked;
pub use matcher::Matcher;
pub use meaning::{Around, Meaning, Subject, Why};
#[cfg(feature = "cli")]
pub(crate) use noted::{allowed, goes_to};
pub use number::Number;
#[cfg(feature = "cli")]
pub(crate) use objections::{Objections, Where};
#[cfg(feature = "cli")]
pub(crate) use otherwise::is_turned;
pub(crate) use quick::Quick;
pub(crate) use range::says_most;
#[cfg(feature = "cli")]
pub(crate) use roles::RoleRow;
pub(crate) use roles::{called, role_words, tells_kinds};
pub use row::BadRow;
pub(crate) use row::{RowCell, read_row, whole};
pub use scale::{Named, Scale};
pub use sets::{KeptSets, Keys, NamedSet, SetsCsv};
pub use single::{NotSingle, answer_set};
#[cfg(feature = "cli")]
pub(crate) use spread::{is_spread, spread, together};
pub(crate) use telling::says_what_numbers_mean;
