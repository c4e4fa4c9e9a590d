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
use crate::text::{pad, shorten, wrap};
use crate::words::Lang;

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
    page.own_levels(definition, all);
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
        // A name that is cut might read as another does. Where there are groups, criteria stand under theirs.
        let indent = if definition.groups.is_empty() { "" } else { "  " };
        let lines = |name: &str| wrap(name, NAMES).into_iter();
        let names =
            definition.criteria.iter().map(|of| lines(&of.name).map(|line| indent.to_owned() + &line).collect());
        let names: Vec<Vec<String>> = names.collect();
        let groups: Vec<Vec<String>> = definition.groups.iter().map(|group| lines(&group.name).collect()).collect();
        let overall = words::overall(lang).to_owned();
        let width = widest(names.iter().chain(&groups).flatten().chain([&overall]).map(String::as_str));
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
        let mut above = definition.groups.iter().zip(groups.iter().zip(&all.groups)).peekable();
        let criteria = definition.criteria.iter().zip(names.iter().zip(&all.criteria));
        for ((criterion, (name, scores)), alpha) in criteria.zip(alphas) {
            if let Some((_, (name, scores))) = above.next_if(|(group, _)| criterion.group.as_ref() == Some(&group.id)) {
                self.line(&format!("  {}{}", pad(&name[0], width), figures(scores)));
                name[1..].iter().for_each(|rest| self.line(&format!("  {rest}")));
            }
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

    /// How many come how far in each criterion, where questions belong to levels.
    fn own_levels(&mut self, definition: &Definition, all: &Summary) {
        let rows = definition.criteria.iter().zip(&all.own_levels);
        let rows: Vec<_> = rows.filter(|(_, counts)| counts.iter().any(|count| *count > 0)).collect();
        if rows.is_empty() {
            return;
        }
        self.line("");
        let head = words::own_levels(self.look.lang).to_owned();
        let names: Vec<Vec<String>> = rows.iter().map(|(criterion, _)| wrap(&criterion.name, NAMES)).collect();
        let width = widest(names.iter().flatten().chain([&head]).map(String::as_str));
        self.line(&format!("  {}  {:>8}{}", pad(&head, width), "n", level_names(definition)));
        for (name, (_, counts)) in names.iter().zip(rows) {
            let n: u64 = counts.iter().sum();
            self.line(&format!("  {}  {n:>8}{}", pad(&name[0], width), level_shares(definition, counts)));
            name[1..].iter().for_each(|rest| self.line(&format!("  {rest}")));
        }
    }

    fn first_actions(&mut self, definition: &Definition, all: &Summary) {
        let actions = all.frequent_actions(definition);
        let unfound = all.planned == 0 && all.rows > 0 && !definition.actions.is_empty();
        if actions.is_empty() && !unfound {
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
        let segments: Vec<_> = segments.named().into_iter().map(|(of, summary)| (name(&of), summary)).collect();
        let width = widest(segments.iter().map(|(name, _)| name.as_str()));
        let width = width.max(column.width());
        let median = words::median(lang);
        self.line(&format!("  {}  {:>8}  {median}{}", pad(&column, width), "n", level_names(definition)));
        for (name, summary) in segments {
            let gap = median.width();
            let median = summary.overall.quartile(2).map_or("–".to_owned(), shown);
            let shares = level_shares(definition, &summary.levels);
            self.line(&format!("  {}  {:>8}  {median:>gap$}{shares}", pad(&name, width), summary.rows));
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

/// The names of the levels as columns, and below them the share of each.
fn level_names(definition: &Definition) -> String {
    definition.levels.iter().map(|level| "  ".to_owned() + &right(&level.name, 6)).collect()
}

fn level_shares(definition: &Definition, counts: &[u64]) -> String {
    let shares = definition.levels.iter().zip(shares(counts));
    shares.map(|(level, share)| "  ".to_owned() + &right(&format!("{share}%"), level.name.width().max(6))).collect()
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
