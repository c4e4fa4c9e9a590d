//! Finds which column is about which question or fact. A header that is an id or a text decides; what forms put around it is
//! taken away where that is certain; where other columns must agree, they are asked. What is left is metadata, or doubtful.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::around::{untagged, without_count};
use super::columns::{Column, Columns, Refusal};
use super::headers::{Found, Headers, Row};
use super::joined::join;
use super::likeness::plain;
use super::map::{Map, NAMES, column_number};
use super::meaning::{Around, Meaning, Subject, Why};
use super::near::Texts;
use super::options::{Choice, Options};
use crate::definition::Definition;
use crate::diagnostic::nearest;
use crate::table::HeaderWords;

/// Finds questions and facts by header. Made once for an assessment.
#[derive(Clone, Debug)]
pub struct Matcher {
    pub(super) questions: Headers,
    pub(super) facts: Headers,
    pub(super) options: Options,
    /// For each fact, whether several options may hold.
    many: Vec<bool>,
    /// How many questions each criterion has.
    pub(super) criteria: Vec<usize>,
    map: HashMap<String, (String, Meaning)>,
    /// The names that the map gives to columns of metadata.
    names: Vec<(String, &'static str)>,
    texts: Texts,
}

/// What one header says by itself.
#[derive(Clone, Debug)]
pub(super) enum Look {
    Mapped(Meaning),
    Sure(Meaning, Option<Around>),
    /// Of this subject, if the others agree.
    Row(Subject, Row),
    Option(Subject, Choice),
    /// The header of this subject with a number behind it.
    Again(Subject),
    Nothing,
}

impl Matcher {
    /// A matcher for an assessment, which is given once in each language, and the user's own map.
    pub fn new(languages: &[Definition], map: &Map) -> Self {
        let questions = Headers::new(
            languages,
            true,
            |definition| &definition.renames.questions,
            |definition| definition.questions().map(|(_, question)| (&question.id, &question.text)).collect(),
        );
        let facts = Headers::new(
            languages,
            false,
            |definition| &definition.renames.profile,
            |definition| definition.profile.iter().map(|fact| (&fact.id, &fact.text)).collect(),
        );
        let texts = Texts::new(languages);
        let names = map.names.iter().map(|(header, name)| (plain(header), *name)).collect();
        let map = map.columns.iter().map(|(header, meaning)| (plain(header), (header.clone(), meaning.clone())));
        let criteria = languages.first().map_or(&[][..], |definition| &definition.criteria);
        let criteria = criteria.iter().map(|criterion| criterion.questions.len()).collect();
        let many = languages.first().into_iter().flat_map(|of| &of.profile).map(|fact| fact.many).collect();
        Self { questions, facts, options: Options::new(languages), many, criteria, map: map.collect(), names, texts }
    }

    /// The ids of the questions.
    pub fn questions(&self) -> &[String] {
        self.questions.ids()
    }

    /// Whether all of a plain header is the id or the text of a question.
    #[cfg(feature = "cli")]
    pub(super) fn stands(&self, plain: &str) -> bool {
        self.questions.known(plain).is_some()
    }

    /// The id of a question and its texts, in all languages.
    #[cfg(feature = "cli")]
    pub(super) fn texts_of(&self, question: usize) -> impl Iterator<Item = &str> {
        self.texts.of(&self.questions()[question])
    }

    /// The ids of the facts.
    pub fn facts(&self) -> &[String] {
        self.facts.ids()
    }

    /// The id of a question or fact.
    pub fn id(&self, subject: Subject) -> &str {
        match subject {
            Subject::Question(at) => &self.questions()[at],
            Subject::Fact(at) => &self.facts()[at],
        }
    }

    /// The id of the question or fact that `header`, which matches none, was perhaps meant to be. Not quick.
    pub fn near(&self, header: &str) -> Option<&str> {
        // Only what looks like an id can be a slip of one; other headers are like a text, or like nothing.
        let short = header.len() <= 64 && !header.contains(char::is_whitespace);
        let ids = self.questions().iter().chain(self.facts()).map(String::as_str);
        nearest(&plain(header), ids.filter(|_| short)).or_else(|| self.texts.nearest(header))
    }

    /// What every column is, or why they cannot be used. `below` is the row below the header, which may be of it: that of
    /// the options of a question whose header stands above the first of them alone.
    pub fn columns(&self, headers: &[String], below: &[String]) -> Result<Columns, Refusal> {
        let folded: Vec<String> = headers.iter().map(|header| plain(header)).collect();
        let (by_number, missing) = self.by_number(&folded);
        let look = |(at, header): (usize, &String)| match by_number.get(&at) {
            Some(meaning) => Look::Mapped(meaning.clone()),
            None => self.look(header, &folded[at]),
        };
        let mut looks: Vec<Look> = headers.iter().enumerate().map(look).collect();
        self.by_place(&folded, &mut looks);
        let headings = usize::from(self.spans(&folded, below, &mut looks));
        let mut list: Vec<Column> = headers.iter().map(|header| Column::metadata(header)).collect();
        for (column, look) in list.iter_mut().zip(&looks) {
            if let Look::Mapped(meaning) | Look::Sure(meaning, _) = look {
                column.meaning = meaning.clone();
            }
            column.mapped = matches!(look, Look::Mapped(_));
            if let Look::Sure(_, around) = look {
                column.around = *around;
            }
        }
        for (at, column) in list.iter_mut().enumerate() {
            let is_named = |(of, _): &&(String, _)| match column_number(of).filter(|_| by_number.contains_key(&at)) {
                Some(number) => number == at + 1,
                None => *of == folded[at],
            };
            column.name = self.names.iter().find(is_named).map(|(_, name)| *name);
        }
        if !missing.is_empty() {
            return Err(Refusal::NoColumn(missing, list));
        }
        prefer_map(&mut list);
        let mut unclear = self.take_options(&looks, &mut list);
        unclear.extend(self.take_rows(&looks, &mut list));
        self.take_again(&looks, &mut list, &mut unclear);
        join(&mut list, self.questions().len());
        let twice = self.twice(&list);
        if !twice.is_empty() {
            return Err(Refusal::Twice(twice, list));
        }
        unclear.extend(self.doubtful(headers, &looks, &list));
        let settled: HashSet<Subject> = list.iter().filter_map(|column| column.meaning.subject()).collect();
        unclear.retain(|unclear| !settled.contains(&unclear.subject));
        unclear.sort();
        unclear.dedup_by_key(|unclear| (unclear.column, unclear.subject));
        if !unclear.is_empty() {
            return Err(Refusal::Unclear(unclear, list));
        }
        if list.iter().all(Column::is_carried) {
            return Err(Refusal::NoQuestion(list));
        }
        Ok(Columns { list, headings })
    }

    /// What one header says by itself; `folded` is it as it is compared.
    pub(super) fn look(&self, header: &str, folded: &str) -> Look {
        if let Some((_, meaning)) = self.map.get(folded) {
            return Look::Mapped(meaning.clone());
        }
        let sure = |(subject, found): (Subject, Found)| Look::Sure(Meaning::of(subject, found.why), found.around);
        // Most are as they stand in the assessment.
        if let Some(found) = self.questions.as_it_stands(folded) {
            return sure((Subject::Question(found.at), found));
        }
        if !self.questions.is_near(header) && !self.facts.is_near(header) {
            return Look::Nothing;
        }
        let in_both = || {
            let question = self.questions.in_both(folded).map(|found| (Subject::Question(found.at), found));
            question.or_else(|| self.facts.in_both(folded).map(|found| (Subject::Fact(found.at), found)))
        };
        let found = in_both().or_else(|| self.find(header));
        if let Some(found) = found.clone().filter(|(_, found)| found.around.is_none()) {
            return sure(found);
        }
        let option = self.options.column(&untagged(header), |text| {
            let text = &plain(text);
            let may_end = self.questions.may_end(text) || self.facts.may_end(text);
            if may_end { self.find(text).map(|(subject, _)| subject) } else { None }
        });
        if let Some((subject, choice)) = option.filter(|(_, choice)| !choice.is_none_of_ours()) {
            return Look::Option(subject, choice);
        }
        let row = || {
            let question = self.questions.row(header).map(|row| Look::Row(Subject::Question(row.found.at), row));
            question.or_else(|| self.facts.row(header).map(|row| Look::Row(Subject::Fact(row.found.at), row)))
        };
        let other = || option.map(|(subject, choice)| Look::Option(subject, choice));
        let again = || self.find(without_count(folded)?).map(|(subject, _)| Look::Again(subject));
        found.map(sure).or_else(row).or_else(other).or_else(again).unwrap_or(Look::Nothing)
    }

    /// What a header certainly stands for, whatever else there is.
    #[cfg(feature = "cli")]
    pub(crate) fn subject(&self, header: &str) -> Option<Subject> {
        let is_near = self.questions.is_near(header) || self.facts.is_near(header);
        is_near.then(|| self.find(header)).flatten().map(|(subject, _)| subject)
    }

    /// What a header certainly stands for; where that could be both, the question.
    fn find(&self, header: &str) -> Option<(Subject, Found)> {
        let question = self.questions.find(header).map(|found| (Subject::Question(found.at), found));
        question.or_else(|| self.facts.find(header).map(|found| (Subject::Fact(found.at), found)))
    }

    /// Takes the codes that LimeSurvey gives questions by their groups and numbers, where all questions have one and nothing
    /// else says what they are. Numbers begin anew in each group, or run through.
    fn by_place(&self, folded: &[String], looks: &mut [Look]) {
        let is_question =
            |look: &Look| matches!(look, Look::Sure(Meaning::Question(..), _) | Look::Mapped(Meaning::Question(..)));
        if looks.iter().any(is_question) {
            return;
        }
        let codes = folded.iter().enumerate().filter_map(|(at, header)| Some((place(header)?, at)));
        let codes: BTreeMap<(usize, usize), usize> = codes.collect();
        let groups =
            self.criteria.iter().enumerate().flat_map(|(group, count)| (1..=*count).map(move |of| (group + 1, of)));
        let anew: Vec<(usize, usize)> = groups.collect();
        let through: Vec<(usize, usize)> = anew.iter().zip(1..).map(|((group, _), number)| (*group, number)).collect();
        let columns = folded.iter().filter(|header| place(header).is_some()).count();
        if columns == codes.len() && (codes.keys().eq(&anew) || codes.keys().eq(&through)) {
            for (question, column) in codes.into_values().enumerate() {
                looks[column] = Look::Sure(Meaning::Question(question, Why::Place), None);
            }
        }
    }

    /// Takes columns without a header behind that of a question or fact for its options, where the row below names options
    /// above them. Whether it does.
    fn spans(&self, folded: &[String], below: &[String], looks: &mut [Look]) -> bool {
        let mut spans = false;
        for first in 0..looks.len() {
            let Look::Sure(meaning, _) = &looks[first] else { continue };
            let Some(subject) = meaning.subject() else { continue };
            let choice = |at: usize| {
                let text = below.get(at).filter(|text| !text.trim().is_empty())?;
                Some(self.options.choice(subject, text).unwrap_or(Choice::Other))
            };
            let without = (first + 1..looks.len()).take_while(|at| folded[*at].is_empty());
            let choices: Vec<Choice> = without.map_while(choice).collect();
            if choices.iter().all(|choice| choice.is_none_of_ours()) {
                continue;
            }
            spans = true;
            for (at, choice) in (first..).zip(choice(first).into_iter().chain(choices)) {
                looks[at] = Look::Option(subject, choice);
            }
        }
        spans
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
        let mut numbers: BTreeMap<Subject, Vec<usize>> = BTreeMap::new();
        let mut of_options = HashSet::new();
        for (number, column) in (1..).zip(list).filter(|(_, column)| !column.is_part) {
            let Some(subject) = column.meaning.subject() else { continue };
            // The columns for options are one together.
            let whole = matches!(column.meaning, Meaning::Question(..) | Meaning::Fact(..));
            if whole || of_options.insert(subject) {
                numbers.entry(subject).or_default().push(number);
            }
        }
        let twice = numbers.into_iter().filter(|(_, numbers)| numbers.len() > 1);
        let twice = twice.map(|(subject, numbers)| (self.id(subject).to_owned(), numbers));
        let names = NAMES.into_iter().map(|name| {
            let columns = (1..).zip(list).filter(|(_, column)| column.name == Some(name)).map(|(number, _)| number);
            (name.to_owned(), columns.collect::<Vec<_>>())
        });
        twice.chain(names.filter(|(_, numbers)| numbers.len() > 1)).collect()
    }
}

/// Takes columns for metadata whose questions or facts the map gives to others: what it says goes before what ids and texts
/// say.
fn prefer_map(list: &mut [Column]) {
    let is_mapped = |meaning: &Meaning| meaning.why() == Some(&Why::Map);
    let mapped: HashSet<Subject> =
        list.iter().filter(|column| is_mapped(&column.meaning)).filter_map(|column| column.meaning.subject()).collect();
    for column in list {
        if !is_mapped(&column.meaning) && column.meaning.subject().is_some_and(|subject| mapped.contains(&subject)) {
            *column = Column::metadata(&column.header);
        }
    }
}

/// The group and the number in a code such as `g01q02`.
fn place(folded: &str) -> Option<(usize, usize)> {
    let (group, number) = folded.strip_prefix('g')?.split_once('q')?;
    let digits = |text: &str| -> Option<usize> {
        let is_number = (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_number)
    };
    Some((digits(group)?, digits(number)?))
}

impl HeaderWords for Matcher {
    /// Whether a column under this header answers a question or tells a fact.
    fn is_wanted(&self, header: &str) -> bool {
        self.names(&[header])[0].is_some()
    }

    fn takes_list(&self, header: &str) -> bool {
        matches!(self.find(header), Some((Subject::Fact(fact), _)) if self.many[fact])
    }

    /// Questions and facts are numbered one after the other.
    fn names(&self, row: &[&str]) -> Vec<Option<usize>> {
        let folded: Vec<String> = row.iter().map(|header| plain(header)).collect();
        let numbers = self.map.iter().filter_map(|(header, (_, meaning))| Some((column_number(header)?, meaning)));
        let numbers: HashMap<usize, &Meaning> = numbers.collect();
        let look = |(at, header): (usize, &&str)| match numbers.get(&(at + 1)) {
            Some(meaning) => Look::Mapped((*meaning).clone()),
            None => self.look(header, &folded[at]),
        };
        let mut looks: Vec<Look> = row.iter().enumerate().map(look).collect();
        self.by_place(&folded, &mut looks);
        let name = |look: Look| match look {
            Look::Mapped(meaning) | Look::Sure(meaning, _) => meaning.subject(),
            Look::Row(subject, _) | Look::Option(subject, _) | Look::Again(subject) => Some(subject),
            Look::Nothing => None,
        };
        let number = |subject: Subject| match subject {
            Subject::Question(at) => at,
            Subject::Fact(at) => self.questions().len() + at,
        };
        looks.into_iter().map(|look| name(look).map(number)).collect()
    }
}
