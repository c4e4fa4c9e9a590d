//! What screens are made of: lines of toned text, and how they are fitted into a window.
//!
//! It knows nothing of the survey. Widths are those of the text; colours are added at the very end.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::text::wrap_lines;

/// How a piece of text stands out. Nothing is told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    #[default]
    Plain,
    Strong,
    Dim,
    Cursor,
    Mark,
    Warning,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Dim => Style::new().dimmed(),
            Self::Cursor => AnsiColor::Cyan.on_default().bold(),
            Self::Mark => AnsiColor::Green.on_default(),
            Self::Warning => AnsiColor::Yellow.on_default().bold(),
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct Line(Vec<(Tone, String)>);

impl Line {
    /// An empty line, which may be left out where room is short.
    pub(super) fn blank() -> Self {
        Self::default()
    }

    pub(super) fn of(tone: Tone, text: impl Into<String>) -> Self {
        Self::blank().then(tone, text)
    }

    /// The line with a further piece.
    pub(super) fn then(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push((tone, text.into()));
        self
    }

    pub(super) fn width(&self) -> usize {
        self.0.iter().map(|(_, text)| text.width()).sum()
    }

    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// The line as it is written, cut to `width` columns, with `ellipsis` where it had to be cut.
    pub(super) fn render(&self, width: usize, colour: bool, ellipsis: &str) -> String {
        let mut out = String::new();
        let ellipsis = if self.width() <= width || ellipsis.width() > width { "" } else { ellipsis };
        let mut room = width - ellipsis.width();
        for (tone, text) in &self.0 {
            let fits = text.width() <= room;
            let mut cut = if fits { text.clone() } else { cut(text, room) };
            room -= cut.width();
            if !fits {
                cut.push_str(ellipsis);
            }
            let style = if colour { tone.style() } else { Style::new() };
            if style.is_plain() || cut.trim().is_empty() {
                out.push_str(&cut);
            } else {
                out.push_str(&format!("{style}{cut}{style:#}"));
            }
            if !fits {
                break;
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

/// A cut that, other than [`shorten`], leaves white space as it is.
fn cut(text: &str, width: usize) -> String {
    let indent = text.len() - text.trim_start().len();
    let (indent, rest) = text.split_at(indent);
    let indent: String = indent.chars().take(width).collect();
    let room = width.saturating_sub(indent.width());
    indent + &shorten(rest, room, "")
}

/// Wraps `text`, a little narrower where only a few characters would be left on the last line.
fn without_orphan(text: &str, width: usize) -> Vec<String> {
    const SHORT: usize = 12;
    let lines = wrap_lines(text, width);
    let has_orphan = |lines: &[String]| lines.last().is_none_or(|line| line.width() < SHORT);
    if lines.len() < 2 || width < 4 * SHORT || !has_orphan(&lines) {
        return lines;
    }
    let narrower = (width - SHORT..width).rev().map(|width| wrap_lines(text, width));
    narrower.take_while(|other| other.len() == lines.len()).find(|other| !has_orphan(other)).unwrap_or(lines)
}

/// `text` on one line of at most `width` columns, with `ellipsis` where it had to be cut.
pub(super) fn shorten(text: &str, width: usize, ellipsis: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.width() <= width {
        return text;
    }
    let ellipsis = if ellipsis.width() <= width { ellipsis } else { "" };
    let mut short = String::new();
    for grapheme in text.graphemes(true) {
        if short.width() + grapheme.width() + ellipsis.width() > width {
            break;
        }
        short.push_str(grapheme);
    }
    short.truncate(short.trim_end().len());
    short + ellipsis
}

/// `text` in lines under each other, the first behind `lead` and the others indented as far.
pub(super) fn hanging(lead: Line, tone: Tone, text: &str, width: usize) -> Vec<Line> {
    let indent = lead.width();
    let mut lead = Some(lead);
    // A tab is as wide as the terminal likes.
    let lines = without_orphan(&text.replace('\t', " "), width.saturating_sub(indent)).into_iter();
    lines
        .map(|text| lead.take().unwrap_or_else(|| Line::of(Tone::Plain, " ".repeat(indent))).then(tone, text))
        .collect()
}

/// The parts of a screen from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// Where the respondent is and what is asked; its first lines go when there is no room.
    pub(super) head: Vec<Line>,
    /// What the cursor moves in; it scrolls.
    pub(super) body: Vec<Line>,
    /// The lines of the body that must be seen.
    pub(super) focus: Range<usize>,
    /// How many lines of the body should be seen before blank lines, foot and head give way.
    pub(super) wanted: usize,
    /// What belongs to the line under the cursor.
    pub(super) tail: Vec<Line>,
    /// The keys; they go before the head does.
    pub(super) foot: Vec<Line>,
    /// The first line of the body that is seen, where that is not for the focus to say.
    pub(super) top: Option<usize>,
}

/// Fitted lines, and where the body is among them.
pub(super) struct Fitted {
    pub(super) lines: Vec<Line>,
    /// The row of the body's first line; below 0 when it is scrolled out.
    pub(super) body_row: isize,
    pub(super) hidden: Hidden,
    /// Whether all of the focus is among them.
    pub(super) shows_focus: bool,
    /// How many of the lines are the keys.
    pub(super) foot: usize,
}

/// What there was no room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Lines of the body.
    pub(super) above: usize,
    pub(super) below: usize,
    /// Something of the head, or the keys.
    pub(super) around: bool,
}

/// The lines of the body that are seen even where the head must go for it, as all of the focus is.
const LEAST_BODY: usize = 4;

impl Layout {
    /// At most `height` lines that show the focus.
    pub(super) fn fit(mut self, height: usize) -> Fitted {
        let wanted = self.wanted.min(self.body.len());
        let fits = |layout: &Self| layout.fixed() + wanted <= height;
        let parts: [fn(&mut Self) -> &mut Vec<Line>; 3] =
            [|all| &mut all.tail, |all| &mut all.head, |all| &mut all.foot];
        for part in parts {
            if !fits(&self) {
                part(&mut self).retain(|line| !line.is_blank());
            }
        }
        let mut around = false;
        if !fits(&self) {
            around = !self.foot.is_empty();
            self.foot.clear();
        }
        let least = wanted.min(LEAST_BODY.max(self.focus.len()));
        let spare = (self.fixed() + least).saturating_sub(height);
        around |= spare > 0 && !self.head.is_empty();
        self.head.drain(..spare.min(self.head.len()));
        let spare = (self.fixed() + least).saturating_sub(height);
        self.tail.truncate(self.tail.len().saturating_sub(spare));
        let window = height.saturating_sub(self.fixed()).min(self.body.len());
        let centred = (self.focus.start + self.focus.len().min(window) / 2).saturating_sub(window / 2);
        // The first lines of the focus are seen even if it is longer than the window.
        let first = self.top.unwrap_or(centred.min(self.focus.start)).min(self.body.len() - window);
        let hidden = Hidden { above: first, below: self.body.len() - window - first, around };
        let shows_focus = self.focus.is_empty() || first <= self.focus.start && self.focus.end <= first + window;
        let body_row = self.head.len().cast_signed() - first.cast_signed();
        let foot = self.foot.len();
        let mut lines = self.head;
        lines.extend(self.body.into_iter().skip(first).take(window));
        lines.extend(self.tail);
        lines.extend(self.foot);
        lines.truncate(height);
        Fitted { lines, body_row, hidden, shows_focus, foot }
    }

    /// The same without the blank lines among the keys.
    pub(super) fn with_close_foot(mut self) -> Self {
        self.foot.retain(|line| !line.is_blank());
        self
    }

    /// How many lines it has when there is room for all.
    pub(super) fn height(&self) -> usize {
        self.fixed() + self.body.len()
    }

    fn fixed(&self) -> usize {
        self.head.len() + self.tail.len() + self.foot.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(height: usize, focus: usize, expected: &[&str]) {
        let lines = |texts: &[&str]| -> Vec<Line> {
            let line = |text: &&str| if text.is_empty() { Line::blank() } else { Line::of(Tone::Plain, *text) };
            texts.iter().map(line).collect()
        };
        let layout = Layout {
            head: lines(&["title", "", "question"]),
            body: lines(&["1", "2", "3", "4", "5", "6"]),
            focus: focus..focus + 1,
            wanted: 6,
            tail: lines(&["", "note"]),
            foot: lines(&["keys"]),
            top: None,
        };
        let fitted: Vec<String> = layout.fit(height).lines.iter().map(|line| line.render(20, false, "…")).collect();
        assert_eq!(fitted, expected, "{height} lines");
    }

    #[test]
    fn blank_lines_go_first_then_the_keys_then_the_body_scrolls_then_the_head_goes() {
        check(12, 0, &["title", "", "question", "1", "2", "3", "4", "5", "6", "", "note", "keys"]);
        check(11, 0, &["title", "", "question", "1", "2", "3", "4", "5", "6", "note", "keys"]);
        check(10, 0, &["title", "question", "1", "2", "3", "4", "5", "6", "note", "keys"]);
        check(9, 0, &["title", "question", "1", "2", "3", "4", "5", "6", "note"]);
        check(7, 5, &["title", "question", "3", "4", "5", "6", "note"]);
        check(6, 3, &["question", "2", "3", "4", "5", "note"]);
        check(2, 3, &["3", "4"]);
        check(1, 4, &["5"]);
        check(0, 4, &[]);
    }

    #[test]
    fn a_text_is_shortened_by_columns() {
        assert_eq!(shorten("the queue", 9, "…"), "the queue");
        assert_eq!(shorten("the queue", 5, "…"), "the…");
        assert_eq!(shorten("毎日です", 6, "…"), "毎日…");
        assert_eq!(shorten("a\nb", 6, "…"), "a b");
        assert_eq!(shorten("abc", 1, "..."), "a");
    }

    #[test]
    fn a_line_is_cut_by_columns_and_keeps_its_indent() {
        let line = Line::of(Tone::Strong, "  ").then(Tone::Strong, "  毎日です");
        assert_eq!(line.render(7, false, ""), "    毎");
        assert_eq!(line.render(9, false, "…"), "    毎日…");
        assert_eq!(line.render(2, false, "..."), "");
        assert_eq!(line.render(20, true, "…"), "    \u{1b}[1m  毎日です\u{1b}[0m".replacen("    ", "  ", 1));
    }
}
