//! What the answer set says of the plan, for the model.

use super::model::{AboutAction, Named, OwnPlan};
use crate::answers::AnswerSet;
use crate::definition::{Action, Definition};
use crate::exact::Effort;

/// What `set` says of the plan.
pub(super) fn own_plan(definition: &Definition, set: &AnswerSet) -> OwnPlan {
    let own = &set.actions;
    let named = |at: &usize| {
        let action = &definition.actions[*at];
        Named::new(&action.id, &action.title)
    };
    OwnPlan {
        done: own.done.iter().map(named).collect(),
        excluded: own.excluded.iter().map(named).collect(),
        doing: own.doing.iter().map(named).collect(),
        effort: own.effort.iter().map(|(at, _)| named(at)).collect(),
        about: own.about.iter().map(|(at, about)| AboutAction { action: named(at), about: about.into() }).collect(),
    }
}

/// What an action costs by the definition, in the unit that is shown, where the organisation has another estimate.
pub(super) fn effort_of_definition(definition: &Definition, set: &AnswerSet, at: usize) -> Option<Effort> {
    let action: &Action = &definition.actions[at];
    let effort = action.effort.of(&definition.profile, &set.profile);
    set.actions.effort_of(at).filter(|own| *own != effort)?;
    Some(effort * definition.effort_factor)
}
