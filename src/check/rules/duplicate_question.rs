//! `duplicate-question`: compares the texts of all questions, in every language.

use std::collections::HashMap;

use crate::check::{Text, Texts};
use crate::diagnostic::{Findings, Group, Rule};
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
    let mut first: HashMap<String, (&str, &Text<'_>)> = HashMap::new();
    for (id, text) in texts.of_questions("text") {
        match first.get(&fold(text.text)) {
            Some((other, before)) => {
                findings
                    .add(&RULE, text.span(), format!("`{id}` asks the same as `{other}`"))
                    .related(before.span(), "asked here")
                    .help("say in each what it asks that the other does not, or leave one out");
            }
            None => {
                first.insert(fold(text.text), (id, text));
            }
        }
    }
}
