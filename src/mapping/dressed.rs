//! What programs make of the text of an option in a cell, which no person writes: its code before or behind it, a list of one text in
//! JSON, a mark that it is chosen.
//!
//! Whoever asks knows the texts: what is left here is looked up as a whole, and a number beside it has to agree with it. All of it is
//! about [`plain`](super::plain) texts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use super::around;
use super::habits::{BEHIND, STARS};
use super::likeness::{digits, number_behind};
use super::number::{Number, number, option_code};

/// How long a text is that no number counts: `3 times`, `2-weekly`.
const LONG: usize = 20;
/// Keys of the text of an answer that is an object.
const TEXTS: [&str; 5] = ["label", "text", "title", "name", "display"];
/// Marks before a text that is chosen.
const CHOSEN: [char; 8] = ['○', '◯', '〇', '☑', '✔', '✅', '◉', '⦿'];

/// A text out of its dress, and the number beside it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undressed<'t> {
    pub(super) number: Option<u32>,
    pub(super) text: Cow<'t, str>,
    /// Where hardly anything stands between them, whether the number may count what the text says, so that one cell alone says nothing.
    pub(super) bare: Option<bool>,
    /// Another text that stands for the same, if it is an option's at all.
    pub(super) also: Option<String>,
}

/// The text of an answer without what programs put around it: `["text"]`, `○ text`, `;#text`, `3;#text`, `text;#3`, `3=text`, `3|text`,
/// `【3】text`, `3点:text`, `★★☆ text`, `a3: text`, `text [a3]`, `10 - 20 (3)`, `3-text`, `3 text`.
pub(super) fn undressed(plain: &str) -> Option<Undressed<'_>> {
    let found = match listed(plain).or_else(|| chosen(plain).map(Cow::Borrowed)) {
        Some(text) => Some(Undressed { number: None, text, bare: None, also: None }),
        None => signed(plain)
            .or_else(|| coded(plain))
            .or_else(|| number_behind(plain))
            .map(|(number, text)| Undressed { number: Some(number), text: text.into(), bare: None, also: None }),
    };
    found.or_else(|| object(plain)).or_else(|| bare(plain)).filter(|found| !found.text.trim().is_empty())
}

/// The only text in a list of JSON or of Python.
fn listed(plain: &str) -> Option<Cow<'_, str>> {
    if let Some(text) = plain.strip_prefix("['").and_then(|text| text.strip_suffix("']")) {
        return Some(text.into());
    }
    let text = plain.strip_prefix("[\"")?.strip_suffix("\"]")?;
    if !text.contains('\\') {
        return Some(text.into());
    }
    let texts: Vec<String> = serde_json::from_str(plain).ok()?;
    let [text] = <[String; 1]>::try_from(texts).ok()?;
    // Letters may have been written as numbers.
    Some(super::plain(&text).into())
}

/// The number and the text in an object of JSON that has both.
fn object(plain: &str) -> Option<Undressed<'_>> {
    let members: BTreeMap<String, Value> =
        plain.starts_with('{').then(|| serde_json::from_str(plain).ok()).flatten()?;
    let (texts, values): (Vec<_>, Vec<_>) = members.into_iter().partition(|(key, _)| TEXTS.contains(&key.as_str()));
    let [(_, Value::String(text))] = <[_; 1]>::try_from(texts).ok()? else { return None };
    let [(_, value)] = <[_; 1]>::try_from(values).ok()?;
    let value = match value {
        Value::String(value) => super::plain(&value),
        Value::Number(value) => value.to_string(),
        _ => return None,
    };
    let number = match number(&value).or_else(|| option_code(&value)) {
        Some(Number::Whole(number)) => Some(u32::try_from(number).ok()?),
        Some(_) => return None,
        None => None,
    };
    let also = Some(value).filter(|_| number.is_none());
    Some(Undressed { number, text: super::plain(&text).into(), bare: None, also })
}

fn chosen(plain: &str) -> Option<&str> {
    plain.strip_prefix(CHOSEN).or_else(|| plain.strip_prefix(";#")).map(|text| text.trim_start().trim_end_matches(";#"))
}

/// A number and a text between which a program put a sign of its own.
fn signed(plain: &str) -> Option<(u32, &str)> {
    if let Some(inner) = plain.strip_prefix('【') {
        let (number, rest) = digits(inner)?;
        return Some((number, rest.strip_prefix('】')?.trim_start()));
    }
    if let Some((text, number)) = plain.rsplit_once(";#").and_then(|(text, rest)| Some((text, digits(rest)?))) {
        return Some((number.0, text)).filter(|_| number.1.is_empty());
    }
    if let Some(stars) = stars(plain) {
        let text = plain.trim_start_matches(STARS).trim_start();
        return Some((stars, text));
    }
    let (number, rest) = digits(plain)?;
    if let Some(text) = [";#", "=", "|"].into_iter().find_map(|sign| rest.strip_prefix(sign)) {
        return Some((number, text.trim_start()));
    }
    let rest = rest.trim_start();
    let rest = BEHIND.into_iter().find_map(|word| rest.strip_prefix(word))?.trim_start();
    Some((number, rest.strip_prefix(':')?.trim_start()))
}

/// How many full stars a text begins with, where there are several, full or not: one alone catches the eye.
pub(super) fn stars(plain: &str) -> Option<u32> {
    let stars = || plain.chars().take_while(|c| STARS.contains(c));
    let full = stars().filter(|c| *c == STARS[0]).count();
    u32::try_from(full).ok().filter(|_| stars().count() > 1)
}

/// The code of an option in LimeSurvey, before or behind its text.
fn coded(plain: &str) -> Option<(u32, &str)> {
    let code = |text: &str| {
        let digits_of = text.strip_prefix("ao").or_else(|| text.strip_prefix('a'))?;
        let (number, rest) = digits(digits_of).filter(|(_, rest)| text.len() - rest.len() <= 4)?;
        Some((number, text.len() - rest.len()))
    };
    let whole = |text: &str| code(text).filter(|(_, length)| *length == text.len()).map(|(number, _)| number);
    let behind = [(']', '['), (')', '(')].into_iter().find_map(|(close, open)| {
        let (text, inner) = plain.strip_suffix(close)?.rsplit_once(open)?;
        Some((whole(inner)?, text.trim_end()))
    });
    let bracketed = || {
        let (inner, text) = [('[', ']'), ('(', ')'), ('【', '】')]
            .into_iter()
            .find_map(|(open, close)| plain.strip_prefix(open)?.split_once(close))?;
        Some((whole(inner)?, text.trim_start()))
    };
    let before = || {
        let (number, length) = code(plain)?;
        let text = [": ", ". ", ") ", " - ", " "].into_iter().find_map(|sign| plain[length..].strip_prefix(sign))?;
        Some((number, text.trim_start()))
    };
    behind.or_else(bracketed).or_else(before)
}

/// A number and a text with hardly anything between them. That of a longer number is none: `2-3 hours`, `1 1/2`.
fn bare(plain: &str) -> Option<Undressed<'_>> {
    let (number, rest) = digits(plain)?;
    let text = rest.strip_prefix([' ', '-', '_'])?.trim_start();
    let is_text = text.starts_with(|c: char| c.is_alphabetic() || ['"', '\'', '「', '『'].contains(&c));
    let counts = around::length(text) < LONG;
    is_text.then(|| Undressed { number: Some(number), text: text.into(), bare: Some(counts), also: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::plain;

    #[test]
    fn a_text_is_taken_out_of_what_programs_put_around_it() {
        let long = "they are taught what is on a list";
        for (text, number) in [
            ("3 TEXT", Some(3)),
            ("3-TEXT", Some(3)),
            ("3_TEXT", Some(3)),
            ("[\"TEXT\"]", None),
            ("['TEXT']", None),
            ("[\"\\u0054hey are taught what is on a list\"]", None),
            ("A3: TEXT", Some(3)),
            ("AO03. TEXT", Some(3)),
            ("[A3] TEXT", Some(3)),
            ("TEXT [A3]", Some(3)),
            ("TEXT (a3)", Some(3)),
            ("3;#TEXT", Some(3)),
            (";#TEXT;#", None),
            ("3点：TEXT", Some(3)),
            ("3 points: TEXT", Some(3)),
            ("【３】TEXT", Some(3)),
            ("TEXT;#3", Some(3)),
            ("3=TEXT", Some(3)),
            ("3| TEXT", Some(3)),
            ("★★★☆☆ TEXT", Some(3)),
            ("TEXT (3)", Some(3)),
            ("○ TEXT", None),
            ("◯TEXT", None),
        ] {
            let text = plain(&text.replace("TEXT", long).replace('T', "t"));
            let bare = text.starts_with("3 they").then_some(false);
            let bare = bare.or_else(|| (text.starts_with("3-") || text.starts_with("3_")).then_some(false));
            let expected = Undressed { number, text: long.into(), bare, also: None };
            assert_eq!(undressed(&text), Some(expected), "{text}");
        }
        assert!(undressed("3 often").is_some_and(|of| of.bare == Some(true) && of.text == "often"));
        for text in [
            "3",
            "3 ",
            "2-3 hours",
            "1 1/2 hours",
            "4.5 hours",
            "a4.5 hours",
            "a3",
            "[]",
            "[\"\"]",
            "[3]",
            "○",
            "text",
            "3;text",
            "[\"a\\",
            "a1234: text",
        ] {
            assert_eq!(undressed(&plain(text)), None, "{text}");
        }
    }
}
