//! The comparison for the terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use super::{AnswerChange, Comparison, Turn};
use crate::exact::Score;
use crate::report::model::{CriterionScore, Named};
use crate::report::table::{Look, in_ascii};
use crate::report::text::{self, comparison as sentences};
use crate::report::words;
use crate::text::wrap;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Yellow.on_default();
const PLAIN: Style = Style::new();

/// The whole comparison.
pub fn render(comparison: &Comparison, look: Look) -> String {
    let mut page = Page { comparison, look, width: look.width.clamp(40, 120), out: String::new() };
    page.head();
    page.criteria();
    page.actions(words::achieved(look.lang), GOOD, "✓", &comparison.achieved);
    page.slipped();
    page.answers(words::improved(look.lang), &comparison.improved);
    if look.ascii { in_ascii(&page.out) } else { page.out }
}

/// A row of small bars, one for each score.
pub(super) fn sparkline(scores: impl Iterator<Item = Option<Score>>) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let bar = |score: Score| BARS[usize::from(score.tenths()) * (BARS.len() - 1) / usize::from(Score::FULL.tenths())];
    scores.map(|score| score.map_or('·', bar)).collect()
}

struct Page<'a> {
    comparison: &'a Comparison,
    look: Look,
    width: usize,
    out: String,
}

impl Page<'_> {
    fn text(&mut self, style: Style, indent: usize, text: &str) {
        for line in wrap(text, self.width - indent) {
            let _ = writeln!(self.out, "{}{style}{line}{style:#}", " ".repeat(indent));
        }
    }

    fn heading(&mut self, heading: &str) {
        self.out.push('\n');
        self.text(BOLD, 0, heading);
    }

    fn head(&mut self) {
        let (comparison, lang) = (self.comparison, self.look.lang);
        self.text(BOLD, 0, &sentences::title(lang, comparison));
        self.out.push('\n');
        if let Some((first, last)) = comparison.first().zip(comparison.last()) {
            self.text(BOLD, 0, &sentences::level_change(lang, first, last));
            self.text(PLAIN, 0, &sentences::summary(lang, comparison, first, last));
        }
        sentences::remarks(lang, comparison).into_iter().for_each(|remark| self.text(BAD, 0, &remark));
    }

    fn criteria(&mut self) {
        let (comparison, lang) = (self.comparison, self.look.lang);
        self.heading(words::criteria_over_time(lang));
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        let head = [words::criterion(lang).to_owned()].into_iter().chain(comparison.labels());
        table.set_header(head.chain([words::change(lang).to_owned(), words::trend(lang).to_owned()]));
        for criterion in &comparison.criteria {
            let scores = comparison.scores(criterion).map(cell);
            let change = text::or_dash(criterion.change);
            let turn =
                criterion.turn.as_ref().map(|turn| format!(" {}", sentences::turn(lang, turn))).unwrap_or_default();
            let trend = sparkline(comparison.scores(criterion).map(|score| score.low)) + &turn;
            table.add_row([criterion.name.clone()].into_iter().chain(scores).chain([change, trend]));
        }
        let overall = comparison.sets.iter().map(|set| text::range(set.overall.low, set.overall.high));
        let change = text::or_dash(comparison.overall_change);
        let trend = sparkline(comparison.sets.iter().map(|set| Some(set.overall.low)));
        table.add_row([words::overall(lang).to_owned()].into_iter().chain(overall).chain([change, trend]));
        let levels = comparison.sets.iter().map(|set| set.level.name.clone());
        table.add_row([words::level(lang).to_owned()].into_iter().chain(levels));
        let columns = table.column_count();
        for (at, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, 2));
            if (1..columns - 1).contains(&at) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in table.lines() {
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
        self.text(DIM, 0, words::in_place_mark(lang));
    }

    fn actions(&mut self, heading: &str, style: Style, mark: &str, actions: &[Named]) {
        if actions.is_empty() {
            return;
        }
        self.heading(heading);
        for action in actions {
            self.text(style, 0, &format!("{mark} {}", action.name));
        }
    }

    fn slipped(&mut self) {
        let (comparison, lang) = (self.comparison, self.look.lang);
        self.heading(words::slipped(lang));
        if !comparison.has_slipped() {
            return self.text(PLAIN, 0, words::nothing_slipped(lang));
        }
        for name in comparison.turned(Turn::OutOfPlace) {
            self.text(BAD, 0, &words::labelled(lang, &name, words::out_of_place(lang)));
        }
        for action in &comparison.undone {
            self.text(BAD, 0, &words::labelled(lang, words::undone(lang), &action.name));
        }
        comparison.slipped.iter().for_each(|change| self.answer(change));
    }

    fn answers(&mut self, heading: &str, changes: &[AnswerChange]) {
        if !changes.is_empty() {
            self.heading(heading);
            changes.iter().for_each(|change| self.answer(change));
        }
    }

    fn answer(&mut self, change: &AnswerChange) {
        self.text(PLAIN, 0, &change.text);
        self.text(DIM, 2, &format!("{}  {}", change.from, change.before));
        self.text(PLAIN, 2, &format!("→ {}  {}", change.to, change.now));
    }
}

/// The score of a criterion, with a mark where it is in place.
pub(super) fn cell(score: &CriterionScore) -> String {
    let mark = if score.is_in_place() { "✓ " } else { "" };
    format!("{mark}{}", text::score(score.low, score.high))
}
