//! What must hold between the parts of a definition: unique ids, references that lead somewhere, levels that
//! rise, actions that can be started, and numbers small enough to be exact.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::clause::{Clause, Goal, Scope};
use super::model::{Level, Parts};
use super::rules::{CYCLIC_AFTER, DUPLICATE_ID, INVALID_ID, TOO_FINE, UNKNOWN_POINTS, UNKNOWN_REFERENCE, WEAKER_LEVEL};
use crate::diagnostic::{Findings, nearest, repeated};
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Cursor, Document, Node};
use crate::exact::Score;

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
            .add(&INVALID_ID, document.at().key("id").span(), format!("the id is not the file's name, `{stem}`"))
            .help(format!("write `{stem}`, or name the file `{}.toml`", definition.id));
    }
}

fn unique_ids(definition: &Parts, document: &Document, findings: &mut Findings) {
    let list = |key: &str, index: usize| document.at().key(key).index(index).key("id").span();
    macro_rules! unique {
        ($key:ident, $what:literal) => {
            let ids = definition.$key.iter().enumerate();
            unique($what, ids.map(|(at, item)| (item.id.as_str(), list(stringify!($key), at))), findings);
        };
    }
    unique!(sources, "source");
    unique!(pillars, "pillar");
    unique!(groups, "group");
    unique!(levels, "level");
    unique!(profile, "fact");
    unique!(criteria, "criterion");
    unique!(challenges, "challenge");
    unique!(actions, "action");
    unique!(benchmarks, "benchmark");
    let questions = definition.criteria.iter().enumerate().flat_map(|(at, criterion)| {
        let cursor = document.at().key("criteria").index(at).key("questions");
        let ids = criterion.questions.iter().enumerate();
        ids.map(move |(index, question)| (question.id.as_str(), cursor.index(index).key("id").span()))
    });
    unique("question", questions, findings);
}

pub(super) fn unique<'a>(what: &str, ids: impl Iterator<Item = (&'a str, Range<usize>)>, findings: &mut Findings) {
    let ids = ids.filter(|(id, _)| !id.is_empty()).map(|(id, span)| (id, (id, span)));
    for ((_, before), (id, span)) in repeated(ids) {
        findings.add(&DUPLICATE_ID, span, format!("another {what} has the id `{id}`")).related(before, "first here");
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
                    .add(&INVALID_VALUE, requires.key_span(), "the first level must not require anything")
                    .help("whoever attains no other level is here: remove `requires`");
            }
            continue;
        }
        let before = asked.clone();
        for clause in &level.requires {
            let place = clause.place(requires);
            match clause {
                Clause::Criterion(Scope::Named(id), _) => {
                    key("criterion", id, &criteria, place.key_span(), findings);
                }
                Clause::CriteriaInPlace(count) if *count > criteria.len() => {
                    let message = format!("{count} criteria cannot be in place: there are {}", criteria.len());
                    findings.add(&OUT_OF_RANGE, place.span(), message);
                }
                _ => {}
            }
            let pieces = definition.pieces(clause);
            pieces.iter().for_each(|piece| asked.raise(piece));
            if !pieces.is_empty() && pieces.iter().all(|piece| before.compare(piece).is_gt()) {
                let message = format!("level `{}` asks for less here than a level below it", level.id);
                findings.add(&WEAKER_LEVEL, place.span(), message).help("list the levels from lowest to highest");
            }
        }
        // Where something in `requires` is out of range, that is what is said.
        let zero = level.of_questions().is_some_and(|clause| matches!(clause, Clause::Questions(_, Score::ZERO)));
        if asked == before && !zero && !is_misspelt(document, "levels", at, "requires") && !is_unread(level, requires) {
            let message = format!("level `{}` asks for nothing more than the levels below it", level.id);
            findings
                .add(&WEAKER_LEVEL, requires.key_span(), message)
                .help("whoever attains the level below attains this one: give it a higher `requires`");
        }
    }
}

/// Whether a key of an item is there under another name.
pub(super) fn is_misspelt(document: &Document, list: &str, item: usize, key: &str) -> bool {
    let item = document.root.get(list).and_then(|items| items.items().get(item));
    let mut keys = item.map_or(&[][..], Node::entries).iter().map(|entry| entry.key.as_str());
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
            reference("pillar", pillar, &pillars, cursor.key("pillar").span(), findings);
        }
        if let Some(source) = &action.source {
            reference("source", source, &sources, cursor.key("source").span(), findings);
        }
        let unknown = action.after.iter().enumerate().filter(|(_, after)| !known_names.contains(after.as_str()));
        for (index, after) in unknown {
            reference("action", after, &names, cursor.key("after").index(index).span(), findings);
        }
        let raises = cursor.key("raises");
        if raises.is_table() && raises.entry_count() == 0 {
            findings
                .add(&OUT_OF_RANGE, raises.span(), format!("action `{}` raises no question", action.id))
                .help("name what it achieves: `raises = { question = points }`");
        }
        let raised: Vec<&str> = action.raises.iter().map(|raise| raise.question.as_str()).collect();
        for raise in &action.raises {
            let place = raises.key(&raise.question);
            entry("question", &raise.question, &questions, &raised, place.key_span(), findings);
            if let Some(question) = known.get(raise.question.as_str())
                && question.option_index(raise.points).is_none()
                && !question.options.is_empty()
            {
                let message = format!("question `{}` has no option of {} points", question.id, raise.points);
                findings
                    .add(&UNKNOWN_POINTS, place.span(), message)
                    .help(format!("its options have {} points", question.points_list()));
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
            reference("source", source, &sources, cursor.key("source").span(), findings);
        }
        for share in &benchmark.shares {
            let place = cursor.key("shares").key(&share.level);
            key("level", &share.level, &levels, place.key_span(), findings);
        }
    }
}

/// Reports `id` where `known` lacks it. An empty one could not be read, of which there is a finding already.
pub(super) fn reference(what: &str, id: &str, known: &[&str], span: Range<usize>, findings: &mut Findings) {
    if !id.is_empty() {
        key(what, id, known, span, findings);
    }
}

/// The same of an id that is a key. An item whose own id could not be read might be the one that is meant.
pub(super) fn key(what: &str, id: &str, known: &[&str], span: Range<usize>, findings: &mut Findings) {
    if !known.contains(&id) && !known.contains(&"") {
        let message = match what.strip_prefix("option of ") {
            Some(fact) => format!("fact {fact} has no option `{id}`"),
            None => format!("there is no {what} `{id}`"),
        };
        findings.add(&UNKNOWN_REFERENCE, span, message).suggest(id, known.iter().copied());
    }
}

/// The same of an id that is a key among `others`, of which none can be meant once more.
pub(super) fn entry(
    what: &str,
    id: &str,
    known: &[&str],
    others: &[&str],
    span: Range<usize>,
    findings: &mut Findings,
) {
    if !known.contains(&id) {
        let free: Vec<&str> = known.iter().copied().filter(|of| !others.contains(of)).collect();
        key(what, id, &free, span, findings);
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
        let message = format!("actions wait for one another: `{}`", names.join("` after `"));
        findings
            .add(&CYCLIC_AFTER, document.at().key("actions").index(start).key("after").span(), message)
            .help("none of them can be started: remove one `after`");
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
        let message = format!("{count} questions are too many: the most is {MAX_QUESTIONS}");
        findings.add(&OUT_OF_RANGE, document.at().key("criteria").span(), message);
    }
    if super::unit::unit(definition).is_none() {
        findings
            .add(&TOO_FINE, document.at().key("criteria").span(), "weights or points are too finely divided to score exactly")
            .help("use smaller whole numbers: divide the weights of a criterion by their common divisor, and give options points such as 1, 2, 3");
    }
}
