//! `identical-translation`: compares each text with the one it translates, and its letters with those of its language.

use super::other_language::{is_in_latin, is_in_other_letters, is_latin_sentence, words};
use crate::check::{Context, Item, Text, Translation};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::has_own_letters;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "identical-translation",
    group: Group::Translation,
    summary: "A text of a translation is the same as in the definition, or in another language than the translation.",
    why: "Mostly it was copied to be translated later, and then forgotten; of a language that is not written in Latin \
          letters, so is a sentence in nothing else. Case and punctuation do not count as a difference. A single word in Latin \
          letters and what has no words but abbreviations are passed over: names are often the same.",
    bad: r#"[levels.low]
name = "Where everybody starts""#,
    good: r#"[levels.low]
name = "出発点""#,
};

pub(crate) fn check(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    let texts = translation.texts;
    let own_letters = has_own_letters(texts.language);
    for text in &texts.list {
        let message = if is_own(context, text) && !is_name(text.text) {
            say::own_text().to_owned()
        } else if own_letters && !matches!(text.item, Item::Source(_)) && is_latin_sentence(text.text) {
            say::no_letter_of(texts.language)
        } else if is_in_other_letters(text, texts.language) {
            say::not_in_letters_of(texts.language)
        } else {
            continue;
        };
        findings.add(&RULE, text.span(), message).help(say::translate_into(texts.language));
    }
}

/// Whether the definition has this text under the same key, be it another of a list.
fn is_own(context: &Context<'_>, text: &Text<'_>) -> bool {
    let all = &context.texts.list;
    let beside = |own: &&Text<'_>| own.item == text.item && own.key == text.key;
    let (before, behind) = all.split_at(text.at);
    let mut own = behind.iter().take_while(beside).chain(before.iter().rev().take_while(beside));
    own.any(|own| own.text == text.text || bare(text.text).next().is_some() && bare(own.text).eq(bare(text.text)))
}

/// A text without case and punctuation.
fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether a text may be the same in both languages: one word in Latin letters, or such abbreviations alone.
fn is_name(text: &str) -> bool {
    let is_abbreviation = |word: &str| !word.contains(char::is_lowercase);
    let is_one = !text.contains(' ') || words(text).nth(1).is_none();
    is_in_latin(text) && (is_one || words(text).all(is_abbreviation))
}
