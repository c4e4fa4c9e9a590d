//! What goes into the reducer and what comes out of it besides the state: keys and effects.

/// What Ctrl-U and Ctrl-W type: they take back all, or the last word.
pub(super) const TAKE_ALL: char = '\u{15}';
/// See [`TAKE_ALL`].
pub(super) const TAKE_WORD: char = '\u{17}';

/// A key, whatever terminal it came from; and what plain mode says in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    Up,
    Down,
    Left,
    Right,
    /// Return.
    Enter,
    Escape,
    /// Delete backwards.
    Backspace,
    /// Delete forwards.
    Delete,
    Home,
    End,
    PageUp,
    PageDown,
    Char(char),
    /// Text that was pasted: never taken for commands.
    Paste(String),
    /// The option at this position, from 1, however many there are.
    Choose(usize),
    /// The question at this position, from 1.
    Go(usize),
    /// Ctrl-C, or a signal that asks the program to end.
    Interrupt,
    /// A key that the survey does not know.
    Unknown,
    /// No key: only a window of another size.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the answers, so that they outlive a power cut.
    Save,
    /// Write the answers, so that they outlive the program: a note is being typed, and waiting for the disk at every
    /// key would be felt.
    Write,
    /// Go on in the next language.
    Language,
    /// End: the respondent leaves for now.
    Leave,
    Finish,
    Interrupt,
}

/// What was typed as a half-width lower-case letter: a Japanese keyboard may be in full width, and Caps Lock be on.
pub(super) fn plain_letter(typed: char) -> char {
    use unicode_normalization::UnicodeNormalization as _;
    std::iter::once(typed).nfkc().next().unwrap_or(typed).to_ascii_lowercase()
}
