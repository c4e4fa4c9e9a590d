//! The answers to one definition as answers to another: by id, through the renames, points for points.

use serde::Serialize;

use crate::answers::{Answer, AnswerSet, OwnPlan};
use crate::definition::{Definition, FactOption, Profile, Question, Rename};

/// An answer that the changed definition has no place for; what it answered is open, or gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// The question's id as it was; `profile.` and its id for a fact that was told.
    pub question: String,
    /// Why: `removed`, `points`, or `not-applicable`.
    pub reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Removed,
    /// No option has these points any more.
    Points,
    /// It must not be answered n/a any more.
    NotApplicable,
}

/// The answers of `set`, which answers `before`, as answers to `after`. Questions that are new are open.
pub fn transfer(before: &Definition, after: &Definition, set: &AnswerSet) -> (AnswerSet, Vec<Lost>) {
    let questions: Vec<&Question> = after.questions().map(|(_, question)| question).collect();
    let mut transferred = AnswerSet {
        metadata: set.metadata.clone(),
        profile: Profile::default(),
        answers: vec![Answer::Unanswered; questions.len()],
        notes: vec![None; questions.len()],
        actions: own_plan(before, after, &set.actions),
    };
    let mut lost = Vec::new();
    transferred.profile = profile(before, after, &set.profile, &mut lost);
    for (at, (_, question)) in before.questions().enumerate() {
        let id = Rename::now(&after.renames.questions, &question.id);
        let to = questions.iter().position(|question| question.id == id);
        let mut lose = |reason| lost.push(Lost { question: question.id.clone(), reason });
        let Some(to) = to else {
            if set.answers[at] != Answer::Unanswered {
                lose(Reason::Removed);
            }
            continue;
        };
        transferred.notes[to].clone_from(&set.notes[at]);
        transferred.answers[to] = match set.answers[at] {
            Answer::Unanswered => continue,
            Answer::NotApplicable if questions[to].not_applicable.is_allowed() => Answer::NotApplicable,
            Answer::NotApplicable => {
                lose(Reason::NotApplicable);
                continue;
            }
            answer @ Answer::Option(_) => {
                let points = answer.chosen(question).map(|option| option.points);
                let Some(option) = points.and_then(|points| questions[to].option_index(points)) else {
                    lose(Reason::Points);
                    continue;
                };
                Answer::Option(option)
            }
        };
    }
    for (at, question) in questions.iter().enumerate() {
        if !after.applies(&question.condition, &transferred.profile).counts() {
            transferred.answers[at] = Answer::NotApplicable;
        }
    }
    (transferred, lost)
}

/// What was told of the facts and options that are still there; what is not is lost.
fn profile(before: &Definition, after: &Definition, told: &Profile, lost: &mut Vec<Lost>) -> Profile {
    let mut profile = Profile::default();
    for (at, fact) in before.profile.iter().enumerate() {
        let to = after.profile.iter().position(|to| to.id == fact.id);
        for option in told.told(at) {
            let is = |of: &FactOption| of.id == fact.options[option].id;
            match to.and_then(|to| Some((to, after.profile[to].options.iter().position(is)?))) {
                Some((to, option)) => profile.tell(to, option),
                None => lost.push(Lost { question: format!("profile.{}", fact.id), reason: Reason::Removed }),
            }
        }
    }
    profile
}

/// The organisation's own view of the plan, of the actions that are still there.
fn own_plan(before: &Definition, after: &Definition, own: &OwnPlan) -> OwnPlan {
    let index = |at: &usize| {
        let id = Rename::now(&after.renames.actions, &before.actions.get(*at)?.id);
        after.actions.iter().position(|action| action.id == id)
    };
    OwnPlan {
        done: own.done.iter().filter_map(index).collect(),
        excluded: own.excluded.iter().filter_map(index).collect(),
        effort: own.effort.iter().filter_map(|(at, effort)| Some((index(at)?, *effort))).collect(),
    }
}
