//! A definition in another language: the same ids with their texts only.
//!
//! Which texts they were made from (`of`) is only read here: `check` compares it with the definition.

use super::id::required_id;
use super::model::{Definition, Question};
use super::rules::{ORPHANED_TRANSLATION, UNTRANSLATED};
use crate::diagnostic::Findings;
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Document, Entry, Fields, Value};

/// Gives `base` with the texts of the translation in `document`; what has no translation keeps its own text.
pub(super) fn read(base: &Definition, document: &Document, findings: &mut Findings) -> Definition {
    let mut translated = base.clone();
    let mut fields = Fields::new(&document.root, "a translation", findings);
    let translates = fields.text("translates", findings);
    if !translates.is_empty() && translates != base.id {
        findings
            .add(
                &INVALID_VALUE,
                document.at().key("translates").span(),
                format!("this translates `{translates}`, not `{}`", base.id),
            )
            .help(format!("write `{}`", base.id))
            .fix(document.at().key("translates").span(), format!("\"{}\"", base.id));
    }
    translated.language = required_id(&mut fields, "language", findings);
    file_name(&translated, document, findings);
    fields.optional_text("of", findings);
    text(&mut fields, "title", &mut translated.title, findings);
    text(&mut fields, "description", &mut translated.description, findings);
    text(&mut fields, "effort_unit", &mut translated.effort_unit, findings);

    let mut group = Group::new(&mut fields, "sources", "a source", findings);
    for source in &mut translated.sources {
        group.item(&source.id, findings, |fields, findings| text(fields, "title", &mut source.title, findings));
    }
    group.finish(findings);
    let mut group = Group::new(&mut fields, "pillars", "a pillar", findings);
    for pillar in &mut translated.pillars {
        group.item(&pillar.id, findings, |fields, findings| text(fields, "name", &mut pillar.name, findings));
    }
    group.finish(findings);
    let mut group = Group::new(&mut fields, "levels", "a level", findings);
    for level in &mut translated.levels {
        group.item(&level.id, findings, |fields, findings| {
            text(fields, "name", &mut level.name, findings);
            text(fields, "summary", &mut level.summary, findings);
        });
    }
    group.finish(findings);
    let mut group = Group::new(&mut fields, "criteria", "a criterion", findings);
    for criterion in &mut translated.criteria {
        group.item(&criterion.id, findings, |fields, findings| {
            text(fields, "name", &mut criterion.name, findings);
            text(fields, "description", &mut criterion.description, findings);
        });
    }
    group.finish(findings);
    let mut group = Group::new(&mut fields, "questions", "a question", findings);
    for question in translated.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions) {
        let id = question.id.clone();
        group.item(&id, findings, |fields, findings| read_question(question, fields, findings));
    }
    group.finish(findings);
    let mut group = Group::new(&mut fields, "actions", "an action", findings);
    for action in &mut translated.actions {
        group.item(&action.id, findings, |fields, findings| {
            text(fields, "title", &mut action.title, findings);
            text(fields, "why", &mut action.why, findings);
            texts(fields, "steps", action.steps.iter_mut().collect(), findings);
        });
    }
    group.finish(findings);
    let mut group = Group::new(&mut fields, "benchmarks", "a benchmark", findings);
    for benchmark in &mut translated.benchmarks {
        group.item(&benchmark.id, findings, |fields, findings| text(fields, "name", &mut benchmark.name, findings));
    }
    group.finish(findings);
    fields.finish(findings);
    translated
}

/// `<id>.<lang>.toml` says the same as `translates` and `language`.
fn file_name(translated: &Definition, document: &Document, findings: &mut Findings) {
    let name = document.source.name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((_, language)) = file.strip_suffix(".toml").and_then(|stem| stem.rsplit_once('.')) else { return };
    if !translated.language.is_empty() && language != translated.language {
        let message = format!("the language is not the one in the file's name, `{language}`");
        findings.add(&INVALID_VALUE, document.at().key("language").span(), message);
    }
}

fn read_question(question: &mut Question, fields: &mut Fields<'_>, findings: &mut Findings) {
    text(fields, "text", &mut question.text, findings);
    if let Some(help) = &mut question.help {
        text(fields, "help", help, findings);
    }
    texts(fields, "options", question.options.iter_mut().map(|option| &mut option.text).collect(), findings);
}

/// Puts the text under `key` in the place of `text`.
fn text(fields: &mut Fields<'_>, key: &'static str, text: &mut String, findings: &mut Findings) {
    match fields.optional(key) {
        Some(_) => *text = fields.text(key, findings),
        None => untranslated(fields, key, findings),
    }
}

/// Puts the texts under `key`, as many as there are, in the place of `texts`.
fn texts(fields: &mut Fields<'_>, key: &'static str, texts: Vec<&mut String>, findings: &mut Findings) {
    let Some(node) = fields.optional(key) else { return untranslated(fields, key, findings) };
    let translated = fields.texts(key, 0..=100, findings);
    if translated.len() != texts.len() && matches!(node.value, Value::Array(_)) {
        let message = format!("`{key}` has {} texts, and the definition {}", translated.len(), texts.len());
        findings.add(&OUT_OF_RANGE, node.span.clone(), message);
        return;
    }
    for (text, translated) in texts.into_iter().zip(translated) {
        *text = translated;
    }
}

fn untranslated(fields: &Fields<'_>, key: &str, findings: &mut Findings) {
    findings.add(&UNTRANSLATED, fields.span(), format!("`{key}` is not translated"));
}

/// The tables under one key, by id.
struct Group<'a> {
    /// What messages call one of them, with its article.
    what: &'static str,
    entries: &'a [Entry],
    known: Vec<String>,
    untranslated: Vec<String>,
    span: std::ops::Range<usize>,
}

impl<'a> Group<'a> {
    fn new(fields: &mut Fields<'a>, key: &'static str, what: &'static str, findings: &mut Findings) -> Self {
        let span = fields.optional(key).map_or(fields.span(), |node| node.span.clone());
        let entries = fields.table(key, findings);
        Self { what, entries, known: Vec::new(), untranslated: Vec::new(), span }
    }

    fn item(&mut self, id: &str, findings: &mut Findings, read: impl FnOnce(&mut Fields<'a>, &mut Findings)) {
        self.known.push(id.to_owned());
        let Some(entry) = self.entries.iter().find(|entry| entry.key == id) else {
            self.untranslated.push(id.to_owned());
            return;
        };
        let mut fields = Fields::new(&entry.node, self.what, findings);
        fields.optional_text("of", findings);
        read(&mut fields, findings);
        fields.finish(findings);
    }

    fn finish(self, findings: &mut Findings) {
        let noun = self.what.split_once(' ').map_or(self.what, |(_, noun)| noun);
        if !self.untranslated.is_empty() {
            let message = format!("not translated: {noun} `{}`", self.untranslated.join("`, `"));
            findings.add(&UNTRANSLATED, self.span, message);
        }
        for entry in self.entries.iter().filter(|entry| !self.known.contains(&entry.key)) {
            let message = format!("the definition has no {noun} `{}`", entry.key);
            findings
                .add(&ORPHANED_TRANSLATION, entry.key_span.clone(), message)
                .suggest(&entry.key, self.known.iter().map(String::as_str));
        }
    }
}
