//! `duplicate-question`: compares the texts of all questions, in every language.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::text::fold;
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-question",
    group: Group::Suspicious,
    summary: "Two questions ask the same.",
    why: "What they ask counts twice, and who answers them wonders what the difference is. Answers that come under the \
          text of a question, as from a form, could belong to either. Case, width, spaces, punctuation and the articles of \
          English do not count as a difference.",
    bad: r#"[[criteria.questions]]
id = "speed-mail"
text = "How soon is it answered?"

[[criteria.questions]]
id = "speed-chat"
text = "How soon is it answered?""#,
    good: r#"[[criteria.questions]]
id = "speed-mail"
text = "How soon is a mail answered?"

[[criteria.questions]]
id = "speed-chat"
text = "How soon is a chat answered?""#,
};

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    let questions = texts.asked("text").map(|(_, id, text)| (words(text.text, texts.language), (id, text)));
    for ((other, before), (id, text)) in repeated(questions) {
        findings
            .add(&RULE, text.span(), say::asks_the_same(id, other))
            .related(before.span(), say::asked_here())
            .help(say::say_in_each());
    }
}

/// What a text asks in its words alone, as one, since not every script parts them.
fn words(text: &str, language: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let said = words.filter(|word| language != "en" || !matches!(*word, "a" | "an" | "the")).collect::<String>();
    // A text of punctuation alone is what it is.
    if said.is_empty() { folded } else { said }
}
