//! Which cells are worth reading for a word for figures: those that begin or end as one does.
//!
//! Every row is asked, so the bytes at both ends of a cell decide: of more cells than have such a word it is said that they
//! may, of none that it may not.

use unicode_normalization::UnicodeNormalization as _;

use super::words::words;

/// How words for figures begin and end.
#[derive(Debug)]
pub(super) struct Hint {
    begin: Letters,
    end: Letters,
}

/// The letters at one end of words.
#[derive(Debug)]
struct Letters {
    /// A bit for each three Latin letters, or fewer where a word is shorter.
    latin: [u64; 1 << 9],
    others: Vec<String>,
}

impl Hint {
    pub(super) fn new() -> Self {
        let (begin, end) = words();
        Self { begin: Letters::new(begin.map(str::chars)), end: Letters::new(end.map(|word| word.chars().rev())) }
    }

    /// Whether a cell may have a word for figures.
    #[inline]
    pub(super) fn may_be_word(&self, cell: &[u8]) -> bool {
        match cell {
            // Nothing is to be trimmed of most.
            [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => {
                self.begin.may_be_latin(first_three(cell)) || self.end.may_be_latin(last_three(cell))
            }
            _ => self.may_be_trimmed(cell),
        }
    }

    #[inline(never)]
    fn may_be_trimmed(&self, cell: &[u8]) -> bool {
        match cell.trim_ascii() {
            [] => false,
            [b'-' | b'.' | b'?' | b'/'] => false,
            cell => self.begins(cell) || self.ends(cell),
        }
    }

    fn begins(&self, cell: &[u8]) -> bool {
        match cell[0] {
            // A percentile.
            b'0'..=b'9' => cell.ends_with(b"%"),
            byte if byte.is_ascii_alphabetic() => self.begin.may_be_latin(first_three(cell)),
            byte if byte.is_ascii() => true,
            _ => !is_letter(cell) || self.begin.others.iter().any(|letter| cell.starts_with(letter.as_bytes())),
        }
    }

    fn ends(&self, cell: &[u8]) -> bool {
        let is_inner = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
        let Some(last) = cell.iter().rposition(is_inner) else { return true };
        let (cell, behind) = cell.split_at(last + 1);
        // Markup may stand between, or the word in brackets.
        match cell[last] {
            _ if behind.iter().any(|byte| matches!(byte, b'>' | b';' | b')' | b']' | b'}')) => true,
            b'0'..=b'9' => false,
            byte if byte.is_ascii() => self.end.may_be_latin(last_three(cell)),
            _ => {
                let start = cell.iter().rposition(|byte| byte & 0xc0 != 0x80).unwrap_or(0);
                !is_letter(&cell[start..]) || self.end.others.iter().any(|letter| cell.ends_with(letter.as_bytes()))
            }
        }
    }
}

impl Letters {
    /// Those of words, each of which is given from its end on.
    fn new(words: impl Iterator<Item = impl Iterator<Item = char>>) -> Self {
        let (mut latin, mut others) = ([0; 1 << 9], Vec::new());
        for mut word in words {
            let first = [(); 3].map(|()| word.next().unwrap_or(' '));
            let bytes = first.map(|letter| u8::try_from(letter).unwrap_or(u8::MAX));
            if let Some(three) = three(bytes).filter(|three| *three > 0) {
                latin[three / 64] |= 1 << (three % 64);
            }
            let [letter, ..] = first;
            if !letter.is_ascii() {
                let apart = letter.nfd().take(1);
                others.extend(letter.to_lowercase().chain(letter.to_uppercase()).chain(apart).map(String::from));
            }
        }
        others.retain(|letter| !letter.is_ascii());
        Self { latin, others }
    }

    /// Whether a word may begin or end with these, which come first where it does.
    #[inline]
    fn may_be_latin(&self, three_letters: [u8; 3]) -> bool {
        three(three_letters).is_none_or(|three| self.latin[three / 64] & (1 << (three % 64)) != 0)
    }
}

/// The bytes that a cell begins with, and spaces where it has fewer.
#[inline]
fn first_three(cell: &[u8]) -> [u8; 3] {
    match *cell {
        [first, second, third, ..] => [first, second, third],
        [first, second] => [first, second, b' '],
        [first] => [first, b' ', b' '],
        [] => [b' '; 3],
    }
}

/// The bytes that it ends with, the last one first.
#[inline]
fn last_three(cell: &[u8]) -> [u8; 3] {
    match *cell {
        [.., third, second, first] => [first, second, third],
        [second, first] => [first, second, b' '],
        [first] => [first, b' ', b' '],
        [] => [b' '; 3],
    }
}

/// The number of each Latin letter, whatever its case; 0 for what is none, and more than all for what tells of more than letters.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    loop {
        letters[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => byte & 31,
            b'<' | b'>' | b'&' | b';' | 128.. => MORE,
            _ => 0,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    letters
};
const MORE: u8 = 32;

/// A number for the Latin letters among the first three bytes, up to what is none; none where more than letters tells.
#[inline]
fn three(bytes: [u8; 3]) -> Option<usize> {
    let [first, second, third] = bytes.map(|byte| usize::from(LETTERS[usize::from(byte)]));
    let number = match (first, second) {
        (0, _) => 0,
        (_, 0) => first << 10,
        _ => first << 10 | second << 5 | third,
    };
    ((first | second | third) & usize::from(MORE) == 0).then_some(number)
}

/// Whether a character is a letter that folding leaves as it is, but for its case: of Latin, Greek, Cyrillic, kana, kanji or
/// Hangul.
fn is_letter(character: &[u8]) -> bool {
    matches!(character, [0xc3..=0xc9 | 0xce..=0xd4 | 0xe4..=0xed, ..] | [0xe3, 0x81..=0x83, ..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::mapping::passed_over::words::is_word;
    use crate::mapping::plain;

    fn all() -> Vec<&'static str> {
        let (begin, end) = words();
        begin.chain(end).collect()
    }

    #[test]
    fn few_names_are_looked_at_twice() {
        let hint = Hint::new();
        for name in ["Acme", "Anna Berg", "北野商会", "山田 太郎", "R_9abc", "2026-10-01", "a@b.example", "-"] {
            assert!(!hint.may_be_word(name.as_bytes()), "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_word_for_figures_is_missed(
            word in select(all()),
            before in select(vec!["", "", " ", "Acme ", "A社 ", "<b>", "(", "\u{200b}", "2026 ", "Ü "]),
            behind in select(vec!["", "", " ", " Acme", " 26", "26件", ":", ": 3", " = 26", "=26", "</b>", ")", "\u{ad}"]),
            way in 0..6usize,
        ) {
            let word = match way {
                0 => word.to_uppercase(),
                1 => word.chars().map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c }).collect(),
                2 => word.nfd().collect(),
                3 => word.chars().flat_map(|c| [c, '\u{ad}']).collect(),
                _ => word.to_owned(),
            };
            let text = format!("{before}{word}{behind}");
            prop_assert!(!is_word(&plain(&text)) || Hint::new().may_be_word(text.as_bytes()), "{}", text);
        }
    }
}
