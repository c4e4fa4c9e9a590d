//! What every screen has: the window it is drawn for, the lines above, the remark and the keys below.

use unicode_width::UnicodeWidthStr as _;

use super::paint::{Line, Tone, shorten};
use super::state::{Mode, State};
use super::text::{self, Screen, hints};
use crate::definition::Definition;
use crate::words::Lang;

/// The window that a screen is drawn for, and what is to be shown besides the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The language of the survey's own texts.
    pub lang: Lang,
    /// Whether there are others to go on in.
    pub languages: bool,
    pub rows: usize,
    pub columns: usize,
    /// Whether to keep to ASCII in what the survey itself draws.
    pub ascii: bool,
    pub colour: bool,
    /// The overall score and the level so far, where they are wanted.
    pub live: Option<(String, String)>,
    /// Whether the answers could not be written.
    pub unsaved: bool,
    /// What else the shell has to tell, until the next key.
    pub told: Option<String>,
}

/// Wider lines are hard to read.
pub(super) const MAX_WIDTH: usize = 100;
/// What every line but the rarest begins with.
pub(super) const MARGIN: &str = "  ";

/// What every part of a screen is drawn from.
pub(super) struct Canvas<'a> {
    pub(super) state: &'a State,
    pub(super) definition: &'a Definition,
    pub(super) window: &'a Window,
    pub(super) width: usize,
}

impl Canvas<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.window.lang
    }

    pub(super) fn ellipsis(&self) -> &'static str {
        if self.window.ascii { "..." } else { "…" }
    }

    /// The lines over every screen: the title, and how far the respondent is.
    pub(super) fn head(&self) -> Vec<Line> {
        let title = Line::of(Tone::Dim, format!("{MARGIN}{}", self.definition.title));
        let title = match &self.window.live {
            Some((score, level)) => {
                let live = text::live(self.lang(), score, level);
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
        let asked = state.asked();
        let criterion = self.definition.questions().nth(state.at).map_or(0, |(criterion, _)| criterion);
        let line = Line::of(Tone::Plain, MARGIN);
        // The review is about all questions.
        let line = match (&state.mode, state.fact) {
            (Mode::Review(_), _) => line,
            (_, Some(fact)) => {
                let place = text::fact_progress(self.lang(), fact + 1, state.facts().len());
                line.then(Tone::Plain, format!("{place}   "))
            }
            _ => {
                let criteria = self.definition.criteria.len();
                let place = text::progress(self.lang(), criterion + 1, criteria, state.at + 1, questions);
                line.then(Tone::Plain, format!("{place}   "))
            }
        };
        let answered = text::answered(self.lang(), state.answered(), asked);
        let room = self.width.saturating_sub(line.width() + answered.width() + 3);
        if room < 8 {
            return line;
        }
        let bar = room.min(24);
        let done = (bar * state.answered()).checked_div(asked).unwrap_or_default();
        let (full, empty) = if self.window.ascii { ("#", "-") } else { ("━", "─") };
        line.then(Tone::Mark, full.repeat(done))
            .then(Tone::Dim, empty.repeat(bar - done))
            .then(Tone::Dim, format!("   {answered}"))
    }

    /// One line that is always there, so that the keys below do not move: what to tell about the last key, that
    /// nothing could be saved, the note, or the rule for answering.
    pub(super) fn remark(&self) -> Line {
        let room = self.width.saturating_sub(MARGIN.width());
        let remark = |tone, text: &str| Line::of(Tone::Plain, MARGIN).then(tone, shorten(text, room, self.ellipsis()));
        if let Some(message) = self.state.message {
            return remark(Tone::Warning, &text::message(self.lang(), message));
        }
        if let Some(told) = &self.window.told {
            return remark(Tone::Warning, told);
        }
        if self.window.unsaved {
            return remark(Tone::Warning, text::not_saved(self.lang()));
        }
        match self.state.notes.get(self.state.at).and_then(Option::as_ref) {
            Some(note) if self.state.fact.is_none() && matches!(self.state.mode, Mode::Question) => {
                remark(Tone::Dim, &text::note(self.lang(), note))
            }
            None if self.state.fact.is_none() && matches!(self.state.mode, Mode::Question) => {
                remark(Tone::Dim, text::rule(self.lang()))
            }
            _ if self.state.fact.is_some() && matches!(self.state.mode, Mode::Question) => {
                remark(Tone::Dim, text::rule_ahead(self.lang()))
            }
            _ => Line::of(Tone::Plain, MARGIN),
        }
    }

    /// The keys, in as few lines as hold them, no key apart from its meaning.
    pub(super) fn hints(&self, screen: Screen) -> Vec<Line> {
        let not_applicable = self.state.may_be_not_applicable();
        let digits = match screen {
            Screen::Jump => self.definition.criteria.len(),
            _ => self.state.options(),
        };
        let digits = format!("1-{}", digits.min(9));
        let mut lines = vec![Line::blank()];
        let mut line = Line::blank();
        for (key, meaning) in hints(self.window.lang, screen, self.window.ascii, not_applicable) {
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
}
