//! Which column answers which question: by its id, by its text in any language of the assessment, or by a map.
//!
//! Nothing is guessed: what matches neither is carried along as metadata. A header that no id or text equals is looked up
//! once more without what forms add to texts.

use std::collections::{HashMap, HashSet};

use super::likeness::{in_brackets, loose, plain};
use super::map::{Map, column_number};
use crate::definition::Definition;
use crate::diagnostic::nearest;
use crate::table::HeaderWords;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// In the order of the input.
    pub list: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header as it stands in the input.
    pub header: String,
    pub meaning: Meaning,
}

impl Column {
    pub fn is_metadata(&self) -> bool {
        self.meaning == Meaning::Metadata
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The answers to the question with this index.
    Question(usize, Why),
    Metadata,
}

/// Why a column is a question's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The header is the question's id.
    Id,
    /// The header is the question's text in this language.
    Text(String),
    Map,
}

/// Why an input's columns cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NoQuestion(Vec<Column>),
    /// More than one column matches a question: its id, and the numbers of the columns from 1.
    Twice(Vec<(String, Vec<usize>)>),
    /// The map names headers that the input does not have; and those that it has.
    NoColumn(Vec<String>, Vec<Column>),
}

/// Finds questions by header. Made once for an assessment.
#[derive(Clone, Debug)]
pub struct Matcher {
    questions: Vec<String>,
    /// By id or text, folded. None where two questions share a text.
    words: HashMap<String, Option<(usize, Why)>>,
    /// The same without what forms add.
    loose: HashMap<String, Option<(usize, Why)>>,
    map: HashMap<String, (String, Option<usize>)>,
}

impl Matcher {
    /// A matcher for an assessment, which is given once in each language, and the user's own map.
    pub fn new(languages: &[Definition], map: &Map) -> Self {
        let mut words: HashMap<String, Option<(usize, Why)>> = HashMap::new();
        for definition in languages {
            for (at, (_, question)) in definition.questions().enumerate() {
                let why = Why::Text(definition.language.clone());
                know(&mut words, plain(&question.text), (at, why));
            }
        }
        let mut relaxed = HashMap::new();
        words.iter().for_each(|(text, known)| match known {
            Some(known) => know(&mut relaxed, loose(text), known.clone()),
            None => drop(relaxed.insert(loose(text), None)),
        });
        let ids = languages.first().map(|definition| definition.questions().map(|(_, question)| question.id.clone()));
        let questions: Vec<String> = ids.into_iter().flatten().collect();
        for (at, id) in questions.iter().enumerate() {
            words.insert(plain(id), Some((at, Why::Id)));
            know(&mut relaxed, loose(&plain(id)), (at, Why::Id));
            // What programs make of it that take a minus for an operator.
            know(&mut relaxed, plain(id).replace('-', "_"), (at, Why::Id));
        }
        words.remove("");
        relaxed.remove("");
        let map = map.columns.iter().map(|(header, question)| (plain(header), (header.clone(), *question))).collect();
        Self { questions, words, loose: relaxed, map }
    }

    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// The id of the question that `header`, which matches none, was perhaps meant to be. Not quick.
    pub fn near(&self, header: &str) -> Option<&str> {
        // Only what looks like an id can be a slip of one; most headers are not.
        let short = header.len() <= 64 && !header.contains(char::is_whitespace);
        nearest(&plain(header), self.questions.iter().map(String::as_str).filter(|_| short))
    }

    fn question(&self, header: &str) -> Option<(usize, Why)> {
        if let Some((_, question)) = self.map.get(header) {
            return question.map(|question| (question, Why::Map));
        }
        if let Some(known) = self.words.get(header) {
            return known.clone();
        }
        let relaxed = |text: &str| self.loose.get(&loose(text)).cloned().flatten();
        relaxed(header).or_else(|| {
            let row = in_brackets(header)?;
            self.words.get(row).cloned().flatten().or_else(|| relaxed(row))
        })
    }

    /// What every column is, or why they cannot be used.
    pub fn columns(&self, headers: &[String]) -> Result<Columns, Refusal> {
        let folded: Vec<String> = headers.iter().map(|header| plain(header)).collect();
        let (by_number, missing) = self.by_number(&folded);
        let question = |(at, folded): (usize, &String)| match by_number.get(&at) {
            Some(question) => question.map(|question| (question, Why::Map)),
            None => self.question(folded),
        };
        let meanings = folded.iter().enumerate().map(question);
        let meanings =
            meanings.map(|known| known.map_or(Meaning::Metadata, |(question, why)| Meaning::Question(question, why)));
        let list = headers.iter().zip(meanings).map(|(header, meaning)| Column { header: header.clone(), meaning });
        let mut list: Vec<Column> = list.collect();
        if !missing.is_empty() {
            return Err(Refusal::NoColumn(missing, list));
        }
        if list.iter().all(Column::is_metadata) {
            return Err(Refusal::NoQuestion(list));
        }
        prefer_map(&mut list);
        match self.twice(&list) {
            twice if twice.is_empty() => Ok(Columns { list }),
            twice => Err(Refusal::Twice(twice)),
        }
    }

    /// What the map says of columns that it names by their numbers; and, sorted, the headers in it that no column has.
    fn by_number(&self, folded: &[String]) -> (HashMap<usize, Option<usize>>, Vec<String>) {
        let known: HashSet<&str> = folded.iter().map(String::as_str).collect();
        let (mut by_number, mut missing) = (HashMap::new(), Vec::new());
        for (header, (raw, question)) in self.map.iter().filter(|(header, _)| !known.contains(header.as_str())) {
            match column_number(header).filter(|number| *number <= folded.len()) {
                Some(number) => drop(by_number.insert(number - 1, *question)),
                None => missing.push(raw.clone()),
            }
        }
        missing.sort();
        (by_number, missing)
    }

    /// The id of each question that more than one column answers, and their numbers.
    fn twice(&self, list: &[Column]) -> Vec<(String, Vec<usize>)> {
        let mut numbers = vec![Vec::new(); self.questions.len()];
        for (number, column) in (1..).zip(list) {
            if let Meaning::Question(question, _) = column.meaning {
                numbers[question].push(number);
            }
        }
        let questions = self.questions.iter().cloned().zip(numbers);
        questions.filter(|(_, numbers)| numbers.len() > 1).collect()
    }
}

/// Takes columns for metadata whose questions the map gives to others: what it says goes before what ids and texts say.
fn prefer_map(list: &mut [Column]) {
    let mapped = list.iter().filter_map(|column| match column.meaning {
        Meaning::Question(question, Why::Map) => Some(question),
        _ => None,
    });
    let mapped: HashSet<usize> = mapped.collect();
    for column in list {
        if matches!(&column.meaning, Meaning::Question(question, why) if *why != Why::Map && mapped.contains(question))
        {
            column.meaning = Meaning::Metadata;
        }
    }
}

impl HeaderWords for Matcher {
    /// Whether a column under this header answers a question.
    fn is_wanted(&self, header: &str) -> bool {
        self.question(&plain(header)).is_some()
    }

    /// How many of these headers match a question, by their words or by their numbers.
    fn count(&self, row: &[&str]) -> usize {
        let numbers = self.map.iter().filter(|(_, (_, question))| question.is_some());
        let mut numbers: Vec<usize> = numbers.filter_map(|(header, _)| column_number(header)).collect();
        numbers.sort_unstable();
        let matches =
            |(at, header): &(usize, &&str)| numbers.binary_search(&(at + 1)).is_ok() || self.is_wanted(header);
        row.iter().enumerate().filter(matches).count()
    }
}

/// Adds what a text stands for; none once it stands for two questions.
fn know(words: &mut HashMap<String, Option<(usize, Why)>>, text: String, (question, why): (usize, Why)) {
    words
        .entry(text)
        .and_modify(|known| *known = known.take().filter(|(of, _)| *of == question))
        .or_insert(Some((question, why)));
}

impl Columns {
    /// The index of each question that no column answers.
    pub fn unanswered(&self, questions: usize) -> Vec<usize> {
        let mut open = vec![true; questions];
        for column in &self.list {
            if let Meaning::Question(at, _) = column.meaning {
                open[at] = false;
            }
        }
        (0..questions).filter(|question| open[*question]).collect()
    }

    /// The index of the column of metadata under this header.
    pub fn metadata(&self, header: &str) -> Option<usize> {
        let wanted = plain(header);
        self.list.iter().position(|column| column.is_metadata() && plain(&column.header) == wanted)
    }
}
