//! Which column answers which question: by its id, by its text in any language of the assessment, or by a map.
//!
//! Nothing is guessed: what matches neither is carried along as metadata.

use std::collections::HashMap;

use super::map::Map;
use crate::answers::fold;
use crate::definition::Definition;
use crate::diagnostic::nearest;

/// The columns of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// In the order of the input.
    pub list: Vec<Column>,
}

/// A column of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header as it stands in the input.
    pub header: String,
    /// What it is.
    pub meaning: Meaning,
}

impl Column {
    /// Whether it answers no question.
    pub fn is_metadata(&self) -> bool {
        matches!(self.meaning, Meaning::Metadata(_))
    }
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The answers to the question with this index.
    Question(usize, Why),
    /// Carried along. With the id of the question that it was perhaps meant to be.
    Metadata(Option<String>),
}

/// Why a column is a question's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The header is the question's id.
    Id,
    /// The header is the question's text in this language.
    Text(String),
    /// The map says so.
    Map,
}

/// Why an input's columns cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No column matches any question.
    NoQuestion(Vec<Column>),
    /// More than one column matches a question: its id, and the numbers of the columns from 1.
    Twice(Vec<(String, Vec<usize>)>),
    /// The map names headers that the input does not have.
    NoColumn(Vec<String>),
}

/// Finds questions by header. Made once for an assessment.
#[derive(Debug)]
pub struct Matcher {
    questions: Vec<String>,
    /// By folded id or text. None where two questions share a text.
    words: HashMap<String, Option<(usize, Why)>>,
    map: HashMap<String, (String, Option<usize>)>,
}

impl Matcher {
    /// A matcher for an assessment, which is given once in each language, and the user's own map.
    pub fn new(languages: &[Definition], map: &Map) -> Self {
        let mut words: HashMap<String, Option<(usize, Why)>> = HashMap::new();
        for definition in languages {
            for (at, (_, question)) in definition.questions().enumerate() {
                let known = words.entry(fold(&question.text));
                known
                    .and_modify(|known| *known = known.take().filter(|(of, _)| *of == at))
                    .or_insert_with(|| Some((at, Why::Text(definition.language.clone()))));
            }
        }
        let ids = languages.first().map(|definition| definition.questions().map(|(_, question)| question.id.clone()));
        let questions: Vec<String> = ids.into_iter().flatten().collect();
        words.extend(questions.iter().enumerate().map(|(at, id)| (fold(id), Some((at, Why::Id)))));
        words.remove("");
        let map = map.columns.iter().map(|(header, question)| (fold(header), (header.clone(), *question))).collect();
        Self { questions, words, map }
    }

    /// The ids of all questions.
    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// What the column under `header` is.
    pub fn column(&self, header: &str) -> Column {
        let folded = fold(header);
        let meaning = match (self.map.get(&folded), self.words.get(&folded)) {
            (Some((_, Some(question))), _) => Meaning::Question(*question, Why::Map),
            (Some((_, None)), _) => Meaning::Metadata(None),
            (None, Some(Some((question, why)))) => Meaning::Question(*question, why.clone()),
            (None, _) => {
                // Only what looks like an id can be a slip of one; most headers are not.
                let short = header.len() <= 64 && !header.contains(char::is_whitespace);
                let near = nearest(&folded, self.questions.iter().map(String::as_str).filter(|_| short));
                Meaning::Metadata(near.map(str::to_owned))
            }
        };
        Column { header: header.to_owned(), meaning }
    }

    /// How many of these headers match a question. Quick: it tries one dialect after another.
    pub fn count<'a>(&self, headers: impl Iterator<Item = &'a str>) -> usize {
        let matches = |folded: &str| match self.map.get(folded) {
            Some((_, question)) => question.is_some(),
            None => matches!(self.words.get(folded), Some(Some(_))),
        };
        headers.filter(|header| matches(&fold(header))).count()
    }

    /// What every column is, or why they cannot be used.
    pub fn columns(&self, headers: &[String]) -> Result<Columns, Refusal> {
        let list: Vec<Column> = headers.iter().map(|header| self.column(header)).collect();
        let of = |question: usize| {
            let columns = list.iter().enumerate();
            let columns =
                columns.filter(move |(_, column)| matches!(column.meaning, Meaning::Question(at, _) if at == question));
            columns.map(|(at, _)| at + 1).collect::<Vec<usize>>()
        };
        let mut count = vec![0usize; self.questions.len()];
        for column in &list {
            if let Meaning::Question(at, _) = column.meaning {
                count[at] += 1;
            }
        }
        let twice: Vec<_> =
            (0..count.len()).filter(|at| count[*at] > 1).map(|at| (self.questions[at].clone(), of(at))).collect();
        if !twice.is_empty() {
            return Err(Refusal::Twice(twice));
        }
        let folded: std::collections::HashSet<String> = headers.iter().map(|header| fold(header)).collect();
        let mut missing: Vec<String> =
            self.map.iter().filter(|(header, _)| !folded.contains(*header)).map(|(_, (raw, _))| raw.clone()).collect();
        missing.sort();
        if !missing.is_empty() {
            return Err(Refusal::NoColumn(missing));
        }
        if count.iter().all(|count| *count == 0) {
            return Err(Refusal::NoQuestion(list));
        }
        Ok(Columns { list })
    }
}

impl Columns {
    /// The index of each question that no column answers.
    pub fn unanswered(&self, questions: usize) -> Vec<usize> {
        let answered = |question: usize| {
            self.list.iter().any(|column| matches!(column.meaning, Meaning::Question(at, _) if at == question))
        };
        (0..questions).filter(|question| !answered(*question)).collect()
    }

    /// The index of the column of metadata under this header.
    pub fn metadata(&self, header: &str) -> Option<usize> {
        let wanted = fold(header);
        self.list.iter().position(|column| column.is_metadata() && fold(&column.header) == wanted)
    }
}
