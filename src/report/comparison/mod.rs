//! What changed between two or more answer sets.
//!
//! - Takes: a definition, and answer sets to any of its versions. Where these differ, only the questions that all answer
//!   are compared, and the comparison says so.
//! - Gives: the model (the JSON `cxm.comparison/1`), and its blocks.
//! - Never: scores by a law of its own; it sets snapshots side by side.

mod model;
mod view;

use jiff::civil::Date;

use super::carried;
use super::change::Change;
use super::model::{Assessment, CriterionScore, GroupScore, Metadata, Named, Snapshot};
use super::snapshot::snapshot;
use super::told;
use crate::answers::{Answer, AnswerSet};
use crate::definition::{Action, Criterion, Definition};
use crate::score::InPlace;
pub use model::{AnswerChange, Compared, Comparison, GroupTrend, Trend, Turn};
pub use view::{blocks, document};

/// One of the sets that are compared.
#[derive(Clone, Debug)]
pub struct Entry {
    pub set: AnswerSet,
    /// The version of the assessment that they say they answer.
    pub version: Option<String>,
}

/// Compares `entries`, earliest date first; none where they have no applicable question in common.
pub fn compare(definition: &Definition, digest: &str, mut entries: Vec<Entry>) -> Option<Comparison> {
    let by_date = entries.iter().all(|entry| date(entry).is_some());
    if by_date {
        entries.sort_by_key(date);
    }
    let questions = align(definition, &mut entries);
    let sets = entries.iter().map(|entry| snapshot(definition, &entry.set, entry.version.as_deref()));
    let sets = sets.collect::<Option<Vec<_>>>()?;
    let (before, now) = (&entries.first()?.set.answers, &entries.last()?.set.answers);
    let (first, last) = (sets.first()?, sets.last()?);
    let (improved, slipped) = answers(definition, before, now);
    let (earlier, latest) = entries.split_at(entries.len() - 1);
    let earlier: Vec<&AnswerSet> = earlier.iter().map(|entry| &entry.set).collect();
    let plan = latest.first().and_then(|latest| carried::since(definition, &earlier, &latest.set));
    let both = applying_to_both(before, now);
    Some(Comparison {
        schema: "cxm.comparison/1",
        assessment: Assessment::new(definition, digest),
        levels: definition.levels.iter().map(|level| Named::new(&level.id, &level.name)).collect(),
        questions,
        by_date,
        subjects: Metadata::subjects(sets.iter().map(|set| &set.metadata)),
        overall_change: Change::between(first.bounds(), last.bounds()),
        criteria: trends(definition, first, last),
        groups: first.groups.iter().zip(&last.groups).map(group_trend).collect(),
        achieved: turned(definition, &both.0, &both.1),
        undone: turned(definition, &both.1, &both.0),
        plan,
        improved,
        slipped,
        sets,
    })
}

fn trends(definition: &Definition, first: &Snapshot, last: &Snapshot) -> Vec<Trend> {
    let criteria = definition.criteria.iter().zip(first.criteria.iter().zip(&last.criteria));
    let trend = |(criterion, (first, last)): (&Criterion, (&CriterionScore, &CriterionScore))| Trend {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        threshold: criterion.in_place,
        change: Change::between((first.low, first.high), (last.low, last.high)),
        // Only what is certain of both; and a criterion that no longer applies has not slipped.
        turn: match (first.in_place, last.in_place) {
            (InPlace::No | InPlace::NotApplicable, InPlace::Yes) => Some(Turn::IntoPlace),
            (InPlace::Yes, InPlace::No) => Some(Turn::OutOfPlace),
            _ => None,
        },
    };
    criteria.map(trend).collect()
}

fn group_trend((first, last): (&GroupScore, &GroupScore)) -> GroupTrend {
    let change = Change::between((first.low, first.high), (last.low, last.high));
    GroupTrend { id: last.id.clone(), name: last.name.clone(), change }
}

/// Both, with n/a wherever a question does not apply to one of them: that it does not is neither progress nor relapse.
fn applying_to_both(before: &[Answer], now: &[Answer]) -> (Vec<Answer>, Vec<Answer>) {
    let pairs = before.iter().zip(now).map(|(before, now)| {
        let applies = ![before, now].contains(&&Answer::NotApplicable);
        if applies { (*before, *now) } else { (Answer::NotApplicable, Answer::NotApplicable) }
    });
    pairs.unzip()
}

/// The actions whose targets are not all met by `from`, and are by `to`; both for certain.
fn turned(definition: &Definition, from: &[Answer], to: &[Answer]) -> Vec<Named> {
    let met = |action, answers| targets(action, definition, answers);
    let turned = definition.actions.iter().filter(|action| {
        met(action, from).contains(&Some(false)) && met(action, to).iter().all(|target| *target == Some(true))
    });
    turned.map(|action| Named::new(&action.id, &action.title)).collect()
}

/// The date of a set, if it has one that can be ordered.
fn date(entry: &Entry) -> Option<Date> {
    entry.set.metadata("date")?.parse().ok()
}

/// Makes the sets comparable: where they answer different versions, what one of them does not answer applies to none.
fn align(definition: &Definition, entries: &mut [Entry]) -> Compared {
    let total = definition.questions().count();
    let profiles: Vec<_> = entries.iter().map(|entry| &entry.set.profile).collect();
    let told_otherwise = told::differing(definition, &profiles);
    let mut sets: Vec<_> = entries.iter_mut().map(|entry| &mut entry.set).collect();
    let not_asked = told::only_asked_each_time(definition, &mut sets);
    let current = definition.version.to_string();
    let mut versions: Vec<String> = Vec::new();
    for version in entries.iter().map(|entry| entry.version.as_ref().unwrap_or(&current)) {
        if !versions.contains(version) {
            versions.push(version.clone());
        }
    }
    if versions.len() == 1 && versions[0] == current {
        let compared = total - not_asked;
        return Compared { compared, total, told_otherwise, not_asked, versions: Vec::new() };
    }
    let common = |at: &usize| entries.iter().all(|entry| entry.set.answers[*at] != Answer::Unanswered);
    let common: Vec<usize> = (0..total).filter(common).collect();
    for answers in entries.iter_mut().map(|entry| &mut entry.set.answers) {
        let others = answers.iter_mut().enumerate().filter(|(at, _)| !common.contains(at));
        others.for_each(|(_, answer)| *answer = Answer::NotApplicable);
    }
    Compared { compared: common.len(), total, told_otherwise, not_asked, versions }
}

/// Whether each applicable question that `action` raises has the points it raises it to at least; none where it is open.
fn targets(action: &Action, definition: &Definition, answers: &[Answer]) -> Vec<Option<bool>> {
    let questions = definition.questions().map(|(_, question)| question).zip(answers);
    let raised = questions.filter(|(_, answer)| **answer != Answer::NotApplicable).filter_map(|(question, answer)| {
        let raise = action.raises.iter().find(|raise| raise.question == question.id)?;
        Some(answer.chosen(question).map(|has| has.points >= raise.points))
    });
    raised.collect()
}

/// The answers that are better than before, and those that are worse. Where there was none, nothing can be said.
fn answers(definition: &Definition, before: &[Answer], now: &[Answer]) -> (Vec<AnswerChange>, Vec<AnswerChange>) {
    let (mut improved, mut slipped) = (Vec::new(), Vec::new());
    for ((criterion, question), (before, now)) in definition.questions().zip(before.iter().zip(now)) {
        let (Some(from), Some(to)) = (before.chosen(question), now.chosen(question)) else { continue };
        let list = match from.points.cmp(&to.points) {
            std::cmp::Ordering::Less => &mut improved,
            std::cmp::Ordering::Greater => &mut slipped,
            std::cmp::Ordering::Equal => continue,
        };
        list.push(AnswerChange {
            question: question.id.clone(),
            criterion: definition.criteria[criterion].name.clone(),
            text: question.text.clone(),
            from: from.points,
            to: to.points,
            before: from.text.clone(),
            now: to.text.clone(),
        });
    }
    (improved, slipped)
}
