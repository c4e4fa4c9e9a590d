//! How far numbers go by the headers of questions: before their texts, behind them, or in brackets anywhere else.

use super::codebook::of_header;
use super::legend::Legend;
use super::likeness::{digits, plain};
use super::range::range;
use super::{Columns, Matcher, Meaning};

/// What stands between the two numbers of a range before a text.
const TO: [&str; 4] = ["-", "...", "..", "to"];

/// What the headers of questions say, each with its question and its column. What belongs to the text of the question is none of it.
pub(crate) fn heard(columns: &Columns, matcher: &Matcher) -> Vec<(usize, usize, Legend)> {
    let asked = columns.list.iter().enumerate().filter_map(|(at, column)| match column.meaning {
        Meaning::Question(question, _) => Some((question, at, plain(&column.header))),
        _ => None,
    });
    let asked: Vec<_> = asked.filter(|(.., header)| !matcher.stands(header)).collect();
    let before: Vec<_> = asked.iter().map(|(.., header)| before(header)).collect();
    let counted = is_counted(&before);
    let heard = asked.iter().zip(before).filter_map(|((question, at, header), before)| {
        let own: Vec<String> = matcher.texts_of(*question).map(plain).collect();
        let around = || if before.is_none() { around(header, &own) } else { None };
        let before = before.filter(|_| !counted).and_then(legend);
        // A line below the question.
        let lines = columns.list[*at].header.lines().skip(1).map(plain);
        let below = || lines.filter(|line| !own.iter().any(|text| text.contains(line))).find_map(|line| range(&line));
        Some((*question, *at, before.or_else(|| of_header(header)).or_else(around).or_else(below)?))
    });
    heard.collect()
}

/// The range in brackets anywhere in a header, or before the question, whose own names are no part of it.
fn around(header: &str, own: &[String]) -> Option<Legend> {
    let is_own = |inner: &str| own.iter().any(|text| text.contains(inner));
    let stem = own.iter().find_map(|text| header.split_once(text.as_str())).map(|(stem, _)| stem);
    let all = bracketed(header).filter(|inner| !is_own(inner)).chain(stem);
    all.filter_map(range).next()
}

/// What stands in brackets in a plain text.
fn bracketed(plain: &str) -> impl Iterator<Item = &str> {
    plain.match_indices(['(', '[', '【']).filter_map(|(at, open)| {
        let inner = &plain[at + open.len()..];
        let close = match open {
            "(" => ')',
            "[" => ']',
            _ => '】',
        };
        Some(inner.split_once(close)?.0)
    })
}

/// Whether two numbers each count sections and their questions: most headers have them, and none has those of another.
fn is_counted(before: &[Option<(u32, u32)>]) -> bool {
    let mut counts: Vec<_> = before.iter().flatten().collect();
    let all = counts.len();
    counts.sort_unstable();
    counts.dedup();
    all > 1 && counts.len() == all && 2 * all > before.len()
}

fn legend((from, to): (u32, u32)) -> Option<Legend> {
    let (least, greatest) = (from.min(to), from.max(to));
    let is_scale = matches!(least, 0 | 1) && greatest > least + 1;
    is_scale.then_some(Legend {
        least: least.into(),
        greatest: Some(greatest.into()),
        turned: from > to,
        counted: false,
    })
}

/// The two numbers that stand before a plain text: `(1-10) text`, `【1-10】text`, `1-10: text`, `5..1 text`.
fn before(plain: &str) -> Option<(u32, u32)> {
    let inner = plain.strip_prefix(['(', '[', '【']).unwrap_or(plain);
    let (from, rest) = digits(inner.trim_start())?;
    let rest = rest.trim_start();
    let (to, rest) = digits(TO.iter().find_map(|to| rest.strip_prefix(to))?.trim_start())?;
    let is_part = |c: char| c.is_ascii_alphanumeric();
    let goes_on =
        rest.strip_prefix(['-', '.', ',', '/', '_']).unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
    (!goes_on && !rest.starts_with(is_part)).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_numbers_before_a_text_are_a_range() {
        for text in ["(1-10) how", "[1-10] how", "【1-10】how", "1-10: how", "1..10 how", "1-10. how", "1 to 10: how"]
        {
            assert_eq!(before(&plain(text)), Some((1, 10)), "{text}");
        }
        for text in ["1. how", "1-10-2 how", "1-10.5 how", "10-minute calls", "2026-10 how", "q1-10 how", "1-10a how"] {
            assert_eq!(before(&plain(text)), None, "{text}");
        }
    }

    #[test]
    fn brackets_are_found_anywhere() {
        let inner = |text| bracketed(text).collect::<Vec<_>>();
        assert_eq!(inner("how (1-10) [question] (a (b) 【c】"), ["1-10", "question", "a (b", "b", "c"]);
        assert_eq!(inner("how ("), Vec::<&str>::new());
        let own = ["how often (0-9)".to_owned()];
        for text in
            ["rate (1-10) [how often (0-9)]", "rate from 1 to 10: how often (0-9)", "x 1 [how often (0-9)] (1-10)"]
        {
            assert_eq!(around(text, &own).and_then(|legend| legend.greatest), Some(10), "{text}");
        }
        assert_eq!(around("rate 5 things: how often (0-9)", &own), None);
    }

    #[test]
    fn sections_and_their_questions_are_counted() {
        assert!(is_counted(&[Some((1, 1)), Some((1, 2)), Some((1, 3)), Some((2, 1)), None]));
        assert!(!is_counted(&[Some((1, 3)), Some((1, 3)), Some((1, 3))]));
        assert!(!is_counted(&[Some((1, 3)), Some((0, 4)), None, None]));
        assert!(!is_counted(&[Some((1, 3))]));
    }
}
