//! Breaking text into lines of a given width in terminal columns, by the rules of each script (UAX #14): between
//! words in English, between characters in Japanese, and never before a full stop of either.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr as _;

use super::clean::clean;

/// Breaks `text` into lines of at most `width` columns. A word that is wider than a line is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let (mut line, mut filled) = (String::new(), 0);
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        // `first-contact` and `zoom-automation` stay whole.
        if text[..end].ends_with('-') && opportunity == BreakOpportunity::Allowed {
            continue;
        }
        let piece = &text[start..end];
        start = end;
        if !line.is_empty() && filled + columns(piece.trim_end()) > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            filled = 0;
        }
        line.push_str(piece);
        // Where a line may be broken, nothing before is wider or narrower for what is behind.
        filled += columns(piece);
        while filled > width && columns(line.trim_end()) > width {
            let cut = fitting(&line, width);
            let rest = line.split_off(cut);
            lines.push(std::mem::replace(&mut line, rest));
            filled = columns(&line);
        }
        if opportunity == BreakOpportunity::Mandatory && end < text.len() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            filled = 0;
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The same of several lines, of which those that are items of a list hang behind their marks.
pub fn wrap_lines(text: &str, width: usize) -> Vec<String> {
    if !text.contains('\n') {
        return wrap(text, width);
    }
    let hanging = |line: &str| {
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let behind = line.strip_prefix("– ").or(number.strip_prefix(". ").filter(|_| number.len() < line.len()));
        let (mut mark, rest) = line.split_at(line.len() - behind.map_or(line.len(), str::len));
        let indent = " ".repeat(mark.width());
        let lines = wrap(rest, width.saturating_sub(mark.width())).into_iter();
        lines.map(|line| format!("{}{line}", std::mem::replace(&mut mark, &indent))).collect::<Vec<_>>()
    };
    text.split('\n').flat_map(hanging).collect()
}

/// What is told in a terminal of `width` columns: broken between words only, so that a path stays whole, which a terminal may
/// then break where it likes. Lines that begin with white space are commands, and stay as they are.
pub fn told(text: &str, width: usize) -> String {
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        let mut filled = 0;
        let mut start = 0;
        if at > 0 {
            out.push('\n');
        }
        if line.starts_with(char::is_whitespace) {
            out.push_str(line);
            continue;
        }
        for (end, _) in linebreaks(line) {
            if end < line.len() && line[..end].ends_with(|c: char| c.is_ascii_graphic()) {
                continue;
            }
            let piece = &line[start..end];
            start = end;
            if filled > 0 && filled + columns(piece.trim_end()) > width {
                out.truncate(out.trim_end().len());
                out.push('\n');
                filled = 0;
            }
            out.push_str(piece);
            filled += columns(piece);
        }
    }
    out
}

/// How high the row of a spreadsheet must be in points, for texts in columns so many characters wide. Not every program
/// finds that out by itself.
#[cfg(feature = "xlsx")]
pub(crate) fn row_height<'a>(cells: impl IntoIterator<Item = (&'a str, u16)>) -> u16 {
    /// Of a line of text at eleven points; and the most that a row can be.
    const LINE: u16 = 15;
    const HIGHEST: u16 = 409;
    // Letters are not all of one width, and bold ones are wider: a little is left free.
    let lines = |(text, width): (&str, u16)| wrap(text, usize::from(width - width / 8)).len();
    let most = cells.into_iter().map(lines).max().unwrap_or(1);
    u16::try_from(most).map_or(HIGHEST, |most| most.saturating_mul(LINE)).clamp(LINE, HIGHEST)
}

/// How wide a text is; of most, which are plain ASCII, that is seen at once.
fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) { text.len() } else { text.width() }
}

/// The most bytes of `line` that are at most `width` columns, and at least one character.
fn fitting(line: &str, width: usize) -> usize {
    let ends = line.char_indices().map(|(at, c)| at + c.len_utf8());
    let fits = ends.clone().take_while(|&end| line[..end].width() <= width).last();
    fits.or_else(|| ends.clone().next()).unwrap_or(line.len())
}

/// `text` cut to `width` columns, with an ellipsis where something is missing.
pub fn shorten(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let cut = text[..fitting(text, width.saturating_sub(1))].trim_end();
    format!("{cut}…")
}

/// The beginning of any text in one safe line of `width` columns, for a message.
pub fn excerpt(text: &str, width: usize) -> String {
    let start: String = text.chars().take(4 * width).collect();
    shorten(&clean(&start).replace(['\n', '\t'], " "), width)
}

/// `text` followed by as many spaces as make it `width` columns wide.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
