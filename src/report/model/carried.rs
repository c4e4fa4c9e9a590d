//! What was planned at an earlier time, and what has come of it.

use schemars::JsonSchema;
use serde::Serialize;

use super::plan::About;
use super::standing::Named;
use crate::answers::Status;

/// What has come of what was planned. Planned is what was being done, or had an owner or a day; achieved is what answers show:
/// all that an action aims at is reached now, and was not before.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct PlanSince {
    /// Planned, or said to be done since, and achieved.
    pub achieved: Vec<Named>,
    /// Said to be done, while the answers do not show it.
    pub done_not_shown: Vec<Named>,
    /// Planned or being done, and not achieved yet.
    pub open: Vec<Kept>,
    /// Achieved without having been planned.
    pub unplanned: Vec<Named>,
}

/// An action that is still to be done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Kept {
    /// The action.
    #[serde(flatten)]
    pub action: Named,
    /// How far it is: `todo` or `doing`.
    pub status: Status,
    /// Who does it, until when, and what is noted of it.
    #[serde(flatten)]
    pub about: About,
}

impl PlanSince {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        let Self { achieved, done_not_shown, open, unplanned } = self;
        achieved.is_empty() && done_not_shown.is_empty() && open.is_empty() && unplanned.is_empty()
    }
}
