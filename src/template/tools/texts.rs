//! What forms say, in all languages at once.

use crate::definition::{Definition, Question};
use crate::report::words;
use crate::words::Lang;

/// A text in each of the languages.
pub(super) type Texts = Vec<String>;

/// Asks each language for a text. The first is shown first.
pub(super) fn each<'a, T: Into<String>>(
    languages: &'a [Definition],
    text: impl Fn(&'a Definition, Lang) -> T,
) -> Texts {
    languages.iter().map(|definition| text(definition, Lang::from_tag(&definition.language)).into()).collect()
}

/// The same of the question at this place; empty where a language lacks it.
pub(super) fn of_question(
    languages: &[Definition],
    at: usize,
    text: impl Fn(&Question, Lang) -> Option<String>,
) -> Texts {
    each(languages, |definition, lang| {
        definition.question(at).and_then(|(_, question)| text(question, lang)).unwrap_or_default()
    })
}

/// How to answer, a paragraph each.
pub(super) fn rule(languages: &[Definition], paragraph: &str) -> Texts {
    each(languages, |definition, lang| words::how_to_answer(lang, definition.respondents.as_deref()).join(paragraph))
}

/// The option that a question does not apply.
pub(super) fn not_applicable(languages: &[Definition], at: usize) -> Texts {
    of_question(languages, at, |question, lang| {
        Some(words::with_reason(lang, words::form_not_applicable(lang), question.not_applicable.when()))
    })
}

/// What a language calls itself.
#[cfg(feature = "xlsx")]
pub(super) fn language_name(tag: &str) -> &str {
    let lang = Lang::from_tag(tag);
    if tag.split('-').next() == Some(lang.tag()) { lang.name() } else { tag }
}

/// A text as HTML in which nothing stands for anything but itself, also where braces, quotes and backslashes do; its
/// lines are lines.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '<' | '>' | '"' | '\'' | '{' | '}' | '\\' => out.push_str(&format!("&#{};", u32::from(c))),
            '\n' => out.push_str("<br />"),
            _ => out.push(c),
        }
    }
    out
}
