//! Characters that look like those of ASCII and are others.

use unicode_normalization::UnicodeNormalization as _;

use super::clean::is_unsafe;
use crate::words::diagnostic as say;

/// Letters of other scripts and dashes, each above the one it is taken for.
const LETTERS: [(&str, &str); 4] = [
    ("асԁеһіјӏорԛѕԝхуАВСЕНІЈКМОРЅТХУ", "acdehijlopqswxyABCEHIJKMOPSTXY"),
    ("αγικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ayiknoptuxABEZHIKMNOPTYX"),
    ("ɑɡıʟɴ", "agiln"),
    ("‐‑‒–—−", "------"),
];

/// The character of ASCII that another looks like, such as a letter of another script or a full-width one.
pub fn look_alike(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let mut pairs = LETTERS.iter().flat_map(|(others, meant)| others.chars().zip(meant.chars()));
    if let Some((_, meant)) = pairs.find(|(other, _)| *other == c) {
        return Some(meant);
    }
    let mut folded = std::iter::once(c).nfkc();
    folded.next().filter(char::is_ascii_graphic).filter(|_| folded.next().is_none())
}

/// `text` with the characters of ASCII that others in it look like, and without those that are not seen.
pub fn as_it_looks(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).map(|c| look_alike(c).unwrap_or(c)).collect()
}

/// A letter of another script in `word`, which is Latin but for such letters, and the one that it looks like.
pub fn foreign_letter(word: &str) -> Option<(char, char)> {
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    let meant = |c: char| {
        LETTERS[..2].iter().flat_map(|(others, meant)| others.chars().zip(meant.chars())).find(|(other, _)| *other == c)
    };
    let mut others = word.chars().filter(|c| !c.is_ascii());
    let first = meant(others.next()?)?;
    let rest = others.try_fold(1, |count, c| meant(c).map(|_| count + 1))?;
    (latin > 1 && rest < latin).then_some(first)
}

/// Whether a character is not seen, or stands for one where a text was cleaned.
fn is_unseen(c: char) -> bool {
    is_unsafe(c) || c == char::REPLACEMENT_CHARACTER
}

/// What the first character of `text` is that is not seen, or only looks like one of ASCII.
pub fn disguised(text: &str) -> Option<String> {
    text.chars().find_map(|c| match look_alike(c) {
        _ if is_unseen(c) => Some(say::something_unseen().to_owned()),
        meant => meant.map(|meant| say::only_looks_like(c, c.into(), meant)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_scripts_and_widths_are_told_and_other_letters_are_not() {
        assert_eq!(as_it_looks("ѕkіlls–ｐath"), "skills-path");
        for (others, meant) in LETTERS {
            assert_eq!(others.chars().count(), meant.len());
            assert!(others.chars().all(|c| !c.is_ascii()) && meant.is_ascii());
        }
        for c in "ähжあ応a-".chars() {
            assert_eq!(look_alike(c), None, "{c}");
        }
        assert_eq!(as_it_looks("ski\u{200b}lls\u{fffd}"), "skills");
        assert_eq!(foreign_letter("Sеttling"), Some(('е', 'e')));
        for word in ["Settling", "Поддержка", "μs", "ΔT", "Größe", "応対A", "SMS", "kΩ"] {
            assert_eq!(foreign_letter(word), None, "{word}");
        }
        let unseen = "a character that is not seen stands in it";
        assert_eq!(disguised("ski\u{200b}llѕ").as_deref(), Some(unseen));
        assert_eq!(disguised("skіlls").as_deref(), Some("`і` (U+0456) only looks like `i`"));
    }
}
