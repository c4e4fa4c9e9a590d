//! The renderer: a state becomes lines of text that fit the window. Nothing here writes to a terminal.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

pub use super::canvas::Window;
use super::canvas::{Canvas, MARGIN, MAX_WIDTH};
use super::editor::Editor;
use super::lists;
use super::paint::{Fitted, Hidden, Layout, Line, Tone, hanging};
use super::state::{Mode, State};
use super::text::{self, Screen, key_help};
use crate::answers::Answer;
use crate::definition::{Criterion, Definition, Question};
use crate::report::{facts, words};
use crate::text::plain;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Its lines, fewer than the window has rows, and narrower.
    pub lines: Vec<String>,
    /// Line and column of the terminal's cursor where text is typed; an input method shows its candidates there.
    pub cursor: Option<(usize, usize)>,
    /// Whether it says only that the window is too small: whoever sees that cannot know what a key would do.
    pub too_small: bool,
}

/// In narrower windows hardly a word would be whole.
const LEAST_COLUMNS: usize = 20;
/// In windows as high as this an option that is longer than they are is seen from its beginning: nobody has a larger one.
const ORDINARY_ROWS: usize = 24;

/// Draws `state` of a survey of `definition`. The frame has at most `rows - 1` lines of at most `columns - 1` columns,
/// so that a terminal neither scrolls nor breaks lines by itself; of a window that is too small, one line says so.
pub fn draw(state: &State, definition: &Definition, window: &Window) -> Frame {
    let canvas = Canvas { state, definition, window, width: window.columns.saturating_sub(1).min(MAX_WIDTH) };
    let mut cursor = None;
    let layout = match &state.mode {
        Mode::Question => state.fact.map_or_else(|| canvas.question(), |fact| canvas.fact(fact)),
        Mode::Help(scroll) => canvas.help(*scroll),
        Mode::Note(editor, _) => canvas.note(editor, &mut cursor),
        Mode::Jump(cursor) => lists::jump(&canvas, *cursor),
        Mode::Review(cursor) => lists::review(&canvas, *cursor),
        Mode::Ended => Layout::default(),
    };
    let is_drawn = !matches!(state.mode, Mode::Ended);
    let is_wide = window.columns >= LEAST_COLUMNS || !is_drawn;
    let Some(fitted) = canvas.fit(&layout).filter(|_| is_wide) else {
        return Frame { lines: canvas.too_small(), cursor: None, too_small: true };
    };
    let lines: Vec<String> =
        fitted.lines.iter().map(|line| line.render(canvas.width, window.colour, canvas.ellipsis())).collect();
    let cursor = cursor.and_then(|(row, column): (usize, usize)| {
        let row = row.checked_add_signed(fitted.body_row).filter(|row| *row < lines.len())?;
        Some((row, column.min(canvas.width)))
    });
    Frame { lines, cursor, too_small: false }
}

impl Canvas<'_> {
    /// The layout in the window, with lines for what has no room there; nothing where those have none either, or what is
    /// under the cursor is not seen as a whole.
    fn fit(&self, layout: &Layout) -> Option<Fitted> {
        /// With fewer lines, what is seen is too little to go on.
        const LEAST: usize = 5;
        let height = self.window.rows.saturating_sub(1);
        let all = layout.clone().fit(height);
        if all.hidden == Hidden::default() {
            return Some(all);
        }
        if height < LEAST {
            return None;
        }
        let question = matches!(self.state.mode, Mode::Question);
        // What takes more lines than half would leave too little for the rest.
        (1..=height / 2).find_map(|room| {
            let mut fitted = layout.clone().with_close_foot().fit(height - room);
            let signs = self.in_lines(text::hidden(self.lang(), fitted.hidden, question));
            let seen = fitted.shows_focus || self.window.rows >= ORDINARY_ROWS;
            if signs.len() > room || !seen {
                return None;
            }
            let above_keys = fitted.lines.len().saturating_sub(fitted.foot);
            fitted.lines.splice(above_keys..above_keys, signs);
            Some(fitted)
        })
    }

    /// Short texts in as few lines as hold them.
    fn in_lines(&self, texts: Vec<String>) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for text in texts {
            match lines.last_mut() {
                Some(line) if line.width() + 3 + text.width() <= self.width => {
                    *line = std::mem::take(line).then(Tone::Dim, format!("   {text}"));
                }
                _ => lines.extend(hanging(Line::of(Tone::Plain, MARGIN), Tone::Dim, &text, self.width)),
            }
        }
        lines
    }

    /// That the window is too small, in as many words as it has room for.
    fn too_small(&self) -> Vec<String> {
        let [long, brief] = text::too_small(self.lang());
        let text = if long.width() <= self.width { long } else { brief };
        let line = Line::of(Tone::Warning, text).render(self.width, self.window.colour, self.ellipsis());
        if self.window.rows > 0 { vec![line] } else { vec![] }
    }

    fn question(&self) -> Layout {
        let mut layout = Layout { head: self.head(), tail: vec![Line::blank()], ..Layout::default() };
        let Some((criterion, question)) = self.definition.question(self.state.at) else { return layout };
        layout.head.extend(self.question_head(criterion, question));
        let rows: Vec<Vec<Line>> =
            self.rows(question).enumerate().map(|(row, text)| self.row(row, &text, question)).collect();
        layout.foot = self.hints(Screen::Question);
        layout.tail.push(self.remark());
        let (roomy, _) = self.usual_height(&layout);
        for (row, lines) in rows.into_iter().enumerate() {
            // With little room, only what is no step of the scale stands apart.
            if row > 0 && (roomy || row == question.options.len()) {
                layout.body.push(Line::blank());
            }
            let start = layout.body.len();
            layout.body.extend(lines);
            if row == self.state.cursor {
                layout.focus = start..layout.body.len();
            }
        }
        layout.wanted = layout.body.len();
        self.pad(&mut layout);
        layout
    }

    /// Whether there is room between the rows of every question, and how many lines the tallest takes, with a foot and a
    /// remark such as this layout's.
    fn usual_height(&self, layout: &Layout) -> (bool, usize) {
        let (lines, rows_and_lines) = self.tallest();
        // The title, the progress and what is blank around them and the remark.
        let around = layout.foot.len() + 5;
        let roomy = rows_and_lines + around < self.window.rows;
        (roomy, around + if roomy { rows_and_lines } else { lines })
    }

    /// Makes a layout as tall as any, so that the keys stay where they are from one question to the next.
    pub(super) fn pad(&self, layout: &mut Layout) {
        let (_, height) = self.usual_height(layout);
        let missing = height.min(self.window.rows.saturating_sub(1)).saturating_sub(layout.height());
        layout.tail.splice(..0, std::iter::repeat_n(Line::blank(), missing));
    }

    /// How many lines the tallest question takes with its options, close together and with room between them.
    fn tallest(&self) -> (usize, usize) {
        let height = |(criterion, question): (usize, &Question)| {
            let criterion = self.definition.criteria.get(criterion)?;
            let rows: Vec<usize> =
                self.rows(question).enumerate().map(|(row, text)| self.row(row, &text, question).len()).collect();
            let lines = self.question_head(criterion, question).len() + rows.iter().sum::<usize>();
            Some((lines + usize::from(question.not_applicable.is_allowed()), lines + rows.len().saturating_sub(1)))
        };
        let heights = || self.definition.questions().filter_map(height);
        let close = heights().map(|(close, _)| close).max();
        (close.unwrap_or_default(), heights().map(|(_, apart)| apart).max().unwrap_or_default())
    }

    /// The texts of a question's rows.
    fn rows<'b>(&self, question: &'b Question) -> impl Iterator<Item = Cow<'b, str>> {
        let not_applicable =
            question.not_applicable.is_allowed().then(|| Cow::Owned(text::not_applicable(self.lang(), question)));
        question.options.iter().map(|option| Cow::Borrowed(option.text.as_str())).chain(not_applicable)
    }

    fn question_head(&self, criterion: &Criterion, question: &Question) -> Vec<Line> {
        let mut lines =
            hanging(Line::of(Tone::Plain, MARGIN), Tone::Mark, &self.definition.heading(criterion), self.width);
        lines.extend(hanging(Line::of(Tone::Plain, MARGIN), Tone::Strong, &question.text, self.width));
        lines.push(Line::blank());
        lines
    }

    /// One option, or behind the last one "not applicable".
    fn row(&self, row: usize, text: &str, question: &Question) -> Vec<Line> {
        let state = self.state;
        let is = |answers: &[Answer]| {
            let answer = answers.get(state.at).copied().unwrap_or_default();
            state.row(answer) == Some(row)
        };
        let given = is(&state.answers);
        let number = if row < question.options.len() { row + 1 } else { 0 };
        let digits = question.options.len().to_string().len();
        let mark = match (given, self.window.ascii) {
            (true, false) => "●",
            (true, true) => "*",
            (false, false) => "○",
            (false, true) => "o",
        };
        let earlier = if is(&state.earlier) { format!(" {}", text::earlier(self.lang())) } else { String::new() };
        self.row_behind(row, &format!("{number:digits$} {mark}"), given, &format!("{text}{earlier}"))
    }

    /// A row behind its number and its mark; under the cursor, it stands out.
    pub(super) fn row_behind(&self, row: usize, lead: &str, given: bool, text: &str) -> Vec<Line> {
        let here = row == self.state.cursor;
        let tone = if here { Tone::Cursor } else { Tone::Plain };
        let (number, mark) = lead.split_at(lead.rfind(' ').map_or(0, |space| space + 1));
        let lead = Line::of(Tone::Cursor, format!("{MARGIN}{} ", if here { ">" } else { " " }))
            .then(tone, number)
            .then(if given { Tone::Mark } else { tone }, format!("{mark} "));
        hanging(lead, tone, text, self.width)
    }

    fn help(&self, scroll: usize) -> Layout {
        let mut body = Vec::new();
        let margin = || Line::of(Tone::Plain, MARGIN);
        if let Some(fact) = self.state.fact.map(|fact| &self.definition.profile[fact]) {
            body.extend(hanging(margin(), Tone::Strong, &fact.text, self.width));
            if let Some(help) = &fact.help {
                body.push(Line::blank());
                body.push(margin().then(Tone::Mark, text::what_counts(self.lang())));
                body.extend(hanging(margin(), Tone::Plain, &plain(help), self.width));
            }
            body.push(Line::blank());
            body.push(margin().then(Tone::Mark, facts::title(self.lang())));
            body.extend(hanging(margin(), Tone::Plain, facts::what_for(self.lang()), self.width));
        } else if let Some((criterion, question)) = self.definition.question(self.state.at) {
            body.extend(hanging(margin(), Tone::Strong, &question.text, self.width));
            if let Some(help) = &question.help {
                body.push(Line::blank());
                body.push(margin().then(Tone::Mark, text::what_to_look_for(self.lang())));
                body.extend(hanging(margin(), Tone::Plain, &plain(help), self.width));
            }
            body.push(Line::blank());
            body.push(margin().then(Tone::Mark, text::about_criterion(self.lang(), &criterion.name)));
            body.extend(hanging(margin(), Tone::Plain, &plain(&criterion.description), self.width));
        }
        body.push(Line::blank());
        body.push(margin().then(Tone::Mark, text::keys(self.lang())));
        let keys = key_help(self.window.lang, self.window.languages);
        let column = keys.iter().map(|(key, _)| key.width()).max().expect("there are keys") + 2;
        for (key, meaning) in keys {
            let lead = margin().then(Tone::Strong, format!("{key}{}", " ".repeat(column - key.width())));
            body.extend(hanging(lead, Tone::Plain, meaning, self.width));
        }
        body.push(Line::blank());
        body.push(margin().then(Tone::Mark, text::how_to_answer(self.lang())));
        for text in words::how_to_answer(self.lang(), self.definition.respondents.as_deref()) {
            body.extend(hanging(margin(), Tone::Plain, &text, self.width));
        }
        let mut foot = self.hints(Screen::Help(false));
        let window = |foot: &[Line]| self.window.rows.saturating_sub(1 + foot.len());
        if body.len() > window(&foot) {
            foot = self.hints(Screen::Help(true));
        }
        let window = window(&foot);
        Layout { wanted: window.min(body.len()), body, foot, top: Some(scroll), ..Layout::default() }
    }

    fn note(&self, editor: &Editor, cursor: &mut Option<(usize, usize)>) -> Layout {
        let mut layout = Layout { head: self.head(), foot: self.hints(Screen::Note), ..Layout::default() };
        if let Some((criterion, question)) = self.definition.question(self.state.at) {
            layout.head.extend(self.question_head(criterion, question));
        }
        layout.head.push(Line::of(Tone::Plain, MARGIN).then(Tone::Cursor, text::edit_note(self.lang())));
        let edge = format!("{MARGIN}{} ", if self.window.ascii { "|" } else { "│" });
        // One column stays free for the cursor behind the last character.
        let width = self.width.saturating_sub(edge.width() + 1).max(2);
        let before = break_hard(editor.before(), width);
        let row = before.len().saturating_sub(1);
        *cursor = Some((row, edge.width() + before.last().map_or(0, |line| line.width())));
        layout.focus = row..row + 1;
        let line = |text: String| Line::of(Tone::Dim, edge.clone()).then(Tone::Plain, text);
        layout.body = break_hard(editor.text(), width).into_iter().map(line).collect();
        layout.wanted = layout.body.len().min(6);
        let remarks = self.window.unsaved || self.state.message.is_some();
        layout.tail = if remarks { vec![self.remark()] } else { Vec::new() };
        layout
    }
}

/// Lines that are full, without regard to words: then no line changes but the last while text is typed.
fn break_hard(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for grapheme in text.graphemes(true) {
        let full = lines.last().is_none_or(|line| line.width() + grapheme.width() > width);
        if grapheme == "\n" || full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut().filter(|_| grapheme != "\n") {
            line.push_str(grapheme);
        }
    }
    lines
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
