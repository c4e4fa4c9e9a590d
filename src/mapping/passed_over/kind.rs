//! The kinds of rows that are no respondents.

/// Why a row is no respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ids, texts of questions or words such as `Response` below the header.
    Heading,
    /// A preview or a test.
    Test,
    Spam,
    Unfinished,
    /// Ended by the form: not of those who were asked.
    ScreenedOut,
    /// Deleted, or refused by who looked through the responses.
    NotApproved,
    /// A further line of the row above, which repeats it.
    Further,
    /// A figure about the rows above: an average, a count, a total.
    Foot,
    /// The user does not want it.
    Unwanted,
    /// A later row has the same value, and the user wants the latest.
    Earlier,
}

impl Kind {
    /// Whether a column says it in which the program of the form tells what became of a response.
    pub fn is_told(self) -> bool {
        matches!(self, Self::Test | Self::Spam | Self::Unfinished | Self::ScreenedOut | Self::NotApproved)
    }
}
