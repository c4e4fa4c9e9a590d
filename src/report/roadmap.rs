//! The actions and how far they are, as a page of the terminal: what is being done, what the plan has next, what is done, and what
//! is out of the question.

use super::blocks::{Block, Cell, Column, Table, Tone};
use super::format::terminal::{Page, Viewport};
use super::model::Day;
use super::{Input, words};
use crate::answers::{AnswerSet, Status};
use crate::definition::Definition;
use crate::plan::Aim;
use crate::text::wrap;
use crate::words::Lang;
use unicode_width::UnicodeWidthStr as _;

/// All actions, or the `named` ones.
pub fn render(definition: &Definition, digest: &str, set: &AnswerSet, named: &[usize], viewport: Viewport) -> String {
    let (lang, mut page) = (viewport.lang, Page::new(viewport));
    let (plan, route) = planned(definition, digest, set);
    let listed = if named.is_empty() { in_order(definition, set, plan) } else { named.to_vec() };
    let rows: Vec<Row> = listed.iter().map(|at| Row::of(definition, set, *at, &route, lang)).collect();
    page.add(&[Block::Table(table(&rows, definition, page.width, lang))]);
    let others = definition.actions.len() - listed.len();
    if named.is_empty() && others > 0 {
        page.line("");
        page.text(Tone::Faint, 0, &words::actions_not_listed(lang, others));
    }
    page.finish()
}

/// The actions that would still improve an answer, the route first; and those on the route.
fn planned(definition: &Definition, digest: &str, set: &AnswerSet) -> (Vec<usize>, Vec<usize>) {
    let report = Input { definition, digest, set, aim: &Aim::NEXT, top: None }.report();
    let index = |id: &str| definition.actions.iter().position(|action| action.id == id);
    match report {
        Some(report) => (
            report.priorities.iter().filter_map(|priority| index(&priority.action)).collect(),
            report.on_route().filter_map(|priority| index(&priority.action)).collect(),
        ),
        None => ((0..definition.actions.len()).collect(), Vec::new()),
    }
}

/// What is being done, what comes next, what is done, and what is out of the question. What somebody says something about is listed
/// in any case.
fn in_order(definition: &Definition, set: &AnswerSet, plan: Vec<usize>) -> Vec<usize> {
    let own = &set.actions;
    let said = own.about.iter().map(|(at, _)| *at).chain(own.effort.iter().map(|(at, _)| *at));
    let todo = plan.into_iter().chain(said).filter(|at| own.status(*at) == Status::Todo);
    let all = own.doing.iter().copied().chain(todo).chain(own.done.iter().copied()).chain(own.excluded.iter().copied());
    let mut listed: Vec<usize> = Vec::new();
    for at in all.filter(|at| *at < definition.actions.len()) {
        if !listed.contains(&at) {
            listed.push(at);
        }
    }
    listed
}

/// What is said of an action.
struct Row {
    progress: String,
    due: Option<Day>,
    effort: crate::exact::Effort,
    title: String,
    facts: String,
}

impl Row {
    fn of(definition: &Definition, set: &AnswerSet, at: usize, route: &[usize], lang: Lang) -> Self {
        let (action, own) = (&definition.actions[at], &set.actions);
        let on_route = route.iter().position(|on_route| *on_route == at);
        let progress = match (own.status(at), on_route) {
            (Status::Todo, Some(number)) => words::todo_on_route(lang, number + 1),
            (status, _) => progress(lang, status).to_owned(),
        };
        let about = own.about(at).cloned().unwrap_or_default();
        let estimated = own.effort_of(at);
        let effort = estimated.unwrap_or_else(|| action.effort.of(&definition.profile, &set.profile));
        let owner = about.owner.map(|owner| words::owned_by(lang, &owner));
        let estimated = estimated.map(|_| words::estimated(lang).to_owned());
        let note = about.note.map(|note| note.split_whitespace().collect::<Vec<_>>().join(" "));
        let facts = [Some(action.id.clone()), owner, estimated, note].into_iter().flatten();
        Self {
            progress,
            due: about.due.map(Day),
            effort: effort * definition.effort_factor,
            title: action.title.clone(),
            facts: facts.collect::<Vec<_>>().join(" · "),
        }
    }
}

/// How far an action is, in a word.
pub(super) fn progress(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Todo => words::todo(lang),
        Status::Doing => words::doing_now(lang),
        Status::Done => words::done_now(lang),
        Status::Excluded => words::excluded_now(lang),
    }
}

fn table(rows: &[Row], definition: &Definition, width: usize, lang: Lang) -> Table {
    let effort = words::effort_in(lang, &definition.effort_unit);
    let due = rows.iter().any(|row| row.due.is_some());
    let progress = rows.iter().map(|row| row.progress.width()).chain([words::progress(lang).width()]).max();
    let taken = progress.unwrap_or_default() + 2 + effort.width() + 2 + if due { 12 } else { 0 };
    let mut columns = vec![Column::left(words::progress(lang))];
    columns.extend(due.then(|| Column::left(words::due(lang))));
    columns.extend([Column::right(effort), Column::left(words::action(lang))]);
    let row = |row: &Row| {
        let action = wrap(&format!("{}\n{}", row.title, row.facts), width.saturating_sub(taken)).join("\n");
        let mut cells: Vec<Cell> = vec![row.progress.as_str().into()];
        cells.extend(due.then(|| row.due.into()));
        cells.extend([row.effort.into(), action.into()]);
        cells
    };
    Table { columns, rows: rows.iter().map(row).collect() }
}
