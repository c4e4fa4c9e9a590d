//! What must hold between the parts of a definition: unique ids, references that lead somewhere, levels that
//! rise, actions that can be started, and numbers small enough to be exact.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::clause::{Clause, Goal, Scope};
use super::kind::Kind;
use super::model::{Level, Parts};
use super::rules::{CYCLIC_AFTER, DUPLICATE_ID, INVALID_ID, TOO_FINE, UNKNOWN_POINTS, UNKNOWN_REFERENCE, WEAKER_LEVEL};
use crate::diagnostic::{Findings, nearest, repeated};
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Cursor, Document, Node};
use crate::exact::Score;
use crate::words::definition_parts as say;
use crate::words::document::first_here;

const MAX_QUESTIONS: usize = 1_000;

/// Adds what is wrong with `definition`, which was read from `document`, even if in part.
pub(super) fn validate(definition: &Parts, document: &Document, findings: &mut Findings) {
    file_name(definition, document, findings);
    unique_ids(definition, document, findings);
    levels(definition, document, findings);
    actions(definition, document, findings);
    benchmarks(definition, document, findings);
    cycles(definition, document, findings);
    sizes(definition, document, findings);
}

fn file_name(definition: &Parts, document: &Document, findings: &mut Findings) {
    let name = document.source.name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some(stem) = file.strip_suffix(".toml") else { return };
    if !definition.id.is_empty() && stem != definition.id {
        findings
            .add(&INVALID_ID, document.at().key("id").span(), say::not_the_file_name(stem))
            .help(say::write_or_name_file(stem, &definition.id));
    }
}

fn unique_ids(definition: &Parts, document: &Document, findings: &mut Findings) {
    let list = |key: &str, index: usize| document.at().key(key).index(index).key("id").span();
    macro_rules! unique {
        ($key:ident, $kind:expr) => {
            let ids = definition.$key.iter().enumerate();
            unique($kind, ids.map(|(at, item)| (item.id.as_str(), list(stringify!($key), at))), findings);
        };
    }
    unique!(sources, Kind::Source);
    unique!(pillars, Kind::Pillar);
    unique!(groups, Kind::Group);
    unique!(levels, Kind::Level);
    unique!(profile, Kind::Fact);
    unique!(criteria, Kind::Criterion);
    unique!(challenges, Kind::Challenge);
    unique!(actions, Kind::Action);
    unique!(benchmarks, Kind::Benchmark);
    let questions = definition.criteria.iter().enumerate().flat_map(|(at, criterion)| {
        let cursor = document.at().key("criteria").index(at).key("questions");
        let ids = criterion.questions.iter().enumerate();
        ids.map(move |(index, question)| (question.id.as_str(), cursor.index(index).key("id").span()))
    });
    unique(Kind::Question, questions, findings);
}

pub(super) fn unique<'a>(kind: Kind<'_>, ids: impl Iterator<Item = (&'a str, Range<usize>)>, findings: &mut Findings) {
    let ids = ids.filter(|(id, _)| !id.is_empty()).map(|(id, span)| (id, (id, span)));
    for ((_, before), (id, span)) in repeated(ids) {
        findings.add(&DUPLICATE_ID, span, say::same_id(&kind.noun(), id)).related(before, first_here());
    }
}

fn levels(definition: &Parts, document: &Document, findings: &mut Findings) {
    let criteria: Vec<&str> = definition.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let mut asked = Goal::nothing(criteria.len());
    for (at, level) in definition.levels.iter().enumerate() {
        let requires = document.at().key("levels").index(at).key("requires");
        if at == 0 {
            if !level.requires.is_empty() {
                findings
                    .add(&INVALID_VALUE, requires.key_span(), say::first_level_requires())
                    .help(say::remove_requires());
            }
            continue;
        }
        let before = asked.clone();
        for clause in &level.requires {
            let place = clause.place(requires);
            match clause {
                Clause::Criterion(Scope::Named(id), _) => {
                    key(Kind::Criterion, id, &criteria, place.key_span(), findings);
                }
                Clause::CriteriaInPlace(count) if *count > criteria.len() => {
                    let message = say::many_in_place(*count, criteria.len());
                    findings.add(&OUT_OF_RANGE, place.span(), message);
                }
                _ => {}
            }
            let pieces = definition.pieces(clause);
            pieces.iter().for_each(|piece| asked.raise(piece));
            if !pieces.is_empty() && pieces.iter().all(|piece| before.compare(piece).is_gt()) {
                let message = say::weaker_level(&level.id);
                findings.add(&WEAKER_LEVEL, place.span(), message).help(say::lowest_to_highest());
            }
        }
        // Where something in `requires` is out of range, that is what is said.
        let zero = level.of_questions().is_some_and(|clause| matches!(clause, Clause::Questions(_, Score::ZERO)));
        if asked == before && !zero && !is_misspelt(document, "levels", at, "requires") && !is_unread(level, requires) {
            let message = say::no_more_than_below(&level.id);
            findings.add(&WEAKER_LEVEL, requires.key_span(), message).help(say::higher_requires());
        }
    }
}

/// Whether a key of an item is there under another name.
pub(super) fn is_misspelt(document: &Document, list: &str, item: usize, key: &str) -> bool {
    let item = document.root.get(list).and_then(|items| items.items().get(item));
    let mut keys = item.map_or(&[][..], Node::entries).iter().map(|entry| entry.key.as_ref());
    keys.any(|other| other != key && nearest(other, [key]).is_some())
}

/// Whether something in the `requires` of a level could not be read: that is what is said then.
pub(super) fn is_unread(level: &Level, requires: Cursor<'_>) -> bool {
    let written = requires.entry_count() + requires.key("criteria").entry_count();
    let read = level.requires.len() + usize::from(requires.key("criteria").arrived());
    requires.arrived() && !(requires.is_table() && written == read)
}

fn actions(definition: &Parts, document: &Document, findings: &mut Findings) {
    let sources: Vec<&str> = definition.sources.iter().map(|source| source.id.as_str()).collect();
    let pillars: Vec<&str> = definition.pillars.iter().map(|pillar| pillar.id.as_str()).collect();
    let names: Vec<&str> = definition.actions.iter().map(|action| action.id.as_str()).collect();
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let known = definition.questions_by_id();
    let known_names: HashSet<&str> = names.iter().copied().collect();
    for (at, action) in definition.actions.iter().enumerate() {
        let cursor = document.at().key("actions").index(at);
        if let Some(pillar) = &action.pillar {
            reference(Kind::Pillar, pillar, &pillars, cursor.key("pillar").span(), findings);
        }
        if let Some(source) = &action.source {
            reference(Kind::Source, source, &sources, cursor.key("source").span(), findings);
        }
        let unknown = action.after.iter().enumerate().filter(|(_, after)| !known_names.contains(after.as_str()));
        for (index, after) in unknown {
            reference(Kind::Action, after, &names, cursor.key("after").index(index).span(), findings);
        }
        let raises = cursor.key("raises");
        if raises.is_table() && raises.entry_count() == 0 {
            findings
                .add(&OUT_OF_RANGE, raises.span(), say::raises_nothing(&action.id))
                .help(say::name_what_it_achieves());
        }
        let raised: Vec<&str> = action.raises.iter().map(|raise| raise.question.as_str()).collect();
        for raise in &action.raises {
            let place = raises.key(&raise.question);
            entry(Kind::Question, &raise.question, &questions, &raised, place.key_span(), findings);
            if let Some(question) = known.get(raise.question.as_str())
                && question.option_index(raise.points).is_none()
                && !question.options.is_empty()
            {
                let message = say::no_option(&question.id, raise.points);
                let help = say::its_options(&question.points_list());
                findings.add(&UNKNOWN_POINTS, place.span(), message).help(help);
            }
        }
    }
}

fn benchmarks(definition: &Parts, document: &Document, findings: &mut Findings) {
    let sources: Vec<&str> = definition.sources.iter().map(|source| source.id.as_str()).collect();
    let levels: Vec<&str> = definition.levels.iter().map(|level| level.id.as_str()).collect();
    for (at, benchmark) in definition.benchmarks.iter().enumerate() {
        let cursor = document.at().key("benchmarks").index(at);
        if let Some(source) = &benchmark.source {
            reference(Kind::Source, source, &sources, cursor.key("source").span(), findings);
        }
        for share in &benchmark.shares {
            let place = cursor.key("shares").key(&share.level);
            key(Kind::Level, &share.level, &levels, place.key_span(), findings);
        }
    }
}

/// Reports `id` where `known` lacks it. An empty one could not be read, of which there is a finding already.
pub(super) fn reference(kind: Kind<'_>, id: &str, known: &[&str], span: Range<usize>, findings: &mut Findings) {
    if !id.is_empty() {
        key(kind, id, known, span, findings);
    }
}

/// The same of an id that is a key. An item whose own id could not be read might be the one that is meant.
pub(super) fn key(kind: Kind<'_>, id: &str, known: &[&str], span: Range<usize>, findings: &mut Findings) {
    if !known.contains(&id) && !known.contains(&"") {
        let message = match kind {
            Kind::OptionOf(fact) => say::fact_has_no_option(fact, id),
            kind => say::there_is_no(&kind.noun(), id),
        };
        findings.add(&UNKNOWN_REFERENCE, span, message).suggest(id, known.iter().copied());
    }
}

/// The same of an id that is a key among `others`, of which none can be meant once more.
pub(super) fn entry(
    kind: Kind<'_>,
    id: &str,
    known: &[&str],
    others: &[&str],
    span: Range<usize>,
    findings: &mut Findings,
) {
    if !known.contains(&id) {
        let free: Vec<&str> = known.iter().copied().filter(|of| !others.contains(of)).collect();
        key(kind, id, &free, span, findings);
    }
}

/// Reports each circle of `after` once, at its first action.
fn cycles(definition: &Parts, document: &Document, findings: &mut Findings) {
    let index: HashMap<&str, usize> =
        definition.actions.iter().enumerate().map(|(at, action)| (action.id.as_str(), at)).collect();
    let after: Vec<Vec<usize>> = definition
        .actions
        .iter()
        .map(|action| action.after.iter().filter_map(|id| index.get(id.as_str()).copied()).collect())
        .collect();
    let mut reported = vec![false; after.len()];
    for start in 0..after.len() {
        let Some(circle) = circle_from(start, &after) else { continue };
        if circle.iter().any(|&at| reported[at]) {
            continue;
        }
        circle.iter().for_each(|&at| reported[at] = true);
        let names: Vec<&str> =
            circle.iter().chain(&circle[..1]).map(|&at| definition.actions[at].id.as_str()).collect();
        let message = say::wait_for_one_another(&names.join(say::after()));
        findings
            .add(&CYCLIC_AFTER, document.at().key("actions").index(start).key("after").span(), message)
            .help(say::remove_after());
    }
}

/// A shortest circle of `after` that leads from `start` back to it.
fn circle_from(start: usize, after: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut came_from: Vec<Option<usize>> = vec![None; after.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for &next in &after[at] {
            if next == start {
                let mut circle = vec![at];
                while let Some(before) = came_from[circle[circle.len() - 1]] {
                    circle.push(before);
                }
                circle.reverse();
                return Some(circle);
            }
            if came_from[next].is_none() {
                came_from[next] = Some(at);
                queue.push_back(next);
            }
        }
    }
    None
}

fn sizes(definition: &Parts, document: &Document, findings: &mut Findings) {
    let count = definition.questions().count();
    if count > MAX_QUESTIONS {
        let message = say::many_questions(count, MAX_QUESTIONS);
        findings.add(&OUT_OF_RANGE, document.at().key("criteria").span(), message);
    }
    if super::unit::unit(definition).is_none() {
        findings.add(&TOO_FINE, document.at().key("criteria").span(), say::too_fine()).help(say::smaller_numbers());
    }
}
