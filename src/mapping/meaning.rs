//! What a column is, and why.

use crate::answers::Answer;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The answers to the question with this index.
    Question(usize, Why),
    /// Whether this is the answer to the question with this index: each of its options has a column.
    QuestionOption(usize, Answer),
    /// What organisations tell of the fact with this index.
    Fact(usize, Why),
    /// Whether this option of the fact with this index holds.
    FactOption(usize, usize),
    Metadata,
}

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Question(usize),
    Fact(usize),
}

impl Meaning {
    pub(super) fn why(&self) -> Option<&Why> {
        match self {
            Self::Question(_, why) | Self::Fact(_, why) => Some(why),
            Self::QuestionOption(..) | Self::FactOption(..) | Self::Metadata => None,
        }
    }

    /// The question or fact that it is about.
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::Question(at, _) | Self::QuestionOption(at, ..) => Some(Subject::Question(*at)),
            Self::Fact(at, _) | Self::FactOption(at, ..) => Some(Subject::Fact(*at)),
            Self::Metadata => None,
        }
    }

    /// The question that it is about.
    pub(crate) fn question(&self) -> Option<usize> {
        match self.subject() {
            Some(Subject::Question(at)) => Some(at),
            Some(Subject::Fact(_)) | None => None,
        }
    }

    /// All of a question or fact, for this reason.
    pub(super) fn of(subject: Subject, why: Why) -> Self {
        match subject {
            Subject::Question(at) => Self::Question(at, why),
            Subject::Fact(at) => Self::Fact(at, why),
        }
    }
}

/// Why a column is a question's or a fact's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The header is its id.
    Id,
    /// The header is its text in this language.
    Text(String),
    /// The header is the code that a form gives the question at its place.
    Place,
    /// The header is an equal one, and a number behind it.
    Again,
    Map,
}

/// What a form put around the id or text in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// More lines behind it.
    Help,
    /// A code before it.
    Code,
    /// The names of groups before it.
    Path,
    /// Other marks between its words.
    Spelling,
    /// Its text stands there in two languages.
    Both,
    /// An ellipsis for its end.
    Cut,
    /// What is asked of it and of others alike.
    Row,
    /// The option that the column is for.
    Option,
}
