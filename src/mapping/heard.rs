//! How far numbers go by the headers of questions, before their texts or behind them.

use super::codebook::of_header;
use super::legend::Legend;
use super::likeness::{digits, plain};
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
        let before = before.filter(|_| !counted).and_then(legend);
        Some((*question, *at, before.or_else(|| of_header(header))?))
    });
    heard.collect()
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
    is_scale.then_some(Legend { least: least.into(), greatest: Some(greatest.into()), turned: from > to })
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
    fn sections_and_their_questions_are_counted() {
        assert!(is_counted(&[Some((1, 1)), Some((1, 2)), Some((1, 3)), Some((2, 1)), None]));
        assert!(!is_counted(&[Some((1, 3)), Some((1, 3)), Some((1, 3))]));
        assert!(!is_counted(&[Some((1, 3)), Some((0, 4)), None, None]));
        assert!(!is_counted(&[Some((1, 3))]));
    }
}
