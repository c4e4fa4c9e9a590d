//! What is to be said of actions from now on.

use jiff::civil::Date;

use crate::answers::{About, OwnPlan, Status};
use crate::exact::Effort;

/// What is to be said of actions from now on. What is none stays; an inner none takes away what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// How far they are.
    pub status: Option<Status>,
    /// Who does them.
    pub owner: Option<Option<String>>,
    /// Until when.
    pub due: Option<Option<Date>>,
    /// What they cost, in the definition's effort unit.
    pub effort: Option<Option<Effort>>,
    /// A remark.
    pub note: Option<Option<String>>,
}

impl Change {
    /// Whether nothing is to change.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn apply(&self, own: &mut OwnPlan, action: usize) {
        if let Some(status) = self.status {
            own.set_status(action, status);
        }
        if let Some(effort) = self.effort {
            own.set_effort(action, effort);
        }
        own.change_about(action, |about: &mut About| {
            about.owner = self.owner.clone().unwrap_or(about.owner.take());
            about.due = self.due.unwrap_or(about.due);
            about.note = self.note.clone().unwrap_or(about.note.take());
        });
    }
}
