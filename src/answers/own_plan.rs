//! The organisation's own view of the plan: what is done, being done or out of the question, by whom, until when and at what
//! effort.
//!
//! An answer file says it in lists of ids, or in a table for each action; where both name an action they must agree.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::date;
use super::rules::UNKNOWN_ACTION;
use crate::definition::{Earlier, read_effort};
use crate::diagnostic::Findings;
use crate::document::rules::{DUPLICATE_KEY, INVALID_VALUE, OUT_OF_RANGE, WRONG_TYPE};
use crate::document::{Entry, Expected, Fields, Node, Value, read_string, wrong_type};
use crate::exact::Effort;
use crate::text::fold;
use crate::text::markup::one_line;
use crate::words::answers as say;
use crate::words::document::first_here;

/// The organisation's own view of the plan, by index of the definition's actions. Every list is in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnPlan {
    /// Actions that are done: they are not recommended, and what comes after them may start.
    pub done: Vec<usize>,
    /// Actions that are out of the question, and with them all that comes after them.
    pub excluded: Vec<usize>,
    /// Actions that are being done.
    pub doing: Vec<usize>,
    /// The organisation's own estimates, in the definition's effort unit.
    pub effort: Vec<(usize, Effort)>,
    /// Who does an action, until when, and what is noted of it.
    pub about: Vec<(usize, About)>,
}

/// Who does an action, until when, and what is noted of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Who does it.
    pub owner: Option<String>,
    /// The day on which it is to be done.
    pub due: Option<Date>,
    /// A remark.
    pub note: Option<String>,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has begun.
    #[default]
    Todo,
    /// It is being done.
    Doing,
    /// It is done.
    Done,
    /// It is out of the question.
    Excluded,
}

impl Status {
    /// All, in the order in which an action goes through them.
    pub const ALL: [Self; 4] = [Self::Todo, Self::Doing, Self::Done, Self::Excluded];

    /// As an answer file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Excluded => "excluded",
        }
    }
}

impl About {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl OwnPlan {
    /// How far the action with this index is.
    pub fn status(&self, action: usize) -> Status {
        match () {
            () if self.done.contains(&action) => Status::Done,
            () if self.excluded.contains(&action) => Status::Excluded,
            () if self.doing.contains(&action) => Status::Doing,
            () => Status::Todo,
        }
    }

    /// Who does the action, until when, and what is noted of it, if any of that is said.
    pub fn about(&self, action: usize) -> Option<&About> {
        self.about.iter().find(|(at, _)| *at == action).map(|(_, about)| about)
    }

    /// The organisation's own estimate, if it has one.
    pub fn effort_of(&self, action: usize) -> Option<Effort> {
        self.effort.iter().find(|(at, _)| *at == action).map(|(_, effort)| *effort)
    }

    /// Says how far an action is, and nothing else of it.
    pub fn set_status(&mut self, action: usize, status: Status) {
        for (list, of) in
            [(&mut self.done, Status::Done), (&mut self.excluded, Status::Excluded), (&mut self.doing, Status::Doing)]
        {
            list.retain(|at| *at != action);
            if of == status {
                list.push(action);
                list.sort_unstable();
            }
        }
    }

    /// Says what an action costs the organisation, or that it has no estimate of its own.
    pub fn set_effort(&mut self, action: usize, effort: Option<Effort>) {
        self.effort.retain(|(at, _)| *at != action);
        self.effort.extend(effort.map(|effort| (action, effort)));
        self.effort.sort_unstable_by_key(|(at, _)| *at);
    }

    /// Changes what is said about an action.
    pub fn change_about(&mut self, action: usize, change: impl FnOnce(&mut About)) {
        let mut about = self.about(action).cloned().unwrap_or_default();
        change(&mut about);
        self.about.retain(|(at, _)| *at != action);
        if !about.is_empty() {
            self.about.push((action, about));
            self.about.sort_unstable_by_key(|(at, _)| *at);
        }
    }
}

/// The most characters of a metadata value that are kept, and of a note.
const MAX_TEXT: usize = 10_000;

/// The keys under `actions` that are lists or a table of efforts, and no action.
pub(super) const LISTS: [&str; 3] = ["done", "excluded", "effort"];

/// What a file says of actions, and where.
#[derive(Default)]
struct Said {
    status: BTreeMap<usize, (Status, Range<usize>)>,
    effort: BTreeMap<usize, (Effort, Range<usize>)>,
    about: BTreeMap<usize, About>,
}

/// Reads the table `actions` of an answer set.
pub(super) fn read(node: &Node, earlier: Earlier<'_>, findings: &mut Findings) -> OwnPlan {
    let mut fields = Fields::new(node, say::actions_table(), findings);
    let mut said = Said::default();
    for (key, status) in [("done", Status::Done), ("excluded", Status::Excluded)] {
        for node in fields.items(key, 0..=500, findings) {
            let id = read_string(node, findings);
            if let Some(at) = id.and_then(|id| index(id, node.span.clone(), earlier, findings)) {
                said.status(at, status, node.span.clone(), earlier, findings);
            }
        }
    }
    for entry in fields.table("effort", findings) {
        let Some(at) = index(&entry.key, entry.key_span.clone(), earlier, findings) else { continue };
        if let Some(effort) = read_effort(&entry.node, findings) {
            said.effort(at, effort, entry.node.span.clone(), earlier, findings);
        }
    }
    let mut tables: BTreeMap<usize, &Entry> = BTreeMap::new();
    for entry in fields.others() {
        if !matches!(entry.node.value, Value::Table(_)) {
            no_table(entry, earlier, findings);
            continue;
        }
        let Some(at) = index(&entry.key, entry.key_span.clone(), earlier, findings) else {
            // What else is wrong in it is said at once.
            Said::default().action(0, &entry.node, earlier, findings);
            continue;
        };
        if let Some(before) = tables.insert(at, entry) {
            findings
                .add(&DUPLICATE_KEY, entry.key_span.clone(), say::action_twice(id_of(at, earlier)))
                .related(before.key_span.clone(), first_here())
                .help(say::remove_earlier_action());
            continue;
        }
        said.action(at, &entry.node, earlier, findings);
    }
    said.plan()
}

impl Said {
    /// What the table of one action says.
    fn action(&mut self, at: usize, node: &Node, earlier: Earlier<'_>, findings: &mut Findings) {
        let mut fields = Fields::new(node, say::table_of_action(), findings);
        if let Some(node) = fields.optional("status")
            && let Some(status) = read_status(node, findings)
        {
            self.status(at, status, node.span.clone(), earlier, findings);
        }
        if let Some(node) = fields.optional("effort")
            && let Some(effort) = read_effort(node, findings)
        {
            self.effort(at, effort, node.span.clone(), earlier, findings);
        }
        let mut text = |key: &'static str, findings: &mut Findings| {
            let node = fields.optional(key)?;
            Some(shorten(read_string(node, findings)?, node, findings))
        };
        let owner = text("owner", findings).map(|owner| one_line(&owner)).filter(|owner| !owner.is_empty());
        let note = text("note", findings).filter(|note| !note.trim().is_empty());
        let due = fields.optional("due").and_then(|node| read_due(node, findings));
        fields.finish(findings);
        let about = About { owner, due, note };
        if !about.is_empty() {
            self.about.insert(at, about);
        }
    }

    fn status(&mut self, at: usize, status: Status, span: Range<usize>, earlier: Earlier<'_>, findings: &mut Findings) {
        match self.status.get(&at) {
            Some((known, first)) if *known != status => {
                let message = say::two_states(id_of(at, earlier), known.word(), status.word());
                findings
                    .add(&DUPLICATE_KEY, span, message)
                    .related(first.clone(), say::is_called(known.word()))
                    .help(say::keep_one_state());
            }
            Some(_) => {}
            None => drop(self.status.insert(at, (status, span))),
        }
    }

    fn effort(&mut self, at: usize, effort: Effort, span: Range<usize>, earlier: Earlier<'_>, findings: &mut Findings) {
        match self.effort.get(&at) {
            Some((known, first)) if *known != effort => {
                let message = say::two_efforts(id_of(at, earlier), &known.to_string(), &effort.to_string());
                findings
                    .add(&DUPLICATE_KEY, span, message)
                    .related(first.clone(), first_here())
                    .help(say::keep_one_effort());
            }
            Some(_) => {}
            None => drop(self.effort.insert(at, (effort, span))),
        }
    }

    fn plan(self) -> OwnPlan {
        let with = |wanted: Status| {
            let actions = self.status.iter().filter(move |(_, (status, _))| *status == wanted);
            actions.map(|(at, _)| *at).collect::<Vec<usize>>()
        };
        OwnPlan {
            done: with(Status::Done),
            excluded: with(Status::Excluded),
            doing: with(Status::Doing),
            effort: self.effort.iter().map(|(at, (effort, _))| (*at, *effort)).collect(),
            about: self.about.into_iter().collect(),
        }
    }
}

/// A text of which more than may be is cut off and said.
pub(super) fn shorten(text: &str, node: &Node, findings: &mut Findings) -> String {
    if text.chars().count() > MAX_TEXT {
        findings.add(&OUT_OF_RANGE, node.span.clone(), say::long_text(MAX_TEXT));
    }
    text.chars().take(MAX_TEXT).collect()
}

/// Says that what stands under the key of an action, or under one that is none, is no table.
fn no_table(entry: &Entry, earlier: Earlier<'_>, findings: &mut Findings) {
    let known = earlier.action(&entry.key).is_some();
    let finding = findings.add(&WRONG_TYPE, entry.node.span.clone(), say::no_table_of_action(&entry.key));
    if known {
        finding.help(say::write_table_of_action(&entry.key));
    } else {
        let actions = earlier.definition().actions.iter().map(|action| action.id.as_str());
        finding.suggest(&entry.key, LISTS.into_iter().chain(actions));
    }
}

fn id_of<'a>(at: usize, earlier: Earlier<'a>) -> &'a str {
    &earlier.definition().actions[at].id
}

/// The index of an action that a file names.
fn index(id: &str, span: Range<usize>, earlier: Earlier<'_>, findings: &mut Findings) -> Option<usize> {
    let (definition, found) = (earlier.definition(), earlier.action(id));
    if found.is_none() {
        let actions = definition.actions.iter().map(|action| action.id.as_str());
        findings.add(&UNKNOWN_ACTION, span, say::no_action(&definition.id, id)).suggest(id, actions);
    }
    found
}

fn read_status(node: &Node, findings: &mut Findings) -> Option<Status> {
    let text = read_string(node, findings)?;
    let status = Status::ALL.into_iter().find(|status| status.word() == fold(text));
    if status.is_none() {
        findings
            .add(&INVALID_VALUE, node.span.clone(), say::no_status(text))
            .suggest(text, Status::ALL.map(Status::word));
    }
    status
}

/// A date, as TOML has them or in a string as people write them.
fn read_due(node: &Node, findings: &mut Findings) -> Option<Date> {
    let (Value::String(text) | Value::Datetime(text)) = &node.value else {
        wrong_type(node, Expected::Other(say::a_date()), findings);
        return None;
    };
    let day = date(text);
    if day.is_none() {
        findings.add(&INVALID_VALUE, node.span.clone(), say::no_date(text)).help(say::write_date());
    }
    day
}
