//! What a spreadsheet would run when it opens a file of CSV: the one law of all that is written as such.
//!
//! A cell is a formula that begins with `=`, `+`, `-` or `@`, in half or full width, or with a tab or a carriage return,
//! behind which some programs look for one; spaces before it change nothing. A plain number such as `-3.5` is none. Nothing
//! of this matters in a workbook, where a text is written as a text.

use std::borrow::Cow;

/// Whether a spreadsheet might take `text` for a formula.
pub fn is_formula(text: &str) -> bool {
    let begins = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    text.trim_start_matches(' ').starts_with(begins) && !is_number(text)
}

fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    text.bytes().any(|byte| byte.is_ascii_digit()) && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.'))
}

/// `text` with an apostrophe before it where a spreadsheet might take it for a formula.
pub fn not_formula(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
