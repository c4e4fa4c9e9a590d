//! How lists of options say which number each has: before the text, behind it, as a letter, by its place, or above it.

/// How many digits a number has at most, and how many options a letter counts.
const DIGITS: usize = 2;
const LETTERS: std::ops::RangeInclusive<u8> = b'a'..=b'j';
/// What stands between a number and a text.
const BETWEEN: [char; 9] = ['.', ':', ')', '=', '-', '–', '—', ']', '/'];
/// How many options a list has at least.
const LIST: usize = 3;

/// The number that stands before or behind a plain text, and the text: `1. a`, `1 a`, `(1) a`, `a) b`, `a (1)`, `a = 1`.
pub(super) fn coded(plain: &str) -> Option<(i64, &str)> {
    let ends = |c: char| c.is_whitespace() || BETWEEN.contains(&c);
    let open = plain.strip_prefix(['(', '[']).unwrap_or(plain);
    let digits = open.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = open.split_at(digits);
    if (1..=DIGITS).contains(&digits) && rest.starts_with(ends) {
        return Some((number.parse().ok()?, rest.trim_start_matches(ends)));
    }
    if let [letter, b')' | b'.', ..] = *open.as_bytes()
        && LETTERS.contains(&letter)
    {
        return Some((i64::from(letter - LETTERS.start()) + 1, open[2..].trim_start()));
    }
    let closed = plain.strip_suffix([')', ']']).unwrap_or(plain);
    let text = closed.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &closed[text.len()..];
    let behind = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '=' | ':' | '-' | '–' | '—');
    let rest = text.trim_end_matches(behind);
    ((1..=DIGITS).contains(&number.len()) && rest.len() < text.len() && !rest.is_empty())
        .then(|| number.parse().ok().map(|number| (number, rest)))?
}

/// The numbers with which cells of one row end that say the same before them, such as `Option 1`, `Option 2`, with their columns.
pub(super) fn headed(filled: &[(usize, String)]) -> Vec<(usize, i64)> {
    let parted = |(at, plain): &(usize, String)| {
        let word = plain.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = &plain[word.len()..];
        let is_word = word.contains(char::is_alphabetic) && (1..=DIGITS).contains(&number.len());
        is_word.then(|| Some((word.to_owned(), *at, number.parse::<i64>().ok()?)))?
    };
    let all: Vec<(String, usize, i64)> = filled.iter().filter_map(parted).collect();
    let Some((first, ..)) = all.first() else { return Vec::new() };
    let alike = all.iter().filter(|(word, ..)| word == first);
    let heads: Vec<(usize, i64)> = alike.map(|(_, at, number)| (*at, *number)).collect();
    let rises = heads.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    if heads.len() >= LIST && rises { heads } else { Vec::new() }
}

/// The texts in quotes within one cell, as programs write lists: `c("a","b")`.
pub(super) fn quoted(text: &str) -> Vec<&str> {
    let inner: Vec<&str> = text.split('"').skip(1).step_by(2).collect();
    if inner.len() >= LIST { inner } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_from_its_text() {
        for text in ["1. often", "1 often", "(1) often", "[1] often", "1) often", "1 = often", "1: often", "a) often"] {
            assert_eq!(coded(text), Some((1, "often")), "{text}");
        }
        for text in ["often (1)", "often = 1", "often: 1", "often [1]", "often - 1"] {
            assert_eq!(coded(text), Some((1, "often")), "{text}");
        }
        for text in ["often", "1", "often1", "100 often", "", "k) often"] {
            assert!(coded(text).is_none_or(|(_, rest)| rest.is_empty()), "{text}");
        }
    }

    #[test]
    fn numbers_above_columns_follow_one_another() {
        let heads = |row: &[&str]| headed(&row.iter().map(|text| (*text).to_owned()).enumerate().collect::<Vec<_>>());
        assert_eq!(heads(&["question", "option 1", "option 2", "option 3"]), [(1, 1), (2, 2), (3, 3)]);
        assert_eq!(heads(&["設問", "選択肢1", "選択肢2", "選択肢3"]).len(), 3);
        assert!(heads(&["option 1", "option 2"]).is_empty() && heads(&["a1", "a3", "a5"]).is_empty());
    }
}
