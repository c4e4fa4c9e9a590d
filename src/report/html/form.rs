//! An assessment as a form to be filled in a browser, offline, in all its languages.
//!
//! Every text is in the page in every language, and the style shows one of them; the script knows no words. It makes the
//! answer file that `answers` reads, and no more: nothing is scored in the page, since a number on the screen sways the
//! next answer. The page may run this one script and fetch nothing.

use std::borrow::Cow;

use askama::Template;
use sha2::{Digest as _, Sha256};

use super::{STYLE, prose};
use crate::definition::{Criterion, Definition, Holds, Question};
use crate::report::{facts, words};
use crate::words::Lang;

const SCRIPT: &str = include_str!("form.js");

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    base: &'a Definition,
    asked: bool,
    definitions: &'a [Definition],
    style: &'static str,
    script: &'static str,
    script_hash: String,
}

/// One text in one of the languages: its place among them, its tag, and the text.
type Text<'a> = (usize, &'a str, Cow<'a, str>);

/// The form for an assessment, in each of the languages that it is given in, at least one, the first of which is shown
/// first: where it is not `asked` for, the reader's own if it is one of them.
pub fn render(definitions: &[Definition], asked: bool) -> String {
    let base = definitions.first().expect("an assessment is given in the language it is written in");
    let script_hash = base64(&Sha256::digest(SCRIPT.as_bytes()));
    let page = FormPage { base, asked, definitions, style: STYLE, script: SCRIPT, script_hash };
    page.render().expect("a string takes all that is written")
}

impl FormPage<'_> {
    fn each<'a, T: Into<Cow<'a, str>>>(&'a self, text: impl Fn(&'a Definition) -> T) -> Vec<Text<'a>> {
        let definitions = self.definitions.iter().enumerate();
        definitions.map(|(at, definition)| (at, definition.language.as_str(), text(definition).into())).collect()
    }

    /// What the program says, where an assessment is in another language in one that the program speaks.
    fn say(&self, text: impl Fn(Lang) -> &'static str) -> Vec<Text<'_>> {
        let texts = self.definitions.iter().map(|definition| words_for(&definition.language));
        texts.enumerate().map(|(at, (lang, tag))| (at, tag, text(lang).into())).collect()
    }

    fn title(&self) -> Vec<Text<'_>> {
        self.each(|definition| definition.title.as_str())
    }

    fn description(&self) -> String {
        passage("", &self.each(|definition| definition.description.as_str()))
    }

    fn respondents(&self) -> Vec<Text<'_>> {
        self.each(|definition| definition.respondents.as_deref().unwrap_or_default())
    }

    fn criterion(&self, criterion: &Criterion) -> Vec<Text<'_>> {
        self.each(|definition| {
            find_criterion(definition, &criterion.id).map_or(Cow::from(""), |found| definition.heading(found))
        })
    }

    fn criterion_description(&self, criterion: &Criterion) -> String {
        passage(
            "soft",
            &self.each(|definition| {
                find_criterion(definition, &criterion.id).map_or("", |found| found.description.as_str())
            }),
        )
    }

    fn question(&self, question: &Question) -> Vec<Text<'_>> {
        self.each(|definition| find(definition, &question.id).map_or("", |found| found.text.as_str()))
    }

    fn help(&self, question: &Question) -> String {
        passage(
            "soft",
            &self.each(|definition| {
                find(definition, &question.id).and_then(|found| found.help.as_deref()).unwrap_or_default()
            }),
        )
    }

    fn fact(&self, at: &usize) -> Vec<Text<'_>> {
        self.each(|definition| definition.profile[*at].text.as_str())
    }

    fn fact_help(&self, at: &usize) -> String {
        passage("soft", &self.each(|definition| definition.profile[*at].help.as_deref().unwrap_or_default()))
    }

    fn fact_option(&self, at: &usize, option: &usize) -> Vec<Text<'_>> {
        self.each(|definition| definition.profile[*at].options[*option].text.as_str())
    }

    /// What a condition asks for, as the script reads it: `[["fact", ["option", "option"]]]`.
    fn holds(&self, list: &[Holds]) -> String {
        let list: Vec<(&str, &[String])> = list.iter().map(|one| (one.fact.as_str(), one.options.as_slice())).collect();
        serde_json::to_string(&list).expect("texts can be written")
    }

    fn option(&self, question: &Question, at: &usize) -> Vec<Text<'_>> {
        self.each(|definition| {
            let option = find(definition, &question.id).and_then(|found| found.options.get(*at));
            option.map_or("", |option| option.text.as_str())
        })
    }

    /// The program's words, and behind them the reason where the assessment has one, in whose language all of it is then.
    fn not_applicable(&self, question: &Question) -> Vec<Text<'_>> {
        let texts = self.definitions.iter().enumerate().map(|(at, definition)| {
            let (lang, words) = words_for(&definition.language);
            let reason = find(definition, &question.id).and_then(|found| found.not_applicable.when());
            let tag = if reason.is_some() { &definition.language } else { words };
            (at, tag, words::with_reason(lang, words::form_not_applicable(lang), reason).into())
        });
        texts.collect()
    }

    /// The languages: place, tag, and what each calls itself.
    fn languages(&self) -> Vec<Text<'_>> {
        let languages = self.definitions.iter().map(|definition| definition.language.as_str());
        let name = |tag| {
            let (lang, words) = words_for(tag);
            if words == tag { lang.name() } else { tag }
        };
        languages.enumerate().map(|(at, tag)| (at, tag, name(tag).into())).collect()
    }
}

/// The program's words beside texts in the language with this tag, and the tag of these words.
fn words_for(tag: &str) -> (Lang, &str) {
    let lang = Lang::from_tag(tag);
    (lang, if tag.split('-').next() == Some(lang.tag()) { tag } else { lang.tag() })
}

/// A text in all languages, a paragraph of this class where it is one in each of them.
fn passage(class: &str, texts: &[Text<'_>]) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let lines: Option<Vec<String>> = texts.iter().map(|(.., text)| prose::one_line(text)).collect();
    let (outer, inner) = if lines.is_some() { ("p", "span") } else { ("div", "div") };
    let texts = texts.iter().map(|(at, tag, text)| {
        let tag = prose::escape(tag);
        format!("<{inner} class=\"l{at}\" lang=\"{tag}\">{}</{inner}>", prose::within(text))
    });
    format!("<{outer}{class}>{}</{outer}>", texts.collect::<String>())
}

fn find_criterion<'a>(definition: &'a Definition, id: &str) -> Option<&'a Criterion> {
    definition.criteria.iter().find(|criterion| criterion.id == id)
}

fn find<'a>(definition: &'a Definition, id: &str) -> Option<&'a Question> {
    definition.questions().map(|(_, question)| question).find(|question| question.id == id)
}

/// Base64 with padding, as a page's policy names the hash of its script.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |chunk: &[u8]| {
        let bits = chunk.iter().chain([&0; 2]).take(3).fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        let digit = |at: usize| if at <= chunk.len() { DIGITS[(bits >> (18 - 6 * at) & 63) as usize] } else { b'=' };
        [0, 1, 2, 3].map(|at| char::from(digit(at)))
    };
    bytes.chunks(3).flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
