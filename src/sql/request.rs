//! What a query is asked for with, and why there may be none.

use std::fmt;

use super::dialect::Dialect;
use crate::definition::Definition;
use crate::mapping::Named;
use crate::mapping::map::Map;
use crate::words::{Lang, sql_refusals as say};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub dialect: Dialect,
    /// The table, or what stands for one; it goes into the query as it is.
    pub from: &'a str,
    /// Whether the texts of options are answers too.
    pub texts: bool,
    /// What columns and cells mean where their names and texts do not say it.
    pub map: &'a Map,
    /// By what numbers stand for options, where the map does not say it: by their points unless it is said here.
    pub scale: Option<Named>,
    /// The columns of a table with a row for each answer, if it is one.
    pub long: Option<&'a Long>,
    /// Whether rows are summed up instead, and by the values of which column.
    pub summary: bool,
    pub by: Option<&'a str>,
    /// The columns to carry along; all others where none is named.
    pub keep: &'a [String],
    /// The questions and facts of which the table has no column.
    pub absent: &'a [String],
    /// The language of comments.
    pub lang: Lang,
}

/// The columns of a table with a row for each answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Long {
    pub respondent: String,
    pub question: String,
    pub answer: String,
}

impl std::str::FromStr for Long {
    type Err = String;

    /// Their names with commas between.
    fn from_str(text: &str) -> Result<Self, String> {
        match *text.split(',').map(str::trim).collect::<Vec<_>>() {
            [respondent, question, answer] if [respondent, question, answer].iter().all(|name| !name.is_empty()) => {
                let is = str::eq_ignore_ascii_case;
                if is(respondent, question) || is(respondent, answer) || is(question, answer) {
                    return Err(say::three_different().to_owned());
                }
                let [respondent, question, answer] = [respondent, question, answer].map(str::to_owned);
                Ok(Self { respondent, question, answer })
            }
            _ => Err(say::three_columns().to_owned()),
        }
    }
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
