//! `glossary`: holds a translation to the words that it has chosen itself.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::check::{Context, Text, Translation};
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

pub(crate) fn check(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    let mut terms: Vec<Lowered<'_>> = translation.definition.glossary.iter().map(Lowered::new).collect();
    if terms.is_empty() {
        return;
    }
    let key = |lowered: &Lowered<'_>| translation.document.at().key("glossary").key(&lowered.of.term).key_span();
    for lowered in &terms {
        let Term { term, word, .. } = lowered.of;
        if lowered.contradicts_itself() {
            findings.add(&RULE, key(lowered), say::is_and_is_not(word)).help(say::take_out_of_not(word));
        }
        if !context.texts.list.iter().any(|text| lowered.term.is_in(&text.text.to_lowercase(), "s")) {
            findings.add(&RULE, key(lowered), say::no_such_term(term)).help(say::write_the_term());
        }
    }
    terms.retain(|lowered| !lowered.contradicts_itself());
    for text in &translation.texts.list {
        let (original, says) = (context.original(text).text.to_lowercase(), text.text.to_lowercase());
        for lowered in &terms {
            let Term { term, word, .. } = lowered.of;
            for (bad, _) in lowered.of.not.iter().zip(&lowered.not).filter(|(_, wrong)| wrong.is_in(&says, "")) {
                findings.add(&RULE, place(text, bad, findings), say::not_the_word(bad, term)).help(say::write(word));
            }
            if lowered.of.always && lowered.term.is_in(&original, "s") && !lowered.word.is_in(&says, "") {
                findings.add(&RULE, text.span(), say::does_not_say(term, word)).help(say::write_or_not_always(word));
            }
        }
    }
}

/// A term, in lower case.
struct Lowered<'a> {
    of: &'a Term,
    term: Word,
    word: Word,
    not: Vec<Word>,
}

impl<'a> Lowered<'a> {
    fn new(of: &'a Term) -> Self {
        let not = of.not.iter().map(|word| Word::new(word)).collect();
        Self { of, term: Word::new(&of.term), word: Word::new(&of.word), not }
    }

    /// Whether its word is one that it must not be called.
    fn contradicts_itself(&self) -> bool {
        self.not.iter().any(|not| not.text == self.word.text)
    }
}

/// What is looked for in every text, in lower case.
struct Word {
    text: String,
    finder: Finder<'static>,
}

/// Where the text has `word`, as far as that can be told.
fn place(text: &Text<'_>, word: &str, findings: &Findings) -> Range<usize> {
    let span = text.span();
    let written = findings.source().text().get(span.clone()).unwrap_or_default();
    let found = written.find(word).map(|at| span.start + at..span.start + at + word.len());
    found.unwrap_or(span)
}

impl Word {
    fn new(word: &str) -> Self {
        let text = word.to_lowercase();
        Self { finder: Finder::new(text.as_bytes()).into_owned(), text }
    }

    /// Whether `text` has it, or it with `ending` behind it, and not as a part of another word.
    fn is_in(&self, text: &str, ending: &str) -> bool {
        let [first, last] = [self.text.chars().next(), self.text.chars().next_back()];
        self.finder.find_iter(text.as_bytes()).any(|at| {
            let after = &text[at + self.text.len()..];
            let after = [Some(after), after.strip_prefix(ending)];
            let before = text[..at].chars().next_back();
            !joined(before, first) && after.into_iter().flatten().any(|after| !joined(last, after.chars().next()))
        })
    }
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
            assert_eq!(Word::new(word).is_in(&text.to_lowercase(), "s"), found, "{word} in {text}");
        }
    }
}
