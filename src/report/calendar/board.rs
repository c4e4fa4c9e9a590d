//! The table that task boards import: a row for each action, columns by the names that Jira and Planner have for them.
//!
//! Both pass over columns that they do not know, so that each finds its own: `Summary`, `Issue Type`, `Status` and `Assignee` are
//! Jira's, `Task Name`, `Bucket Name`, `Progress` and `Assigned To` are Planner's.

use crate::answers::Status;
use crate::report::blocks::{Cell, Column, Table};
use crate::report::model::{Schedule, Scheduled};
use crate::text::plain;

const COLUMNS: [&str; 17] = [
    "Summary",
    "Task Name",
    "Issue Type",
    "Status",
    "Progress",
    "Assignee",
    "Assigned To",
    "Start date",
    "Due date",
    "Bucket Name",
    "Labels",
    "Description",
    "Action",
    "Effort",
    "After",
    "Agreed date",
    "Late",
];

/// Due is the day on which an action ends; the day by which the organisation wants it is agreed.
pub fn board(schedule: &Schedule) -> Table {
    let row = |action: &Scheduled| -> Vec<Cell> {
        let doing = action.status == Status::Doing;
        let description = [plain(&action.why).into_owned()].into_iter();
        let steps = action.steps.iter().map(|step| format!("- {}", plain(step)));
        let note = action.about.note.clone();
        let description: Vec<String> = description.chain(steps).chain(note).collect();
        let owner = || Cell::from(action.about.owner.as_deref());
        vec![
            action.title.as_str().into(),
            action.title.as_str().into(),
            "Task".into(),
            if doing { "In Progress" } else { "To Do" }.into(),
            if doing { "In progress" } else { "Not started" }.into(),
            owner(),
            owner(),
            action.start.into(),
            action.end.into(),
            action.pillar.as_deref().into(),
            "cxm".into(),
            description.join("\n").into(),
            action.action.as_str().into(),
            action.effort.into(),
            action.after.join(" ").into(),
            action.about.due.into(),
            if action.late { "yes" } else { "no" }.into(),
        ]
    };
    Table { columns: COLUMNS.map(Column::left).into(), rows: schedule.actions.iter().map(row).collect() }
}
