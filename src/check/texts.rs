//! The texts of a definition or of a translation as one list, for the rules that read them.

use std::ops::Range;

use crate::definition::Definition;
use crate::document::{Cursor, Document};
use crate::words::definition as called;

/// All texts of one file, in the order of the definition.
#[derive(Debug)]
pub struct Texts<'a> {
    /// The language that they are in.
    pub language: &'a str,
    /// The definition, with the texts in that language.
    pub definition: &'a Definition,
    /// The texts; of a translation only those that it has.
    pub list: Vec<Text<'a>>,
    /// What questions and actions refer to; none of a translation, which has none.
    pub references: Vec<Text<'a>>,
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
    /// Which it is of all texts of the definition, in every language.
    pub(super) at: usize,
    place: Cursor<'a>,
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
    /// The group of criteria with this id.
    Group(&'a str),
    /// The level with this id.
    Level(&'a str),
    /// The fact with this id.
    Fact(&'a str),
    /// The criterion with this id.
    Criterion(&'a str),
    /// The question with this id.
    Question(&'a str),
    /// The challenge with this id.
    Challenge(&'a str),
    /// The action with this id.
    Action(&'a str),
    /// The benchmark with this id.
    Benchmark(&'a str),
}

impl<'a> Texts<'a> {
    /// The texts of `definition`, which was read from `document`.
    pub(super) fn of_definition(definition: &'a Definition, document: &'a Document) -> Self {
        Self::collect(definition, document, false)
    }

    /// The texts of `definition` that the translation in `document` has.
    pub(super) fn of_translation(definition: &'a Definition, document: &'a Document) -> Self {
        let mut texts = Self::collect(definition, document, true);
        texts.list.retain(|text| text.place.arrived());
        texts
    }

    /// The texts of questions and facts under this key: what messages call each, its id, and the text.
    pub fn asked(&self, key: &'static str) -> impl Iterator<Item = (&'static str, &'a str, &Text<'a>)> {
        let asked = |text: &&Text<'_>| matches!(text.item, Item::Question(_) | Item::Fact(_));
        let texts = self.list.iter().filter(move |text| text.key == key).filter(asked);
        texts.filter_map(|text| text.item.names().map(|(_, what, id)| (what, id, text)))
    }

    fn collect(definition: &'a Definition, document: &'a Document, by_id: bool) -> Self {
        let mut collector = Collector { list: Vec::new(), root: document.at(), by_id };
        collector.definition(definition);
        let mut list = std::mem::take(&mut collector.list);
        list.iter_mut().enumerate().for_each(|(at, text)| text.at = at);
        if !by_id {
            collector.references(definition);
        }
        Self { language: &definition.language, definition, list, references: collector.list }
    }
}

impl Text<'_> {
    /// It as it is written, white space and all.
    pub fn written(&self) -> &str {
        let text = if self.place.is_table() { self.place.key("text") } else { self.place };
        text.text().unwrap_or_default()
    }

    /// Its bytes in the file.
    pub fn span(&self) -> Range<usize> {
        // An option may be a table of points and text.
        if self.place.is_table() { self.place.key("text").span() } else { self.place.span() }
    }
}

impl<'a> Item<'a> {
    /// The key of its list in a file, what messages call one of them, and its id; none for the definition itself.
    pub fn names(self) -> Option<(&'static str, &'static str, &'a str)> {
        Some(match self {
            Self::Definition => return None,
            Self::Source(id) => ("sources", called::source(), id),
            Self::Pillar(id) => ("pillars", called::pillar(), id),
            Self::Group(id) => ("groups", called::group(), id),
            Self::Level(id) => ("levels", called::level(), id),
            Self::Fact(id) => ("profile", called::fact(), id),
            Self::Criterion(id) => ("criteria", called::criterion(), id),
            Self::Question(id) => ("questions", called::question(), id),
            Self::Challenge(id) => ("challenges", called::challenge(), id),
            Self::Action(id) => ("actions", called::action(), id),
            Self::Benchmark(id) => ("benchmarks", called::benchmark(), id),
        })
    }
}

/// Walks a definition once, noting each text with its place: by index in a definition, by id in a translation.
struct Collector<'a> {
    list: Vec<Text<'a>>,
    root: Cursor<'a>,
    by_id: bool,
}

impl<'a> Collector<'a> {
    fn definition(&mut self, definition: &'a Definition) {
        self.item(Item::Definition, &[], &[("title", &definition.title), ("description", &definition.description)]);
        self.optional(Item::Definition, &[], "respondents", definition.respondents.as_deref());
        self.item(Item::Definition, &[], &[("effort_unit", &definition.effort_unit)]);
        self.optional(Item::Definition, &[], "effort_scope", definition.effort_scope.as_deref());
        for (at, source) in definition.sources.iter().enumerate() {
            self.item(Item::Source(&source.id), &[at], &[("title", &source.title)]);
        }
        for (at, pillar) in definition.pillars.iter().enumerate() {
            self.item(Item::Pillar(&pillar.id), &[at], &[("name", &pillar.name)]);
        }
        for (at, group) in definition.groups.iter().enumerate() {
            self.item(Item::Group(&group.id), &[at], &[("name", &group.name)]);
        }
        for (at, level) in definition.levels.iter().enumerate() {
            self.item(Item::Level(&level.id), &[at], &[("name", &level.name), ("summary", &level.summary)]);
        }
        for (at, fact) in definition.profile.iter().enumerate() {
            let item = Item::Fact(&fact.id);
            self.item(item, &[at], &[("text", &fact.text)]);
            if let Some(help) = &fact.help {
                self.item(item, &[at], &[("help", help)]);
            }
            self.items(item, &[at], "options", fact.options.iter().map(|option| option.text.as_str()));
        }
        for (at, criterion) in definition.criteria.iter().enumerate() {
            let texts = [("name", criterion.name.as_str()), ("description", &criterion.description)];
            self.item(Item::Criterion(&criterion.id), &[at], &texts);
            for (index, question) in criterion.questions.iter().enumerate() {
                let (item, path) = (Item::Question(&question.id), [at, index]);
                self.item(item, &path, &[("text", &question.text)]);
                self.optional(item, &path, "help", question.help.as_deref());
                self.optional(item, &path, "not_applicable", question.not_applicable.when());
                self.items(item, &path, "options", question.options.iter().map(|option| option.text.as_str()));
            }
        }
        for (at, challenge) in definition.challenges.iter().enumerate() {
            let texts = [("name", challenge.name.as_str()), ("summary", &challenge.summary)];
            self.item(Item::Challenge(&challenge.id), &[at], &texts);
        }
        for (at, action) in definition.actions.iter().enumerate() {
            let item = Item::Action(&action.id);
            self.item(item, &[at], &[("title", &action.title), ("why", &action.why)]);
            self.items(item, &[at], "steps", action.steps.iter().map(|step| step.text.as_str()));
        }
        for (at, benchmark) in definition.benchmarks.iter().enumerate() {
            let item = Item::Benchmark(&benchmark.id);
            self.item(item, &[at], &[("name", &benchmark.name)]);
            self.optional(item, &[at], "method", benchmark.method.as_deref());
        }
    }

    fn references(&mut self, definition: &'a Definition) {
        for (at, criterion) in definition.criteria.iter().enumerate() {
            for (index, question) in criterion.questions.iter().enumerate() {
                let refs = question.refs.iter().map(String::as_str);
                self.items(Item::Question(&question.id), &[at, index], "refs", refs);
            }
        }
        for (at, action) in definition.actions.iter().enumerate() {
            self.items(Item::Action(&action.id), &[at], "refs", action.refs.iter().map(String::as_str));
        }
    }

    fn item(&mut self, item: Item<'a>, at: &[usize], texts: &[(&'static str, &'a str)]) {
        let place = self.place(item, at);
        self.list.extend(texts.iter().map(|(key, text)| Text { item, key, text, at: 0, place: place.key(key) }));
    }

    fn optional(&mut self, item: Item<'a>, at: &[usize], key: &'static str, text: Option<&'a str>) {
        self.item(item, at, text.map(|text| (key, text)).as_slice());
    }

    fn items(&mut self, item: Item<'a>, at: &[usize], key: &'static str, texts: impl Iterator<Item = &'a str>) {
        let place = self.place(item, at).key(key);
        self.list.extend(texts.enumerate().map(|(at, text)| Text { item, key, text, at: 0, place: place.index(at) }));
    }

    fn place(&self, item: Item<'a>, at: &[usize]) -> Cursor<'a> {
        let root = self.root;
        match (item.names(), at) {
            (Some((key, _, id)), _) if self.by_id => root.key(key).key(id),
            (Some((key, ..)), [at]) => root.key(key).index(*at),
            (Some((key, ..)), [criterion, question]) => {
                root.key("criteria").index(*criterion).key(key).index(*question)
            }
            _ => root,
        }
    }
}
