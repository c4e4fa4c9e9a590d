//! `identical-translation`: compares each text with the one it translates, and its letters with those of its language.

use std::collections::HashSet;

use crate::check::{Context, Item, Texts, Translation};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::{has_own_letters, is_latin};
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

pub(crate) fn check(context: &Context<'_>, translation: &Translation, findings: &mut Findings) {
    let texts = Texts::of_translation(&translation.definition, &translation.document);
    let base: HashSet<_> = context.texts.list.iter().map(|text| (text.item, text.key, bare(text.text))).collect();
    let own_letters = has_own_letters(texts.language);
    for text in &texts.list {
        let message = if base.contains(&(text.item, text.key, bare(text.text))) && !is_name(text.text) {
            say::own_text().to_owned()
        } else if own_letters && !matches!(text.item, Item::Source(_)) && is_latin_sentence(text.text) {
            say::no_letter_of(texts.language)
        } else {
            continue;
        };
        findings.add(&RULE, text.span(), message).help(say::translate_into(texts.language));
    }
}

/// A text without case and punctuation.
fn bare(text: &str) -> String {
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if bare.is_empty() { text.to_owned() } else { bare }
}

/// The words of a text, of letters alone.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a text may be the same in both languages: one word in Latin letters, or such abbreviations alone.
fn is_name(text: &str) -> bool {
    let is_abbreviation = |word: &str| !word.contains(char::is_lowercase);
    let is_one = !text.contains(' ') || words(text).nth(1).is_none();
    is_in_latin(text) && (is_one || words(text).all(is_abbreviation))
}

/// Whether a text is a sentence in Latin letters and no name of several words.
fn is_latin_sentence(text: &str) -> bool {
    let begins_small = |word: &&str| word.starts_with(char::is_lowercase) && word.chars().nth(1).is_some();
    is_in_latin(text) && words(text).filter(begins_small).nth(2).is_some()
}

fn is_in_latin(text: &str) -> bool {
    text.chars().all(|c| is_latin(c) || !c.is_alphabetic())
}
