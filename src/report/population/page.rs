//! A page of text as it comes together, line by line.

use std::fmt::Write as _;

use crate::report::Viewport;
use crate::text::wrap;

/// A page for a terminal that looks like `look`.
pub(super) struct Page {
    pub(super) look: Viewport,
    out: String,
}

impl Page {
    pub(super) fn new(look: Viewport) -> Self {
        Self { look, out: String::new() }
    }

    /// The page; in ASCII, bars and dashes are replaced by signs of the same width.
    pub(super) fn finish(self) -> String {
        if !self.look.ascii {
            return self.out;
        }
        self.out
            .replace('█', "#")
            .replace('░', ".")
            .replace('–', "-")
            .replace('…', ".")
            .replace('α', "a")
            .replace('×', "x")
    }

    pub(super) fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    /// Adds a text in as many lines as it needs.
    pub(super) fn text(&mut self, text: &str) {
        wrap(text, self.look.width).iter().for_each(|line| self.line(line));
    }
}
