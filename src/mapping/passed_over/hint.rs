//! Which cells are worth reading for a word for figures, for the right answers or for a role: those that begin or end as one does.
//!
//! Every row is asked, so the bytes at both ends of a cell decide: of more cells than have such a word it is said that they
//! may, of none that it may not.

use unicode_normalization::UnicodeNormalization as _;

use super::words::{key_words, words};
use crate::mapping::role_words;

/// How long a name is at most that is nothing but a year or two, or a part of one: it is shorter than a day.
const YEARS: usize = 9;

/// How such words begin and end.
#[derive(Debug)]
pub(super) struct Hint {
    /// Words for figures.
    begin: Letters,
    end: Letters,
    /// A bit for each two letters with which a name for the right answers may begin, by their numbers.
    keys: [u32; KINDS],
    /// How names after roles, occasions and aims begin.
    roles: Letters,
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
        let (begin, end) = (Letters::new(begin.map(str::chars)), Letters::new(end.map(|word| word.chars().rev())));
        // What begins with a digit is no such name. Where a cell begins with what is neither letter nor digit, or goes on with what tells
        // of more than letters, it may be one.
        let mut keys = [0; KINDS];
        keys[1..usize::from(MARK)].fill(1 << MORE_KIND);
        keys[usize::from(MARK)..].fill(u32::MAX);
        for word in key_words().flat_map(|word| [word.to_owned(), word.nfd().collect()]) {
            let [first, second, _] = first_three(word.as_bytes()).map(|byte| KIND[usize::from(byte)]);
            keys[usize::from(first)] |= match second {
                0 | MARK => 1 | 1 << MARK,
                second => 1 << second,
            };
        }
        Self { begin, end, keys, roles: Letters::new(role_words().map(str::chars)) }
    }

    /// Whether a cell begins with a letter, and whether it may be a name for the right answers or of somebody who is made up.
    #[inline]
    pub(super) fn glance(&self, cell: &[u8]) -> (bool, bool) {
        let kind = |byte: &u8| KIND[usize::from(*byte)];
        match cell {
            [first, second, ..] => {
                let (first, last) = (kind(first), kind(&cell[cell.len() - 1]));
                // Something may stand in brackets at its end.
                let may_be_key = self.keys[usize::from(first)] >> kind(second) & 1 != 0 || last >= MARK;
                (first.wrapping_sub(1) < MARK - 1, may_be_key)
            }
            [only] => (only.is_ascii_alphabetic(), false),
            [] => (false, false),
        }
    }

    /// Whether a cell may be called after a role, an occasion or an aim.
    pub(super) fn may_be_role(&self, cell: &[u8]) -> bool {
        let is_year = |cell: &[u8]| matches!(cell, [b'1', b'9', ..] | [b'2', b'0', ..]) && cell.len() <= YEARS;
        match cell.trim_ascii() {
            [] => false,
            // A time has single letters.
            cell @ [b'0'..=b'9', ..] => {
                let is_word = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_alphabetic);
                is_year(cell)
                    || cell.iter().any(|byte| byte.is_ascii_lowercase() || !byte.is_ascii())
                    || cell.windows(2).any(is_word)
            }
            cell @ [first, ..] if first.is_ascii_alphabetic() => self.roles.may_be_latin(first_three(cell)),
            [first, ..] if first.is_ascii() => true,
            cell => !is_letter(cell) || self.roles.others.iter().any(|letter| cell.starts_with(letter.as_bytes())),
        }
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

/// The number of each Latin letter, whatever its case; 0 for a digit, and numbers above all letters for marks, and for what tells of
/// more than letters.
const KIND: [u8; 256] = {
    let mut kinds = LETTERS;
    let mut byte = 0u8;
    loop {
        kinds[byte as usize] = match LETTERS[byte as usize] {
            MORE => MORE_KIND,
            0 if !byte.is_ascii_digit() => MARK,
            letter => letter,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    kinds
};
const MARK: u8 = 27;
const MORE_KIND: u8 = 28;
const KINDS: usize = 29;

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
    use crate::mapping::passed_over::words::{is_key, is_word};
    use crate::mapping::{called, is_aim, plain};

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
        fn no_role_is_missed(
            words in proptest::collection::vec(select(role_words().chain(["2024", "1", "26", "年度", "回"]).collect::<Vec<_>>()), 1..4),
            between in select(vec![" ", "", "-", " (", "/"]),
            before in select(vec!["", "", " ", "(", "<b>"]),
            upper: bool,
        ) {
            let text = format!("{before}{}", words.join(between));
            let text = if upper { text.to_uppercase() } else { text };
            let is_role = called(text.as_bytes()).is_some() || is_aim(text.as_bytes());
            prop_assert!(!is_role || Hint::new().may_be_role(text.as_bytes()), "{}", text);
        }

        #[test]
        fn no_word_for_figures_is_missed(
            word in select(all().into_iter().chain(key_words()).collect::<Vec<_>>()),
            before in select(vec!["", "", " ", "Acme ", "A社 ", "<b>", "(", "\u{200b}", "2026 ", "Ü ", "※", "Jane Doe ("]),
            behind in select(vec!["", "", " ", " Acme", " 26", "26件", ":", ": 3", " = 26", "=26", "</b>", ")", ") ", "\u{ad}", ": Jane"]),
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
            let (plain, hint) = (plain(&text), Hint::new());
            prop_assert!(!is_word(&plain) || hint.may_be_word(text.as_bytes()), "{}", text);
            prop_assert!(!is_key(&plain) || hint.glance(text.as_bytes()).1, "{}", text);
        }
    }
}
