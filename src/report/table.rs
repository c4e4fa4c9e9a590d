//! The result for the terminal: what the organisation's leaders see first.
//!
//! Lines fit the width that is given. Colours are written as escape sequences for the stream to strip where they are
//! not wanted; nothing is said by colour alone.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthStr as _;

use super::model::{Benchmark, Criterion, LevelMeaning, Priority, Report, Route};
use super::text::{self, page, route as sentences};
use super::words;
use crate::exact::Score;
use crate::score::InPlace;
use crate::text::Lang;
use crate::text::{pad, shorten, wrap};

/// How to show a report.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language of the program's own words.
    pub lang: Lang,
    /// Columns of the terminal.
    pub width: usize,
    /// Only ASCII for lines, bars and marks, for terminals that show others wrongly.
    pub ascii: bool,
    /// Whether the steps of each action on the route are shown.
    pub steps: bool,
}

/// The widest that text is laid out, so that lines stay readable.
const MAX_WIDTH: usize = 120;
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const OPEN: Style = AnsiColor::Yellow.on_default();
const PLAIN: Style = Style::new();

/// The whole result.
pub fn render(report: &Report, look: Look) -> String {
    let mut page = Page::new(report, look);
    page.title();
    page.level();
    page.criteria();
    page.obstacles();
    page.route();
    page.priorities();
    page.closer();
    page.firmness();
    page.benchmarks();
    page.sources();
    page.foot();
    page.finish()
}

/// The route alone.
pub fn render_route(report: &Report, look: Look) -> String {
    let mut page = Page::new(report, look);
    page.title();
    page.text(PLAIN, 0, &text::level_of(look.lang, report));
    if let Some(possible) = text::possible(look.lang, report) {
        page.text(OPEN, 0, &possible);
    }
    page.route();
    page.sources();
    page.finish()
}

/// `page` with every sign of the program's own replaced by one of ASCII.
pub(super) fn in_ascii(page: &str) -> String {
    let signs = [
        ("●", "*"),
        ("○", "o"),
        ("─", "-"),
        ("█", "#"),
        ("▒", "~"),
        ("░", "."),
        ("┊", "|"),
        ("✓", "+"),
        ("·", "|"),
        ("–", "-"),
        ("—", "-"),
        ("−", "-"),
        ("±", ""),
        ("→", "->"),
        ("…", "."),
        ("“", "\""),
        ("”", "\""),
        ("‘", "'"),
        ("’", "'"),
        ("▁", "_"),
        ("▂", "."),
        ("▃", ":"),
        ("▄", "-"),
        ("▅", "="),
        ("▆", "+"),
        ("▇", "*"),
    ];
    signs.iter().fold(page.to_owned(), |page, (sign, ascii)| page.replace(sign, ascii))
}

struct Page<'a> {
    report: &'a Report,
    look: Look,
    width: usize,
    out: String,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report, look: Look) -> Self {
        Self { report, look, width: look.width.clamp(40, MAX_WIDTH), out: String::new() }
    }

    /// The page; in ASCII, with every sign of the program's own replaced.
    fn finish(self) -> String {
        if self.look.ascii { in_ascii(&self.out) } else { self.out }
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    /// A paragraph, indented and wrapped.
    fn text(&mut self, style: Style, indent: usize, text: &str) {
        for line in wrap(text, self.width - indent) {
            let _ = writeln!(self.out, "{}{style}{line}{style:#}", " ".repeat(indent));
        }
    }

    fn heading(&mut self, heading: &str) {
        self.line("");
        self.text(BOLD, 0, heading);
    }

    fn title(&mut self) {
        let date = self.report.date().unwrap_or_default();
        let title = shorten(&text::title(self.report), self.width.saturating_sub(date.width() + 1));
        let gap = " ".repeat(self.width.saturating_sub(title.width() + date.width()));
        let date = if date.is_empty() { String::new() } else { format!("{gap}{DIM}{date}{DIM:#}") };
        self.line(&format!("{BOLD}{title}{BOLD:#}{date}"));
        self.line("");
    }

    fn level(&mut self) {
        let mut scale = Vec::new();
        for level in &self.report.levels {
            let (mark, style) = if level.id == self.report.level.id { ("●", BOLD) } else { ("○", DIM) };
            scale.push(format!("{style}{mark} {}{style:#}", level.name));
        }
        let width: usize = self.report.levels.iter().map(|level| level.name.width() + 6).sum();
        let join = if width > self.width { "\n".to_owned() } else { format!("{DIM} ── {DIM:#}") };
        self.line(&scale.join(&join));
        self.line("");
        self.text(BOLD, 0, &text::level_of(self.look.lang, self.report));
        if let Some(possible) = text::possible(self.look.lang, self.report) {
            self.text(OPEN, 0, &possible);
        }
        if let Some(open) = text::open_questions(self.look.lang, self.report) {
            self.text(DIM, 0, &open);
        }
        self.text(PLAIN, 0, &self.report.level.summary);
        if let Some(share) = text::share_here(self.look.lang, self.report) {
            self.text(DIM, 0, &share);
        }
        if let Some(previous) = &self.report.previous {
            self.text(DIM, 0, &page::previously(self.look.lang, self.report, previous));
        }
    }

    fn criteria(&mut self) {
        let lang = self.look.lang;
        self.heading(&text::criteria_heading(lang, self.report));
        let rows: Vec<[String; 3]> = self
            .report
            .criteria
            .iter()
            .map(|criterion| {
                let score =
                    criterion.low.zip(criterion.high).map_or("–".to_owned(), |(low, high)| self.interval(low, high));
                [criterion.name.clone(), score, text::criterion_status(lang, criterion)]
            })
            .collect();
        let overall = self.interval(self.report.overall.low, self.report.overall.high);
        let widest = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or_default();
        let (scores, statuses) = (widest(1).max(overall.width()), widest(2));
        let names = widest(0).min(self.width.saturating_sub(scores + statuses + 18));
        let bar = self.width.saturating_sub(names + scores + statuses + 8).min(40);
        let report = self.report;
        for (criterion, [name, score, status]) in report.criteria.iter().zip(&rows) {
            let (mark, style) = self.mark(criterion);
            let drawn = self.bar(criterion.low, criterion.high, Some(criterion.threshold), bar);
            let name = pad(&shorten(name, names), names);
            let score = format!("{}{score}", " ".repeat(scores - score.width()));
            self.line(&format!(
                "{style}{mark}{style:#} {name}  {style}{drawn}{style:#}  {score}  {style}{status}{style:#}"
            ));
        }
        let drawn = self.bar(Some(report.overall.low), Some(report.overall.high), None, bar);
        let name = pad(words::overall(lang), names);
        let score = format!("{}{overall}", " ".repeat(scores - overall.width()));
        self.line(&format!("  {BOLD}{name}{BOLD:#}  {drawn}  {BOLD}{score}{BOLD:#}"));
    }

    fn interval(&self, low: Score, high: Score) -> String {
        if low == high { low.to_string() } else { format!("{low}{}{high}", "–") }
    }

    fn mark(&self, criterion: &Criterion) -> (&'static str, Style) {
        match criterion.in_place {
            InPlace::Yes => ("✓", GOOD),
            InPlace::Open => ("?", OPEN),
            InPlace::NotApplicable => ("–", DIM),
            InPlace::No => (" ", PLAIN),
        }
    }

    /// A bar of `width` cells: full up to the worst score, shaded up to the best, with a notch at the threshold.
    fn bar(&self, low: Option<Score>, high: Option<Score>, threshold: Option<Score>, width: usize) -> String {
        let (Some(low), Some(high)) = (low, high) else { return " ".repeat(width) };
        let cells = |score: Score| usize::from(score.tenths()) * width / usize::from(Score::FULL.tenths());
        let notch = threshold.map(|threshold| cells(threshold).min(width.saturating_sub(1)));
        let cell = |at: usize| match at {
            at if at < cells(low) => "█",
            at if at < cells(high) => "▒",
            at if Some(at) == notch => "┊",
            _ => "░",
        };
        (0..width).map(cell).collect()
    }

    fn obstacles(&mut self) {
        let (report, lang) = (self.report, self.look.lang);
        if report.unmet.is_empty() {
            return;
        }
        self.heading(words::obstacles(lang));
        text::what_holds_back(lang, report).iter().for_each(|line| self.text(PLAIN, 0, line));
    }

    fn route(&mut self) {
        let (report, lang) = (self.report, self.look.lang);
        let Some(route) = &report.route else {
            self.heading(words::top_level(lang));
            return;
        };
        if let Some(level) = route.attained() {
            return self.heading(&words::attained(lang, level));
        }
        self.heading(&sentences::heading(lang, report, route));
        if !route.blocked_by.is_empty() {
            self.text(PLAIN, 0, &sentences::blocked(lang, report, route));
            return self.route_notes(route);
        }
        if let Some(result) = sentences::result(lang, report, route) {
            self.text(PLAIN, 0, &result);
        }
        self.route_notes(route);
        for (number, priority) in report.priorities.iter().filter(|priority| priority.on_route).enumerate() {
            self.line("");
            self.step(number + 1, priority);
        }
    }

    fn route_notes(&mut self, route: &Route) {
        let lang = self.look.lang;
        if self.report.questions.open > 0 {
            self.text(OPEN, 0, words::open_at_worst(lang));
        }
        if !route.proven {
            self.text(OPEN, 0, words::not_proven(lang));
        }
        sentences::own_plan(lang, self.report).iter().for_each(|line| self.text(DIM, 0, line));
    }

    /// One action on the route: title, what it brings, why, and its steps if they are wanted.
    fn step(&mut self, number: usize, priority: &Priority) {
        let (report, lang) = (self.report, self.look.lang);
        for (at, line) in wrap(&priority.title, self.width - 4).into_iter().enumerate() {
            let lead = if at == 0 { format!("{number:>2}. ") } else { " ".repeat(4) };
            self.line(&format!("{BOLD}{lead}{line}{BOLD:#}"));
        }
        let mut parts = sentences::facts(lang, report, priority);
        // With this the answer file can say that it is done, or out of the question.
        parts.extend(self.look.steps.then(|| priority.action.clone()));
        self.text(GOOD, 4, &parts.join(" · "));
        let source = priority.source.as_ref().map(|source| format!(" [{source}]")).unwrap_or_default();
        self.text(PLAIN, 4, &format!("{}{source}", priority.why));
        if self.look.steps {
            for step in &priority.steps {
                for (at, line) in wrap(step, self.width - 6).into_iter().enumerate() {
                    let lead = if at == 0 { "–" } else { " " };
                    self.line(&format!("    {lead} {line}"));
                }
            }
        }
    }

    fn priorities(&mut self) {
        let (report, lang) = (self.report, self.look.lang);
        let rest: Vec<&Priority> = report.priorities.iter().filter(|priority| !priority.on_route).collect();
        if report.priorities.is_empty() {
            self.line("");
            return self.text(PLAIN, 0, words::nothing_to_do(lang));
        }
        if rest.is_empty() && report.priorities_left_out == 0 {
            return;
        }
        self.heading(words::other_priorities(lang));
        if rest.is_empty() {
            return sentences::left_out(lang, report).iter().for_each(|line| self.text(DIM, 0, line));
        }
        self.text(DIM, 0, &sentences::gains(lang, report));
        let effort = sentences::effort_head(lang, report);
        let mut table = self.table([&effort, words::gain(lang), words::action(lang)]);
        let indent = effort.width() + words::gain(lang).width() + 4;
        for priority in rest {
            let brings = sentences::brings(lang, report, &priority.brings_in_place);
            let facts =
                [priority.pillar.clone(), brings, sentences::after(lang, report, priority), priority.source.clone()];
            let facts: Vec<String> = facts.into_iter().flatten().collect();
            let text = format!("{}\n{}", priority.title, facts.join(" · "));
            let lines = wrap(&text, self.width.saturating_sub(indent));
            table.add_row([priority.effort.to_string(), sentences::gain_of(priority.gain), lines.join("\n")]);
        }
        self.add_table(&table);
        if let Some(left_out) = sentences::left_out(lang, report) {
            self.text(DIM, 0, &left_out);
        }
    }

    /// A table without lines, its columns two spaces apart and all but the last flush right.
    fn table<'b>(&self, header: impl IntoIterator<Item = &'b str>) -> Table {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_header(header).set_content_arrangement(ContentArrangement::Disabled);
        let columns = table.column_count();
        for (at, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, 2));
            if at + 1 < columns {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table
    }

    fn add_table(&mut self, table: &Table) {
        for line in table.lines() {
            self.line(&line);
        }
    }

    fn closer(&mut self) {
        if let Some(closer) = text::closer(self.look.lang, self.report) {
            self.line("");
            self.text(PLAIN, 0, &closer);
        }
    }

    fn firmness(&mut self) {
        let lines = text::firm(self.look.lang, self.report);
        if !lines.is_empty() {
            self.heading(words::firmness(self.look.lang));
            lines.iter().for_each(|line| self.text(PLAIN, 0, line));
        }
    }

    fn benchmarks(&mut self) {
        let (report, lang) = (self.report, self.look.lang);
        if report.benchmarks.is_empty() {
            return;
        }
        self.heading(words::benchmarks(lang));
        let percent = |benchmark: &Benchmark, level: &LevelMeaning| {
            let share = benchmark.shares.iter().find(|share| share.level == level.id);
            share.map_or("–".to_owned(), |share| text::percent(share.percent))
        };
        let levels = report.levels.iter().map(|level| level.name.as_str());
        let mut table = self.table(levels.chain([""]));
        for benchmark in &report.benchmarks {
            let shares = report.levels.iter().map(|level| percent(benchmark, level));
            table.add_row(shares.chain([benchmark.name.clone()]));
        }
        if table.lines().all(|line| line.trim_end().width() <= self.width) {
            return self.add_table(&table);
        }
        for benchmark in &report.benchmarks {
            let shares = report.levels.iter().map(|level| format!("{} {}", level.name, percent(benchmark, level)));
            let shares: Vec<String> = shares.collect();
            self.text(PLAIN, 0, &words::labelled(lang, &benchmark.name, &shares.join(words::comma(lang))));
        }
    }

    /// The sources that are cited above, so that nobody has to look them up.
    fn sources(&mut self) {
        let (report, lang) = (self.report, self.look.lang);
        let cited = report.cited();
        if !cited.is_empty() {
            self.heading(words::sources(lang));
        }
        for source in cited {
            self.text(DIM, 0, &words::labelled(lang, &source.id, &source.title));
        }
    }

    fn foot(&mut self) {
        self.line("");
        self.text(DIM, 0, words::more(self.look.lang));
        self.text(DIM, 0, &text::scored_by(self.look.lang, &self.report.assessment));
    }
}
