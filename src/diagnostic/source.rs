//! The text of one file that was read, and positions in it.
//!
//! Does not read files itself, and does not know what the text means.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// A file's name as the user wrote it, and its text.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: Cow<'static, str>,
    /// Where each line begins, once somebody has asked.
    lines: OnceLock<Vec<usize>>,
    fault: Option<(Range<usize>, String)>,
    tape: Option<(&'static str, &'static [u8])>,
}

/// A place in a file as people count: both numbers start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Source {
    /// Keeps `text` under `name`; the name is cleaned, since it may be shown on a terminal.
    pub fn new(name: &str, text: impl Into<String>) -> Self {
        Self::of(name, Cow::Owned(text.into()))
    }

    /// A file that comes with the program, and the tape that a build made of it.
    pub fn bundled(name: &str, text: &'static str, tape: &'static [u8]) -> Self {
        Self { tape: Some((text, tape)), ..Self::of(name, Cow::Borrowed(text)) }
    }

    fn of(name: &str, text: Cow<'static, str>) -> Self {
        let name = crate::text::clean(name).into_owned();
        Self { name, text, lines: OnceLock::new(), fault: None, tape: None }
    }

    /// A file that cannot be read: as much of its text as there is to show, where in it that is seen, and why.
    pub fn unreadable(name: &str, text: impl Into<String>, at: Range<usize>, why: impl Into<String>) -> Self {
        Self { fault: Some((at, why.into())), ..Self::new(name, text) }
    }

    /// Why the file cannot be read, and where that is seen; none where it can.
    pub fn fault(&self) -> Option<(Range<usize>, &str)> {
        self.fault.as_ref().map(|(at, why)| (at.clone(), why.as_str()))
    }

    /// The text of the file and what a build made of it, if it comes with the program.
    pub fn tape(&self) -> Option<(&'static str, &'static [u8])> {
        self.tape
    }

    /// The name that messages show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as it stands in the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines that `spans` are on: where they begin in the text, the number of the first, and the lines.
    pub fn lines_of(&self, spans: &[Range<usize>]) -> (usize, usize, &str) {
        let first = spans.iter().map(|span| span.start).min().unwrap_or_default();
        let last = spans.iter().map(|span| span.end).max().unwrap_or_default();
        let start = self.text[..self.floor(first)].rfind('\n').map_or(0, |at| at + 1);
        let last = self.floor(last);
        let end = self.text[last..].find('\n').map_or(self.text.len(), |at| last + at);
        (start, self.position(start).line, &self.text[start..end.max(start)])
    }

    /// The position of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.floor(offset);
        let starts = || [0].into_iter().chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let lines = self.lines.get_or_init(starts);
        let line = lines.partition_point(|start| *start <= offset);
        // The first line begins at 0, so that there is one before any offset.
        Position { line, column: self.text[lines[line - 1]..offset].trim_start_matches('\u{feff}').chars().count() + 1 }
    }

    /// `span` cut to the text and to whole characters. Where it is empty it is widened to one character, at the end
    /// of a line to the last one of it.
    pub fn fit(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.floor(span.start);
        let end = self.floor(span.end).max(start);
        if end > start {
            return start..end;
        }
        let (before, after) = self.text.split_at(start);
        match (before.chars().next_back(), after.chars().next()) {
            (Some(last), Some('\n') | None) if last != '\n' => start - last.len_utf8()..start,
            (_, next) => start..start + next.map_or(0, char::len_utf8),
        }
    }

    fn floor(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        (0..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a.toml", "\u{feff}x = \"応対\"\r\ny = 1\n");
        let at = |text: &str| source.position(source.text().find(text).unwrap());
        assert_eq!(at("x"), Position { line: 1, column: 1 });
        assert_eq!(at("対"), Position { line: 1, column: 7 });
        assert_eq!(at("y"), Position { line: 2, column: 1 });
        assert_eq!(source.position(usize::MAX), Position { line: 3, column: 1 });
    }

    #[test]
    fn spans_are_cut_to_characters_and_never_empty() {
        let source = Source::new("a.toml", "応対");
        assert_eq!(source.fit(&(1..2)), 0..3);
        assert_eq!(source.fit(&(3..3)), 3..6);
        assert_eq!(source.fit(&(9..99)), 3..6);
        assert_eq!(Source::new("a.toml", "").fit(&(0..0)), 0..0);
    }
}
