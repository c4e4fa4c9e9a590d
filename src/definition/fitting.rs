//! What must hold of facts and of what depends on them: conditions, efforts by a fact, challenges.

use super::effort::Cost;
use super::kind::Kind;
use super::model::{Conditional, Parts};
use super::profile::{Condition, Fact};
use super::rules::{MISSING_EFFORT, UNKNOWN_POINTS};
use super::validate::{entry, is_misspelt, key, reference, unique};
use crate::diagnostic::{Findings, nearest};
use crate::document::rules::{INVALID_VALUE, OUT_OF_RANGE};
use crate::document::{Cursor, Document};
use crate::words::definition_parts as say;
use crate::words::lists::between_names;

/// Adds what does not fit.
pub(super) fn validate(definition: &Parts, document: &Document, findings: &mut Findings) {
    facts(definition, document, findings);
    for (condition, cursor) in conditions(definition, document) {
        for (holds, place) in condition.places(cursor) {
            let ids: Vec<&str> = definition.profile.iter().map(|fact| fact.id.as_str()).collect();
            key(Kind::Fact, &holds.fact, &ids, place.key_span(), findings);
            let Some(fact) = fact(definition, &holds.fact) else { continue };
            if place.is_empty_list() {
                findings.add(&OUT_OF_RANGE, place.span(), say::never_holds());
            }
            for option in &holds.options {
                reference(Kind::OptionOf(&fact.id), option, &options(fact), place.span(), findings);
            }
        }
    }
    for (at, action) in definition.actions.iter().enumerate() {
        effort(definition, &action.effort, (document, document.at().key("actions").index(at).key("effort")), findings);
    }
    challenges(definition, document, findings);
}

/// Every condition that is not for everybody, with the table that it belongs to.
pub(crate) fn conditions<'a>(
    definition: &'a Parts,
    document: &'a Document,
) -> impl Iterator<Item = (&'a Condition, Cursor<'a>)> {
    let item = |key: &'static str, at: usize| document.at().key(key).index(at);
    let cursor = move |of: Conditional| match of {
        Conditional::Question(criterion, at) => item("criteria", criterion).key("questions").index(at),
        Conditional::Action(at) => item("actions", at),
        Conditional::Step(action, at) => item("actions", action).key("steps").index(at),
        Conditional::Challenge(at) => item("challenges", at),
        Conditional::Benchmark(at) => item("benchmarks", at),
    };
    let some = definition.conditions().filter(|(_, condition)| !condition.is_empty());
    some.map(move |(of, condition)| (condition, cursor(of)))
}

/// The fact of this id, if its options could be read: no other is wrong otherwise.
fn fact<'a>(definition: &'a Parts, id: &str) -> Option<&'a Fact> {
    definition.profile.iter().find(|fact| fact.id == id).filter(|fact| is_read(fact))
}

fn is_read(fact: &Fact) -> bool {
    !fact.options.is_empty() && fact.options.iter().all(|option| !option.id.is_empty())
}

fn options(fact: &Fact) -> Vec<&str> {
    fact.options.iter().map(|option| option.id.as_str()).collect()
}

fn facts(definition: &Parts, document: &Document, findings: &mut Findings) {
    for (at, fact) in definition.profile.iter().enumerate() {
        let cursor = document.at().key("profile").index(at);
        let ids = fact.options.iter().enumerate();
        let ids = ids.map(|(at, option)| (option.id.as_str(), cursor.key("options").index(at).key("id").span()));
        unique(Kind::OptionOf(&fact.id), ids, findings);
        if let Some(assume) = fact.assume.as_ref().filter(|_| is_read(fact)) {
            reference(Kind::OptionOf(&fact.id), assume, &options(fact), cursor.key("assume").span(), findings);
        }
    }
}

/// An effort by a fact needs one for each of its options, and the option that stands in where the fact was not told.
fn effort(definition: &Parts, cost: &Cost, (document, place): (&Document, Cursor<'_>), findings: &mut Findings) {
    let Cost::By { fact: by, efforts } = cost else { return };
    let ids: Vec<&str> = definition.profile.iter().map(|fact| fact.id.as_str()).collect();
    reference(Kind::Fact, by, &ids, place.key("by").span(), findings);
    let Some(fact) = fact(definition, by) else { return };
    let options = options(fact);
    let lacking = options.iter().filter(|id| !efforts.iter().any(|(option, _)| option == *id)).copied();
    let mut lacking = lacking.collect::<Vec<_>>();
    let given: Vec<&str> = efforts.iter().map(|(option, _)| option.as_str()).collect();
    for option in &given {
        entry(Kind::OptionOf(by), option, &options, &given, place.key(option).key_span(), findings);
        // The one that was meant is not lacking.
        if !options.contains(option)
            && let Some(meant) = nearest(option, lacking.iter().copied())
        {
            lacking.retain(|id| *id != meant);
        }
    }
    if !lacking.is_empty() {
        let message = say::no_effort(&lacking.join(between_names()));
        findings.add(&MISSING_EFFORT, place.span(), message).help(say::effort_each());
    }
    // What the fact lacks is said once, however many efforts go by it.
    let goes_by = |cost: &&Cost| matches!(cost, Cost::By { fact, .. } if fact == by);
    let first = definition.actions.iter().map(|action| &action.effort).find(goes_by);
    if first.is_some_and(|first| !std::ptr::eq(first, cost)) {
        return;
    }
    if fact.many {
        findings.add(&INVALID_VALUE, place.key("by").span(), say::several_hold(by)).help(say::effort_by_one());
    } else if fact.assume.is_none()
        && !ids.iter().position(|id| id == by).is_some_and(|at| is_misspelt(document, "profile", at, "assume"))
    {
        findings
            .add(&MISSING_EFFORT, place.key("by").span(), say::nothing_assumed(by))
            .help(say::say_assumed(by, options.first().unwrap_or(&"")));
    }
}

fn challenges(definition: &Parts, document: &Document, findings: &mut Findings) {
    let sources: Vec<&str> = definition.sources.iter().map(|source| source.id.as_str()).collect();
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    for (at, challenge) in definition.challenges.iter().enumerate() {
        let cursor = document.at().key("challenges").index(at);
        if let Some(source) = &challenge.source {
            reference(Kind::Source, source, &sources, cursor.key("source").span(), findings);
        }
        let when = cursor.key("when");
        if when.is_table() && when.entry_count() == 0 {
            let message = say::finds_always(&challenge.id);
            findings.add(&OUT_OF_RANGE, when.span(), message).help(say::name_what_shows());
        }
        let named: Vec<&str> = challenge.when.iter().map(|when| when.question.as_str()).collect();
        for raise in &challenge.when {
            let place = when.key(&raise.question);
            entry(Kind::Question, &raise.question, &questions, &named, place.key_span(), findings);
            let of = definition.questions().map(|(_, question)| question).find(|of| of.id == raise.question);
            let Some(question) = of.filter(|of| !of.options.is_empty()) else { continue };
            if question.option_index(raise.points).is_none() {
                let message = say::no_option(&question.id, raise.points);
                let help = say::its_options(&question.points_list());
                findings.add(&UNKNOWN_POINTS, place.span(), message).help(help);
            } else if question.options.last().is_some_and(|best| best.points == raise.points) {
                let message = say::every_answer(&question.id, raise.points);
                findings.add(&OUT_OF_RANGE, place.span(), message).help(say::below_the_best());
            }
        }
    }
}
