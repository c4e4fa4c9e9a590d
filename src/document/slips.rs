//! The slips that keep a TOML file from being well-formed, each named for what it is and where it was made.
//!
//! A parser says what it expected where it stopped. A bracket that is never closed swallows the lines behind it, and those
//! are not at fault; a space that is none looks like one. This walks over a text in which the parser found errors, and
//! says which of them are explained thereby. It never decides whether a text is well-formed.

use std::ops::Range;

use super::habits::{Habit, at_line, at_value, begins_anew, called, is_of_key, wrong_escape};
use super::headers::{Header, apart, begun_anew, lists};
pub(super) use super::merges::has_conflict;
use super::merges::{conflicts, is_left};
use super::rules::SYNTAX;
use crate::diagnostic::Findings;
use crate::text::{is_unsafe, look_alike};
use crate::words::document::write;
use crate::words::document_syntax as say;

/// The most slips that are named: who mends so many sees the rest.
const MOST: usize = 10;

/// What people's programs put in the place of straight quotes.
const QUOTES: [char; 13] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '「', '」', '＂', '＇'];

/// The errors of the parser that a slip explains.
#[derive(Debug, Default)]
pub(super) struct Explained {
    lines: Vec<Range<usize>>,
    /// Where whatever follows comes of a slip before it.
    from: Option<usize>,
    /// Where keys only seem to stand twice.
    repeats: Vec<Range<usize>>,
}

impl Explained {
    /// Whether the error at `at` is one of them; `repeats` says that it is of a key that stands twice.
    pub(super) fn covers(&self, at: usize, repeats: bool) -> bool {
        let within = |ranges: &[Range<usize>]| ranges.iter().any(|range| range.start <= at && at <= range.end);
        self.from.is_some_and(|from| from <= at) || within(&self.lines) || repeats && within(&self.repeats)
    }
}

/// Adds what is wrong with the findings' source, as far as it is known for what it is.
pub(super) fn find(findings: &mut Findings) -> Explained {
    let source = std::sync::Arc::clone(findings.source());
    let text = source.text();
    if is_left(text) {
        conflicts(text, findings);
        return Explained { from: Some(0), ..Explained::default() };
    }
    if let Some(at) = lone_return(text) {
        findings.add(&SYNTAX, at..at + 1, say::return_alone()).help(say::line_ends());
        return Explained { from: Some(0), ..Explained::default() };
    }
    let explained = Explained::default();
    let mut walk = Walk { text, at: 0, open: vec![], headers: vec![], keys: vec![], explained, findings };
    while walk.at < text.len() && walk.explained.from.is_none() {
        walk.line();
    }
    if walk.explained.from.is_none()
        && let Some(&(at, _)) = walk.open.last()
    {
        walk.unclosed(at);
    }
    if walk.explained.from.is_none() {
        let repeats = lists(text, &walk.headers, walk.findings);
        walk.explained.repeats.extend(repeats);
        walk.explained.repeats.extend(begun_anew(text, &walk.headers, &walk.keys, walk.findings));
    }
    walk.explained
}

/// The first carriage return that no line feed follows.
fn lone_return(text: &str) -> Option<usize> {
    text.match_indices('\r').map(|(at, _)| at).find(|at| !text[at + 1..].starts_with('\n'))
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length)
}

struct Walk<'a, 'f> {
    text: &'a str,
    /// Where it is: at the beginning of a line, or behind a value of several.
    at: usize,
    /// The brackets that are open, and which.
    open: Vec<(usize, char)>,
    headers: Vec<Header<'a>>,
    /// The keys at the beginning of lines, each with the number of headers above it.
    keys: Vec<(usize, Range<usize>)>,
    explained: Explained,
    findings: &'f mut Findings,
}

impl<'a> Walk<'a, '_> {
    /// Goes over the rest of a line, and over those on which a text of several ends.
    fn line(&mut self) {
        let end = line_end(self.text, self.at);
        let line = &self.text[self.at..end];
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(&(open, bracket)) = self.open.last()
            && begins_anew(line)
            && (bracket == '[' || line[indent..].starts_with('[') || !self.goes_on())
        {
            return self.unclosed(open);
        }
        if self.open.is_empty() && line[indent..].starts_with('[') {
            self.header(self.at + indent, end);
            self.at = end + 1;
            return;
        }
        if self.open.is_empty()
            && let Some(habit) = at_line(self.text, self.at, end)
        {
            // Behind the sign of a comment there is nothing more to read.
            self.at = if habit.fix.as_deref() == Some("#") { end + 1 } else { habit.span.end };
            // What begins as JSON goes on as such.
            self.explained.from = self.text[habit.span.clone()].starts_with('{').then_some(self.at);
            return self.habit(habit);
        }
        let key = line[indent..].find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
        if let Some(colon) = key.map(|length| self.at + indent + length).filter(|colon| *colon > self.at + indent)
            && self.open.is_empty()
            && self.text[colon..end].starts_with(": ")
        {
            let (message, help) = (say::is_not(":", "="), say::equals_between());
            self.slip(colon..colon + 1, message, help, Some(" ="));
        } else if let Some(length) = key.filter(|_| self.open.is_empty()) {
            self.keys.push((self.headers.len(), self.at + indent..self.at + indent + length));
        }
        while self.at < end && self.explained.from.is_none() {
            self.step();
        }
        if self.at == end {
            self.at += 1;
        }
    }

    /// Whether what stands before lets an inline table go on.
    fn goes_on(&self) -> bool {
        self.text[..self.at].trim_end().ends_with([',', '{'])
    }

    fn header(&mut self, start: usize, end: usize) {
        let text = self.text;
        let line = text[start..end].trim_end();
        if let Some(path) = apart(line) {
            let span = start..start + line.split('#').next().unwrap_or(line).trim_end().len();
            self.headers.push(Header { span: span.clone(), list: true, path });
            self.explained.repeats.push(0..text.len());
            let meant = format!("[[{path}]]");
            return self.slip(span, say::brackets_apart(), write(&meant), Some(&meant));
        }
        let mut list = line.starts_with("[[");
        let inner = &line[if list { 2 } else { 1 }..];
        let path = inner
            .split(']')
            .next()
            .unwrap_or(inner)
            .trim_matches(|c: char| c.is_ascii_punctuation() && !is_of_key(c) || c == ' ');
        let closed = inner[inner.find(']').unwrap_or(inner.len())..].bytes().take_while(|byte| *byte == b']').count();
        let path_end = start + line.len() - inner.len() + inner.find(']').unwrap_or(inner.len());
        if list && closed < 2 && !path.is_empty() && !path.contains(['#', '=', ',']) {
            // A bracket in the middle of the path is one too many as well.
            let more = &inner[inner.find(']').map_or(inner.len(), |at| at + closed)..];
            let more =
                more.find("]]").filter(|end| !more[..*end].contains(['#', '=', ','])).map(|end| &more[..end + 2]);
            let open = format!("[[{path}{}", more.unwrap_or_default().trim_end_matches(']'));
            let span = start..path_end + closed + more.map_or(0, str::len);
            self.explained.lines.push(start..end);
            self.findings
                .add(&SYNTAX, span.clone(), say::not_closed(&open))
                .help(write(&format!("{open}]]")))
                .fix(span, format!("{open}]]"));
        }
        if !list && closed >= 2 && !path.is_empty() {
            let span = start..path_end + closed;
            // A table among others that stand beside it has one bracket.
            let beside = path.split_once('.').is_some_and(|(of, _)| !text.contains(&format!("[[{of}")));
            let (message, meant) = match beside {
                true => (say::two_brackets(path), format!("[{path}]")),
                false => (say::one_bracket(path), format!("[[{path}]]")),
            };
            self.slip(span, message, write(&meant), Some(&meant));
            self.explained.repeats.push(0..text.len());
            list = !beside;
        }
        self.headers.push(Header { span: start..path_end + closed, list, path });
        self.at = start;
        while self.at < end && !text[self.at..].starts_with('#') {
            self.character();
        }
    }

    /// Goes over what stands next in a key or value.
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        if let Some(habit) = at_value(self.text, self.at, self.open.last().map(|(_, open)| *open)) {
            // Up to the bracket that closes it, all that follows is of a key where none may be.
            self.at = if rest.starts_with('[') { line_end(self.text, habit.span.end) } else { habit.span.end };
            return self.habit(habit);
        }
        match rest.as_bytes()[0] {
            b'#' => self.at = line_end(self.text, self.at),
            b'"' | b'\'' => self.quoted(),
            open @ (b'[' | b'{') => {
                self.open.push((self.at, char::from(open)));
                self.at += 1;
            }
            close @ (b']' | b'}') => {
                let of = if close == b']' { '[' } else { '{' };
                if !self.open.iter().any(|(_, open)| *open == of) {
                    let (close, at) = (char::from(close), self.at);
                    self.at += 1;
                    return self.slip(at..at + 1, say::closes_nothing(close), say::take_away(), Some(""));
                }
                match self.open.pop() {
                    Some((at, open)) if open != of => self.unclosed(at),
                    _ => self.at += 1,
                }
            }
            byte if byte.is_ascii_alphabetic() => {
                self.at += rest.find(|c: char| !is_of_key(c)).unwrap_or(rest.len());
            }
            _ => self.character(),
        }
    }

    fn quoted(&mut self) {
        let text = self.text;
        let (start, rest) = (self.at, &text[self.at..]);
        let quote = &rest[..1];
        let escapes = quote == "\"";
        let close = |from: usize, close: &str| {
            let mut at = from;
            while at < rest.len() {
                if rest[at..].starts_with(close) {
                    return Some(at + close.len());
                }
                let c = rest[at..].chars().next().map_or(1, char::len_utf8);
                let escaped = escapes && rest[at..].starts_with('\\');
                at += if escaped { 1 + rest[at + 1..].chars().next().map_or(0, char::len_utf8) } else { c };
            }
            None
        };
        let triple = quote.repeat(3);
        if rest.starts_with(&triple) {
            let end = close(3, &triple).map(|length| start + length);
            // What opens the next one may seem to close it.
            if end.is_none_or(|end| text[start..end - triple.len()].trim_end_matches(' ').ends_with('=')) {
                self.findings
                    .add(&SYNTAX, start..start + triple.len(), say::not_closed(&triple))
                    .help(say::put_where_it_ends(&triple));
                self.explained.from = Some(start);
            }
            self.at = end.unwrap_or(text.len());
            return;
        }
        let end = line_end(self.text, start);
        match close(1, quote).map(|length| start + length).filter(|close| *close <= end) {
            // More quotes behind this one, and a letter at it: it was meant within the text.
            Some(close)
                if text[close..end].starts_with(char::is_alphanumeric)
                    && text[close..end].matches(quote).count() % 2 == 0
                    && text[close..end].contains(quote) =>
            {
                let help = if escapes { say::escape_double() } else { say::other_quotes() };
                self.slip(close - 1..close, say::quote_ends_text(), help, None);
                self.at = end;
                if !self.open.is_empty() {
                    self.explained.from = Some(end);
                }
            }
            Some(close) => {
                self.at = close;
                if let Some(wrong) = escapes.then(|| wrong_escape(&text[start..close])).flatten() {
                    let (span, sign) = (start + wrong.start..start + wrong.end, &text[start..close][wrong]);
                    self.slip(span, say::stands_for_nothing(sign), say::escape_backslash(), None);
                }
            }
            None if self.open.is_empty()
                && let Some(close) = self.goes_on_below(end, quote) =>
            {
                self.explained.lines.push(start..close);
                let finding = self.findings.add(&SYNTAX, start..end, say::goes_on_below());
                finding.help(say::several_lines(&triple));
                self.at = close;
            }
            None => {
                self.explained.lines.push(self.text[..start].rfind('\n').map_or(0, |at| at + 1)..end);
                let finding = self.findings.add(&SYNTAX, start..end, say::quotes_do_not_pair());
                finding.help(say::pair_quotes());
                self.at = end;
                // What comes of it cannot be told from what does not, unless the next line begins anew.
                if !self.open.is_empty() {
                    self.explained.from = Some(end);
                }
            }
        }
    }

    /// Where a text ends that breaks off at `end`: on one of the next lines, of which none begins anew.
    fn goes_on_below(&self, end: usize, quote: &str) -> Option<usize> {
        let mut at = end;
        for line in self.text[end..].split_inclusive('\n').skip(1) {
            let line_at = at + 1;
            at = line_at + line.trim_end_matches('\n').len();
            if line.trim().is_empty() || begins_anew(line) {
                return None;
            }
            if line.contains(quote) {
                let is_end = line.matches(quote).count() == 1 && line.trim_end().ends_with(quote);
                return is_end.then_some(line_at + line.trim_end().len());
            }
        }
        None
    }

    /// One character, which may be none that stands outside of texts.
    fn character(&mut self) {
        let text = self.text;
        let rest = &text[self.at..];
        let Some(c) = rest.chars().next() else { return };
        let span = self.at..self.at + c.len_utf8();
        self.at = span.end;
        let blank = |c: char| !matches!(c, ' ' | '\t' | '\r' | '\n') && (c.is_whitespace() || is_unsafe(c));
        if blank(c) {
            self.at = span.start + rest.find(|c: char| !blank(c)).unwrap_or(rest.len());
            let with = if c.is_whitespace() { " " } else { "" };
            let help = if with.is_empty() { say::take_away() } else { say::plain_space() };
            self.slip(span.start..self.at, say::stands_here(called(c), u32::from(c)), help, Some(with));
        } else if QUOTES.contains(&c) {
            let end = line_end(self.text, span.end);
            let inner = &self.text[span.end..end];
            let close = inner.find(QUOTES).filter(|at| !inner[..*at].contains(['"', '\\']));
            let straight = close.map(|at| format!("\"{}\"", &inner[..at]));
            let after = close.map(|at| span.end + at + inner[at..].chars().next().map_or(0, char::len_utf8));
            self.at = after.unwrap_or(end);
            let message = say::no_quote(c, u32::from(c));
            self.slip(span.start..self.at, message, say::straight_quotes(), straight.as_deref());
        } else if let Some(meant) = look_alike(c).or_else(|| (c == '、' && !self.open.is_empty()).then_some(',')) {
            let (message, meant) = (say::looks_like(c, u32::from(c), meant), meant.to_string());
            self.slip(span, message, write(&meant), Some(&meant));
        }
    }

    fn habit(&mut self, Habit { span, message, help, fix }: Habit) {
        self.slip(span, message, help, fix.as_deref());
    }

    fn slip(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>, fix: Option<&str>) {
        let start = self.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        // Where a comma is missing, a parser says so of what comes next.
        let next = self.text[span.end..].find(|c: char| !c.is_whitespace()).map_or(self.text.len(), |at| span.end + at);
        let end = line_end(self.text, span.end);
        self.explained.lines.push(start..if fix == Some(",") { end.max(next) } else { end });
        if self.explained.lines.len() >= MOST {
            self.explained.from = Some(span.end);
        }
        let finding = self.findings.add(&SYNTAX, span.clone(), message);
        finding.help(help);
        if let Some(fix) = fix {
            finding.fix(span, fix);
        }
    }

    fn unclosed(&mut self, at: usize) {
        let (bracket, close) = if self.text[at..].starts_with('[') { ("[", "]") } else { ("{", "}") };
        self.findings.add(&SYNTAX, at..at + 1, say::not_closed(bracket)).help(say::put_where_it_ends(close));
        self.explained.from = Some(at);
    }
}
