//! A route on the calendar.

use schemars::JsonSchema;
use serde::Serialize;

use super::day::Day;
use super::plan::About;
use crate::answers::Status;
use crate::exact::Effort;

/// A route on the calendar: one action after another, Monday to Friday.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Schedule {
    /// The first day.
    pub start: Day,
    /// The last day.
    pub end: Day,
    /// The effort that there is a week.
    pub capacity: Effort,
    /// What all of it costs.
    pub effort: Effort,
    /// Its actions in the order in which they are done.
    pub actions: Vec<Scheduled>,
}

/// An action on the calendar.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Scheduled {
    /// The action's id.
    pub action: String,
    /// What to do.
    pub title: String,
    /// Whether it is on the route; else it is being done beside it.
    pub on_route: bool,
    /// How far it is: `todo` or `doing`.
    pub status: Status,
    /// The name of its pillar.
    pub pillar: Option<String>,
    /// What it costs.
    pub effort: Effort,
    /// The day on which it begins.
    pub start: Day,
    /// The day on which it ends.
    pub end: Day,
    /// The ids of the actions here that must be done first.
    pub after: Vec<String>,
    /// Whether it ends after the day on which it is due.
    pub late: bool,
    /// Who does it, until when, and what is noted of it.
    #[serde(flatten)]
    pub about: About,
    /// Why.
    #[serde(skip)]
    pub why: String,
    /// How, step by step.
    #[serde(skip)]
    pub steps: Vec<String>,
}

impl Schedule {
    /// The actions that end after they are due.
    pub fn late(&self) -> impl Iterator<Item = &Scheduled> {
        self.actions.iter().filter(|action| action.late)
    }
}
