//! Blocks for the terminal, and the page on which views by hand write as well.
//!
//! Lines fit the width that is given. Colours are written as escape sequences for the stream to strip where they are
//! not wanted; nothing is said by colour alone.

use std::fmt::Write as _;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, presets};
use unicode_width::UnicodeWidthStr as _;

use crate::report::blocks::{Block, Cell, Item, Table, Tone};
use crate::text::{plain, wrap_lines};
use crate::words::Lang;

#[derive(Clone, Copy, Debug)]
pub struct Viewport {
    /// The language of the program's own words.
    pub lang: Lang,
    /// Columns of the terminal.
    pub width: usize,
    /// Only ASCII for lines, bars and marks, for terminals that show others wrongly.
    pub ascii: bool,
}

/// The widest that text is laid out, so that lines stay readable.
const MAX_WIDTH: usize = 120;

pub fn render(blocks: &[Block], viewport: Viewport) -> String {
    let mut page = Page::new(viewport);
    page.add(blocks);
    page.finish()
}

/// A page while it is written.
pub(crate) struct Page {
    ascii: bool,
    pub(crate) width: usize,
    out: String,
}

impl Page {
    pub(crate) fn new(viewport: Viewport) -> Self {
        Self::within(viewport, MAX_WIDTH)
    }

    /// An empty page, at most so wide.
    pub(crate) fn within(viewport: Viewport, widest: usize) -> Self {
        Self { ascii: viewport.ascii, width: viewport.width.clamp(40, widest), out: String::new() }
    }

    /// The page; in ASCII, with every sign of the program's own replaced.
    pub(crate) fn finish(self) -> String {
        if self.ascii { in_ascii(&self.out) } else { self.out }
    }

    pub(crate) fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    pub(crate) fn text(&mut self, tone: Tone, indent: usize, text: &str) {
        self.hanging(tone, &" ".repeat(indent), "", text);
    }

    /// A paragraph whose first line begins with `lead`, and the others with as many spaces.
    pub(crate) fn hanging(&mut self, tone: Tone, indent: &str, lead: &str, text: &str) {
        let style = style(tone);
        let mut lead = lead.to_owned();
        for line in wrap_lines(text, self.width - indent.width() - lead.width()) {
            if line.is_empty() {
                self.line("");
                continue;
            }
            let _ = writeln!(self.out, "{indent}{style}{lead}{line}{style:#}");
            lead = " ".repeat(lead.width());
        }
    }

    /// A heading, apart from what is before it.
    pub(crate) fn heading(&mut self, heading: &str) {
        self.line("");
        self.text(Tone::Strong, 0, heading);
    }

    pub(crate) fn add(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Title(text) => {
                    self.text(Tone::Strong, 0, text);
                    self.line("");
                }
                Block::Heading(_, None, text) => self.heading(text),
                Block::Heading(_, Some(number), text) => {
                    self.line("");
                    self.hanging(Tone::Strong, "", &format!("{number:>2}. "), text);
                }
                Block::Text(tone, text) => self.text(*tone, 0, text),
                Block::Prose(text) => self.text(Tone::Plain, 0, &plain(text)),
                Block::Aside(text) => self.text(Tone::Open, 0, text),
                Block::Facts(facts, id) => self.text(Tone::Good, 4, &format!("{} · {id}", facts.join(" · "))),
                Block::List(items) => items.iter().for_each(|item| self.item(item)),
                Block::Steps(steps) => {
                    steps.iter().for_each(|step| self.hanging(Tone::Plain, "    ", "– ", &plain(step)));
                }
                Block::Table(table) => self.table(table),
            }
        }
    }

    /// A table; one that is too wide in parts under each other, each with the first column before it.
    fn table(&mut self, table: &Table) {
        let widths = widths(table);
        let (first, rest) = widths.split_first().unwrap_or((&0, &[]));
        let mut from = 0;
        while from == 0 || from < rest.len() {
            let fits = |to: &usize| first + rest[from..*to].iter().sum::<usize>() <= self.width + GAP;
            let to = (from + 1..=rest.len()).take_while(fits).last().unwrap_or(rest.len().min(from + 1));
            if from > 0 {
                self.line("");
            }
            lines(&columns_of(table, from + 1..to + 1)).iter().for_each(|line| self.line(line));
            from = to.max(1);
        }
    }

    fn item(&mut self, Item { tone, mark, text, prose, details }: &Item) {
        self.text(*tone, 0, format!("{mark} {text}").trim_start());
        prose.iter().for_each(|prose| self.text(Tone::Plain, 2, &plain(prose)));
        for (tone, brief, _) in details {
            self.text(*tone, 2, brief);
        }
    }
}

/// How wide the columns of a table are that are drawn, with the gap behind each.
fn widths(table: &Table) -> Vec<usize> {
    let heads = joined(table, table.columns.iter().map(|column| &column.head));
    let rows: Vec<Vec<String>> = table.rows.iter().map(|cells| joined(table, cells.iter())).collect();
    let width = |text: &String| text.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or_default();
    let widest = |at: usize| [&heads].into_iter().chain(&rows).filter_map(|row| row.get(at)).map(width).max();
    (0..heads.len()).map(|at| widest(at).unwrap_or_default() + GAP).collect()
}

/// The first of the columns that are drawn, and those in this range, each with what is joined to it.
fn columns_of(table: &Table, range: Range<usize>) -> Table {
    let mut drawn = 0;
    let places = table.columns.iter().map(|column| {
        drawn += usize::from(!column.joined);
        drawn - 1
    });
    let kept: Vec<usize> =
        places.enumerate().filter(|(_, drawn)| *drawn == 0 || range.contains(drawn)).map(|(at, _)| at).collect();
    Table {
        columns: kept.iter().map(|at| table.columns[*at].clone()).collect(),
        rows: table.rows.iter().map(|row| kept.iter().filter_map(|at| row.get(*at).cloned()).collect()).collect(),
    }
}

/// Between two columns.
const GAP: usize = 2;

/// The lines of a table without rules, its columns two spaces apart.
pub(crate) fn lines(table: &Table) -> Vec<String> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    drawn.set_header(joined(table, table.columns.iter().map(|column| &column.head)));
    for cells in &table.rows {
        drawn.add_row(joined(table, cells.iter()));
    }
    for (column, drawn) in table.columns.iter().filter(|column| !column.joined).zip(drawn.column_iter_mut()) {
        drawn.set_padding((0, 2));
        if column.right {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
    }
    drawn.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The texts of a row, each of a joined column behind the one before it.
fn joined<'a>(table: &Table, cells: impl Iterator<Item = &'a Cell>) -> Vec<String> {
    let mut row: Vec<String> = Vec::new();
    for (cell, column) in cells.zip(&table.columns) {
        match row.last_mut().filter(|_| column.joined) {
            Some(last) => *last = format!("{last} {}", cell.text()).trim_end().to_owned(),
            None => row.push(cell.text()),
        }
    }
    row
}

/// How text of a tone looks.
pub(crate) fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Open => AnsiColor::Yellow.on_default(),
        Tone::Faint => Style::new().dimmed(),
    }
}

/// `page` with every sign of the program's own, the first of each pair, replaced by the rest of it.
fn in_ascii(page: &str) -> String {
    let signs = "●* ○o ─- █# ▒~ ░. ┊| ✓+ ·| –- —- −- ± →-> …. “\" ”\" ‘' ’' ▁_ ▂. ▃: ▄- ▅= ▆+ ▇* ◆^";
    signs.split(' ').fold(page.to_owned(), |page, pair| {
        let mut ascii = pair.chars();
        ascii.next().map_or(page.clone(), |sign| page.replace(sign, ascii.as_str()))
    })
}
