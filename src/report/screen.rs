//! The result as a page of the terminal, made by hand: what the organisation's leaders see first.
//!
//! What it shares with documents comes as blocks; the scale of levels, the bars and the table of priorities are its own.

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use super::blocks::{Block, Column, Table, Tone};
use super::format::terminal::{Page, Viewport, lines, style};
use super::model::{Criterion, GroupScore, Priority, Report, Route};
use super::text::{self, route as sentences};
use super::{advice, calendar, result, words};
use crate::exact::Score;
use crate::score::InPlace;
use crate::text::{pad, plain, shorten, wrap};
use crate::words::Lang;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The whole result.
pub fn render(report: &Report, viewport: Viewport) -> String {
    let mut screen = Screen { report, lang: viewport.lang, steps: false, page: Page::new(viewport) };
    let lang = viewport.lang;
    screen.title();
    screen.level();
    screen.criteria();
    screen.page.add(&result::plan_since(report, lang));
    screen.page.add(&result::obstacles(report, lang));
    screen.page.add(&advice::challenges(report, lang));
    screen.route();
    screen.priorities();
    if let Some(closer) = text::closer(lang, report, true) {
        screen.page.line("");
        screen.page.text(Tone::Plain, 0, &closer);
    }
    screen.page.add(&result::firmness(report, lang));
    screen.page.add(&advice::fit(report, lang));
    screen.benchmarks();
    screen.page.add(&result::sources(&report.cited(), lang));
    screen.page.line("");
    screen.reading();
    screen.page.text(Tone::Faint, 0, words::more(lang));
    screen.page.text(Tone::Faint, 0, &text::scored_by(lang, &report.assessment));
    screen.page.finish()
}

/// The level and what it means, three lines of the rest, and the action to begin with: as much as a small window holds.
pub fn render_brief(report: &Report, viewport: Viewport) -> String {
    let mut screen = Screen { report, lang: viewport.lang, steps: false, page: Page::new(viewport) };
    let lang = viewport.lang;
    screen.title();
    screen.scale();
    screen.page.heading(&text::level_of(lang, report));
    screen.page.text(Tone::Plain, 0, &plain(&report.level.summary));
    if let Some(possible) = text::possible(lang, report) {
        screen.page.text(Tone::Open, 0, &possible);
    }
    if let Some(previous) = &report.previous {
        screen.page.text(Tone::Faint, 0, &text::page::previously(lang, report, previous));
    }
    screen.page.line("");
    let overall = words::labelled(lang, words::overall(lang), &report.overall.to_string());
    let challenges = advice::in_brief(report, lang);
    let [way, begin] = sentences::in_brief(lang, report);
    for line in [Some(format!("{} · {overall}", text::criteria_heading(lang, report))), challenges, way, begin] {
        line.into_iter().for_each(|line| screen.page.text(Tone::Plain, 0, &line));
    }
    screen.page.finish()
}

/// The route alone, with the steps of its actions.
pub fn render_route(report: &Report, viewport: Viewport) -> String {
    let mut screen = Screen { report, lang: viewport.lang, steps: true, page: Page::new(viewport) };
    screen.title();
    screen.page.text(Tone::Plain, 0, &text::level_of(viewport.lang, report));
    if let Some(possible) = text::possible(viewport.lang, report) {
        screen.page.text(Tone::Open, 0, &possible);
    }
    screen.page.add(&advice::challenges(report, viewport.lang));
    calendar::chart(&mut screen.page, report, viewport.lang);
    screen.route();
    screen.page.add(&advice::fit(report, viewport.lang));
    screen.page.add(&result::sources(&report.cited_by_plan(), viewport.lang));
    screen.page.line("");
    screen.reading();
    screen.page.finish()
}

struct Screen<'a> {
    report: &'a Report,
    lang: Lang,
    /// Whether the steps of each action on the route are shown.
    steps: bool,
    page: Page,
}

impl Screen<'_> {
    fn title(&mut self) {
        let date = self.report.date().unwrap_or_default();
        let title = shorten(&text::title(self.report), self.page.width.saturating_sub(date.width() + 1));
        let gap = " ".repeat(self.page.width.saturating_sub(title.width() + date.width()));
        let date = if date.is_empty() { String::new() } else { format!("{gap}{DIM}{date}{DIM:#}") };
        self.page.line(&format!("{BOLD}{title}{BOLD:#}{date}"));
        self.page.line("");
    }

    fn level(&mut self) {
        self.scale();
        self.page.heading(&text::level_of(self.lang, self.report));
        self.page.add(&result::level(self.report, self.lang));
    }

    fn scale(&mut self) {
        let mut scale = Vec::new();
        for level in &self.report.levels {
            let (mark, style) = if level.id == self.report.level.id { ("●", BOLD) } else { ("○", DIM) };
            scale.push(format!("{style}{mark} {}{style:#}", level.name));
        }
        let width: usize = self.report.levels.iter().map(|level| level.name.width() + 6).sum();
        let join = if width > self.page.width { "\n".to_owned() } else { format!("{DIM} ── {DIM:#}") };
        self.page.line(&scale.join(&join));
    }

    fn criteria(&mut self) {
        let (lang, report) = (self.lang, self.report);
        self.page.heading(&text::criteria_heading(lang, report));
        let row = |criterion: &Criterion| {
            let score = text::score(criterion.low, criterion.high);
            [criterion.name.clone(), score, text::criterion_status(lang, criterion)]
        };
        let rows: Vec<[String; 3]> = report.criteria.iter().map(row).collect();
        let overall = report.overall.to_string();
        let widest = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or_default();
        let groups = |width: fn(&GroupScore) -> usize| report.groups.iter().map(width).max().unwrap_or_default();
        let scores = widest(1).max(groups(|group| text::group_score(group).width())).max(overall.width());
        let (statuses, width) = (widest(2), self.page.width);
        let names = widest(0).max(groups(|group| group.name.width())).max(words::overall(lang).width());
        let names = names.min(width.saturating_sub(scores + statuses + 18));
        let cells = width.saturating_sub(names + scores + statuses + 8).min(40);
        let whole = |name: &str, (low, high): (Option<Score>, Option<Score>)| {
            let (drawn, score) = (bar(low, high, None, cells), text::score(low, high));
            let gap = " ".repeat(scores - score.width());
            let mut name = wrap(name, names).into_iter();
            let first = pad(&name.next().expect("a text has a line"), names);
            let first = format!("  {BOLD}{first}{BOLD:#}  {drawn}  {BOLD}{gap}{score}{BOLD:#}");
            let rest = name.map(|rest| format!("\n  {BOLD}{rest}{BOLD:#}"));
            [first].into_iter().chain(rest).collect::<String>()
        };
        for (criterion, [name, score, status]) in report.criteria.iter().zip(&rows) {
            if let Some(group) = GroupScore::above(&report.groups, &criterion.id) {
                self.page.line(&whole(&group.name, (group.low, group.high)));
            }
            let (mark, tone) = mark(criterion);
            let style = style(tone);
            let drawn = bar(criterion.low, criterion.high, Some(criterion.threshold), cells);
            // A name that is cut might read as another does.
            let mut name = wrap(name, names).into_iter();
            let first = pad(&name.next().expect("a text has a line"), names);
            let score = format!("{}{score}", " ".repeat(scores - score.width()));
            self.page.line(&format!(
                "{style}{mark}{style:#} {first}  {style}{drawn}{style:#}  {score}  {style}{status}{style:#}"
            ));
            name.for_each(|rest| self.page.line(&format!("  {rest}")));
        }
        self.page.line(&whole(words::overall(lang), (Some(report.overall.low), Some(report.overall.high))));
    }

    fn route(&mut self) {
        let (report, lang) = (self.report, self.lang);
        let Some(route) = &report.route else { return self.page.heading(words::top_level(lang)) };
        if let Some(attained) = sentences::attained(lang, report, route) {
            return self.page.heading(&attained);
        }
        self.page.heading(&sentences::heading(lang, report, route));
        if !route.blocked_by.is_empty() {
            self.page.text(Tone::Plain, 0, &sentences::blocked(lang, report, route));
        }
        if let Some(result) = sentences::result(lang, report, route) {
            self.page.text(Tone::Plain, 0, &result);
        }
        self.route_notes(route);
        // A long route is no wall: where to start in full, and then the rest in short.
        let first = advice::first(route).filter(|_| !self.steps);
        if first.is_some() {
            self.page.line("");
            self.page.text(Tone::Strong, 0, advice::start_here(lang));
        }
        let on_route: Vec<&Priority> = report.on_route().collect();
        let (start, rest) = on_route.split_at(first.unwrap_or(on_route.len()));
        for (number, priority) in start.iter().enumerate() {
            self.step(number + 1, priority);
        }
        if !rest.is_empty() {
            self.page.line("");
            self.page.text(Tone::Strong, 0, advice::then(lang));
            self.priorities_table(rest, Some(start.len() + 1));
        }
    }

    fn route_notes(&mut self, route: &Route) {
        let lang = self.lang;
        if self.report.questions.open > 0 {
            self.page.text(Tone::Open, 0, words::open_at_worst(lang));
        }
        advice::beside(self.report, route, lang).iter().for_each(|line| self.page.text(Tone::Plain, 0, line));
        if route.level_alone.is_some() {
            self.page.text(Tone::Faint, 0, words::how_to_plan_it(lang));
        }
        sentences::own_plan(lang, self.report).iter().for_each(|line| self.page.text(Tone::Faint, 0, line));
    }

    /// One action on the route: title, what it brings, why, and its steps if they are wanted.
    fn step(&mut self, number: usize, priority: &Priority) {
        let mut facts = sentences::facts(self.lang, self.report, priority);
        // With this the answer file can say that it is done, or out of the question.
        facts.extend(advice::reasons(self.report, priority, self.lang));
        facts.extend(self.steps.then(|| priority.action.clone()));
        let source = priority.source.as_ref().map(|source| format!(" [{source}]")).unwrap_or_default();
        self.page.add(&[Block::Heading(2, Some(number), priority.title.clone())]);
        self.page.text(Tone::Good, 4, &facts.join(" · "));
        self.page.text(Tone::Plain, 4, &format!("{}{source}", plain(&priority.why)));
        if self.steps {
            self.page.add(&[Block::Steps(priority.steps.clone())]);
            let refs = words::with_refs(self.lang, &priority.refs);
            refs.iter().for_each(|refs| self.page.text(Tone::Faint, 4, refs));
        }
    }

    fn priorities(&mut self) {
        let (report, lang) = (self.report, self.lang);
        if report.priorities.is_empty() {
            self.page.line("");
            return self.page.text(Tone::Plain, 0, words::nothing_to_do(lang));
        }
        let rest: Vec<&Priority> = report.beyond_route().collect();
        let left_out = sentences::left_out(lang, report);
        if rest.is_empty() && left_out.is_none() {
            return;
        }
        self.page.heading(words::other_priorities(lang));
        if !rest.is_empty() {
            self.page.text(Tone::Faint, 0, &sentences::gains(lang, report));
            self.priorities_table(&rest, None);
        }
        if let Some(left_out) = left_out {
            self.page.text(Tone::Faint, 0, &left_out);
        }
    }

    /// A row for each action, numbered from `number` where they are steps of the route.
    fn priorities_table(&mut self, priorities: &[&Priority], number: Option<usize>) {
        let (report, lang) = (self.report, self.lang);
        let (effort, gain) = (sentences::effort_head(lang, report), words::gain(lang));
        let gains = priorities.iter().map(|priority| sentences::gain_of(priority).width());
        let indent = effort.width() + gains.max().unwrap_or(0).max(gain.width()) + 4;
        let rows = priorities.iter().enumerate().map(|(at, priority)| {
            let number = number.map(|first| format!("{}. ", first + at)).unwrap_or_default();
            let brings = sentences::brings(lang, report, &priority.brings_in_place);
            let after = sentences::after(lang, report, priority);
            let reasons = advice::reasons(report, priority, lang).into_iter().filter(|_| priority.on_route);
            let facts = [priority.pillar.clone(), brings, after, priority.source.clone()];
            let own = sentences::doing(lang, priority).into_iter().chain(sentences::who(lang, &priority.about));
            let facts: Vec<String> = own.chain(reasons).chain(facts.into_iter().flatten()).collect();
            let text = format!("{number}{}\n{}", priority.title, facts.join(" · "));
            let lines = wrap(&text, self.page.width.saturating_sub(indent));
            vec![priority.effort.into(), sentences::gain_of(priority).into(), lines.join("\n").into()]
        });
        let rows = rows.collect();
        let columns = vec![Column::right(effort), Column::right(gain), Column::left(words::action(lang))];
        self.page.add(&[Block::Table(Table { columns, rows })]);
    }

    /// The shares of all levels: in a table where it fits, and else in a line for each benchmark.
    fn benchmarks(&mut self) {
        let (report, lang) = (self.report, self.lang);
        if report.benchmarks.is_empty() {
            return;
        }
        self.page.heading(words::benchmarks(lang));
        let levels = report.levels.iter().map(|level| Column::right(level.name.as_str()));
        let columns = levels.chain([Column::left("")]).collect();
        let rows = report.benchmarks.iter().map(|benchmark| {
            let shares = report.levels.iter().map(|level| text::share(lang, benchmark, &level.id).into());
            shares.chain([benchmark.name.as_str().into()]).collect()
        });
        let lines = lines(&Table { columns, rows: rows.collect() });
        if lines.iter().all(|line| line.width() <= self.page.width) {
            lines.iter().for_each(|line| self.page.line(line));
        } else {
            let shares = report.benchmarks.iter().map(|benchmark| text::shares(lang, report, benchmark));
            shares.for_each(|shares| self.page.text(Tone::Plain, 0, &shares));
        }
        text::about_benchmarks(lang, &report.benchmarks).iter().for_each(|line| self.page.text(Tone::Faint, 0, line));
    }

    fn reading(&mut self) {
        self.page.text(Tone::Faint, 0, &text::reading_in_brief(self.lang, self.report));
    }
}

fn mark(criterion: &Criterion) -> (&'static str, Tone) {
    match criterion.in_place {
        InPlace::Yes => ("✓", Tone::Good),
        InPlace::Open => ("?", Tone::Open),
        InPlace::NotApplicable => ("–", Tone::Faint),
        InPlace::No => (" ", Tone::Plain),
    }
}

/// A bar of `width` cells: full up to the worst score, shaded up to the best, with a notch at the threshold.
fn bar(low: Option<Score>, high: Option<Score>, threshold: Option<Score>, width: usize) -> String {
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
