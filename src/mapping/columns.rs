//! What the columns of a table are, or why they cannot be used.
//!
//! Nothing is guessed: what matches no question and no fact is carried along as metadata, and what is doubtful is refused.

use std::collections::HashSet;

use super::likeness::plain;
use super::meaning::{Around, Meaning, Subject};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// In the order of the input.
    pub list: Vec<Column>,
    /// How many rows below the header belong to it.
    pub headings: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header as it stands in the input.
    pub header: String,
    pub meaning: Meaning,
    /// What a form put around its id or text, which was taken away.
    pub around: Option<Around>,
    /// The name that the map gives it, if it is carried along under one.
    pub name: Option<&'static str>,
    /// Whether the map says what it is.
    pub mapped: bool,
    /// Whether others are of the same question, of which each row fills one.
    pub is_part: bool,
}

impl Column {
    pub(super) fn metadata(header: &str) -> Self {
        let header = header.to_owned();
        Self { header, meaning: Meaning::Metadata, around: None, name: None, mapped: false, is_part: false }
    }

    /// What it is called in results.
    pub fn name(&self) -> &str {
        self.name.unwrap_or(&self.header)
    }

    /// Whether its cells stand beside the results as they are: it answers no question.
    pub fn is_carried(&self) -> bool {
        !matches!(self.meaning, Meaning::Question(..) | Meaning::QuestionOption(..))
    }

    /// The fact of which it is for an option.
    pub(super) fn fact_of_option(&self) -> Option<usize> {
        match self.meaning {
            Meaning::FactOption(fact, _) => Some(fact),
            _ => None,
        }
    }
}

/// Why an input's columns cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NoQuestion(Vec<Column>),
    /// More than one column matches a question or a fact: its id, and the numbers of the columns from 1.
    Twice(Vec<(String, Vec<usize>)>, Vec<Column>),
    /// Columns that may be of a question that no other column is of.
    Unclear(Vec<Unclear>, Vec<Column>),
    /// The map names headers that the input does not have; and those that it has.
    NoColumn(Vec<String>, Vec<Column>),
}

/// A column that may be of a question or fact, and is not certain to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unclear {
    /// Its number from 1.
    pub column: usize,
    pub subject: Subject,
    pub why: WhyUnclear,
}

/// Why it is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnclear {
    /// It is for one option, and others are missing, too many, or none of ours.
    Options,
    /// It looks like a header that was there before and was renamed.
    Again,
    /// It is one of several that are asked alike, which are not all answers.
    Row,
    /// Its header has the text in it, or begins like it.
    Within,
}

impl Columns {
    /// Calls what is carried along without a header as the last row above does that calls it anything. A row with one text is a title.
    pub fn name_from(&mut self, above: &[Vec<String>]) {
        let told = |row: &&Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
        let rows: Vec<&Vec<String>> = above.iter().rev().filter(told).collect();
        let nameless = |column: &Column| column.meaning == Meaning::Metadata && column.header.trim().is_empty();
        for (at, column) in self.list.iter_mut().enumerate().filter(|(_, column)| nameless(column)) {
            let name = rows.iter().filter_map(|row| row.get(at)).find(|cell| !cell.trim().is_empty());
            column.header.extend(name.map(String::as_str));
        }
    }

    /// The index of each question that no column answers.
    pub fn unanswered(&self, questions: usize) -> Vec<usize> {
        let answered: HashSet<Subject> = self.list.iter().filter_map(|column| column.meaning.subject()).collect();
        (0..questions).filter(|question| !answered.contains(&Subject::Question(*question))).collect()
    }

    /// The index of the column under this header that answers no question.
    pub fn metadata(&self, header: &str) -> Option<usize> {
        let wanted = plain(header);
        // What the map calls so goes before what is headed so.
        let named = self.list.iter().position(|column| column.name == Some(wanted.as_str()));
        let headed =
            |wanted: &str| self.list.iter().position(|column| column.is_carried() && plain(&column.header) == wanted);
        // So may an object that says of the row which assessment it answers.
        let within = || {
            let key = ["meta", "metadata"].iter().find(|key| headed(&format!("{key}/assessment")).is_some())?;
            headed(&format!("{key}/{wanted}"))
        };
        named.or_else(|| headed(&wanted)).or_else(within)
    }

    /// The index of the column of the versions that rows answer: not one that the map says is carried along.
    pub fn version(&self) -> Option<usize> {
        let is_own = |at: &usize| self.list[*at].mapped && self.list[*at].name.is_none();
        self.metadata("version").or_else(|| self.metadata("assessment_version")).filter(|at| !is_own(at))
    }

    /// The indices of the columns that answer no question and are called so, where the map calls none so.
    pub fn called(&self, name: &str) -> Vec<usize> {
        let wanted = plain(name);
        if self.list.iter().any(|column| column.name == Some(wanted.as_str())) {
            return Vec::new();
        }
        let carried = self.list.iter().enumerate().filter(|(_, column)| column.is_carried());
        carried.filter(|(_, column)| plain(&column.header) == wanted).map(|(at, _)| at).collect()
    }

    /// The place of a column among those of metadata.
    pub(crate) fn metadata_index(&self, column: usize) -> usize {
        self.list[..column].iter().filter(|column| column.is_carried()).count()
    }

    /// The column that answers the question with this index.
    pub fn question(&self, question: usize) -> Option<&Column> {
        self.list.iter().find(|column| matches!(column.meaning, Meaning::Question(of, _) if of == question))
    }

    /// The index of the column that tells the fact with this index.
    pub fn fact(&self, fact: usize) -> Option<usize> {
        self.list.iter().position(|column| matches!(column.meaning, Meaning::Fact(of, _) if of == fact))
    }
}
