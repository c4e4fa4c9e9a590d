//! What forms put around the text of a question: markup, help below it, a code or the names of groups before it, a mark that
//! it is cut. Which of that is to be taken away is decided by who knows the texts.
//!
//! All but [`untagged`] is about [`plain`](super::plain) texts.

use std::borrow::Cow;
use std::collections::HashMap;

use super::neutral::is_count;
use super::otherwise::is_year;

/// No header is longer than this, and no more of its parts are looked at.
const MAX_HEADER: usize = 4 << 10;
const MAX_PARTS: usize = 32;
/// The entities that forms write by name.
const ENTITIES: [(&str, char); 15] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("lsquo", '\''),
    ("rsquo", '\''),
    ("ldquo", '"'),
    ("rdquo", '"'),
    ("ndash", '-'),
    ("mdash", '-'),
    ("hellip", '…'),
    ("middot", '·'),
    ("yen", '¥'),
];

/// `text` without tags and with entities as what they stand for; a tag that breaks a line is a line break.
pub(super) fn untagged(text: &str) -> Cow<'_, str> {
    match named(text) {
        Some(text) => Cow::Owned(without_tags(&text).into_owned()),
        None => without_tags(text),
    }
}

/// A text with the characters that names in XML cannot have, which programs write as `_x0020_`; none where there are none.
fn named(text: &str) -> Option<String> {
    let is_one = |code: &str| -> Option<char> {
        let digits = code.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| code[4..].starts_with('_'))?;
        char::from_u32(code)
    };
    if text.len() > MAX_HEADER || memchr::memchr(b'_', text.as_bytes()).is_none() {
        return None;
    }
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = memchr::memmem::find(rest.as_bytes(), b"_x") {
        match is_one(&rest[at + 2..]) {
            Some(c) => {
                out.push_str(&rest[..at]);
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    let any = out.len() + rest.len() != text.len();
    out.push_str(rest);
    any.then_some(out)
}

fn without_tags(text: &str) -> Cow<'_, str> {
    if text.len() > MAX_HEADER || memchr::memchr2(b'<', b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (put, length) = tag(rest).or_else(|| entity(rest)).unwrap_or((rest.chars().next(), 1));
        out.extend(put);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The tags that forms put into their texts.
const TAGS: &str = "a abbr b big blockquote br center cite code dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd label li \
    mark nobr o ol p pre q rb rp rt ruby small span strong sub sup table tbody td th thead tr tt u ul var wbr";

/// What stands for the tag that `text` begins with, and the length of the tag.
fn tag(text: &str) -> Option<(Option<char>, usize)> {
    let inner = &text.strip_prefix('<')?[..text.find('>')? - 1];
    let name = inner.trim_start_matches('/');
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    // What stands in brackets of this kind may be a word, such as `<unknown>`; and what is struck through does not count.
    let is_struck = memchr::memmem::find(inner.as_bytes(), b"line-through").is_some();
    if is_struck || !TAGS.split_whitespace().any(|of| name.eq_ignore_ascii_case(of)) {
        return None;
    }
    let breaks = ["br", "p", "div", "li"].iter().any(|of| name.eq_ignore_ascii_case(of));
    Some((breaks.then_some('\n'), inner.len() + 2))
}

/// What the entity stands for that `text` begins with, and its length.
fn entity(text: &str) -> Option<(Option<char>, usize)> {
    let name = &text.strip_prefix('&')?[..text.find(';').filter(|end| *end <= 10)? - 1];
    let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    };
    let put = match name.strip_prefix('#') {
        Some(digits) => number(digits).and_then(char::from_u32)?,
        None => ENTITIES.iter().find(|(of, _)| *of == name)?.1,
    };
    Some((Some(put), name.len() + 2))
}

/// The code that stands before a text, and the text: `[code] text`, `code. text`, `code: text`, `code - text`; and
/// `code[of a row]. text`.
pub(super) fn coded(plain: &str) -> Option<(&str, &str)> {
    if plain.len() > MAX_HEADER {
        return None;
    }
    let bracketed = [('[', ']'), ('(', ')'), ('【', '】')]
        .iter()
        .find_map(|(open, close)| plain.strip_prefix(*open)?.split_once(*close));
    let (code, text) = match bracketed {
        Some((code, text)) => (code, text),
        None => [". ", ": ", " - ", ") "]
            .iter()
            .filter_map(|end| plain.split_once(end))
            .min_by_key(|(code, _)| code.len())
            .or_else(|| plain.split_once([' ', '_']).filter(|(code, _)| is_code(code)))
            .or_else(|| unspaced(plain).find(|(code, _)| is_code(code)))?,
    };
    let of_row = code.strip_suffix(']').and_then(|code| code.split_once('['));
    let is_code = |code: &str| {
        !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    };
    let is_code = code.len() <= 64 && of_row.map_or(is_code(code), |(code, row)| is_code(code) && is_code(row));
    let text = text.trim_start_matches([' ', '.', ':', '-']);
    (is_code && !text.is_empty()).then_some((code, text))
}

/// Whether this is such a code as forms give questions by themselves: `q1`, `g01q01`, `q1.2`, `q3a`. Words after the number
/// say what else a column is: `q1_comment`. A year is no number of a question.
pub(super) fn is_code(code: &str) -> bool {
    let Some(number) = code.find(|c: char| c.is_ascii_digit()) else { return false };
    let words = |text: &str, most: usize| text.split(|c: char| !c.is_ascii_alphabetic()).all(|word| word.len() <= most);
    words(&code[..number], 4) && words(&code[number..], 2) && !code.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// Whether a code begins as those do that count sections or questions.
pub(super) fn counts(code: &str) -> bool {
    is_count(&code[..code.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(code.len())])
}

/// The ways to part a text in two at one of these separators, the first part longest last.
pub(super) fn parts<'t>(plain: &'t str, separators: &'t [&'t str]) -> impl Iterator<Item = (&'t str, &'t str)> {
    let looked_at = Some(plain).filter(|plain| plain.len() <= MAX_HEADER);
    let at = move |separator: &'t &str| looked_at.into_iter().flat_map(move |plain| parted(plain, separator));
    separators.iter().flat_map(at).filter(|(before, behind)| !before.is_empty() && !behind.is_empty())
}

/// The same at a mark behind which Japanese needs no space.
pub(super) fn unspaced(plain: &str) -> impl Iterator<Item = (&str, &str)> {
    parts(plain, &[":", "."]).filter(|(_, behind)| !behind.starts_with(|c: char| c.is_ascii()))
}

fn parted<'t>(plain: &'t str, separator: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let places = plain.match_indices(separator).take(MAX_PARTS);
    places.map(move |(at, _)| (plain[..at].trim_end(), plain[at + separator.len()..].trim_start()))
}

/// What stands before a bracket, and within it up to the end of the text. The code of a question or a row before it is none.
pub(super) fn in_brackets(plain: &str) -> Option<(&str, &str)> {
    let coded = coded(plain).filter(|(code, _)| is_code(code) && (code.ends_with(']') || counts(code)));
    let plain = coded.map_or(plain, |(_, text)| text);
    let (before, inner) = plain.strip_suffix(']')?.split_once('[')?;
    let (before, inner) = (before.trim(), inner.trim());
    (!before.is_empty() && !inner.is_empty()).then_some((before, inner))
}

/// The letters and digits of a text whose spaces and marks became underscores or dots.
pub(super) fn letters(plain: &str) -> Option<String> {
    let marks = plain.matches(['_', '.']).count();
    (marks > 1 && !plain.contains(' ')).then(|| only_letters(plain))
}

/// How long names are that programs cut: 63 bytes in PostgreSQL, 64 in MySQL, one of which was perhaps a mark at the end.
const NAMES: std::ops::RangeInclusive<usize> = 60..=64;

/// What texts stand for that begin with these letters.
pub(super) fn beginning<'t, T>(
    texts: &'t HashMap<String, Option<T>>,
    letters: Option<&'t str>,
) -> impl Iterator<Item = &'t Option<T>> {
    let begins = move |text: &str| letters.is_some_and(|letters| text.starts_with(letters));
    texts.iter().filter(move |(text, _)| begins(text)).map(|(_, known)| known)
}

/// What the only text stands for that begins with these letters of a name which a program cut.
pub(super) fn begun<T: Clone + PartialEq>(texts: &HashMap<String, Option<T>>, name: &str, letters: &str) -> Option<T> {
    let mut begun = beginning(texts, Some(letters).filter(|_| NAMES.contains(&name.len())));
    let first = begun.next()?;
    begun.all(|other| other == first).then(|| first.clone()).flatten()
}

/// The letters and digits of a text.
pub(super) fn only_letters(plain: &str) -> String {
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters of each text in two languages, one behind the other, with its place and that of the first language. Of each language
/// there are as many texts.
pub(super) fn in_two(languages: &[Vec<String>]) -> Vec<(usize, String, usize)> {
    let mut both = Vec::new();
    for (first, texts) in languages.iter().enumerate() {
        for others in languages {
            for (at, (text, other)) in texts.iter().zip(others).enumerate().filter(|(_, (text, other))| text != other) {
                both.push((at, only_letters(text) + &only_letters(other), first));
            }
        }
    }
    both
}

/// The beginning of a text that ends with an ellipsis.
pub(super) fn cut(plain: &str) -> Option<&str> {
    plain.strip_suffix("...").map(|text| text.trim_end_matches(['.', ' '])).filter(|text| !text.is_empty())
}

/// How long a text is, where a character of Japanese says as much as two letters.
pub(super) fn length(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A header without the number that a program gave it since there was the same before: `text.1`, `text 2`, `text_1`,
/// `text...12`, `text (2)`, `text2`.
pub(super) fn without_count(plain: &str) -> Option<&str> {
    let text = plain.strip_suffix(')').unwrap_or(plain);
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - before.len();
    let rest = before.trim_end_matches(['.', '_', ' ', '(', '-', '~']);
    ((1..=3).contains(&digits) && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_what_it_stands_for() {
        for (text, expected) in [
            ("<b>R&amp;D</b><br/>help", "R&D\nhelp"),
            ("<span style=\"a:b\">x</span>", "x"),
            ("&#39;a&#x27; &lt; b", "'a' < b"),
            ("a < b & c > d; e", "a < b & c > d; e"),
            ("1 <2> 3 &none; &", "1 <2> 3 &none; &"),
            ("&#0;&#xD800;", "\0&#xD800;"),
            ("a_x0020_b_x003F_", "a b?"),
            ("どう_x3002_", "どう。"),
            ("_x002_a_x00zz__xD800_", "_x002_a_x00zz__xD800_"),
            ("_x003C_b_x003E_a", "a"),
        ] {
            assert_eq!(untagged(text), expected, "{text}");
        }
    }

    #[test]
    fn codes_are_told_from_words() {
        assert_eq!(coded("g01q01. how?"), Some(("g01q01", "how?")));
        assert_eq!(coded("[q1_2] how?"), Some(("q1_2", "how?")));
        assert_eq!(coded("g01q01[sq001]. how?"), Some(("g01q01[sq001]", "how?")));
        assert_eq!(coded("q1 - how: why?"), Some(("q1", "how: why?")));
        assert_eq!(coded("how often: why?"), None);
        for code in ["q1", "g01q01", "q1.2", "q3a", "1_2", "g01q01[sq001]"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["comments", "comment1", "q1_comment", "q1other", "q1.score", "2024", "q2024_1"] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn a_count_is_told_from_a_text() {
        for text in ["how?.1", "how? 2", "how?_1", "how?...12", "how? (2)", "how?2"] {
            assert_eq!(without_count(text), Some("how?"), "{text}");
        }
        for text in ["how?", "2", "how?1234", ".1"] {
            assert_eq!(without_count(text), None, "{text}");
        }
    }
}
