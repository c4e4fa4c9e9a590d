//! Why a row is refused before it is read: it may be a respondent, or none.

use super::words::{is_figure, is_quantile};
use crate::definition::Definition;
use crate::mapping::{Columns, plain};
use crate::table::Record;
use crate::text::clean;
use crate::words::mapping_rows as say;

/// Why a row is refused that may be a respondent, or none. What it says is made of the row again, so that any number of such
/// rows takes hardly any room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// What stands in this column may be a word for figures, or a name.
    Either(usize),
    /// It says less of who answers than others beside it, who have something in this column, and a text if it has a number.
    Nameless(Option<usize>),
    /// Its numbers are what others sum up to.
    Repeats,
    /// Its numbers sum up the rows right below or above it, as those of others do.
    #[cfg(feature = "cli")]
    SumsUp,
    /// It stands below a title, in this row, that stands below a blank row.
    Below(u64),
    /// The sheet does not show it.
    Hidden,
    /// Its cell in this column is struck through.
    Struck(usize),
    /// A comment on its cell in this column says that the answer is another.
    #[cfg(feature = "cli")]
    Commented(usize),
    /// Its cell in this column shows something else than the number in it.
    Disguised(usize),
    /// The sheet works its cells out of those of other rows.
    WorkedOut,
    /// Its cell in this column is one with another.
    Merged(usize),
    /// An answer stands in this column, which has no header, behind the last question.
    #[cfg(feature = "cli")]
    Shifted(usize),
    /// A number stands in this column, before the questions, where others have texts, and the last question has no answer.
    #[cfg(feature = "cli")]
    Left(usize),
    /// A number stands in this column, behind the last question, where others remark something.
    #[cfg(feature = "cli")]
    Right(usize),
    /// The text of an option stands in this column, beside a number that is another.
    #[cfg(feature = "cli")]
    Contradicts(usize),
    /// An object in this column says something else of answers than their own columns.
    #[cfg(feature = "cli")]
    Unlike(usize),
    /// A quote that is opened in it is closed in a row below.
    Swallows,
    /// This column names another assessment.
    OtherAssessment(usize),
}

impl Why {
    /// Whether its answers may be others, and not only somebody else's or nobody's.
    pub(crate) fn doubts_answers(self) -> bool {
        match self {
            Self::Struck(_) | Self::Disguised(_) | Self::Merged(_) | Self::Swallows => true,
            #[cfg(feature = "cli")]
            Self::Commented(_)
            | Self::Shifted(_)
            | Self::Left(_)
            | Self::Right(_)
            | Self::Contradicts(_)
            | Self::Unlike(_) => true,
            _ => false,
        }
    }

    /// The reason, where `record` is the row.
    pub(crate) fn reason(self, record: &Record, columns: &Columns, definition: &Definition) -> String {
        let header = |column: usize| clean(columns.list[column].header.trim());
        let cell = |column: usize| String::from_utf8_lossy(record.field(column)).trim().to_owned();
        match self {
            Self::Either(column) => say::either(&clean(&cell(column)), &header(column)),
            Self::Nameless(column) => {
                let (header, text) = (column.map(header).unwrap_or_default(), column.map(cell).unwrap_or_default());
                match text.as_str() {
                    "" => say::nameless(&header),
                    _ if is_figure(&plain(&text)) => say::numbered(&header, &clean(&text)),
                    _ if is_quantile(&plain(&text)) => say::either(&clean(&text), &header),
                    _ => say::tells_nothing(&header, &clean(&text)),
                }
            }
            Self::Repeats => say::repeats().to_owned(),
            #[cfg(feature = "cli")]
            Self::SumsUp => say::sums_up().to_owned(),
            Self::Below(title) => say::below(title),
            Self::Hidden => say::hidden().to_owned(),
            Self::Struck(column) => say::struck(&header(column)),
            #[cfg(feature = "cli")]
            Self::Commented(column) => say::commented(&header(column)),
            Self::Disguised(column) => say::disguised(&header(column), &clean(&cell(column))),
            Self::WorkedOut => say::worked_out().to_owned(),
            Self::Merged(column) => say::merged(&header(column)),
            #[cfg(feature = "cli")]
            Self::Shifted(column) => say::shifted(&clean(&cell(column)), column + 1, &header(column - 1)),
            #[cfg(feature = "cli")]
            Self::Left(column) => say::left(&clean(&cell(column)), &header(column)),
            #[cfg(feature = "cli")]
            Self::Right(column) => say::right(&clean(&cell(column)), &header(column)),
            #[cfg(feature = "cli")]
            Self::Contradicts(column) => say::contradicts(&clean(&cell(column)), &header(column)),
            #[cfg(feature = "cli")]
            Self::Unlike(column) => say::unlike(&header(column), column + 1),
            Self::Swallows => say::swallows().to_owned(),
            Self::OtherAssessment(column) => say::other_assessment(&cell(column), &definition.id),
        }
    }
}
