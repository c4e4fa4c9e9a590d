//! `leading-question`: looks for phrases in questions, in English and Japanese.

use crate::check::{Item, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "leading-question",
    group: Group::Style,
    summary: "A question suggests its answer.",
    why: "Respondents agree with what a question takes for granted, and the score rises without anything being better. \
          In English and Japanese, phrases such as `don't you`, `surely` and `と思いませんか` are looked for.",
    bad: r#"text = "Surely every message is answered?""#,
    good: r#"text = "How soon is a message answered?""#,
};

/// What begins a question that expects a yes.
const OPENINGS: &str = "aren't can't couldn't didn't doesn't don't hasn't haven't isn't shouldn't wasn't weren't won't \
                        wouldn't";
const ENDINGS: [&str; 8] =
    ["aren't they?", "aren't you?", "correct?", "doesn't it?", "don't you?", "haven't you?", "isn't it?", "right?"];
const PHRASES: [&str; 6] = ["do you agree", "don't you think", "obviously", "of course", "surely", "would you agree"];
const JAPANESE: [&str; 6] =
    ["ではありませんか", "ではないですか", "ではないでしょうか", "と思いませんか", "もちろん", "言うまでもなく"];

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    // A fact is often no more than a yes or no.
    for (_, id, text) in texts.asked("text").filter(|(.., text)| matches!(text.item, Item::Question(_))) {
        let folded = text.text.to_ascii_lowercase().replace('\u{2019}', "'");
        let found = match texts.language {
            "en" => folded
                .split_once(' ')
                .and_then(|(first, _)| OPENINGS.split(' ').find(|opening| *opening == first))
                .or_else(|| ENDINGS.iter().find(|ending| folded.ends_with(&format!(", {ending}"))).copied())
                .or_else(|| PHRASES.iter().find(|phrase| has_words(&folded, phrase)).copied()),
            "ja" => JAPANESE.iter().find(|phrase| text.text.contains(**phrase)).copied(),
            _ => None,
        };
        if let Some(found) = found {
            findings
                .add(&RULE, text.span(), say::suggests_its_answer(id))
                .label(say::asks_for_a_yes(found))
                .help(say::leave_the_verdict());
        }
    }
}

/// Whether `text` has `words`, not as parts of other words.
fn has_words(text: &str, words: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + words.len()..].chars().next()))
}
