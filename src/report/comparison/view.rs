//! The comparison as blocks, for the terminal and for documents.

use super::{AnswerChange, Comparison, Turn};
use crate::exact::Score;
use crate::report::blocks::{Block, Cell, Column, Item, Table, Tone};
use crate::report::model::{CriterionScore, Named};
use crate::report::result::since as sentences_of_plan;
use crate::report::text::{self, comparison as sentences};
use crate::report::words;
use crate::words::Lang;

/// The whole comparison, with what scored it.
pub fn document(comparison: &Comparison, lang: Lang) -> Vec<Block> {
    let mut blocks = blocks(comparison, lang);
    blocks.push(Block::plain(text::scored_by(lang, &comparison.assessment)));
    blocks
}

/// The comparison, for those who know what scored it.
pub fn blocks(comparison: &Comparison, lang: Lang) -> Vec<Block> {
    let (first, last) = (comparison.first(), comparison.last());
    let mut blocks = vec![
        Block::Title(sentences::title(lang, comparison)),
        Block::Text(Tone::Strong, sentences::level_change(lang, comparison)),
        Block::plain(sentences::summary(lang, comparison, first, last)),
    ];
    blocks.extend(sentences::remarks(lang, comparison).into_iter().map(Block::Aside));
    blocks.push(Block::heading(1, words::criteria_over_time(lang)));
    blocks.push(Block::Table(criteria(comparison, lang)));
    blocks.push(Block::Text(Tone::Faint, words::in_place_mark(lang).to_owned()));
    let achieved = |action: &Named| Item { mark: "✓", ..Item::new(Tone::Good, action.name.clone()) };
    if !comparison.achieved.is_empty() {
        blocks.push(Block::heading(1, words::achieved(lang)));
        blocks.push(Block::Text(Tone::Faint, words::achieved_means(lang).to_owned()));
        blocks.push(Block::List(comparison.achieved.iter().map(achieved).collect()));
    }
    blocks.extend(comparison.plan.iter().flat_map(|plan| sentences_of_plan(plan, lang)));
    blocks.push(Block::heading(1, words::slipped(lang)));
    blocks.push(match slipped(comparison, lang) {
        none if none.is_empty() => Block::plain(words::nothing_slipped(lang)),
        items => Block::List(items),
    });
    blocks.extend(Block::section(words::improved(lang), answers(&comparison.improved, lang)));
    blocks
}

fn criteria(comparison: &Comparison, lang: Lang) -> Table {
    let labels = comparison.labels().into_iter().map(Column::right);
    let columns = [Column::left(words::criterion(lang))].into_iter().chain(labels).chain([
        Column::right(words::change(lang)),
        Column::left(words::trend(lang)),
        Column { joined: true, ..Column::left(Cell::Empty) },
    ]);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for criterion in &comparison.criteria {
        if let Some((group, scores)) = comparison.group_above(criterion) {
            let trend = sparkline(scores.iter().map(|score| score.low));
            let scores = scores.iter().map(|score| text::group_score(score).into());
            let end = [text::or_dash(group.change).into(), trend.into()];
            rows.push([Cell::Strong(group.name.clone())].into_iter().chain(scores).chain(end).collect());
        }
        let scores = comparison.scores(criterion).map(|score| cell(lang, score).into());
        let trend = sparkline(comparison.scores(criterion).map(|score| score.low));
        let turn = criterion.turn.as_ref().map_or("", |turn| sentences::turn(lang, turn));
        let end = [text::or_dash(criterion.change).into(), trend.into(), Cell::Text(turn.to_owned())];
        rows.push([criterion.name.as_str().into()].into_iter().chain(scores).chain(end).collect());
    }
    let strong = |text: &str| [Cell::Strong(text.to_owned())].into_iter();
    let overall = comparison.sets.iter().map(|set| set.overall.to_string().into());
    let trend = sparkline(comparison.sets.iter().map(|set| Some(set.overall.low)));
    let end = [text::or_dash(comparison.overall_change).into(), trend.into()];
    rows.push(strong(words::overall(lang)).chain(overall).chain(end).collect());
    let levels = comparison.sets.iter().map(|set| set.level.name.as_str().into());
    rows.push(strong(words::level(lang)).chain(levels).collect());
    Table { columns: columns.collect(), rows }
}

/// A row of small bars, one for each score.
fn sparkline(scores: impl Iterator<Item = Option<Score>>) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let bar = |score: Score| BARS[usize::from(score.tenths()) * (BARS.len() - 1) / usize::from(Score::FULL.tenths())];
    scores.map(|score| score.map_or('·', bar)).collect()
}

/// The score of a criterion with its own level, and a mark where it is in place.
fn cell(lang: Lang, score: &CriterionScore) -> String {
    let mark = if score.is_in_place() { "✓ " } else { "" };
    format!("{mark}{}", text::score_then(lang, score))
}

fn slipped(comparison: &Comparison, lang: Lang) -> Vec<Item> {
    let labelled = |label: &str, what: &str| Item::new(Tone::Open, words::labelled(lang, label, what));
    let lost = comparison.turned(Turn::OutOfPlace);
    let lost = lost.iter().map(|name| labelled(name, words::out_of_place(lang)));
    let undone = comparison.undone.iter().map(|action| labelled(words::undone(lang), &action.name));
    lost.chain(undone).chain(answers(&comparison.slipped, lang)).collect()
}

fn answers(changes: &[AnswerChange], lang: Lang) -> Vec<Item> {
    let full = |when: &str, points: u32, option: &str| {
        words::labelled(lang, &words::aside(lang, when, &points.to_string()), option)
    };
    let item = |change: &AnswerChange| Item {
        prose: None,
        details: vec![
            (
                Tone::Faint,
                format!("{}  {}", change.from, change.before),
                full(words::before(lang), change.from, &change.before),
            ),
            (Tone::Plain, format!("→ {}  {}", change.to, change.now), full(words::now(lang), change.to, &change.now)),
        ],
        ..Item::new(Tone::Plain, change.text.clone())
    };
    changes.iter().map(item).collect()
}
