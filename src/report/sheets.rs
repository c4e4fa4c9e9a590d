//! The result as the sheets of a workbook: summary, criteria, plan and answers.

use rust_xlsxwriter::XlsxError;

use super::blocks::{Cell, Column, Table};
use super::format::xlsx::{self, Radar};
use super::model::{Criterion, Day, Given, GroupScore, Priority, Report};
use super::text::{self, page, route};
use super::{advice, words};
use crate::answers::{self, Status};
use crate::text::plain;
use crate::words::Lang;

pub fn workbook(report: &Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let sheets = [
        (words::summary_sheet(lang), summary(report, lang), None),
        (words::criteria_sheet(lang), criteria(report, lang), radar(report, lang)),
        (words::plan_sheet(lang), plan(report, lang), None),
        (words::answers_sheet(lang), answers(report, lang), None),
    ];
    xlsx::render(&text::title(report), &sheets)
}

fn summary(report: &Report, lang: Lang) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut add = |head: &str, text: Cell| rows.push(vec![head.into(), text]);
    add(words::definition(lang), report.assessment.title.as_str().into());
    for (key, value) in &report.metadata.0 {
        // As it stands where it is more than a day, or written otherwise.
        let day = answers::date(value).filter(|day| key == answers::DATE && day.to_string() == *value).map(Day);
        add(words::metadata_key(lang, key), day.map_or_else(|| value.as_str().into(), Cell::from));
    }
    add(words::level(lang), text::level_of(lang, report).into());
    add("", plain(&report.level.summary).into_owned().into());
    add("", text::next_level(lang, report).into());
    add("", text::possible(lang, report).into());
    let overall = report.overall;
    let high = (overall.low != overall.high).then_some(overall.high);
    rows.push(vec![words::overall_score(lang).into(), overall.low.into(), high.into()]);
    let group = |group: &GroupScore| vec![group.name.as_str().into(), group.low.into(), group.high.into()];
    rows.extend(report.groups.iter().map(group));
    let mut add = |head: &str, text: Cell| rows.push(vec![head.into(), text]);
    add(words::in_place_count(lang), page::in_place_of(lang, &report.in_place).into());
    if let Some(previous) = &report.previous {
        add(words::previous_head(lang), page::previously(lang, report, previous).into());
    }
    let plan = report.previous.as_ref().and_then(|previous| previous.plan.as_ref());
    for (head, actions) in plan.map(|plan| text::carried::since(lang, plan)).unwrap_or_default() {
        actions.into_iter().for_each(|action| add(head, action.into()));
    }
    for line in text::what_holds_back(lang, report) {
        add(words::obstacles(lang), line.into());
    }
    for challenge in &report.challenges {
        add(advice::challenges_heading(lang), advice::name(challenge, lang).into());
        add("", plain(&challenge.summary).into_owned().into());
        advice::evidence(report, challenge, lang).into_iter().for_each(|line| add("", line.into()));
    }
    if let Some(route) = &report.route {
        add(words::roadmap(lang), route::heading(lang, report, route).into());
        add("", route::result(lang, report, route).into());
        advice::beside(report, route, lang).into_iter().for_each(|line| add("", line.into()));
    }
    for line in route::own_plan(lang, report) {
        add(words::actions(lang), line.into());
    }
    for line in text::firm(lang, report) {
        add(words::firmness(lang), line.into());
    }
    let shares = report.benchmarks.iter().map(|benchmark| text::shares(lang, report, benchmark));
    for line in shares.chain(text::about_benchmarks(lang, &report.benchmarks)) {
        add(words::benchmarks(lang), line.into());
    }
    for line in text::reading(lang, report) {
        add(words::reading(lang), line.into());
    }
    for (heading, lines) in advice::sections(report, lang) {
        lines.into_iter().for_each(|line| add(heading, line.into()));
    }
    let scored_by = format!("{} {} {}", report.assessment.id, report.assessment.version, report.assessment.digest);
    add(words::version(lang), scored_by.into());
    Table { columns: vec![Column::wide(Cell::Empty, 28), Column::wide(Cell::Empty, 70)], rows }
}

fn criteria(report: &Report, lang: Lang) -> Table {
    let mut columns = vec![
        (words::id(lang), 16),
        (words::criterion(lang), 36),
        (words::low(lang), 10),
        (words::high(lang), 10),
        (words::previous_head(lang), 10),
        (words::threshold_head(lang), 10),
        (words::status(lang), 20),
        (words::open(lang), 10),
        (words::not_applicable(lang), 10),
        (words::weight(lang), 10),
    ];
    if !report.groups.is_empty() {
        columns.push((words::group(lang), 28));
    }
    let row = |criterion: &Criterion| {
        vec![
            criterion.id.as_str().into(),
            criterion.name.as_str().into(),
            criterion.low.into(),
            criterion.high.into(),
            report.before(criterion).and_then(|before| before.low).into(),
            criterion.threshold.into(),
            text::criterion_status(lang, criterion).into(),
            criterion.open.into(),
            criterion.not_applicable.into(),
            criterion.weight.into(),
            report
                .groups
                .iter()
                .find(|group| criterion.group.as_ref() == Some(&group.id))
                .map(|group| group.name.as_str())
                .into(),
        ]
    };
    table(&columns, report.criteria.iter().map(row).collect())
}

/// The scores as a chart: at worst, and at best where questions are open; before, where that is known; and the thresholds.
fn radar(report: &Report, lang: Lang) -> Option<Radar> {
    let is_open = report.criteria.iter().any(|criterion| criterion.low != criterion.high);
    let scores = [(2, true), (3, is_open), (4, report.previous.is_some()), (5, true)];
    let scores = scores.into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column).collect();
    // With fewer there is no area to see.
    (report.criteria.len() >= 3).then(|| Radar { names: 1, scores, title: words::radar(lang).to_owned() })
}

fn table(columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.iter().map(|(head, width)| Column::wide(*head, *width)).collect(), rows }
}

pub(super) fn plan(report: &Report, lang: Lang) -> Table {
    let effort = route::effort_head(lang, report);
    let mut columns = vec![
        (words::id(lang), 24),
        (words::action(lang), 44),
        (words::phase_head(lang), 9),
        (advice::start_here(lang), 10),
        (effort.as_str(), 10),
        (words::gain(lang), 9),
        (words::brings_head(lang), 30),
        (words::on_route_since(lang), 44),
        (words::after_head(lang), 30),
        (words::pillar(lang), 20),
        (words::why(lang), 60),
        (words::steps(lang), 80),
        (words::source(lang), 20),
    ];
    columns.extend([
        (words::progress(lang), 12),
        (words::owner(lang), 20),
        (words::due(lang), 12),
        (words::note(lang), 40),
    ]);
    if report.priorities.iter().any(|priority| !priority.refs.is_empty()) {
        columns.push((words::refs(lang), 30));
    }
    table(&columns, report.priorities.iter().map(|priority| action(report, priority, lang)).collect())
}

fn action(report: &Report, priority: &Priority, lang: Lang) -> Vec<Cell> {
    let names: Vec<&str> = priority.brings_in_place.iter().map(|id| report.criterion_name(id)).collect();
    let phases = report.route.iter().flat_map(|route| &route.phases);
    let phase = phases.zip(1u32..).find(|(phase, _)| phase.actions.contains(&priority.action));
    let mut first = report.route.iter().flat_map(|route| &route.start_here).zip(1u32..);
    let first = first.find(|(action, _)| **action == priority.action);
    vec![
        priority.action.as_str().into(),
        priority.title.as_str().into(),
        phase.map(|(_, number)| number).into(),
        first.map(|(_, number)| number).into(),
        priority.effort.into(),
        priority.gain.into(),
        names.join(words::comma(lang)).into(),
        advice::reasons(report, priority, lang).join("\n").into(),
        priority.after.join(words::comma(lang)).into(),
        priority.pillar.as_deref().into(),
        plain(&priority.why).into_owned().into(),
        priority.steps.iter().map(|step| plain(step)).collect::<Vec<_>>().join("\n").into(),
        priority.source.as_deref().into(),
        (priority.status == Status::Doing).then(|| words::doing(lang)).into(),
        priority.about.owner.as_deref().into(),
        priority.about.due.into(),
        priority.about.note.as_deref().into(),
        priority.refs.join(words::semicolon(lang)).into(),
    ]
}

fn answers(report: &Report, lang: Lang) -> Table {
    let mut columns = vec![
        (words::id(lang), 24),
        (words::criterion(lang), 28),
        (words::question(lang), 50),
        (words::points(lang), 8),
        (words::best(lang), 8),
        (words::answer(lang), 60),
        (words::note(lang), 50),
    ];
    if report.has_question_levels() {
        columns.push((words::level(lang), 16));
    }
    if report.has_refs() {
        columns.push((words::refs(lang), 30));
    }
    let rows = report.answers.iter().map(|answer| {
        let points = match answer.answer {
            Some(Given::Points(points)) => points.into(),
            Some(Given::NotApplicable) => "n/a".into(),
            None => Cell::Empty,
        };
        let mut row = vec![
            answer.question.as_str().into(),
            report.criterion_name(&answer.criterion).into(),
            answer.text.as_str().into(),
            points,
            answer.best.into(),
            answer.option.as_deref().or(answer.reason.as_deref()).into(),
            report.note(&answer.question).into(),
        ];
        if report.has_question_levels() {
            row.push(answer.level.as_deref().map(|id| report.level_name(id)).into());
        }
        row.push(answer.refs.join(words::semicolon(lang)).into());
        row
    });
    table(&columns, rows.collect())
}
