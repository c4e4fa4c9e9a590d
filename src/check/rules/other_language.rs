//! `other-language`: compares the letters of all texts of a definition, and of each, with its language.

use super::hidden_character::misread;
use crate::check::{Context, Item, Text};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::{has_latin_letters, has_own_letters, is_latin, of_another_script};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "other-language",
    group: Group::Suspicious,
    summary: "The texts of a definition, or one of them, are not in the letters of its language.",
    why: "All that the program says around the texts goes by `language`, and so does what a screen reader makes of them: headings \
          in English stand over texts in Japanese. Mostly the key was left as it was in the file that this one began from; or a text was, among others that were \
          translated. Titles of sources, names of benchmarks and what has only a few such letters are passed over.",
    bad: r#"language = "en"
title = "基本""#,
    good: r#"language = "ja"
title = "基本""#,
};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let language = &context.definition.language;
    let texts = || context.texts.list.iter().flat_map(|text| text.text.chars()).filter(|c| c.is_alphabetic());
    let (all, latin) = (texts().count(), texts().filter(|c| is_latin(*c)).count());
    let message = if has_own_letters(language) && latin == all {
        say::none_in_letters_of(language)
    } else if has_latin_letters(language) && latin < all / 2 {
        say::few_in_letters_of(language)
    } else {
        return one_by_one(context, findings);
    };
    let place = context.document.at().key("language");
    findings.add(&RULE, place.span(), message).help(say::code_of_language());
}

/// Finds single texts, where the others are in the letters of the language.
fn one_by_one(context: &Context<'_>, findings: &mut Findings) {
    let language = &context.definition.language;
    for text in context.texts.list.iter().filter(|text| is_in_other_letters(text, language)) {
        findings.add(&RULE, text.span(), say::not_in_letters_of(language)).help(say::write_in(language));
    }
}

/// Whether a text is in other letters than those of `language`, and no name that is the same in every language.
pub(super) fn is_in_other_letters(text: &Text<'_>, language: &str) -> bool {
    let (latin, own) = (has_latin_letters(language), has_own_letters(language));
    if !own && (!latin || text.text.is_ascii()) {
        return false;
    }
    let of_another = of_another_script(language);
    // Greek letters are signs as well.
    let is_foreign = |c: char| match own {
        true => of_another(c),
        false => c.is_alphabetic() && !is_latin(c) && !matches!(c, '\u{370}'..='\u{3ff}'),
    };
    let named = matches!(text.item, Item::Source(_)) || matches!(text.item, Item::Benchmark(_)) && text.key == "name";
    // Languages, and whoever offers something in one, are called by their own names.
    let least = match text.key {
        "effort_unit" => 1,
        "options" => 12,
        "name" | "title" => 10,
        _ => 4,
    };
    let foreign = text.text.chars().filter(|c| !c.is_ascii() && is_foreign(*c)).count();
    let letters = || text.text.chars().filter(|c| c.is_alphabetic()).count();
    let other = foreign >= least && 5 * foreign > 4 * letters() || own && is_latin_sentence(text.text);
    !named && other && misread(text.text).is_none()
}

/// Whether a text is a sentence in Latin letters and no name of several words.
pub(super) fn is_latin_sentence(text: &str) -> bool {
    let begins_small = |word: &&str| word.starts_with(char::is_lowercase) && word.chars().nth(1).is_some();
    is_in_latin(text) && words(text).filter(begins_small).nth(2).is_some()
}

pub(super) fn is_in_latin(text: &str) -> bool {
    text.chars().all(|c| is_latin(c) || !c.is_alphabetic())
}

/// The words of a text, of letters alone.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}
