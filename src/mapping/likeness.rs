//! When two texts of a form are the same text: forms number, mark and punctuate what they show, each in its own way.
//!
//! [`plain`] is what every comparison here begins with; [`loose`] takes away what forms add. Whoever looks up a loose text
//! must have found no plain one before, and must take two findings for none.

use std::borrow::Cow;

use super::around::untagged;
use super::habits::without_word;
use crate::text::{fold, is_harmless, is_unsafe};

/// How many bytes of a text are looked at. No question or option is as long.
const LOOKED_AT: usize = 16 << 10;

/// Words that stand before the number of a question.
const NUMBERED: [&str; 5] = ["question", "q", "設問", "質問", "問"];
/// Marks of questions that must be answered, or of which one answer is chosen.
const MARKS: [&str; 18] = [
    "*",
    "(必須)",
    "[必須]",
    "【必須】",
    "必須",
    "(required)",
    "(choose one)",
    "(select one)",
    "(pick one)",
    "(single choice)",
    "[choose one]",
    "[select one]",
    "[single choice]",
    "(単一回答)",
    "[単一回答]",
    "(択一)",
    "(sa)",
    "[sa]",
];

/// With which characters they begin, and end.
const OPENING: [char; 5] = ['*', '(', '[', '【', '必'];
const CLOSING: [char; 5] = ['*', ')', ']', '】', '須'];

/// Marks before a text that catch the eye.
const BULLETS: [char; 16] = ['▼', '▽', '■', '□', '●', '◆', '◇', '★', '☆', '▶', '►', '•', '・', '※', '*', '✓'];

/// `text` folded, without markup and characters that take no room.
pub(crate) fn plain(text: &str) -> String {
    let mut text = text.trim();
    if text.len() > LOOKED_AT {
        let end = (0..=LOOKED_AT).rev().find(|end| text.is_char_boundary(*end)).expect("0 is a boundary");
        text = &text[..end];
    }
    let text = untagged(text);
    match () {
        () if text.is_ascii() => fold(&text),
        () if is_harmless(&text) => fold(&uncircled(&text)),
        () => fold(&uncircled(&text.replace(is_invisible, ""))),
    }
}

/// A text that begins with a number in a circle, as if it stood in brackets.
fn uncircled(text: &str) -> Cow<'_, str> {
    let mut chars = text.chars();
    let (first, rest) = (chars.next(), chars.as_str().trim_start());
    let number = first.filter(|_| !rest.is_empty()).and_then(|first| match first {
        '①'..='⑳' => Some(u32::from(first) - u32::from('①') + 1),
        '㉑'..='㉟' => Some(u32::from(first) - u32::from('㉑') + 21),
        '㊱'..='㊿' => Some(u32::from(first) - u32::from('㊱') + 36),
        '⓫'..='⓴' => Some(u32::from(first) - u32::from('⓫') + 11),
        '❶'..='❿' => Some(u32::from(first) - u32::from('❶') + 1),
        '⓪' | '⓿' => Some(0),
        _ => None,
    });
    number.map_or(Cow::Borrowed(text), |number| format!("({number}) {rest}").into())
}

/// A character that nobody sees, and that is no space: a soft hyphen, a space without width, a joiner, a mark of direction.
fn is_invisible(c: char) -> bool {
    let is_space = c.is_control() || c.is_whitespace();
    is_unsafe(c) && !is_space || matches!(c, '\u{200c}' | '\u{200d}')
}

/// A [`plain`] text without its number, its mark and its final punctuation, and with straight quotes.
pub(crate) fn loose(plain: &str) -> String {
    let text = straight(plain);
    let marked = text.trim_start_matches(BULLETS).trim_start();
    let mut text = if marked.is_empty() { &text } else { marked };
    while text.starts_with(OPENING)
        && let Some(rest) = MARKS.iter().find_map(|mark| text.strip_prefix(mark)).filter(|rest| !rest.is_empty())
    {
        text = rest.trim_start();
    }
    text = without_letter(without_number(text));
    while text.ends_with(CLOSING)
        && let Some(rest) = MARKS.iter().find_map(|mark| text.strip_suffix(mark))
    {
        text = rest.trim_end();
    }
    text.trim_end_matches(['.', '?', '!', '。', ':', ';', ' ']).to_owned()
}

/// A text with straight quotes.
pub(crate) fn straight(text: &str) -> Cow<'_, str> {
    // Curly ones begin with these bytes.
    if memchr::memchr3(b'`', 0xe2, 0xc2, text.as_bytes()).is_none() {
        return text.into();
    }
    text.replace(['‘', '’', '´', '`'], "'").replace(['“', '”'], "\"").into()
}

/// The number that a [`plain`] text of an answer begins with, and the rest: `3 - text`, `3. text`, `(3) text`, `level 3: text`; and
/// also `3.24 hours`, where the number may be the text's own: whoever asks must look up the whole too.
pub(crate) fn numbered(plain: &str) -> Option<(u32, &str)> {
    let plain = without_word(plain).unwrap_or(plain);
    let (bracket, text) = match plain.strip_prefix(['(', '[']) {
        Some(rest) => (true, rest),
        None => (false, plain),
    };
    let before = || {
        let (number, rest) = digits(text)?;
        let rest = if bracket { rest.strip_prefix([')', ']'])? } else { rest };
        let (parted, text) = part(rest);
        ((bracket || parted != Parted::No) && !text.is_empty()).then_some((number, text))
    };
    before().or_else(|| number_behind(plain))
}

/// The same of a number in brackets behind a text: `text (3)`, `text [3 points]`.
pub(super) fn number_behind(plain: &str) -> Option<(u32, &str)> {
    let (text, inner) =
        [(')', '('), (']', '[')].into_iter().find_map(|(close, open)| plain.strip_suffix(close)?.rsplit_once(open))?;
    let (number, rest) = digits(inner)?;
    let text = text.trim_end();
    let counts = rest.is_empty() || [" points", " point", " pts", " pt", "点"].contains(&rest);
    (counts && !text.is_empty()).then_some((number, text))
}

/// The whole number that the [`plain`] text of an option begins with: `1. text`, `(1) text`, `0 - 10`, `2 or more`.
pub(super) fn leading_number(plain: &str) -> Option<u32> {
    let (number, rest) = digits(plain.strip_prefix('(').unwrap_or(plain))?;
    let goes_on = rest.strip_prefix(['.', ',']).unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
    (!goes_on).then_some(number)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parted {
    Yes,
    No,
    /// A digit follows: `1.5 hours`, `4.4 or more`.
    Perhaps,
}

/// Whether what stands behind a number is parted from it, and the text without what parts it. A number of the text itself is
/// not: `24 hours`, `10-minute calls`.
fn part(rest: &str) -> (Parted, &str) {
    let trimmed = rest.trim_start();
    let text = trimmed.trim_start_matches(['.', ')', ':', '、', '-', '=', '|']);
    let parted = match &trimmed[..trimmed.len() - text.len()] {
        "" => Parted::No,
        "." | ")" | ":" | "、" | ".)" if text.starts_with(|c: char| c.is_ascii_digit()) => Parted::Perhaps,
        "." | ")" | ":" | "、" | ".)" => Parted::Yes,
        _ if text.starts_with(' ') => Parted::Yes,
        _ => Parted::No,
    };
    (parted, text.trim_start())
}

/// `1. text`, `1) text`, `q1: text`, `設問1 text` without what stands before the text.
pub(super) fn without_number(text: &str) -> &str {
    let word = NUMBERED.iter().find_map(|word| text.strip_prefix(word));
    let bracket = text.strip_prefix('(');
    if let Some((_, rest)) = text.strip_prefix('第').and_then(digits)
        && let Some(rest) = rest.strip_prefix(['問', '項']).filter(|rest| !rest.trim_start().is_empty())
    {
        return rest.trim_start_matches([' ', '.', ':', '、']);
    }
    let Some((_, rest)) = digits(word.or(bracket).unwrap_or(text).trim_start_matches([' ', '.'])) else { return text };
    let (parted, rest_of_text) = part(rest);
    let spaced = word.is_some() && rest.starts_with(' ');
    if rest_of_text.is_empty() || !(parted == Parted::Yes || spaced) { text } else { rest_of_text }
}

/// `a) text`, `(a) text`, `a. text` or `ア．文` without what stands before the text.
fn without_letter(text: &str) -> &str {
    let rest = text.strip_prefix('(').unwrap_or(text);
    let mut chars = rest.chars();
    let first = chars.next().filter(|first| first.is_ascii_lowercase() || LETTERS.contains(*first));
    let behind = chars.as_str();
    let ends: &[&str] = match (rest.len() < text.len(), first) {
        // `(R)` and `R:` are marks of questions that are asked the other way round.
        (true, Some('r')) => &[],
        (true, _) => &[")"],
        (false, Some('r')) => &[")", "."],
        (false, _) => &[")", ".", ":", "、"],
    };
    let behind = ends.iter().find_map(|end| behind.strip_prefix(*end)).filter(|_| first.is_some());
    // Japanese needs no space there; elsewhere it may be an abbreviation.
    let is_kana = first.is_some_and(|first| !first.is_ascii());
    let parted = |behind: &&str| {
        let spaced = behind.starts_with(' ') || text.starts_with('(');
        spaced || is_kana || (!behind.is_ascii() && !behind.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    behind.filter(parted).map(str::trim_start).filter(|behind| !behind.is_empty()).unwrap_or(text)
}

/// With which options are counted in Japanese.
const LETTERS: &str = "アイウエオカキクケコイロハニホヘト";

/// The number of at most three digits that `text` begins with, and the rest.
pub(super) fn digits(text: &str) -> Option<(u32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(length).filter(|_| (1..=3).contains(&length))?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_forms_add_is_taken_away() {
        let text = "What can an agent's team do?";
        let expected = loose(&plain(text));
        for decorated in [
            "1. What can an agent's team do?",
            "12) What can an agent’s team do?",
            "Q1: What can an agent's team do? *",
            "What can an agent's team do? [Single choice]",
            "Ｑ１．What can an agent's team do？",
            "Question 3 - what can an agent's team do",
            "(4) What can an agent's team do? (required)",
            "\u{feff}What can an\u{200b} agent's team do?  ＊",
        ] {
            assert_eq!(loose(&plain(decorated)), expected, "{decorated}");
        }
        let text = loose(&plain("新人教育はどのように行いますか。"));
        for decorated in [
            "設問1　新人教育はどのように行いますか。",
            "問1.新人教育はどのように行いますか？",
            "1．新人教育はどのように行いますか。【必須】",
            "【必須】新人教育はどのように行いますか。（単一回答）",
            "質問２、新人教育はどのように行いますか",
            "ア．新人教育はどのように行いますか",
            "Ａ．新人教育はどのように行いますか",
            "（イ）新人教育はどのように行いますか",
            "b)新人教育はどのように行いますか",
        ] {
            assert_eq!(loose(&plain(decorated)), text, "{decorated}");
        }
    }

    #[test]
    fn marks_begin_and_end_with_few_characters() {
        for mark in MARKS {
            assert!(mark.starts_with(OPENING) && mark.ends_with(CLOSING), "{mark}");
            assert_eq!(loose(&plain(&format!("{mark} text {mark}{mark}"))), "text", "{mark}");
        }
    }

    #[test]
    fn letters_before_numbers_are_no_part_of_a_japanese_text() {
        for decorated in ["エ．4つ以上", "Ｄ．4つ以上", "d) 4つ以上"] {
            assert_eq!(loose(&plain(decorated)), "4つ以上", "{decorated}");
        }
    }

    #[test]
    fn what_belongs_to_a_text_stays() {
        for text in [
            "24 hours",
            "1.5 hours",
            "10-minute calls",
            "q",
            "3",
            "quality of service",
            "(3)",
            "2026-10-01",
            "(r) what can a team do",
            "r: what can a team do",
            "問い合わせ",
            "a.b. testing",
            "r:問い合わせ",
            "イ",
        ] {
            assert_eq!(loose(&plain(text)), text, "{text}");
        }
        assert_eq!(plain(&"x".repeat(1 << 20)).len(), LOOKED_AT);
    }

    #[test]
    fn an_answer_may_begin_with_its_points() {
        for text in [
            "3 - often",
            "3. often",
            "(3) often",
            "3: often",
            "３．often",
            "3) often",
            "Level 3: often",
            "[3] often",
            "often (3)",
            "often [3 points]",
            "often (3点)",
        ] {
            assert_eq!(numbered(&plain(text)), Some((3, "often")), "{text}");
        }
        for text in ["3", "3 often", "often", "3-", "(3)", "24 hours", "3-4 hours", "3."] {
            assert_eq!(numbered(&plain(text)), None, "{text}");
        }
        assert_eq!(numbered(&plain("3.5 hours")), Some((3, "5 hours")));
        assert_eq!(numbered(&plain("３．いつも")), Some((3, "いつも")));
    }
}
