//! `duplicate-question`: compares the texts of all questions, in every language.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule, repeated};
use crate::text::fold;

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-question",
    group: Group::Suspicious,
    summary: "Two questions ask the same.",
    why: "What they ask counts twice, and who answers them wonders what the difference is. Answers that come under the \
          text of a question, as from a form, could belong to either.",
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
    let questions = texts.asked("text").map(|(_, id, text)| (fold(text.text), (id, text)));
    for ((other, before), (id, text)) in repeated(questions) {
        findings
            .add(&RULE, text.span(), format!("`{id}` asks the same as `{other}`"))
            .related(before.span(), "asked here")
            .help("say in each what it asks that the other does not, or leave one out");
    }
}
