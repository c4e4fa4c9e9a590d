//! The renderer: a state becomes lines of text that fit the window. Nothing here writes to a terminal.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::editor::Editor;
use super::lists;
use super::paint::{Layout, Line, Tone, hanging, shorten};
use super::state::{Message, Mode, State};
use super::text::{Screen, Text, hints, key_help};
use crate::answers::Answer;
use crate::definition::{Criterion, Definition, Question};
use crate::text::Lang;

/// How a screen is to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language of the survey's own texts.
    pub lang: Lang,
    /// The rows of the window.
    pub rows: usize,
    /// The columns of the window.
    pub columns: usize,
    /// Whether to keep to ASCII in what the survey itself draws.
    pub ascii: bool,
    /// Whether to use colours.
    pub colour: bool,
    /// The overall score and the level so far, where they are wanted.
    pub live: Option<(String, String)>,
    /// Whether the answers could not be written.
    pub unsaved: bool,
}

/// A screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Its lines, fewer than the window has rows, and narrower.
    pub lines: Vec<String>,
    /// Line and column of the terminal's cursor where text is typed; an input method shows its candidates there.
    pub cursor: Option<(usize, usize)>,
}

/// Wider lines are hard to read.
const MAX_WIDTH: usize = 100;
/// What every line but the rarest begins with.
pub(super) const MARGIN: &str = "  ";

/// Draws `state` of a survey of `definition`. The frame has at most `rows - 1` lines of at most `columns - 1` columns,
/// so that a terminal neither scrolls nor breaks lines by itself.
pub fn draw(state: &State, definition: &Definition, look: &Look) -> Frame {
    let canvas = Canvas { state, definition, look, width: look.columns.saturating_sub(1).min(MAX_WIDTH) };
    let mut cursor = None;
    let layout = match &state.mode {
        Mode::Question => canvas.question(),
        Mode::Help(scroll) => canvas.help(*scroll),
        Mode::Note(editor, _) => canvas.note(editor, &mut cursor),
        Mode::Jump(cursor) => lists::jump(&canvas, *cursor),
        Mode::Review(cursor) => lists::review(&canvas, *cursor),
        Mode::Ended => Layout::default(),
    };
    let fitted = layout.fit(look.rows.saturating_sub(1));
    let lines: Vec<String> = fitted.lines.iter().map(|line| line.render(canvas.width, look.colour)).collect();
    let cursor = cursor.and_then(|(row, column): (usize, usize)| {
        let row = row.checked_add_signed(fitted.body_row).filter(|row| *row < lines.len())?;
        Some((row, column.min(canvas.width)))
    });
    Frame { lines, cursor }
}

/// What every part of a screen is drawn from.
pub(super) struct Canvas<'a> {
    pub(super) state: &'a State,
    pub(super) definition: &'a Definition,
    pub(super) look: &'a Look,
    pub(super) width: usize,
}

impl Canvas<'_> {
    pub(super) fn say(&self, text: Text<'_>) -> String {
        text.to(self.look.lang)
    }

    pub(super) fn ellipsis(&self) -> &'static str {
        if self.look.ascii { "..." } else { "…" }
    }

    pub(super) fn question_at(&self, at: usize) -> Option<(&Criterion, &Question)> {
        let (criterion, question) = self.definition.questions().nth(at)?;
        Some((self.definition.criteria.get(criterion)?, question))
    }

    fn question(&self) -> Layout {
        let mut layout = Layout { head: self.head(), tail: vec![Line::blank()], ..Layout::default() };
        let Some((criterion, question)) = self.question_at(self.state.at) else { return layout };
        layout.head.extend(self.question_head(criterion, question));
        let rows: Vec<Vec<Line>> =
            self.rows(question).enumerate().map(|(row, text)| self.row(row, &text, question)).collect();
        layout.foot = self.hints(Screen::Question);
        layout.tail.push(self.remark());
        let (lines, rows_and_lines) = self.tallest();
        let around = layout.tail.len() + layout.foot.len() + 3;
        let roomy = rows_and_lines + around < self.look.rows;
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
        // The keys stay where they are from one question to the next.
        let height = around + if roomy { rows_and_lines } else { lines };
        let missing = height.min(self.look.rows.saturating_sub(1)).saturating_sub(layout.height());
        layout.tail.splice(..0, std::iter::repeat_n(Line::blank(), missing));
        layout
    }

    /// How many lines the tallest question takes with its options, close together and with room between them.
    fn tallest(&self) -> (usize, usize) {
        let height = |(criterion, question): (usize, &Question)| {
            let criterion = self.definition.criteria.get(criterion)?;
            let rows: Vec<usize> =
                self.rows(question).enumerate().map(|(row, text)| self.row(row, &text, question).len()).collect();
            let lines = self.question_head(criterion, question).len() + rows.iter().sum::<usize>();
            Some((lines + usize::from(question.not_applicable), lines + rows.len().saturating_sub(1)))
        };
        let heights = || self.definition.questions().filter_map(height);
        let close = heights().map(|(close, _)| close).max();
        (close.unwrap_or_default(), heights().map(|(_, apart)| apart).max().unwrap_or_default())
    }

    /// The texts of a question's rows.
    fn rows<'b>(&self, question: &'b Question) -> impl Iterator<Item = Cow<'b, str>> {
        let not_applicable = question.not_applicable.then(|| Cow::Owned(self.say(Text::NotApplicable)));
        question.options.iter().map(|option| Cow::Borrowed(option.text.as_str())).chain(not_applicable)
    }

    /// The lines over every screen: the title, and how far the respondent is.
    pub(super) fn head(&self) -> Vec<Line> {
        let title = Line::of(Tone::Dim, format!("{MARGIN}{}", self.definition.title));
        let title = match &self.look.live {
            Some((score, level)) => {
                let live = self.say(Text::Live(score, level));
                let gap = self.width.saturating_sub(title.width() + live.width()).max(2);
                title.then(Tone::Plain, " ".repeat(gap)).then(Tone::Mark, live)
            }
            None => title,
        };
        vec![title, self.progress(), Line::blank()]
    }

    fn progress(&self) -> Line {
        let state = self.state;
        let questions = self.definition.questions().count();
        let criterion = self.definition.questions().nth(state.at).map_or(0, |(criterion, _)| criterion);
        let place = [criterion + 1, self.definition.criteria.len(), state.at + 1, questions];
        let line = Line::of(Tone::Plain, MARGIN);
        // The review is about all questions.
        let line = match state.mode {
            Mode::Review(_) => line,
            _ => line.then(Tone::Plain, format!("{}   ", self.say(Text::Progress(place)))),
        };
        let answered = self.say(Text::Answered(state.answered(), questions));
        let room = self.width.saturating_sub(line.width() + answered.width() + 3);
        if room < 8 {
            return line;
        }
        let bar = room.min(24);
        let done = (bar * state.answered()).checked_div(questions).unwrap_or_default();
        let (full, empty) = if self.look.ascii { ("#", "-") } else { ("━", "─") };
        line.then(Tone::Mark, full.repeat(done))
            .then(Tone::Dim, empty.repeat(bar - done))
            .then(Tone::Dim, format!("   {answered}"))
    }

    fn question_head(&self, criterion: &Criterion, question: &Question) -> Vec<Line> {
        let mut lines = hanging(Line::of(Tone::Plain, MARGIN), Tone::Mark, &criterion.name, self.width);
        lines.extend(hanging(Line::of(Tone::Plain, MARGIN), Tone::Strong, &question.text, self.width));
        lines.push(Line::blank());
        lines
    }

    /// One option, or behind the last one "not applicable".
    fn row(&self, row: usize, text: &str, question: &Question) -> Vec<Line> {
        let state = self.state;
        let here = row == state.cursor;
        let is = |answers: &[Answer]| {
            let answer = answers.get(state.at).copied().unwrap_or_default();
            state.row(answer) == Some(row)
        };
        let given = is(&state.answers);
        let number = if row < question.options.len() { row + 1 } else { 0 };
        let digits = question.options.len().to_string().len();
        let mark = match (given, self.look.ascii) {
            (true, false) => "●",
            (true, true) => "*",
            (false, false) => "○",
            (false, true) => "o",
        };
        let tone = if here { Tone::Cursor } else { Tone::Plain };
        let lead = Line::of(Tone::Cursor, format!("{MARGIN}{} ", if here { ">" } else { " " }))
            .then(tone, format!("{number:digits$} "))
            .then(if given { Tone::Mark } else { tone }, format!("{mark} "));
        let earlier = if is(&state.earlier) { format!(" {}", self.say(Text::Earlier)) } else { String::new() };
        hanging(lead, tone, &format!("{text}{earlier}"), self.width)
    }

    /// One line that is always there, so that the keys below do not move: what to tell about the last key, that
    /// nothing could be saved, or the note.
    pub(super) fn remark(&self) -> Line {
        let room = self.width.saturating_sub(MARGIN.width());
        let remark = |tone, text: &str| Line::of(Tone::Plain, MARGIN).then(tone, shorten(text, room, self.ellipsis()));
        if let Some(message) = self.state.message {
            return remark(Tone::Warning, &self.say(message_text(message)));
        }
        if self.look.unsaved {
            return remark(Tone::Warning, &self.say(Text::NotSaved));
        }
        match self.state.notes.get(self.state.at).and_then(Option::as_ref) {
            Some(note) if matches!(self.state.mode, Mode::Question) => remark(Tone::Dim, &self.say(Text::Note(note))),
            _ => Line::of(Tone::Plain, MARGIN),
        }
    }

    /// The keys, in as few lines as hold them, no key apart from its meaning.
    pub(super) fn hints(&self, screen: Screen) -> Vec<Line> {
        let not_applicable = self.state.may_be_not_applicable();
        let digits = format!("1-{}", self.state.options().min(9));
        let mut lines = vec![Line::blank()];
        let mut line = Line::blank();
        for (key, meaning) in hints(self.look.lang, screen, self.look.ascii, not_applicable) {
            let key = if key.is_empty() { digits.as_str() } else { key };
            let hint = key.width() + 1 + meaning.width();
            if line.width() > 0 && line.width() + 3 + hint > self.width {
                lines.push(std::mem::take(&mut line));
            }
            let gap = if line.width() == 0 { MARGIN } else { "   " };
            line = line.then(Tone::Plain, gap).then(Tone::Plain, key).then(Tone::Dim, format!(" {meaning}"));
        }
        lines.push(line);
        lines
    }

    fn help(&self, scroll: usize) -> Layout {
        let mut body = Vec::new();
        let margin = || Line::of(Tone::Plain, MARGIN);
        if let Some((criterion, question)) = self.question_at(self.state.at) {
            body.extend(hanging(margin(), Tone::Strong, &question.text, self.width));
            if let Some(help) = &question.help {
                body.push(Line::blank());
                body.push(margin().then(Tone::Mark, self.say(Text::WhatToLookFor)));
                body.extend(hanging(margin(), Tone::Plain, help, self.width));
            }
            body.push(Line::blank());
            body.push(margin().then(Tone::Mark, self.say(Text::AboutCriterion(&criterion.name))));
            body.extend(hanging(margin(), Tone::Plain, &criterion.description, self.width));
        }
        body.push(Line::blank());
        body.push(margin().then(Tone::Mark, self.say(Text::Keys)));
        let keys = key_help(self.look.lang);
        let column = keys.iter().map(|(key, _)| key.width()).max().unwrap_or_default() + 2;
        for (key, meaning) in keys {
            let lead = margin().then(Tone::Strong, format!("{key}{}", " ".repeat(column - key.width())));
            body.extend(hanging(lead, Tone::Plain, meaning, self.width));
        }
        let foot = self.hints(Screen::Help);
        let window = self.look.rows.saturating_sub(1 + foot.len());
        let first = scroll.min(body.len().saturating_sub(window));
        Layout { wanted: window.min(body.len()), body: body.split_off(first), foot, ..Layout::default() }
    }

    fn note(&self, editor: &Editor, cursor: &mut Option<(usize, usize)>) -> Layout {
        let mut layout = Layout { head: self.head(), foot: self.hints(Screen::Note), ..Layout::default() };
        if let Some((criterion, question)) = self.question_at(self.state.at) {
            layout.head.extend(self.question_head(criterion, question));
        }
        layout.head.push(Line::of(Tone::Plain, MARGIN).then(Tone::Cursor, self.say(Text::EditNote)));
        let edge = format!("{MARGIN}{} ", if self.look.ascii { "|" } else { "│" });
        // One column stays free for the cursor behind the last character.
        let width = self.width.saturating_sub(edge.width() + 1).max(2);
        let before = break_hard(editor.before(), width);
        let row = before.len().saturating_sub(1);
        *cursor = Some((row, edge.width() + before.last().map_or(0, |line| line.width())));
        layout.focus = row..row + 1;
        let line = |text: String| Line::of(Tone::Dim, edge.clone()).then(Tone::Plain, text);
        layout.body = break_hard(editor.text(), width).into_iter().map(line).collect();
        layout.wanted = layout.body.len().min(6);
        layout.tail = if self.look.unsaved { vec![self.remark()] } else { Vec::new() };
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

/// What a message says.
pub(super) fn message_text(message: Message) -> Text<'static> {
    match message {
        Message::AlwaysApplies => Text::AlwaysApplies,
        Message::NoSuchOption(options) => Text::NoSuchOption(options),
        Message::NoSuchQuestion(questions) => Text::NoSuchQuestion(questions),
        Message::FirstQuestion => Text::FirstQuestion,
    }
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
