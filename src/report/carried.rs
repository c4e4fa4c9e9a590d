//! What was planned at an earlier time, and what has come of it: what organisations say of actions beside what their answers show.

use super::model::{About, Kept, Named, PlanSince};
use crate::answers::{Answer, AnswerSet, OwnPlan, Status};
use crate::definition::{Action, Definition};

/// What became of the plan between `before`, one or more sets of which the first is the earliest, and `now`. None where nobody said
/// anything of actions.
pub(super) fn since(definition: &Definition, before: &[&AnswerSet], now: &AnswerSet) -> Option<PlanSince> {
    let first = before.first()?;
    let said = |own: &OwnPlan| *own != OwnPlan::default();
    if !before.iter().any(|set| said(&set.actions)) && !said(&now.actions) {
        return None;
    }
    let mut since = PlanSince::default();
    for (at, action) in definition.actions.iter().enumerate() {
        let status = now.actions.status(at);
        let planned = before.iter().any(|set| is_planned(&set.actions, at));
        let shown = is_met(action, definition, &now.answers);
        let achieved = shown && !is_met(action, definition, &first.answers);
        let done_before = before.iter().any(|set| set.actions.status(at) == Status::Done);
        let named = || Named::new(&action.id, &action.title);
        match status {
            Status::Done if !shown && raises(action, definition, &now.answers) => since.done_not_shown.push(named()),
            _ if achieved && (planned || (status == Status::Done && !done_before)) => since.achieved.push(named()),
            _ if achieved && status != Status::Done => since.unplanned.push(named()),
            Status::Todo | Status::Doing if !shown && (planned || status == Status::Doing) => {
                let about = now.actions.about(at).or_else(|| before.last()?.actions.about(at));
                since.open.push(Kept { action: named(), status, about: about.map(About::from).unwrap_or_default() });
            }
            _ => {}
        }
    }
    Some(since)
}

/// Whether somebody meant to do it: it was being done, or had an owner or a day.
fn is_planned(own: &OwnPlan, action: usize) -> bool {
    let told = own.about(action).is_some_and(|about| about.owner.is_some() || about.due.is_some());
    match own.status(action) {
        Status::Doing => true,
        Status::Todo => told,
        Status::Done | Status::Excluded => false,
    }
}

/// The answers to the applicable questions that an action raises, and whether each has the points it raises them to; none where
/// it is open.
fn targets<'a>(
    action: &'a Action,
    definition: &'a Definition,
    answers: &'a [Answer],
) -> impl Iterator<Item = Option<bool>> + 'a {
    let questions = definition.questions().map(|(_, question)| question).zip(answers);
    questions.filter(|(_, answer)| **answer != Answer::NotApplicable).filter_map(|(question, answer)| {
        let raise = action.raises.iter().find(|raise| raise.question == question.id)?;
        Some(answer.chosen(question).map(|has| has.points >= raise.points))
    })
}

/// Whether all that an action aims at is reached, for certain.
fn is_met(action: &Action, definition: &Definition, answers: &[Answer]) -> bool {
    raises(action, definition, answers) && targets(action, definition, answers).all(|target| target == Some(true))
}

/// Whether an action aims at anything that applies.
fn raises(action: &Action, definition: &Definition, answers: &[Answer]) -> bool {
    targets(action, definition, answers).next().is_some()
}
