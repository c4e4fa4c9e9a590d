//! What an organisation told about itself, and the questions that are therefore not asked.

use std::ops::Range;
use std::sync::Arc;

use super::rules::{NOT_ASKED, UNKNOWN_FACT};
use super::{Answer, AnswerSet};
use crate::definition::{Definition, Earlier, Fact, Profile, Question};
use crate::diagnostic::Findings;
use crate::document::rules::{DUPLICATE_KEY, INVALID_VALUE};
use crate::document::{Document, Entry, Fields, Node, Value, read_string};
use crate::words::answers as say;
use crate::words::lists::between_names;

/// Reads the entries of a table of facts: the id of an option each, or a list of them where several may hold.
pub(crate) fn read_profile(entries: &[Entry], definition: &Definition, findings: &mut Findings) -> Profile {
    let mut profile = Profile::default();
    for entry in entries {
        let Some((at, fact)) = Earlier::new(definition, None).fact(&entry.key) else {
            findings
                .add(&UNKNOWN_FACT, entry.key_span.clone(), say::no_fact(&definition.id, &entry.key))
                .suggest(&entry.key, definition.profile.iter().map(|fact| fact.id.as_str()));
            continue;
        };
        if profile.is_told(at) {
            findings
                .add(&DUPLICATE_KEY, entry.key_span.clone(), say::told_twice(&fact.id))
                .help(say::remove_earlier_fact());
            continue;
        }
        let nodes = match &entry.node.value {
            Value::Array(items) => items.as_slice(),
            _ => std::slice::from_ref(&entry.node),
        };
        if nodes.len() > 1 && !fact.many {
            findings.add(&INVALID_VALUE, entry.node.span.clone(), say::one_option(&fact.id)).help(choices(fact));
            continue;
        }
        for option in nodes.iter().filter_map(|node| read_option(node, fact, findings)) {
            profile.tell(at, option);
        }
    }
    profile
}

fn read_option(node: &Node, fact: &Fact, findings: &mut Findings) -> Option<usize> {
    let id = read_string(node, findings)?;
    let option = fact.options.iter().position(|option| option.id == id);
    if option.is_none() {
        findings
            .add(&UNKNOWN_FACT, node.span.clone(), say::no_fact_option(&fact.id, id))
            .suggest(id, fact.options.iter().map(|option| option.id.as_str()))
            .help(choices(fact));
    }
    option
}

fn choices(fact: &Fact) -> String {
    let ids: Vec<&str> = fact.options.iter().map(|option| option.id.as_str()).collect();
    say::choose_from(&ids.join(between_names()))
}

/// Whose the answers in `document` are, which may belong to another assessment, and what they tell of the facts that
/// `definition` asks for too. What is told otherwise than it asks is left out, and asked for anew.
pub fn whose(document: &Document, definition: &Definition) -> AnswerSet {
    let mut findings = Findings::new(Arc::clone(&document.source));
    let mut fields = Fields::new(&document.root, say::an_answer_set(), &mut findings);
    let profile = read_profile(fields.table("profile", &mut findings), definition, &mut findings);
    let metadata = ["organisation", "respondent"].into_iter().filter_map(|key| {
        let text = document.at().key(key).text()?;
        Some((key.to_owned(), text.to_owned()))
    });
    AnswerSet { metadata: metadata.collect(), profile, ..AnswerSet::default() }
}

/// Makes n/a what is not asked of this organisation, and gives the questions that were answered all the same.
pub(crate) fn drop_unasked<'a>(set: &mut AnswerSet, definition: &'a Definition) -> Vec<&'a Question> {
    let questions = definition.questions().map(|(_, question)| question).zip(&mut set.answers);
    let unasked = questions.filter(|(question, _)| !definition.applies(&question.condition, &set.profile).counts());
    let dropped = unasked.filter_map(|(question, answer)| {
        matches!(std::mem::replace(answer, Answer::NotApplicable), Answer::Option(_)).then_some(question)
    });
    dropped.collect()
}

/// Says that the answer at `span` is to a question that is not asked of this organisation.
pub(crate) fn not_asked(question: &Question, span: Range<usize>, findings: &mut Findings) {
    findings.add(&NOT_ASKED, span, say::not_asked(&question.id)).help(say::mend_profile_or_answer());
}
