//! Why a row is refused before it is read: it may be a respondent, or none.

use crate::definition::Definition;
use crate::mapping::Columns;
use crate::table::Record;
use crate::text::clean;

/// Why a row is refused that may be a respondent, or none. What it says is made of the row again, so that any number of such
/// rows takes hardly any room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// What stands in this column may be a word for figures, or a name.
    Either(usize),
    /// It says less of who answers than others beside it, who have something in this column.
    Nameless(Option<usize>),
    /// Its numbers are what others sum up to.
    Repeats,
    /// It stands below a title, in this row, that stands below a blank row.
    Below(u64),
    /// The sheet does not show it.
    Hidden,
    /// Its cell in this column is struck through.
    Struck(usize),
    /// Its cell in this column is one with another.
    Merged(usize),
    /// An answer stands in this column, which has no header, behind the last question.
    #[cfg(feature = "cli")]
    Shifted(usize),
    /// A quote that is opened in it is closed in a row below.
    Swallows,
    /// This column names another assessment.
    OtherAssessment(usize),
}

impl Why {
    /// The reason, where `record` is the row.
    pub(crate) fn reason(self, record: &Record, columns: &Columns, definition: &Definition) -> String {
        let header = |column: usize| clean(columns.list[column].header.trim());
        let cell = |column: usize| String::from_utf8_lossy(record.field(column)).trim().to_owned();
        match self {
            Self::Either(column) => {
                let (header, word) = (header(column), cell(column));
                let word = clean(&word);
                format!(
                    "`{word}` may be the name of a respondent, or of a row that is none, such as figures about others or an example: leave it out with --where \
                     '{header} != {word}', or take it with --every-row"
                )
            }
            Self::Nameless(column) => {
                let (header, text) = (column.map(header).unwrap_or_default(), column.map(cell).unwrap_or_default());
                let text = clean(&text);
                let says =
                    if text.is_empty() { "is empty".to_owned() } else { format!("has `{text}`, which tells nothing") };
                let value = if text.is_empty() { String::new() } else { format!(" {text}") };
                format!(
                    "`{header}` {says}, which others tell, so that this may be a row of figures about them, such as averages: \
                     leave it out with --where '{header} !={value}', or take it with --every-row"
                )
            }
            Self::Repeats => {
                "its numbers are the averages, sums or counts of all other rows, or their middle, so that this may be no \
                 respondent: delete it, or take it with --every-row"
                    .to_owned()
            }
            Self::Below(title) => format!(
                "row {title} is a title below a blank row, so that another table may begin there: score it alone, or take all rows \
                 with --every-row"
            ),
            Self::Hidden => {
                "the sheet does not show this row, as if it did not count: show or delete it there, or take it with \
                             --every-row"
                    .to_owned()
            }
            Self::Struck(column) => format!(
                "its cell under `{}` is struck through in the sheet, as if it did not count: delete what is meant to be gone, or \
                 take the row with --every-row",
                header(column)
            ),
            Self::Merged(column) => format!(
                "its cell under `{}` is merged with others in the sheet, so that it has no answer of its own: part them there",
                header(column)
            ),
            #[cfg(feature = "cli")]
            Self::Shifted(column) => format!(
                "`{}` stands in column {}, which has no header, behind `{}`, so that a cell may have been put into the row and \
                 answers stand under other questions: delete that cell, or take the row with --every-row",
                clean(&cell(column)),
                column + 1,
                header(column - 1)
            ),
            Self::Swallows => {
                "a quote is opened in one of its cells, and closed in a row below, so that rows stand in a cell: delete the quote, \
                 double it, or take the row with --every-row"
                    .to_owned()
            }
            Self::OtherAssessment(column) => {
                let (id, own) = (cell(column), &definition.id);
                format!("these are answers to `{id}`, and not to `{own}`: name it with -a")
            }
        }
    }
}
