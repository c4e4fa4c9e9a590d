//! A text being edited: insertion point, deletion and movement by what a reader sees as one character. It knows
//! nothing of keys or of how the text is shown.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use crate::text::is_unsafe;

/// The most characters of a note; `answers` keeps no more when it reads one.
const MAX_CHARS: usize = 10_000;

/// A text and the place in it where typing goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// In bytes; always between two graphemes.
    at: usize,
}

impl Editor {
    /// Begins to edit `text`, at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), at: text.len() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the place of editing.
    pub fn before(&self) -> &str {
        &self.text[..self.at]
    }

    /// Inserts `typed`, less what a terminal might obey. A tab becomes a space, and nothing is inserted beyond the
    /// longest note.
    pub fn insert(&mut self, typed: &str) {
        let room = MAX_CHARS.saturating_sub(self.text.chars().count());
        let typed = typed.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let typed: String = typed.chars().filter(|&c| c == '\n' || !is_unsafe(c)).take(room).collect();
        self.text.insert_str(self.at, &typed);
        self.at += typed.len();
        self.settle();
    }

    /// Deletes the character before the place of editing.
    pub fn backspace(&mut self) {
        let start = self.previous();
        self.text.replace_range(start..self.at, "");
        self.at = start;
        self.settle();
    }

    /// Deletes all before the place of editing.
    pub fn take_all(&mut self) {
        self.text.replace_range(..self.at, "");
        self.at = 0;
    }

    /// Deletes the last word before the place of editing.
    pub fn take_word(&mut self) {
        let before = self.before().trim_end();
        let start = before
            .rfind(char::is_whitespace)
            .map_or(0, |space| space + before[space..].chars().next().map_or(0, char::len_utf8));
        self.text.replace_range(start..self.at, "");
        self.at = start;
        self.settle();
    }

    /// Deletes the character after the place of editing.
    pub fn delete(&mut self) {
        let end = self.next();
        self.text.replace_range(self.at..end, "");
        self.settle();
    }

    pub fn left(&mut self) {
        self.at = self.previous();
    }

    pub fn right(&mut self) {
        self.at = self.next();
    }

    pub fn home(&mut self) {
        self.at = 0;
    }

    pub fn end(&mut self) {
        self.at = self.text.len();
    }

    fn previous(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        let after = &self.text[self.at..];
        self.at + after.graphemes(true).next().map_or(0, str::len)
    }

    /// An insertion or a deletion can join what stands on both sides: then the place is behind the joint.
    fn settle(&mut self) {
        let mut cursor = GraphemeCursor::new(self.at, self.text.len(), true);
        if !cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            let next = cursor.next_boundary(&self.text, 0).ok().flatten();
            self.at = next.unwrap_or(self.text.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn japanese_and_joined_characters_are_edited_whole() {
        let mut editor = Editor::new("研修");
        editor.insert("計画");
        editor.left();
        editor.backspace();
        assert_eq!((editor.text(), editor.before()), ("研修画", "研修"));
        editor.home();
        editor.delete();
        editor.insert("\u{1b}[31m\t👩‍🏫");
        editor.backspace();
        assert_eq!(editor.text(), "[31m 修画");
        editor.end();
        editor.insert("a\r\nb");
        assert_eq!(editor.text(), "[31m 修画a\nb");
        editor.insert(" 顧客の 声 ");
        editor.take_word();
        assert_eq!(editor.text(), "[31m 修画a\nb 顧客の ");
        editor.left();
        editor.take_all();
        assert_eq!((editor.text(), editor.before()), (" ", ""));
    }

    #[test]
    fn a_note_has_a_longest_length() {
        let mut editor = Editor::default();
        editor.insert(&"漢".repeat(MAX_CHARS + 5));
        editor.insert("a");
        assert_eq!(editor.text().chars().count(), MAX_CHARS);
    }

    proptest! {
        #[test]
        fn the_place_is_always_between_characters(steps in proptest::collection::vec((0u8..9, "[a漢\u{301}👩\u{200d}🇯\n]{0,3}"), 0..40)) {
            let mut editor = Editor::default();
            for (step, typed) in steps {
                match step {
                    0 => editor.backspace(),
                    1 => editor.delete(),
                    2 => editor.left(),
                    3 => editor.right(),
                    4 => editor.home(),
                    5 => editor.end(),
                    6 => editor.take_all(),
                    7 => editor.take_word(),
                    _ => editor.insert(&typed),
                }
                prop_assert!(editor.text().is_char_boundary(editor.at));
            }
        }
    }
}
