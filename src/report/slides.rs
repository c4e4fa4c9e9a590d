//! The result as slides: a deck of Markdown that pandoc makes a presentation of. Each slide has a heading, and no more than fits.
//!
//! What a reader can look up in the document is left out: the answers, the other actions, why each action helps.

use unicode_width::UnicodeWidthStr as _;

use super::blocks::{Block, Item, Table, Tone};
use super::model::{Priority, Report};
use super::text::{self, route};
use super::{advice, result, words};
use crate::text::plain;
use crate::words::Lang;

/// How many lines a slide has room for below a heading of one line, and of how many columns, as pandoc lays it out.
const LINES: usize = 10;
const COLUMNS: usize = 46;
/// The columns of a line of a heading.
const OF_HEADING: usize = 32;

/// The slides: the first has the title alone, and each of the others begins with a heading.
pub fn slides(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Title(text::title(report))];
    blocks.push(Block::heading(1, text::level_of(lang, report)));
    let level = [text::possible(lang, report), Some(plain(&report.level.summary).into_owned())];
    blocks.extend(level.into_iter().flatten().map(Block::plain));
    let criteria = result::criteria(report, lang);
    for rows in criteria.rows.chunks(LINES) {
        blocks.push(Block::heading(1, text::criteria_heading(lang, report)));
        blocks.push(Block::Table(Table { columns: criteria.columns.clone(), rows: rows.to_vec() }));
    }
    blocks.extend(cut(words::findings(lang), advice::findings(report, lang)));
    let names = report.challenges.iter().map(|challenge| advice::name(challenge, lang));
    blocks.extend(cut(advice::challenges_heading(lang), names.collect()));
    let [way, _] = route::in_brief(lang, report);
    let of_route = report.route.as_ref();
    let result = of_route.and_then(|of| route::result(lang, report, of));
    let beside = of_route.map(|of| advice::beside(report, of, lang)).unwrap_or_default();
    let phases = of_route.map(|of| of.phases.as_slice()).unwrap_or_default();
    let plan: Vec<String> = way.into_iter().chain(result).chain(beside).collect();
    blocks.extend(cut(words::plan(lang), plan));
    for (number, phase) in (1..).zip(phases) {
        let actions = report.in_phase(phase).map(|(number, action)| titled(report, number, action, lang));
        let leads = route::phase_result(lang, report, phase);
        blocks.extend(cut(&words::phase(lang, number), actions.chain([leads]).collect()));
    }
    let first = of_route.map_or(0, |of| of.start_here.len());
    for (number, action) in (1..).zip(report.on_route().take(first)) {
        let heading = format!("{number}. {}", action.title);
        blocks.extend(cut(&heading, action.steps.iter().map(|step| plain(step).into_owned()).collect()));
    }
    let rests_on = text::rests_on(lang, report).into_iter().chain([text::scored_by(lang, &report.assessment)]);
    blocks.extend(cut(words::rests_on(lang), rests_on.collect()));
    blocks
}

fn titled(report: &Report, number: usize, action: &Priority, lang: Lang) -> String {
    words::aside(lang, &format!("{number}. {}", action.title), &text::effort(lang, report, action.effort))
}

/// Slides with these texts under one heading, each with as many as fit, which says which of how many it is.
fn cut(heading: &str, texts: Vec<String>) -> Vec<Block> {
    let lines = |text: &str, columns: usize| text.width().div_ceil(columns).max(1);
    let room = (LINES + 1).saturating_sub(lines(heading, OF_HEADING)).max(1);
    let mut slides: Vec<Vec<Item>> = Vec::new();
    let mut left = 0;
    for text in texts {
        let takes = lines(&text, COLUMNS);
        if takes > left {
            slides.push(Vec::new());
            left = room;
        }
        left = left.saturating_sub(takes);
        slides.last_mut().expect("there is one by now").push(Item::new(Tone::Plain, text));
    }
    let count = slides.len();
    let slide = |(at, items): (usize, Vec<Item>)| {
        let heading = if count > 1 { format!("{heading} ({}/{count})", at + 1) } else { heading.to_owned() };
        [Block::heading(1, heading), Block::List(items)]
    };
    slides.into_iter().enumerate().flat_map(slide).collect()
}
