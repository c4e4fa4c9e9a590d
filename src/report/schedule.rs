//! A plan laid on the calendar, for the model.

use jiff::civil::Date;

use super::Report;
use super::model::{Day, Schedule, Scheduled};
use crate::answers::{AnswerSet, Status};
use crate::definition::Definition;
use crate::exact::Effort;
use crate::plan::schedule::{lay, order};

/// A plan does not end before the calendar does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffCalendar;

/// The calendar of a result: what is being done, and its route, from `start` on with `capacity` a week in the unit that is shown.
/// None where there is nothing to do.
pub fn schedule(
    definition: &Definition,
    set: &AnswerSet,
    report: &Report,
    start: Date,
    capacity: Effort,
) -> Result<Option<Schedule>, OffCalendar> {
    let own = &set.actions;
    let index = |id: &String| definition.actions.iter().position(|action| action.id == *id);
    let route: Vec<usize> = report.route.iter().flat_map(|route| &route.actions).filter_map(index).collect();
    let order = order(definition, &own.doing, &route);
    let effort = |at: usize| {
        let by_definition = || definition.actions[at].effort.of(&definition.profile, &set.profile);
        own.effort_of(at).unwrap_or_else(by_definition) * definition.effort_factor
    };
    let efforts: Vec<(usize, Effort)> = order.iter().map(|at| (*at, effort(*at))).collect();
    let slots = lay(&efforts, start, capacity).ok_or(OffCalendar)?;
    let Some((first, last)) = slots.iter().map(|slot| slot.start).min().zip(slots.iter().map(|slot| slot.end).max())
    else {
        return Ok(None);
    };
    let ids: Vec<&String> = order.iter().map(|at| &definition.actions[*at].id).collect();
    let actions = slots.iter().zip(&efforts).map(|(slot, (at, effort))| {
        let action = &definition.actions[*at];
        let about = own.about(*at).map(super::model::About::from).unwrap_or_default();
        let steps = action.steps.iter().filter(|step| definition.applies(&step.condition, &set.profile).counts());
        Scheduled {
            action: action.id.clone(),
            title: action.title.clone(),
            on_route: route.contains(at),
            status: if own.status(*at) == Status::Doing { Status::Doing } else { Status::Todo },
            pillar: action.pillar.as_deref().and_then(|id| definition.pillar_name(id)).map(str::to_owned),
            effort: *effort,
            start: Day(slot.start),
            end: Day(slot.end),
            after: action.after.iter().filter(|id| ids.contains(id)).cloned().collect(),
            late: about.due.is_some_and(|due| due < Day(slot.end)),
            about,
            why: action.why.clone(),
            steps: steps.map(|step| step.text.clone()).collect(),
        }
    });
    Ok(Some(Schedule {
        start: Day(first),
        end: Day(last),
        capacity,
        effort: efforts.iter().map(|(_, effort)| *effort).sum(),
        actions: actions.collect(),
    }))
}
