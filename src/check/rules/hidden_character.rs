//! `hidden-character`: looks in every text and reference for what nobody sees, in every language.

use crate::check::Texts;
use crate::diagnostic::{Findings, Group, Rule};
use crate::text::is_unsafe;

pub(crate) static RULE: Rule = Rule {
    id: "hidden-character",
    group: Group::Correctness,
    summary: "A text holds a character that is not seen, such as one that turns the direction of writing.",
    why: "Whoever reads the file reads something else than what is there: a bidirectional control makes the words behind \
          it appear in another order, and a space without width parts what looks like one word. Such characters are \
          replaced by U+FFFD wherever a text is shown. One that stands there already is what a conversion has lost.",
    bad: r#"title = "Small \u202e model""#,
    good: r#"title = "Small model""#,
};

/// What stands for a character that was hidden, or lost.
const REPLACED: char = '\u{fffd}';

pub(crate) fn check(texts: &Texts<'_>, findings: &mut Findings) {
    for text in texts.list.iter().chain(&texts.references).filter(|text| text.text.contains(REPLACED)) {
        let span = text.span();
        let written = findings.source().text().get(span.clone()).unwrap_or_default().to_owned();
        let hidden = |c: char| is_unsafe(c) && !matches!(c, '\n' | '\r' | '\t');
        let finding = if let Some(c) = written.chars().find(|c| hidden(*c)) {
            let message = format!("this text holds a character that is not seen, U+{:04X}", u32::from(c));
            let finding = findings.add(&RULE, span.clone(), message);
            finding.fix(span, written.replace(hidden, ""))
        } else if written.contains(REPLACED) {
            findings.add(&RULE, span, "in this text a character was lost when it was converted, U+FFFD")
        } else {
            findings.add(&RULE, span, "this text holds a character that is not seen, written with `\\u`")
        };
        finding.help(if written.contains(REPLACED) { "write what was meant" } else { "take it away" });
    }
}
