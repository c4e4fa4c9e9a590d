//! All rows at a glance, for the terminal and for slides.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::digits::shown;
use super::page::Page;
use super::sentences;
use crate::definition::Definition;
use crate::exact::{Score, shares};
use crate::population::{Coefficient, Distribution, Segments, Summary};
use crate::report::model::Benchmark;
use crate::report::{Viewport, text, words};
use crate::text::{Lang, pad, shorten, wrap};

/// How many first actions are listed.
const ACTIONS: usize = 5;
/// The widest column of names, and of a benchmark.
const NAMES: usize = 36;
const BENCHMARK: usize = 16;

/// The summary as text; its rows are respondents, or `organisations`.
pub fn summary(
    definition: &Definition,
    segments: &Segments,
    column: Option<&str>,
    organisations: bool,
    look: Viewport,
) -> String {
    let all = &segments.all;
    let mut page = Page::new(look);
    let rows = if organisations { words::organisations } else { words::respondents };
    page.line(&rows(look.lang, all.rows));
    if all.rows == 0 {
        return page.finish();
    }
    page.levels(definition, all);
    page.criteria(definition, all);
    page.first_actions(definition, all);
    if let Some(column) = column {
        page.segments(definition, segments, column);
    }
    page.finish()
}

impl Page {
    /// The share of respondents on each level, beside the published shares.
    fn levels(&mut self, definition: &Definition, all: &Summary) {
        let lang = self.look.lang;
        self.line("");
        let fitting = all.benchmarks(definition);
        let benchmarks: Vec<Benchmark> = fitting.iter().map(|(benchmark, _)| Benchmark::from(*benchmark)).collect();
        let columns: Vec<Vec<String>> =
            benchmarks.iter().map(|benchmark| column(lang, definition, benchmark)).collect();
        let others: usize = columns.iter().map(|column| column[0].width() + 2).sum();
        let names = widest(definition.levels.iter().map(|level| level.name.as_str()));
        let bar = self.look.width.saturating_sub(names + others + 26).clamp(8, 40);
        let mut header = format!("{}  {}", " ".repeat(names + bar + 4), right(words::share(lang), 6));
        for title in std::iter::once(right(words::rows(lang), 8)).chain(columns.iter().map(|column| column[0].clone()))
        {
            let _ = write!(header, "  {title}");
        }
        self.line(&header);
        let counts = all.levels.iter().zip(shares(&all.levels));
        for (at, (level, (count, share))) in definition.levels.iter().zip(counts).enumerate() {
            let full = (usize::from(share.tenths()) * bar / 1_000).max(usize::from(*count > 0));
            let drawn = "█".repeat(full) + &"░".repeat(bar - full);
            let mut line = format!("  {}  {drawn}  {:>6}  {count:>8}", pad(&level.name, names), format!("{share}%"));
            for column in &columns {
                let _ = write!(line, "  {}", column[at + 1]);
            }
            self.line(&line);
        }
        text::about_benchmarks(lang, &benchmarks).iter().for_each(|line| self.text(line));
        for (benchmark, rows) in fitting.iter().filter(|(_, rows)| *rows < all.rows) {
            self.text(&words::benchmark_fits_some(lang, &benchmark.name, *rows, all.rows));
        }
    }

    fn criteria(&mut self, definition: &Definition, all: &Summary) {
        let lang = self.look.lang;
        self.line("");
        // A name that is cut might read as another does.
        let names: Vec<Vec<String>> =
            definition.criteria.iter().map(|criterion| wrap(&criterion.name, NAMES)).collect();
        let overall = words::overall(lang).to_owned();
        let width = widest(names.iter().flatten().chain([&overall]).map(String::as_str));
        let mut header = " ".repeat(width + 2);
        for title in [words::mean(lang), words::lower(lang), words::median(lang), words::upper(lang), "α"] {
            let _ = write!(header, "  {}", right(title, 6));
        }
        self.line(&header);
        let alphas = all.alphas.iter().map(|alpha| match alpha.reliability() {
            Coefficient::Known(alpha) => format!("{alpha:.2}"),
            Coefficient::Negative => "<0".to_owned(),
            Coefficient::TooFew | Coefficient::Undefined => "–".to_owned(),
        });
        for ((name, scores), alpha) in names.iter().zip(&all.criteria).zip(alphas) {
            self.line(&format!("  {}{}  {alpha:>6}", pad(&name[0], width), figures(scores)));
            name[1..].iter().for_each(|rest| self.line(&format!("  {rest}")));
        }
        self.line(&format!("  {}{}", pad(&overall, width), figures(&all.overall)));
        self.text(words::alpha(lang));
        if all.open > 0 {
            self.text(&words::open_rows(lang, all.open));
        }
        let most = all.weakest.iter().copied().max().filter(|most| *most > 0);
        let weakest = definition.criteria.iter().zip(&all.weakest).filter(|(_, count)| Some(**count) == most);
        let weakest: Vec<&str> = weakest.map(|(criterion, _)| criterion.name.as_str()).collect();
        if let Some(weakest) = most.and_then(|most| sentences::weakest(lang, &weakest, share(most, all.rows))) {
            self.text(&weakest);
        }
    }

    fn first_actions(&mut self, definition: &Definition, all: &Summary) {
        let actions = all.frequent_actions(definition);
        if actions.is_empty() {
            return;
        }
        self.line("");
        self.text(&sentences::first_actions(self.look.lang, all));
        let mut counts: Vec<u64> = actions.iter().map(|(_, count)| *count).collect();
        // Those for whom there is no action have a share, too.
        counts.push(all.planned - counts.iter().sum::<u64>());
        for ((action, _), share) in actions.into_iter().zip(shares(&counts)).take(ACTIONS) {
            let title = shorten(&action.title, self.look.width.saturating_sub(10));
            self.line(&format!("  {share:>5}%  {title}"));
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
            for (level, share) in definition.levels.iter().zip(shares(&summary.levels)) {
                let share = format!("{share}%");
                let gap = level.name.width().max(6);
                let _ = write!(line, "  {share:>gap$}");
            }
            self.line(&line);
        }
    }
}

/// The name of a benchmark and its share of each level, all of one width.
fn column(lang: Lang, definition: &Definition, benchmark: &Benchmark) -> Vec<String> {
    let shares = definition.levels.iter().map(|level| text::share(lang, benchmark, &level.id));
    let cells: Vec<String> = std::iter::once(shorten(&benchmark.name, BENCHMARK)).chain(shares).collect();
    let width = widest(cells.iter().map(String::as_str));
    cells.iter().map(|cell| right(cell, width)).collect()
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
