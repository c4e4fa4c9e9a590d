//! `identical-translation`: compares each text with the one it translates.

use std::collections::HashSet;

use crate::check::{Context, Texts, Translation};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "identical-translation",
    group: Group::Translation,
    summary: "A text of a translation is the same as in the definition.",
    why: "Mostly it was copied to be translated later, and then forgotten. A single word in Latin letters is passed \
          over: names and abbreviations are often the same.",
    bad: r#"[levels.low]
name = "Where everybody starts""#,
    good: r#"[levels.low]
name = "出発点""#,
};

pub(crate) fn check(context: &Context<'_>, translation: &Translation, findings: &mut Findings) {
    let texts = Texts::of_translation(&translation.definition, &translation.document);
    let base: HashSet<_> = context.texts.list.iter().map(|text| (text.item, text.key, text.text)).collect();
    for text in &texts.list {
        let one_word = text.text.is_ascii() && !text.text.contains(' ');
        if !one_word && base.contains(&(text.item, text.key, text.text)) {
            findings.add(&RULE, text.span(), say::own_text()).help(say::translate_into(texts.language));
        }
    }
}
