//! Words and marks for yes and no, whatever the language of the assessment.

use super::likeness::{loose, plain};

/// What says yes and no, whatever the language of the assessment.
const YES: &str = "yes y ja oui sí si sim true wahr vrai verdadero はい ○ 〇 ◯ ✓ ✔ ☑ ✅";
const NO: &str = "no n nein non não nee false falsch faux falso いいえ ✗ ✘ ❌";

/// Whether a folded text says yes or no, if it says either.
pub(super) fn says(folded: &str) -> Option<bool> {
    is_of(YES, folded).then_some(true).or_else(|| is_of(NO, folded).then_some(false))
}

/// The words for two options of which one is yes and the other one no, and which of them each is. `texts` are what they are called,
/// with their places.
pub(super) fn yes_or_no<'t>(texts: impl Iterator<Item = (usize, &'t str)>) -> Vec<(String, usize)> {
    let texts: Vec<(usize, &str)> = texts.collect();
    if texts.iter().any(|(at, _)| *at > 1) {
        return Vec::new();
    }
    let folded: Vec<(usize, String)> = texts.into_iter().map(|(at, text)| (at, loose(&plain(text)))).collect();
    let of = |words: &'static str| folded.iter().find(|(_, text)| is_of(words, text)).map(|(at, _)| *at);
    let Some((yes, no)) = of(YES).zip(of(NO)).filter(|(yes, no)| yes != no) else { return Vec::new() };
    let words = |words: &'static str, at: usize| words.split(' ').map(move |word| (plain(word), at));
    words(YES, yes).chain(words(NO, no)).collect()
}

fn is_of(words: &'static str, text: &str) -> bool {
    words.split(' ').any(|word| word == text)
}
