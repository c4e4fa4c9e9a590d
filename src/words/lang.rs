//! A language, and what it says.

use std::fmt;

use super::areas::Words;

/// A language of the program's own texts.
#[derive(Clone, Copy)]
pub struct Lang(pub(super) &'static Language);

/// What there is of a language.
pub(super) struct Language {
    /// As in HTML's `lang`.
    pub(super) tag: &'static str,
    /// What it calls itself.
    pub(super) name: &'static str,
    /// What English calls it.
    pub(super) english: &'static str,
    pub(super) words: &'static dyn Words,
}

impl Lang {
    /// The tag, as in HTML's `lang`.
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// What English calls it.
    pub fn english(self) -> &'static str {
        self.0.english
    }

    pub(super) fn words(self) -> &'static dyn Words {
        self.0.words
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Lang {}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
