//! What is to change in a file, whatever it is written in.

use jiff::civil::Date;

use super::change::Change;
use crate::definition::Earlier;
use crate::exact::Effort;

/// What is to change of which actions, and what they may be called in the file.
pub(super) struct Places<'a> {
    pub(super) earlier: Earlier<'a>,
    pub(super) actions: &'a [usize],
    pub(super) change: &'a Change,
}

/// What a key of an action's table is to have.
#[derive(Clone, Copy)]
pub(super) enum Field<'a> {
    Text(&'a str),
    Date(Date),
    Effort(Effort),
}

impl Places<'_> {
    /// Whether `id` is what this action is called, or was in the version that is answered.
    pub(super) fn is(&self, id: &str, action: usize) -> bool {
        self.earlier.action(id) == Some(action)
    }

    pub(super) fn id(&self, action: usize) -> &str {
        &self.earlier.definition().actions[action].id
    }

    /// What is to stand under each key that changes, apart from `status` and `effort`, which lists may have.
    pub(super) fn fields(&self) -> [(&'static str, Option<Option<Field<'_>>>); 3] {
        let owner = self.change.owner.as_ref().map(|owner| owner.as_deref().map(Field::Text));
        let due = self.change.due.map(|due| due.map(Field::Date));
        let note = self.change.note.as_ref().map(|note| note.as_deref().map(Field::Text));
        [("owner", owner), ("due", due), ("note", note)]
    }
}
