//! Breaking text into lines of a given width in terminal columns, by the rules of each script (UAX #14): between words in
//! English; in Japanese where a phrase begins near the end of a line, else between characters; never before a full stop of
//! either, nor so that the last line has one Japanese character alone.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr as _;

use super::clean::clean;
use super::phrases;

/// Breaks `text` into lines of at most `width` columns. A word that is wider than a line is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    // `first-contact` and `zoom-automation` stay whole.
    let whole = |before: &str| before.ends_with('-');
    broken(text, width.max(2), true, whole).into_iter().map(str::to_owned).collect()
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
    let whole = |before: &str| before.ends_with(|c: char| c.is_ascii_graphic());
    let lines = text.split('\n').flat_map(|line| match line.starts_with(char::is_whitespace) {
        true => vec![line],
        false => broken(line, width, false, whole),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where a paragraph may be broken: behind so many bytes of the text, and so many columns with and without white space there.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    columns: usize,
    seen: usize,
}

/// Where a line begins: behind so many places, bytes and columns.
#[derive(Clone, Copy, Default)]
struct Start {
    place: usize,
    at: usize,
    columns: usize,
}

/// A paragraph, with the places where it may be broken, and how wide its lines are at most.
struct Paragraph<'t> {
    text: &'t str,
    places: Vec<Place>,
    width: usize,
}

/// The lines of `text`, of which none is wider than `width` but a word, where those are not to be `cut`. Behind what stays
/// `whole` with what follows, it is broken only by its own line breaks.
fn broken(text: &str, width: usize, cut: bool, whole: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut paragraph = Paragraph { text, places: Vec::new(), width };
    let mut begin = Start::default();
    let mut last = Place { at: 0, columns: 0, seen: 0 };
    for (at, opportunity) in linebreaks(text) {
        let ends = opportunity == BreakOpportunity::Mandatory;
        let in_sign = text[..at].ends_with('!') && text[at..].starts_with('=');
        if !ends && (whole(&text[..at]) || is_edge_of_quote(text, at) || in_sign) {
            continue;
        }
        // Where a line may be broken, nothing before is wider or narrower for what is behind.
        let piece = &text[last.at..at];
        last = Place { at, columns: last.columns + columns(piece), seen: last.columns + columns(piece.trim_end()) };
        paragraph.places.push(last);
        if ends {
            paragraph.lines(begin, cut, &mut lines);
            paragraph.places.clear();
            begin = Start { place: 0, at, columns: last.columns };
        }
    }
    if lines.is_empty() {
        lines.push("");
    }
    lines
}

/// Whether a text would be broken right behind the backquote that opens a quote, or right before the one that closes it.
fn is_edge_of_quote(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let beside = bytes[at - 1] == b'`' || bytes.get(at) == Some(&b'`');
    beside && bytes[..at].iter().filter(|byte| **byte == b'`').count() % 2 == 1
}

impl<'t> Paragraph<'t> {
    /// Adds its lines, of which the first begins there.
    fn lines(&self, mut start: Start, cut: bool, lines: &mut Vec<&'t str>) {
        let mut before = None;
        while let Some(next) = self.places.get(start.place) {
            let fit = self.places[start.place..].iter().take_while(|place| place.seen <= start.columns + self.width);
            let to = start.place + fit.count();
            let end = if to == self.places.len() {
                // The last one takes something of the one before, if need be.
                if let Some((line, with)) = before.and_then(|line| Some((line, self.with_company(line, start)?))) {
                    lines.pop();
                    lines.push(self.between(line, with));
                    start = with;
                }
                self.behind(to)
            } else if to > start.place {
                self.behind(self.by_phrase(start, to))
            } else if cut {
                let cut = fitting_well(&self.text[start.at..next.at], self.width);
                let columns = start.columns + columns(&self.text[start.at..start.at + cut]);
                Start { place: start.place, at: start.at + cut, columns }
            } else {
                self.behind(start.place + 1)
            };
            before = (to > start.place).then_some(start);
            lines.push(self.between(start, end));
            start = end;
        }
    }

    /// The line between two places, without white space at its end.
    fn between(&self, start: Start, end: Start) -> &'t str {
        self.text[start.at..end.at].trim_end()
    }

    /// The start of a line behind so many places.
    fn behind(&self, place: usize) -> Start {
        let Place { at, columns, .. } = self.places[place - 1];
        Start { place, at, columns }
    }

    /// Behind how many places, at most `to`, a line best ends: within its last third where a phrase begins, or else a word of other
    /// letters, or else as late as it can.
    fn by_phrase(&self, start: Start, to: usize) -> usize {
        let least = start.columns + self.width - self.width / 3;
        let mut near = (start.place + 1..=to).rev().take_while(|place| self.places[place - 1].columns >= least);
        let begins = |place: &usize| phrases::begins(self.text, self.places[place - 1].at);
        let begins_word = |place: &usize| phrases::begins_word(self.text, self.places[place - 1].at);
        near.clone().find(begins).or_else(|| near.find(begins_word)).unwrap_or(to)
    }

    /// Where the last line had better begin, since it has one Japanese character alone: so far back in the line before that
    /// it has more.
    fn with_company(&self, line: Start, last: Start) -> Option<Start> {
        let end = self.places.last()?;
        let alone = |start: Start| is_alone(self.text[start.at..end.at].trim());
        if self.text[..last.at].ends_with(char::is_whitespace) || !alone(last) {
            return None;
        }
        let earlier = (line.place + 1..last.place).rev().map(|place| self.behind(place));
        let mut fit = earlier.take_while(|start| end.seen <= start.columns + self.width).filter(|start| !alone(*start));
        let nearest = fit.next()?;
        let least = line.columns + self.width / 3;
        let mut near = std::iter::once(nearest).chain(fit).take_while(|start| start.columns >= least);
        Some(near.find(|start| phrases::begins(self.text, start.at)).unwrap_or(nearest))
    }
}

/// Whether a line is one character alone, but for punctuation behind it.
fn is_alone(line: &str) -> bool {
    let mut characters = line.chars().filter(|c| !"、。，．・：；？！…）」』】〕〉》｝］".contains(*c));
    characters.next().is_some_and(|c| !c.is_ascii()) && characters.next().is_none()
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

/// The same, but for what may not begin a line.
fn fitting_well(line: &str, width: usize) -> usize {
    let most = fitting(line, width);
    let begins_badly = |at: usize| {
        line[at..].starts_with(|c: char| {
            "、。，．・：；？！）」』】〕〉》｝］ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々".contains(c)
        })
    };
    let ends = line[..most].char_indices().rev().map(|(at, _)| at).filter(|at| *at > 0);
    std::iter::once(most).chain(ends.take(3)).find(|at| !begins_badly(*at)).unwrap_or(most)
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
