//! `glossary`: holds a translation to the words that it has chosen itself.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::{Context, Item, Text, Texts, Translation};
use crate::definition::Term;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "glossary",
    group: Group::Translation,
    summary: "A translation calls something otherwise than its glossary does.",
    why: "Readers take two words for two things. `[glossary]` says what each term of the original is called: a text whose \
          original has the term, or its plural in `s`, must have the word, unless `always = false`; and no text may have a \
          word of `not`. Case makes no difference.",
    bad: r#"[glossary]
"team leader" = { word = "SV", not = ["班長"] }
[questions.coaching]
text = "班長は応対を振り返りますか。""#,
    good: r#"[glossary]
"team leader" = { word = "SV", not = ["班長"] }
[questions.coaching]
text = "SVは応対を振り返りますか。""#,
};

pub(crate) fn check(context: &Context<'_>, translation: &Translation, findings: &mut Findings) {
    let mut terms: Vec<Lowered<'_>> = translation.definition.glossary.iter().map(Lowered::new).collect();
    if terms.is_empty() {
        return;
    }
    let key = |lowered: &Lowered<'_>| translation.document.at().key("glossary").key(&lowered.of.term).key_span();
    for lowered in &terms {
        let Term { term, word, .. } = lowered.of;
        if lowered.not.contains(&lowered.word) {
            findings.add(&RULE, key(lowered), say::is_and_is_not(word)).help(say::take_out_of_not(word));
        }
        if !context.texts.list.iter().any(|text| has(&text.text.to_lowercase(), &lowered.term, "s")) {
            findings.add(&RULE, key(lowered), say::no_such_term(term)).help(say::write_the_term());
        }
    }
    terms.retain(|lowered| !lowered.not.contains(&lowered.word));
    let mut originals: HashMap<(Item<'_>, &str), Vec<&str>> = HashMap::new();
    for text in &context.texts.list {
        originals.entry((text.item, text.key)).or_default().push(text.text);
    }
    let mut met: HashMap<(Item<'_>, &str), usize> = HashMap::new();
    let texts = Texts::of_translation(&translation.definition, &translation.document);
    for text in &texts.list {
        let at = met.entry((text.item, text.key)).or_default();
        let original = originals.get(&(text.item, text.key)).and_then(|texts| texts.get(*at));
        *at += 1;
        let (original, says) =
            (original.map_or_else(String::new, |text| text.to_lowercase()), text.text.to_lowercase());
        for lowered in &terms {
            let Term { term, word, .. } = lowered.of;
            for (bad, _) in lowered.of.not.iter().zip(&lowered.not).filter(|(_, wrong)| has(&says, wrong, "")) {
                findings.add(&RULE, place(text, bad, findings), say::not_the_word(bad, term)).help(say::write(word));
            }
            if lowered.of.always && has(&original, &lowered.term, "s") && !has(&says, &lowered.word, "") {
                findings.add(&RULE, text.span(), say::does_not_say(term, word)).help(say::write_or_not_always(word));
            }
        }
    }
}

/// A term, in lower case.
struct Lowered<'a> {
    of: &'a Term,
    term: String,
    word: String,
    not: Vec<String>,
}

impl<'a> Lowered<'a> {
    fn new(of: &'a Term) -> Self {
        let not = of.not.iter().map(|word| word.to_lowercase()).collect();
        Self { of, term: of.term.to_lowercase(), word: of.word.to_lowercase(), not }
    }
}

/// Where the text has `word`, as far as that can be told.
fn place(text: &Text<'_>, word: &str, findings: &Findings) -> Range<usize> {
    let span = text.span();
    let written = findings.source().text().get(span.clone()).unwrap_or_default();
    let found = written.find(word).map(|at| span.start + at..span.start + at + word.len());
    found.unwrap_or(span)
}

/// Whether `text` has `word`, or that with `ending` behind it, and not as a part of another word.
fn has(text: &str, word: &str, ending: &str) -> bool {
    let [first, last] = [word.chars().next(), word.chars().next_back()];
    text.match_indices(word).any(|(at, _)| {
        let after = &text[at + word.len()..];
        let after = [Some(after), after.strip_prefix(ending)];
        let before = text[..at].chars().next_back();
        !joined(before, first) && after.into_iter().flatten().any(|after| !joined(last, after.chars().next()))
    })
}

/// Whether two characters that stand side by side are of one word: not where one of them is of a script without spaces.
fn joined(left: Option<char>, right: Option<char>) -> bool {
    let spaced = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    left.is_some_and(spaced) && right.is_some_and(spaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_the_plural() {
        for (text, word, found) in [
            ("two team leaders.", "team leader", true),
            ("a team leadership", "team leader", false),
            ("an agent's note", "agent", true),
            ("reagents", "agent", false),
            ("auf dem Weg", "Weg", true),
            ("SVと話す", "SV", true),
            ("有人対応", "人", true),
            ("班長", "SV", false),
        ] {
            assert_eq!(has(text, word, "s"), found, "{word} in {text}");
        }
    }
}
