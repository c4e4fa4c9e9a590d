//! `stale-translation`: compares recorded digests with the definition.

use crate::check::{Context, Translation, digests};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "stale-translation",
    group: Group::Translation,
    summary: "The text of the definition has changed since it was translated.",
    why: "Respondents in two languages then answer different questions, and their results are compared all the same. \
          `of` in a table of a translation records the digest of the texts that it was made from.",
    bad: r#"[levels.low]
of = "0f3a2b1c" # and the level has another summary since
name = "低""#,
    good: r#"[levels.low]
of = "9d5c7e21" # recorded again after the translation was gone over
name = "低""#,
};

pub(crate) fn check(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    for record in digests::records(context, translation) {
        let Some((recorded, span)) = record.recorded.filter(|(recorded, _)| *recorded != record.now) else { continue };
        findings
            .add(&RULE, span, say::changed_since(&digests::name(record.item)))
            .label(say::was_and_is(&recorded, &record.now))
            .help(say::go_over_it());
    }
}
