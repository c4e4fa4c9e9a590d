//! The summary for the terminal and for slides, in each language of the program.

use std::fmt::Write as _;
use std::ops::Range;

use comfy_table::{ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthStr;

use super::words;
use crate::batch::Layout;
use crate::batch::shown;
use crate::definition::Definition;
use crate::exact::Score;
use crate::population::Distribution;
use crate::population::Organisation;
use crate::population::{Segments, Summary};
use crate::report::table::Look;
use crate::table::Record;
use crate::text::{pad, shorten, wrap};

/// How many first actions are listed.
const ACTIONS: usize = 5;
/// The widest column of names, and of a benchmark.
const NAMES: usize = 36;
const BENCHMARK: usize = 16;

/// How many rows a table shows, and how many columns of metadata.
const ROWS: usize = 40;
const METADATA: usize = 2;

/// The first rows of results, which are CSV with a header, as a table: with the scores of criteria where they fit.
pub fn table(definition: &Definition, layout: &Layout, csv: &[u8], rows: u64, look: Look) -> String {
    let metadata = layout.metadata().len();
    let result = |name: &str| metadata + layout.results().iter().position(|result| result == name).unwrap_or_default();
    let [in_place, overall, level, open] = ["in_place", "overall", "level", "open"].map(result);
    let [overall_high, possible] = ["overall_high", "possible_level"].map(result);
    let extras = layout.extras();
    let asked: Vec<usize> = (layout.results().len() - extras.actions - usize::from(extras.percentile)
        ..layout.results().len())
        .map(|at| metadata + at)
        .collect();
    let lang = look.lang;
    let head = layout.metadata().iter().take(METADATA).map(|name| shorten(name, NAMES));
    let titles = [words::overall(lang), words::in_place(lang), words::level(lang), words::open_questions(lang)];
    let criteria = || definition.criteria.iter().map(|criterion| criterion.id.as_str());
    let percentile = extras.percentile.then(|| words::percentile(lang).to_owned());
    let actions = (1..=extras.actions).map(|number| format!("{} {number}", words::action(lang)));
    let titles = titles.map(str::to_owned).into_iter().chain(percentile).chain(actions);
    let mut lines = vec![head.chain(criteria().map(str::to_owned)).chain(titles).collect::<Vec<_>>()];
    let mut record = Record::default();
    let mut at = record.read(csv, 0, b',');
    while at < csv.len() && lines.len() <= ROWS {
        at = record.read(csv, at, b',');
        let cell = |at: usize| String::from_utf8_lossy(record.field(at)).replace(['\n', '\t'], " ");
        let either =
            |low: String, high: String| if high.is_empty() || low == high { low } else { format!("{low}–{high}") };
        let name = |id: String| definition.level_index(&id).map_or(id, |at| definition.levels[at].name.clone());
        let cells = (0..metadata.min(METADATA)).map(|at| shorten(&cell(at), NAMES));
        let scores = criteria().map(|id| cell(result(id)));
        let open = Some(cell(open)).filter(|open| open != "0").unwrap_or_default();
        let results = [
            either(cell(overall), cell(overall_high)),
            cell(in_place),
            either(name(cell(level)), name(cell(possible))),
            open,
        ];
        let title = |id: String| {
            let action = definition.actions.iter().find(|action| action.id == id);
            action.map_or(id, |action| shorten(&action.title, NAMES))
        };
        let asked = asked.iter().map(|at| title(cell(*at)));
        lines.push(cells.chain(scores).chain(results).chain(asked).collect());
    }
    let mut drawn = draw(&lines, &(0..0));
    if drawn.iter().any(|line| line.width() > look.width) {
        let first = metadata.min(METADATA);
        drawn = draw(&lines, &(first..first + definition.criteria.len()));
    }
    let mut page = Page { look, out: String::new() };
    drawn.iter().for_each(|line| page.line(line));
    let left = rows.saturating_sub(u64::try_from(ROWS).unwrap_or(u64::MAX));
    if left > 0 {
        page.line(&words::more(look.lang, left));
    }
    page.finish()
}

/// A table of `lines` without the columns `left_out`.
fn draw(lines: &[Vec<String>], left_out: &Range<usize>) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for line in lines {
        table.add_row(line.iter().enumerate().filter(|(at, _)| !left_out.contains(at)).map(|(_, cell)| cell));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The summary as text; its rows are respondents, or `organisations`.
pub fn summary(
    definition: &Definition,
    segments: &Segments,
    column: Option<&str>,
    organisations: bool,
    look: Look,
) -> String {
    let all = &segments.all;
    let mut page = Page { look, out: String::new() };
    page.line(&words::respondents(look.lang, all.rows, organisations));
    if all.rows == 0 {
        return page.out;
    }
    page.levels(definition, all);
    page.criteria(definition, all);
    page.first_actions(definition, all);
    if let Some(column) = column {
        page.segments(definition, segments, column);
    }
    page.finish()
}

/// How many organisations an agenda names, and how many questions of each.
const ORGANISATIONS: usize = 20;
const TOPICS: usize = 5;

/// What the respondents of each organisation should talk about.
pub fn agenda(definition: &Definition, organisations: &[Organisation], look: Look) -> String {
    let questions: Vec<&str> = definition.questions().map(|(_, question)| question.text.as_str()).collect();
    let mut page = Page { look, out: String::new() };
    let disagree = || organisations.iter().filter(|organisation| !organisation.agenda.is_empty());
    if disagree().next().is_none() {
        return page.out;
    }
    page.line(words::agenda(look.lang));
    for organisation in disagree().take(ORGANISATIONS) {
        page.line("");
        page.text(&words::organisation(look.lang, organisation));
        for (number, item) in organisation.agenda.iter().take(TOPICS).enumerate() {
            for (at, line) in wrap(questions[item.question], look.width.saturating_sub(4)).iter().enumerate() {
                page.line(&if at == 0 { format!("{:>2}. {line}", number + 1) } else { format!("    {line}") });
            }
            wrap(&words::disagreement(look.lang, item), look.width.saturating_sub(4))
                .iter()
                .for_each(|line| page.line(&format!("    {line}")));
        }
    }
    let left = disagree().count().saturating_sub(ORGANISATIONS);
    if left > 0 {
        page.line(&words::more_organisations(look.lang, left));
    }
    page.finish()
}

struct Page {
    look: Look,
    out: String,
}

impl Page {
    /// The page; in ASCII, bars and dashes are replaced by signs of the same width.
    fn finish(self) -> String {
        if !self.look.ascii {
            return self.out;
        }
        self.out.replace('█', "#").replace('░', ".").replace('–', "-").replace('…', ".").replace('α', "a")
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    fn text(&mut self, text: &str) {
        wrap(text, self.look.width).iter().for_each(|line| self.line(line));
    }

    /// The share of respondents on each level, beside the published shares.
    fn levels(&mut self, definition: &Definition, all: &Summary) {
        let lang = self.look.lang;
        self.line("");
        let benchmarks: Vec<String> = definition.benchmarks.iter().map(|of| shorten(&of.name, BENCHMARK)).collect();
        let others: usize = benchmarks.iter().map(|name| name.width() + 2).sum();
        let names = widest(definition.levels.iter().map(|level| level.name.as_str()));
        let bar = self.look.width.saturating_sub(names + others + 26).clamp(8, 40);
        let mut header = format!("{}  {}", " ".repeat(names + bar + 4), right(words::share(lang), 6));
        for title in [words::rows(lang)].into_iter().map(|title| right(title, 8)).chain(benchmarks.clone()) {
            let _ = write!(header, "  {title}");
        }
        self.line(&header);
        for (level, count) in definition.levels.iter().zip(&all.levels) {
            let share = share(*count, all.rows);
            let full = (usize::from(share.tenths()) * bar / 1_000).max(usize::from(*count > 0));
            let drawn = "█".repeat(full) + &"░".repeat(bar - full);
            let mut line = format!("  {}  {drawn}  {:>6}  {count:>8}", pad(&level.name, names), format!("{share}%"));
            for (benchmark, name) in definition.benchmarks.iter().zip(&benchmarks) {
                let published = benchmark.shares.iter().find(|share| share.level == level.id);
                let published = published.map_or("–".to_owned(), |share| {
                    let percent = share.percent.to_string();
                    format!("{}%", percent.strip_suffix(".0").unwrap_or(&percent))
                });
                let _ = write!(line, "  {}", right(&published, name.width()));
            }
            self.line(&line);
        }
    }

    fn criteria(&mut self, definition: &Definition, all: &Summary) {
        let lang = self.look.lang;
        self.line("");
        let names: Vec<String> = definition.criteria.iter().map(|criterion| shorten(&criterion.name, NAMES)).collect();
        let overall = words::overall(lang).to_owned();
        let width = widest(names.iter().chain([&overall]).map(String::as_str));
        let mut header = " ".repeat(width + 2);
        for title in [words::mean(lang), words::lower(lang), words::median(lang), words::upper(lang), "α"] {
            let _ = write!(header, "  {}", right(title, 6));
        }
        self.line(&header);
        let alphas =
            all.alphas.iter().map(|alpha| alpha.alpha().map_or("–".to_owned(), |alpha| format!("{alpha:.2}")));
        for ((name, scores), alpha) in names.iter().zip(&all.criteria).zip(alphas) {
            self.line(&format!("  {}{}  {alpha:>6}", pad(name, width), figures(scores)));
        }
        self.line(&format!("  {}{}", pad(&overall, width), figures(&all.overall)));
        self.text(words::alpha(lang));
        if all.open > 0 {
            self.text(&words::open(lang, all.open));
        }
        let most = all.weakest.iter().copied().max().filter(|most| *most > 0);
        let weakest = definition.criteria.iter().zip(&all.weakest).filter(|(_, count)| Some(**count) == most);
        let weakest: Vec<&str> = weakest.map(|(criterion, _)| criterion.name.as_str()).collect();
        if let Some(most) = most {
            self.text(&words::weakest(lang, &weakest, share(most, all.rows)));
        }
    }

    fn first_actions(&mut self, definition: &Definition, all: &Summary) {
        let actions = all.frequent_actions(definition);
        if actions.is_empty() {
            return;
        }
        self.line("");
        self.text(&words::first_actions(self.look.lang, all));
        for (action, count) in actions.into_iter().take(ACTIONS) {
            let title = shorten(&action.title, self.look.width.saturating_sub(10));
            self.line(&format!("  {:>5}%  {title}", share(count, all.planned)));
        }
    }

    fn segments(&mut self, definition: &Definition, segments: &Segments, column: &str) {
        let lang = self.look.lang;
        self.line("");
        let name = |name: &str| shorten(&name.replace(['\n', '\t'], " "), NAMES);
        let column = shorten(column, NAMES);
        let names: Vec<String> = segments.by.values().map(|segment| name(&segment.name)).collect();
        let width = widest(names.iter().map(String::as_str));
        let width = width.max(column.width());
        let mut header = format!("  {}  {:>8}  {}", pad(&column, width), "n", words::median(lang));
        for level in &definition.levels {
            let _ = write!(header, "  {:>6}", level.name);
        }
        self.line(&header);
        for (name, summary) in names.iter().zip(segments.by.values().map(|segment| &segment.summary)) {
            let median = summary.overall.quartile(2).map_or("–".to_owned(), shown);
            let gap = words::median(lang).width();
            let mut line = format!("  {}  {:>8}  {median:>gap$}", pad(name, width), summary.rows);
            for (level, count) in definition.levels.iter().zip(&summary.levels) {
                let share = format!("{}%", share(*count, summary.rows));
                let gap = level.name.width().max(6);
                let _ = write!(line, "  {share:>gap$}");
            }
            self.line(&line);
        }
    }
}

fn figures(scores: &Distribution) -> String {
    let figures = [scores.mean(), scores.quartile(1), scores.quartile(2), scores.quartile(3)];
    figures.map(|figure| format!("  {:>6}", figure.map_or("–".to_owned(), shown))).concat()
}

fn share(count: u64, all: u64) -> Score {
    if all == 0 { Score::ZERO } else { Score::of(count.into(), all.into()) }
}

/// `text` with spaces before it, so many columns wide.
fn right(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(text.width())) + text
}

fn widest<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(UnicodeWidthStr::width).max().unwrap_or_default()
}
