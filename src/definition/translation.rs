//! A definition in another language: the same ids with their texts only.
//!
//! Which texts they were made from (`of`) is only read here: `check` compares it with the definition.

use std::sync::Arc;

use super::id::is_id;
use super::kind::Kind;
use super::language::read_language;
use super::model::{PROSE, Parts};
use super::read::meant_by;
use super::rules::{LONE_TRANSLATION, ORPHANED_TRANSLATION, UNTRANSLATED};
use crate::diagnostic::{Finding, Findings, nearest};
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Document, Fields, Value, read_prose, read_text};
use crate::words::definition as say;
use crate::words::document::write;
use crate::words::lists::between_names;

use Part::{Maybe, Text, Texts};

/// The most of a translation's unit that the effort 1 can be.
const MAX_FACTOR: u32 = 1_000;

/// Gives `base` with the texts of the translation in `document`; what has no translation keeps its own text.
pub(super) fn read(base: &Parts, document: &Document, findings: &mut Findings) -> Parts {
    let mut translated = base.clone();
    let mut fields = Fields::new(&document.root, say::a_translation(), findings);
    let translates = fields.text("translates", findings);
    if !translates.is_empty() && translates != base.id {
        let (place, message) = (document.at().key("translates").span(), say::translates_another(&translates, &base.id));
        let finding = findings.add(&INVALID_VALUE, place.clone(), message);
        finding.help(say::write_or_name_file(&base.id, &translates));
        // It may be the translation of another, under a wrong name.
        if nearest(&translates, [base.id.as_str()]).is_some() {
            finding.help(write(&base.id)).fix(place, format!("\"{}\"", base.id));
        }
    }
    translated.language = read_language(&mut fields, findings);
    other_language(base, &translated, document, findings);
    file_name(&translated, document, findings);
    fields.optional_text("of", findings);
    text(&mut fields, "title", &mut translated.title, findings);
    text(&mut fields, "description", &mut translated.description, findings);
    if let Some(respondents) = &mut translated.respondents {
        text(&mut fields, "respondents", respondents, findings);
    }
    let unit = translated.effort_unit.clone();
    text(&mut fields, "effort_unit", &mut translated.effort_unit, findings);
    effort_factor(&mut fields, document, (&unit, &mut translated), findings);
    if let Some(scope) = &mut translated.effort_scope {
        text(&mut fields, "effort_scope", scope, findings);
    }

    let sources = translated.sources.iter_mut().map(|source| (&source.id, vec![Text("title", &mut source.title)]));
    group(&mut fields, "sources", Kind::Source, sources, findings);
    let pillars = translated.pillars.iter_mut().map(|pillar| (&pillar.id, vec![Text("name", &mut pillar.name)]));
    group(&mut fields, "pillars", Kind::Pillar, pillars, findings);
    let groups = translated.groups.iter_mut().map(|group| (&group.id, vec![Text("name", &mut group.name)]));
    group(&mut fields, "groups", Kind::Group, groups, findings);
    let levels = translated
        .levels
        .iter_mut()
        .map(|level| (&level.id, vec![Text("name", &mut level.name), Text("summary", &mut level.summary)]));
    group(&mut fields, "levels", Kind::Level, levels, findings);
    let profile = translated.profile.iter_mut().map(|fact| {
        let mut parts = vec![Text("text", &mut fact.text)];
        parts.push(Maybe("help", fact.help.as_mut()));
        parts.push(Texts("options", fact.options.iter_mut().map(|option| &mut option.text).collect()));
        (&fact.id, parts)
    });
    group(&mut fields, "profile", Kind::Fact, profile, findings);
    let criteria = translated.criteria.iter_mut().map(|criterion| {
        let description = Text("description", &mut criterion.description);
        (&criterion.id, vec![Text("name", &mut criterion.name), description])
    });
    group(&mut fields, "criteria", Kind::Criterion, criteria, findings);
    let questions = translated.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions).map(|question| {
        let mut parts = vec![Text("text", &mut question.text)];
        parts.push(Maybe("help", question.help.as_mut()));
        parts.push(Maybe("not_applicable", question.not_applicable.when_mut()));
        parts.push(Texts("options", question.options.iter_mut().map(|option| &mut option.text).collect()));
        (&question.id, parts)
    });
    group(&mut fields, "questions", Kind::Question, questions, findings);
    let challenges = translated.challenges.iter_mut().map(|challenge| {
        (&challenge.id, vec![Text("name", &mut challenge.name), Text("summary", &mut challenge.summary)])
    });
    group(&mut fields, "challenges", Kind::Challenge, challenges, findings);
    let actions = translated.actions.iter_mut().map(|action| {
        let steps = Texts("steps", action.steps.iter_mut().map(|step| &mut step.text).collect());
        (&action.id, vec![Text("title", &mut action.title), Text("why", &mut action.why), steps])
    });
    group(&mut fields, "actions", Kind::Action, actions, findings);
    let benchmarks = translated.benchmarks.iter_mut().map(|benchmark| {
        let mut parts = vec![Text("name", &mut benchmark.name)];
        parts.extend(benchmark.method.as_mut().map(|method| Text("method", method)));
        (&benchmark.id, parts)
    });
    group(&mut fields, "benchmarks", Kind::Benchmark, benchmarks, findings);
    translated.glossary = super::glossary::read(&mut fields, findings);
    fields.finish(findings);
    translated
}

/// Says of a translation that no definition is beside it, and where it would be.
pub(super) fn alone(document: &Document) -> Finding {
    let name = document.source.name();
    let (folder, file) = name.rfind(['/', '\\']).map_or(("", name), |at| name.split_at(at + 1));
    let place = document.at().key("translates");
    let id = place.text().filter(|id| is_id(id));
    let mut findings = Findings::new(Arc::clone(&document.source));
    if super::layout::nothing(document, &mut findings) {
        return findings.into_sorted().remove(0);
    }
    let named = |id: &str| file.strip_prefix(id)?.strip_prefix('.')?.strip_suffix(".toml").filter(|of| is_id(of));
    let finding = match id {
        Some(id) if named(id).is_some() => findings
            .add(&LONE_TRANSLATION, place.span(), say::no_definition_beside(&format!("{folder}{id}.toml")))
            .help(say::put_definition_back()),
        Some(id) => {
            findings.add(&LONE_TRANSLATION, place.span(), say::not_named_as_translation(id)).help(say::name_it(id))
        }
        None => findings.add(&LONE_TRANSLATION, place.span(), say::translates_nothing()).help(say::write_translates()),
    };
    finding.clone()
}

/// How many of the translation's unit the effort 1 is: only where it names a unit, since in the definition's own all figures
/// would be wrong.
fn effort_factor(
    fields: &mut Fields<'_>,
    document: &Document,
    (unit, translated): (&str, &mut Parts),
    findings: &mut Findings,
) {
    let Some(factor) = fields.optional_integer("effort_factor", 1..=MAX_FACTOR, findings) else { return };
    translated.effort_factor = factor;
    let why = match document.at().key("effort_unit").arrived() {
        false => say::factor_without_unit(),
        true if factor > 1 && translated.effort_unit == unit => say::factor_of_the_same_unit(),
        true => return,
    };
    let place = document.at().key("effort_factor").key_span();
    findings.add(&INVALID_VALUE, place, why).help(say::name_the_unit());
}

/// What is translated into the language of the definition is seen by nobody.
fn other_language(base: &Parts, translated: &Parts, document: &Document, findings: &mut Findings) {
    if !translated.language.is_empty() && translated.language == base.language {
        let place = document.at().key("language").span();
        findings.add(&INVALID_VALUE, place, say::own_language(&base.language)).help(say::say_language_of_texts());
    }
}

/// `<id>.<lang>.toml` says the same as `translates` and `language`.
fn file_name(translated: &Parts, document: &Document, findings: &mut Findings) {
    let name = document.source.name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((_, language)) = file.strip_suffix(".toml").and_then(|stem| stem.rsplit_once('.')) else { return };
    if !translated.language.is_empty() && language != translated.language {
        let message = say::language_of_file(language);
        findings.add(&INVALID_VALUE, document.at().key("language").span(), message);
    }
}

/// Puts the text under `key` in the place of `text`.
fn text(fields: &mut Fields<'_>, key: &'static str, text: &mut String, findings: &mut Findings) {
    match fields.optional(key) {
        Some(_) if PROSE.contains(&key) => *text = fields.prose(key, findings),
        Some(_) => *text = fields.text(key, findings),
        None => untranslated(fields, key, findings),
    }
}

/// Puts the texts under `key`, as many as there are, in the place of `texts`.
fn texts(fields: &mut Fields<'_>, key: &'static str, texts: Vec<&mut String>, findings: &mut Findings) {
    let Some(node) = fields.optional(key) else { return untranslated(fields, key, findings) };
    let nodes = fields.items(key, 0..=100, findings);
    let read = if PROSE.contains(&key) { read_prose } else { read_text };
    let translated: Vec<String> = nodes.iter().map(|node| read(node, findings).unwrap_or_default()).collect();
    if translated.len() != texts.len() && matches!(node.value, Value::Array(_)) {
        let message = say::count_of_texts(key, translated.len(), texts.len());
        findings.add(&OUT_OF_RANGE, node.span.clone(), message);
        return;
    }
    for (text, translated) in texts.into_iter().zip(translated) {
        *text = translated;
    }
}

fn untranslated(fields: &Fields<'_>, key: &str, findings: &mut Findings) {
    findings.add(&UNTRANSLATED, fields.span(), say::key_not_translated(key));
}

/// What is translated of an item, each under its key.
enum Part<'a> {
    Text(&'static str, &'a mut String),
    /// A text that an item need not have.
    Maybe(&'static str, Option<&'a mut String>),
    Texts(&'static str, Vec<&'a mut String>),
}

/// Reads the tables under `key`, by the ids of the items.
fn group<'a>(
    fields: &mut Fields<'_>,
    key: &'static str,
    kind: Kind<'_>,
    items: impl Iterator<Item = (&'a String, Vec<Part<'a>>)>,
    findings: &mut Findings,
) {
    let span = fields.optional(key).map_or(fields.span(), |node| node.span.clone());
    let entries = fields.table(key, findings);
    let noun = kind.noun();
    let (mut known, mut missing) = (Vec::new(), Vec::new());
    for (id, parts) in items {
        known.push(id.as_str());
        let Some(entry) = entries.iter().find(|entry| entry.key == *id) else {
            missing.push(id.as_str());
            continue;
        };
        let mut fields = Fields::new(&entry.node, kind.one(), findings);
        if !matches!(entry.node.value, Value::Table(_)) {
            continue;
        }
        fields.optional_text("of", findings);
        for part in parts {
            match part {
                Text(key, own) | Maybe(key, Some(own)) => {
                    text(&mut fields, key, own, findings);
                    if let Some(node) =
                        entry.node.get(key).filter(|_| key == "not_applicable" && meant_by(own).is_some())
                    {
                        findings.add(&INVALID_VALUE, node.span.clone(), say::no_when(own)).help(say::say_when());
                    }
                }
                Maybe(key, None) => {
                    if let Some(node) = fields.optional(key) {
                        let message = say::no_key_for(key, &noun, id);
                        findings.add(&ORPHANED_TRANSLATION, node.span.clone(), message);
                    }
                }
                Texts(key, own) => texts(&mut fields, key, own, findings),
            }
        }
        fields.finish(findings);
    }
    let strange: Vec<_> = entries.iter().filter(|entry| !known.contains(&entry.key.as_ref())).collect();
    // One that stands there under a name much like its own is not missing.
    let meant = |id: &&str| strange.iter().any(|entry| nearest(&entry.key, missing.iter().copied()) == Some(*id));
    let absent: Vec<&str> = missing.iter().copied().filter(|id| !meant(id)).collect();
    if !absent.is_empty() {
        findings.add(&UNTRANSLATED, span, say::not_translated(&noun, &absent.join(between_names())));
    }
    for entry in strange {
        findings
            .add(&ORPHANED_TRANSLATION, entry.key_span.clone(), say::definition_has_no(&noun, &entry.key))
            .suggest(&entry.key, missing.iter().copied());
    }
}
