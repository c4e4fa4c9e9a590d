//! The result in Markdown, as GitHub renders it. Text from files is escaped, so that it comes out as it is written.

use std::fmt::Write as _;

use super::change::Change;
use super::model::{Priority, Report, Route};
use super::text::{self, page, route};
use super::words;
use crate::text::Lang;

/// The whole result, with the steps of every action.
pub fn render(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", escape(&text::title(report)));
    for (key, value) in &report.metadata.0 {
        let _ = writeln!(out, "- {}", escape(&words::labelled(lang, words::metadata_key(lang, key), value)));
    }
    if !report.metadata.0.is_empty() {
        out.push('\n');
    }
    level(&mut out, report, lang);
    criteria(&mut out, report, lang);
    section(&mut out, words::obstacles(lang), &text::what_holds_back(lang, report));
    way(&mut out, report, lang);
    priorities(&mut out, report, lang);
    if let Some(closer) = text::closer(lang, report) {
        let _ = writeln!(out, "\n{}", escape(&closer));
    }
    section(&mut out, words::firmness(lang), &text::firm(lang, report));
    benchmarks(&mut out, report, lang);
    notes(&mut out, report, lang);
    answers(&mut out, report, lang);
    sources(&mut out, report, lang);
    let _ = writeln!(out, "\n{}", escape(&text::scored_by(lang, &report.assessment)));
    out
}

/// The route alone.
pub fn render_route(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    way(&mut out, report, lang);
    sources(&mut out, report, lang);
    out.trim_start().to_owned()
}

fn level(out: &mut String, report: &Report, lang: Lang) {
    let _ = writeln!(out, "## {}\n", escape(&text::level_of(lang, report)));
    if let Some(possible) = text::possible(lang, report) {
        let _ = writeln!(out, "**{}**\n", escape(&possible));
    }
    if let Some(open) = text::open_questions(lang, report) {
        let _ = writeln!(out, "{}\n", escape(&open));
    }
    let _ = writeln!(out, "{}", escape(&report.level.summary));
    if let Some(share) = text::share_here(lang, report) {
        let _ = writeln!(out, "\n{}", escape(&share));
    }
    if let Some(previous) = &report.previous {
        let _ = writeln!(out, "\n{}", escape(&page::previously(lang, report, previous)));
    }
}

fn criteria(out: &mut String, report: &Report, lang: Lang) {
    let _ = writeln!(out, "\n## {}\n", escape(&text::criteria_heading(lang, report)));
    let compared = report.previous.is_some();
    let change =
        |change: Option<Change>| if compared { format!(" {} |", text::or_dash(change)) } else { String::new() };
    let (head, line) = if compared { (format!(" {} |", words::change(lang)), " ---: |") } else { (String::new(), "") };
    let _ = writeln!(out, "| {} | {} |{head} {} |", words::criterion(lang), words::score(lang), words::status(lang));
    let _ = writeln!(out, "| --- | ---: |{line} --- |");
    for criterion in &report.criteria {
        let score = text::score(criterion.low, criterion.high);
        let status = text::criterion_status(lang, criterion);
        let change = change(report.change(criterion));
        let _ = writeln!(out, "| {} | {score} |{change} {} |", escape(&criterion.name), escape(&status));
    }
    let (low, high) = (report.overall.low, report.overall.high);
    let overall = text::range(low, high);
    let change = change(report.overall_change());
    let _ = writeln!(out, "| **{}** | **{overall}** |{change} |", words::overall(lang));
}

fn section(out: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## {}\n", escape(heading));
    for line in lines {
        let _ = writeln!(out, "- {}", escape(line));
    }
}

fn way(out: &mut String, report: &Report, lang: Lang) {
    let Some(route) = &report.route else {
        let _ = writeln!(out, "\n{}", escape(words::top_level(lang)));
        return;
    };
    if let Some(level) = route.attained() {
        let _ = writeln!(out, "\n{}", escape(&words::attained(lang, level)));
        return;
    }
    let _ = writeln!(out, "\n## {}\n", escape(&route::heading(lang, report, route)));
    if !route.blocked_by.is_empty() {
        let _ = writeln!(out, "{}", escape(&route::blocked(lang, report, route)));
        return;
    }
    let notes = [
        route::result(lang, report, route),
        (report.questions.open > 0).then(|| words::open_at_worst(lang).to_owned()),
        (!route.proven).then(|| words::not_proven(lang).to_owned()),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().map(|note| escape(&note)).collect();
    let _ = writeln!(out, "{}", notes.join(words::gap(lang)));
    for line in route::own_plan(lang, report) {
        let _ = writeln!(out, "\n{}", escape(&line));
    }
    phases(out, report, route, lang);
    for (number, priority) in report.on_route().enumerate() {
        let _ = writeln!(out, "\n### {}. {}\n", number + 1, escape(&priority.title));
        action(out, report, priority, lang);
    }
}

/// The roadmap: which actions when, and where each phase leads.
fn phases(out: &mut String, report: &Report, route: &Route, lang: Lang) {
    if route.phases.len() < 2 {
        return;
    }
    let (phase, effort, action, result) =
        (words::phase_head(lang), words::effort(lang), words::action(lang), words::result(lang));
    let _ = writeln!(out, "\n| {phase} | {effort} | {action} | {result} |\n| --- | --- | --- | --- |");
    for (at, phase) in route.phases.iter().enumerate() {
        let titles = report.on_route().enumerate().filter(|(_, priority)| phase.actions.contains(&priority.action));
        let titles = titles.map(|(at, priority)| format!("{}. {}", at + 1, escape(&priority.title)));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} |",
            at + 1,
            escape(&route::phase_effort(lang, report, phase)),
            titles.collect::<Vec<_>>().join("<br>"),
            escape(&route::phase_result(lang, report, phase))
        );
    }
}

fn priorities(out: &mut String, report: &Report, lang: Lang) {
    let rest: Vec<&Priority> = report.beyond_route().collect();
    if rest.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## {}\n\n{}", words::other_priorities(lang), escape(&route::gains(lang, report)));
    for priority in rest {
        let _ = writeln!(out, "\n### {}\n", escape(&priority.title));
        action(out, report, priority, lang);
    }
}

fn action(out: &mut String, report: &Report, priority: &Priority, lang: Lang) {
    let source = priority.source.as_ref().map(|source| words::labelled(lang, words::source(lang), source));
    let facts =
        route::facts(lang, report, priority).into_iter().chain(route::after(lang, report, priority)).chain(source);
    let facts = facts.map(|fact| escape(&fact));
    let facts: Vec<String> = facts.chain([format!("`{}`", priority.action)]).collect();
    let _ = writeln!(out, "{}\n\n{}\n", facts.join(" · "), escape(&priority.why));
    for (number, step) in priority.steps.iter().enumerate() {
        let _ = writeln!(out, "{}. {}", number + 1, escape(step));
    }
}

fn benchmarks(out: &mut String, report: &Report, lang: Lang) {
    if report.benchmarks.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## {}\n", words::benchmarks(lang));
    let cells = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let here = |id: &str| if id == report.level.id { words::you_are_here(lang).to_owned() } else { String::new() };
    let names = report.levels.iter().map(|level| escape(&format!("{}{}", level.name, here(&level.id))));
    let _ = writeln!(out, "{}", cells([String::new()].into_iter().chain(names).collect()));
    let _ = writeln!(out, "|{}", " --- |".repeat(report.levels.len() + 1));
    for benchmark in &report.benchmarks {
        let shares = report.levels.iter().map(|level| {
            let share = benchmark.shares.iter().find(|share| share.level == level.id);
            share.map_or("–".to_owned(), |share| text::percent(share.percent))
        });
        let _ = writeln!(out, "{}", cells([escape(&benchmark.name)].into_iter().chain(shares).collect()));
    }
}

fn sources(out: &mut String, report: &Report, lang: Lang) {
    let cited = report.cited().into_iter();
    let lines: Vec<String> = cited.map(|source| words::labelled(lang, &source.id, &source.title)).collect();
    section(out, words::sources(lang), &lines);
}

/// Every question and its answer.
fn answers(out: &mut String, report: &Report, lang: Lang) {
    let _ = writeln!(out, "\n## {}", words::answers(lang));
    for criterion in &report.criteria {
        let _ = writeln!(out, "\n### {}\n", escape(&criterion.name));
        let _ = writeln!(out, "| {} | {} | {} |", words::question(lang), words::answer(lang), words::points(lang));
        let _ = writeln!(out, "| --- | --- | ---: |");
        for answer in report.answers.iter().filter(|answer| answer.criterion == criterion.id) {
            let (text, given) = (escape(&answer.text), escape(page::given(lang, answer)));
            let _ = writeln!(out, "| {text} | {given} | {} |", page::points_of(answer));
        }
    }
}

/// What the respondent noted, under the question that it is about.
fn notes(out: &mut String, report: &Report, lang: Lang) {
    if !report.notes.is_empty() {
        let _ = writeln!(out, "\n## {}", words::notes(lang));
    }
    for note in &report.notes {
        let _ = writeln!(out, "\n{}\n\n> {}", escape(&note.text), escape(&note.note));
    }
}

/// `text` as Markdown that renders to it: punctuation that could mean something is escaped, lines are joined.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let first = text[..at].chars().all(char::is_whitespace);
        // A mark makes a list or a heading only before a space.
        let last = text[at + c.len_utf8()..].chars().next().is_none_or(|next| next.is_whitespace() || next == c);
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@' => out.extend(['\\', c]),
            '#' | '+' | '-' | '=' if first && last => out.extend(['\\', c]),
            // A number and a full stop at the start would become a list.
            '.' | ')' if last && at > 0 && text[..at].chars().all(|c| c.is_ascii_digit()) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mean_something_is_escaped() {
        assert_eq!(escape("<script>a|b`c*d_e[f](g)"), r"\<script\>a\|b\`c\*d\_e\[f\](g)");
        assert_eq!(escape("# a # b"), r"\# a # b");
        assert_eq!(escape("1. a 2. b"), r"1\. a 2. b");
        assert_eq!(escape("a\n\n- b"), "a  - b");
        assert_eq!(escape("6.3 short, +0.8"), "6.3 short, +0.8");
        assert_eq!(escape("--- - +"), r"\--- - +");
    }
}
