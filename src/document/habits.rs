//! What people write out of habit from other languages and from prose, where TOML has another way.
//!
//! Each is found where it stands and told apart from what it could rightly be; what follows from it is for `slips`.

use std::ops::Range;

use crate::words::document::{table_in_braces, write};
use crate::words::document_syntax as say;

/// Something that is written otherwise in TOML.
pub(super) struct Habit {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    /// What stands there then, where that is certain.
    pub(super) fix: Option<String>,
}

impl Habit {
    fn new(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: help.into(), fix: None }
    }

    fn fixed(self, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..self }
    }
}

/// One with which the line at `start` begins; no bracket is open.
pub(super) fn at_line(text: &str, start: usize, end: usize) -> Option<Habit> {
    let line = &text[start..end];
    let at = start + line.len() - line.trim_start().len();
    let rest = &text[at..end];
    if let Some(sign) = [";", "//", "/*", "```", "---"].into_iter().find(|sign| rest.starts_with(sign)) {
        let habit = Habit::new(at..at + sign.len(), say::begins_nothing(sign), say::comment_sign());
        return Some(if matches!(sign, ";" | "//") { habit.fixed("#") } else { habit });
    }
    if rest.starts_with('{') {
        return Some(Habit::new(at..at + 1, say::begins_nothing("{"), say::looks_like_json()));
    }
    if let Some(length) = lone_texts(&text[at..]) {
        return Some(Habit::new(at..at + length, say::text_under_no_key(), say::begin_the_list()));
    }
    if rest.starts_with("- ") {
        return Some(Habit::new(at..at + 1, say::begins_nothing("-"), say::list_in_one()));
    }
    words(rest, at)
}

/// How long the texts are with which `rest` begins, where no key stands before them: lines of a list whose beginning is
/// lost, down to the bracket that closes it.
fn lone_texts(rest: &str) -> Option<usize> {
    let is_text = |line: &str| {
        let line = line.trim().trim_end_matches(',');
        line.starts_with('"') && line.ends_with('"') && line.replace("\\\"", "").matches('"').count() == 2
    };
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        match line.trim() {
            "]" if length > 0 => return Some(length + line.trim_end().len()),
            _ if is_text(line) => length += line.len(),
            _ => break,
        }
    }
    (length > 0).then(|| rest[..length].trim_end().len())
}

/// A key of several words at `at`, where `rest` begins.
fn words(rest: &str, at: usize) -> Option<Habit> {
    let key = rest.lines().next()?.split_once('=')?.0.trim_end();
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !key.contains(' ') || !key.split(' ').all(|word| !word.is_empty() && is_word(word)) {
        return None;
    }
    let meant = key.replace(' ', "_");
    let habit = Habit::new(at..at + key.len(), say::no_key(key), write(&meant));
    Some(habit.fixed(meant))
}

/// One at `at`, outside of texts; `open` is the bracket that it stands in.
pub(super) fn at_value(text: &str, at: usize, open: Option<char>) -> Option<Habit> {
    let (before, rest) = (text[..at].trim_end_matches([' ', '\t']), &text[at..]);
    let first = rest.chars().next()?;
    let begins = before.ends_with(['=', ',', '[']) && !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    if first.is_ascii_digit() && begins {
        return number(text, at, open);
    }
    if first.is_ascii_alphabetic() && before.ends_with('=') {
        return word(text, at);
    }
    if first.is_ascii_alphabetic() && open == Some('{') {
        if before.trim_end().ends_with(['{', ',']) {
            return words(rest, at);
        }
        // A second key behind a value, on the same line.
        let key = rest.lines().next().and_then(|line| line.split_once('=')).map_or("", |(key, _)| key.trim_end());
        let is_value = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '"' | '\'' | ']' | '}'));
        if is_value && before.len() < at && !key.is_empty() && !key.contains(|c: char| !is_of_key(c)) {
            let message = say::missing_comma_before(key);
            let habit = Habit::new(before.len()..at + key.len(), message, say::comma_between());
            return Some(habit.fixed(format!(", {key}")));
        }
    }
    match (first, open) {
        ('[', _) if before.ends_with('=') && is_keyed(&rest[1..]) => {
            Some(Habit::new(at..at + 1, say::key_in_list(), table_in_braces()))
        }
        (':', Some('{')) if before.ends_with(|c: char| c.is_ascii_alphanumeric()) && rest.starts_with(": ") => {
            Some(Habit::new(at..at + 1, say::is_not(":", "="), say::equals_between()).fixed(" ="))
        }
        (';', Some(_)) => Some(Habit::new(at..at + 1, say::is_not(";", ","), write(",")).fixed(",")),
        (';' | ',', None) if text[at + 1..].lines().next().is_none_or(|rest| rest.trim().is_empty()) => {
            let message = say::behind_value(first.encode_utf8(&mut [0; 4]));
            Some(Habit::new(at..at + 1, message, say::take_away()).fixed(""))
        }
        ('%', _) if before.ends_with(|c: char| c.is_ascii_digit()) => {
            Some(Habit::new(at..at + 1, say::percent_in_number(), say::take_away()).fixed(""))
        }
        _ => None,
    }
}

/// The only keys under which nothing but yes or no can be meant: under others a bare word may be a text.
const YES_OR_NO: [&str; 2] = ["not_applicable", "many"];

/// A bare word at `at` that is no value, or one in other letters.
fn word(text: &str, at: usize) -> Option<Habit> {
    let rest = &text[at..];
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let (word, span) = (&rest[..length], at..at + length);
    let meant = match word.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => "true",
        "false" | "no" | "off" => "false",
        "null" | "nil" | "none" => {
            return Some(Habit::new(span, say::no_value(word), say::leave_key_out()));
        }
        _ => return None,
    };
    if meant == word {
        return None;
    }
    let message = say::is_not(word, meant);
    Some(match YES_OR_NO.contains(&key_of(text, at)) {
        true => Habit::new(span, message, write(meant)).fixed(meant),
        false => Habit::new(span, message, say::word_or_text(meant)),
    })
}

/// The key whose value begins at `at`.
fn key_of(text: &str, at: usize) -> &str {
    let key = text[..at].trim_end_matches([' ', '\t']).trim_end_matches('=').trim_end_matches([' ', '\t']);
    &key[key.rfind(|c: char| !is_of_key(c)).map_or(0, |at| at + 1)..]
}

/// Whether a key with its value stands next, in a list that ends on this line.
fn is_keyed(rest: &str) -> bool {
    let line = rest.lines().next().filter(|line| line.contains(']'));
    let key = line.and_then(|line| line.split_once('=')).map_or("", |(key, _)| key.trim());
    !key.is_empty() && key.chars().all(is_of_key)
}

/// Whether a key may have `c` without quotes.
pub(super) fn is_of_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// A number that begins at `at` with a comma in it, or with two points.
fn number(text: &str, at: usize, open: Option<char>) -> Option<Habit> {
    let rest = &text[at..];
    let length = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    let written = rest[..length].trim_end_matches(',');
    let span = at..at + written.len();
    let behind = rest[written.len()..].trim_start_matches([' ', '\t']);
    let ends = behind.is_empty() || behind.starts_with(['\n', '\r', '#', ',', '}', ']']);
    let parts = |sign: char| written.split(sign).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit())).count();
    // In a list, a comma parts two numbers.
    if open != Some('[') && ends && parts(',') == 2 && written.matches(',').count() == 1 && !written.contains('.') {
        let meant = written.replace(',', ".");
        let message = say::no_toml_number(written);
        // With three digits behind it, the comma may part thousands.
        return Some(match written.split_once(',').is_some_and(|(_, behind)| behind.len() < 3) {
            true => Habit::new(span, message, write(&meant)).fixed(meant),
            false => Habit::new(span, message, say::point_and_no_thousands()),
        });
    }
    if ends && parts('.') >= 3 && parts('.') == written.split('.').count() {
        // A score is none of these, however it was meant.
        let (message, meant) = (say::no_number(written), format!("\"{written}\""));
        let is_version = matches!(key_of(text, at), "version" | "before");
        return Some(match is_version {
            true => Habit::new(span, message, write(&meant)).fixed(meant),
            false => Habit::new(span, message, say::one_point()),
        });
    }
    None
}

/// The first escape in a text between its quotes that there is none of.
pub(super) fn wrong_escape(text: &str) -> Option<Range<usize>> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == '\\'
            && let Some((behind, escaped)) = chars.next()
            && !"bnrtfexuU\"\\".contains(escaped)
        {
            return Some(at..behind + escaped.len_utf8());
        }
    }
    None
}

/// Whether a line begins a key with its value, or is a header, and so is none within brackets.
pub(super) fn begins_anew(line: &str) -> bool {
    let line = line.trim();
    let bare = |text: &str| {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '\'' | ' ');
        !text.trim().is_empty() && text.chars().all(plain)
    };
    if let Some(inner) = line.strip_prefix('[') {
        let inner = inner.strip_prefix('[').unwrap_or(inner);
        let (path, rest) = inner.split_once(']').unwrap_or((inner, ""));
        let rest = rest.strip_prefix(']').unwrap_or(rest).trim_start();
        return bare(path)
            && path.starts_with(|c: char| c.is_alphabetic())
            && (rest.is_empty() || rest.starts_with('#'));
    }
    line.split_once('=').is_some_and(|(key, _)| bare(key))
}

/// What a character is called that cannot be seen.
pub(super) fn called(c: char) -> &'static str {
    match c {
        '\u{a0}' | '\u{202f}' => say::no_break_space(),
        '\u{3000}' => say::full_width_space(),
        '\u{200b}' => say::space_without_width(),
        '\u{feff}' => say::byte_order_mark(),
        c if c.is_whitespace() => say::space_not_plain(),
        _ => say::invisible_character(),
    }
}
