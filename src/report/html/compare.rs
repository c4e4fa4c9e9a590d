//! The comparison as a page.

use askama::Template;

use super::STYLE;
use super::trend::{self, Chart};
use crate::exact::Score;
use crate::report::comparison::{Comparison, Trend, Turn};
use crate::report::model::{CriterionScore, Snapshot};
use crate::report::text::{self, comparison as sentences};
use crate::report::words;
use crate::words::Lang;

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparisonPage<'a> {
    comparison: &'a Comparison,
    first: &'a Snapshot,
    last: &'a Snapshot,
    lang: Lang,
    style: &'static str,
    chart: Option<Chart>,
}

/// The whole comparison.
pub fn render(comparison: &Comparison, lang: Lang) -> String {
    let (first, last) = (comparison.first(), comparison.last());
    let page = ComparisonPage { comparison, first, last, lang, style: STYLE, chart: trend::chart(comparison) };
    page.render().expect("a string takes all that is written")
}

impl ComparisonPage<'_> {
    /// The language; the result of a call is what a template can hand on as it is.
    fn lang(&self) -> Lang {
        self.lang
    }

    fn score(&self, score: &CriterionScore) -> String {
        text::score_then(self.lang, score)
    }

    /// A small line through the scores of a criterion. The numbers beside it say the same.
    fn spark(&self, criterion: &Trend) -> String {
        let count = self.comparison.sets.len();
        let at = |(at, score): (usize, Score)| {
            let tenths = u32::from(Score::FULL.tenths() - score.tenths());
            let x = 2 + 96 * at / count.saturating_sub(1).max(1);
            (x, 2 + tenths * 24 / u32::from(Score::FULL.tenths()))
        };
        let scores = self.comparison.scores(criterion).enumerate();
        let points: Vec<(usize, u32)> = scores.filter_map(|(set, score)| Some(at((set, score.low?)))).collect();
        let line: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let end = points.last().map(|(x, y)| format!("<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"2.5\"/>"));
        format!(
            "<svg class=\"spark\" viewBox=\"0 0 102 28\" aria-hidden=\"true\" focusable=\"false\"><polyline \
             class=\"line\" points=\"{}\"/>{}</svg>",
            line.join(" "),
            end.unwrap_or_default()
        )
    }
}
