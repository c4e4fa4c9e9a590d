//! `double-barrelled-question`: looks for conjunctions in questions, in English and Japanese.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "double-barrelled-question",
    group: Group::Pedantic,
    summary: "A question may ask two things at once.",
    why: "Who does one of them and not the other has no true answer. `and`, `or` and their like are looked for in \
          English and Japanese; they are often harmless, so look before you change anything.",
    bad: r#"text = "How soon and how well is a message answered?""#,
    good: r#"text = "How soon is a message answered?""#,
};

const ENGLISH: [&str; 2] = ["and", "or"];
const JAPANESE: [&str; 5] = ["および", "及び", "ならびに", "または", "もしくは"];

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    for (what, id, text) in texts.asked("text") {
        let word = match texts.language {
            "en" => text.text.split_whitespace().find(|word| ENGLISH.contains(word)),
            "ja" => JAPANESE.into_iter().find(|word| text.text.contains(word)),
            _ => None,
        };
        if let Some(word) = word {
            findings
                .add(&RULE, text.span(), say::may_ask_two(what, id))
                .label(say::joined_by(word))
                .help(say::ask_two_questions());
        }
    }
}
