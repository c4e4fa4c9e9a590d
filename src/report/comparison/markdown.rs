//! The comparison in Markdown, as GitHub renders it.

use std::fmt::Write as _;

use super::table::{cell, sparkline};
use super::{AnswerChange, Comparison, Turn};
use crate::report::markdown::escape;
use crate::report::text::{self, comparison as sentences};
use crate::report::words;
use crate::text::Lang;

/// The whole comparison.
pub fn render(comparison: &Comparison, lang: Lang) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", escape(&sentences::title(lang, comparison)));
    if let Some((first, last)) = comparison.first().zip(comparison.last()) {
        let _ = writeln!(out, "**{}**\n", escape(&sentences::level_change(lang, first, last)));
        let _ = writeln!(out, "{}", escape(&sentences::summary(lang, comparison, first, last)));
    }
    for remark in sentences::remarks(lang, comparison) {
        let _ = writeln!(out, "\n> {}", escape(&remark));
    }
    criteria(&mut out, comparison, lang);
    let achieved = comparison.achieved.iter().map(|action| action.name.clone());
    list(&mut out, words::achieved(lang), &achieved.collect::<Vec<_>>());
    slipped(&mut out, comparison, lang);
    if !comparison.improved.is_empty() {
        let _ = writeln!(out, "\n## {}\n", words::improved(lang));
        answers(&mut out, &comparison.improved, lang);
    }
    let _ = writeln!(out, "\n{}", escape(&text::scored_by(lang, &comparison.assessment)));
    out
}

fn criteria(out: &mut String, comparison: &Comparison, lang: Lang) {
    let _ = writeln!(out, "\n## {}\n", words::criteria_over_time(lang));
    let labels: Vec<String> = comparison.labels().iter().map(|label| escape(label)).collect();
    let _ = writeln!(
        out,
        "| {} | {} | {} | {} | |",
        words::criterion(lang),
        labels.join(" | "),
        words::change(lang),
        words::trend(lang)
    );
    let _ = writeln!(out, "| --- |{} ---: | --- | --- |", " ---: |".repeat(labels.len()));
    for criterion in &comparison.criteria {
        let scores: Vec<String> = comparison.scores(criterion).map(cell).collect();
        let change = text::or_dash(criterion.change);
        let trend = sparkline(comparison.scores(criterion).map(|score| score.low));
        let turn = criterion.turn.as_ref().map_or("", |turn| sentences::turn(lang, turn));
        let _ = writeln!(out, "| {} | {} | {change} | {trend} | {turn} |", escape(&criterion.name), scores.join(" | "));
    }
    let overall: Vec<String> =
        comparison.sets.iter().map(|set| text::range(set.overall.low, set.overall.high)).collect();
    let change = text::or_dash(comparison.overall_change);
    let trend = sparkline(comparison.sets.iter().map(|set| Some(set.overall.low)));
    let _ = writeln!(out, "| **{}** | {} | {change} | {trend} | |", words::overall(lang), overall.join(" | "));
    let levels: Vec<String> = comparison.sets.iter().map(|set| escape(&set.level.name)).collect();
    let _ = writeln!(out, "| **{}** | {} | | | |", words::level(lang), levels.join(" | "));
    let _ = writeln!(out, "\n{}", words::in_place_mark(lang));
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
    let _ = writeln!(out, "\n## {}\n", words::slipped(lang));
    if !comparison.has_slipped() {
        let _ = writeln!(out, "{}", words::nothing_slipped(lang));
    }
    for name in comparison.turned(Turn::OutOfPlace) {
        let _ = writeln!(out, "- {}", escape(&words::labelled(lang, &name, words::out_of_place(lang))));
    }
    for action in &comparison.undone {
        let _ = writeln!(out, "- {}", escape(&words::labelled(lang, words::undone(lang), &action.name)));
    }
    answers(out, &comparison.slipped, lang);
}

fn answers(out: &mut String, changes: &[AnswerChange], lang: Lang) {
    for change in changes {
        let _ = writeln!(out, "- {}", escape(&change.text));
        for (when, points, option) in
            [(words::before(lang), change.from, &change.before), (words::now(lang), change.to, &change.now)]
        {
            let when = words::aside(lang, when, &points.to_string());
            let _ = writeln!(out, "  - {}", escape(&words::labelled(lang, &when, option)));
        }
    }
}
