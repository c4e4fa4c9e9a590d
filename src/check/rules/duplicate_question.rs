//! `duplicate-question`: compares the texts of all questions, in every language.

use std::collections::HashMap;

use crate::check::{Item, Text, Texts};
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::fold;

/// Two questions ask the same.
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
    for text in texts.list.iter().filter(|text| text.key == "text") {
        let Item::Question(id) = text.item else { continue };
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
