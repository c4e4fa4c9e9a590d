//! The texts of a definition or of a translation as one list, for the rules that read them.

use std::ops::Range;

use crate::definition::Definition;
use crate::document::{Cursor, Document};

/// All texts of one file, in the order of the definition.
#[derive(Debug)]
pub struct Texts<'a> {
    /// The language that they are in.
    pub language: &'a str,
    /// The texts; of a translation only those that it has.
    pub list: Vec<Text<'a>>,
    document: &'a Document,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// What it belongs to.
    pub item: Item<'a>,
    /// The key that it stands under.
    pub key: &'static str,
    /// What it says.
    pub text: &'a str,
    path: Vec<Step<'a>>,
}

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item<'a> {
    /// The definition itself.
    Definition,
    /// The source with this id.
    Source(&'a str),
    /// The pillar with this id.
    Pillar(&'a str),
    /// The level with this id.
    Level(&'a str),
    /// The criterion with this id.
    Criterion(&'a str),
    /// The question with this id.
    Question(&'a str),
    /// The action with this id.
    Action(&'a str),
    /// The benchmark with this id.
    Benchmark(&'a str),
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Texts<'a> {
    /// The texts of `definition`, which was read from `document`.
    pub(super) fn of_definition(definition: &'a Definition, document: &'a Document) -> Self {
        let mut list = Collector { list: Vec::new(), by_id: false };
        list.definition(definition);
        Self { language: &definition.language, list: list.list, document }
    }

    /// The texts of `definition` that the translation in `document` has.
    pub(super) fn of_translation(definition: &'a Definition, document: &'a Document) -> Self {
        let mut list = Collector { list: Vec::new(), by_id: true };
        list.definition(definition);
        let mut texts = Self { language: &definition.language, list: list.list, document };
        let there: Vec<bool> = texts.list.iter().map(|text| texts.cursor(text).arrived()).collect();
        let mut there = there.into_iter();
        texts.list.retain(|_| there.next().unwrap_or_default());
        texts
    }

    /// The bytes of `text` in the file.
    pub fn span(&self, text: &Text<'_>) -> Range<usize> {
        let cursor = self.cursor(text);
        // An option may be a table of points and text.
        if cursor.is_table() { cursor.key("text").span() } else { cursor.span() }
    }

    /// The bytes of `part` of `text` in the file; of the whole text where it is written in another way.
    pub fn span_of(&self, text: &Text<'_>, part: &str) -> Range<usize> {
        let span = self.span(text);
        let written = self.document.source.text().get(span.clone());
        match written.and_then(|written| written.find(part)) {
            Some(at) => span.start + at..span.start + at + part.len(),
            None => span,
        }
    }

    fn cursor(&self, text: &Text<'_>) -> Cursor<'_> {
        text.path.iter().fold(self.document.at(), |cursor, step| match step {
            Step::Key(key) => cursor.key(key),
            Step::Index(index) => cursor.index(*index),
        })
    }
}

impl<'a> Item<'a> {
    /// The key of its group in a file, and its id; empty for the definition itself.
    pub fn key_and_id(self) -> (&'static str, &'a str) {
        match self {
            Self::Definition => ("", ""),
            Self::Source(id) => ("sources", id),
            Self::Pillar(id) => ("pillars", id),
            Self::Level(id) => ("levels", id),
            Self::Criterion(id) => ("criteria", id),
            Self::Question(id) => ("questions", id),
            Self::Action(id) => ("actions", id),
            Self::Benchmark(id) => ("benchmarks", id),
        }
    }
}

/// Walks a definition once, noting each text with the path to it: by index in a definition, by id in a translation.
struct Collector<'a> {
    list: Vec<Text<'a>>,
    by_id: bool,
}

impl<'a> Collector<'a> {
    fn definition(&mut self, definition: &'a Definition) {
        self.item(Item::Definition, &[], &[("title", &definition.title), ("description", &definition.description)]);
        self.item(Item::Definition, &[], &[("effort_unit", &definition.effort_unit)]);
        for (at, source) in definition.sources.iter().enumerate() {
            self.item(Item::Source(&source.id), &[at], &[("title", &source.title)]);
        }
        for (at, pillar) in definition.pillars.iter().enumerate() {
            self.item(Item::Pillar(&pillar.id), &[at], &[("name", &pillar.name)]);
        }
        for (at, level) in definition.levels.iter().enumerate() {
            self.item(Item::Level(&level.id), &[at], &[("name", &level.name), ("summary", &level.summary)]);
        }
        for (at, criterion) in definition.criteria.iter().enumerate() {
            let texts = [("name", criterion.name.as_str()), ("description", &criterion.description)];
            self.item(Item::Criterion(&criterion.id), &[at], &texts);
            for (index, question) in criterion.questions.iter().enumerate() {
                let (item, path) = (Item::Question(&question.id), [at, index]);
                self.item(item, &path, &[("text", &question.text)]);
                if let Some(help) = &question.help {
                    self.item(item, &path, &[("help", help)]);
                }
                self.items(item, &path, "options", question.options.iter().map(|option| option.text.as_str()));
            }
        }
        for (at, action) in definition.actions.iter().enumerate() {
            let item = Item::Action(&action.id);
            self.item(item, &[at], &[("title", &action.title), ("why", &action.why)]);
            self.items(item, &[at], "steps", action.steps.iter().map(String::as_str));
        }
        for (at, benchmark) in definition.benchmarks.iter().enumerate() {
            self.item(Item::Benchmark(&benchmark.id), &[at], &[("name", &benchmark.name)]);
        }
    }

    fn item(&mut self, item: Item<'a>, at: &[usize], texts: &[(&'static str, &'a str)]) {
        for (key, text) in texts {
            let mut path = self.path(item, at);
            path.push(Step::Key(key));
            self.list.push(Text { item, key, text, path });
        }
    }

    fn items(&mut self, item: Item<'a>, at: &[usize], key: &'static str, texts: impl Iterator<Item = &'a str>) {
        for (index, text) in texts.enumerate() {
            let mut path = self.path(item, at);
            path.extend([Step::Key(key), Step::Index(index)]);
            self.list.push(Text { item, key, text, path });
        }
    }

    fn path(&self, item: Item<'a>, at: &[usize]) -> Vec<Step<'a>> {
        let (key, id) = item.key_and_id();
        match (item, at) {
            (Item::Definition, _) => Vec::new(),
            _ if self.by_id => vec![Step::Key(key), Step::Key(id)],
            (_, [criterion, question]) => {
                vec![Step::Key("criteria"), Step::Index(*criterion), Step::Key(key), Step::Index(*question)]
            }
            (_, at) => [Step::Key(key)].into_iter().chain(at.iter().copied().map(Step::Index)).collect(),
        }
    }
}
