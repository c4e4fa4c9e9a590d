//! The result as blocks, as documents show all of it; the page for the terminal has some of its sections.

use super::blocks::{Block, Cell, Column, Item, Table, Tone};
use super::model::{GroupScore, Phase, PlanSince, Priority, Report, Route};
use super::text::{self, page, route};
use super::{advice, calendar, words};
use crate::definition::SourceReference;
use crate::words::Lang;

/// The whole result, with the steps of every action.
pub fn document(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Title(text::title(report))];
    let facts = report.metadata.0.iter();
    let facts = facts.map(|(key, value)| words::labelled(lang, words::metadata_key(lang, key), value));
    blocks.extend(list(facts.collect()));
    blocks.push(Block::heading(1, text::level_of(lang, report)));
    blocks.extend(level(report, lang));
    blocks.push(Block::heading(1, text::criteria_heading(lang, report)));
    blocks.push(Block::Table(criteria(report, lang)));
    blocks.extend(plan_since(report, lang));
    blocks.extend(obstacles(report, lang));
    blocks.extend(advice::challenges(report, lang));
    blocks.extend(way(report, lang));
    blocks.extend(priorities(report, lang));
    blocks.extend(text::closer(lang, report, false).map(Block::plain));
    blocks.extend(firmness(report, lang));
    blocks.extend(advice::fit(report, lang));
    blocks.extend(benchmarks(report, lang));
    blocks.extend(reading(report, lang));
    blocks.extend(notes(report, lang));
    blocks.extend(answers(report, lang));
    blocks.extend(sources(&report.cited(), lang));
    blocks.push(Block::plain(text::scored_by(lang, &report.assessment)));
    blocks
}

pub fn route(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = advice::challenges(report, lang);
    blocks.extend(calendar::blocks(report, lang));
    blocks.extend(way(report, lang));
    blocks.extend(advice::fit(report, lang));
    blocks.extend(reading(report, lang));
    blocks.extend(sources(&report.cited_by_plan(), lang));
    blocks
}

/// What has come of what was planned at an earlier time.
pub(super) fn since(plan: &PlanSince, lang: Lang) -> Vec<Block> {
    let line = |action: String| (Tone::Plain, action.clone(), action);
    let items = text::carried::since(lang, plan).into_iter().map(|(head, actions)| Item {
        details: actions.into_iter().map(line).collect(),
        ..Item::new(Tone::Strong, head.to_owned())
    });
    Block::section(words::plan_since(lang), items.collect())
}

/// What has come of the plan of the previous time, if that is known.
pub(super) fn plan_since(report: &Report, lang: Lang) -> Vec<Block> {
    let plan = report.previous.as_ref().and_then(|previous| previous.plan.as_ref());
    plan.map(|plan| since(plan, lang)).unwrap_or_default()
}

/// The same table with its columns called as people read them.
pub fn titled(mut table: Table, lang: Lang) -> Table {
    for column in &mut table.columns {
        column.head = crate::words::report_heads::head(lang, &column.head.text()).into();
    }
    table
}

/// What the level is and means, below its name.
pub(super) fn level(report: &Report, lang: Lang) -> Vec<Block> {
    let faint = |text| Block::Text(Tone::Faint, text);
    let blocks = [
        text::possible(lang, report).map(|possible| Block::Text(Tone::Open, possible)),
        text::open_questions(lang, report).map(faint),
        Some(Block::Prose(report.level.summary.clone())),
        text::next_level(lang, report).map(Block::plain),
        text::share_here(lang, report).map(faint),
        report.previous.as_ref().map(|previous| faint(page::previously(lang, report, previous))),
    ];
    blocks.into_iter().flatten().collect()
}

pub(super) fn obstacles(report: &Report, lang: Lang) -> Vec<Block> {
    Block::section(words::obstacles(lang), items(Tone::Plain, text::what_holds_back(lang, report)))
}

pub(super) fn firmness(report: &Report, lang: Lang) -> Vec<Block> {
    Block::section(words::firmness(lang), items(Tone::Plain, text::firm(lang, report)))
}

fn reading(report: &Report, lang: Lang) -> Vec<Block> {
    Block::section(words::reading(lang), items(Tone::Faint, text::reading(lang, report)))
}

/// The sources that are cited, so that nobody has to look them up.
pub(super) fn sources(cited: &[&SourceReference], lang: Lang) -> Vec<Block> {
    let cited = cited.iter().map(|source| words::labelled(lang, &source.id, &source.title));
    Block::section(words::sources(lang), items(Tone::Faint, cited.collect()))
}

fn items(tone: Tone, lines: Vec<String>) -> Vec<Item> {
    lines.into_iter().map(|line| Item::new(tone, line)).collect()
}

fn list(lines: Vec<String>) -> Option<Block> {
    (!lines.is_empty()).then(|| Block::List(items(Tone::Plain, lines)))
}

pub(super) fn criteria(report: &Report, lang: Lang) -> Table {
    // Without an earlier time there is nothing to say of changes.
    let change = |cell: Cell| report.previous.is_some().then_some(cell);
    let columns = [Column::left(words::criterion(lang)), Column::right(words::score(lang))].into_iter();
    let columns = columns.chain(change(words::change(lang).into()).map(Column::right));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for criterion in &report.criteria {
        rows.extend(GroupScore::above(&report.groups, &criterion.id).map(|group| {
            let cells = [group.name.clone(), text::group_score(group)].map(Cell::Strong).into_iter();
            cells.chain(change(text::or_dash(report.group_change(group)).into())).collect()
        }));
        let row = [criterion.name.as_str().into(), text::score(criterion.low, criterion.high).into()].into_iter();
        let row = row.chain(change(text::or_dash(report.change(criterion)).into()));
        rows.push(row.chain([text::criterion_status(lang, criterion).into()]).collect());
    }
    let overall = [words::overall(lang).to_owned(), report.overall.to_string()];
    let overall = overall.map(Cell::Strong).into_iter();
    rows.push(overall.chain(change(text::or_dash(report.overall_change()).into())).collect());
    Table { columns: columns.chain([Column::left(words::status(lang))]).collect(), rows }
}

/// The route, with its phases and the steps of its actions, or why there is none.
fn way(report: &Report, lang: Lang) -> Vec<Block> {
    let Some(route) = &report.route else { return vec![Block::plain(words::top_level(lang))] };
    if let Some(attained) = route::attained(lang, report, route) {
        return vec![Block::plain(attained)];
    }
    let mut blocks = vec![Block::heading(1, route::heading(lang, report, route))];
    if !route.blocked_by.is_empty() {
        blocks.push(Block::plain(route::blocked(lang, report, route)));
        if route.actions.is_empty() {
            return blocks;
        }
    }
    let notes = [
        route::result(lang, report, route),
        (report.questions.open > 0).then(|| words::open_at_worst(lang).to_owned()),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    blocks.push(Block::plain(notes.join(words::gap(lang))));
    blocks.extend(advice::beside(report, route, lang).into_iter().map(Block::plain));
    blocks.extend(route::own_plan(lang, report).into_iter().map(Block::plain));
    blocks.extend(phases(report, route, lang));
    let first = advice::first(route);
    for (number, priority) in report.on_route().enumerate() {
        let head = if number == 0 { advice::start_here(lang) } else { advice::then(lang) };
        blocks.extend(first.filter(|first| number == 0 || number == *first).map(|_| Block::heading(2, head)));
        blocks.push(Block::Heading(2, Some(number + 1), priority.title.clone()));
        blocks.extend(action(report, priority, lang));
    }
    blocks
}

/// The roadmap: which actions when, and where each phase leads.
fn phases(report: &Report, route: &Route, lang: Lang) -> Option<Block> {
    let item = |(number, phase)| {
        let line = |text: String| (Tone::Plain, text.clone(), text);
        let actions = report.in_phase(phase).map(|(number, action)| format!("{number}. {}", action.title));
        let details = actions.chain([route::phase_result(lang, report, phase)]).map(line).collect();
        Item { details, ..Item::new(Tone::Strong, phase_heading(report, number, phase, lang)) }
    };
    let items = (1..).zip(&route.phases).map(item).collect();
    (route.phases.len() > 1).then_some(Block::List(items))
}

/// Which phase it is, and what it costs.
pub(super) fn phase_heading(report: &Report, number: usize, phase: &Phase, lang: Lang) -> String {
    words::labelled(lang, &words::phase(lang, number), &route::phase_effort(lang, report, phase))
}

fn priorities(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    for priority in report.beyond_route() {
        if blocks.is_empty() {
            blocks.push(Block::heading(1, words::other_priorities(lang)));
            blocks.push(Block::plain(route::gains(lang, report)));
        }
        blocks.push(Block::heading(2, priority.title.as_str()));
        blocks.extend(action(report, priority, lang));
    }
    blocks
}

fn action(report: &Report, priority: &Priority, lang: Lang) -> [Block; 3] {
    let source = priority.source.as_ref().map(|source| words::labelled(lang, words::source(lang), source));
    let refs = words::with_refs(lang, &priority.refs);
    let reasons = advice::reasons(report, priority, lang).into_iter().filter(|_| priority.on_route);
    let facts = route::facts(lang, report, priority)
        .into_iter()
        .chain(reasons)
        .chain(route::after(lang, report, priority))
        .chain(source)
        .chain(refs);
    let facts = Block::Facts(facts.collect(), priority.action.clone());
    [facts, Block::Prose(priority.why.clone()), Block::Steps(priority.steps.clone())]
}

fn benchmarks(report: &Report, lang: Lang) -> Vec<Block> {
    let here = |id: &str| if id == report.level.id { words::you_are_here(lang) } else { "" };
    let levels = report.levels.iter().map(|level| Column::left(format!("{}{}", level.name, here(&level.id))));
    let columns = [Column::left(Cell::Text(String::new()))].into_iter().chain(levels).collect();
    let rows = report.benchmarks.iter().map(|benchmark| {
        let shares = report.levels.iter().map(|level| text::share(lang, benchmark, &level.id).into());
        [benchmark.name.as_str().into()].into_iter().chain(shares).collect()
    });
    match rows.collect::<Vec<_>>() {
        rows if rows.is_empty() => Vec::new(),
        rows => {
            let about = list(text::about_benchmarks(lang, &report.benchmarks));
            let table = Block::Table(Table { columns, rows });
            [Block::heading(1, words::benchmarks(lang)), table].into_iter().chain(about).collect()
        }
    }
}

fn answers(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, words::answers(lang))];
    let level = |cell: Cell| report.has_question_levels().then_some(cell);
    let refs = |cell: Cell| report.has_refs().then_some(cell);
    for criterion in &report.criteria {
        let answers = report.answers.iter().filter(|answer| answer.criterion == criterion.id);
        let rows = answers.map(|answer| {
            let row = [answer.text.as_str().into(), page::given(lang, answer).into(), page::points_of(answer).into()];
            let name = answer.level.as_deref().map(|id| report.level_name(id));
            row.into_iter()
                .chain(level(name.into()))
                .chain(refs(answer.refs.join(words::semicolon(lang)).into()))
                .collect()
        });
        let columns = [
            Column::left(words::question(lang)),
            Column::left(words::answer(lang)),
            Column::right(words::points(lang)),
        ];
        let columns = columns
            .into_iter()
            .chain(level(words::level(lang).into()).map(Column::left))
            .chain(refs(words::refs(lang).into()).map(Column::left))
            .collect();
        blocks.push(Block::heading(2, report.heading(criterion)));
        blocks.push(Block::Table(Table { columns, rows: rows.collect() }));
    }
    blocks
}

/// What the respondent noted, under the question that it is about.
fn notes(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    for note in &report.notes {
        if blocks.is_empty() {
            blocks.push(Block::heading(1, words::notes(lang)));
        }
        blocks.extend([Block::plain(note.text.as_str()), Block::Aside(note.note.clone())]);
    }
    blocks
}

/// What a table of the criteria cannot say of the changes in it.
pub fn doubts_of_changes(report: &Report, lang: Lang) -> Option<String> {
    report.previous.as_ref().and_then(|previous| page::no_development(lang, previous))
}

/// The criteria, a row each; the heads are the keys of the JSON, in every language.
pub fn rows(report: &Report) -> Table {
    let mut heads = vec!["organisation", "date", "level", "criterion", "name", "low", "high", "in_place", "threshold"];
    heads.extend(["weight", "open", "not_applicable"]);
    let with_levels = report.has_question_levels();
    if with_levels {
        heads.extend(["criterion_level", "criterion_level_high"]);
    }
    if !report.groups.is_empty() {
        heads.extend(["group", "group_low", "group_high"]);
    }
    if report.previous.is_some() {
        heads.extend(["previous_low", "previous_high"]);
    }
    let rows = report.criteria.iter().map(|criterion| {
        let mut row: Vec<Cell> = vec![
            report.subject().into(),
            report.date().into(),
            report.level.id.as_str().into(),
            criterion.id.as_str().into(),
            criterion.name.as_str().into(),
            criterion.low.into(),
            criterion.high.into(),
            criterion.in_place.word().into(),
            criterion.threshold.into(),
            criterion.weight.into(),
            criterion.open.into(),
            criterion.not_applicable.into(),
        ];
        if with_levels {
            let level = criterion.level.as_ref();
            row.push(level.map(|level| level.id.as_str()).into());
            row.push(level.map(|level| level.possible.as_str()).into());
        }
        if let Some(group) = report.groups.iter().find(|group| group.criteria.contains(&criterion.id)) {
            row.extend([group.id.as_str().into(), group.low.into(), group.high.into()]);
        }
        if report.previous.is_some() {
            let before = report.before(criterion);
            row.extend([before.and_then(|before| before.low).into(), before.and_then(|before| before.high).into()]);
        }
        row
    });
    Table { columns: heads.into_iter().map(Column::left).collect(), rows: rows.collect() }
}
