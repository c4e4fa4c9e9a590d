//! `other-language`: compares the letters of all texts of a definition with its language.

use crate::check::Context;
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::{has_latin_letters, has_own_letters, is_latin};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "other-language",
    group: Group::Suspicious,
    summary: "The texts of a definition are not in the letters of its language.",
    why: "All that the program says around the texts goes by `language`, and so does what a screen reader makes of them: headings \
          in English stand over texts in Japanese. Mostly the key was left as it was in the file that this one began from.",
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
        return;
    };
    let place = context.document.at().key("language");
    findings.add(&RULE, place.span(), message).help(say::code_of_language());
}
