//! Which column answers which question, or tells which fact: by its id, by its text in any language of the assessment, or
//! by a map. Where a header could be both, it is the question's.
//!
//! Nothing is guessed: what matches neither is carried along as metadata. A header that no id or text equals is looked up
//! once more without what forms add to texts.

use std::collections::{HashMap, HashSet};

use super::headers::Headers;
use super::likeness::plain;
use super::map::{Map, NAMES, column_number};
use super::meaning::{Meaning, Why};
use super::near::Texts;
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
    /// The name that the map gives it, if it is carried along under one.
    pub name: Option<&'static str>,
}

impl Column {
    /// What it is called in results.
    pub fn name(&self) -> &str {
        self.name.unwrap_or(&self.header)
    }

    /// Whether its cells stand beside the results as they are: it answers no question.
    pub fn is_carried(&self) -> bool {
        !matches!(self.meaning, Meaning::Question(..))
    }
}

/// Why an input's columns cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NoQuestion(Vec<Column>),
    /// More than one column matches a question or a fact: its id, and the numbers of the columns from 1.
    Twice(Vec<(String, Vec<usize>)>),
    /// The map names headers that the input does not have; and those that it has.
    NoColumn(Vec<String>, Vec<Column>),
}

/// Finds questions and facts by header. Made once for an assessment.
#[derive(Clone, Debug)]
pub struct Matcher {
    questions: Headers,
    facts: Headers,
    /// For each fact, whether several options may hold.
    many: Vec<bool>,
    map: HashMap<String, (String, Meaning)>,
    /// The names that the map gives to columns of metadata.
    names: Vec<(String, &'static str)>,
    texts: Texts,
}

impl Matcher {
    /// A matcher for an assessment, which is given once in each language, and the user's own map.
    pub fn new(languages: &[Definition], map: &Map) -> Self {
        let questions = Headers::new(languages, |definition| {
            definition.questions().map(|(_, question)| (&question.id, &question.text)).collect()
        });
        let facts = Headers::new(languages, |definition| {
            definition.profile.iter().map(|fact| (&fact.id, &fact.text)).collect()
        });
        let texts = Texts::new(languages);
        let names = map.names.iter().map(|(header, name)| (plain(header), *name)).collect();
        let map = map.columns.iter().map(|(header, meaning)| (plain(header), (header.clone(), meaning.clone())));
        let many = languages.first().into_iter().flat_map(|of| &of.profile).map(|fact| fact.many).collect();
        Self { questions, facts, many, map: map.collect(), names, texts }
    }

    /// The ids of the questions.
    pub fn questions(&self) -> &[String] {
        self.questions.ids()
    }

    /// The ids of the facts.
    pub fn facts(&self) -> &[String] {
        self.facts.ids()
    }

    /// The id of the question or fact that `header`, which matches none, was perhaps meant to be. Not quick.
    pub fn near(&self, header: &str) -> Option<&str> {
        // Only what looks like an id can be a slip of one; other headers are like a text, or like nothing.
        let short = header.len() <= 64 && !header.contains(char::is_whitespace);
        let ids = self.questions().iter().chain(self.facts()).map(String::as_str);
        nearest(&plain(header), ids.filter(|_| short)).or_else(|| self.texts.nearest(header))
    }

    fn meaning(&self, header: &str) -> Meaning {
        if let Some((_, meaning)) = self.map.get(header) {
            return meaning.clone();
        }
        let question = || self.questions.find(header).map(|(at, why)| Meaning::Question(at, why));
        let fact = || self.facts.find(header).map(|(at, why)| Meaning::Fact(at, why));
        question().or_else(fact).unwrap_or(Meaning::Metadata)
    }

    /// What every column is, or why they cannot be used.
    pub fn columns(&self, headers: &[String]) -> Result<Columns, Refusal> {
        let folded: Vec<String> = headers.iter().map(|header| plain(header)).collect();
        let (by_number, missing) = self.by_number(&folded);
        let meaning = |at: usize, folded: &str| match by_number.get(&at) {
            Some(meaning) => meaning.clone(),
            None => self.meaning(folded),
        };
        let meanings = folded.iter().enumerate().map(|(at, folded)| meaning(at, folded));
        let list = headers.iter().zip(meanings).enumerate().map(|(at, (header, meaning))| {
            let is_named = |(of, _): &&(String, _)| match column_number(of).filter(|_| by_number.contains_key(&at)) {
                Some(number) => number == at + 1,
                None => *of == folded[at],
            };
            let name = self.names.iter().find(is_named).map(|(_, name)| *name);
            Column { header: header.clone(), meaning, name }
        });
        let mut list: Vec<Column> = list.collect();
        if !missing.is_empty() {
            return Err(Refusal::NoColumn(missing, list));
        }
        if list.iter().all(Column::is_carried) {
            return Err(Refusal::NoQuestion(list));
        }
        prefer_map(&mut list);
        match self.twice(&list) {
            twice if twice.is_empty() => Ok(Columns { list }),
            twice => Err(Refusal::Twice(twice)),
        }
    }

    /// What the map says of columns that it names by their numbers; and, sorted, the headers in it that no column has.
    fn by_number(&self, folded: &[String]) -> (HashMap<usize, Meaning>, Vec<String>) {
        let known: HashSet<&str> = folded.iter().map(String::as_str).collect();
        let (mut by_number, mut missing) = (HashMap::new(), Vec::new());
        for (header, (raw, meaning)) in self.map.iter().filter(|(header, _)| !known.contains(header.as_str())) {
            match column_number(header).filter(|number| *number <= folded.len()) {
                Some(number) => drop(by_number.insert(number - 1, meaning.clone())),
                None => missing.push(raw.clone()),
            }
        }
        missing.sort();
        (by_number, missing)
    }

    /// The id of each question or fact that more than one column matches, or the name that the map gives to more than one, and
    /// their numbers.
    fn twice(&self, list: &[Column]) -> Vec<(String, Vec<usize>)> {
        let (questions, facts) = (self.questions(), self.facts());
        let mut numbers = vec![Vec::new(); questions.len() + facts.len()];
        for (number, column) in (1..).zip(list) {
            match column.meaning {
                Meaning::Question(question, _) => numbers[question].push(number),
                Meaning::Fact(fact, _) => numbers[questions.len() + fact].push(number),
                Meaning::Metadata => {}
            }
        }
        let ids = questions.iter().chain(facts).cloned().zip(numbers);
        let names = NAMES.into_iter().map(|name| {
            let columns = (1..).zip(list).filter(|(_, column)| column.name == Some(name)).map(|(number, _)| number);
            (name.to_owned(), columns.collect::<Vec<_>>())
        });
        ids.chain(names).filter(|(_, numbers)| numbers.len() > 1).collect()
    }
}

/// Takes columns for metadata whose questions or facts the map gives to others: what it says goes before what ids and texts
/// say.
fn prefer_map(list: &mut [Column]) {
    let is_mapped = |meaning: &Meaning| meaning.why() == Some(&Why::Map);
    let mapped: Vec<Meaning> = list.iter().map(|column| column.meaning.clone()).filter(is_mapped).collect();
    for column in list {
        if !is_mapped(&column.meaning) && mapped.iter().any(|mapped| mapped.is_same(&column.meaning)) {
            column.meaning = Meaning::Metadata;
        }
    }
}

impl HeaderWords for Matcher {
    /// Whether a column under this header answers a question or tells a fact.
    fn is_wanted(&self, header: &str) -> bool {
        self.meaning(&plain(header)) != Meaning::Metadata
    }

    fn takes_list(&self, header: &str) -> bool {
        matches!(self.meaning(&plain(header)), Meaning::Fact(fact, _) if self.many[fact])
    }

    /// Questions and facts are numbered one after the other.
    fn names(&self, row: &[&str]) -> Vec<Option<usize>> {
        let numbers = self.map.iter().filter_map(|(header, (_, meaning))| Some((column_number(header)?, meaning)));
        let numbers: HashMap<usize, &Meaning> = numbers.collect();
        let name = |(number, header): (usize, &&str)| {
            let meaning =
                numbers.get(&number).map_or_else(|| self.meaning(&plain(header)), |meaning| (*meaning).clone());
            match meaning {
                Meaning::Question(at, _) => Some(at),
                Meaning::Fact(at, _) => Some(self.questions().len() + at),
                Meaning::Metadata => None,
            }
        };
        (1..).zip(row).map(name).collect()
    }
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

    /// The index of the column under this header that answers no question.
    pub fn metadata(&self, header: &str) -> Option<usize> {
        let wanted = plain(header);
        // What the map calls so goes before what is headed so.
        let named = self.list.iter().position(|column| column.name == Some(wanted.as_str()));
        named.or_else(|| self.list.iter().position(|column| column.is_carried() && plain(&column.header) == wanted))
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
