//! What a query is asked for with, and why there may be none.

use std::fmt;

use super::dialect::Dialect;
use crate::definition::Definition;
use crate::text::Lang;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub dialect: Dialect,
    /// The table, or what stands for one; it goes into the query as it is.
    pub from: &'a str,
    /// Whether the texts of options are answers too.
    pub texts: bool,
    /// The columns to carry along; all others where none is named.
    pub keep: &'a [String],
    /// The questions and facts of which the table has no column.
    pub absent: &'a [String],
    /// The language of comments.
    pub lang: Lang,
}

/// Why there is no such query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The ids of all questions and facts.
pub(super) fn ids(definition: &Definition) -> impl Iterator<Item = &str> {
    let facts = definition.profile.iter().map(|fact| fact.id.as_str());
    definition.questions().map(|(_, question)| question.id.as_str()).chain(facts)
}
