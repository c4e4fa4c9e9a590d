//! What columns say of responses, as lists for programs have it.

use super::Kind;

/// What a program says of responses.
pub(super) struct Program {
    /// A table is its own only with a column of each of these names.
    pub(super) columns: &'static [Names],
    pub(super) marks: &'static [Mark],
    /// What it writes for a question that was not shown or not answered.
    pub(super) not_answered: &'static [&'static str],
}

/// What a column is called: any of these, between which a bar stands. Words in cells are listed so, too.
pub(super) type Names = &'static str;

/// A column that says what became of a response.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) column: Names,
    pub(super) values: Values,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Values {
    /// Those of responses that count, and those of others with what they are.
    Words(&'static str, &'static [(Kind, &'static str)]),
    /// A percentage: what is below 100 is not finished.
    Progress,
    /// Those of responses that do not count, with what they are, and those of which it is not known; whatever else stands there
    /// is somebody's own.
    Only(&'static [(Kind, &'static str)], &'static [&'static str]),
    /// Those of responses that count, and those of others with what they are; whatever else stands there may say so, too.
    Unlike(&'static [&'static str], &'static [(Kind, &'static str)]),
    /// Whatever stands there, such as a time, says this of a response; if nothing is named, it is not known what it says.
    Filled(Option<Kind>),
    /// Where other rows have something else, it is not known what these words say.
    Unless(&'static str),
    /// When the response came in: it did not where it is empty.
    Submitted,
    /// A mark in the first of the lines of each response.
    First,
}
