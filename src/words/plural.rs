//! The kinds of numbers that languages tell apart where they count, as Unicode's CLDR names them.
//!
//! The program counts whole things, so that the rule of a language is a line or two of its own.

/// A form that a language has for some numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "no language of the program needs these yet")]
pub(crate) enum Form {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// How a language counts.
pub(crate) trait Rule {
    /// The form for so many.
    fn form(number: u64) -> Form;
}

/// What can be counted by.
pub(crate) trait Count {
    /// As a number.
    fn number(self) -> u64;
}

impl Count for usize {
    fn number(self) -> u64 {
        self as u64
    }
}

impl Count for u64 {
    fn number(self) -> u64 {
        self
    }
}

impl Count for u32 {
    fn number(self) -> u64 {
        self.into()
    }
}
