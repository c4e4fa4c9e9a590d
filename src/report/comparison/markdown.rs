//! The comparison in Markdown, as GitHub renders it.

use std::fmt::Write as _;

use super::table::{cell, sparkline};
use super::{AnswerChange, Comparison, Turn};
use crate::report::markdown::escape;
use crate::report::text::{self, comparison as said};
use crate::text::Lang;

/// The whole comparison.
pub fn render(comparison: &Comparison, lang: Lang) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", escape(&said::title(lang, comparison)));
    if let Some((first, last)) = comparison.first().zip(comparison.last()) {
        let _ = writeln!(out, "**{}**\n", escape(&said::level_change(lang, first, last)));
        let _ = writeln!(out, "{}", escape(&said::summary(lang, comparison, first, last)));
    }
    let remarks = [
        said::compared(lang, comparison),
        said::uncertain(lang, comparison),
        (!comparison.by_date).then(|| said::undated(lang).to_owned()),
    ];
    for remark in remarks.into_iter().flatten() {
        let _ = writeln!(out, "\n> {}", escape(&remark));
    }
    criteria(&mut out, comparison, lang);
    let achieved = comparison.achieved.iter().map(|action| action.name.clone());
    list(&mut out, said::achieved(lang), &achieved.collect::<Vec<_>>());
    slipped(&mut out, comparison, lang);
    if !comparison.improved.is_empty() {
        let _ = writeln!(out, "\n## {}\n", said::improved(lang));
        answers(&mut out, &comparison.improved, lang);
    }
    let _ = writeln!(out, "\n{}", escape(&text::scored_by(lang, &comparison.assessment)));
    out
}

fn criteria(out: &mut String, comparison: &Comparison, lang: Lang) {
    let _ = writeln!(out, "\n## {}\n", said::criteria(lang));
    let labels: Vec<String> = comparison.labels().iter().map(|label| escape(label)).collect();
    let _ = writeln!(
        out,
        "| {} | {} | {} | {} | |",
        text::criterion(lang),
        labels.join(" | "),
        said::change(lang),
        said::trend(lang)
    );
    let _ = writeln!(out, "| --- |{} ---: | --- | --- |", " ---: |".repeat(labels.len()));
    for criterion in &comparison.criteria {
        let scores: Vec<String> = comparison.scores(criterion).map(cell).collect();
        let change = text::or_dash(criterion.change);
        let trend = sparkline(comparison.scores(criterion).map(|score| score.low));
        let turn = criterion.turn.as_ref().map_or("", |turn| said::turn(lang, turn));
        let _ = writeln!(out, "| {} | {} | {change} | {trend} | {turn} |", escape(&criterion.name), scores.join(" | "));
    }
    let overall: Vec<String> =
        comparison.sets.iter().map(|set| text::range(set.overall.low, set.overall.high)).collect();
    let change = text::or_dash(comparison.overall_change);
    let trend = sparkline(comparison.sets.iter().map(|set| Some(set.overall.low)));
    let _ = writeln!(out, "| **{}** | {} | {change} | {trend} | |", text::overall(lang), overall.join(" | "));
    let levels: Vec<String> = comparison.sets.iter().map(|set| escape(&set.level.name)).collect();
    let _ = writeln!(out, "| **{}** | {} | | | |", said::level(lang), levels.join(" | "));
    let _ = writeln!(out, "\n{}", said::mark(lang));
}

fn list(out: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n## {heading}\n");
    }
    for line in lines {
        let _ = writeln!(out, "- {}", escape(line));
    }
}

fn slipped(out: &mut String, comparison: &Comparison, lang: Lang) {
    let _ = writeln!(out, "\n## {}\n", said::slipped(lang));
    if !comparison.has_slipped() {
        let _ = writeln!(out, "{}", said::nothing_slipped(lang));
    }
    for name in comparison.turned(Turn::OutOfPlace) {
        let _ = writeln!(out, "- {}", escape(&text::labelled(lang, &name, said::out_of_place(lang))));
    }
    for action in &comparison.undone {
        let _ = writeln!(out, "- {}", escape(&text::labelled(lang, said::undone(lang), &action.name)));
    }
    answers(out, &comparison.slipped, lang);
}

fn answers(out: &mut String, changes: &[AnswerChange], lang: Lang) {
    for change in changes {
        let _ = writeln!(out, "- {}", escape(&change.text));
        let _ = writeln!(out, "  - {}", escape(&said::was(lang, change)));
        let _ = writeln!(out, "  - {}", escape(&said::is(lang, change)));
    }
}
